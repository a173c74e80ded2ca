"""Captures whose payload was not repeated, as it was that of an earlier one: WARC records of type revisit.

They are put aside and looked up together, when all that was read before them is kept: so what an import finds does not
depend on how many workers it has. One that is found nowhere is looked up once more at the end, as its original may lie
in a later file.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

from govarchive.archive.captures import earlier
from govarchive.errors import PageError, SkippedPage, Unresolved
from govarchive.jobs.keeping import Keeper, Known, Read
from govarchive.jobs.tasks import Ready
from govarchive.model import Page
from govarchive.pages.capture import Capture
from govarchive.pages.containers.tree import asset_by_name

_MOST = 2_000
"""Put aside before they are looked up."""

_TYPES_OF_ALL = (None, "application/octet-stream", "binary/octet-stream")
"""Media types that servers give of what they do not know."""

_MOST_WAITING = 10_000
"""Looked up again at the end; they lie in memory."""


class Revisits:
    """Revisits to be resolved with what `keeper` keeps."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._aside: list[Capture] = []
        self._waiting: list[Capture] = []

    def add(self, capture: Capture) -> None:
        """Puts one aside."""
        self._aside.append(capture)

    @property
    def is_full(self) -> bool:
        """Whether it is time to resolve them."""
        return len(self._aside) >= _MOST

    def resolved(self, *, last: bool = False) -> Iterator[Page | Ready[Read]]:
        """The pages of those put aside, or what stands for them; when `last`, of those that waited for the end too."""
        revisits, self._aside = self._aside, []
        if last:
            revisits, self._waiting = [*self._waiting, *revisits], []
        for revisit in revisits:
            page = self._page(revisit)
            if page is not None:
                yield Ready(Known(page)) if self._keeper.has(page) else page
            elif last or len(self._waiting) >= _MOST_WAITING:
                yield Ready(_unresolved(revisit))
            else:
                self._waiting.append(revisit)

    def _page(self, revisit: Capture) -> Page | None:
        """The page as it was at the revisit: with the text of the original, and an address and a date of its own."""
        assert revisit.original is not None
        for archive in self._keeper.archives:
            page = earlier(archive, *revisit.original)
            if page is not None:
                return replace(page, source=revisit.source, url=revisit.url, captured_at=revisit.captured_at)
        return None


def _unresolved(revisit: Capture) -> PageError:
    """What stands for a revisit whose original has no page here: that of a font, which was passed over, needs none."""
    what = _asset(revisit)
    if what:
        said = f"says that it is as it was earlier, and by its address belongs to pages ({what})"
        return SkippedPage(said, source=revisit.source, remedy="nothing to do")
    original = revisit.original
    assert original is not None
    what = original.url or revisit.url or original.digest or "the same address"
    when = f" on {original.captured_at}" if original.captured_at else " earlier"
    return Unresolved(
        f"says that it is as {what} was{when}, and neither the archive nor this import has a page of that capture",
        source=revisit.source,
        remedy="import the file that holds it, and then this one again",
    )


def _asset(revisit: Capture) -> str | None:
    """What a capture only belongs to pages by its address, where the server did not know what it was."""
    if revisit.media_type in _TYPES_OF_ALL and revisit.url:
        with suppress(ValueError):  # a broken address tells nothing
            return asset_by_name(urlsplit(revisit.url).path)
    return None
