"""The towns no list has behind the dash of offices that every region, district or municipality has one of."""

import re

from govarchive.data import words
from govarchive.names.bodies.words import Head
from govarchive.names.lexicon import is_given
from govarchive.names.places.toponyms import known_at, ordinary_words
from govarchive.names.places.village_names import NOUNS_OF_VILLAGES, name_at
from govarchive.names.places.words import is_heading, may_name, village_like
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees
from govarchive.text.initials import is_initials

DASH = re.compile(r"[ ]?-[ ]?(?=[А-ЯЍ])")
_SURNAME_AFTER = re.compile(r"[ ]{1,3}[А-ЯЍ][а-яЍѝА-Я-]+(?:ов|ев|ова|ева|ски|ска|ОВ|ЕВ|ОВА|ЕВА|СКИ|СКА)(?![а-яА-Я])")
CLAUSE_ENDS = re.compile(r"[ ]*(?:[,;.:|)(\n\t!?\"/]|$)|[ ]+[а-я0-9-]")
# `Ученици`, `Сборник` end as villages do.
OF_MANY = re.compile(r"(?:ни(?:ци|к)|еци)$")
# What stands behind a dash and is no town: `Районен съд - Наказателно отделение`, `Общински съвет - Символи`.
_NOUN_LIKE = re.compile(r"(?:[^ц]и|й|о|(?<![аи]р)е|ка|ика|ура|ия)$")
# Everything may be new or old, only a settlement lies up or down.
_OF_TWO_WORDS = re.compile(
    r"(?:Горн|Долн)(?:[оаи]|ен)[ ][А-ЯЍ]?[а-яѝ]{2,}|(?:ГОРН|ДОЛН)(?:[ОАИ]|ЕН)[ ][А-ЯЍ]{3,}"
    rf"|(?:Голям|Мал|Малк|Нов|Стар)[оаи]?[ ](?:{NOUNS_OF_VILLAGES}|{NOUNS_OF_VILLAGES.title()})"
    rf"|(?:ГОЛЯМ|МАЛ|МАЛК|НОВ|СТАР)[ОАИ]?[ ](?:{NOUNS_OF_VILLAGES.upper()})"
)
_WORD_AFTER = re.compile(r"[ ]([а-я]+)")
# Each region, district or municipality has one of these.
_LOCAL = re.compile(
    r"(?:районн|регионалн|областн|общинск|окръжн|териториалн|апелативн|административен[ ]съд)"
    r"|дирекция[ ]„(?:бюро|инспекция[ ]по[ ]труда|социално)|служба[ ]по[ ]геодезия|държавно[ ](?:горско|ловно)"
    r"|център[ ]за[ ]спешна",
    re.IGNORECASE,
)
# These stand for other things, too.
_LOCAL_SHORTS = frozenset({"ОС", "ДСП"})
_OFFICES = frozenset("дирекция инспекция управление служба каса инспекторат".split())
_BEFORE, _SHORTEST = 40, 5
_LOCAL_BEFORE = re.compile(
    r"(?<!\w)(?:районн|регионалн|областн|общинск|териториалн)[а-я]*(?:[ ][а-я]+)?[ ]\Z", re.IGNORECASE
)
# The office and the preposition before a body, one adjective of which may stand before its head.
_LED = re.compile(r"(?P<office>[А-Яа-я]{4,})[ ](?:на|в|във|при|към|от)[ ](?:[А-Яа-я]+[ ])?\Z")
NAMED_BY_SEAT = frozenset({"съд", "прокуратура", "съвет", "общински съвет", "администрация"})
"""These are hardly printed without their seat."""
_LOCAL_WORK = re.compile(
    r"\"(?:полиция|социално[ ]подпомагане|бюро[ ]по[ ]труда|инспекция[ ]по[ ]труда|земеделие)\"\Z", re.IGNORECASE
)


def local_seat(text: str, start: int, end: int, head: Head) -> int:
    """Where the town no list knows ends behind the dash of an office every region has one of; `end` without one.

    >>> text = "ТП на НОИ - Жабокрек, ТП на НОИ - Пенсии"
    >>> [text[at : local_seat(text, at, at + 9, Head("ТП", "дирекция", "Териториално поделение"))] for at in (0, 22)]
    ['ТП на НОИ - Жабокрек', 'ТП на НОИ']
    """
    match = DASH.match(text, end)
    led = match is not None and _is_led(text, start)
    if match is None or not (_tells_seat(text, start, end, head) or (led and head.type in NAMED_BY_SEAT)):
        return end
    at = match.end()
    stop = name_at(text, at)
    name = text[at:stop].replace("-", " ").split()
    if not name or known_at(text, at) > at or not CLAUSE_ENDS.match(text, stop) or "\n" in text[at:stop]:
        return end
    if is_heading(name[-1]) or is_initials(name[-1]) or (name[-1].isupper() and len(name[-1]) < _SHORTEST):
        return end  # `Второ РУ - ОДМВР`, `РИОСВ - ОВОС`
    last = name[-1].capitalize()
    told = not is_given(name[0].capitalize()) if len(name) > 1 else may_name(last)
    sure = told and (led or like_village(last) or told_by_first(text[at:stop]) or is_no_noun(text, stop, last))
    return stop if sure and not OF_MANY.search(last) and not is_person(text, at, stop) else end


def _tells_seat(text: str, start: int, end: int, head: Head) -> bool:
    """Whether a head at `start` is that of an office of a region or a town: by its name, its work, an adjective."""
    if head.base in _LOCAL_SHORTS or _LOCAL.match(head.full) or _LOCAL_WORK.search(text, start, end):
        return True
    return head.type in _OFFICES and _LOCAL_BEFORE.search(text, max(0, start - _BEFORE), start) is not None


def _is_led(text: str, start: int) -> bool:
    """Whether who leads or serves a body stands before it: `председател на РС - Тополка`, no list of its desks."""
    office = _LED.search(text, max(0, start - _BEFORE), start)
    return office is not None and head_of(lower(office["office"])) is not None


def like_village(word: str) -> bool:
    """Whether a word behind a dash ends as villages do and is no common noun: `Дневник`, `Скица`."""
    return village_like(word) and lower(word) not in words("manual_no_towns", "word")


def told_by_first(name: str) -> bool:
    """Whether the first of two words tells a settlement, whatever the second one means: not `НОВО РЪКОВОДСТВО`.

    >>> [told_by_first(it) for it in ("Долно Поле", "ГОРНО БЪРДО", "Ново Езеро", "НОВО РЪКОВОДСТВО", "Ново начало")]
    [True, True, True, False, False]
    """
    return _OF_TWO_WORDS.fullmatch(name) is not None


def is_no_noun(text: str, stop: int, last: str) -> bool:
    """Whether the last word of what stands behind a dash, and ends at `stop`, is no noun and agrees with none."""
    if _NOUN_LIKE.search(last) or lower(last) in words("manual_no_towns", "word"):
        return False
    after = _WORD_AFTER.match(text, stop)
    return after is None or not agrees(lower(last), after[1])


def is_person(text: str, at: int, stop: int) -> bool:
    """`Елена Петрова` after a head is somebody, not a town; so is an unlisted name with another behind it."""
    if known_at(text, at) == at:
        return re.match(r"[ ][А-ЯЍ][а-я]|[ ][А-ЯЍ]\.", text[stop : stop + 3]) is not None
    return lower(text[at:stop]) in ordinary_words() and _SURNAME_AFTER.match(text, stop) is not None
