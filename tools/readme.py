"""Runs the commands shown in README.md and puts what they print below them.

usage: readme.py

A block looks like this; the lines that start with `$` are run in order by bash, in a folder made for the whole README
that holds samples/, and what they print follows:

    <!-- output -->
    ```console
    $ govarchive import samples/pages
    ```
    <!-- end -->
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=<!-- output -->\n```console\n)(.*?)(?=```\n<!-- end -->)", re.DOTALL)
_CLOCK = re.compile(r"\([0-9.]+ s\)")


def fresh(page: str) -> str:
    """The page with all its outputs made anew."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "samples", Path(folder, "samples"))
        return _BLOCK.sub(lambda block: _run(block[1], folder), page)


def _run(block: str, folder: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    # The command of this very environment and the code of this very checkout, a terminal of no colour, and no archive
    # but the folder's own.
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {"PATH": paths, "PYTHONPATH": str(ROOT), "HOME": folder}
    env |= {"NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    lines = []
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command[2:]],
            cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8",
        )  # fmt: skip
        lines += [command, *(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))]
    return "\n".join(lines) + "\n"


def timeless(page: str) -> str:
    """A page without the seconds that runs took."""
    return _CLOCK.sub("(… s)", page)


if __name__ == "__main__":
    old = README.read_text(encoding="utf-8")
    new = fresh(old)
    if timeless(new) != timeless(old):
        README.write_text(new, encoding="utf-8")
        print("README.md: written")
