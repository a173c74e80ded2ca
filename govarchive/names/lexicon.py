"""What one capitalised word may be in a name, by list and by shape.

>>> word_class("МАРИЯ"), word_class("Бързев"), word_class("Грънчарски"), word_class("Пейзи")
('given', 'strong', 'weak', 'unknown')
>>> word_class("Отсъстваха"), word_class("кметът"), word_class("Бургас")
('barrier', 'barrier', 'barrier')
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from govarchive.data import table, words
from govarchive.names.roles.words import head_of, title_norm
from govarchive.text.fold import lower

# -ов, -ев and their feminine: nearly always a surname, but for adjectives made the same way (manual_not_names).
_STRONG = re.compile(r"[а-я'-]{2,}(?:[оеь]в|[оеь]ва)$")
# Endings that adjectives and foreign nouns share; enough only beside a given name, an initial or a role.
_WEAK = re.compile(r"[а-я'-]{2,}(?:[сшчц]к[иа]|[^аеиоуъщ]ин|[^аеиоуъщ]ина|[ие]вич|ович|енко|чук|оглу|иди|ян|еску)$")
# Endings of nouns, verbs, adjectives and words with the article.
_ORDINARY = re.compile(
    r"""
    [а-я'-]{2,}
    (?: [цсз]ия | [цсз]ии | [аеия]ние | [аеия]ния | ост | ости | ств[оа]        # nouns
      | [ае]н(?:ен|на|но|ни) | телен | лна | лно | лни | лен | т[еи]л[яи]?      # adjectives, who does something
      | олог | иатър                                                            # doctors
      | [аяи]ха | ваме? | ват | [аяуо]ва | (?<!м)ира | ират | ете | йте         # verbs
      | ият | [нт]ия | ът | ета | ото | ите | ските | ската | ския | ника    # with the article
      | банк                                                                  # Булбанк
    )$
    """,
    re.VERBOSE,
)
_VILLAGE = re.compile(r"[а-я-]{2,}(?:[оеи]во|ци|град)$")
# Given names that are adjectives or common nouns first: `Весела Коледа`, `Добри практики`, `Ален мак`.
_WORDS = frozenset(
    """ален ангел бисер верен весел весела вяра горан добра добри драга драги дъга звезда здравец зора искра калина
    камен красен крила лиляна лилия лъчезар малина маргарита мила милен мили мир незабравка нова победа пол пролет
    радост роза роса руен светла светлина свобода слава слънчо снежанка теменужка чиста ягода ясен ясна
    надежда""".split()
)
_SAINT = frozenset({"св.", "свв."})
_VOWEL = re.compile(r"[аеиоуъюяАЕИОУЪЮЯ]")


form_of = lru_cache(maxsize=8192)(lower)
"""A word in small letters."""


@cache
def _given() -> dict[str, str]:
    return {lower(row["name"]): row["gender"] for row in table("manual_given_names")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(lower, words("manual_surnames", "name")))


@cache
def _not_names() -> frozenset[str]:
    """Ordinary words, and the words that bodies begin with."""
    bodies = (word for head in words("manual_institution_types", "head") for word in head.split()[-1:])
    return frozenset(map(lower, words("manual_not_names", "word") | frozenset(bodies)))


@cache
def _places() -> frozenset[str]:
    """Names of settlements, municipalities and countries, of one word or more."""
    names = words("manual_towns", "name") | words("manual_countries", "name") | words("manual_municipalities", "name")
    return frozenset(map(lower, names))


def is_place(name: str) -> bool:
    """Whether a whole name is that of a place.

    >>> is_place("ГОЦЕ ДЕЛЧЕВ"), is_place("Трайко Дюлгеров")
    (True, False)
    """
    return lower(name) in _places()


def is_given(word: str) -> bool:
    """Whether the word is a given name of the list, whatever its case."""
    return form_of(word) in _given()


def is_listed_surname(word: str) -> bool:
    """Whether the word is in the list of family names, whatever its case."""
    return form_of(word) in _surnames()


def is_ordinary(word: str) -> bool:
    """Whether the word is in the list of words that are no names, whatever its case."""
    return form_of(word) in _not_names()


@cache
def _of_places() -> frozenset[str]:
    """Adjectives of places that are family names too."""
    rows = (row for row in table("manual_not_names") if row["why"] == "demonym")
    return frozenset(form for row in rows if (form := lower(row["word"])).endswith(("ски", "ска")))


def is_of_place(word: str) -> bool:
    """Whether the word is an adjective of a place that is a family name too: `Тракийски`."""
    return form_of(word) in _of_places()


def may_be_region(words: Sequence[str]) -> bool:
    """Whether words may be an adjective of a town whose name is cut short: `В. Търновска`."""
    return words[0][1:] == "." and is_of_place(words[-1])


def is_family_of_place(given: str, word: str) -> bool:
    """Whether an adjective of a place behind a given name is a family name, by their gender.

    >>> is_family_of_place("Иван", "Тракийски"), is_family_of_place("Иван", "Тракийска")
    (True, False)
    """
    form = form_of(word)
    if form not in _of_places() or not is_given(given) or is_common_word(given):
        return False
    return gender(given) != ("m" if form.endswith("а") else "f")


def name_class(word: str) -> str:
    """The class of a word that is known to stand in a name.

    >>> name_class("Тракийски"), word_class("Тракийски")
    ('weak', 'barrier')
    """
    form = form_of(word)
    if form == "св.":
        return "initial"  # where it is no saint
    return "weak" if form in _of_places() else word_class(word)


def is_common_word(word: str) -> bool:
    """Whether a given name is an ordinary word first: it needs more beside it than others do.

    >>> is_common_word("Весела"), is_common_word("Огнян")
    (True, False)
    """
    return form_of(word) in _WORDS


def gender(word: str) -> str:
    """`m` or `f` of a given name, empty where the list does not tell."""
    return _given().get(form_of(word), "").replace("u", "")


@lru_cache(maxsize=8192)
def surname_weight(word: str) -> int:
    """2 for a surname by list or by an ending that tells, 1 for an ending that may tell, 0 for another word."""
    first, hyphen, last = lower(word).rpartition(" ")[2].rpartition("-")  # after a particle: `х. Добрев`
    if last in _surnames() or (hyphen and _STRONG.match(first) and last not in _not_names()):
        return 2
    if last in _not_names():
        return 0
    return 2 if _STRONG.match(last) else int(_WEAK.match(last) is not None)


@lru_cache(maxsize=8192)
def word_class(word: str) -> str:
    """`initial`, `given`, `strong`, `weak`, `unknown`, or `barrier` for a word that stands in no name."""
    if len(word) == 2 and word.endswith("."):
        return "initial"
    if word.endswith("."):
        return "barrier" if title_norm(word) or lower(word) in _SAINT or lower(word) in _not_names() else "initial"
    form = form_of(word)
    if form in _given():
        return "given"
    return "unknown" if form == "хаджи" else _class_by_shape(word, form)


def _class_by_shape(word: str, form: str) -> str:
    """The class of a word that is no given name: ordinary by list, a surname by its end, ordinary by its end."""
    if form in _not_names() or head_of(form) or title_norm(form) or not _VOWEL.search(word):
        return "barrier"
    weight = surname_weight(form)
    if weight == 2:
        return "strong"
    if _ORDINARY.match(form) or _VILLAGE.match(form) or _looks_like_abbreviation(word):
        return "barrier"
    if weight:
        return "weak"
    return "barrier" if form in _places() else "unknown"


def _looks_like_abbreviation(word: str) -> bool:
    """РИОСВ, НОИ, МВнР: capitals inside; a long word all in capitals may be a name."""
    return (len(word) < 4 and word.isupper()) or (not word.isupper() and sum(map(str.isupper, word)) > 2)
