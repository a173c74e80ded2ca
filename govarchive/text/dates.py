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


Parts = dict[str, str]
"""The groups of a form that took part in the match, by name."""


def _full_year(two: str) -> str:
    """The century of `'17`: 1941-2040, as people print it."""
    return ("20" if two <= "40" else "19") + two


def _year(parts: Parts, reference: int | None) -> str:
    if "y" in parts:
        return parts["y"].zfill(4)
    if "yy" in parts:
        return _full_year(parts["yy"])
    if "written" in parts:
        return str(number(parts["written"]))
    if "relative" in parts and reference is not None:
        return str(reference + _shift(parts["relative"]))
    return "XXXX"


def _shift(relative: str) -> int:
    return {"м": -1, "с": 1 if relative.startswith("след") else 0, "д": 1}.get(relative[0], 0)


def _month(parts: Parts) -> int | None:
    if "m" in parts:
        return int(parts["m"])
    word = parts["month"]
    return roman(word) if word[0] in "ivxіхѵ" else month(word)


def _day(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    day = int(parts["d"]) if "d" in parts else number(parts["words"])
    if at is None:
        return None
    value = f"{_year(parts, reference)}-{at:02}-{day:02}"
    if "y" not in parts and not (1 <= at <= 12 and 1 <= day <= 31):
        return None
    return f"{value}T{parts['time']}" if "time" in parts else value


def _month_of(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    return f"{_year(parts, reference)}-{at:02}" if at and at <= 12 else None


def _nth(parts: Parts, digits: str = "n", letters: str = "roman") -> int:
    """An ordinal in digits, Roman or written out; 0 for letters that are no numeral."""
    if digits in parts:
        return int(parts[digits])
    return roman(parts[letters]) or 0 if letters in parts else number(parts.get("words", ""))


def _years(parts: Parts, reference: int | None) -> str | None:
    first, last = parts["a"], parts.get("b", "")
    if short := parts.get("short"):
        last = first[:2] + short
        if int(last) - int(first) != 1 and short <= "12":
            return None
    return f"{first}/{last}" if 0 < int(last) - int(first) <= 200 else None


def _part_of(parts: Parts, reference: int | None) -> str | None:
    nth = _nth(parts)
    first, most = (33, 4) if parts["part"] == "тримесечие" else (40, 2)
    return f"{_year(parts, reference)}-{first + nth - 1}" if 1 <= nth <= most else None


def _season_of(parts: Parts, reference: int | None) -> str | None:
    return f"{parts['y']}-{season(parts['season'])}"


def _century(parts: Parts, reference: int | None) -> str | None:
    nth = _nth(parts)
    return f"{nth - 1:02}XX" if 1 < nth <= 21 else None


def _centuries(parts: Parts, reference: int | None) -> str | None:
    first, last = _nth(parts), _nth(parts, "m", "last")
    return f"{first - 1:02}XX/{last - 1:02}XX" if 1 < first < last <= 21 else None


def _decade(parts: Parts, reference: int | None) -> str | None:
    tens = parts.get("decade") or str(decade(parts["words"]))
    if len(tens) == 4:
        return f"{tens[:3]}X"
    nth = roman(parts.get("century", "")) or 20
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
    "year": (forms.YEAR_ALONE, _year),
    "early_year": (forms.EARLY_YEAR, _year),
    "month_day": (forms.MONTH_DAY, _day),
    "month_year": (forms.MONTH_YEAR, _month_of),
    "month": (forms.MONTH_ONLY, _month_of),
    "written_day": (forms.WRITTEN_DAY, _day),
    "written_year": (forms.WRITTEN_YEAR, _year),
    "season": (forms.OF_SEASON, _season_of),
    "decade_words": (forms.DECADE_WORDS, _decade),
    "roman_year": (forms.ROMAN_YEAR, _month_of),
}


class _Form(NamedTuple):
    """How a form's value is built, and the names of its groups with their numbers in the grammar's expression."""

    build: Builder
    names: tuple[str, ...]
    groups: tuple[int, ...]


class _Grammar:
    """All forms that begin alike, in one expression; the first that fits is taken."""

    def __init__(self, forms: str) -> None:
        self.forms: dict[str, _Form] = {}
        patterns, before = [], 1
        for form in forms.split():
            pattern, build = _FORMS[form]
            alone = re.compile(pattern, re.VERBOSE)
            # The first is the whole form: there are always several groups to ask for, and no name to keep it by.
            names = ("", *(name.rstrip("2345") for name in alone.groupindex))
            self.forms[form] = _Form(build, names, (before, *(before + at for at in alone.groupindex.values())))
            patterns.append(f"(?P<{form}>" + re.sub(r"\(\?P<\w+>", "(", pattern) + "\n)")
            before += alone.groups + 1
        self.match = re.compile("|".join(patterns), re.VERBOSE).match

    def read(self, text: str, at: int, reference: int | None) -> Point | None:
        """The point that begins at `at` and whose form fits first; None for none, or if there is no such point."""
        match = self.match(text, at)
        if match is None:
            return None
        name = match.lastgroup or ""
        form = self.forms[name]
        value = form.build({name: part for name, part in zip(form.names, match.group(*form.groups), strict=True) if part}, reference)
        return Point(match.end(), name, value) if value else None


# Which forms are worth trying is told by the number of digits; what most pages print comes first.
_BY_YEAR = _Grammar("iso year_first years decade year")
_BY_EARLY_YEAR = _Grammar("early_year")
_BY_DAY = _Grammar(
    "day_first cut_month day_month short_year part centuries century roman_month number_month day_number decade"
)
_BY_LETTER = _Grammar(
    "month_day month_year month written_day written_year part centuries century season decade_words roman_year"
)


def point(text: str, at: int, reference: int | None = None) -> Point | None:
    """The point that begins at `at`, or None; `reference` is the year that `т.г.` speaks of."""
    digits = text[at : at + 4]
    if digits.isdecimal():
        return _BY_YEAR.read(text, at, reference)
    if not digits[:1].isdecimal():
        return _BY_LETTER.read(text, at, reference)
    return (_BY_EARLY_YEAR if digits[:3].isdecimal() else _BY_DAY).read(text, at, reference)
