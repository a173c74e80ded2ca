"""Whether what reads like a date is one where it stands: not an article of law, a street, a sum or a document number.

`FORMS` names the forms that look like something else and what their surroundings must show; all others only need
clear edges. Everything works on lower-case text that begins with a space.

>>> from govarchive.text.dates.moments import read
>>> text = " по чл. 5.12 от 2015 г. на бул. 3-ти март, през 2016 и на 05.12."
>>> [is_plausible(text, at, read(text, at)) for at in (8, 16, 32, 48, 58)]
[False, True, False, True, True]
"""

import re
from collections.abc import Callable

from govarchive.errors import Invalid
from govarchive.text.calendar import FULL_MONTH, WEEKDAY
from govarchive.text.dates import edtf
from govarchive.text.dates import plausible_years as years
from govarchive.text.dates.bare_days import is_among_days, is_among_months, is_on_sheet
from govarchive.text.dates.day_numbers import DATE_LEAD, day_number
from govarchive.text.dates.points import DIGITS, Reading
from govarchive.text.numbered import is_numbered

_AROUND = 30
"""How far around a date its surroundings are looked at."""
_JOINS_BEFORE, _JOINS_AFTER = frozenset(".,:"), frozenset(".,")
_DAY_BEFORE = re.compile(r"\.[0-9]{2}\.[0-9]{4},\Z")
_DAYS_BEFORE = re.compile(r"(?<![0-9.])(?:[0-9]{1,2},){1,8}\Z")
_ENDS_LIST = frozenset(("day_month", "day_first"))
"""What the days of a list may be glued to."""
# 1,2,3 май: three are no decimals
_THREE = re.compile(rf"(?<![0-9.,])(?:[0-9]{{1,2}},[ ]?){{2,8}}[0-9]{{1,2}}[ ]{FULL_MONTH}", re.VERBOSE)
_WITH_AND = re.compile(r"[0-9а-я,. -]{0,24}?[ ]и(?:ли)?[ ][0-9]")
_LIST_LEAD = re.compile(r"(?<![а-я])(?:на|от|до|дати)[ ](?:[0-9]{1,2}\.?,[ ]?){0,6}\Z")
_SIX_DIGITS = re.compile(r"[0-9]{2}[./][0-9]{2}[./][0-9]{2}")
_LINE_LEAD = re.compile(r"(?:\A|\n)[ ]?(?:[•*-][ ]?)?\Z")
_LETTERS = re.compile("[а-я]{3}")
_HEADS_LINE = re.compile(rf"[ ]?[-:,][ ] | [ ]{WEEKDAY}", re.VERBOSE)
# The area code of a telephone: `0431/6-12-34 от 9.00 ч.`
_CODE_LEAD = re.compile(r"(?<![0-9])0[0-9]{1,4}[ ]?[/)][ ]?\Z")
# All but the last digits of a telephone: `0888 11 22 20 до 26 май`; hours may stand there, too: `от 09-12 26 май`.
_OF_TELEPHONE = re.compile(
    r"(?<![0-9])0(?![0-9][ -]{1,3}[0-9]{2}[ ]\Z)[0-9]{1,4}[ ]?[ /)-][ ]?(?:[0-9]{1,3}[ -]){1,3}\Z"
)
_STREET = re.compile(
    r"""
    (?<![а-я]) (?: ул | бул | пл | кв | ж\.?к | су | оу | соу | дг | оду | одз | нч | улица(?:та)?
      | булевард[аъ]?т? | площад[аъ]?т?
      | квартал | стадион[аъ]?т? | парк[аъ]?т? | училище(?:то)? | читалище(?:то)? | гимназия(?:та)? | градина(?:та)?
      | болница(?:та)? | завод[аъ]?т? ) (?: \.[ ]? | [ ]{1,2} | (?=") ) (?: "[ ]? )? \Z
    """,
    re.VERBOSE,
)
_BOTH_LEAD = re.compile(r"(?<![а-я])(?:на|от|до|срещу|през|между|дните|роден[аи]?)[ ]{1,2}\Z")
_MONTH_LEAD = re.compile(
    r"""
    (?<![а-я]) (?: през | месец(?:ите)? | м\.
      | (?: седмица | половина | десетдневка | дни | дните | края | началото | средата )[ ]на ) [ ]? (?:месец[ ])? \Z
    """,
    re.VERBOSE,
)
_LOOSE_MONTH_LEAD = re.compile(r"(?<![а-я]) (?: от | до | за | след | преди ) [ ] \Z", re.VERBOSE)
_MONTHS_LEAD = re.compile(rf"{FULL_MONTH} (?: ,[ ]? | [ ]и[ ] ) \Z", re.VERBOSE)
_BEFORE_CHRIST = re.compile(
    r"[ ]?,?[ ]? (?: пр(?:еди|\.)[ ]? (?: хр | христ | н(?:\.|ова|аша)[ ]?е? | нашата | новата ) )", re.VERBOSE
)
Check = Callable[[str, str, str, Reading], bool]


def is_plausible(text: str, start: int, it: Reading) -> bool:
    """Whether the reading that begins at `start` may be a date there."""
    before, after = text[start - _AROUND if start > _AROUND else 0 : start], text[it.stop : it.stop + _AROUND]
    if _is_glued(before, after, it, text) or ("п" in after[:3] and _BEFORE_CHRIST.match(after)):
        return False
    check = FORMS.get(it.form)
    if not (check is None or check(before, text[start : it.stop], after, it)):
        among = _AMONG.get(it.form)
        return among is not None and among(text, start, it.stop)
    return it.form == "day_first" or _exists(it.value)


def _is_glued(before: str, after: str, it: Reading, text: str) -> bool:
    """Whether it hangs on a digit or a Latin letter, or on digits with a dot, comma or colon before or after it."""
    last = before[-1:]
    if last in DIGITS:
        return True
    # `14,15 и 16 май`: the days of a list may be glued to each other.
    if it.form == "listed" and "," in last + after[:1]:
        return False
    if it.form in _ENDS_LIST and last == "," and _DAYS_BEFORE.search(before):
        return False
    if it.form == "year" and "," in last + after[:1] and years.is_listed(before, text[it.stop - 2 : it.stop], after):
        return False
    if "a" <= last <= "z" or (last in _JOINS_BEFORE and before[-2:-1] in DIGITS and not _DAY_BEFORE.search(before)):
        return True
    # `23.12.2020г.2020 г.`: a year that ends with its word is whole.
    if after[:1] in DIGITS:
        return it.form != "day_first" or not text.endswith("г.", 0, it.stop)
    # `01.11.2016 г.,08.12.2016 г.`: a whole day may be glued to the next by a comma.
    if after[:1] == "," and (it.form == "day_first" or text[it.stop - 1] not in DIGITS):
        return False
    return after[:1] in _JOINS_AFTER and after[1:2] in DIGITS


def _exists(value: str) -> bool:
    if len(value) == 4:
        return True
    try:
        edtf.check(value)
    except Invalid:
        return False
    return True


def _day_first(before: str, printed: str, after: str, it: Reading) -> bool:
    if "." in printed[:3]:
        return "№" in before or not is_numbered(before)
    return years.HANGS_ON.search(before) is None


def _short_year(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before) or ("-" in printed[:3] and _CODE_LEAD.search(before)):
        return False
    if years.has_year_word(printed) or "/" in it.value or "T" in it.value:
        return True
    long = _SIX_DIGITS.match(printed) is not None
    return "-" not in printed and (long or before.endswith("/") or DATE_LEAD.search(before) is not None)


def _day_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if _STREET.search(before) or is_numbered(before):
        return False
    if before[-2:-1] in DIGITS and _OF_TELEPHONE.search(before):
        return False
    return not (it.value.startswith("XXXX") and before.endswith('"') and '"' in after)


def _listed_day(before: str, printed: str, after: str, it: Reading) -> bool:
    return not is_numbered(before)


def _roman_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before) or before.endswith("-"):
        return False
    if not it.value.startswith("XXXX") or printed.endswith("г.") or it.weekday is not None or DATE_LEAD.search(before):
        return True
    listed = before.endswith((", ", "; ", ": ")) and printed[:2].isdigit() and printed[:2] > "12"  # no item of a list
    return bool(listed or _LINE_LEAD.search(before)) and _HEADS_LINE.match(after) is not None


def _roman_year(before: str, printed: str, after: str, it: Reading) -> bool:
    """`IV 1987`, but no number plate (`Х 1234`) and no inventory number (`№ IV 1987`)."""
    if "/" in it.value and not (years.has_year_word(printed) or printed[-5] in "./"):
        return False  # grades of a school and a year
    if before.endswith(("тримесечие ", "трим. ", "№", "№ ")):
        return False
    return it.value[:2] in ("18", "19", "20")


def _two_days(before: str, printed: str, after: str, it: Reading) -> bool:
    """`в нощта на 7/8.09.2014 г.`, no number of a document with its date (`Решение 7/8.09.2014 г.`)."""
    if "(" in printed[:5] or printed.find("/") >= len("1.1.2016") or _BOTH_LEAD.search(before):
        return True
    return _LINE_LEAD.search(before) is not None and _LETTERS.search(printed) is not None


def _number_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if before.endswith(("-", "/")) or is_numbered(before):
        return False
    if years.has_year_word(printed) or "/" in it.value or _MONTH_LEAD.search(before) or DATE_LEAD.search(before):
        return True
    if before.endswith(" за "):
        return True
    return _LINE_LEAD.search(before) is not None and after.lstrip(" ").startswith("- ")


def _month(before: str, printed: str, after: str, it: Reading) -> bool:
    if "/" in it.value or _MONTH_LEAD.search(before):
        return True
    if (after.startswith(" месец") and not after.startswith(" месеца")) or _MONTHS_LEAD.search(before):
        return True
    return printed != "май" and _LOOSE_MONTH_LEAD.search(before) is not None


def _listed_month(before: str, printed: str, after: str, it: Reading) -> bool:
    year = not it.value.startswith("XXXX")
    return year or _MONTH_LEAD.search(before) is not None or _MONTHS_LEAD.search(before) is not None


def _listed(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before) or before.endswith(("-", "/")):
        return False
    if _WITH_AND.match(after) or _LIST_LEAD.search(before):
        return True
    around = before + printed + after
    rows = (it for it in _THREE.finditer(around) if it.start() <= len(before) < it.end())
    return any(not is_numbered(around[: it.start()]) for it in rows)


FORMS: dict[str, Check] = {
    "day_first": _day_first,
    "short_year": _short_year,
    "tile": lambda before, printed, after, it: is_on_sheet(before, printed, after),
    "day_month": _day_month,
    "written_day": _day_month,
    "day_number": day_number,
    "listed_day": _listed_day,
    "roman_month": _roman_month,
    "roman_year": _roman_year,
    "year": years.year,
    "years": years.years,
    "two_days": _two_days,
    "number_month": _number_month,
    "month": _month,
    "listed": _listed,
    "listed_month": _listed_month,
    "decade": years.decade,
    "century": years.century,
    "early_year": years.early_year,
}
"""What the surroundings must show, by the form of the reading's (last) point."""
_AMONG = {
    "day_number": is_among_days,
    "year": years.is_among_years,
    "years": years.is_among_ranges,
    "month": is_among_months,
}
