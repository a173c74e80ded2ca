"""`govarchive show`: a record or a page with its evidence marked."""

import os
import re
import sys

import click

from govarchive.commands.common import archive_option, unmask_option
from govarchive.model import Page, Record, masked
from govarchive.text.terminal import on_one_line

_CONTEXT = 3
_ID = re.compile("[0-9a-fA-F]{1,16}")


@click.command("show")
@click.argument("id_", metavar="RECORD|PAGE")
@archive_option
@unmask_option
def command(id_: str, archive_path: str, unmask: bool) -> None:
    """Show a record in its context, or a whole page, with the evidence marked.

    RECORD or PAGE is an id or its first digits, as `query` prints them. The evidence is shown in colour on a terminal
    (unless NO_COLOR is set) and between [[ and ]] elsewhere.

    \b
    Examples:
      govarchive show 3f2a90c1
      govarchive show $(govarchive query --kind iban --limit 1 --format jsonl | jq -r .page)
    """
    from govarchive.archive import open_archive
    from govarchive.archive.query import by_id, page_by_id, records_of
    from govarchive.formats.marked import in_context, without_numbers

    if not _ID.fullmatch(id_.strip()):
        raise click.UsageError(
            f"show takes an id or its first digits, as `govarchive query` prints them (0-9, a-f), not {id_!r}."
        )
    with open_archive(archive_path) as archive:
        found = by_id(archive, id_.strip())
        record = found if isinstance(found, Record) else None
        page = found if isinstance(found, Page) else page_by_id(archive, found.page)
        records = records_of(archive, page.id)
    head = _head(record if unmask or record is None else masked(record), page)
    click.echo(head if unmask else without_numbers(head, records))
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    shown, lines = ([record], _CONTEXT) if record else (records, None)
    click.echo(in_context(page.text, shown, records, lines=lines, colour=colour, unmask=unmask), color=colour)


def _head(record: Record | None, page: Page) -> str:
    """What is known of the record and its page, one line each."""
    facts = [("page", page.id), ("title", page.title), ("url", page.url), ("source", page.source)]
    facts += [("captured", page.captured_at), ("encoding", f"{page.encoding} ({page.encoding_from})")]
    if record is not None:
        details = ", ".join(f"{name}: {_plain(said)}" for name, said in record.details.items())
        about = [("record", record.id), (record.kind, record.value or "?"), ("label", record.label)]
        about += [("details", details), ("problems", "; ".join(record.problems)), ("rule", record.rule)]
        about += [("published", record.published_at), ("characters", f"{record.start}-{record.stop}")]
        facts = about + facts
    return "".join(f"{name:<12}{on_one_line(said)}\n" for name, said in facts if said)


def _plain(said: object) -> str:
    """A detail as one reads it: truth values as JSON writes them, lists without brackets."""
    return ", ".join(map(str, said)) if isinstance(said, list) else str(said).lower() if said is True else str(said)
