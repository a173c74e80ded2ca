"""`govarchive check`: whether records are what they should be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from govarchive.commands.checks import check_column
from govarchive.commands.common import Told, column_options, reading_options, say, verbosity
from govarchive.errors import InputError, SkippedPage
from govarchive.text.counted import counted

if TYPE_CHECKING:
    from govarchive.jobs.checking import PageFinder, Problem
    from govarchive.jobs.originals import Pages


_MOST_OF_A_LINE = 5
"""Problems that are all named; a line of another program's has more, and all its lines have them. -v names all."""


def _tell(path: str, problems: "Iterable[Problem]", volume: int) -> int:
    """Names problems on stderr, and tells how many there are."""
    number = 0
    for line, found in groupby(problems, lambda it: it.line):
        said = [it.what for it in found]
        number += len(said)
        if volume < 1 and len(said) > _MOST_OF_A_LINE:
            said[2:] = [f"and {len(said) - 2} more problems in this line"]
        for what in said:
            say(f"{path}:{line}: {what}")
    return number


@click.command("check")
@click.argument("paths", metavar="FILE|-...", nargs=-1, required=True)
@click.option("--pages", "pages", multiple=True, metavar="PATH", help="Files or folders of pages; may be repeated.")
@column_options("The pages are the texts of this column of CSV or JSON Lines.")
@reading_options
@click.option("--archive", "archive_path", metavar="FILE", help="An archive that holds the pages.")
@verbosity
def command(
    paths: Sequence[str],
    pages: Sequence[str],
    column: str | None,
    form: str | None,
    encoding: str | None,
    fields: Mapping[str, str],
    archive_path: str | None,
    volume: int,
) -> None:
    """Check records in JSON Lines: the schema, their spans and ids, their values.

    A value is checked by itself: its form and its check digits. With --pages or --archive the text of each record is
    compared with what stands on its page at that place, not with its value (`govarchive explain` shows what the rules
    make of a page). Files are found by the record's source, and must not have changed; --column, --from, --encoding
    and --field are those that `govarchive extract` was given; what lies among them and is no file is named and passed
    over, and only a PATH that is none counts as a problem. Masked personal numbers pass. Every problem is named on
    stderr as FILE:LINE, a page that is not found only once and in the end; one line of summary follows for each FILE,
    and the exit code is 1 when there is any.

    \b
    Examples:
      govarchive check records.jsonl
      govarchive check records.jsonl --pages pages/
      govarchive export records.jsonl --archive primer.db; govarchive check records.jsonl --archive primer.db
      govarchive check records.jsonl --pages letters.csv --column text
      govarchive check records.jsonl --pages crawl.jsonl --field html=pageBody --field url=pageAddress
    """
    if pages and archive_path:
        raise click.UsageError("the pages come from --pages or from --archive, not from both.")
    if (column or form or encoding or fields) and not pages:
        raise click.UsageError("--column, --from, --encoding and --field are about the files named with --pages.")
    check_column(column, form, None, fields)
    told = Told(volume, skipped=0)
    with _finder(pages, archive_path, told, column, form, encoding=encoding, fields=fields) as page_of:
        problems = [_check(path, page_of, volume) for path in paths]
    told.rest()
    if any(problems) or told.rejected:
        raise click.exceptions.Exit(1)


def _check(path: str, page_of: "PageFinder | None", volume: int) -> int:
    """Names the problems of one file, and tells how many there are."""
    from govarchive.jobs.checking import check
    from govarchive.jobs.lines import json_lines, opened

    records = 0

    def lines() -> Iterator[bytes]:
        nonlocal records
        for records, line in enumerate(json_lines(raw, path), 1):  # noqa: B007 (the last number is the count)
            yield line

    try:
        with opened(path) as raw:
            problems = _tell(path, check(lines(), page_of), volume)
    except InputError as problem:
        say(f"govarchive: {problem}")
        return 1
    if volume >= 0:
        say(f"{path}: {counted(records, 'record')}, {counted(problems, 'problem')}")
    return problems


@contextmanager
def _finder(
    pages: Sequence[str], archive_path: str | None, told: Told, column: str | None, form: str | None, **given: Any
) -> "Iterator[PageFinder | None]":
    """What finds the page of a record; None where no pages are given. `given` is what says how pages are read.

    What is no file is `told`; what only lies among the pages is passed over, what the user named is rejected.
    """
    if archive_path:
        from govarchive.archive import open_archive
        from govarchive.archive.query import page_by_id

        with open_archive(archive_path) as archive:
            yield lambda record: page_by_id(archive, record.page)
    elif pages:
        from govarchive.pages.files import printable

        originals = _originals(pages, column, form, **given)
        named = {printable(path) for path in pages}
        for it in originals.left:
            told(it if it.source in named else SkippedPage(it.message, source=it.source, remedy=it.remedy))
        yield originals.find
    else:
        yield None


def _originals(pages: Sequence[str], column: str | None, form: str | None, **given: Any) -> "Pages":
    from govarchive.jobs.originals import Pages, pages_under

    if column is None:
        return pages_under(*pages, **given)
    from govarchive.jobs.columns import pages_of

    return Pages(pages, partial(pages_of, column=column, form=form, encoding=given["encoding"]))
