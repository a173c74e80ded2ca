"""Where the command begins: in sight of Ctrl-C before anything else is loaded, which takes a tenth of a second."""

import gc
import sys

_MANY = 10_000
"""So many objects may pile up before garbage is looked for: a page makes thousands, and hardly a ring among them."""


def run() -> None:
    """Runs the command line and ends the process with its exit code."""
    gc.set_threshold(_MANY)
    try:
        from govarchive.commands.main import run as run_main
    except KeyboardInterrupt:
        sys.exit(130)
    run_main()
