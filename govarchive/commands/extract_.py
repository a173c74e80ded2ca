"""`govarchive extract`: pages in, records out, no archive."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

import click

from govarchive.commands.checks import check_column, check_reference
from govarchive.commands.common import (
    Told,
    capture_options,
    column_options,
    files_of,
    kind_option,
    lists_option,
    min_score_option,
    named_as_read,
    progress,
    say,
    stepping,
    unmask_option,
    verbosity,
    write_records,
)
from govarchive.commands.impersonal import impersonal
from govarchive.errors import PageError
from govarchive.model import PERSONAL, Page, Record
from govarchive.text.codes.personal_numbers import discreet, may_tell, numbers_of
from govarchive.text.counted import counted


@click.command("extract")
@capture_options
@kind_option
@column_options("The texts are in this column of CSV, or key of JSON Lines.")
@click.option("--reference-date", metavar="DATE", help="The day that relative dates (днес) count from.")
@lists_option
@min_score_option
@click.option("--format", "style", type=click.Choice(["jsonl", "csv", "table"]), default="jsonl", show_default=True)
@unmask_option
@verbosity
def command(
    paths: Sequence[str],
    kinds: Sequence[str],
    url: str | None,
    captured_at: str | None,
    encoding: str | None,
    fields: Mapping[str, str],
    column: str | None,
    form: str | None,
    reference_date: str | None,
    min_score: float,
    style: str,
    unmask: bool,
    volume: int,
) -> None:
    """Find the records of pages and write them to stdout, one JSON object a line, or a row of CSV.

    PATH is a file, a folder (with all below it) or a pattern; - reads one page of text or HTML from stdin. What cannot
    be read is named on stderr, the rest goes on, and the exit code is 1. With --column each row of a CSV (.csv, .tsv)
    or JSON Lines (.jsonl) file is a page of its own, its source FILE#ROW; a cell is plain text, one of HTML is named by
    --field html=NAME instead.

    \b
    Examples:
      govarchive extract page.html --format table
      govarchive extract pages/ --kind phone --kind iban > records.jsonl
      echo "тел. 056/ 841 234" | govarchive extract -
      govarchive extract letters.csv --column text --reference-date 2016-03-09
    """
    from govarchive.commands.looks import hinting

    files = files_of(paths, url)
    check_column(column, form, url, fields)
    day = check_reference(reference_date)
    given = {"url": url, "captured_at": captured_at, "encoding": encoding, "fields": fields}
    said = str if unmask else impersonal
    read = _Read(Told(volume, skipped=0, discreet=said))
    with progress(len(files), volume if not sys.stdout.isatty() else -1) as step:
        pages = _opener(column, form, **given)(named_as_read(stepping(files, step), volume, said))
        pages = hinting(pages, volume, "--column") if column is None else pages
        found = (of_page if unmask else _discreet(of_page) for of_page in _records(pages, day, read))
        records = (
            it for of_page in found for it in of_page if it.score >= min_score and (not kinds or it.kind in kinds)
        )
        number = write_records(records, style, unmask=unmask)
    read.told.rest()
    if volume > 0:
        say(f"{counted(number, 'record')} from {counted(read.pages, 'page')}; {read.told.rejected} rejected")
    if read.told.rejected:
        raise click.exceptions.Exit(1)


def _discreet(of_page: Sequence[Record]) -> Sequence[Record]:
    """The records of a page without its personal numbers in their address and source."""
    if not of_page or not may_tell(of_page[0]):
        return of_page
    numbers = numbers_of(it.text for it in of_page if it.kind in PERSONAL)
    return [discreet(it, numbers) for it in of_page]


@dataclass(slots=True)
class _Read:
    """How many pages were read, and what tells and counts those that were not."""

    told: Told
    pages: int = 0


_Opener = Callable[[Iterable[str | PageError]], Iterator[Page | PageError]]


def _opener(column: str | None, form: str | None, **given: Any) -> _Opener:
    """What gives the pages of files: their own, or the texts of a column."""
    if column is not None:
        from govarchive.jobs.columns import pages_of

        rows = partial(pages_of, column=column, form=form, captured_at=given["captured_at"], encoding=given["encoding"])
        return lambda files: chain.from_iterable([it] if isinstance(it, PageError) else rows(it) for it in files)
    from govarchive.pages.reading import open_pages

    return lambda files: open_pages(files, **given)


def _records(pages: Iterable[Page | PageError], reference: date | None, read: _Read) -> Iterator[Sequence[Record]]:
    """The records of each page; what gave none is named on stderr.

    All kinds are looked for whatever is asked for: a record owes its label, its office or that it is one to others.
    """
    from govarchive.jobs.reading import records_of

    for page in pages:
        found = page if isinstance(page, PageError) else records_of(page, reference=reference)
        if isinstance(found, PageError):
            read.told(found)
        else:
            read.pages += 1
            yield found
