"""Words behind an office that tell whose it is without a name: a unit told before, a meeting, a town abroad.

`началникът на отделението А`, `водещ на тържеството Б`, `кмет на побратимения град В`.
"""

import re
from functools import lru_cache

from govarchive.link.offices.behind.boards import LEAD_UNITS
from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.behind.owners import OF_EVENTS
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.link.units import PARTS, WARDS, forms_of
from govarchive.text.fold import lower
from govarchive.text.needles import holds

_GENERAL = re.compile(r"[ ](?:на|в|във|към|при)[ ][А-Яа-я][а-я]{3,}(?![а-я])")
_OF = re.compile(r"[ ]+(?:на|в|във|към|при)(?![а-я])[ ]*")
# `на отделението`, of the one that the page has told before.
_UNITS_TOLD = frozenset(form for noun in (*PARTS, *WARDS) for form in forms_of(noun)[1:])
_VILLAGE, _SIGNS = "селото", ("с. ", "село ")
_ABROAD = ("побратим", "партньор")


def words_behind(scene: Scene, post: Post) -> str:
    """The words that tell whose an office is, also where it is that of a list."""
    general = _GENERAL.match(scene.text, post.role.stop)
    words = lower(scene.text[post.role.stop : max(post.stop, general.end()) if general else post.stop])
    lead = _OF.match(words)
    return words[lead.end() :] if lead else ""


def leads_unit(scene: Scene, post: Post) -> bool:
    """Whether an office is that of who leads a unit told before: `началникът на отделението А`."""
    words = words_behind(scene, post) if post.head in LEAD_UNITS and not post.institution else ""
    return words in _UNITS_TOLD


def village_meant(scene: Scene, post: Post) -> str | None:
    """The only village told with its sign before its mayor: `с. Долно Поле ... кметът на селото А`."""
    if not serves_place(post.role) or words_behind(scene, post) != _VILLAGE:
        return None
    name, since, until = _first_village(scene)
    return name if since <= post.start < until else None


# Asked for every mayor of a page, and read once.
@lru_cache(maxsize=2)
def _first_village(scene: Scene) -> tuple[str | None, int, int]:
    """The first village told with its sign, from where on it is told, and where another is told, too."""
    name, since = None, 0
    for it in scene.bodies:
        told = scene.settlement(it, it.start) if it.kind == "place" else None
        if told is None or told == name or not told.startswith(_SIGNS):
            continue
        if name:
            return name, since, it.stop
        name, since = told, it.stop
    return name, since, len(scene.text)


def is_of_no_body_here(scene: Scene, post: Post) -> bool:
    """Whether an office is but for a day, of a village or abroad: `водещ на срещата`, `кмет на побратимения град`."""
    words = words_behind(scene, post)
    return words in OF_EVENTS or words == _VILLAGE or holds(words, _ABROAD)
