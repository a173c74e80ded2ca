"""Centuries and decades: their values, of what the groups of a printed form hold.

>>> century({"n": None, "roman": "xix"}, None), centuries({"n": "18", "roman": None, "m": "19", "last": None}, None)
('18XX', '17XX/18XX')
>>> decade({"decade": "60", "century": "деветнадесети"}, None), decade({"decade": "90", "century": None}, None)
('186X', '199X')
>>> decades({"decade": "60", "last": "80", "century": "xix"}, None)
'186X/188X'
"""

import re

from govarchive.text.calendar import ROMAN, number, roman
from govarchive.text.calendar import decade as tens_of

Parts = dict[str, str | None]
"""The groups of a form by name, None for those that took no part in the match."""
_DIGITS, _NUMERAL = re.compile("[0-9]+"), re.compile(f"{ROMAN}(?![а-я])")
_LAST_CENTURY = 20


def nth_of(parts: Parts, digits: str = "n", letters: str = "roman") -> int:
    """An ordinal in digits, Roman or written out; 0 for letters that are no numeral."""
    return int(parts[digits] or 0) or roman(parts[letters] or "") or number(parts.get("words") or "")


def century(parts: Parts, reference: int | None) -> str | None:
    """`XIX век`."""
    nth = nth_of(parts)
    # `1 век` is mostly how long something lasted.
    return f"{nth - 1:02}XX" if (1 if parts["n"] is None else 2) <= nth <= 21 else None


def centuries(parts: Parts, reference: int | None) -> str | None:
    """`XVIII-XIX век`."""
    first, last = nth_of(parts), nth_of(parts, "m", "last")
    least = 1 if parts["n"] is None else 2
    return f"{first - 1:02}XX/{last - 1:02}XX" if least <= first < last <= 21 else None


def decade(parts: Parts, reference: int | None) -> str | None:
    """`60-те години на XIX век`."""
    tens = parts.get("decade") or str(tens_of(parts["words"] or ""))
    if len(tens) == 4:
        return f"{tens[:3]}X"
    return f"{_its_century(parts['century'] or '') - 1:02}{tens[0]}X"


def _its_century(printed: str) -> int:
    """Of a decade, `XIX`, `19-ти`, `деветнадесети`; the twentieth where none is told, or `миналия`."""
    digits = _DIGITS.match(printed)
    if digits:
        return int(digits.group())
    if not printed or printed.startswith("мина"):
        return _LAST_CENTURY
    numeral = _NUMERAL.match(printed)
    return (roman(numeral.group()) if numeral else number(printed)) or _LAST_CENTURY


def decades(parts: Parts, reference: int | None) -> str | None:
    """`60-80-те години`, `1960-70-те години`."""
    last = decade({**parts, "decade": parts["last"]}, reference) or ""
    first, tens = parts["decade"] or "", parts["last"] or ""
    begin = f"{first[:3]}X" if len(first) == 4 else f"{last[:2]}{first[0]}X"
    end = f"{begin[:2]}{tens[0]}X" if len(first) == 4 and len(tens) == 2 else last
    return f"{begin}/{end}" if begin < end else None
