r"""Rows of a table whose cells have several lines -> how they stand in the text.

Lines of one cell that belong to those of the next, two clerks with their two telephones, become rows of their own; the
telephones of one clerk stay in their cell, with a wide gap between; what was broken at a width is made one again; and
cells that are cards, or the columns of a whole page, stand below each other.

>>> row = "Рунева\nДелев\tКаса\nАрхив\t841 234\n841 235\t12"
>>> "".join(gap + row[start:stop] for gap, start, stop in arranged(row))
'Рунева\tКаса\t841 234\t12\nДелев\tАрхив\t841 235'
>>> row = "Отдел\n„Каса“\t841 234\n841 235\t12"
>>> "".join(gap + row[start:stop] for gap, start, stop in arranged(row))
'Отдел „Каса“\t841 234   841 235\t12'
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from govarchive.model import Block

GAP = "   "
"""Between the lines of a cell that stay on one: as wide as between columns, so that no number runs into the next."""

_MOST_LINES, _LONGEST = 100, 6000
"""Of a row that is looked at closely; in a longer one the columns of a page stand beside each other."""
_SHORT, _SHORT_LINES, _SHORT_LINE = 160, 6, 60
"""A cell of so much stays on its line, and no sentences."""
_MANY_LINES = 3
"""A phrase has no more; cells of no fewer that have nothing to do with each other tell each of something else."""
_LONG = 480
"""A cell of more characters holds prose, if its lines are not short."""
_PROSE = "-"
_DIGIT, _LETTER = re.compile("[0-9]"), re.compile(r"[^\W\d_]")
_UNIT = 8
"""So many letters may stand behind a number: `3 дни`, `12 месеца`."""
_NAME = re.compile(r"(?:[а-я]{1,4}\. ?|д-р ){0,2}[А-ЯA-Z][\w.'-]*(?: -? ?[А-ЯA-Z][\w.'-]*){1,3}")
_SURNAME = r"[А-Я][а-я]{2,}(?:[оеё]ва?|[сц]к[иа]|ина?)"
_SURNAMES = re.compile(rf"{_SURNAME}(?: {_SURNAME})?")
_WORDS_OF_NAME = re.compile(r"[А-Я][а-я]+(?: [А-Я][а-я]+)?")
_ENTRY = re.compile(r"[^-–—]{3,60} [-–—] .{3,}")
# What begins no line of its own, and ends none.
_SMALL = frozenset("и или на по за в във към с със при от до".split())
_MARKS = frozenset(",/&+–—-")
# The two lines of an address.
_TOWN = re.compile(r"(?:[0-9]{4}|гр\.|с\.)[, ]*[А-Я]")
_OF_ADDRESS = frozenset("0123456789гсубпжк")
_STREET = re.compile(r"(?:ул|бул|пл|ж\.? ?к|кв|п\. ?к)\b")
_SHORTENED = re.compile(r"[а-я]{1,4}\.")
_QUOTES = frozenset('„"«“')
_EXTENSIONS = ("вътр", "Вътр", "доб.")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of a cell: where it begins in the text of its row, how many line ends stand before it in the cell."""

    text: str
    start: int
    ends: int


class _Part(msgspec.Struct, frozen=True, gc=False):
    """Lines of a cell that go on one in another, and the sort of what they say."""

    lines: Sequence[Line]
    sort: str


Piece = tuple[str, int, int]
"""A stretch of a row and what stands before it."""
_Cell = list[tuple[str, Line]]


def arranged(row: str) -> list[Piece] | None:
    """The pieces of a row in their order; None where it stays as it is."""
    texts = row.split("\t")
    counts = [text.count("\n") - text.count("\n\n") + 1 for text in texts if text]
    if len(counts) < 2:
        return None
    if len(row) > _LONGEST or max(counts) > _MOST_LINES or min(counts) != max(counts):
        if _are_columns(texts, counts):
            return _below(texts)
        if len(row) > _LONGEST or max(counts) > _MOST_LINES:
            return None
    cells = list(_cells(texts))
    if count := _in_parallel(cells):
        return _flat([[_gapped(it[at : at + 1]) if at < len(it) else [] for it in cells] for at in range(count)])
    if min(counts) > 1 and (_are_columns(texts, counts) or _are_cards([it for it in cells if it])):
        return _below(texts)
    return _flat(_in_rows(cells))


def in_order(row: str, blocks: Sequence[Block], pieces: Sequence[Piece], begins: int) -> tuple[str, list[Block]]:
    """The text of the pieces of a row that begins at `begins`, and the blocks of it where they are then."""
    starts = [it.start - begins for it in blocks]
    text, found = "", list[Block]()
    for gap, start, stop in pieces:
        moved = len(text) + len(gap) - start
        text += gap + row[start:stop]
        held = blocks[bisect_left(starts, start) : bisect_left(starts, stop)]
        found += [Block(it.kind, it.start + moved, it.stop + moved, it.part) for it in held] if moved else held
    return text, found


def _cells(texts: Sequence[str]) -> Iterator[list[_Part]]:
    at = 0
    for text in texts:
        if "\n" in text:
            yield _parts(list(_lines(text, at)), len(text))
        else:
            yield [_Part((Line(text, at, 0),), _PROSE)] if text else []
        at += len(text) + 1


def _lines(cell: str, at: int) -> Iterator[Line]:
    ends = 0
    for text in cell.split("\n"):
        if text:
            yield Line(text, at, ends)
            ends = 0
        at += len(text) + 1
        ends += 1


def _parts(cell: Sequence[Line], size: int) -> list[_Part]:
    """The lines of a cell, those that go on together; prose is not looked at."""
    if size > max(_LONG, _SHORT_LINE * len(cell)):
        return [_Part((it,), _PROSE) for it in cell]
    parts: list[_Part] = []
    for line in cell:
        if parts and len(parts[-1].lines) < _SHORT_LINES and _goes_on(parts[-1], line.text, cell[0].text):
            lines = (*parts[-1].lines, line)
            parts[-1] = _Part(lines, _sort(" ".join(it.text for it in lines)))
        else:
            parts.append(_Part((line,), _sort(line.text)))
    return parts


def _sort(text: str) -> str:
    """What a line is, by its letters: `@` mail, `0` a number, `:` a label, `N` a name, `A` or `a` other words."""
    if "@" in text:
        return "@"
    if _DIGIT.search(text):
        digits, letters = len(_DIGIT.findall(text)), len(_LETTER.findall(text))
        if letters <= 2 * digits or (letters <= _UNIT and text[0].isdigit()):
            return "0"
    if text[-1] == ":":
        return ":"
    if _NAME.fullmatch(text):
        return "N"
    return "a" if text[0].islower() else "A"


def _goes_on(before: _Part, text: str, first: str) -> bool:
    """Whether a line goes on with what those before it in its cell say, the `first` of the cell among them."""
    said = " ".join(it.text for it in before.lines)
    if said[-1] in _MARKS or said.rpartition(" ")[2] in _SMALL or (text[0] in _OF_ADDRESS and _is_address(said, text)):
        return True
    if before.sort == "0" and text.startswith(_EXTENSIONS):
        return True
    if text[0] == "(":
        return first[0] != "(" and not text[1:2].isdigit()
    if text[0].islower():
        leads = text.partition(" ")[0] in _SMALL
        if first[0].islower():
            return leads and first.partition(" ")[0] not in _SMALL
        return leads or (before.sort == "A" and _sort(text) == "a")
    if text[0] in _QUOTES:
        return before.sort in "ANa" and _QUOTES.isdisjoint(said)
    return before.sort in "AN" and _is_surname(said, text)


def _is_address(said: str, text: str) -> bool:
    """Whether two lines are the town and the street of one address."""
    if _STREET.match(text):
        return _TOWN.match(said) is not None
    return _TOWN.match(text) is not None and _STREET.match(said) is not None


def _is_surname(said: str, text: str) -> bool:
    """Whether a line is the end of a name that the one before it begins."""
    if not _SURNAMES.fullmatch(text) or not _WORDS_OF_NAME.fullmatch(said):
        return False
    return " " not in text if " " in said else not _SURNAMES.fullmatch(said)


def _in_parallel(cells: Sequence[Sequence[_Part]]) -> int:
    """How many lines all cells have that have several, if those of one belong to those of another; else 0."""
    several = [cell for cell in cells if len(cell) > 1]
    if len(several) < 2 or len(set(map(len, several))) > 1:
        return 0
    sorts = [{it.sort for it in cell} for cell in several]
    alike = all(len(it) == 1 for it in sorts) or {":"} in sorts
    return len(several[0]) if alike and {_PROSE} not in sorts else 0


def _are_columns(texts: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether cells, with so many lines each, are so large that they are parts of a page side by side."""
    return min(counts) > 1 and (max(counts) > _SHORT_LINES or max(map(len, texts)) > _LONG)


def _are_cards(cells: Sequence[Sequence[_Part]]) -> bool:
    """Whether each cell has words and, below them, what else is told of the same; in all of them alike."""
    sorts = ["".join(it.sort for it in cell) for cell in cells]
    if all(len(it) >= _MANY_LINES for it in sorts):
        return True
    if not all(len(set(it)) > 1 and it[0] not in "0@" for it in sorts):
        return False
    return len(set(sorts)) == 1 or all(not {"0", "@"}.isdisjoint(it) for it in sorts)


def _in_rows(cells: Sequence[Sequence[_Part]]) -> list[list[_Cell]]:
    """The row with all that can stay on its line there, and lists of names in a column of their own below it."""
    first = next(at for at, cell in enumerate(cells) if cell)
    row, below = list[_Cell](), dict[int, Sequence[_Part]]()
    for at, cell in enumerate(cells):
        if len(cell) < 2 or (at > first and _is_phrase(cell)):
            row.append(_gapped(cell, " "))
        elif at > first and _is_list(cell):
            row.append(_gapped(cell[:1]))
            below[at] = cell[1:]
        else:
            apart = at > first and _tells_of_row(cell, is_last=not any(cells[at + 1 :]))
            row.append(_gapped(cell, GAP if apart or _is_numbers(cell) else ""))
    if not below:
        return [row]
    rest = range(max(map(len, below.values())))
    return [row, *([_gapped(below.get(at, ())[number : number + 1]) for at in range(len(cells))] for number in rest)]


def _tells_of_row(cell: Sequence[_Part], *, is_last: bool) -> bool:
    """Whether a cell behind the first is short enough to stay on the line of the row; the last with a number only."""
    if len(cell) > _SHORT_LINES or (is_last and all(it.sort not in "0@" for it in cell)):
        return False
    sizes = [len(line.text) for part in cell for line in part.lines]
    return sum(sizes) <= _SHORT and max(sizes) <= _SHORT_LINE


def _is_numbers(cell: Sequence[_Part]) -> bool:
    return len(cell) <= _SHORT_LINES and all(it.sort in "0@" for it in cell)


def _is_phrase(cell: Sequence[_Part]) -> bool:
    """Whether few lines go on in small letters: an office broken at the width of its cell, no `с. Поле`."""
    return len(cell) <= _MANY_LINES and all(it.sort == "a" and not _SHORTENED.match(it.lines[0].text) for it in cell)


def _is_list(cell: Sequence[_Part]) -> bool:
    """Whether each line of a cell is a name, or one with what is said of it behind a dash."""
    if any(it.sort not in "AN" for it in cell):
        return False
    return all(it.sort == "N" or _ENTRY.fullmatch(it.lines[0].text) for it in cell)


def _gapped(parts: Sequence[_Part], gap: str = "") -> _Cell:
    """The lines of parts, each behind what parts it from the one before."""
    if len(parts) == 1 and len(parts[0].lines) == 1:
        return [("", parts[0].lines[0])]
    found = _Cell()
    for part in parts:
        for number, line in enumerate(part.lines):
            found.append((" " if number else (gap or "\n" * line.ends) if found else "", line))
    return found


def _flat(rows: Sequence[Sequence[_Cell]]) -> list[Piece]:
    """The pieces of rows of cells."""
    found: list[Piece] = []
    for number, row in enumerate(rows):
        edge = "\n" if number else ""
        for column, cell in enumerate(row):
            edge += "\t" if column else ""
            for gap, line in cell:
                found.append((edge + gap, line.start, line.start + len(line.text)))
                edge = ""
    return found


def _below(texts: Sequence[str]) -> list[Piece]:
    """The pieces of cells that stand below each other."""
    found: list[Piece] = []
    at = 0
    for text in texts:
        if text:
            found.append(("\n\n" if found else "", at, at + len(text)))
        at += len(text) + 1
    return found
