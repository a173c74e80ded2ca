"""Launcher for a checkout: `python cli.py …` is the command `govarchive`."""

from govarchive.commands.start import run

if __name__ == "__main__":
    run()
