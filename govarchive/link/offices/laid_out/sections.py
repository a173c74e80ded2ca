"""Sections: lists whose items are records of several lines, or rows with a label, below the office of all of them.

`Съдии` over `А`, `II състав, каб. 5`, a blank line, `Б`; `Директори` over `ОУ „Х“ - А`, `гр. Дол, СУ „У“: Б`. A line of
another sort, a heading, or a paragraph of its own ends the section.
"""

import re

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.bodies.staff_lists import HEAD as STAFF
from govarchive.link.offices.laid_out.rows import LEADS_HEAD, Person
from govarchive.link.offices.posts import Post
from govarchive.link.units import PARTS, UNITS, any_of
from govarchive.text.layout import line_start, line_stop

_LONGEST_HEAD, _LONGEST_LINE, _LONGEST_LABEL = 90, 220, 80
_FARTHEST, _MOST_LINES = 500, 4
_UNIT = re.compile(rf"(?i:{any_of((*PARTS, *UNITS))})[ ](?:по|за|на|\"|[А-Я])")
# Who stands below is another sort of people, though nothing but the word says so: `Победители`, `Благодарим на`.
_OTHERS = re.compile(
    r"[ ]*(?:(?:победител|участни[цк]|гост|дарител|спонсор|родител|учени[цк]|отлични[цк])и(?:те)?|благодарим)(?![а-я])",
    re.IGNORECASE,
)
# Before the first of two in a row: `I група - А и Б`.
_LABEL = re.compile(r"[^\n]*[-:\"](?=[ ])")
_LABEL_ENDS = ("-", ":", '"')
_PROSE = re.compile(r"[ ][а-я]{2,}[ ]")
_FEWEST_LETTERS, _SHORTEST = 5, 3


def stand_in_one_section(text: str, head: Post, other: Person, person: Person) -> bool:
    """Whether two people stand in the section that an office in the plural heads."""
    begins = line_start(text, person.front)
    above = line_start(text, other.front)
    if not 0 < begins - other.it.stop < _FARTHEST or not _heads(text, head, above):
        return False
    lead, lead_above = _lead(text, begins, person), _lead(text, above, other)
    between = text[line_stop(text, other.it.stop) + 1 : begins].split("\n")[:-1]
    if lead or lead_above:
        labelled = all(map(_is_label, (lead, lead_above))) or lead.split()[:1] == lead_above.split()[:1]
        return not between and labelled and not _OTHERS.match(lead)
    if _PROSE.match(text, person.it.stop):
        return False
    return _is_record(between) or _is_part(between, text[line_stop(text, head.stop) : above])


def _lead(text: str, begins: int, person: Person) -> str:
    """What stands in a row that begins there before the first of its names."""
    stop = person.front
    if person.low > begins and text[person.low : stop].strip(" ,") in ("", "и"):
        label = _LABEL.match(text, begins, person.low)
        stop = label.end() if label else begins
    return text[begins:stop].lstrip(ITEM_MARKS).rstrip()


def _heads(text: str, head: Post, row: int) -> bool:
    """Whether an office begins a line of its own somewhere above a row."""
    begins, ends = line_start(text, head.start), line_stop(text, head.start)
    return (
        ends < row
        and ends - begins < _LONGEST_HEAD
        and LEADS_HEAD.fullmatch(text, begins, head.start) is not None
        and text[ends - 1] not in ".;,"
    )


def _is_label(lead: str) -> bool:
    """Whether what stands before a name in its row leads to it, or is but a name in quotes."""
    return 0 < len(lead) < _LONGEST_LABEL and lead.endswith(_LABEL_ENDS) and ";" not in lead


def _is_record(lines: list[str]) -> bool:
    """Whether the lines behind a name are all of its record, with blank ones at most behind them."""
    filled = [line for line in lines if line.strip()]
    if len(filled) > _MOST_LINES or lines[: len(filled)] != filled:
        return False
    return not any(map(_is_heading, filled))


def _is_part(lines: list[str], top: str) -> bool:
    """Whether a line alone divides the people as the one below the head of all does: `Наказателна колегия`."""
    filled, first = [line for line in lines if line.strip()], top.lstrip().partition("\n")[0]
    if len(filled) != 1 or max(len(filled[0]), len(first)) > _LONGEST_LABEL:
        return False
    return not {it for it in filled[0].lower().split() if len(it) > _SHORTEST}.isdisjoint(first.lower().split())


def _is_heading(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    shouted = line.isupper() and letters >= _FEWEST_LETTERS
    if shouted or len(line) > _LONGEST_LINE or line.rstrip(" ").endswith(":"):
        return True
    return any(found.match(line) for found in (_UNIT, _OTHERS)) or STAFF.fullmatch(line) is not None
