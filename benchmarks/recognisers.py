"""What the recogniser of names costs beside a plain CRF over every word, natasha and spaCy, on the same pages.

usage: recognisers.py [FOLDER] [--pages N] [--rounds N]

The pages are dense ones made from the seeds, or the .txt files of FOLDER. All contenders read those with an article in
one process, by turns, each page once, as in a crawl: the first round is the beginning of one, when what govarchive
remembers of words is empty, and of the others the median counts. What it costs to see that a page has no article is
told below. The plain CRF (python-crfsuite) has the features anyone would give a word, and is trained on what the rules
find on the first pages, which are not measured: only its cost is looked at. natasha cuts into sentences and finds
names with its models of Russian, spaCy has no model of Bulgarian and only cuts into words. The table is Markdown:
docs/names.md shows it.
"""

import argparse
import gc
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import corpus

from govarchive.names.decision import paragraphs, rules
from govarchive.names.recogniser import read
from govarchive.names.sights import Rules
from govarchive.pages import page_from_bytes
from govarchive.text.fold import fold

_LESSONS = 20
"""On so many pages the plain CRF is trained."""

_UNIT = 2400
"""The characters of a page of 4 KB."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_PLAIN = "plain CRF over every word"
_LARGE = ("natasha, segment and NER", "spaCy, words alone")

Reader = Callable[[str], object]


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", metavar="FOLDER", type=Path, help="texts to read, one page per .txt file")
    parser.add_argument("--pages", type=int, default=240, help="how many pages to make (default 240)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds after the first (default 5)")
    asked = parser.parse_args()
    made = [fold(text) for text in (_texts(asked.folder) if asked.folder else corpus.texts(asked.pages))]
    pages = [text for text in made if paragraphs(text)]
    lessons, pages = pages[:_LESSONS], pages[_LESSONS:]
    if len(pages) <= asked.rounds:
        parser.error(f"{len(lessons) + len(pages)} pages have an article: give a folder of others, or more --pages")
    started = process_time()
    read(fold("Вчера Харалд Бьоркман замина за Осло."), {})
    loaded = process_time() - started
    try:
        readers = {**_ours(), **_peers(lessons)}
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is not installed; run: pip install '.[bench]'", file=sys.stderr)
        return 1
    gc.collect()
    gc.freeze()  # what natasha and spaCy hold is no garbage to look for in the time of the others
    size = sum(map(len, pages)) // len(pages)
    print(f"{len(pages)} pages of {size:,} characters; the model and its lists are read in {loaded:.2f} s\n")
    # Those with large models come last: they push all else out of the processor's cache.
    light = {name: it for name, it in readers.items() if name not in _LARGE}
    large = {name: readers[name] for name in _LARGE}
    _show({**_turns(light, pages, asked.rounds), **_turns(large, pages, asked.rounds)})
    if without := [text for text in made if not paragraphs(text)]:
        cost = _UNIT * 1000 * _timed(paragraphs, without) / sum(map(len, without))
        print(f"\n{len(without)} other pages have no article; to see that costs {cost:.2f} ms")
    return 0


def _texts(folder: Path) -> Iterator[str]:
    """The texts of a folder in the order of their paths."""
    return (page_from_bytes(path.read_bytes(), str(path)).text for path in sorted(folder.rglob("*.txt")))


def _show(costs: dict[str, list[float]]) -> None:
    """Prints the table."""
    print(f"| reader | ms for {_UNIT:,} characters | cost, that of a plain CRF = 1 | ms in the first round |")
    print("|---|---|---|---|")
    usual = {name: median(later) for name, (_, *later) in costs.items()}
    for name, cost in usual.items():
        print(f"| {name} | {cost:.2f} | {cost / usual[_PLAIN]:.2f} | {costs[name][0]:.2f} |")


def _turns(readers: dict[str, Reader], pages: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """For each reader the milliseconds for so many characters, by round: each has pages of its own."""
    costs: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(rounds + 1):
        part = pages[turn :: rounds + 1]
        for name, it in readers.items():
            costs[name].append(_UNIT * 1000 * _timed(it, part) / sum(map(len, part)))
    return costs


def _timed(reader: Reader, pages: Sequence[str]) -> float:
    """Seconds of the processor."""
    started = process_time()
    for page in pages:
        reader(page)
    return process_time() - started


def _ours() -> dict[str, Reader]:
    """The rules, and the recogniser, which is given the article and what the rules before it found."""
    found: dict[str, Rules] = {}

    def by_rules(page: str) -> None:
        found[page] = rules(page)

    def recogniser(page: str) -> object:
        running = paragraphs(page)
        return read(page, found[page], part=(running[0][0], running[-1][1]))

    return {"govarchive, the rules": by_rules, "govarchive, the recogniser": recogniser}


def _peers(lessons: Sequence[str]) -> dict[str, Reader]:
    """The others. Raises ModuleNotFoundError where one is not installed."""
    natasha, spacy = (import_module(name) for name in ("natasha", "spacy"))
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def with_natasha(page: str) -> object:
        doc = natasha.Doc(page)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return {_PLAIN: _plain(lessons), **dict(zip(_LARGE, (with_natasha, spacy.blank("bg")), strict=True))}


def _plain(lessons: Sequence[str]) -> Reader:
    """A CRF over every word, trained on what the rules find."""
    pycrfsuite: Any = import_module("pycrfsuite")
    trainer = pycrfsuite.Trainer("lbfgs", {"c1": 0.1, "c2": 0.05, "max_iterations": 50}, verbose=False)
    for page in lessons:
        labels = _labels(page)
        for sentence in _sentences(page):
            trainer.append(_features([word for _, word in sentence]), [labels[at] for at, _ in sentence])
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "plain.crf")
        trainer.train(path)
        tagger.open(path)
    return lambda page: [tagger.tag(_features([word for _, word in it])) for it in _sentences(page)]


def _labels(page: str) -> list[str]:
    """The label of each character that begins a word."""
    labels = ["O"] * len(page)
    for letter, spans in rules(page).items():
        for start, stop, *_ in spans:
            labels[start:stop] = [f"I-{letter}"] * (stop - start)
            labels[start] = f"B-{letter}"
    return labels


def _sentences(page: str) -> Iterator[list[tuple[int, str]]]:
    """The words of each sentence and where they stand."""
    for sentence in _SENTENCE.finditer(page):
        if found := [(it.start(), it[0]) for it in _TOKEN.finditer(page, *sentence.span())]:
            yield found


def _features(sentence: Sequence[str]) -> list[list[str]]:
    """The word, its shape, its ends, and the words on both sides."""
    lower = ["", *map(str.lower, sentence), ""]
    return [
        [
            f"w={small}",
            f"title={word.istitle()}",
            f"upper={word.isupper()}",
            f"digit={word.isdigit()}",
            f"p3={small[:3]}",
            f"s2={small[-2:]}",
            f"s3={small[-3:]}",
            f"-1={before}",
            f"+1={behind}",
        ]
        for word, before, small, behind in zip(sentence, lower, lower[1:], lower[2:], strict=False)
    ]


if __name__ == "__main__":
    sys.exit(main())
