"""Interrupts that wait while something must not be left half done.

Ctrl-C and SIGTERM raise `Interrupted` where the process reads, thinks or waits, at once; while `shielded` they wait for
its end. Whoever interrupts a second time means it: the process ends on the spot.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupted(KeyboardInterrupt):
    """The user, or the system, asked this process to end; `code` is the exit code for it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


class Interrupts:
    """What asks this process to end, and whether it may be heeded just now."""

    def __init__(self) -> None:
        self._shielded = False
        self._number = 0
        self._raised = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Takes signals over for as long as it is open; those that this process was told to ignore stay ignored.

        Outside the main thread nothing changes, as Python hears of signals there only.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {it: signal.getsignal(it) for it in _SIGNALS if signal.getsignal(it) is not signal.SIG_IGN}
        for number in before:
            signal.signal(number, self._hear)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def shielded(self) -> Iterator[None]:
        """What is done here is done to its end; an interrupt that came meanwhile is raised then."""
        outer, self._shielded = self._shielded, True
        try:
            yield
        finally:
            self._shielded = outer
        if self._number and not self._raised and not outer:
            self._raise()

    def _hear(self, number: int, _: FrameType | None) -> None:
        if self._number:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        self._number = number
        if not self._shielded:
            self._raise()

    def _raise(self) -> None:
        self._raised = True
        raise Interrupted(self._number)
