"""General words behind an office for the body whose page it is: `на училището`, `в общината`."""

import re

from govarchive.link.offices.tail_bodies import Tail
from govarchive.link.scene import Scene
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

_IN_GENERAL = re.compile(r"[ ](?:в|във|към|при)[ ](?P<owner>(?:[а-я]+(?:ната|ното)[ ])?[а-я]{4,})(?![а-я])")


def in_general(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`главен инженер в общината`, `началник на отдел „Х“ в министерството`: a body by its kind alone."""
    match = _IN_GENERAL.match(scene.text, at, limit)
    if match is None or match["owner"] not in OWNERS:
        return None
    owner = scene.named(match["owner"], at)
    return Tail("", scene.name_of(owner) if owner else None, match.end(), goes_on=False)
