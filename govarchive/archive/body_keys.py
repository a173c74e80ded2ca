"""The names that an institution of a page may be asked for by, as keys for comparing.

First stands its name written out, which is the same however it is printed: of `НАП`, of `Национална агенция за
приходите (НАП)`. Then come the name as printed, its short and its full form, and the name with its town where the page
tells that beside it (`ОУ „Отец Паисий“ – гр. Мизия`) or knows one town only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from govarchive.model import Record
from govarchive.text.keys import key

NAMED_FOR_PATRONS = frozenset("училище|детска градина|ясла|читалище|болница|библиотека|музей|театър".split("|"))
"""The types of bodies that are called by a patron, of whom many towns have one."""
_SETTLEMENTS = frozenset(("град", "село"))
# What parts a body and its town in a line: ` – гр. Мизия`, ` (ЦОП), гр. Мизия`, ` (с. Хърлец`, ` в гр. Мизия`.
_BESIDE = re.compile(r"(?:[ ]?[(/][А-Яа-я]{2,7}[)/])?[ ]?[-–—,(/]?[ ]?(?:в(?:ъв)?[ ])?")
_LONGEST = 15
# What a page puts behind a name to go on with: `Регионална здравна инспекция (РЗИ) – Видин`.
_BRACKETS = re.compile(r"[ ][(/](?P<short>[А-Я][А-Яа-я]{0,5}[А-Я])[)/]")


def institution_keys(records: Sequence[Record], text: str) -> Iterator[str | None]:
    """For each record of a page the keys of all names of the institution it is, or that it is of; None without one.

    Whoever asks for a body by any of its names means its people and what reaches it, too.
    """
    page = _Page(records, text)
    return (page.key_of(it) for it in records)


class _Page:
    """The bodies of a page by their names, and their towns."""

    def __init__(self, records: Sequence[Record], text: str) -> None:
        bodies = [it for it in records if it.kind == "institution"]
        self._first = {it.value: it for it in reversed(bodies)}
        self._explained = _explained(bodies)
        self._told_at, self._towns = _towns(records, bodies, text)
        self._own_town = _only({town for it in records if (town := _settlement(it))})

    def key_of(self, record: Record) -> str | None:
        """The keys of the institution that a record is, or that it is of; of a unit behind those of its body."""
        details = record.details
        names = self._names_of(record, details.get("body") or details.get("institution"))
        return f"{names} | {kept_key(details.get('institution'))}" if names and "body" in details else names

    def _names_of(self, record: Record, told: str | None) -> str | None:
        name = record.value if record.kind == "institution" else told
        body = self._first.get(name)
        if name and not (body and body.details.keys() & {"short", "full"}):
            body = self._explained.get(name, body)  # `ОПЧР`, where the page says what that is
        if body is None or body.value is None:
            return kept_key(name)
        town = self._told_at.get(record.start) or self._town_of(body.value, body)
        return _names_key(body.value, body.details.get("short"), body.details.get("full"), town)

    def _town_of(self, name: str, body: Record) -> str | None:
        """The town of a body whose name has none: the one told of it, or else that of the page for a school."""
        if body.details.get("place"):
            return None
        if towns := self._towns.get(name):
            return _only(towns)
        return self._own_town if body.details.get("type") in NAMED_FOR_PATRONS else None


def _only(towns: Set[str]) -> str | None:
    """The one town there is; None where there is none or several."""
    return next(iter(towns)) if len(towns) == 1 else None


def _explained(bodies: Sequence[Record]) -> Mapping[str, Record]:
    """The one body of a page that an abbreviation stands for, by the abbreviation."""
    found: dict[str, dict[str, Record]] = {}
    for it in bodies:
        name = it.value or ""
        brackets = _BRACKETS.search(name)
        short = brackets["short"] if brackets else it.details.get("short")
        if short and (brackets or not name.startswith(short)):
            found.setdefault(short, {}).setdefault(name, it)
    return {short: next(iter(named.values())) for short, named in found.items() if len(named) == 1}


def _towns(
    records: Sequence[Record], bodies: Sequence[Record], text: str
) -> tuple[Mapping[int, str], Mapping[str, set[str]]]:
    """The towns told right behind bodies, by the start of these, and all that are told of them, by their names."""
    behind: dict[int, str] = {}
    towns: dict[str, set[str]] = {}
    for it in records:
        town = _settlement(it)
        if town:
            behind[it.start] = town
            if name := it.details.get("institution"):
                towns.setdefault(name, set()).add(town)
    told_at: dict[int, str] = {}
    for it in (it for it in bodies if not it.details.get("place")):
        starts = range(it.stop + 1, it.stop + _LONGEST + 1)
        near = next((at for at in starts if at in behind), None)
        if near and it.value and _BESIDE.fullmatch(text, it.stop, near):
            told_at[it.start] = behind[near]
            towns.setdefault(it.value, set()).add(behind[near])
    return told_at, towns


def _settlement(record: Record) -> str | None:
    """The town or village that a record of a place or an address tells."""
    if record.kind == "address":
        return record.details.get("place")
    return record.value if record.kind == "place" and record.details.get("type") in _SETTLEMENTS else None


@lru_cache(4096)
def _names_key(name: str, short: str | None, full: str | None, town: str | None) -> str | None:
    """The keys of all names with ` | ` between them, the one that is the same however it is printed first."""
    printed, cut, long = kept_key(name) or "", kept_key(short), kept_key(full)
    bare = kept_key(_BRACKETS.sub(" ", name)) or printed
    whole = f" {bare} ".replace(f" {cut} ", f" {long} ").strip() if cut and long else bare
    names = [whole, bare, printed, cut, long]
    if town:
        names += [f"{it} {kept_key(town)}" for it in (whole, bare)]
    return " | ".join(dict.fromkeys(it for it in names if it)) or None


# The same bodies, labels and posts come again and again within a site.
@lru_cache(8192)
def kept_key(text: str | None) -> str | None:
    """The key of a text, if there is one; kept for the next that says the same."""
    return key(text) if text else None
