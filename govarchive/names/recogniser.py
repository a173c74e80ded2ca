"""The trained recogniser: people, bodies and places in running text, each with how sure it is.

`sights` says what a page shows of each word, `weigher` and `tagger` weigh it; here labels become names, and what a
page calls by one name several times gets one type. What the rules found (`Rules`) is one more thing the model weighs.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from govarchive.names.sights import Rules, Sights
from govarchive.names.tagger import EDGE, INSIDE, KINDS, is_in_doubt, may_be_name, unpacked
from govarchive.names.weigher import Totals, Weigher, shipped_weigher

# What may stand between two words of a name: a quote, a dash, `&`, a number, the dot of an initial.
_WITHIN = re.compile(r"[ ]?\"?[ ]?|[ ]?-[ ]?|'|[ ]?&[ ]?|[ ]?[0-9]{1,2}[ ]|\"[ ]-[ ]\"?")
_DOT = re.compile(r"\.[ ]?")
# What leads to a place: `в Париж Дюмон пее` tells two names, `Париж Дюмон пее` one.
_LEADS = frozenset(
    "без в във до за зад и из към край между на над о около от по под пред през при с след със срещу".split()
)
# No name ends with one of these.
_LINKS = _LEADS | {"или"}


class Mention(NamedTuple):
    """A name in a text: `[start, stop)`, its type (`PER`, `ORG`, `LOC`, `OTH`), and by how much it is no other.

    `score` is the share of names of such a margin that were right on texts the model had not seen.
    """

    start: int
    stop: int
    type: str
    margin: int
    score: float


_Name = tuple[int, int, tuple[str, ...], str, int]
"""The words of a name by their first and last place, their stems, its type, and its margin."""


def read(text: str, rules: Rules, weigher: Weigher | None = None, part: tuple[int, int] | None = None) -> list[Mention]:
    """The names of a folded text in order of position, those of other kinds (events, products, media) among them.

    They are weighed by the model of this package if no other is given. Where only a part `[start, stop)` of the text
    is asked for, elsewhere those are read that have a word with a name of the part in common, and few others.
    """
    sights = Sights(text)
    sights.mark(rules)
    reader = _Reader(sights, weigher or shipped_weigher())
    reader.read(*(part or (0, len(text))))
    return reader.agreed(text)


def _person(given: _Name, family: _Name) -> _Name:
    """One name of two words; as clear as the clearer of them."""
    return given[0], family[1], given[2] + family[2], "PER", max(given[4], family[4])


class _Reader:
    """One page, read stretch by stretch."""

    def __init__(self, sights: Sights, weigher: Weigher) -> None:
        self.sights = sights
        self.tagger = weigher.tagger
        self.total = Totals(sights, weigher).of
        self.names: list[_Name] = []

    def read(self, start: int, stop: int) -> None:
        """Notes the names of a part of the page, then others that may be the same: they tell what the first are."""
        first, last = self.sights.between(start, stop)
        elsewhere = []
        for stretch in self.sights.stretches:
            if first < stretch.stop and stretch.start < last:
                self._take(stretch)
            else:
                elsewhere.append(stretch)
        told = {stems[0] for _, _, stems, *_ in self.names}
        for stretch in elsewhere:
            if not told.isdisjoint([it.stem for it in self.sights.seen[stretch.start : stretch.stop]]):
                self._take(stretch)
        self.names.sort()

    def _take(self, stretch: range) -> None:
        """Reads a stretch; what is surely no name parts it."""
        seen, total_of, tagger = self.sights.seen, self.total, self.tagger
        held: list[int] = []
        totals: list[int] = []
        led = False
        for at in stretch:
            if not held and not seen[at].root:
                led = True
                continue
            total = total_of(at)
            if led and not held:
                total += tagger.behind_none
            if is_in_doubt(total):
                held.append(at)
                totals.append(total)
                continue
            if held:
                totals[-1] += tagger.before_none
                self._end(held, totals)
                held, totals = [], []
            led = True
        if held:
            self._end(held, totals)

    def _end(self, held: list[int], totals: list[int]) -> None:
        """Reads words together; a single one alike, but there is nothing to choose between."""
        if len(held) == 1:
            if may_be_name(totals[0]):
                row = unpacked(totals[0])
                label = self.tagger.alone(row)
                if label:
                    self._keep(held[0], held[0], label, self.tagger.margin(label, row))
            return
        seen, gaps = self.sights.seen, self.sights.gaps
        capital = [seen[at].root != "" for at in held]
        joined = [False, *[gaps[at] == " " or self._joined(at) for at in held[1:]]]
        labels = self.tagger.read(list(map(unpacked, totals)), capital, joined)
        if any(labels):
            self._note(held, labels, totals)

    def _note(self, held: list[int], labels: list[int], totals: list[int]) -> None:
        """Keeps the names of words by their labels."""
        amid, before, begun, least = self.tagger.amid, EDGE, 0, 0
        for at, label, following, total in zip(held, labels, (*labels[1:], EDGE), totals, strict=True):
            if label:
                margin = amid(label, total, before, following)
                if label < INSIDE:
                    begun, least = at, margin
                elif margin < least:
                    least = margin
                if following < INSIDE:
                    self._keep(begun, at, label, least)
            before = label

    def _keep(self, first: int, last: int, label: int, margin: int) -> None:
        seen = self.sights.seen
        while last > first and not seen[last].root and seen[last].form in _LINKS:
            last -= 1
        stems = (seen[first].stem,) if first == last else tuple([it.stem for it in seen[first : last + 1]])
        self.names.append((first, last, stems, KINDS[label], margin))

    def _joined(self, at: int) -> bool:
        """Whether a name may go on from the word before, from which more than a space parts it."""
        gap = self.sights.gaps[at]
        if gap[:1] == ".":
            return len(self.sights.words[at - 1]) <= 2 and _DOT.fullmatch(gap) is not None
        return _WITHIN.fullmatch(gap) is not None

    def agreed(self, text: str) -> list[Mention]:
        """The names, those in the same words of one type: that of most weight on the page.

        What is told clearly once is as clear in the same words elsewhere, and in the surname of a full name.
        """
        self._join()
        votes = self._votes()
        settled, score_of, span = [], self.tagger.score, self._span
        for first, last, stems, kind, margin in self.names:
            told = votes[stems]
            if len(told) > 1:
                kind = max([(weight, one) for one, (weight, _) in told.items()])[1]
            clearest = told[kind][1]
            if margin > clearest:
                clearest = margin
            start, stop = span(first, last, text)
            settled.append(Mention(start, stop, kind, clearest, score_of(clearest)))
        return settled

    def _join(self) -> None:
        """Makes one person of a place and the surname right behind it: people are called after towns, too.

        Where the place is always led to by a preposition, or the surname has another given name, they are two.
        """
        pairs = [
            (one, two)
            for one, two in pairwise(self.names)
            if two[3] == "PER" and one[3] == "LOC" and self._is_beside(one, two)
        ]
        alone = {(one[2], two[2]) for one, two in pairs if not self._is_led(one[0])}
        full = {stems[-1:] for _, _, stems, kind, _ in self.names if kind == "PER" and len(stems) > 1} if alone else ()
        joined = {one[0]: two for one, two in pairs if (one[2], two[2]) in alone and two[2] not in full}
        if joined:
            surnames = {it[0] for it in joined.values()}
            self.names = [
                it if it[0] not in joined else _person(it, joined[it[0]]) for it in self.names if it[0] not in surnames
            ]

    def _is_beside(self, one: _Name, two: _Name) -> bool:
        """Whether a name of one word stands right before another such."""
        at = one[0]
        return one[1] == at and two[:2] == (at + 1, at + 1) and self.sights.gaps[at + 1] == " "

    def _is_led(self, at: int) -> bool:
        """Whether a preposition stands right before a word."""
        return self.sights.gaps[at] == " " and self.sights.seen[at - 1].form in _LEADS

    def _votes(self) -> dict[tuple[str, ...], dict[str, tuple[int, int]]]:
        """By the stems of a name the types it is given, how much they weigh, and the clearest of each."""
        votes: dict[tuple[str, ...], dict[str, tuple[int, int]]] = {}
        for _, _, stems, kind, margin in self.names:
            weighs = margin if margin > 1 else 1
            for one in (stems, stems[:1], stems[-1:]) if kind == "PER" and len(stems) > 1 else (stems,):
                told = votes.get(one)
                if told is None:
                    votes[one] = {kind: (weighs, margin if margin > 0 else 0)}
                elif kind in told:
                    weight, clearest = told[kind]
                    told[kind] = weight + weighs, clearest if clearest > margin else margin
                else:
                    told[kind] = weighs, margin if margin > 0 else 0
        return votes

    def _span(self, first: int, last: int, text: str) -> tuple[int, int]:
        """Where a name begins and ends; a plus behind it is a part of it, and a quote that opens in it closes in it."""
        ends = self.sights.page.ends
        start, stop = ends[2 * first], ends[2 * last + 1]
        if text[stop : stop + 1] == "+" and not text[stop + 1 : stop + 2].isalnum():
            stop += 1
        closes = text[stop : stop + 1] == '"' and text.count('"', start, stop) % 2
        return start, stop + 1 if closes else stop
