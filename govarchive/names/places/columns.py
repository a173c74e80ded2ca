r"""Names of villages in the cells and lines below a heading that announces them.

Cells of a table under `Населено място` or `Кметство`; paragraphs under a line `Кметства` whose first line is a name.

>>> from govarchive.text.words import words
>>> text = "Село\tКмет\nХотово\tИво Петров\nПлоски\t-"
>>> page = words(text)
>>> [text[start:stop] for start, stop in columns(text, page, page.among(HEADS))]
['Хотово', 'Плоски']
"""

import re
from collections.abc import Iterable, Iterator

from govarchive.names.lexicon import is_given
from govarchive.names.places.village_names import name_at
from govarchive.names.places.words import uncommon, village_like
from govarchive.text.layout import line_stop
from govarchive.text.words import Words

HEADS = frozenset(
    "Село СЕЛО село Община ОБЩИНА Област ОБЛАСТ Град ГРАД Села СЕЛА Кметство КМЕТСТВО Кметства КМЕТСТВА Кметството "
    "Населено НАСЕЛЕНО населено Населени НАСЕЛЕНИ населени Селища Землище ЗЕМЛИЩЕ землище "
    "Кметове КМЕТОВЕ кметове наместници НАМЕСТНИЦИ".split()
)
"""The words that such a heading begins with, as printed."""

COLUMN = "column"
"""The rule by which these are places."""

# How the words begin that head villages with those who serve them.
_TELLS_WHO = frozenset(("км", "на", "се"))
# These head a column of names in a table only.
_CELLS = frozenset("Община ОБЩИНА Област ОБЛАСТ Град ГРАД".split())
_COLUMNS = 12
_HEADING = re.compile(
    r"(?:кметств[оа]|сел[оа]|община|област|град|населен[ои][ ]мест?[оа]|населено[ ]място|населени[ ]места|землище"
    r"|селища)"
    r"(?:[ ]?[/,(и][ ]?(?:кметство|населено[ ]място|село|град|гр\.|с\.)\)?)*[ ]?:?",
    re.IGNORECASE,
)
# A row of headings whose cells only blanks part, and the rows below it: `Име Презиме Фамилия Село 0888 000 111`.
_FLAT = re.compile(
    rf"(?:(?:№|Име\w*|Кмет|Наместник|Презиме|Фамилия|и)[ ]+)*(?:{_HEADING.pattern})"
    r"(?:[ ]+(?:Номер|Телефони?|Тел\.?|Кмета?|Наместник|Име\w*|Адрес|Фамилия|и|на|фамилия|телефон))*[ ]*",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\n*(?:[0-9]{1,2}\.?[ ])?(?P<words>[А-ЯЍ][а-яѝ-]+(?:[ ][А-ЯЍ][а-яѝ-]+){2,4}(?:[ ][а-яѝ]{3,})?)"
    r"[ ]*(?:[-,]?[ ]?(?:тел\.?:?)?[ ]?[0-9+(][0-9 /()+;,-]{4,})?(?:\n|$)"
)
# A line that heads a list of villages and who governs each of them, and a line of that list: `Хотово - Иво Петров`.
_MAYORS = re.compile(r"[А-Яа-яЍѝ0-9 ,/().-]{4,90}:?[ ]*")
_GOVERNED = re.compile(r"(?:[0-9]{1,2}[.)][ ]?)?(?:[Сс]\.[ ]?|[Сс]ело[ ]|[Кк]метство[ ])?(?=[А-ЯЍ])")
_WHO = re.compile(r"[ ]?[-:][ ]?(?:инж\.|д-р)?[ ]?[А-ЯЍ][а-яѝ]*\.?[ ]?[А-ЯЍ]")
# The same with no more than a blank, a comma or a bracket between, and so somebody who has a given name of the list.
_NAMED = re.compile(r"[ ]?[,(/|][ ]?|[ ]{1,3}")
_PERSON = re.compile(r"(?:(?:инж|арх|д-р|г-н|г-жа)\.?[ ])?(?P<given>[А-ЯЍ][А-Яа-яЍѝ]+)[ ][А-ЯЍ]")
_WORD = re.compile(r"[ -]?[А-ЯЍа-яѝ]{3,}")
_LONGEST_NAME = 3
# Ordinary words that a village's name may begin with.
_FIRST_OF_TWO = frozenset(
    "Горно Горна Горни Горен Долно Долна Долни Долен Голямо Голяма Голям Малко Малка Малки Малък Старо Стара Стар "
    "Ново Нова Нови Бяло Бяла Бели Бял Черно Черна Черни Средно Средна".split()
)
_MARKED = re.compile(
    r"(?:[0-9]{1,2}\.?[ ]|[•·*-][ ]?)?(?:(?:[сС]|[гГ]р|ГР)\.[ ]?|[сС]ело[ ]|СЕЛО[ ]|[кК]метство[ ]|КМЕТСТВО[ ])?"
)


def columns(text: str, page: Words, heads: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The names that stand below a heading of villages, as spans; `heads`: the places of the words of `HEADS`."""
    done = 0
    for at in heads:
        start = page.ends[at - 1]
        if start < done or (page.parts[at] in _CELLS and not _is_cell(page, at)):
            continue
        line = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        end = end if end > 0 else len(text)
        table = "\t" in text[line:end]
        for name in _below(text, line, start, end):
            yield name
            # A table has further columns beside this one.
            done = done if table else name[1]


def _below(text: str, line: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names below the heading whose first word stands at `start` in the line `[line, end)`."""
    if text[start : start + 2].lower() in _TELLS_WHO and _MAYORS.fullmatch(text, line, end):
        governed = list(_governed(text, end + 1))
        if len(governed) > 1:
            return iter(governed)
    left = text.rfind("\t", line, start) + 1 or line
    heading = _HEADING.match(text, left)
    if heading is None or text[heading.end() : heading.end() + 1] not in ("\n", "\t", ""):
        return _flat(text, end + 1) if _FLAT.fullmatch(text, line, end) else iter(())
    column = text.count("\t", line, left)
    if "\t" in text[line:end]:
        return _cells(text, end + 1, column) if column < _COLUMNS else iter(())
    return _paragraphs(text, end + 1)


def _is_cell(page: Words, at: int) -> bool:
    """Whether a word fills a cell of a table."""
    before, after = page.parts[at - 1], page.parts[at + 1]
    return (before[-1:] == "\t" and after[:1] in ("\t", "\n")) or (before[-1:] in ("", "\n") and after[:1] == "\t")


def _cells(text: str, at: int, column: int) -> Iterator[tuple[int, int]]:
    """The names in one column of the rows that follow; a row without that cell is passed over."""
    while at < len(text) and text[at] != "\n":
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        left = at
        for _ in range(column):
            left = text.find("\t", left, end) + 1 or end
        if text[left:end].partition("\t")[0] in HEADS:
            return
        name = _whole(text, left)
        if name and left < end:
            yield name
        at = end + 1


def _flat(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names of the villages in rows whose cells only blanks part: a person, a village, a phone."""
    while row := _ROW.match(text, at):
        words = row["words"].split(" ")
        for first in (3, 2):
            start = row.start("words") + sum(len(word) + 1 for word in words[:first])
            stop = name_at(text, start) if first < len(words) else start
            if stop == row.end("words") and (first == 3 or village_like(words[first])):
                yield start, stop
                break
        at = row.end()


def _governed(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names that begin the lines that follow, each with a person behind it; heads of columns may stand above."""
    first = True
    while text[at : at + 1] == "\n":
        at += 1
    while at < len(text):
        mark = _GOVERNED.match(text, at)
        name = _with_person(text, mark.end()) if mark else None
        if name:
            yield name
        elif not first or not _FLAT.fullmatch(text, at, line_stop(text, at)):
            return
        first = False
        at = text.find("\n", at) + 1 or len(text)


def _with_person(text: str, start: int) -> tuple[int, int] | None:
    """The name at `start` of a village, if a person stands behind it."""
    stop = name_at(text, start)
    first = text[start:stop].partition(" ")[0].capitalize()
    if not (uncommon(first) or first in _FIRST_OF_TWO):
        return None
    if _WHO.match(text, stop):
        return start, stop
    stop = start
    for _ in range(_LONGEST_NAME):
        word = _WORD.match(text, stop)
        if word is None:
            return None
        stop = word.end()
        gap = _NAMED.match(text, stop)
        person = gap and _PERSON.match(text, gap.end())
        if person and is_given(person["given"]):
            return (start, stop) if stop > word.start() > start or first not in _FIRST_OF_TWO else None
    return None


def _paragraphs(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names that begin each of the paragraphs, or lines, that follow."""
    while at < len(text):
        while text[at : at + 1] == "\n":
            at += 1
        name = _whole(text, at)
        if name is None:
            return
        yield name
        following = text.find("\n", at)
        beside = following + 1 if following > 0 else len(text)
        blank = text.find("\n\n", at)
        at = beside if _whole(text, beside) and text[beside : beside + 1] != "\n" else blank if blank > 0 else len(text)


def _whole(text: str, at: int) -> tuple[int, int] | None:
    """The name that fills a cell or a line at `at`, its mark and number left out."""
    mark = _MARKED.match(text, at)
    start = mark.end() if mark else at
    stop = name_at(text, start)
    if stop == start or text[stop : stop + 2].lstrip(" ")[:1] not in ("", "\n", "\t"):
        return None
    first = text[start:stop].replace("-", " ").split()
    named = first[0] not in HEADS and (len(first) > 1 or uncommon(first[0].capitalize()))
    return (start, stop) if named or (mark and mark.end() > at) else None
