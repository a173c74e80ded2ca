r"""Sums below nought: where a minus stands right before a figure, which no dash between a label and a sum is.

A dash before a figure is mostly one of a sentence or a list, typed without its blank (`такса -80 лв.`). It is a minus
where none of these can stand: alone in its cell, behind a bracket or a preposition, and behind what may be below
nought: `салдо -20 лв.`, with a colon also `сума: -20 лв.`; and where it is written out.

>>> for text in ("Наличност: -12 500,30 лв.", "салдо -20 лв.", "минус 5 лв.", "на билета -12,30 лв."):
...     at = next(it.start() for it in re.finditer("[0-9]", text))
...     print(signed_from(text, at, len(text)))
11
6
0
None
"""

import re

_SALDO = "салд[оа] | баланс | разлик[аи] | резултат | отклонени[ея] | сторно"
_CHANGE = "изменени[ея] | промян[аи] | корекци[яи]"
"""What may be below nought, but is also a service with a price: `Промяна на предназначение -80 лв.`."""
_TOTAL = """сум[аи] | общо | всичко | наличност | остатъ?[кц] | дефицит | излишъ?к | намалени[ея] | отстъпк[аи]
    | печалб[аи] | загуб[аи] | трансфер | ръст | спад"""
"""What may be below nought, too, but is mostly told with a dash before it where no colon stands."""
_REACH = 48
_OPENED = re.compile(
    rf"""
    (?: (?<![а-я]) (?: (?: {_SALDO} ) [^\n\t0-9:-]{{0,24}} | {_CHANGE} ) (?: :[ ]? | [ ] )
      | (?<![а-я]) (?: {_TOTAL} | {_CHANGE} ) [^\n\t0-9:]{{0,30}} :[ ]
      | \( | (?<![а-я]) (?: от | до | на | с | със | под | между ) [ ]
    ) \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CELL_ENDS = re.compile(r"[ ]?(?:[\n\t]|\Z)")
_IN_WORDS = re.compile(r"(?<![а-я])минус[ ]\Z", re.IGNORECASE)


def signed_from(text: str, start: int, stop: int) -> int | None:
    """Where the minus of the sum at `[start, stop)` stands; None where it has none."""
    if text[start - 1 : start] == "-":
        at = start - 1
        return at if _is_alone(text, at, stop) or _OPENED.search(text[max(0, at - _REACH) : at]) else None
    found = _IN_WORDS.search(text, max(0, start - 7), start)
    return found.start() if found else None


def _is_alone(text: str, at: int, stop: int) -> bool:
    """Whether nothing else is in the cell; at the beginning of a line without cells it would be the mark of an item."""
    before, after = text[max(0, at - 1) : at], _CELL_ENDS.match(text, stop)
    if after is None or before not in ("", "\n", "\t"):
        return False
    return before == "\t" or after.group()[-1:] == "\t" or (not before and after.end() == len(text))
