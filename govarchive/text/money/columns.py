r"""Bare figures in the cells of a table below a head that names their currency: `Цена в лв.`, `Такса (EUR)`, `лева`.

>>> from govarchive.text.money.currency_signs import signs_in
>>> table = "Услуга\tЦена в лв.\tЦена в EUR\nСкица\t5,00\t2,56"
>>> [(table[it.start : it.stop], it.code) for it in below(table, signs_in(table))]
[('5,00', 'BGN'), ('2,56', 'EUR')]
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from govarchive.text.layout import line_start, line_stop
from govarchive.text.money.currency_signs import Sign
from govarchive.text.money.figures import FIGURE, SCALE, VAT, decimal, times
from govarchive.text.raised import RAISED, coins


class Cell(NamedTuple):
    """A figure at `[start, stop)`, how much it is and in which currency."""

    start: int
    stop: int
    value: Decimal
    code: str


class Head(NamedTuple):
    """What the head of figures says of them."""

    code: str
    scale: str | None
    per_unit: bool


_CODE = 3  # of a currency, and not of its coins
_LONGEST_HEAD, _LONGEST_BREAK = 90, 120
# Of when a plan or a report is: `План 2019`, `Отчет към 31.12.2019`.
_YEAR = r"(?: (?:[0-9]{2}\.[0-9]{2}\.)? (?:19|20)[0-9]{2} (?![0-9]) )"
# What stands before the currency in its cell, no other one in it, and behind it.
_LEAD = re.compile(
    rf"""[ ]* (?: №[ ]{{1,9}} )?
    (?: (?P<words> [А-Яа-яA-Za-z] (?: [^\t\n0-9€$£] | {_YEAR} ){{1,70}}? )
      [ ]? (?: [ ]в[ ] | [(/,:-][ ]?(?:в[ ])? | [ ] ) )?
    [ (]* (?: (?P<scale>{SCALE})\.?[ ]? )? \Z""",
    re.VERBOSE,
)
_REST = re.compile(
    rf"""[ ]? [)]? (?P<unit> [ ]?/[ ]?[а-я][^\t\n0-9]{{0,15}} | [ ](?:за|на)[ ][^\t\n0-9]{{1,20}} )?
    (?: ,?[ ]? [(/]? {VAT} )? [ )/*.:]* (?=[\t\n]|\Z)""",
    re.VERBOSE,
)
_DIGIT = re.compile("[0-9]")
PRICE = r"(?:такс|цен|сум)[аи]|стойност"
"""What a price is called at the head of a column or a cell, without its article."""

_PRICED = re.compile(
    rf"{PRICE}|такс|размер|наем|депозит|глоб|разход|приход|бюджет|плащан|заплат|възнагражд|общо|ДДС"
    r"|дължим|тариф|вноск|всичко|продажб|постъплен|билет|обикн|бърз|експр|субсид|задълж|лихв|кредит|отчет|план|средств|price|fee|amount",
    re.IGNORECASE,
)
FIGURE_CELL = re.compile(
    rf"[ ]* (?P<printed> (?P<minus>-)? (?P<figure>{FIGURE}) (?P<raised>{RAISED})? ) [ ]*", re.VERBOSE
)
"""A cell with a figure and nothing else."""


def below(text: str, signs: Iterable[Sign]) -> Iterator[Cell]:
    """The bare figures below the heads among the currencies printed in a text, which are given in order of position."""
    heads: dict[int, dict[int, Head]] = {}
    for start, stop, code in signs if "\t" in text else ():
        head = head_of(text, start, stop, code)
        line = line_start(text, start) if head else -1
        if head and is_whole(text, line):
            heads.setdefault(line, {})[text.count("\t", line, start)] = head
    done = -1
    for line in heads:
        if line > done:
            cells, done = _table(text, line, heads)
            yield from cells


def is_whole(text: str, line: int) -> bool:
    """Whether a line really begins there and ends before the next one: one of thousands of characters is no head."""
    stop = line_stop(text, line)
    return (line == 0 or text[line - 1] == "\n") and text[stop : stop + 1] in ("", "\n")


def head_of(text: str, start: int, stop: int, code: str) -> Head | None:
    """The head of a column, row or list, where the currency at `[start, stop)` ends what its cell says of prices."""
    # Most currencies stand behind their figure.
    if len(code) != _CODE or text[max(0, start - 2) : start].rstrip()[-1:].isdigit():
        return None
    rest = _REST.match(text, stop)
    floor = max(0, start - _LONGEST_HEAD)
    begins = max(text.rfind("\t", floor, start), text.rfind("\n", floor, start)) + 1
    if rest is None or (not begins and floor):
        return None
    lead = _LEAD.match(text[begins:start])
    if lead is None or (lead["words"] and not _PRICED.search(lead["words"])):
        return None
    return Head(code, lead["scale"], rest["unit"] is not None)


def _table(text: str, line: int, heads: dict[int, dict[int, Head]]) -> tuple[list[Cell], int]:
    """The figures of the rows with as many cells as the heads at `line` have, and where the last of them begins.

    A line of words between them ends no table; a row with currencies of its own may head other columns below.
    """
    at = line_stop(text, line) + 1
    tabs, columns = _wide(text, line, heads[line])
    last = line
    found: list[Cell] = []
    broken = False
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        cells = text.count("\t", at, stop)
        if (not cells and (broken or not 0 < stop - at < _LONGEST_BREAK)) or (cells != tabs and at in heads):
            break
        broken = not cells
        if cells == tabs:
            found += _row(text, at, stop, columns)
            columns = {**columns, **heads.get(at, {})}
        last, at = at, stop + 1
    return found, last


def _wide(text: str, line: int, heads: dict[int, Head]) -> tuple[int, dict[int, Head]]:
    """How many tabs the rows below the heads at `line` have, and their heads: one may have two of its own below it.

    `Услуга<TAB>Такса в лв.`, and below that `<TAB>обикновена<TAB>бърза`
    """
    start = line_stop(text, line) + 1
    top, low = text[line : start - 1].split("\t"), text[start : line_stop(text, start)]
    if not low.startswith("\t") or _DIGIT.search(low):
        return len(top) - 1, heads
    wide = dict(heads)
    for column, cell in enumerate(low.split("\t")):
        if column - 1 in wide and cell.strip() and not "".join(top[column : column + 1]).strip():
            wide[column] = wide[column - 1]
    return max(len(top) - 1, low.count("\t")), wide


def _row(text: str, at: int, stop: int, heads: dict[int, Head]) -> Iterator[Cell]:
    for column, cell in enumerate(text[at:stop].split("\t")):
        if head := heads.get(column):
            yield from cell_of(cell, at, head)
        at += len(cell) + 1


def cell_of(cell: str, at: int, head: Head) -> Iterator[Cell]:
    """The figure in a cell that begins at `at`, below or beside its head, where it is one."""
    if found := FIGURE_CELL.fullmatch(cell):
        value = decimal(found["figure"], head.scale is None and not head.per_unit) + coins(found["raised"])
        value = times(-value if found["minus"] else value, head.scale)
        yield Cell(at + found.start("printed"), at + found.end("printed"), value, head.code)
