"""Units and boards: the nouns by which bodies call their parts, and the patterns that are built of them.

They stand in `data/manual_units.tsv`, each with its groups; to add one is to add a row there. The groups are

- `part`: what bodies of all kinds have, so that a name with it is of a body inside another (`отдел „Култура“`);
- `ward`: what an adjective, a number or its work names (`Детско отделение`, `Клиника по хирургия`);
- `desk`: where people go, write or call (`бюро`, `регистратура`), often at an address of its own;
- `counter`: who serves people, may be asked and has hours (`гише`, `регистратура`);
- `room`: where they go only (`кабинет`): `в зала „Роза“, тел. 841 234` is not the number of a hall;
- `team`: what somebody leads and nothing else is told of (`началник смяна`);
- `board`: people who decide together for years (`съвет`), so that an office is of it;
- `panel`: people who do so once, and whose offices are elsewhere (`жури`).

>>> "отдел" in PARTS, "комисия" in BOARDS, forms_of("съвет"), forms_of("жури")
(True, True, ('съвет', 'съвета', 'съветът'), ('жури', 'журито'))
>>> printed(["жури"]), stems(["комисия", "щаб"])
('жури|Жури|ЖУРИ', ('комиси', 'щаб'))
"""

import re
from collections.abc import Iterable, Sequence

from govarchive.data import table

_ARTICLES = {"а": ("та",), "я": ("та",), "о": ("то",), "е": ("то",), "и": ("то",)}
_OF_CONSONANTS = ("а", "ът")
_ENDINGS = "аяое"


def _group(name: str) -> tuple[str, ...]:
    return tuple(row["noun"] for row in table("manual_units") if name in row["groups"].split(","))


PARTS, WARDS, DESKS, TEAMS, BOARDS = map(_group, ("part", "ward", "desk", "team", "board"))

COUNTERS = (*_group("counter"), "цао", "цуи", "грао", "мдт")
"""Who serves people; for patterns without regard to case."""

LOCATED = (*PARTS, *WARDS, *DESKS, *_group("room"))
"""The units that may have an address and a telephone of their own."""

UNITS = (*LOCATED, *TEAMS)

HEADED = (*BOARDS, *_group("panel"))
"""The boards and panels, which head lists of their members."""

BY_LAW = re.compile(
    "социално подпомагане|бюро по труда|инспекция по труда|служба по земеделие|(?:природен|национален) парк",
    re.IGNORECASE,
)
"""Those that are units by name, and bodies by law."""


COMPOSED = r"в[ ](?:следния[ ]|пълен[ ])?състав"
"""What announces the members of a board or a team, for patterns."""


def forms_of(noun: str) -> tuple[str, ...]:
    """A noun without its article and with it."""
    return (noun, *(noun + article for article in _ARTICLES.get(noun[-1], _OF_CONSONANTS)))


def any_of(nouns: Iterable[str]) -> str:
    """The alternatives of a pattern for nouns in small letters, or without regard to case."""
    return "|".join(nouns)


def articled(nouns: Iterable[str]) -> str:
    """The alternatives of a pattern for nouns without their articles and with them, the longest first."""
    return any_of(form for noun in nouns for form in reversed(forms_of(noun)))


def inflected(nouns: Sequence[str]) -> str:
    """The alternatives of a pattern for nouns as sentences have them: also of many, with the article and without."""
    return f"{articled(nouns)}|(?:{any_of(stems(nouns))})(?:и|ове|а|я)(?:те|та)?"


def in_capitals(nouns: Iterable[str]) -> str:
    """The alternatives of a pattern for nouns in capitals."""
    return any_of(nouns).upper()


def headings(nouns: Iterable[str]) -> str:
    """The alternatives of a pattern for nouns as headings begin: with a capital, and in capitals."""
    return any_of(form for noun in nouns for form in (noun.capitalize(), noun.upper()))


def printed(nouns: Iterable[str]) -> str:
    """The alternatives of a pattern for nouns in small letters, with a capital and in capitals."""
    return f"{any_of(nouns)}|{headings(nouns)}"


def stems(nouns: Iterable[str]) -> tuple[str, ...]:
    """What all forms of the nouns begin with: cheaper to look for than the forms."""
    return tuple(noun.rstrip(_ENDINGS) for noun in nouns)
