"""Lent: whose the office of one mention is, as another mention of the page tells it.

The same person in the same office (`директорът А`, below `А, директор на Х`) is of the same body; those who are only
members are of the body of the chairman before them in their list. Who is named first without an office has the one
told below.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from govarchive.link.label_words import CALLED
from govarchive.link.list_marks import is_listed
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.owners import HEADS, LEADERS
from govarchive.link.offices.bodies.pointing import is_theirs
from govarchive.link.offices.posts import SENT, Post
from govarchive.link.scene import Scene
from govarchive.model import Candidate
from govarchive.names.roles.words import DEPUTY

_CHAIR = "председател"
_MEMBERS = frozenset({"член", "резервен член"})
_BODY = ("institution", "institution_inferred")
_OFFICE = ("role", "unit", *_BODY)
# Between two in office of one line: `, тел. 841 234; `.
_PARTED = re.compile(rf"(?:[ ]*[,;|/]|[ ]*\([^()\n]{{2,40}}\)[,;])?[ ]?(?:{CALLED}|[ 0-9.,:;/()+|-])*+", re.IGNORECASE)
_CHAIRS = ("председател", "заместник-председател", "секретар", "ръководител")
_SEATS = frozenset({"член", "настоятел", "съветник", "общински съветник"})
_NEXT = 200
"""How far behind a chairman or member the next member of a list may stand, in characters."""


def lend_bodies(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Sets the institution of those in office for whom it is not told, or only inferred from the page."""
    held = [(it, post) for it, post in zip(people, posts, strict=True) if post]
    if len({it.value for it, _ in held}) < len(held):
        _lend_to_the_same(held)
    chair, stop = None, 0
    for it, post in held:
        if post.head == _CHAIR:
            chair, stop = it, it.stop
        elif chair and (post.head in _MEMBERS or post.role.name == SENT) and it.start - stop < _NEXT:
            stop = it.stop
            if "institution" not in it.details:
                it.details |= {key: chair.details[key] for key in _BODY if key in chair.details}
    for one, other in pairwise(held):
        if _share_line(scene, one, other):
            other[0].details |= {key: one[0].details[key] for key in _BODY if key in one[0].details}
    _raise_to_the_chair(people)
    _lend_to_deputies(scene, held)
    _lend_by_office(scene, held)
    _lend_to_the_first(people)


def _raise_to_the_chair(people: Sequence[Candidate]) -> None:
    """Tells who presides over a board or writes for it by that office, also where a list has him among its members."""
    chairs = {it.value: it for it in reversed(people) if it.details.get("role", "").startswith(_CHAIRS)}
    for it in people:
        chair = chairs.get(it.value) if it.details.get("role") in _SEATS else None
        same = chair and chair.details.get("institution") == it.details.get("institution")
        if chair and same:
            it.details |= {key: chair.details[key] for key in _OFFICE if key in chair.details}


def _lend_to_deputies(scene: Scene, held: Sequence[tuple[Candidate, Post]]) -> None:
    """Gives a deputy the body of who is told before as leading one: `кметът А и неговият заместник Б`."""
    leader: Candidate | None = None
    for it, post in held:
        if post.head == DEPUTY or post.name.startswith(DEPUTY):
            near = leader is not None and it.start - leader.stop < _NEXT and is_theirs(scene.text, post, it.start)
            told = it.details.keys() & set(_BODY) == {"institution"}
            if near and leader and not told:
                it.details.pop("institution_inferred", None)
                it.details |= {key: leader.details[key] for key in _BODY if key in leader.details}
        elif post.head in LEADERS:
            leader = it


def _lend_by_office(scene: Scene, held: Sequence[tuple[Candidate, Post]]) -> None:
    """Gives who signs as the head of a body that of another such head, where the page tells but one.

    `дългогодишен директор на ОУ „Х“` in the text, `А, директор` below it.
    """
    told: dict[str, set[str]] = {}
    for _, post in held:
        if post.institution and post.head in HEADS:
            told.setdefault(post.head, set()).add(post.institution)
    for it, post in held:
        bodies = told.get(post.name) if "institution" not in it.details else None
        if bodies and len(bodies) == 1 and is_listed(scene.text, min(it.start, post.start)):
            it.details |= {"institution": next(iter(bodies)), "institution_inferred": True}


def _lend_to_the_first(people: Sequence[Candidate]) -> None:
    """Gives a person who is named first without an office, as in a headline, the only one that the page tells below."""
    told: dict[str | None, Candidate | None] = {}
    first: dict[str | None, Candidate] = {}
    for it in people:
        if first.setdefault(it.value, it) is not it and "role" in it.details:
            other = told.setdefault(it.value, it)
            if other and other.details["role"] != it.details["role"]:
                told[it.value] = None
    for name, other in told.items():
        if other and first[name].details.keys().isdisjoint(("role", "institution")):
            first[name].details |= {key: other.details[key] for key in _OFFICE if key in other.details}


def _share_line(scene: Scene, one: tuple[Candidate, Post], other: tuple[Candidate, Post]) -> bool:
    """Whether but a mark or a telephone parts two in office of one line: `Председател - А; секретар - Б`.

    The body of the first is told by a heading, and not in the line itself.
    """
    if "institution" in other[0].details or "institution" not in one[0].details or one[1].institution:
        return False
    if other[1].definite and scene.text.startswith(".", one[0].stop):
        return False  # the next sentence
    stop, start = max(one[0].stop, one[1].stop), min(other[0].start, other[1].start)
    if start - stop > _NEXT or not _PARTED.fullmatch(scene.text, stop, start):
        return False
    body = scene.by_name.get(one[0].details["institution"])
    return body is None or may_have(scene, other[1], body)


def _lend_to_the_same(held: Sequence[tuple[Candidate, Post]]) -> None:
    """Gives each mention of a person in an office the only institution that the office itself is told with.

    Many are members of several.
    """
    told: dict[tuple[str | None, str], str | None] = {}
    others: list[tuple[Candidate, Post]] = []
    for it, post in held:
        if "institution" not in it.details or "institution_inferred" in it.details:
            others.append((it, post))
        elif post.institution and post.head not in _MEMBERS:
            key, whose = (it.value, post.head), post.institution
            told[key] = whose if told.get(key, whose) == whose else None
    for it, post in others:
        lent = told.get((it.value, post.head))
        if lent and ("institution" not in it.details or " " in lent):  # an abbreviation says less than a name
            it.details["institution"] = lent
            it.details.pop("institution_inferred", None)
