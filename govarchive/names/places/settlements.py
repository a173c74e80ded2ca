"""Which of the settlements of one name a page means: by its type, and by the municipality or region beside it.

>>> beside("с. Баня, община Разлог, обл. Благоевград", 0, 7)
[('BLG37',), ('BLG',)]
>>> beside("Благоевградска област, с. Баня", 23, 30)
[('BLG',)]
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from govarchive.data import table
from govarchive.data.register import Settlement, settlements
from govarchive.model import Near
from govarchive.text.fold import lower

_REACH = 80
TYPES = {"гр.": "град", "с.": "село", "ман.": "манастир"}
"""The types of the register, and in full."""
_MARK = re.compile(r"гр\.|град[ ]|с\.|село[ ]|ман\.|манастир[ ]", re.IGNORECASE)
# селата X, Y и Z
_LISTED = re.compile(r"(?:\bсела(?:та)?|\bкметства(?:та)?)[ :-][^.;\n]*\Z", re.IGNORECASE)
_MARKED = re.compile(
    r"""
    (?P<mark> (?:община|общ\.) | (?:област|обл\.) )(?:та)?[ ]? "?
    (?P<name> [А-ЯЍ][А-Яа-яЍѝ-]+ (?:[ ][А-ЯЍа-я][А-Яа-яЍѝ-]+)? )     # община Гоце Делчев
    | (?P<region> [А-ЯЍ][а-яѝ]+[сшч]ка(?:та)? [ ] област ) (?!\w)     # Софийска област
    """,
    re.VERBOSE | re.IGNORECASE,
)


def told_by_register(name: str, kind: str | None, raw: str, near: Near) -> dict[str, Any]:
    """The details of a place by the register: `type`, `ekatte` or `candidates` with their `codes`; empty without it.

    `raw` is the name as printed, with its mark (`с.`, `гр.`); `kind` what the mark or the lists take it for.
    """
    if not settlements(name):
        return {}
    mark = _MARK.match(raw)
    found = meant(name, lower(mark[0].strip()) if mark else "", kind, near)
    types = {kind if mark else TYPES.get(it.type) for it in found} - {None}
    known: dict[str, Any] = {"type": types.pop()} if len(types) == 1 else {}
    if len(found) > 1:
        known |= {"candidates": len(found), "codes": [it.ekatte for it in found]}
    elif found:
        known["ekatte"] = found[0].ekatte
    return known


def meant(name: str, mark: str, kind: str | None, near: Near) -> tuple[Settlement, ...]:
    """The settlements that a name may mean on its page: one when it is certain, none when it is not registered.

    A name without a mark that the lists take for a city or a river is no village of that name, unless it stands in a
    list of villages.
    """
    found = settlements(name)
    types = {TYPES.get(it.type) for it in found}
    if not mark and kind is not None and kind not in types and not _LISTED.search(near.before()):
        return ()
    if mark:
        found = tuple(it for it in found if mark in (it.type, TYPES.get(it.type))) or found
    if len(found) < 2:
        return found
    for codes in beside(near.text, near.start, near.stop):
        found = tuple(it for it in found if it.municipality in codes or it.oblast in codes) or found
    return found


def beside(text: str, start: int, stop: int) -> list[tuple[str, ...]]:
    """The codes of each municipality and region on the same line; what follows first, the nearer before others."""
    last = text.find("\n", stop, stop + _REACH)
    first = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    after = _codes(text[stop : last if last >= 0 else stop + _REACH])
    return [*after, *reversed(_codes(text[first:start]))]


def _codes(text: str) -> list[tuple[str, ...]]:
    found = []
    for match in _MARKED.finditer(text):
        names = _by_name("manual_oblasts" if match["region"] or _is_region(match["mark"]) else "manual_municipalities")
        name = lower(match["region"] or match["name"]).replace("та област", " област")
        codes = names.get(name) or names.get(name.partition(" ")[0])
        if codes:
            found.append(codes)
    return found


def _is_region(mark: str) -> bool:
    return lower(mark).startswith("обл")


@cache
def _by_name(list_name: str) -> Mapping[str, tuple[str, ...]]:
    """The codes by each name in lower case; `Бяла` is a municipality twice."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in table(list_name):
        for name in {row["name"], row.get("adjective", ""), *row["also"].split(", ")} - {""}:
            found[lower(name)].append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}
