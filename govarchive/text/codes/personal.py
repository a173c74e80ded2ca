"""What the numbers of persons (ЕГН, ЛНЧ) have in common: ten digits, found only where a page names them, or masked.

>>> digits("503203/6030")
'5032036030'
>>> has_digits("5032036030"), has_digits("**********")
(True, False)
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from govarchive.errors import Invalid, InvalidFormat
from govarchive.model import Span
from govarchive.text.codes.naming import Names, Naming
from govarchive.text.counted import counted
from govarchive.text.glance import long_numbers

_DATE = "[0-9]{1,2} [./-] [0-9]{1,2} [./-] (?:19|20)[0-9]{2} (?![0-9])"
_RUN = re.compile(
    rf"""
    [0-9]{{6}}[ ./-]?[0-9]{{4}} (?![0-9])          # 503203 6030, 503203/6030
    # In any other groups, one in each box of a form; no date, no number with its date, no mobile telephone.
    | (?! (?: [0-9]{{1,4}}[ /-] )? {_DATE} | 08[7-9] ) [0-9] (?: [ ./-]?[0-9] ){{9}} (?![0-9])
    | [0-9]{{8,12}} (?![0-9])                      # a digit too few or too many
    """,
    re.VERBOSE,
)
# Each digit in a cell of its own.
_BOXED = re.compile(
    r"\t (?<=[0-9]\t) (?<![0-9.,/-][0-9]\t) (?<![0-9]\t[0-9]\t) [0-9] (?: \t[0-9] ){8} (?! \t?[0-9] | [.,/-][0-9] )",
    re.VERBOSE,
)
_NEXT = re.compile(r"[ ]? (?: [,;/\n] | ,?[ ](?:и|или)[ ] | \n(?:и|или)[ ] ) \s{0,3}", re.VERBOSE)
_GAPS = re.compile(r"[\s./-]+")
_MASKED = "*" * 10


class Number:
    """One kind of personal number: the words that name it, and how it is told from others under a label for several.

    `own` are its names, `others` those of numbers that share labels with it (`ЕГН/ЛНЧ`), `also` the ones among them
    that may stand for it by themselves; all are verbose alternations. `beside` and `hints` are for `Naming`; `checks`
    says without any doubt whether a raw value is one.
    """

    def __init__(
        self, own: str, others: str, also: str, beside: str, hints: tuple[str, ...], checks: Callable[[str], bool]
    ) -> None:
        self._naming = Naming(f"{own} | {others}", beside, hints, owned=True)
        self.own, self._others, self._also = (re.compile(it, re.IGNORECASE | re.VERBOSE) for it in (own, others, also))
        self._behind = re.compile(
            rf"""
            (?P<set_off> [ ]?\( [ ]? | [ ]?-[ ]? )?+ (?: [ ]? [\[(/,\n\t-]{{1,2}} )? [ ]?   # 5032036030 (ЕГН), \n(ЕГН)
            (?: (?: това | е | са | като | негов\w* | нейн\w* | неин\w* | посочен\w* ) [ ] ){{0,2}}
            (?P<names> (?: {own} | {others} ) (?: [ ]?(?:[/(,]|или)[ ]? (?: {own} | {others} ) )* ) (?![^\W_])
            (?P<ends> [ ]?(?: [.;,)\n] | \Z | (?:на|от)[ ][^0-9\n:]{{2,60}} (?: [.;,)\n] | \Z ) ) )?
            (?! [^\w\n;,)]{{0,12}} (?: (?:номер|[Nn][oо])\b [^\w\n]{{0,4}} )? [0-9_*] )    # the name of the next number
            """,
            re.IGNORECASE | re.VERBOSE,
        )
        self._checks = checks

    def find(self, text: str) -> Iterator[Span]:
        """The named runs of about ten digits; a list shares the label before its first one or behind its last."""
        names = self._naming.on(text)
        for label, numbers in _lists(text, names) if names.possible or _boxed(text) else ():
            sure: tuple[int, int] | None = numbers[0]
            if not label and (behind := self._behind.match(text, numbers[-1][1])):
                label, sure = behind["names"], _surely(text, numbers[-1], behind)
            for start, stop in numbers if label else ():
                if rule := self._rule(label, text[start:stop], (start, stop) != sure):
                    yield Span(start, stop, rule)

    def _rule(self, label: str, raw: str, listed: bool) -> str:
        """The name of the rule by which it is one; empty for none."""
        own, other = self.own.search(label), self._others.search(label)
        if own and not other and not listed:
            return "named"
        if not (own or self._also.search(label)) or not self._checks(raw):
            return ""
        return "named with others" if other else "listed"


def _surely(text: str, number: tuple[int, int], behind: re.Match[str]) -> tuple[int, int] | None:
    """The number before a name behind it, where that can be of nothing else: set off, and no more is said."""
    set_off = behind["set_off"] is not None and behind["ends"] is not None
    return number if set_off and not text.startswith("08", number[0]) else None


def _lists(text: str, names: Names) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Numbers that follow one another, with the label before the first; empty without any."""
    label, numbers = "", list[tuple[int, int]]()
    for start, stop in _runs(text):
        own = names.label(start)
        if numbers and (own or not _NEXT.fullmatch(text, numbers[-1][1], start)):
            yield label, numbers
            numbers = []
        label = label if numbers else own
        numbers.append((start, stop))
    if numbers:
        yield label, numbers


@lru_cache(maxsize=4)
def _runs(text: str) -> tuple[tuple[int, int], ...]:
    """Where ten digits or so stand by themselves, looked for once for all kinds of personal number."""
    found = (it for begin, end in long_numbers(text) for it in _RUN.finditer(text, begin, end))
    runs = [it.span() for it in found if not it.start() or not text[it.start() - 1].isdigit()]
    boxed = _boxed(text)
    return tuple(sorted([*runs, *boxed]) if boxed else runs)


@lru_cache(maxsize=4)
def _boxed(text: str) -> tuple[tuple[int, int], ...]:
    """Where ten digits stand in ten cells."""
    return tuple((it.start() - 1, it.end()) for it in _BOXED.finditer(text)) if "\t" in text else ()


def passes(raw: str, validate: Callable[[str], None]) -> bool:
    """Whether a raw value is one by its check, without any doubt."""
    try:
        validate(digits(raw))
    except Invalid:
        return False
    return True


def digits(raw: str, prefix: str = "") -> str:
    """The normal form: digits without the marks between them, or ten stars for a masked number.

    Raises InvalidFormat for anything else; `prefix` may stand before them.
    """
    value = _GAPS.sub("", raw).upper().removeprefix(prefix)
    if not re.fullmatch(r"[0-9]+|\*{10}", value):
        raise InvalidFormat("ten digits expected, or ten stars for a masked number")
    return value


def has_digits(value: str) -> bool:
    """Whether there are ten digits to check, False for a masked number; raises InvalidFormat for anything else."""
    if value != _MASKED and not re.fullmatch("[0-9]{10}", value):
        raise InvalidFormat(f"{value}: {counted(len(value), 'character')} found, 10 digits expected")
    return value != _MASKED
