"""The number of a document and the date beside it, as printed: `РД – 04 – 17 – 1258/19.05.2012`.

>>> number("РД - 04 - 17 - 1258/19.05.2012 г.", 0), number("4120-ПВР/НР", 0), number("РД 05 00 412 / 23.06.2017г.", 0)
(19, 11, 12)
>>> dated("94/2021 г. на", 2), dated("123 от 12 май 2016 г.", 3), dated("44/08г.", 2)
(Dated(stop=10, date='2021'), Dated(stop=21, date='2016-05-12'), Dated(stop=7, date='2008'))
"""

import re
from typing import NamedTuple

from govarchive.text.dates.points import point
from govarchive.text.glance import lowered
from govarchive.text.later import Later


class Dated(NamedTuple):
    """Where the date beside a number ends, `г.` included, and the date (EDTF: a day, a month or a year)."""

    stop: int
    date: str


# The forms of `dates.point` that may stand beside a number.
_FORMS = frozenset({"day_first", "day_month", "short_year", "year", "roman_month", "iso"})
_DAY = r"[0-9]{1,2}[ ]?\.[ ]?(?:[0-9]{1,2}|[IVXІХ]{1,4})[ ]?\.[ ]?(?:19|20)?[0-9]{2} (?![0-9])"
_TIME = "[0-2]?[0-9] (?: :[0-5][0-9] | [.,][0-5][0-9][ ]?ч )"
_YEAR = rf"(?:18|19|20)[0-9]{{2}} (?! [0-9] | [ ]?[/-][ ]?(?!{_TIME})[0-9A-ZА-Я] )"
_WORDED = r"[0-9]{1,2}[ ](?:ян|фев|мар|апр|май|юн|юл|авг|сеп|окт|ное|дек)"
_CAPITALS = "А-ЯІA-Z"
_PIECE = rf"""(?:
    [0-9{_CAPITALS}]{{1,18}} (?![0-9]) [а-вд-я]? (?! [а-я] (?: (?<!г) | [а-я] ) )      # 15г. ends before its г.
)"""
_DATE_NEXT = (
    rf"(?: [ ]?/[ ]? (?: {_DAY} | (?:19|20)[0-9]{{2}} (?![0-9]) ) | [ ]{{1,2}} от [ ]{{1,2}} [0-9]{{1,2}}[ .] )"
)
# The series of the election commissions, by what is elected.
_ELECTIONS = "(?: НС | МИ | ЕП | НР | ПВР | ПВНР ) (?: / (?: НС | МИ | НР | ЕП ) )?"
_NUMBER = Later(
    rf"""
    (?: [{_CAPITALS}]{{1,4}} [ ] [0-9]{{1,4}} (?: [ ][0-9]{{2,5}} (?![.:0-9]) ){{0,3}}      # РД 07 00 380
      | [А-Я][а-я][А-Яа-я] (?=[ ]?-[ ]?[0-9])                               # ОбС-311
      | [0-9]{{3,4}} [а-я]{{1,2}} (?=[ ]?-[ ]?[0-9]) | [0-9]{{3,4}} -р (?=-[0-9])           # 225зз-806, 513-р-20977
      | {_PIECE} )
    (?: - (?!{_DAY}) {_PIECE}
      | [ ]?-[ ]? (?! {_DAY} | {_TIME} ) (?=[0-9]) {_PIECE}                # РД - 02 - 14
      # ВТ - 31 - ПР / 2018 г.: a dash and letters are of the number where the date goes on from them
      | [ ]?-[ ]? (?= [{_CAPITALS}]{{1,4}} (?: [ ]?-[ ]? [0-9{_CAPITALS}]{{1,5}} ){{0,3}} {_DATE_NEXT} ) {_PIECE}
      | [ ]?-[ ]? {_ELECTIONS} (?![А-Яа-я])                               # 45 - ПВР/НС
      | [ ] [{_CAPITALS}] (?= [ ]?/[ ]?{_DAY} )                           # 3 А / 12.04.2017
      | (?<=[{_CAPITALS}]) \.[0-9]{{1,3}} \.[0-9]{{1,4}} (?![0-9.])          # РД.01.12
      | \. (?!{_DAY}) [0-9]{{1,5}} (?![0-9.]) | \. [{_CAPITALS}]{{2,4}} (?=\.[0-9])      # ГР-64.ИК.2022
      | / (?! [ ]? (?: {_DAY} | {_YEAR} | {_WORDED} | [0-9]{{1,2}}[ ]?г | [0-9]{{1,2}}[ ]?\.[ ]?[0-9] ) ) {_PIECE}
      | /[ ] (?! {_DAY} | {_YEAR} | {_WORDED} | [0-9]{{1,2}}[ ]?г | [0-9]{{1,2}}[ ]?\.[ ]?[0-9] ) (?=[0-9]) {_PIECE}
      | \#[0-9]{{1,3}} | [ -]? \([ ]?[{_CAPITALS}]?[0-9]{{1,2}}\) (?={_DATE_NEXT})
      | [ ]ЗМ[ ]?-?[ ]?[0-9]{{1,5}}                     # 345 ЗМ-12/2018
    ){{0,8}}
    """,
    re.VERBOSE,
)
_OF_ELECTIONS = re.compile(rf"[0-9]{{1,5}}[ ]?-[ ]?{_ELECTIONS}", re.VERBOSE)
_DIGIT = re.compile("[0-9]")
_BESIDE_MARKS = re.compile(r"[ ]?([-/(])[ ]?")
_DATE_LEAD = re.compile(
    rf"""
    [ ]{{0,2}} //? [ ]{{0,2}} (?: (?= {_DAY} | {_YEAR} | {_WORDED} ) | (?P<short> [0-9]{{2}}) [ ]?г(?:\.|(?![а-я])) )
    | [ ]?-[ ]? (?= {_DAY} )
    | [ ]? \n [ ]? / [ ]? (?= {_DAY} )
    | [ ]? [,/]? [ ] (?: дата | Дата ) :? [ ] (?= {_DAY} )
    | (?: ,? [ \n]{{1,3}} (?: от | ОТ | От ) | (?<=[0-9])от ) [ \n]{{1,2}} (?: дата[ ] )? (?=[0-9])
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile("[ ,]{0,2}\n[ \n]{0,2}От")
_LINE_ENDS = re.compile(r"[ ]{0,20}[.,;)]?[ ]{0,20}(?:\n|\Z)")
_PLACE = r"""(?: (?: гр | с | град | село ) (?:\.|[ ]) [ \n]? )?
    (?: [А-Я][А-Яа-я]{1,20}+ (?: [ -][А-Я][А-Яа-я]{1,20}+ )? | (?:[А-Я]\.[ ]?){1,2}(?=,) )"""
# The line below the heading of an act: `гр. Враца, 19.07.2013 г.`, or the day right behind its number.
_PLACE_AND_DAY = re.compile(
    rf"""(?: [ ]{{0,20}}\n \s{{0,80}}+ (?: (?!от[ ]) {_PLACE} ,?[ ]{{1,4}} )?
      | ,?[ ]{{1,60}}+ | \s{{1,80}}+ Година\s{{1,20}} )
    (?= (?: {_DAY} | {_WORDED}[а-я]{{0,8}}[ ](?:19|20)[0-9]{{2}} ) [ ]?(?:г|год|година)?\.?
      (?: ,?[ ]{{1,60}}+(?:град[ ]{{1,9}})?{_PLACE} )? [ ]{{0,20}}(?:\n|\Z) )""",
    re.VERBOSE | re.IGNORECASE,
)
_ISSUER = re.compile(
    rf"[ ]{{1,2}} (?:на|НА) [ ] (?P<issuer>[^,.;:()\n0-9№/]{{2,80}}?) (?= [ ](?:от|ОТ)[ ][0-9] | [ ]?\n?/[ ]?{_DAY} )",
    re.VERBOSE,
)
# Who issues acts that are cited by the year alone.
_BODY = re.compile(r"[А-Я]{2,6}(?![а-я]) | (?: Министерски | Общински | Върховн | Районн | Окръжн )", re.VERBOSE)
_NO_ISSUER = re.compile(
    r"\b (?: се | влиза | сила | считано | отменя | изменя | валидн | действа | за | и\s )", re.VERBOSE
)
_INVENTORY = re.compile(
    r"""\s{1,9} по\s{1,3}описа (?: [ \n]{1,2} на [ \n] (?: [^.;0-9] | \.(?=[ \n]за[ ]) ){2,60}? )? [\s,]{1,9}
    за \s{1,9} (?P<year>(?:19|20)[0-9]{2}) (?![0-9])""",
    re.VERBOSE,
)


def number(text: str, at: int) -> int | None:
    """Where the number that begins at `at` ends; None when there is none or no digit in it."""
    match = _NUMBER.match(text, at)
    return match.end() if match and _DIGIT.search(text, at, match.end()) else None


def of_elections(number: str) -> bool:
    """Whether it is of a series of the election commissions, which only their decisions have: `143-МИ`."""
    return _OF_ELECTIONS.fullmatch(number) is not None


def dated(text: str, at: int, any_year: bool = False) -> Dated | None:
    """The date that follows a number ending at `at`; `any_year` takes `от 2019` without `г.` as well."""
    lead = _DATE_LEAD.match(text, at)
    if lead is None:
        return None
    if lead["short"]:
        return Dated(lead.end(), _century(int(lead["short"])))
    on = _date(text, lead.end(), any_year or lead.group().strip() == "/")
    # Below the number: От 10.10.2016 г. входът е свободен. The day of a document has the line to itself there.
    if on and _SENTENCE.match(lead.group()) and not _LINE_ENDS.match(text, on.stop):
        return None
    return on


def dated_below(text: str, at: int) -> str | None:
    r"""The day of an act, printed with the place on the line below its number, or behind it on that of a heading.

    >>> dated_below("РЕШЕНИЕ\n№ 7\nгр. Лом, 2.03.2013 г.\n", 11)
    '2013-03-02'
    """
    place = _PLACE_AND_DAY.match(text, at)
    on = _date(text, place.end(), any_year=False) if place else None
    return on.date if on else None


def issued(text: str, at: int) -> tuple[str, Dated] | None:
    """Who issued the document, and when, printed after the number.

    >>> issued("№ 327 на Министерския съвет от 15 май 2019 г.", 5)
    ('Министерския съвет', Dated(stop=45, date='2019-05-15'))
    """
    who = _ISSUER.match(text, at)
    if who is None or _NO_ISSUER.search(who["issuer"]):
        return None
    on = dated(text, who.end())
    sure = on and (len(on.date) == 10 or (len(on.date) == 4 and _BODY.match(who["issuer"])))
    return (who["issuer"], on) if on and sure else None


def inventory_year(text: str, at: int) -> str | None:
    """The year a case of a court is entered under.

    >>> inventory_year("№ 996 по описа на Районен съд за 2018 година", 5)
    '2018'
    """
    match = _INVENTORY.match(text, at)
    return match["year"] if match else None


def printed(date: str) -> str:
    """A date as it stands after the number of a document.

    >>> printed("2015-05-14"), printed("2015-05"), printed("2015")
    ('14.05.2015', '05.2015', '2015')
    """
    return ".".join(reversed(date.split("-")))


def _century(two: int) -> str:
    return str(two + (2000 if two < 50 else 1900))


def _date(text: str, at: int, any_year: bool) -> Dated | None:
    low = lowered(text)
    it = point(low, at)
    if it is None or it.form not in _FORMS or it.value.startswith("X"):
        return None
    # `от 2019` alone may be anything; with `г.` or after a slash it is the year of the document.
    if it.form == "year" and not any_year and "г" not in low[at : it.stop]:
        return None
    return Dated(it.stop, it.value)


def straight(number: str) -> str:
    """Without blanks around hyphens and slashes.

    >>> straight("РД - 04 - 17 - 1258"), straight("РД 05 00 412")
    ('РД-04-17-1258', 'РД 05 00 412')
    """
    number = " ".join(number.split())
    return _BESIDE_MARKS.sub(r"\1", number) if " " in number else number
