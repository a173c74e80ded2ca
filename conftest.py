"""Keeps the register of settlements that the user may have loaded out of the tests."""

import os
from pathlib import Path

os.environ["GOVARCHIVE_DATA"] = str(Path(__file__).parent / "build" / "no-register")
