"""No page costs more than its length: counted in steps of the interpreter, so that a slow machine fails nothing.

Steps inside a regular expression are not seen; benchmarks/linear.py measures the time, up to a million characters.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from linear import FAMILIES, page_of, tasks

from govarchive.text.codes.personal_numbers import holds, numbers_of

TASKS = tasks()
SMALL, TIMES = 1_000, 4
SLACK = 1.6
"""How many times more than linear is let pass: small pages have fixed costs, long ones more places to look at."""


def _steps(work: Callable[[], Any]) -> int:
    """Lines of Python run and C functions called by `work`."""
    seen = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal seen
        seen += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return seen


def _cost(task: str, piece: str, size: int) -> int:
    text = page_of(piece, size)
    TASKS[task](text + "-")  # patterns and word lists are made on the first page, but nothing of this one is kept
    return _steps(lambda: TASKS[task](text))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("task", TASKS)
def test_steps_grow_with_the_page(task: str, family: str) -> None:
    small = _cost(task, FAMILIES[family], SMALL)
    large = _cost(task, FAMILIES[family], SMALL * TIMES)
    assert large <= SLACK * TIMES * small + 200


def test_a_page_of_many_personal_numbers_costs_no_more_for_each_record() -> None:
    few, many = (numbers_of(f"{it:010}" for it in range(size)) for size in (10, 1000))
    said = "заповед № 123456789012"
    assert _steps(lambda: holds(said, many)) == _steps(lambda: holds(said, few))
