r"""Cards: a name on a line of its own, and below it all that somebody does, a line each.

The second office below a name is not that of the name behind: `А`, `ЗДУД`, `Учител по математика`, `Б`, `Учител`. A
body between a name and the office is whose office it is.
"""

import re

from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_party
from govarchive.model import Candidate
from govarchive.text.layout import line_start, line_stop

_END = " :;,."
_TO_NEXT_LINE = re.compile(r"[ ]*\n[ ]*")


def is_of_card_above(text: str, previous: tuple[Person, Post] | None, before: Post, person: Person) -> bool:
    """Whether an office above a name is one more of the person before, who has the first below the own name."""
    if previous is None or not _has_below(text, person):
        return False
    other, post = previous
    if not (other.it.stop < post.start and post.stop <= before.start and before.stop < person.front):
        return False
    if not all(_has_line(text, *it) for it in ((other.front, other.it.stop), (post.start, post.stop))):
        return False
    begins = line_start(text, before.start)
    if text[begins : before.start].strip() or text.count("\n", before.stop, person.front) == 0:
        return False
    if line_start(text, person.front) != person.front:
        return False
    # What stands nearer to the name below than to the office above is of the card below.
    return text.count("\n", post.stop, before.start) <= text.count("\n", before.stop, person.front)


def body_of_card(scene: Scene, it: Candidate, post: Post) -> str | None:
    """The body that has the line between a name and the office below it to itself: `А`, `ОУ „Х“`, `директор`."""
    body = scene.first_from(it.stop, post.start) if post.start > it.stop else None
    if body is None or body.kind != "institution" or is_party(body) or is_unit(body.value or ""):
        return None
    gaps = (it.stop, body.start), (body.stop, post.start)
    fills = all(_TO_NEXT_LINE.fullmatch(scene.text, *gap) for gap in gaps)
    return body.value if fills and may_have(scene, post, body) else None


def _has_below(text: str, person: Person) -> bool:
    """Whether the line below a name begins with an office: whose card ends with the name has that above."""
    stop = person.it.stop
    first = next((it.start for it in person.behind if it.start > stop), None)
    return first is not None and _TO_NEXT_LINE.fullmatch(text, stop, first) is not None


def _has_line(text: str, start: int, stop: int) -> bool:
    """Whether something has a line to itself."""
    return not (text[line_start(text, start) : start].strip() or text[stop : line_stop(text, stop)].strip(_END))
