"""Delegations: lists of who came from where, each body named once before its people.

`Присъстваха: от Х - А, директор, Б, експерт в дирекция „У“, и В, юрисконсулт; от Z - Г, началник.`
"""

import re

from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_inner
from govarchive.model import Candidate
from govarchive.text.layout import line_start

_FROM = frozenset({"от ", "От ", "за ", "За "})
_MARK = re.compile(r"[ ]?[-:][ ]")
_ENDS = re.compile(r";|[а-я]{4}[.!?][ ]+[А-Я]")
_LONGEST = 500


def sent_by(scene: Scene, at: int) -> Candidate | None:
    """The body that leads the part of such a list in which an offset lies."""
    text = scene.text
    floor = max(line_start(text, at), at - _LONGEST)
    bodies = scene.between(floor, at)
    body = next((it for it in reversed(bodies) if it.kind == "institution" and not is_inner(it.value or "")), None)
    if body is None or text[max(0, body.start - 3) : body.start] not in _FROM:
        return None
    lead = _MARK.match(text, body.stop)
    return body if lead and not _ENDS.search(text, lead.end(), at) else None


def sender_of(scene: Scene, at: int, post: Post) -> str | None:
    """The body that leads such a list, for somebody of one of its units: `от Х - А, експерт в дирекция „У“`."""
    if post.unit is not None or not is_inner(post.institution or ""):
        return None
    body = sent_by(scene, at)
    return body.value if body else None
