"""What to say when a query meets nothing: which condition no record meets, and what there is instead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from govarchive.archive import Archive, Query
from govarchive.archive.query import count_by
from govarchive.commands.asked import as_query
from govarchive.model import CONTACTS
from govarchive.text.counted import counted
from govarchive.text.keys import key
from govarchive.text.latin import romanised

_FIELDS = {"role": "role", "institution": "institution", "label": "label", "person": "value", "site": "site"}
"""The options that name something an archive has a list of, and what `count_by` calls that list."""
_NAMED = {
    "institution": ("people, bodies and contacts", {"person", "institution"} | CONTACTS),
    "person": ("people", {"person"}),
    "role": ("people", {"person"}),
}
"""The options that meet only some kinds, who they are, and which."""
_COMPARED = 5_000
"""How many of the most frequent values are compared with what was typed."""
_SHOWN = 3
_ALIKE = 0.6


def hints(archive: Archive, kinds: tuple[str, ...], typed: Mapping[str, Any]) -> Iterator[str]:
    """One line for each condition that no record meets alone, or one that tells how many meet each."""
    if not count_by(archive, Query(limit=1), "kind"):
        yield "this archive has no records"
        return
    met: list[str] = []
    failed = False
    for name, query in _conditions(kinds, typed):
        number = sum(it.number for it in count_by(archive, query, "kind"))
        if number:
            met.append(f"{name} {counted(number, 'record')}")
            continue
        failed = True
        yield f"no record meets {name}{_instead(archive, name.removeprefix('--'), query, typed)}"
    if not failed and len(met) > 1:
        yield f"each condition is met, but not all by one record: {', '.join(met)}"
        if kinds:
            yield from _beside(archive, kinds, typed)


def _beside(archive: Archive, kinds: tuple[str, ...], typed: Mapping[str, Any]) -> Iterator[str]:
    """How to come from people and bodies to what else is on their pages, of which no record says whose it is."""
    for name, (who, met) in _NAMED.items():
        if typed.get(name) is not None and not met & {*kinds}:
            named = count_by(archive, as_query((), None, {name: typed[name]}), "site")
            places = [f"--site {it.what}" for it in named if it.what][:_SHOWN] or ["govarchive show PAGE"]
            yield f"only {who} meet --{name}; what else their pages hold: {' or '.join(places)}"
            return


def _conditions(kinds: tuple[str, ...], typed: Mapping[str, Any]) -> Iterator[tuple[str, Query]]:
    if kinds:
        yield "--kind", Query(kinds=kinds)
    for name, said in typed.items():
        if said is not None and (said or name != "min_score"):
            query = as_query(kinds if name == "value" else (), None, {name: said})
            yield _option(name, said), query


def _option(name: str, said: object) -> str:
    """How an option is typed: without it a score of 0 is asked for, and `--invalid` is `valid` turned round."""
    return "--invalid" if name == "valid" and not said else f"--{name.replace('_', '-')}"


def _instead(archive: Archive, name: str, query: Query, typed: Mapping[str, Any]) -> str:
    """What there is that is like what was typed; of a value, what it was understood as."""
    if name == "value":
        said = key(typed["value"])
        understood = [it for it in query.values if key(it) != said or it[:1] == "+"][:_SHOWN]
        told = f"; it was looked for as {', '.join(understood)} too" if understood else ""
        return f"{told}; it is an amount here: add --kind money" if _is_amount(archive, typed["value"]) else told
    if name in ("since", "until"):
        days = [day for it in count_by(archive, Query(), "kind") for day in (it.first, it.last) if day]
        return f"; the dates here go from {min(days)} to {max(days)}" if days else "; no record here has a date"
    if name == "kind":
        return f"; the kinds here are {', '.join(sorted(it.what or '' for it in count_by(archive, Query(), 'kind')))}"
    if name not in _FIELDS:
        return ""
    if query.held_at and (bodies := _bodies_of(archive, query)):
        return f"; {query.office} there is at {' or '.join(bodies)}"
    listed = count_by(archive, Query(kinds=["person"] if name == "person" else (), limit=_COMPARED), _FIELDS[name])
    near = _nearest(str(typed[name]), [it.what for it in listed if it.what])
    return f"; there is {' or '.join(near)}" if near else f"; there is no {name} like it"


def _is_amount(archive: Archive, typed: str) -> bool:
    """Whether bare digits, which may be anything, are an amount that the archive has."""
    return typed.strip().isdecimal() and bool(count_by(archive, as_query(["money"], None, {"value": typed}), "kind"))


def _bodies_of(archive: Archive, query: Query) -> list[str]:
    """The bodies that have such an office and are called most like the one typed, or else most of those who have it."""
    listed = count_by(archive, Query(role=query.office, titles=query.titles, limit=_COMPARED), "institution")
    bodies = [it.what for it in listed if it.what]
    return _nearest(query.held_at[0], bodies) or bodies[:_SHOWN]


def _nearest(typed: str, values: list[str]) -> list[str]:
    """The values that share most words with what was typed, or else are spelt most like it; the frequent ones first.

    What was typed in Latin letters is compared with what the values are in these.
    """
    said, latin = key(typed), typed.isascii()
    words = set(said.split())
    matcher = SequenceMatcher(b=said)
    found: list[tuple[float, str]] = []
    keys = [romanised(key(it)) if latin else key(it) for it in values]
    # A word says the less the more values have it: of `община Сопот` the town tells.
    held = Counter(word for it in keys for word in set(it.split()))
    for value, there in zip(values, keys, strict=True):
        others = set(there.split())
        shared = _weight(words & others, held) / (min(_weight(words, held), _weight(others, held)) or 1)
        matcher.set_seq1(there)
        close = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
        if shared >= _ALIKE or close >= _ALIKE:
            found.append((shared + close, value))
    return [value for _, value in sorted(found, key=lambda it: -it[0])[:_SHOWN]]


def _weight(words: Iterable[str], held: Mapping[str, int]) -> float:
    return sum(1 / held.get(it, 1) for it in words)
