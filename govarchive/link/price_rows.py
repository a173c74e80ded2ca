"""Price rows: lists and tables of prices whose cells or services stand a line away from the sum, or behind it."""

import re
from functools import cached_property
from itertools import islice

from govarchive.link.label_words import EDGE, LONGEST, WORD, shortened
from govarchive.link.sheet import Sheet
from govarchive.model import Candidate
from govarchive.text.layout import line_start, lines_above, words_above, words_below
from govarchive.text.money_columns import PRICE

_NUMBER = re.compile(r"\n[ ]*[0-9]{1,4}[.)][ ]*(?=\n)")
_NUMBER_ALONE = re.compile(r"[ ]*[0-9]{1,4}[.)][ ]*")
_PRICE_HEAD = re.compile(
    rf"[ ]*(?:{PRICE})(?:т[ае])?(?:[ ](?:и|в|за)[ ][^\n]{{2,30}}|[ ]?[(/][^\n]{{2,20}})?[ :]*",
    re.IGNORECASE,
)
_LONGEST_HEAD, _MOST_HEADS, _MOST_NUMBERS = 60, 20, 20
_MOST_CELLS, _LONGEST_CELL = 40, 400
# Behind a sum that begins its line: `5 лв. до 1 час`, `4 лв. за възрастни, с предимство`.
_STEP = re.compile(
    r"[ ]{1,3}(?P<words>(?:до|след|над|под|от|за|на|при)[ ][^\n\t;,|()]{2,60}?)[ .;]*(?:,[^\n]{0,80})?(?=\n|\Z)"
)
_MARKS_BEFORE = 8
_NEAR = 3
"""How many lines off another such sum may stand."""
_DIGIT = re.compile("[0-9]")


class PriceRows(Sheet):
    """One page with its values, and what its tables of prices say that a sum is for."""

    def step_behind(self, it: Candidate) -> str | None:
        """For what the sum is that begins a line, where the line above or below tells another such: `5 лв. до 1 час`.

        A line alone tells only of how much the price above it is: `Наем на зала`, below it `5 лв. на час`.
        """
        line = line_start(self.text, it.start)
        words = self._step(it, line)
        if words is None:
            return None
        beside = (words_above(self.text, line, _NEAR), words_below(self.text, it.stop, _NEAR))
        others = (self._first_step(first) for first, last in beside if first < last)
        return words if any(other and other != words for other in others) else None

    def _step(self, it: Candidate, line: int) -> str | None:
        begins = it.start - line <= _MARKS_BEFORE and not self.text[line : it.start].strip(EDGE)
        found = _STEP.match(self.text, it.stop) if begins else None
        return found["words"].rstrip() if found else None

    def _first_step(self, line: int) -> str | None:
        first = next(iter(self.within(line, line + _MARKS_BEFORE)), None)
        return self._step(first, line) if first and first.kind == "money" else None

    @cached_property
    def _table(self) -> int | None:
        """Where the first row begins of a table of prices whose cells have a line each, below its heads; None if none.

        Its rows have a number in the first of their lines: `Услуга`, `Документи`, `Такса`, `1.`, `Скица`, …
        """
        numbers = [it.start() + 1 for it in islice(_NUMBER.finditer(self.text), _MOST_NUMBERS)]
        return next((start for start in numbers[:-1] if self._is_below_heads(start)), None)

    def _is_below_heads(self, start: int) -> bool:
        for first, last in islice(lines_above(self.text, start), _MOST_HEADS):
            if last - first > _LONGEST_HEAD:
                return False
            if _PRICE_HEAD.fullmatch(self.text, first, last):
                return True
        return False

    def service_of_row(self, number: int, line: int) -> str | None:
        """The first cell of the row in which a sum begins a cell, where each cell has a line: the service."""
        it = self.kept[number]
        if it.kind != "money" or self._table is None or line <= self._table or self.text[line : it.start].strip(EDGE):
            return None
        cells: list[str] = []
        for first, last in islice(lines_above(self.text, line), _MOST_CELLS):
            if first < self._table or last - first > _LONGEST_CELL:
                return None
            if _NUMBER_ALONE.fullmatch(self.text, first, last):
                return _service(cells)
            cells.append(self.text[first:last].strip())
        return None


def _service(cells: list[str]) -> str | None:
    """The first cell of a row, whose lines stand in `cells` from the last to the first; it may go on in the second."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells or not WORD.search(cells[-1]):
        return None
    words = cells.pop()
    if cells and cells[-1][:1].islower() and not _DIGIT.search(cells[-1]) and len(words) + len(cells[-1]) < LONGEST:
        words = f"{words} {cells[-1]}"
    return shortened(words.strip(EDGE))
