"""A sum whose currency stands in the label before it: `Стойност (в лв.): 12 345,67`.

>>> text = "Прогнозна стойност (в хил. лв.): 12 345"
>>> headed(text, text.index("лв."), text.index(")"))
(33, 39, Decimal('12345000'))
"""

import re
from decimal import Decimal

from govarchive.text.money.figures import FIGURE, SCALE, VAT, decimal, times

_LABEL = re.compile(rf"(?: [(/,][ ]? | [ (/]в[ ] ) (?: (?P<scale>{SCALE})\.?[ ]? )? \Z", re.VERBOSE)
_VALUE = re.compile(
    rf"""
    (?: [ ]? ,?[ ] {VAT} )? [ ]? [)/]? [ ]? : [ ]{{0,3}}
    (?P<minus>-)? (?P<figure>{FIGURE})
    (?! [.,:/-]?[0-9] | [ ]?(?: лв | лева | евро | € | % | бр | кв | дка | г | дни | мес | \() )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def headed(text: str, start: int, stop: int) -> tuple[int, int, Decimal] | None:
    """Where the figure stands behind a label with the currency at `[start, stop)`, and how much it is."""
    value = _VALUE.match(text, stop)
    label = _LABEL.search(text, max(0, start - 12), start) if value else None
    if value is None or label is None or _YEAR.fullmatch(value["figure"]):
        return None
    amount = times(decimal(value["figure"]), label["scale"])
    return (value.start("minus"), value.end("figure"), -amount) if value["minus"] else (*value.span("figure"), amount)
