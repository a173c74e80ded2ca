"""Keeps out of the tests the register of settlements that the user may have loaded, and the clock; what they share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["GOVARCHIVE_DATA"] = str(Path(__file__).parent / "build" / "no-register")
# The first example loads the rules, which takes as long as the machine is busy.
settings.register_profile("without clock", deadline=None)
settings.load_profile("without clock")


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own to work in, and an archive `а.db` there for the commands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVARCHIVE_DB", "а.db")
