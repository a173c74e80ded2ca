r"""Hard wraps: lines broken at a width, as mail and old text pages have them, made one again.

A break is taken back where the first word below would not have fitted into the line, and only on a page without far
reaching lines, of whose full lines several go on with a small letter.

>>> page = "Общинският съвет заседава\nна четиринадесети март в\nголямата зала на общината.\nСекретар: П. Рунев\n"
>>> unwrapped(page, least=20)
'Общинският съвет заседава на четиринадесети март в голямата зала на общината.\nСекретар: П. Рунев\n'
"""

from itertools import accumulate

_LEAST, _MOST = 60, 110
"""The shortest and the longest width of a wrapped page, in characters."""
_FEWEST = 2
"""So many full lines must go on with a small letter."""

_SHORTENED = 4
"""So long a word with its full stop may be shortened."""


def unwrapped(text: str, least: int = _LEAST) -> str:
    """The text with a blank in the place of each break that the width of its lines made; offsets stay."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not least <= width <= _MOST:
        return text
    full = [at for at, line in enumerate(lines[:-1]) if _is_full(line, lines[at + 1], width)]
    if sum(map(_goes_on, (lines[at + 1] for at in full))) < _FEWEST:
        return text
    ends = list(accumulate(len(line) + 1 for line in lines))
    signs = list(text)
    for at in full:
        signs[ends[at] - 1] = " "
    return "".join(signs)


def _goes_on(line: str) -> bool:
    """Whether a line begins as the rest of a sentence does, and not as a row of a list: `с. Долно Поле`."""
    first = line.partition(" ")[0]
    return first[0].islower() and not (first[-1] == "." and len(first) <= _SHORTENED + 1)


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would not have fitted in, and may go on with what this one says."""
    first = below.partition(" ")[0]
    if not line or not first or len(line) + 1 + len(first) <= width:
        return False
    if "\t" in line or "   " in line or line[-1] == " ":
        return False
    # `гр.` and `ул.` end no sentence; a number mostly ends the row of a list.
    ends = line[-1].isdigit() or (line[-1] in ".:;!?" and len(line.rpartition(" ")[2]) > _SHORTENED)
    return first[0].islower() or not ends
