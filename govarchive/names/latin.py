"""Names of people in Latin letters: kept as printed, found only with a title, a role, or a Bulgarian given name.

>>> is_latin_person("Contact: Ivan Draganov, Grand Hotel Bulgaria", 9, "Ivan Draganov")
True
>>> is_latin_person("Contact: Ivan Draganov, Grand Hotel Bulgaria", 24, "Grand Hotel Bulgaria")
False
"""

import re
from functools import cache

from govarchive.data import words
from govarchive.names.evidence import role_before
from govarchive.text.fold import lower
from govarchive.text.latin import romanised

_FAMILY = re.compile(r".*(?:[oe]va?|sk[iay]|in|ina)$")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Eng|Sir|г-н|г-жа|д-р|проф|инж)\.?[ ]$")
_OFFICE = re.compile(
    r"(?:[Mm]ayor|[Gg]overnor|Minister|[Dd]irector|[Cc]hair(?:wo)?man|Secretary|President|Ambassador|[Mm]anager)[: ]+$"
)


@cache
def _given() -> frozenset[str]:
    """The given names of the list by the transliteration law (final `ия` is `ia`)."""
    return frozenset(re.sub("iya$", "ia", romanised(name)) for name in words("manual_given_names", "name"))


def is_latin_person(text: str, start: int, name: str) -> bool:
    """Whether capitalised words in Latin letters at `start` name a person."""
    left = text[max(0, start - 14) : start]
    if _TITLE.search(left) or _OFFICE.search(left):
        return True
    first, *_, last = lower(name).split()
    return first in _given() and (_FAMILY.match(last) is not None or role_before(text, start) is not None)
