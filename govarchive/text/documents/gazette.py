"""Issues of the State Gazette (Държавен вестник): `ДВ, бр. 32 от 2018 г.`, lists of them and amendments in a row.

>>> [(it.number, it.date) for it in issues("обн., ДВ, бр. 11 и 59 от 1998 г.; изм. бр. 8/25.01.2011 г.")]
[('11', '1998'), ('59', '1998'), ('8', '2011-01-25')]
>>> issues("в-к Зора, бр. 289 от 29 май 1881 г.")
[]
"""

import re
from typing import NamedTuple

from govarchive.text.documents.numbers import dated
from govarchive.text.landmarks import GAZETTE, ISSUES, landmarks
from govarchive.text.words import words


class Issue(NamedTuple):
    """One issue at `[start, stop)`: its number and its date (EDTF), the list's where it has none of its own."""

    start: int
    stop: int
    number: str
    date: str | None


_NUMBER = re.compile(
    r"(?:бр\.|бр[ ]|Бр\.|БР\.|бро[йя]|Брой) [ \n]{0,2} (?:№[ ]?)? (?P<number>[0-9]{1,3}) (?![0-9])", re.VERBOSE
)
_NEXT = re.compile(
    r"""
    (?: [ ]?\.?,[ ]? | [ ]и[ ] | [ ]?;[ ]? | [ ](?=бр\.) ) (?: (?P<word>бр)\.?[ ]? )?
    (?P<number>[0-9]{1,3}) (?! [0-9] | \.[0-9] )
    """,
    re.VERBOSE,
)
_NAME = r"(?: Д\.?[ ]?В | държавен[ ]вестник | Държавен[ ][вВ]естник | ДЪРЖАВЕН[ ]ВЕСТНИК | Държ\.[ ]?в(?:естник)? )"
_NAMED = re.compile(rf'(?<![А-Яа-я])(?P<name>{_NAME}) [".,:;]{{0,3}} [ \n]{{0,2}} \Z', re.VERBOSE)
_NAMED_AFTER = re.compile(rf'[^.;\n]{{0,24}}? [ ](?:на|от|в)[ ] "? {_NAME} "?', re.VERBOSE)
# ДВ 31/2019 г.
_YEAR_ALONE = re.compile(
    r"""ДВ [ .,]{1,3} (?P<number>[0-9]{1,3})
    (?= / (?: (?:19|20)[0-9]{2} (?![0-9]) | [0-9]{1,2}[.][0-9]{1,2}[.][12] | [0-9]{1,2}[ ][а-я]{3,9}[ ][12] ) )""",
    re.VERBOSE,
)
# брой: 58, от дата 13.7.2018 г.   Официален раздел, as the site of the gazette heads an act
_SITE = re.compile(r"брой:[ ](?P<number>[0-9]{1,3})(?=,[ ]от[ ]дата[ ])")
_SECTION = re.compile(r"\s{1,4}(?:Официален|Неофициален)[ ]раздел")
_COMMA_YEAR = re.compile(r",[ ]?(?P<year>(?:19|20)[0-9]{2})[ ]?г\.")
_AMENDED = re.compile(
    r"(?: изм | доп | обн | попр | отм | нов[аи] ) [а-я]{0,10} [.,:]{0,2} [ \n-]{0,3} (?:в[ ])? \Z", re.VERBOSE
)
# обявен във в-к „Зора“, бр. 12 от 12.05.2019 г.: an issue of another paper
_OTHER_PAPER = re.compile(r"""(?<![а-я])(?:в-к|вестник|сп\.|списание|бюлетин)[ ]?"[^"\n]{2,40}"[ ]?[,.-]?[ ]?\Z""")
_REACH = 160


def issues(text: str) -> list[Issue]:
    """Every issue of the gazette in a folded text, in order of position."""
    found: list[Issue] = []
    if not landmarks(text, GAZETTE) and "от дата" not in text:
        return found
    ends = words(text).ends
    for at in (ends[word - 1] for word in landmarks(text, GAZETTE | ISSUES)):
        if found and at < found[-1].stop:
            continue
        if alone := _YEAR_ALONE.match(text, at) or _SITE.match(text, at):
            it = _issue(text, at, alone)
            if text[at] == "Д" or _SECTION.match(text, it.stop):
                found.append(it)
            continue
        first = _NUMBER.match(text, at)
        start = _start(text, first, found) if first else None
        if first is not None and start is not None:
            found += _list(text, start, first)
    return found


def _start(text: str, first: re.Match[str], found: list[Issue]) -> int | None:
    """Where the reference begins, the name of the gazette included; None where no gazette is meant."""
    name = _NAMED.search(text, max(0, first.start() - 26), first.start())
    if name:
        return name.start()
    if '"' in text[max(0, first.start() - 3) : first.start()] and _OTHER_PAPER.search(
        text, max(0, first.start() - 60), first.start()
    ):
        return None
    last = found[-1] if found else None
    near = last is not None and first.start() - last.stop < _REACH and "\n\n" not in text[last.stop : first.start()]
    amends = _AMENDED.search(text, max(0, first.start() - 20), first.start()) is not None
    after = dated(text, first.end(), any_year=True)
    if (near and amends) or ((near or amends) and after):
        return first.start()
    if near and last is not None and not text[last.stop : first.start()].strip(" ,;и\n"):
        return first.start()
    return first.start() if _NAMED_AFTER.match(text, after.stop if after else first.end()) else None


def _list(text: str, start: int, first: re.Match[str]) -> list[Issue]:
    """The issue and those that follow it in a list; a date at the end is the date of all that have none."""
    found = [_issue(text, start, first)]
    while found[-1].date is None:
        more = _NEXT.match(text, found[-1].stop)
        if more is None or not _goes_on(text, more):
            break
        found.append(_issue(text, more.start("word") if more["word"] else more.start("number"), more))
    return [it._replace(date=found[-1].date) for it in found]


def _goes_on(text: str, more: re.Match[str]) -> bool:
    """Whether a figure after a comma is another issue: a date or another of the list follows."""
    return (
        bool(more["word"])
        or dated(text, more.end(), any_year=True) is not None
        or _NEXT.match(text, more.end()) is not None
    )


def _issue(text: str, start: int, match: re.Match[str]) -> Issue:
    stop, date = match.end(), None
    named = _NAMED_AFTER.match(text, stop)
    if on := dated(text, named.end() if named else stop, any_year=True):
        stop, date = on
    elif year := _COMMA_YEAR.match(text, stop):
        stop, date = year.end(), year["year"]
    return Issue(start, stop, match["number"], date)
