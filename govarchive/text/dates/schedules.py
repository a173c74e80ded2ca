r"""Days that head the lines of a schedule, `21.06 Горно Поле`: told from hours, sections and prices by each other.

They go up from line to line, in one month or two that follow each other. At least one is past any hour, or has the
full stop behind its month; sections count up the number behind their stop. Of a list of places in one line each ends
with its day: `Долно Поле – 22.06., Горно Поле - 23.06`.

>>> visits = "\n14.06. Долно Поле\nот 10 ч.\n21.06 Горно Поле\n"
>>> [is_in_schedule(visits, at, at + 5) for at in (1, visits.index("21"))]
[True, True]
>>> is_in_schedule("\n10.05 закуска\n11.05 игри\n12.05 обяд", 1, 6), is_in_schedule("\n01.02 Увод\n01.03. Цели", 1, 6)
(False, False)
>>> is_in_schedule(" долно поле - 22.06., горно поле - 23.06", 35, 40)
True
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from govarchive.text.layout import line_start, line_stop, lines_above

_HEAD = re.compile(
    r"""[ ]{0,6} (?:[»>•*-][ ]?)? (?P<day>[0-9]{2})\.(?P<month>[0-9]{2}) (?P<stop>\.)?
    (?! [0-9:] | [.,][0-9] | [ ]?(?: ч\.? | г\. | год | лв | % | кв | дка )(?![а-я]) )""",
    re.VERBOSE,
)
_ITEM = re.compile(
    r"""[а-я")] [ ]?[-:][ ]? (?P<day>[0-9]{2})\.(?P<month>[0-9]{2}) (?P<stop>\.)? (?= [ ]? (?: [,;(\n] | \Z ) )""",
    re.VERBOSE,
)
_BESIDE = 80
"""How far the other items of a list are looked for in its line."""
_NEAR = 5
"""How many lines above and below are looked at."""
_ITEM_MARKS = frozenset("-:")
_FEW = 2
_LAST_HOUR, _LAST_DAY, _MONTHS = 24, 31, 12


class _Head(NamedTuple):
    month: int
    day: int
    pointed: bool


def is_in_schedule(text: str, start: int, stop: int) -> bool:
    """Whether the day and month at `[start, stop)` head a line as others near it do."""
    line = line_start(text, start)
    own = _HEAD.match(text, line) if not text[line:start].strip(" »>•*-") else None
    if own is None:
        return text[start - 2 : start - 1] in _ITEM_MARKS and _is_in_list(text, start, stop)
    above = list(_heads(text, islice(lines_above(text, start), _NEAR)))
    below = list(_heads(text, _below(text, stop)))
    heads = [*reversed(above), _read(own), *below]
    return len(heads) > 1 and _are_days(heads)


def _is_in_list(text: str, start: int, stop: int) -> bool:
    """Whether an item of a list in one line ends with its day, as others before or behind it."""
    first, last = max(line_start(text, start), start - _BESIDE), min(line_stop(text, stop), stop + _BESIDE)
    items = list(_ITEM.finditer(text, first, last + 1))
    return any(it.start("day") == start for it in items) and len(items) > 1 and _are_days([_read(it) for it in items])


def _below(text: str, stop: int) -> Iterator[tuple[int, int]]:
    for _ in range(_NEAR):
        first = line_stop(text, stop) + 1
        stop = line_stop(text, first)
        yield first, stop


def _heads(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[_Head]:
    return (_read(it) for it in (_HEAD.match(text, first, last) for first, last in lines) if it)


def _read(it: re.Match[str]) -> _Head:
    return _Head(int(it["month"]), int(it["day"]), it["stop"] is not None)


def _are_days(heads: list[_Head]) -> bool:
    if any(it.month > _MONTHS or not 0 < it.day <= _LAST_DAY for it in heads):
        return False
    # The next day of the month, or one of the next month; days of one number are sections.
    if any(later[:2] <= one[:2] or later.month - one.month > 1 for one, later in pairwise(heads)):
        return False
    if len({it.day for it in heads}) == 1:
        return False
    if any(it.pointed for it in heads):
        return True
    shared = len({it.month for it in heads}) < len(heads)
    return len(heads) > _FEW and shared and any(it.day > _LAST_HOUR for it in heads)
