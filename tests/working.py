"""A job for workers to fail at. In a module of its own, which they can import."""

import multiprocessing
import os
import signal
import time
from dataclasses import dataclass

from govarchive.jobs.tasks import End


def _spin() -> None:
    while True:
        pass


def _fail() -> None:
    raise ValueError("сгреши")


BAD = {
    "висни": lambda: time.sleep(100),
    "върти": _spin,
    "умри": lambda: os._exit(3),
    "убий": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "яж": lambda: bytearray(1 << 40),
    "сгреши": _fail,
}


@dataclass(frozen=True)
class Shouting:
    """Says words in capitals; some words are bad for who says them, and `кой` asks who that is."""

    cannot_start: bool = False

    def prepare(self) -> None:
        if self.cannot_start:
            os._exit(7)

    def work(self, word: str) -> str:
        if word == "подремни":
            time.sleep(0.7)
        if word in BAD:
            BAD[word]()
        return str(os.getpid()) if word == "кой" else word.upper()

    def given_up(self, word: str, end: End) -> str:
        return f"{word}: {end.cause} {end.code}"

    def weight(self, word: str) -> int:
        return len(word)


def keep_busy(number: int) -> None:
    """Starts workers that never finish, tells their numbers, and is to be killed."""
    from govarchive.jobs.crew import Crew

    with Crew(number, Shouting()) as crew:
        print(*(it.pid for it in multiprocessing.active_children()), flush=True)
        list(crew.run(["върти"] * number))


if __name__ == "__main__":
    keep_busy(2)
