"""Raised minutes and hyphened ones made plain, so that hours are read as if they stood in the line.

>>> clear("8⁰⁰ - 17³⁰ ч.")
'800 - 1730 ч.'
"""

import re

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# 8-15 до 17-00; the last minutes are no hour.
_HYPHENED = re.compile(
    r"""
    - (?: (?<= (?<![0-9.,:/-]) [0-9] - ) | (?<= (?<![0-9.,:/-]) [0-2][0-9] - ) ) ([0-5][05])
    ( (?:[ ]?ч(?:аса?|\.)?)? (?: [ ]-[ ] | [ ]?до[ ] | [ ]?÷[ ]? ) (?:[01]?[0-9]|2[0-4]) )
    - (00|[3-5][05]) (?![0-9.:/-])
    """,
    re.VERBOSE,
)


def clear(low: str) -> str:
    """A lower-case text as long as it was, in which raised minutes are digits and hyphened ones stand behind a colon.

    >>> clear("8⁰⁰ - 17³⁰ ч., от 8-30 до 17-00"), clear("стаи 8-12")
    ('800 - 1730 ч., от 8:30 до 17:00', 'стаи 8-12')
    """
    if "⁰" in low:
        low = low.translate(_RAISED)
    return _HYPHENED.sub(r":\1\2:\3", low)
