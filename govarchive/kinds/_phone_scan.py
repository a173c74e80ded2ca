"""Where telephone numbers stand in a folded text: full ones, local ones under a label, the rest of a list, short ones.

A number is cut from a run of digit groups at the length numbers have today; what a run leaves over must be a tail or
another number, else an unlabelled run is something else.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from govarchive.data import areas
from govarchive.kinds import _phone_words as words
from govarchive.kinds._phone_digits import EXTENSION, Group, Printed, groups, read
from govarchive.kinds._phone_kin import Found, Kin, note, stands_beside
from govarchive.model import Span
from govarchive.text import dialling
from govarchive.text.glance import numbers

_RUN = re.compile(
    r"""
    [0-9]+
    (?: [ ()/.+-]{1,5} (?=[0-9]) [0-9]+     # the separators phones are printed with
      | [OОoо]+ (?=[0-9 /)-]) [0-9]*       # a letter typed for a zero
    )*
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"(?:[(/]\ ?)?(?:\(?\+{1,2}\ ?)?\(?(?:(?<![^\W_])[OО])?\Z")
_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(\s?[./ -]\s?)(?:0?[1-9]|1[0-2])\s?[./ -]\s?(?:19|20)[0-9]{2}(?![0-9])")
_INSIDE = re.compile(r"[ ]{0,2}[()/.-]{0,2}[ ]{0,2}(?:\(0\))?[ ]{0,2}[()/-]?[ ]?")
_TAIL = re.compile(r"\s{0,2}(?:[/,;-]|и|или|до)\s{0,2}")
_LIST = re.compile(
    r"""
    [ ]? (?: \( [^()0-9\n]{2,30} \) | [ ]?-?[ ]? [^0-9\n,;№/]{2,40} )? [ ]? [,;/|] \s{0,3}   # - централа;
    | \s{0,2} (?: [/;,|-] | и | или | до )? \s{0,3}
    | [ ]? (?: - [ ]? [^0-9\n:№]{2,40} )? \s*? \n \s{0,4} [•*-]? \s?
    """,
    re.VERBOSE,
)
_REACH = 60
_PROMISE = re.compile(r"[ ]08|\(0|\+")
RANGE = "/-д"
"""Marks (`/`, `-`, `до`) after which the last digits of a number stand for another one."""
_PLUS = ("+", "+ ", "O", "О", "+(")
_BRACKETED = re.compile(r"[0-9OО -]{1,9}(?:\(0\))?[0-9 -]{0,5}\)\s?[/-]?\s?[0-9]")
_SLASHED = re.compile(r"[0-9OО]{2,6}/\s?[0-9]")
_UNLABELLED_SEPARATORS = re.compile(r"[ ]?[ /)-][ /-]?[ ]?")
_ALSO = re.compile(r"\s?(?:[,;/]|и|или)\s(?:на\s|тел\.?\s)?")


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Span, ...]:
    """The spans of all that may be a telephone number, in order; kept for the last texts."""
    tabled, hints = "\t" in text, words.hints(text)
    spans: list[Span] = []
    previous: Found | None = None
    kin: Kin = {}
    stop = 0
    for start in numbers(text):
        match = _RUN.match(text, start) if start >= stop else None
        if match is None:
            continue
        stop = match.end()
        listed = previous is not None and start - previous.stop <= _REACH
        # Neither a number nor the rest of one.
        if stop - start < 3 and not listed:
            continue
        near = bisect(hints, start)
        named = tabled or (near > 0 and start - hints[near - 1] <= words.REACH)
        if not listed and not _worth_reading(text, start, stop, named, kin):
            continue
        for found in _Run(text, start, stop, named, kin).numbers(previous):
            previous = found
            spans.append(Span(found.start, found.stop, found.rule))
            note(text, found, kin)
    return tuple(spans)


def _worth_reading(text: str, start: int, stop: int, named: bool, kin: Kin) -> bool:
    """A cheap look at digits that follow no number."""
    if stop - start < 3 or not (named or text[start : start + 2] in kin or _promising(text, start, stop)):
        return False
    return _DATE.fullmatch(text, start, stop) is None


def _promising(text: str, start: int, stop: int) -> bool:
    """Whether digits may be a number without a word that names them."""
    before = text[max(0, start - 2) : start]
    if text[start] == "0" or before[-1:] in _PLUS or before in _PLUS:
        return True
    if stop - start == 3:
        return dialling.is_short(text[start:stop])
    if text.startswith("116", start) or text.find("код", max(0, start - 45), start) >= 0:
        return True
    # A shorter run has no room for a code behind other digits.
    return stop - start > 8 and _PROMISE.search(text, start, stop) is not None


class _Run:
    """One run of digit groups, read from left to right."""

    def __init__(self, text: str, start: int, stop: int, named: bool, kin: Kin) -> None:
        self.text = text
        self.named = named
        self.kin = kin
        self.groups = groups(text, self._first(start), stop)

    def _first(self, start: int) -> int:
        """The start of the run, one earlier where a letter O stands for its first zero."""
        before = self.text[max(0, start - 2) : start]
        return start - 1 if before[-1:] in ("O", "О") and not before[:-1].isalnum() else start

    def numbers(self, previous: Found | None) -> Iterator[Found]:
        at = 0
        while at < len(self.groups):
            found = self._number(at, previous)
            if found is None:
                at = self._next_head(at + 1)
                continue
            yield found
            previous = found
            while at < len(self.groups) and self.groups[at].start < found.stop:
                at += 1

    def _next_head(self, at: int) -> int:
        """The next group that can begin a number after digits that were none: `1000 (02) …`, `12 0888 …`."""
        while at < len(self.groups):
            gap = self.text[self.groups[at - 1].stop : self.groups[at].start]
            mobile = re.match("08[789]", self.groups[at].digits) and gap.isspace()
            if mobile or "(" in gap or "+" in gap:
                break
            at += 1
        return at

    def _number(self, at: int, previous: Found | None) -> Found | None:
        group = self.groups[at]
        glued = previous is not None and group.start - previous.stop == 1
        if _DATE.match(self.text, group.start) or (not glued and words.in_word(self.text, group.start)):
            return None
        begin, plus = self._prefix(at)
        parts = self._joined(at)
        printed = read([it.digits for it in parts], plus)
        if printed is not None:
            return self._full(at, begin, printed, previous)
        if plus:
            return None
        return self._listed(at, previous) or self._labelled(at, begin, previous) or self._akin(at)

    def _joined(self, at: int) -> list[Group]:
        """The groups from `at` on that are joined as those of one number are."""
        parts = [self.groups[at]]
        for group in self.groups[at + 1 : at + 9]:
            if not _INSIDE.fullmatch(self.text, parts[-1].stop, group.start):
                break
            parts.append(group)
        return parts

    def _prefix(self, at: int) -> tuple[int, bool]:
        """Where the print of the number begins, with `+` and the bracket of its code, and whether there is a `+`."""
        group = self.groups[at]
        found = _PREFIX.search(self.text, max(0, group.start - 5), group.start)
        opened = found.group() if found else ""
        begin = group.start - len(opened)
        if opened[:1] in ("(", "/") and not self._closes(at, opened[0]):
            begin += len(opened) - len(opened[1:].lstrip())
        return begin, "+" in opened

    def _closes(self, at: int, opened: str) -> bool:
        """Whether the bracket before the first group is closed before the last digits: `(073) 81`, `(+359 2) 9`."""
        rest = self.text[self.groups[at].start : self.groups[at].start + 14]
        return (_BRACKETED if opened == "(" else _SLASHED).match(rest) is not None

    def _full(self, at: int, begin: int, printed: Printed, previous: Found | None) -> Found | None:
        stop = self.groups[at + printed.used - 1].stop
        listed = self._follows(begin, previous)
        label = words.governing(self.text, begin) if self.named else None
        labelled = (label is not None and label.close > 0) or (printed.fits == 2 and (listed or label is not None))
        if not labelled and not self._stands_alone(at, begin, printed):
            return None
        if labelled and (words.goes_on(self.text, stop) or (words.UNIT.match(self.text, stop) and not printed.fits)):
            return None
        return self._extended(begin, stop, printed.form, printed.own, labelled)

    def _extended(self, begin: int, stop: int, rule: str, shape: tuple[int, ...], labelled: bool) -> Found:
        extension = EXTENSION.match(self.text, stop)
        end = extension.end() if extension else stop
        if extension and extension.group().endswith(")") and "(" not in extension.group():
            end = extension.end("extension")
        return Found(begin, end, rule, shape, labelled, extension is not None)

    def _follows(self, begin: int, previous: Found | None) -> bool:
        """Whether the number is the next of a list."""
        return previous is not None and _LIST.fullmatch(self.text, previous.stop, begin) is not None

    def _stands_alone(self, at: int, begin: int, printed: Printed) -> bool:
        """Whether an unlabelled number looks like a phone and like nothing else."""
        parts = self.groups[at : at + printed.used]
        text, stop = self.text, parts[-1].stop
        plus = "+" in text[begin : parts[0].start + 1]
        if printed.fits < 2 - (plus and printed.form == "international"):
            return False
        if words.goes_on(self.text, stop) or words.UNIT.match(text, stop):
            return False
        if printed.form != "trunk":
            return plus or printed.form == "international"
        if not self._grouped(parts, printed) or self._goes_on(at, printed.used):
            return False
        return not (text[begin - 1 : begin].isalnum() or words.OTHER_BEFORE.search(text, max(0, begin - 40), begin))

    def _grouped(self, parts: list[Group], printed: Printed) -> bool:
        """Whether the code is set off and the rest separated as phones are; a mobile number may be in one piece."""
        mobile = dialling.is_mobile(printed.national)
        if len(parts) == 1:
            return mobile or printed.national[:3] in ("700", "800")
        gaps = [self.text[one.stop : two.start] for one, two in pairwise(parts)]
        if not all(_UNLABELLED_SEPARATORS.fullmatch(gap) or (mobile and gap == ".") for gap in gaps):
            return False
        if mobile or printed.code:
            return True
        return gaps[0].strip() in ("/", ")") and areas.begins_code(parts[0].digits[1:])

    def _goes_on(self, at: int, used: int) -> bool:
        """Whether more digits follow that are neither a tail nor another number, or some stand before."""
        start, stop = self.groups[at].start, self.groups[at + used - 1].stop
        if at and re.search(r"[0-9][./-]{1,2}[(/]?\Z", self.text[max(0, start - 4) : start]):
            return True
        after = self.groups[at + used : at + used + 2]
        if not after or after[0].digits[0] == "0":
            return False
        gap = self.text[stop : after[0].start]
        return "." in gap or len(after[0].digits) > 4 or (len(after) > 1 and gap.isspace())

    def _listed(self, at: int, previous: Found | None) -> Found | None:
        """The next of a list without the area code they share: `81 22 31`, or only its last digits: `/34`."""
        if previous is None or previous.rule in ("foreign", "short"):
            return None
        start, text = self.groups[at].start, self.text
        listed = _LIST.fullmatch(text, previous.stop, start) is not None
        parts = self._local_parts(at, sum(previous.shape)) if listed else []
        shape = tuple(len(it.digits) for it in parts)
        joined = _TAIL.fullmatch(text, previous.stop, start) is not None
        if parts and self._is_alike(shape, previous, joined) and words.ends(self.text, parts[-1].stop, sum(shape)):
            return self._extended(start, parts[-1].stop, "local", shape, previous.labelled)
        if joined and self._is_tail(self.groups[at], previous):
            return Found(start, self.groups[at].stop, "tail", previous.shape, previous.labelled)
        return None

    def _is_alike(self, shape: tuple[int, ...], previous: Found, joined: bool) -> bool:
        """Whether a group without code is set like the own digits of the number before it."""
        size = sum(shape)
        return 4 <= size <= 7 and (shape == previous.shape or (joined and size >= 5))

    def _is_tail(self, group: Group, previous: Found) -> bool:
        gap = self.text[previous.stop : group.start]
        size, last = len(group.digits), previous.shape[-1]
        if previous.extended or size > 4 or not words.ends(self.text, group.stop):
            return False
        if any(mark in gap for mark in RANGE):
            return size < sum(previous.shape) and (size > 1 or gap in ("/", "-")) and not ("-" in gap and size > last)
        if dialling.is_short(group.digits):
            return False
        return previous.labelled and size == last and 2 <= size <= 3 and sum(previous.shape) > size

    def _local_parts(self, at: int, wanted: int) -> list[Group]:
        """The groups from `at` on that make up exactly `wanted` digits; empty where they do not."""
        parts, size = [], 0
        for group in self._joined(at):
            parts.append(group)
            size += len(group.digits)
            if size >= wanted:
                break
        return parts if size == wanted else []

    def _labelled(self, at: int, begin: int, previous: Found | None) -> Found | None:
        """A number without trunk 0 that a label names: local, short, or with the 0 left out."""
        parts = self._joined(at)
        digits = "".join(it.digits for it in parts)
        stop = parts[-1].stop
        if not 3 <= len(digits) <= 9 or not words.ends(self.text, stop):
            return None
        if dialling.is_short(digits):
            named = self._after_short(begin, previous) or self._is_short(begin, stop, digits)
            return Found(begin, stop, "short", (), True) if named else None
        if len(digits) < 4 or digits[0] in "01" or not self._is_named(begin, len(digits)):
            return None
        shape = tuple(len(it.digits) for it in parts)
        return self._extended(begin, stop, "local", shape, True) if max(shape) >= 2 else None

    def _akin(self, at: int) -> Found | None:
        """A local number that nothing names, beside its owner and set as the page's full ones: `Портал: 60 17 29`."""
        start = self.groups[at].start
        for shape, lead in sorted(self.kin.get(self.text[start : start + 2], ())):
            parts = self._local_parts(at, sum(shape))
            alike = tuple(len(it.digits) for it in parts) == shape
            if (
                alike
                and "".join(it.digits for it in parts).startswith(lead)
                and stands_beside(self.text, start, parts[-1].stop)
            ):
                return Found(start, parts[-1].stop, "local", shape, False)
        return None

    def _is_named(self, begin: int, size: int) -> bool:
        """Whether a label, or the area code, binds closely enough for a local number of that size."""
        if words.names_code(self.text, begin):
            return True
        label = words.governing(self.text, begin) if self.named else None
        if label is None or label.close == 0:
            return False
        return label.close == 2 or (size > 4 and not words.OTHER_BEFORE.search(self.text, max(0, begin - 40), begin))

    def _after_short(self, begin: int, previous: Found | None) -> bool:
        """Whether a short number is the next of several: `112 или 150`, `Спешно отделение: 076/ 67 91 33, 150`."""
        if previous is None or not _ALSO.fullmatch(self.text, previous.stop, begin):
            return False
        line = self.text[self.text.rfind("\n", 0, previous.start) + 1 : previous.start]
        return previous.rule == "short" or words.EMERGENCY.search(line) is not None

    def _is_short(self, begin: int, stop: int, digits: str) -> bool:
        label = words.governing(self.text, begin) if self.named else None
        if label is not None and (label.close == 2 or (label.close == 1 and len(digits) != 4)):
            return True
        if len(digits) == 6 and words.HELPLINE_BEFORE.search(self.text, max(0, begin - 70), begin):
            return True
        if len(digits) == 3 and words.is_of_service(self.text, begin, stop):
            return True
        if len(digits) == 4 or words.WORD_AFTER.match(self.text, stop):
            return False
        return words.EMERGENCY_BEFORE.search(self.text, max(0, begin - 70), begin) is not None
