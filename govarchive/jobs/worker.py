"""One worker process: how it is started, what it does, and how it ends.

It is started afresh and not forked, as a fork would carry along the open archive and the locks of other threads. An
interrupt typed at the terminal does not reach it: whoever started it ends it. On Linux it also ends with its parent,
whatever ended that, and in the middle of a task; elsewhere once the task is done and nobody takes its answer.
"""

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import NamedTuple

from govarchive.jobs.tasks import Answer, End, Job, Limits, Task

TELLS_TIME = hasattr(signal, "setitimer")
"""Whether the system ends a worker that takes too much of the processor's time, whatever it is busy with."""

_NO_MEMORY = 86
"""The exit code of a worker that asked for more memory than it may have."""

_SET_DEATH_SIGNAL = 1


class Failed(NamedTuple):
    """In the place of an answer: what the work raised."""

    error: Exception


def start(job: Job[Task, Answer], limits: Limits) -> tuple[SpawnProcess, Connection]:
    """A new worker and the pipe on which it says None to begin with, then takes lists of tasks and answers each."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, job, limits, os.getpid(), gc.get_threshold()), daemon=True)
    if hasattr(signal, "pthread_sigmask"):
        # Else it would be started with the first worker, and let all signals through to that.
        resource_tracker.ensure_running()
    with _undisturbed("SIGINT", "SIGTERM", "SIGHUP"):
        process.start()
    theirs.close()
    return process, ours


def end_of(code: int) -> End:
    """Why a worker with that exit code ended."""
    if code == _NO_MEMORY:
        return End("memory", code)
    return End("time") if TELLS_TIME and code == -signal.SIGPROF else End("died", code)


def hand(pipe: Connection, tasks: list[Task]) -> None:
    """Sends tasks to a worker. Raises OSError where that has ended: the command line else has it end this process."""
    with _undisturbed("SIGPIPE"):
        try:
            pipe.send(tasks)
        except BrokenPipeError:
            if hasattr(signal, "sigpending") and signal.SIGPIPE in signal.sigpending():
                signal.sigwait({signal.SIGPIPE})  # or it is heard in the end
            raise


@contextmanager
def _undisturbed(*names: str) -> Iterator[None]:
    """Keeps signals waiting; processes started meanwhile are never reached by them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {getattr(signal, it) for it in names})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    end: Connection, job: Job[Task, Answer], limits: Limits, parent: int, threshold: tuple[int, int, int]
) -> None:
    """The life of a worker, which looks for garbage as seldom as its parent does."""
    gc.set_threshold(*threshold)
    if sys.platform == "linux":
        _end_with(parent)
        _limit_memory(limits.megabytes)
    job.prepare()
    if TELLS_TIME:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
    with suppress(EOFError, OSError):  # nobody is left to work for
        end.send(None)
        while True:
            for task in end.recv():
                _take_at_most(limits.seconds)
                answer = _answer(job, task)
                _take_at_most(0)
                end.send(answer)


def _answer(job: Job[Task, Answer], task: Task) -> Answer | Failed:
    try:
        return job.work(task)
    except MemoryError:
        # What is left of this process is crumbs; a fresh one tries again.
        os._exit(_NO_MEMORY)
    except Exception as problem:
        return Failed(problem)


def _take_at_most(seconds: float) -> None:
    """Has the system end this process after that much of the processor's time, from now on; not at all for 0."""
    if TELLS_TIME:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _end_with(parent: int) -> None:
    """Has Linux end this process when its parent ends."""
    ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it was faster
        os._exit(0)


def _limit_memory(megabytes: int) -> None:
    import resource  # which Windows does not have

    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
