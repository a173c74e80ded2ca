"""Imports killed at random moments: the archive stays whole, and in the end it is the one of an undisturbed run.

usage: killing.py [--kills N] [--pages N] [--jobs N] [--seed N]

The same command is started and killed with SIGKILL again and again, on one archive until it is complete, then on a new
one. After each kill `govarchive verify` and SQLite check the file, and no worker may be left. In the end each archive
is that of the undisturbed run, which in turn is that of one process. Exit code 1 when anything differs.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

ROOT = Path(__file__).parent.parent
_CLI = str(ROOT / "cli.py")
_TABLES = ("page", "text", "record", "source")


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="how many times (default 50)")
    parser.add_argument("--pages", type=int, default=400, help="how many pages (default 400)")
    parser.add_argument("--jobs", type=int, default=2, help="how many workers (default 2)")
    parser.add_argument("--seed", type=int, default=2015, help="for other moments")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "pages").mkdir()
        corpus.write(folder / "pages", asked.pages)
        problems = kill(folder, asked.kills, asked.jobs, random.Random(asked.seed))
        _process(folder, "alone.db", 1).wait()
        if rows(folder / "alone.db") != rows(folder / "clean.db"):
            problems.append(f"1 and {asked.jobs} workers find different things")
    for problem in problems:
        print(problem)
    print(f"{asked.kills} kills, {len(problems)} problems")
    return int(bool(problems))


def kill(folder: Path, kills: int, jobs: int, chance: random.Random) -> list[str]:
    """What went wrong when imports of `folder`/pages were killed so many times."""
    started = time.monotonic()
    _process(folder, "clean.db", jobs).wait()
    whole = time.monotonic() - started
    clean = rows(folder / "clean.db")
    problems: list[str] = []
    archives = 0
    for number in range(kills):
        process = _process(folder, f"killed{archives}.db", jobs)
        try:
            process.wait(chance.uniform(0, whole))
            archives += 1  # it was faster than we were
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        problems += [f"kill {number + 1}: {it}" for it in wrong(folder / f"killed{archives}.db")]
        problems += [f"kill {number + 1}: a worker is left: {it}" for it in left(folder)]
    _process(folder, f"killed{archives}.db", jobs).wait()
    for at in range(archives + 1):
        if rows(folder / f"killed{at}.db") != clean:
            problems.append(f"archive {at} is not that of an undisturbed run")
    return problems


def _process(folder: Path, archive: str, jobs: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, _CLI, "import", "pages", "--archive", archive, "--jobs", str(jobs), "-q"]
    return subprocess.Popen(command, cwd=folder)


def wrong(path: Path) -> list[str]:
    """What `govarchive verify` and SQLite find wrong with an archive; nothing where there is none yet."""
    if not path.exists() or not path.stat().st_size:
        return []
    verified = subprocess.run([sys.executable, _CLI, "verify", "--archive", path], capture_output=True, text=True)
    db = sqlite3.connect(path)
    said = verified.stderr.splitlines() + verified.stdout.splitlines() if verified.returncode else []
    said += [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    said += [f"a row of {row[0]} refers to nothing" for row in db.execute("PRAGMA foreign_key_check")]
    db.close()
    return said


def left(folder: Path) -> list[str]:
    """The processes at work in a folder ten seconds after they should have ended; some may just be starting."""
    until = time.monotonic() + 10
    while (found := _at_work(folder)) and time.monotonic() < until:
        time.sleep(0.02)
    return found


def _at_work(folder: Path) -> list[str]:
    found = []
    for place in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if place.readlink() == folder.resolve():
                found.append(place.parent.name)
        except OSError:  # it has ended, or is not ours
            continue
    return found


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an archive holds but the log of its imports."""
    db = sqlite3.connect(path)
    found = {table: list(db.execute(f"SELECT * FROM {table}")) for table in _TABLES}
    db.close()
    # Which import met a page first, and which found its template, depends on when they were killed.
    found["source"] = sorted(row[:2] for row in found["source"])
    return found


if __name__ == "__main__":
    sys.exit(main())
