"""Lent: whose the office of one mention is, as another mention of the page tells it.

The same person in the same office (`директорът А`, below `А, директор на Х`) is of the same body; those who are only
members are of the body of the chairman before them in their list.
"""

from collections.abc import Sequence

from govarchive.link.posts import Post
from govarchive.model import Candidate

_CHAIR = "председател"
_MEMBERS = frozenset({"член", "резервен член"})
_SENT = "представител"
_BODY = ("institution", "institution_inferred")
_NEXT = 200
"""How far behind a chairman or member the next member of a list may stand, in characters."""


def lend_bodies(people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Sets the institution of those in office for whom it is not told, or only inferred from the page."""
    held = [(it, post) for it, post in zip(people, posts, strict=True) if post]
    if len({it.value for it, _ in held}) < len(held):
        _lend_to_the_same(held)
    chair, stop = None, 0
    for it, post in held:
        if post.head == _CHAIR:
            chair, stop = it, it.stop
        elif chair and (post.head in _MEMBERS or post.role.name == _SENT) and it.start - stop < _NEXT:
            stop = it.stop
            if "institution" not in it.details:
                it.details |= {key: chair.details[key] for key in _BODY if key in chair.details}


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
