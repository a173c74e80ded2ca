"""Roles: which role, in which institution, the page itself attaches to a person.

A role counts where it touches the name: before it (`кметът А`, `кмета на община X А`, `Председател: А`), after it
(`А, кмет на община X`, `А - член`), in the line or the cell before or after, at the head of its column, or as the
plural that leads a list. Its institution is what the page names right after the role, else what `employers` finds; the
second of two people joined by `и` shares that of the first where the role is of the same office.
"""

import re
from collections.abc import Sequence

from govarchive.link.between import (
    ACTING,
    ACTING_FIRST,
    ADDRESSEE,
    ANNOUNCES,
    APPOSED,
    CHOSEN_FOR,
    COUNCIL,
    FOLLOW,
    IS,
    LEAD,
    LED,
    REST_OF_LINE,
    SIGNED,
    TO_TOWN,
    TOWN,
    has_plain_body,
)
from govarchive.link.employers import employer
from govarchive.link.posts import REACH, Post, posts_near
from govarchive.link.rows import Person, column_post, heading_post, row_post, stand_in_one_list
from govarchive.link.scene import Scene
from govarchive.link.signatures import shared_behind, side_by_side
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.names.role_words import DEPUTY, SHORT_OFFICES, acting_norm
from govarchive.text.layout import cell_start, line_start

_FOR = frozenset({"за ", "За ", "ЗА "})
_ARE = frozenset({" са ", " бях", " бъд"})
_LONG_LINE = 60
# From `актьорът` in `А, актьорът и общественик Б` to the next name: not a mark, so it is of that one.
_FLOWS = re.compile(r"[ ]и(?:[ ][А-Яа-я]+){1,5}[ ]")
# What a person is by training; an office beside it is the role.
_PROFESSIONS = frozenset(
    "съдия прокурор адвокат инженер архитект инспектор комисар лекар професор доцент асистент".split()
)
_BETWEEN_OFFICES = frozenset({"-", ",", ":", ""})
_HOST = "домакин"
# A trade in the place of an office: `учителите А и Б, поп В`.
_CLERGY = frozenset("свещеник отец поп йерей протойерей архимандрит епископ митрополит ходжа имам".split())
# Before the office of another: `внучката на първия председател - А`.
_KIN = re.compile(
    r"(?:внук|внучк|син|дъщер|съпруг|вдовиц|сестр|брат|майк|бащ|потом|наследни|роднин)[а-я]*[ ]на[ ](?:[а-я]+[ ]){0,2}$"
)
# What a person only does on this page, before an office: `Вносител: А - кмет`.
_TASKS = frozenset("вносител докладчик организатор лектор автор редактор модератор водещ съставител домакин".split())
_OFFICE_TITLES = frozenset(
    {"адвокат", "главен асистент", "старши асистент", "асистент", "нотариус", "следовател"}
    | {"държавен съдебен изпълнител", "частен съдебен изпълнител"}
)


def attach_roles(text: str, people: Sequence[Candidate], bodies: Sequence[Candidate]) -> None:
    """Sets `role` and `institution` in the details of the people whose role the page states; there is one at least."""
    scene = Scene(text, bodies)
    fronts = [before_titles(text, it.start)[0] for it in people]
    posts = posts_near(scene, [(front, it.stop) for front, it in zip(fronts, people, strict=True)])
    fronts.append(len(text))
    stops = [it.stop for it in people]
    signed = side_by_side(text, fronts, stops, posts) | shared_behind(text, fronts, stops, posts)
    linker = _Linker(scene, {post.start for post in signed.values()})
    low = 0
    for number, it in enumerate(people):
        high = fronts[number + 1]
        person = Person(it, fronts[number], low, high, posts[number], posts[number + 1])
        post = signed[number] if number in signed else linker.post_of(person)
        role = linker.name_of(post) if post else _office_title(it)
        institution = post.institution if post else None
        if role:
            it.details["role"] = role
        if institution:
            it.details["institution"] = institution
        elif whose := employer(scene, it, fronts[number], post, high):
            it.details["institution"] = whose.name
            if whose.inferred:
                it.details["institution_inferred"] = True
        if post and post.unit:
            it.details["unit"] = post.unit
        low = it.stop


def _office_title(it: Candidate) -> str | None:
    """The office that a title is: `адв.`, `гл. ас.`."""
    title = it.details.get("title")
    return title and next(
        (office for office in _OFFICE_TITLES if title == office or title.startswith(office + " ")), None
    )


class _Linker:
    """Goes through the people of a page in order and gives each a post; a role line serves one person."""

    def __init__(self, scene: Scene, taken: set[int]) -> None:
        self._scene = scene
        self._text = scene.text
        self._tabs = "\t" in scene.text
        self._taken = taken
        self._previous: tuple[Person, Post] | None = None
        self._list: tuple[Person, Post] | None = None
        self._office = ""
        self._council: bool | None = None

    def post_of(self, person: Person) -> Post | None:
        """The post of the next person in order.

        One in the plural, or with `са` behind it (`за съдии са избрани А и Б`), is of all the people of a list.
        """
        before = self._before(person, person.before) if person.before else None
        after = self._after(person) if person.behind and person.behind[0].start <= person.it.stop + REACH else None
        listed = self._listed(person, self._list) if self._list and before is None else None
        listed = None if listed and person.it.details.get("title") in _CLERGY else listed
        post = self._choose(person, before, after) if before and after else before or after
        acting = None
        if post is None:
            post = listed or (column_post(self._text, person) or row_post(self._text, person) if self._tabs else None)
            post = post or heading_post(self._text, person)
            acting = self._acting(person) if post else None
        elif self._previous and post.institution is None:
            post = self._same_body(self._previous, person, post)
        self._list = None
        for it in (before, listed, post):
            if it and (it.plural or (it is before and self._is_of_many(it))):
                self._list = (person, it)
                break
        self._previous = (person, post) if post else None
        if post:
            self._taken.add(post.start)
        return post._replace(name=f"{acting_norm(acting[1])} {post.name}") if post and acting else post

    def _is_of_many(self, post: Post) -> bool:
        """Whether an office in the singular is told of all behind it: `за съдии са А и Б`, `ЗДУД: А, Б`."""
        behind = self._text[post.stop : post.stop + 4]
        return behind in _ARE or (post.head in SHORT_OFFICES and behind[:1] == ":")

    def _acting(self, person: Person) -> re.Match[str] | None:
        """`вр.и.д.` right behind a name, or before it at the start of its line or cell."""
        behind = ACTING.match(self._text, person.it.stop)
        return behind or ACTING_FIRST.fullmatch(self._text, cell_start(self._text, person.front), person.front)

    def name_of(self, post: Post) -> str:
        """The role; a deputy alone is that of the office before, a councillor in a council's page one of it."""
        if post.head == DEPUTY and post.name.endswith(DEPUTY):
            return f"{post.name} {self._office}".strip()
        if post.name == "съветник" and self._is_council():
            return "общински съветник"
        self._office = post.name if DEPUTY not in post.name else self._office
        in_place_of = self._text[post.start - 3 : post.start] in _FOR and self._is_signed_for(post)
        return f"за {post.name}" if in_place_of else post.name

    def _is_signed_for(self, post: Post) -> bool:
        """Whether an office behind `за` is that of somebody another signs for, in a line or a cell of its own."""
        before = self._text[cell_start(self._text, post.start) : post.start - 3]
        return not before.strip() and SIGNED.match(self._text, post.stop) is not None

    def _is_council(self) -> bool:
        if self._council is None:
            self._council = COUNCIL.search(self._text) is not None
        return self._council

    def _before(self, person: Person, near: Sequence[Post]) -> Post | None:
        """The post that, with all that belongs to it, ends where a name (titles and all) begins."""
        post = near[-1]
        if (post.start in self._taken and not post.plural) or _KIN.search(self._text, post.start - 40, post.start):
            return None
        if not self._leads(post, person):
            # `на сдружение Зелено поле А`: a body no list has, whose first words were read as a field.
            post = post.bare()
            if post.stop == near[-1].stop or not has_plain_body(self._text[post.stop : person.front]):
                return None
            return post
        for wider in reversed(near[:-1]):
            joint = self._text[wider.stop : post.start]
            if post.institution or post.head not in _PROFESSIONS:
                break
            if joint.strip(" ") not in _BETWEEN_OFFICES and not self._is_line_above(wider, joint):
                break
            if ":" in joint and wider.head in _TASKS:
                break
            post = wider
        return post

    def _is_line_above(self, post: Post, joint: str) -> bool:
        """Whether an office with its body fills the line above a rank: `Началник РУ Видин`, then `инспектор А`."""
        fills = post.institution is not None and cell_start(self._text, post.start) == post.start
        return (fills and joint.strip(" ") == "\n") or (
            post.institution is not None and CHOSEN_FOR.fullmatch(joint) is not None
        )

    def _leads(self, post: Post, person: Person) -> bool:
        """Whether only what may stand between a post and a name is there; a line or cell has to be the role's own."""
        gap = self._text[self._behind_town(post, person.front) : person.front]
        titled = person.front < person.it.start
        closed = post.definite and post.institution and self._text[person.it.stop : person.it.stop + 1] == ","
        apposed = (titled or closed) and APPOSED.fullmatch(gap)
        if not LEAD.fullmatch(gap) and not apposed and (post.institution or not has_plain_body(gap)):
            return False
        if "\n" not in gap and "\t" not in gap:
            return True
        begins = self._own_start(post)
        if not ADDRESSEE.sub("", self._text[begins : post.start]).strip(" 0123456789.)*•-"):
            return True
        return (gap.strip(" ") == "\n" and post.stop - begins > _LONG_LINE) or self._announces(post, begins, gap)

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

    def _behind_town(self, post: Post, limit: int) -> int:
        """Where an office with its institution ends, and the town behind that: `директорът на ОУ „Х“, с. У`."""
        if post.institution is None:
            return post.stop
        town = TOWN.match(self._text, post.stop, limit)
        if town:
            return town.end()
        lead = TO_TOWN.match(self._text, post.stop, limit)
        place = (self._scene.starting(lead.end(1)) or self._scene.starting(lead.end())) if lead else None
        return place.stop if place and place.kind == "place" else post.stop

    def _after(self, person: Person) -> Post | None:
        """The post that begins where the name ends."""
        stop = person.it.stop
        match = FOLLOW.match(self._text, stop, min(stop + REACH, person.high))
        end = match.end() if match else stop
        for post in person.behind:
            if post.start >= end:
                return post if post.start == end and self._is_own(post, self._text[stop:end], person) else None
        return None

    def _is_own(self, post: Post, gap: str, person: Person) -> bool:
        """Whether a role after a name is not that of the next name, a label, or a word about many."""
        rest = self._text[post.stop : person.high]
        last = person.high >= len(self._text)
        if "\n" not in gap:
            of_the_next = not last and "\n" not in rest and (LEAD.fullmatch(rest) or not rest.strip(' "('))
            of_the_next = of_the_next or (not last and post.definite and self._flows_on(post, person))
            return not (of_the_next or rest.strip(" ") == ":" or post.plural)
        if rest.lstrip(" ").startswith(":") or not REST_OF_LINE.match(rest):
            return False
        if not last and "\n" not in rest and rest.strip() and LEAD.fullmatch(rest):
            return False
        nearer = not last and not rest.strip() and rest.count("\n") < gap.count("\n")
        return not nearer and person.low <= line_start(self._text, person.front)

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

    def _choose(self, person: Person, before: Post, after: Post) -> Post:
        """The post of a person with one on both sides: on the same line, with an institution, or nearer."""
        lines_before = self._text.count("\n", before.stop, person.it.start)
        lines_after = self._text.count("\n", person.it.stop, after.start)
        if lines_before and lines_after:
            named = ":" in self._text[before.stop : person.it.start]
            return after if lines_after < lines_before and not named else before
        if lines_before or lines_after:
            return after if lines_before else before
        if IS.match(self._text, before.stop) and before.head != _HOST:
            return before
        if before.plural or before.head in _TASKS or before.name.endswith("контакт"):
            return after
        weak = before.head in _PROFESSIONS or (after.institution and not before.institution)
        return after if weak and ":" not in self._text[before.stop : person.front] else before

    def _listed(self, person: Person, listed: tuple[Person, Post]) -> Post | None:
        """The plural role of a list in which a person stands behind another: `съдии: А, Б`."""
        other, plural = listed
        return plural if stand_in_one_list(self._text, other, person) else None

    def _same_body(self, previous: tuple[Person, Post], person: Person, post: Post) -> Post:
        """`кмета на община X А и заместник-кмета Б`: two offices of a kind are of the same body."""
        other, first = previous
        same_office = post.head == first.head or post.name.startswith(DEPUTY)
        bare = not self._text[post.stop : person.front].strip()
        if bare and same_office and self._text[other.it.stop : post.start].strip(" ,") == "и":
            return post._replace(institution=first.institution)
        return post
