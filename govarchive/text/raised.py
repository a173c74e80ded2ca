"""Raised digits: the minutes of hours, the coins of prices, marks of footnotes.

>>> coins(" ⁵⁰"), coins("¹"), coins("¹⁾"), coins(None), minutes("³⁰")
(Decimal('0.5'), Decimal('0'), Decimal('0'), Decimal('0'), 30)
"""

from decimal import Decimal

RAISED = "(?: [ ]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}⁾? )"
"""What may be raised behind a figure: its coins, or the mark of a footnote. For verbose regular expressions."""
MINUTES = r"(?: [⁰¹²³⁴⁵][⁰⁵] (?! [⁰¹²³⁴⁵⁶⁷⁸⁹] | [ ]?(?:лв|€|евро|eur|bgn) ) )"
"""Raised minutes behind an hour, in lower-case text; those of a price are none."""

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OF_COINS = 2


def coins(raised: str | None) -> Decimal:
    """What two raised digits behind a figure add to it; one, or with a bracket, is the mark of a footnote."""
    digits = (raised or "").strip()
    return Decimal(minutes(digits)) / 100 if len(digits) == _OF_COINS and digits[-1] != "⁾" else Decimal(0)


def minutes(digits: str) -> int:
    """The number that digits are, which may be raised."""
    return int(digits.translate(_PLAIN))
