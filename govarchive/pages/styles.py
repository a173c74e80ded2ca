r"""What the styles of single elements change in the flow of a text: lines of their own, none, or lines that stay.

>>> page = etree.HTML("<div style='white-space: pre-line'>Деловодство\nКаса</div><b style='display:block'>Архив</b>")
>>> draw_styles(page)
>>> etree.tostring(page[0], encoding="unicode")
'<body><div style="white-space: pre-line">Деловодство<br/>Каса</div><div style="display:block">Архив</div></body>'
"""

import re

from lxml import etree

# In capitals an old editor wrote it; a line end in it comes out as a number.
_GAP = r"(?:\s|&[#]\w{1,4};)*"
_STYLED = re.compile(
    rf"(?:display|DISPLAY){_GAP}:{_GAP}(?:block|inline(?![\w-]))|white-space{_GAP}:{_GAP}(?:pre|break)"
)
_BLOCK = re.compile(r"(?:^|[\s;])display\s*:\s*block", re.IGNORECASE)
_INLINE = re.compile(r"(?:^|[\s;])display\s*:\s*inline(?![\w-])", re.IGNORECASE)
_WHITE_SPACE = re.compile(r"(?:^|[\s;])white-space\s*:\s*([a-z-]+)", re.IGNORECASE)
_KEEPING = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})
_VERBATIM = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})
"""Elements whose lines stay anyway."""


def has_styles(markup: str) -> bool:
    """Whether the parser's mark-up has a style that `draw_styles` heeds."""
    seen = "display" in markup or "DISPLAY" in markup or "white-space" in markup
    return seen and _STYLED.search(markup) is not None


def draw_styles(root: etree._Element) -> None:
    """Makes of each element the one that is drawn so without a style."""
    for element in root.iter("a", "b", "em", "font", "i", "label", "small", "span", "strong"):
        if _BLOCK.search(element.get("style", "")):
            element.tag = "div"
    for element in root.iter("div", "p", "dt", "dd", "form"):
        if _INLINE.search(element.get("style", "")):
            element.tag = "span"
    for element, is_tail in _with_lines(root):
        _break(element, is_tail=is_tail)


def _with_lines(root: etree._Element) -> list[tuple[etree._Element, bool]]:
    """The elements in which, or behind which, a text stands whose line ends are drawn."""
    found, keeps = [], [False]
    for event, element in etree.iterwalk(root, ("start", "end")):
        if event == "start":
            said = _WHITE_SPACE.findall(element.get("style", ""))
            keeps.append(element.tag not in _VERBATIM and (said[-1].lower() in _KEEPING if said else keeps[-1]))
            text = element.text
        else:
            keeps.pop()
            text = element.tail
        if keeps[-1] and text and "\n" in text and not text.isspace():
            found.append((element, event == "end"))
    return found


def _break(element: etree._Element, *, is_tail: bool) -> None:
    """Puts a `br` in the place of each line end of the text in an element or behind it."""
    first, *rest = ((element.tail if is_tail else element.text) or "").split("\n")
    if is_tail:
        element.tail = None
    for line in reversed(rest):
        end = etree.Element("br")
        end.tail = line
        if is_tail:
            element.addnext(end)
        else:
            element.insert(0, end)
    if is_tail:
        element.tail = first
    else:
        element.text = first
