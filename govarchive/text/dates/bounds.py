"""Whether a date is the end or the beginning of a time: `до 14.05.2015 г.`, `считано от`, `2015 г. насам`.

>>> from govarchive.model import Near
>>> bound(Near(text="Срок до 14.05.2015 г.", start=8, stop=21)), bound(Near(text="от 2015 г. насам", start=3, stop=10))
('until', 'since')
>>> bound(Near(text="2019 - досега", start=0, stop=4)), bound(Near(text="2019 до днешната", start=0, stop=4))
('since', None)
"""

import re

from govarchive.model import Near

_BOUND = re.compile(
    r"""
    \b (?: до [ ] (?: края [ ] на [ ] | дата [ ] | [01]?[0-9] [ ]? ч\.? [ ] на [ ] )?
      | (?P<since> считано | начиная | сила | смятано | насам ) [ ] от [ ] (?: дата [ ] )? ) \Z
    """,
    re.VERBOSE,
)
_ONWARDS = re.compile(
    r"[ ]г?\.? [ ]? (?: насам | нататък | (?:-[ ]?)? (?: досега | до[ ](?:сега|днес|момента) ) )(?![а-я])", re.VERBOSE
)
# The last and the first characters of what the two above match tell most other words apart.
_BOUND_ENDS, _ONWARDS_BEGINS = (
    frozenset(("до ", "от ", "на ", "та ")),
    frozenset((" н", " г", " .", "  ", " Н", " Г", " д", " -", " Д")),
)


def bound(near: Near) -> str | None:
    """`until`, `since` or None for the date between `near.start` and `near.stop`."""
    if near.text[near.stop : near.stop + 2] in _ONWARDS_BEGINS and _ONWARDS.match(near.after(16).lower()):
        return "since"
    if near.before(3).lower() not in _BOUND_ENDS:
        return None
    led = _BOUND.search(near.before(24).lower())
    return None if led is None else "since" if led["since"] else "until"
