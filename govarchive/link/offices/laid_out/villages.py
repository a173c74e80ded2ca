"""Villages: rows that begin with a settlement and tell who serves it, under one heading for all of them.

`Кметове и наместници:` or `Населено място  Кмет / наместник  Телефон` over `с. Долно Поле - А, тел. 841 234`. A heading
that names mayors and deputies of theirs, or only `Кметства`, does not tell which is which: the mayor is the likelier.
"""

import re
from functools import lru_cache
from itertools import islice, pairwise

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.between import AND_PLACE
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.model import Candidate
from govarchive.names.roles.phrase import Role, role_at, role_whole, role_words
from govarchive.names.roles.words import DEPUTY
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.layout import cell_start, cell_stop, line_start, line_stop, lines_above, words_above, words_below

_LED = re.compile(r"[ ]{0,30}[-,:(/|\t]?[ ]{0,3}(?:[А-Яа-я]{1,5}\.[ ]?)?")
_LEADS = f"{ITEM_MARKS}с.гр"
_LONGEST_HEAD = 90
_MAYOR, _MAYORS, _HALL = "кмет", "кметове", "кметство "
# From a name to the town hall in the next cell, in the next line or behind a dash.
_TO_HALL = re.compile(r"[ ]*(?:[\t|-]|\n[ \n]*)[ ]*")
_HALL_OF = re.compile(r"кметство[ ]", re.IGNORECASE)
# From the office of many in a line to the first of them behind the village: `Кметове: с. Долно Поле - А`.
_TO_FIRST = re.compile(
    r"[ ]?:[ ](?P<village>(?:(?:с|гр)\.[ ]?|(?:село|град|кметство)[ ])?[А-Я][а-я]+(?:[ ][А-Яа-я]{3,}){0,2})[ ]?-[ ]"
)
# Behind a village that leads to the next name: `А, с. Долно Поле - инж. Б`.
_OF_NEXT = re.compile(r"[ ]?[-:][ ](?:[а-я]{1,5}[.-][ ]?)*[А-Я][а-я]+[ ][А-Я]")
_NEAR = 12
_TO_VILLAGE = re.compile(r"[ ]{0,3}[,(-]?[ ]{0,3}")
_SIGN = re.compile(r"с\.|село[ ]")
_MOST_HEADS = 7
_OF_VILLAGES = frozenset({_MAYOR, "кметица", "наместник"})
_LABEL_ENDS = " :-\n"
_LONGEST_VILLAGE, _LONGEST_ROW = 40, 300
_LINES, _FAR = 2, 60
"""How far above a name its village may stand, and so far a list is followed in which the two take turns."""
_TOWN = re.compile(r"[ ]*(?:гр\.|град[ ])", re.IGNORECASE)
_NAME = re.compile(rf"[{ITEM_MARKS}]*(?:[а-я]{{1,5}}\.[ ]?)?[А-Я][а-я-]+(?:[ ][А-Я][А-Яа-я.-]*){{1,2}}[ ,:-]*")
_VILLAGES = re.compile(r"[ ]*(?:Кметства|КМЕТСТВА)(?:та|ТА)?(?:[ ](?i:в|във|на)[ ](?i:община)[^\n:]{0,40})?[ ]*:?[ ]*")
# The heads of the columns of a table, of which none is an office.
_HEADS = re.compile(
    r"[ |]*(?:№[^|\t\n]{0,8}[|\t][ ]*)?(?:Населено[ ]място|Кметство|Село|Име)[^|\t\n]{0,30}[|\t]", re.IGNORECASE
)


def village_row(scene: Scene, front: int) -> int | None:
    """Where the row begins whose first words are a settlement and the next a name (it begins at `front`)."""
    last = scene.last_before(front)
    if last is None or last.kind != "place" or not _LED.fullmatch(scene.text, last.stop, front):
        return None
    start = line_start(scene.text, front)
    places = scene.between(start, front)
    if not places or not all(it.kind == "place" for it in places):
        return None
    if _HALL_OF.sub("", scene.text[start : places[0].start].lstrip(f"{ITEM_MARKS}\t")).strip(_LEADS):
        return None
    # `с. Долно Поле и с. Горно Поле - А`
    joined = all(AND_PLACE.fullmatch(scene.text, one.stop, other.start) for one, other in pairwise(places))
    return start if joined else None


def row_of_village(scene: Scene, person: Person) -> int | None:
    """Where the row begins whose first words are a village and a name, in either order: `А с. Горица 09555/21 17`."""
    start = line_start(scene.text, person.front)
    if scene.text[start : person.front].strip(ITEM_MARKS):
        return village_row(scene, person.front)
    return start if _village_in_line(scene, person.it.stop) else None


def tells_mayor(scene: Scene, person: Person) -> bool:
    """Whether the place or the town hall beside a name may tell that it is a mayor's."""
    return row_of_village(scene, person) is not None or hall_post(scene, person) is not None


def village_head(text: str, person: Person, row: int) -> Post | None:
    """The office at the head of the first such row: told right above it, in a short line with no name."""
    heads = [post for post in person.before if serves_place(post.role) and person.low <= post.start < row]
    heads = [post for post in heads if post.plural or not post.definite]  # `Кметът награди:`
    if not heads:
        return _under_heads(text, row, person.low) or _under_villages(text, row)
    last = heads[-1]
    above = text[line_start(text, last.start) : line_stop(text, last.start)]
    if len(above) > _LONGEST_HEAD or above.rstrip(" ").endswith(".") or text[line_stop(text, last.start) : row].strip():
        return _under_heads(text, row, person.low) or _under_villages(text, row)
    post = next((it for it in heads if it.role.head == _MAYOR and it.start >= line_start(text, last.start)), last)
    return post._replace(start=row, stop=row, institution=None)


def _under_heads(text: str, row: int, low: int) -> Post | None:
    """The office of a village at the head of a column above the first row, also where each head has a line.

    Or the one in the plural that begins the line above, however long that is: `Наместници, назначени със ...`.
    """
    for number, (start, stop) in enumerate(islice(lines_above(text, row), _MOST_HEADS)):
        if stop < low or (number and stop - start > _LONGEST_HEAD):
            return None
        role = _office_over(text, start, stop)
        if role:
            return Post.headed(role, row)
    return None


def _office_over(text: str, start: int, stop: int) -> Role | None:
    """The office of a place with which a line `[start, stop)` begins."""
    role = role_at(role_words(text[start:stop].lstrip(ITEM_MARKS)[:_LONGEST_HEAD]), 0)
    if role is None or not serves_place(role) or (role.definite and stop - start > _LONGEST_HEAD):
        return None
    return role if role.plural or (not role.definite and stop - start < _LONGEST_VILLAGE) else None


def begins_villages(text: str, person: Person, row: int) -> bool:
    """Whether an office is told above a row that others have than those in the rows above that."""
    if any(serves_place(it.role) and it.start >= person.low for it in person.before):
        return True
    above = next(lines_above(text, row), None)
    role = _office_over(text, *above) if above else None
    return role is not None and role.plural


def first_village(post: Post, gap: str) -> str | None:
    """The village in the gap between the office of many and the first of them."""
    lead = _TO_FIRST.fullmatch(gap) if post.plural and serves_place(post.role) else None
    return lead["village"] if lead else None


def hall_post(scene: Scene, person: Person) -> Post | None:
    """The mayor whose town hall has the next cell or line, on a page of mayors: `А`, then `Кметство Долно Поле`."""
    stop = person.it.stop
    hall = scene.first_from(stop, stop + _NEAR)
    if hall is None or hall.kind != "institution" or not lower(hall.value or "").startswith(_HALL):
        return None
    text = scene.text
    begins = cell_start(text, person.front)
    if text[begins : person.front].strip(ITEM_MARKS) or text[hall.stop : cell_stop(text, hall.stop)].strip(" ,;."):
        return None
    if not _TO_HALL.fullmatch(text, stop, hall.start) or not 0 <= _mayors_at(text) < stop:
        return None
    role = role_whole(_MAYOR)
    return Post.headed(role, begins, hall.value) if role else None


def village_beside(scene: Scene, it: Candidate, front: int, post: Post) -> str | None:
    """The village or its town hall with a line or a cell of its own before or behind who serves it.

    Not the town that a municipality has its name of: the mayor there is that of the municipality.
    """
    if post.head not in _OF_VILLAGES or DEPUTY in post.name:
        return None
    at = post.start if post.start < front and not scene.text[post.stop : front].strip(_LABEL_ENDS) else front
    above, below = _village_before(scene, at), _village_behind(scene, it.stop)
    place = _first_of_two(scene, above, below) if above and below else above or below or _village_of_row(scene, front)
    return (scene.name_of(place) or scene.settlement(place, place.start)) if place else None


def _village_of_row(scene: Scene, front: int) -> Candidate | None:
    """The only village with a cell of its own in the row of a table: `А<TAB>0888 101 201<TAB>Долно Поле`."""
    text = scene.text
    begins, ends = line_start(text, front), line_stop(text, front)
    if ends - begins > _LONGEST_ROW:
        return None
    row = text[begins:ends]
    told: list[Candidate] = []
    at = begins
    for cell in row.split("\t" if "\t" in row else "|"):
        place = _only_village(scene, at, at + len(cell))
        told += [place] if place else []
        at += len(cell) + 1
    return told[0] if len(told) == 1 else None


def _village_before(scene: Scene, at: int) -> Candidate | None:
    """The village in the line above a line or in the cell before a cell that begins at an offset."""
    text = scene.text
    begins = cell_start(text, at)
    if text[begins:at].strip(ITEM_MARKS):
        return None
    if text[begins - 1 : begins] == "\t":
        return _only_village(scene, cell_start(text, begins - 1), begins - 1)
    return _only_village(scene, *words_above(text, at, most=_LINES))


def _village_in_line(scene: Scene, stop: int) -> Candidate | None:
    """The village that stands right behind a name in its line, with the sign of a village."""
    it = scene.first_from(stop, stop + _NEAR)
    if it is None or it.kind != "place" or not _TO_VILLAGE.fullmatch(scene.text, stop, it.start):
        return None
    return it if _SIGN.match(scene.text, it.start) and not _OF_NEXT.match(scene.text, it.stop) else None


def _village_behind(scene: Scene, stop: int) -> Candidate | None:
    """The village behind a name, in the line below its line or in the cell behind its cell."""
    text = scene.text
    if there := _village_in_line(scene, stop):
        return there
    ends = cell_stop(text, stop)
    if text[stop:ends].strip(" ,;:-"):
        return None
    if text[ends : ends + 1] == "\t":
        return _only_village(scene, ends + 1, cell_stop(text, ends + 1))
    return _only_village(scene, *words_below(text, ends, most=1))


def _only_village(scene: Scene, start: int, stop: int) -> Candidate | None:
    """The village or the town hall of one that is all of `[start, stop)`."""
    if not 0 < stop - start < _LONGEST_VILLAGE:
        return None
    it = scene.first_from(start, stop)
    if it is None or scene.text[it.stop : stop].strip(" ,;:."):
        return None
    if it.kind == "institution":
        return (
            it if lower(it.value or "").startswith(_HALL) and not scene.text[start : it.start].strip(_LEADS) else None
        )
    if scene.text[start : it.start].strip(_LEADS) or _TOWN.match(scene.text, start, stop):
        return None
    return it if f"община {lower(it.value or '')}" not in scene.municipalities else None


def _first_of_two(scene: Scene, above: Candidate, below: Candidate) -> Candidate | None:
    """Of the villages on both sides of a name its own, by whether a name or a village begins their list.

    None where they take turns for too long to see that.
    """
    seen = 0
    filled = ((start, stop) for start, stop in lines_above(scene.text, above.start) if stop > start)
    for seen, (start, stop) in enumerate(islice(filled, _FAR), 1):
        if seen % 2 and not _NAME.fullmatch(scene.text, start, stop):
            return above
        if not seen % 2 and _only_village(scene, start, stop) is None:
            return below
    if seen == _FAR:
        return None
    return below if seen % 2 else above


@lru_cache(maxsize=4)
def _mayors_at(text: str) -> int:
    """Where a page first tells of mayors; -1 for one that does not."""
    return lowered(text).find(_MAYORS)


def _under_villages(text: str, row: int) -> Post | None:
    """The mayor, where the line above the first row, or above the heads of the columns, is but `Кметства`."""
    above = words_above(text, row)
    if _HEADS.match(text, *above):
        above = words_above(text, above[0])
    role = role_whole(_MAYOR) if _VILLAGES.fullmatch(text, *above) else None
    return Post.headed(role, row) if role else None
