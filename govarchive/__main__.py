"""`python -m govarchive …` is the command `govarchive`, where its launcher is on no path."""

from govarchive.commands.start import run

if __name__ == "__main__":
    run()
