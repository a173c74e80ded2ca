"""General words behind an office for the body whose page it is: `на училището`, `в общината`."""

import re

from govarchive.link.offices.tail_bodies import Tail
from govarchive.link.scene import Scene
from govarchive.link.units import forms_of
from govarchive.names.role_phrase import Role

OWNERS = frozenset(
    """общината областта прокуратурата дружеството фирмата предприятието училището гимназията градината читалището
    болницата съда факултета университета института инспекцията агенцията музея библиотеката театъра министерството дома
    центъра обекта структурата институцията ведомството дирекцията галерията""".split()
) | {
    "областната администрация",
    "общинската администрация",
    "районната администрация",
    "социалната институция",
    "детското заведение",
    "учебното заведение",
    "лечебното заведение",
    "здравното заведение",
    "културната институция",
    "културния институт",
    "болничното заведение",
    "здравната институция",
    "образователната институция",
    "учебната институция",
    "екоинспекцията",
    "регионалната екоинспекция",
    "горското стопанство",
    "ловното стопанство",
    "горското",
    "лесничейството",
    "бюрото по труда",
    "трудовото бюро",
    "детската кухня",
}
"""They say nothing of the office."""

# Whose office is told by what they are, and they are no board, which would have it: `капитан на отбора`.
_GENERAL = tuple(
    """отделение клиника поликлиника лечебница отбор тим клуб федерация лига хор оркестър ансамбъл трупа формация
    школа хотел хижа кметство участък поделение филиал ферма стопанство манастир храм църква редакция вестник списание
    издателство завод цех управление полиция състезание турнир събрание среща проява събитие конференция изложба
    фестивал конкурс""".split()
)
_ARTICLED = frozenset(form for noun in _GENERAL for form in forms_of(noun)[1:])
_ADJECTIVES = ("ия", "ият", "ата", "ото")

_IN_GENERAL = re.compile(r"[ ](?:в|във|към|при)[ ](?P<owner>(?:[а-я]+(?:ната|ното)[ ])?[а-я]{4,})(?![а-я])")


def is_general(words: str) -> bool:
    """Whether the words behind an office are but a general one for whose it is.

    >>> is_general("общината"), is_general("отбора"), is_general("градската поликлиника"), is_general("комисията")
    (True, True, True, False)
    """
    adjective, _, noun = words.rpartition(" ")
    if words in OWNERS or not adjective:
        return words in OWNERS or noun in _ARTICLED
    return noun in _GENERAL and " " not in adjective and adjective.endswith(_ADJECTIVES)


def in_general(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`главен инженер в общината`, `началник на отдел „Х“ в министерството`: a body by its kind alone."""
    match = _IN_GENERAL.match(scene.text, at, limit)
    if match is None or match["owner"] not in OWNERS:
        return None
    owner = scene.named(match["owner"], at)
    return Tail("", scene.name_of(owner) if owner else None, match.end(), goes_on=False)
