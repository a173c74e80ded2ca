"""`govarchive verify`: an archive checked for damage."""

from typing import TYPE_CHECKING

import click

from govarchive.commands.common import archive_option, say, verbosity
from govarchive.errors import ArchiveError
from govarchive.text.terminal import on_one_line

if TYPE_CHECKING:
    from govarchive.archive import Archive


@click.command("verify")
@archive_option
@click.option("--repair", "repaired", is_flag=True, help="Repair what can be made anew from the rest.")
@verbosity
def command(archive_path: str, repaired: bool, volume: int) -> None:
    """Check an archive: the file, what refers to what, and every text, page and record by itself.

    Each thing that is wrong is a line on stdout, with what to do about it in brackets, and the exit code is 1. Every
    record is compared with the characters of its page, every text with its digest, every id with what it is made of.
    --repair makes indexes and views anew and lays open wrong records for `import --reprocess`; what was read from files
    it never changes.

    \b
    Examples:
      govarchive verify --archive primer.db
      govarchive verify --repair && govarchive import --reprocess
    """
    from govarchive.archive.opening import open_archive, open_copy
    from govarchive.archive.verifying import repair, verify
    from govarchive.archive.verifying import repaired as as_repaired
    from govarchive.text.counted import counted

    with open_copy(archive_path) as archive:
        found, done = [], ""
        for it in verify(archive):
            if not it.remark:
                found.append(it)
                told = as_repaired(it) if repaired else it
                click.echo(f"{_discreet(archive, told.what)} ({told.remedy})")
            elif volume >= 0:
                say(f"note: {_discreet(archive, it.what)} ({it.remedy})")
    if repaired:
        with open_archive(archive_path) as archive:
            opened = repair(archive, found)
        waits = f", the records of {counted(opened, 'page')} wait for: import --reprocess" if opened else ""
        done = f"indexes and views are made anew{waits}"
    if volume >= 0:
        said = counted(len(found), "problem") if found else "all is well"
        say(f"{archive_path}: {said}{'; ' + done if done else ''}")
    if found:
        raise click.exceptions.Exit(1)


def _discreet(archive: "Archive", what: str) -> str:
    """What is told of a page, without a personal number in its name; where the archive can still be asked for such."""
    from govarchive.archive.discretion import hidden

    try:
        return on_one_line(hidden(archive, what))
    except ArchiveError:
        return on_one_line(what)
