"""Whom somebody serves: the body that is told of the office, of the person, or of the list around.

In the order of how near it is told; the unit in which somebody serves gives way to the body around it.
"""

from typing import Any

from govarchive.link.offices.behind.fields import straight
from govarchive.link.offices.bodies.affiliations import body_in_row
from govarchive.link.offices.bodies.delegations import sender_of
from govarchive.link.offices.bodies.employers import employer
from govarchive.link.offices.bodies.groups import body_of_team, led_in_sentence
from govarchive.link.offices.bodies.inside import settle_unit
from govarchive.link.offices.bodies.members import Members
from govarchive.link.offices.bodies.outsiders import is_guest
from govarchive.link.offices.bodies.reached import body_reached
from govarchive.link.offices.bodies.words_behind import village_meant
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import SENT, Post
from govarchive.link.scene import Scene
from govarchive.link.towns import body_at
from govarchive.names.bodies.words import ABBREVIATIONS
from govarchive.text.fold import lower

# What many bodies have, so that it does not tell whose it is.
_ORGANS = frozenset({"управителен съвет", "ус", "съвет на директорите", "сд", "надзорен съвет", "нс", "настоятелство"})


def set_body(scene: Scene, person: Person, post: Post | None, members: Members, number: int) -> None:
    """Sets the body whose office it is, that the page is of, or the board in whose list the person `number` stands."""
    details = person.it.details
    details |= _told_of(scene, person, post, members, number)
    is_staff = "institution" not in details and not (post and is_guest(post))
    if is_staff and (owner := members.staff_of(number)):
        details |= _inferred(owner)
    settle_unit(scene, person, post)
    if "institution" in details:
        details["institution"] = body_at(details.get("role", ""), scene.in_full(details["institution"]))


def _told_of(scene: Scene, person: Person, post: Post | None, members: Members, number: int) -> dict[str, Any]:
    """What the page tells of the body of a person, as details."""
    post = _of_his_own(scene, person, post) if post and post.plural else post
    if post and post.institution:
        sender = sender_of(scene, person.front, post)
        return _owner_of_organ(scene, person, post) or {"institution": sender or post.institution}
    if below := members.body_below(number):
        return {"institution": below}
    if post and (village := village_meant(scene, post)):
        return {"institution": village}
    if whose := employer(scene, person, post):
        return _inferred(whose.name) if whose.inferred else {"institution": whose.name}
    if post and (team := body_of_team(scene, post)):
        return _inferred(team)
    if post is None and (led := led_in_sentence(scene, person)):
        return {"institution": led}
    told = members.told_of(number) if post is None or post.role.name == SENT else {}
    if not told and post is None and (reached := body_reached(scene, person)):
        return _inferred(reached)
    return told


def _of_his_own(scene: Scene, person: Person, post: Post) -> Post:
    """The office of many without the kind told of all, where each has his own in his row: `Началници на РУ`."""
    kind = ABBREVIATIONS.get(post.institution or "")
    own = kind and kind.needs_name and body_in_row(scene, person.it, person.front, post)
    return post._replace(institution=None) if own else post


def _owner_of_organ(scene: Scene, person: Person, post: Post) -> dict[str, Any] | None:
    """Of whose organ somebody is, as the sentence tells: `„Х“, представлявано от А - председател на УС`."""
    if post.institution is None or lower(post.institution) not in _ORGANS:
        return None
    led = led_in_sentence(scene, person._replace(front=min(post.start, person.front)))
    organ = straight(scene.text[post.role.stop : post.stop])
    return {"institution": led, "role": f"{person.it.details['role']}{organ}"} if led else None


def _inferred(body: str) -> dict[str, Any]:
    return {"institution": body, "institution_inferred": True}
