"""One capture or page at a time: its text, its records, or the reject that stands for it. What a worker does."""

import signal
from collections.abc import Sequence
from datetime import date

from govarchive.errors import InputError, PageError, TooMuch
from govarchive.extract import extract
from govarchive.jobs.tasks import LIMITS, End, Limits
from govarchive.kinds import KINDS, Kind
from govarchive.model import Page, Record
from govarchive.pages.capture import NOTHING, Capture, Given
from govarchive.pages.reading import page_or_reject


def read(task: Capture | Page, given: Given = NOTHING) -> tuple[Page, list[Record]] | PageError:
    """The page of a capture with its records, or those of a page that was read before. Raises InputError, MemoryError.

    Whatever else fails is a reject: one page never ends a run.
    """
    try:
        page = page_or_reject(task, given) if isinstance(task, Capture) else task
        return page if isinstance(page, PageError) else (page, extract(page))
    except PageError as problem:
        return problem.as_reject()
    except (InputError, MemoryError):  # not this page but the register of places, and so every page; or too much of it
        raise
    except Exception as problem:
        return _failed(problem, task.source)


def records_of(page: Page, kinds: Sequence[Kind] = KINDS, reference: date | None = None) -> list[Record] | PageError:
    """The records of a page, or, should a rule fail on it, the reject that stands for it. Raises InputError."""
    try:
        return extract(page, kinds, reference)
    except PageError as problem:
        return problem.as_reject()
    except InputError:
        raise
    except MemoryError:
        return given_up(page, End("memory"))
    except Exception as problem:
        return _failed(problem, page.source)


def _failed(problem: Exception, source: str) -> PageError:
    return PageError(
        f"a rule failed on this page: {type(problem).__name__}: {problem}",
        source=source,
        remedy="please report it with the page",
    )


def given_up(task: Capture | Page, end: End, limits: Limits = LIMITS) -> PageError:
    """The reject for what could not be read within the limits, or ended the worker that read it."""
    if end.cause == "time":
        said = f"takes longer than {limits.seconds:g} seconds"
        return TooMuch(
            said, source=task.source, remedy="give it more with --page-seconds and run the same command again"
        )
    if end.cause == "memory":
        said = f"takes more than {limits.megabytes} MB of memory"
        return TooMuch(said, source=task.source, remedy="split it into pages")
    if end.code == -getattr(signal, "SIGKILL", 0):
        said = "the system ended the process that read it, as it does when memory runs out"
        return TooMuch(said, source=task.source, remedy="free some memory, or use fewer --jobs, and run it again")
    said = f"the process that read it ended with exit code {end.code}"
    return PageError(said, source=task.source, remedy="please report it with the page")
