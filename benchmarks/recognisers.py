"""What the recogniser of names costs beside a plain CRF over every word, natasha and spaCy, on the same pages.

usage: recognisers.py [FOLDER] [--pages N] [--rounds N]

The pages are dense ones made from the seeds, those with an article, or the .txt files of FOLDER. All contenders read
them in one process, page by page in turns; the least time of the processor for each page counts, and the first reading
is shown beside it: what govarchive remembers of words is empty then. The plain CRF (python-crfsuite) has the features
anyone would give a word, and is trained on what govarchive finds on the first pages: only its cost is looked at.
natasha cuts into sentences and finds names with its models of Russian, spaCy has no model of Bulgarian and only cuts
into words. The table is Markdown: docs/names.md shows it.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

import corpus

from govarchive.names.decision import names, paragraphs, rules
from govarchive.names.recogniser import read
from govarchive.text.fold import fold
from govarchive.text.words import words

_LESSONS = 20
"""On so many pages the plain CRF is trained."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_PLAIN = "plain CRF over every word"

Reader = Callable[[str], object]


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", metavar="FOLDER", type=Path, help="texts to read, one page per .txt file")
    parser.add_argument("--pages", type=int, default=120, help="how many pages to make (default 120)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds (default 5)")
    asked = parser.parse_args()
    made = _texts(asked.folder) if asked.folder else corpus.texts(asked.pages)
    pages = [text for text in map(fold, made) if paragraphs(text)]
    if not pages:
        print("no page has an article: give a folder of others, or more --pages", file=sys.stderr)
        return 1
    started = process_time()
    read(fold("Вчера Харалд Бьоркман замина за Осло."), {})
    loaded = process_time() - started
    try:
        readers = {**_ours(pages), **_peers(pages[:_LESSONS])}
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is not installed; run: pip install '.[bench]'", file=sys.stderr)
        return 1
    size = sum(map(len, pages)) // len(pages)
    print(f"{len(pages)} pages of {size:,} characters; the model and its lists are read in {loaded:.2f} s\n")
    _show(readers, pages, asked.rounds)
    return 0


def _texts(folder: Path) -> Iterator[str]:
    """The texts of a folder in the order of their paths."""
    return (path.read_text(encoding="utf-8-sig") for path in sorted(folder.rglob("*.txt")))


def _show(readers: dict[str, Reader], pages: Sequence[str], rounds: int) -> None:
    """Prints the table."""
    first, best = {}, {}
    for name, times in _turns(readers, pages, rounds).items():
        first[name] = len(pages) / sum(one[0] for one in times)
        best[name] = len(pages) / sum(map(min, times))
    print("| reader | pages/s | cost, that of a plain CRF = 1 | first reading, pages/s |\n|---|---|---|---|")
    for name in readers:
        print(f"| {name} | {best[name]:,.0f} | {best[_PLAIN] / best[name]:.2f} | {first[name]:,.0f} |")


def _turns(readers: dict[str, Reader], pages: Sequence[str], rounds: int) -> dict[str, list[list[float]]]:
    """For each reader and page the seconds of every round."""
    taken: dict[str, list[list[float]]] = {name: [[] for _ in pages] for name in readers}
    for _ in range(rounds):
        for at, page in enumerate(pages):
            for name, it in readers.items():
                started = process_time()
                it(page)
                taken[name][at].append(process_time() - started)
    return taken


def _ours(pages: Sequence[str]) -> dict[str, Reader]:
    """The recogniser alone, given the article and what the rules found, and together with them as `extract` has it."""
    found = {page: rules(page) for page in pages}
    articles = {page: (running[0][0], running[-1][1]) for page in pages if (running := paragraphs(page))}

    def together(page: str) -> object:
        for remembered in (words, rules, names):
            remembered.cache_clear()
        return names(page)

    def alone(page: str) -> object:
        words.cache_clear()
        return read(page, found[page], part=articles[page])

    return {"govarchive, the recogniser": alone, "govarchive, rules and recogniser": together}


def _peers(lessons: Sequence[str]) -> dict[str, Reader]:
    """The others. Raises ModuleNotFoundError where one is not installed."""
    natasha, spacy = (import_module(name) for name in ("natasha", "spacy"))
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def with_natasha(page: str) -> object:
        doc = natasha.Doc(page)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return {_PLAIN: _plain(lessons), "natasha, segment and NER": with_natasha, "spaCy, words alone": spacy.blank("bg")}


def _plain(lessons: Sequence[str]) -> Reader:
    """A CRF over every word, trained on what govarchive finds."""
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
    for kind, spans in names(page)._asdict().items():
        for it in spans:
            labels[it.start : it.stop] = [f"I-{kind}"] * (it.stop - it.start)
            labels[it.start] = f"B-{kind}"
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
