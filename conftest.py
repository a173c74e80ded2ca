"""Keeps out of the tests the register of settlements that the user may have loaded, and the clock."""

import os
from pathlib import Path

from hypothesis import settings

os.environ["GOVARCHIVE_DATA"] = str(Path(__file__).parent / "build" / "no-register")
# The first example loads the rules, which takes as long as the machine is busy.
settings.register_profile("without clock", deadline=None)
settings.load_profile("without clock")
