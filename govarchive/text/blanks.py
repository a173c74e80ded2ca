r"""Blanks that say nothing: doubled ones inside a line, those at its ends, and the tabs that only indent it.

Old editors set lines with doubled blanks, and so do pages whose mark-up was taken off. Wide gaps are the columns of a
table where lines beside each other have them, and stay; so does the tab of a row whose first cell is empty.

>>> text = "Община   Видин \n\nтел.  094"
>>> sorted(spare_blanks(text))
[7, 8, 14, 22]
>>> sorted(spare_blanks("Иван Петков   094 1\nАна Рунева    094 2"))
[]
>>> sorted(spare_blanks("Кмет:\n\tИван Петков"))
[6]
>>> sorted(spare_blanks("Кмет\tИван Петков\n\tАна Рунева"))
[]
>>> sorted(spare_blanks("Кмет\tИван Петков\n\t\nСекретар\tАна Рунева")), sorted(spare_blanks("Екип\n\t\nСекретар\tАна"))
([], [5])
"""

import re
from itertools import chain, islice
from operator import not_

from govarchive.text.layout import line_start, line_stop, lines_above

_BLANKS = re.compile(r"[ ](?:[ ]+|(?=\n)|(?<=\n[ ]))")
# The empty lines between two others.
_EMPTY_LINES = re.compile(
    r"""\n (?: (?<=[^\s]\n) | (?<=[^\s][ \t]\n) | (?<=[^\s][ ]{2}\n) )     # the end of a line with words
    ((?:[ \t]*+\n)++) (?=[ \t]*+[^\s])""",
    re.VERBOSE,
)
_LINE = re.compile(r"\n[ \t]*+[^\s]")
# So many must stand apart, and so few of them together.
_SEVERAL, _SELDOM = 4, 20
# Lines up to an empty one, and a tab in them that has a cell before it.
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_CELL_END = re.compile(r"[^\s][ ]*\t")
_INDENT = re.compile(r"(?m)^[ \t]*\t[ \t]*")
# A tab that parts no cells: before a dash, and before the sign of who signed where that is the second cell of its line,
# as in a column of signs there are more.
_TO_DASH = re.compile(r"\t(?=-[ ][А-Яа-я])")
_TO_SIGN = re.compile(r"(?m)^([^\t\n]+)\t(?=[ ]*[/(]?[пП][/)]?[*.]{0,2}[ ]*$)")
# Lines of nothing but tabs and blanks.
_EMPTY_ROWS = re.compile(r"\n[ ]*\t[ \t]*(?=\n)(?:\n[ \t]*(?=\n))*")
# So many blanks can be the gap between two columns, and so many are one.
_WIDE, _WIDEST = 3, 7
# A dash with blanks around it joins.
_GAP = re.compile(rf"(?<=[^\s-])[ ]{{{_WIDE},}}(?=[^\s-])")
# `61 82 00  Регистратура 66 03 15`, `06541/ 2157    8:00-20:00`: behind a number begins what it does not belong to.
_ITEM = re.compile(r"(?<=[0-9])[ ]{2,}[А-ЯA-Z]|(?<=[0-9])[ ]{3,}[0-9]")
# `Централа: 61-05, 61-06   Факс: 65-51`
_LABEL = re.compile(r"[А-ЯA-Z][\w.-]{1,20}(?:[ ][\w.-]{1,20})?[ ]?:")
# No row of a table is so long, no cell of it either, and no more lines are empty between two of them.
_PROSE, _CELL, _EMPTY = 200, 50, 3
# No cell ends with these.
_SMALL = re.compile(r"(?<![А-Яа-я])(?:на|и|в|във|за|от|с|със|по|до|при|към|не|е|се|са|ще|да)[ ]{3}")


def without_joints(text: str) -> str:
    r"""A folded text with a blank for each tab that parts no cells.

    >>> without_joints("Кмет:\t/п/\n1. Ана Рунева\t- касиер\nАна Рунева\tкасиер\tп")
    'Кмет: /п/\n1. Ана Рунева - касиер\nАна Рунева\tкасиер\tп'
    """
    return _TO_SIGN.sub(r"\1 ", _TO_DASH.sub(" ", text)) if "\t" in text else text


def spare_blanks(text: str) -> list[int]:
    """The offsets of the blanks of a folded text that can be taken out, in no order."""
    spare: list[int] = []
    lines = text.split("\n")
    said = list(map(str.strip, lines))
    # Blanks at the ends of lines are told by the lines; to look for them in the text takes several times longer.
    ends = " \n" in text if (edged := said != lines) else False
    if "\t" in text:
        spare += _indents(text)
        spare += _empty_rows(text) if "\t\n" in text or ends else []
    if "  " in text or ends or (edged and "\n " in text):
        spare += _doubled(text)
    return spare


def lines_apart(text: str) -> list[int]:
    r"""The breaks of a page whose lines all stand apart, as many of each run as the shortest has; in rising order.

    >>> lines_apart("Кмет\n\nАна\n\nИван\n\n\nКаса\n\nАрхив"), lines_apart("Кмет\n\nАна\nИван")
    ([5, 10, 16, 23], [])
    """
    # More lines together than there are empty ones: the longer looks below would say no.
    breaks = text.count("\n")
    at_most = 2 * text.count("\n\n") + text.count(" \n") + text.count("\t\n")
    if not at_most or (breaks - 2 * at_most) * _SELDOM > at_most:
        return []
    empty = sum(map(not_, map(str.strip, text.split("\n"))))
    if (breaks - 2 * empty) * _SELDOM > empty:
        return []
    apart = [(it.start(1), it[1].split("\n")) for it in _EMPTY_LINES.finditer(text)]
    together = len(_LINE.findall(f"\n{text}")) - 1 - len(apart)
    if len(apart) < _SEVERAL or together * _SELDOM > len(apart):
        return []
    least = min(len(lines) for _, lines in apart) - 1
    taken = [range(start, start + sum(map(len, lines[:least])) + least) for start, lines in apart]
    return list(chain.from_iterable(taken))


def _indents(text: str) -> list[int]:
    """The tabs, with the blanks beside them, that begin lines of a block that is no table."""
    taken: list[int] = []
    for block in _BLOCK.finditer(text):
        if "\t" in block[0] and not _CELL_END.search(block[0]):
            for indent in _INDENT.finditer(block[0]):
                taken += range(block.start() + indent.start(), block.start() + indent.end())
    return taken


def _empty_rows(text: str) -> list[int]:
    """The tabs of lines without words, but for those of the empty rows amid a table."""
    taken: list[int] = []
    for rows in _EMPTY_ROWS.finditer(text):
        above = text[line_start(text, rows.start()) : rows.start()]
        below = text[rows.end() + 1 : line_stop(text, rows.end() + 1)]
        if "\t" not in above.strip() or "\t" not in below.strip():
            taken += (at for at in range(*rows.span()) if text[at] == "\t")
    return taken


def _doubled(text: str) -> list[int]:
    columns, taken = _Columns(text), list[int]()
    for blanks in _BLANKS.finditer(text):
        start, stop = blanks.span()
        if not start or text[start - 1] == "\n" or text.startswith("\n", stop):
            taken += range(start, stop)
        elif not (_ITEM.match(text, start) or columns.part(start, stop)):
            taken += range(start + 1, stop)
    return taken


class _Columns:
    """Whether the wide gaps of a line are those of a table, asked in rising order of position."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stop = -1
        self._table = False

    def part(self, start: int, stop: int) -> bool:
        """Whether the blanks `[start, stop)` part two columns."""
        if stop - start < _WIDE or stop - start >= _WIDEST:
            return stop - start >= _WIDEST
        if start >= self._stop:
            self._read(start)
        return self._table or _LABEL.match(self._text, stop) is not None

    def _read(self, at: int) -> None:
        """Looks whether a line has another wide gap, or the nearest one above or below it has."""
        text = self._text
        start, self._stop = line_start(text, at), line_stop(text, at)
        self._table = False
        if self._stop - start >= _PROSE or _SMALL.search(text, start, self._stop):
            return
        cells = _GAP.split(text[start : self._stop])
        if max(map(len, cells)) <= _CELL:
            beside = (_line_above(text, start), _line_below(text, self._stop))
            self._table = len(cells) > 2 or any(_GAP.search(text, *line) for line in beside)


def _line_above(text: str, start: int) -> tuple[int, int]:
    """The nearest line with words in it before the one that begins at `start`; none beyond a few empty ones."""
    above = islice(lines_above(text, start), _EMPTY)
    return next((line for line in above if text[slice(*line)].strip()), (0, 0))


def _line_below(text: str, stop: int) -> tuple[int, int]:
    """The nearest line with words in it behind the one that ends at `stop`; none beyond a few empty ones."""
    for _ in range(_EMPTY):
        start, stop = stop + 1, line_stop(text, stop + 1)
        if text[start:stop].strip():
            return start, stop
    return 0, 0
