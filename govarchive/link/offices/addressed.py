"""Addressed: whom a letter greets by the surname holds the office to which it goes.

`ДО ПРЕДСЕДАТЕЛЯ НА ОБЩИНСКИЯ СЪВЕТ`, below it `Уважаеми г-н А,`.
"""

import re
from functools import lru_cache
from itertools import islice

from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post, posts_near
from govarchive.link.scene import Scene
from govarchive.text.glance import lowered
from govarchive.text.layout import lines_above

_GREETS = re.compile(
    r"(?:^|\n)[ ]*Уважаем(?:и|а|ий)[ ](?:(?:господин|госпожо|госпожа|г-н|г-жо|г-жа|инж\.|д-р)[ ])*\Z", re.IGNORECASE
)
_GREETING = "уважаем"
_TO = re.compile(r"[ ]*ДО(?![А-Яа-я])[ ]*:?", re.IGNORECASE)
_ROOM, _MOST_LINES, _LONGEST = 50, 30, 240


def is_greeted(text: str, person: Person) -> bool:
    """Whether a letter greets a person."""
    return _may_greet(text) and _GREETS.search(text, max(0, person.it.start - _ROOM), person.it.start) is not None


@lru_cache(maxsize=4)
def _may_greet(text: str) -> bool:
    """Whether a page has the word of a greeting: asked for each of its people, and looked for once."""
    return _GREETING in lowered(text)


def addressed(scene: Scene, person: Person) -> Post | None:
    """The office of the only one to whom a letter is addressed that greets a person."""
    text = scene.text
    if not is_greeted(text, person):
        return None
    for start, stop in islice(lines_above(text, person.front), _MOST_LINES):
        lead = _TO.match(text, start, stop)
        if lead:
            end = _block_end(text, lead.end(), person.front)
            posts = [post for posts in posts_near(scene, [(end, end)])[:1] for post in posts if post.start >= start]
            return posts[0] if len(posts) == 1 and not posts[0].plural else None
    return None


def _block_end(text: str, start: int, limit: int) -> int:
    """Where the lines of the address end: at a gap."""
    filled = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    gap = text.find("\n\n", filled, min(limit, filled + _LONGEST))
    return gap if gap > 0 else min(limit, filled + _LONGEST)
