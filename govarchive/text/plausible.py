"""Whether what reads like a date is one where it stands: not an article of law, a street, a sum or a document number.

`FORMS` names the forms that look like something else and what their surroundings must show; all others only need
clear edges. Everything works on lower-case text that begins with a space.

>>> from govarchive.text.moments import read
>>> text = " по чл. 5.12 от 2015 г. на бул. 3-ти март, през 2016 и на 05.12."
>>> [is_plausible(text, at, read(text, at)) for at in (8, 16, 32, 48, 58)]
[False, True, False, True, True]
"""

import re
from collections.abc import Callable

from govarchive.errors import Invalid
from govarchive.text import edtf
from govarchive.text.bare_days import CLOCKS, is_among_days, is_numbered
from govarchive.text.calendar import ABOUT, FULL_MONTH, WEEKDAY
from govarchive.text.dates import DIGITS, Reading

_AROUND = 30
"""How far around a date its surroundings are looked at."""
_JOINS_BEFORE, _JOINS_AFTER = frozenset(".,:"), frozenset(".,")
_HOURS = re.compile(r"[0-9]{1,2}[.,][0-9]{2} [ ]?(?:-|до)[ ]? [0-9.,:]{1,5} [ ]?ч", re.VERBOSE)
_SHORT_CENTURY = re.compile(r"(?: [^0-9 ]{2,6} | [0-9]{1,2}[ ]?-?[ ]?[а-я]{1,2} ) [ ] в\.", re.VERBOSE)
_WITH_AND = re.compile(r"[0-9а-я, -]{0,24}?[ ]и[ ][0-9]")
_LIST_LEAD = re.compile(r"(?<![а-я])(?:на|от|до|дати)[ ](?:[0-9]{1,2},[ ]?){0,6}\Z")
_SIX_DIGITS = re.compile(r"[0-9]{2}[./][0-9]{2}[./][0-9]{2}")
_WHOLE_YEARS = re.compile(r"[0-9]{4}[^0-9]+[0-9]{4}")
_HYPHENATED = re.compile(r"[0-9а-я]-\Z")
_TWO_AND_TWO = re.compile(r"[0-9]{2}[.][0-9]{2}(?![0-9])")
_DOTTED = re.compile(r"[0-9]{1,2}\.[0-9]{2}\.")
# 21.11. от 10.30 ч., 17.01. - 17:30, 18.01 в 16 ч.
_TIMED = re.compile(
    r"[.,] [ ]?(?:от|в)[ ] [^,;]{0,12} (?: : | [0-9][ ]?ч ) | [0-9]:[0-9] | [0-9][ ]в(?:ъв)?[ ][0-9]{1,2}[ ]?ч",
    re.VERBOSE,
)
_DAYS_RANGE = re.compile(r"[0-9]{1,2} (?: \.[0-9]{2}\.? )? [ ]? (?: [-÷] | до ) [ ]? [0-9]{2}\.[0-9]{2}\.?", re.VERBOSE)
_BOTH_DOTTED = re.compile(r"(?: [0-9]{1,2}\.[0-9]{2}\. ) [ ]?-[ ]? (?: [0-9]{1,2}\.[0-9]{2}\. )", re.VERBOSE)
# What days are given for: `Изложба 06.12 - 19.12`.
_OCCASION = re.compile(
    r"""(?<![а-я]) (?: изложба | турнир | фестивал | конкурс | семинар | обучени | ваканци | лагер | пленер | курс
      | период | срок | записван | регистраци | прием | почивк | спектак | базар | пътуван | екскурзи | състезани )
    [а-я]{0,5} [ ]? [:,(-]? [ ]? \Z""",
    re.VERBOSE,
)
_ITEM_LEAD = re.compile(r"(?: \A | \n | : ) [ ]? (?: [»>•*-][ ]? )? \Z", re.VERBOSE)
_LINE_LEAD = re.compile(r"(?:\A|\n)[ ]?(?:[•*-][ ]?)?\Z")
_HEADS_LINE = re.compile(rf"[ ]?[-:,][ ] | [ ]{WEEKDAY}", re.VERBOSE)
_NAMED_DAY = re.compile(r"(?:дата|ник|сряда|тък|събота|неделя)[ :,(/-]{1,3}\Z")
_HANGS_ON = re.compile(r"[0-9а-я][-/]\Z | №[ ]?\Z", re.VERBOSE)
_STREET = re.compile(
    r"""
    (?<![а-я]) (?: ул | бул | пл | кв | ж\.?к | су | оу | соу | дг | оду | одз | нч | улица(?:та)?
      | булевард[аъ]?т? | площад[аъ]?т?
      | квартал | стадион[аъ]?т? | парк[аъ]?т? | училище(?:то)? | читалище(?:то)? | гимназия(?:та)? | градина(?:та)?
      | болница(?:та)? | завод[аъ]?т? ) (?: \.[ ]? | [ ]{1,2} | (?=") ) (?: "[ ]? )? \Z
    """,
    re.VERBOSE,
)
_DATE_LEAD = re.compile(
    r"""
    (?<![а-я]) (?: на | от | до | дата(?:та)? | към | след | преди | между | от/на | през | и | в[ ]периода
      | за[ ]периода
      | понеделник | вторник | сряда | четвъртък | петък | събота | неделя ) [ :,(/-]{1,3} \Z
    """,
    re.VERBOSE,
)
_YEAR_LEAD = re.compile(
    r"""
    (?<![а-я]) (?: от | до | за | към | след | преди | края[ ]на | началото[ ]на | средата[ ]на | бюджет
      | избори | сезон
      | випуск | година ) [ ] \Z
    """,
    re.VERBOSE,
)
_YEARS_LEAD = re.compile(r"(?<![а-я])(?:за|през|от)[ ](?:[12][0-9]{3}(?:,[ ]?|[ ]и[ ])){1,4}\Z")
_BOTH_LEAD = re.compile(r"(?<![а-я])(?:на|от|до|срещу|през|между|дните|роден[аи]?)[ ]{1,2}\Z")
_DURING = re.compile(r"(?<![а-я]) през [ ] (?: цялата [ ] | периода [ ] )? \Z", re.VERBOSE)
# (ок. 1830, построена около 1890; but about 1500 people
_SINCE_ABOUT = re.compile(
    rf"""
    (?: \( (?: р\.[ ] )?
      | (?<![а-я]) (?: роден | основан | построен | изграден | издигнат | създаден | възникнал | датира )
      [а-я]{{0,3}}[ ] (?: [а-я]{{1,5}}[ ] )? )
    {ABOUT} \Z
    """,
    re.VERBOSE,
)
_OVER = re.compile(
    r"""[ ]? (?: [.,;:)!?"\n] | (?: и | до | на | в | във | с | е | са | по | се | ще | г ) (?![а-я]) | \Z )""",
    re.VERBOSE,
)
_UNIT = re.compile(
    r"""[ ]? (?: лв | лева | евро | души | броя | бр\. | кв\. | ч\.?(?![а-я]) | час | % | м(?![а-я]) | км | кг
      | хил | млн | дка )""",
    re.VERBOSE,
)
_YEAR_LIST = re.compile(r"(?: ,[ ]? [12][0-9]{3} ){0,9} [ ]? (?: и | - | , | до ) [ ]? [12][0-9]{3} [ ]? г", re.VERBOSE)
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
_COUNTED = re.compile(r"[ ](?:дни|дена|часа|минути|процента|на[ ]сто|души|места|държави|страни|деца|лева)(?![а-я])")
_SCHOOL = re.compile(r"(?: учебна(?:та)? | сезон | мандат ) [ ]? [(/]? [ ]? \Z", re.VERBOSE)

Check = Callable[[str, str, str, Reading], bool]


def is_plausible(text: str, start: int, it: Reading) -> bool:
    """Whether the reading that begins at `start` may be a date there."""
    before, after = text[start - _AROUND if start > _AROUND else 0 : start], text[it.stop : it.stop + _AROUND]
    if _is_glued(before, after, it.form) or ("п" in after[:3] and _BEFORE_CHRIST.match(after)):
        return False
    check = FORMS.get(it.form)
    if not (check is None or check(before, text[start : it.stop], after, it)):
        return it.form == "day_number" and is_among_days(text, start, it.stop)
    return it.form == "day_first" or _exists(it.value)


def _is_glued(before: str, after: str, form: str) -> bool:
    """Whether it hangs on a digit or a Latin letter, or on digits with a dot, comma or colon before or after it."""
    last = before[-1:]
    if last in DIGITS:
        return True
    # `14,15 и 16 май`: the days of a list may be glued to each other.
    if form == "listed" and "," in last + after[:1]:
        return False
    if "a" <= last <= "z" or (last in _JOINS_BEFORE and before[-2:-1] in DIGITS):
        return True
    return after[:1] in DIGITS or (after[:1] in _JOINS_AFTER and after[1:2] in DIGITS)


def _exists(value: str) -> bool:
    if len(value) == 4:
        return True
    try:
        edtf.check(value)
    except Invalid:
        return False
    return True


def _has_year_word(printed: str) -> bool:
    return printed.rstrip(". ").endswith(("г", "год", "година", "години", "та", "ма", "ва", "-а"))


def _day_first(before: str, printed: str, after: str, it: Reading) -> bool:
    if "." in printed[:3]:
        return "№" in before or not is_numbered(before)
    return _HANGS_ON.search(before) is None


def _short_year(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before):
        return False
    if _has_year_word(printed) or "/" in it.value or "T" in it.value:
        return True
    long = _SIX_DIGITS.match(printed) is not None
    return "-" not in printed and (long or before.endswith("/") or _DATE_LEAD.search(before) is not None)


def _day_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if _STREET.search(before) or is_numbered(before):
        return False
    return not (it.value.startswith("XXXX") and before.endswith('"') and '"' in after)


def _day_number(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before) or _UNIT.match(after) or _HOURS.match(printed):
        return False
    led = _DATE_LEAD.search(before) is not None
    two = _TWO_AND_TWO.match(printed) is not None
    if two and (it.weekday is not None or _NAMED_DAY.search(before)):
        return True
    if "T" in it.value:
        return led or (two and _TIMED.search(printed) is not None)
    if "г" in printed:
        return True
    if CLOCKS.search(before) or CLOCKS.search(after):
        return False
    if "/" in it.value:
        if _DAYS_RANGE.fullmatch(printed) is None:
            return False
        return led or bool(_ITEM_LEAD.search(before) or _OCCASION.search(before) or _BOTH_DOTTED.fullmatch(printed))
    return led and (_DOTTED.match(printed) is not None or (two and not before.endswith(" и ")))


def _roman_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if is_numbered(before) or before.endswith("-"):
        return False
    if not it.value.startswith("XXXX") or printed.endswith("г.") or _DATE_LEAD.search(before):
        return True
    return _LINE_LEAD.search(before) is not None and _HEADS_LINE.match(after) is not None


def _roman_year(before: str, printed: str, after: str, it: Reading) -> bool:
    """`IV 1987`, but no number plate (`Х 1234`) and no inventory number (`№ IV 1987`)."""
    return it.value[:2] in ("18", "19", "20") and not before.rstrip().endswith("№")


def _year(before: str, printed: str, after: str, it: Reading) -> bool:
    if before[-1:] in "№-" and not _HYPHENATED.search(before):
        return False
    if _has_year_word(printed) or "/" in it.value:
        return True
    if _UNIT.match(after) or before.endswith("№"):
        return False
    if _YEAR_LIST.match(after) or _DURING.search(before):
        return True
    if _SINCE_ABOUT.search(before):
        return True
    led = _YEAR_LEAD.search(before) or _YEARS_LEAD.search(before)
    return led is not None and _OVER.match(after) is not None


def _two_days(before: str, printed: str, after: str, it: Reading) -> bool:
    """`в нощта на 7/8.09.2014 г.`, no number of a document with its date (`Решение 7/8.09.2014 г.`)."""
    return "(" in printed[:5] or _BOTH_LEAD.search(before) is not None


def _years(before: str, printed: str, after: str, it: Reading) -> bool:
    if _HANGS_ON.search(before):
        return False
    if after[:1] in "-/" and after[1:2] in DIGITS:
        return False
    whole = _WHOLE_YEARS.match(printed) is not None
    return whole or _has_year_word(printed) or after.startswith(" учебна") or _SCHOOL.search(before) is not None


def _number_month(before: str, printed: str, after: str, it: Reading) -> bool:
    if before.endswith(("-", "/")) or is_numbered(before):
        return False
    return _has_year_word(printed) or "/" in it.value or bool(_MONTH_LEAD.search(before) or _DATE_LEAD.search(before))


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
    return _WITH_AND.match(after) is not None or _LIST_LEAD.search(before) is not None


def _decade(before: str, printed: str, after: str, it: Reading) -> bool:
    if _COUNTED.match(after):
        return False
    return (
        len(printed.rstrip("те- ")) >= 4 or "год" in printed or "век" in printed or _DURING.search(before) is not None
    )


def _century(before: str, printed: str, after: str, it: Reading) -> bool:
    return "век" in printed or _SHORT_CENTURY.fullmatch(printed) is not None


def _early_year(before: str, printed: str, after: str, it: Reading) -> bool:
    return _DURING.search(before) is not None


FORMS: dict[str, Check] = {
    "day_first": _day_first,
    "short_year": _short_year,
    "day_month": _day_month,
    "written_day": _day_month,
    "day_number": _day_number,
    "roman_month": _roman_month,
    "roman_year": _roman_year,
    "year": _year,
    "years": _years,
    "two_days": _two_days,
    "number_month": _number_month,
    "month": _month,
    "listed": _listed,
    "listed_month": _listed_month,
    "decade": _decade,
    "century": _century,
    "early_year": _early_year,
}
"""What the surroundings must show, by the form of the reading's (last) point."""
