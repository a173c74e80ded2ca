"""Units behind an office: `началник на отдел „Х“`, `старши експерт в дирекция ТСУ`, `завеждащ Детско отделение`."""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.boards import LEAD_UNITS
from govarchive.link.offices.behind.bodies import Tail
from govarchive.link.offices.behind.fields import phrase_end, quieted, straight
from govarchive.link.scene import Scene, is_inner
from govarchive.link.units import PARTS, UNITS, WARDS, any_of
from govarchive.names.roles.phrase import Role
from govarchive.names.roles.words import DEPUTY, adjective_base
from govarchive.text.fold import lower

_UNIT_TOLD = re.compile(rf"[ ](?:{any_of(UNITS)})\Z")
_LONGEST_NOUN = 20
_UNIT = re.compile(
    rf"""
    (?P<of>[ \n]+(?i:на|(?P<within>в|във|към|при)))?(?:[ \n-]+|(?<=\.))      # нач.отдел
    (?P<unit> (?!(?i:кабинет|зала)[ ]№?[ ]?[0-9]) (?i:{any_of(UNITS)}|отд(?=\.))
        (?![А-Яа-я]) (?: \.(?=[ ]*[-:]) | [ \n]*\"[^\"\n]{{2,90}}\"
          | [ ][А-Я]{{2,8}}(?![А-Яа-я])(?:[ ]и[ ][А-Я]{{2,8}}(?![А-Яа-я]))? )?
    )
    """,
    re.VERBOSE,
)
# A unit with a name of its own, without quotes: `началник Детско отделение`, `завеждащ на Отделение по хирургия`,
# `юрисконсулт в Дирекция Правно обслужване`.
_OWN_UNIT = re.compile(
    rf"""[ \n]+(?P<of>(?i:на|в|във|към|при)[ \n]+)?(?P<unit>
        [А-Я][а-я]+(?:-[а-я]+)?(?:ен|но|на|ски|ско|ска)[ ](?:{any_of(UNITS)})(?![а-я])
      | (?P<article>[А-Я][а-я]+(?:н|ск)(?:ия|ият)(?=[^А-Я\n]{{1,40}}факултет)|Факултета(?=[ ]по))
        (?:[ ][а-я]+(?:ен|ски)){{0,2}} (?:[ ]факултет(?![а-я])|(?P<taught>[ ]по[ ](?=[а-я])))
      | (?:Факултет|{any_of(it.capitalize() for it in (*PARTS, *WARDS))})
        (?: (?P<work>[ ](?:по|за)[ ](?=[а-я])) | [ ][А-Я]{{2,8}}(?![А-Яа-я]) | (?P<name>[ ][А-Я](?=[а-я])) ) )
    """,
    re.VERBOSE,
)
# A unit told by itself behind an office: `А - главен експерт, дирекция ТСУ;`
_ASIDE = re.compile(
    rf""",[ ](?P<unit>(?i:{any_of(PARTS)})[ ]
      (?: [А-Я]{{2,8}}(?:[ ]и[ ][А-Я]{{1,8}})? | [А-Я][а-я]{{3,}}(?:[ ](?:и[ ])?[а-я]{{4,}}){{0,4}} ) )
    (?=[ ]*(?:[;,.)\n]|$))""",
    re.VERBOSE,
)
_UNIT_OF = re.compile(r"[ ](?:към|при|на)[ ](?P<of>(?:[А-Я]|общин|област|район).*)$")


def unit_behind(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`началник на отдел „Х“`, `началник отдел`: an inner unit is part of the office.

    Of `началник отдел „Х“`, `началник сектор КОС` it is the unit, and the institution where no body is behind.
    """
    match = _UNIT.match(scene.text, at, limit)
    if match is None or _is_other_unit(scene.text, role, at, match):
        return None
    it = scene.starting(match.start("unit"))
    if it is None and match["unit"][-1].isupper() and not match["of"] and lower(match["unit"]) not in UNITS:
        return Tail("", match["unit"], match.end(), goes_on=True, unit=match["unit"])
    if it is None and match["unit"][-1] == '"':
        unit = quieted(match["unit"]).strip()
        return Tail(quieted(match.group()) if match["of"] else "", unit, match.end(), goes_on=True, unit=unit)
    if it is None:
        words = "" if match["unit"][-1] == "." else quieted(match.group())
        return Tail(words, None, match.end(), goes_on=True)
    if it.kind != "institution" or not is_inner(it.value or ""):
        return None
    if match["unit"][-1] == '"' and not match["of"]:
        return Tail("", it.value, it.stop, goes_on=True, unit=it.value)
    lead = scene.text[match.start() : match.start("unit")]
    whole = scene.text[it.start : it.stop]
    outer = _UNIT_OF.search(it.value or "")
    if outer is None:
        return Tail(quieted(lead + whole), it.value, it.stop, goes_on=True)
    unit = whole[: -len(outer.group())] if len(outer.group()) < len(whole) else whole
    return Tail(quieted(lead + unit), normalise(outer["of"]), it.stop, goes_on=False)


def unit_aside(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`главен експерт, дирекция ТСУ`: the unit behind a comma, where nothing more is told."""
    aside = _ASIDE.match(scene.text, at, limit) if at == role.stop else None
    return Tail("", aside["unit"], aside.end(), goes_on=False, unit=aside["unit"]) if aside else None


def _is_other_unit(text: str, role: Role, at: int, match: re.Match[str]) -> bool:
    """Whether a unit in the line below heads those who come, or has no name: `лекар в отделение`."""
    if text[at] == "\n" and _heads_others(text, role, at, match.end()):
        return True
    return bool(match["within"]) and not (match["unit"][-1] == '"' or match["unit"][-2:].isupper())


def _heads_others(text: str, role: Role, at: int, stop: int) -> bool:
    """Whether a unit in the line below an office heads those who come: below `началник отдел`, `зам.-директор`."""
    told = DEPUTY in role.name or _UNIT_TOLD.search(text, max(0, at - _LONGEST_NOUN), at)
    return bool(told) or text[stop : stop + 2].lstrip(" ").startswith(":")


def own_unit(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`началник Детско отделение`: the unit, where it is no body, is whose the office is."""
    match = _OWN_UNIT.match(scene.text, at, limit)
    if match is None or not (match["of"] or role.head in LEAD_UNITS) or scene.starting(match.start("unit")):
        return None
    named = match["work"] or match["name"] or match["taught"]
    end = phrase_end(scene.text, match.end(), limit) if named else match.end()
    unit = straight(scene.text[match.start("unit") : end]).strip()
    if match["article"]:
        unit = (adjective_base(match["article"]) or "факултет").capitalize() + unit[len(match["article"]) :]
    return Tail("", unit, end, goes_on=True, unit=unit) if end > match.end() or not named else None
