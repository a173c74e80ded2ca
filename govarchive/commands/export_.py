"""`govarchive export`: all records of an archive into a file."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

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
    """Write all records of an archive to OUT_FILE; a file of that name is replaced when all is written.

    The ending of OUT_FILE tells the format, .csv or .jsonl (.json, .ndjson); - writes to stdout.
    Another ending needs --format.

    \b
    Examples:
      govarchive export records.jsonl
      govarchive export records.csv --archive primer.db
      govarchive export - | gzip > records.jsonl.gz
    """
    from govarchive.archive import Query, open_archive
    from govarchive.archive.query import discreetly, find

    style = style or _style_of(out_file)
    with open_archive(archive_path) as archive:
        if out_file != _STDOUT and Path(out_file).exists() and Path(out_file).samefile(archive_path):
            raise click.UsageError(f"{out_file} is the archive itself; name another file.")
        with nullcontext() if out_file == _STDOUT else _written(Path(out_file), style) as out:
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


@contextmanager
def _written(path: Path, style: str) -> Iterator[IO[Any]]:
    """A file to write to, which takes its name when all is written: a full disk leaves the old file whole."""
    if path.exists() and not path.is_file():  # /dev/stdout, a named pipe
        with _naming(path), _opened(path, style) as out:
            yield out
        return
    place = path.resolve()
    part = place.with_name(f"{place.name}.part")
    with _naming(path), _opened(part, style) as out:
        try:
            yield out
            out.close()
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Lets what fails while a file is written name it as the user does."""
    try:
        yield
    except OSError as problem:
        problem.filename = str(path)
        raise


def _opened(path: Path, style: str) -> IO[Any]:
    return path.open("wb") if style == "jsonl" else path.open("w", encoding="utf-8", newline="")
