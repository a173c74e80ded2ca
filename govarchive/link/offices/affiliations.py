"""Affiliations: the body that stands right beside a person.

`А от НИМ`, `А (НИМ)`, `А - Сдружение „Х“`, `За контакти: РИОСВ Х, инж. А, тел.` Behind a person with an office it
has to be of a kind that has such an office; beside one without, only a mark stands between, and the two are told by
themselves: they fill an item, a cell or a part of an enumeration.
"""

import re

from govarchive.link.label_words import is_listed
from govarchive.link.offices.between import ENDS
from govarchive.link.offices.offices_of import may_have
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_party
from govarchive.model import Candidate
from govarchive.text.layout import cell_start

_BEHIND = re.compile(r",?[ ]*(?:[а-я.]{2,8},?[ ]?)?(?:[ ]от[ ]{1,4}(?P<of>)|[ ]?[(/][ ]?|,[ ]?(?!и[ ])|-[ ])")
# What is told of a pupil or of who wins before the school: `, 6 г., `, ` от 7 клас на `, ` - ученичка в `.
_PUPIL = re.compile(
    r"""(?:[ ]?[,(-][ ]?[а-я]{4,20}(?:[ ][а-я]{2,15})?(?=[ ]?[,(-]))?              # `, народно пеене, 6 клас`
    (?: [ ]?[,(/-]?[ ]?(?:на[ ])?[0-9]{1,2}[ -]?(?:г\.|год\.?|години|г(?=[ ,)])|годишн[а-я]+)[ )/]*
      | [ ]?[,(/-]?[ ](?:от[ ]|в[ ])?(?:[0-9]{1,2}|[IVXІХ]{1,4})\.?-?(?:ми|ри|ти|ви|и)?[ ]?
        (?:\"?[а-еА-Е]\"?[ ])?(?:клас|кл\.|курс|група)[ )/]*
      | [ ]?[,(/-]?[ ](?:учени(?:к|чка)|студент(?:ка)?|възпитани(?:к|чка)|курсист(?:ка)?)(?![а-я]) ){1,3}
    (?:,[ ]?|-[ ]|[ ]-[ ]|[ ]?(?:от|на|в|във|при)[ ]|(?<=[ )/]))\"?""",
    re.VERBOSE,
)
_LONGEST_GAP = 60
# From a body to the person who is told to be of it.
_TO_PERSON = re.compile(r"[ ]?[-:,][ ]?|[ ]?\t[ ]?")
# What stands before such a body: nothing in its item, or what all of a list are told for.
_BEFORE = re.compile(r"[ 0-9.)*•\"-]*|(?:[^\n:;]{1,60}:|[^\n]*;)[ \"]*")
# Who came for a body: `1. За Община Х: А`, `от РИОСВ - А`.
_CAME_FOR = re.compile(r"[ 0-9.)*•\"-]*(?:За|ЗА|От|ОТ|за|от)[ ]\"?")
# Before a colon, who is on one side or gets a letter: another beside it is not of it.
_OF_PARTIES = re.compile(
    r"(?<![^\W_])(?:стран[аи]|ищ(?:ец|ци)|ответни(?:к|ци)|жалбоподатели?|заявители?|до)[ ]?:[ \"]*\Z", re.IGNORECASE
)
_LONGEST_PARTY = 20
# Who sits in a board is of any body: `Външни членове: А - ТУ Варна`.
_MEMBER = "член"


def body_behind(scene: Scene, it: Candidate, front: int, post: Post | None, high: int) -> str | None:
    """`А от НИМ`, `А - НИМ`, and behind a person with an office or in a list also `А (НИМ)`, `А, НИМ`.

    `front` is where the name begins, titles and all, `high` where the next one does.
    """
    start = post.stop if post and post.start > it.start else it.stop
    if scene.first_from(start, start + _LONGEST_GAP) is None:
        return None
    if pupil := _PUPIL.match(scene.text, it.stop, high) if post is None else None:
        school = scene.starting(pupil.end())
        return school.value if school and school.kind == "institution" else None
    match = _BEHIND.match(scene.text, start, high)
    body = scene.starting(match.end()) if match else None
    if match is None or body is None or body.kind != "institution":
        return None
    if is_party(body) and (post or match["of"] is None):
        return None  # who put a member forward
    if match["of"] is not None:
        return body.value
    if post is None and match.group().strip(" ") not in ("(", "/", "-") and not is_listed(scene.text, front):
        return None
    sits = post is not None and post.head == _MEMBER and post.start < front
    return body.value if ENDS.match(scene.text, body.stop) and (sits or may_have(scene, post, body)) else None


def body_beside(scene: Scene, it: Candidate, front: int, high: int) -> str | None:
    """The body before a person without an office: `Дирекция „Х“ - А`, `РИОСВ Х, инж. А, тел.`, not to a surname."""
    body = scene.last_before(front)
    if body is None or body.kind != "institution" or is_party(body):
        return None
    if " " not in scene.text[it.start : it.stop]:
        return None  # `Кремъл: Иванов, ...`
    if not _TO_PERSON.fullmatch(scene.text, body.stop, front) or not ENDS.match(scene.text, it.stop, high):
        return None
    begins = cell_start(scene.text, body.start)
    if _OF_PARTIES.search(scene.text, max(begins, body.start - _LONGEST_PARTY), body.start):
        return None
    came = _CAME_FOR.fullmatch(scene.text, begins, body.start) and not scene.text.startswith(",", body.stop)
    return body.value if came or _BEFORE.fullmatch(scene.text, begins, body.start) else None
