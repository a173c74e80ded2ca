"""Work shared out among processes: all of it comes back in order, and what is bad takes nothing else along."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from making import ROOT
from working import Shouting

from govarchive.errors import GovarchiveError
from govarchive.jobs import crew as crew_module
from govarchive.jobs.alone import done_alone
from govarchive.jobs.crew import Crew
from govarchive.jobs.hands import FEW, Hands, cores
from govarchive.jobs.interrupts import Interrupted, Interrupts
from govarchive.jobs.tasks import Chunk, Limits, Ready, chunks_of


@pytest.fixture(autouse=True)
def _heeding() -> Iterator[None]:
    """A shell may have told this process to ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_answers_come_in_order_with_those_that_need_no_work() -> None:
    words = [f"дума{number}" for number in range(200)]
    items = [Ready(word) if at % 3 == 0 else word for at, word in enumerate(words)]
    with Crew(2, Shouting()) as crew:
        said = list(crew.run(items))
        assert said == [word if at % 3 == 0 else word.upper() for at, word in enumerate(words)]
        assert list(crew.run(["пак"])) == ["ПАК"]
        assert list(crew.run([])) == []


def test_a_bad_task_is_given_up_alone() -> None:
    words = ["а", "висни", "б", "умри", "яж", "в", *"абвгд" * 10, "убий", "г", "върти", "д"]
    bad = {"умри": "умри: died 3", "яж": "яж: memory 86", "убий": "убий: died -9"}
    bad |= {word: f"{word}: time 0" for word in ("висни", "върти")}
    with Crew(2, Shouting(), Limits(seconds=0.1)) as crew:
        assert list(crew.run(words)) == [bad.get(word, word.upper()) for word in words]


def test_only_time_spent_at_work_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not that of other programs on a busy machine, nor that in which the whole run was stopped with Ctrl-Z."""
    monkeypatch.setattr(crew_module, "monotonic", count(step=3600).__next__)
    with Crew(1, Shouting(), Limits(seconds=0.5)) as crew:
        assert list(crew.run(["а", "подремни", "б"])) == ["А", "ПОДРЕМНИ", "Б"]
    assert list(done_alone(["подремни"], Shouting(), Limits(seconds=0.5))) == ["ПОДРЕМНИ"]


def test_what_is_wrong_with_the_work_itself_ends_the_run() -> None:
    with Crew(1, Shouting()) as crew, pytest.raises(ValueError, match="сгреши"):
        list(crew.run(["а", "сгреши", "б"]))


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no such signal here")
def test_a_worker_that_ends_while_it_waits_takes_nothing_along() -> None:
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # as the command line has it
    try:
        with Crew(1, Shouting()) as crew:
            assert list(crew.run(["а"])) == ["А"]
            (worker,) = multiprocessing.active_children()
            worker.kill()
            worker.join()
            assert list(crew.run(["б", "в"])) == ["Б", "В"]
    finally:
        signal.signal(signal.SIGPIPE, before)


def test_workers_that_cannot_start() -> None:
    with (
        pytest.raises(GovarchiveError, match=r"end as soon as they start \(exit code 7\): try --jobs 1"),
        Crew(1, Shouting(cannot_start=True)) as crew,
    ):
        list(crew.run(["а"]))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker ends after its task")
def test_workers_end_with_their_parent() -> None:
    command = [sys.executable, str(Path(__file__).with_name("working.py"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        workers = process.stdout.readline().split()
        process.send_signal(signal.SIGKILL)
    assert len(workers) == 2
    until = time.monotonic() + 20
    while any(_runs(number.decode()) for number in workers):
        assert time.monotonic() < until, "a worker has outlived its parent"
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is not told what a process ignores")
def test_what_interrupts_a_terminal_reaches_no_worker() -> None:
    command = [sys.executable, str(Path(__file__).with_name("working.py"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        assert process.stdout is not None
        for number in process.stdout.readline().split():
            said = Path(f"/proc/{number.decode()}/status").read_text(encoding="utf-8")
            blocked = int(said.partition("SigBlk:")[2].split()[0], 16)
            assert blocked & 1 << signal.SIGINT - 1, "Ctrl-C would end it with a traceback"
        process.send_signal(signal.SIGKILL)


def _runs(number: str) -> bool:
    """Whether there is such a process, and not only what is left of it until somebody asks how it ended."""
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


def test_few_tasks_are_done_here_and_more_by_workers() -> None:
    own = str(os.getpid())
    with Hands(None, Shouting()) as hands:
        assert set(hands.run(["кой"] * FEW)) == {own}
    with Hands(1, Shouting()) as hands:
        assert set(hands.run(["кой"] * (FEW + 1))) == {own}
    with Hands(2, Shouting()) as hands:
        assert own not in set(hands.run(["кой"]))
        assert list(hands.run([Ready("готово")])) == ["готово"]


@pytest.mark.parametrize(("quota", "at_most"), [("100000 100000", 1), ("50000 100000", 1), ("max 100000", 9999)])
def test_the_cores_of_a_container(tmp_path: Path, quota: str, at_most: int) -> None:
    (tmp_path / "cpu.max").write_text(quota, encoding="ascii")
    assert cores(tmp_path / "cpu.max") == min(at_most, cores(tmp_path / "няма"))


def test_a_task_that_takes_too_long_here() -> None:
    words = ["а", "върти", "яж", "б"]
    said = list(done_alone(words, Shouting(), Limits(seconds=0.5)))
    assert said == ["А", "върти: time 0", "яж: memory 0", "Б"]


def test_chunks_are_neither_long_nor_heavy() -> None:
    def sizes(weight: int) -> list[int]:
        chunks: Iterator[Chunk[int, int]] = chunks_of(range(70), lambda _: weight)
        return [len(chunk.left()) for chunk in chunks]

    assert sizes(1) == [32, 32, 6]
    assert sizes(1 << 21) == [2] * 35
    assert sizes(1 << 30) == [1] * 70


def test_an_interrupt_waits_for_what_is_shielded() -> None:
    interrupts, done = Interrupts(), []
    with pytest.raises(Interrupted) as raised, interrupts.heeded():  # noqa: PT012
        with interrupts.shielded():
            signal.raise_signal(signal.SIGTERM)
            done.append("докрай")
        done.append("не и това")
    assert (raised.value.code, done) == (143, ["докрай"])
    with interrupts.shielded():
        done.append("пак")
    assert done[1:] == ["пак"]


def test_an_interrupt_elsewhere_comes_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Interrupted) as raised, Interrupts().heeded():
        signal.raise_signal(signal.SIGINT)
    assert raised.value.code == 130
    assert signal.getsignal(signal.SIGINT) is before
