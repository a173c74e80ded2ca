"""`govarchive import`: pages and their records into an archive."""

from collections.abc import Mapping, Sequence

import click

from govarchive.commands.common import (
    archive_option,
    capture_options,
    files_of,
    lists_option,
    named_as_read,
    progress,
    say,
    say_problem,
    stepping,
    verbosity,
)


@click.command("import")
@capture_options
@archive_option
@lists_option
@verbosity
def command(
    paths: Sequence[str],
    archive_path: str,
    url: str | None,
    captured_at: str | None,
    fields: Mapping[str, str],
    volume: int,
) -> None:
    """Keep pages and their records in an archive, which is made if there is none.

    PATH is a file, a folder (with all below it) or a pattern. The same capture again changes nothing, so a run that was
    broken off is finished by the same command; the same page with another --captured-at or --url is another capture and
    kept beside the first. What cannot be read is named on stderr and noted in the archive, and the exit code is 1.

    \b
    Examples:
      govarchive import pages/ --captured-at 2018-03-01
      govarchive import kontakti.html --url https://www.obshtina-primer.bg/kontakti --archive primer.db
    """
    from govarchive.archive import open_archive
    from govarchive.jobs.batch import import_pages
    from govarchive.pages.reading import open_pages

    files = files_of(paths, url)
    with open_archive(archive_path, create=True) as archive, progress(len(files), volume) as step:
        pages = open_pages(named_as_read(files, volume), url, captured_at, fields=fields)
        summary = import_pages(archive, stepping(pages, step), paths, say_problem)
    if volume >= 0:
        say(
            f"{archive_path}: {summary.new} pages new, {summary.unchanged} unchanged, {summary.rejected} rejected"
            + (f", {summary.skipped} skipped" if summary.skipped else "")
        )
        kinds = ", ".join(f"{number} {kind}" for kind, number in summary.kinds.most_common())
        say(f"{summary.kinds.total()} records{': ' + kinds if kinds else ''} ({summary.seconds:.1f} s)")
    if summary.rejected:
        raise click.exceptions.Exit(1)
