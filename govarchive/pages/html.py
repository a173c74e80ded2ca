r"""HTML -> visible text with its blocks.

All visible text is kept: contact blocks live in sidebars and footers. Blocks stand on lines of their own, paragraphs
and tables between blank lines, the cells of a table row on one line with a tab between them (an empty cell keeps its
tab, but for those at the end of a row).
What is not drawn (scripts, styles, templates, hidden elements) is left out; `mailto:` and `tel:` addresses that are not
also visible are appended as meta blocks.

>>> parse("<p>тел. <b>02/ 123</b><script>x</script><table><tr><td>Факс<td>02/ 124</table>").text
'тел. 02/ 123\n\nФакс\t02/ 124'
"""

import re
from typing import NamedTuple

from lxml import etree

from govarchive.model import Block
from govarchive.pages.metadata import addresses, dates_of, part_of, title_of
from govarchive.pages.text import clean
from govarchive.pages.writer import Writer

_HIDDEN = frozenset("script style template noscript title svg math object iframe audio video canvas datalist".split())
# Not the head itself: without a body tag, elements younger than the parser end up in it.
_UNDRAWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
# What stands behind them is drawn all the same, but the parser would drop it.
_LAST_TAGS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9:-]*)\b[^<>]*>", re.IGNORECASE)
# Tags that cannot nest in each other without end: the parser closes one before the next.
_FLAT = frozenset("a br hr meta title script style tr td th p li option".split())
_BLOCKS = frozenset(
    "div table tbody thead tfoot ul ol dl dt dd h1 h2 h3 h4 h5 h6 center section article aside nav header footer main "
    "form fieldset blockquote pre body html".split()
)


class Parsed(NamedTuple):
    """The visible text (NFC), its blocks in order, the title and the dates the metadata states."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    dates: dict[str, str]


def parse(markup: str) -> Parsed:
    """The visible text of a page. Takes any text: what is broken is read as a browser would."""
    markup = clean(markup)
    root = _tree(markup)
    if root is None:
        return Parsed("", (), None, {})
    writer = Writer(entities="&" in markup)
    _walk(root, writer)
    visible = writer.text()
    for address in addresses(root):
        if address not in visible:
            writer.meta(address)
    text, blocks = writer.finish()
    return Parsed(text, blocks, title_of(root), dates_of(root))


def _tree(markup: str) -> etree._Element | None:
    """The element tree; None when there is no element at all."""
    # A declared encoding would contradict the text, which is decoded already.
    markup = _LAST_TAGS.sub("", _PROLOG.sub("", markup))
    root, whole = _parsed(markup)
    if whole:
        return root
    return _parsed(_TAG.sub(_flattened, markup))[0]


def _parsed(markup: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether it holds the whole page: elements nested too deep end the parse."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, True
    return root, not parser.error_log.filter_from_fatals()


def _flattened(tag: re.Match[str]) -> str:
    """A tag as it may stay where elements nest without end: line breaks for blocks, nothing for inline ones."""
    name = tag["name"].lower()
    if name in _FLAT:
        return tag.group()
    return "<br>" if name in _BLOCKS else ""


def _walk(root: etree._Element, writer: Writer) -> None:
    """Feeds the writer in document order; without recursion, as pages nest to any depth."""
    events = etree.iterwalk(root, events=("start", "end"))
    hidden: etree._Element | None = None
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag in _HIDDEN or _is_hidden(element):
                events.skip_subtree()
                hidden = element
                continue
            writer.start(tag, part_of(tag, element))
            if element.text:
                writer.write(element.text)
            continue
        if element is hidden:
            writer.boundary(tag)
        else:
            writer.end(tag)
        if element.tail:
            writer.write(element.tail)


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _UNDRAWN.search(style) is not None
