"""The lines over a value, as far as they may tell of it, and the records of a page by where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice

from govarchive.link.headings import is_generic
from govarchive.link.label_words import EDGE
from govarchive.link.labels.between import is_opening
from govarchive.link.menus import is_offered
from govarchive.link.scene import is_inner
from govarchive.model import Candidate
from govarchive.text.layout import lines_above

# Kinds that are said, not listed: what stands beside them is a sentence.
IN_SENTENCES = frozenset({"date", "person", "institution", "place", "document"})
_HIGHEST = 30
# Headings of sections that tell of contacts, whosever they are; `Телефон` is rather a field of whoever is told above.
_SECTIONS = re.compile(
    r"телефони|контакти|за контакти?|телефони за връзка|имейли|e-?mails?|електронн[аи] пощ[аи]", re.IGNORECASE
)


class Strength(IntEnum):
    """How much a label says; a stronger one of the same list goes to the whole list."""

    NONE = 0
    KIND = 1
    ABOVE = 2
    BESIDE = 3


class Over:
    """One page with its values; a record is told by its number in `kept`."""

    def __init__(self, text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
        self.text = text
        self.names = names
        self.kept = kept
        self.starts = [it.start for it in kept]
        self.strength = [Strength.NONE] * len(kept)

    def _over(self, line: int, blanks: int) -> Iterator[tuple[int, int]]:
        """The lines with words above a line, nearest first, to where a menu or too many blank ones part them."""
        gap = 0
        for start, stop in islice(lines_above(self.text, line), _HIGHEST):
            if self.text[start:stop].strip(" |"):
                if is_offered(self.text, start):
                    return
                gap = 0
                yield start, stop
                continue
            gap += 1
            blanks -= 1 if gap == 1 else 2  # some pages have a blank line between all that have words
            if blanks < 0:
                return

    def _in_section(self, line: int, blanks: int) -> Iterator[tuple[int, int]]:
        """The same, to where a heading for contacts alone begins a section, and values of the one before are over it.

        `Каса`, its hours, `Телефони`, and below it a telephone, all with blank lines between.
        """
        begins = over = False
        for start, stop in self._over(line, blanks):
            values = any(it.kind not in IN_SENTENCES for it in self.within(start, stop))
            if over and not values:
                if not self._is_field(start, stop):
                    return
                begins = False  # one of the fields of a card, each below its own heading
            over = begins and values
            yield start, stop
            begins = begins or self._begins_section(start, stop)

    def _is_field(self, start: int, stop: int) -> bool:
        """Whether a line names a kind of contact or hours and nothing more, also as a field of a card."""
        words = self.text[start:stop].strip(EDGE)
        return is_generic(words) or is_opening(words)

    def _begins_section(self, start: int, stop: int) -> bool:
        """Whether a line is a heading for contacts and nothing more, behind a blank line."""
        words = self.text[start:stop].strip(EDGE)
        apart = self.text[max(0, start - 2) : start] == "\n\n"
        return apart and _SECTIONS.fullmatch(words) is not None

    def holds_values(self, start: int, stop: int) -> bool:
        """Whether a record other than a unit inside a body (`Отдел „Култура“`) begins in `[start, stop)`."""
        return any(it.kind != "institution" or not is_inner(it.value or "") for it in self.within(start, stop))

    def within(self, start: int, stop: int) -> Sequence[Candidate]:
        """The records that begin in `[start, stop)`."""
        first = bisect_left(self.starts, start)
        if first == len(self.starts) or self.starts[first] >= stop:
            return ()
        return self.kept[first : bisect_left(self.starts, stop)]
