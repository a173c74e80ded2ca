"""Pointing words: whose an office is by what stands before it, a pronoun or a group that has no name.

`ученици от Х и техните ръководители А и Б` are all of Х; who presides `жури с председател А` presides not over the body
whose page it is.
"""

import re

from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, base_of, is_party, kinds_of
from govarchive.model import Candidate
from govarchive.names.roles.words import DEPUTY
from govarchive.text.layout import line_start
from govarchive.text.sentences import sentence_around

_THEIR = re.compile(r"(?<![а-я])(?:техн|негов|нейн|сво)[а-я]{1,4}[ \n](?:[а-я]+[ ]){0,2}\Z")
_OF_THEM = (" им ", " му ", " й ", " ѝ ", " си ")
_LONGEST = 24
_BEHALF, _FOR_IT, _FARTHEST = "т името на ", re.compile(r"(?<!\w)[Оо]т името на \Z"), 200
# Groups that meet for one thing, with who leads them; boards are of the body that has them.
_GROUP = re.compile(
    r"(?<![а-я])(?:комитет|жури|комисия|щаб|група|делегация|отбор|отряд|клуб)"
    r"(?:а|ът|та|то)?,?[ ](?:с|със|под[ ]ръководството[ ]на)[ ]\Z",
    re.IGNORECASE,
)
_GROUP_ENDS, _LONGEST_GROUP = ("с ", "С ", "а ", "А "), 48
# Where people come, with who leads them there.
_GUIDES = frozenset("директор директорка управител управителка ректор декан".split())
_VISITED = re.compile(
    r"(?<!\w)(?:музея|музеят|галерията|библиотеката|читалището|театъра|театърът|училището|гимназията|градината|яслата"
    r"|болницата|университета|университетът)(?!\w)"
)


def pointed_at(scene: Scene, post: Post, front: int) -> Candidate | None:
    """The last body of the sentence before an office that is told to be of it: `и техните учители А и Б`."""
    text = scene.text
    if spoken := _on_behalf(scene, post):
        return spoken
    if post.name.startswith(DEPUTY) or not is_theirs(text, post, front):
        return None  # of a deputy it points to whose deputy that is
    begins, _ = sentence_around(text, post.start, post.stop)
    bodies = (it for it in reversed(scene.between(begins, post.start)) if it.kind == "institution")
    return next((it for it in bodies if not is_party(it) and may_have(scene, post, it)), None)


def is_theirs(text: str, post: Post, front: int) -> bool:
    """Whether a pronoun tells that an office is of somebody told before: `техните учители`, `учителката им`."""
    if post.start < front and text.startswith(_OF_THEM, post.stop):
        return True
    # It may have been read as an adjective of the office.
    floor = max(0, post.start - _LONGEST)  # also in the line above, where a line is broken
    noun = max(text.rfind(blank, floor, post.role.stop) for blank in " \n") + 1
    return _THEIR.search(text, floor, noun) is not None


def _on_behalf(scene: Scene, post: Post) -> Candidate | None:
    """The last body of the sentence before an office, where one speaks for it: `От името на Х поднесе А, експерт`."""
    floor = max(line_start(scene.text, post.start), post.start - _FARTHEST)
    if _BEHALF not in scene.text[floor : post.start]:
        return None
    begins, _ = sentence_around(scene.text, post.start, post.stop)
    bodies = [it for it in scene.between(begins, post.start) if it.kind == "institution"]
    spoken = bool(bodies) and _FOR_IT.search(scene.text, begins, bodies[-1].start)
    return bodies[-1] if spoken and may_have(scene, post, bodies[-1]) else None


def is_of_visited(scene: Scene, post: Post, body: Candidate) -> bool:
    """Whether who leads a body is told to lead one of another kind: `А от РИОСВ влезе в музея, където директорът Б`."""
    if not post.definite or post.head not in _GUIDES:
        return False
    near = 0 <= post.start - body.stop < _FARTHEST
    begins = body.stop if near else sentence_around(scene.text, post.start, post.stop)[0]
    told = _VISITED.findall(scene.text, begins, post.start)
    kind = base_of(told[-1]) if told else ""
    return bool(kind) and kind not in kinds_of(scene.text, body)


def leads_group(text: str, post: Post) -> bool:
    """Whether an office is told to be that of who leads a group with no name: `жури с председател А`."""
    if not text.endswith(_GROUP_ENDS, 0, post.start):
        return False
    floor = max(line_start(text, post.start), post.start - _LONGEST_GROUP)
    return _GROUP.search(text, floor, post.start) is not None
