"""Reached people: who is told without an office, with a telephone, a room, hours or a desk, and is of the page's owner.

`Манипулационна: А, вътр. 214`, `КАТ - регистрация: 8.30 - 12.00, А`, `В касата (А, тел. 841 234)` on the page of a
hospital, a theatre, a school. A town hall tells the telephones of all who live or trade there, so it is no such owner.
"""

import re

from govarchive.link.offices.bodies.directories import block_of
from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.staff_lists import is_line_of_staff
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.scene import Scene, kinds_of
from govarchive.model import Candidate
from govarchive.text.layout import line_start, line_stop
from govarchive.text.sentences import sentence_around

_LOCAL = frozenset("община район кметство област съвет комисия министерство съюз сдружение асоциация".split())
_NUMBER = (
    r"(?:[+(]?0[0-9]{1,4}[)]?[ /-]{0,3}[0-9][0-9 /-]{3,9}[0-9]|(?<![0-9.])[0-9]{2,3}[ -][0-9]{2}[ -][0-9]{2}(?![0-9.]))"
)
_CALLED = r"(?:(?:тел|вътр|каб|стая|факс|моб|gsm)(?![а-яa-z])[ .:]*[0-9(+]|[\w.-]{2,30}@)"
_HOURS = r"[0-9]{1,2}[.:][0-9]{2}[ ]?(?:ч\.?)?[ ]?(?:-|до)[ ]?[0-9]{1,2}[.:][0-9]{2}"
_REACHED = re.compile(rf"{_NUMBER}|{_CALLED}|{_HOURS}", re.IGNORECASE)
# One of these is in all of them.
_SIGN = re.compile("[0-9@(+]")
# Of the next line, below a name that ends its own.
_BELOW = re.compile(rf"[ ]*(?:служ\.?|телефон|за контакти)?[ :]*(?:{_REACHED.pattern})", re.IGNORECASE)
# Where somebody serves by what stands behind the name: `А от човешки ресурси`, `А, „Човешки ресурси“`, `Б (логистика)`.
_AT_DESK = re.compile(
    r"""(?:[ ]?[,/(-][ ]?|[ ]-[ ]|[ ](?:от|в)[ ])(?:(?:отдел|сектор|служба|звено)(?:а|ът|та|то)?[ ])?\"?
    (?:човешки[ ]ресурси|личен[ ]състав|логистика|деловодство(?:то)?|счетоводство(?:то)?|каса(?:та)?|рецепция(?:та)?
      |регистратура(?:та)?|канцелария(?:та)?|архив(?:а|ът)?|връзки[ ]с[ ]обществеността|протокол(?:[ ]и[ ][а-я ]{5,40})?
      |пресцентър(?:а|ът)?|обществени[ ]поръчки|информационно[ ]обслужване|компютърно[ ]обслужване)
    \"?(?=[ ]*(?:[,.;)/\n]|и[ ]|-[ ]|\Z))""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 160
# Who has a telephone or an hour there and is not of the body.
_PRIVATE = re.compile(
    r"""(?<!\w)(?: собствени|родител|учени|студент|гост|дарител|спонсор|пациент|купувач|наемател|нотариус|адвокат
      |участни|състезател|победител|клас(?!\w)|точки|места?(?!\w)|лв\.|жител|пострадал|майстор|издирва|водач|автор|фирма
      |управител|хижа|вила|къща|с\.|село|гр\.|кв\.|бл\.
      |(?:сигнал|жалба|молба|искане)[ ](?:от|на)[ ]|дело(?!\w)|гр\.[ ]?д\.|починал|продава|превозвач|пункт(?!\w)
      |концерт|спектакъл|представлени|премиер|изложб|лекци|мач(?!\w) )""",
    re.IGNORECASE | re.VERBOSE,
)
# Before whoever took a picture, or in whose archive it is: `Снимки: А (архив)`.
_PICTURE = re.compile(r"(?<!\w)(?:снимк|фото|илюстраци)[^\n]*\Z", re.IGNORECASE)
_LONGEST_PICTURE = 40


def body_reached(scene: Scene, person: Person) -> str | None:
    """The owner of the page, for a person without an office who can be reached there or is told at one of its desks."""
    at_desk = _AT_DESK.match(scene.text, person.it.stop, person.high) is not None
    begins, ends = line_start(scene.text, person.front), line_stop(scene.text, person.it.stop)
    # Most of the people of an article are told by their words alone.
    in_row = ends - begins <= _LONGEST and _is_reached(scene, person, begins, ends)
    if not (at_desk or in_row):
        return None
    owner = next((it for it in scene.owners if scene.is_known(it)), None)
    if owner is None or owner.start > person.front:
        return None
    of_desk = at_desk and _is_of_desk(scene, person, owner)
    if not (of_desk or (in_row and kinds_of(scene.text, owner).isdisjoint(_LOCAL))):
        return None
    return scene.name_of(block_of(scene, owner, person.front))


def _is_of_desk(scene: Scene, person: Person, owner: Candidate) -> bool:
    """Whether the desk behind a name stands in a sentence of no other body."""
    start, stop = person.front, person.it.stop
    if _PICTURE.search(scene.text, max(person.low, start - _LONGEST_PICTURE), start):
        return False
    begins, ends = sentence_around(scene.text, start, stop)
    told = scene.between(begins, min(ends, person.high))
    return all(it.value == owner.value or is_unit(it.value or "") for it in told if it.kind == "institution")


def _is_reached(scene: Scene, person: Person, begins: int, ends: int) -> bool:
    """Whether the line `[begins, ends)` of a name, or the next, tells how to reach whoever it is of."""
    text, front, stop = scene.text, person.front, person.it.stop
    next_stop = line_stop(text, min(ends + 1, len(text)))
    if not _SIGN.search(text, begins, next_stop):
        return False
    low, high = max(begins, person.low), min(ends, person.high)
    below = stop + 3 > ends and _BELOW.match(text, ends + 1, next_stop)
    if not (below or _REACHED.search(text, stop, high) or _REACHED.search(text, low, front)):
        return False
    if _PRIVATE.search(text, begins, ends) or not is_line_of_staff(scene, begins, front, ends):
        return False
    return all(it.kind != "place" for it in scene.between(begins, ends))
