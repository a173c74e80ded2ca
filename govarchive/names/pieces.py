"""Runs cut into pieces: at words no name contains, between two names that only a space parts, joined over a line end.

>>> [" ".join(words) for _, _, words in pieces("Отсъстваха Симеон Петров Кмет")]
['Симеон Петров']
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from govarchive.names.evidence import before_titles, role_before
from govarchive.names.family_first import leads
from govarchive.names.lexicon import gender, is_place, word_class
from govarchive.names.runs import MARRIED, RUN, Part, part_of, parts
from govarchive.text.fold import lower
from govarchive.text.layout import column_head

_LINE_END = re.compile(r"[ ]?\n[ ]?")
_LONGEST_END = 3
_LINE_STOPS = re.compile(r"[ ]?(?:\n|\Z)")
_FAMILY_BELOW = re.compile(r"[ ]?\n[ ]?[А-Я][а-я]+(?:[ое]в|[ое]ва|[сшчцз]ки|[сшчцз]ка|ин|ина)[ ]?(?:\n|\Z)")
# Before the first of those who sit in a court: `Членове:Минка Илева Рачева`, and in the next line `Пенева`.
_LABELLED = re.compile(r"[ ]*(?:Председател|Членове|Член|Съдия|Секретар)[ ]?:[ ]?", re.IGNORECASE)
# After two names: `Вера Дочкова Гражданско дело`, `Асен Халвов Ви уведомява`.
_NO_SURNAME = re.compile(r"(?:[ое]|ен|ОЕ|ЕН)$|^\w{2}$")
# Before the second word of a village, and the name behind it: `с. Горна Лука Минка Илева`.
_VILLAGE = re.compile(
    r"(?:с\.|гр\.|село|град)[ ]?(?:Горн|Долн|Голям|Голем|Малк|Мал|Нов|Стар|Бял|Бел|Черн|Средн)(?:[оаи]|ен)?[ ]$"
)
# Surnames that tell a man; foreign ones tell neither: `Радка Иванова Тот`.
_OF_A_MAN = re.compile(r"(?:[ое]в|[еи]н|[сшчцз]ки)$")
_NUMBER = re.compile(r"[ ]+[0+][0-9]")
# Before a town that is also a given name, or ends as surnames do, and the name behind it: `кмета на София Йорданка
# Илева`, `кмета на Видин Любима Илева`.
_OF_TOWN = re.compile(r"(?:(?:кмет|управител|губернатор|общин|област|град)[а-я]*|[ ]и)[ ](?:на|в)[ ]$", re.IGNORECASE)
_NOT_GIVEN = frozenset({"strong", "weak", "unknown"})
_BEGINS = frozenset({"given", "initial"})
_MARKED = re.compile(
    r"(?<![а-я])(?:(?:общин|област|град)[аи]?|общ\.|кметство(?:то)?|район(?:а|ът)?)[ ]$", re.IGNORECASE
)
# Behind it a name is the municipality's, also one that no list knows: `кметът на община Асен Рада Минева`.
_OF_MUNICIPALITY = re.compile(r"(?<![а-я])(?:община[ ]|общ\.[ ]?)$", re.IGNORECASE)
_CELL_ENDS = frozenset({"", "\t", "\n"})
_NATURAL = frozenset({("given", "strong"), ("given", "strong", "strong"), ("given", "strong", "weak")})
_FAMILIES = frozenset({"strong", "weak"})
_FAMILY_FIRST = frozenset({("strong", "given"), ("strong", "given", "strong")})
_FAMILY_COLUMN = re.compile(r"Фамилия\t(?:Собствено )?[Ии]ме", re.IGNORECASE)
_THREE_COLUMNS = re.compile(r"Име\t(?:Презиме|Бащино[ ]име)\tФамил", re.IGNORECASE)
_GIVEN_COLUMN = frozenset({"Име", "ИМЕ", "име"})
_REMEMBERED = 200
"""The longest run worth keeping in memory: no page may fill it."""
LONG_LINE = 40
"""A line of at least so many characters was broken by a machine, not by its author."""


Piece = tuple[int, int, tuple[str, ...]]
"""Where words that may be a name begin and end in the folded text, and the words."""


def pieces(text: str) -> list[Piece]:
    """The pieces of a folded text in order of position; a piece of one word may still be a surname alone."""
    found: list[Piece] = []
    last = -_LONGEST_END - 1  # where the piece before ends
    for match in RUN.finditer(text):
        run = match[0]
        cut = parts.__wrapped__(run) if run[_REMEMBERED:] else parts(run)
        if not cut:  # most runs are ordinary words only
            continue
        shift = match.start()
        for part in cut:
            words, _, starts, stops, names = _in_context(part, shift, text) if part[0][2:] else part
            for first, stop in names:
                piece = (shift + starts[first], shift + stops[stop - 1], words[first:stop])
                if piece[0] - last <= _LONGEST_END and _continues(found[-1], piece, text):
                    begun = found.pop()
                    piece = (begun[0], piece[1], begun[2] + piece[2])
                found.append(piece)
                last = piece[1]
    return found


def _continues(held: Piece, piece: Piece, text: str) -> bool:
    """Whether a name begun at the end of a long line goes on in the next: a given name there, a surname here."""
    start, stop, words = held
    if text[stop : piece[0]] == "\t":
        return _in_cells(held, piece, text)
    if text[stop : stop + 1] == ",":
        return len(words) == 1 and leads(words[0], start, stop, piece[2], piece[0], piece[1], text)
    if not _LINE_END.fullmatch(text, stop, piece[0]):
        return False
    if len(piece[2]) == 1 and (_is_stacked(held, piece, text) or (len(words) > 1 and _is_wrapped(held, piece, text))):
        return True
    if len(words) > 2 or len(piece[2]) > 2:
        return False
    begun = word_class(words[0]) == "given" and (len(words) == 1 or words[-1].endswith("."))
    family = word_class(piece[2][0])
    if not begun or not (family == "strong" or (family == "weak" and before_titles(text, start)[1])):
        return False
    line = text.rfind("\n", 0, start) + 1
    return stop - line > LONG_LINE or text[line:start].rstrip().endswith(":")


def _is_stacked(held: Piece, piece: Piece, text: str) -> bool:
    """Whether each word of a name has a line to itself: of two words, in capitals or with a third to come."""
    start, _, words = held
    _, stop, (word,) = piece
    kinds = tuple(map(word_class, (*words, word)))
    if kinds not in _NATURAL or text[start - 1 : start] not in ("", "\n") or not _LINE_STOPS.match(text, stop):
        return False
    if len(words) > 1:
        return "\n" in text[start : held[1]]
    return (words[0] + word).isupper() or _FAMILY_BELOW.match(text, stop) is not None


def _is_wrapped(held: Piece, piece: Piece, text: str) -> bool:
    """Whether a second surname of one gender with the first fills the next line of a narrow list of judges."""
    start, _, words = held
    _, stop, (word,) = piece
    if word_class(word) != "strong" or text[stop : stop + 1] != "\n":
        return False
    line = text.rfind("\n", 0, start) + 1
    return _LABELLED.fullmatch(text, line, start) is not None and lower(word)[-1] == lower(words[-1])[-1]


def _in_cells(held: Piece, piece: Piece, text: str) -> bool:
    """Whether a name goes on in the next cell of a table: the given name, the father's and the family name apart."""
    start, _, words = held
    _, stop, (word, *more) = piece
    if more or len(words) > 2 or text[start - 1 : start] not in _CELL_ENDS or text[stop : stop + 1] not in _CELL_ENDS:
        return False
    kinds = tuple(map(word_class, (*words, word)))
    if kinds in _NATURAL or (kinds in _FAMILY_FIRST and _puts_family_first(text)):
        return True
    return _has_a_column_each(text) and column_head(text, start) in _GIVEN_COLUMN


@lru_cache(maxsize=4)
def _has_a_column_each(text: str) -> bool:
    """Whether a table has the parts of a name in columns of their own, so that they need no known shape."""
    return _THREE_COLUMNS.search(text) is not None


@lru_cache(maxsize=4)
def _puts_family_first(text: str) -> bool:
    """Whether a table has the family names in a column before the given names."""
    return _FAMILY_COLUMN.search(text) is not None


def _in_context(part: Part, shift: int, text: str) -> Part:
    """What may be names of a part of three words or more: not a verb before them, nor what only follows."""
    words, kinds, starts, stops, _ = part
    if kinds[1] == "given" and _VILLAGE.search(text, shift + starts[0] - 24, shift + starts[0]):
        return part_of(words[1:], starts[1:], stops[1:])
    if _is_of_town(words[0], kinds, shift + starts[0], text):
        return part_of(words[1:], starts[1:], stops[1:])
    if kinds in MARRIED and (lower(words[3])[-1] != lower(words[2])[-1] or is_place(words[3])):
        return part_of(words[:3], starts[:3], stops[:3])
    if kinds[1] in _FAMILIES and _is_no_third(words, kinds[2], shift + stops[2], text):
        return part_of(words[:2], starts[:2], stops[:2])
    if kinds[0] == "unknown" and kinds[1] == "given" and not _is_whole(shift + starts[0], shift + stops[-1], text):
        return part_of(words[1:], starts[1:], stops[1:])
    return part


def _is_of_town(word: str, kinds: Sequence[str], at: int, text: str) -> bool:
    """Whether the first word is the town or the municipality of who follows: `кметът на община Тервел Иван Петров`."""
    if kinds[0] == "given" and kinds[1] in _BEGINS and _OF_MUNICIPALITY.search(text, max(0, at - 24), at):
        return True
    of_person = kinds[1] == "given" if kinds[0] == "given" else kinds[0] in _NOT_GIVEN
    return of_person and is_place(word) and _follows_town_lead(text, at)


def _follows_town_lead(text: str, at: int) -> bool:
    """Whether what leads to a town stands right before: `кметът на`, `област`."""
    before = max(0, at - 24)
    return _OF_TOWN.search(text, before, at) is not None or _MARKED.search(text, before, at) is not None


def _is_no_third(words: Sequence[str], kind: str, stop: int, text: str) -> bool:
    """Whether the third word only follows a name: an adjective, a village before a phone, another gender."""
    given, family, third = words[:3]
    if kind == "unknown":
        return bool(_NO_SURNAME.search(third) or _NUMBER.match(text, stop))
    first = lower(third).partition("-")[0]  # `Мая Миткова Лазарова-Ким`
    female = lower(family).endswith("а")
    other = _OF_A_MAN.search(first) is not None if female else first.endswith("а")
    return kind == "strong" and other and (gender(given) == "f") == female


def _is_whole(start: int, stop: int, text: str) -> bool:
    """Whether the words fill an item of a list or follow a role or a title: then the first is no verb."""
    if role_before(text, start) or before_titles(text, start)[1]:
        return True
    before = text[max(0, start - 3) : start].rstrip(" ")
    after = text[stop : stop + 2].lstrip(" ")
    return before[-1:] in {"", ",", ";", "\n", "\t"} and after[:1] in {"", ",", ";", "\n", "\t"}
