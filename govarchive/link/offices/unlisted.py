"""Unlisted: offices that no list has, told by their place beside a name and the ending of their noun.

`А - гъдулар в ансамбъл „Х“`, `Костюмограф: А`, `сомелиерът А`, `мл. огнеборец А`. No other is looked for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.callings import DEFINITE, NURSE, Calling, calling_of
from govarchive.link.scene import Scene
from govarchive.names.lexicon import is_given, is_listed_surname, is_place
from govarchive.names.roles.phrase import Role, adjectives, feminine_of, role_whole
from govarchive.names.roles.words import adjective_base, head_of, may_begin_modifier, modifier
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start

_WIDEST = 70
_NOUN = r"(?P<noun>[А-Яа-я]{4,}(?:-[а-я]{4,})?)"
_FIRST = r"(?:(?P<first>[А-Яа-я]{2,}\.?)[ ]?)?"
# From an office to the name it stands before, and what may stand before the office there.
_BEFORE = re.compile(
    rf"(?<![А-Яа-я.-]){_FIRST}(?<![А-Яа-я]){_NOUN}(?P<gap>[ ]*(?:[-:][ ]?\n?[ ]*|\n|\t|(?<=[а-я])[ ]))\Z"
)
_WHERE = "[ ](?:на|в|във|от|при|към)[ ]"
_OF = re.compile(rf"(?<![А-Яа-я.-]){_FIRST}(?<![А-Яа-я]){_NOUN}(?={_WHERE}[^.,;:()\n]+[ ]\Z)")
# What every such place holds: the end of an article, and the word for where behind it.
_MAY_BE_OF = re.compile(f"[{''.join(sorted({*DEFINITE, *(it.upper() for it in DEFINITE)}))}]{_WHERE}")
_GAP = " -:\n\t"
_SHORTEST = 4
_OPENS = re.compile(r"(?:^|[\n\t,;(:-][ ]?|(?<=[а-я]{3})\.[ ]|[ ]и[ ])[ ]*(?:[0-9]{1,2}[.)][ ]?|[*•-][ ]?)?\Z")
# From a name to the office behind it, and what may stand behind the office there.
_BEHIND = re.compile(
    rf"""(?:[ ]?[-,(/][ ]?|(?P<line>[ ]*\n[ ]*)|[ ]*\t[ ]*)
    (?:(?P<first>[А-Яа-я]{{2,}}\.?)[ ]?)?(?<![А-Яа-я]){_NOUN}
    (?= [ ]*(?:\n|\Z)
      | (?(line)(?!)) (?:[ ](?:на|в|във|от|при|към|по|и|с)[ ] | [ ]?["(] | [ ]?[,.;:)/\t] | [ ]-[ ]) )""",
    re.VERBOSE,
)
# Before an adjective that no list has: `старша операционна сестра`.
_RANK = re.compile(r"(?<![А-Яа-я.-])((?:младш|старш|главн?)[а-я]{1,3}|(?:мл|ст|гл)\.)[ ]?\Z", re.IGNORECASE)
_WIDEST_RANK = 10
# `ИТ специалист`, `HR мениджър`, of those whose field may be but an abbreviation.
_SHORT = re.compile(r"(?<![^\n\t,(-])[ ]?(?<!\w)([А-Я]{2,4}|[A-Z]{2,3})[ ]\Z")
_OF_SHORTS = frozenset({"специалист", "експерт", "мениджър", "оператор", "координатор", "консултант", "администратор"})
_ADJECTIVE_FIRST = re.compile(r"(?<![А-Яа-я.-])([А-Я][А-Яа-я]{4,})[ ]\Z")
# Of these an adjective tells how, since when or for how long, and not which office it is.
_WIDEST_ADJECTIVE = 24
_OF_ALL_SORTS = frozenset({"член", "служител", "участник", "представител"})
_RANKS = frozenset({"младши", "старши", "главен", "заместник", "помощник", "първи", "втори"})
_ADJECTIVES = ("ен", "ски", "шки", "чки", "ов", "ев", "ив", "ан")
_OF_MEN = ("ен", "ски", "шки", "чки", "ов", "ев", "ив", "ан", "ад", "ият", "ия")
_ARTICLES = ("ият", "ия", "ата", "ите")
# Of these an adjective that tells a field has no vowel: `странични`, but `избрани`, `спасената`.
_PARTICIPLES = tuple(f"{stem}{end}" for stem in ("ен", "ан") for end in ("а", "ата", "и", "ите", "ият", "ия"))
# What is said of somebody and is no part of an office.
_SAID = frozenset(
    """дългогодишен млад известен местен опитен нов голям заслужил талантлив единствен виден прочут обичан любим
    популярен български бивш наш негов неин нейен техен ваш свой друг следващ същ добър най-добър знаменит именит
    някогашен уважаван изявен почетен сегашен настоящ
    демократичен комунистически социалистически опозиционен""".split()
)


class _Lead(NamedTuple):
    """The word before a noun, as part of an office, empty where it is none; its article; whether a list has it."""

    base: str
    definite: bool
    is_listed: bool


def unlisted_near(scene: Scene, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Role]]:
    """The offices that touch the names at these spans and are in no list, each with the number of the gap it is in."""
    text, low = scene.text, 0
    for number, (start, stop) in enumerate(spans):
        role = _before(text, max(low, start - _WIDEST), start) or _farther(text, max(low, start - _WIDEST), start)
        if role and not scene.starting(role.start):
            yield number, role
        high = min(stop + _WIDEST, spans[number + 1][0] if number + 1 < len(spans) else len(text))
        role = _behind(text, stop, high)
        if role and not scene.starting(role.start):
            yield number + 1, role
        low = stop


def _before(text: str, low: int, front: int) -> Role | None:
    """The office right before a name: with an article or a rank, or at the head of the line, the cell or the clause."""
    found = _noun_at_end(text[low:front])
    role = _role(found, low) if found else None
    if found is None or role is None:
        return None
    if found["gap"] == " " and (role.definite or (found["first"] and _rank(lower(found["first"])) in _RANKS)):
        return role
    opens = _OPENS.search(text, max(0, role.start - 8, line_start(text, role.start) - 1), role.start)
    return role if opens and not role.definite else None


def widened(scene: Scene, role: Role) -> Role:
    """A listed office with what no list has before it: an adjective that begins the line or the cell, an abbreviation.

    `Дежурни лекари`; `А - ИТ специалист`.
    """
    text = scene.text
    if role.head in _OF_SHORTS and (short := _SHORT.search(text, max(0, role.start - _WIDEST_RANK), role.start)):
        other = scene.starting(short.start(1)) or text[role.start : role.stop].isupper()
        return role if other else role._replace(name=f"{short[1]} {role.name}", start=short.start(1))
    before = text[max(0, role.start - _WIDEST_ADJECTIVE) : role.start]
    first = _ADJECTIVE_FIRST.search(before) if before[-1:] == " " and not role.definite else None
    start = role.start - len(first[1]) - 1 if first else 0
    if first is None or role.head in _OF_ALL_SORTS or not _opens_cell(text, start):
        return role
    lead = None if _is_name(first[1]) else _lead(first[1])
    calling = Calling(role.head, role.plural, definite=False)
    if lead is None or lead.is_listed or not lead.base or not _agrees(lower(first[1]), calling):
        return role
    return role._replace(name=f"{_of_gender(lead.base, role.head)} {role.name}", start=start)


def _opens_cell(text: str, at: int) -> bool:
    return not text[cell_start(text, at) : at].strip(ITEM_MARKS)


def _noun_at_end(window: str) -> re.Match[str] | None:
    """The noun that ends a stretch, and the word before it: a search from its last two words on."""
    words = window.rstrip(_GAP)
    noun = words.rfind(" ") + 1
    if len(words) == len(window) or len(words) - noun < _SHORTEST:
        return None
    return _BEFORE.search(window, words.rfind(" ", 0, max(0, noun - 1)) + 1)


def _farther(text: str, low: int, front: int) -> Role | None:
    """The office with an article whose place or body stands between it and a name: `овчарят на мандрата А`."""
    window = text[low:front]
    if window[-1:] != " " or not _MAY_BE_OF.search(window):
        return None
    found = [it for it in _OF.finditer(window) if (calling := _calling(it["noun"])) and calling.definite]
    return _role(found[-1], low) if found else None


def _behind(text: str, stop: int, high: int) -> Role | None:
    """The office right behind a name."""
    found = _BEHIND.match(text, stop, high)
    return _role(found, 0) if found else None


def _role(found: re.Match[str], offset: int) -> Role | None:
    """The office as one of a list would be told, with the word before its noun where that belongs to it.

    Of a noun that is in the list that word is not.
    """
    calling, listed = _calling(found["noun"]), _listed(found["noun"]) if found["first"] else None
    if calling is None and listed is None:
        return None
    lead = _lead(found["first"]) if found["first"] else None
    calling = calling or (listed if lead and not lead.is_listed else None)
    if calling and lead and not lead.is_listed and not _agrees(lower(found["first"]), calling):
        calling, lead = _calling(found["noun"]), None
    if calling is None:
        return None
    name = calling.base
    if lead and lead.base:
        name = f"{_of_gender(lead.base, calling.base)} {name}"
    start = found.start("first") if lead else found.start("noun")
    if lead and lead.base and (rank := _RANK.search(found.string, max(0, start - _WIDEST_RANK), start)):
        name, start = f"{_of_gender(_rank(lower(rank[1])) or '', calling.base)} {name}", rank.start(1)
    definite = calling.definite or (lead is not None and lead.definite)
    return Role(name, offset + start, offset + found.end("noun"), calling.base, calling.plural, definite)


def _calling(word: str) -> Calling | None:
    """What a word tells that somebody does, unless people or places are called so."""
    return None if _is_name(word) else calling_of(word)


def _is_name(word: str) -> bool:
    return word[0].isupper() and (is_given(word) or is_listed_surname(word) or is_place(word))


def _listed(word: str) -> Calling | None:
    """An office of the list, of one word."""
    if head_of(word) == NURSE:
        return Calling(NURSE, plural=False, definite=False)
    # All of a role ends in its head noun.
    role = role_whole(word) if head_of(word.rpartition("-")[2]) else None
    return Calling(role.name, role.plural, role.definite) if role else None


def _lead(word: str) -> _Lead | None:
    """What the word before a noun tells if it is a rank, an adjective of the office or one of the person."""
    form = lower(word)
    rank = _rank(form)
    base = adjective_base(form) if rank is None else rank
    if form in _SAID or base in _SAID or base == "":
        return _Lead("", form.endswith(_ARTICLES), rank is not None)
    if base is None or head_of(form) or (rank is None and not base.endswith(_ADJECTIVES)):
        return None
    listed = rank is not None or base in adjectives()
    if not listed and form.endswith(_PARTICIPLES):
        return None
    return _Lead(base, form.endswith(_ARTICLES), listed)


def _agrees(adjective: str, calling: Calling) -> bool:
    """Whether an adjective is of a noun, and no verb: `странични съдии`, but `уточни съдията`."""
    if calling.definite:
        return False
    if calling.plural:
        return adjective.endswith(("и", "ите"))
    return adjective.endswith(("а", "ата") if _is_of_woman(calling.base, "ен") else _OF_MEN)


def _of_gender(adjective: str, noun: str) -> str:
    return feminine_of(adjective) if _is_of_woman(noun, adjective) else adjective


def _is_of_woman(noun: str, adjective: str) -> bool:
    return noun.endswith(("ка", "ца", "са", NURSE)) and adjective.endswith(("ен", "ски", "ов", "ши"))


def _rank(form: str) -> str | None:
    """What a word in small letters is as a modifier of offices, empty for one that is left out of them."""
    found = modifier([form]) if may_begin_modifier(form) else None
    return found[1] if found else None
