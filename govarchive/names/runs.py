"""Maximal runs of capitalised words: everything a person's name may be hidden in.

>>> [it.group() for it in RUN.finditer("Присъстваха: П. Лойзи, Вълева-Дочева и Юсуф ал-Хамди, Ivan Draganov.")]
['Присъстваха', 'П. Лойзи', 'Вълева-Дочева', 'Юсуф ал-Хамди', 'Ivan Draganov']
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govarchive.names.lexicon import (
    form_of,
    gender,
    is_family_of_place,
    is_given,
    is_of_place,
    is_place,
    name_class,
    word_class,
)
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower

# No abbreviation after a hyphen: `Вълева-Гл. експерт`.
_REST = r"[а-яА-ЯЍѝ]*+(?:'++[а-яА-ЯЍѝ]++)*+(?:-(?!\w{1,4}\.)[А-ЯЍ][а-яА-ЯЍѝ]++)*+"
_WORD = rf"[А-ЯЍ]{_REST}"
_SHORT = r"[А-ЯЍ][а-я]{0,4}\."
_PARTICLE = r"(?:(?:фон|ван|дер|ден|де|дьо|дел|ди|ла|бин|ибн|оглу|хаджи|поп|х\.)[ ]|(?:ал|ел|ас|бен)[ -])"

RUN = re.compile(
    rf"""
    [А-ЯЍA-Z](?<!\w.)                       # a narrow class first: the scan jumps from capital to capital
    (?:
        [a-z]{{2,}}                         # in Latin letters: a given name, an initial, a family name or two
        (?:[ ][A-Z]\.)?
        (?:[ ][A-Z][a-z'-]+(?:[A-Z][a-z]+)?){{1,2}}(?![\w@])
        | (?<=[А-ЯЍ])
        (?:
            [а-я]{{0,2}}\.[ ]?[ ]?(?:{_SHORT}[ ]?[ ]?)*{_WORD}  # П. Г. С. Ив.Петров
            | [А-Я]\.[ ]?(?=[А-Я]{{3}}){_WORD}                   # ХР. ПЕТРОВ
            | {_REST}
        )
        (?:
            [ ]{{1,2}}                      # wider gaps part columns
            (?: (?=[А-ЯЍ]) | (?=[абвдеилопфх]) {_PARTICLE}{{1,2}} )      # Хелга фон дер, Юсуф ал-
            (?:{_SHORT}[ ]?[ ]?)*           # Светлина К. Рунева
            (?:[А-Я]{{2,4}}\.[ ]?(?=[А-Я]{{3}}))?    # СВЕТЛИНА КР. РУНЕВА
            {_WORD}
        )*
    )
    """,
    re.VERBOSE,
)
_WINDOW = 8
# Where two words meet with nothing between.
_GLUED = re.compile(r"^(?:[А-Я][а-я]{2,}(?=[А-Я])|[А-Я]{3,}(?=[А-Я][а-я]{2}))")
_BARRIERS = frozenset({"barrier"})
_FATHERS = frozenset({"strong", "initial"})
_BEGINS = frozenset({"given", "initial"})
# Given names cut short, in capitals; `ГР.` and `УЛ.` are none.
_GIVEN_SHORT = frozenset(
    f"{short}."
    for short in "АЛ АН АС БО ВЕ ВЛ ДЕ ДИ ЕВ ЕЛ ЕМ ЖЕ ЗЛ ИВ ИЛ ЙО КР ЛЮ МА НИ ПЕ РА РУ СЛ СТ ТР ХР ЦВ ЮЛ".split()
)
_OF_FATHER = re.compile(r"[ое]ва?$")
_TOKEN = re.compile(
    rf"""
    {_SHORT}(?=[ ]*[А-ЯЍ])                  # an initial or a short name, a dot and more to come
    | [А-Я]{{2,4}}\.(?=[ ]?[А-Я]{{3}})       # the same in capitals
    | {_PARTICLE}{{0,2}}{_WORD}             # a particle belongs to the word it leads
    """,
    re.VERBOSE,
)


class Part(NamedTuple):
    """Words of a run without a barrier between them, their classes, and where in the run they stand.

    `names` holds the numbers of the first word of each name and of the first one after it.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    names: tuple[tuple[int, int], ...]


_Token = tuple[str, int, int]


@lru_cache(maxsize=8192)
def parts(run: str) -> tuple[Part, ...]:
    """What stands between the barriers of a run; a property of its words alone, so the same for every page.

    A name in Latin letters is one word of the class `latin`; initials that lead no name are left out.

    >>> [it.words for it in parts("Г. С.Иванов Отсъства")], parts("Общински Съвет")
    ([('Г.', 'С.', 'Иванов')], ())
    """
    if " " not in run and "." not in run:
        return () if word_class(run) == "barrier" else (part_of((run,), (0,), (len(run),)),)
    if run < "Ѐ":
        return (Part((run,), ("latin",), (0,), (len(run),), ((0, 1),)),)
    if "." not in run and _BARRIERS.issuperset(map(word_class, _TOKEN.findall(run))):
        return ()
    return tuple(part for tokens in _cut(run) if (part := _part(tokens)))


def _cut(run: str) -> Iterator[list[_Token]]:
    """The words between the barriers."""
    tokens = [_without_office(it[0], it.start(), it.end()) for it in _TOKEN.finditer(run)]
    in_capitals = run.isupper()
    places = _places_before_names([word for word, _, _ in tokens])
    held: list[_Token] = []
    for number, token in enumerate(tokens, 1):
        word, start, stop = token
        kind = "barrier" if number - 1 in places else word_class(word)
        if kind == "barrier" and held and _is_family_of_place(word, held, tokens[number : number + 1]):
            kind = "weak"
        if word[2:] and word[-1] == ".":
            kind = _kind_of_short(word, kind, held, tokens[number : number + 1])
        if word[-1] == "." and _ends_sentence(word, tokens[number : number + 1], held):
            held += [(word[:-1], start, stop - 1)] if word_class(word[:-1]) != "barrier" else []
        elif kind != "barrier" and not (kind == "unknown" and word.isupper() != in_capitals):
            held.append(token)
            continue
        if held:
            yield held
            held = []
    if held:
        yield held


def _without_office(word: str, start: int, stop: int) -> _Token:
    """A word without what is glued to it: `Председател-Иван`, `с.Врабево-Рада`, `ВрабевоРада`, `РендоваСЗГ`."""
    glued = _GLUED.search(word)
    if glued:
        name = word[glued.end() :]
        if is_given(name):
            return name, stop - len(name), stop
        if name[1:] and (name.isupper() or word_class(glued.group()) == "strong"):
            return glued.group(), start, stop - len(name)
    first, hyphen, name = word.partition("-")
    if hyphen and (
        (head_of(first) and word_class(name) != "barrier")
        or (is_given(name) and (word_class(first) == "barrier" or first.isupper() != name.isupper()))
    ):
        return name, stop - len(name), stop
    return word, start, stop


def _kind_of_short(word: str, kind: str, held: list[_Token], following: list[_Token]) -> str:
    """The class of a shortened word: `Св.` is a given name before a surname and else a saint, `ГР.` a town's mark."""
    if lower(word) == "св.":
        return "initial" if following and _OF_FATHER.search(lower(following[0][0])) and _is_family(following) else kind
    if not word.isupper() or _is_between(held, following):
        return kind
    return kind if not held and word in _GIVEN_SHORT and _is_family(following) else "barrier"


def _is_family(following: list[_Token]) -> bool:
    """Whether a surname that its ending or the list tells follows."""
    return bool(following) and word_class(following[0][0]) == "strong"


def _is_between(held: list[_Token], following: list[_Token]) -> bool:
    """Whether a given name stands before and a surname behind: `СВЕТЛИНА КР. РУНЕВА`, not `ЕЛЕНА ГР. ВИДИН`."""
    return bool(held and following) and is_given(held[-1][0]) and word_class(following[0][0]) == "strong"


def _is_family_of_place(word: str, held: list[_Token], following: list[_Token]) -> bool:
    """Whether an adjective of a place ends a name: `Иван Тракийски`, not `Иван Тракийски Университет`."""
    if following and not (is_given(following[0][0]) or head_of(form_of(following[0][0]))):
        return False
    given, *more = (it[0] for it in held)
    begun = is_family_of_place(given, word) or (is_of_place(word) and word_class(given) == "initial")
    return begun and all(word_class(it) in _FATHERS for it in more)


def _places_before_names(words: list[str]) -> set[int]:
    """The numbers of the words that name a place before a full name: `Велики Преслав Тошко Герчев`."""
    found: set[int] = set()
    for at in range(1, len(words) - 1):
        if word_class(words[at]) in _BEGINS:
            if at > 1 and is_place(f"{words[at - 2]} {words[at - 1]}"):
                found.update((at - 2, at - 1))
            elif word_class(words[at - 1]) != "given" and is_place(words[at - 1]):
                found.add(at - 1)
    return found


# Titles of initials: `ПРОФ. Д.Т.Н. РАДА ПЕНЕВА`.
_DEGREES = frozenset(f"д.{science}.н." for science in "тимфпсхбгю")


def _part(tokens: list[_Token]) -> Part | None:
    """The words as a part; initials at the end lead no name, and `Хаджи` in front of one is a title."""
    if tokens[1:] and form_of(tokens[0][0]) == "хаджи":
        tokens = tokens[1:]
    if tokens[3:] and lower("".join(word for word, _, _ in tokens[:3])) in _DEGREES:
        tokens = tokens[3:]
    while tokens and word_class(tokens[-1][0]) == "initial":
        tokens.pop()
    return part_of(*zip(*tokens, strict=True)) if tokens else None


def part_of(words: tuple[str, ...], starts: tuple[int, ...], stops: tuple[int, ...]) -> Part:
    """A part of these words."""
    kinds = tuple(map(name_class, words))
    return Part(words, kinds, starts, stops, _names(kinds))


def _names(kinds: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the names in a stretch without barriers begin and end; longer ones without a given name are headings."""
    names: list[tuple[int, int]] = []
    first = 0
    while length := _length(kinds[first : first + _WINDOW]):
        names.append((first, first + length))
        first += length
    return tuple(names)


MARRIED = frozenset({("given", "strong", "strong", "strong"), ("given", "strong", "strong", "weak")})
"""The classes of the words of a name with two family names."""


@lru_cache(maxsize=1024)
def _length(kinds: tuple[str, ...]) -> int:
    """How many words the first name takes; 0 for a heading of capitalised words.

    Three at most, initials apart: what follows is a place, an office or the next name. Only a married name may have two
    family names, which fill the stretch.
    """
    if not kinds:
        return 0
    if kinds in MARRIED:
        return len(kinds)
    full = 0
    for at, kind in enumerate(kinds):
        complete = at > 1 and kinds[at - 1] == "strong" and kinds[0] != "strong"
        next_name = kind in {"given", "initial"} and at + 1 < len(kinds)
        if full == 3 or (complete and (next_name or (at > 2 and kind != "strong"))):
            return at if kinds[0] in {"given", "initial"} or "strong" in kinds[1:at] else 0
        full += kind != "initial"
    return len(kinds) if kinds[-1] != "initial" else 0


def _ends_sentence(word: str, following: list[_Token], part: list[_Token]) -> bool:
    """Whether a short word with a dot is no initial: `Мери Дойл. Вчера`, but `Дим. Петров`."""
    if not following or len(word) < 4:
        return False
    if not part:
        return len(word) > 4 or word_class(following[0][0]) != "strong"
    return not _is_father_short(part, following[0][0])


def _is_father_short(part: list[_Token], family: str) -> bool:
    """Whether a short word stands for the father's name: `Желязка Дим. Топчиева`, not `Мери Дойл. Вчерашен`."""
    if len(part) > 1 or word_class(part[0][0]) not in _BEGINS or word_class(family) != "strong":
        return False
    told = gender(part[0][0])
    return not told or (told == "f") == form_of(family).endswith("а")
