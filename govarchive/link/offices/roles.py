"""Roles: which role, in which institution, the page itself attaches to a person.

A role counts where it touches the name: before it (`кметът А`, `кмета на община X А`, `Председател: А`), after it
(`А, кмет на община X`, `А - член`), in the line or the cell before or after, at the head of its column, or as the
plural that leads a list. Its institution is what the page names right after the role, else what `employers` finds,
else what another mention lends (`lent`); the second of two people joined by `и` shares that of the first where the role
is of the same office.
"""

import re
from collections.abc import Iterator, Sequence

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.addressed import addressed, is_greeted
from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.beside import Beside
from govarchive.link.offices.between import ACTING, ACTING_FIRST, AWAY, PART_OF
from govarchive.link.offices.bodies.factions import councillor, councillors_of
from govarchive.link.offices.bodies.groups import share_in_pairs, with_same_body
from govarchive.link.offices.bodies.in_turn import place_in_turn
from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.lent import lend_bodies
from govarchive.link.offices.bodies.members import Members
from govarchive.link.offices.bodies.rank_and_file import tell_rank_and_file
from govarchive.link.offices.bodies.served import set_body
from govarchive.link.offices.choices import WEAK, choose, is_bare
from govarchive.link.offices.laid_out.cards import is_of_card_above
from govarchive.link.offices.laid_out.heads_of_units import with_own_unit
from govarchive.link.offices.laid_out.histories import history_post, is_next_in_history
from govarchive.link.offices.laid_out.next_body import of_next_in_clause, of_next_of_list
from govarchive.link.offices.laid_out.next_in_office import heads_next, is_changed_for, next_in_office
from govarchive.link.offices.laid_out.over_contacts import over_contacts
from govarchive.link.offices.laid_out.panels_of_courts import has_panels, judge_of_panel
from govarchive.link.offices.laid_out.plain_rows import PlainRows
from govarchive.link.offices.laid_out.rows import (
    Person,
    column_post,
    head_above,
    heading_post,
    may_have_columns,
    row_post,
    spaced_post,
    stand_in_one_list,
)
from govarchive.link.offices.laid_out.sections import stand_in_one_section
from govarchive.link.offices.laid_out.signatures import in_order, shared_behind, side_by_side
from govarchive.link.offices.laid_out.signed_boards import of_boards
from govarchive.link.offices.laid_out.signed_columns import in_columns
from govarchive.link.offices.laid_out.stacked import has_stacks, stacked_post
from govarchive.link.offices.laid_out.told_as_office import tells_offices, told_as_office
from govarchive.link.offices.laid_out.villages import (
    begins_villages,
    hall_post,
    row_of_village,
    tells_mayor,
    village_head,
)
from govarchive.link.offices.naming import Naming, with_own_field
from govarchive.link.offices.office_titles import front_of, office_of_title
from govarchive.link.offices.posts import REACH, SENT, Post, posts_near
from govarchive.link.offices.trades import OF_BOARDS, elected_head, elects, is_of_clergy, is_trade, leads_by_years
from govarchive.link.scene import Scene
from govarchive.model import Candidate
from govarchive.names.roles.words import SHORT_OFFICES, acting_norm
from govarchive.text.layout import cell_start, line_start, line_stop

_ARE = frozenset({" са ", " бях", " бъд"})


def attach_roles(scene: Scene, people: Sequence[Candidate]) -> None:
    """Sets `role` and `institution` in the details of the people whose role the page states; there is one at least."""
    text = scene.text
    fronts = [front_of(text, it.start) for it in people]
    posts = posts_near(scene, [(front, it.stop) for front, it in zip(fronts, people, strict=True)])
    fronts.append(len(text))
    stops = [it.stop for it in people]
    signed: dict[int, Post] = {}
    for told_together in (
        (in_columns, side_by_side, shared_behind, in_order, over_contacts, of_boards) if any(posts) else ()
    ):
        signed |= told_together(text, fronts, stops, posts)
    below = {post.start for number, post in signed.items() if post.start > stops[number]}
    linker = _Linker(scene, {post.start for post in signed.values()}, below)
    members = Members(scene, fronts, stops)
    naming = Naming(text)
    low = 0
    held: list[Post | None] = []
    for number, it in enumerate(people):
        high = fronts[number + 1]
        person = Person(it, fronts[number], low, high, posts[number], posts[number + 1])
        post = signed[number] if number in signed else linker.post_of(person)
        post = with_own_unit(text, with_own_field(text, post, it.stop), fronts[number]) if post else None
        held.append(post)
        role = naming.name_of(post) if post else office_of_title(text, it, fronts[number])
        if role:
            it.details["role"] = role
        set_body(scene, person, post, members, number)
        if post and post.unit and not is_unit(it.details.get("unit", "")):
            it.details["unit"] = post.unit
        low = it.stop
    tell_rank_and_file(text, people, fronts, held)
    share_in_pairs(scene, people, held)
    place_in_turn(scene, people, held)
    lend_bodies(scene, people, held)


class _Linker:
    """Goes through the people of a page in order and gives each a post; a role line serves one person."""

    def __init__(self, scene: Scene, taken: set[int], below: set[int]) -> None:
        self._scene = scene
        self._text = scene.text
        self._beside = Beside(scene, taken)
        self._tabs = scene.has_rows
        self._columns = may_have_columns(scene.text)
        # Whether somebody's place among others may tell his office where none stands near.
        self._told = tells_offices(scene.text)
        self._places = self._tabs or self._columns or self._told or has_stacks(scene.text)
        self._places = self._places or councillors_of(scene.text) is not None or has_panels(scene.text)
        self._plain = PlainRows(scene, below)
        self._taken = taken
        self._previous: tuple[Person, Post] | None = None
        self._list: tuple[Person, Post] | None = None
        self._village: tuple[int, Post] | None = None
        self._holders: dict[str, str | None] = {}

    def post_of(self, person: Person) -> Post | None:
        """The post of the next person in order.

        One in the plural, or with `са` behind it (`за съдии са избрани А и Б`), is of all the people of a list.
        """
        if self._is_plain(person):
            self._previous = None
            return None
        before = self._beside.before(person, person.before) if person.before else None
        before = self._not_of_holder(person, before) if before and len(person.before) > 1 else before
        before = None if before and is_of_card_above(self._text, self._previous, before, person) else before
        after = (
            self._beside.after(person) if person.behind and person.behind[0].start <= person.it.stop + REACH else None
        )
        listed = self._listed(person, self._list) if self._list and before is None else None
        listed = None if listed and is_of_clergy(person, listed) else listed
        after = None if listed and after and self._is_no_office_of_one(person, after) else after
        after = None if after and is_changed_for(self._text, self._previous, person) else after
        after = None if after and heads_next(self._text, self._previous, person, before, after) else after
        listed, after = self._elected(person, listed, after) if after else (listed, after)
        post = choose(self._text, person, before, after) if before and after else before or after
        post = self._under_head(person, post) if before and post is before and after is None else post
        acting = None
        if post is None:
            post = listed or self._of_next_body(person) or self._by_place(person) or self._of_village(person)
            post = (
                post or self._plain.post_of(person) or addressed(self._scene, person) or councillor(self._text, person)
            )
            acting = self._acting(person) if post else None
        elif self._previous and post.institution is None:
            post = with_same_body(self._scene, self._previous, person, post)
        self._list = self._list if post is None and self._is_aside(person) else None
        for it in (before, listed, post):
            if it and (it.plural or (it is before and self._is_of_many(it))):
                self._list = (person, it)
                break
        if self._list is None and post and not post.plural and (head := head_above(self._text, person)):
            self._list = (person, head)
        self._previous = (person, post) if post else None
        if post:
            self._keep(person, post)
        return post._replace(name=f"{acting_norm(acting[1])} {post.name}") if post and acting else post

    def _keep(self, person: Person, post: Post) -> None:
        """Keeps what the post of a person tells of those of others."""
        if serves_place(post.role) and row_of_village(self._scene, person) is not None:
            self._village = (person.it.stop, post._replace(institution=None))
        self._taken |= {post.start, *self._of_its_line(person, post)}
        self._holders.setdefault(post.name, person.it.value)

    def _of_its_line(self, person: Person, post: Post) -> Iterator[int]:
        """Where the other offices told with one behind a name begin: `А, кмет и председател на Х, инж. Б`.

        In a line of its own below the name, these are all of that line: `учител, класен ръководител на 3 клас`.
        """
        end = line_stop(self._text, post.start)
        below = person.it.stop < line_start(self._text, post.start) and end < person.high
        yield from (it.start for it in person.behind if post.start < it.start < (end if below else post.stop))

    def _is_plain(self, person: Person) -> bool:
        """Whether nothing near a person, in a list before or in the place among others can tell an office."""
        if person.before or person.behind or self._previous or self._list or self._places:
            return False
        if self._plain.may_hold(person) or is_greeted(self._text, person):
            return False
        return not tells_mayor(self._scene, person)

    def _not_of_holder(self, person: Person, before: Post) -> Post:
        """The office of `говорителят на главния прокурор Б` where the page has told that А is chief prosecutor."""
        held = self._holders.get(before.name, person.it.value) != person.it.value
        wider = person.before[-2]
        if held and self._text[wider.stop : before.start] == " на ":
            return wider._replace(stop=before.stop, institution=before.institution)
        return before

    def _is_aside(self, person: Person) -> bool:
        """Whether a name stands in brackets behind that of a list: `А (син на Б) - 1934 г.`."""
        between = self._text[person.low : person.front]
        return "(" in between and ")" not in between and "\n" not in between

    def _by_place(self, person: Person) -> Post | None:
        """The post that the table or the list tells in which a person stands."""
        post = column_post(self._text, person) or row_post(self._text, person) if self._tabs else None
        post = post or (heading_post(self._text, person) if person.before else None)
        post = post or (spaced_post(self._text, person) if self._columns else None) or stacked_post(self._text, person)
        post = post or history_post(self._text, person) or judge_of_panel(self._scene, person)
        post = post or (told_as_office(self._text, person) if self._told else None)
        return post or hall_post(self._scene, person) or next_in_office(self._text, person, self._previous)

    def _under_head(self, person: Person, rank: Post) -> Post:
        """The office at the head of a column, or told before, of who has a rank: `Началник` over `инспектор А`."""
        if rank.head not in WEAK or rank.plural or not is_bare(rank):
            return rank
        ranked = person._replace(front=rank.start)
        if self._previous and (told := of_next_in_clause(self._scene, *self._previous, ranked)):
            return told
        if not self._places:
            return rank
        return column_post(self._text, ranked) or stacked_post(self._text, ranked) or rank

    def _of_village(self, person: Person) -> Post | None:
        """The mayor of the village that begins a row: `Кметове и наместници:`, then `с. Долно Поле - А`."""
        row = row_of_village(self._scene, person)
        if row is None:
            return None
        if self._village and row - self._village[0] < REACH and not begins_villages(self._text, person, row):
            post: Post | None = self._village[1]
        else:
            post = village_head(self._text, person, row)
        self._village = (person.it.stop, post) if post else None
        return post

    def _of_next_body(self, person: Person) -> Post | None:
        """The office of the list, or of the person before, in the body told between."""
        post = of_next_of_list(self._scene, *self._list, person) if self._list else None
        return post or (of_next_in_clause(self._scene, *self._previous, person) if self._previous else None)

    def _is_of_many(self, post: Post) -> bool:
        """Whether an office in the singular is told of all behind it: `за съдии са А и Б`, `ЗДУД: А, Б`."""
        behind = self._text[post.stop : post.stop + 4]
        return behind in _ARE or (post.head in SHORT_OFFICES and behind[:1] == ":")

    def _acting(self, person: Person) -> re.Match[str] | None:
        """`вр.и.д.` right behind a name, or before it at the start of its line or cell."""
        behind = ACTING.match(self._text, person.it.stop)
        return behind or ACTING_FIRST.fullmatch(self._text, cell_start(self._text, person.front), person.front)

    def _listed(self, person: Person, listed: tuple[Person, Post]) -> Post | None:
        """The plural role of a list in which a person stands behind another: `съдии: А, Б`."""
        other, plural = listed
        if any(
            it.plural and it.start > other.it.stop and "\n" in self._text[it.stop : person.front]
            for it in person.before
        ):
            return None  # the head of the next list stands between
        together = stand_in_one_list(self._text, other, person) or is_next_in_history(self._text, other, person)
        together = together or stand_in_one_section(self._text, plural, other, person)
        return plural if together or self._is_away(other, plural, person) else None

    def _is_away(self, other: Person, plural: Post, person: Person) -> bool:
        """Whether those who came are told as some of all: `От петимата членове присъстваха: А, Б. Отсъства В`."""
        of_all = plural.head in OF_BOARDS and PART_OF.search(self._text, max(0, plural.start - 30), plural.start)
        return bool(of_all) and AWAY.fullmatch(self._text, other.it.stop, person.front) is not None

    def _elected(self, person: Person, listed: Post | None, after: Post) -> tuple[Post | None, Post | None]:
        """The office of the list in which a person stands, in the place of the trade behind the name."""
        if not is_trade(self._text, person.it.stop, after):
            return listed, after
        told = listed if listed and (elects(listed) or leads_by_years(listed)) else None
        head = told or elected_head(self._text, person) or history_post(self._text, person)
        if head is None:
            return listed, after
        self._taken.add(after.start)
        return head, None

    def _is_no_office_of_one(self, person: Person, after: Post) -> bool:
        """Whether behind one of a list stands whom a member represents, or the head of the next list."""
        if after.plural and "\n" in self._text[person.it.stop : after.start]:
            return True
        if after.head != SENT:
            return False
        lead = self._text[line_start(self._text, person.front) : person.front]
        rest = self._text[after.stop : line_stop(self._text, after.stop)]
        return bool(lead.strip(ITEM_MARKS) or rest.strip(ITEM_MARKS))
