"""In sentences: the body that the line before an office tells, and so whose it is.

The one that somebody represents (`„Х“ ООД, представлявано от управителя А`), that gets somebody (`Х има нов началник -
А`) or elects (`Х избра А за председател`), or the last of the sentence with such an office.
"""

import re
from collections.abc import Iterator

from govarchive.link.offices.between import AND_NEXT
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.owners import HEADS, LEADERS
from govarchive.link.offices.bodies.pointing import is_of_visited
from govarchive.link.offices.posts import Post
from govarchive.link.scene import COMPANY, Scene, kinds_of
from govarchive.model import Candidate
from govarchive.text.layout import line_start
from govarchive.text.sentences import sentence_around

_RANK = r"(?:(?:гл|ст|мл|инж|адв)\.\s)?(?:комисар|инспектор)?\s?"
_SUBJECT = re.compile(
    rf"представлява(?:н[оаи]?|ше|т|ха)?\s(?:от|заедно от)\s(?:своя\s|своята\s)?{_RANK}$|в лицето на(?: своя)?\s{_RANK}$"
)
# `представлявана от А - кмет и Б - главен счетоводител`: another who represents the same party, in the same sentence.
_BESIDE_ANOTHER = re.compile(
    r"""(?: представлява(?:н[оаи]?|ше|т|ха)?\s(?:заедно\s)?от | в\sлицето\sна )\s (?: [^\n;.] | (?<![а-я]{4})\. ){5,120}
    (?: \sи | , | \sзаедно\sс(?:ъс)? )\s$""",
    re.VERBOSE,
)
_LONGEST_PARTY = 170
# `От страна на Община Х участва заместник-кметът А`
_ON_BEHALF = re.compile(r"(?i:от)[ ](?:страна(?:та)?|името)[ ]на[ ]$")
_LONGEST_BEHALF = 16
# Between a body and the office of whom it gets.
_HAS = re.compile(r"[ ](?:вече[ ]|отново[ ])?(?:(?:си[ ])?има|избра|получи)[ ](?:си[ ])?(?:нов[а-я]{0,2}[ ])?$")
_TO_HAS = re.compile(r"(?:[ ]?\([^()\n]{2,20}\))?(?:[ ]?(?:-|,|в|във)[ ][А-Я][\w-]+(?:[ ][А-Я][\w-]+)?)?")
_SENTENCE_END = re.compile(r"[.!?…;\n](?:(?<=\n)|(?:(?<=[^\W_]{3}[.!?…;])|(?<=[А-Я]{2}[.!?…;]))\"?[ ]+(?=[^\W_]))")
_ELECTS = "избра"
_ELECTED = LEADERS | {"президент", "вицепрезидент", "касиер", "член"}
_FARTHEST_ELECTION = 400
# Before the body that elects, also where another is told behind it: `събрание на Х в сградата на У`.
_MEETS = re.compile(
    r"(?:събрание|заседание|конференция|конгрес|сбирка|ръководство)(?:то|та|а|ът)?[ ]на[ ]\"?\Z", re.IGNORECASE
)
_LONGEST_MEETING = 20
OF = re.compile(r"(?<![^\W_])(?:на|в|във|от|към|при|до|с|със|за)[ ]$")
"""Before a body that is told in passing."""


def body_in_sentence(scene: Scene, post: Post, at: int, line: int, low: int) -> Candidate | None:
    """The body that the line which begins at `line` tells before an office or before the name in front of it.

    Either begins at `at`; the name before ends at `low`.
    """
    return (
        _subject(scene, at, line)
        or _that_has(scene, post, line)
        or (_in_line(scene, post, line, low) if at == post.start else None)
        or _that_elects(scene, post, at, line)
    )


def _subject(scene: Scene, at: int, line: int) -> Candidate | None:
    """The party that a person represents: the last body of the paragraph."""
    before = scene.text[max(line, at - _LONGEST_PARTY) : at]
    if not before[-1:].isspace() or not (_SUBJECT.search(before[-40:]) or _BESIDE_ANOTHER.search(before)):
        return None
    return next(bodies_of_line(scene, at, line), None)


def _that_has(scene: Scene, post: Post, line: int) -> Candidate | None:
    """The body that gets whoever is told: `РИОСВ - Х има нов директор - А`; not its name in brackets."""
    has = _HAS.search(scene.text, max(line, post.start - 20), post.start)
    near = list(bodies_of_line(scene, has.start(), line)) if has else []
    for body in near[:2]:
        if has and _TO_HAS.fullmatch(scene.text, body.stop, has.start()):
            return body if may_have(scene, post, body) else None
    return None


def _that_elects(scene: Scene, post: Post, at: int, line: int) -> Candidate | None:
    """The last body with such an office before whoever is elected, in that sentence or the one before it."""
    begins, ends = sentence_around(scene.text, at, post.stop)
    if post.head not in _ELECTED or _ELECTS not in scene.text[begins:ends]:
        return None
    near = bodies_of_line(scene, at, max(line, begins - _FARTHEST_ELECTION))
    told = [it for it in near if scene.is_known(it) and may_have(scene, post, it)]
    meets = (it for it in told if _MEETS.search(scene.text, max(0, it.start - _LONGEST_MEETING), it.start))
    return next(meets, told[0] if told else None)


def _in_line(scene: Scene, post: Post, line: int, low: int) -> Candidate | None:
    """The last body of the line with such an office: `РИК - Х заседава. Председател: А`, `поздрави ги директорът А`."""
    body = _last_of_line(scene, post, line, low)
    return body if body and (_is_label(scene, post, line) or _is_meant(scene, post, body, low)) else None


def likely_in_line(scene: Scene, post: Post, low: int) -> Candidate | None:
    """The same where the line does not say so: a sentence ends between, or somebody else stands there.

    `ОУ „Х“ празнува. Гостите посрещна директорът А`; not a firm, whose work alone such a line tells.
    """
    body = _last_of_line(scene, post, line_start(scene.text, post.start), low)
    return body if body and not kinds_of(scene.text, body) <= COMPANY else None


def _last_of_line(scene: Scene, post: Post, line: int, low: int) -> Candidate | None:
    """The last body of the line before an office, where whoever has that may be of it."""
    label = _is_label(scene, post, line)
    if post.plural or not (post.definite or post.head in LEADERS or label):
        return None
    body = next((it for it in bodies_of_line(scene, post.start, line) if scene.is_known(it)), None)
    if body is None:
        return None
    spoken = max(line, body.start - _LONGEST_BEHALF), body.start
    if not label and not (post.definite and (post.head in HEADS or _ON_BEHALF.search(scene.text, *spoken))):
        sentence = _SENTENCE_END.search(scene.text, body.stop, post.start + 1) is None
        if not sentence or post.head not in LEADERS:
            return None
    has = may_have(scene, post, body) and not is_of_visited(scene, post, body)
    return body if has and not _is_told_aside(scene, post, body, low) else None


def _is_label(scene: Scene, post: Post, line: int) -> bool:
    """Whether an office stands within its line as a label: `Заседание. Председател: А`."""
    return scene.text[post.stop : post.stop + 1] == ":" and line < post.start


def _is_meant(scene: Scene, post: Post, body: Candidate, low: int) -> bool:
    """Whether an office is of a body of its sentence; one with an article behind a name only where `и` joins them."""
    if _SENTENCE_END.search(scene.text, body.stop, post.start + 1):
        return False
    return not post.definite or low <= body.stop or scene.text[low : post.start].strip(" ,").lower() in AND_NEXT


def _is_told_aside(scene: Scene, post: Post, body: Candidate, low: int) -> bool:
    """Whether a body is named in passing, on the page of one with such an office: in a sentence before, of another."""
    owner = next(iter(scene.owners), None)
    if owner is None or not may_have(scene, post, owner):
        return False
    ended = body.stop < low or _SENTENCE_END.search(scene.text, body.stop, post.start + 1) is not None
    return ended and OF.search(scene.text, max(0, body.start - 6), body.start) is not None


def bodies_of_line(scene: Scene, at: int, line: int) -> Iterator[Candidate]:
    """The institutions between the start of the line and an offset in it, the nearest first."""
    return (it for it in reversed(scene.between(line, at)) if it.kind == "institution" and it.stop <= at)
