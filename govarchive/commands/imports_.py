"""`govarchive imports`: the log of an archive, and imports taken back."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click
import msgspec

from govarchive.commands.common import archive_option, sane, say, unmask_option, verbosity
from govarchive.text.counted import counted

if TYPE_CHECKING:
    from govarchive.archive import Archive
    from govarchive.archive.log import Import


@click.command("imports")
@archive_option
@click.option(
    "--undo", "undone", metavar="NUMBER", type=click.IntRange(min=1), callback=sane, help="Take this import back."
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask before an import is taken back.")
@click.option("--format", "style", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@unmask_option
@verbosity
def command(archive_path: str, undone: int | None, yes: bool, style: str, unmask: bool, volume: int) -> None:
    """List the imports of an archive, or take one back.

    Each import has a number, its time, how many pages it met, how many of them no other import met (own), what it could
    not read, and the paths it was given. Taking one back removes its own pages with their records, and its rejects;
    what other imports met too stays. You are asked first; without a terminal, --yes is the answer.

    \b
    Examples:
      govarchive imports
      govarchive imports --format jsonl | jq .report
      govarchive imports --undo 3
    """
    from govarchive.archive import open_archive
    from govarchive.archive.log import imports

    with open_archive(archive_path) as archive:
        if undone is None:
            found = imports(archive)
            _write(list(found) if unmask else [_discreet(archive, it) for it in found], style)
            return
        if not yes and not sys.stdin.isatty():
            raise click.UsageError("There is no terminal to ask on; take an import back with --undo NUMBER --yes.")
        _undo(archive, undone, volume, ask=not yes)


def _discreet(archive: "Archive", it: "Import") -> "Import":
    """The import without the personal numbers of pages in its paths and in what was asked."""
    from govarchive.archive.discretion import hidden

    folder, paths, options = hidden(archive, (it.folder, it.paths, it.options))
    return replace(it, folder=folder, paths=paths, options=options)


def _undo(archive: "Archive", number: int, volume: int, *, ask: bool) -> None:
    from govarchive.archive.log import import_by_number, own_records, undo
    from govarchive.jobs.parts import settle

    it = import_by_number(archive, number)
    stays = f" ({it.pages - it.own} that other imports met too stay)" if it.pages > it.own else ""
    if volume >= 0:
        goes = f"{counted(it.own, 'page')} with {counted(own_records(archive, number), 'record')}"
        say(f"import {number}: to go are {goes}{stays}, and {counted(it.rejects, 'reject')}")
    if ask and not _agreed():
        say("nothing is taken back")
        raise click.exceptions.Exit(1)
    undo(archive, number)
    settle(archive)
    if volume >= 0:
        say(f"import {number} is taken back")


def _agreed() -> bool:
    try:
        return click.confirm("Take it back?", err=True)
    except click.Abort:  # Ctrl-D or Ctrl-C at the question
        say("")
        return False


def _write(found: "list[Import]", style: str) -> None:
    if style == "jsonl":
        for it in found:
            click.echo(msgspec.json.encode(it))
        return
    from govarchive.formats.table import write_rows

    columns = ("number", "started", "finished", "pages", "own", "rejects", "paths")
    write_rows(columns, [_row(it) for it in found], sys.stdout, dropped=("started", "own", "rejects", "pages"))


def _row(it: "Import") -> tuple[str, ...]:
    later = f"by import {it.finished_by}" if it.finished_by else "not finished"
    started, finished = _minute(it.started_at), _minute(it.finished_at) if it.finished_at else later
    paths = " ".join(it.paths) or ("--reprocess" if it.options.get("reprocess") else "")
    return (str(it.number), started, finished, str(it.pages), str(it.own), str(it.rejects), paths)


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")
