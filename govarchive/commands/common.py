"""What the commands share: options, messages, ways out."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from govarchive.commands.checks import check_capture, check_encoding, check_fields, check_url
from govarchive.commands.impersonal import impersonal
from govarchive.errors import PageError, SkippedPage
from govarchive.model import Record
from govarchive.text.terminal import on_one_line

_F = TypeVar("_F", bound=Callable[..., Any])

KIND_NAMES = tuple(sorted(path.stem for path in Path(__file__).parent.with_name("kinds").glob("[a-z]*.py")))
"""The names of all kinds, told from their files so that `--help` need not load the rules."""


_BEGINNINGS = {
    "phone": ("телефон", "тел.", "мобил"),
    "person": ("лиц", "хора", "човек", "имена"),
    "institution": ("институц", "учрежд", "орган"),
    "date": ("дат",),
    "iban": ("ибан", "сметк", "банков"),
    "bic": ("бик", "swift"),
    "eik": ("еик", "булстат", "bulstat"),
    "egn": ("егн",),
    "lnch": ("лнч",),
    "email": ("имейл", "е-поща", "поща"),
    "url": ("сайт", "линк"),
    "hours": ("работно", "час"),
    "money": ("пари", "сум", "лев"),
    "document": ("докум", "запов", "решен"),
    "address": ("адрес",),
    "place": ("мяст", "места", "населен"),
    "cadastre": ("имот", "кадаст"),
    "ekatte": ("екатте",),
}
"""What Bulgarian words for a kind begin with."""


class _Kind(click.Choice[str]):
    """The names of kinds; whoever looks for fax numbers, or calls a kind in Bulgarian, is told how it is called."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        typed = str(value).lower()
        if typed in ("fax", "факс"):
            self.fail("fax numbers are of kind phone; `query --label факс` finds them.", param, ctx)
        meant = next((name for name, begins in _BEGINNINGS.items() if typed.startswith(begins)), None)
        if meant or (typed not in KIND_NAMES and (meant := typed.removesuffix("s")) in KIND_NAMES):
            self.fail(f"the kind is called {meant}, not {value!r}.", param, ctx)
        return super().convert(value, param, ctx)


KIND = _Kind(KIND_NAMES, case_sensitive=False)
"""The type of an option that names a kind."""


def _named(_: click.Context, __: click.Parameter, path: str) -> str:
    if not path:
        raise click.UsageError("--archive is empty; name a file, or leave it out.")
    return path


archive_option = click.option(
    "--archive",
    "archive_path",
    metavar="FILE",
    envvar="GOVARCHIVE_DB",
    default="govarchive.db",
    show_default=True,
    callback=_named,
    help="The archive; $GOVARCHIVE_DB names another default.",
)
kind_option = click.option("--kind", "kinds", multiple=True, type=KIND, help="Only this kind; may be repeated.")


def _use_lists(_: click.Context, __: click.Parameter, folder: str | None) -> None:
    from govarchive.data.lists import use

    use(folder)


lists_option = click.option(
    "--lists",
    metavar="FOLDER",
    envvar="GOVARCHIVE_LISTS",
    expose_value=False,
    callback=_use_lists,
    help="Know the people, offices and institutions listed in FOLDER as well; $GOVARCHIVE_LISTS names another default.",
)
_LONGEST, _LARGEST = 1_000_000.0, (1 << 63) - 1


def sane(_: click.Context, __: click.Parameter, number: Any) -> Any:
    """A number that clocks and SQLite can take: click lets NaN pass, and whole numbers of any size."""
    if number is not None and not number <= (_LONGEST if isinstance(number, float) else _LARGEST):
        raise click.BadParameter(f"{number} is no number, or too large.")
    return number


min_score_option = click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    callback=sane,
    default=0.0,
    show_default=True,
    help="Leave out records with a lower score; what a rule found has 1.",
)
unmask_option = click.option("--unmask", is_flag=True, help="Write personal numbers (EGN, LNCh) in full.")


def encoding_option(told: str) -> Callable[[_F], _F]:
    """--encoding, checked; `told` is its help."""
    return click.option("--encoding", metavar="NAME", callback=lambda _, __, value: check_encoding(value), help=told)


def capture_options(function: _F) -> _F:
    """Adds PATH..., --url and --captured-at to `reading_options`: for the commands that take pages in."""
    paths = click.argument("paths", nargs=-1, metavar="PATH...", callback=_some)
    url = click.option(
        "--url", callback=lambda _, __, value: check_url(value), help="The address of the page; only with one page."
    )
    captured_at = click.option(
        "--captured-at",
        metavar="DATE",
        callback=lambda _, __, value: check_capture(value),
        help="When the pages were captured, ISO 8601; what a container says of it goes before.",
    )
    return paths(url(captured_at(reading_options(function))))


def reading_options(function: _F) -> _F:
    """Adds --encoding and --field, checked: what decides how the text of a page is read."""
    fields = click.option(
        "--field",
        "fields",
        metavar="WHAT=NAME",
        multiple=True,
        callback=lambda _, __, value: check_fields(value),
        help="In tables of pages, the column or key that holds the text, html, url or captured_at; may be repeated.",
    )
    encoding = encoding_option("Read all pages in this encoding, whatever they say.")
    return encoding(fields(function))


def column_options(told: str) -> Callable[[_F], _F]:
    """--column and --from, for texts in the rows of a table; `told` is the help of the first."""
    column = click.option("--column", metavar="NAME", help=told)
    form = click.option("--from", "form", type=click.Choice(["csv", "jsonl"]), help="With --column: what the file is.")
    return lambda function: column(form(function))


def _some(context: click.Context, parameter: click.Parameter, paths: Sequence[str]) -> Sequence[str]:
    """The paths; none are needed where what is kept already is read again."""
    if not paths and not context.params.get("reprocess"):
        raise click.MissingParameter("Name a file or a folder; - reads stdin", ctx=context, param=parameter)
    return paths


def files_of(paths: Sequence[str], url: str | None) -> list[str | PageError]:
    """The files that PATH... stands for. Raises click.UsageError where --url is given for several."""
    from govarchive.pages.files import list_files

    files = list(list_files(paths))
    if url and len(files) != 1:
        raise click.UsageError("--url says where one page came from; give one file with it.")
    return files


def verbosity(function: _F) -> _F:
    """Adds -q and -v: the decorated function gets `volume`, -1, 0 or 1."""
    quiet = click.option("-q", "--quiet", "volume", flag_value=-1, type=int, help="Say only what went wrong.")
    verbose = click.option("-v", "--verbose", "volume", flag_value=1, type=int, default=0, help="Say more.")
    return quiet(verbose(function))


def say(message: str) -> None:
    """Prints a message on stderr, where a name or a message out of a file cannot write over the terminal.

    Not with click, which would write past a progress bar into its line.
    """
    print(on_one_line(message), file=sys.stderr)


def _word(problem: PageError) -> str:
    return "skipped" if isinstance(problem, SkippedPage) else "rejected"


_MOST_ALIKE = 20


class Told:
    """Names pages that were not read, but no flood of them: 20 alike of one file.

    Those passed over on purpose are named from volume `skipped` on: with -v, where a command is not told otherwise; all
    others are counted in `rejected`. `discreet` hides personal numbers in what is said; `str` does not.
    """

    def __init__(self, volume: int, skipped: int = 1, discreet: Callable[[str], str] = impersonal) -> None:
        self._volume = volume
        self._discreet = discreet
        self._skipped = skipped
        self._file = ""
        self.rejected = 0
        self._alike: Counter[tuple[str, str]] = Counter()

    def __call__(self, problem: PageError) -> None:
        """Names one, or counts it."""
        self.rejected += not isinstance(problem, SkippedPage)
        if isinstance(problem, SkippedPage) and self._volume < self._skipped:
            return
        file = problem.source.partition("#")[0]
        if file != self._file:
            self.rest()
            self._file = file
        alike = _word(problem), problem.message
        self._alike[alike] += 1
        if self._volume > 0 or self._alike[alike] <= _MOST_ALIKE:
            say(self._discreet(f"{_word(problem)}: {problem}"))

    def rest(self) -> None:
        """Tells how many more there were of those of the last file that were not all named."""
        for (word, message), number in self._alike.items():
            if self._volume < 1 and number > _MOST_ALIKE:
                say(self._discreet(f"{word}: {self._file}: {message}: and {number - _MOST_ALIKE} more like this"))
        self._alike.clear()


@contextmanager
def progress(total: int, volume: int) -> Iterator[Callable[[], None]]:
    """A progress bar on stderr when that is a terminal; gives the function that moves it on by one page."""
    if volume < 0 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("pages"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("pages", total=total)
        yield lambda: bar.advance(task)


_T = TypeVar("_T")


def stepping(items: Iterable[_T], step: Callable[[], None]) -> Iterator[_T]:
    """The items, with a step of the progress bar after each."""
    for item in items:
        yield item
        step()


def named_as_read(files: Iterable[_T], volume: int, discreet: Callable[[str], str] = impersonal) -> Iterator[_T]:
    """The files; with -v each is named on stderr when its turn comes, so that one sees which takes long."""
    for file in files:
        if volume > 0 and isinstance(file, str):
            say(discreet(f"reading {file}"))
        yield file


def write_records(records: Iterable[Record], style: str, *, unmask: bool, out: Any = None) -> int:
    """Writes records as jsonl, csv or table to stdout, or to `out` (binary for jsonl, text for the others)."""
    if style == "jsonl":
        from govarchive.formats import jsonl

        return jsonl.write(records, out or sys.stdout.buffer, unmask=unmask)
    if style == "csv":
        from govarchive.formats import csv

        return csv.write(records, out or sys.stdout, unmask=unmask)
    from govarchive.formats import table

    return table.write(records, out or sys.stdout, unmask=unmask)
