"""Owners: the body whose page it is, for an office that no body near by has.

It heads the page, or is told oftenest; a title names it, or it is the only municipality of the page.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from govarchive.link.offices.behind.boards import TRUSTEES
from govarchive.link.offices.behind.fields import GOVERNOR, serves_place
from govarchive.link.offices.bodies.directories import block_of
from govarchive.link.offices.bodies.offices_of import DOCTORS, has_no_units, may_have
from govarchive.link.offices.bodies.outsiders import (
    DEPUTY_MINISTER,
    OUTSIDERS,
    is_at_home,
    is_minister,
    is_outsider,
    words_of,
)
from govarchive.link.offices.bodies.pointing import is_of_visited
from govarchive.link.offices.bodies.told_most import told_most
from govarchive.link.offices.bodies.words_behind import leads_unit, words_behind
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.offices.trades import TRADES
from govarchive.link.scene import COMPANY, Scene, base_of, is_inner, kinds_of
from govarchive.link.towns import municipality_of
from govarchive.link.units import WARDS
from govarchive.model import Candidate
from govarchive.names.roles.gender import in_other_gender
from govarchive.names.roles.words import DEPUTY, SHORT_OFFICES, head_of
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, line_stop
from govarchive.text.sentences import sentence_around

HEADS = frozenset("директор директорка управител управителка началник ректор декан".split())
"""Who heads a body, so that `директорът` means that of the one just named."""

LEADERS = HEADS.union("кмет председател председателка началничка секретар секретарка".split())
"""Who leads a body or serves there, where the page is its own."""

_OF_ONE_KIND = frozenset("съветник ректор декан".split())
_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_ROW = 120
_FARTHEST = 700
# In small letters, and with what may not stand before it behind its first letter, so that the engine skips to that.
_VILLAGE = re.compile(r"с(?<!\wс)(?:\.|ело[ ])|к(?<!\wк)метств")
_STAFF = frozenset(
    "съветник директор секретар архитект счетоводител юрисконсулт управител председател кмет началник учител логопед "
    "психолог библиотекар уредник съдия прокурор лекар сестра деловодител касиер специалист експерт инспектор "
    "администратор учителка надзирател възпитател възпитателка фелдшер домакин готвач готвачка педагог екскурзовод "
    "фондохранител реставратор кинезитерапевт рехабилитатор лаборант санитар акушерка преподавател асистент завуч "
    "сътрудник сътрудничка счетоводителка библиотекарка секретарка уредничка служител служителка статистик докладчик "
    "деловодителка призовкар архивар говорител завеждащ методист заседател пресаташе хореограф диригент корепетитор "
    "тонрежисьор трудотерапевт хигиенист детегледач посредник настоятел консултант помощник "
    "пресслужител лесничей стражар епидемиолог".split()
).union(SHORT_OFFICES, DOCTORS)
_SERVING = LEADERS | _STAFF
_NO_OFFICES = OUTSIDERS | (TRADES - _STAFF)
# Those whose bodies are listed by kind, while others have them, too.
_OF_MANY_KINDS = frozenset("управител сестра лекар учител възпитател библиотекар детегледач".split())
_NEVER_OF = frozenset(
    "община район кметство област съд съвет комисия министерство прокуратура агенция събрание".split()
)
# General words that do not tell one kind of body from another.
_ANY_KIND = frozenset({TRUSTEES, "заведение"})
_OF_CULTURE = ("културния", "културната")  # institutes and institutions: libraries, theatres, museums
_MAYOR = "кмет"
_PROSECUTIONS = {
    "окръжен": "Окръжна прокуратура",
    "районен": "Районна прокуратура",
    "апелативен": "Апелативна прокуратура",
}
_OF_COURTS = "административен ръководител"
_MINISTRY = "Министерство"
_OF_ONE_BODY = (_OF_COURTS, DEPUTY_MINISTER)
# Offices that no other body of a town has.
_OF_TOWN_HALLS = frozenset({"главен архитект"})
_ADDRESSED = ("до ", "До ", "ДО ")
_OF_THEM = (" му ", " ѝ ", " й ", " им ")  # `треньорът ѝ А`
_OF_STAGE = frozenset({"актьор", "актриса"})  # on the page of a school, guests


def is_of_owner(scene: Scene, person: Person, post: Post, listed: bool) -> bool:
    """Whether an office with no body beside it is one of the body whose page this is.

    In prose only that of who leads it (`кметът А`), or one that no other kind of body has; a mayor in a list with
    villages is one of theirs.
    """
    if is_outsider(post, listed):
        return False
    front = person.front
    at = min(post.start, front)
    if _of_seat(scene, post):
        return True
    if post.head == _MAYOR and DEPUTY not in post.name:
        is_own = not post.plural or _has_years(scene.text, front)
        of_all = base_of(words_behind(scene, post)) == "община"  # whatever villages the sentence tells of others
        return is_own and (
            of_all or not _tells_village(scene.text, *sentence_around(scene.text, at, max(at, post.stop)))
        )
    of_one_body = post.name.startswith(_OF_ONE_BODY) or post.name.endswith(GOVERNOR)
    if listed or post.plural or of_one_body or is_minister(post):
        return True
    if scene.text.endswith("при ", 0, post.start):
        return True  # `при секретар А` of a court
    if leads_unit(scene, post):
        return True
    if post.head == _MAYOR:
        return post.definite or len(scene.municipalities) == 1
    return " на " not in post.name and _is_of_prose(scene, person, post)


def _tells_village(text: str, start: int, stop: int) -> bool:
    """Whether `[start, stop)` tells of a village."""
    marks = _villages_in(text)
    first = bisect_left(marks, start)
    return first < len(marks) and marks[first] < stop


@lru_cache(maxsize=4)
def _villages_in(text: str) -> Sequence[int]:
    """Where a page tells of a village, in order; looked for once, as every line of a page may name a mayor."""
    return [it.start() for it in _VILLAGE.finditer(lowered(text))]


def _is_of_prose(scene: Scene, person: Person, post: Post) -> bool:
    """Whether an office in prose is one of the body whose page it is."""
    if (post.definite and post.head in LEADERS) or post.head in _OF_ONE_KIND:
        return True
    # `отчета прочете счетоводителят А`, `А, главен счетоводител, отговори`
    serves = (post.definite or post.head in _SERVING) and not scene.text.startswith(_OF_THEM, post.stop)
    begins, ends = sentence_around(scene.text, post.start, post.stop)
    # What stands before another name or behind the next is of those.
    begins = max(begins, person.low) if person.low <= post.start else begins
    return serves and _is_alone(scene, post, begins, min(ends, person.high))


def _has_years(text: str, front: int) -> bool:
    """Whether a year stands in the line of a name: `1991 - 1995 А`."""
    start, stop = max(line_start(text, front), front - _ROW), min(line_stop(text, front), front + _ROW)
    return _YEAR.search(text, start, stop) is not None


def _is_alone(scene: Scene, post: Post, start: int, stop: int) -> bool:
    """Whether `[start, stop)` names no other body that may have an office than those the page is of.

    `От 1998 г. директор е А` below `ДГ „Х“`.
    """
    own = [it for it in scene.owners if may_have(scene, post, it)] or _only_told(scene, post)
    owners = {_spelt_out(it) for it in own}
    told = (it for it in scene.between(start, stop) if it.kind == "institution" and may_have(scene, post, it))
    return bool(owners) and all(_spelt_out(it) in owners or is_inner(it.value or "") for it in told)


def _only_told(scene: Scene, post: Post) -> list[Candidate]:
    """The body told oftenest, on a page with no owner at its head, for who serves such; not to whom a letter goes."""
    most = told_most(scene, post) if post.head in _SERVING and not serves_place(post.role) else None
    return [most] if most and not scene.text.endswith(_ADDRESSED, 0, most.start) else []


def _spelt_out(it: Candidate) -> str:
    """The name of a body in small letters, with what the abbreviation that it begins with stands for."""
    value, short = it.value or "", it.details.get("short", "")
    is_short = short and value.startswith(short) and "full" in it.details
    return lower(it.details["full"] + value[len(short) :] if is_short else value)


@lru_cache(maxsize=8)  # all the people of a list have one office
def owner_of(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    """The body whose page this is, for those of its staff named in a list, a table or a signature."""
    if is_outsider(post, listed):
        return None
    at_home = is_at_home(post, listed)
    articled = post.definite or (post.plural and scene.text.endswith("те", post.role.start, post.role.stop))
    serves = not _STAFF.isdisjoint(words_of(post.name)) or (articled and _is_known_office(post))
    if not (listed or at_home or post.name.startswith(_OF_COURTS) or serves):
        return _around_unit(scene, post)
    body = _meant(scene, post) or _around_unit(scene, post) or _likeliest(scene, post, listed)
    if body is None or not may_be_meant(scene, post, body) or is_of_visited(scene, post, body):
        return None
    return body if not at_home or _is_ministry_of(post, body, listed) else None


def _around_unit(scene: Scene, post: Post) -> Candidate | None:
    """The body whose page it is, for who leads one of its units."""
    owner = next(iter(scene.owners), None) if leads_unit(scene, post) else None
    return owner if owner and scene.is_known(owner) and not has_no_units(owner) else None


def _is_known_office(post: Post) -> bool:
    """Whether an office is one of the list, and neither a trade nor somebody's deputy."""
    both = post.head, in_other_gender(post.head)
    is_trade = post.head in _OF_STAGE or not _NO_OFFICES.isdisjoint(both)
    return head_of(post.head) is not None and not is_trade


def _likeliest(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    """The body whose page it is by the surest of what tells it."""
    body = _of_seat(scene, post) or _at_head(scene, post, listed) or _told_before(scene, post)
    body = (
        body
        or told_most(scene, post)
        or _municipality(scene, post)
        or (_of_another_kind(scene, post) if listed else None)
    )
    return _only_region(scene) if body is None and post.name.endswith(GOVERNOR) else body


# One office after the other asks it of the same page.
@lru_cache(maxsize=1)
def _only_region(scene: Scene) -> Candidate | None:
    """The region of which a page tells, where it is one alone."""
    regions = [it for it in scene.bodies if it.kind == "place" and (scene.name_of(it) or "")[:6].lower() == "област"]
    return regions[0] if len({it.value for it in regions}) == 1 else None


def _is_ministry_of(post: Post, body: Candidate, listed: bool) -> bool:
    """Whether a minister told on a page is that of its body: those of others come to see this one, too."""
    name = body.value or ""
    return (listed or name.startswith(_MINISTRY)) and lower(post.name.partition(" на ")[2]) in lower(name)


def _of_seat(scene: Scene, post: Post) -> Candidate | None:
    """The only prosecution of the page that a prosecutor leads by the office: `окръжният прокурор А`."""
    seat, _, head = post.role.name.rpartition(" ")
    kind = _PROSECUTIONS.get(seat.rpartition(" ")[2]) if head == "прокурор" else None
    return scene.only(kind) if kind else None


def _municipality(scene: Scene, post: Post) -> Candidate | None:
    """The only municipality of which a page tells, if but as a place, for one of its offices: `зам.-кмет`."""
    return municipality_told(scene) if post.head == _MAYOR or post.name in _OF_TOWN_HALLS else None


def municipality_told(scene: Scene) -> Candidate | None:
    """The only municipality of which a page tells, or that of its council."""
    return next(iter(scene.municipalities.values())) if len(scene.municipalities) == 1 else _of_council(scene)


# One office after the other asks it of the same page.
@lru_cache(maxsize=1)
def _of_council(scene: Scene) -> Candidate | None:
    """The municipality of the only council that a page tells with its town, where it names no municipality."""
    councils = {told: it for it in scene.institutions if (told := municipality_of(it.value or ""))}
    if scene.municipalities or len(councils) != 1:
        return None
    name, council = next(iter(councils.items()))
    return replace(council, value=name, details={})


def _meant(scene: Scene, post: Post) -> Candidate | None:
    """The body that the page has named and a general word behind the office means: `Секретари на общината: А`."""
    words = words_behind(scene, post)
    kind = base_of(words)
    named = scene.named(words, post.start) if kind and not is_inner(kind) else None
    if named is None and kind == "община":
        return _of_council(scene)
    return named if named and scene.name_of(named) else None


def may_be_meant(scene: Scene, post: Post, body: Candidate) -> bool:
    """Whether a body is of the kind that the words behind the office tell: `директор на градската библиотека`."""
    lead, _, word = words_behind(scene, post).rpartition(" ")
    kind = "" if lead.endswith(_OF_CULTURE) else base_of(word)
    return not kind or kind in _ANY_KIND or is_inner(kind) or kind in WARDS or kind in kinds_of(scene.text, body)


def _at_head(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    """The owner of the page with such an office, as its head tells it, or that of the block of a directory."""
    if not scene.owners:
        return None
    # One with a line of its own below the office may head the next list.
    first, *others = [body for body in scene.owners if body.start < post.start] or scene.owners
    known = [body for body in others if kinds_of(scene.text, body)]  # an abbreviation below may be of anything
    owner = next((body for body in (first, *known) if may_have(scene, post, body)), None)
    return block_of(scene, owner, post.start) if owner and listed else owner


def _of_another_kind(scene: Scene, post: Post) -> Candidate | None:
    """The only owner of the page for one of its staff who is told in a list, though the table has no such kind."""
    other = post.head in _OF_MANY_KINDS and not post.name.endswith(GOVERNOR)
    owner = scene.owners[0] if len(scene.owners) == 1 and other else None
    kinds = kinds_of(scene.text, owner) if owner else frozenset()
    return owner if kinds and kinds.isdisjoint(_NEVER_OF) else None


def _told_before(scene: Scene, post: Post) -> Candidate | None:
    """The last body before an office with an article of who heads one: `в двора на ОУ „Х“ ... Директорката А`."""
    if not post.definite or post.head not in HEADS:
        return None
    told = (it for it in reversed(scene.between(max(0, post.start - _FARTHEST), post.start)) if scene.is_known(it))
    known = (it for it in told if it.kind == "institution" and not kinds_of(scene.text, it) <= COMPANY)
    return next((it for it in known if may_have(scene, post, it)), None)
