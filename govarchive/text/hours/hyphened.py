"""Hours with a hyphen before their minutes, made plain.

>>> clear("от 8-30 до 17-00"), clear("стаи 8-12")
('от 8:30 до 17:00', 'стаи 8-12')
"""

import re

# The last minutes are no hour.
_HYPHENED = re.compile(
    r"""
    - (?: (?<= (?<![0-9.,:/-]) [0-9] - ) | (?<= (?<![0-9.,:/-]) [0-2][0-9] - ) ) ([0-5][05])
    ( (?:[ ]?ч(?:аса?|\.)?)? (?: [ ]-[ ] | [ ]?до[ ] | [ ]?÷[ ]? ) (?:[01]?[0-9]|2[0-4]) )
    - (00|[3-5][05]) (?![0-9.:/-])
    """,
    re.VERBOSE,
)


def clear(low: str) -> str:
    """A lower-case text as long as it was, in which minutes behind a hyphen stand behind a colon."""
    return _HYPHENED.sub(r":\1\2:\3", low)
