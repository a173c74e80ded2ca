"""Beside: the offices that stand right before and right behind a name.

Before it (`кметът А`, `Председател: А`), behind it (`А, кмет на община X`, `А - член`), in the line or the cell before
or after; never one that is of the next name, of a label, or of many.
"""

import re
from collections.abc import Sequence

from govarchive.link.list_marks import ITEM_MARKS, is_listed
from govarchive.link.offices.anothers import is_anothers
from govarchive.link.offices.behind.past_body import behind_office
from govarchive.link.offices.between import (
    ABSENT,
    ADDRESSEE,
    ANNOUNCES,
    APPOSED,
    CHOSEN_BY,
    CHOSEN_FOR,
    FOLLOW,
    INTERPOSED,
    LED,
    OF_ITEM,
    REST_OF_LINE,
    SAYS_NEXT,
    SINCE,
    THROUGH,
)
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.bodies.outsiders import is_of_no_body
from govarchive.link.offices.callings import NURSE
from govarchive.link.offices.choices import TASKS, WEAK, WITH_DEPUTIES, is_bare
from govarchive.link.offices.laid_out.casts import is_of_character
from govarchive.link.offices.laid_out.row_ends import leads_row
from govarchive.link.offices.laid_out.rows import LEADS_HEAD, Person, heads_other_column, over_clause
from govarchive.link.offices.laid_out.villages import first_village
from govarchive.link.offices.leads import is_lead, tells_of_all
from govarchive.link.offices.pairs import AND, first_of_two, is_one_of_two, paired_before, paired_behind, past_first
from govarchive.link.offices.plain_bodies import has_plain_body
from govarchive.link.offices.posts import REACH, Post
from govarchive.link.offices.trades import TRADES
from govarchive.link.scene import Scene
from govarchive.names.roles.words import DEPUTY
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start, line_stop

_LONG_LINE, _LONGEST_NAME = 60, 40
_WIDE = "   "
# From `актьорът` in `А, актьорът и общественик Б` to the next name: not a mark, so it is of that one.
_FLOWS = re.compile(r"[ ]и(?:[ ][А-Яа-я]+){1,5}[ ]")
_BETWEEN_OFFICES = frozenset({"-", ",", ":", "", "е", "бе", "беше", "стана", "става", "му", "им", "й"})
_IS = frozenset({":", "-", "е", "бе", "беше", "стана", "става"})
_SIDE_BY_SIDE = frozenset({" ", " - ", ", "})
# `ищец: А, ответник: Община Х`
_NEXT_PARTY = frozenset({",", ";"})
_BRACKETS = {")": "(", "/": "/"}
# What ends an apposition: `поднесе директорът на Х, А.`
_CLOSES = frozenset(",.;:\n")
_FIRST_ITEM = re.compile(r"\n[ ]*\n[ \n]*1[.)][ ]?$")
_SECOND = re.compile(r"[^\n]{0,120}\n[ \n]*2[.)]")
# From a name to the body that somebody is of, and from that to the office there.
_TO_BODY = re.compile(r"[ ]?[,-][ ]?(?:от[ ])?|[ ]от[ ]|[ ]{2,}|[ ]?\t[ ]?|(?P<line>[ ]*\n[ ]*)|(?P<row>[ ])")
# From what somebody is by training, in a word that no list has, to the office: `А - физик, ректор`.
_PAST_WORD = re.compile(r"(?<=-[ ])[а-я]{4,14},[ ](?:дългогодиш[а-я]{2,4}[ ])?")
_FROM_BODY = re.compile(r"[ ]?[,-][ ]?")
# Behind an office in the line below a name, up to the name it is of: `Секретар от 2012 до 2015 г.: `.
_LABELS_NEXT = re.compile(r"[^\n;]*(?::|[ ]-)[ ]\Z")
# Who may have to sit somewhere is told by the own office: `Резервен член: съдия А`.
_RESERVE = "резервен член"


def _in_small(gap: str) -> str:
    """What stands between an office and a name in small letters, where the page is all in capitals."""
    return lower(gap) if gap.isupper() else gap


class Beside:
    """The posts that touch the names of one page; an office in the singular, once `taken`, is nobody else's."""

    def __init__(self, scene: Scene, taken: set[int]) -> None:
        self._scene = scene
        self._text = scene.text
        self._taken = taken

    def before(self, person: Person, near: Sequence[Post]) -> Post | None:
        """The post that, with all that belongs to it, ends where a name (titles and all) begins."""
        while len(near) > 1 and self._is_in_brackets(near[-2], near[-1], person):
            near = near[:-1]
        post = over_clause(self._text, near, person.front) or near[-1]
        if self._is_of_another(post) or is_of_character(self._text, post.start):
            return None
        if not self._leads(post, person):
            if row := next((it for it in (post, post.bare()) if leads_row(self._text, it, person)), None):
                return row
            # `на сдружение Зелено поле А`: a body no list has, whose first words were read as a field.
            post = post.bare()
            between = self._text[post.stop : person.front]
            return post if post.stop < near[-1].stop and "\n" not in between and has_plain_body(between) else None
        return self._widest(post, near)

    def _is_in_brackets(self, other: Post, post: Post, person: Person) -> bool:
        """Whether an office stands in brackets behind the one before: `Ръководител на Х (носител на Y) е А`."""
        opens = self._text.rfind("(", other.stop, post.start)
        closes = self._text.find(")", post.stop, person.front)
        return opens >= 0 and closes >= 0 and self._text.find(")", opens, post.start) < 0

    def _widest(self, post: Post, near: Sequence[Post]) -> Post:
        """The office before a rank or a profession, as far as they belong together; two of a line are one."""
        for wider in reversed(near[:-1]):
            joint = self._text[wider.stop : post.start]
            if pair := paired_before(self._text, wider, post):
                return pair
            less = self._says_less(post, joint) or self._is_sought(wider, joint)
            if post.institution or not less or self._is_of_another(wider):
                break
            told = joint.strip(" ") in _BETWEEN_OFFICES or SINCE.fullmatch(joint)
            if not told and not self._is_line_above(wider, joint):
                break
            if joint not in _SIDE_BY_SIDE and (wider.head in TASKS or wider.name == _RESERVE):
                break  # `Модератор беше библиотекарят А`
            post = wider
        return post

    def _says_less(self, post: Post, joint: str) -> bool:
        """Whether an office tells less than the one before it: `Председател: съдия А`, `Кмет е поетът А`."""
        if post.head in WEAK | TRADES:
            return True
        if not is_bare(post) or post.head in WITH_DEPUTIES or DEPUTY in post.name:
            return False
        is_nurse = post.head.endswith(NURSE)
        return (is_nurse and joint == " ") or (joint.strip(" ") in _IS and (post.definite or is_nurse))

    def _is_of_another(self, post: Post) -> bool:
        """Whether an office is somebody's already, or of one whose kin is named."""
        if post.start in self._taken and not post.plural:
            return True
        return is_anothers(self._text, post)

    def _is_line_above(self, post: Post, joint: str) -> bool:
        """Whether an office fills the line above a rank: `Началник РУ Видин`, then `инспектор А`."""
        if joint.strip(" :") in ("\n", "\n\n"):
            return cell_start(self._text, post.start) == post.start and not post.plural
        chosen = post.institution is not None and CHOSEN_FOR.fullmatch(joint) is not None
        return chosen or self._is_sought(post, joint)

    def _is_behind_for(self, post: Post) -> bool:
        """Whether an office is one that somebody is chosen for: `за секретар`."""
        return self._text[post.start - 3 : post.start].lower() == "за "

    def _is_sought(self, post: Post, joint: str) -> bool:
        """Whether somebody with another office is chosen for one: `За директор на Х е избран режисьорът А`."""
        return self._is_behind_for(post) and CHOSEN_FOR.fullmatch(joint) is not None

    def _leads(self, post: Post, person: Person) -> bool:
        """Whether only what may stand between a post and a name is there; a line or cell has to be the role's own."""
        behind = behind_office(self._scene, post, person.front)
        gap = _in_small(self._text[behind : person.front])
        titled = person.front < person.it.start
        apposed = (titled or self._is_closed(post, person, behind)) and APPOSED.fullmatch(gap)
        if self._leads_over(post, gap, person.front):
            return True
        led = is_lead(self._text, post, gap) or apposed
        plain = gap.removesuffix(", ") if titled else gap  # `управителят на ТЕСТ-ПРО, г-н А`
        if not led and (post.institution or not has_plain_body(plain)):
            return False
        if "\n" not in gap and "\t" not in gap:
            return True
        if heads_other_column(self._text, post.start, person.front):
            return False
        if ":" not in gap and not post.plural and _FIRST_ITEM.search(gap) and _SECOND.match(self._text, person.it.stop):
            return False  # a list of others, below a line of its own
        first = first_of_two(self._text, post, person)
        begins = self._own_start(first)
        if not ADDRESSEE.sub("", self._text[begins : first.start]).strip(ITEM_MARKS):
            return True
        # A line that begins with a name tells of that one: `Б 1971 - 1979, по-късно директор на завод „Х“`.
        wrapped = gap.strip(" ") == "\n" and post.stop - begins > _LONG_LINE
        told = begins < person.low < begins + _LONGEST_NAME
        return (wrapped and not told) or self._announces(post, begins, gap)

    def _is_closed(self, post: Post, person: Person, behind: int) -> bool:
        """Whether a name may be in apposition to an office with an article: `директорът на Х, А,`."""
        stop = person.it.stop
        closes = self._text[stop : stop + 1] in _CLOSES or "," in self._text[post.stop : behind]
        if post.plural:
            articled = self._text.endswith("те", post.start, post.role.stop)
            return articled and post.name != post.role.name and (closes or self._text.startswith(AND, stop))
        told = closes and (post.institution or post.unit or INTERPOSED.match(self._text, stop))
        if not post.definite:  # `Назначава за секретар на ОИК - Х, област Y, А`
            return self._is_behind_for(post) and "," in self._text[post.stop : behind]
        return bool(told or SAYS_NEXT.match(self._text, stop))

    def _leads_over(self, post: Post, gap: str, front: int) -> bool:
        """Whether a clause stands between: `кметове, избрани досега - А`, `за секретар съветът избра А`."""
        if post.plural and (ABSENT.fullmatch(gap) or (gap[:1] == "," and tells_of_all(self._text, post, front))):
            return True
        if post.plural and (OF_ITEM.fullmatch(gap) or first_village(post, gap)):
            return True
        if post.plural and THROUGH.fullmatch(gap):
            begins = self._own_start(post)
            return begins == post.start or LEADS_HEAD.fullmatch(self._text, begins, post.start) is not None
        return self._is_behind_for(post) and CHOSEN_BY.fullmatch(gap) is not None

    def _own_start(self, post: Post) -> int:
        """Where the line or cell of an office begins, or the body in front of it there ends: `ОбС - председател`."""
        begins = cell_start(self._text, post.start)
        body = self._scene.last_before(post.start)
        if body is None or body.start != begins or body.kind != "institution":
            return begins
        return post.start if LED.fullmatch(self._text, body.stop, post.start) else begins

    def _announces(self, post: Post, begins: int, gap: str) -> bool:
        """Whether a line ends in the office of all who follow: `Присъстват следните общински съветници:`."""
        told = post.plural and gap.lstrip(" ").startswith(":")
        return told and ANNOUNCES.fullmatch(self._text, begins, post.start) is not None

    def after(self, person: Person) -> Post | None:
        """The post that begins where the name ends."""
        stop = person.it.stop
        match = FOLLOW.match(self._text, stop, min(stop + REACH, person.high))
        if match and person.behind and person.behind[0].start < match.end():
            match = FOLLOW.match(self._text, stop, person.behind[0].start)  # the office is told in brackets
        end = match.end() if match else stop
        for post in person.behind:
            if post.start >= end:
                if post.start != end and not _PAST_WORD.fullmatch(self._text, end, post.start):
                    return self._behind_body(person, post, end)
                post = past_first(self._text, post, person.behind)
                own = self._is_own(post, self._text[stop:end], person)
                return paired_behind(self._text, post, person.behind) if own else None
        return None

    def _behind_body(self, person: Person, post: Post, at: int) -> Post | None:
        """The office behind the body that follows a name: `А, УНСС - София, член на жури`, `А ДГ „Х“ - логопед`."""
        lead = _TO_BODY.match(self._text, person.it.stop, post.start)
        body = self._scene.starting(at) or (self._scene.starting(lead.end()) if lead else None)
        if lead is None or body is None or body.kind != "institution" or body.start != lead.end():
            return None
        gap = self._text[body.stop : post.start]
        if not _FROM_BODY.fullmatch(gap) or not self._is_own(post, lead["line"] or ", ", person):
            return None
        if (lead["row"] or lead["line"]) and not self._fills_row(person, post):
            return None
        return post if post.institution else post._replace(institution=body.value)

    def _fills_row(self, person: Person, post: Post) -> bool:
        """Whether a name begins a line that an office ends: the row of a table that lost its cells."""
        rest = self._text[post.stop : line_stop(self._text, post.stop)]
        return not rest.strip(" .;") and is_listed(self._text, person.front)

    def _is_own(self, post: Post, gap: str, person: Person) -> bool:
        """Whether a role after a name is not that of the next name, a label, or a word about many."""
        rest = self._text[post.stop : person.high]
        if gap.strip() in _NEXT_PARTY and self._is_of_party(post):
            return False
        last = person.high >= len(self._text)
        if "\n" not in gap:
            rest = self._text[behind_office(self._scene, post, person.high) : person.high]
            apart = rest.startswith(_WIDE) and _WIDE not in gap  # the next stands in another column
            of_the_next = (
                not last
                and not apart
                and "\n" not in rest
                and (is_lead(self._text, post, rest) or not rest.strip(' "('))
            )
            of_the_next = of_the_next and not (self._closes(post, gap, person) or self._ends_cell(rest, person))
            of_the_next = of_the_next or (not last and post.definite and self._flows_on(post, person))
            return not (of_the_next or rest.strip(" ") == ":" or post.plural)
        if post.plural or _LABELS_NEXT.match(rest) or rest.lstrip(" ").startswith(":"):
            return False
        if not (REST_OF_LINE.match(rest) or is_one_of_two(self._text, post, person.behind)):
            return False
        if not last and "\n" not in rest and rest.strip() and is_lead(self._text, post, rest):
            return False
        nearer = not last and not rest.strip() and rest.count("\n") < gap.count("\n")
        return not nearer and person.low <= line_start(self._text, person.front)

    def _is_of_party(self, post: Post) -> bool:
        """Whether an office is that of the body behind it: `ищец А, ответник Община Х`, `изпълнител: „Х“ ООД`."""
        labels = self._text.startswith(": ", post.role.stop)
        party = self._scene.starting(post.role.stop + (2 if labels else 1)) if labels or is_of_no_body(post) else None
        return party is not None and (not labels or not may_have(self._scene, post, party))

    def _closes(self, post: Post, gap: str, person: Person) -> bool:
        """Whether a bracket closes behind an office that opened before it or the name: `А /водач/`, `/А - касиер/`."""
        opens = _BRACKETS.get(self._text[post.stop : post.stop + 1])
        return opens is not None and (opens in gap or self._text[person.front - 1 : person.front] == opens)

    def _ends_cell(self, rest: str, person: Person) -> bool:
        """Whether the border of a cell parts an office from the next name, in a row where the first has no other."""
        led = bool(person.before) and person.before[-1].start >= line_start(self._text, person.front)
        return rest.strip(" ") == "\t" and not led

    def _flows_on(self, post: Post, person: Person) -> bool:
        """Whether no mark, or but the rank of the next person, stands from an office to the next name."""
        if _FLOWS.fullmatch(self._text, post.stop, person.high):
            return True
        rank = next((it for it in person.behind if it.start >= post.stop), None)
        return (
            rank is not None
            and not self._text[post.stop : rank.start].strip(" ,-")
            and not self._text[rank.stop : person.high].strip(" ")
        )
