"""Whether what stands before a number makes it that of an article, a section, a document: `чл. 5.12`, `№ 7`.

>>> is_numbered("по чл. "), is_numbered("роден на ")
(True, False)
"""

import re

COMMON_LEADS = frozenset(("от ", "до ", "ез ", "за "))
"""The last characters of what stands before most dates: no number sign, article of law, weekday or time of day."""
_NUMBERED = re.compile(r"(?: № | \b(?:чл|ал|т|§|бр(?:ой)?|кн|стр|раздел|глава|версия|v|гл)\.? )[ ]?\Z", re.VERBOSE)
_LONGEST = len("раздел. ")


def is_numbered(before: str) -> bool:
    """Whether what ends there, in lower case, makes a number of what follows: `№`, `чл.`, `раздел`."""
    return before[-3:] not in COMMON_LEADS and _NUMBERED.search(before, len(before) - _LONGEST) is not None
