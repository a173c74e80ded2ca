r"""Money (парична сума): an amount with its currency.

The normal form is the amount with a dot, two decimals and the ISO code of the printed currency: `1500.00 BGN`. More
decimals are kept where they are printed (prices per unit). Found are figures with spaces, dots, commas or apostrophes
between the thousands, `хил.`, `млн.`, `млрд.`, sums written out (`двеста лева`), `лв.` together with `ст.`, stotinki
alone, the sign or code before the figure, and every figure of a range or list (`от 10 до 20 лв.`). Words beside the
figures are no second amount; `words_disagree` tells that they say another one. `eur` is the value of levs in euro at
the fixed rate, rounded half up; the printed currency stays.

Bare figures in the cells of a table whose column or row has the currency at its head (`Цена в лв.`) are sums as well,
and the prices at the ends of two or more lines below such a line (`Такси (лв.)`, then `Скица - 5,00`).

One mark with three digits after it is read as thousands (`1.200 лв.`), unless a unit follows (`1,872 лв./куб.м`) or
more than three digits stand before it (`1234,567`).

A minus is part of the amount (`-12.30 BGN`) where it stands right before the figure and can be no dash: alone in its
cell, behind a bracket or a preposition, behind what may be below nought (`салдо -80 лв.`, `сума: -80 лв.`), or is
written out. In `такса -80 лв.` and `сума -80 лв.` it is a dash.

Not supported: currencies other than the lev, the euro, the dollar, the pound and the Swiss franc; `няколко хиляди
лева`; a minus between the currency and its figure (`EUR -5`), amounts below nought in brackets.

Sources: the Law on the Introduction of the Euro (1 EUR = 1.95583 BGN), ISO 4217.

>>> normalise("1 200,50 лв."), normalise("10 eur"), normalise("10 lv.")
('1200.50 BGN', '10.00 EUR', '10.00 BGN')
>>> normalise("-12 500,30 лв.")
'-12500.30 BGN'
>>> parts("1500.00 BGN", "1500 лв.")
{'eur': '766.94'}
>>> validate("1500.00 BGN")
>>> normalise("много пари")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: много пари: an amount with its currency expected
>>> validate("1500 лв.")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: 1500 лв.: an amount with two decimals and a code such as BGN expected
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from govarchive.errors import InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.found_at import found_at
from govarchive.text.money.amounts import Amount, amounts

NAME = "money"
CHECKED = False

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?: (?! отпуска | внесена | платена ) (?:[а-я]{3,}(?:на|ска|[ое]ва)(?:та)?|общата?|[а-я]{2,6}\.)[ ] ){0,4}
    (?: цена | стойност | сума | такса | глоба | санкция | гаранция | вноска | помощ | субсидия | заплата
      | награда ) (?:та)?
  | (?: (?! внесен | платен ) [а-я]{3,}(?:ен|ният?|ския?)[ ] ){0,3} (?: наем | депозит | задатък | бюджет ) (?:а|ът)?
  | (?: [а-я]{3,}(?:но|ско)(?:то)?[ ] ){0,3} (?: възнаграждение | обезщетение ) (?:то)? | общо
  | (?: [а-я]{3,}(?:ни|ски)(?:те)?[ ] ){0,3} (?: разноски | разходи | глоби | лихви | санкции ) (?:те)?
    (?:[ ]по[ ]делото)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

DETAILS: dict[str, Any] = {
    "eur": {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$", "description": "levs in euro at the fixed rate"},
    "words_disagree": {"const": True, "description": "the words beside the figures say another amount"},
}

RATE = Decimal("1.95583")
"""Levs for one euro, fixed by law."""

# Fifteen digits are more than any sum has, and few enough to reckon with exactly.
_VALUE = re.compile(r"(?P<amount>-?[0-9]{1,15}\.[0-9]{2,6}) (?P<currency>[A-Z]{3})")
_PRINTED = {"BGN": "лв.", "EUR": "евро"}
_CENT = Decimal("0.01")
# Currencies as people type them into tables, in Latin letters of any case.
_TYPED = re.compile(
    r"""
    (?<![^\W\d_]) (?: (?P<BGN> bgn | lv\.? | lev[as]? ) | (?P<EUR> eur(?:os?)? ) | (?P<USD> usd ) | (?P<CHF> chf ) )
    (?![^\W\d_])
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find(text: str) -> Iterator[Span]:
    for it in amounts(text):
        yield Span(it.start, it.stop, it.rule)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    if _VALUE.fullmatch(raw):
        return raw
    it = _reading(raw, near)
    if it is None and re.fullmatch("-?[0-9][0-9 .,']*", raw):
        return None
    if it is None:
        raise InvalidFormat(f"{raw.strip()[:40]}: an amount with its currency expected")
    return f"{_two_decimals(it.value)} {it.currency}"


def validate(value: str) -> None:
    if not _VALUE.fullmatch(value):
        raise InvalidFormat(f"{value}: an amount with two decimals and a code such as BGN expected")


def display(value: str) -> str:
    """As printed in Bulgaria: `1 500,00 лв.`; with more than two decimals the normal form itself."""
    match = _VALUE.fullmatch(value)
    if match is None or len(match["amount"].partition(".")[2]) > 2:
        return value
    printed = f"{Decimal(match['amount']):,}".replace(",", " ").replace(".", ",")
    return f"{printed} {_PRINTED.get(match['currency'], match['currency'])}"


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    details: dict[str, Any] = {}
    match = _VALUE.fullmatch(value or "")
    if match and match["currency"] == "BGN":
        details["eur"] = _in_euro(match["amount"])
    it = _reading(raw, near)
    if it and it.words is not None and it.words not in (abs(it.value), abs(it.value) // 1):
        details["words_disagree"] = True
    return details


@lru_cache(maxsize=512)
def _in_euro(levs: str) -> str:
    return str((Decimal(levs) / RATE).quantize(_CENT, ROUND_HALF_UP))


def _reading(raw: str, near: Near) -> Amount | None:
    """The amount read on the page at this place, or in the raw value when there is no page."""
    if near.text:
        it: Amount | None = found_at(amounts, near.text).get(near.start)
        return it
    typed = _TYPED.sub(lambda it: str(it.lastgroup), raw.strip())
    found = amounts(typed)
    return found[0] if len(found) == 1 and found[0].stop - found[0].start == len(typed) else None


def _two_decimals(value: Decimal) -> str:
    """At least two decimals, and all that are printed."""
    exact = value.normalize()
    return f"{exact:f}" if -int(exact.as_tuple().exponent) > 2 else f"{value:.2f}"
