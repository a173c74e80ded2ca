"""Titles: the words that open a line and say whose the number in it is, as units and offices do.

>>> unit_or_office('Отдел "Местни приходи"'), unit_or_office("Пазачът на хижата обяви")
('Отдел "Местни приходи"', None)
"""

import re

from govarchive.link.label_words import CLAUSE, LINKING
from govarchive.link.office_words import is_office_alone, is_office_of, is_unit, without_rank

# A name in quotes counts as one word: `Дирекция "Бюджет, финанси и общински имоти"`.
_TITLE = re.compile(
    r"""(?!(?:За|На|По|При|От|В|С|Във|Със)[ ]) (?=["А-ЯA-Z])
    (?: \"[^"\n]{2,90}\"? | [^\W\d_]+ )
    (?: (?: [ -] | ,[ ](?=[а-я]) ) (?: \"[^"\n]{2,90}\"? | №[ ]?[0-9]{1,3} | [^\W_]+ ) ){0,5}
    (?:[ ]\([^\W\d][^()\n]{2,40}\))?""",
    re.VERBOSE,
)
# What ends a clause before a name: `Приема ги`.
_OBJECTS = frozenset("ги го я му им".split())
# One with an article does something: `Пазачът на хижата обяви тел. 841 234`.
_ARTICLES = ("ът", "ят")


def is_title(bare: str) -> bool:
    """Whether words that open a line say whose what follows is: a capital, a few words, no clause and no address.

    >>> is_title("Заемна за възрастни"), is_title('Дирекция "Бюджет, финанси и имоти"'), is_title("ул. „Роза“ 5")
    (True, True, False)
    """
    return _TITLE.fullmatch(bare) is not None and not CLAUSE.search(bare)


def is_office(bare: str) -> bool:
    """Whether the words before somebody's name may be the office that a telephone behind the name is of."""
    words = bare.lower().split()
    return ":" not in bare and 0 < len(words) <= 4 and words[-1] not in LINKING and words[-1] not in _OBJECTS


def unit_or_office(words: str) -> str | None:
    """The words before a number or a name with no mark between, if they are a unit or an office."""
    if words.partition(" ")[0].endswith(_ARTICLES) or without_rank(words) != words:
        return None
    return words if is_unit(words) or is_office_alone(words) or is_office_of(words) else None
