"""The work in this process, one task after the other: what a `Crew` does, without its processes."""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Generic, Self

from govarchive.jobs.tasks import LIMITS, Answer, End, Limits, Ready, Task


class _TimeIsUp(BaseException):
    """Not an Exception, so that no rule can take it for a failure of its own."""


class Alone(Generic[Task, Answer]):
    """Work without workers.

    A task that takes too long is given up where the interpreter can be interrupted; one that takes too much memory, or
    brings the interpreter down, takes this process with it.
    """

    def __init__(
        self, work: Callable[[Task], Answer], given_up: Callable[[Task, End], Answer], limits: Limits = LIMITS
    ) -> None:
        self._work = work
        self._given_up = given_up
        self._limits = limits

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nobody is to be sent home."""

    def run(self, items: Iterable[Task | Ready[Answer]]) -> Iterator[Answer]:
        """The answers, in order. Raises what `work` raises."""
        for item in items:
            yield item.answer if isinstance(item, Ready) else self._answer(item)

    def look(self) -> None:
        """Nobody is to be looked after."""

    def _answer(self, task: Task) -> Answer:
        try:
            with _in_time(self._limits.seconds):
                return self._work(task)
        except _TimeIsUp:
            return self._given_up(task, End("time"))
        except MemoryError:
            return self._given_up(task, End("memory"))


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    """Raises _TimeIsUp in what takes longer. Outside the main thread, and on Windows, there is no such alarm."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_is_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _time_is_up(_: int, __: FrameType | None) -> None:
    raise _TimeIsUp
