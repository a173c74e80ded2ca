"""Decades that share the century behind the last of them: `60-те и 70-те години на XIX век`, `от 60-те до 80-те`.

>>> text = "60-те, 70-те и 80-те години на xix век"
>>> in_century(text, 0, point(text, 0)).value, in_century("80-те години", 0, point("80-те години", 0)).value
('186X', '198X')
"""

import re

from govarchive.text.dates.points import Reading, point

_LINK = re.compile(r"(?: [ ]?[-÷,][ ]? | [ ](?:до|и|или)[ ] ) (?=[1-9]0)", re.VERBOSE)
_MOST_DECADES = 4


def in_century(text: str, at: int, on: Reading, reference: int | None = None) -> Reading:
    """The decade at `at` in the century of the last of those it is followed by; as it is where it stands alone."""
    last = on
    for _ in range(_MOST_DECADES):
        link = _LINK.match(text, last.stop)
        following = point(text, link.end(), reference) if link else None
        if following is None or following.form != "decade":
            break
        last = following
    if last is on:
        return on
    century = on.value[:2] if text[at : at + 4].isdigit() else last.value[:2]
    return on._replace(form="listed_decade", value=century + on.value[2:])
