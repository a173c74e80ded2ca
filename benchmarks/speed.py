"""Pages per second of govarchive beside what anyone would write (baseline.py), in the same run.

usage: speed.py [FOLDER] [--kinds] [--pages N] [--rounds N]

FOLDER holds .txt pages (also in folders of its own); HTML is made of them by wrapping. Without it, pages are mixed from
samples/ in a temporary folder. The contenders take turns, round by round, in one process; the median counts. The slow
baseline gets fewer pages. --kinds measures each kind alone, and together all that need no names: finding and
normalising, without labels or overlaps.
"""

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

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

_SLOW = 24
"""Pages for the baseline that searches dates: it takes a tenth of a second for each."""


_NAMES = frozenset(("institution", "person", "place"))


class Contender(NamedTuple):
    """Something to be measured: its name, what it is measured against, what it does with pages, how many it gets."""

    task: str
    name: str
    work: Callable[[Sequence[Page], Sequence[bytes]], None]
    most: int | None = None


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", metavar="FOLDER")
    parser.add_argument("--kinds", action="store_true", help="measure each kind alone, and no baseline")
    parser.add_argument("--pages", type=int, default=300, help="how many pages (default 300)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds (default 5)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary)
        if not asked.folder:
            corpus.write(folder, asked.pages)
        pages = corpus.read(folder, asked.pages)
        if not pages:
            parser.error(f"{folder} holds no .txt pages")
        try:
            contenders = [] if asked.kinds else _contenders(Path(temporary))
        except ModuleNotFoundError as missing:
            print(f"{missing.name} is not installed; run: make bench, or pip install '.[bench]'", file=sys.stderr)
            return 1
        _describe(pages, asked.folder or "mixed from samples/")
        if asked.kinds:
            print_kinds(pages, asked.rounds)
        else:
            print_ratios(measure(contenders, pages, asked.rounds), contenders, len(pages))
    return 0


def _describe(pages: Sequence[Page], origin: str) -> None:
    length = sum(len(page.text) for page in pages)
    records = sum(len(extract(page)) for page in pages[:50]) / len(pages[:50])
    print(f"{len(pages)} pages ({origin}), {length / len(pages):.0f} characters and {records:.0f} records each\n")


def _contenders(folder: Path) -> list[Contender]:
    """Both tasks with their contenders; the first of a task is ours. Raises ModuleNotFoundError without dateparser."""
    ways = baseline.date_ways()
    same = [kind for kind in KINDS if kind.NAME in baseline.KINDS]
    found = [
        Contender("text -> JSON", "govarchive, the baseline's kinds", lambda pages, _: _to_json(pages, same)),
        Contender("text -> JSON", "govarchive, all kinds", lambda pages, _: _to_json(pages, KINDS)),
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


def _to_json(pages: Sequence[Page], kinds: Sequence[Kind]) -> None:
    encode = msgspec.json.Encoder().encode
    for page in pages:
        for record in extract(page, kinds):
            encode(record)


def _to_archive(html: Sequence[bytes], folder: Path) -> None:
    path = folder / "speed.db"
    for old in folder.glob("speed.db*"):
        old.unlink()
    with open_archive(str(path), create=True) as archive:
        captures = (Capture(raw, f"{at}.html") for at, raw in enumerate(html))
        import_captures(archive, captures, ["speed"], lambda problem: print(problem, file=sys.stderr), Asked(jobs=1))


def measure(contenders: Sequence[Contender], pages: Sequence[Page], rounds: int) -> dict[Contender, float]:
    """Median pages per second of each contender; they take turns, so that a slow minute hits them all."""
    html = [corpus.as_html(page.text) for page in pages]
    rates: dict[Contender, list[float]] = {it: [] for it in contenders}
    for turn in range(rounds + 1):
        for it in contenders:
            number = min(it.most or len(pages), len(pages))
            seconds = _timed(lambda it=it, number=number: it.work(pages[:number], html[:number]))  # type: ignore[misc]
            # The first round only warms up.
            if turn:
                rates[it].append(number / seconds)
    return {it: median(found) for it, found in rates.items()}


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    started = perf_counter()
    work()
    return perf_counter() - started


def print_ratios(rates: dict[Contender, float], contenders: Sequence[Contender], pages: int) -> None:
    """Prints a line a contender; the ratio tells how many times faster the first of ours of its task is."""
    print(f"{'task':<17}{'contender':<38}{'pages/s':>8}{'ratio':>9}")
    for it in contenders:
        ours = next(rate for other, rate in rates.items() if other.task == it.task)
        ratio = f"{ours / rates[it]:.1f} x" if it.name.startswith("baseline") else ""
        note = f"   ({it.most} pages only)" if it.most and it.most < pages else ""
        print(f"{it.task:<17}{it.name:<38}{rates[it]:>8.0f}{ratio:>9}{note}")


def print_kinds(pages: Sequence[Page], rounds: int) -> None:
    """Prints what each kind costs alone, and what all do together that need no names: they share one cut of a page."""
    texts = [shadow(page.text).text for page in pages]
    length = sum(map(len, texts))
    print(f"{'kind':<14}{'µs/page':>9}{'characters/s':>15}{'candidates/page':>17}")
    rows = [(kind.NAME, [kind]) for kind in KINDS]
    rows.append(("together", [kind for kind in KINDS if kind.NAME not in _NAMES]))
    for name, kinds in rows:
        number = _find_in(texts, kinds)
        seconds = median(_timed(lambda kinds=kinds: _find_in(texts, kinds)) for _ in range(rounds))  # type: ignore[misc]
        print(f"{name:<14}{seconds / len(texts) * 1e6:>9.0f}{length / seconds:>15,.0f}{number / len(texts):>17.1f}")
    print(f"\n{len(texts) / seconds:.0f} pages/s together, without {', '.join(sorted(_NAMES))}")


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
