"""What an element does to the text around it, read off its tag.

Tags come as the parser writes them out: names in lower case, one space before each attribute, values in double quotes
in which no `"`, `<` or `>` stands as itself.
"""

import re
from html import unescape
from typing import NamedTuple

from govarchive.pages.disguise import hidden_mail, protected_address
from govarchive.pages.spans import Span

_PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 table ul ol dl section article aside nav header footer main form fieldset blockquote "
    "pre hr address figure details".split()
)
_LINES = frozenset(
    "div li dt dd tr caption legend option center figcaption summary body tbody thead tfoot optgroup select "
    "textarea button label xmp listing plaintext text marquee layer nolayer multicol".split()
)
_BREAKS = dict.fromkeys(_PARAGRAPHS, 2) | dict.fromkeys(_LINES, 1) | {"br": 1}
_ROWS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_KINDS = {"li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "option": "item"}
_KINDS |= {f"h{level}": "heading" for level in range(1, 7)}
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del em font i img ins kbd mark q s small span strike strong sub sup "
    "time tt u var".split()
)

# Not the head itself: without a body tag, elements younger than the parser end up in it.
_HIDDEN = frozenset(
    "script style template noscript noframes noembed title object iframe audio video canvas datalist rp meter progress "
    "desc defs symbol metadata clippath mask annotation annotation-xml".split()
)
# Those that show what is in them, and no switch, slider or file.
_TYPED_IN = frozenset(
    {"", *"text search tel url email number date time datetime-local month week button submit reset".split()}
)
_SHOWN = re.compile(r"(?<![\w*-])(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)
# All of them, as the value of one that is out of order may hold ` class=`.
_ATTRIBUTE = re.compile(r' (=?[^ =]*)="([^"]*)"')

# What is drawn when its title is clicked.
_FOLDED = re.compile("accordion|toggle|collaps|spoiler|expand|slider|faq|answer", re.IGNORECASE)
_OF_TABS = re.compile(r"(?:^|[\s_-])tabs?-?(?:pane|panel|content|body|[0-9]|$|\s)", re.IGNORECASE)
_NO_TEXT = re.compile("menu|nav|modal|search", re.IGNORECASE)

_NO_PART = frozenset("html body a b i em strong span font td th p br img".split())
_TEMPLATE_TAGS = frozenset({"nav", "header", "footer", "aside"})
_ARTICLE_TAGS = frozenset({"article", "main"})
# Words of id and class as the templates of Joomla, WordPress, Drupal and home-made sites have them.
_TEMPLATE_NAMES = re.compile(
    r"""(?:^|[\s_-])
    (?:nav(?:bar|igation)? | (?:main|top|left|right|side|foot|v)?menu | side-?bar | footer | header | banner
      | breadcrumbs? | pathway | widgets? | aside | module?table | copyrights? | cookies?
      | (?:left|right)-?(?:col(?:umn)?|panel|side))
    (?:$|[\s_-]|[0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
# `text-right` says how, not where; and the middle of a page may have a left part of its own.
_SIDES = re.compile(
    r"(?:^|[\s_-])(?<!text-)(?<!align-)(?<!pull-)(?<!float-)(?:left|right)(?:$|[\s_-]|[0-9])", re.IGNORECASE
)
_ARTICLE_NAMES = re.compile(
    r"""(?:^|[\s_-])
    (?:content | article | main | post(?:content)? | entry | news-?item | item-?page | contentpane(?:open)?)
    (?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_LABEL = 30
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WHOLE = re.compile(r"\s*\+?0*([0-9]{1,3})(?![0-9])")
_MOST = 1000
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
# What an editor escaped that was escaped already: `&amp;nbsp;`.
_TWICE = re.compile(
    r"&(?:(?:amp;)*+(?P<name>nbsp|quot|[mn]dash|[bl]dquo|[lr]aquo|rdquo|[lr]squo|sbquo|hellip|sect|deg|shy"
    r"|#(?:[0-9]{2,5}|x[0-9a-fA-F]{2,4}));|(?:amp;)++)"
)
# Written out for white space in attributes and what XML may not hold.
_REFERENCE = re.compile(r"&#(?:(?P<line>13|xD);\n?|[0-9A-Fx]+;)")


class Tag(NamedTuple):
    """An element: the line ends at its edges (2 make a paragraph), and what it says of the text in it, if it does.

    `rows` is for tables and what holds their rows: they part lines even between two cells. `instead` is drawn in place
    of what the element holds: the value of a field, an address in disguise. `span` is that of a cell of several rows or
    columns.
    """

    name: str
    lines: int
    rows: bool
    kind: str | None
    part: str | None
    hidden: bool
    instead: str = ""
    span: Span | None = None


def read_tag(tag: str) -> Tag:
    """What a start tag (without its angle brackets) says.

    >>> read_tag('li class="menu-item"')
    Tag(name='li', lines=1, rows=False, kind='item', part='template', hidden=False, instead='', span=None)
    """
    name, _, rest = tag.partition(" ")
    said: dict[str, str] = dict(_ATTRIBUTE.findall(unescaped(tag))) if rest else {}
    return Tag(
        name,
        _BREAKS.get(name, 0),
        name in _ROWS,
        _KINDS.get(name),
        _part_of(name, said),
        _is_hidden(name, said),
        _instead(name, said),
        _span(said) if name in ("td", "th") else None,
    )


def _span(said: dict[str, str]) -> Span | None:
    """The rows and columns of a cell that has several; as browsers do, `rowspan="0"` is all that follow."""
    rows, columns = (_WHOLE.match(said.get(name, "")) for name in ("rowspan", "colspan"))
    if not rows and not columns:
        return None
    span = Span(int(rows[1]) or _MOST if rows else 1, min(max(1, int(columns[1])), _MOST) if columns else 1)
    return span if span != (1, 1) else None


def _instead(name: str, said: dict[str, str]) -> str:
    if name == "input":
        return _value(said)
    if name == "img":
        return _pictured(said.get("alt", "").strip())
    if name == "joomla-hidden-mail":
        return hidden_mail(said.get("first", ""), said.get("last", ""))
    return protected_address(said.get("data-cfemail", ""))


def _value(said: dict[str, str]) -> str:
    """What stands in a field or on a button, apart from what stands around it."""
    value = said.get("value", "") if said.get("type", "").strip().lower() in _TYPED_IN else ""
    return f" {value} " if value.strip() else " "


def _pictured(words: str) -> str:
    """What stands in a picture in place of text: a label (`Телефон:`), the sign of an address, the whole address."""
    if words == "@":
        return words
    is_label = words.endswith(":") and len(words) <= _LONGEST_LABEL
    return f" {words} " if is_label or _ADDRESS.fullmatch(words) else ""


def _is_hidden(name: str, said: dict[str, str]) -> bool:
    if name in _HIDDEN or "hidden" in said or (name == "dialog" and "open" not in said):
        return True
    shown = dict(_SHOWN.findall(said.get("style", "").lower()))  # the last of each counts
    if shown.get("visibility") == "hidden":
        return True
    return shown.get("display") == "none" and not _is_folded(f"{said.get('id', '')} {said.get('class', '')}")


def _is_folded(names: str) -> bool:
    """Whether an element of such names is drawn when its title is clicked.

    >>> [*map(_is_folded, ("accordion-body", "tab-pane fade", "toggle-menu", "collapse navbar", "banner"))]
    [True, True, False, False, False]
    """
    _, *behind = _FOLDED.split(names)
    return (bool(behind) and not _NO_TEXT.search(behind[-1])) or _OF_TABS.search(names) is not None


def unescaped(text: str) -> str:
    r"""What the parser escaped, as it was, with white space or nothing in place of control characters.

    >>> unescaped("а &lt; б &#xFFFD;&amp;lt; &amp;bdquo;в&amp;ldquo;")
    'а < б  &lt; „в“'
    """
    if "&#" in text:
        text = _REFERENCE.sub(lambda it: "\n" if it["line"] else " ", text)
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _TWICE.sub(lambda it: unescape(f"&{it['name'] or 'amp'};"), text) if "&" in text and ";" in text else text


def _part_of(name: str, said: dict[str, str]) -> str | None:
    """What the mark-up says of an element's place: template, article or nothing."""
    if name in _TEMPLATE_TAGS:
        return "template"
    if name in _ARTICLE_TAGS:
        return "article"
    if name in _NO_PART or not ("id" in said or "class" in said):
        return None
    names = _HUMP.sub("-", f"{said.get('id', '')} {said.get('class', '')}")
    if _TEMPLATE_NAMES.search(names):
        return "template"
    if _ARTICLE_NAMES.search(names):
        return None if _SIDES.search(names) else "article"
    return "template" if _SIDES.search(names) else None
