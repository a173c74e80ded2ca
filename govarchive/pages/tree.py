"""Mark-up, however broken -> the same well-formed, and the elements that its metadata is in.

The parser is libxml2, as it is the fastest that keeps every word. On random soups of tags it does as browsers do where
three of its ways are mended: it drops `</br>`, a `</p>` without its `<p>`, and all that stands behind `</html>`. Pages
too large or too deep for a tree are read without one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, cast

from lxml import etree

from govarchive.pages.disguise import undisguised
from govarchive.pages.signs import with_signs
from govarchive.pages.stream import Stream
from govarchive.pages.styles import draw_styles, has_styles
from govarchive.pages.text import encoded
from govarchive.pages.written import written

_PROLOG = re.compile(rb"\A\s*<\?xml[^>]*\?>")
# What stands behind them is drawn all the same, but the parser would drop it. In either case letter by letter, as that
# leaves the scan its first two characters to go by.
_LAST_TAGS = re.compile(rb"</(?:[Hh][Tt][Mm][Ll]|[Bb][Oo][Dd][Yy])\s*>")
_BROKEN_BREAKS = re.compile(rb"</br(?=[\s>/])", re.IGNORECASE)
# A paragraph ends where a block in it begins, and what stands behind its own end tag is one more; the parser drops the
# tag, so it gets something to keep. `</br>` is drawn as a line end. The list of errors holds no more than these.
_LOST_ENDS = ("end tag : p", "end tag : br")
_MOST_ERRORS = 100
_END_OF_PARAGRAPH = re.compile(rb"</p(?=[\s>])", re.IGNORECASE)
# A tag so long that it may have more attributes than any page: the parser compares each with all before it.
_LONG_TAG = re.compile(rb"""<[a-zA-Z](?:[^<>"']|"[^"<]{0,4000}+"|'[^'<]{0,4000}+'){10000,}+""")
_ATTRIBUTE = re.compile(rb"""[\s/]*+[^\s/=<>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]*+))?+""")
_MOST_ATTRIBUTES = 1000
_LARGE = 128 << 10
_PIECE = 1 << 18
_MOST_TAGS = 200_000
"""Of a page that is read as a tree, which takes some 300 bytes for each."""


class Tree:
    """The tree of a page, or where that would be too large, all of it that metadata may be in.

    The elements that are asked for are looked for once, as to go through a tree takes long.
    """

    def __init__(self, root: etree._Element, mended: str | None = None) -> None:
        self.root = root
        self._mended = mended
        self._found: dict[str, list[etree._Element]] = {group: [] for group in _GROUPS.values()}
        for element in root.iter(*_GROUPS):
            self._found[_GROUPS[element.tag]].append(element)

    def all(self, group: str) -> Sequence[etree._Element]:
        """The elements of one of _GROUPS, in the order of the page."""
        return self._found[group]

    def mended(self) -> str:
        """The mark-up, well-formed, but for what scripts and styles hold: that is gone then.

        Tags come out with names in lower case, one space before each attribute, values in double quotes, and `<`, `>`
        and `&` nowhere else.
        """
        if self._mended is None:
            for element in (*self.all("script"), *self.all("style")):
                element.text = None
            mended = _mended(self.root)
            self._mended = with_signs(mended) if self.all("sign") else mended
        return self._mended


_GROUPS = {"a": "link", "area": "link", "meta": "date", "time": "date"}
_GROUPS |= {name: name for name in ("title", "script", "style")} | dict.fromkeys(("sup", "q"), "sign")


def read(markup: bytes) -> Tree | None:
    """The tree of a page in UTF-8; None if there is no element."""
    prepared = _prepared(markup)
    root = _tree(prepared) if markup.count(b"<") <= _MOST_TAGS else None
    if root is None:  # too large, too deep, or nothing in it
        return _streamed(prepared)
    if b"srcdoc" in markup:
        _draw_frames(root)
    return Tree(root)


def _prepared(markup: bytes) -> bytes:
    if len(markup) > _LARGE:
        markup = _LONG_TAG.sub(_shortened, markup)
    # A declared encoding would contradict the text, which is decoded already.
    return written(undisguised(_LAST_TAGS.sub(b"", _PROLOG.sub(b"", markup))))


def _shortened(tag: re.Match[bytes]) -> bytes:
    """A tag with a thousand attributes at most."""
    found = islice(_ATTRIBUTE.finditer(tag[0], 1), _MOST_ATTRIBUTES)
    return tag[0][: max(it.end() for it in found)]


def _tree(markup: bytes) -> etree._Element | None:
    """The element tree; None when there is no element at all, or they nest too deep."""
    root, errors = _parsed(markup)
    if root is None or errors.filter_from_fatals():
        return None
    return _parsed(_with_ends(markup))[0] if _has_lost_ends(errors) else root


def _has_lost_ends(errors: etree._ListErrorLog) -> bool:
    return len(errors) >= _MOST_ERRORS or any(it.message.endswith(_LOST_ENDS) for it in errors)


def _with_ends(markup: bytes) -> bytes:
    return _BROKEN_BREAKS.sub(b"<br", _END_OF_PARAGRAPH.sub(rb"<br>\g<0>", markup))


def _streamed(markup: bytes) -> Tree | None:
    """The same without a tree, which neither size nor depth can make too large."""
    root, mended, errors = _events(markup)
    if _has_lost_ends(errors):
        root, mended, _ = _events(_with_ends(markup))
    return Tree(root, with_signs(_without_marks(mended))) if mended else None


def _events(markup: bytes) -> tuple[etree._Element, str, etree._ListErrorLog]:
    stream = Stream()
    parser = etree.HTMLParser(target=cast("Any", stream), huge_tree=True, encoding="utf-8")
    mended = cast("str", etree.fromstring(markup, parser))
    return stream.root, mended, parser.error_log


def _draw_frames(root: etree._Element) -> None:
    """Puts the pages in the place of the frames that have them in an attribute."""
    for frame in list(root.iter("iframe")):
        page = _tree(_prepared(encoded(frame.get("srcdoc", ""))))
        if page is not None:
            frame.tag, frame.text, frame[:] = "div", None, [page]


def _parsed(markup: bytes) -> tuple[etree._Element | None, etree._ListErrorLog]:
    """The tree, if there is any element, and what the parser found wrong."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:
        return None, parser.error_log
    return root, parser.error_log


def _mended(root: etree._Element) -> str:
    """The page with the parser's repairs, well-formed: to read that is cheaper than to ask for every element."""
    root.getroottree().docinfo.clear()  # with a doctype of XHTML, scripts would not be escaped
    markup = etree.tostring(root, encoding="unicode")
    if has_styles(markup):
        draw_styles(root)
        markup = etree.tostring(root, encoding="unicode")
    return _without_marks(markup.replace("\x7f", " "))


def _without_marks(markup: str) -> str:
    return markup.replace(">\ufeff", ">") if "\ufeff" in markup else markup


def pieces(markup: str) -> Iterator[str]:
    """The mark-up in pieces that begin with a tag: the parts of a large page need much more memory than the page."""
    start = 0
    while start < len(markup):
        found = markup.find("<", start + _PIECE)
        stop = found if found >= 0 else len(markup)
        yield markup[start:stop]
        start = stop
