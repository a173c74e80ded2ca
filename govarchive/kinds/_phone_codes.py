"""Area codes that a page names apart from its numbers: `код 084`, `/тел.код 0751/`, `Телефони (0431):`."""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govarchive.data import areas
from govarchive.text.glance import lowered

REACH = 600
"""How far, in characters, the local numbers of a directory stand from its code or from each other."""
_BELOW = 1500
"""How far above the code that ends a directory its first number stands."""

_NAMED = re.compile(
    r"""
    код (?: ът | а )? (?![а-я]) [ ]?
    (?: (?P<of> за [ ] (?: сел | гр | общин | населен ) [^\n0-9:;,.()/]{0,40} )   # кодът за селото е 0749
      | (?: за | на ) [ ] [^\n0-9:;,.()/]{3,40} )? [ :=№(-]{0,4}
    0 (?P<code> [1-9][0-9]{0,4} ) (?![0-9])
    (?P<own> [ ]? [/.-]? [ ]? [0-9] )?                    # код 084/61 10 12
    """,
    re.VERBOSE,
)
_LABELLED = re.compile(
    r"тел [а-я]{0,8} \.? [ :]{0,2} [(/] [ ]? 0 (?P<code> [1-9][0-9]{0,4} ) [ ]? [)/] [ ]? (?= [:\n\t] )",
    re.VERBOSE,
)
_CELL = re.compile(r"[\t\n]0(?P<code>[1-9][0-9]{0,3})\t(?=[2-9])")
_HEADING = "код\tтел"
_OPENED = re.compile(r"/[ ]?(?:тел[а-я]*\.?[ ]?)?\Z")
_BEHIND = re.compile(r"[ ]?[(/,;-][ ]?(?:(?:с|тел[а-я]*\.?)[ ])?код[ ]?[:-]?[ ]?", re.IGNORECASE)
_LINE = 120
_DIRECT = " )/:,;-\n\t"


class Code(NamedTuple):
    """An area code without its trunk 0, and where the digits of it start (the 0 counted) and stop.

    `sure` where words of telephones or the town of that code tell that it is none of a budget or a bank.
    """

    digits: str
    start: int
    stop: int
    sure: bool


@lru_cache(maxsize=4)
def codes(text: str) -> tuple[Code, ...]:
    """The area codes a text names, in order; kept for the last few texts.

    >>> codes("гр. Гоце Делчев /тел.код 0751/, код 084/61 10 12, код 2 бр.")
    (Code(digits='751', start=25, stop=29, sure=True),)
    """
    lower = lowered(text)
    named = _named(lower) if "код" in lower else ()
    labelled = _LABELLED.finditer(lower) if "тел" in lower else ()
    cells = _CELL.finditer(lower) if _HEADING in lower else ()
    found = sorted([*named, *labelled, *cells], key=re.Match.start)
    return tuple(_code(it, text, lower) for it in found if areas.is_code(it["code"]))


def _code(it: re.Match[str], text: str, lower: str) -> Code:
    digits, start, stop = it["code"], it.start("code") - 1, it.end("code")
    above = lower.rfind("\n", 0, max(0, lower.rfind("\n", 0, start)))
    line = lower[max(above + 1, start - _LINE) : start]
    sure = "тел" in line or "избир" in line or bool(it.re is _NAMED and it["of"])
    sure = sure or any(digits.startswith(town) for town in _towns(text))
    return Code(digits, start, stop, sure)


@lru_cache(maxsize=4)
def _towns(text: str) -> tuple[str, ...]:
    return areas.codes_named(text)


def _named(lower: str) -> Iterator[re.Match[str]]:
    for it in _NAMED.finditer(lower):
        if lower[it.start() - 1 : it.start()].isalpha():
            continue
        # With digits right behind it is the code of those, but for `/код 084/ 61 10 12`.
        if it["own"] is None or ("/" in it["own"] and _OPENED.search(lower, max(0, it.start() - 12), it.start())):
            yield it


def is_named(text: str, start: int) -> bool:
    """Whether the digits at `start` are a code named apart from any number."""
    return start in _starts(text)


@lru_cache(maxsize=4)
def _starts(text: str) -> frozenset[int]:
    return frozenset(code.start for code in codes(text))


def code_above(text: str, start: int) -> Code | None:
    """The last code named before `start`."""
    named = codes(text)
    at = bisect(named, start, key=_stop)
    return named[at - 1] if at else None


def code_for(text: str, start: int) -> Code | None:
    """The last code named before `start`; where there is none, the first below that ends its directory.

    >>> code_for("Поща - 22-14. Кодът за селото е 0749", 7).digits
    '749'
    """
    named = codes(text)
    if named and start < named[0].start:
        return named[0] if named[0].sure and named[0].start - start < _BELOW else None
    return code_above(text, start)


def code_behind(text: str, stop: int) -> Code | None:
    """The code named right behind a number: `22-14 (код 08146)`."""
    named = codes(text)
    at = bisect(named, stop, key=_stop)
    code = named[at] if at < len(named) else None
    return code if code and _BEHIND.fullmatch(text, stop, code.start) else None


def _stop(code: Code) -> int:
    return code.stop


def names_code(text: str, start: int) -> bool:
    """Whether a code is named right before `start`: `/код 0749/: `.

    >>> names_code("/код 0749/: 8-21-16", 12), names_code("/код 0749/ приемна: 8-21-16", 20)
    (True, False)
    """
    code = code_above(text, start)
    return code is not None and start - code.stop < 8 and not text[code.stop : start].strip(_DIRECT)
