"""A page as the recogniser sees it: stretches that begin with a capital, and what rules, lists and page say of a word.

>>> page = Sights("Кметът Румен Хайдушки каза")
>>> [[page.words[at] for at in stretch] for stretch in page.stretches]
[['Кметът', 'Румен', 'Хайдушки', 'каза']]
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from govarchive.data import table
from govarchive.model import Span
from govarchive.names.features import (
    ALONE,
    BESIDE,
    EDGE,
    QUOTED,
    SMALL,
    SMALL_STEM,
    STEPS,
    Mark,
    across,
    beside,
    of_list,
    of_quote,
    of_rule,
    of_word,
    on_page,
    seen,
    stem,
    times,
)
from govarchive.text.words import printed, words

REACH = 5
"""How many words in small letters may follow a capitalised one in a name."""

QUOTED_WORDS = 8
"""How many words a name in quotes has at most."""

Rules = Mapping[str, Sequence[Span]]
"""What the rules found on a page, by a letter for each kind of name."""

_JOINTS = frozenset((" ", "-", "'"))
_ENDS = re.compile(r"[.!?;:]\s|\n")
_LETTERS = re.compile("[A-Za-zА-Яа-яЍѝ]+")


class Sights:
    """A page cut into words, the stretches that may hold names, and what the page as a whole says of its words.

    `marks` are what rules and lists say of a word, by its place; `known` what the page shows of the words of one root.
    Both are empty before `mark`. Two edges stand behind the last of `seen`, so that they are also before its first.
    """

    def __init__(self, text: str) -> None:
        self.page = words(text)
        self._printed = printed(text)
        self.words = self.page.parts[1::2]
        self.gaps = self.page.parts[::2]
        self.seen = [*map(seen.__getitem__, self.words), EDGE, EDGE]
        self.capitals = [at for at, it in enumerate(self.seen) if it.root]
        self.stretches = list(self._stretches())
        self.marks: dict[int, list[Mark]] = defaultdict(list)
        self.known: dict[str, int] = {}

    def _stretches(self) -> Iterator[range]:
        """Places of words: from a capital to where no name can go on."""
        gaps = self.gaps
        first, last = -1, -1
        for at, following in pairwise((*self.capitals, len(self.words))):
            if first >= 0 and (at > last + 1 or not (gaps[at] in _JOINTS or self._goes_on(at))):
                yield range(first, last + 1)
                first = -1
            first = at if first < 0 else first
            last = at
            while last < following - 1 and last < at + REACH and gaps[last + 1] in _JOINTS:
                last += 1
        if first >= 0:
            yield range(first, last + 1)

    def _goes_on(self, at: int) -> bool:
        """Whether no sentence and no line ends before a word; an initial ends none."""
        gap = self.gaps[at]
        return not _ENDS.search(gap) or (gap == ". " and len(self.words[at - 1]) <= 2)

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        return self.page.ends[2 * at]

    def stop(self, at: int) -> int:
        """Where a word ends in the text."""
        return self.page.ends[2 * at + 1]

    def between(self, start: int, stop: int) -> tuple[int, int]:
        """From which word to which the words of a part of the text are, those cut at its ends among them."""
        return bisect_right(self.page.ends, start) // 2, (bisect_left(self.page.ends, stop) + 1) // 2

    def mark(self, rules: Rules) -> None:
        """Notes what rules and the list of names say, then what the page as a whole does."""
        starts, marks = self.page.ends[::2], self.marks
        for letter, spans in rules.items():
            for start, stop, rule, _ in spans:
                at = bisect_left(starts, start)
                last = bisect_left(starts, stop, at) - 1
                if at <= last:
                    marks[at].append(of_rule(letter, False, rule))
                    for further in range(at + 1, last + 1):
                        marks[further].append(of_rule(letter, True, rule))
        self._mark_listed()
        self._mark_quoted()
        self._survey()

    def _mark_listed(self) -> None:
        done, listed = -1, _listed()
        for at in self.capitals:
            root = self.seen[at].root
            if at <= done or root not in listed:
                continue
            behind = self.seen[at + 1].stem
            for it in (*listed[root].get(behind, ()), *listed[root].get("", ())):
                if self._is_there(it, at):
                    done = at + len(it.stems) - 1
                    for place in range(at, done + 1):
                        self.marks[place].append(it.marks[place > at])
                    break

    def _mark_quoted(self) -> None:
        """Notes the words in quotes that are too few to be what somebody says."""
        gaps = self.gaps
        for first, behind in pairwise([at for at, gap in enumerate(gaps) if '"' in gap]):
            size = behind - first
            if size <= QUOTED_WORDS and gaps[first][-1] == gaps[behind][0] == '"':
                for at in range(first, behind):
                    self.marks[at].append(of_quote(at - first, size))

    def _is_there(self, listed: "_Listed", at: int) -> bool:
        """Whether a listed name stands at a word whose stem is that of its first."""
        if listed.shouted and not self.words[at].isupper():
            return False
        if not listed.second:
            return True
        return tuple([it.stem for it in self.seen[at + 1 : at + len(listed.stems)]]) == listed.stems[1:]

    def _survey(self) -> None:
        """What the page shows of each capitalised word elsewhere: in small letters, in names, beside others."""
        small, stems = self._printed, {it.small for it in self.seen}
        seen, marks, standing = self.seen, self.marks, self._standing
        shown: dict[str, int] = {}
        counts: dict[str, int] = {}
        for at in self.capitals:
            it = seen[at]
            root, bits = it.root, standing(at)
            counts[root] = counts.get(root, 0) + 1
            if at in marks:
                for mark in marks[at]:
                    bits |= mark.bits
            if root in stems:
                bits |= SMALL if it.form in small else SMALL_STEM
            shown[root] = shown[root] | bits if root in shown else bits
        self.known = {root: bits | times(counts[root]) for root, bits in shown.items()}

    def _standing(self, at: int) -> int:
        """How a capitalised word stands among others."""
        gap, bits = self.gaps[at], 0
        if gap == " ":
            bits = self.seen[at - 1].led
        elif gap in _JOINTS:
            bits = self.seen[at - 1].led & BESIDE
        elif gap[-1:] == '"':
            bits = QUOTED
        if self.gaps[at + 1] in _JOINTS:
            bits |= self.seen[at + 1].leads
        return bits if bits & BESIDE else bits | ALONE

    def groups(self, at: int) -> Iterator[tuple[str, ...]]:
        """The groups of features of a word, as the recogniser learns them; `recogniser` weighs the same groups."""
        ws, it = (*self.words, "", ""), self.seen[at]
        yield of_word(ws[at])
        for step in STEPS:
            yield beside(ws[at + step], step)
        yield across(self.gaps[at], self.seen[at - 1].shape, -1)
        yield across(self.gaps[at + 1], self.seen[at + 1].shape, 1)
        yield from (mark.features for mark in self.marks.get(at, ()))
        for step in (-1, 1):
            yield tuple(f"{step}:{mark.beside}" for mark in self.marks.get(at + step, ()) if mark.beside)
        if it.root:
            yield on_page(self.known[it.root])


class _Listed:
    """A name of the list, by the stems of its words; one in capitals is known in capitals only."""

    def __init__(self, name: str, kind: str) -> None:
        parts = _LETTERS.findall(name)
        self.stems = tuple(map(stem, parts))
        self.second = self.stems[1] if self.stems[1:] else ""
        self.shouted = all(map(str.isupper, parts))
        # What is noted of its first word, and of the others.
        self.marks = of_list(kind, False, len(parts)), of_list(kind, True, len(parts))


@cache
def _listed() -> Mapping[str, Mapping[str, Sequence[_Listed]]]:
    """The listed names by the stems of their first two words, the second empty for a name of one; the longest first."""
    rows = [_Listed(row["name"], row["type"]) for row in table("manual_world_names")]
    found: dict[str, dict[str, list[_Listed]]] = defaultdict(lambda: defaultdict(list))
    for it in sorted(rows, key=lambda it: -len(it.stems)):
        if it.stems:
            found[it.stems[0]][it.second].append(it)
    return found
