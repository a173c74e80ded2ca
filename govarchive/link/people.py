"""Surnames and initials: a short mention gets the full name that the page gives elsewhere as its value."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from govarchive.model import Candidate
from govarchive.names.citation import name_gender, name_parts, name_words

_PARTS = ("given", "middle", "family", "gender")


def complete_names(people: Sequence[Candidate]) -> None:
    """Gives every mention the one longer name of the page that it can stand for; two of them leave it as it is."""
    names = _alike(dict.fromkeys([it.value for it in people if it.value]))
    if not names:
        return
    namesakes: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        for key in _keys_of_full(name_words(name)):
            namesakes.setdefault(key, []).append(name)
    full = {name: _full_name(name, namesakes.get(_key_of_short(name_words(name)), [])) for name in names}
    for it in people:
        value = full.get(it.value or "")
        if value and value != it.value:
            it.value = value
            kept = {key: it.details[key] for key in it.details if key not in _PARTS}
            told = name_gender(value)
            it.details = name_parts(value) | ({"gender": told} if told else {}) | kept


def _alike(names: Collection[str]) -> list[str]:
    """The names that end in the same word as another, or in one that shares a piece: no other can stand for one."""
    lasts = [name[name.rfind(" ") + 1 :] for name in names]
    pieces = " ".join(lasts).replace("-", " ").split(" ")
    if len(set(pieces)) == len(pieces):
        return []
    shared = {piece for piece, count in Counter(pieces).items() if count > 1}
    return [name for name, last in zip(names, lasts, strict=True) if not shared.isdisjoint(last.split("-"))]


def _keys_of_full(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What shorter ways to write a name are found by: its family name or a half of it, then its first names so far.

    The first of them also as an initial, so that a page of namesakes is not compared each with each.
    """
    *given, family = words
    for piece in dict.fromkeys((family, *family.split("-"))):
        yield (piece,)
        if given:
            yield piece, given[0][0] + "."
            yield from ((piece, *given[:count]) for count in range(1, len(given) + 1) if given[0][1:] != ".")


def _key_of_short(words: Sequence[str]) -> tuple[str, ...]:
    """The key of the names that a name may be short for."""
    *given, family = words
    if not any(word.endswith(".") for word in given):
        return (family, *given)
    return (family, given[0][0] + ".")


def _full_name(name: str, names: Sequence[str]) -> str:
    """The longest of the names that `name` is short for; itself where none or more than one person fits.

    >>> _full_name("Ст. Грудов", ["Станимир Грудов", "Огнян Иванов"])
    'Станимир Грудов'
    >>> _full_name("Иванов", ["Огнян Иванов", "Петър Иванов"])
    'Иванов'
    """
    best = name
    for other in names:
        if other == name or not is_short_for(name, other):
            continue
        if best == name or is_short_for(best, other):
            best = other
        elif not is_short_for(other, best):
            return name
    return best


def is_short_for(short: str, full: str) -> bool:
    """Whether one citation form may be a shorter way to write the other.

    >>> is_short_for("С. К. Рунева", "Светлина Косева Рунева"), is_short_for("Рунев", "Светлина Косева Рунева")
    (True, False)
    """
    few, many = name_words(short), name_words(full)
    if len(few) > len(many) or len(many) < 2 or len(short) >= len(full):
        return False
    if few[-1] != many[-1] and few[-1] not in many[-1].split("-"):
        return False
    given, middle = few[:-1], many[:-1]
    return all(map(_stands_for, given, middle)) if given else not many[0].endswith(".")


def _stands_for(short: str, full: str) -> bool:
    """Whether a word or an initial can stand for a word: `Ст.` for `Станимир`, `Хр.` for `Христо`."""
    if not short.endswith("."):
        return short == full
    return full.startswith(short[0]) and (len(full) == 2 or set(short[1:-1]) <= set(full))
