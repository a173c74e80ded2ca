"""What mark-up says beside the visible text: title, dates, addresses in links."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from lxml import etree

from govarchive.pages.text import clean

_SCHEME = re.compile(r"\s*(?:mailto|tel):", re.IGNORECASE)
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


def addresses(root: etree._Element) -> Iterator[str]:
    """What `mailto:` and `tel:` links hold, once each, as one would print it."""
    seen = set()
    for link in root.iter("a"):
        if scheme := _SCHEME.match(link.get("href", "")):
            address = " ".join(clean(unquote(scheme.string[scheme.end() :].partition("?")[0])).split())
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
