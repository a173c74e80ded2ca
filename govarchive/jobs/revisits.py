"""Captures whose payload was not repeated, as it was that of an earlier one: WARC records of type revisit.

They are put aside and looked up together, when all that was read before them is kept: so what an import finds does not
depend on how many workers it has. One that is found nowhere is looked up once more at the end, as its original may lie
in a later file.
"""

from collections.abc import Iterator
from dataclasses import replace

from govarchive.archive.captures import earlier
from govarchive.errors import Unresolved
from govarchive.jobs.keeping import Keeper, Known, Read, archives_of
from govarchive.jobs.tasks import Ready
from govarchive.model import Page
from govarchive.pages.capture import Capture

_MOST = 2_000
"""Put aside before they are looked up."""

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
        for archive in archives_of(self._keeper):
            page = earlier(archive, *revisit.original)
            if page is not None:
                return replace(page, source=revisit.source, url=revisit.url, captured_at=revisit.captured_at)
        return None


def _unresolved(revisit: Capture) -> Unresolved:
    original = revisit.original
    assert original is not None
    what = original.url or revisit.url or original.digest or "the same address"
    when = f" on {original.captured_at}" if original.captured_at else " earlier"
    return Unresolved(
        f"says that it is as {what} was{when}, and that capture is neither in the archive nor in this import",
        source=revisit.source,
        remedy="import the file that holds it, and then this one again",
    )
