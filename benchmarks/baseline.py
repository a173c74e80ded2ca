"""What anyone would write for the same task in an afternoon: the yardstick of speed.py. Pinned: do not tune it.

BeautifulSoup for the text, a handful of regular expressions, dateparser, phonenumbers and schwifty, one JSON object a
record. Two ways with dates: `search` hands the page to `dateparser.search`; `parse`, several times faster, lets a
regular expression find the dates and `dateparser.parse` read them. People, institutions and places are found by
capitals and a few words, without roles, citation forms or checks; there are no labels, offsets of a folded text,
encodings to guess or archive.
"""

import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import phonenumbers
from bs4 import BeautifulSoup
from schwifty import IBAN

_MONTHS = "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември"
_DATE = re.compile(rf"\b\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b|\b\d{{1,2}} (?:{_MONTHS})(?: (?:19|20)\d\d)?", re.I)
_NAME = r"[А-Я][а-я]+"
_RULES = {
    "email": re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    "url": re.compile(r"\b(?:https?://|www\.)\S+"),
    "bic": re.compile(r"\b[A-Z]{4}BG[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b"),
    "eik": re.compile(r"\b\d{9}\b"),
    "egn": re.compile(r"\b\d{10}\b"),
    "hours": re.compile(r"\b\d{1,2}[:.]\d\d\s*(?:ч\.)?\s*(?:-|–|до)\s*\d{1,2}[:.]\d\d"),
    "person": re.compile(rf"\b{_NAME} (?:{_NAME} )?{_NAME}(?:ов|ова|ев|ева|ски|ска)\b"),
    "institution": re.compile(rf"\b(?:Община|Областна администрация|Министерство|Агенция|Комисия) (?:на )?{_NAME}"),
    "place": re.compile(rf"\b(?:гр|с)\. ?{_NAME}(?: {_NAME})?"),
}
_IBAN = re.compile(r"\bBG\d\d ?[A-Z]{4}(?: ?\d){14}\b")

Dates = Callable[[str], Iterator[tuple[str, str]]]


def text_of(html: bytes) -> str:
    """The visible text of a page."""
    return BeautifulSoup(html, "html.parser").get_text("\n")


def json_of(text: str, dates: Dates) -> list[str]:
    """The records of a text, one JSON object each."""
    found = [("date", raw, value) for raw, value in dates(text)]
    found += [(kind, raw, raw) for kind, rule in _RULES.items() for raw in rule.findall(text)]
    found += [
        ("phone", match.raw_string, phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
        for match in phonenumbers.PhoneNumberMatcher(text, "BG")
    ]
    for raw in _IBAN.findall(text):
        iban = IBAN(raw, allow_invalid=True)
        if iban.is_valid:
            found.append(("iban", raw, str(iban)))
    return [json.dumps({"kind": kind, "text": raw, "value": value}, ensure_ascii=False) for kind, raw, value in found]


def date_ways() -> dict[str, Dates]:
    """The two ways to find dates, by name. Raises ModuleNotFoundError when dateparser is not installed."""
    dateparser: Any = import_module("dateparser")
    search_dates: Any = import_module("dateparser.search").search_dates

    def parse(text: str) -> Iterator[tuple[str, str]]:
        for match in _DATE.finditer(text):
            day = dateparser.parse(match.group(), languages=["bg"], settings={"DATE_ORDER": "DMY"})
            if day:
                yield match.group(), day.date().isoformat()

    def search(text: str) -> Iterator[tuple[str, str]]:
        for raw, day in search_dates(text, languages=["bg"]) or ():
            yield raw, day.date().isoformat()

    return {"parse": parse, "search": search}
