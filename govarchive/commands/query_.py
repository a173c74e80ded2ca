"""`govarchive query`: records of an archive, by what one knows of them."""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from govarchive.commands.checks import check_date, check_host
from govarchive.commands.common import (
    archive_option,
    kind_option,
    min_score_option,
    sane,
    say,
    unmask_option,
    verbosity,
    write_records,
)
from govarchive.text.counted import counted
from govarchive.text.keys import key

if TYPE_CHECKING:
    from govarchive.archive import Archive, Query
    from govarchive.archive.query import Count

_NAMING = ("value", "label", "site", "role", "institution")
"""Of these one wants to know since when and until when they were said."""
_COUNTS = ("kind", *_NAMING, "year")
_ON_A_TERMINAL = 50
"""Rows shown there when no --limit is given."""


@click.command("query", context_settings={"allow_extra_args": True})
@archive_option
@kind_option
@click.option("--value", help="A value in its normal form or printed (056/ 812 345), a date's beginning (2014-02).")
@click.option("--person", help="People whose name holds these words, in any order; С. stands for any.")
@click.option(
    "--role",
    help="People in this office, as one types it ('кметът на община Видин'), men and women; deputies by theirs.",
)
@click.option(
    "--institution",
    help="This institution, who serves there, what reaches it; ОбС is общински съвет, a short name of two means both.",
)
@click.option("--label", help="Records whose label holds these words, in any of their forms.")
@click.option("--site", help="Pages of this site and its subdomains.")
@click.option(
    "--since", metavar="DATE", help="From this date on: of capture in a template, of publication in an article."
)
@click.option("--until", metavar="DATE", help="Up to and including this date.")
@click.option("--valid", "passed", is_flag=True, help="Only records that pass their check.")
@click.option("--invalid", "failed", is_flag=True, help="Only records that fail their check.")
@min_score_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    callback=sane,
    help=f"At most so many rows; {_ON_A_TERMINAL} on a terminal.",
)
@click.option(
    "--count-by",
    type=click.Choice(_COUNTS),
    help="Count the records instead of listing them, with the first and last date of each value; a year is the one of"
    " the page's date that counts, as for --since, not of a date that it names.",
)
@click.option("--format", "style", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@unmask_option
@verbosity
def command(
    archive_path: str,
    kinds: Sequence[str],
    limit: int | None,
    count_by: str | None,
    style: str,
    unmask: bool,
    volume: int,
    **typed: Any,
) -> None:
    """Search the records of an archive; all conditions must hold. Rows come in the order of import and of the page.

    \b
    Examples:
      govarchive query --role "областен управител"
      govarchive query --value "056/ 812 345"
      govarchive query --kind person --institution "община Мездра" --format csv
      govarchive query --institution "община Мездра" --label факс
      govarchive query --kind phone --count-by label
      govarchive query --role "областен управител" --site vidin.primer.bg --count-by value
    """
    from govarchive.archive import open_archive
    from govarchive.archive.discretion import discreetly
    from govarchive.archive.query import find
    from govarchive.commands.asked import as_query

    _check_quotes(click.get_current_context().args, typed)
    _check(typed)
    shown = _ON_A_TERMINAL if limit is None and sys.stdout.isatty() else limit
    query = as_query(kinds, shown, typed)
    with open_archive(archive_path) as archive:
        if count_by:
            counts = _counts(archive, query, count_by, unmask)
            _write_counts(count_by, counts, style)
            number = len(counts)
        else:
            records = find(archive, query)
            number = write_records(records if unmask else discreetly(archive, records), style, unmask=unmask)
        told = [] if number or limit == 0 or volume < 0 else _why_none(archive, kinds, typed, count_by)
    for line in told:
        say(line)
    if told:
        return
    if volume >= 0 and not count_by and limit is None and number == shown:
        say(f"the first {counted(number, 'row')}; --limit shows more")


def _counts(archive: "Archive", query: "Query", field: str, unmask: bool) -> list["Count"]:
    """What to print for --count-by: of an office, men and women together."""
    from govarchive.archive.query import count_by as count

    if field != "role":
        return count(archive, query, field, unmask=unmask)
    from govarchive.commands.offices import one_for_both

    return one_for_both(count(archive, replace(query, limit=None), field, unmask=unmask))[: query.limit]


def _why_none(archive: "Archive", kinds: Sequence[str], typed: dict[str, Any], counted_by: str | None) -> list[str]:
    from govarchive.archive.query import ABLE
    from govarchive.commands.hints import hints

    able = () if kinds else ABLE.get(counted_by or "", ())
    looked_for = f"records of {' or '.join(able)}" if able else "records"
    return [f"no {looked_for} match", *hints(archive, tuple(kinds), typed)]


def _check_quotes(left: Sequence[str], typed: dict[str, Any]) -> None:
    """Raises click.UsageError for words that no option took: of `--role кмет перник` the shell makes two."""
    if not left:
        return
    said = [f'--{name} "{said} {" ".join(left)}"' for name, said in typed.items() if isinstance(said, str)]
    example = said[0] if len(said) == 1 else '--role "кмет на община Видин"'
    raise click.UsageError(f"{' '.join(left)}: no option has this; several words need quotes, as in {example}.")


def _check(typed: dict[str, Any]) -> None:
    """Brings dates and flags into the form that queries take. Raises click.UsageError."""
    for name, said in typed.items():
        if isinstance(said, str) and not said.strip():
            raise click.UsageError(f"--{name} is empty; leave it out to search without it.")
        # A number that is masked on its page has nothing but stars.
        if isinstance(said, str) and not key(said) and not (name == "value" and "*" in said):
            raise click.UsageError(f"--{name} {said!r} has no letter and no digit to search for; leave it out.")
    if typed["site"] is not None:
        typed["site"] = check_host("--site", typed["site"])
    for name in ("since", "until"):
        typed[name] = check_date(f"--{name}", typed[name])
    since, until = typed["since"], typed["until"]
    if since and until and since[: len(until)] > until:
        raise click.UsageError(f"--since {since} is after --until {until}; no record is of both.")
    passed, failed = typed.pop("passed"), typed.pop("failed")
    if passed and failed:
        raise click.UsageError("--valid and --invalid exclude each other; leave both out to search all records.")
    typed["valid"] = passed or (False if failed else None)


def _write_counts(field: str, counts: Sequence["Count"], style: str) -> None:
    names = (field, "records", *(("first", "last") if field in _NAMING else ()))
    rows = [it[: len(names)] for it in counts]
    if style == "jsonl":
        for row in rows:
            click.echo(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
    elif style == "csv":
        csv.writer(sys.stdout).writerows([names, *([cell or "" for cell in row] for row in rows)])
    else:
        from govarchive.formats.table import write_rows

        write_rows(names, [(str(row[0] or "-"), *(str(it or "") for it in row[1:])) for row in rows], sys.stdout)
