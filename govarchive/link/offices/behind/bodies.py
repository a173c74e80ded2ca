"""The body that an office is of, where it follows: `кмет на община Х`, `член на УС на фондация Х`."""

import re
from typing import NamedTuple

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.fields import ACTS, serves_place, straight
from govarchive.link.offices.between import ENDS
from govarchive.link.scene import Scene, base_of, is_inner, is_party
from govarchive.model import Candidate
from govarchive.names.roles.phrase import Role
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_stop

_NEAR = 70
"""How far behind a role its institution may begin, in characters."""

_TO = re.compile(
    r"""
    (?: (?P<of> [ \n]+(?i:на|в|във|към|при|от)[ \n]+ ) (?P<firm> \"[^\"\n]{2,60}\"[ \n](?:ЕООД|ООД|ЕАД|АД)(?![А-Яа-я])
            | [А-Я]{2,5}[ ]?\"[^\"\n]{2,60}\" )?                    # ОП "Чистота": of a kind that no list has
      | (?P<comma> [ ]*,[ ]*\n?[ ]* )
      | (?P<line> [ ]*\n[ ]* )
      | [ ]*(?:-[ ]*|\()? )
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"(?:(?i:гр\.|с\.|град|село|партия|коалиция)|(?:гр|с|ПП|КП|МК)(?=[ ]))?[ ]*")
_INNER = re.compile(
    r"(?!квот|лист|груп)"
    r"(?:[а-я]+|[А-Я][а-я]+|[А-Я]{2,5})(?:[ ](?:-[ ])?(?:[а-я]+|[А-Я]{2,5}|[А-Я][а-я]+(?=[ ]към[ ]))){0,5}"
    r"(?:[ ]\([А-Я]{2,5}\))?[ ](?i:на|в|във|към|при)[ \n]+"
)
# `готвач на вечерята стана директорът на Х`: another clause begins with whom it is about.
_SUBJECT = re.compile(r"(?:[^\W_](?:ът|ят)|[ ](?:е|са|бе|стана))[ ]")
# It has a chairman of its own: `председател на комисията по Х към Общински съвет У`.
_COMMISSION = "комисия"
# A unit before its town, and what leads on from that.
_UNIT = re.compile(r"(?:[А-Я]{2,6}|[А-Я][а-я]+но[ ](?:отделение|звено|бюро)|[Фф]илиал(?:а|ът)?)[ ](?:-[ ])?")
_WITH_TOWN = re.compile(r"[ ](?:към|при|на)[ ]")
_DIVISION = re.compile(r"(?:отделение|колегия|състав|камара)[ ]\w+[ \n]+$", re.IGNORECASE)
_OUTER = re.compile(r"[ ](?:в|във|към|при)[ ]")
_TO_SIGN = " :.…_/("
# `директори на Немската гимназия и на Х`: Х is that of the second.
_OTHER = re.compile(r"[ ]и[ ](?:на|в|във|към|при)[ ]$")
_AND_ANOTHER = re.compile(r"[ ]и[ ](?:на|в|във|при)[ ](?:[0-9]|[А-Я])")
_MORE_PLACES = re.compile(r"(?:,|[ ]и)[ ](?:(?:гр|с)\.[ ]?)?[А-Я]|[ ]?[-:]")
# Before a body whose kind or adjective no rule reads: `фондация „`, `частен `.
_KIND = re.compile(r'(?P<kind>[а-я]+)[ ]?"')
_ADJECTIVE = re.compile(r"(?:[а-я]{3,}(?:ия|ият|ата|ото|ен|на|но|ски|ска|ско|ов|ова)|къща)[ ]")
_WITHIN = frozenset({"в", "във", "към", "при", "от"})
_BOARD_OF = re.compile(r"(?:У[СН]|СД|Управителен съвет|Съвет на директорите)[ ]на[ ]")
# `секретар на Х и председател на Y`: the body is that of the second.
_NEXT_OFFICE = re.compile(r"[ ]и[ ](?:председател|секретар|директор|член|кмет|ръководител|управител)")


class Tail(NamedTuple):
    """What follows an office: words that belong to its name, its institution, and whether more may come."""

    words: str
    institution: str | None
    stop: int
    goes_on: bool
    unit: str | None = None


def body_behind(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The institution right behind, or behind an inner part of it: `на УС на фондация Х`."""
    match = _TO.match(scene.text, at, limit)
    if match is None:
        return None
    begin = match.end("of") if match["of"] else match.end()
    if match["firm"] and not _is_read(scene, begin, match):
        return Tail("", straight(match["firm"]).strip(), match.end(), goes_on=False)
    it = scene.first_from(begin, min(limit, begin + _NEAR))
    if it is None or (it.kind == "place" and not match["of"] and not _serves(scene, role, at, it)):
        return None
    between = scene.text[begin : it.start]
    if _NEXT_OFFICE.search(between):
        return None
    if _MARK.fullmatch(between):
        return _body_at_once(scene, role, match, it, limit)
    if between == '"' and match["of"] and scene.text.startswith('"', it.stop):
        tail = _body_at_once(scene, role, match, it, limit)
        return tail and tail._replace(stop=it.stop + 1)
    return _farther(scene, begin, it, between) if match["of"] else None


def _farther(scene: Scene, begin: int, it: Candidate, between: str) -> Tail | None:
    """A body or a town behind more than what leads to it."""
    if it.kind == "place":
        return _unit_of_town(scene, begin, it) if _UNIT.fullmatch(between) else None
    return _told_with(scene, begin, it, between) or _part_of(scene, begin, it, between)


def _unit_of_town(scene: Scene, begin: int, town: Candidate) -> Tail | None:
    """A unit with its town: `началник на РПС Троян`; the body to which it belongs where that is told.

    `ръководител на ТО - Троян към РП Х`.
    """
    outer = _WITH_TOWN.match(scene.text, town.stop)
    body = scene.starting(outer.end()) if outer else None
    if body and body.kind == "institution":
        return _part_of(scene, begin, body, scene.text[begin : body.start])
    return Tail("", straight(scene.text[begin : town.stop]).strip(), town.stop, goes_on=False)


def _is_read(scene: Scene, begin: int, match: re.Match[str]) -> bool:
    """Whether what stands in quotes behind an office is a body that the page has, with its form."""
    body = scene.starting(begin)
    return body is not None and (match["firm"][-1] == '"' or body.stop >= match.end())


def _serves(scene: Scene, role: Role, at: int, place: Candidate) -> bool:
    """Whether somebody serves a place by the office, or in a unit of the town hall: `началник отдел „Х“, община У`."""
    return serves_place(role) or (at > role.stop and scene.name_of(place) is not None)


def _part_of(scene: Scene, begin: int, it: Candidate, between: str) -> Tail | None:
    """A body behind an inner part of it, which belongs to the office, or to the name of a court."""
    if not _INNER.fullmatch(between) or _OTHER.search(between) or _SUBJECT.search(between):
        return None
    if _DIVISION.search(between):
        whole = " ".join(scene.text[begin : it.stop].split())
        return Tail("", whole, it.stop, goes_on=False)
    *words, to = between.split()
    if not ACTS.isdisjoint(words):
        return None
    part = " ".join(words)
    if any(base_of(word) == _COMMISSION for word in words):
        return Tail("", f"{normalise(part)} {to} {it.value}", it.stop, goes_on=False)
    return Tail(straight(f" на {part}"), it.value, it.stop, goes_on=False)


def _told_with(scene: Scene, begin: int, it: Candidate, between: str) -> Tail | None:
    """A body with the word for what it is, or an adjective, before its name."""
    kind = _KIND.fullmatch(between)
    base = base_of(kind["kind"]) if kind else ""
    if base and scene.text.startswith('"', it.stop):
        return Tail("", f"{base} „{it.value}“", it.stop + 1, goes_on=False)
    if _ADJECTIVE.fullmatch(between) and base_of((it.value or "").partition(" ")[0]):
        return Tail("", straight(scene.text[begin : it.stop]).strip(), it.stop, goes_on=False)
    return None


def _body_at_once(scene: Scene, role: Role, match: re.Match[str], it: Candidate, limit: int) -> Tail | None:
    """A body with nothing but what leads to it between an office and its name."""
    if it.kind == "institution" and is_inner(it.value or ""):
        within = match["of"] and lower(match["of"].strip()) in _WITHIN
        return Tail("", it.value, it.stop, goes_on=True) if within else None
    if is_party(it) and match["of"] and match["of"].strip() == "от":
        return Tail("", None, it.stop, goes_on=False)  # who put a councillor forward
    board = _BOARD_OF.match(it.value or "")
    if board and match["of"]:
        return Tail(f" на {board.group()[:-4]}", (it.value or "")[board.end() :], it.stop, goes_on=False)
    if not match["of"] and (is_party(it) or not _stands_free(scene, match, role, it)):
        return None  # `председател, ПП „Х“`: who put him forward
    if role.plural and _AND_ANOTHER.match(scene.text, it.stop):
        return Tail("", None, it.stop, goes_on=False)
    name, stop = _with_outer(scene, it, limit)
    if name is None and serves_place(role) and not (role.plural and _MORE_PLACES.match(scene.text, it.stop)):
        name = scene.settlement(it, match.end("of") if match["of"] else match.end())
    return Tail("", name, stop, goes_on=False)


def _with_outer(scene: Scene, it: Candidate, limit: int) -> tuple[str | None, int]:
    """The name of a body, with the larger one it belongs to (`Комисията по Х в НС`), and where it ends."""
    match = _OUTER.match(scene.text, it.stop, limit) if it.kind == "institution" else None
    outer = scene.starting(match.end()) if match else None
    if match is None or outer is None or outer.kind != "institution":
        return scene.name_of(it), it.stop
    return " ".join(f"{it.value}{match.group()}{scene.text[outer.start : outer.stop]}".split()), outer.stop


def _stands_free(scene: Scene, match: re.Match[str], role: Role, it: Candidate) -> bool:
    """Whether a body behind a comma or in the next line is the office's own: it ends there, and the line is its own."""
    if not match["comma"] and not match["line"]:
        return True
    if role.plural or not ENDS.match(scene.text, it.stop):
        return False
    own_line = not scene.text[it.stop : line_stop(scene.text, it.start)].strip(_TO_SIGN)
    return match["line"] is None or (own_line and cell_start(scene.text, role.start) >= role.start - 4)
