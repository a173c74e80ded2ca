"""The kinds of record: one module and one table of examples each.

A kind is a module with the same verbs as all others; `mypy` checks it against `Kind`. Adding one touches its two files
and the tuple `KINDS` in `every.py`, nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from govarchive.errors import Invalid
from govarchive.model import NOWHERE, Near, Span


class Kind(Protocol):
    """What a kind's module offers. All texts are folded (`govarchive.text.fold`); every verb raises only `Invalid`."""

    @property
    def NAME(self) -> str:
        """The kind as written in records."""

    @property
    def CHECKED(self) -> bool:
        """Whether there is a check at all; False makes `valid` null in records."""

    @property
    def LABEL(self) -> re.Pattern[str] | None:
        """The words that name the kind in print (`IBAN`, `тел.`), matched without regard to case; None if none do."""

    @property
    def DETAILS(self) -> Mapping[str, Any]:
        """The JSON Schema of each detail that `parts` may give; empty where a kind has none."""

    def find(self, text: str) -> Iterator[Span]:
        """Everything in a folded page that may be one, in order of position; generous, never judging."""

    def normalise(self, raw: str, near: Near = NOWHERE) -> str | None:
        """The normal form of one raw value; None for what only a missing context could resolve.

        Raises `Invalid` where no normal form exists.
        """

    def validate(self, value: str) -> None:
        """Raises `Invalid` with the reason when the normal form fails its check."""

    def display(self, value: str) -> str:
        """The normal form as one prints it for people; `normalise(display(value)) == value`."""

    def parts(self, value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
        """The `details` of a record; empty where a kind has none."""


KINDS: tuple[Kind, ...]
BY_NAME: dict[str, Kind]


def __getattr__(name: str) -> Any:
    """All kinds at once, of `govarchive.kinds.every`, loaded when they are asked for."""
    if name not in ("KINDS", "BY_NAME"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.every"), name)


def named(name: str) -> Kind:
    """The kind of that name, which is loaded without the others. Raises KeyError where there is none.

    >>> named("iban").NAME
    'iban'
    """
    place = f"{__name__}.{name}"
    kind: Any = import_module(place) if name.isidentifier() and find_spec(place) else None
    if getattr(kind, "NAME", None) != name:
        names = ", ".join(it.NAME for it in import_module(f"{__name__}.every").KINDS)
        raise KeyError(f"there is no kind {name!r}; there are {names}")
    found: Kind = kind
    return found


def is_valid(kind: Kind, value: str) -> bool:
    """Whether a normal form passes its kind's check.

    >>> is_valid(named("iban"), "BG80BNBG96611020345678")
    True
    """
    try:
        kind.validate(value)
    except Invalid:
        return False
    return True
