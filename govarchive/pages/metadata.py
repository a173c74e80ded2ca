"""What mark-up says beside the visible text: title, dates, addresses in links."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import unquote

from lxml import etree

from govarchive.pages.disguise import protected_address
from govarchive.pages.text import clean

_SCHEME = re.compile(
    r"\s*(?:(?:mailto|tel|callto|fax|sms):/*|(?P<protected>[^#]*/cdn-cgi/l/email-protection[#]))", re.IGNORECASE
)
_BETWEEN = re.compile("[,;]")
_DATE_NAMES = {
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "dcterms.date": "published",
    "pubdate": "published",
    "date": "published",
    "article:published": "published",
    "dc.date.created": "published",
    "dcterms.created": "published",
    "article:modified_time": "modified",
    "datemodified": "modified",
    "dcterms.modified": "modified",
    "dc.date.modified": "modified",
    "og:updated_time": "modified",
}
_PUBLISHED = frozenset(("published", "dt-published"))
"""Classes of the hour of publication in hAtom and h-entry."""
_LINKED_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"]{4,40})"')
_ISO_DATE = re.compile(
    r"""(?P<date> [0-9]{4} (?: -[0-9]{2} (?: -[0-9]{2} )? )? )      # to the year, month or day
    (?: (?<= -[0-9]{2}-[0-9]{2} ) T[0-9]{2}:[0-9]{2}                # and the time
        (?: :[0-9]{2} (?:\.[0-9]+)? )? (?: Z | [+-][0-9]{2}:?[0-9]{2} )? )?""",
    re.VERBOSE,
)


def addresses(links: Iterable[etree._Element]) -> Iterator[str]:
    """What `mailto:`, `tel:` and such links hold, once each, as one would print it."""
    seen = set()
    for link in links:
        href = link.get("href", "")
        scheme = _SCHEME.match(href) if ":" in href or "#" in href else None
        for address in _listed(scheme) if scheme else ():
            if address not in seen:
                seen.add(address)
                yield address


def _listed(scheme: re.Match[str]) -> Iterator[str]:
    """The addresses of a link, which may name several."""
    rest = scheme.string[scheme.end() :]
    if scheme["protected"]:
        rest = protected_address(rest)
    for address in _BETWEEN.split(clean(unquote(rest.partition("?")[0]))):
        if words := address.split():
            yield " ".join(words)


def title_of(titles: Sequence[etree._Element]) -> str | None:
    """The text of the first title of the page, not of a drawing in it, on one line; None without one."""
    title = next((it for it in titles if next(it.iterancestors("svg"), None) is None), None)
    text = " ".join(clean("".join(map(str, title.itertext()))).split()) if title is not None else ""
    return text or None


def linked_data(scripts: Iterable[etree._Element]) -> list[str]:
    """What the scripts say that hold data for search engines (JSON-LD)."""
    data = [it for it in scripts if it.get("type", "").strip().lower().startswith("application/ld+json")]
    return ["".join(map(str, script.itertext())) for script in data]


def dates_of(elements: Iterable[etree._Element], data: Sequence[str]) -> dict[str, str]:
    """Publication and change as elements (`meta`, `time`) and `linked_data` state them, ISO 8601 as written.

    Other forms are left to the text. Of the data the page's own description comes first. What only its class calls the
    publication (microformats, WordPress) counts where all such elements agree: on a list of articles they do not.
    """
    dates: dict[str, str] = {}
    classed = set()
    for element in elements:
        said = _date_name(element)
        value = (element.get("content") or element.get("datetime") or "").strip()
        if said is not None and _is_date(value):
            dates.setdefault(said, value)
        elif element.tag == "time" and not _PUBLISHED.isdisjoint(element.get("class", "").split()) and _is_date(value):
            classed.add(value)
    for name, value in _LINKED_DATE.findall("\n".join(data)):
        if _is_date(value):
            dates.setdefault(_DATE_NAMES[name.lower()], value)
    if len(classed) == 1:
        dates.setdefault("published", classed.pop())
    return dates


def _date_name(element: etree._Element) -> str | None:
    """Which date an element states, if any."""
    for key in ("property", "name", "itemprop"):
        name = element.get(key)
        if name and (said := _DATE_NAMES.get(name.lower())):
            return said
    return "published" if element.tag == "time" and "pubdate" in element.attrib else None


def _is_date(value: str) -> bool:
    """Whether it is an ISO 8601 date that exists; sites without one write 0000-00-00, or the first or last of .NET."""
    found = _ISO_DATE.fullmatch(value)
    if found is None or found["date"] in ("0001-01-01", "9999-12-31"):
        return False
    try:
        date.fromisoformat(found["date"] + "0000-01-01"[len(found["date"]) :])
    except ValueError:
        return False
    return True
