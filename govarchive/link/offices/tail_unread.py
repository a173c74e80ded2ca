"""Bodies behind an office that no list of bodies reads: by a general name, `директор на Спортното училище`."""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.tail_bodies import Tail
from govarchive.link.scene import Scene, base_of
from govarchive.names.role_phrase import Role

_ADJECTIVE = r"(?:ен|(?:н|[сшжч]к)(?:и|о|а|ия|ият|ата|ото))"
_LEAD = r"[ \n](?i:на|в|във|към|при)[ \n]"
_TOWN = r"(?:[ ]-[ ]?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?(?![а-я])(?=[ ]*(?:[,;:.)\n]|$)))"
_GENERAL = re.compile(
    rf"""{_LEAD}(?P<body> [А-Я][а-я]+{_ADJECTIVE}[ ] (?:[а-я]+{_ADJECTIVE}[ ]){{0,2}} (?P<noun>[а-я]{{3,}})
    (?:[ ][IVXІХ]{{1,3}}[ ]степен)? {_TOWN}? )""",
    re.VERBOSE,
)
# What `base_of` does not know, as no such name is a body by itself.
_NOUNS = re.compile(r"(?:окръжие|съдилище|собственост|хор|оркестър|ансамбъл|дом|станция|гарнизон)(?:а|ът|то|та)?")
# Whose work has a name in quotes or a capital: `автор на „Х“`, `носител на Голямата награда`.
_OF_WORKS = frozenset(
    "автор режисьор сценарист водещ редактор съставител издател преводач художник композитор солист носител победител "
    "лауреат участник герой гост организатор продуцент рецензент докладчик кандидат посланик депутат".split()
)


def unread_body(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The body behind an office that the page calls by its kind alone."""
    if role.head in _OF_WORKS or role.plural:
        return None
    match = _GENERAL.match(scene.text, at, limit)
    if match and (base_of(match["noun"]) or _NOUNS.fullmatch(match["noun"])):
        return Tail("", normalise(match["body"]), match.end(), goes_on=False)
    return None
