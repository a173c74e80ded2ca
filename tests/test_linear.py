"""No page costs more than its length: counted in steps of the interpreter, so that a slow machine fails nothing.

Steps inside a regular expression are not seen; benchmarks/linear.py measures the time, up to a million characters.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from linear import FAMILIES, page_of

from govarchive.kinds import BY_NAME, Kind

KINDS = ("date", "hours", "phone", "iban", "bic", "eik", "egn", "lnch", "email", "url")
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


def _found(kind: Kind, piece: str, size: int) -> int:
    text = page_of(piece, size)
    list(kind.find(text + " "))  # patterns and word lists are made on the first page
    return _steps(lambda: list(kind.find(text)))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("kind", KINDS)
def test_steps_grow_with_the_page(kind: str, family: str) -> None:
    small = _found(BY_NAME[kind], FAMILIES[family], SMALL)
    large = _found(BY_NAME[kind], FAMILIES[family], SMALL * TIMES)
    assert large <= SLACK * TIMES * small + 200
