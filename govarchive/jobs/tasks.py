"""The words in which work is shared out: tasks, their answers, and why one was given up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")
_Asked = TypeVar("_Asked", contravariant=True)
_Got = TypeVar("_Got", covariant=True)

_MOST = 32
_HEAVIEST = 4 << 20


class Limits(NamedTuple):
    """What one task may take: seconds of the processor's time, and the memory of the process it is done in, in MB.

    Not seconds by the clock: on a busy machine, or when the run was stopped for a while, they say nothing of the task.
    """

    seconds: float = 120
    megabytes: int = 2048


LIMITS = Limits()


class Ready(NamedTuple, Generic[Answer]):
    """An answer that stands among the tasks: no work is needed for it, only its place in the order."""

    answer: Answer


class End(NamedTuple):
    """Why a task was given up: `time`, `memory`, or `died` with the exit code of the process (-9: SIGKILL)."""

    cause: str
    code: int = 0


class Job(Protocol[_Asked, _Got]):
    """The work to be done. Workers get it, their tasks and answers pickled."""

    def prepare(self) -> None:
        """Loads what the work needs: not counted among the seconds of the first task."""

    def work(self, task: _Asked, /) -> _Got:
        """The answer to a task. What it raises ends the run, but for MemoryError."""

    def given_up(self, task: _Asked, end: End, /) -> _Got:
        """The answer to a task that was given up."""

    def weight(self, task: _Asked, /) -> int:
        """The bytes a task takes in memory, roughly."""


class Chunk(Generic[Task, Answer]):
    """Some tasks, and the answers to the first of them in the same order."""

    def __init__(self, items: Sequence[Task | Ready[Answer]]) -> None:
        self._items = items
        self._answers: list[Answer] = []
        self._taken = 0
        self._tried = -1
        self._pass()

    @property
    def is_open(self) -> bool:
        """Whether answers are missing."""
        return len(self._answers) < len(self._items)

    @property
    def has_answer(self) -> bool:
        """Whether there is one that was not taken yet."""
        return self._taken < len(self._answers)

    def left(self) -> list[Task]:
        """The tasks without an answer; the next answer is for the first of them."""
        return [it for it in self._items[len(self._answers) :] if not isinstance(it, Ready)]

    def add(self, answer: Answer) -> None:
        """The answer to the first task left."""
        self._answers.append(answer)
        self._pass()

    def take(self) -> Answer:
        """The next answer."""
        self._taken += 1
        return self._answers[self._taken - 1]

    def is_tried(self) -> bool:
        """Whether this was asked before of the first task left."""
        before, self._tried = self._tried, len(self._answers)
        return before == self._tried

    def _pass(self) -> None:
        while self.is_open:
            item = self._items[len(self._answers)]
            if not isinstance(item, Ready):
                return
            self._answers.append(item.answer)


def chunks_of(items: Iterable[Task | Ready[Answer]], weight: Callable[[Task], int]) -> Iterator[Chunk[Task, Answer]]:
    """The items in chunks of 32, or fewer where they are heavy (`weight`, in bytes)."""
    chunk: list[Task | Ready[Answer]] = []
    heavy = 0
    for item in items:
        chunk.append(item)
        heavy += 0 if isinstance(item, Ready) else weight(item)
        if len(chunk) >= _MOST or heavy >= _HEAVIEST:
            yield Chunk(chunk)
            chunk, heavy = [], 0
    if chunk:
        yield Chunk(chunk)
