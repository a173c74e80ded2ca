"""Abbreviations and full names of bodies: what a page explains itself, and the years a name was in use.

`Областна дирекция „Земеделие“ (ОДЗ)` says what `ОДЗ` means from there on; an abbreviation that the lists know of one
body only gets the years its name was in use and the abbreviation that followed (`РИОКОЗ`: 2004, 2011, `РЗИ`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.model import Candidate

_EXPLAINED = re.compile(
    r"""
    (?: [ ]?\([ ]?"?                                                               # Дирекция „Х“ (ДХ)
      | ,?[ ]\(?(?:наричан\w*[ ])?(?:по-долу|по-нататък|за[ ]кратко|накратко|съкратено)[ ](?:за[ ]краткост[ ])?"?[ ]? )
    (?P<short>[А-Я][А-Яа-я]{0,9}[А-Я])(?![А-Яа-я])
    """,
    re.VERBOSE,
)
_MAY_EXPLAIN = ("(", " (", ", ", " н", " п", " з", " с")
_YEARS = ("since", "until", "successor")


def explain_shorts(text: str, bodies: Sequence[Candidate]) -> None:
    """Sets `short`, `full`, `since`, `until` and `successor` in the details of institutions, as far as they are told.

    `bodies` are the institutions of the page in order.
    """
    meant: dict[str, str] = {}
    for it in bodies:
        short = it.details.get("short")
        if short in meant:
            it.details["full"] = meant[short]
        elif short is None and it.value and text.startswith(_MAY_EXPLAIN, it.stop):
            told = _EXPLAINED.match(text, it.stop)
            if told and told["short"][0] == it.value[0].upper():
                it.details["short"] = short = told["short"]
                meant[short] = it.value
        if short:
            it.details.update(_in_use(short, it.details.get("full") or it.value or ""))


@cache
def _rows() -> Mapping[str, list[Mapping[str, str]]]:
    """The rows of the abbreviations whose years or successor are known."""
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in table("manual_abbreviations"):
        rows.setdefault(row["short"], []).append(row)
    return rows


@lru_cache(maxsize=512)
def _in_use(short: str, full: str) -> Mapping[str, str]:
    """The years a name was in use and what followed it; nothing where the abbreviation may mean several bodies."""
    rows = _rows().get(short, ())
    fits = [row for row in rows if row["full"] == full] or rows
    if len(fits) != 1:
        return {}
    return {name: fits[0][name] for name in _YEARS if fits[0][name]}
