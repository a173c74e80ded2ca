"""List marks: the signs, numbers and blanks that stand before an item of a list and say nothing of it."""

ITEM_MARKS = " 0123456789.):;|*•-"
"""What a line or a cell is stripped of to see whether anything else stands before a word."""

NUMBERING = r"(?:[0-9]{1,3}[.)]|[-*•])"
"""The pattern of one such mark."""
