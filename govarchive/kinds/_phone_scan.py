"""Where telephone numbers stand in a folded text: full ones, local ones under a label, the rest of a list, short ones.

A number is cut from a run of digit groups at the length numbers have today; what a run leaves over must be a tail or
another number, else an unlabelled run is something else.
"""

import re
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from govarchive.data import areas
from govarchive.kinds import _phone_labels as labels
from govarchive.kinds import _phone_lists as lists
from govarchive.kinds import _phone_short as short
from govarchive.kinds import _phone_traps as traps
from govarchive.kinds._phone_digits import EXTENSION, Printed, read
from govarchive.kinds._phone_kin import Found, Kin, note, stands_beside
from govarchive.model import Span
from govarchive.text import dialling
from govarchive.text.glance import lowered, numerals

_SEPARATORS = " ()/.+-"
_WIDEST = 5
"""Characters between two groups of digits, at most."""
_ZERO = re.compile(r"(?<=[0-9])[OОoо]+(?=[0-9 /)-])|(?<![^\W_])[OО](?=[0-9])")
_LETTERS_O = frozenset("OОoо")
_FIRST, _LAST = itemgetter(0), itemgetter(-1)
_PREFIX = re.compile(r"(?:[(/]\ ?)?(?:\(?\+{1,2}\ ?)?\(?\Z")
_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(\s?[./ -]\s?)(?:0?[1-9]|1[0-2])\s?[./ -]\s?(?:19|20)[0-9]{2}(?![0-9])")
_INSIDE = re.compile(r"[ ]{0,2}[()/.-]{0,2}[ ]{0,2}(?:\(0\))?[ ]{0,2}[()/-]?[ ]?")
_INSIDE_LATER = re.compile(r" 08|\(0|\+")
_UNLABELLED_SEPARATORS = re.compile(r"[ ]?[ /)-][ /-]?[ ]?")
_BRACKETED = re.compile(r"[0-9 -]{1,9}(?:\(0\))?[0-9 -]{0,5}\)\s?[/-]?\s?[0-9]")
_SLASHED = re.compile(r"[0-9]{2,6}/\s?[0-9]")
_MOBILE = ("087", "088", "089")
_SHORT_HEADS = frozenset(("112", "116", "118", "150", "160", "166"))
_PLUS = frozenset(("+ ", "+("))
_WIDEST_LOCAL = 17
"""Nine digits without trunk 0 and what separates them."""


class Group(NamedTuple):
    """A run of digits, its offsets, and what stands between the group before and this one."""

    digits: str
    start: int
    stop: int
    gap: str


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Span, ...]:
    """The spans of all that may be a telephone number, in order; kept for the last texts."""
    page = _Page(_with_zeros(text))
    page.read()
    return tuple([Span(it.start, it.stop, it.rule) for it in page.found])


def _with_zeros(text: str) -> str:
    """The text with a nought for each letter O typed for one: `О2/ 911`, `08ОО 11 222`."""
    parts = numerals(text).parts
    gaps = parts[2:-1:2]
    if _LETTERS_O.isdisjoint({parts[0][-1:], parts[-1][:1], *map(_FIRST, gaps), *map(_LAST, gaps)}):
        return text
    return _ZERO.sub(lambda match: "0" * len(match.group()), text)


@lru_cache(maxsize=512)
def _is_inside(gap: str) -> bool:
    """Whether groups of one number are printed with that between them."""
    return _INSIDE.fullmatch(gap) is not None


class _Page:
    """A page's runs of digit groups, each read from left to right; `found` are the numbers, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Found] = []
        self._coded = "код" in lowered(text)
        self._kin: Kin = {}
        self._previous: Found | None = None
        self._list_stop = 0
        """Up to where digits are near enough to the number before to belong to its list."""
        self._groups: list[Group] = []

    def read(self) -> None:
        parts, ends = numerals(self.text)
        head, last = 1, len(parts) - 2
        while head <= last:
            tail = head
            while tail < last and len(gap := parts[tail + 1]) <= _WIDEST and not gap.strip(_SEPARATORS):
                tail += 2
            if self._is_worth_reading(parts[head - 1], parts[head], ends[head - 1], ends[tail]):
                inner = range(head, tail + 1, 2)
                self._groups = [Group(parts[at], ends[at - 1], ends[at], parts[at - 1]) for at in inner]
                self._read_run()
            head = tail + 2

    def _is_worth_reading(self, gap: str, first: str, start: int, stop: int) -> bool:
        """A cheap look at a run of digits; most of a page's are refused here."""
        size = stop - start
        if start <= self._list_stop and (size < 3 or lists.follows(self.text, self._previous, start)):
            return True
        if size < 3:
            return False
        if first[0] == "0" or gap[-1:] == "+" or gap[-2:] in _PLUS:
            return not (8 <= size <= 16 and _DATE.fullmatch(self.text, start, stop))
        if first[:3] in _SHORT_HEADS or self.text[start : start + 2] in self._kin:
            return True
        if size > 8 and _INSIDE_LATER.search(self.text, start, stop):
            return True
        if not 3 < size <= _WIDEST_LOCAL or (first[0] == "1" and first[1:2] != "0"):
            return False
        # A year: `през 2019`.
        if size == 4 and first[:2] == "20" and gap[-1:] == " " and gap[-2:-1].isalpha():
            return False
        return self._is_named(start, stop)

    def _is_named(self, start: int, stop: int) -> bool:
        """Whether a label, or a code named so, stands before digits that could be a local number."""
        if not traps.ends(self.text, stop) or (stop - start >= 8 and _DATE.match(self.text, start)):
            return False
        label = labels.governing(self.text, start)
        if label is not None:
            return label.close == 2 or (label.close == 1 and stop - start > 4)
        return self._coded and labels.names_code(self.text, start) is not None

    def _read_run(self) -> None:
        groups = self._groups
        at, size = 0, len(groups)
        while at < size:
            found = self._number(at)
            if found is None:
                at = self._next_head(at + 1)
                continue
            self.found.append(found)
            self._previous = found
            self._list_stop = found.stop + lists.REACH
            while at < size and groups[at].start < found.stop:
                at += 1

    def _next_head(self, at: int) -> int:
        """The next group that can begin a number after digits that were none: `1000 (02) …`, `12 0888 …`."""
        while at < len(self._groups):
            _, _, _, gap = group = self._groups[at]
            if "(" in gap or "+" in gap or (group.digits.startswith(_MOBILE) and gap.isspace()):
                break
            at += 1
        return at

    def _number(self, at: int) -> Found | None:
        group, previous = self._groups[at], self._previous
        glued = previous is not None and group.start - previous.stop == 1
        if group.stop - group.start <= 2 and self._is_date(at):
            return None
        if not glued and traps.in_word(self.text, group.start):
            return None
        begin, plus = self._prefix(at)
        joined = self._joined(at)
        printed = read(tuple([it.digits for it in joined]), plus)
        if printed is not None:
            return self._full(at, begin, printed)
        if plus:
            return None
        return self._listed(at, joined) or self._labelled(begin, joined) or self._akin(at)

    def _is_date(self, at: int) -> bool:
        groups = self._groups
        return len(groups) > at + 2 and _DATE.match(self.text, groups[at].start) is not None

    def _joined(self, at: int) -> list[Group]:
        """The groups from `at` on that are joined as those of one number are."""
        stop = at + 1
        last = min(at + 9, len(self._groups))
        while stop < last and _is_inside(self._groups[stop].gap):
            stop += 1
        return self._groups[at:stop]

    def _prefix(self, at: int) -> tuple[int, bool]:
        """Where the print of the number begins, with `+` and the bracket of its code, and whether there is a `+`."""
        group = self._groups[at]
        if not group.gap.rstrip(" ").endswith(("(", "/", "+")):
            return group.start, False
        found = _PREFIX.search(self.text, max(0, group.start - 5), group.start)
        opened = found.group() if found else ""
        begin = group.start - len(opened)
        if opened[:1] in ("(", "/") and not self._closes(at, opened[0]):
            begin += len(opened) - len(opened[1:].lstrip())
        return begin, "+" in opened

    def _closes(self, at: int, opened: str) -> bool:
        """Whether the bracket before the first group is closed before the last digits: `(073) 81`, `(+359 2) 9`."""
        start = self._groups[at].start
        return (_BRACKETED if opened == "(" else _SLASHED).match(self.text, start, start + 14) is not None

    def _full(self, at: int, begin: int, printed: Printed) -> Found | None:
        text, stop = self.text, self._groups[at + printed.used - 1].stop
        label = labels.governing(text, begin)
        labelled = (label is not None and label.close > 0) or (
            printed.fits == 2 and (label is not None or lists.follows(text, self._previous, begin))
        )
        if not labelled and not self._stands_alone(at, begin, printed):
            return None
        if labelled and (traps.goes_on(text, stop) or (not printed.fits and traps.is_quantity(text, stop))):
            return None
        found = self._extended(begin, stop, printed.form, printed.own, labelled)
        if printed.form != "foreign" and not found.extended:
            own = self._groups[at + printed.used - len(printed.own) : at + printed.used]
            note(self._kin, printed, [it.digits for it in own], text[own[0].start : own[0].start + 2])
        return found

    def _extended(self, begin: int, stop: int, rule: str, shape: tuple[int, ...], labelled: bool) -> Found:
        extension = EXTENSION.match(self.text, stop)
        end = extension.end() if extension else stop
        if extension and extension.group().endswith(")") and "(" not in extension.group():
            end = extension.end("extension")
        return Found(begin, end, rule, shape, labelled, extension is not None)

    def _stands_alone(self, at: int, begin: int, printed: Printed) -> bool:
        """Whether an unlabelled number looks like a phone and like nothing else."""
        parts = self._groups[at : at + printed.used]
        text, stop = self.text, parts[-1].stop
        plus = "+" in text[begin : parts[0].start + 1]
        if printed.fits < 2 - (plus and printed.form == "international"):
            return False
        if traps.goes_on(text, stop) or traps.is_quantity(text, stop):
            return False
        if printed.form != "trunk":
            return plus or printed.form == "international"
        if not _is_grouped(parts, printed) or self._goes_on(at, printed.used):
            return False
        return not (text[begin - 1 : begin].isalnum() or traps.other_before(text, begin))

    def _goes_on(self, at: int, used: int) -> bool:
        """Whether more digits follow that are neither a tail nor another number, or some stand before."""
        before = self._groups[at].gap
        if at and len(before) <= 3 and re.fullmatch(r"[./-]{1,2}[(/]?", before):
            return True
        after = self._groups[at + used : at + used + 2]
        if not after or after[0].digits[0] == "0":
            return False
        return "." in after[0].gap or len(after[0].digits) > 4 or (len(after) > 1 and after[0].gap.isspace())

    def _listed(self, at: int, joined: list[Group]) -> Found | None:
        """The next of a list without the area code they share: `81 22 31`, or only its last digits: `/34`."""
        previous, text, group = self._previous, self.text, joined[0]
        if previous is None or previous.rule in ("foreign", "short"):
            return None
        tied = lists.is_tied(text, previous, group.start)
        parts = _adding_up(joined, sum(previous.shape)) if lists.follows(text, previous, group.start) else []
        shape = tuple([len(it.digits) for it in parts])
        if parts and lists.is_alike(shape, previous, tied) and traps.ends(text, parts[-1].stop, sum(shape)):
            return self._extended(group.start, parts[-1].stop, "local", shape, previous.labelled)
        if tied and lists.is_tail(text, previous, group.digits, group.start):
            return Found(group.start, group.stop, "tail", previous.shape, previous.labelled)
        return None

    def _labelled(self, begin: int, joined: list[Group]) -> Found | None:
        """A number without trunk 0 that a label names: local, short, or with the 0 left out."""
        digits = "".join([it.digits for it in joined])
        stop = joined[-1].stop
        if not 3 <= len(digits) <= 9 or not traps.ends(self.text, stop):
            return None
        if dialling.is_short(digits):
            label = labels.governing(self.text, begin)
            named = short.follows(self.text, self._previous, begin)
            named = named or short.is_named(self.text, begin, stop, len(digits), label)
            return Found(begin, stop, "short", (), True) if named else None
        if len(digits) < 4 or digits[0] in "01" or not self._is_local(begin, len(digits)):
            return None
        shape = tuple([len(it.digits) for it in joined])
        return self._extended(begin, stop, "local", shape, True) if max(shape) >= 2 else None

    def _is_local(self, begin: int, size: int) -> bool:
        """Whether a label, or the area code, binds closely enough for a local number of that size."""
        if self._coded and labels.names_code(self.text, begin):
            return True
        label = labels.governing(self.text, begin)
        if label is None or label.close == 0:
            return False
        return label.close == 2 or (size > 4 and not traps.other_before(self.text, begin))

    def _akin(self, at: int) -> Found | None:
        """A local number that nothing names, beside its owner and set as the page's full ones: `Портал: 60 17 29`."""
        start = self._groups[at].start
        for shape, lead in sorted(self._kin.get(self.text[start : start + 2], ())):
            parts = _adding_up(self._joined(at), sum(shape))
            alike = tuple([len(it.digits) for it in parts]) == shape
            if (
                alike
                and "".join([it.digits for it in parts]).startswith(lead)
                and stands_beside(self.text, start, parts[-1].stop)
            ):
                return Found(start, parts[-1].stop, "local", shape, False)
        return None


def _adding_up(joined: list[Group], wanted: int) -> list[Group]:
    """The first groups that make up exactly `wanted` digits; empty where they do not."""
    size = 0
    for count, group in enumerate(joined, 1):
        size += len(group.digits)
        if size >= wanted:
            return joined[:count] if size == wanted else []
    return []


def _is_grouped(parts: list[Group], printed: Printed) -> bool:
    """Whether the code is set off and the rest separated as phones are; a mobile number may be in one piece."""
    mobile = dialling.is_mobile(printed.national)
    if len(parts) == 1:
        return mobile or printed.national[:3] in ("700", "800")
    for it in parts[1:]:
        if not (_UNLABELLED_SEPARATORS.fullmatch(it.gap) or (mobile and it.gap == ".")):
            return False
    if mobile or printed.code:
        return True
    return parts[1].gap.strip() in ("/", ")") and areas.begins_code(parts[0].digits[1:])
