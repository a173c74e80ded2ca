"""Names of bodies printed in capitals, put in small letters.

>>> without_capitals("ДИРЕКЦИЯ АКРРДС")
'Дирекция АКРРДС'
>>> without_capitals("ОБЩИНСКИ СЪВЕТ, КОЗЛОДУЙ"), without_capitals('ДИРЕКЦИЯ "МЕСТНИ ДАНЪЦИ" НА НАП')
('Общински съвет, Козлодуй', 'Дирекция "Местни данъци" на НАП')
"""

import re

from govarchive.names.bodies.words import ABBREVIATIONS, COMPANY_FORMS, HEADS
from govarchive.names.lexicon import is_given
from govarchive.names.places.toponyms import kinds_of_names, known_at, town_at
from govarchive.names.places.village_names import spelled
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees
from govarchive.text.initials import is_initials

# A word of a name, with what a hyphen joins to it in small letters.
WORD = re.compile(r"[А-Яа-яЍѝA-Za-z]+(?:-[а-я]+)*")
_CAPITALS = re.compile(r"[А-ЯЍ]{2,}")
IN_QUOTES = re.compile(r'"[^"]*"')
# `АПФСДУС`: four consonants in a row, as no word has them that is no `здравство`.
_UNREADABLE = re.compile(r"(?!.{0,2}СТ)[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{4}")
_SHOUTED = re.compile(r"[А-ЯЍ]+")
# A town in capitals behind a dash, a mark or a head that its town follows.
_UNLISTED_SEAT = re.compile(
    r"(?P<mark>[ ]-[ ]?(?:(?:ГР|С)\.[ ]?|(?:ГРАД|СЕЛО)[ ])?|,[ ](?:ГР|С)\.[ ]?|(?<=[ ])(?:ГР|С)\.[ ]?"
    r"|(?:^|(?<=[ ]))(?:ОБЩИНА|КМЕТСТВО)[ ]"
    r"|(?<=[ ])(?:СЪВЕТ|СЪД|ПРОКУРАТУРА)[ ](?=(?:ГОРН|ДОЛН)(?:[ОАИ]|ЕН)[ ]))"
    r"(?P<name>(?!ГРАД[ ]|СЕЛО[ ]|ОБЛАСТ[ ])(?:(?!С\.|ГР\.)[А-ЯЍ]{1,2}\.[ ]?)?[А-ЯЍ]{3,}(?:[ -][А-ЯЍ]{3,})?)$"
)
# `РЗИ - СТ. ЗАГОРА`
_CUT_SHORT = re.compile(r"[ ]-[ ]?[А-ЯЍ]{1,2}\.[ ]?[А-ЯЍ]{3,}$")
_ROMAN = re.compile(r"[IVX]+$")
_LONGEST_INITIALS = 10
_IN_CAPITALS = frozenset({"САЩ", "ОАЕ", "ЮАР"})
# What units are called by letters that might be a word's.
_OF_UNITS = frozenset("ТСУ УТ ГРАО МДТ ОМП ЧР ИТ ИКТ ТРЗ ЗБУТ УЧР ФСД БДС ОКИ".split())
# Regions by their adjective: `ТЕРИТОРИАЛНА ДИРЕКЦИЯ ДУНАВСКА`.
_OF_REGION = frozenset({"дунавска", "тракийска", "югозападна"})
_SMALL = frozenset("и на за по в във с със от към при до".split())


def without_capitals(name: str) -> str:
    """Words in capitals in lower case, but for abbreviations, towns and the first; one quoted word alone stays."""
    quoted = '"' in name
    outside = _CAPITALS.findall(IN_QUOTES.sub(" ", name) if quoted else name)
    shouted = any(map(_is_word, outside)) or (len(outside) > 1 and _ends_in_town(name, outside[-2]))
    shouted = shouted or _CUT_SHORT.search(name) is not None
    if not shouted and not quoted:
        return name
    pieces = name.split('"')
    for at, piece in enumerate(pieces):
        if at % 2:
            pieces[at] = _quoted_in_lower_case(piece, shouted)
        elif shouted:
            pieces[at] = _in_lower_case(piece, start=at == 0)
    return '"'.join(pieces)


def _is_word(word: str) -> bool:
    low = lower(word)
    if word in ABBREVIATIONS or (_UNREADABLE.search(word) and len(word) < _LONGEST_INITIALS):
        return False
    return low in HEADS or len(word) > 6 or (len(word) > 3 and low in kinds_of_names())


def _ends_in_town(name: str, last_but_one: str) -> bool:
    """Whether a name ends in a town of two words in capitals: `РЗИ – СТАРА ЗАГОРА`."""
    at = name.rfind(last_but_one)
    return town_at(name, at) == len(name) > at + len(last_but_one)


def _quoted_in_lower_case(piece: str, shouted: bool) -> str:
    words = piece.split()
    if (
        not words
        or not all(word.isupper() or not word[0].isalpha() for word in words)
        or not (shouted or len(words) > 1)
    ):
        return piece
    if len(words) > 1 and agrees(lower(words[0]), lower(words[1])) and not is_given(words[0].capitalize()):
        kind, dash, name = piece.strip().partition(" - ")
        if _ROMAN.match(name.partition(" ")[0]):
            return _in_lower_case(piece, start=True)  # `ЗЕМИ XV - XIX ВЕК`
        # `БОЛНИЦА ЗА АКТИВНО ЛЕЧЕНИЕ - НЕЙДЕ`: behind the dash its town or whom it is called after
        kind = _in_lower_case(kind, start=True)
        return piece.replace(piece.strip(), kind + dash + _SHOUTED.sub(_spelled_in_quotes, name))
    return _SHOUTED.sub(_spelled_in_quotes, piece)


def _spelled_in_quotes(word: re.Match[str]) -> str:
    if lower(word[0]) in _SMALL:
        return lower(word[0])
    return word[0] if is_initials(word[0]) or word[0] in ABBREVIATIONS else word[0].capitalize()


def _in_lower_case(piece: str, start: bool) -> str:
    """A piece outside quotes: towns and the first word capitalised, abbreviations kept, the rest in lower case."""
    out, done, tail = [], 0, ""
    seat = _UNLISTED_SEAT.search(piece)
    if seat and known_at(piece, seat.start("name")) == seat.start("name") and not _is_body(seat["name"]):
        mark = seat["mark"]
        marked = mark if mark[0].isalpha() and "." not in mark else lower(mark)
        piece, tail = piece[: seat.start()] + marked, spelled(seat["name"])
    for match in WORD.finditer(piece):
        if match.start() < done:
            continue
        stop = known_at(piece, match.start())
        word = piece[match.start() : stop] if stop > match.start() else match[0]
        out += [piece[done : match.start()], _lowered(word, first=start and not done and match.start() == 0)]
        done = match.start() + len(word)
    return "".join([*out, piece[done:], tail])


def _is_body(words: str) -> bool:
    return any(word in ABBREVIATIONS or lower(word) in HEADS for word in words.split())


def _lowered(word: str, first: bool) -> str:
    if not word.isupper() or _ROMAN.match(word):
        return word
    low = lower(word)
    if (low in kinds_of_names() or low in _OF_REGION) and low not in HEADS and word not in _IN_CAPITALS:
        return spelled(word)
    # Of fewer letters they may be words cut short: `СВ. МИНА`.
    listed = word in ABBREVIATIONS or word in COMPANY_FORMS or word in _OF_UNITS
    initials = listed or (len(word) > 3 and is_initials(word))
    if initials and low not in HEADS and low not in _SMALL:
        return word
    return word.capitalize() if first or low in ("българия", "република") else low
