"""What the edges of elements do to the text between two words."""

from functools import lru_cache
from typing import NamedTuple


class Move(NamedTuple):
    """What several edges in a row do: the line ends between two texts, how many elements are left, which are entered.

    `rows` as for tags. It is `blank` where white space stands behind the last edge that separates anything.
    """

    lines: int = 0
    rows: bool = False
    leaves: int = 0
    enters: tuple[tuple[str | None, str | None], ...] = ()
    blank: bool = False

    def goes_with(self, other: "Move") -> bool:
        """Whether both can be made at once: between the cells of a row only edges of rows count."""
        return self.rows == other.rows or not (self.lines and other.lines)

    def then(self, other: "Move") -> "Move":
        """Both at once, this one first."""
        stay = max(0, len(self.enters) - other.leaves)
        return Move(
            max(self.lines, other.lines),
            self.rows or other.rows,
            self.leaves + max(0, other.leaves - len(self.enters)),
            self.enters[:stay] + other.enters,
            other.blank or (self.blank and not other.lines),
        )


LINE_END = Move(1, rows=True)
"""Which no cell can hold back."""


@lru_cache(64)
def of_lines(move: Move, lines: int) -> Move:
    """The same with other line ends."""
    return move._replace(lines=lines)
