"""Bytes -> Page: files of text and HTML in any encoding met on Bulgarian sites. Knows no kinds."""

from govarchive.pages.files import list_files, open_pages, page_from_bytes, page_from_text

__all__ = ["list_files", "open_pages", "page_from_bytes", "page_from_text"]
