"""Bytes -> Page: files of text and HTML in any encoding met on Bulgarian sites. Knows no kinds."""

from govarchive.pages.capture import Capture, Given
from govarchive.pages.files import list_files
from govarchive.pages.reading import open_captures, open_pages, page_from_bytes, page_from_text, page_or_reject

__all__ = [
    "Capture",
    "Given",
    "list_files",
    "open_captures",
    "open_pages",
    "page_from_bytes",
    "page_from_text",
    "page_or_reject",
]
