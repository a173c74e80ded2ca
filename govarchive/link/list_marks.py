"""List marks: the signs, numbers and blanks that stand before an item of a list and say nothing of it."""

import re

from govarchive.link.label_words import CALLED
from govarchive.text.layout import line_start, line_stop

ITEM_MARKS = " 0123456789.):;|*•-"
"""What a line or a cell is stripped of to see whether anything else stands before a word."""

NUMBERING = r"(?:[0-9]{1,3}[.)]|[-*•])"
"""The pattern of one such mark."""

_GAP = "   "  # between cells
# The numeral of an item, numbers, what one is called by, and a place won: `II. `, `1. тел. `, `І място - `.
_LISTED = re.compile(
    rf"""(?:[IVXІХ]{{1,4}}(?=[ ]?[.)-]|[ ]мя))?
    (?i: {CALLED} | (?:в[оа]|р[оа]|т[оа])?[ ]?място(?=[ ]?[:-]) | [0-9 .)(/*•:+-] )*+""",
    re.VERBOSE,
)


def is_listed(text: str, at: int) -> bool:
    """Whether an office or a name begins a line or a cell, in a line too short for prose.

    >>> is_listed("1. тел. Иван", 8), is_listed("Вчера Иван", 6), is_listed("Вчера   Иван", 8)
    (True, False, True)
    """
    line = line_start(text, at)
    begins = text.rfind("\t", line, at) + 1 or line
    if text.endswith(_GAP, begins, at) or _LISTED.fullmatch(text, begins, at):
        return True
    return "\t" in text[line : line_stop(text, at)] and len(_LISTED.sub("", text[begins:at])) < 60
