"""What mark-up says beside the visible text: title, dates, addresses in links."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast
from urllib.parse import unquote

from lxml import etree

from govarchive.pages.disguise import protected_address
from govarchive.pages.text import clean

_SCHEME = re.compile(
    r"\s*(?:(?:mailto|tel|callto|fax|sms):/*|(?P<protected>[^#]*/cdn-cgi/l/email-protection[#]))", re.IGNORECASE
)
_BETWEEN = re.compile("[,;]")
_DATE_NAMES = dict.fromkeys(
    """article:published_time article:published article.published og:published_time og:article:published_time
    datepublished schema:datepublished rnews:datepublished date_published published-date
    publish-date publish_date publishdate publication_date pubdate parsely-pub-date sailthru.date
    citation_publication_date citation_online_date date
    dc:date dc:created dc:issued dc.date dc.created dc.issued dc.date.created dc.date.issued dc.date.available
    dcterms.date dcterms.created dcterms.issued dcterms.available dcterms:created dcterms:issued""".split(),
    "published",
) | dict.fromkeys(
    """article:modified_time article:modified article.updated og:updated_time og:modified_time
    og:article:modified_time datemodified schema:datemodified last-modified lastmodified modified_time
    dc:modified dc.modified dc.date.modified dcterms.modified dcterms:modified""".split(),
    "modified",
)
_PUBLISHED = frozenset(("published", "dt-published"))
"""Classes of the hour of publication in hAtom and h-entry."""
_DATED = etree.XPath("//span[@property][@content]")
_LINKED_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"([^"]{4,40})"')
_ISO_DATE = re.compile(
    r"""(?P<date> [0-9]{4} (?: -[0-9]{2} (?: -[0-9]{2} )? )? )      # to the year, month or day
    (?: (?<= -[0-9]{2}-[0-9]{2} ) [T ] (?P<time> [0-9]{2}:[0-9]{2}  # and the time, behind a blank from databases
        (?: :[0-9]{2} (?:\.[0-9]+)? )? ) [ ]? (?P<zone> Z | [+-][0-9]{2} (?: :?[0-9]{2} )? )? )?""",
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
            # Bare digits might be anything; with the code of the country they are a telephone.
            is_bare = words[0][:1] == "0" and scheme[0].strip().lower().startswith("tel")
            yield f"tel: {' '.join(words)}" if is_bare else " ".join(words)


def title_of(titles: Sequence[etree._Element]) -> str | None:
    """The text of the first title of the page, not of a drawing in it, on one line; None without one."""
    title = next((it for it in titles if next(it.iterancestors("svg"), None) is None), None)
    text = " ".join(clean("".join(map(str, title.itertext()))).split()) if title is not None else ""
    return text or None


def linked_data(scripts: Iterable[etree._Element]) -> list[str]:
    """What the scripts say that hold data for search engines (JSON-LD)."""
    data = [it for it in scripts if it.get("type", "").strip().lower().startswith("application/ld+json")]
    return ["".join(map(str, script.itertext())) for script in data]


def dated(root: etree._Element, markup: bytes) -> list[etree._Element]:
    """The elements beside `meta` and `time` that may state a date: Drupal's `<span property="dc:date dc:created">`."""
    return cast("list[etree._Element]", _DATED(root)) if b"dc:date" in markup else []


def dates_of(elements: Iterable[etree._Element], data: Sequence[str]) -> dict[str, str]:
    """Publication and change as elements (`meta`, `time`, of `dated`) and `linked_data` state them, in ISO 8601.

    Other forms are left to the text. Of the data the page's own description comes first. What only its class or a
    `span` calls the publication (microformats, WordPress, Drupal) counts where all such elements agree: on a list of
    articles they do not.
    """
    dates: dict[str, str] = {}
    classed = set()
    for element in elements:
        said = _date_name(element)
        value = _iso_date(element.get("content") or element.get("datetime") or "")
        if not value:
            continue
        if said is not None and element.tag != "span":
            dates.setdefault(said, value)
        elif said == "published" or _is_classed(element):
            classed.add(value)
    for name, stated in _LINKED_DATE.findall("\n".join(data)):
        if value := _iso_date(stated):
            dates.setdefault(_DATE_NAMES[name.lower()], value)
    if len(classed) == 1:
        dates.setdefault("published", classed.pop())
    return dates


def _is_classed(element: etree._Element) -> bool:
    return element.tag == "time" and not _PUBLISHED.isdisjoint(element.get("class", "").split())


def _date_name(element: etree._Element) -> str | None:
    """Which date an element states, if any."""
    for key in ("property", "name", "itemprop"):
        for name in element.get(key, "").lower().split():
            if said := _DATE_NAMES.get(name):
                return said
    return "published" if element.tag == "time" and "pubdate" in element.attrib else None


def _iso_date(value: str) -> str | None:
    """An ISO 8601 date that exists, with a `T` before its time; None for all else.

    Sites without one write 0000-00-00, or the first or last of .NET.

    >>> _iso_date("2019-06-18 10:35:00"), _iso_date(" 2019-06 "), _iso_date("2019-02-30"), _iso_date("0001-01-01")
    ('2019-06-18T10:35:00', '2019-06', None, None)
    """
    found = _ISO_DATE.fullmatch(value.strip())
    if found is None or found["date"] in ("0001-01-01", "9999-12-31"):
        return None
    try:
        date.fromisoformat(found["date"] + "0000-01-01"[len(found["date"]) :])
    except ValueError:
        return None
    return f"{found['date']}T{found['time']}{found['zone'] or ''}" if found["time"] else found["date"]
