"""Tables of values that are read as one page of text: what is said of them, as nobody may have meant that."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from govarchive.commands.common import say
from govarchive.commands.impersonal import impersonal
from govarchive.model import Page
from govarchive.pages.capture import Capture

_TABLES = (".csv", ".tsv")
_BEGINNING = 1 << 16
_SHOWN = 200
_Found = TypeVar("_Found")


def hinting(found: Iterable[_Found], volume: int, option: str) -> Iterator[_Found]:
    """What was found; the first that is a table whose columns nobody asked for is named on stderr, with -v all of them.

    `option` is the one that names the column of the texts.
    """
    silent = volume < 0
    for it in found:
        if not silent and isinstance(it, Page | Capture) and (names := _columns_of(it)):
            source = impersonal(it.source)
            say(
                f"{source}: read as one page of text, but it looks like a table of {', '.join(names)[:_SHOWN]}; "
                f"for a page of each row name the column of its text with {option}, "
                f"to check values: govarchive normalise KIND {source} --column NAME"
            )
            silent = volume < 1
        yield it


def _columns_of(it: Page | Capture) -> list[str]:
    """The columns of what is a table by its file's name and by all looks; none in containers."""
    from govarchive.pages.containers.cells import unknown_columns

    if not it.source.lower().endswith(_TABLES) or "#" in it.source:
        return []
    return unknown_columns(_text_of(it))


def _text_of(it: Page | Capture) -> str:
    """How the text of a file begins; empty for mark-up."""
    from govarchive.pages.containers.lines import encoding_of
    from govarchive.pages.encodings import reading
    from govarchive.pages.sniff import is_html

    if isinstance(it, Page):
        return it.text[:_BEGINNING] if it.media_type == "text/plain" else ""
    head = it.raw[:_BEGINNING]
    encoding = None if is_html(head) else encoding_of(head, None)
    return reading(head, encoding) if encoding else ""
