"""Quality and speed of govarchive beside a library for each kind, on pages whose records were found by hand.

usage: peers.py [FOLDER] [--rounds N]

FOLDER (default benchmarks/gold) holds gold.jsonl and pages/. All contenders read the same texts in one process, by
turns, round by round; the fastest round counts. A peer gives what its documentation promises: PhoneNumberMatcher of
phonenumbers the valid numbers of region BG, dateparser.search_dates all dates of a text known to be Bulgarian, and a
regular expression what its python-stdnum module calls valid. govarchive is asked for the one kind, with its checks and
labels. The table is Markdown: the README shows it.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import phonenumbers
from quality import GOLD, as_item, read_gold
from scoring import Item, Tally, score

from govarchive.extract import extract
from govarchive.kinds import BY_NAME, Kind
from govarchive.model import Page
from govarchive.pages import page_from_bytes

Found = Iterator[tuple[str, str]]
"""The printed text and the value of each find."""


class Contender(NamedTuple):
    """Who reads a page, the kind it is judged by, and how it reads: a page to items in the scorer's form."""

    kind: str
    name: str
    read: Callable[[Page], list[Item]]


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(GOLD), metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=2, help="how many rounds (default 2)")
    asked = parser.parse_args()
    try:
        peers = list(_peers())
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is not installed; run: make bench, or pip install '.[bench]'", file=sys.stderr)
        return 1
    gold, files = read_gold(Path(asked.folder))
    pages = {name: page_from_bytes(path.read_bytes(), str(path)) for name, path in files.items()}
    print("| kind | reader | precision | recall | F1 | pages/s |\n|---|---|---|---|---|---|")
    for kind in dict.fromkeys(it.kind for it in peers):
        contenders = [_ours(BY_NAME[kind]), *(it for it in peers if it.kind == kind)]
        for it, seconds in zip(contenders, _best_seconds(contenders, list(pages.values()), asked.rounds), strict=True):
            tally = _quality(it, gold, pages)
            numbers = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} | {len(pages) / seconds:,.0f}"
            print(f"| {kind} | {it.name} | {numbers} |")
    return 0


def _best_seconds(contenders: Sequence[Contender], pages: Sequence[Page], rounds: int) -> list[float]:
    """Seconds for all pages, the best round of each contender."""
    best = [float("inf")] * len(contenders)
    for _ in range(rounds):
        for at, it in enumerate(contenders):
            started = perf_counter()
            for page in pages:
                it.read(page)
            best[at] = min(best[at], perf_counter() - started)
    return best


def _quality(it: Contender, gold: dict[str, list[Item]], pages: dict[str, Page]) -> Tally:
    """Faxes are phones here, and days counted from another are left out: peers do not tell them apart."""
    wanted = {name: [_plain(item) for item in items if _plain(item)["kind"] == it.kind] for name, items in gold.items()}
    found = {name: [_plain(item) for item in it.read(page)] for name, page in pages.items()}
    return score(wanted, found).kinds[it.kind]


def _plain(item: Item) -> Item:
    return {**item, "kind": "phone"} if item["kind"] == "fax" else item


def _ours(kind: Kind) -> Contender:
    def read(page: Page) -> list[Item]:
        return [as_item(record) for record in extract(page, kinds=[kind]) if record.valid is not False]

    return Contender(kind.NAME, "govarchive", read)


def _peer(kind: str, name: str, find: Callable[[str], Found]) -> Contender:
    def read(page: Page) -> list[Item]:
        return [{"kind": kind, "text": text, "value": value} for text, value in find(page.text)]

    return Contender(kind, name, read)


def _peers() -> Iterator[Contender]:
    """Raises ModuleNotFoundError when one of the libraries is not installed."""
    search_dates: Any = import_module("dateparser.search").search_dates

    def dates(text: str) -> Found:
        for raw, day in search_dates(text, languages=["bg"], settings={"DATE_ORDER": "DMY"}) or ():
            yield raw, day.strftime("%Y-%m-%dT%H:%M" if day.hour or day.minute else "%Y-%m-%d")

    def numbers(text: str) -> Found:
        for match in phonenumbers.PhoneNumberMatcher(text, "BG"):
            yield match.raw_string, phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)

    yield _peer("date", "dateparser.search_dates", dates)
    yield _peer("phone", "phonenumbers.PhoneNumberMatcher", numbers)
    for kind, module, pattern in (
        ("iban", "stdnum.iban", r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\b"),
        ("eik", "stdnum.bg.vat", r"\b(?:BG ?)?[0-9]{9,10}\b"),
        ("egn", "stdnum.bg.egn", r"\b[0-9]{10}\b"),
    ):
        yield _peer(kind, f"regular expression + {module}", _by_stdnum(import_module(module), re.compile(pattern)))


def _by_stdnum(module: Any, pattern: re.Pattern[str]) -> Callable[[str], Found]:
    def find(text: str) -> Found:
        for match in pattern.finditer(text):
            if module.is_valid(match.group()):
                yield match.group(), module.compact(match.group())

    return find


if __name__ == "__main__":
    sys.exit(main())
