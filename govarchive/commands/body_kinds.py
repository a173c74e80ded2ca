"""Bodies typed by their kind or by where they belong: `училище`, `РУ Кубрат`, `отдел „Култура“, община Лом`."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from govarchive.archive.body_keys import NAMED_FOR_PATRONS
from govarchive.commands.offices import DEPARTMENTS
from govarchive.data import table
from govarchive.text.fold import lower
from govarchive.text.keys import key

_BRANCH = "управление"
"""The type of the bodies of a ministry that people call by their kind and town: `РУ на МВР – Кубрат`, `РУ Кубрат`."""
_UNIT = re.compile(
    rf"""(?P<unit>(?:[а-я]+[ ])?(?:{"|".join(DEPARTMENTS)})[ ].*\S)
    (?:[ ]?[,–—-][ ]|[ ](?:на|в|във|към|при)[ ]|(?<=["“”»])[ ])
    (?P<body>\w.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def unit_and_body(typed: str) -> tuple[str, str] | None:
    """A unit and the body around it that is typed behind it; None for any other body.

    >>> unit_and_body("отдел „Пазари, тържища“, Община Лом"), unit_and_body("сектор Наеми при община Лом")
    (('отдел „Пазари, тържища“', 'Община Лом'), ('сектор Наеми', 'община Лом'))
    >>> unit_and_body("Община Лом, отдел Пазари"), unit_and_body("дирекция „Бюро по труда“ – Лом")
    (None, None)
    """
    found = _UNIT.fullmatch(typed.strip())
    return (found["unit"], found["body"]) if found and _tells_kind(found["body"]) else None


def _tells_kind(body: str) -> bool:
    """Whether a body is told by its kind or an abbreviation, and not by a town alone, where the unit is one of many."""
    from govarchive.names.bodies.words import HEADS

    return any(lower(it) in HEADS or (len(it) > 1 and it.isupper()) for it in _WORD.findall(body))


def names_of_kind(name: str) -> Iterator[str]:
    """What the bodies of a kind that are called by a patron may be called instead, where only that kind is typed.

    >>> {"гимназия", "пмг", "соу"} <= {*names_of_kind("училище")}, [*names_of_kind("училище ботев")]
    (True, [])
    """
    if (kind := key(name)) in NAMED_FOR_PATRONS:
        yield from _called(kind)


@cache
def _called(kind: str) -> Sequence[str]:
    """The words that tell a kind, but for those with others of them inside, and the abbreviations for nothing else."""
    heads = {key(row["head"]) for row in table("manual_institution_types") if row["type"] == kind} - {kind}
    rows = table("manual_abbreviations")
    others = {key(row["short"]) for row in rows if row["type"] != kind}
    shorts = {key(row["short"]) for row in rows if row["type"] == kind} - others
    return (*sorted(it for it in heads if not _holds(it, heads | {kind})), *sorted(shorts))


def _holds(name: str, others: Set[str]) -> bool:
    """Whether another name is in one as whole words."""
    return any(it != name and f" {it} " in f" {name} " for it in others)


def names_of_branch(name: str, towns: Set[str]) -> Iterator[str]:
    """A branch typed by its kind and town, with `…` where it is printed whose branch it is.

    >>> [*names_of_branch("РУ Кубрат", {"кубрат"})], [*names_of_branch("ОУ Кубрат", {"кубрат"})]
    (['ру … кубрат'], [])
    """
    said = key(name)
    for head in _branches():
        if said.startswith(f"{head} ") and (town := said.removeprefix(f"{head} ")) in towns:
            yield f"{head} … {town}"


@cache
def _branches() -> Sequence[str]:
    heads = {key(row["head"]) for row in table("manual_institution_types") if row["type"] == _BRANCH}
    shorts = {key(row["short"]) for row in table("manual_abbreviations") if row["type"] == _BRANCH}
    return sorted({it for it in heads if " " in it} | shorts)
