"""The same work on many things by several processes, with the answers in the order of the things.

Each worker has a pipe of its own. It is sent a chunk of tasks when it has none left and answers them one by one, so
that it is always known at which task it is: when it takes too long over one it is ended and the task given up; when it
ends for another reason, the task is tried once more by another worker and given up when that ends too. The rest of the
chunk is handed out again. What is under way is bounded, whatever the number of tasks.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import Generic, Self, cast

from govarchive.errors import GovarchiveError
from govarchive.jobs.tasks import LIMITS, Answer, Chunk, End, Job, Limits, Ready, Task, chunks_of
from govarchive.jobs.worker import TELLS_TIME, Failed, end_of, hand, start

_FALSE_STARTS = 3
"""Workers in a row that end before they have begun: then something is wrong with the machine."""

_GRACE = 5.0

_LOOK = 1.0
"""Seconds between two looks at workers that say nothing."""

_HANGS = 10 if TELLS_TIME else 1
"""A worker that takes so many times the time of a task by the clock, and not of the processor, waits for nothing."""


@dataclass(slots=True, eq=False)
class _Worker(Generic[Task, Answer]):
    """A process at work on a chunk, or waiting; `silent` for so many seconds since it said something or was sent it."""

    process: SpawnProcess
    pipe: Connection
    has_begun: bool = False
    chunk: Chunk[Task, Answer] | None = None
    silent: float = 0.0


class Crew(Generic[Task, Answer]):
    """Worker processes. Use as a context manager: on leaving it they are ended."""

    def __init__(self, number: int, job: Job[Task, Answer], limits: Limits = LIMITS) -> None:
        self._job = job
        self._limits = limits
        self._most = 2 * number + 2
        self._false_starts = 0
        self._looked = monotonic()
        self._line: deque[Chunk[Task, Answer]] = deque()  # all that is under way, in order
        self._todo: deque[Chunk[Task, Answer]] = deque()  # what of it waits for a worker
        self._workers: list[_Worker[Task, Answer]] = []
        for _ in range(number):
            self._hire()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._bury(worker)

    def run(self, items: Iterable[Task | Ready[Answer]]) -> Iterator[Answer]:
        """The answers, in order. Raises what the work raises, and GovarchiveError when no worker can be started."""
        chunks = chunks_of(items, self._job.weight)
        more = True
        while more or self._line:
            if more and len(self._line) < self._most:
                more = self._read(chunks)
            full = not more or len(self._line) >= self._most
            self._hand_out()
            self._hear(idle=full and not (self._line and self._line[0].has_answer))
            yield from self._answers()

    def look(self) -> None:
        """Takes in what the workers say and gives them new tasks; for who runs them and is busy with an answer."""
        self._hear(idle=False)
        self._hand_out()

    def _read(self, chunks: Iterator[Chunk[Task, Answer]]) -> bool:
        """Puts the next chunk in line; False when there is none."""
        chunk = next(chunks, None)
        if chunk is not None:
            self._line.append(chunk)
            if chunk.is_open:
                self._todo.append(chunk)
        return chunk is not None

    def _answers(self) -> Iterator[Answer]:
        """The answers that have come, up to the first that has not."""
        while self._line:
            while self._line[0].has_answer:
                yield self._line[0].take()
            if self._line[0].is_open:
                return
            self._line.popleft()

    def _hand_out(self) -> None:
        for worker in self._workers:
            if self._todo and worker.has_begun and worker.chunk is None:
                worker.chunk, worker.silent = self._todo.popleft(), 0.0
                with suppress(OSError):  # it has just ended, which will be heard
                    hand(worker.pipe, worker.chunk.left())

    def _hear(self, *, idle: bool) -> None:
        """Takes in what was said and ends who hangs; when `idle`, waits a while for something to be said."""
        silent = {worker.pipe: worker for worker in self._workers if worker.chunk or not worker.has_begun}
        if not silent:
            return
        for pipe in wait(list(silent), _LOOK if idle else 0):
            self._take(silent.pop(cast(Connection, pipe)))
        passed = self._passed()
        for worker in silent.values():
            worker.silent += passed
            if worker.chunk and worker.silent > _HANGS * self._limits.seconds:
                self._replace(worker, End("time"))

    def _passed(self) -> float:
        """The seconds since this was asked last, of which few count: all may have been stopped meanwhile (Ctrl-Z)."""
        before, self._looked = self._looked, monotonic()
        return min(self._looked - before, 2 * _LOOK)

    def _take(self, worker: _Worker[Task, Answer]) -> None:
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            self._replace(worker, end_of(worker.process.exitcode or 0))
            return
        worker.silent = 0.0
        if worker.chunk is None:
            worker.has_begun, self._false_starts = True, 0
        elif isinstance(said, Failed):
            raise said.error
        else:
            worker.chunk.add(said)
            if not worker.chunk.is_open:
                worker.chunk = None

    def _replace(self, worker: _Worker[Task, Answer], end: End) -> None:
        """Another worker for one that ended, or is ended now; the rest of its chunk is handed out again, first."""
        worker.process.kill()
        self._bury(worker)
        self._workers.remove(worker)
        if worker.chunk:
            self._settle(worker.chunk, end)
        else:
            self._false_starts += 1
        if self._false_starts >= _FALSE_STARTS:
            raise GovarchiveError(f"worker processes end as soon as they start (exit code {end.code}): try --jobs 1")
        self._hire()

    def _settle(self, chunk: Chunk[Task, Answer], end: End) -> None:
        # The time was taken by this task; memory was perhaps by those before it, or by another program.
        if end.cause == "time" or chunk.is_tried():
            chunk.add(self._job.given_up(chunk.left()[0], end))
        if chunk.is_open:
            self._todo.appendleft(chunk)

    def _hire(self) -> None:
        self._workers.append(_Worker(*start(self._job, self._limits)))

    def _bury(self, worker: _Worker[Task, Answer]) -> None:
        worker.process.join(_GRACE)
        worker.pipe.close()
