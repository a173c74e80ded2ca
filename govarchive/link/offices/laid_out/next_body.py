"""Whoever has the office of the person before in another body, which stands between the two.

`директорите на ОУ „Х“ (А) и на ОУ „У“ (Б)`; `за председател на ОбС е избран А, на комисията по Х - Б`.
"""

import re

from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.behind.tails import tail_of
from govarchive.link.offices.between import AND_OF, OPENS
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene

# From a name to the next body, and from that to who has the office there.
_NEXT = re.compile(r"(?:[,;]|,?[ ](?:и|а))(?=[ ]на[ ])")
_TO_NAME = re.compile(r"[ ]?-[ ]|[ ](?:е|бе|беше|става|стана)[ ]")


def of_next_of_list(scene: Scene, other: Person, plural: Post, person: Person) -> Post | None:
    """The office of a list in the body that stands between another of it and a person."""
    lead = AND_OF.match(scene.text, other.it.stop, person.front)
    body = scene.starting(lead.end()) if lead else None
    stop = body.stop if body else lead.end("village") if lead and lead["village"] else -1
    if lead is None or stop < 0:
        return None
    named = body is not None and body.kind == "institution" and scene.text[stop : person.front] == " "
    if not named and not OPENS.fullmatch(scene.text, stop, person.front):
        return None
    if body and body.kind == "institution":
        return plural._replace(institution=body.value)
    village = scene.text[lead.end() if body else lead.start("village") : stop]
    return plural._replace(institution=village) if serves_place(plural.role) else None


def of_next_in_clause(scene: Scene, other: Person, post: Post, person: Person) -> Post | None:
    """The office that a sentence tells before another name, in the next body: `на комисията по Х - Б`."""
    if post.plural or post.institution is None or post.start > other.front:
        return None
    lead = _NEXT.match(scene.text, other.it.stop, person.front)
    tail = tail_of(scene, post.role, lead.end(), person.front) if lead else None
    if tail is None or tail.institution is None or not _TO_NAME.fullmatch(scene.text, tail.stop, person.front):
        return None
    return post._replace(name=post.role.name + tail.words, institution=tail.institution, unit=tail.unit)
