r"""What a page says for machines about whom it is of: schema.org in JSON-LD, microdata and RDFa.

Telephone, fax, e-mail, hours, address, number and name of organisations and of others that have one of these; labelled
lines, in order, of nothing but what stands in the mark-up. Broken JSON is read as far as it goes; brackets deeper than
any page needs and more than 500 statements are left out. Microdata that is drawn is part of the text already.

>>> data = '{"@type":"CityHall","name":"Община Русокастро","faxNumber":"056 841 235"}'
>>> [str(it) for it in stated(etree.HTML("<p>"), b"<p>", [data])]
['name: Община Русокастро', 'fax: 056 841 235']
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from itertools import chain, islice
from typing import Any, NamedTuple, cast

from lxml import etree

from govarchive.pages.text import clean

_MOST = 500
_LONGEST = 300
# As printed, but for the end of faxNumber.
_LABELS = {it.lower(): it for it in ("telephone", "email", "openingHours", "vatID", "taxID", "streetAddress")}
_LABELS |= {"faxnumber": "fax", "fax_number": "fax", "phone_number": "phone"}
_TELLING = frozenset(
    {"telephone", "faxNumber", "email", "openingHours", "openingHoursSpecification", "contactPoint", "jobTitle"}
)
_BODY = re.compile(
    r"""Organi[sz]ation | Office | CityHall | Courthouse | LegislativeBuilding | Embassy | School | Preschool
      | University | Hospital | Clinic | Library | Museum | LocalBusiness | FireStation | PoliceStation
      | AdministrativeArea""",
    re.VERBOSE,
)
_SCHEME = re.compile(r"(?:mailto|tel|fax):", re.IGNORECASE)
# <!-- ... -->, //<![CDATA[ ... //]]>, /*<![CDATA[*/ ... /*]]>*/ around the data
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?[ ]*(?:<!\[CDATA\[|\]\]>)(?:[ ]*\*/)?")
_BEHIND = re.compile(r"[\s;,]*")
# c:\docs: a backslash that begins nothing stands for itself.
_ESCAPE = re.compile(r'\\(?P<known>["\\/bfnrt]|u[0-9A-Fa-f]{4})?')
_DANGLING = re.compile(r",(?=\s*[\]}])")
_PAIR = re.compile(r'"(?P<name>telephone|faxNumber|email|openingHours|vatID)"\s*:\s*"(?P<value>[^"\\\n]{3,200})"')
_UNDRAWN = etree.XPath("//*[@itemprop or @property][@content or @datetime] | //data[@itemprop] | //link[@itemprop]")
_VALUES = ("content", "datetime", "value", "href")
_NAMING = (b"itemprop", b"schema", b"contact_data")
_DAY = re.compile(r"(?:.*/)?(?P<day>Mo|Tu|We|Th|Fr|Sa|Su)[a-z]{0,7}")
_TIME = re.compile(r"(?P<time>[0-2]?[0-9]:[0-5][0-9])(?::[0-9:.+Z-]*)?")
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)


class Statement(NamedTuple):
    """One thing that is said: under which name, and what."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


def stated(root: etree._Element, markup: bytes, data: Iterable[str]) -> list[Statement]:
    """What the page says for machines, each once; `root` is the tree of `markup`, `data` its JSON-LD."""
    found = chain.from_iterable(map(_in_json, data))
    if any(map(markup.__contains__, _NAMING)):  # to look through the tree takes longer
        found = chain(found, _in_elements(root))
    return list(dict.fromkeys(islice(found, _MOST)))


def _in_elements(root: etree._Element) -> Iterator[Statement]:
    for element in cast("list[etree._Element]", _UNDRAWN(root)):
        value = next(filter(None, map(element.get, _VALUES)), None)
        for said in (element.get("itemprop") or element.get("property") or "").lower().split():
            name = re.split("[:./]", said)[-1]
            if name in _LABELS:
                yield from _said(_LABELS[name], value)


def _in_json(text: str) -> Iterator[Statement]:
    text = _WRAPPING.sub("", text).strip()
    if text[:80].lstrip("[{ \n\t").startswith("&quot;"):
        text = unescape(text)
    try:
        data = _read(text)
    except RecursionError:
        return
    if data:
        yield from _in_data(data)
    else:
        for pair in _PAIR.finditer(text):
            yield from _said(_LABELS[pair["name"].lower()], pair["value"])


def _read(text: str) -> list[Any]:
    """The values one behind the other, as far as they are JSON or can be mended; none where the first cannot."""
    for attempt in (text, _ESCAPE.sub(lambda it: it[0] if it["known"] else r"\\", _DANGLING.sub("", text))):
        found: list[Any] = []
        at = 0
        with suppress(ValueError):
            while at < len(attempt) and len(found) < _MOST:
                value, stop = _DECODER.raw_decode(attempt, at)
                found.append(value)
                at = _BEHIND.match(attempt, stop).end()  # type: ignore[union-attr]
        if found:
            return found
    return []


def _in_data(data: Any) -> Iterator[Statement]:
    """What objects say, those inside others after them; without recursion, as data nests to any depth."""
    waiting = [data]
    while waiting:
        it = waiting.pop()
        if isinstance(it, dict):
            yield from _of_object({name.removeprefix("schema:"): value for name, value in it.items()})
            waiting += reversed([value for value in it.values() if isinstance(value, dict | list)])
        elif isinstance(it, list):
            waiting += reversed(it)


def _of_object(said: dict[str, Any]) -> Iterator[Statement]:
    if "streetAddress" in said:
        yield from _said("address", _address(said))
        return
    if _TELLING & said.keys() or _BODY.search(" ".join(_texts(said.get("@type")))):
        for name in ("name", "legalName"):
            title = next(_texts(said.get("jobTitle")), None)
            yield from _said(name, next((f"{it}, {title}" if title else it for it in _texts(said.get(name))), None))
    of = next(_texts(said.get("contactType")), None)
    for name, value in said.items():
        label = _LABELS.get(name.lower()) or ("address" if name == "address" and not isinstance(value, dict) else None)
        for text in _texts(value) if label else ():
            yield from _said(f"{of}, {label}" if of else str(label), text)
    if "opens" in said and "closes" in said:
        yield from _said("openingHours", _hours(said))


def _said(name: str, value: str | None) -> Iterator[Statement]:
    """The statement, if there is anything in it."""
    value = " ".join(clean(_SCHEME.sub("", unescape(value or ""), count=1)).split())
    if value and len(value) <= _LONGEST:
        yield Statement(name, value)


def _texts(value: Any) -> Iterator[str]:
    """The texts that one property holds: itself, or those of a list; an object may tell their language."""
    for inner in value if isinstance(value, list) else [value]:
        it = inner.get("@value") if isinstance(inner, dict) else inner
        if isinstance(it, str) and it.strip():
            yield it.strip()


def _address(said: dict[str, Any]) -> str:
    """Street, code and place on one line, as in Bulgaria; what the street tells already is not told twice."""
    street = ", ".join(_texts(said.get("streetAddress")))
    parts = [next(_texts(said.get(name)), "") for name in ("postalCode", "addressLocality")]
    rest = " ".join(part for part in parts if part and part not in street)
    return f"{street}, {rest}" if street and rest else street or rest


def _hours(said: dict[str, Any]) -> str | None:
    """The hours of an `OpeningHoursSpecification` in the notation of `openingHours`; None where a part is missing."""
    days = [_DAY.fullmatch(day) for day in _texts(said.get("dayOfWeek"))]
    times = [_TIME.fullmatch(next(_texts(said[name]), "")) for name in ("opens", "closes")]
    if not days or not all(days) or not all(times):
        return None
    return f"{','.join(it['day'] for it in days if it)} {'-'.join(it['time'] for it in times if it)}"
