"""One calendar point as printed (`12 май 2016`, `17.02.2016 г.`, `XIX век`) read from lower-case folded text.

`point` reads at a place and asks nothing about what stands before it: whether `2016` or `5.12` is a date there is for
the caller to judge, by the name of the form. Days come before months, always. A year that is named only by its
distance from today (`т.г.`) is reckoned from `reference`, and stays `XXXX` without one.

>>> point("21 ноември 2017 година, вторник", 0)
Reading(stop=22, form='day_month', value='2017-11-21', weekday=None, until=None)
>>> point("12 март т.г.", 0, reference=2016).value, point("12 март т.г.", 0).value
('2016-03-12', 'XXXX-03-12')
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from govarchive.text.calendar import month, number, roman, season
from govarchive.text.dates import ages, forms
from govarchive.text.dates.ages import Parts
from govarchive.text.dates.edtf import join

DIGITS = frozenset("0123456789")


class Reading(NamedTuple):
    """Where a date ends, the form of its point, its EDTF value, the weekday printed with it, the end of its hours."""

    stop: int
    form: str
    value: str
    weekday: int | None = None
    until: str | None = None


def _full_year(two: str) -> str:
    """The century of `'17`: 1941-2040, as people print it."""
    return ("20" if two <= "40" else "19") + two


def _year(parts: Parts, reference: int | None) -> str:
    if year := parts.get("y") or parts.get("y2"):
        return year.zfill(4)
    if two := parts.get("yy"):
        return _full_year(two)
    if words := parts.get("written") or parts.get("written2"):
        return str(number(words))
    if (relative := parts.get("relative")) and reference is not None:
        return str(reference + _shift(relative))
    return "XXXX"


def _shift(relative: str) -> int:
    return {"м": -1, "с": 1 if relative.startswith("след") else 0, "д": 1}.get(relative[0], 0)


def _printed_day(parts: Parts, reference: int | None) -> str:
    """Day, month and year in digits, whether or not there is such a day: the page may call it a date."""
    value = f"{parts['y']}-{(parts['m'] or '').zfill(2)}-{(parts['d'] or '').zfill(2)}"
    return f"{value}T{time}" if (time := parts.get("time")) else value


def _year_first(parts: Parts, reference: int | None) -> str:
    return _printed_day({**parts, "d": parts["d"] or parts["d2"], "m": parts["m"] or parts["m2"]}, reference)


def _month(parts: Parts) -> int | None:
    if digits := parts.get("m"):
        return int(digits)
    word = parts["month"] or parts["month2"] or ""
    return roman(word) if word[0] in "ivxlіхѵ" else month(word)


def _day(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    day = int(parts.get("d") or 0) or number(parts.get("words") or "")
    if at is None or not (parts.get("y") or (1 <= at <= 12 and 1 <= day <= 31)):
        return None
    return f"{_year(parts, reference)}-{at:02}-{day:02}"


def _of_this_month(parts: Parts, reference: int | None) -> str | None:
    day = int(parts["d"] or 0)
    return f"XXXX-XX-{day:02}" if 1 <= day <= 31 else None


def _month_of(parts: Parts, reference: int | None) -> str | None:
    at = _month(parts)
    return f"{_year(parts, reference)}-{at:02}" if at and at <= 12 else None


def _years(parts: Parts, reference: int | None) -> str | None:
    first, last = parts["a"] or "", parts["b"] or ""
    if short := parts["short"]:
        last = first[:2] + short
        if int(last) - int(first) != 1 and short <= "12":
            return None
    elif last < first and parts["to"] and parts["g"]:
        first, last = last, first  # a list of heads, the latest first: `2011 г. - 2007 г.`; with `/` it is a number
    return f"{first}/{last}" if 0 < int(last) - int(first) <= 200 else None


def _months_of(parts: Parts, reference: int | None) -> str | None:
    last, first = _month_of(parts, reference), roman(parts["first"] or "")
    return join(f"{last[:5]}{first:02}", last) if last and first else last


def _part_of(parts: Parts, reference: int | None) -> str | None:
    nth = ages.nth_of(parts)
    first, most = (33, 4) if (parts["part"] or "").startswith("трим") else (40, 2)
    if not 1 <= nth <= most:
        return None
    year, before = _year(parts, reference), _part_before(parts["first"])
    if parts["first"] and not (0 < before < nth and (nth - before == 1 or parts["link"] != " и ")):
        return None
    last = f"{year}-{first + nth - 1}"
    return f"{year}-{first + before - 1}/{last}" if before else last


_ENDING = re.compile("[ ]?-?[ ]?[вр]?о(?:то)?$")


def _part_before(printed: str | None) -> int:
    """The number of the first of several parts: `I`, `1-во`, `първо`; 0 without one."""
    word = _ENDING.sub("", printed or "")
    if word.isdigit():
        return int(word)
    return roman(word) or ("пър", "вто", "тре").index((printed or "")[:3]) + 1 if printed else 0


def _season_of(parts: Parts, reference: int | None) -> str | None:
    first, last = f"{parts['y']}-{season(parts['season'] or '')}", parts["last"]
    value = join(first, f"{parts['y']}-{season(last)}") if last else first
    return None if parts["link"] == " и " and value and int(value[-2:]) - int(first[-2:]) != 1 else value


def _nine_months_of(parts: Parts, reference: int | None) -> str | None:
    return f"{parts['y']}-01/{parts['y']}-09"


Builder = Callable[[Parts, int | None], str | None]
_Value = Callable[[tuple[str | None, ...], int | None], str | None]

_FORMS: dict[str, tuple[str, Builder]] = {
    "iso": (forms.ISO, _printed_day),
    "year_first": (forms.YEAR_FIRST, _year_first),
    "day_first": (forms.DAY_FIRST, _printed_day),
    "short_year": (forms.SHORT_YEAR, _day),
    "part": (forms.PART, _part_of),
    "centuries": (forms.CENTURIES, ages.centuries),
    "century": (forms.CENTURY, ages.century),
    "roman_month": (forms.ROMAN_MONTH, _day),
    "cut_month": (forms.CUT_MONTH, _day),
    "tile": (forms.TILE, _day),
    "day_month": (forms.DAY_MONTH, _day),
    "this_month": (forms.THIS_MONTH, _of_this_month),
    "number_month": (forms.NUMBER_MONTH, _month_of),
    "day_number": (forms.DAY_NUMBER, _day),
    "years": (forms.YEARS, _years),
    "decade": (forms.DECADE, ages.decade),
    "decades": (forms.DECADES, ages.decades),
    "year": (forms.YEAR_ALONE, _year),
    "early_year": (forms.EARLY_YEAR, _year),
    "month_day": (forms.MONTH_DAY, _day),
    "month_year": (forms.MONTH_YEAR, _month_of),
    "month": (forms.MONTH_ONLY, _month_of),
    "written_day": (forms.WRITTEN_DAY, _day),
    "written_year": (forms.WRITTEN_YEAR, _year),
    "season": (forms.OF_SEASON, _season_of),
    "nine_months": (forms.NINE_MONTHS, _nine_months_of),
    "decade_words": (forms.DECADE_WORDS, ages.decade),
    "roman_year": (forms.ROMAN_YEAR, _months_of),
}


class _Form(NamedTuple):
    """How a form's value is made of what its groups hold, and their numbers in the grammar's expression."""

    value: _Value
    groups: tuple[int, ...]


def _remembered(build: Builder, names: Sequence[str]) -> _Value:
    """How a form's value is made, from groups in the order of `names`: pages print the same days again and again."""

    @lru_cache(maxsize=1024)
    def value(groups: tuple[str | None, ...], reference: int | None) -> str | None:
        return build(dict(zip(names, groups, strict=True)), reference)

    return value


_OF = "__"


def _named_for(form: str, pattern: str) -> str:
    """The pattern of a form with its groups called after it, as other forms of a grammar have groups of these names."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<{form}{_OF}\1>", pattern)


class _Grammar:
    """All forms that begin alike, in one expression, compiled at its first use; the first that fits is taken."""

    def __init__(self, forms: str) -> None:
        self._names = forms.split()

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        patterns = [f"(?P<{form}>{_named_for(form, _FORMS[form][0])}\n)" for form in self._names]
        return re.compile("|".join(patterns), re.VERBOSE)

    @cached_property
    def _forms(self) -> dict[str, _Form]:
        return {form: self._form(form) for form in self._names}

    def _form(self, form: str) -> _Form:
        own = {name: at for name, at in self._compiled.groupindex.items() if name.startswith(f"{form}{_OF}")}
        names, groups = [name.removeprefix(f"{form}{_OF}") for name in own], [*own.values()]
        # The first twice: so there are always several groups to ask for, and they come as a tuple.
        return _Form(_remembered(_FORMS[form][1], [names[0], *names]), (groups[0], *groups))

    def read(self, text: str, at: int, reference: int | None) -> Reading | None:
        """The point that begins at `at` and whose form fits first; None for none, or if there is no such point."""
        match = self._compiled.match(text, at)
        if match is None:
            return None
        name = match.lastgroup or ""
        form = self._forms[name]
        value = form.value(match.group(*form.groups), reference)
        if value is None and name == "years":
            return _one_year(text, at, reference)
        return Reading(match.end(), name, value) if value else None


def _one_year(text: str, at: int, reference: int | None) -> Reading | None:
    """A year with its word that is no beginning of an interval: `1887 г. - 1234 жители`."""
    alone = _YEAR_ALONE.read(text, at, reference)
    return alone if alone and "г" in text[at : alone.stop] else None


# Which forms are worth trying is told by the number of digits; what most pages print comes first.
_BY_YEAR = _Grammar("iso year_first decades years decade year")
_YEAR_ALONE = _Grammar("year")
_BY_EARLY_YEAR = _Grammar("early_year")
_BY_DAY = _Grammar(
    "day_first cut_month tile day_month short_year part centuries century roman_month this_month"
    " number_month day_number decade decades"
)
# Of these, what can go on with a mark and a digit behind the first number: no month in letters is looked for.
_IN_FIGURES, _MARKS = _Grammar("day_first short_year number_month day_number"), frozenset("./")
_BY_LETTER = _Grammar(
    "month_day month_year month written_day written_year part centuries century season nine_months"
    " decade_words roman_year"
)


# What most dates look like is read without the grammar of all that begins with a day.
_DOTTED = re.compile(
    rf"([0-9]{{2}}) \. ([0-9]{{2}}) \. (1[0-9]{{3}} | 20[0-9]{{2}}) (?![0-9]) {forms.G}?", re.VERBOSE
).match


def _dotted(text: str, at: int) -> Reading | None:
    found = _DOTTED(text, at)
    if found is None:
        return None
    day, month, year = found.groups()
    return Reading(found.end(), "day_first", f"{year}-{month}-{day}")


def point(text: str, at: int, reference: int | None = None) -> Reading | None:
    """The point that begins at `at`, or None; `reference` is the year that `т.г.` speaks of."""
    if text[at + 2 : at + 3] == "." == text[at + 5 : at + 6] and (day := _dotted(text, at)):
        return day
    return _grammar(text, at).read(text, at, reference)


def _grammar(text: str, at: int) -> _Grammar:
    if text[at : at + 1] not in DIGITS:
        return _BY_LETTER
    mark = at + 1 if text[at + 1 : at + 2] not in DIGITS else at + 2
    if text[mark : mark + 1] in DIGITS:
        return _BY_YEAR if text[mark + 1 : mark + 2] in DIGITS else _BY_EARLY_YEAR
    return _IN_FIGURES if text[mark : mark + 1] in _MARKS and text[mark + 1 : mark + 2] in DIGITS else _BY_DAY
