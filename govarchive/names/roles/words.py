"""Roles and titles as words: every inflected form of a role's head noun, its modifiers and adjectives, and the titles.

>>> head_of("директорът"), head_of("кметовете"), head_of("съдията"), head_of("решение")
('директор', 'кмет', 'съдия', None)
>>> adjective_base("областния"), adjective_base("главната"), adjective_base("общинските")
('областен', 'главен', 'общински')
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.text.fold import lower

_HONOURS = frozenset({"academic", "polite", "military"})
# `имам` is first of all a verb, `глава` a chapter.
_VERBS = frozenset({"имам", "глава"})
_ROLE_TOKEN = re.compile(r"\w+\.?")
_SHORT_HEADS = {
    "докл.": "докладчик",
    "предс.": "председател",
    "секр.": "секретар",
    "нач.": "началник",
    "директ.": "директор",
    "дир.": "директор",
    "юрк": "юрисконсулт",
    "деп.": "депутат",
    "счет.": "счетоводител",
    "юрк.": "юрисконсулт",
    "спец.": "специалист",
    "експ.": "експерт",
    "зав.": "завеждащ",
    "инсп.": "инспектор",
    "отг.": "отговорник",
    "възп.": "възпитател",
    "упр.": "управител",
    "рък.": "ръководител",
    "ръков.": "ръководител",
    "реж.": "режисьор",
    "коорд.": "координатор",
    "преп.": "преподавател",
    "сътр.": "сътрудник",
    "резервен": "резервен член",
    "резервни": "резервен член",
    "протоколирал": "протоколчик",
    "протоколирала": "протоколчик",
    "р-л": "ръководител",
    "н-к": "началник",
    "м.с.": "медицинска сестра",
    "м. с.": "медицинска сестра",
}
# Before a name the abbreviation is a rank of the police; behind it an office.
_RANK = "инсп."
_PARTED = {"р": ("-", "л"), "н": ("-", "к"), "м": (".", "с")}
PARTED_HEADS = _PARTED | {letter.upper(): parts for letter, parts in _PARTED.items()}
"""The first letter of a head with a mark inside -> that mark and the letter behind it: `р-л`, `н-к`, `м. с.`."""

PARTED_HEAD = r"(?i:(?:р-л|н-к)(?!\w)|м\.[ ]?с\.)"
# Offices printed as an abbreviation; a deputy alone is the deputy of the office before.
SHORT_OFFICES = ("ЗДУД", "ЗДУПД", "ЗДУВР", "ЗДУЧ", "ЗДАСД", "ЗДАСР", "ЗАС", "ЗАТС", "МОЛ")
ONLY_CAPITALS = "МОЛ"
"""A short office that in small letters is a word: a shopping centre, or what somebody is said to have said."""
DEPUTY = "заместник"
_DEPUTY_WOMAN = "заместничка"
_PLURAL_SOFT = {"к": "ци", "г": "зи", "х": "си"}
_ADJECTIVE = re.compile(r"([а-я]{3,}?)(?:ият|ия|ите|ата|ото|ски|и|а|ен)$|[а-я]{4,}(?:ен|шен|ов|ав)$")
_ENDING = re.compile(r"(?:ият|ия|ите|ата|ото|и|а)$")
_CONSONANT_N = re.compile(r"(?<=[бвгджзклмпрстфхцчшщйн])н$")
_SKI = re.compile(r"[сшчц]к$")
# Adjectives whose citation form ends in -и: the bare stem is no word.
_I_STEMS = frozenset({"старш", "младш", "първ", "трет"})


def _forms(head: str) -> Iterator[str]:
    """The printed forms of a head noun: definite, plural, object form; generous, a form too many does no harm."""
    yield head
    if head.endswith(("а", "я")):
        stem = head[:-1]
        yield from (head + "та", stem + "и", stem + "ите", stem + "о", stem + "йо")
        return
    if head.endswith("е"):
        yield from (head + "то", head[:-1] + "а", head[:-1] + "ата")
    if head.endswith("и") or head.endswith("ий"):
        yield from (head + "те", head[:-1] + "ия", head[:-1] + "ият")
    if head.endswith(("щ", "им", "ем")):
        yield from (head + "ия", head + "ият", head + "а", head + "ата", head + "и", head + "ите")
    stem = head[:-1] if head.endswith("й") else head
    yield from (stem + ending for ending in ("а", "ът", "я", "ят", "и", "ите", "ове", "овете", "е", "ьо"))
    if head[-1] in _PLURAL_SOFT:
        yield from (head[:-1] + _PLURAL_SOFT[head[-1]], head[:-1] + _PLURAL_SOFT[head[-1]] + "те")
    if head.endswith("ър"):
        yield from (head[:-2] + "ри", head[:-2] + "рите")
    if head.endswith("ец"):
        yield from (head[:-2] + "ци", head[:-2] + "ците", head[:-2] + "еца", head[:-2] + "еца")


@cache
def _heads() -> dict[str, str]:
    """Every form of every head noun -> its citation form; a feminine head (`секретарка`) keeps its gender."""
    deputies = dict.fromkeys((*_forms(DEPUTY), *_forms(_DEPUTY_WOMAN)), DEPUTY)
    forms = _SHORT_HEADS | {lower(it): it for it in SHORT_OFFICES} | deputies
    for row in table("manual_roles"):
        for head in filter(None, (row["head"], feminine_head(row))):
            for form in _forms(head) if head not in _VERBS else ():
                forms.setdefault(form, head)
    return forms


def feminine_head(row: Mapping[str, str]) -> str:
    """The head of the feminine form: its word at the place of the head in the role (`учителка по музика`)."""
    words, feminine = row["role"].split(), row["feminine"].split()
    at = words.index(row["head"]) if row["head"] in words else -1
    return feminine[at] if feminine and at < len(feminine) else ""


@cache
def modifiers() -> dict[tuple[str, ...], str]:
    """What may stand before a role, as words -> its norm; empty for what is no part of the role (`уважаемия`)."""
    return {
        words: row["norm"].removesuffix("-") if row["keep"] == "1" else ""
        for row in table("manual_role_modifiers")
        for words in [tuple(role_tokens(lower(row["modifier"])))]
    }


@cache
def _titles() -> dict[str, str]:
    """Titles -> norms; saints are patrons, and what is an office (`съдия`, `гл. експерт`) is a role."""
    rows = [row for row in table("manual_titles") if row["norm"] != "свети"]
    return {lower(row["title"]): row["norm"] for row in rows if row["kind"] in _HONOURS or not _is_office(row["title"])}


def _is_office(title: str) -> bool:
    last = lower(title.rpartition(" ")[2])
    if last.endswith(_RANK):
        return False
    return last in _heads() or last.partition(".")[2] in _heads()  # `гл.експерт`


def head_forms() -> Set[str]:
    """Every form of every head noun, in lower case."""
    return _heads().keys()


def head_of(word: str) -> str | None:
    """The citation form of a role's head noun, from any of its forms in any case; None for another word.

    Not remembered: it is asked of so many words that most would be new, and a look-up is as cheap.
    """
    return _heads().get(lower(word))


def role_tokens(phrase: str) -> list[str]:
    """The words of a phrase, an abbreviation with its dot; dashes are left out.

    >>> role_tokens("вр.и.д. зам.-кмет")
    ['вр.', 'и.', 'д.', 'зам.', 'кмет']
    """
    return _ROLE_TOKEN.findall(phrase)


@cache
def _modifier_beginnings() -> frozenset[str]:
    return frozenset(words[0] for words in modifiers())


@lru_cache(maxsize=4096)
def may_begin_modifier(word: str) -> bool:
    """Whether a modifier of roles can begin with this word: the cheap question before `modifier`."""
    return lower(word) in _modifier_beginnings()


def modifier(words: Sequence[str]) -> tuple[int, str] | None:
    """How many of the words (in small letters) make a modifier of roles, and its norm; empty for one left out.

    >>> modifier(["вр.", "и.", "д.", "директор"])
    (3, 'временно изпълняващ длъжността')
    """
    for count in range(min(4, len(words)), 0, -1):
        norm = modifiers().get(tuple(words[:count]))
        if norm is not None:
            return count, norm
    return None


def acting_norm(printed: str) -> str:
    """What an abbreviation for acting in an office stands for.

    >>> acting_norm("Вр. и.д."), acting_norm("и.д")
    ('временно изпълняващ длъжността', 'изпълняващ длъжността')
    """
    found = modifier(role_tokens(lower(printed)))
    return found[1] if found else lower(printed)


@lru_cache(maxsize=1024)
def adjective_base(word: str) -> str | None:
    """The indefinite masculine of an adjective by its ending; None where the shape is no adjective's."""
    form = lower(word)
    if not _ADJECTIVE.match(form):
        return None
    stem = _ENDING.sub("", form)
    if _SKI.search(stem) or stem in _I_STEMS:
        return stem + "и"
    return _CONSONANT_N.sub("ен", stem)


def title_norm(word: str) -> str | None:
    """The norm of a title (`Г-Н` -> `господин`); None for another word."""
    return _titles().get(lower(word))


@cache
def _titles_by_tail() -> dict[str, tuple[str, ...]]:
    """The titles, longest first, by their last two letters: what stands before a name is asked from its end."""
    tails: dict[str, tuple[str, ...]] = {}
    for title in sorted(_titles(), key=len, reverse=True):
        tails[title[-2:]] = (*tails.get(title[-2:], ()), title)
    return tails


@lru_cache(maxsize=4096)
def may_end_title(head: str) -> bool:
    """Whether the last two letters of a text can be those of a title: the cheap question before `title_at_end`.

    Spaces behind them do not count.
    """
    return lower(head.rstrip(" ")[-2:]) in _titles_by_tail()


def title_at_end(head: str) -> tuple[int, str] | None:
    """The length and the norm of the title a text ends with, None where it ends with none.

    >>> title_at_end("представено от проф. д-р")
    (3, 'доктор')
    """
    form = lower(head)
    titles = _titles_by_tail().get(form[-2:], ())
    if not form.endswith(titles):
        return None
    for title in titles:
        if form.endswith(title) and not form[-len(title) - 1 : -len(title)].isalnum():
            return len(title), _titles()[title]
    return None
