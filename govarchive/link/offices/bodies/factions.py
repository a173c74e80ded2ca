"""Factions: those of a council told by the party whose list they were on, or by their group in it.

`от листата на Х: А, Б`, `ГЕРБ: А, Б`, `Независим - А`, `Група „Х“` over the names. On a page that tells of a council
and of its councillors they are councillors; on the page of a council itself they sit in it, also below a party.
"""

import re
from functools import lru_cache

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.between import COUNCIL
from govarchive.link.offices.bodies.offices_of import has_no_units
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_party
from govarchive.names.roles.phrase import Role
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, lines_above

_PUT_FORWARD = r"(?i:(?:(?:избрани[ ])?от[ ])?(?:(?:листата|групата|квотата)[ ]на[ ])?)"
_NAME = r"(?:\"[^\"\n]{2,70}\" | [А-Я][а-я]?[А-Я]{1,7}(?:[ ]?[-и,][ ]?[А-Я]{2,8}){0,3}(?:[ ]за[ ][А-Я][а-я]+)?)"
_KIND = r"(?: ПП | КП | МК | ИК | (?i:(?:местна[ ])?коалиция|(?:политическа[ ])?партия|сдружение) )"
_GROUP_NAME = r"""(?i:(?:парламентарна[ ])?група(?:та)?)[ ](?:(?:на|от)[ ])?
    (?=[\"А-Я]|общински|съветници) [^\n:]{2,70}?"""
_ENDS = r"(?:[ ]?\([0-9а-я ]{1,24}\))? [ ]*[:-]?[ ]*"
_FACTION = re.compile(
    rf"""(?: {_GROUP_NAME}
      | {_PUT_FORWARD} (?: {_NAME} | {_KIND}[ ]?(?:{_NAME}|[А-Я][^\n:;,]{{1,50}}?) )
      | (?i:(?:независим|необвързан)[аи]?|неприсъединил[аи]?[ ]се)(?:[ ][а-я]{{3,12}})? ) {_ENDS}""",
    re.VERBOSE,
)
_GROUP = re.compile(_GROUP_NAME + _ENDS, re.VERBOSE)
# Before and behind a party that the page names.
_TO_PARTY = re.compile(rf"{_PUT_FORWARD}(?:(?:ПП|КП|МК)[ ])?\"?")
_BEHIND_PARTY = ' ":-'
_AMONG = (", ", "; ", " и ")
_MARKS = (":", "-", '"')
_LONGEST, _LINES_UP = 110, 3


def sits_by_party(scene: Scene, start: int, stop: int) -> str | None:
    """The council whose page it is, where the line or its part `[start, stop)` is who put forward those listed."""
    if stop - start > _LONGEST or not scene.owners or not has_no_units(scene.owners[0]):
        return None
    begins = start + len(scene.text[start:stop]) - len(scene.text[start:stop].lstrip(ITEM_MARKS))
    if _FACTION.fullmatch(scene.text, begins, stop):
        return scene.owners[0].value
    party = next((it for it in scene.between(begins, stop) if is_party(it)), None)
    alone = party and _TO_PARTY.fullmatch(scene.text, begins, party.start)
    return scene.owners[0].value if party and alone and not scene.text[party.stop : stop].strip(_BEHIND_PARTY) else None


def councillor(text: str, person: Person) -> Post | None:
    """The office of somebody who is named as of a party or a group in a council."""
    name = councillors_of(text)
    if name is None:
        return None
    begins = line_start(text, person.front)
    led = person.front - begins <= _LONGEST and _leads(text[begins : person.front])
    if not led and not (_is_among(text, begins, person) and _heads_group(text, begins)):
        return None
    role = Role(name, person.front, person.front, "съветник", plural=True, definite=False)
    return Post.headed(role, person.front)._replace(plural=True)


def _leads(lead: str) -> bool:
    """Whether the words before a name in its line tell the faction, and a mark or its name ends them: `ГЕРБ: `."""
    ends = lead.rstrip(" ")[-1:]
    return (ends in _MARKS or ends.isupper()) and _FACTION.fullmatch(lead.lstrip(ITEM_MARKS)) is not None


def _is_among(text: str, begins: int, person: Person) -> bool:
    """Whether a name begins its line or stands behind another in it."""
    return not text[begins : person.front].strip(ITEM_MARKS) or (
        person.low > begins and text.endswith(_AMONG, 0, person.front)
    )


def _heads_group(text: str, begins: int) -> bool:
    """Whether one of the few lines above, up to a gap, is the name of a group: `Група „Х“`."""
    for number, (start, stop) in enumerate(lines_above(text, begins)):
        if number == _LINES_UP or stop - start > _LONGEST or not text[start:stop].strip():
            return False
        if _GROUP.fullmatch(text[start:stop].strip(ITEM_MARKS)):
            return True
    return False


@lru_cache(maxsize=4)
def councillors_of(text: str) -> str | None:
    """How a page that tells of a council calls its members; None for another page."""
    low = lowered(text)
    if "съветни" not in low or not COUNCIL.search(low):
        return None
    return "общински съветник" if "общински съветни" in low or "общинските съветни" in low else "съветник"
