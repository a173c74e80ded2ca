"""Bodies behind an office that no list of bodies reads: by a general name, by a name in quotes, or by a village.

`директор на Спортното училище`, `началник на Военно окръжие - Видин`, `управител на „Пътстрой“`, `шофьор в кметство Х`.
"""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.bodies import Tail
from govarchive.link.offices.behind.fields import serves_place, straight
from govarchive.link.scene import Scene, base_of
from govarchive.names.roles.phrase import Role

_ADJECTIVE = r"(?:ен|(?:н|[сшжч]к)(?:и|о|а|ия|ият|ата|ото))"
_LEAD = r"[ \n](?i:на|в|във|към|при)[ \n]"
_TOWN = r"(?:[ ]-[ ]?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?(?![а-я])(?=[ ]*(?:[,;:.)\n]|$)))"
_GENERAL = re.compile(
    rf"""{_LEAD}(?P<body> [А-Я][а-я]+{_ADJECTIVE}[ ] (?:[а-я]+{_ADJECTIVE}[ ]){{0,2}} (?P<noun>[а-я]{{3,}})
    (?:[ ][IVXІХ]{{1,3}}[ ]степен)? {_TOWN}? )""",
    re.VERBOSE,
)
# It has a letter: `на "2000"` is no name.
_QUOTED = re.compile(
    rf"""{_LEAD}(?P<body>"(?=[^"\n]*[А-Яа-яA-Za-z])[А-Я0-9][^"\n]{{1,50}}")
    (?![ \n]+Е?(?:А|ОО)Д)(?=[ ]*(?:[,;:.)(\n-]|[А-Я]|$))""",
    re.VERBOSE,
)
_VILLAGE = re.compile(rf"{_LEAD}(?P<body>кметство(?:[ ](?:с\.|село))?[ ]?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?)")
# A municipality cut short, whose town no list has so: `кмет на общ. Г. Дамяново`.
_MUNICIPALITY = re.compile(rf"{_LEAD}(?i:общ)\.[ ]?(?P<town>(?:[А-Я][а-я]{{0,3}}\.[ ]?)?[А-Я][а-я]{{2,}})(?![а-я])")
_KIND = re.compile(
    rf"""{_LEAD}(?P<body>(?:[а-я]+{_ADJECTIVE}[ ])?(?P<noun>кооперати|коопераци|стопанств|ферм|завод|фабрик|язовир|мин
    |санаториум|лагер|състав|ансамб|оркест|хор|дружин|формаци|груп|школ)[а-я]{{0,4}}
    (?:[ ](?:за|по)[ ][а-я]+(?:[ ][а-я]+)?)?[ ]"[^"\n]{{2,50}}")""",
    re.VERBOSE,
)
# What `base_of` does not know, as no such name is a body by itself.
_NOUNS = re.compile(r"(?:окръжие|съдилище|собственост|хор|оркестър|ансамбъл|дом|станция|гарнизон)(?:а|ът|то|та)?")
# Whose work has a name in quotes or a capital: `автор на „Х“`, `носител на Голямата награда`.
_OF_WORKS = frozenset(
    "автор режисьор сценарист водещ редактор съставител издател преводач художник композитор солист носител победител "
    "лауреат участник герой гост организатор продуцент рецензент докладчик кандидат посланик депутат".split()
)
_OF_FIRMS = frozenset(
    "директор управител собственик инженер началник ръководител председател секретар счетоводител съветник треньор "
    "механик технолог агроном касиер домакин шофьор".split()
)


def unread_body(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The body behind an office that the page calls by its kind alone, by a name in quotes, or by a village."""
    if role.head in _OF_WORKS or role.plural:
        return None
    if town := _MUNICIPALITY.match(scene.text, at, limit):
        return Tail("", f"община {town['town']}", town.end(), goes_on=False)
    match = _GENERAL.match(scene.text, at, limit)
    if match and (base_of(match["noun"]) or _NOUNS.fullmatch(match["noun"])):
        return Tail("", normalise(match["body"]), match.end(), goes_on=False)
    match = _VILLAGE.match(scene.text, at, limit) if not serves_place(role) else None
    if match is None and role.head.removesuffix("ка") in _OF_FIRMS:
        match = _QUOTED.match(scene.text, at, limit) or _KIND.match(scene.text, at, limit)
    return Tail("", normalise(straight(match["body"]).strip()), match.end(), goes_on=False) if match else None
