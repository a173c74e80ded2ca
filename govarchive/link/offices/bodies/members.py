"""Members: the board, the commission or the unit that heads bare names, though none of them is told an office.

`Читалищно настоятелство` over lines that are a name each; `Управителен съвет: А, Б и В`. Below `Нашият екип` it is the
body whose page it is. A name that goes on as prose is nobody's member, and a line of anything else ends the list.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.boards import chosen_board
from govarchive.link.offices.bodies.affiliations import body_of_row
from govarchive.link.offices.bodies.cycles import bodies_below
from govarchive.link.offices.bodies.factions import sits_by_party
from govarchive.link.offices.bodies.groups import body_of_group
from govarchive.link.offices.bodies.list_heads import board_of_line
from govarchive.link.offices.bodies.offices_of import has_no_units
from govarchive.link.offices.bodies.staff_lists import HEAD, is_in_staff_list
from govarchive.link.scene import Scene, kinds_of
from govarchive.link.units import HEADED, PARTS, WARDS, stems
from govarchive.names.roles.phrase import role_whole
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop, lines_above
from govarchive.text.needles import holds

# One of these is in the heading, so that no other line is looked at closely.
_STEMS = (*stems((*HEADED, *PARTS, *WARDS)), "пк ", "сик")
# What leads to who sits there, in a list of telephones: `ГРАО - А`, `205 Човешки ресурси - А`, `Пресцентър: А`.
_DESK = re.compile(
    r"""(?: [0-9/, -]{1,9}[ ])?
    (?: Е?С?ГРАОН? | ТРЗ | МДТ | ФСД | ФСО | ТСУ | УТ | ЛС | ЧР | АО | ЦАО | ЦИУ | ОбА | [Кк]аса | КАСА
      | [Дд]еловодство | [Рр]егистратура | [Кк]анцелария | [Сс]четоводство | [Пп]ресцентър | [Пп]риемна | [Аа]рхив
      | [Чч]овешки[ ]ресурси | [Лл]ичен[ ]състав | [Оо]бществени[ ]поръчки | [Оо]бщинска[ ]собственост | [Ее]кология
      | [Сс]оциални[ ]дейности | [Тт]ърговия | [Кк]адастър | [Зз]емеделие | [Мм]естни[ ]данъци
      | [Уу]чителска[ ]стая | [Бб]иблиотека | [Сс]екретариат
      | [Гг]ражданско[ ]състояние | [Бб]юро[ ]съдимост | [Сс]лужба[ ](?=\"|[а-я])
      | [Аа]дминистрация(?=[ ]*(?:[:-]|\Z)) )
    (?:[ ,][^:;.\n]{2,60}?)? [ ]*[:-]?[ ]*""",
    re.VERBOSE,
)
_MARKS = f"{ITEM_MARKS}\t/"
_LEAD_ENDS = " :-"
_LONGEST_HEAD = 100
_LONGEST_REST, _LONGEST_ROW = 40, 120
_PROSE = re.compile(r"[ ][а-я]")
_LINES_UP = 4
# Between two of a list in one line, also over an office: `А - председател, Б (касиер) и В`.
_NEXT = re.compile(
    r"""(?: [ ]?\([^()\n]{2,40}\)
      | [ ]?-[ ](?:[а-я.]+[ -]{1,3})?(?:председател|секретар|касиер|капитан|ръководител|водач|домакин)(?=[,;]) )?
    (?: [ ]?[,;][ ] | ,?[ ]и[ ] )""",
    re.VERBOSE,
)
_CONTACT = r"[ ]*(?:тел|моб|gsm|факс|e-?mail|имейл|стая|каб|\(?[+0])[^\n]{0,60}"
# What may stand between two of a list, one to a line, and behind a name in its line.
_APART = re.compile(rf"(?:\n|(?:{_CONTACT}|[ ]*[0-9]{{1,3}}[.)]?[ ]*)(?=\n))*+[ ]*", re.IGNORECASE)
_REST = re.compile(rf"[ .;)]*|[ ]*[,(/\t-][^\n]*|[ ,;]*{_CONTACT}", re.IGNORECASE)
_CLAUSE = re.compile(r",[ ](?:който|която|които|чи[йя]то)(?![а-я])")
# Over those who came to the sitting that a page is of: `Присъстваха:`, `На заседанието отсъства:`.
_CAME = re.compile(
    r"(?:на[ ](?:заседанието|събранието)[ ])?(?:присъства|отсъства)(?:т|ха|щи|л[аи])?(?:[ ][а-я]{4,20}){0,3}[ ]?:[ ]*",
    re.IGNORECASE,
)
ASIDE = re.compile(r"[ ]*(?:\([^\n]*\)|(?:мандат|състав|членове|за периода)[^А-Яа-я\n]*+)[ :]*+", re.IGNORECASE)
"""What may stand in a line of its own between a heading and the first name: `(мандат 2019 - 2022 г.)`."""


class Members:
    """The people of a page in order, asked for the heading of the list in which one stands.

    Few need one, so it is looked for when they do, from the first of their list on. `fronts` is where the names begin,
    titles and all.
    """

    def __init__(self, scene: Scene, fronts: Sequence[int], stops: Sequence[int]) -> None:
        self._scene = scene
        self._text = scene.text
        self._fronts = fronts
        self._stops = stops
        self._last = -1  # who was asked for
        self._board: str | None = None
        self._is_staff = False
        self._is_group = False  # which a sentence tells of, that goes on behind the last

    def body_below(self, number: int) -> str | None:
        """The body in the lines below the person with that number, in a page of such records."""
        return self._below.get(number)

    def staff_of(self, number: int) -> str | None:
        """The body whose page it is, for the person with that number in the list of those who work for it."""
        return self._owner() if is_in_staff_list(self._scene, self._fronts[number]) else None

    @cached_property
    def _below(self) -> dict[int, str]:
        return bodies_below(self._scene, self._fronts, self._stops)

    def told_of(self, number: int) -> dict[str, Any]:
        """The details of whose member the person with that number is by the list alone; asked in rising order."""
        for first in range(number, self._last, -1):
            front, stop = self._fronts[first], self._stops[first - 1] if first else 0
            begins = line_start(self._text, front)
            if stop > begins:
                if _NEXT.fullmatch(self._text, stop, front):
                    continue
                self._board, self._is_staff = self._in_front(max(begins, stop), front), False
            elif (lead := self._text[begins:front].lstrip(_MARKS).rstrip(_LEAD_ENDS)) and not role_whole(lead):
                self._board, self._is_staff = self._in_front(begins, front), False
                if self._board is None and self._text[begins:front].rstrip(" ")[-1] in ":-":
                    self._board = self._head(self._sentence(begins, front), front)
            elif stop and self._goes_on(stop, begins):
                continue
            else:
                self._board = self._over(begins, stop)
            break
        self._last = number
        if self._board is None or not (self._is_group or self._is_bare(self._stops[number])):
            return {}
        return {"institution": self._board} | ({"institution_inferred": True} if self._is_staff else {})

    def _in_front(self, begins: int, front: int) -> str | None:
        """The body or the board that `[begins, front)`, before the first of a row, tells: `От Х: А`."""
        group = body_of_group(self._scene, begins, front)
        self._is_group = group is not None
        if body := group or body_of_row(self._scene, begins, front):
            return body
        board = chosen_board(self._text, max(begins, front - _LONGEST_HEAD), front)
        rest = self._text[board[1] : front].strip() if board else ""
        self._is_group = board is not None and not rest
        return board[0] if board and (not rest or role_whole(rest)) else None

    def _goes_on(self, stop: int, begins: int) -> bool:
        """Whether the line that begins there is the next of the list in which a name ends at `stop`."""
        end = line_stop(self._text, stop)
        prose = end - stop > _LONGEST_REST and _PROSE.match(self._text, stop)
        return not prose and end < begins and _APART.fullmatch(self._text, end, begins) is not None

    def _over(self, begins: int, low: int) -> str | None:
        """The board that the nearest line above tells, below the name that ends at `low`."""
        self._is_group = False
        for number, (start, stop) in enumerate(lines_above(self._text, begins)):
            if number == _LINES_UP or start < low:
                return None
            line = self._text[start:stop]
            if line.strip(_MARKS) and not ASIDE.fullmatch(line):
                return self._head(start, stop)
        return None

    def _head(self, start: int, stop: int) -> str | None:
        """The board with which a heading `[start, stop)` begins; above its staff the owner of the page."""
        if council := sits_by_party(self._scene, start, stop):
            self._is_staff = True
            return council
        self._is_staff = any(it.fullmatch(self._text, start, stop) for it in (HEAD, _DESK))
        if self._is_staff:
            return self._owner()
        if _CAME.fullmatch(self._text, start, stop):
            return self._sitting
        if stop - start > _LONGEST_HEAD or not holds(lower(self._text[start:stop]), _STEMS):
            return None
        return board_of_line(self._scene, start, stop)

    def _sentence(self, begins: int, front: int) -> int:
        """Where the last sentence of the line that begins there begins, before a name: `... 841 234. Пресцентър: А`."""
        stop = self._text.rfind(". ", max(begins, front - _LONGEST_HEAD), front)
        return stop + len(". ") if stop > 0 else begins

    def _owner(self) -> str | None:
        """The body whose page it is."""
        return next((it.value for it in self._scene.owners if self._scene.is_known(it)), self._municipality())

    @cached_property
    def _sitting(self) -> str | None:
        """The board whose page it is, for those who came to its sitting; the guests of a council are many."""
        owner = next(iter(self._scene.owners), None)
        sits = owner is not None and not kinds_of(self._text, owner).isdisjoint(HEADED) and not has_no_units(owner)
        return owner.value if owner and sits else None

    def _municipality(self) -> str | None:
        """The only municipality of which the page tells."""
        told = self._scene.municipalities.values()
        return next(iter(told)).value if len(told) == 1 else None

    def _is_bare(self, stop: int) -> bool:
        """Whether behind a name its line ends, or but a remark, a telephone or the next name follows."""
        if _CLAUSE.match(self._text, stop):
            return False
        end = line_stop(self._text, stop)
        longest = _LONGEST_ROW if self._text.find("\t", stop, stop + _LONGEST_REST) > 0 else _LONGEST_REST
        return bool(_NEXT.match(self._text, stop)) or (
            end - stop < longest and _REST.fullmatch(self._text, stop, end) is not None
        )
