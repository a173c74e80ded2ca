"""Text with its evidence marked: in colour on a terminal, with `[[…]]` elsewhere."""

from collections.abc import Iterable, Sequence

from govarchive.model import PERSONAL, Record, masked_text
from govarchive.text.codes.personal_numbers import hide, numbers_of

_ON, _OFF = "\x1b[1;7m", "\x1b[0m"


def in_context(
    text: str, shown: Sequence[Record], page: Sequence[Record], *, lines: int | None, colour: bool, unmask: bool
) -> str:
    """The page's text around the records `shown`, which are marked; all of it when `lines` is None.

    `page` are all records of the page, of which the personal numbers are masked.
    """
    if not unmask:
        text = without_numbers(masked_text(text, page), page)
    first, last = _stretch(text, shown, lines)
    on, off = (_ON, _OFF) if colour else ("[[", "]]")
    pieces, at = [], first
    for record in sorted(shown, key=lambda it: (it.start, -it.stop)):
        if record.start >= at:
            pieces += [text[at : record.start], on, text[record.start : record.stop], off]
            at = record.stop
    return "".join([*pieces, text[at:last]]).strip("\n")


def without_numbers(text: str, page: Iterable[Record]) -> str:
    """What is told of a page with its personal numbers masked wherever else they are printed, also with marks between.

    The length stays.
    """
    return hide(text, numbers_of(it.text for it in page if it.kind in PERSONAL))


def _stretch(text: str, shown: Sequence[Record], lines: int | None) -> tuple[int, int]:
    """The offsets of so many lines before the first record to so many after the last."""
    if lines is None or not shown:
        return 0, len(text)
    first, last = min(it.start for it in shown), max(it.stop for it in shown)
    for _ in range(lines + 1):
        first = text.rfind("\n", 0, first)
        if first < 0:
            break
    for _ in range(lines + 1):
        last = text.find("\n", last + 1)
        if last < 0:
            last = len(text)
            break
    return first + 1, last
