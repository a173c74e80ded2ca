"""`govarchive verify`: an archive checked for damage."""

import click

from govarchive.commands.common import archive_option, say, verbosity


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

    with open_copy(archive_path) as archive:
        found = []
        for it in verify(archive):
            found.append(it)
            click.echo(f"{it.what} ({it.remedy})")
    if repaired:
        with open_archive(archive_path) as archive:
            repair(archive, found)
        if volume >= 0:
            say(f"{archive_path}: indexes and views are made anew, wrong records wait for: import --reprocess")
    elif volume >= 0:
        say(f"{archive_path}: {len(found)} problems" if found else f"{archive_path}: all is well")
    if found:
        raise click.exceptions.Exit(1)
