"""Posts: the offices a page names near its people, each with the unit, the field and the institution that follow it.

`началник на отдел „Х“` and `секретар на общината` keep their unit in the name of the office; of `кмет на община Х` the
body is the institution, and of `началник отдел „Х“` the unit. A general word (`на съда`, `на общината`) is the body of
that kind which the page has named.
"""

from collections.abc import Sequence
from heapq import merge
from typing import NamedTuple

from govarchive.link.offices.behind.tails import tail_of
from govarchive.link.offices.laid_out.unit_lines import UnitLines
from govarchive.link.offices.unlisted import unlisted_near, widened
from govarchive.link.scene import Scene
from govarchive.names.roles.finder import roles_in
from govarchive.names.roles.phrase import Role

REACH = 170
"""How far from a name its role may stand, in characters."""

SENT = "представител"
"""Whom one of a list of members stands for: `Членове: А - представител на родителите, Б`."""

NO_OFFICES = frozenset({"ученик", "ученичка", "студент", "студентка", "кандидат", "кандидатка", "разпоредител"})
"""Nobody's office: `сред учениците са А и Б`."""

# No keeper of a house: `бе домакин на срещата`.
_HOST = "домакин"
_WAS = (" е ", " са ", " бе ", " беше ", " бяха ", " бъде ")
_BOARDS_OF = ("съвет на ", "съвета на ", "съветът на ")
_BOARD_ROOM = 11
_TITLES = frozenset({"доцент", "професор", "академик", "кандидат"})


class Post(NamedTuple):
    """An office: its name in citation form, its head noun, where it stands with all of its own, and whose it is.

    `role` is the office alone; `name` keeps the field or unit that it has in quotes, which is also told as `unit`:
    `заместник-кмет „Икономика“`.
    """

    name: str
    head: str
    start: int
    stop: int
    plural: bool
    definite: bool
    institution: str | None
    role: Role
    unit: str | None = None

    @classmethod
    def headed(cls, role: Role, at: int, institution: str | None = None) -> "Post":
        """The office that a list, a column or a table has at its head, for whoever begins a row of it at `at`.

        `role` was read in the words of the head alone, so that its offsets are not those of the page.
        """
        return cls(role.name, role.head, at, at, False, False, institution, role._replace(start=at, stop=at))

    def bare(self) -> "Post":
        """The office without what follows it."""
        return self._replace(name=self.role.name, stop=self.role.stop, institution=None, unit=None)


def posts_near(scene: Scene, spans: Sequence[tuple[int, int]]) -> list[list[Post]]:
    """The posts near the people at these spans (titles and all): those before each, then those behind the last.

    All are in order of position.
    """
    limits = [*(start for start, _ in spans), len(scene.text)]
    posts: list[list[Post]] = [[] for _ in limits]
    gaps, stretches = _stretches(spans)
    units = UnitLines(scene.text, spans)
    done = 0
    listed = ((gaps[number], role) for number, role in roles_in(scene.text, stretches))
    for gap, found in merge(listed, unlisted_near(scene, spans), key=_by_place):
        role = widened(scene, found)
        if role.start < done < role.stop:
            # Its first word is of the office before: `представител на кмета - юрисконсулт А`.
            role = next((it for _, it in roles_in(scene.text, [(done, role.stop)])), role)
        if role.start >= done and not _is_no_office(scene.text, role) and not scene.is_inside(role.start):
            post = _post(scene, role, units.limit(role, spans[gap - 1][1] if gap else None, limits[gap]))
            posts[gap].append(post)
            done = post.stop
    return posts


def _by_place(it: tuple[int, Role]) -> tuple[int, int]:
    """By position, the longer of two that begin at one place first."""
    return it[1].start, -it[1].stop


def _is_no_office(text: str, role: Role) -> bool:
    """Whether a noun tells who people are, what they are called (`доцентите А и Б`), and not what they do."""
    if role.name == _HOST and text.endswith(_WAS, 0, role.start) and text.startswith(" на ", role.stop):
        return True
    if role.plural and text[max(0, role.start - _BOARD_ROOM) : role.start].lower().endswith(_BOARDS_OF):
        return True  # `Съвет на директорите: А, Б`
    return role.head in NO_OFFICES or (role.plural and role.name in _TITLES)


def _stretches(spans: Sequence[tuple[int, int]]) -> tuple[list[int], list[tuple[int, int]]]:
    """The stretches near people but outside their names, and for each the gap between names that it lies in."""
    gaps, stretches = [0], [(max(0, spans[0][0] - REACH), spans[0][0])]
    for gap in range(1, len(spans)):
        stop, start = spans[gap - 1][1], spans[gap][0]
        near = start - stop <= 2 * REACH
        gaps += [gap] if near else [gap, gap]
        stretches += [(stop, start)] if near else [(stop, stop + REACH), (start - REACH, start)]
    stop = spans[-1][1]
    return [*gaps, len(spans)], [*stretches, (stop, stop + REACH)]


def _post(scene: Scene, role: Role, limit: int) -> Post:
    """A role with all that follows and belongs to it, up to the next name."""
    name, stop, institution, unit = role.name, role.stop, None, None
    closes = scene.text.find('"', stop, limit) if scene.text[role.start - 1 : role.start] == '"' else -1
    for _ in range(4):
        if stop == closes:
            stop, closes = stop + 1, -1  # `длъжността „съдия“ в РС – Видин`
        tail = tail_of(scene, role, stop, limit if closes < 0 else closes)
        if tail is None:
            break
        name, stop, institution = name + tail.words, tail.stop, tail.institution or institution
        unit = tail.unit or unit
        if not tail.goes_on:
            break
    unit = unit if unit != institution else None
    return Post(name, role.head, role.start, stop, role.plural, role.definite, institution, role, unit)
