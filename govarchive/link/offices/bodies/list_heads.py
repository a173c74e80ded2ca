"""Heads of lists: the body, the unit or the commission that the lines above an office name, and so whose it is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from govarchive.kinds.institution import normalise
from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.menus import top_of
from govarchive.link.offices.behind.boards import chosen_board, defined_board
from govarchive.link.offices.bodies.directories import stands_alone
from govarchive.link.offices.bodies.division_lines import (
    COUNTED,
    ELECTION_SECTION,
    officer_in,
    section_in,
    sets_up,
    tells_of_one,
)
from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.lines_above import NUMERAL, bare, begun_by, line_at
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.outsiders import is_guest, is_private
from govarchive.link.offices.bodies.sittings import ad_hoc, ends_announcement, is_of_council, met_in_line, sits, sits_in
from govarchive.link.offices.posts import Post
from govarchive.link.page_heads import ADDRESS, TOLD
from govarchive.link.scene import Scene, base_of, is_inner, kinds_of
from govarchive.link.units import COMPOSED, HEADED, any_of, articled
from govarchive.model import Candidate
from govarchive.names.bodies.capitals import WORD
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, lines_above
from govarchive.text.remembered import remembered_if_short

_LINES_UP, _LINES_FAR = 7, 60
"""How far above an office a line may tell whose it is, and so far the head of a table whose cells have a line each."""
_COUNCIL = re.compile(rf"(?<![^\W_])(?:{any_of(HEADED)})(?![^\W_])", re.IGNORECASE)
_CELL, _LONG_LINE, _LONG_SENTENCE = 70, 120, 1000
_ITEM = re.compile(rf"[{re.escape(ITEM_MARKS)}]*(?:{NUMERAL.pattern})?")
_AS_FOLLOWS = rf"(?:,?[ ](?:е[ ])?(?:{COMPOSED}|както[ ]следва)){{1,2}}"
# `СИК № 5, с. Долно Поле, общ. Х`
_PLACED = re.compile(r"(?:,?[ ](?:-[ ]|в[ ]|за[ ])?(?:с|гр|общ|обл)\.[ ]?[А-Я][А-Яа-я-]+(?:[ ][А-Яа-я]{3,})?){0,3}")
_FOLLOWS = re.compile(rf"{_AS_FOLLOWS}[ ]?:?[ ]*$")
# A noun with its article: `отдела`, `комисията`.
_GENERAL = re.compile(r"(?<![^\W_])[а-я]{3,}(?:а|ът|ят|та|то)(?![^\W_])")
# `Читалищното настоятелство е в състав:`
_GENERIC_BODY = re.compile(
    rf"""(?<![А-Яа-я])[А-Яа-я]+(?:н|ск)(?:ото|ата|ият|ия|о|а|и)?[ ](?:{articled(HEADED)})
    (?={_AS_FOLLOWS})""",
    re.VERBOSE | re.IGNORECASE,
)
# `Служба Х и офис У`
_AND_OFFICE = re.compile(r"[ ](?:и|с|със|/|-)[ ]?(?:офиси?|филиали?|приемн[аи]|ИРМ)[ ][^\n.;:]{2,60}\Z")
_REMARK = re.compile(rf"(?:[ ]?(?:\([^\n]{{2,120}}\)|/[^\n]{{2,120}}/)|{TOLD})[ :]*$")
# Below it stand those who work for the body whose page it is, and no more those of the board above.
_STAFF = re.compile(
    r"(?:[А-Яа-я]+(?:ен|ски)[ ])?(?:персонал|екип|щат)|(?:[А-Яа-я]+ни[ ])?служители|администрация", re.IGNORECASE
)
_heads_staff = remembered_if_short(_STAFF.fullmatch)
_EDGES = f"{ITEM_MARKS}:"
# Before those who came to a sitting, in the line of them all.
_CAME = re.compile(r"(?:присъства(?:т|ха|щи)|участва(?:т|ха)|участници)[ ]?\Z", re.IGNORECASE)
_MEMBERS = tuple("СсРрЕеЧчПп")
_MEMBERS_OF = re.compile(r"[ ]*(?i:състав|ръководство|екип|членове|служители|персонал)(?:ът|а|то)?[ ](?:на[ ])?")


def head_of_list(scene: Scene, post: Post, at: int) -> Candidate | str | None:
    """The body that heads the lines in which a person and the office stand (one of them begins at `at`).

    Empty for one that is not known.
    """
    text = scene.text
    for start, stop, apart in _lines_over_list(scene, post, at):
        line, body, _ = line_at(scene, start, stop)
        announces = text[stop - 1] == ":"
        if apart and not announces:
            head = _over_gap(scene, post, body, start, stop)
            if head is None:
                continue
            return head or None
        body = (_announced_by(scene, body, start, stop) if body and announces else None) or body
        told = (
            ad_hoc(post, line)
            or (announces and _election_section(post, line))
            or body
            or _general_body(line)
            or _announced(scene, line, start, stop)
        )
        if isinstance(told, str):
            # Who sits in a commission by an office elsewhere is of the owner of the page.
            return told or ("" if is_of_council(post) else None)
        body = told
        if body and body.kind == "institution" and (body.start < start or _heads(scene, body, stop)):
            visits = body in scene.owners[:1] and is_guest(post) and not is_of_council(post)
            visits = visits and not is_private(post)  # a firm has its owner
            has = may_have(scene, post, body) and not visits and not sits_in(scene, post, body, line)
            return body if has else None
        if announces and any(it.kind == "institution" for it in scene.between(start, stop)):
            # `Назначава СИК № 5, гр. Айтос:`, and so the chair is not of the owner of the page.
            return "" if is_of_council(post) and not apart else None
        if section := section_in(line):
            return section
    return _defined_over(text, post, at) if is_of_council(post) else None


def _lines_over_list(scene: Scene, post: Post, at: int) -> Iterator[tuple[int, int, bool]]:
    """The lines above an office, up to those of a board that has such officers already: they have signed below it.

    Nor above the heading of another section any unit, and none at all above a row of another unit.
    """
    text, held, ended = scene.text, {post.name}, False
    for start, stop, apart in _lines_over(text, line_start(text, at), post.stop):
        line, body, opens = line_at(scene, start, stop)
        officer = officer_in(line) if is_of_council(post) else None
        if officer in held or tells_of_one(line) or (ended and _names_unit(line, body)):
            return
        held |= {officer} if officer else set()
        ended = ended or opens
        yield start, stop, apart


def _names_unit(line: str, body: Candidate | None) -> bool:
    """Whether a line with these bare words, that may begin with a body, is the heading of a unit."""
    return is_unit(body.value or "") if body else section_in(line) is not None


def _election_section(post: Post, line: str) -> str | None:
    """The election section whose members a line announces; behind it the house in which it votes may be named."""
    return section_in(line) if is_of_council(post) and ELECTION_SECTION.match(line) else None


def _announced_by(scene: Scene, body: Candidate, start: int, stop: int) -> Candidate | None:
    """The body of which another announces a list: `ОИК - Х назначава СИК № 5, както следва:`."""
    return None if _heads(scene, body, stop) else _of_a_list(scene, start, stop)


def _over_gap(scene: Scene, post: Post, body: Candidate | None, start: int, stop: int) -> Candidate | str | None:
    """The body alone, or for its officers and members the board, of which a line above a gap is the heading.

    `Обществен съвет`, `Състав на Х`; empty for a body without such an office, above which none is looked for.
    """
    if body and _is_alone(scene, body, start, stop):
        return body if may_have(scene, post, body) and body not in scene.owners[:1] else ""
    if not is_of_council(post):
        return None
    line = bare(scene.text[start:stop])
    section = _of_members(scene, line, start, stop) or section_in(line)
    return section if isinstance(section, Candidate) or (section and _COUNCIL.search(section)) else None


def _defined_over(text: str, post: Post, at: int) -> str | None:
    """The board of which a sentence tells above the list of its members, however long the sentence is."""
    lines = _lines_over(text, line_start(text, at), post.stop, longest=_LONG_SENTENCE)
    return next(filter(None, (defined_board(bare(text[start:stop])) for start, stop, _ in lines)), None)


def head_of_cells(scene: Scene, at: int) -> Candidate | str | None:
    """The unit that heads a table whose cells have a line each, so that it stands far above: `Отдел „Х“`."""
    for start, stop in islice(lines_above(scene.text, at), _LINES_FAR):
        if stop - start > _CELL or scene.text.endswith(":", start, stop):
            return None
        line, body, opens = line_at(scene, start, stop)
        if body and _is_alone(scene, body, start, stop):
            return body if is_inner(body.value or "") else None
        if _heads_staff(line):
            return None
        if (section := section_in(line)) and not lower(section).endswith(HEADED):
            return section
        if opens or tells_of_one(line):
            return None
    return None


def board_of_line(scene: Scene, start: int, stop: int) -> str | None:
    """The council, the commission or the unit that the line `[start, stop)`, a heading, is: `Обществен съвет`."""
    line = bare(scene.text[start:stop])
    body = begun_by(scene, line, start, stop) or _of_members(scene, line, start, stop)
    if isinstance(body, Candidate):
        told = body.kind == "institution" and _heads(scene, body, stop) and kinds_of(scene.text, body)
        return body.value if told and (not told.isdisjoint(HEADED) or is_inner(body.value or "")) else None
    return body or section_in(_FOLLOWS.sub("", line)) or (defined_board(line) if scene.text[stop - 1] == ":" else None)


def _of_members(scene: Scene, line: str, start: int, stop: int) -> Candidate | str | None:
    """The body of which a line is to tell the members: `Състав на Обществения съвет`."""
    lead = _MEMBERS_OF.match(line) if line.startswith(_MEMBERS) else None
    if lead is None:
        return None
    told = line[lead.end() :]
    body = begun_by(scene, told, scene.text.find(line, start, stop) + lead.end(), stop)
    return body or (section_in(normalise(told)) if WORD.search(told) else None)  # `Персонал (5)` is of none


def section_of_page(scene: Scene, post: Post) -> str | None:
    """The council or commission that the first line of a page names, for one of its members: `Обществен съвет`."""
    if not is_of_council(post):
        return None
    section = _first_section(scene.text)
    return section if section and _COUNCIL.search(section) else None


@lru_cache(maxsize=4)
def _first_section(text: str) -> str | None:
    """The unit or commission that the first line of a page names: asked for many of its people, and read once."""
    first = text[top_of(text) :].lstrip().partition("\n")[0]
    return section_in(bare(first)) if len(first) < _CELL else None


def announced_in_line(scene: Scene, post: Post, at: int) -> Candidate | str | None:
    """The body whose members the line up to an office announces: `... избра Комисия по Х в състав: А - председател`."""
    if not is_of_council(post):
        return None
    begins = max(line_start(scene.text, at), at - _LONG_SENTENCE)
    colon = scene.text.find(":", begins, at)
    told = (ad_hoc(post, scene.text[begins : colon + 1]) or _of_a_list(scene, begins, colon + 1)) if colon > 0 else None
    if told is None and colon > 0 and _CAME.search(scene.text, begins, colon):
        return _defined_over(scene.text, post, at)
    told = told or met_in_line(scene, post, begins, at)
    board = chosen_board(scene.text, begins, at) if told is None else None
    return board[0] if board and not ends_announcement(scene.text, board[1], at) else told


def _lines_over(text: str, start: int, end: int, longest: int = _LONG_LINE) -> Iterator[tuple[int, int, bool]]:
    """The few lines above the one that begins at `start`, nearest first; `end` is where the office ends.

    With each, whether a gap parts it from them: above one no prose longer than `longest` is told. One gap above a
    table is none.
    """
    below, left, apart = text[start:end], _LINES_UP, False
    for first, stop in islice(lines_above(text, start), 2 * _LINES_UP):
        if not text[first:stop].strip(ITEM_MARKS):
            apart = apart or "\t" not in below
            below = ""
            continue
        below, left = text[first:stop], left - 1
        longest_there = _LONG_SENTENCE if text[stop - 1] == ":" else longest
        if left < 0 or (apart and stop - first > longest_there) or _heads_staff(below.strip(_EDGES)):
            return
        yield first, stop, apart


def _general_body(line: str) -> str | None:
    """The body by its kind alone whose members a sentence announces: `Читалищното настоятелство е в състав:`."""
    told = _GENERIC_BODY.search(line) if "състав" in line or "следва" in line else None
    if told is None:
        return defined_board(line) if "състав" in line else None
    return normalise(told.group()).capitalize()


def _heads(scene: Scene, body: Candidate, stop: int) -> bool:
    """Whether a body that begins a line heads what is below: it ends there, or its address or its list follows."""
    text = scene.text
    rest = (pattern.match(text, body.stop, stop) for pattern in (ADDRESS, _FOLLOWS, COUNTED, _REMARK, _AND_OFFICE))
    return (
        body.stop >= stop - 2
        or text[body.stop] == ";"
        or any(rest)
        or stands_alone(scene, body)
        or sits(scene, body, stop)
    )


def _announced(scene: Scene, line: str, start: int, stop: int) -> Candidate | str | None:
    """The body of which a line announces a list; empty where it tells the kind of one that the page does not name."""
    if scene.text[stop - 1] != ":":
        of_a_list = _of_a_list(scene, start, stop) if line.startswith(_MEMBERS) else None
        return of_a_list or _of_members(scene, line, start, stop)
    return _of_a_list(scene, start, stop) or _meant(scene, start, stop)


def _meant(scene: Scene, start: int, stop: int) -> Candidate | str | None:
    """The body told before that the general word of a short line stands for: `В отдела работят:`."""
    words = _GENERAL.findall(scene.text, start, stop) if stop - start < _CELL else ()
    general = [word for word in words if base_of(word)]
    bodies = [it for word in general if (it := scene.named(word, start))]
    told = next((it for it in bodies if it.kind == "institution" and it.stop <= start), None)
    return told or ("" if not bodies and not all(is_inner(base_of(word)) for word in general) else None)


def _is_alone(scene: Scene, body: Candidate, start: int, stop: int) -> bool:
    """Whether a body fills the line `[start, stop)` above a gap, but for the number of its item and of its members."""
    ends = body.stop >= stop - 2 or COUNTED.match(scene.text, body.stop, stop)
    fills = _ITEM.fullmatch(scene.text, start, body.start) is not None
    return bool(ends) and fills and body.kind == "institution"


def _of_a_list(scene: Scene, start: int, stop: int) -> Candidate | None:
    """The body whose members a line announces: `Назначава СИК № 5 в състав:`, `Състав на Обществения съвет`."""
    text = scene.text
    body = next((it for it in reversed(scene.between(start, stop)) if it.kind == "institution"), None)
    if body is None:
        return None
    placed = _PLACED.match(text, body.stop, stop)
    told = placed.end() if placed else body.stop
    ends = told == stop - 1 and sets_up(text[start : body.start].lstrip(ITEM_MARKS))
    return body if ends or _FOLLOWS.match(text, told, stop) or _MEMBERS_OF.fullmatch(text, start, body.start) else None
