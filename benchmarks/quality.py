"""Scores govarchive on pages whose records were found by hand, and holds it to the floors in floors.json.

usage: quality.py [FOLDER | --samples] [--wrong KIND] [--update [--allow-regression]]

FOLDER (default benchmarks/gold) holds gold.jsonl and pages/; --samples scores samples/ instead. Exit 1 when a score is
below its floor. --update raises the floors to the scores of this run; it refuses to lower one without
--allow-regression. --wrong lists misses and false alarms of a kind: for the samples only, the gold pages stay unread.
"""

import argparse
import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scoring import CARD, Item, Scores, Tally, score

from govarchive.extract import extract
from govarchive.model import Record
from govarchive.pages import page_from_bytes

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
GOLD = HERE / "gold"
SAMPLES = HERE.parent / "samples"
_ACCOUNTS = frozenset({"iban", "bic", "eik", "egn", "lnch"})


def main() -> int:
    """Runs the command line and returns its exit code."""
    asked = _arguments()
    folder = SAMPLES if asked.samples else Path(asked.folder)
    gold, files = read_samples(folder) if asked.samples else read_gold(folder)
    scores = score(gold, {page: found_in(path) for page, path in files.items()})
    print(f"{len(gold)} pages of {folder.name}\n")
    print_scores(scores)
    for page, kind, what, item in scores.wrong:
        if kind == asked.wrong:
            print(f"{what:<7}{page}: {item.get('value')!r} <- {item['text']!r}")
    if not asked.samples and folder.resolve() != GOLD:
        return 0
    return settle(folder.name, rounded(scores), update=asked.update, lower=asked.allow_regression)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(GOLD), metavar="FOLDER")
    parser.add_argument("--samples", action="store_true", help="score samples/")
    parser.add_argument("--wrong", metavar="KIND", help="print the mistakes made with this kind; not for the gold")
    parser.add_argument("--update", action="store_true", help="raise the floors to this run's scores")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower them too")
    asked = parser.parse_args()
    if asked.wrong and not asked.samples and Path(asked.folder).resolve() == GOLD:
        parser.error("the gold pages are held out: look at misses with --samples")
    return asked


def read_gold(folder: Path) -> tuple[dict[str, list[Item]], dict[str, Path]]:
    """The records of `folder`/gold.jsonl by page, and the file of each page."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines if line.strip()]
    return (
        {page["page"]: page["records"] for page in pages},
        {page["page"]: folder / "pages" / page["file"] for page in pages},
    )


def read_samples(folder: Path) -> tuple[dict[str, list[Item]], dict[str, Path]]:
    """The records of `folder`/expected by page, and the file of each page."""
    files = {path.stem: path for path in sorted((folder / "pages").iterdir())}
    expected = {stem: (folder / "expected" / f"{stem}.jsonl").read_text(encoding="utf-8") for stem in files}
    return {stem: [json.loads(line) for line in text.splitlines()] for stem, text in expected.items()}, files


def found_in(path: Path) -> list[Item]:
    """What govarchive finds on the page in a file, in the scorer's form."""
    page = page_from_bytes(path.read_bytes(), str(path))
    return [
        as_item(record)
        for record in extract(page)
        # Kept by the tool with its problem, and left out of scoring: the gold lists no wrong numbers.
        if not (record.valid is False and record.kind in _ACCOUNTS)
    ]


def as_item(record: Record) -> Item:
    """A record in the scorer's form."""
    kind, value = record.kind, record.value
    if kind == "phone":
        kind = "fax" if record.details.get("fax") else kind
        value = (value or "").partition(";")[0]
    elif kind == "date" and record.details.get("relative"):
        kind, value = "date_relative", None
    people = {name: record.details.get(name) for name in ("role", "institution")}
    return {"kind": kind, "text": record.text, "value": value, "label": record.label, **people}


def print_scores(scores: Scores) -> None:
    """Prints a table of all kinds, the two micro averages and the links."""
    print(f"{'kind':<18}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'false':>7}{'missed':>7}")
    for name in _order(scores.kinds):
        print(_row(name, scores.kinds[name]))
    print(_row("card five (micro)", scores.card))
    print(_row("all (micro)", scores.all) + "\n")
    for name, (agree, stated) in scores.links.items():
        print(f"{name}: {agree} of {stated}")
    if scores.links:
        print()


def _row(name: str, tally: Tally) -> str:
    numbers = f"{tally.precision:>7.3f}{tally.recall:>7.3f}{tally.f1:>7.3f}"
    return f"{name:<18}{numbers}{tally.hits:>8}{tally.false:>7}{tally.missed:>7}"


def _order(kinds: Mapping[str, Tally]) -> list[str]:
    """The card's kinds first, then the others by name."""
    return [name for name in CARD if name in kinds] + sorted(kinds.keys() - set(CARD))


def rounded(scores: Scores) -> dict[str, float]:
    """F1 by kind, of the card and of all, rounded down so that a score never fails its own floor."""
    tallies = {**{name: scores.kinds[name] for name in _order(scores.kinds)}, "card": scores.card, "all": scores.all}
    return {name: math.floor(tally.f1 * 1000) / 1000 for name, tally in tallies.items()}


def settle(name: str, now: Mapping[str, float], *, update: bool, lower: bool) -> int:
    """Compares the scores `now` with the floors of `name`, or moves these; the exit code."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = [kind for kind, floor in floors.get(name, {}).items() if now.get(kind, 0.0) < floor]
    for kind in below:
        print(f"{name}: {kind} has F1 {now.get(kind, 0.0):.3f}, its floor is {floors[name][kind]:.3f}", file=sys.stderr)
    if not update:
        print(f"floors: {len(below)} of {len(floors.get(name, {}))} scores are below" if below else "floors: all held")
        return bool(below)
    if below and not lower:
        print("not updated; --allow-regression lowers these floors, and the pull request says why", file=sys.stderr)
        return 1
    floors[name] = dict(now)
    FLOORS.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{FLOORS.name}: updated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
