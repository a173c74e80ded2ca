"""Affiliations: the body that stands right beside a person.

`А от НИМ`, `А (НИМ)`, `А - Сдружение „Х“`, `За контакти: РИОСВ Х, инж. А, тел.` Behind a person with an office it
has to be of a kind that has such an office; beside one without, only a mark stands between, and the two are told by
themselves: they fill an item, a cell or a part of an enumeration.
"""

import re
from collections.abc import Sequence
from itertools import islice

from govarchive.link.list_marks import is_listed
from govarchive.link.offices.between import ENDS
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.outsiders import OUTSIDERS, words_of
from govarchive.link.offices.laid_out.rows import COLUMN_GAP, may_have_columns, spaced_heads
from govarchive.link.offices.posts import Post
from govarchive.link.page_heads import ADDRESS
from govarchive.link.scene import Scene, is_inner, is_party, kinds_of
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, cell_stop, cells_over, column_head, line_start, line_stop
from govarchive.text.needles import holds

_BEHIND = re.compile(
    r",?[ ]*(?:[а-я.]{2,8},?[ ]?)?(?:(?:[ ]|[ ]?[(/][ ]?)от[ ]{1,4}(?P<of>)|[ ]?[(/][ ]?|,[ ]?(?!и[ ])|-[ ])"
)
# From `от` over a part of a body to the body: `от териториалното поделение на НОИ`; not who put somebody forward, nor
# those on the other side.
_PART_OF = re.compile(
    r"(?!(?:(?:имет|стран|лист|квот|груп|парти|коалиц|кандидат|ищ|осъд|задърж|длъжн|клиент)[а-я]*|поста)[ ])"
    r"(?:[а-я]+[ ]){1,4}"
    r"(?:на|към|при)[ ]\"?"
)
# What is told of a pupil or of who wins before the school: `, 6 г., `, ` от 7 клас на `, ` - ученичка в `.
_PUPIL = re.compile(
    r"""(?:[ ]?[,(-][ ]?[а-я]{4,20}(?:[ ][а-я]{2,15})?(?=[ ]?[,(-]))?              # `, народно пеене, 6 клас`
    (?: [ ]?[,(/-]?[ ]?(?:на[ ])?[0-9]{1,2}[ -]?(?:г\.|год\.?|години|г(?=[ ,)])|годишн[а-я]+)[ )/]*
      | [ ]?[,(/-]?[ ](?:от[ ]|в[ ])?(?:[0-9]{1,2}|[IVXІХ]{1,4})\.?-?(?:ми|ри|ти|ви|и)?[ ]?
        (?:\"?[а-еА-Е]\"?[ ])?(?:клас|кл\.|курс|група)[ )/]*
      | [ ]?[,(/-]?[ ](?:учени(?:к|чка)|студент(?:ка)?|възпитани(?:к|чка)|курсист(?:ка)?)(?![а-я]) ){1,3}
    (?:,[ ]?|-[ ]|[ ]-[ ]|(?P<of>[ ]?(?:от|на|в|във|при)[ ])|(?<=[ )/]))\"?""",
    re.VERBOSE,
)
_LONGEST_GAP = 60
# `д-р А от инспекцията`, `А, експерт от общинската администрация,`
_GENERAL_BEHIND = re.compile(
    r""",?[ ]от[ ]
    (?: (?P<short>[А-Я]{2,7})(?=[ ]*(?:[,;.)\n]|\Z)|[ ]и[ ])
      | (?P<words>(?:[а-я]+(?:ската|ната|ското|ното|ския|ния)[ ])?[а-я]{4,}(?:та|то|а|я))(?![а-я]) )""",
    re.VERBOSE,
)
# From a body to the person who is told to be of it.
_TO_PERSON = re.compile(r"[ ]?[-:,][ ]?|[ ]?\t[ ]?")
# What stands before such a body: nothing in its item, or what all of a list are told for.
_BEFORE = re.compile(r"[ 0-9.)*•\"-]*|(?:[^\n:;]{1,60}:|[^\n]*;)[ \"]*")
# Who came for a body: `1. За Община Х: А`, `присъстваха: от Община Х - А; от РИОСВ - Б`.
_CAME_FOR = re.compile(
    r"(?:[^\n]*[:;,][ ](?:и[ ])?|[А-Я][а-я]{4,}(?:ха|ват|яват)[ ])?[ 0-9.)*•\"-]*(?i:за|от)[ ](?:страна[ ]на[ ])?\"?"
)
# From a body to whom it leads: `А и Б, от РИОСВ Х: В`.
_TO_NEXT = re.compile(r"[ ]?[-:][ ]")
# From a body to the first of a row of people: `РУ Х (А, Б)`, `от Община Х: кметът А, Б`.
_TO_ROW = re.compile(r"[ ]?[-:(\t][ ]?(?:[а-я.-]{2,}[ ]){0,3}")
# Who is told there and is not of the body; pupils and who wins are.
_GUESTS = OUTSIDERS - frozenset("представител участник лауреат победител ученик студент спортист състезател".split())
_LONGEST_LEAD, _LONGEST_ROW, _LONGEST_SIGNS, _MOST_CELLS = 160, 400, 4, 6
# Between a body with its address and whom to ask there, as the notices of public procurement are printed.
_FOR = re.compile(r"[ ]?,[ ]?[Зз]а:[ ]?\Z")
_FOR_ENDS, _LONGEST_FOR = ("а:", "а: "), 8
# The same behind a general word: `От администрацията: кметът А, Б`, `от Общинския съвет – А и Б`.
_GENERAL = re.compile(
    r"""(?:[^\n]*[:;,.][ ](?:и[ ])?|[А-Я][а-я]{4,}(?:ха|ват|яват)[ ])?[ 0-9.)*•-]*(?i:за|от)[ ](?:страна[ ]на[ ])?
    (?: (?P<council>[Оо]бщинския(?:т)?[ ]съвет)
      | (?P<word>(?:[а-я]+(?:ската|ната|ното)[ ])?[А-Яа-я][а-я]{3,}(?:та|то|а|я)) )
    [ ]?[-:(][ ]?(?:[а-я.-]{2,}[ ]){0,3}""",
    re.VERBOSE,
)
_ENDS_GENERAL = ("-", ":", "(")
# Who is told beside a body and is not of it: at the head of a column with the sides of a case or a deal, or with what
# people ask of bodies.
_SIDES = re.compile(
    r"(?<!\w)ищ[ец]|ответн|жалбопод|стран[аи]|обвин|подсъд|осъден|задърж|пострада|заявител|подател|кандидат|участни"
    r"|изпълнител|възложител|купувач|наемател|собственик|ползвател|дарител|контрагент|доставчик|длъжни[кц]|взискател"
    r"|пациент|клиент|абонат|предмет|относно|адресат|получател|изпратен|насочен|(?<!\w)(?:до|към)[ ]*\Z",
    re.IGNORECASE,
)
_COMPETES, _TEACH = ("участни", "кандидат"), frozenset({"училище", "градина", "читалище", "университет"})
# The town behind a body in its cell, with nothing between: `НЧ "Х" с. У`.
_ITS_TOWN = re.compile(r"[ ](?:гр|с|ГР|С)\.[ ]?[А-Я][А-Яа-я]+(?:[ ][А-Яа-я]+)?[ ]*\Z")
_LONGEST_TITLES = 20
_COUNCIL, _TOWN_HALL = "Общински съвет", "община"
# Before a colon, who is on one side or gets a letter: another beside it is not of it.
_OF_PARTIES = re.compile(
    r"(?<![^\W_])(?:стран[аи]|ищ(?:ец|ци)|ответни(?:к|ци)|жалбоподатели?|заявители?|до)[ ]?:[ \"]*\Z", re.IGNORECASE
)
_LONGEST_PARTY = 20
# From a body to the next of those who came to a meeting.
_NEXT_BODY = re.compile(r"(?:,| и)[ ](?:(?:на|от|с|със)[ ])?\"?")
# Who sits in a board is of any body: `Външни членове: А - ТУ Варна`.
_MEMBER = "член"


def body_behind(scene: Scene, it: Candidate, front: int, post: Post | None, high: int) -> str | None:
    """`А от НИМ`, `А - НИМ`, and behind a person with an office or in a list also `А (НИМ)`, `А, НИМ`.

    `front` is where the name begins, titles and all, `high` where the next one does.
    """
    start = post.stop if post and post.start > it.start else it.stop
    general = _GENERAL_BEHIND.match(scene.text, start, high)
    meant = _meant(scene, general["words"] or general["short"], start) if general else None
    return meant or _named_behind(scene, it, front, post, (start, high))


def _named_behind(scene: Scene, it: Candidate, front: int, post: Post | None, behind: tuple[int, int]) -> str | None:
    """The body of which a person is told to be by its name, in the stretch `behind`."""
    start, high = behind
    if scene.first_from(start, start + _LONGEST_GAP) is None:
        return None
    if post is None and (pupil := _PUPIL.match(scene.text, it.stop, high)):
        return _school_behind(scene, pupil)
    match = _BEHIND.match(scene.text, start, high)
    body = scene.starting(match.end()) if match else None
    if match and match["of"] is not None and body is None and (part := _PART_OF.match(scene.text, match.end(), high)):
        body = scene.starting(part.end())
    if match is None or body is None or body.kind != "institution" or _TO_NEXT.fullmatch(scene.text, body.stop, high):
        return None
    if is_party(body) and (post or match["of"] is None):
        return None  # who put a member forward
    if match["of"] is not None:
        return body.value
    # Who is told with a title is told with the body it is held at: `лекция на доц. А, ТУ – Варна`.
    loose = match.group().strip(" ") not in ("(", "/", "-")
    titled = "title" in it.details and not _goes_on(scene, body)
    if post is None and loose and not titled and not is_listed(scene.text, front):
        return None
    sits = post is not None and post.head == _MEMBER and post.start < front
    return body.value if ENDS.match(scene.text, body.stop) and (sits or may_have(scene, post, body)) else None


def _goes_on(scene: Scene, body: Candidate) -> bool:
    """Whether another body follows in the same enumeration: `присъстваха доц. А, Община Х и РИОСВ – У`."""
    joint = _NEXT_BODY.match(scene.text, body.stop)
    other = scene.starting(joint.end()) if joint else None
    return other is not None and other.kind == "institution"


def _school_behind(scene: Scene, pupil: re.Match[str]) -> str | None:
    """The body right behind what is told of a pupil, with nothing more of the clause behind it: `, 6 г., ДГ „Х“`."""
    body = scene.starting(pupil.end())
    if body is None or body.kind != "institution":
        return None
    return body.value if pupil["of"] or ENDS.match(scene.text, body.stop) else None


def body_in_row(scene: Scene, it: Candidate, front: int, post: Post | None) -> str | None:
    """The only body with a cell of its own in the row of a person: `ОУ „Х“<TAB>А - директор`, `А   Община Х`.

    Not where the table is of cases or goods, whose rows name those on two sides; one without an office has a cell, too.
    """
    text = scene.text
    if post and _SIDES.match(post.head):
        return None
    begins, ends = line_start(text, front), line_stop(text, front)
    if not scene.has_rows or text.find("\t", begins, ends) < 0:
        return _in_spaced_row(scene, begins, ends, it, post)
    if post is None and len(text[cell_start(text, it.start) : it.start].strip()) > _LONGEST_TITLES:
        return None
    told = [*scene.between(begins, ends), *(body for over in cells_over(text, begins) for body in scene.between(*over))]
    bodies = (body for body in told if body.kind == "institution" and _fills_cell(scene, body))
    cells = list(islice(bodies, _MOST_CELLS))
    own = _without_units(cells)
    if len(own) != 1 or is_party(own[0]) or not (len(cells) > 1 or may_have(scene, post, own[0])):
        return None
    heads = column_head(text, it.start), column_head(text, own[0].start)
    return None if _are_sides(scene, heads, own[0]) else own[0].value


def _in_spaced_row(scene: Scene, begins: int, ends: int, it: Candidate, post: Post | None) -> str | None:
    """The only body with a cell of its own in a row `[begins, ends)` whose cells are parted by blanks or bars."""
    if ends - begins > _LONGEST_ROW or not may_have_columns(scene.text[begins:ends].strip(" |")):
        return None
    cells, at = [], begins
    for gap in (*COLUMN_GAP.finditer(scene.text, begins, ends), None):
        stop = gap.start() if gap else ends
        cells.append((at, stop))
        at = gap.end() if gap else ends
    told = [(scene.first_from(start, stop), stop) for start, stop in cells if not start <= it.start < stop]
    own = [body for body, stop in told if body and body.kind == "institution" and _ends_cell(scene, body, stop)]
    own = _without_units(own)
    if len(own) != 1 or is_party(own[0]) or not may_have(scene, post, own[0]):
        return None
    return None if _are_sides(scene, spaced_heads(scene.text, begins), own[0]) else own[0].value


def _without_units(bodies: list[Candidate]) -> list[Candidate]:
    """The bodies without the units inside them, which have a column of their own."""
    return [it for it in bodies if not is_inner(it.value or "")] or bodies


def _are_sides(scene: Scene, heads: Sequence[str], body: Candidate) -> bool:
    """Whether the heads of a table are those of sides; who takes part for a school is of it."""
    sides = [match[0] for head in heads for match in _SIDES.finditer(head)]
    at_school = not _TEACH.isdisjoint(kinds_of(scene.text, body))
    return any(not (at_school and lower(side).startswith(_COMPETES)) for side in sides)


def _ends_cell(scene: Scene, body: Candidate, stop: int) -> bool:
    """Whether a body ends the cell in which it stands first, but for its town or its address."""
    rest = scene.text[body.stop : stop].strip(' ".;,')
    return not rest or any(it.match(scene.text, body.stop, stop) for it in (ADDRESS, _ITS_TOWN))


def _fills_cell(scene: Scene, it: Candidate) -> bool:
    """Whether a body has a cell to itself, but for its town or its address: `ОУ „Х“, с. У`."""
    begins, ends = cell_start(scene.text, it.start), cell_stop(scene.text, it.stop)
    if it.stop - it.start + _LONGEST_SIGNS >= len(scene.text[begins:ends].strip()):
        return True
    return begins == it.start and any(told.match(scene.text, it.stop, ends) for told in (ADDRESS, _ITS_TOWN))


def body_beside(scene: Scene, it: Candidate, front: int, high: int) -> str | None:
    """The body before a person without an office: `Дирекция „Х“ - А`, `РИОСВ Х, инж. А, тел.`, not to a surname."""
    if asked := asked_at(scene, front):
        return asked.value
    body = scene.last_before(front)
    if body is None or body.kind != "institution" or is_party(body):
        return None
    if " " not in scene.text[it.start : it.stop]:
        return None  # `Кремъл: Иванов, ...`
    if not _TO_PERSON.fullmatch(scene.text, body.stop, front) or not ENDS.match(scene.text, it.stop, high):
        return None
    return body.value if _leads(scene, body) else None


def asked_at(scene: Scene, front: int) -> Candidate | None:
    """The body at which a notice names whom to ask, over its address: `Община Х, ул. „У“ 2, За: А, ...`."""
    if not scene.text.endswith(_FOR_ENDS, 0, front):
        return None
    lead = _FOR.search(scene.text, max(0, front - _LONGEST_FOR), front)
    begins = max(line_start(scene.text, front), front - _LONGEST_LEAD)
    told = scene.between(begins, front) if lead else ()
    body = next((it for it in told if it.kind == "institution"), None)
    if lead is None or body is None or body.stop > lead.start():
        return None
    return body if body.stop == lead.start() or ADDRESS.match(scene.text, body.stop, front) else None


def body_of_row(scene: Scene, begins: int, front: int) -> str | None:
    """The body before the first of a row of people: `От РИОСВ Х: А, Б и В`, `РУ Х (А, Б)`, `От общината: А`.

    Their line begins at `begins`, the row at `front`.
    """
    body = scene.last_before(front)
    if body is None or body.stop <= begins or not _TO_ROW.fullmatch(scene.text, body.stop, front):
        return _general_before(scene, max(begins, front - _LONGEST_LEAD), front)
    if body.kind != "institution" or is_party(body) or not _GUESTS.isdisjoint(words_of(scene.text[body.stop : front])):
        return None
    return body.value if _leads(scene, body) else None


def _general_before(scene: Scene, begins: int, front: int) -> str | None:
    """The body that a general word before a row means: `От администрацията: А и Б`."""
    lead = _GENERAL.fullmatch(scene.text, begins, front) if holds(scene.text[begins:front], _ENDS_GENERAL) else None
    if lead is None:
        return None
    if lead["council"]:
        return _COUNCIL
    return _meant(scene, lead["word"], begins)


def _meant(scene: Scene, words: str, at: int) -> str | None:
    """The body that a general word means, or letters that stand for the only such: `администрацията`, `РИМ`."""
    if words.isupper():
        name = scene.in_full(words)
        return name if name != words else None
    word = words.rpartition(" ")[2]
    named = scene.named(_TOWN_HALL if word.startswith("администрация") else words, at)
    return scene.name_of(named) if named and not is_party(named) else None


def _leads(scene: Scene, body: Candidate) -> bool:
    """Whether a body begins its line or a part of it, and is not a side or who gets a letter."""
    begins = max(cell_start(scene.text, body.start), body.start - _LONGEST_LEAD)
    if _OF_PARTIES.search(scene.text, max(begins, body.start - _LONGEST_PARTY), body.start):
        return False
    came = _CAME_FOR.fullmatch(scene.text, begins, body.start) and not scene.text.startswith(",", body.stop)
    return bool(came or _BEFORE.fullmatch(scene.text, begins, body.start))
