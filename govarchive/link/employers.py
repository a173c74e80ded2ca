"""Employers: whose an office is where its own phrase does not say it.

The body stands right beside the person (`А от НИМ`, `Община Х, кмет А`), is the subject of the sentence (`„Х“ ООД,
представлявано от управителя А`), heads the list (`Хирургично отделение` above `Началник: А`), or owns the page: the
first body with a line of its own, of a kind that has such an office.
"""

import re

from govarchive.link.posts import Post
from govarchive.link.scene import Scene, is_inner, kinds_of
from govarchive.model import Candidate
from govarchive.text.layout import cell_start, line_start, line_stop, lines_above

_BEHIND = re.compile(r",?[ ]*(?:[а-я.]{2,8},?[ ]?)?(?:[ ]от[ ](?P<of>)|[ ]?\(|,[ ]?(?!и[ ])|-[ ])")
_BESIDE = re.compile(r"[ ]*(?:,|:|-|\()?[ ]*(?:с[ ])?")
_ENDS = re.compile(r"[ ]*(?:[,;.)\n\t]|$|и[ ]|-[ ])")
_HEADED = re.compile(r"[ ]*:[ ]*")
_SUBJECT = re.compile(r"представляван[оаи]?\s(?:от|заедно от)\s(?:своя\s|своята\s)?$|в лицето на(?: своя)?\s$")
_DIVISION = re.compile(r"[А-Я][а-я]+(?:[ ][а-я]+)*[ ](?:отделение|звено)|(?:Отделение|Клиника|Звено)[ ][^:;]{3,60}")
_LABELS = re.compile(r"(?i)тел\.?|факс|gsm|[0-9 .)(/*•:+-]")
_LINES_UP = 7
# Which bodies have such an office; any has those that are not listed.
_BODIES_OF = {
    "кмет": frozenset({"община", "кметство", "район"}),
    "председател": frozenset(
        "съд съвет комисия комитет читалище колегия палата агенция съюз сдружение асоциация събрание фондация клуб "
        "организация дружество".split()
    ),
    "началник": frozenset("управление отделение служба участък затвор арест митница инспекторат дирекция".split()),
    "управител": frozenset("дом дружество болница област фирма предприятие център банка стопанство".split()),
    "съветник": frozenset({"съвет"}),
    "ректор": frozenset({"университет", "академия"}),
    "декан": frozenset({"факултет"}),
    "министър": frozenset({"министерство"}),
}
_NOT_OF = {
    "директор": frozenset("община съд съвет министерство кметство комисия прокуратура събрание парламент".split()),
    "секретар": frozenset("кметство училище гимназия градина".split()),
}
# Who leads a body, so that `директорът` means the one just named.
_HEADS = frozenset("директор управител управителка директорка ректор".split())
_STAFF = frozenset(
    "съветник директор секретар архитект счетоводител юрисконсулт управител председател кмет началник".split()
)


def employer(scene: Scene, it: Candidate, post: Post | None, high: int) -> str | None:
    """The institution of a person whose office, if any, does not name it; None where the page does not tell."""
    behind = _behind(scene, it, post, high)
    if behind or post is None:
        return behind
    rules = (_in_front, _subject, _in_line, _above, _owner)
    found = next((found for rule in rules if (found := rule(scene, post, it))), None)
    return scene.name_of(found) if isinstance(found, Candidate) else found


def _behind(scene: Scene, it: Candidate, post: Post | None, high: int) -> str | None:
    """`А от НИМ`, and behind a person with an office also `А (НИМ)`, `А, НИМ`."""
    start = post.stop if post and post.start > it.start else it.stop
    if scene.first_from(start, high + 1) is None:
        return None
    match = _BEHIND.match(scene.text, start, high)
    body = scene.starting(match.end()) if match else None
    if match is None or body is None or body.kind != "institution":
        return None
    if match["of"] is not None:
        return body.value
    if (post is None and match.group()[-1] != "(") or body.details.get("type") == "партия":
        return None
    return body.value if _ENDS.match(scene.text, body.stop) and _may_have(scene, post, body) else None


def _in_front(scene: Scene, post: Post, it: Candidate) -> Candidate | None:
    """`Община Х, кмет А`; `Съвет на директорите: А (председател), Б`."""
    body = scene.last_before(post.start)
    if body is None or body.kind != "institution" or not _may_have(scene, post, body):
        return None
    if _BESIDE.fullmatch(scene.text, body.stop, post.start):
        return body
    headed = _HEADED.match(scene.text, body.stop, post.start)
    same_line = "\n" not in scene.text[body.stop : post.start]
    return body if headed and same_line and cell_start(scene.text, body.start) == body.start else None


def _subject(scene: Scene, post: Post, it: Candidate) -> Candidate | None:
    """The party that a person represents: the last body of the paragraph."""
    start = line_start(scene.text, post.start)
    before = scene.text[max(start, post.start - 40) : post.start]
    if not before[-1:].isspace() or not _SUBJECT.search(before):
        return None
    return next((it for it in reversed(scene.institutions) if start <= it.start and it.stop <= post.start), None)


def _in_line(scene: Scene, post: Post, it: Candidate) -> Candidate | None:
    """The last body of the line with such an office: `РИК - Х заседава. Председател: А`, `поздрави ги директорът А`."""
    start = line_start(scene.text, post.start)
    label = scene.text[post.stop : post.stop + 1] == ":" and start < post.start
    if not label and not (post.definite and post.head in _HEADS):
        return None
    near = (body for body in reversed(scene.institutions) if start <= body.start and body.stop <= post.start)
    body = next((body for body in near if kinds_of(scene.text, body) and not is_inner(body.value or "")), None)
    return body if body and _may_have(scene, post, body) else None


def _above(scene: Scene, post: Post, it: Candidate) -> Candidate | str | None:
    """The body that heads the lines in which a person and the office stand."""
    at = min(post.start, it.start)
    if not _is_listed(scene.text, at):
        return None
    for number, (start, stop) in enumerate(lines_above(scene.text, at)):
        line = scene.text[start:stop].strip(" :")
        if number >= _LINES_UP or not line:
            return None
        body = scene.starting(start + scene.text[start:stop].find(line[:1]))
        if body and body.kind == "institution" and body.stop >= stop - 2:
            return body if _may_have(scene, post, body) else None
        if _DIVISION.fullmatch(line):
            return line
    return None


def _owner(scene: Scene, post: Post, it: Candidate) -> Candidate | None:
    """The body whose page this is, for those at its head named in a list, a table or a signature."""
    at = min(post.start, it.start)
    if not (_STAFF & set(post.name.replace("-", " ").split())) or not (post.plural or _is_listed(scene.text, at)):
        return None
    return next((body for body in scene.owners if _may_have(scene, post, body)), None)


def _is_listed(text: str, at: int) -> bool:
    """Whether an office or a name begins a line or a cell, in a line too short for prose."""
    begins = cell_start(text, at)
    head = _LABELS.sub("", text[begins:at]) if begins < at else ""
    return not head or (len(head) < 60 and "\t" in text[line_start(text, at) : line_stop(text, at)])


def _may_have(scene: Scene, post: Post | None, body: Candidate) -> bool:
    """Whether a body of this kind has such an office."""
    kinds = kinds_of(scene.text, body)
    if post is None or not kinds:
        return True
    head = post.head.removesuffix("ка")
    bodies = _BODIES_OF.get(head)
    if bodies is not None:
        return bool(bodies & kinds)
    return not kinds <= _NOT_OF.get(head, frozenset())
