"""As many hands as a job is worth: this process for a few tasks, workers for more."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Generic, Self

from govarchive.jobs.alone import done_alone
from govarchive.jobs.crew import Crew
from govarchive.jobs.tasks import LIMITS, Answer, Job, Limits, Ready, Task

FEW = 64
"""Tasks that are done sooner than workers are started."""

_FEW_BYTES = 8 << 20
_FEW_ITEMS = 1024


_USEFUL = 8
"""Workers that one writer can keep up with; more are for who asks for them."""


def cores(quota: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """The processor cores this process may use, also where a container has been given a part of them only."""
    number = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        most, period = quota.read_text(encoding="ascii").split()
    except (OSError, ValueError):  # no control groups, or older ones
        return number
    return number if most == "max" else min(number, max(1, int(most) // int(period)))


class Hands(Generic[Task, Answer]):
    """What does a job: `number` workers, or this process for 1; for None it depends on how much there is to do.

    Use as a context manager.
    """

    def __init__(self, number: int | None, job: Job[Task, Answer], limits: Limits = LIMITS) -> None:
        self._number = number or min(cores(), _USEFUL)
        self._depends = number is None
        self._job = job
        self._limits = limits
        self._crew: Crew[Task, Answer] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._crew:
            self._crew.__exit__()

    def look(self) -> None:
        """Looks after the workers; to be called now and then by who is busy with an answer."""
        if self._crew:
            self._crew.look()

    def run(self, items: Iterable[Task | Ready[Answer]]) -> Iterator[Answer]:
        """The answers, in order. Raises what the work raises, and GovarchiveError when workers cannot be started."""
        left = iter(items)
        for item in left:
            if not isinstance(item, Ready):
                yield from self._work(chain([item], left))
                return
            yield item.answer

    def _work(self, items: Iterator[Task | Ready[Answer]]) -> Iterator[Answer]:
        if self._number == 1:
            yield from done_alone(items, self._job, self._limits)
            return
        first: list[Task | Ready[Answer]] = []
        if self._crew is None and self._depends:
            first, all_there = self._few(items)
            if all_there:
                yield from done_alone(first, self._job, self._limits)
                return
        self._crew = self._crew or Crew(self._number, self._job, self._limits)
        yield from self._crew.run(chain(first, items))

    def _few(self, items: Iterator[Task | Ready[Answer]]) -> tuple[list[Task | Ready[Answer]], bool]:
        """The first items, and whether they are all and few."""
        first: list[Task | Ready[Answer]] = []
        tasks = heavy = 0
        for item in items:
            first.append(item)
            if not isinstance(item, Ready):
                tasks, heavy = tasks + 1, heavy + self._job.weight(item)
            if tasks > FEW or heavy > _FEW_BYTES or len(first) > _FEW_ITEMS:
                return first, False
        return first, True
