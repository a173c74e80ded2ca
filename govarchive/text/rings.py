"""Noughts typed as small rings behind an hour or a price: `8°° - 17ºº ч.`, `8³°`.

They are read as the raised or plain digits that they stand for, and so are raised minutes behind a mark, `8.³⁰ ч.`
A ring alone is a degree.

>>> ringed("8°° - 17ºº ч., 9³° ч., при 20°"), ringed("от 8.°° до 12.°° ч.")
('8⁰⁰ - 17⁰⁰ ч., 9³⁰ ч., при 20°', 'от 8.00 до 12.00 ч.')
>>> ringed("от 8.³⁰ до 17:⁰⁰ ч., до 2018.¹⁰ През")
'от 8.30 до 17:00 ч., до 2018.¹⁰ През'
"""

import re

from govarchive.text.needles import holds

_RINGS = "°º˚ᵒ"
_RINGED = re.compile(rf"[{_RINGS}] (?: (?<=[0-9.:,].) [{_RINGS}] (?![{_RINGS}]) | (?<=[¹²³⁴⁵].) )", re.VERBOSE)
_RAISED = re.compile(r"(?<=[0-9][.:])[⁰¹²³⁴⁵][⁰⁵](?=[ ]?(?:ч|-|до ))")
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵", "012345")


def ringed(text: str) -> str:
    """A folded text with digits for such rings; offsets stay."""
    if holds(text, _RINGS):
        text = _RINGED.sub(lambda it: ("⁰" if it.string[it.start() - 1] not in ".:," else "0") * len(it[0]), text)
    return _RAISED.sub(lambda it: it[0].translate(_TO_DIGITS), text) if "⁰" in text else text
