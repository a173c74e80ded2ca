"""Where telephone numbers stand in a folded text: full ones, local ones under a label, the rest of a list, short ones.

A number is cut from a run of digit groups at the length numbers have today; what a run leaves over must be a tail or
another number, else an unlabelled run is something else.
"""

import re
from functools import lru_cache

from govarchive.data import areas
from govarchive.kinds import _phone_labels as labels
from govarchive.kinds import _phone_lists as lists
from govarchive.kinds import _phone_short as short
from govarchive.kinds import _phone_traps as traps
from govarchive.kinds._phone_book import Book
from govarchive.kinds._phone_digits import Printed, extension_after, read
from govarchive.kinds._phone_kin import (
    NO_EXCHANGE,
    Found,
    Kin,
    note,
    stands_akin,
    stands_beside,
    stands_in_directory,
)
from govarchive.kinds._phone_run import JOINTS, WIDEST, Run, joins, mended, over_line
from govarchive.model import NAMED, Span
from govarchive.text.codes import dialling
from govarchive.text.glance import numerals

_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(\s?[./ -]\s?)(?:0?[1-9]|1[0-2])\s?[./ -]\s?(?:19|20)[0-9]{2}(?![0-9])")
_INSIDE_LATER = re.compile(r" 0|\(0|\+")
_MOBILE = ("087", "088", "089")
_SHORT_HEADS = frozenset(("112", "116", "118", "150", "160", "166"))
_PLUS = frozenset(("+ ", "+("))
_PAIRS = re.compile(r"[1-9][0-9]{0,2}([ -])[0-9]{2}\1[0-9]{2}(?![0-9])")
_MOST_LOCAL = 9
"""Digits of a number without trunk 0, at most."""
_WIDEST_LOCAL = 17
"""As many digits and what separates them."""


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Span, ...]:
    """The spans of all that may be a telephone number, in order; kept for the last texts."""
    page = _Page(mended(text), {})
    page.read()
    if page.waiting and page.kin:
        page = _Page(page.text, page.kin)
        page.read()
    return tuple([Span(it.start, it.stop, it.rule) for it in page.found])


class _Page:
    """A page's runs of digit groups, each read from left to right; `found` are the numbers, in order."""

    def __init__(self, text: str, kin: Kin) -> None:
        self.text = text
        self.found: list[Found] = []
        self.kin = kin
        self.waiting = False
        """Whether digits set as telephones stand before all numbers that they could be akin to."""
        self._book = Book(text)
        self._previous: Found | None = None
        self._list_stop = 0
        """Up to where digits are near enough to the number before to belong to its list."""
        self._run = Run(text, [], [], [], [])

    def read(self) -> None:
        parts, ends = numerals(self.text)
        head, last = 1, len(parts) - 2
        while head <= last:
            tail = head
            while tail < last and ((gap := parts[tail + 1]) in JOINTS or (not gap[WIDEST:] and joins(gap))):
                tail += 2
            if tail < last and parts[head][0] in "03" and "\n" in parts[tail + 1][:3]:
                tail = over_line(self.text, head, tail)
            start, stop = ends[head - 1], ends[tail]
            # Two digits are no number, though they may be the rest of one.
            if (stop - start > 2 or start <= self._list_stop) and self._is_worth_reading(
                parts[head - 1], parts[head], start, stop
            ):
                digits, gaps = parts[head : tail + 1 : 2], parts[head - 1 : tail : 2]
                self._run = Run(self.text, digits, ends[head - 1 : tail : 2], ends[head : tail + 1 : 2], gaps)
                self._read_run()
            head = tail + 2

    def _is_worth_reading(self, gap: str, first: str, start: int, stop: int) -> bool:
        """A cheap look at a run of digits; most of a page's are refused here."""
        size = stop - start
        if size < 3:
            return True
        if first[0] == "0" or gap[-1:] == "+" or gap[-2:] in _PLUS:
            return first[2:] != "" or not (8 <= size <= 16 and _DATE.fullmatch(self.text, start, stop))
        if start <= self._list_stop and lists.may_follow(self.text, self._previous, start):
            return True
        if first[:3] in _SHORT_HEADS or self.text[start : start + 2] in self.kin:
            return True
        if size > 8 and _INSIDE_LATER.search(self.text, start, stop):
            return True
        if not 3 < size <= _WIDEST_LOCAL or (first[0] == "1" and first[1:2] != "0"):
            return False
        # A year: `през 2019`; beside another number it may be one: `; факс 2060`.
        if size == 4 and first[:2] == "20" and gap[-1:] == " " and gap[-2:-1].isalpha() and start > self._list_stop:
            return False
        self.waiting = self.waiting or (not self.kin and _PAIRS.match(self.text, start) is not None)
        return self._is_named(start, stop)

    def _is_named(self, start: int, stop: int) -> bool:
        """Whether a label, or a code named so, stands before digits that could be a local number."""
        if not traps.ends(self.text, stop) or (stop - start >= 8 and _DATE.match(self.text, start)):
            return False
        label = labels.governing(self.text, start)
        if label is not None and labels.binds(label, stop - start, start <= self._list_stop):
            return True
        return self._book.code_for(start, self._list_stop) is not None

    def _read_run(self) -> None:
        at, size = 0, len(self._run.digits)
        while at < size:
            found = None if self._book.is_code(self._run.starts[at]) else self._number(at)
            if found is None:
                at = self._next_head(at + 1)
                continue
            self.found.append(found)
            self._previous = found
            self._list_stop = found.stop + lists.REACH
            while at < size and self._run.starts[at] < found.stop:
                at += 1

    def _next_head(self, at: int) -> int:
        """The next group that can begin a number after digits that were none: `1000 (02) …`, `12 0888 …`."""
        while at < len(self._run.digits):
            gap, digits = self._run.gaps[at], self._run.digits[at]
            if "(" in gap or "+" in gap or (digits.startswith(_MOBILE) and gap.isspace()):
                break
            short_before = len(self._run.digits[at - 1]) <= 3
            if digits[0] == "0" and short_before and self._run.begins_anew(at):
                break
            if digits[0] == "0" and self._run.digits[at - 1] == "112" and "/" in gap:
                break  # `112 / 0971 6 11 22`
            if self._book.is_code(self._run.starts[at - 1]) or (len(gap) > 2 and gap.isspace()):
                break
            if self._run.is_of_numbered(at):
                break
            at += 1
        return at

    def _number(self, at: int) -> Found | None:
        start, previous = self._run.starts[at], self._previous
        glued = previous is not None and start - previous.stop == 1
        size = self._run.stops[at] - start
        if (size <= 2 and _DATE.match(self.text, start)) or (size == 5 and traps.is_procurement(self.text, start)):
            return None
        if not glued and traps.in_word(self.text, start):
            return None
        begin, plus = self._run.prefix(at)
        end = self._run.joined(at)
        printed = read(tuple(self._run.digits[at:end]), plus)
        if printed is not None:
            return self._full(at, begin, printed)
        if self._run.is_cut_off(at, end):
            return Found(begin, self._run.stops[end - 1], "cut_off", (), True)
        if plus:
            return None
        local = self._listed(at, end) or self._labelled(at, end, begin)
        return local or self._in_directory(at, end) or self._akin(at, end)

    def _full(self, at: int, begin: int, printed: Printed) -> Found | None:
        end = at + printed.used
        text, stop = self.text, self._run.stops[end - 1]
        label = labels.governing(text, begin)
        labelled = (label is not None and label.close > 0) or (
            printed.fits == 2 and (label is not None or lists.follows(text, self._previous, begin))
        )
        if not labelled and not self._stands_alone(at, begin, printed):
            return None
        if labelled and traps.goes_on(text, stop, whole=printed.fits == 2):
            return None
        if not printed.fits and traps.is_quantity(text, stop):
            return None
        found = self._extended(begin, stop, printed.form if printed.fits else NAMED, printed.own, labelled)
        self._book.note(printed)
        if printed.form != "foreign" and not found.extended and not printed.national.startswith(NO_EXCHANGE):
            head = end - len(printed.own)
            begins = self._run.starts[head]
            note(self.kin, printed.own, self._run.digits[head:end], text[begins : begins + 2])
        return found

    def _extended(self, begin: int, stop: int, rule: str, shape: tuple[int, ...], labelled: bool) -> Found:
        extension = extension_after(self.text, stop)
        if extension is None:
            return Found(begin, stop, rule, shape, labelled)
        printed = extension.group()
        end = extension.end("extension" if printed[-1] == ")" and "(" not in printed else 0)
        return Found(begin, end, rule, shape, labelled, extended=True)

    def _stands_alone(self, at: int, begin: int, printed: Printed) -> bool:
        """Whether an unlabelled number looks like a phone and like nothing else."""
        text, stop = self.text, self._run.stops[at + printed.used - 1]
        plus = "+" in text[begin : self._run.starts[at] + 1]
        if printed.fits < 2 - (plus and printed.form == "international") and not (
            self._run.is_older(at, printed) or self._book.is_odd(self._run, at, printed, self._previous)
        ):
            return False
        if traps.goes_on(text, stop, whole=printed.fits == 2) or traps.is_quantity(text, stop):
            return False
        if printed.form != "trunk":
            return plus or printed.form == "international"
        if printed.used == 1 and self._book.prints(printed.code or areas.code_of(printed.national)):
            return stands_beside(text, begin, stop)
        if not self._run.is_grouped(at, printed) or self._run.goes_on(at, printed.used, printed.own):
            return False
        return not (text[begin - 1 : begin].isalnum() or traps.other_before(text, begin))

    def _listed(self, at: int, end: int) -> Found | None:
        """The next of a list without the area code they share: `81 22 31`, or only its last digits: `/34`."""
        previous, text, start = self._previous, self.text, self._run.starts[at]
        if previous is None or previous.rule in lists.ALONE:
            return None
        tied = lists.is_tied(text, previous, start)
        follows = lists.follows(text, previous, start)
        shape = self._run.shape(at, self._run.before_slash(at, end), sum(previous.shape)) if follows else ()
        if shape and lists.is_other_cell(text, previous.stop, start, shape):
            return None
        if shape and lists.is_alike(shape, previous, tied):
            stop = self._run.stops[at + len(shape) - 1]
            if traps.ends(text, stop, sum(shape)):
                rule = NAMED if previous.rule == NAMED else "local"
                return self._extended(start, stop, rule, shape, previous.labelled)
        if tied and lists.is_tail(text, previous, self._run.digits[at], start):
            return Found(start, self._run.stops[at], "tail", previous.shape, previous.labelled)
        return None

    def _labelled(self, at: int, end: int, begin: int) -> Found | None:
        """A number without trunk 0 that a label names: local, short, or with the 0 left out."""
        digits = "".join(self._run.digits[at:end])
        if len(digits) > _MOST_LOCAL:
            end = self._run.before_slash(at, end)
            digits = "".join(self._run.digits[at:end])
        stop = self._run.stops[end - 1]
        if not 3 <= len(digits) <= _MOST_LOCAL or not traps.ends(self.text, stop):
            return None
        if dialling.is_short(digits) and (len(digits) != 4 or end - at == 1):
            label = labels.governing(self.text, begin)
            named = short.follows(self.text, self._previous, begin)
            named = named or short.is_named(self.text, begin, stop, len(digits), label)
            return Found(begin, stop, "short", (), True) if named else None
        if len(digits) < 4 or digits[0] in "01" or not self._is_local(begin, len(digits)):
            return None
        shape = tuple(map(len, self._run.digits[at:end]))
        if max(shape) < 2:
            return None
        note(self.kin, shape, self._run.digits[at:end], self.text[begin : begin + 2])
        return self._extended(begin, stop, "local", shape, True)

    def _is_local(self, begin: int, size: int) -> bool:
        """Whether a label, or the area code, binds closely enough for a local number of that size."""
        if self._book.names(begin):
            return True
        label = labels.governing(self.text, begin)
        if label is None or not labels.binds(label, size, begin <= self._list_stop):
            return False
        return label.close == 2 or not traps.other_before(self.text, begin)

    def _akin(self, at: int, end: int) -> Found | None:
        """A local number that nothing names, akin to the page's others: `Портал: 60 17 29`, `Рендова, 60 17 31`."""
        start = self._run.starts[at]
        common = self.kin.get(self.text[start : start + 2])
        if common is None:
            return None
        digits = "".join(self._run.digits[at:end])
        for lead, size, shape in sorted(common):
            if not digits.startswith(lead):
                continue
            printed = self._run.shape(at, end, size)
            if not printed or (shape and printed != shape):
                continue
            stop = self._run.stops[at + len(printed) - 1]
            if stands_akin(self.text, (start, stop), shape, printed, self._begins(at)):
                return Found(start, stop, "local", printed, False)
        return None

    def _begins(self, at: int) -> bool:
        """Whether no digits stand before a group that are not those of another number or of its owner."""
        if at == 0 or self._run.is_of_numbered(at):
            return True
        return self._previous is not None and self._previous.stop >= self._run.stops[at - 1]

    def _in_directory(self, at: int, end: int) -> Found | None:
        """A local number below the code named for all: `код 084`, and on a later line `Председател - 61 10 12`."""
        start = self._run.starts[at]
        code = self._book.code_for(start, self._list_stop)
        if code is None or not code.sure:
            return None
        shape, rule = self._book.local(self._run, at, end, code)
        if not shape:
            return None
        stop = self._run.stops[at + len(shape) - 1]
        return self._extended(start, stop, rule, shape, False) if stands_in_directory(self.text, start, stop) else None
