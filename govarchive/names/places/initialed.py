"""`С. БРУСЕН`: a village with its mark in capitals, or somebody with an initial.

>>> text = 'НЧ "ЗОРА" С. БРУСЕН'
>>> village_told(text, 10, 19), village_told("Директор: С. БРУСЕН", 10, 19), village_told("С. БРУСЕН - касиер", 0, 9)
(True, False, False)
"""

import re

from govarchive.names.evidence import before_titles, introduces, role_follows
from govarchive.names.lexicon import is_given, word_class
from govarchive.names.places.toponyms import known_at
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start, line_stop

MARK = "С."
"""The mark of a village in capitals."""

# Capitals, no surname's ending, nothing behind it.
_SHOUTED = re.compile(
    r"[А-ЯЍ]{4,}(?:[ ][А-ЯЍ]{4,}(?<!ОВ)(?<!ЕВ)(?<!ВА)(?<!СКИ)(?<!СКА))?(?<![ОЕ]В)(?<!ВА)(?<!СКИ)(?<!СКА)"
    r"(?=[ ]*(?:[,;:)(\n\t-]|$)|[ ](?:И|ГР|С|ОБЩ|ОБЛ|НА|ЗА|В|ОТ)(?!\w)|[ ][0-9а-я])"
)
# The municipality or the region in brief, which nobody has behind his name; no surname of a man.
_IN_LAND = re.compile(r"[А-ЯЍ][А-Яа-яЍѝ]{2,25}(?<![ОЕое][Вв])[ ]?[,(-]?[ ]?\n?(?:ОБЩ|[Оо]бщ|ОБЛ|[Оо]бл)\.[ ]?[\"А-ЯЍ]")
# The same in full: whoever is called as people are serves there.
_LAND_BEHIND = re.compile(r"[ ]?[,(-]?[ ]?\n?(?:общ(?:\.|ина)|обл(?:\.|аст))[ ]?[\"а-яѝ]", re.IGNORECASE)
# Behind the quotes of a body, the label of a place, or what is of the village: `НЧ "ЗОРА" - С. БРУСЕН`, `КМЕТ НА С. Х`.
_OF_VILLAGE_BEFORE = re.compile(
    r"""\"[ ]?[,-]?[ ]?\Z | (?<!\w)(?:НА|В|ОТ|на|в|от|за|ЗА|край|КРАЙ)[ ]\Z
    | (?<!\w)(?i:място|село|землище|кметство|адрес|седалище|район)[ ]?:[ ]?\Z""",
    re.VERBOSE,
)
# Before somebody with his given name, as in the next cell: `С. БРУСЕН<TAB>РАДА ПЕНЕВА`.
_TO_CELL = re.compile(
    r"[ ]*(?:[\t|:]|-[ ])[ ]*(?:[А-Яа-я]{1,4}\.[ ]?)?(?P<given>[А-ЯЍ][А-Яа-яЍѝ]{2,})[ ](?P<family>[А-ЯЍ][А-Яа-яЍѝ]+)"
)
# `КМЕТ С. БРУСЕН: РАДА ПЕНЕВА`
_GOVERNED = re.compile(r"(?<!\w)(?:кмет|наместник)[ ]\Z", re.IGNORECASE)
# `ст.н.с. Петко Липов`, `м. с. Рада Пенева`, but not `на 300 м. с. Рада`.
_TITLED = re.compile(r"(?<![А-Яа-я])(?:н|(?P<nurse>(?<![0-9])(?<![0-9][ ])[мМ]))\.[ ]?\Z")
_GIVEN = re.compile(r"([А-ЯЍ][А-Яа-яЍѝ]+)[ ][А-ЯЍ]")
_ITEM = re.compile(r"[ ]*(?:(?:[0-9]{1,3}|[IVXІХ]{1,4})[.)]?|[-*•·])?[ ]*")
_PARTING = re.compile(r"[ ]*[,(:\t-]?[ \t]*-?[ ]*")
# Somebody named on the same line: he is whose office stands there.
_NAMED = re.compile(r"[А-ЯЍ](?:[А-Яа-яЍѝ-]+|\.)[ ]?[А-ЯЍ][А-Яа-яЍѝ-]{2,}")
_ANOTHER = re.compile(
    r"(?:[0-9]{1,3}[.)]?[ ]?|[-*•·][ ]?)?([А-ЯЍ])\.[ ]?([А-ЯЍ][А-ЯЍа-яѝ]{2,})(?:-[А-ЯЍ]|[ ]*(?:[,;\n\t-]|$))"
)
_BEFORE = re.compile(r"(?<!\w)([А-ЯЍ])\.[ ]?([А-ЯЍ][А-ЯЍа-яѝ-]{2,})(?:[,;][ ]|[ ][иИ][ ])\Z")
_SIGNED = re.compile(r"(?:[а-я]+(?:вил|лил|рил|сал|дал|ел|рал|овал)и?|подпис|участници|отсъстващи|присъстващи)[ ]?:?\Z")
_BEHIND = re.compile(r"(?:[,;][ ]|[ ][иИ][ ])([А-ЯЍ])\.[ ]?([А-ЯЍ][А-ЯЍа-яѝ-]{2,})")
_FAMILIES = frozenset(("strong", "weak"))
_ONE_WORD = re.compile(r"[А-ЯЍ](?:[а-яѝ]{3,}|[А-ЯЍ]{3,})(?=[ ]*(?:[,;.:)(\n\t]|-[ ]|$)|[ ][а-я])")
_REACH = 90


def of_person(text: str, start: int, name: int) -> bool:
    """Whether a mark `с.` at `start` is an initial or ends the title of a scientist or a nurse, before somebody.

    >>> of_person("С. ИВАНОВ и", 0, 3), of_person("С. ХЪРЛЕЦ и", 0, 3), of_person("С. Бучинска, общ. Правец", 0, 3)
    (True, False, False)
    >>> of_person("м. с. Рада Пенева", 3, 6), of_person("м. с. Хърлец", 3, 6)
    (True, False)
    """
    if not text.startswith(MARK, start):
        return _is_titled(text, start, name)
    return known_at(text, name) == name and _SHOUTED.match(text, name) is None and _IN_LAND.match(text, name) is None


def _is_titled(text: str, start: int, name: int) -> bool:
    """Whether a mark `с.` at `start` ends a title: a nurse's is one before a given name only."""
    title = _TITLED.search(text, max(0, start - 6), start)
    if title is None or title["nurse"] is None:
        return title is not None
    given = _GIVEN.match(text, name)
    return given is not None and is_given(given[1].capitalize())


def mark_start(text: str, at: int) -> int:
    """Where the `С.` before the name of a village at `at` begins; `at` itself without one.

    >>> mark_start("С. БРУСЕН", 3), mark_start("С.БРУСЕН", 2), mark_start("БРУСЕН", 0)
    (0, 0, 0)
    """
    start = at - len(MARK) - (text[at - 1 : at] == " ")
    return start if start >= 0 and text.startswith(MARK, start) else at


def no_surname(text: str, at: int) -> bool:
    """Whether one word stands at `at` that is neither a surname nor a given name.

    >>> no_surname("Брусен", 0), no_surname("Минева", 0), no_surname("Рада Минева", 0)
    (True, False, False)
    """
    word = _ONE_WORD.match(text, at)
    return word is not None and not is_given(word[0]) and word_class(word[0]) not in _FAMILIES


def village_told(text: str, start: int, stop: int) -> bool:
    """Whether a name with `С.` before it, which rules of places and of people both take, is that of a village.

    Somebody has an office beside it, a label or an office before it, or others with initials in the lines around it.
    """
    name = text[start + len(MARK) : stop].strip()
    before = text[max(cell_start(text, start), start - _REACH) : start]
    if _LAND_BEHIND.match(text, stop) or _OF_VILLAGE_BEFORE.search(before):
        return True
    kind = word_class(name)
    if kind == "strong":
        return False
    if (_ITEM.fullmatch(before) or _GOVERNED.search(before)) and _leads_to_somebody(text, stop):
        return True
    if kind in ("given", "weak") or _is_person(_BEFORE.search(before)) or _is_person(_BEHIND.match(text, stop)):
        return False
    if not _ITEM.fullmatch(before):
        return not (before.rstrip()[-1:] in (":", "/", "(") or _is_led(text, start, before))
    return not (_serves(text, stop) or _is_signed(text, start) or _among_people(text, start, stop))


def _leads_to_somebody(text: str, stop: int) -> bool:
    """Whether the next cell is somebody's with his given name."""
    cell = _TO_CELL.match(text, stop)
    return cell is not None and (is_given(cell["given"]) or word_class(cell["family"]) in _FAMILIES)


def _is_led(text: str, start: int, before: str) -> bool:
    """Whether a title or an office stands right before."""
    words = before.rstrip(" -").split()
    return bool(before_titles(text, start)[1]) or (bool(words) and introduces(words[-1]) > 0)


def _serves(text: str, stop: int) -> bool:
    """Whether an office stands behind on the line, or alone on the next, and nobody else who holds it."""
    end = line_stop(text, stop)
    behind = text[stop : min(end, stop + _REACH)]
    parting = _PARTING.match(behind)
    rest = behind[parting.end() if parting else 0 :]
    if not rest.strip():
        below = text[end + 1 : min(line_stop(text, end + 1), end + 1 + _REACH)] if end < len(text) else ""
        return ":" not in below and role_follows(lower(below)) and not _NAMED.search(below)
    return role_follows(lower(rest)) and not _NAMED.search(rest)


def _is_signed(text: str, start: int) -> bool:
    """Whether an office or a word for who signs stands alone in the cell before, or on the line above."""
    cell, head = cell_start(text, start), line_start(text, start)
    end = cell if cell > head else head
    opening = cell_start(text, cell - 1) if cell > head else line_start(text, head - 1) if head else 0
    told = text[max(opening, end - _REACH) : max(end - 1, 0)].strip()
    words = lower(told).rstrip(": ").split()
    return bool(words) and (_SIGNED.search(words[-1]) is not None or (role_follows(lower(told)) and len(words) < 4))


def _among_people(text: str, start: int, stop: int) -> bool:
    """Whether the line above or below is of somebody with an initial."""
    head, end = line_start(text, start), line_stop(text, stop)
    beside = [line_start(text, head - 1)] if head else []
    if end < len(text):
        beside.append(end + 1)
    return any(_is_person(_ANOTHER.match(text, it)) for it in beside)


def _is_person(it: re.Match[str] | None) -> bool:
    """Whether what stands beside is somebody with an initial: another letter, or a surname behind it."""
    return it is not None and (it[1] != MARK[0] or word_class(it[2]) in _FAMILIES)
