"""Reads the tables of examples that stand beside the kinds: `text`, `value`, `why`, the span marked `[[so]]`."""

from importlib.resources import files
from typing import NamedTuple


class Example(NamedTuple):
    """One row: the text without marks, the spans marked in it, their values (as many), and why the row is there."""

    text: str
    spans: list[tuple[int, int]]
    values: list[str]
    why: str
    line: int


def examples(kind: str) -> list[Example]:
    """The rows of `govarchive/kinds/<kind>.tsv`; several marked spans have their values separated by ` | `."""
    lines = files("govarchive.kinds").joinpath(f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    if lines[0] != "text\tvalue\twhy":
        raise ValueError(f"{kind}.tsv: the first line must name the columns text, value, why")
    return [_example(kind, number, line) for number, line in enumerate(lines[1:], 2)]


def _example(kind: str, number: int, line: str) -> Example:
    cells = line.split("\t")
    if len(cells) != 3 or not cells[2]:
        raise ValueError(f"{kind}.tsv line {number}: three columns wanted, and a reason in the last")
    marked = cells[0].replace("\\n", "\n").replace("\\t", "\t")
    text, spans = "", []
    for piece in marked.split("[["):
        inside, closed, outside = piece.partition("]]")
        if closed:
            spans.append((len(text), len(text) + len(inside)))
        text += inside + outside
    values = cells[1].split(" | ") if cells[1] else []
    if len(values) != len(spans):
        raise ValueError(f"{kind}.tsv line {number}: {len(spans)} spans marked, {len(values)} values given")
    return Example(text, spans, values, cells[2], number)
