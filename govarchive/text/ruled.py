r"""Ruled tables: upright strokes between the cells of rows, as text browsers, converters and old terminals draw them.

A stroke between two cells is read as the tab that a table of mark-up has there; strokes at both ends of a row, the
blanks beside strokes, and lines of nothing but strokes and dashes say nothing. A stroke in a line by itself (a menu, a
line of contacts) stays one.

>>> text = "| Име | Длъжност |\n|-----|----------|\n| Ана Рунева | касиер |"
>>> drawn, spare = ruled(text)
>>> "".join(sign for at, sign in enumerate(drawn) if at not in set(spare))
'Име\tДлъжност\nАна Рунева\tкасиер'
>>> ruled("Начало | Новини | Контакти")[1]
[]
"""

import re
from collections.abc import Iterator
from itertools import pairwise

# A stroke in a line of words, or a line of nothing but strokes, crossings and dashes.
_LINE = r"(?: [^\n|]*+\|[^\n]*+ | [ \t:=-]*+\+[ \t:=+-]*+ )"
_LINES = re.compile(rf"^ {_LINE} (?:\n{_LINE})+", re.MULTILINE | re.VERBOSE)
_ROW = re.compile(r"[^\n]+")
_RULE = re.compile(r"[ \t|+:=-]*(?:--|==)[ \t|+:=-]*")
_STROKE = re.compile(r"[ \t]*\|[ \t]*")

_Row = tuple[int, int]


def ruled(text: str) -> tuple[str, list[int]]:
    """A folded text with tabs for the strokes between cells, and the offsets that can be taken out, in no order."""
    if text.count("|") < 2:
        return text, []
    signs, spare = list(text), list[int]()
    for lines in _LINES.finditer(text):
        rows = [it.span() for it in _ROW.finditer(text, *lines.span())]
        rules = {row for row in rows if _RULE.fullmatch(text, *row)}
        cells = [row for row in rows if row not in rules]
        if not rules and not _is_table(text, cells):
            continue
        for start, stop in rules:
            spare += range(start, min(stop + 1, len(text)))
        for tab, start, stop in _between_cells(text, cells):
            spare += (at for at in range(start, stop) if at != tab)
            if tab is not None:
                signs[tab] = "\t"
    return "".join(signs), spare


def _is_table(text: str, rows: list[_Row]) -> bool:
    """Whether two rows below each other have as many strokes."""
    return any(one == two for one, two in pairwise(text.count("|", *row) for row in rows))


def _between_cells(text: str, rows: list[_Row]) -> Iterator[tuple[int | None, int, int]]:
    """The strokes of a table with the blanks beside them: where each stands if it parts two cells, and its span."""
    closed = all(text[slice(*row)].lstrip().startswith("|") for row in rows)
    for begin, end in rows:
        last = begin + len(text[begin:end].rstrip(" \t|"))  # empty cells at the end say nothing, as in mark-up
        for it in _STROKE.finditer(text, begin, end):
            outer = it.end() >= last or (closed and it.start() == begin)
            yield None if outer else text.index("|", it.start()), it.start(), it.end()
