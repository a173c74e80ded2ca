"""Puts tools/ on the path of imports, for the benchmarks that use what makes the broken samples; import it first."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tools"))
