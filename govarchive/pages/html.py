r"""HTML -> visible text with its blocks.

All visible text is kept: contact blocks live in sidebars and footers. Blocks stand on lines of their own, paragraphs
and tables between blank lines, the cells of a table row on one line with a tab between them (an empty cell keeps its
tab, but for those at the end of a row).
What is not drawn (scripts, styles, templates, hidden elements) is left out; what links (`mailto:`, `tel:`) and data for
machines (schema.org) say that is not also visible is appended as meta blocks.

>>> parse("<p>тел. <b>02/ 123</b><script>x</script><table><tr><td>Факс<td>02/ 124</table>").text
'тел. 02/ 123\n\nФакс\t02/ 124'
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from lxml import etree

from govarchive.model import Block
from govarchive.pages.disguise import undisguised
from govarchive.pages.linked import stated
from govarchive.pages.metadata import addresses, dates_of, linked_data, title_of
from govarchive.pages.tags import INLINE, Tag, read_tag, unescaped
from govarchive.pages.text import composed, encoded
from govarchive.pages.unseen import unseen
from govarchive.pages.writer import Writer

_PROLOG = re.compile(rb"\A\s*<\?xml[^>]*\?>")
# What stands behind them is drawn all the same, but the parser would drop it.
_LAST_TAGS = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_BLOCK = re.compile(rb"(?:display|DISPLAY)\s*:\s*block")  # in capitals an old editor wrote it
_BLOCK_STYLE = re.compile(r"(?:^|[\s;])display\s*:\s*block", re.IGNORECASE)
_BROKEN_BREAKS = re.compile(rb"</br(?=[\s>/])", re.IGNORECASE)
# A paragraph ends where a block in it begins, and what stands behind its own end tag is one more; the parser drops the
# tag, so it gets something to keep. `</br>` is drawn as a line end. The list of errors holds no more than these.
_LOST_ENDS = ("end tag : p", "end tag : br")
_MOST_ERRORS = 100
_END_OF_PARAGRAPH = re.compile(rb"</p(?=[\s>])", re.IGNORECASE)
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9:-]*)\b[^<>]*>", re.IGNORECASE)
# Tags that cannot nest in each other without end: the parser closes one before the next.
_FLAT = frozenset("a br hr meta title script style tr td th p li option".split())
_BLOCKS = frozenset(
    "div table tbody thead tfoot ul ol dl dt dd h1 h2 h3 h4 h5 h6 center section article aside nav header footer main "
    "form fieldset blockquote pre body html".split()
)
# What follows `<` in a name or value that is out of order is no tag of its own.
_MENDED_TAG = re.compile("<([^>]*)>")
_PIECE = 1 << 18


class Parsed(NamedTuple):
    """The visible text (NFC), its blocks in order, the title and the dates the metadata states."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    dates: dict[str, str]


def parse(markup: str) -> Parsed:
    """The visible text of a page. Takes any text: what is broken is read as a browser would.

    But a page that is swallowed whole by a title or style sheet without end is read as it was meant.
    """
    raw = encoded(markup)
    found = _read(raw)
    if not found.text and (closed := _closed(raw)) != raw:
        return _read(closed)
    return found


def _closed(markup: bytes) -> bytes:
    lower = markup.lower()
    for name in (b"title", b"style"):
        if b"</" + name not in lower:
            markup = re.sub(rb"(?i)<%b\b[^<>]*>[^<]*" % name, rb"\g<0></%b>" % name, markup)
    return markup


def _read(markup: bytes) -> Parsed:
    root = _tree(markup)
    if root is None:
        return Parsed("", (), None, {})
    _redraw(root, markup)
    data = linked_data(root, markup)
    title, dates = title_of(root), dates_of(root, data)
    linked, said = list(addresses(root)), stated(root, markup, data)
    mended = _mended(root)
    del root  # several times as large as the page
    writer = Writer()
    _walk(mended, writer)
    if linked or said:
        for line in unseen(composed(writer.text()), said, linked):
            writer.meta(line)
    text, blocks = writer.finish()
    return Parsed(text, blocks, title, dates)


def _tree(markup: bytes) -> etree._Element | None:
    """The element tree; None when there is no element at all."""
    # A declared encoding would contradict the text, which is decoded already.
    markup = undisguised(_without_last_tags(_PROLOG.sub(b"", markup)))
    root, errors = _parsed(markup)
    if root is None:
        return None
    if errors.filter_from_fatals():  # elements nested too deep end the parse
        return _parsed(_TAG.sub(_flattened, markup.decode()).encode())[0]
    if len(errors) >= _MOST_ERRORS or any(it.message.endswith(_LOST_ENDS) for it in errors):
        return _parsed(_BROKEN_BREAKS.sub(b"<br", _END_OF_PARAGRAPH.sub(rb"<br>\g<0>", markup)))[0]
    return root


def _redraw(root: etree._Element, markup: bytes) -> None:
    """Makes blocks of what is drawn so: inline elements by their style, frames with their page in an attribute."""
    if (b"display" in markup or b"DISPLAY" in markup) and _BLOCK.search(markup):
        for element in root.iter("a", "b", "em", "font", "i", "label", "small", "span", "strong"):
            if _BLOCK_STYLE.search(element.get("style", "")):
                element.tag = "div"
    if b"srcdoc" in markup:
        for frame in list(root.iter("iframe")):
            page = _tree(encoded(frame.get("srcdoc", "")))
            if page is not None:
                frame.tag, frame.text, frame[:] = "div", None, [page]


def _without_last_tags(markup: bytes) -> bytes:
    lower = markup.lower()
    first = min((at for at in (lower.find(b"</body"), lower.find(b"</html")) if at >= 0), default=len(markup))
    return markup[:first] + _LAST_TAGS.sub(b"", markup[first:])


def _parsed(markup: bytes) -> tuple[etree._Element | None, etree._ListErrorLog]:
    """The tree, if there is any element, and what the parser found wrong."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:
        return None, parser.error_log
    return root, parser.error_log


def _flattened(tag: re.Match[str]) -> str:
    """A tag as it may stay where elements nest without end: line breaks for blocks, nothing for inline ones."""
    name = tag["name"].lower()
    if name in _FLAT:
        return tag.group()
    return "<br>" if name in _BLOCKS else ""


def _mended(root: etree._Element) -> str:
    """The page with the parser's repairs, well-formed: to read that is cheaper than to ask for every element."""
    root.getroottree().docinfo.clear()  # with a doctype of XHTML, scripts would not be escaped
    markup: str = etree.tostring(root, encoding="unicode")
    markup = markup.replace("\x7f", " ")
    return markup.replace(">\ufeff", ">") if "\ufeff" in markup else markup


def _walk(markup: str, writer: Writer) -> None:
    """Feeds the writer in document order; without recursion, as pages nest to any depth."""
    pairs = chain.from_iterable(map(_pairs, _pieces(markup)))
    known = _KNOWN
    for token, after in pairs:
        try:
            do, tag, skip = known[token]
        except KeyError:
            do, tag, skip = _learnt(token)
        text = after
        if skip:
            text = tag.instead + (_behind(pairs) if skip == _ELEMENT else after)
        if do:
            do(writer, tag)
        if text:
            writer.write(unescaped(text) if "&" in text else text)


def _pieces(markup: str) -> Iterator[str]:
    """The mark-up in pieces between tags: the parts of a large page need much more memory than the page."""
    start = 0
    while start < len(markup):
        stop = markup.find("><", start + _PIECE) + 1 or len(markup)
        yield markup[start:stop]
        start = stop


def _pairs(markup: str) -> Iterator[tuple[str, str]]:
    """Each tag without its angle brackets, and the text behind it."""
    parts = _MENDED_TAG.split(markup)
    return zip(parts[1::2], parts[2::2], strict=True)


def _behind(pairs: Iterator[tuple[str, str]]) -> str:
    """The text behind the end of an element that was just entered."""
    depth = 1
    for token, text in pairs:
        if token.startswith("/"):
            depth -= 1
            if not depth:
                return text
        elif not token.endswith("/"):
            depth += 1
    return ""


_Do = Callable[[Writer, Tag], None]
_VERBATIM = ("pre", "textarea", "xmp", "listing", "plaintext")
_ENTER: dict[str, _Do] = {"table": Writer.enter_rows, "tr": Writer.enter_rows}
_ENTER |= dict.fromkeys(("td", "th"), Writer.enter_cell) | dict.fromkeys(_VERBATIM, Writer.enter_verbatim)
_ENTER |= dict.fromkeys(("ul", "ol"), Writer.enter_list)
_LEAVE: dict[str, _Do] = {"table": Writer.leave_table, "tr": Writer.leave_row}
_LEAVE |= dict.fromkeys(("td", "th"), Writer.leave_cell) | dict.fromkeys(_VERBATIM, Writer.leave_verbatim)
_LEAVE |= dict.fromkeys(("ul", "ol"), Writer.leave_list)
# The most frequent one says nothing of its text, so it need not be remembered while it is open.
_ENTER["p"] = _LEAVE["p"] = Writer.edge


_ELEMENT, _NO_MORE = 1, 2


class _Action(NamedTuple):
    """What a tag has the writer do, if anything, and what is passed over for what is drawn instead, if anything."""

    do: _Do | None
    tag: Tag
    skip: int = 0


_NOTHING = _Action(None, read_tag("span"))
_TELLING = re.compile(" (?:hidden|style|data-cfemail)=")


def _action(token: str) -> _Action:
    name = token.lstrip("/").partition(" ")[0].rstrip("/")
    if name in INLINE and not _TELLING.search(token):  # most of those that no other page has are links
        return _NOTHING
    tag, alone = read_tag(token.strip("/")), token.endswith("/")
    if tag.name == "br":
        return _Action(Writer.line, tag)
    if tag.hidden:
        return _Action(Writer.edge, tag, skip=0 if alone else _ELEMENT)
    if tag.instead:
        return _Action(None, tag, skip=_NO_MORE if alone else _ELEMENT)
    if tag.name in INLINE:
        return _Action(None, tag)
    enter, leave = _ENTER.get(tag.name, Writer.enter), _LEAVE.get(tag.name, Writer.leave)
    if alone:
        return _Action(_both(enter, leave), tag)
    return _Action(leave if token.startswith("/") else enter, tag)


# The tags of a site are the same from page to page, but for the addresses and pictures in them.
_KNOWN: dict[str, _Action] = {}
_MOST_KNOWN = 4096
_LONG = 400


def _learnt(token: str) -> _Action:
    action = _action(token)
    if len(token) < _LONG:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[token] = action
    return action


def _both(enter: _Do, leave: _Do) -> _Do:
    """What an element with nothing in it does."""

    def both(writer: Writer, tag: Tag) -> None:
        enter(writer, tag)
        leave(writer, tag)

    return both
