r"""Names of villages in the cells and lines below a heading that announces them.

Cells of a table under `Населено място` or `Кметство`; paragraphs under a line `Кметства` whose first line is a name.

>>> from govarchive.text.words import words
>>> text = "Село\tКмет\nХотово\tИво Петров\nПлоски\t-"
>>> page = words(text)
>>> [text[start:stop] for start, stop in columns(text, page, page.among(HEADS))]
['Хотово', 'Плоски']
"""

import re
from collections.abc import Iterable, Iterator

from govarchive.names.place_words import uncommon
from govarchive.names.toponyms import name_at
from govarchive.text.words import Words

HEADS = frozenset(
    "Село СЕЛО село Села СЕЛА Кметство КМЕТСТВО Кметства КМЕТСТВА Кметството Населено НАСЕЛЕНО населено Населени "
    "НАСЕЛЕНИ населени Селища Землище ЗЕМЛИЩЕ землище".split()
)
"""The words that such a heading begins with, as printed."""

_HEADING = re.compile(
    r"(?:кметств[оа]|сел[оа]|населен[ои][ ]мест?[оа]|населено[ ]място|населени[ ]места|землище|селища)"
    r"(?:[ ]?[/,(и][ ]?(?:кметство|населено[ ]място|село|град|гр\.|с\.)\)?)*[ ]?:?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:[0-9]{1,2}\.?[ ]|[•·*-][ ]?)?(?:(?:с|гр)\.[ ]?|село[ ]|кметство[ ]|Кметство[ ])?")


def columns(text: str, page: Words, heads: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The names that stand below a heading of villages, as spans; `heads`: the places of the words of `HEADS`."""
    done = 0
    for at in heads:
        start = page.ends[at - 1]
        if start < done:
            continue
        left = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
        heading = _HEADING.match(text, left)
        if heading is None or text[heading.end() : heading.end() + 1] not in ("\n", "\t", ""):
            continue
        line = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        done = end if end > 0 else len(text)
        column = text.count("\t", line, left)
        rows = _cells(text, done + 1, column) if "\t" in text[line:done] else _paragraphs(text, done + 1)
        for name in rows:
            done = name[1]
            yield name


def _cells(text: str, at: int, column: int) -> Iterator[tuple[int, int]]:
    """The names in one column of the rows that follow; a row without that cell is passed over."""
    while at < len(text) and text[at] != "\n":
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        left = at
        for _ in range(column):
            left = text.find("\t", left, end) + 1 or end
        if text[left:end].partition("\t")[0] in HEADS:
            return
        name = _whole(text, left)
        if name and left < end:
            yield name
        at = end + 1


def _paragraphs(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names that begin each of the paragraphs, or lines, that follow."""
    while at < len(text):
        while text[at : at + 1] == "\n":
            at += 1
        name = _whole(text, at)
        if name is None:
            return
        yield name
        following = text.find("\n", at)
        beside = following + 1 if following > 0 else len(text)
        blank = text.find("\n\n", at)
        at = beside if _whole(text, beside) and text[beside : beside + 1] != "\n" else blank if blank > 0 else len(text)


def _whole(text: str, at: int) -> tuple[int, int] | None:
    """The name that fills a cell or a line at `at`, its mark and number left out."""
    mark = _MARKED.match(text, at)
    start = mark.end() if mark else at
    stop = name_at(text, start)
    if stop == start or text[stop : stop + 2].lstrip(" ")[:1] not in ("", "\n", "\t"):
        return None
    first = text[start:stop].replace("-", " ").split()
    named = first[0] not in HEADS and (len(first) > 1 or uncommon(first[0].capitalize()))
    return (start, stop) if named or (mark and mark.end() > at) else None
