"""Factions: councillors told by the party whose list they were on, or by their group in the council.

`от листата на Х: А, Б`, `ГЕРБ: А, Б`, `Независим - А`, `Група „Х“` over the names, on a page that tells of a council
and of its councillors.
"""

import re
from functools import lru_cache

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.between import COUNCIL
from govarchive.link.offices.posts import Post
from govarchive.link.offices.rows import Person
from govarchive.names.role_phrase import Role
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, lines_above

_PARTY = r"""(?:(?:ПП|КП|МК|(?i:партия|коалиция|сдружение))[ ])?
    (?:"[^"\n]{2,70}"|[А-Я][а-я]?[А-Я]{1,7}(?:[ ]?[-и,][ ]?[А-Я]{2,8}){0,3})"""
_LED = r"(?:[ ]?[:-][ ]?|(?<=[\"А-Я)])[ ])"
# What leads the councillors of one list in its line.
_OF_LIST = re.compile(
    rf"""(?i:(?:избрани[ ])?от[ ](?:(?:листата|групата|квотата)[ ]на[ ])?
      | (?:парламентарна[ ])?група(?:та)?[ ](?:на[ ])?)?
    {_PARTY} (?:[ ]?\([0-9а-я ]{{1,24}}\))? {_LED}
    | (?i:независим|необвързан|неприсъединил[ ]се)[аи]?(?:[ ](?:съветни[кц]и?|кандидати?))?[ ]?[:-][ ]?""",
    re.VERBOSE,
)
_GROUP = re.compile(rf"(?i:(?:парламентарна[ ])?група(?:та)?)[ ](?:на[ ]|от[ ])?{_PARTY}[ ]?:?", re.VERBOSE)
_AMONG = (", ", "; ", " и ")
_LONGEST_LEAD, _LONGEST_HEAD, _LINES_UP = 90, 90, 3


def councillor(text: str, person: Person) -> Post | None:
    """The office of somebody who is named as of a party or a group in a council."""
    begins = line_start(text, person.front)
    if person.front - begins > _LONGEST_LEAD and not text.endswith(_AMONG, 0, person.front):
        return None
    name = councillors_of(text)
    if name is None:
        return None
    lead = text[begins : person.front][:_LONGEST_LEAD].lstrip(f"{ITEM_MARKS} ")
    if not (_OF_LIST.fullmatch(lead) or (_is_among(text, begins, person) and _heads_group(text, begins))):
        return None
    role = Role(name, person.front, person.front, "съветник", plural=True, definite=False)
    return Post.headed(role, person.front)._replace(plural=True)


def _is_among(text: str, begins: int, person: Person) -> bool:
    """Whether a name begins its line or stands behind another in it."""
    return not text[begins : person.front].strip(ITEM_MARKS) or (
        person.low > begins and text.endswith(_AMONG, 0, person.front)
    )


def _heads_group(text: str, begins: int) -> bool:
    """Whether one of the few lines above, up to a gap, is the name of a group: `Група „Х“`."""
    for number, (start, stop) in enumerate(lines_above(text, begins)):
        if number == _LINES_UP or stop - start > _LONGEST_HEAD or not text[start:stop].strip():
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
