"""`govarchive normalise`: bare values in, their normal forms and checks out."""

import sys

import click

from govarchive.commands.common import KIND, encoding_option, lists_option, say, unmask_option, verbosity
from govarchive.text.counted import counted


@click.command("normalise")
@click.argument("kind", type=KIND, metavar="KIND")
@click.argument("path", metavar="[FILE|-]", default="-")
@click.option("--column", metavar="NAME", help="The column of CSV, or key of JSON Lines, that holds the values.")
@click.option(
    "--from", "form", type=click.Choice(["text", "csv", "jsonl"]), help="What FILE is; else its ending tells."
)
@encoding_option("Read FILE in this encoding; else it is UTF-8, or UTF-16 with a mark.")
@click.option("--format", "style", type=click.Choice(["text", "jsonl", "csv"]), help="What to write; else as FILE is.")
@click.option("--reference-date", metavar="DATE", help="The day that relative dates (днес) count from.")
@lists_option
@unmask_option
@verbosity
def command(
    kind: str,
    path: str,
    column: str | None,
    form: str | None,
    encoding: str | None,
    style: str | None,
    reference_date: str | None,
    unmask: bool,
    volume: int,
) -> None:
    """Bring values of one kind into their normal form and check them, a row out for each row in.

    KIND is one of those that `govarchive kinds` lists. FILE has one value a line; of CSV and JSON Lines (.csv, .tsv,
    .jsonl) --column names the column. As text the answer is VALUE, true or false, and the problem, with tabs between;
    as CSV and JSON Lines the other columns stay and NAME_value, NAME_valid and NAME_problem are added. Validity is
    empty for kinds without a check, and for what only a page could tell (днес). Of places, institutions and addresses
    it is told where a value has nothing of its kind (абракадабра); whether there is such a one is not known, unless
    `govarchive places load` has told of all settlements. Blank lines stay blank. What is written is UTF-8. A row that
    is broken has that as its problem. What is read from a pipe is answered as it comes. The exit code is 1 when a value
    has a problem.

    \b
    Examples:
      echo "056/ 841 234" | govarchive normalise phone
      govarchive normalise iban accounts.txt --format jsonl
      govarchive normalise eik firms.csv --column bulstat > checked.csv
      govarchive normalise phone firmi.csv --column Телефон --encoding windows-1251
      govarchive normalise date news.jsonl --column day --reference-date 2016-03-09
    """
    from govarchive.commands.checks import check_reference
    from govarchive.jobs.columns import ADDED, write_judged
    from govarchive.jobs.lines import opened
    from govarchive.jobs.rows import Table, Writer, form_of
    from govarchive.kinds import named

    form = form or form_of(path)
    _check_column(form, column, path)
    day = check_reference(reference_date)
    with opened(path) as raw:
        table = Table(raw, path, form, encoding)
        counts = write_judged(table, named(kind), Writer(sys.stdout, style or form, len(ADDED)), column, day, unmask)
    if volume > 0 or (counts.failed and volume >= 0):
        say(f"{path}: {counted(counts.values, 'value')}, {counts.failed} with a problem")
    if counts.failed:
        raise click.exceptions.Exit(1)


def _check_column(form: str, column: str | None, path: str) -> None:
    """Raises click.UsageError when a table comes without --column or a text with it."""
    if path.lower().endswith((".xlsx", ".xls", ".ods")):
        raise click.UsageError(f"{path} is a workbook; save its sheet as CSV.")
    if form == "text" and column is not None:
        raise click.UsageError(f"--column needs CSV or JSON Lines; say --from csv or --from jsonl if {path} is that.")
    if form != "text" and column is None:
        raise click.UsageError(f"{path} is {form}: name the column that holds the values with --column.")
