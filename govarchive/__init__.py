"""govarchive: structured, checked, evidence-backed records from Bulgarian public-sector pages.

The public names are loaded when they are first used, so that `import govarchive` costs nothing.

>>> page = page_from_text("IBAN: BG80 BNBG 9661 1020 3456 78")
>>> [(it.kind, it.value) for it in extract(page)]
[('iban', 'BG80BNBG96611020345678')]
>>> normalise("iban", "BG80 BNBG 9661 1020 3456 78")
'BG80BNBG96611020345678'
"""

import sys
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from govarchive import errors
from govarchive.errors import (
    ArchiveError,
    ArchiveFull,
    Damaged,
    EmptyPage,
    GovarchiveError,
    InputError,
    Invalid,
    InvalidChecksum,
    InvalidComponent,
    InvalidFormat,
    NewerArchive,
    NotAnArchive,
    NotText,
    PageError,
    SkippedPage,
    TooMuch,
    Unresolved,
)

if TYPE_CHECKING:
    from govarchive.archive import Archive, Query, open_archive
    from govarchive.extract import extract
    from govarchive.jobs.checking import check
    from govarchive.kinds import KINDS
    from govarchive.model import Page, Record, Span
    from govarchive.pages import list_files, open_pages, page_from_bytes, page_from_text

__version__ = "0.1.0"

__all__ = [
    "KINDS",
    "Archive",
    "ArchiveError",
    "ArchiveFull",
    "Damaged",
    "EmptyPage",
    "GovarchiveError",
    "InputError",
    "Invalid",
    "InvalidChecksum",
    "InvalidComponent",
    "InvalidFormat",
    "NewerArchive",
    "NotAnArchive",
    "NotText",
    "Page",
    "PageError",
    "Query",
    "Record",
    "SkippedPage",
    "Span",
    "TooMuch",
    "Unresolved",
    "check",
    "errors",
    "extract",
    "list_files",
    "normalise",
    "open_archive",
    "open_pages",
    "page_from_bytes",
    "page_from_text",
]

_HOMES = {
    "Archive": "archive",
    "Query": "archive",
    "open_archive": "archive",
    "check": "jobs.checking",
    "extract": "extract",
    "KINDS": "kinds",
    "Page": "model",
    "Record": "model",
    "Span": "model",
    "list_files": "pages",
    "open_pages": "pages",
    "page_from_bytes": "pages",
    "page_from_text": "pages",
}


def normalise(kind: str, value: str, reference: date | None = None) -> str | None:
    """The checked normal form of one value as printed; None for what only a context could resolve.

    `reference` is the day that relative dates (`днес`) count from.

    Raises Invalid when it is no value of that kind, KeyError for a kind that does not exist.

    >>> normalise("iban", "BG81 BNBG 9661 1020 3456 78")
    Traceback (most recent call last):
    govarchive.errors.InvalidChecksum: ...
    """
    from govarchive.jobs.values import normal_form
    from govarchive.kinds import named

    of_kind = named(kind)
    form = normal_form(of_kind, value, reference)
    if form is not None:
        of_kind.validate(form)
    return form


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `govarchive.extract` the function: loading the module of that name would put itself in its place."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name == "extract" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
