"""Lent offices: a telephone or mail with no label of its own gets the office of the person it stands behind.

In one line (`За справки: А - касиер, тел. 841 234`), or in the lines below the name, where these hold no more than the
card of a person does: rooms, hours and other ways to reach the same.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from govarchive.link.call_words import REACHED
from govarchive.link.headings import is_detail, is_generic
from govarchive.link.label_words import CALLED, CLAUSE, EDGE, LONGEST, is_bare_name
from govarchive.link.labels.asked import is_errand
from govarchive.link.labels.bodies import are_fields, is_body, without_body
from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.office_words import is_office_alone, is_office_of, is_rank, tells_role, without_rank
from govarchive.link.scene import base_of
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_start, line_stop, lines_above

_FARTHEST, _FARTHEST_IN_LINE, _MOST_PASSED, _MOST_LINES, _MOST_BLANK = 2000, 300, 24, 12, 4
_LONGEST_LEAD, _LONGEST_REST = 80, 80
# It is rather the whole body's.
_FAX = re.compile("факс|fax", re.IGNORECASE)
# What says of whoever stands behind it that one may ask: `За информация: А - главен експерт, тел. 841 234`.
_ASKED = re.compile(
    r"""(?: (?:за[ ])?(?:(?:повече|допълнителна)[ ])?(?:справки|контакти?|информация|въпроси)
      | за[ ]връзка | при[ ]въпроси | лице[ ]за[ ](?:контакти?|връзка) | отг(?:оворник|оворно[ ]лице)? | служител )
    (?:[ ](?:на|по)[ ](?:тел(?:ефон\w*)?|номер))?\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_SERVES = re.compile(r"отг(?:оворник|оворно[ ]лице)?\.?|служител", re.IGNORECASE)
# The end of a sentence, or what makes one of the words behind a name.
_SENTENCE_ENDS = re.compile(r"(?<=[а-я0-9\")]{3})[.!?][ ]+(?=[А-Я][а-я]{2})")
_SENTENCE = re.compile(rf"{_SENTENCE_ENDS.pattern}|{CLAUSE.pattern}")
# The words before the values in the card of a person.
_CARD = re.compile(
    rf"""[\W\d_]*+ (?: (?:
        {CALLED} | служ(?:еб(?:ен|на))?\.? | личен | ел(?:ектронна)? | поща | адрес | за | връзка | контакти?
      | вътр(?:ешен)? | вн ) (?![^\W\d_]) [\W\d_]*+ )*+""",
    re.VERBOSE | re.IGNORECASE,
)
# A line of the life of whoever has the card: `Роден е през 1961 г. Завършил е история.`
_STORY = re.compile(r"[^\w\n]*[А-Я](?=[^\n]{40})[^\n]*(?:[.!?][\")]?[ ]*|[а-я]{3}[.][ ][А-Я][^\n]*)")
# What stands below an address is rather the body's.
_ADDRESS = re.compile(r"\W*(?:адрес|гр\.|с\.|ул\.|бул\.|пл\.|[0-9]{4}\b)", re.IGNORECASE)
_WHEN = re.compile(r"\W*(?:прием|консултаци)[а-я]*(?![а-я])", re.IGNORECASE)
_TO_NAME = re.compile(r"[ ]{1,4}(?P<mark>[-(][ ]?)?|[ ]?,[ ]|\t")
_FIRST = REACHED | {"person"}
_PASSED = frozenset({"phone", "email", "url", "hours"})


# What stands behind a name up to the next mark: `, гл. специалист „Наеми“`, ` (касиер)`.
_BEHIND = re.compile(r"[ ]?(?:,|[ ]-|\()[ ]?(?P<words>[^,;:()\n\t0-9]{3,80})")


def lend_offices(text: str, kept: Sequence[Candidate]) -> None:
    """Sets the label of the values that have none but the word for their kind; the offices of people are known."""
    for number, it in enumerate(kept):
        if it.kind not in REACHED:
            continue
        ranked = is_rank(it.label or "")
        if ranked or (_gives_way(it.label) and _is_beside(text, it)) or _is_headed(text, it):
            owner = _owner_behind(text, kept, number) or _owner(text, kept, number)
            if owner is None or "role" not in owner.details or _is_asked_behind(text, owner, it):
                continue
            if not (ranked and tells_role(it.label or "", owner.details["role"])):
                it.label = _office(text, kept, owner)


def may_be_lent(label: str | None) -> bool:
    """Whether a label says no more than the kind of its value, or that one may ask; a fax is called just that.

    >>> may_be_lent("e-mail"), may_be_lent("За справки"), may_be_lent(None), may_be_lent("Каса")
    (True, True, True, False)
    """
    return _tells_kind(label) or _ASKED.fullmatch(label or "") is not None


def _gives_way(label: str | None) -> bool:
    """Whether the office of whoever it is says more than a label: it tells no errand, but a kind or that one serves."""
    return _tells_kind(label) or _SERVES.fullmatch(label or "") is not None


def _tells_kind(label: str | None) -> bool:
    """Whether a label says no more than the kind of its value, or there is none."""
    return label is None or (is_bare_name(label) and not _FAX.search(label))


def _is_beside(text: str, it: Candidate) -> bool:
    """Whether the label of a value, if it has one, stands before it in its line, not at the head of a column."""
    return not it.label or text.find(it.label, line_start(text, it.start), it.start) >= 0


def _is_headed(text: str, it: Candidate) -> bool:
    """Whether the label of a telephone or mail is a heading for contacts over its line: `Контакти`."""
    label = it.label or ""
    return is_generic(label) and not _FAX.search(label) and not _is_beside(text, it)


def _owner(text: str, kept: Sequence[Candidate], number: int) -> Candidate | None:
    """The person in whose line or card a value stands."""
    it = kept[number]
    line = line_start(text, it.start)
    for place in range(number - 1, max(-1, number - 2 - _MOST_PASSED), -1):
        other = kept[place]
        if it.start - other.stop > _FARTHEST or (place == number - 1 and _is_named_otherwise(other)):
            return None
        if other.kind == "person" and not _is_in_story(text, other, line):
            if other.stop > line:
                return other if _is_told_in_line(text, other, it) else None
            behind = _follows_value(text, kept, place)
            return other if not behind and _is_card(text, kept[place + 1 : number], other, line, it) else None
    return None


def _follows_value(text: str, kept: Sequence[Candidate], place: int) -> bool:
    """Whether a person stands behind a number in the same line, whose that is: `тел. 841 234 - Минка Илева`."""
    before = kept[place - 1] if place else kept[place]
    return before.kind in REACHED and before.start >= line_start(text, kept[place].start)


def _is_told_in_line(text: str, person: Candidate, it: Candidate) -> bool:
    """Whether no sentence ends between somebody and a value in the same line."""
    return it.start - person.stop <= _FARTHEST_IN_LINE and _SENTENCE.search(text, person.stop, it.start) is None


def _is_in_story(text: str, person: Candidate, line: int) -> bool:
    """Whether a name above the line of a value is that of another of whom sentences tell, or not of their first."""
    start = line_start(text, person.start)
    if start == line or person.start - start > _FARTHEST:
        return start < line
    told = "role" not in person.details or _SENTENCE_ENDS.search(text, start, person.start)
    behind = told and text[start : person.start].strip(ITEM_MARKS)
    return bool(behind) and _STORY.fullmatch(text, start, line_stop(text, person.stop)) is not None


def _owner_behind(text: str, kept: Sequence[Candidate], number: int) -> Candidate | None:
    """The person whose name follows a value that no other stands before in its line: `841 234 - Минка Илева, касиер`.

    Also the next of such a list: `841 234 - Минка Илева, касиер; 841 235 - Петко Илев, архивар`.
    """
    it = kept[number]
    after = kept[number + 1] if number + 1 < len(kept) else it
    if after.kind != "person" or _begins_with_person(text, kept, number):
        return None
    gap = _TO_NAME.fullmatch(text, it.stop, before_titles(text, after.start)[0])
    begins = not text[line_start(text, it.start) : it.start].strip(EDGE)
    return after if gap and (begins or gap["mark"]) else None


def _begins_with_person(text: str, kept: Sequence[Candidate], number: int) -> bool:
    """Whether the line of a value tells of a person before it tells of the first value."""
    line = line_start(text, kept[number].start)
    numbers = range(bisect_left(kept, line, key=_start), number)
    first = next((kept[at] for at in numbers if kept[at].kind in _FIRST), None)
    return first is not None and first.kind == "person"


def _start(it: Candidate) -> int:
    return it.start


def _is_named_otherwise(before: Candidate) -> bool:
    """Whether the number right before a value has a label of its own that is no office."""
    told = before.label if before.kind in REACHED else None
    return told is not None and not (may_be_lent(told) or is_office_alone(told) or is_office_of(told))


def _is_asked_behind(text: str, owner: Candidate, it: Candidate) -> bool:
    """Whether what somebody's number is for stands behind the name: `А - кмет, за справки: 841 234`."""
    label = it.label or ""
    asked = _ASKED.fullmatch(label) is not None or is_errand(label)
    return asked and text.find(label, owner.stop, it.start) >= 0


def _is_card(text: str, between: Sequence[Candidate], person: Candidate, line: int, it: Candidate) -> bool:
    """Whether somebody's line begins a card, and the lines from there to a value are of it too."""
    first, rest = line_start(text, person.start), line_stop(text, person.stop)
    if (
        person.start - first > _LONGEST_LEAD
        or rest - person.stop > _LONGEST_REST
        or are_fields(text, person.start, it.start)
    ):
        return False
    if _SENTENCE.search(text, person.stop, rest) and not _begins_with_office(text, first, person):
        return False
    if not _is_of_card(_without(text, line, it.start, between)):
        return False
    for count, (start, stop) in enumerate(lines_above(text, line)):
        if start <= first:
            return True
        held = [other.kind for other in between if start <= other.start < stop]
        if "address" in held or count > _MOST_LINES:
            return False
        story = REACHED.isdisjoint(held) and _is_story(text, start, stop)
        if not (story or _is_of_card(_without(text, start, stop, between))):
            return False
    return False


def _is_story(text: str, start: int, stop: int) -> bool:
    """Whether a line tells the life of somebody, and not what a body does: `Училището предлага ...`."""
    if _STORY.fullmatch(text, start, stop) is None:
        return False
    return not base_of(text[start:stop].split(maxsplit=1)[0])


def _begins_with_office(text: str, first: int, person: Candidate) -> bool:
    """Whether somebody's sentence begins with the office: `Директор на музея е Минка Илева. Преди това ...`."""
    words = text[first : before_titles(text, person.start)[0]].strip(EDGE).removesuffix(" е")
    return is_office_alone(words) or is_office_of(words)


def _is_of_card(words: str) -> bool:
    """Whether the words of a line around its values are a room, hours or ways to reach somebody, or none."""
    if _ADDRESS.match(words):
        return False
    return is_detail(words.strip()) or _WHEN.match(words) is not None or _CARD.fullmatch(words) is not None


def _without(text: str, start: int, stop: int, values: Sequence[Candidate]) -> str:
    """The words of `[start, stop)` around the values in it."""
    words = []
    for it in values:
        if it.kind in _PASSED and start <= it.start < stop:
            words.append(text[start : it.start])
            start = it.stop
    return " ".join([*words, text[start:stop]])


def _office(text: str, kept: Sequence[Candidate], person: Candidate) -> str:
    """The office as printed before the name, behind it or in the line above it; else in citation form."""
    role = str(person.details["role"])
    return next((words for words in _around(text, kept, person) if tells_role(words, role)), role)


def _around(text: str, kept: Sequence[Candidate], person: Candidate) -> Iterator[str]:
    """The words around a name that may be the office of who has it, the nearest first."""
    line = line_start(text, person.start)
    before = text[line : before_titles(text, person.start)[0]].strip(EDGE).removesuffix(" е")
    if len(before) <= LONGEST:
        yield without_rank(before)
    behind = _BEHIND.match(text, person.stop)
    if behind:
        first = bisect_left(kept, behind.start("words") + 1, key=_start)
        near = kept[first : bisect_left(kept, behind.end(), lo=first, key=_start)]
        bodies = (it.start for it in near if is_body(it))
        start = behind.start("words")
        yield without_body(behind["words"], next(bodies, start) - start).strip()
    above = (text[start:stop].strip(EDGE) for start, stop in islice(lines_above(text, line), _MOST_BLANK))
    yield next(filter(None, above), "")
