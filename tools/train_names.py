"""Trains the recogniser of names: reads annotated texts, writes `govarchive/names/model.bin`.

Run from the root of a checkout, with python-crfsuite installed (`pip install python-crfsuite==0.9.12`):

    python tools/train_names.py slavner_train.jsonl slavner_dev.jsonl --texts text -o govarchive/names/model.bin

A data file holds one document per line: `id` (its source, a dash, its number), `tokens`, and `tags` in BIO form (PER,
ORG, LOC; anything else is a name of another kind). Where a folder of raw texts is given, a document is read as printed
there, with its lines; else its tokens are joined by spaces. With `--sentences wikiann_train.jsonl` those of its
sentences are learned, too, that name people and no body. The data are no part of the project.

First each source is left out in turn: that prints how well its names are found by a model that has not seen it, and
tells how far a margin is to be trusted. Then all are learned. The same data and wheel give the same bytes: one thread,
a fixed order, no random numbers.
"""

import argparse
import importlib
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from govarchive.names.decision import rules
from govarchive.names.recogniser import read
from govarchive.names.sights import Sights
from govarchive.names.tagger import LABELS, SCALE, VERSION, Head, Tagger, written
from govarchive.names.weigher import Weigher
from govarchive.text.fold import fold

TRAINING = {"c1": 0.1, "c2": 0.3, "max_iterations": 100, "feature.minfreq": 2}
"""For L-BFGS with both penalties: the first leaves few features, the second keeps their weights small."""

SOURCES_NEEDED = 2
"""In how many sources a feature must occur: what only one topic knows does not help with the next."""

LONG = 10
"""How many words a running sentence has at least."""

RUNNING = 0.4
"""The least share of them in small letters."""

_NOT_LETTER = re.compile(r"\W")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]%")
_NO_SPACE_AFTER = frozenset("([")

Gold = tuple[int, int, str]
"""Where an annotated name stands, and its type."""


class Document(NamedTuple):
    """A folded text, where it is from, and its names."""

    source: str
    text: str
    names: list[Gold]


class Lesson(NamedTuple):
    """A document as the trainer sees it: for each stretch the features of its words and their labels."""

    source: str
    stretches: list[tuple[list[list[str]], list[str]]]


# Reading


def documents(data: Iterable[Path], texts: Path | None) -> Iterator[Document]:
    """The documents of data files in order."""
    printed = {_letters(text): text for text in map(_read, sorted(texts.rglob("*.txt")))} if texts else {}
    for path in data:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _document(json.loads(line), printed)


def sentences(path: Path) -> Iterator[Document]:
    """Of a data file in order the running sentences that name people and no body.

    Made by a machine, such data hold clubs, titles and lists for bodies; its people and their places are right.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        it = json.loads(line)
        tokens, kinds = it["tokens"], {tag[2:] for tag in it["tags"]}
        runs = (
            len(tokens) >= LONG
            and tokens[-1] in ".!?"
            and sum(it[:1].islower() for it in tokens) >= RUNNING * len(tokens)
        )
        if runs and "PER" in kinds and "ORG" not in kinds:
            yield _document(it, {})


def _document(it: Mapping[str, Any], printed: Mapping[str, str]) -> Document:
    """An annotated text, as printed where that is known."""
    tokens = [fold(token) for token in it["tokens"]]
    text, places = _placed(tokens, printed.get(_letters("".join(tokens))))
    return Document(it["id"].rpartition("-")[0], text, list(_names(places, it["tags"])))


def _read(path: Path) -> str:
    return fold(path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n"))


def _letters(text: str) -> str:
    return _NOT_LETTER.sub("", text)


def _placed(tokens: Sequence[str], printed: str | None) -> tuple[str, list[tuple[int, int]]]:
    """A text and where each token stands in it: as printed, else joined by spaces."""
    if printed is None:
        return _joined(tokens)
    places, at = [], 0
    for token in tokens:
        if not _letters(token):
            places.append((at, at))
            continue
        start, at = _span(printed, at, len(_letters(token)))
        places.append((start, at))
    return printed, places


def _span(text: str, at: int, letters: int) -> tuple[int, int]:
    """From the next letter to the last of so many."""
    while _NOT_LETTER.match(text, at):
        at += 1
    start = at
    while letters:
        letters -= _NOT_LETTER.match(text, at) is None
        at += 1
    return start, at


def _joined(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    text, places, opened = "", [], False
    for token in tokens:
        glued = token in _NO_SPACE_BEFORE or text[-1:] in _NO_SPACE_AFTER
        if text and not (glued or (opened and '"' in (token, text[-1]))):
            text += " "
        opened ^= token == '"'
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _names(places: Sequence[tuple[int, int]], tags: Sequence[str]) -> Iterator[Gold]:
    begun: Gold | None = None
    for (start, stop), tag in zip([*places, (0, 0)], [*tags, "O"], strict=True):
        kind = tag[2:] if tag[2:] in ("", "PER", "ORG", "LOC") else "OTH"
        if begun and tag.startswith("I") and begun[2] == kind:
            begun = (begun[0], stop, kind)
            continue
        if begun:
            yield begun
        begun = (start, stop, kind) if kind else None


# Learning


def lesson(document: Document) -> Lesson:
    """What the trainer is shown of a document: the same groups of features the recogniser weighs."""
    sights = Sights(document.text)
    sights.mark(rules(document.text))
    stretches = []
    for stretch in sights.stretches:
        features = [list(chain(*sights.groups(at))) for at in stretch]
        stretches.append((features, _labels([(sights.start(at), sights.stop(at)) for at in stretch], document.names)))
    return Lesson(document.source, stretches)


def _labels(places: Iterable[tuple[int, int]], names: Sequence[Gold]) -> list[str]:
    labels: list[str] = []
    before: Gold | None = None
    for start, stop in places:
        name = next((it for it in names if it[0] < stop and it[1] > start), None)
        labels.append("O" if name is None else f"{'I' if name is before else 'B'}-{name[2]}")
        before = name
    return labels


def learned(lessons: Sequence[Lesson], data: str) -> tuple[Head, dict[str, list[int]]]:
    """The weights of a model, as whole numbers; it knows nothing yet of how sure a margin makes it."""
    # No stubs for it, and what needs no training needs not have it.
    pycrfsuite: Any = importlib.import_module("pycrfsuite")
    common = _common(lessons)
    trainer = pycrfsuite.Trainer("lbfgs", TRAINING, verbose=False)
    for features, labels in chain.from_iterable(it.stretches for it in lessons):
        trainer.append([[it for it in word if it in common] for word in features], labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        told = tagger.info()
        tagger.close()
    weights: dict[str, list[int]] = defaultdict(lambda: [0] * len(LABELS))
    for (feature, label), weight in told.state_features.items():
        weights[feature][LABELS.index(label)] = round(weight * SCALE)
    transitions = [[round(told.transitions.get((one, two), 0) * SCALE) for two in LABELS] for one in LABELS]
    kept = {feature: row for feature, row in weights.items() if any(row)}
    head = Head(version=VERSION, features=len(kept), transitions=transitions, margins=[0], scores=[1.0], data=data)
    return head, kept


def _common(lessons: Sequence[Lesson]) -> set[str]:
    """The features that occur in enough sources."""
    sources: dict[str, set[str]] = defaultdict(set)
    for it in lessons:
        for features, _ in it.stretches:
            for feature in chain(*features):
                sources[feature].add(it.source)
    needed = min(SOURCES_NEEDED, len({it.source for it in lessons}))
    return {feature for feature, seen in sources.items() if len(seen) >= needed}


# Judging


def judged(found: Iterable[Gold], names: Iterable[Gold], text: str) -> Counter[str]:
    """How many distinct names of each type were right, found, and there (`PER right`); none in small letters."""
    counts: Counter[str] = Counter()
    told, true = ({(text[a:b].strip('" '), kind) for a, b, kind in it if text[a].isupper()} for it in (found, names))
    for what, those in (("right", told & true), ("found", told), ("there", true)):
        counts.update(f"{kind} {what}" for _, kind in those)
    return counts


def f1(counts: Mapping[str, int], kind: str) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * counts[f"{kind} right"] / max(counts[f"{kind} found"] + counts[f"{kind} there"], 1)


def left_out(source: str, known: Sequence[Document], lessons: Sequence[Lesson]) -> list[tuple[int, bool]]:
    """The margins of what a model finds in a source it has not seen, and whether each was right."""
    weigher = Weigher(Tagger(written(*learned([it for it in lessons if it.source != source], ""))))
    counts: Counter[str] = Counter()
    margins: list[tuple[int, bool]] = []
    for it in known:
        if it.source == source:
            found = read(it.text, rules(it.text), weigher)
            counts += judged([(one.start, one.stop, one.type) for one in found], it.names, it.text)
            true = {(start, stop) for start, stop, _ in it.names}
            kinds = {(start, kind) for start, _, kind in it.names}
            margins += [(one.margin, (one.start, one.stop) in true and (one.start, one.type) in kinds) for one in found]
    print(source, *(f"{kind} {f1(counts, kind):.3f}" for kind in ("PER", "ORG", "LOC")), file=sys.stderr)
    return margins


def calibrated(margins: Iterable[tuple[int, bool]]) -> tuple[list[int], list[float]]:
    """From which margin on which share of names is right, rising: isotonic regression by pooling neighbours.

    >>> calibrated([(1, False), (2, True), (3, False), (4, True)])
    ([1, 2, 4], [0.0, 0.5, 1.0])
    """
    pools: list[tuple[int, int, int]] = []  # the least margin, how many, how many of them right
    for margin, right in sorted(margins):
        pools.append((margin, 1, int(right)))
        while len(pools) > 1 and pools[-2][2] * pools[-1][1] >= pools[-1][2] * pools[-2][1]:
            _, count, good = pools.pop()
            pools[-1] = (pools[-1][0], pools[-1][1] + count, pools[-1][2] + good)
    rounded = [(margin, round(good / count, 2)) for margin, count, good in pools]
    kept = [rounded[0], *(two for one, two in pairwise(rounded) if two[1] > one[1])]
    return [margin for margin, _ in kept], [score for _, score in kept]


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the data, prints the folds, writes the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("data", nargs="+", type=Path, help="JSON Lines: id, tokens, tags")
    parser.add_argument("--texts", type=Path, help="a folder with the same documents as printed")
    parser.add_argument(
        "--sentences", type=Path, help="more such data, of which sentences that name people are learned"
    )
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args(arguments)
    known = list(documents(given.data, given.texts))
    more = sentences(given.sentences) if given.sentences else ()
    lessons = [lesson(it) for it in chain(known, more)]
    margins = [it for source in sorted({it.source for it in known}) for it in left_out(source, known, lessons)]
    data = [*given.data, *filter(None, [given.sentences])]
    head, weights = learned(lessons, ", ".join(path.name for path in data))
    points, scores = calibrated(margins)
    given.output.write_bytes(written(msgspec.structs.replace(head, margins=points, scores=scores), weights))


if __name__ == "__main__":
    main()
