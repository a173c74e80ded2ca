"""Names of people in Latin letters: kept as printed, found only with a title, a role, or a Bulgarian given name.

>>> [it.group() for it in latin_people("Contact: Ivan Draganov, Grand Hotel Bulgaria")]
['Ivan Draganov']
"""

import re
from collections.abc import Iterator
from functools import cache

from govarchive.data import words
from govarchive.names.evidence import role_stands_before
from govarchive.text.fold import lower

_PAIR = re.compile(
    r"""
    [A-Z](?<!\w.)[a-z]{2,}          # a given name
    (?:[ ][A-Z]\.)?                 # an initial
    (?:[ ][A-Z][a-z'-]+(?:[A-Z][a-z]+)?){1,2}(?![\w@])
    """,
    re.VERBOSE,
)
_FAMILY = re.compile(r".*(?:[oe]va?|sk[iay]|in|ina)$")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Eng|Sir|г-н|г-жа|д-р|проф|инж)\.?[ ]$")
_OFFICE = re.compile(
    r"(?:Mayor|Governor|Minister|Director|Chairman|Chairwoman|Secretary|President|Ambassador|Manager)[: ]+$"
)
_LETTERS = dict(zip("абвгдезийклмнопрстуфхъьэ", "abvgdeziyklmnoprstufhaye", strict=True))
_LETTERS |= {"щ": "sht", "ш": "sh", "ч": "ch", "ж": "zh", "ц": "ts", "ю": "yu", "я": "ya"}
_TO_LATIN = str.maketrans(_LETTERS)


@cache
def _given() -> frozenset[str]:
    """The given names of the list by the transliteration law (final `ия` is `ia`)."""
    return frozenset(
        re.sub("iya$", "ia", lower(name).translate(_TO_LATIN)) for name in words("manual_given_names", "name")
    )


def latin_people(text: str) -> Iterator[re.Match[str]]:
    """The names of people in Latin letters, in order of position."""
    return (it for it in _PAIR.finditer(text) if _is_person(text, it))


def _is_person(text: str, match: re.Match[str]) -> bool:
    left = text[max(0, match.start() - 14) : match.start()]
    if _TITLE.search(left) or _OFFICE.search(left):
        return True
    first, *_, last = lower(match.group()).split()
    return first in _given() and (_FAMILY.match(last) is not None or role_stands_before(text, match.start()))
