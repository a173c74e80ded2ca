"""The coins printed behind a sum, which are one amount with it: `4 лв. и 19 ст.`, `два лева и половина`.

>>> coins_behind("4 лв. и 19 ст.", 5, "BGN"), coins_behind("12 лв. и 5 цента", 6, "BGN")
((14, Decimal('0.19')), None)
"""

import re
from decimal import Decimal

from govarchive.text import number_words
from govarchive.text.fold import lower

SENIOR_POSTS = (
    "инс | екс | спец | уч | треньор | преподав | асис | научен | н\\. | серж | лейт | полиц | счет | юриск | възпит"
)
"""What the posts begin with whose holders are senior ones: `ст. експерт`."""
_COINS = re.compile(
    r"""
    (?: [ ]?и[ ] | ,?[ ] | (?=[0-9]{1,2}[ ]?ст) )
    (?: (?P<figure>[0-9]{1,2}) | (?P<said>[А-Яа-я]{3,14}(?:[ ]и[ ][А-Яа-я]{3,7})?) )
    [ ]? (?P<coin> ст\. | [Сс]т(?![а-яА-Я.]) | стотинк[аи] | СТОТИНКИ | (?:евро)?цента?(?![а-я]) | ц(?:\.|(?![а-я])) )
    """,
    re.VERBOSE,
)
# два лева и половина
_HALF = re.compile(r"[ ]и[ ]половина (?=[ ]?(?:[.,;:)\n]|\Z))", re.VERBOSE)
_SENIOR = re.compile(rf"[ ] (?: {SENIOR_POSTS} )", re.VERBOSE)
_COINED = {"с": ("BGN", "EUR"), "е": ("EUR",), "ц": ("EUR", "USD")}
"""Of which currencies coins are, by the first letter of their name; the cents of the euro are stotinki too."""
# `възрастни 2 лв., 50 ст. за ученици`: a price of its own.
_OWN_PRICE = re.compile(r",[ ][0-9]{1,2}[ ]?ст(?:\.|отинк[аи])[ ]за[ ]")


def coins_behind(text: str, stop: int, currency: str) -> tuple[int, Decimal] | None:
    """Where the coins end behind a whole sum that ends at `stop`, and how much they are; None without any.

    A lev has no cents, a dollar no stotinki.
    """
    if half := _HALF.match(text, stop):
        return half.end(), Decimal("0.5")
    match = _COINS.match(text, stop)
    if match is None or currency not in _COINED[lower(match["coin"][0])] or _OWN_PRICE.match(text, stop):
        return None
    if match["coin"] == "ст." and _SENIOR.match(text, match.end()):
        return None
    coins = match["figure"] or number_words.read(match["said"])
    return None if coins is None else (match.end(), Decimal(coins) / 100)
