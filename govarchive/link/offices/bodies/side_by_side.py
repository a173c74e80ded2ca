"""Side by side: two boards or units that head the columns below them, each with its own people.

`Комисия по Х          Комисия по У` over `Председател: А         Председател: Б`.
"""

import re
from itertools import islice

from govarchive.link.offices.bodies.list_heads import board_of_line
from govarchive.link.scene import Scene
from govarchive.text.layout import line_start, line_stop, lines_above

_GAPS = ("\t", "   ")
_CELL = re.compile(r"[^ \t\n](?:[^ \t\n]|[ ]{1,2}(?=[^ \t\n]))*")
_LONGEST, _MOST_ROWS = 300, 12


def head_of_column(scene: Scene, at: int) -> str | None:
    """The board or unit over the column of an office at an offset; empty where the row has not as many columns."""
    text = scene.text
    begins, ends = line_start(text, at), line_stop(text, at)
    for start, stop in islice(lines_above(text, begins), _MOST_ROWS):
        if stop - start > _LONGEST or not any(text.find(gap, start, stop) >= 0 for gap in _GAPS):
            return None
        boards = _boards(scene, start, stop)
        if len(boards) > 1:
            cells = [it.start() for it in _CELL.finditer(text, begins, min(ends, begins + _LONGEST))]
            column = sum(cell <= at for cell in cells) - 1
            return boards[column] if len(cells) == len(boards) else ""
    return None


def _boards(scene: Scene, start: int, stop: int) -> list[str]:
    """The boards and units that fill the cells of a line; none where anything else does."""
    boards: list[str] = []
    for cell in _CELL.finditer(scene.text, start, stop):
        board = board_of_line(scene, *cell.span())
        if board is None:
            return []
        boards.append(board)
    return boards
