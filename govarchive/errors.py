"""Everything that can go wrong, in one tree.

    GovarchiveError
    ├── Invalid                a value is not what its kind asks for
    │   ├── InvalidFormat      wrong letters, length or shape
    │   ├── InvalidChecksum    the check digits do not agree
    │   └── InvalidComponent   a part of it does not exist (month 13, an unknown bank)
    ├── PageError              a page cannot be read; carries `source` and `remedy`
    │   ├── NotText            binary, or an encoding nobody can read
    │   ├── EmptyPage          nothing in it
    │   ├── Damaged            a stretch of a container is cut off, overwritten or not what its checksum says
    │   ├── TooMuch            over a stated cap of size, depth, time or memory
    │   ├── Unresolved         a revisit whose original capture is not at hand
    │   └── SkippedPage        deliberately passed over (a file of govarchive records)
    ├── InputError             a file of values, of records or the register of places is not what it should be
    └── ArchiveError           the archive cannot be opened, read or written
        ├── NotAnArchive       a file that is something else
        ├── NewerArchive       written by a later version
        └── ArchiveFull        the disk is full or the file may not be written

Raise the narrowest. A message says the value, what was found and what was expected; `remedy` says what to do next.
"""

from typing import Self


class GovarchiveError(Exception):
    """Base of every error of this package."""


class Invalid(GovarchiveError):
    """A value is not what its kind asks for; the message is one sentence for the `problems` of a record."""


class InvalidFormat(Invalid):
    """Wrong letters, length or shape."""


class InvalidChecksum(Invalid):
    """The check digits do not agree with the rest."""


class InvalidComponent(Invalid):
    """A part of the value does not exist: month 13, an unknown bank code."""


class _WithRemedy(GovarchiveError):
    def __init__(self, message: str, *, source: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.source}: {self.message}" if self.source else self.message
        return f"{said} ({self.remedy})" if self.remedy else said


class PageError(_WithRemedy):
    """A page cannot be read. `source` is the path as given, `remedy` what the user can do."""

    def as_reject(self) -> Self:
        """The error without the frames it was raised in: they hold the page, and a reject may wait for long."""
        self.__traceback__ = self.__context__ = None
        return self


class NotText(PageError):
    """Binary content, or bytes no known encoding explains."""


class EmptyPage(PageError):
    """There is no text in it."""


class Damaged(PageError):
    """A stretch of a container is cut off, overwritten or not what its checksum says; the message tells its extent."""


class TooMuch(PageError):
    """Over a stated cap of size, depth, time or memory."""


class Unresolved(PageError):
    """A revisit says that a page is as it was captured earlier, and that capture is not at hand."""


class SkippedPage(PageError):
    """Passed over on purpose, for example a file that holds govarchive records."""


class InputError(_WithRemedy):
    """A file of values or records, or the register of places, is broken; `source` is FILE or FILE:LINE."""


class ArchiveError(_WithRemedy):
    """The archive cannot be opened, read or written."""


class NotAnArchive(ArchiveError):
    """The file is something else."""


class NewerArchive(ArchiveError):
    """The archive was written by a later version of govarchive."""


class ArchiveFull(ArchiveError):
    """The disk is full or the archive may not be written."""
