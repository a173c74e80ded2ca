"""`govarchive explain`: what every rule saw on a page, and what became of it."""

import sys
from collections.abc import Sequence

import click

from govarchive.model import PERSONAL, Candidate, Page, mask


@click.command("explain")
@click.argument("file", metavar="FILE|-")
def command(file: str) -> None:
    """List every candidate on a page: where, which rule found it, and its value or why it is no record.

    \b
    Examples:
      govarchive explain kontakti.html
      govarchive explain kontakti.html | grep -v record
    """
    from govarchive.errors import PageError
    from govarchive.extract import trace
    from govarchive.formats.table import write_rows
    from govarchive.pages import list_files, open_pages

    pages = list(open_pages(list_files([file])))
    if len(pages) != 1:
        raise click.UsageError("explain takes one file.")
    page = pages[0]
    if isinstance(page, PageError):
        raise page
    found = trace(page)
    personal = [it.span for it in found if it.kind in PERSONAL]
    rows = [_row(page, it, personal) for it in found]
    write_rows(("characters", "kind", "rule", "text", "fate", "value or reason"), rows, sys.stdout)


def _row(page: Page, it: Candidate, personal: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """One row of the table; whatever shares digits with a personal number is masked with it."""
    start, stop = it.span
    text, value = page.text[start:stop], it.value or ""
    problems = "; ".join(it.problems)
    said = it.fate or (f"{value} (invalid: {problems})" if problems else value)
    if any(start < last and first < stop for first, last in personal):
        text, said = mask(text), mask(said)
    return f"{start}-{stop}", it.kind, it.rule, text, "none" if it.fate else "record", said
