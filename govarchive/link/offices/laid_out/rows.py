"""Lists, rows and headings: the office a person has by the place among others, not by what stands beside the name.

The head of a column (`Кмет`), another cell of the row, a plural above a list or before the first of it (`съдии: А, Б`).
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.between import ACTING_FIRST, BY_YEARS, CELLS, CHOSEN, LIST, ROW, ROW_LABEL
from govarchive.link.offices.laid_out.column_heads import office_in_words, office_of_head
from govarchive.link.offices.leads import tells_of_all
from govarchive.link.offices.plain_bodies import ORDINARY_WORD
from govarchive.link.offices.posts import REACH, Post
from govarchive.model import Candidate
from govarchive.names.roles.phrase import Role, role_first
from govarchive.names.roles.words import DEPUTY
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, cell_stop, column_head, line_start, line_stop, lines_above
from govarchive.text.needles import holds

_SHORT_LINE = 60
_MAYOR, _OF_MAYOR = "кмет", "наместник"
_LONGEST_REST = 40
"""What may follow a name in its row; with more of it a sentence begins."""
# Before the plural that heads a list: `Списък на кметските наместници` (or its first word in the line above),
# `Новозагорските кметове`.
LEADS_HEAD = re.compile(
    r"(?:[IVXІХ]{1,4}\.[ ])?"  # by figures the items of lists are numbered, too
    r"(?:[А-Я][^\n.:;|>-]{2,50}[ ][|>-][ ]){0,4}"  # `История на Х - кметове`, `Начало | Кметове`
    r"(?:(?:(?i:(?:поименен[ ])?списък|имена(?:та)?|състав|контакти|координати|(?:адреси[ ]и[ ])?телефони|данни"
    r"|(?:телефонен[ ])?указател|справка|информация|регистър)[ ](?i:за[ ])?)?(?i:на[ ]|с(?:ъс)?[ ]|(?<=за[ ]))"
    r"|Група(?:та)?[ ](?:(?:на|от)[ ])?)?"
    r"(?:[А-Я][а-я]+(?:[ ][а-я]+){0,3}[ ]и[ ](?:техните[ ])?)?"  # `Отделения и завеждащи`
    r"(?:[А-Яа-я][а-я]+(?:[сшчц]ки(?:те)?|н?и(?:те)?)[ ])?"
)
COLUMN_GAP = re.compile(r"[ ]*\|[ ]*|[ ]+/[ ]+|[ ]{3,}")
"""What parts the cells of a row that has no tabs."""
_WIDE_GAP = "   "
# The head of a column so narrow that the next is near: `№  Име   Училище   Учител`.
_NUMBER_HEAD = re.compile(r"^№[ ]{1,2}(?=[^ ])")
_AND = " и "
_OLD_MAYORS = frozenset({"градоначалник", "кмет"})
_AMONG = (", ", " и ", "; ", " / ")
# What leads a list below its head: `бяха утвърдени следните лица:`.
_ANNOUNCING = re.compile(
    r"(?:следн[а-я]+|както[ ]следва|избран[а-я]*|назначен[а-я]*|утвърден[а-я]*|определен[а-я]*)(?![а-я])"
)
_LONGEST_LEAD = 220
_SENTENCE_ENDS = re.compile(r"(?<![ 0-9]г)\.[ ]*\Z")
_MOST_ROWS, _LONGEST_ROW = 60, 400
_REMARK = re.compile(r"[ ]\([^()\n]{1,120}\)")
# The sentence before one that announces a list: `В него учат 318 деца. Директори през годините са:`.
_SENTENCE_END = re.compile(r"[.!?][ ]{1,2}$")
# Before the office of those a sentence announces: `През 1990 г. демократично избраните `.
_ANNOUNCED_BY = re.compile(
    r"[ ]*(?:(?:В|През|От|След|До|Към|За|Досега)[ ][^.:;!?\n]{2,60}?[ ])??(?:[А-Яа-я]{3,}(?:о|и|е)[ ]){0,3}"
)
# What ends such a sentence, and the words behind the office that say of what or when.
_ARE_ALL = re.compile(
    r"[ ](?:са|бяха)(?:[ ](?:били|следните|избрани|както[ ]следва|в[ ]следния[ ](?:ред|състав)|по[ ]ред))*[ ]?$"
)
_OF_WHAT = re.compile(r"[ ]?(?:$|[-(0-9]|(?:на|в|във|от|през|до|към|при|за|след|по)[ ])")
_LONGEST_CLAUSE = 110
# Behind the plural that heads a list, for how long: `Общински съветници мандат 2019 - 2023`.
_TERM = re.compile(r"[(,-]?[ ]?(?:за[ ])?(?:мандата?|периода)[ ]?[0-9][0-9 /-]{3,12}(?:[ ]?г\.)?[)]?[ ]?:?")


class Person(NamedTuple):
    """A person with the posts before and behind the name, both up to the names beside it.

    `front` is where the titles begin, `low` where the name before ends and `high` where the next one begins.
    """

    it: Candidate
    front: int
    low: int
    high: int
    before: Sequence[Post]
    behind: Sequence[Post]


def stand_in_one_list(text: str, other: Person, person: Person) -> bool:
    """Whether two names stand in one list: side by side, in rows below each other, behind labels of one kind."""
    own = other.behind[0] if other.behind else None  # `съдии: А - председател, Б и В`
    beside = own and own.start <= other.it.stop + len(" - ") and "\n" not in text[other.it.stop : own.start]
    start = own.stop if own and beside else other.it.stop
    stop = person.front
    if stop - start > REACH or stop < start:
        return False
    if LIST.fullmatch(text, start, stop) or (ROW.fullmatch(text, start, stop) and not _begins_prose(text, person)):
        return True
    row = CELLS.fullmatch(text, start, stop)
    if row is None:
        return _stand_in_one_column(text, other.front, stop)
    above = text[line_start(text, other.front) : other.front]
    here = text[line_start(text, stop) : stop]
    if "\t" in here or (above.split()[:1] == here.split()[:1] and "\t" not in above):
        return True
    return ROW_LABEL.fullmatch(above) is not None and ROW_LABEL.fullmatch(here) is not None


def _stand_in_one_column(text: str, above: int, front: int) -> bool:
    """Whether two names fill cells of one column, in rows with nothing between them: `1<TAB>Дол<TAB>А`."""
    begins, ends = line_start(text, front), line_stop(text, above)
    if ends >= begins or text[ends:begins].strip(" \n"):
        return False
    lead, lead_above = text[begins:front], text[line_start(text, above) : above]
    mark = "\t" if "\t" in lead else "|"
    return lead.count(mark) == lead_above.count(mark) and lead.rstrip(" ")[-1:] == lead_above.rstrip(" ")[-1:] == mark


def _begins_prose(text: str, person: Person) -> bool:
    """Whether a sentence begins with a name at the start of its line: `А и Б обсъдиха ...`."""
    stop = person.it.stop
    end = line_stop(text, stop)
    return end - stop > _LONGEST_REST and text[stop] == " " and text[stop + 1].islower()


def column_post(text: str, person: Person) -> Post | None:
    """The role at the head of the column: `Кмет` above the names of a table."""
    begins = cell_start(text, person.front)
    lead = text[begins : person.front].strip()
    line = text[line_start(text, begins) : line_stop(text, person.front)]
    among = person.low > begins and text[person.low : person.front] in _AMONG  # two in one cell
    if (lead and not among and not ACTING_FIRST.fullmatch(lead)) or "\t" not in line:
        return None
    role = office_of_head(column_head(text, person.front)) or _head_over_break(text, person.front)
    return Post.headed(role, begins) if role else None


def heads_other_column(text: str, head: int, front: int) -> bool:
    """Whether a cell of the row above has another column than a name: the last of the heads, the first of the row."""
    start, begins = line_start(text, head), line_start(text, front)
    tabs = text.count("\t", start, line_stop(text, head))
    if not tabs or start == begins or tabs != text.count("\t", begins, line_stop(text, front)):
        return False
    return text.count("\t", start, head) != text.count("\t", begins, front)


def _head_over_break(text: str, front: int) -> Role | None:
    """The office at the head of a column of a table in which the first cell of some row has two lines."""
    start = line_start(text, front)
    column, width = text.count("\t", start, front), text.count("\t", start, line_stop(text, front))
    head, broken = -1, False
    for begins, ends in islice(lines_above(text, front), _MOST_ROWS):
        tabs = text.count("\t", begins, ends)
        if ends - begins > _LONGEST_ROW or (tabs != width and (tabs or broken or not 0 < ends - begins < _SHORT_LINE)):
            break
        head, broken = (begins, False) if tabs else (head, True)
    cells = text[head : line_stop(text, head)].split("\t") if head >= 0 else []
    return office_of_head(cells[column]) if cells else None


def spaced_post(text: str, person: Person) -> Post | None:
    """The role at the head of a column of a table without tabs: `община / лекар / телефон` above `Айтос   А   0888`."""
    begins = line_start(text, person.front)
    row = text[begins : line_stop(text, person.front)]
    if not may_have_columns(row.strip(" |")):
        return None
    *left, lead = COLUMN_GAP.split(text[begins : person.front].lstrip(" |"))
    heads = spaced_heads(text, begins)
    role = office_of_head(heads[len(left)]) if not lead and len(left) < len(heads) else None
    return Post.headed(role, begins) if role else None


def spaced_heads(text: str, begins: int) -> list[str]:
    """The heads of the columns of such a table, in a row of which the line stands that begins there."""
    head = ""
    for start, stop in islice(lines_above(text, begins), _MOST_ROWS):
        if not may_have_columns(text[start:stop].strip(" |")):
            break
        head = text[start:stop]
    return COLUMN_GAP.split(_NUMBER_HEAD.sub(f"№{_WIDE_GAP}", head.strip(" |")))


def may_have_columns(text: str) -> bool:
    """Whether a gap between columns is in a text: as by the pattern, which looks at each space of a long line."""
    return holds(text, ("|", " / ", "   "))


def row_post(text: str, person: Person) -> Post | None:
    """The office that fills another cell of the row of one person: `А<TAB>12.05.2019<TAB>касиер`."""
    start, stop = line_start(text, person.front), line_stop(text, person.it.stop)
    if person.low > start or person.high < stop:
        return None
    for post in (*person.behind, *person.before):
        own = start <= post.start < stop and post.start == cell_start(text, post.start)
        if own and (post.institution or post.stop == cell_stop(text, post.start)):
            return post
        told = office_in_words(text[post.start : cell_stop(text, post.start)]) if own and not post.plural else None
        if told:
            return post._replace(name=told.name)  # with a field that no rule reads
    return None


def heading_post(text: str, person: Person) -> Post | None:
    """The plural that heads a list of names or a table: the first of the few short lines above the first name."""
    plurals = [it for it in person.before if it.plural]
    if not plurals:
        return None
    begins = line_start(text, person.front)
    post = next((it for it in reversed(plurals) if it.start < begins), None)
    if post and _is_announced(text, post, person, begins):
        return post
    lead = text[begins : person.front]
    ends = lead.rstrip(" ").endswith(("-", ":"))
    labelled = ends and (len(lead) < _SHORT_LINE or (len(lead) < _LONGEST_LEAD and _ANNOUNCING.search(lead)))
    in_cell = "\t" in lead or lead.endswith(_WIDE_GAP)
    if lead.strip(ITEM_MARKS) and not (in_cell or labelled or BY_YEARS.fullmatch(lead)):
        return None
    lead = text[_clause_start(text, post.start) : post.start] if post else ""
    if post is None or not (LEADS_HEAD.fullmatch(lead) or _leads_in_capitals(lead)) or _is_of_two(lead, post):
        return None
    above = _REMARK.sub("", text[post.start : begins]).split("\n")
    rest = above[0][post.stop - post.start :].strip(" :")
    told = CHOSEN.match(rest) and len(above[0]) < _LONGEST_LEAD and not _SENTENCE_ENDS.search(above[0])
    if (
        max(map(_longest_cell, above[1:] if told else above)) > _SHORT_LINE
        or any(it.rstrip(" ").endswith(("!", "?")) for it in above)
        or len(above) > 8
        or (rest.startswith(("и ", ",")) and not CHOSEN.match(rest))
        or any(map(ORDINARY_WORD.match, rest.split()))
    ):
        return None
    return _rather_mayor(text, plurals, post)


def _rather_mayor(text: str, plurals: Sequence[Post], post: Post) -> Post:
    """Of mayors and their deputies in one heading the mayors: which of them is who is not told, and most are those."""
    line = line_start(text, post.start)
    mayors = (it for it in plurals if it.head == _MAYOR and line <= it.start < post.start)
    return next(mayors, post) if post.head == _OF_MAYOR else post


def _longest_cell(line: str) -> int:
    """How long the longest cell of a row is, or a line that is none."""
    return max(map(len, line.split("\t")))


def _leads_in_capitals(lead: str) -> bool:
    """Whether what stands before an office in a heading in capitals does so in small letters."""
    return lead.isupper() and LEADS_HEAD.fullmatch(lead.capitalize()) is not None


def _is_of_two(lead: str, post: Post) -> bool:
    """Whether a heading tells of another office, too: `Директори и учители`, not `Градоначалници и кметове`."""
    first = role_first(lead) if lower(lead).endswith(_AND) else None
    mayors = first is not None and first.head in _OLD_MAYORS and post.head in (_MAYOR, _OF_MAYOR)
    return first is not None and (DEPUTY in post.name or (first.plural and not mayors))


def head_above(text: str, person: Person) -> Post | None:
    """The plural that is the line above the first of a list who has an office of his own there: `Членове:`."""
    begins = line_start(text, person.front)
    for post in reversed(person.before):
        if post.plural and post.start < begins:
            end = line_stop(text, post.stop)
            lead = text[line_start(text, post.start) : post.start].strip(ITEM_MARKS)
            alone = lead + text[post.stop : end].strip()
            heads = alone == ":" or lead.startswith("Група") or _TERM.fullmatch(alone)
            return post if heads and not text[end:begins].strip() else None
    return None


def over_clause(text: str, near: Sequence[Post], front: int) -> Post | None:
    """The plural over a clause in which another office stands: `учителите, отличени от министъра, са А и Б`."""
    if near[-1].plural or not text.endswith((", са ", ", бяха "), 0, front):
        return None
    plural = next((it for it in reversed(near) if it.plural), None)
    return plural if plural and tells_of_all(text, plural, front) else None


def _is_announced(text: str, post: Post, person: Person, begins: int) -> bool:
    """Whether the sentence above a list tells whose it is: `Неуморните кметове на Х са по ред:`.

    The list begins in the next line but blank ones, at `begins`, with its mark or number at most before the name.
    """
    end = line_stop(text, post.start)
    if text[end - 1] != ":" or text[end:begins].strip() or text[begins : person.front].strip(ITEM_MARKS):
        return False
    rest = text[post.stop : end - 1]
    of_what = _ARE_ALL.sub("", rest)
    if len(rest) > _LONGEST_CLAUSE or not (_OF_WHAT.match(of_what.removeprefix('"')) or CHOSEN.match(of_what)):
        return False
    if not rest.strip(" ") and text.endswith("те", post.role.start, post.role.stop):
        return True  # `Оттогава я управляват председателите на ГНС:`
    start = max(person.low, _clause_start(text, post.start))
    if not _ANNOUNCED_BY.fullmatch(text, start, post.start):
        return False
    return of_what != rest or not any(map(ORDINARY_WORD.match, rest.split()))


def _clause_start(text: str, at: int) -> int:
    """Where the cell begins that holds an offset, or the last sentence of it that announces a list does."""
    announces = _SENTENCE_END.search(text, at - 4, at) and text[at : line_stop(text, at)].rstrip(" ").endswith(":")
    return at if announces else cell_start(text, at)
