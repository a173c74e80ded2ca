"""The trained recogniser: people, bodies and places in running text, each with how sure it is.

`features` says what a page shows of each word, `tagger` weighs it; here the weights of groups of features are
remembered, the labels become names, and what a page calls by one name several times gets one type. What the rules found
(`Rules`) is one more thing the model weighs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from govarchive.names.features import Rules, Sights, around, beside, of_word, on_page, stem, told
from govarchive.names.tagger import INSIDE, KINDS, Part, Tagger, shipped, unpacked

_SURE = 8000
"""A word so much likelier outside any name is not read any further."""

# What may stand between two words of a name: a quote, a dash, `&`, a number, the dot of an initial.
_WITHIN = re.compile(r"[ ]?\"?[ ]?|[ ]?-[ ]?|'|[ ]?&[ ]?|[ ]?[0-9]{1,2}[ ]|\"[ ]-[ ]\"?")
_DOT = re.compile(r"\.[ ]?")


class Mention(NamedTuple):
    """A name in a text: `[start, stop)`, its type (`PER`, `ORG`, `LOC`, `OTH`), and by how much it is no other.

    `score` is the share of names of such a margin that were right on texts the model had not seen.
    """

    start: int
    stop: int
    type: str
    margin: int
    score: float


class _Name(NamedTuple):
    """The words of a name by their places, its type, and its margin."""

    first: int
    last: int
    type: str
    margin: int


def read(text: str, rules: Rules, weigher: "Weigher | None" = None) -> list[Mention]:
    """The names of a folded text in order of position, those of other kinds (events, products, media) among them.

    They are weighed by the model of this package if no other is given.
    """
    sights = Sights(text)
    sights.mark(rules)
    return _Reader(sights, weigher or shipped_weigher()).read(text)


class Weigher:
    """The weights of groups of features, remembered."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        weigh = tagger.weigh
        remembered = lru_cache(maxsize=16384)
        self.word = remembered(lambda word: weigh(of_word(word)))
        self.beside = [(step, remembered(lambda word, step=step: weigh(beside(word, step)))) for step in (-2, -1, 1, 2)]
        self.around = remembered(lambda *parts: weigh(around(*parts)))
        self.told = remembered(lambda *marks: weigh(told(*marks)))
        self.on_page = remembered(lambda known: weigh(on_page(known)))


@lru_cache(maxsize=1)
def shipped_weigher() -> Weigher:
    """The model of this package, and what was remembered of its weights."""
    return Weigher(shipped())


class _Reader:
    """One page, read stretch by stretch."""

    def __init__(self, sights: Sights, weigher: Weigher) -> None:
        self.sights = sights
        self.weigher = weigher

    def read(self, text: str) -> list[Mention]:
        names = [name for stretch in self.sights.stretches for name in self._names(stretch)]
        return [self._mention(name, text) for name in self._agreed(names)]

    def _names(self, stretch: range) -> Iterator[_Name]:
        """The names of a stretch; what is surely none parts it."""
        words = self.sights.words
        held: list[int] = []
        totals: list[tuple[int, ...]] = []
        led = False
        for at in stretch:
            if not held and not words[at][0].isupper():
                led = True
                continue
            weights = unpacked(self._total(at))
            if weights[0] - max(weights[1:]) <= _SURE:
                held.append(at)
                totals.append(weights)
                continue
            if held:
                yield from self._decoded(held, totals, led, followed=True)
            held, totals, led = [], [], True
        if held:
            yield from self._decoded(held, totals, led, followed=False)

    def _total(self, at: int) -> int:
        """What all features of a word weigh together."""
        sights, weigher = self.sights, self.weigher
        words, count = sights.words, len(sights.words)
        word = words[at]
        total = weigher.word(word) + weigher.around(*sights.surroundings(at))
        for step, weigh in weigher.beside:
            total += weigh(words[at + step] if 0 <= at + step < count else "")
        if marks := sights.told_at(at):
            total += weigher.told(*marks)
        root = sights.stems.get(at)
        return total + weigher.on_page(sights.known[root]) if root else total

    def _decoded(self, held: list[int], totals: list[tuple[int, ...]], led: bool, followed: bool) -> Iterator[_Name]:
        words, tagger = self.sights.words, self.weigher.tagger
        capital = [words[at][0].isupper() for at in held]
        joined = [at > held[0] and self._joined(at) for at in held]
        part = Part(totals, capital, joined, led, followed)
        labels = tagger.read(part)
        begun = 0
        for number, label in enumerate(labels):
            following = labels[number + 1] if number + 1 < len(labels) else 0
            if label and label < INSIDE:
                begun = number
            if label and following < INSIDE:
                margin = min(tagger.margin(labels, part, it) for it in range(begun, number + 1))
                yield _Name(held[begun], held[number], KINDS[label], margin)

    def _joined(self, at: int) -> bool:
        """Whether a name may go on from the word before."""
        gap = self.sights.gaps[at]
        if gap == " ":
            return True
        if gap[:1] == ".":
            return len(self.sights.words[at - 1]) <= 2 and _DOT.fullmatch(gap) is not None
        return _WITHIN.fullmatch(gap) is not None

    def _agreed(self, names: Sequence[_Name]) -> list[_Name]:
        """The names, those in the same words of one type: that of most weight on the page.

        What is told clearly once is as clear in the same words elsewhere, and in the surname of a full name.
        """
        votes: dict[tuple[str, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        clearest: dict[tuple[tuple[str, ...], str], int] = defaultdict(int)
        keys = [tuple(map(stem, self.sights.words[it.first : it.last + 1])) for it in names]
        for key, it in zip(keys, names, strict=True):
            surname = [key[-1:]] if it.type == "PER" and key[1:] else []
            for one in (key, *surname):
                votes[one][it.type] += max(it.margin, 1)
                clearest[one, it.type] = max(clearest[one, it.type], it.margin)
        settled = []
        for key, it in zip(keys, names, strict=True):
            kind = max(votes[key].items(), key=itemgetter(1, 0))[0]
            settled.append(it._replace(type=kind, margin=max(it.margin, clearest[key, kind])))
        return settled

    def _mention(self, name: _Name, text: str) -> Mention:
        """A name as a span; a quote that opens in it closes in it."""
        start, stop = self.sights.start(name.first), self.sights.stop(name.last)
        if text[stop : stop + 1] == '"' and text.count('"', start, stop) % 2:
            stop += 1
        return Mention(start, stop, name.type, name.margin, self.weigher.tagger.score(name.margin))
