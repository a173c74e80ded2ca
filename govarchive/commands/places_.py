"""`govarchive places`: the national register of settlements, loaded by the user."""

from collections import Counter

import click

from govarchive.commands.common import say, verbosity
from govarchive.text.counted import counted
from govarchive.text.terminal import on_one_line

_NATIONAL = 5_000
"""Fewer settlements are a part of the register, or a sample of it."""


@click.group("places")
def command() -> None:
    """Load the national register of settlements (EKATTE), or tell about it.

    With it every village is known: places get their EKATTE code, names of several words are found whole, and of a name
    borne by many the municipality or region named beside it decides. Without it only towns are known. The register is
    kept in $GOVARCHIVE_DATA, else in the user's data folder (~/.local/share/govarchive).

    \b
    Examples:
      govarchive places load Ek_atte.xls
      govarchive places status
      govarchive places forget
    """


@command.command("load")
@click.argument("path", metavar="FILE")
@verbosity
def load(path: str, volume: int) -> None:
    """Load the register from FILE as the National Statistical Institute publishes it.

    FILE is the list of settlements, ek_atte, as .xls, .xlsx, .csv or .json, or a .zip that holds it. Each row is
    checked (code, check digit, region, municipality); wrong ones are left out and named on stderr, and the exit code is
    1. Where more than one row in a hundred is wrong, the file is taken for something else: nothing is loaded, and the
    first of them is named. A register loaded before is replaced by what is loaded, and else stays. Pages imported
    before keep the records they have.

    \b
    Examples:
      govarchive places load Ek_atte.xls
      govarchive places load Ekatte.zip
    """
    from datetime import UTC, datetime
    from pathlib import Path

    from govarchive.data.register import keep
    from govarchive.jobs.registers import read_register

    read = read_register(path)
    for problem in read.problems:
        say(f"left out: {problem}")
    kept = keep(read.settlements, Path(path).name, read.as_of, datetime.now(UTC).isoformat(timespec="seconds"))
    if volume >= 0:
        say(f"{kept}: {counted(len(read.settlements), 'settlement')}" + (f" as of {read.as_of}" if read.as_of else ""))
        if len(read.settlements) < _NATIONAL:
            say(
                f"the national register has more than {_NATIONAL:,} settlements: those that this one lacks will not be "
                "known, and be told as unknown by normalise"
            )
    if read.problems:
        raise click.exceptions.Exit(1)


@command.command("status")
def status() -> None:
    """Tell what register is loaded, from where and since when.

    \b
    Example:
      govarchive places status
    """
    from govarchive.data.register import loaded, register_file, types

    found = loaded()
    if found is None:
        click.echo("no register is loaded; load one with: govarchive places load FILE")
        return
    by_type = ", ".join(f"{number} {kind}" for kind, number in Counter(types()).most_common())
    click.echo(f"settlements  {found.settlements} ({by_type})")
    click.echo(f"as of        {found.as_of or 'not told'}")
    click.echo(f"loaded       {found.loaded_at} from {on_one_line(found.source)}")
    click.echo(f"file         {register_file()}")


@command.command("forget")
@verbosity
def forget_register(volume: int) -> None:
    """Remove the register that is loaded; records made with it stay as they are.

    \b
    Example:
      govarchive places forget
    """
    from govarchive.data.register import forget, register_file

    there = forget()
    if volume >= 0:
        say(f"{register_file()}: removed" if there else "no register is loaded")
