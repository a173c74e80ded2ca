"""The command `govarchive`: its subcommands are loaded when they are asked for, so that it starts in a blink."""

import os
import signal
import sys
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path

import click

from govarchive import __version__
from govarchive.errors import GovarchiveError
from govarchive.text.terminal import on_one_line

_COMMANDS = {
    "extract": "Find the records of pages and write them out.",
    "import": "Keep pages and their records in an archive.",
    "query": "Search the records of an archive.",
    "show": "Show a record or a page of an archive in its context.",
    "explain": "Tell what every rule saw on a page and what became of it.",
    "imports": "List the imports of an archive, or take one back.",
    "rejects": "List what imports could not read, or try it again.",
    "merge": "Join other archives into one.",
    "backup": "Copy an archive, also while it is written to.",
    "verify": "Check an archive for damage.",
    "export": "Write all records of an archive to a file.",
    "normalise": "Bring bare values into their normal form and check them.",
    "check": "Check a file of records, and its spans against the pages.",
    "places": "Load the national register of settlements, or tell about it.",
    "kinds": "List the kinds of record with their forms and examples.",
    "schema": "Print the JSON Schema of a record.",
}


class _Lazy(click.Group):
    """Subcommands by name; help lists them without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            ctx.fail(_no_command(cmd_name))
        command = import_module(f"govarchive.commands.{cmd_name}_").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _no_command(typed: str) -> str:
    """What is said of a name that no command has, with those that are spelt most like it."""
    from difflib import get_close_matches

    near = get_close_matches(typed, _COMMANDS)
    return f"No such command {typed!r}." + (f" Did you mean {' or '.join(map(repr, near))}?" if near else "")


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="govarchive")
def main() -> None:
    """Structured, checked records from Bulgarian public-sector pages.

    govarchive reads text and HTML pages, finds dates, people, institutions, phones, bank accounts and their
    neighbours, and points at the very characters each record came from.

    \b
    Examples:
      govarchive extract page.html | head -3
      govarchive import pages/ --archive my.db
      govarchive query --archive my.db --role "областен управител"

    Exit code 0: all done; 1: something was not done and is named on stderr; 2: wrong usage; 130: interrupted
    with Ctrl-C; 141: the reader of the output went away.
    """


def run() -> None:
    """Runs the command line and ends the process with its exit code; no traceback reaches the user."""
    _prepare_streams()
    try:
        code = main.main(prog_name="govarchive", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        problem.show(told := StringIO())
        click.echo("\n".join(map(on_one_line, told.getvalue().expandtabs(4).split("\n"))), err=True, nl=False)
        sys.exit(problem.exit_code)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except GovarchiveError as problem:
        click.echo(on_one_line(f"govarchive: {problem}"), err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("govarchive: interrupted; what was kept so far stays", err=True)
        sys.exit(130)
    except UnicodeEncodeError as problem:  # only what was typed may hold half a character: all that is read is cleaned
        click.echo(f"govarchive: {ascii(problem.object)[:200]}: there are bytes in it that are no text", err=True)
        sys.exit(2)
    except OSError as problem:
        said = f"govarchive: {problem.filename or 'output'}: {problem.strerror or problem}"
        click.echo(on_one_line(said), err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def _prepare_streams() -> None:
    """Makes the streams what scripts count on: UTF-8 where nobody watches, no traceback for `| head`."""
    if hasattr(signal, "SIGPIPE"):
        # The reader has gone: end at once and in silence, as all tools of the shell do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by the shell: `<&-`, `>&-`
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)
        elif mode == "w" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
