"""One calendar point as printed (`12 май 2016`, `17.02.2016 г.`, `XIX век`) read from lower-case folded text.

`point` reads at a place and asks nothing about what stands before it: whether `2016` or `5.12` is a date there is for
the caller to judge, by the name of the form. Days come before months, always. A year that is named only by its
distance from today (`т.г.`) is reckoned from `reference`, and stays `XXXX` without one.

>>> point("21 ноември 2017 година, вторник", 0)
Point(stop=22, form='day_month', value='2017-11-21')
>>> point("12 март т.г.", 0, reference=2016).value, point("12 март т.г.", 0).value
('2016-03-12', 'XXXX-03-12')
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from govarchive.text import date_forms as forms
from govarchive.text.calendar import decade, month, number, roman, season


class Point(NamedTuple):
    """Where a point ends in the text, in which form it is printed, and its EDTF value."""

    stop: int
    form: str
    value: str


Parts = dict[str, str | None]


def _full_year(two: str) -> str:
    """The century of `'17`: 1941-2040, as people print it."""
    return ("20" if two <= "40" else "19") + two


def _year(parts: Parts, reference: int | None) -> str:
    if year := parts.get("y"):
        return year.zfill(4)
    if two := parts.get("yy"):
        return _full_year(two)
    if words := parts.get("written"):
        return str(number(words))
    if (relative := parts.get("relative")) and reference is not None:
        return str(reference + _shift(relative))
    return "XXXX"


def _shift(relative: str) -> int:
    return {"м": -1, "с": 1 if relative.startswith("след") else 0, "д": 1}.get(relative[0], 0)


def _month(parts: Parts) -> int | None:
    if digits := parts.get("m"):
        return int(digits)
    word = parts["month"] or ""
    return roman(word) if word[0] in "ivxіхѵ" else month(word)


def _day(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    day = number(parts.get("words") or "") or int(parts.get("d") or 0)
    if at is None:
        return None
    value = f"{_year(parts, reference)}-{at:02}-{day:02}"
    if not parts.get("y") and not (1 <= at <= 12 and 1 <= day <= 31):
        return None
    return f"{value}T{parts['time']}" if parts.get("time") else value


def _month_of(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    return f"{_year(parts, reference)}-{at:02}" if at and at <= 12 else None


def _year_of(parts: Parts, reference: int | None) -> str | None:
    return _year(parts, reference)


def _years(parts: Parts, reference: int | None) -> str | None:
    first, last = parts["a"] or "", parts["b"] or ""
    if short := parts["short"]:
        last = first[:2] + short
        if int(last) - int(first) != 1 and short <= "12":
            return None
    return f"{first}/{last}" if 0 < int(last) - int(first) <= 200 else None


def _part_of(parts: Parts, reference: int | None) -> str | None:
    nth = int(parts["n"] or 0) or roman(parts["roman"] or "") or number(parts["words"] or "")
    first, most = (33, 4) if parts["part"] == "тримесечие" else (40, 2)
    return f"{_year(parts, reference)}-{first + nth - 1}" if 1 <= nth <= most else None


def _season_of(parts: Parts, reference: int | None) -> str | None:
    return f"{parts['y']}-{season(parts['season'] or '')}"


def _century(parts: Parts, reference: int | None) -> str | None:
    nth = int(parts["n"] or 0) or roman(parts["roman"] or "") or number(parts["words"] or "")
    return f"{nth - 1:02}XX" if 1 < nth <= 21 else None


def _centuries(parts: Parts, reference: int | None) -> str | None:
    first = int(parts["n"] or 0) or roman(parts["roman"] or "") or 0
    last = int(parts["m"] or 0) or roman(parts["last"] or "") or 0
    return f"{first - 1:02}XX/{last - 1:02}XX" if 1 < first < last <= 21 else None


def _decade(parts: Parts, reference: int | None) -> str | None:
    tens = parts.get("decade") or str(decade(parts["words"] or ""))
    if len(tens) == 4:
        return f"{tens[:3]}X"
    nth = roman(parts["century"] or "") or 20
    return f"{nth - 1:02}{tens[0]}X"


Builder = Callable[[Parts, int | None], str | None]

_FORMS: dict[str, tuple[str, Builder]] = {
    "iso": (forms.ISO, _day),
    "year_first": (forms.YEAR_FIRST, _day),
    "day_first": (forms.DAY_FIRST, _day),
    "short_year": (forms.SHORT_YEAR, _day),
    "part": (forms.PART, _part_of),
    "centuries": (forms.CENTURIES, _centuries),
    "century": (forms.CENTURY, _century),
    "roman_month": (forms.ROMAN_MONTH, _day),
    "cut_month": (forms.CUT_MONTH, _day),
    "day_month": (forms.DAY_MONTH, _day),
    "number_month": (forms.NUMBER_MONTH, _month_of),
    "day_number": (forms.DAY_NUMBER, _day),
    "years": (forms.YEARS, _years),
    "decade": (forms.DECADE, _decade),
    "year": (forms.YEAR_ALONE, _year_of),
    "early_year": (forms.EARLY_YEAR, _year_of),
    "month_day": (forms.MONTH_DAY, _day),
    "month_year": (forms.MONTH_YEAR, _month_of),
    "month": (forms.MONTH_ONLY, _month_of),
    "written_day": (forms.WRITTEN_DAY, _day),
    "written_year": (forms.WRITTEN_YEAR, _year_of),
    "season": (forms.OF_SEASON, _season_of),
    "decade_words": (forms.DECADE_WORDS, _decade),
    "roman_year": (forms.ROMAN_YEAR, _month_of),
}


class _Grammar:
    """All forms that begin alike in one expression, and where in it each form has its groups."""

    def __init__(self, forms: list[str]) -> None:
        self.groups: dict[str, list[tuple[str, int]]] = {}
        patterns, before = [], 1
        for form in forms:
            alone = re.compile(_FORMS[form][0], re.VERBOSE)
            self.groups[form] = [(name.rstrip("2345"), before + at) for name, at in alone.groupindex.items()]
            patterns.append(f"(?P<{form}>" + re.sub(r"\(\?P<\w+>", "(", _FORMS[form][0]) + "\n)")
            before += alone.groups + 1
        self.any = re.compile("|".join(patterns), re.VERBOSE)

    def read(self, text: str, at: int) -> tuple[str, Parts, int] | None:
        """The form that matches at `at`, its parts by name, and where it ends."""
        match = self.any.match(text, at)
        if match is None or match.lastgroup is None:
            return None
        parts: Parts = {}
        for name, index in self.groups[match.lastgroup]:
            if parts.get(name) is None:
                parts[name] = match[index]
        return match.lastgroup, parts, match.end()


# Which forms are worth trying is told by the first digits and the character after them.
_HEAD = re.compile(r"([0-9]{1,4}) (?![0-9]) [ ]{0,2} (.?)", re.VERBOSE)
_BY_YEAR = _Grammar(["iso", "year_first", "years", "decade", "year"])
_BY_EARLY_YEAR = _Grammar(["early_year"])
_BY_DOT = _Grammar(["day_first", "short_year", "roman_month", "number_month", "day_number", "day_month"])
_BY_DASH = _Grammar(["day_first", "short_year", "part", "centuries", "century", "roman_month", "day_month", "decade"])
_BY_WORD = _Grammar(["day_first", "part", "centuries", "century", "roman_month", "cut_month", "day_month", "decade"])
_BY_LETTER = _Grammar(
    [
        *(
            "month_day",
            "month_year",
            "month",
            "written_day",
            "written_year",
            "part",
            "centuries",
            "century",
            "season",
            "decade_words",
        ),
        "roman_year",
    ]
)


def _grammar(text: str, at: int) -> _Grammar:
    head = _HEAD.match(text, at)
    if head is None:
        return _BY_LETTER
    if len(head[1]) > 2:
        return _BY_YEAR if len(head[1]) == 4 else _BY_EARLY_YEAR
    return _BY_DASH if head[2] == "-" else _BY_DOT if head[2] in tuple(".,/\\") else _BY_WORD


def point(text: str, at: int, reference: int | None = None) -> Point | None:
    """The point that begins at `at`, or None; `reference` is the year that `т.г.` speaks of."""
    seen = _grammar(text, at).read(text, at)
    if seen is None:
        return None
    form, parts, stop = seen
    value = _FORMS[form][1](parts, reference)
    return Point(stop, form, value) if value else None
