"""Checks of option values that several commands take."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

import click

from govarchive.errors import InvalidFormat
from govarchive.jobs.typed import typed_date, typed_host

FIELDS = ("text", "html", "url", "captured_at")
"""What the columns of a table of pages can hold."""

_EARLIEST, _LATEST = 1990, 2100
_IN_NO_URL = re.compile(r"[\s\ud800-\udfff]")  # blanks, and bytes that are no text


def check_date(option: str, value: str | None) -> str | None:
    """The ISO 8601 date (year, month, day or minute) that an option names, also as `14.05.2015`.

    Raises click.UsageError.
    """
    try:
        return typed_date(value) if value is not None else None
    except InvalidFormat as problem:
        raise click.UsageError(f"{option}: {problem}.") from None


def check_host(option: str, value: str) -> str:
    """The host that an option names. Raises click.UsageError, also for the address of a page."""
    try:
        return typed_host(value)
    except InvalidFormat as problem:
        raise click.UsageError(f"{option}: {problem}.") from None


def check_capture(value: str | None) -> str | None:
    """The ISO 8601 date of --captured-at. Raises click.UsageError, also for years when no page was captured."""
    date_ = check_date("--captured-at", value)
    if date_ is not None and not _EARLIEST <= int(date_[:4]) <= _LATEST:
        raise click.UsageError(f"--captured-at takes a date from {_EARLIEST} to {_LATEST}, not {value!r}.")
    return date_


def check_url(value: str | None) -> str | None:
    """The address of a page if it has a scheme and a host. Raises click.UsageError."""
    if value is None or _has_host(value):
        return value
    raise click.UsageError(f"--url takes a full address such as https://www.primer.bg/kontakti, not {value!r}.")


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "ftp") and bool(parts.hostname) and not _IN_NO_URL.search(url)


def check_fields(values: Iterable[str]) -> dict[str, str]:
    """The names of --field by what they hold. Raises click.UsageError.

    >>> check_fields(["text=Съдържание"])
    {'text': 'Съдържание'}
    """
    fields: dict[str, str] = {}
    for value in values:
        what, _, name = value.partition("=")
        if what not in FIELDS or not name:
            raise click.UsageError(f"--field takes {', '.join(FIELDS)} = a name, as in text=Съдържание, not {value!r}.")
        if what in fields:
            raise click.UsageError(f"--field names {what} twice.")
        fields[what] = name
    return fields


def check_column(column: str | None, form: str | None, url: str | None, fields: Mapping[str, str]) -> None:
    """Raises click.UsageError for options that have no meaning with a column, or without one."""
    if form and column is None:
        raise click.UsageError("--from says what the file of --column is; name the column of the texts, too.")
    if column is not None and url:
        raise click.UsageError("--url is the address of one page, and with --column each row is one; leave one out.")
    if column is not None and fields:
        raise click.UsageError(
            "--column takes each row's text for a page, --field names the columns of a table of pages; "
            f"leave one out, or name the column as --field text={column}."
        )


def check_encoding(name: str | None) -> str | None:
    """The IANA name of an encoding that pages may be in. Raises click.UsageError.

    >>> check_encoding("cp1251"), check_encoding("MIK")
    ('windows-1251', 'mik')
    """
    from govarchive.pages.encodings import encoding_named

    try:
        return encoding_named(name) if name is not None else None
    except InvalidFormat as problem:
        raise click.UsageError(f"--encoding: {problem}.") from None


def check_reference(value: str | None) -> date | None:
    """The day of --reference-date. Raises click.UsageError, also for a month or year."""
    day = check_date("--reference-date", value)
    if day is not None and len(day) != 10:
        raise click.UsageError(f"--reference-date takes a day such as 2015-05-14 or 14.05.2015, not {value!r}.")
    return date.fromisoformat(day) if day is not None else None
