"""Where the command begins: in sight of Ctrl-C before anything else is loaded, which takes a tenth of a second."""

import sys


def run() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from govarchive.commands.main import run as run_main
    except KeyboardInterrupt:
        sys.exit(130)
    run_main()
