r"""Codes for the kind of a payment to the budget (`Код за вид плащане: 44 21 00`), and the account each is printed for.

A code is read only where the page names it, before it or at the head of its column. It is an account's where the two
stand in one line, or in lines that follow one another, and nothing else could be meant: an account with a list of codes
has none.

>>> text = "IBAN: BG05UNCR96608431250062, код за вид плащане 44 21 00"
>>> of_accounts(text, [(6, 28)])
{6: '442100'}
>>> of_accounts(text + ", 44 22 00", [(6, 28)])
{}
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govarchive.text.glance import lowered
from govarchive.text.layout import column_head, line_start, line_stop
from govarchive.text.needles import needles

_SIX = r"[0-9]{2} (?<![0-9.,/-][0-9]{2}) ([ .-]?) [0-9]{2} \1 [0-9]{2} (?! [ ]?[0-9] | [.,/-][0-9] )"
_CODE = re.compile(_SIX, re.VERBOSE)
_NAME = re.compile(
    r"""
    (?: (?:вид|код)[а-я]{0,3} [ \n]{1,2} (?:(?:на|за)[ ])? плащан(?:е|ето|ия|ията) | (?P<bare> (?<![а-я])код ) )
    (?: [\s:;=.,№()"'/-] | код(?:ове|а)?\b | номер\b | е\b ){0,12}+ \Z
    """,
    re.VERBOSE,
)
_HEAD = re.compile("(?:вид|код)[а-я]{0,3} (?:(?:на|за) )?плащан", re.IGNORECASE)
# A mere `код` is on every second page, so it must lead to a code of a municipality or head a column.
_BARE = re.compile("код(?:[^а-я]{1,4}44|[\t\n])")
_MUNICIPAL = "44"  # what a mere `код` may name: the family of the codes for payments to municipalities
_REACH = 160
_NAME_REACH = 60


class _Item(NamedTuple):
    """An account (without a code) or a code, and the line it stands in."""

    start: int
    stop: int
    line: int
    code: str


def of_accounts(text: str, accounts: Sequence[tuple[int, int]]) -> dict[int, str]:
    """The six digits of the code for each account that has one, by the offset where the account begins."""
    codes = _codes(text, accounts)
    if not codes:
        return {}
    places = sorted([*((start, stop, "") for start, stop in accounts), *codes])
    items, line, at = [], 0, 0
    for start, stop, code in places:
        line += text.count("\n", at, start)
        at = start
        items.append(_Item(start, stop, line, code))
    return dict(pair for group in _groups(items) for pair in _pairs(group))


def _codes(text: str, accounts: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The named codes, and whatever else looks like one of their family: the rest of a list after one name."""
    low = lowered(text)
    shapes = (shape for start, stop in _regions(text, low) for shape in _CODE.finditer(text, start, stop))
    families = {code[:2] for shape in shapes if _named(text, low, shape.start(), code := _digits(shape))}
    if not families:
        return []
    found, stops = [], [stop for _, stop in accounts]
    for shape in _CODE.finditer(text):
        code, account = _digits(shape), bisect_right(stops, shape.start())
        inside = account < len(accounts) and accounts[account][0] < shape.end()
        if not inside and code[:2] in families:
            found.append((shape.start(), shape.end(), code))
    return found


def _regions(text: str, low: str) -> Iterator[tuple[int, int]]:
    """Where a named code may stand: not far behind each word of a name, or in the table below it."""
    table = 0
    for at, word in needles(low, ("плащан", "код")):
        if at < table or (word == "код" and not _BARE.match(low, at)):
            continue
        stop = line_stop(text, at)
        if "\t" not in text[line_start(text, at) : stop]:
            yield at, at + _NAME_REACH
            continue
        while "\t" in text[stop + 1 : (below := line_stop(text, stop + 1))]:
            stop = below
        table = stop
        yield at, table


def _digits(shape: re.Match[str]) -> str:
    return re.sub("[ .-]", "", shape.group())


def _named(text: str, low: str, start: int, code: str) -> bool:
    name = _NAME.search(low, max(0, start - _NAME_REACH), start)
    if name and (name["bare"] is None or code.startswith(_MUNICIPAL)):
        return True
    head = column_head(text, start)
    return bool(_HEAD.search(head)) or (head.lower() == "код" and code.startswith(_MUNICIPAL))


def _groups(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """The items in runs of neighbours."""
    group = [*items[:1]]
    for before, it in pairwise(items):
        if it.start - before.stop > _REACH:
            yield group
            group = []
        group.append(it)
    yield group


def _pairs(group: Sequence[_Item]) -> Iterator[tuple[int, str]]:
    """The accounts of a run with the one code that is printed for each."""
    accounts = [at for at, it in enumerate(group) if not it.code]
    for before, at, after in zip([-1, *accounts], accounts, [*accounts[1:], len(group)], strict=False):
        mates = [it for it in group if it.line == group[at].line]
        alone = not any(it.code for it in mates)
        leads = group[0] if alone else mates[0]
        following = group[at + 1 : after]
        if leads.code:
            # The code goes before its account; one left over behind the last account leaves a doubt.
            codes = [it for it in group[before + 1 : at] if alone or it.line == group[at].line]
            codes += following if after == len(group) else []
        else:
            rival = group[after].line if after < len(group) else -1
            codes = [it for it in following if it.line == group[at].line or it.line != rival]
        if len({it.code for it in codes}) == 1:
            yield group[at].start, codes[0].code
