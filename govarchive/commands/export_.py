"""`govarchive export`: all records of an archive into a file."""

from contextlib import nullcontext
from pathlib import Path

import click

from govarchive.commands.common import archive_option, min_score_option, say, unmask_option, verbosity, write_records
from govarchive.text.counted import counted

_STDOUT = "-"
_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", "": "jsonl"}


@click.command("export")
@click.argument("out_file", metavar="OUT_FILE", type=click.Path(dir_okay=False, writable=True, allow_dash=True))
@archive_option
@click.option(
    "--format", "style", type=click.Choice(["jsonl", "csv"]), help="Else the ending tells; without one, jsonl."
)
@min_score_option
@unmask_option
@verbosity
def command(out_file: str, archive_path: str, style: str | None, min_score: float, unmask: bool, volume: int) -> None:
    """Write all records of an archive to OUT_FILE.

    A file of that name is replaced when all is written, unless it is an archive. The ending of OUT_FILE tells the
    format, .csv or .jsonl (.json, .ndjson); another one needs --format; - writes to stdout.

    \b
    Examples:
      govarchive export records.jsonl
      govarchive export records.csv --archive primer.db
      govarchive export - | gzip > records.jsonl.gz
    """
    from govarchive.archive import Query, open_archive
    from govarchive.archive.discretion import discreetly
    from govarchive.archive.query import find
    from govarchive.commands.outputs import check_output
    from govarchive.whole import written

    style = style or _style_of(out_file)
    if out_file != _STDOUT:
        check_output(out_file, archive_path)
    with (
        open_archive(archive_path) as archive,
        nullcontext() if out_file == _STDOUT else written(Path(out_file), binary=style == "jsonl") as out,
    ):
        records = find(archive, Query(min_score=min_score))
        number = write_records(records if unmask else discreetly(archive, records), style, unmask=unmask, out=out)
    if volume >= 0:
        say(f"{out_file}: {counted(number, 'record')}")


def _style_of(out_file: str) -> str:
    """The format that the ending tells, jsonl where there is none. Raises click.UsageError for another ending."""
    ending = Path(out_file).suffix.lower()
    if ending not in _ENDINGS:
        raise click.UsageError(f"{out_file}: {ending} tells no format; end it in .jsonl or .csv, or give --format.")
    return _ENDINGS[ending]
