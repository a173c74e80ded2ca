"""Units: those who serve in a department of the body whose page it is are of that body.

`уредник А` below `Отдел „Археология“` on the page of a museum, `началник отдел „Контрол“ А` on that of an inspectorate:
the museum and the inspectorate, inferred; the unit is told beside it. Where the page has no such owner, or the sentence
itself names another body, the unit is all that is known.
"""

import re
from functools import lru_cache
from itertools import islice

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.boards import LEAD_UNITS
from govarchive.link.offices.between import ENDS
from govarchive.link.offices.bodies.affiliations import body_beside
from govarchive.link.offices.bodies.directories import block_of
from govarchive.link.offices.bodies.offices_of import has_no_units
from govarchive.link.offices.bodies.owners import municipality_told
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, base_of, is_inner, kinds_of
from govarchive.link.titles import is_of_press
from govarchive.link.told import told_as_own
from govarchive.link.units import BY_LAW, DESKS, PARTS, WARDS
from govarchive.model import Candidate
from govarchive.names.lexicon import is_place
from govarchive.text.fold import lower
from govarchive.text.layout import line_stop
from govarchive.text.sentences import sentence_around

_NOUNS = frozenset(
    (*PARTS, *WARDS, *DESKS, "кабинет", "факултет", "деканат", "фондохранилище", "каса", "школа", "кухня")
) - frozenset(
    ("управление", "библиотека", "бюро", "клон", "офис", "пункт")  # which are bodies, or of one that is not the page's
)
# With a name in quotes they are firms.
_MAY_BE_FIRMS = frozenset(("клиника", "лаборатория", "аптека", "школа"))
# A directorate with a territory is a body of its own, as is a school for those who have left school.
_OWN = (
    *("Областна дирекция", "Регионална дирекция", "Районна дирекция", "Териториална дирекция", "Столична дирекция"),
    *("Басейнова дирекция", "Висша школа", "Полувисша школа"),
)
# At a border every service has its own people: police, customs, veterinary surgeons.
_POSTS = ("ГКПП", "Граничен контролно-пропускателен пункт")
# What only bodies of one kind have: a court its register of the convicted, any with branches its head office.
_OF_ONE_KIND = ("Бюро „Съдимост“", "Бюро съдимост", "Централно управление", "Централна администрация")
# One with a town is, too: `Дирекция „Държавен архив“ – Видин`.
_SEATED = re.compile(r"^Дирекция[ ].*[ ][-–][ ]?[А-Я]")
# The body of which a unit is told to be by its own name: `Клиника по хирургия към МБАЛ „Х“`.
_OUTER = re.compile(r"(?P<own>(?:[^„]|„[^“]*“){4,}?)[ ](?:към|при|на|в)[ ](?P<outer>[А-Я].*)")
_WORD = re.compile(r"[а-я]{4,}", re.IGNORECASE)
# Between a unit and the body behind it, and behind one that leads to somebody else.
_TO_OUTER = re.compile(r"\"?(?:[ ]?[,(/\t-][ ]?|[ ])(?:(?:в|във|към|при|на)[ ])?")
_TO_NEXT = re.compile(r"[ ]?[:-][ ]?[А-Я]")
# Behind the noun of such a unit, or before it as adjectives: `Хирургично отделение`, `Отделение по хирургия`.
_MOST_ADJECTIVES = 3


@lru_cache(maxsize=512)
def is_unit(value: str) -> bool:
    """Whether a body is but a unit of another.

    >>> is_unit("отдел „Архив“"), is_unit("Детско отделение"), is_unit("Областна дирекция „Земеделие“ – Видин")
    (True, True, False)
    >>> is_unit("Школа по балет"), is_unit("Басейнова дирекция „Планински район“"), is_unit("Дирекция „Архив“ – Видин")
    (True, False, False)
    >>> is_unit("Исторически факултет на Софийския университет")
    True
    """
    if is_inner(value) or value.startswith(_POSTS) or value in _OF_ONE_KIND:
        return True
    if value.startswith(_OWN) or BY_LAW.search(value) or _SEATED.search(value):
        return False
    own, quote, _ = _parts(value)[0].partition("„")
    words = {it.group().lower() for it in islice(_WORD.finditer(own.partition(" по ")[0]), _MOST_ADJECTIVES + 1)}
    nouns = _NOUNS & words
    return bool(nouns) and not (quote and nouns <= _MAY_BE_FIRMS) and not any(map(base_of, words - nouns))


def _parts(value: str) -> tuple[str, str]:
    """The name of a unit and that of the body around it, if its own name tells one; a town is none."""
    found = _OUTER.fullmatch(value)
    return (found["own"], found["outer"]) if found and not is_place(found["outer"]) else (value, "")


def settle_unit(scene: Scene, person: Person, post: Post | None) -> None:
    """Puts the owner of the page in the place of a unit that is the institution of a person.

    Who leads the unit would seem to lead the body, so the role keeps it: `началник отдел „Х“` of `Община У`.
    """
    details = person.it.details
    if "institution" not in details:
        return
    unit = details["institution"]
    own, outer = _parts(unit) if is_unit(unit) else ("", "")
    beside = _told_outer(scene, person, post, unit) if own and not outer else None
    if outer:
        details |= {"unit": own, "institution": normalise(outer)}
    elif beside:
        details |= {"unit": unit, "institution": beside}
    elif own and (owner := _outer_of(scene, person, post, unit)):
        details |= {"unit": unit, "institution": owner, "institution_inferred": True}
    led = (post and post.head in LEAD_UNITS and (post.unit or post.institution)) or ""
    led = own if outer and led == unit else led
    if is_unit(led) and details["institution"] != led and lower(led) not in lower(details.get("role", "")):
        details["role"] += f" {led if led[:2].isupper() else led[0].lower() + led[1:]}"


def _told_outer(scene: Scene, person: Person, post: Post | None, unit: str) -> str | None:
    """The body of somebody in a unit that the line tells in front of the name, or behind the unit."""
    outer = body_beside(scene, person.it, person.front, person.high)
    if outer is None and post and post.start >= person.it.stop:
        ends = min(line_stop(scene.text, person.it.stop + 1), person.high)
        told = next((it for it in scene.between(person.it.stop, ends) if it.value == unit), None)
        lead = _TO_OUTER.match(scene.text, told.stop if told else post.stop, ends)
        body = scene.starting(lead.end()) if lead else None
        closes = body is not None and ENDS.match(scene.text, body.stop) and not _TO_NEXT.match(scene.text, body.stop)
        outer = (body.value if body.kind == "institution" else scene.name_of(body)) if body and closes else None
    return None if outer is None or is_unit(outer) else outer


def _outer_of(scene: Scene, person: Person, post: Post | None, unit: str) -> str | None:
    """The owner of the page, for somebody of one of its units in whose sentence no other body stands."""
    start, stop = person.front, person.it.stop
    if post:
        start, stop = min(start, post.start), max(stop, post.stop)
    # Its press office signs below, and its address stands there.
    told_by = [it for it in scene.owners if it.start < start or is_of_press(scene.text, it.start)]
    owners = (it for it in (*told_by, *scene.at_foot) if kinds_of(scene.text, it))
    owner = next((it for it in owners if not is_unit(it.value or "")), None) or _likeliest(scene)
    if owner and has_no_units(owner):
        owner = municipality_told(scene)
    if owner is None:
        return None
    whose = scene.name_of(block_of(scene, owner, start))
    begins, ends = sentence_around(scene.text, start, stop)
    told = scene.between(begins, min(ends, person.high))  # what stands behind the next one is of that one
    own = range(post.start, post.stop) if post else ()  # `директор на дирекция „Х“ и секретар на МКБППМН`
    bodies = (it.value or "" for it in told if it.kind == "institution" and it.start not in own)
    known = {lower(unit), lower(whose or "")}
    return whose if all(lower(it) in known or is_unit(it) for it in bodies) else None


def _likeliest(scene: Scene) -> Candidate | None:
    """The only municipality of a page that has no owner at its head, else the body that it tells oftenest."""
    if len(scene.municipalities) == 1:
        return next(iter(scene.municipalities.values()))
    often = [(count, it) for count, it in told_as_own(scene) if not is_unit(it.value or "")][:2]
    return often[0][1] if often and (len(often) == 1 or often[0][0] > often[1][0]) else None
