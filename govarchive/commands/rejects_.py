"""`govarchive rejects`: what imports could not read."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from govarchive.commands.common import Told, archive_option, lists_option, sane, say, unmask_option, verbosity
from govarchive.commands.impersonal import impersonal
from govarchive.errors import PageError

ERRORS = tuple(sorted(["PageError", *(it.__name__ for it in PageError.__subclasses__())]))
"""The names of the errors that a reject may be."""

if TYPE_CHECKING:
    from govarchive.archive import Archive
    from govarchive.archive.log import Reject


@click.command("rejects")
@archive_option
@click.option(
    "--import",
    "import_number",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    callback=sane,
    help="Only of this import.",
)
@click.option(
    "--error",
    "errors",
    multiple=True,
    metavar="NAME",
    type=click.Choice(ERRORS),
    help=f"Only this error; may be repeated: {', '.join(ERRORS)}.",
)
@click.option("--waiting", is_flag=True, help="Only what was not tried again.")
@click.option("--retry", "retried", is_flag=True, help="Try again what waits, in an import of its own.")
@lists_option
@click.option("--format", "style", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@unmask_option
@verbosity
def command(
    archive_path: str,
    import_number: int | None,
    errors: Sequence[str],
    waiting: bool,
    retried: bool,
    style: str,
    unmask: bool,
    volume: int,
) -> None:
    """List what imports could not read: where it lies, which error it was, and what to do.

    A reject of a container names the file and the place in it (crawl.warc.gz#1024). What was tried again names the
    import that did it; of a place that several imports rejected only the last one waits, is tried again and names it.
    What was passed over on purpose (pictures, pages that were not there) is listed with --error SkippedPage only.

    --retry reads just these places again, with the options of the import that rejected them, from the folder that one
    was started in. Where a container was damaged, all from that place on is read, as a mended one holds captures there.
    The exit code is 1 where something is rejected again.

    \b
    Examples:
      govarchive rejects
      govarchive rejects --import 3 --error Damaged --format jsonl
      govarchive rejects --retry
    """
    from govarchive.archive import open_archive
    from govarchive.archive.discretion import hidden
    from govarchive.archive.log import import_by_number, passed_over, rejects

    with open_archive(archive_path) as archive:
        if import_number is not None:
            import_by_number(archive, import_number)
        found = list(rejects(archive, import_number=import_number, errors=errors, waiting=waiting or retried))
        if retried and found:
            _retry(archive, found, volume, unmask=unmask)
        skipped = 0 if errors or waiting or retried else passed_over(archive, import_number)
        found = found if unmask else [replace(it, source=impersonal(hidden(archive, it.source))) for it in found]
    _write(found, style)
    if volume >= 0 and not found:
        say("nothing waits to be tried again" if retried else "no rejects")
    if volume >= 0 and skipped:
        say(f"{skipped:,} more passed over on purpose; --error SkippedPage lists them")


def _retry(archive: "Archive", found: "Sequence[Reject]", volume: int, *, unmask: bool) -> NoReturn:
    from govarchive.archive.discretion import hidden
    from govarchive.jobs.retrying import out_of_reach, retry

    def discreet(said: str) -> str:
        return said if unmask else impersonal(hidden(archive, said))

    failed, left = 0, set()
    for it, why in out_of_reach(archive, found):
        failed = 1
        left.add(it)
        say(discreet(f"waits on: {it.source}: {why}"))
    told = Told(volume, discreet=discreet)
    for summary in retry(archive, [it for it in found if it not in left], told):
        told.rest()
        if volume >= 0:
            say(f"import {summary.number}: {'; '.join(summary.sentences())}")
        failed = summary.interrupted or failed or int(summary.rejected > 0)
    raise click.exceptions.Exit(failed)


def _write(found: "Sequence[Reject]", style: str) -> None:
    if style == "jsonl":
        for it in found:
            click.echo(msgspec.json.encode(it))
        return
    from govarchive.formats.table import write_rows

    columns = ("import", "error", "source", "reason", "remedy", "retried")
    write_rows(columns, [_row(it) for it in found], sys.stdout, dropped=("remedy", "retried", "error"))


def _row(it: "Reject") -> tuple[str, ...]:
    retried = f"import {it.retried}" if it.retried else ""
    return (str(it.import_number), it.error, it.source, it.reason, it.remedy, retried)
