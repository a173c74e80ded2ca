"""Owners: the body whose page it is, for an office that no body near by has.

It heads the page, or is told oftenest; a title names it, or it is the only municipality of the page.
"""

import re
from functools import lru_cache

from govarchive.link.offices.directories import block_of
from govarchive.link.offices.fields import GOVERNOR
from govarchive.link.offices.offices_of import may_have
from govarchive.link.offices.posts import Post
from govarchive.link.offices.tail_boards import TRUSTEES
from govarchive.link.scene import Scene, base_of, is_inner, kinds_of
from govarchive.model import Candidate
from govarchive.names.role_words import DEPUTY, SHORT_OFFICES
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop
from govarchive.text.sentences import sentence_around

HEADS = frozenset("директор директорка управител управителка началник ректор декан".split())
"""Who heads a body, so that `директорът` means that of the one just named."""

LEADERS = HEADS.union("кмет председател председателка началничка секретар секретарка".split())
"""Who leads a body or serves there, where the page is its own."""

_OF_ONE_KIND = frozenset("съветник ректор декан".split())
_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_ROW, _PARAGRAPH = 120, 2000
_VILLAGE = re.compile(r"(?<!\w)(?:с\.|село[ ]|кметств)", re.IGNORECASE)
_STAFF = frozenset(
    "съветник директор секретар архитект счетоводител юрисконсулт управител председател кмет началник учител логопед "
    "психолог библиотекар уредник съдия прокурор лекар сестра деловодител касиер специалист експерт инспектор "
    "администратор учителка надзирател възпитател възпитателка фелдшер домакин готвач готвачка педагог екскурзовод "
    "фондохранител реставратор кинезитерапевт рехабилитатор лаборант санитар акушерка преподавател асистент завуч "
    "сътрудник сътрудничка счетоводителка библиотекарка секретарка уредничка служител служителка статистик докладчик "
    "деловодителка призовкар архивар говорител завеждащ методист заседател пресаташе хореограф диригент корепетитор "
    "тонрежисьор трудотерапевт хигиенист детегледач посредник настоятел".split()
).union(SHORT_OFFICES)
# Those who serve a body and not its work, so that any has its own.
_OF_HOUSE = frozenset("счетоводител счетоводителка юрисконсулт деловодител деловодителка касиер касиерка".split())
# Those whose bodies are listed by kind, while others have them, too.
_OF_MANY_KINDS = frozenset("управител сестра лекар учител възпитател библиотекар детегледач".split())
_NEVER_OF = frozenset(
    "община район кметство област съд съвет комисия министерство прокуратура агенция събрание".split()
)
# General words that do not tell one kind of body from another.
_ANY_KIND = frozenset({TRUSTEES, "заведение"})
_GENERAL = re.compile(r"[ ]на[ ][а-я]{4,}(?![а-я])")
_OF = " на"
_OF_CULTURE = ("културния", "културната")  # institutes and institutions: libraries, theatres, museums
_MINISTER, _CHAIR, _MAYOR = "министър", "председател", "кмет"
_PROSECUTIONS = {
    "окръжен": "Окръжна прокуратура",
    "районен": "Районна прокуратура",
    "апелативен": "Апелативна прокуратура",
}
_OF_COURTS, _DEPUTY_MINISTER = "административен ръководител", "заместник-министър"
_MINISTRY = "Министерство"
_OF_ONE_BODY = (_OF_COURTS, _DEPUTY_MINISTER)
# Offices that no other body of a town has.
_OF_TOWN_HALLS = frozenset({"главен архитект"})
# Who is named in the lists of a body without being of it, but for the ministers of a ministry.
_OUTSIDERS = frozenset(
    "депутат министър президент премиер посланик кандидат представител участник гост гражданин лауреат родител "
    "наблюдател редактор репортер фотограф комисар "
    "адвокат лице нотариус журналист писател поет художник композитор собственик наемател купувач "
    "възложител автор водач представляващ съставител лектор общественик краевед "
    "търговец земеделец производител пенсионер партия коалиция ищец ответник застъпник дарител спонсор "
    "победител доброволец жител ученик студент пациент читател посетител спортист състезател ветеран пострадал "
    "свидетел певец певица борец футболист волейболист шампион свещеник ходжа имам".split()
)
_OF_STAGE = frozenset({"главен", "художник"})  # of a theatre, a town


def is_of_owner(scene: Scene, post: Post, front: int, listed: bool) -> bool:
    """Whether an office with no body beside it is one of the body whose page this is.

    In prose only that of who leads it (`кметът А`), or one that no other kind of body has; a mayor in a list with
    villages is one of theirs.
    """
    if not _is_of_staff(post, listed):
        return False
    at = min(post.start, front)
    if _of_seat(scene, post):
        return True
    if post.head == _MAYOR and DEPUTY not in post.name:
        line = slice(line_start(scene.text, at), line_stop(scene.text, max(at, post.stop)))
        return (not post.plural or _has_years(scene.text, front)) and not _VILLAGE.search(scene.text[line])
    if listed or post.plural or post.name.startswith(_OF_ONE_BODY) or _is_minister(post):
        return True
    if scene.text.endswith("при ", 0, post.start):
        return True  # `при секретар А` of a court
    if post.head == _MAYOR:
        return post.definite or len(scene.municipalities) == 1
    return " на " not in post.name and _is_of_prose(scene, post)


def _is_of_prose(scene: Scene, post: Post) -> bool:
    """Whether an office in prose is one of the body whose page it is."""
    if (post.definite and post.head in LEADERS) or post.head in _OF_ONE_KIND:
        return True
    if (post.definite or post.head in _OF_HOUSE) and post.head not in LEADERS:
        # `отчета прочете счетоводителят А`, `А, главен счетоводител, отговори`
        return _is_alone(scene, post, *sentence_around(scene.text, post.start, post.stop))
    line = max(line_start(scene.text, post.start), post.start - _PARAGRAPH)
    stop = min(line_stop(scene.text, post.stop), post.stop + _PARAGRAPH)
    return post.head in LEADERS | _STAFF and _is_alone(scene, post, line, stop)


def _has_years(text: str, front: int) -> bool:
    """Whether a year stands in the line of a name: `1991 - 1995 А`."""
    start, stop = max(line_start(text, front), front - _ROW), min(line_stop(text, front), front + _ROW)
    return _YEAR.search(text, start, stop) is not None


def _is_alone(scene: Scene, post: Post, start: int, stop: int) -> bool:
    """Whether `[start, stop)` names no other body that may have an office than those the page is of.

    `От 1998 г. директор е А` below `ДГ „Х“`.
    """
    owners = {it.value for it in scene.owners if may_have(scene, post, it)}
    told = (it for it in scene.between(start, stop) if it.kind == "institution" and may_have(scene, post, it))
    return bool(owners) and all(it.value in owners for it in told)


def owner_of(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    """The body whose page this is, for those of its staff named in a list, a table or a signature."""
    if (post, listed) not in scene.owner_of:
        scene.owner_of[post, listed] = _owner_of(scene, post, listed)
    return scene.owner_of[post, listed]


def _owner_of(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    if not _is_of_staff(post, listed):
        return None
    body = _meant(scene, post) or _likeliest(scene, post, listed)
    if body is None or not _may_be_meant(scene, post, body):
        return None
    return body if not _is_at_home(post, listed) or _is_ministry_of(post, body, listed) else None


def _is_of_staff(post: Post, listed: bool) -> bool:
    """Whether an office is one that the owner of a page may have, by its words: not a deputy's or a painter's."""
    words = _words(post.name)
    at_home = _is_at_home(post, listed)
    if not (at_home or _OUTSIDERS.isdisjoint(words) or words >= _OF_STAGE):
        return False
    return listed or at_home or post.name.startswith(_OF_COURTS) or not _STAFF.isdisjoint(words)


def _is_at_home(post: Post, listed: bool) -> bool:
    """Whether an office is that of a minister on the page of a ministry."""
    own = listed or _DEPUTY_MINISTER in post.name or _is_minister(post)
    words = _words(post.name)
    return own and _MINISTER in words and _CHAIR not in words


def _is_minister(post: Post) -> bool:
    """Whether an office is that of the minister told of before: `Министърът А откри`."""
    return post.definite and post.name == _MINISTER


@lru_cache(maxsize=512)
def _words(office: str) -> frozenset[str]:
    """The words of an office, those of women as of men, too: `управителка`."""
    words = office.replace("-", " ").split()
    return frozenset((*words, *(it.removesuffix("ка") for it in words)))


def _likeliest(scene: Scene, post: Post, listed: bool) -> Candidate | None:
    """The body whose page it is by the surest of what tells it."""
    body = _of_seat(scene, post) or _at_head(scene, post, listed) or _told_most(scene, post)
    body = body or _municipality(scene, post) or (_of_another_kind(scene, post) if listed else None)
    return scene.only_region if body is None and post.name.endswith(GOVERNOR) else body


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
    alone = len(scene.municipalities) == 1 and (post.head == _MAYOR or post.name in _OF_TOWN_HALLS)
    return next(iter(scene.municipalities.values())) if alone else None


def _meant(scene: Scene, post: Post) -> Candidate | None:
    """The body that the page has named and a general word behind the office means: `Секретари на общината: А`."""
    words = _words_behind(scene, post)
    named = scene.named(words, post.start) if base_of(words) and not is_inner(base_of(words)) else None
    return named if named and scene.name_of(named) else None


def _may_be_meant(scene: Scene, post: Post, body: Candidate) -> bool:
    """Whether a body is of the kind that the words behind the office tell: `директор на градската библиотека`."""
    lead, _, word = _words_behind(scene, post).rpartition(" ")
    kind = "" if lead.endswith(_OF_CULTURE) else base_of(word)
    return not kind or kind in _ANY_KIND or is_inner(kind) or kind in kinds_of(scene.text, body)


def _words_behind(scene: Scene, post: Post) -> str:
    """The words that tell whose an office is, also where it is that of a list."""
    general = _GENERAL.match(scene.text, post.role.stop)
    words = scene.text[post.role.stop : max(post.stop, general.end()) if general else post.stop]
    return lower(words[len(_OF) :].lstrip()) if lower(words).startswith(_OF) else ""


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


def _told_most(scene: Scene, post: Post) -> Candidate | None:
    """The body of the only name with such an office, or that told oftenest, on a page with no owner at its head."""
    if post.name not in scene.told_most:
        alike = [(count, it) for count, it in scene.told_often if may_have(scene, post, it)][:2]
        sure = (bool(alike) and alike[0][0] != alike[-1][0]) or len(alike) == 1
        scene.told_most[post.name] = alike[0][1] if sure else None
    return scene.told_most[post.name]
