"""Lines of units among those of people: above the staff of each, or each below the one who serves there.

`Отдел „Х“`, `А - експерт`, `Отдел „Y“`, `Б - експерт`: here they lead, and `Отдел „Y“` is not that of А.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from govarchive.link.units import PARTS, WARDS, headings
from govarchive.names.roles.phrase import Role
from govarchive.text.layout import line_start, line_stop

_UNIT = rf"(?:{headings((*PARTS, *WARDS))})[ ]"
_UNIT_LINE = re.compile(rf"(?:^|\n)[ ]*(?={_UNIT})")
_NEXT_UNIT = re.compile(rf"(?P<gap>[ \n]+){_UNIT}")
_NEAR, _FAR, _LINES = 40, 300, 2
# Who leads a unit that is told behind or below.
_LEAD_ONE = frozenset("началник завеждащ ръководител".split())


class UnitLines:
    """The lines of units on a page, asked by the offices of its people; `spans` are those of their names."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans

    def limit(self, role: Role, name_stop: int | None, limit: int) -> int:
        """How far what follows an office behind a name may reach: not to a unit that heads the next one."""
        text = self._text
        if name_stop is None or role.start - name_stop > _NEAR:
            return limit
        unit = _NEXT_UNIT.match(text, line_stop(text, role.stop), limit)
        if unit is None:
            return limit
        if (self._first < unit.start() or role.head not in _LEAD_ONE) and self._lead:
            return unit.start()
        alone = unit["gap"].count("\n") == 1 and line_stop(text, unit.end()) < limit
        return limit if alone or "\n" in text[name_stop : role.start] else unit.start()

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin that are but a unit."""
        fronts = [front for front, _ in self._spans]
        starts = [match.end() for match in _UNIT_LINE.finditer(self._text)]
        return [it for it in starts if bisect_left(fronts, it) == bisect_left(fronts, line_stop(self._text, it))]

    @property
    def _first(self) -> int:
        return self._starts[0] if self._starts else len(self._text)

    @cached_property
    def _lead(self) -> bool:
        """Whether somebody begins the line below the last of them that stands below somebody."""
        fronts = [front for front, _ in self._spans]
        for start in reversed(self._starts):
            number = bisect_left(fronts, start)
            above = self._spans[number - 1][1] if number else start - _FAR
            if above > start - _FAR and self._text.count("\n", above, start) <= _LINES:
                return number < len(fronts) and self._is_below(line_stop(self._text, start), fronts[number])
        return False

    def _is_below(self, stop: int, front: int) -> bool:
        """Whether a name is in the next line that is not empty."""
        return not self._text[stop : line_start(self._text, front)].strip()
