"""Behind an office with its body: the town of that, its number, a field or a remark, up to where a name may begin."""

from govarchive.link.offices.behind.fields import phrase_end, serves_place
from govarchive.link.offices.between import (
    AND_PLACE,
    EXPLAINED,
    IN_REGION,
    NUMBERED,
    REMARK,
    TO_OUTER,
    TO_TOWN,
    TOWN,
    WITH_DUTY,
    WITH_FIELD,
)
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene

_ASIDES = (NUMBERED, EXPLAINED, REMARK)


def behind_office(scene: Scene, post: Post, limit: int) -> int:
    """Where an office with its institution ends, and the town behind that: `директорът на ОУ „Х“, с. У`."""
    if post.institution is None:
        remark = REMARK.match(scene.text, post.stop, limit)
        return remark.end() if remark else _behind_places(scene, post, limit)
    aside = next((found for it in _ASIDES if (found := it.match(scene.text, post.stop, limit))), None)
    stop = _behind_outer(scene, aside.end() if aside else post.stop, limit)
    if duty := WITH_DUTY.match(scene.text, stop, limit):
        return duty.end()
    if field := WITH_FIELD.match(scene.text, stop, limit):
        return phrase_end(scene.text, field.end(), limit)
    town = TOWN.match(scene.text, stop, limit)
    return town.end() if town else _behind_town(scene, stop, limit)


def _behind_town(scene: Scene, stop: int, limit: int) -> int:
    """Where the town of the body before `stop` ends, and the municipality and region that this is in."""
    told = TO_TOWN.match(scene.text, stop, limit)
    while told:
        place = scene.starting(told.end(1)) or scene.starting(told.end())
        if place is None or place.kind != "place":
            break
        stop = place.stop
        told = IN_REGION.match(scene.text, stop, limit)
    return stop


def _behind_outer(scene: Scene, stop: int, limit: int) -> int:
    """Where the body ends that the one before `stop` is told to be at: `... към КНСБ`."""
    lead = TO_OUTER.match(scene.text, stop, limit)
    outer = scene.starting(lead.end()) if lead else None
    return outer.stop if outer and outer.kind == "institution" else stop


def _behind_places(scene: Scene, post: Post, limit: int) -> int:
    """Where the places end that several are told to serve: `кметовете на Х и Y`."""
    stop, place = post.stop, None
    while post.plural and serves_place(post.role):
        more = AND_PLACE.match(scene.text, stop, limit)
        place = scene.starting(more.end(1)) or scene.starting(more.end()) if more else None
        if place is None or place.kind != "place":
            break
        stop = place.stop
    return stop
