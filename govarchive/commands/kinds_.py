"""`govarchive kinds`: every kind with its meaning, its normal form and examples from its table."""

import inspect
from collections.abc import Sequence
from importlib.resources import files

import click

from govarchive.commands.common import KIND

_EXAMPLES = 4


@click.command("kinds")
@click.argument("only", metavar="[KIND]...", nargs=-1, type=KIND)
def command(only: Sequence[str]) -> None:
    """List the kinds of record with their meaning, normal form and examples of how they are printed.

    \b
    Examples:
      govarchive kinds | less
      govarchive kinds phone
    """
    from govarchive.kinds import BY_NAME

    for name, kind in BY_NAME.items():
        if only and name not in only:
            continue
        meaning = (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")
        click.echo(f"{click.style(name, bold=True)}\n  {meaning}")
        for printed, value in _examples(name):
            click.echo(f"    {printed}  ->  {value}")
        click.echo()


def _examples(name: str) -> list[tuple[str, str]]:
    """The first good rows of a kind's table, each once: the marked text and its value. All numbers are nobody's."""
    found: dict[tuple[str, str], None] = {}
    for line in files("govarchive.kinds").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        text, value, _ = line.split("\t")
        if text.count("[[") == 1 and "\\" not in text and value != "-":
            printed = text.partition("[[")[2].partition("]]")[0]
            found[printed, value] = None
    return list(found)[:_EXAMPLES]
