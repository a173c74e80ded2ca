"""Employers: whose an office is where its own phrase does not say it.

The surest way first: the body stands right beside the person (`А от НИМ`, `Община Х, кмет А`), is the subject or the
last body of the sentence (`„Х“ ООД, представлявано от управителя А`, `РУО е с нов началник - А`), heads the list
(`Хирургично отделение` above `Началник: А`), or owns the page: the first body with a line of its own, of a kind that
has such an office, else the one of that kind told oftenest. A body of a kind that has no such office is never taken.
"""

import re
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS, is_listed
from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.between import AND_PLACE
from govarchive.link.offices.bodies.affiliations import asked_at, body_behind, body_beside, body_in_row
from govarchive.link.offices.bodies.delegations import sent_by
from govarchive.link.offices.bodies.entries import is_entry
from govarchive.link.offices.bodies.in_sentence import OF, bodies_of_line, body_in_sentence, likely_in_line
from govarchive.link.offices.bodies.leads import body_over_row, unit_in_line
from govarchive.link.offices.bodies.list_heads import (
    announced_in_line,
    head_of_cells,
    head_of_list,
    section_of_page,
)
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.outsiders import is_of_no_body
from govarchive.link.offices.bodies.own_staff import works_beside
from govarchive.link.offices.bodies.owners import LEADERS, is_of_owner, may_be_meant, owner_of
from govarchive.link.offices.bodies.pointing import leads_group, pointed_at
from govarchive.link.offices.bodies.side_by_side import head_of_column
from govarchive.link.offices.bodies.sittings import is_of_council
from govarchive.link.offices.bodies.words_behind import is_of_no_body_here
from govarchive.link.offices.laid_out.cards import body_of_card
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.laid_out.villages import first_village, village_beside, village_row
from govarchive.link.offices.posts import Post
from govarchive.link.page_heads import ADDRESS
from govarchive.link.scene import Scene, base_of
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start

_BESIDE = re.compile(
    r"""[ ]*(?:,|:|-|\()?[ ]*(?:(?:ЕИК|БУЛСТАТ|Булстат)[ :№]{0,3}[0-9]{9,13}[ ]?,[ ]?)?
    (?: с(?:ъс)?[ ] | начело[ ]с(?:ъс)?[ ] | под[ ](?:ръководството|диригентството|палката)[ ]на[ ]
      | (?:воден|ръководен|предвождан|трениран|подготвен)[аои]?[ ]от[ ](?:своя[ ]|своята[ ])? )?""",
    re.VERBOSE,
)
_NO_MARK = frozenset({"", ","})
# Before a person with an office behind: `РЗИ - Видин (А, директор)`, `от РЗИ - Видин: А, директор`.
_OPENED = re.compile(r"[ ]?\([ ]?|,[ ]За:[ ]|[ ]-[ ]|:[ ]|(?P<bare>[ ](?:[0-9]{1,2}\.[ ]?)?)")
_DASH = re.compile(r"[ ]?[-:][ ]?")
_DASH_OR_COMMA = re.compile(r"[ ]?[-:,][ ]?")
_HEADED = re.compile(r"[ ]*:[ ]*")
_TO_ITS_TOWN = re.compile(r"[ ]?[,(-]?[ ]?")
_NEXT = re.compile(r"[ ]?[,;)(/-]{1,2}[ ]?")
# The first of a list in the line of its heading: `и ЧЛЕНОВЕ: 1. А - касиер`.
_FIRST_ITEM = re.compile(r"[ ]*(?:[иИ][ ])?[А-Яа-я][А-Яа-я -]{2,40}[ ]?[:-][ ]*[0-9]{1,2}[.)][ ]*")
_LONGEST_LABEL = 60
# What ends the address between a body and its office.
_ADDRESSED = ("-", ":", ",", ";", "(")
_LONGEST_ADDRESS = 100
_MARKS = f'{ITEM_MARKS}"'
_RANK_BEFORE = re.compile(
    r"""(?<![^\W_])(?:(?:главен|старши|младши|гл\.|ст\.|мл\.)[ ]?)?
    (?: инспектор|комисар|сержант|лейтенант|капитан|майор|(?:под)?полковник|полицай
      | (?:инсп|ком|кап|лейт|серж)\. )[ ]?\Z""",
    re.VERBOSE,
)
_LONGEST_RANK = 28
_RANKS = "инспектор комисар сержант лейтенант капитан майор полковник полицай инсп. ком. кап. лейт. серж.".split()
_RANK_ENDS = tuple(f"{rank}{blank}" for rank in _RANKS for blank in ("", " "))
_TO_ANOTHER = frozenset({" н", " в", " к", " п", " о", " Н"})
_OF_ANOTHER = re.compile(r"[ ](?:на|НА|в|във|към|при|от)[ ]\"?(?P<word>[А-Я][А-Яа-я]*)")


class Employer(NamedTuple):
    """The institution of a person, and whether it only is the one whose page this is."""

    name: str
    inferred: bool = False


def employer(scene: Scene, person: Person, post: Post | None) -> Employer | None:
    """The institution of a person whose office, if any, does not name it; None where the page does not tell."""
    it, front, high = person.it, person.front, person.high
    beside = body_behind(scene, it, front, post, high) or body_in_row(scene, it, front, post)
    if not beside and post:
        beside = (
            body_of_card(scene, it, post)
            or _place_in_front(scene, front, post)
            or village_beside(scene, it, front, post)
        )
    if not beside and (post is None or post.stop < line_start(scene.text, front)):
        # Of whom the head of a list tells the office, the line may tell the body, too.
        beside = body_beside(scene, it, front, high)
    elsewhere = post is None or is_of_no_body(post) or is_of_no_body_here(scene, post)
    if beside or post is None or elsewhere or _is_of_another(scene.text, post.stop):
        return Employer(beside) if beside else None
    at = min(post.start, front)
    body = _before(scene, post, at, person.low)
    listed = body is None and (
        is_listed(scene.text, _before_rank(scene.text, at)) or is_entry(scene, at, max(post.stop, it.stop))
    )
    told = body or pointed_at(scene, post, front) or sent_by(scene, at) or unit_in_line(scene, at)
    told = announced_in_line(scene, post, at) if told is None else told
    told = _over_list(scene, post, at) if listed and told is None else told
    if told is None and listed and not serves_place(post.role):
        told = head_of_cells(scene, at)
    name = (scene.name_of(told) or scene.settlement(told, told.start)) if isinstance(told, Candidate) else told
    if told is None and leads_group(scene.text, post):
        return None
    if told is not None and not (name and works_beside(scene, name, post)):
        return Employer(name) if name else None
    if listed and (section := section_of_page(scene, post)):
        return Employer(section, inferred=True)
    return _of_page(scene, person, post, listed)


def _over_list(scene: Scene, post: Post, at: int) -> Candidate | str | None:
    """What heads the list, unless a general word tells another body: `Секретар на общината: А` below a council."""
    column = head_of_column(scene, at)
    head = head_of_list(scene, post, at) if column is None else column
    return head if not isinstance(head, Candidate) or may_be_meant(scene, post, head) else None


def _of_page(scene: Scene, person: Person, post: Post, listed: bool) -> Employer | None:
    """The body whose page it is, for one of its staff; `listed` who is told in a list or an entry."""
    likely = likely_in_line(scene, post, person.low) if post.start < person.front and not listed else None
    if likely:
        return Employer(likely.value or "", inferred=True)
    owner = owner_of(scene, post, listed) if is_of_owner(scene, person, post, listed) else None
    if owner is None and not listed and _is_first_item(scene, post, min(post.start, person.front)):
        owner = owner_of(scene, post, listed=True)
    name = scene.name_of(owner) if owner else None
    return Employer(name, inferred=True) if name else None


def _is_first_item(scene: Scene, post: Post, at: int) -> bool:
    """Whether a list begins in the line of its heading with a name and its office; not one of the list's own."""
    if is_of_council(post):
        return False
    floor = max(line_start(scene.text, at), at - _LONGEST_LABEL)
    return _FIRST_ITEM.fullmatch(scene.text, floor, at) is not None


def _before_rank(text: str, front: int) -> int:
    """Where the rank begins in front of a name: `- ст. инспектор А - началник`."""
    if not text.endswith(_RANK_ENDS, 0, front):
        return front
    rank = _RANK_BEFORE.search(text, max(0, front - _LONGEST_RANK), front)
    return rank.start() if rank else front


def _is_of_another(text: str, stop: int) -> bool:
    """Whether an office is told to be of a body that no rule has read: `кметът на Нейде А`."""
    other = _OF_ANOTHER.match(text, stop) if text[stop : stop + 2] in _TO_ANOTHER else None
    return other is not None and base_of(other["word"]) in ("", lower(other["word"]))  # not `кмет на Общината`


def _place_in_front(scene: Scene, front: int, post: Post) -> str | None:
    """The place that a list has before who serves it: `Кметове: Долно Поле - А`, `с. Долно Поле - А, кмет`."""
    if not serves_place(post.role):
        return None
    if post.start < front and (village := first_village(post, scene.text[post.stop : front])):
        return village
    place = scene.last_before(front)
    if place is None or place.kind != "place":
        return None
    if post.start > front:
        return _of_line(scene, place, front)
    if not _DASH.fullmatch(scene.text, place.stop, front) and village_row(scene, front) is None:
        return None
    other = scene.last_before(place.start)
    of_first = post.plural and place.stop == post.stop  # `кметовете на с. Х - А, с. Y - Б`
    if (place.start < post.stop and not of_first) or (
        other and AND_PLACE.fullmatch(scene.text, other.stop, place.start)
    ):
        return None  # `селата Х и Y - А и Б`
    return scene.name_of(place) or scene.settlement(place, place.start)


def _of_line(scene: Scene, place: Candidate, front: int) -> str | None:
    """The place that begins a line, before the name of who serves it: `с. Долно Поле - А, кмет`."""
    begins = cell_start(scene.text, place.start)
    leads = _DASH_OR_COMMA.fullmatch(scene.text, place.stop, front)
    if not leads or scene.text[begins : place.start].strip(ITEM_MARKS):
        return None
    return scene.name_of(place) or scene.settlement(place, place.start)


def _before(scene: Scene, post: Post, at: int, low: int) -> Candidate | None:
    """The body that stands before an office or before the name in front of it (either begins at `at`), in its line.

    The name before ends at `low`.
    """
    last = scene.last_before(post.start)
    if last is None:
        return None
    if there := asked_at(scene, at) or _over_its_town(scene, post, last) or _over_its_address(scene, post):
        return there
    if _is_in_front(scene, post, last):
        return last
    line = line_start(scene.text, at)
    if line > last.start:
        return None
    opened = _OPENED.fullmatch(scene.text, last.stop, at) if last.kind == "institution" and post.start > at else None
    bare = opened and opened["bare"]
    if opened and may_have(scene, post, last):
        return None if bare and OF.search(scene.text, max(0, last.start - 6), last.start) else last
    return body_in_sentence(scene, post, at, line, low) or body_over_row(scene, post, at)


def _over_its_town(scene: Scene, post: Post, town: Candidate) -> Candidate | None:
    """The body before its town: `А, 6 г., ДГ „Х“, гр. У, ръководител Б`."""
    if town.kind != "place" or serves_place(post.role) or not _NEXT.fullmatch(scene.text, town.stop, post.start):
        return None
    body = scene.last_before(town.start)
    if body is None or body.kind != "institution" or not _TO_ITS_TOWN.fullmatch(scene.text, body.stop, town.start):
        return None
    return body if may_have(scene, post, body) else None


def _over_its_address(scene: Scene, post: Post) -> Candidate | None:
    """The only body of a line, before its address: `ОП „Х“, ул. „У“ 5 - управител А`."""
    floor = max(line_start(scene.text, post.start), post.start - 2 * _LONGEST_ADDRESS)
    bodies = list(bodies_of_line(scene, post.start, floor))
    gap = scene.text[bodies[0].stop : post.start].rstrip(" ") if len(bodies) == 1 else ""
    if not gap.endswith(_ADDRESSED) or len(gap) > _LONGEST_ADDRESS or ". " in gap.rpartition('"')[2]:
        return None
    if scene.text[floor : bodies[0].start].strip(_MARKS) or not ADDRESS.match(scene.text, bodies[0].stop, post.start):
        return None
    return bodies[0] if may_have(scene, post, bodies[0]) else None


def _is_in_front(scene: Scene, post: Post, body: Candidate) -> bool:
    """Whether a body leads to an office: `Община Х, кмет А`; `Съвет на директорите: А (председател), Б`."""
    beside = _BESIDE.fullmatch(scene.text, body.stop, post.start)
    if body.kind != "institution":
        return bool(beside) and _is_row_of(scene, post, body)
    headed = beside is None and _HEADED.match(scene.text, body.stop, post.start)
    if not beside and (
        not headed or "\n" in scene.text[body.stop : post.start] or cell_start(scene.text, body.start) != body.start
    ):
        return False
    weak = beside and beside.group().strip(" ") in _NO_MARK and post.head not in LEADERS
    if weak and OF.search(scene.text, max(0, body.start - 6), body.start):
        return False  # `по решение на Х, композиторът А`, `за Х главен комисар А`
    return may_have(scene, post, body)


def _is_row_of(scene: Scene, post: Post, place: Candidate) -> bool:
    """Whether the row of a place tells who serves it: `с. Долно Поле - кмет А`."""
    begins = cell_start(scene.text, place.start) == place.start and cell_start(scene.text, post.start) == place.start
    return begins and not post.plural and serves_place(post.role)
