"""`govarchive merge`: several archives joined in one."""

from collections.abc import Sequence

import click

from govarchive.commands.common import archive_option, say, verbosity
from govarchive.text.counted import counted


@click.command("merge")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@archive_option
@verbosity
def command(others: Sequence[str], archive_path: str, volume: int) -> None:
    """Bring all that OTHER archives hold into the one named with --archive, which is made if there is none.

    The same capture is kept once. Imports get new numbers and keep their times; rejects come along. Each OTHER is
    merged whole or not at all, stays as it is, and may be of an older version. Merging one twice changes nothing.

    \b
    Examples:
      govarchive merge vidin.db vratsa.db --archive northwest.db
    """
    from govarchive.archive import open_archive
    from govarchive.archive.merging import check_readable, merge
    from govarchive.jobs.parts import settle

    for other in others:
        check_readable(other)
    with open_archive(archive_path, create=True) as archive:
        for other in others:
            it = merge(archive, other)
            if volume >= 0:
                rest = (it.records, "record"), (it.imports, "import"), (it.rejects, "reject")
                brought = ", ".join(counted(*things) for things in rest)
                say(f"{other}: {counted(it.pages, 'page')} new, {it.known} kept already, {brought}")
        settle(archive)
