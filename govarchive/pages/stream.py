"""The events of a parser -> well-formed mark-up, without the tree between, which is many times as large as the page."""

import re
from io import StringIO

from lxml import etree

# Those that a title, date, address or data for search engines may be in, and what these are told by.
_TELLING = frozenset({"title", "meta", "time", "a", "area", "script"})
_STATING = frozenset({"span", "link", "data"})
_TOLD_BY = ("href", "property", "name", "itemprop", "content", "datetime", "pubdate", "type", "value")
_KNOWN = _TELLING | _STATING
_TOLD_OF_TIME = (*_TOLD_BY, "class")
_MOST_TELLING = 100_000
"""Of one page; each takes as much memory as 300 characters."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Stream:
    """A target for lxml's parser: `close` hands out the mark-up, `root` gets copies of the telling elements."""

    def __init__(self) -> None:
        self.root = etree.Element("html")
        self._out = StringIO()
        self._open = ""  # a start tag that may turn out to be empty
        self._telling: etree._Element | None = None
        self._told: list[str] = []
        self._left = _MOST_TELLING

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag."""
        self._flush()
        said = "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items()) if attributes else ""
        self._open = f"<{tag}{said}"
        if tag in _TELLING or "content" in attributes or (tag in _STATING and "itemprop" in attributes):
            self._end_telling()
            told_by = _TOLD_OF_TIME if tag == "time" else _TOLD_BY
            telling = {name: _clean(attributes[name]) for name in told_by if name in attributes}
            if (telling or tag == "title") and self._left:
                self._left -= 1
                self._telling = etree.SubElement(self.root, tag if tag in _KNOWN else "meta", telling)

    def end(self, tag: str) -> None:
        """An end tag."""
        self._out.write(f"{self._open}/>" if self._open else f"</{tag}>")
        self._open = ""
        self._end_telling()

    def data(self, text: str) -> None:
        """Text between tags."""
        self._flush()
        self._out.write(_escaped(text))
        if self._telling is not None:
            self._told.append(_clean(text))

    def close(self) -> str:
        """All that came."""
        self._flush()
        return self._out.getvalue()

    def _flush(self) -> None:
        if self._open:
            self._out.write(f"{self._open}>")
            self._open = ""

    def _end_telling(self) -> None:
        if self._telling is not None:
            self._telling.text = "".join(self._told)
            self._telling, self._told = None, []


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text.replace("\r", "\n"))


def _escaped(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
