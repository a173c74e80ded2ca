"""Pages per second of govarchive beside what anyone would write (baseline.py), in the same run.

usage: speed.py [FOLDER] [--kinds] [--pages N] [--rounds N]

FOLDER holds .txt pages (also in folders of its own); HTML is made of them by wrapping. Without it, pages are mixed from
samples/ in a temporary folder. The contenders take turns, round by round, in one process; the median counts. Each
round brings pages that none has read before, as a crawl does: what is remembered of words and lines helps as far as
these recur, and the first round only warms up. The slow baseline gets fewer pages. --kinds measures each kind alone,
and together all that need no names: finding and normalising, without labels or overlaps.
"""

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple, TypeVar

import baseline
import corpus
import msgspec

from govarchive.archive import open_archive
from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.jobs.batch import Asked, import_captures
from govarchive.kinds import KINDS, Kind
from govarchive.model import Near, Page
from govarchive.pages import Capture
from govarchive.text.fold import shadow

T = TypeVar("T")

_SLOW = 5
"""Pages a round for the baseline that searches dates: it takes a tenth of a second for each."""

_NAMES = frozenset(("institution", "person", "place"))


class Contender(NamedTuple):
    """Something to be measured: its name, what it is measured against, what it does with pages, how many a round."""

    task: str
    name: str
    work: Callable[[Sequence[Page], Sequence[bytes]], None]
    most: int | None = None


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", metavar="FOLDER")
    parser.add_argument("--kinds", action="store_true", help="measure each kind alone, and no baseline")
    parser.add_argument("--pages", type=int, default=600, help="how many pages (default 600)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds, each of pages of its own (default 5)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary)
        if not asked.folder:
            corpus.write(folder, asked.pages)
        pages = corpus.read(folder, asked.pages)
        if len(pages) < 2 * (asked.rounds + 1):
            parser.error(f"{folder} holds {len(pages)} .txt pages: two a round are needed, and two to warm up")
        try:
            contenders = [] if asked.kinds else _contenders(Path(temporary))
        except ModuleNotFoundError as missing:
            print(f"{missing.name} is not installed; run: make bench, or pip install '.[bench]'", file=sys.stderr)
            return 1
        _describe(pages, asked.folder or "mixed from samples/")
        if asked.kinds:
            print_kinds(pages, asked.rounds)
        else:
            print_ratios(measure(contenders, pages, asked.rounds), contenders)
    return 0


def _describe(pages: Sequence[Page], origin: str) -> None:
    length = sum(len(page.text) for page in pages)
    records = sum(len(extract(page)) for page in pages[:50]) / len(pages[:50])
    print(f"{len(pages)} pages ({origin}), {length / len(pages):.0f} characters and {records:.0f} records each\n")


def _contenders(folder: Path) -> list[Contender]:
    """Both tasks with their contenders; the first of a task is ours. Raises ModuleNotFoundError without dateparser."""
    ways = baseline.date_ways()
    found = [
        Contender("text -> JSON", "govarchive, all kinds", lambda pages, _: _to_json(pages)),
        Contender("HTML -> archive", "govarchive, all kinds", lambda _, html: _to_archive(html, folder)),
    ]
    for way, most in (("parse", None), ("search", _SLOW)):
        dates = ways[way]

        def from_text(pages: Sequence[Page], _: Sequence[bytes], dates: baseline.Dates = dates) -> None:
            for page in pages:
                baseline.json_of(page.text, dates)

        def from_html(_: Sequence[Page], html: Sequence[bytes], dates: baseline.Dates = dates) -> None:
            for raw in html:
                baseline.json_of(baseline.text_of(raw), dates)

        found.append(Contender("text -> JSON", f"baseline, dateparser.{way}", from_text, most))
        found.append(Contender("HTML -> archive", f"baseline to JSON, dateparser.{way}", from_html, most))
    return sorted(found, key=lambda it: it.task != "text -> JSON")


def _to_json(pages: Sequence[Page]) -> None:
    encode = msgspec.json.Encoder().encode
    for page in pages:
        for record in extract(page):
            encode(record)


def _to_archive(html: Sequence[bytes], folder: Path) -> None:
    path = folder / "speed.db"
    for old in folder.glob("speed.db*"):
        old.unlink()
    with open_archive(str(path), create=True) as archive:
        captures = (Capture(raw, f"{at}.html") for at, raw in enumerate(html))
        import_captures(archive, captures, ["speed"], lambda problem: print(problem, file=sys.stderr), Asked(jobs=1))


def measure(contenders: Sequence[Contender], pages: Sequence[Page], rounds: int) -> dict[Contender, float]:
    """Median pages per second of each contender; they take turns, so that a slow minute hits them all.

    The pages of both tasks are others, as the second would find remembered what the first has read.
    """
    rates: dict[Contender, list[float]] = {it: [] for it in contenders}
    parts = _parts(pages, 2 * (rounds + 1))
    for turn, (texts, others) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
        html = [corpus.as_html(page.text) for page in others]
        for it in contenders:
            number = min(it.most or len(html), len(html))
            seconds = _timed(partial(it.work, texts[:number], html[:number]))
            # The first round only warms up.
            if turn:
                rates[it].append(number / seconds)
    return {it: median(found) for it, found in rates.items()}


def _parts(pages: Sequence[T], number: int) -> list[Sequence[T]]:
    """The pages dealt out to as many rounds, so that each gets some of all sorts."""
    return [pages[at::number] for at in range(number)]


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    started = perf_counter()
    work()
    return perf_counter() - started


def print_ratios(rates: dict[Contender, float], contenders: Sequence[Contender]) -> None:
    """Prints a line a contender; the ratio tells how many times faster the first of ours of its task is."""
    print(f"{'task':<17}{'contender':<38}{'pages/s':>8}{'ratio':>9}")
    for it in contenders:
        ours = next(rate for other, rate in rates.items() if other.task == it.task)
        ratio = f"{ours / rates[it]:.1f} x" if it.name.startswith("baseline") else ""
        note = f"   ({it.most} pages a round)" if it.most else ""
        print(f"{it.task:<17}{it.name:<38}{rates[it]:>8.0f}{ratio:>9}{note}")


def print_kinds(pages: Sequence[Page], rounds: int) -> None:
    """Prints what each kind costs alone, and what all do together that need no names: they share one cut of a page."""
    warm, *parts = _parts([shadow(page.text).text for page in pages], rounds + 1)
    print(f"{'kind':<14}{'µs/page':>9}{'characters/s':>15}{'candidates/page':>17}")
    # Those together come first: later they would find remembered what the kinds alone have read.
    rows = [("together", [kind for kind in KINDS if kind.NAME not in _NAMES]), *((it.NAME, [it]) for it in KINDS)]
    for name, kinds in rows:
        _find_in(warm, kinds)
        found, rates, costs = 0, [], []
        for texts in parts:
            started = perf_counter()
            found += _find_in(texts, kinds)
            seconds = perf_counter() - started
            costs.append(seconds / len(texts))
            rates.append(sum(map(len, texts)) / seconds)
        number = found / sum(map(len, parts))
        print(f"{name:<14}{median(costs) * 1e6:>9.0f}{median(rates):>15,.0f}{number:>17.1f}")
    print(f"\ntogether: all without {', '.join(sorted(_NAMES))}")


def _find_in(texts: Sequence[str], kinds: Sequence[Kind]) -> int:
    return sum(_find_all(kind, text) for text in texts for kind in kinds)


def _find_all(kind: Kind, text: str) -> int:
    number = 0
    for number, (start, stop, *_) in enumerate(kind.find(text), 1):  # noqa: B007 (the last number is the count)
        try:
            kind.normalise(text[start:stop], Near(text, start, stop))
        except Invalid:
            continue
    return number


if __name__ == "__main__":
    sys.exit(main())
