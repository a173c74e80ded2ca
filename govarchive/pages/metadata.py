"""What mark-up says beside the visible text: title, dates, addresses in links, parts of the page."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from lxml import etree

from govarchive.pages.text import clean

_NO_PART = frozenset("html body a b i em strong span font td th p br img".split())
_TEMPLATE_TAGS = frozenset({"nav", "header", "footer", "aside"})
_ARTICLE_TAGS = frozenset({"article", "main"})
_TEMPLATE_NAMES = re.compile(
    r"""(?:^|[\s_-])                                  # the beginning of a word of id or class
    (?<!text-)(?<!align-)(?<!pull-)(?<!float-)        # text-right says how, not where
    (?:nav|menu|side-?bar|footer|header|banner|breadcrumbs?|widget|aside|left|right)
    (?:$|[\s_-]|[0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
_ARTICLE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:content|article|main|post|entry|news-?item|item-?page)(?:$|[\s_-])", re.IGNORECASE
)
_DATE_NAMES = {
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "dcterms.date": "published",
    "pubdate": "published",
    "article:modified_time": "modified",
    "datemodified": "modified",
    "dcterms.modified": "modified",
}
_ISO_DATE = re.compile(
    r"""(?P<date> [0-9]{4} (?: -[0-9]{2} (?: -[0-9]{2} )? )? )      # to the year, month or day
    (?: (?<= -[0-9]{2}-[0-9]{2} ) T[0-9]{2}:[0-9]{2}                # and the time
        (?: :[0-9]{2} (?:\.[0-9]+)? )? (?: Z | [+-][0-9]{2}:?[0-9]{2} )? )?""",
    re.VERBOSE,
)


def part_of(tag: str, element: etree._Element) -> str | None:
    """What the mark-up says of an element's place: template, article or nothing."""
    if tag in _TEMPLATE_TAGS:
        return "template"
    if tag in _ARTICLE_TAGS:
        return "article"
    if tag in _NO_PART:
        return None
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if names == " ":
        return None
    if _TEMPLATE_NAMES.search(names):
        return "template"
    return "article" if _ARTICLE_NAMES.search(names) else None


def addresses(root: etree._Element) -> Iterator[str]:
    """What `mailto:` and `tel:` links hold, once each, as one would print it."""
    seen = set()
    for link in root.iter("a"):
        scheme, colon, rest = (link.get("href") or "").strip().partition(":")
        if colon and scheme.lower() in {"mailto", "tel"}:
            address = " ".join(clean(unquote(rest.partition("?")[0])).split())
            if address and address not in seen:
                seen.add(address)
                yield address


def title_of(root: etree._Element) -> str | None:
    """The text of the first title, on one line; None without one."""
    title = next(root.iter("title"), None)
    text = " ".join(clean("".join(map(str, title.itertext()))).split()) if title is not None else ""
    return text or None


def dates_of(root: etree._Element) -> dict[str, str]:
    """Publication and change as the metadata states them, ISO 8601 as written; other forms are left to the text."""
    dates: dict[str, str] = {}
    for element in root.iter("meta", "time"):
        names = (element.get(key) or "" for key in ("property", "name", "itemprop"))
        said = next((_DATE_NAMES[name.lower()] for name in names if name.lower() in _DATE_NAMES), None)
        if said is None and element.tag == "time" and "pubdate" in element.attrib:
            said = "published"
        value = (element.get("content") or element.get("datetime") or "").strip()
        if said and _is_date(value):
            dates.setdefault(said, value)
    return dates


def _is_date(value: str) -> bool:
    """Whether it is an ISO 8601 date that exists; sites without one write 0000-00-00."""
    found = _ISO_DATE.fullmatch(value)
    if found is None:
        return False
    try:
        date.fromisoformat(found["date"] + "0000-01-01"[len(found["date"]) :])
    except ValueError:
        return False
    return True
