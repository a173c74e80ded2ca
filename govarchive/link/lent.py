"""Lent: whose the office of one mention is, as another mention of the page tells it.

The same person in the same office (`директорът А`, below `А, директор на Х`) is of the same body; those who are only
members are of the body of the chairman before them in their list.
"""

from collections.abc import Sequence

from govarchive.link.posts import Post
from govarchive.model import Candidate

_CHAIR = "председател"
_MEMBERS = frozenset({"член", "резервен член"})
_BODY = ("institution", "institution_inferred")
_NEXT = 200
"""How far behind a chairman or member the next member of a list may stand, in characters."""


def lend_bodies(people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Sets the institution of those in office for whom it is not told, or only inferred from the page."""
    held = [(it, post) for it, post in zip(people, posts, strict=True) if post]
    told = _told(held)
    chair, stop = None, 0
    for it, post in held:
        whose = None if _is_told(it) else told.get((it.value, post.head))
        if whose and ("institution" not in it.details or " " in whose):  # an abbreviation says less than a name
            it.details["institution"] = whose
            it.details.pop("institution_inferred", None)
        if post.head == _CHAIR:
            chair, stop = it, it.stop
        elif chair and post.head in _MEMBERS and it.start - stop < _NEXT:
            stop = it.stop
            if "institution" not in it.details:
                it.details |= {key: chair.details[key] for key in _BODY if key in chair.details}


def _told(held: Sequence[tuple[Candidate, Post]]) -> dict[tuple[str | None, str], str | None]:
    """The only institution told for each person in an office; many are members of several."""
    told: dict[tuple[str | None, str], str | None] = {}
    for it, post in held:
        if _is_told(it) and post.head not in _MEMBERS:
            key, whose = (it.value, post.head), it.details["institution"]
            told[key] = whose if told.get(key, whose) == whose else None
    return told


def _is_told(it: Candidate) -> bool:
    return "institution" in it.details and "institution_inferred" not in it.details
