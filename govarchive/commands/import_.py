"""`govarchive import`: pages and their records into an archive."""

import shlex
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from govarchive.commands.common import (
    Told,
    archive_option,
    capture_options,
    lists_option,
    named_as_read,
    sane,
    say,
    verbosity,
)
from govarchive.commands.progress import metered
from govarchive.errors import InvalidFormat
from govarchive.text.counted import counted

if TYPE_CHECKING:
    from govarchive.jobs.batch import Asked
    from govarchive.jobs.report import Summary


@click.command("import")
@capture_options
@archive_option
@lists_option
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Worker processes.  [default: one for each core]")
@click.option(
    "--include", multiple=True, metavar="FIELD=PATTERN", help="Only captures of this host, path, media or captured."
)
@click.option("--exclude", multiple=True, metavar="FIELD=PATTERN", help="No captures of these; both may be repeated.")
@click.option(
    "--page-seconds",
    metavar="N",
    type=click.FloatRange(0, min_open=True),
    callback=sane,
    default=120,
    show_default=True,
    help="A page that takes longer is rejected.",
)
@click.option("--dry-run", is_flag=True, help="Read everything and tell what would be kept, but keep nothing.")
@click.option("--reprocess", is_flag=True, help="Find anew the records of kept pages that older rules have read.")
@click.option("--report", metavar="FILE", help="Write what was done, with every reject, as JSON.")
@verbosity
def command(paths: Sequence[str], archive_path: str, volume: int, report: str | None, **said: Any) -> None:
    """Keep pages and their records in an archive, which is made if there is none.

    PATH is a file, a folder (with all below it) or a pattern. The same capture again changes nothing, so a run that was
    broken off is finished by the same command; the same page with another --captured-at or --url is another capture and
    kept beside the first. What cannot be read is named on stderr and noted in the archive, and the exit code is 1.

    The host of --include and --exclude is matched with all below it, the path is that of the address or else of the
    file, captured is a date or FROM..TO. Patterns know * and ?; of each field that is included one must match.

    \b
    Examples:
      govarchive import pages/ --captured-at 2018-03-01
      govarchive import kontakti.html --url https://www.obshtina-primer.bg/kontakti --archive primer.db
      govarchive import crawl.warc.gz --include host=primer.bg --include captured=2015..2018 --exclude path=*/print/*
      govarchive import --reprocess --archive primer.db
    """
    from govarchive.commands.outputs import check_output
    from govarchive.jobs.report import write_report

    asked = _asked(said)
    _check(paths, said)
    if report:
        check_output(report, archive_path, paths)
    told = Told(volume)
    if said["reprocess"]:
        summary = _reprocess(archive_path, asked, told)
    else:
        summary = _import(archive_path, paths, asked, volume, told)
    told.rest()
    if volume >= 0:
        _tell(summary, archive_path, asked, reprocessed=said["reprocess"])
    if report:
        write_report(report, summary, archive_path, asked.said)
    if summary.interrupted:
        say("govarchive: interrupted; what was read so far is kept, and the same command does the rest")
    raise click.exceptions.Exit(summary.interrupted or int(summary.rejected > 0))


def _asked(said: dict[str, Any]) -> "Asked":
    from govarchive.jobs.batch import Asked
    from govarchive.jobs.choice import Choice
    from govarchive.jobs.tasks import LIMITS, Limits
    from govarchive.pages.capture import Given

    try:
        choice = Choice.of(said["include"], said["exclude"])
    except InvalidFormat as problem:
        raise click.UsageError(f"--include and --exclude: {problem}.") from None
    given = Given(said["url"], said["captured_at"], said["encoding"], said["fields"])
    noted = {name: value for name, value in said.items() if value and (name, value) != ("page_seconds", LIMITS.seconds)}
    return Asked(given, choice, said["jobs"], Limits(said["page_seconds"]), said["dry_run"], noted)


_OF_FILES = ("url", "captured_at", "encoding", "fields", "include", "exclude")
"""What is asked of files, and means nothing for pages that are kept."""


def _check(paths: Sequence[str], said: Mapping[str, Any]) -> None:
    """Raises click.UsageError for what does not go together, and leaves when no path leads to a file."""
    from govarchive.pages.files import list_files

    if said["reprocess"]:
        if paths:
            raise click.UsageError("--reprocess reads again what is kept; it takes no PATH.")
        if idle := [name for name in _OF_FILES if said[name]]:
            option = idle[0].replace("_", "-").removesuffix("s")
            raise click.UsageError(f"--reprocess reads again what is kept, as it was read; leave --{option} out.")
        return
    if said["url"] and len(list(islice(list_files(paths), 2))) != 1:
        raise click.UsageError("--url says where one page came from; give one file with it.")
    if not any(isinstance(found, str) for found in list_files(paths)):
        for problem in list_files(paths):
            say(f"govarchive: {problem}")
        raise click.exceptions.Exit(1)


def _import(archive_path: str, paths: Sequence[str], asked: "Asked", volume: int, told: Told) -> "Summary":
    from govarchive.archive import open_archive
    from govarchive.commands.looks import hinting
    from govarchive.jobs.batch import import_captures
    from govarchive.pages.files import list_files
    from govarchive.pages.reading import open_captures

    with (
        open_archive(archive_path, create=True) as archive,
        metered(lambda: list_files(paths), volume) as (on_open, shown),
    ):
        captures = open_captures(named_as_read(list_files(paths), volume), asked.given, on_open)
        captures = hinting(shown(captures), volume, "--field text=NAME")
        return import_captures(archive, captures, paths, told, asked)


def _reprocess(archive_path: str, asked: "Asked", told: Told) -> "Summary":
    from govarchive.archive import open_archive
    from govarchive.jobs.batch import reprocess

    with open_archive(archive_path) as archive:
        return reprocess(archive, told, asked)


def _tell(summary: "Summary", archive_path: str, asked: "Asked", *, reprocessed: bool) -> None:
    pages, records = summary.sentences(reprocessed=reprocessed)
    say(f"{archive_path}: {pages}{' (dry run: nothing was written)' if asked.dry_run else ''}")
    say(records)
    if summary.excluded and not (summary.new or summary.unchanged or summary.renewed):
        say(f"--include and --exclude left out all {counted(summary.excluded, 'capture')} that could be read")
    if summary.twice:
        times = counted(summary.twice, "time")
        say(
            f"{times} another file had the same bytes: of one address and date they are one capture (see --captured-at)"
        )
    if summary.rejected and summary.number:
        command = ["govarchive", "rejects", "--archive", archive_path, "--import", str(summary.number)]
        say(f"see what was rejected with: {shlex.join(command)}")
