"""`govarchive backup`: a copy of an archive."""

import click

from govarchive.commands.common import archive_option, say, verbosity


@click.command("backup")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False))
@archive_option
@verbosity
def command(file: str, archive_path: str, volume: int) -> None:
    """Copy an archive to FILE, which must not be there yet.

    The copy is consistent also while an import writes to the archive (a plain copy of the file is not), and takes its
    name only when SQLite finds it whole. What was damaged before is damaged in the copy, too: see `verify`.

    \b
    Example:
      govarchive backup /mnt/backup/primer-2026-03-01.db --archive primer.db
    """
    if file == "-":
        raise click.UsageError("A backup is a file of its own; name one instead of -.")
    from govarchive.archive import open_archive
    from govarchive.archive.copying import backup

    with open_archive(archive_path) as archive:
        size = backup(archive, file)
    if volume >= 0:
        say(f"{file}: {size / 1e6:.1f} MB, SQLite finds the copy whole")
