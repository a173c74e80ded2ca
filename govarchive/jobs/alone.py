"""The work in this process, one task after the other: what a `Crew` does, without its processes.

A task that takes too long is given up where the interpreter can be interrupted; one that takes too much memory, or
brings the interpreter down, may take this process with it.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from govarchive.jobs.tasks import LIMITS, Answer, End, Job, Limits, Ready, Task


class _TimeIsUp(BaseException):
    """Not an Exception, so that no rule can take it for a failure of its own."""


def done_alone(
    items: Iterable[Task | Ready[Answer]], job: Job[Task, Answer], limits: Limits = LIMITS
) -> Iterator[Answer]:
    """The answers, in order. Raises what the work raises."""
    job.prepare()
    for item in items:
        yield item.answer if isinstance(item, Ready) else _answer(item, job, limits)


def _answer(task: Task, job: Job[Task, Answer], limits: Limits) -> Answer:
    try:
        with _in_time(limits.seconds):
            return job.work(task)
    except _TimeIsUp:
        return job.given_up(task, End("time"))
    except MemoryError:
        return job.given_up(task, End("memory"))


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    """Raises _TimeIsUp in what takes more of the processor's time. No alarm on Windows or outside the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _time_is_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _time_is_up(_: int, __: FrameType | None) -> None:
    raise _TimeIsUp
