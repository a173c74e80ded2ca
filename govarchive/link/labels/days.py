"""What the page calls a day: `Публикувано на`, `Интервю -`, `12.05.2018 г. - изпит`."""

import re

from govarchive.link.labels.named import REACH
from govarchive.model import Candidate
from govarchive.text.layout import words_above, words_below

_WORD_START = re.compile(r"(?<!\w)\w")
_DATE_LEADS = (
    ":",
    " на",
    " on",
    " към",
    "читано от",
    "сила от",
    "дакция от",
    "изация от",
    "омяна от",
    "алидна до",
    "алиден до",
    "алидно до",
)
_BOUNDS = ("рок: от", "рок: до", "рок: на")
# `Публикувано от admin на`, `Добавено :`, `актуален към`
_DATE_LABEL = re.compile(
    r"""(?P<label> (?:[А-Яа-я]+ [ ]){0,5} [А-Яа-я]+ (?:[ ]"[^"\n]{2,30}")? ) [ ]* :
    | (?P<verb> (?:[Пп]оследно\ )?
        (?: [А-Яа-я]+ (?:кува|аве|ове|мене) | Обяве | Обнародва | Свале | Изнесе | Изготве | [Пп]оставе
          | Актуализира | Редактира | Каче | Създаде ) н[оа]?
        (?:\ на\ таблото)? )
      (?:\ от:?\ \w+)? \ на
    | (?P<change> [Пп]оследна\ (?:актуализация|промяна|редакция) ) \ (?:на|от)
    | (?P<state> актуал (?:ен|ни|на|но) \ към )
    | (?P<english> (?:[Pp]osted | [Pp]ublished | (?:[Ll]ast\ )?[Uu]pdated | [Mm]odified)\ on )
    | (?P<since> (?:[Сс]читано | [Вв]\ сила) \ от )
    | (?P<until> [Вв]алид (?:ен|на|но) \ до )""",
    re.VERBOSE,
)
# The few words at the head of a line, an item or a cell that a schedule has before a day: `Интервю - `, `Тест<TAB>`.
_SCHEDULED = re.compile(
    r"""(?: (?:[\n\t;]|,(?<=[0-9.],)) [^\w\n\t;]* (?=[А-ЯIVX])
      | [:;.)][ ]*\n(?=[а-я]) )                                          # also a list of items in small letters
    (?P<head> (?:[А-Яа-я]+|[IVX]+) (?:[ ]\"?(?:[А-Яа-я]+|[IVX]+)\"?){0,8} )
    [ ]* [:\t|-] [ \t]* (?:(?:до|от|на)[ ])?$""",
    re.VERBOSE,
)
# What a day is called with no mark, in its line or the line above: `Дата на публикуване 18.08.2020`.
_HEADS = (
    "Дат",
    "ДАТ",
    "Краен ",
    "КРАЕН ",
    "Срок ",
    "Срокът ",
    "СРОК ",
    "Послед",
    "ПОСЛЕД",
    "Следващ",
    "Предстоящ",
    "Публикува",
)
_HEAD = re.compile(
    r"""(?P<label> (?i:дата(?:та)?) (?:[ ](?i:на|за)(?:[ ][А-Яа-я]+){1,4}?)?
      | (?i:последн[ао])[ ][А-Яа-я]{5,} (?:[ ]на[ ][а-я]+)?
      | (?i:(?:краен(?:ият)?[ ])?срок(?:ът)?)(?:[ ](?i:за|на)(?:[ ][А-Яа-я]+){1,6}?)?
      | (?:Следващ|Предстоящ)[а-я]{0,3}(?:[ ][А-Яа-я]+){1,5}? | Публикуван[оаи]? )
    (?: [ ](?:на|в|във|от|до|за|през|е|ще|се|бъде|проведе|състои|насрочен[ао]?) | [ ]? [:(-] )* [ ]*""",
    re.VERBOSE,
)
# What a calendar has before the day that ends its line: `Обявяване на списъците 15.06.`, `Първи учебен ден 15.09.`
_EVENT = re.compile(
    r"""(?P<label> [А-Я][а-я]+[ае]не(?:то)?(?:[ ][А-Яа-я]+){1,5}?
      | [А-Я][а-я]+(?:[ ][а-я]+){0,2}[ ](?:ден|ваканция|класиране|кръг|тур|сесия|заседание|търг|изпит) )
    (?:[ ](?:на|в|във|от|до))? [ ]""",
    re.VERBOSE,
)
# Behind the day before in a line of days: `Първо класиране 27.05. Второ класиране 16.06.`
_DAY_BEFORE = re.compile(r"[0-9](?:[ ]?г\.|[ ]?год(?:\.|ина))?[.,;]?[ ]+(?=[А-Я])")
# `- Подаване на заявления - Срок: до 31.05.`
_TERMS = frozenset(("срок", "краен срок", "дата", "период"))
_ROW_OF_TERM = re.compile(
    r"[ •*-]{0,6}(?:[0-9]{1,2}[.)][ ]?)?(?P<words>[А-Я][а-я]+(?:[ ][а-я(][^ :.;\n0-9]*){0,8}?)(?:[ ]-|,)[ ]"
)
# Above `Дата: 12/03/2018`, as in the forms of public procurement.
_HEAD_OF_TERM = re.compile(
    r"""[ ]*(?:[IVX0-9.)]+[ ]+)?
    (?P<words>(?:(?:краен|начален)[ ])?(?:срок|условия|получаване|отваряне|изпращане)\b[^:\n]{3,100}?)[ :]*""",
    re.VERBOSE | re.IGNORECASE,
)
# The number of a field in such a form: `IV.3.4) Срок за получаване на оферти`.
_NUMBER = re.compile(r"[IVXІ]{1,4}(?:\.[0-9]{1,2}){1,3}[.)]*[ ]")
# From a day to the next that is told with it: `на 05.06.2018 г. и 06.06.2018 г.`
_NEXT_OF_TWO = re.compile(r"(?:[ ]?г\.)?[ ]и[ ](?:на[ ])?")
_NEXT_DAY = re.compile(r"[ ][А-Я][а-я ]{5,40}[ ][0-9]")
# `първа вноска до 30.06.`
_INSTALMENT = re.compile(
    r"(?:първа|втора|трета|четвърта|последна|I{1,3}|IV)(?:та)?[ ](?:вноска|част|транш)(?=[ ](?:е[ ]|[-:][ ])?до[ ]\Z)",
    re.IGNORECASE,
)
# A place before a day, and the next or the last one of a list of such.
_TO_DAY = frozenset(("- ", ": "))
_PLACE = re.compile(r"(?:\A|(?<=[:;,\n(•])[ ]?)(?P<words>(?:с|гр|кв)\.[ ]?[А-Я][^,;:\n0-9-]{2,30}?)[ ]?[-:][ ]\Z")
_NEXT_PLACE = re.compile(r"[^,;\n]{0,20}[,;\n][ •]{0,3}(?:с|гр|кв)\.[ ]?[А-Я][^,;:\n0-9-]{2,30}[-:][ ][0-9]")
_LAST_DAY = re.compile(r"(?:с|гр|кв)\.[ ]?[А-Я][^,;:\n0-9-]{2,30}[-:][ ][0-9][^,;\n]{3,30}[,;\n]?[ •]{0,3}\Z")
# What names no day but a part of the page, and what goes on to the day behind what it is called.
_NO_HEAD = frozenset(("тагове", "етикети", "архив", "категория", "рубрика", "от дата"))
_TO_ITS_DAY = re.compile(r"[ ](?:ще[ ](?:е|са|бъде|се)[^\n]*|е|От|До|за[ ]периода)\Z")
_UNTIL = frozenset((" до ", " ДО "))
_ROW_REACH = 90
"""How many characters before a day its line in a schedule may begin."""
# `до 30.06. - първа вноска`
_BOUND = re.compile(r"[ •*-]{0,4}(?:до|от|на)[ ]", re.IGNORECASE)
_TOLD_BEHIND = re.compile(r"[ ]?-[ ](?P<words>[а-я]+(?:[ ][а-я]+){1,4})[.;, ]*(?=\n|\Z)")
# Of days in lines below each other: `05.03.2018 г. - изпит`, `01.11.2017 г. вкл.      есенна`, `01.06.2018 Празник`.
_ROW_START = re.compile(r"[ ]*(?:[0-9]{1,2}[).][ ]|[•*·-][ ]?)?(?:(?:до|от|на)[ ])?")
_DAY_OF_ROW = re.compile(rf"{_ROW_START.pattern}[0-9]{{1,2}}(?:\.[0-9]|[ ][а-я]{{3}})")
_BEHIND_OF_ROW = re.compile(
    r"""(?:[ ]?г\.|[ ]?год(?:\.|ина))?(?:[ ]вкл(?:\.|ючително))?(?:[ ]?[-:][ ]|[ ]{2,}|\t[ ]*|[ ](?=[А-Я]))
    (?P<words>(?:[А-Яа-я]+|[IVX]+)(?:[ -](?:[А-Яа-я]+|[IVX]+)){0,7})[.;, ]*(?=\n|\Z)""",
    re.VERBOSE,
)
_CLAUSE = re.compile(r"[ ](?:е|са|бе|бяха|ще|че|се|да|не)[ ]")
# Last characters of what may stand before a date that has a label.
_LEADING = ":амтоn \t-|"
_LINE_ENDS = frozenset(("", "\n", ";", "."))
_MARKS_OF_HEADS = frozenset(":\t-| ")


def date_label(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span that says what a date is of: right before it on its line, with a mark, or as pages date themselves.

    Without one, what the line above calls it, or what ends a line of terms: `до 30.06. - първа вноска`.
    """
    if text[max(0, start - 4) : start] in _UNTIL and (part := _INSTALMENT.search(text, max(0, start - REACH), start)):
        return part.span()
    if found := _before(text, start):
        return _row_of_term(text, *found) or found
    if start < REACH or "\n" in text[start - REACH : start] or "г. " in text[start - REACH : start]:
        # Elsewhere in a sentence no head is near.
        return _headed(text, start, stop) or (
            None if text[stop : stop + 1] in _LINE_ENDS else _behind(text, start, stop)
        )
    return None


def without_verb(words: str) -> str | None:
    """What a day is called, without the verb or the preposition before it; None for a part of the page.

    >>> without_verb("Попълване на местата До"), without_verb("Срещата ще е"), without_verb("Тагове")
    ('Попълване на местата', 'Срещата', None)
    """
    return None if words.lower() in _NO_HEAD else _TO_ITS_DAY.sub("", words)


def place_of_day(text: str, start: int, stop: int) -> str | None:
    """The place where something is on a day, in a line of several such: `с. Поле - 05.02., с. Дол - 06.02.`.

    >>> said = "Срещи: с. Поле - 05.02., с. Дол - 06.02."
    >>> place_of_day(said, 17, 23), place_of_day(said[:23], 17, 23)
    ('с. Поле', None)
    """
    if text[start - 2 : start] not in _TO_DAY:
        return None
    place = _PLACE.search(text, max(0, start - REACH), start)
    if place is None:
        return None
    listed = _NEXT_PLACE.match(text, stop) or _LAST_DAY.search(text, max(0, place.start() - REACH), place.start())
    return place["words"] if listed else None


def is_next_day(text: str, last: Candidate, it: Candidate) -> bool:
    """Whether a day is told together with the one before it."""
    return last.kind == it.kind and _NEXT_OF_TWO.fullmatch(text, last.stop, it.start) is not None


def _before(text: str, start: int) -> tuple[int, int] | None:
    end = start - 2 if text[start - 1 : start] == " " else start - 1
    if start < 2 or text[end] not in _LEADING:
        return None
    floor = start - REACH if start > REACH else 0
    # Before `до`, `от` and `на` a mark: `Резултати: до 12.05.`
    marked = text[end] in _MARKS_OF_HEADS or text[end - 3 : end - 1].rstrip(" ")[-1:] in _MARKS_OF_HEADS
    if marked and (scheduled := _scheduled(text, max(0, start - _ROW_REACH), start)):
        return scheduled
    before = text[floor:start].rstrip(" ")
    if marked and before.endswith(_BOUNDS):
        before = before[: before.rfind(" ")]  # `Срок: от 12.05.`
    if not before.endswith(_DATE_LEADS):
        return None
    line = floor + before.rfind("\n") + 1
    said = text[line : floor + len(before)]
    for found in _WORD_START.finditer(said):
        label = _DATE_LABEL.fullmatch(said, found.start())
        if label:
            first, stop = label.span(label.lastgroup or 0)
            return line + first, line + stop
    return None


def _row_of_term(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span of what the day is for that begins the line, before a word that says no more than that it is a day."""
    if text[start:stop].lower() not in _TERMS:
        return None
    line = text.rfind("\n", 0, start) + 1
    if line and not text[line:start].strip():
        first, last = words_above(text, line, most=2)
        head = _HEAD_OF_TERM.fullmatch(text, first, last)
        return head.span("words") if head else None
    row = _ROW_OF_TERM.match(text, line, start)
    return row.span("words") if row and row.end() == start else None


def _headed(text: str, start: int, ends: int) -> tuple[int, int] | None:
    """The span of the words with which the line begins that a day ends, or of the line above one that it begins."""
    line = text.rfind("\n", 0, start) + 1
    for before in _DAY_BEFORE.finditer(text, max(line, start - REACH), start):
        line = before.end()
    if start - line > REACH:
        return None
    stop = start
    if line and not text[line:start].strip():
        stop = line - 1
        while text[stop - 1 : stop] == "\n":
            stop -= 1
        line = text.rfind("\n", 0, stop) + 1
    first = stop - len(text[line:stop].lstrip(" •*-|"))
    if number := _NUMBER.match(text, first, stop):
        first = number.end()
    if stop == start and not text.startswith(_HEADS, first):
        # Behind a counter: `Прочетена 33 пъти Последно променена в`.
        first = max(first, *(text.rfind(head, line, stop) for head in _HEADS))
    found = _HEAD.fullmatch(text, first, stop) if text.startswith(_HEADS, first) else None
    if found is None and stop == start and (text[ends : ends + 1] in _LINE_ENDS or _NEXT_DAY.match(text, ends)):
        found = _EVENT.fullmatch(text, first, start)
    return found.span("label") if found else None


def _behind(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span of the words behind a day that end its line: of a term, or in lines below each other."""
    line = text.rfind("\n", 0, start) + 1
    found = _TOLD_BEHIND.match(text, stop) if _BOUND.fullmatch(text, line, start) else None
    if found is None and _opens_row(text, line, start):
        found = _BEHIND_OF_ROW.match(text, stop)
    return found.span("words") if found and not _CLAUSE.search(found["words"]) else None


def _opens_row(text: str, line: int, start: int) -> bool:
    """Whether a day begins a line beside another that a day begins."""
    if not _DAY_OF_ROW.match(text, line) or not _ROW_START.fullmatch(text, line, start):
        return False
    return any(
        _DAY_OF_ROW.match(text, first, last)
        for first, last in (words_below(text, start, most=2), words_above(text, line, most=2))
    )


def _scheduled(text: str, floor: int, start: int) -> tuple[int, int] | None:
    """The span of the words at the head of a line, an item or a cell that a schedule has before a day."""
    # The start of the page is the start of a line.
    shift, said = (0, text[floor:start]) if floor else (1, "\n" + text[:start])
    found = _SCHEDULED.search(said)
    if found is None or _CLAUSE.search(found["head"]):
        return None
    return floor - shift + found.start("head"), floor - shift + found.end("head")
