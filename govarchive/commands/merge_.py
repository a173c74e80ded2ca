"""`govarchive merge`: several archives joined in one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from govarchive.commands.common import archive_option, say, verbosity
from govarchive.errors import ArchiveError
from govarchive.text.counted import counted

if TYPE_CHECKING:
    from govarchive.archive import Archive


@click.command("merge")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@archive_option
@verbosity
def command(others: Sequence[str], archive_path: str, volume: int) -> None:
    """Bring all that OTHER archives hold into the one named with --archive, which is made if there is none.

    The same capture is kept once. Imports get new numbers and keep their times; rejects come along. Each OTHER is
    merged whole or not at all, stays as it is, and may be of an older version. Merging one twice changes nothing.

    Pages of OTHER that are damaged, as `verify` tells, are named and left out, and an OTHER that is no archive or is
    torn is named while the rest are merged; then the exit code is 1.

    \b
    Examples:
      govarchive merge vidin.db vratsa.db --archive northwest.db
    """
    from govarchive.archive import open_archive
    from govarchive.jobs.parts import settle

    failed = False
    with open_archive(archive_path, create=True) as archive:
        for other in others:
            failed |= not _merge(archive, other, volume)
        if archive.is_made:
            settle(archive)
    if failed:
        raise click.exceptions.Exit(1)


def _merge(archive: "Archive", other: str, volume: int) -> bool:
    """Merges one archive and tells about it; gives whether all of it was taken."""
    from govarchive.archive.merging import merge

    try:
        it = merge(archive, other)
    except ArchiveError as problem:
        if problem.source == archive.path:
            raise
        say(f"left out: {problem}")
        return False
    for finding in it.damaged:
        say(f"left out: {other}: {finding.what}")
    if volume >= 0:
        told = f"{counted(it.pages, 'page')} new, {it.known} kept already, {counted(it.records, 'record')}"
        say(f"{other}: {told}, {counted(it.imports, 'import')}, {counted(it.rejects, 'reject')}")
    return not it.damaged
