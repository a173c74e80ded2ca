"""Names of settlements, municipalities, regions and countries that lists have, and what the lists tell of them.

>>> text = "гр. Стара Загора Иван"
>>> text[4 : known_at(text, 4)], known_at("с. Горно Бърдово", 3)
('Стара Загора', 3)
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.text.fold import lower

CAPITALS = frozenset("АБВГДЕЖЗИЍЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""The capital letters of `govarchive.text.words`."""

_FIRST = re.compile(r"[А-ЯЍ][А-Яа-яЍѝ]++(?![^\W\d_])")


@cache
def ordinary_words() -> frozenset[str]:
    """Names, in lower case, that are also words or names of people: a place only where the context says so."""
    rows = [*table("manual_towns"), *table("manual_countries")]
    return frozenset(lower(row["name"]) for row in rows if row["word"] == "1") | _MORE_WORDS


_MORE_WORDS = frozenset(
    """антон самуил родопи марица иваново чавдар венец тунджа чупрене опан баните борино стамболово братя якимово елена
    георги никола борован руен""".split()
)


@cache
def kinds_of_names() -> Mapping[str, str]:
    """What each listed name, in lower case, is: град, курорт, община, държава, планина … The town comes first."""
    types = {"гр.": "град", "к.к.": "курорт"}
    found: dict[str, str] = {}
    for row in table("manual_countries"):
        for name in (row["name"], *filter(None, row["forms"].split(", "))):
            found[lower(name)] = row["type"]
    for row in table("manual_municipalities"):
        found[lower(row["name"])] = "община"
    for row in table("manual_towns"):
        found[lower(row["name"])] = types.get(row["type"], row["type"])
    return found


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in kinds_of_names():
        match = re.match(r"[а-яѝ]+", name)
        if match:
            groups[match[0]].append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in groups.items()}


@cache
def first_words() -> frozenset[str]:
    """The first word of every listed name, capitalised and in capitals."""
    return frozenset(form for word in (*_by_first_word(), "република") for form in (word.capitalize(), word.upper()))


@lru_cache(maxsize=8192)
def _names_from(word: str) -> tuple[tuple[int, str], ...]:
    """The listed names that begin with a word, in any case, and their lengths, the longest first."""
    return tuple((len(name), name) for name in _by_first_word().get(lower(word), ()))


def known_at(text: str, at: int) -> int:
    """Where the longest listed name that starts at `at` ends; `at` itself when none does. The name is capitalised."""
    first = _FIRST.match(text, at)
    if first is None:
        return at
    names = _names_from(first[0])
    if not names:
        return at
    end = first.end()
    if end - at == _REPUBLIC and text[end : end + 1] == " " and lower(first[0]) == "република":
        stop = known_at(text, end + 1)
        return stop if stop > end + 1 else at
    for length, name in names:
        stop = at + length
        if stop == end or (text[at:stop].lower().replace("\n", " ") == name and not text[stop : stop + 1].isalpha()):
            return stop
    return at


_REPUBLIC = len("република")


@cache
def regions() -> frozenset[str]:
    """The names of the regions, in lower case, and of the capital."""
    return frozenset(lower(row["name"]) for row in table("manual_oblasts")) | {"софия"}


@cache
def adjectives_of_regions() -> frozenset[str]:
    """`Врачанска`, `Софийската`, `СОФИЙСКА`: the first words of regions named by adjective."""
    small = [stem + end for stem in _STEMS for end in ("ка", "ката")]
    return frozenset((*small, *(word.upper() for word in small)))


_STEMS = (
    "Благоевградс Бургас Бургазс Варненс Великотърновс Видинс Врачанс Габровс Добрич Добруджанс Кърджалийс Кюстендилс "
    "Ловеш Ловчанс Монтанс Пазарджиш Перниш Плевенс Пловдивс Разградс Русенс Силистренс Сливенс Смолянс Софийс "
    "Старозагорс Търговищ Хасковс Шуменс Ямболс"
).split()


@cache
def _settled() -> frozenset[str]:
    return frozenset(lower(row["name"]) for name in ("manual_towns", "manual_municipalities") for row in table(name))


def town_at(text: str, at: int) -> int:
    """Like `known_at`, for towns and municipalities of Bulgaria only."""
    stop = known_at(text, at)
    return stop if stop > at and text[at:stop].lower().replace("\n", " ") in _settled() else at


@cache
def shared_names() -> Mapping[str, int]:
    """How many settlements bear a name, for the names that several bear."""
    return {row["name"]: int(row["count"]) for row in table("manual_ambiguous")}


@cache
def _shared_by_first_word() -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(shared_names(), key=len, reverse=True):
        groups[name.split(" ", 1)[0]].append(name)
    return {word: tuple(names) for word, names in groups.items()}


@cache
def shared_first_words() -> frozenset[str]:
    """The first word of every name that several settlements bear."""
    return frozenset(_shared_by_first_word())


def shared_at(text: str, at: int) -> int:
    """Where a name that several settlements bear, and starts at `at`, ends; `at` itself when none does."""
    first = _FIRST.match(text, at)
    for name in _shared_by_first_word().get(first[0], ()) if first else ():
        if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalpha():
            return at + len(name)
    return at


@cache
def codes() -> Mapping[str, str]:
    """The EKATTE codes of towns by their names."""
    return {row["name"]: row["ekatte"] for row in table("manual_towns") if row["ekatte"]}
