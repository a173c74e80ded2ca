"""Groups: people without an office whom a sentence tells together to be of one body.

`Отборът на СУ „Х“ в състав А, Б и В`, `трима ученици от ОУ „Х“: А, Б и В`, `А и Б от РИОСВ Х`; and whom it tells to
lead one: `начело на читалището е А`, `„Х“ ЕАД, представлявано от А`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from govarchive.link.offices.between import AND_NEXT
from govarchive.link.offices.bodies.owners import LEADERS
from govarchive.link.offices.bodies.words_behind import is_of_no_body_here
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.office_titles import front_of
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_party
from govarchive.link.units import COMPOSED
from govarchive.model import Candidate
from govarchive.names.roles.words import DEPUTY
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start
from govarchive.text.needles import holds

_TEAM = r"(?:отбор|тим|екип|делегация)(?:ът|а|та)?"
_PUPILS = r"(?:учени[кц]|студент|възпитани[кц]|състезател|дец|момче|момиче|доброволц|служител|самодей)[а-я]{0,6}"
# From such a word to the body: `Отборът на девойките от`, `трима ученици от`.
_TO_BODY = r"(?:[ ][\w-]+){0,7}?[ ](?:на|от)[ ]\"?\Z"
_OF_GROUP = re.compile(rf"(?<![а-я])(?:{_TEAM}|{_PUPILS}){_TO_BODY}", re.IGNORECASE)
_OF_TEAM = re.compile(rf"(?<![а-я]){_TEAM}{_TO_BODY}", re.IGNORECASE)
_TOWN = r"(?:,?[ ](?:(?:гр|с)\.[ ]?|-[ ]?)[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?)?"
# From the body to the first of the names.
_TO_FIRST = re.compile(rf"{_TOWN}(?:[ ]?[-:(][ ]?|,?[ ]{COMPOSED}[ ]?[:-]?[ ]?|[ ])")
# `Отборът на гимназията в състав`, `Състав на отбора:`.
_GENERAL = re.compile(
    rf"""(?<![а-я]){_TEAM}[ ]на[ ](?P<word>[а-я]{{4,}}(?:а|я|та|то))[ ,]{{1,2}}{COMPOSED}[ :-]{{1,3}}\Z
      | състав(?:ът)?[ ]на[ ](?P<team>отбора|тима)[ ]?[:-][ ]\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# What both end in before the marks, and how far before the name that begins.
_ENDS_GENERAL, _LONGEST_END = ("състав", "отбора", "тима"), 9
_FARTHEST = 160
# Who serves in any body, beside its head: `кметът на община Х А и главният счетоводител Б`.
_OF_ANY = frozenset({"счетоводител", "секретар", "юрисконсулт"})
# Whom a sentence tells to lead a body.
_AT_HEAD = re.compile(
    r"""начело[ ]на[ ](?P<word>[^.;:\n]{4,90}?)[ ](?:(?:днес|сега|вече|днес[ ]вече)[ ])?
    (?:е|са|бе|беше|стои|стоят|застава|застана|остава)[ ]\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LED_BY = re.compile(
    r"""(?P<word>[^.;:\n]{4,90}?),?[ ](?:се[ ](?:ръководи|оглавява|управлява)
    |(?P<both>представляван[аои]?(?:[ ]заедно)?)|(?:ръководен|управляван|оглавяван)[аои]?)
    [ ]от[ ](?:своя[ ]|своята[ ])?\Z""",
    re.VERBOSE,
)
# `ОУ „Х“ оглавява А`, and who came for a body: `За РИОСВ Х в разговора се включи А`.
_HEADED = re.compile(r"(?P<word>[^.;:\n]{4,90}?)[ ](?:(?:вече|днес|ще)[ ])?(?:оглавява|оглави|ръководи|управлява)[ ]\Z")
_CAME = re.compile(
    r"""(?:^|[.;:!?\n\"][ ]?)(?:За|От)[ ](?:страна[ ]на[ ]|името[ ]на[ ])?(?P<word>[^.;:\n]{4,110}?)[ ]
    (?:се[ ]включи|(?:участва|присъства)(?:ше)?|дойде|подписа|говори|взе[ ](?:участие|думата)|отговори)[ ]\Z""",
    re.VERBOSE | re.MULTILINE,
)
# Behind a name: `А, който оглавява библиотеката`.
_WHO_LEADS = re.compile(
    r""",[ ](?:който|която)[ ](?:(?:вече|днес|сега)[ ])?(?:оглавява|ръководи|управлява)[ ]\"?
    (?P<word>[а-я]{4,}(?![а-я]))?""",
    re.VERBOSE,
)
_LEADING = (" оглавява ", " оглави ", " ръководи ", " управлява ")
# A general word for a body, alone.
_WORD = re.compile(r"(?:[А-Яа-я]+(?:ата|ото|ия|ият)[ ])?[А-Яа-я]+")
# Before a body that a clause is not about, unless a comma ends it: `Делото срещу Х ръководи А`.
_ASIDE = re.compile(r"(?<!\w)(?:с|със|срещу|за|от|на|в|във|при|към|до|пред|между|чрез|и)[ ]\"?\Z", re.IGNORECASE)
_LONGEST_ASIDE = 10
# What such a sentence ends in before the name, and one of what it holds.
_TOLD: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (_AT_HEAD, (" е ", " са ", " бе ", " беше ", " стои ", " стоят ", "става ", " застана "), ("ачело на",)),
    (_LED_BY, (" от ", " своя ", " своята "), ("ръковод", "оглавя", "управля", "представляван")),
    (_HEADED, _LEADING, _LEADING),
    (_CAME, (" включи ", "ва ", "ваше ", " дойде ", " подписа ", "вори ", "участие ", "думата "), ("За ", "От ")),
)
_TOLD_ENDS = tuple(end for _, ends, _ in _TOLD for end in ends)
# Where the body begins right behind the words that lead to it.
_OPENED = frozenset({_AT_HEAD, _CAME})
_BODY = ("institution", "institution_inferred")
_NEXT = " и "
_NEXT_TO_SIGN = frozenset({_NEXT, ", "})
_MOST_WHO_SIGN, _TOGETHER = 12, "заедно"
_OF_TEAMS = frozenset({"капитан", "треньор"})


def body_of_group(scene: Scene, begins: int, front: int) -> str | None:
    """The body of the group whose first name begins at `front`, as its line tells from `begins` on."""
    text = scene.text
    body = scene.last_before(front)
    if body is not None and body.stop > begins and body.kind == "institution" and not is_party(body):
        floor = max(begins, body.start - _FARTHEST)
        if _TO_FIRST.fullmatch(text, body.stop, front) and _OF_GROUP.search(text, floor, body.start):
            return body.value
    if not _ends_general(text, begins, front):
        return None
    general = _GENERAL.search(text, max(begins, front - _FARTHEST), front)
    if general is None:
        return None
    named = scene.named(general["word"], front) if general["word"] else None
    return (scene.name_of(named) if named else None) if general["word"] else team_of(scene)


def _ends_general(text: str, begins: int, front: int) -> bool:
    """Whether `[begins, front)` ends as words do that tell of a group by a general word."""
    return lower(text[max(begins, front - _LONGEST_END) : front]).rstrip(" :-").endswith(_ENDS_GENERAL)


@lru_cache(maxsize=4)
def team_of(scene: Scene) -> str | None:
    """The only body of whose team a page tells."""
    if not holds(lowered(scene.text), ("отбор", "тим")):
        return None
    told = {
        it.value for it in scene.institutions if _OF_TEAM.search(scene.text, max(0, it.start - _FARTHEST), it.start)
    }
    return told.pop() if len(told) == 1 else None


def body_of_team(scene: Scene, post: Post) -> str | None:
    """The body whose team somebody leads or trains."""
    return team_of(scene) if post.head in _OF_TEAMS else None


def led_in_sentence(scene: Scene, person: Person) -> str | None:
    """The body that somebody is told to lead or represent, or to come for."""
    return _led_before(scene, person.low, person.front) or _led_behind(scene, person.it.stop)


def _led_before(scene: Scene, low: int, front: int) -> str | None:
    """The body told before a name that begins at `front`; the one before ends at `low`."""
    text = scene.text
    begins = max(low, line_start(text, front), front - _FARTHEST)
    if not text.endswith(_TOLD_ENDS, begins, front):
        return None
    for pattern, ends, held in _TOLD:
        if text.endswith(ends, begins, front) and holds(text[begins:front], held):
            found = pattern.search(text, begins, front)
            if found:
                return _body_in(scene, *found.span("word"), front, opens=pattern in _OPENED)
    return None


def _led_behind(scene: Scene, stop: int) -> str | None:
    """The body that somebody whose name ends at `stop` is told to lead: `А, който оглавява библиотеката`."""
    found = _WHO_LEADS.match(scene.text, stop)
    if found is None:
        return None
    body = scene.starting(found.end())
    if body and body.kind == "institution":
        return body.value
    return _body_in(scene, *found.span("word"), stop, opens=True) if found["word"] else None


def _body_in(scene: Scene, start: int, stop: int, at: int, *, opens: bool) -> str | None:
    """The body that a stretch is about: it `opens` it, else is the last of it; or a general word is all of that."""
    told = [it for it in scene.between(start, stop) if it.kind == "institution"]
    body = (told[0] if opens else told[-1]) if told else None
    if body is None:
        named = scene.named(scene.text[start:stop], at) if _WORD.fullmatch(scene.text, start, stop) else None
        return scene.name_of(named) if named else None
    if opens:
        is_about = not scene.text[start : body.start].strip(' "')
    else:
        aside = _ASIDE.search(scene.text, max(start, body.start - _LONGEST_ASIDE), body.start)
        is_about = aside is None or scene.text.startswith(",", stop)
    return body.value if is_about and not is_party(body) else None


def share_in_pairs(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Gives one of two whom a sentence tells together the body that it tells of the other."""
    _share_with_the_second(scene, people, posts)
    _share_with_the_next(scene, people, posts)
    _share_with_those_who_sign(scene, people, posts)


def _share_with_the_next(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Gives the second of two in offices of a kind the body of the first: `инспектор А и старши инспектор Б са там`."""
    for (one, first), (other, post) in pairwise(zip(people, posts, strict=True)):
        if "institution_inferred" not in one.details or (post and post.head in LEADERS):
            continue  # a body has one leader
        if not (first and post and first.head == post.head and first.start < one.start and post.start < other.start):
            continue
        if "institution" in other.details or scene.text[one.stop : post.start] != _NEXT:
            continue
        other.details |= {key: one.details[key] for key in _BODY}


def _share_with_those_who_sign(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Gives those without an office the body that the one before represents: `„Х“ ООД, представлявано от А, Б и В`."""
    for number, (one, post) in enumerate(zip(people, posts, strict=True)):
        led = _represents(scene.text, one.start) if "institution" in one.details else None
        if led is None:
            continue
        stop = max(one.stop, post.stop) if post else one.stop
        beside = slice(number + 1, number + _MOST_WHO_SIGN)
        for other in _who_sign_beside(scene.text, people[beside], posts[beside], stop, led.endswith(_TOGETHER)):
            if "institution" not in other.details:
                other.details |= {key: one.details[key] for key in _BODY if key in one.details}


def _who_sign_beside(
    text: str, people: Sequence[Candidate], posts: Sequence[Post | None], stop: int, together: bool
) -> Sequence[Candidate]:
    """Those without an office behind one who signs, up to whom `и` tells to be the last; else none.

    A comma alone may lead to another party, too: `представлявано от А, Б, наемател`; not where they sign together.
    """
    for number, (other, post) in enumerate(zip(people, posts, strict=True)):
        gap = text[stop : front_of(text, other.start)]
        if post is not None or gap not in _NEXT_TO_SIGN:
            return people[: number if together else 0]
        if gap == _NEXT:
            return people[: number + 1]
        stop = other.stop
    return people if together else ()


def _represents(text: str, start: int) -> str | None:
    """The words before a name that begins at `start` which tell that those behind them represent a body."""
    front = front_of(text, start)
    begins = max(line_start(text, front), front - _FARTHEST)
    found = _LED_BY.search(text, begins, front) if text.endswith(_TOLD[1][1], begins, front) else None
    return found["both"] if found else None


def _share_with_the_second(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Gives the first of two the body that is told behind the second: `А и Б от РИОСВ Х`, `инспекторите А и Б от Х`."""
    for number in range(len(people) - 1, 0, -1):
        one, other = people[number - 1], people[number]
        if posts[number - 1] is not posts[number] or scene.text[one.stop : other.start] != _NEXT:
            continue
        if _has_own(one, posts[number]) or scene.text.endswith(", ", 0, one.start):
            continue
        told = other.details.get("institution") if scene.text.startswith(" от ", other.stop) else None
        if told and "institution_inferred" not in other.details:
            one.details["institution"] = told
            one.details.pop("institution_inferred", None)


def _has_own(it: Candidate, post: Post | None) -> bool:
    """Whether somebody has a body that the page tells, or but a title that is an office."""
    told = "institution" in it.details and "institution_inferred" not in it.details
    return told or (post is None and "role" in it.details)


def with_same_body(scene: Scene, previous: tuple[Person, Post], person: Person, post: Post) -> Post:
    """`кмета на община X А и заместник-кмета Б`: two offices of a kind are of the same body."""
    other, first = previous
    same_office = post.head in (first.head, DEPUTY) or post.head in _OF_ANY
    same_office = same_office and not is_of_no_body_here(scene, post)
    told = max(other.it.stop, first.stop)
    begins = min(post.start, person.front)
    bare = not scene.text[post.stop : person.front].strip(" -") or post.start > person.it.stop
    if bare and same_office and told < begins and scene.text[told:begins].strip(" ,").lower() in AND_NEXT:
        return post._replace(institution=first.institution)
    return post
