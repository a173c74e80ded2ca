"""What an import did, counted while it goes on: in sentences for people, as JSON for scripts.

The schema of the report is told in docs/batch.md.
"""

import json
import os
import shlex
import tempfile
import weakref
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govarchive import __version__
from govarchive.errors import PageError, SkippedPage
from govarchive.jobs.rules import rules_version
from govarchive.model import Record
from govarchive.pages.files import printable
from govarchive.text.codes.personal_numbers import Numbers, without
from govarchive.text.counted import counted
from govarchive.whole import written

SCHEMA = 1
_IN_MEMORY = 1 << 20


class Rejects:
    """The rejects of a run as JSON Lines, in a temporary file when they are many."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (as long as this object)
        weakref.finalize(self, self._file.close)

    def add(self, problem: PageError) -> None:
        """Adds one to the end."""
        found = {
            "source": problem.source,
            "error": type(problem).__name__,
            "reason": problem.message,
            "remedy": problem.remedy,
        }
        self._file.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")

    def __iter__(self) -> Iterator[dict[str, str]]:
        self._file.seek(0)
        for line in self._file:
            yield json.loads(line)
        self._file.seek(0, os.SEEK_END)


@dataclass(slots=True)
class Summary:
    """Pages by outcome, records by kind, seconds of wall time.

    `number` is that of the import, None for a dry run. `errors` counts what gave no page by its class, `rejects` tells
    of each; `excluded` counts what the user did not want, `renewed` the pages whose records were found anew, or that
    took the place of torn ones, `twice` those of the unchanged that this run had from another file.
    `interrupted` is the exit code for a run broken off; `numbers` are the personal ones that must not be reported.
    """

    number: int | None = None
    new: int = 0
    unchanged: int = 0
    twice: int = 0
    renewed: int = 0
    skipped: int = 0
    excluded: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    interrupted: int | None = None
    rejects: Rejects = field(default_factory=Rejects)
    numbers: Numbers = field(default_factory=dict)

    @property
    def rejected(self) -> int:
        """How many gave no page, those passed over on purpose not counted."""
        return self.errors.total()

    def count_page(self, records: Sequence[Record]) -> None:
        """Adds the records of a page that was kept."""
        self.kinds.update(record.kind for record in records)

    def count_reject(self, problem: PageError) -> None:
        """Adds what gave no page."""
        self.rejects.add(problem)
        if isinstance(problem, SkippedPage):
            self.skipped += 1
        else:
            self.errors[type(problem).__name__] += 1

    def sentences(self, *, reprocessed: bool = False) -> Iterator[str]:
        """What people read at the end: a line of pages and one of records."""
        done = f"{counted(self.renewed, 'page')} read anew" if reprocessed else f"{counted(self.new, 'page')} new"
        yield ", ".join([done, *self._others(reprocessed=reprocessed)])
        kinds = ", ".join(f"{number} {kind}" for kind, number in self.kinds.most_common())
        records = counted(self.kinds.total(), "record")
        yield f"{records}{': ' + kinds if kinds else ''} ({self.seconds:.1f} s)"

    def _others(self, *, reprocessed: bool) -> Iterator[str]:
        if not reprocessed:
            yield f"{self.unchanged} unchanged"
            if self.renewed:
                yield f"{self.renewed} renewed"
        classes = ", ".join(f"{number} {name}" for name, number in self.errors.most_common())
        yield f"{self.rejected} rejected" + (f" ({classes})" if classes else "")
        if self.skipped:
            yield f"{self.skipped} skipped"
        if self.excluded:
            yield f"{self.excluded} excluded"

    def totals(self) -> dict[str, Any]:
        """What was counted, as JSON knows it."""
        pages = {
            name: getattr(self, name) for name in ("new", "unchanged", "renewed", "rejected", "skipped", "excluded")
        }
        return {
            "seconds": round(self.seconds, 3),
            "pages": pages,
            "records": dict(sorted(self.kinds.items())),
            "errors": dict(sorted(self.errors.items())),
        }


def write_report(path: str, summary: Summary, archive: str, asked: Mapping[str, Any]) -> None:
    """Writes what a run with these options did, as JSON. Raises OSError.

    A file that is there is replaced only by a whole one.
    """
    archive = printable(archive)
    again = ["govarchive", "rejects", "--archive", archive, "--import", str(summary.number), "--retry"]
    head = {
        "schema": SCHEMA,
        "govarchive": __version__,
        "rules": rules_version(),
        "archive": archive,
        "import": summary.number,
        "options": without(asked, summary.numbers),
        "complete": summary.interrupted is None,
        **summary.totals(),
        "retry": shlex.join(again) if summary.rejected and summary.number else None,
    }
    with written(Path(path)) as out:
        out.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "rejects": [')
        for number, reject in enumerate(summary.rejects):
            out.write(
                (",\n  " if number else "\n  ") + json.dumps(without(reject, summary.numbers), ensure_ascii=False)
            )
        out.write("]\n}\n")
