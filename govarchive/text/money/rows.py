r"""Bare figures whose currency stands once: in the cell that heads their row, or in the line above a list of prices.

Of a table that lost its cells, so that each stands on a line of its own, the prices are the lines of two decimals.

>>> from govarchive.text.money.currency_signs import signs_in
>>> page = "Обща стойност (лв.)\t1 200,00\nЦени в лева:\nДетски билет - 2,00\nБилет - 5,00"
>>> [(page[it.start : it.stop], it.code) for it in along(page, signs_in(page))]
[('1 200,00', 'BGN'), ('2,00', 'BGN'), ('5,00', 'BGN')]
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from govarchive.text.layout import line_start, line_stop, lines_above
from govarchive.text.money.columns import FIGURE_CELL, Cell, Head, cell_of, head_of, is_whole
from govarchive.text.money.currency_signs import Sign
from govarchive.text.money.figures import FIGURE, decimal

_YEAR = re.compile(r"[ ]*(?:19|20)[0-9]{2}[ ]*")
_SUM = re.compile("[0-9][ '][0-9]{3}|[.,][0-9]{2}(?![0-9])")
_NUMBERED = re.compile(r"(?:[ ]*(?:[0-9]{1,3}|[IVXІХ]{1,5})?[.)]?[ ]*\t)*")
"""What stands before the head of a row: its number."""
_LIST_HEAD = re.compile(r"\b(?:цен|такс|тариф|билет)", re.IGNORECASE)
# `Детски билет - 2,00`, with the two decimals that only a price has here; `Каса 9.00 - 17.00` is none.
_PRICED = re.compile(
    rf"""[ •*-]{{0,4}} [^\W_] [^\n]{{1,150}}? (?<![0-9][.,:][0-9][0-9]) (?<![ ][0-9]) (?<![ ][0-9][0-9]) (?<![0-9][ .)])
    (?: [ ]?[-:=][ ]? | [ ]?\t[ ]? | [ ]?\.{{3,}}[ ]? | [ ]{{2,40}} )
    (?P<figure>{FIGURE}) (?<=[.,][0-9]{{2}}) [ ]*[;,.]?[ ]* (?=\n|\Z)""",
    re.VERBOSE,
)
# What is no year, number or day: 1 200 or 12,50 alone in the line below.
_BELOW = re.compile(
    rf"\n[ ]*(?P<figure> (?= [0-9]+[ ,][0-9] | [0-9]{{3}}[0-9]*\.[0-9] ) {FIGURE} ) [ ]*(?=\n|\Z)", re.VERBOSE
)
_TIMED = re.compile(r"\b(?:час|врем|начал|край|отвар|затвар|дат[аи]|валидн|чл\.|ал\.)", re.IGNORECASE)
_FEWEST, _LONGEST_LIST = 2, 200
_STACKED = re.compile(rf"[ ]*(?P<figure>{FIGURE})(?<=[.,][0-9]{{2}})[ ]*", re.VERBOSE)
# Another column of such a table that is not of money, or of which money one cannot tell.
_OTHER_COLUMN = re.compile(
    r"\b(?:площ|дка|кв\.|м2|м3|ха|куб|процент|количество|обем|кг|час|дата|точки|евро|eur|bgn|лв)\b|%|€", re.IGNORECASE
)
_FARTHEST, _LONGEST_CELL, _SHORT_CELL, _HEADS_ABOVE = 8, 160, 24, 5
"""How many lines of words may stand between two prices, how long such are, how many heads stand above this one."""


def along(text: str, signs: Iterable[Sign]) -> Iterator[Cell]:
    """The bare figures behind and below such heads among the currencies of a text, given in order of position."""
    floor = 0
    for start, stop, code in signs:
        head = head_of(text, start, stop, code) if start >= floor else None
        line = line_start(text, start) if head else -1
        if head is None or not is_whole(text, line):
            continue
        behind = _row(text, line, start, head)
        found = behind or _list(text, line, start, head) or _stack(text, line, head)
        if found:
            yield from found
            floor = found[-1].stop


def _row(text: str, line: int, start: int, head: Head) -> list[Cell]:
    """The figures in the cells behind the head of a row; years alone are heads of columns themselves."""
    last = line_stop(text, line)
    first, begins = text.find("\t", start, last), _NUMBERED.match(text, line, start)
    if first < 0 or begins is None or text.find("\t", begins.end(), start) >= 0:
        return []
    cells = text[first + 1 : last].rstrip("\t ").split("\t")
    figures = list(takewhile(FIGURE_CELL.fullmatch, cells))
    # Before words stands a sum only where it is printed as one: not of `Цена (лв.)\t1\tСрок`.
    if all(map(_YEAR.fullmatch, figures)) or (len(figures) < len(cells) and not _SUM.search(figures[0])):
        return []
    found: list[Cell] = []
    at = first + 1
    for cell in figures:
        found += cell_of(cell, at, head)
        at += len(cell) + 1
    return found


def _list(text: str, line: int, start: int, head: Head) -> list[Cell]:
    """The figure alone below a line that is such a head and nothing else, or the prices at the ends of the lines."""
    stop = line_stop(text, line)
    if text.find("\t", line, stop) >= 0:
        return []
    if alone := _BELOW.match(text, stop):
        return list(cell_of(alone["figure"], alone.start("figure"), head))
    if head.scale or not _LIST_HEAD.search(text, line, start):
        return []
    found: list[Cell] = []
    while len(found) < _LONGEST_LIST and (priced := _PRICED.match(text, stop + 1)):
        if _TIMED.search(text, stop + 1, priced.start("figure")):
            break
        found.append(Cell(*priced.span("figure"), decimal(priced["figure"]), head.code))
        stop = priced.end()
    return found if len(found) >= _FEWEST else []


def _stack(text: str, line: int, head: Head) -> list[Cell]:
    """The prices of a table with each cell on a line of its own, below the head of their column."""
    begins = line_stop(text, line)
    if head.scale or head.per_unit or begins - line > _LONGEST_CELL or text.find("\t", line, begins) >= 0:
        return []
    near = islice(lines_above(text, line), 4 * _HEADS_ABOVE)
    heads = (text[first:last] for first, last in near if 0 < last - first < _LONGEST_CELL)
    if any(map(_OTHER_COLUMN.search, islice(heads, _HEADS_ABOVE))):
        return []
    found: list[Cell] = []
    words, at = 0, begins + 1
    while at < len(text) and words <= _FARTHEST and len(found) < _LONGEST_LIST:
        stop = line_stop(text, at)
        price = _STACKED.fullmatch(text, at, stop)
        if price and (words or found):
            found.append(Cell(*price.span("figure"), decimal(price["figure"]), head.code))
            words = 0
        elif price or _ends_stack(text, at, stop, bool(found)):
            break
        words += not price and stop > at
        at = stop + 1
    return found if len(found) >= _FEWEST else []


def _ends_stack(text: str, at: int, stop: int, begun: bool) -> bool:
    """Whether a line is none of such a table, or begins another column of it."""
    if stop - at > _LONGEST_CELL or (not begun and _OTHER_COLUMN.search(text, at, stop)):
        return True
    return stop - at <= _SHORT_CELL and _TIMED.search(text, at, stop) is not None
