"""Departments: whoever serves in a unit that the page names is of that unit, and the unit of the body around it.

`началник отдел „Бюджет“` on the page of `Община Х` is `началник` of `отдел „Бюджет“`, whose body is the municipality:
what the page says of the person comes first, and the body, which it often does not say there, is told beside it.
"""

import re
from collections.abc import Sequence
from typing import Any

from govarchive.kinds.institution import normalise
from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.offices_of import is_of_whole
from govarchive.link.units import HEADED, PARTS, WARDS, any_of
from govarchive.model import Candidate
from govarchive.text.fold import lower

_NOUNS = any_of((*PARTS, *WARDS, "факултет"))
_OF_OFFICE = ("role", "unit")
# `началник на отдел „Х“`, `завеждащ Детско отделение`: an office, and the unit where it is held.
_AT_UNIT = re.compile(
    rf"""(?P<office>.+?)[ ](?:(?:на|в|във|към|при)[ ])?
    (?P<unit>(?:[А-Я][а-я]+(?:[ ][а-я]+)?[ ])?(?i:{_NOUNS})(?![а-я]).*)""",
    re.VERBOSE,
)
# A name of its own: quotes, initials, a capital before the noun, or its work.
_NAMED = re.compile(
    rf"(?<!\w)(?i:{_NOUNS})[ ](?:.*[А-Я„]|по[ ]|за[ ])|(?:{_NOUNS.title()})[ ]\w|[А-Я].*[ ](?:{_NOUNS})(?!\w)"
)
# `главен специалист „Деловодство“`, in a unit that heads the list.
_FIELD = re.compile(r"„([^„“]+)“\Z")
_JOINED = re.compile(r"[ ](?:на|в|във|към|при|от)\Z")
# `отговорник за дирекция „Х“`, `член на комисия за избор на началник отдел „Х“`: somebody else is in the unit.
_OF_OTHERS = re.compile(rf"[ ](?:за|по|и|с|със)\Z|(?<!\w)(?:{any_of(HEADED)})(?!\w)")
# It has no name but with that of its body: `Регионален отдел на Държавен фонд „Земеделие“`.
_OF_REGION = re.compile(rf"(?:Регионал|Област|Териториал|Район)\w+ (?:{_NOUNS})")


def tell_departments(people: Sequence[Candidate]) -> None:
    """Puts the unit of a person in the place of the body around it, and out of the office that names it."""
    for it in people:
        details = it.details
        if details.keys().isdisjoint(_OF_OFFICE):
            continue
        told = details.get("unit", "")
        if is_of_whole(details.get("role", ""), told or details.get("institution", "")):
            _keep_out(details, told)
            continue
        office, unit = _parted(details.get("role", ""), told)
        if not unit:
            continue
        if _is_named(told):
            del details["unit"]
        if field := _FIELD.search(office):
            details["unit"] = field[1]
        _settle(details, office, normalise(unit))


def _keep_out(details: dict[str, Any], unit: str) -> None:
    """Takes the unit from whom none has."""
    if _is_named(unit):
        del details["unit"]
    if is_unit(details.get("institution", "")):
        del details["institution"]
        details.pop("institution_inferred", None)


def _settle(details: dict[str, Any], office: str, unit: str) -> None:
    """Tells the unit as the institution of who has an office there, and what was the institution as the body."""
    body = details.pop("institution", None)
    inferred = details.pop("institution_inferred", None)
    if office:
        details["role"] = office
    if body and not inferred and _OF_REGION.fullmatch(unit):
        unit, body = f"{unit} на {body}", None
    details["institution"] = unit
    if body and lower(body) != lower(unit):
        details["body"] = body
        if inferred:
            details["body_inferred"] = True


def _parted(role: str, unit: str) -> tuple[str, str]:
    """The office without its unit, and the unit; the unit is empty for a field, or where none is told.

    >>> _parted("началник на отдел „Бюджет“", ""), _parted("експерт", "отдел „Бюджет“")
    (('началник', 'отдел „Бюджет“'), ('експерт', 'отдел „Бюджет“'))
    >>> _parted("заместник-кмет „Култура“", "Култура"), _parted("началник отдел", "")
    (('заместник-кмет „Култура“', ''), ('началник отдел', ''))
    >>> _parted("отговорник за отдел „Бюджет“", "")
    ('отговорник за отдел „Бюджет“', '')
    """
    if _is_named(unit):
        at = lower(role).find(lower(unit))
        whole = at > 0 and at + len(unit) == len(role)
        return (_JOINED.sub("", role[:at].rstrip()) if whole else role), unit
    told = _AT_UNIT.fullmatch(role)
    if told and _is_named(told["unit"]) and not _OF_OTHERS.search(told["office"]):
        return told["office"], told["unit"]
    return role, ""


def _is_named(unit: str) -> bool:
    """Whether it is a unit with a name of its own, no field and no bare noun: `отделение по хирургия` is one."""
    return _NAMED.search(unit) is not None and is_unit(unit[0].upper() + unit[1:])
