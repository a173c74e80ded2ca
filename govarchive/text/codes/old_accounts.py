r"""Account numbers from before IBAN, as Bulgarian banks used until 5 June 2006: ten digits, and the code of the bank.

Ten digits look like anything, so they count only where the page calls them an account (`банкова сметка`, `БИН`), or a
`сметка` with the eight digits of a bank beside it.

>>> text = "сметка: 501 100 3242, б.к. 300 75 123"
>>> [text[start:stop] for start, stop in old_accounts(text)], bank_code(text, 8, 20)
(['501 100 3242'], '30075123')
>>> list(old_accounts("по сметка № 5011003242"))
[]
"""

import re
from collections.abc import Iterator

from govarchive.text.glance import around_long_numbers, long_numbers
from govarchive.text.needles import holds

_HINTS = ("сметк", "с/ка", "с-ка", "бин")
# No telephone: it does not begin with zero.
_TEN = re.compile(r"[1-9](?:[ -]?[0-9]){9}(?![0-9]|[ ./-][0-9]|-[0-9])")
_NAMED = re.compile(
    r"""
    (?<![^\W\d_]) (?:
      (?P<sure> (?-i:БИН) | (?:№|номер)\ на\ (?:банкова(?:та)?\ )?сметка(?:та)?
        | (?:банков|бюджетн|набирателн|разплащателн|приходн|депозитн|извънбюджетн|транзитн)[аи](?:та)?
          \ сметк[аи](?:та)? )
      | сметк[аи](?:та)? | с[/-]ка )
    (?: [\s:.№(/-] | номер )* \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BANK_CODE = re.compile(
    r"""
    (?<![^\W\d_]) (?: банков(?:ия|ият)?\ код | код(?:а|ът)?\ на\ банката | б\.?\ ?(?:к\.|код) | БАЕ )
    [\s:№.(-]{0,6} ([0-9]{3} [ ]? [0-9]{2} [ ]? [0-9]{3}) (?![0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REACH = 80


def old_accounts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the account numbers of a folded page, in order."""
    if not holds(around_long_numbers(text), _HINTS):
        return
    for begin, _ in long_numbers(text):
        number = _TEN.match(text, begin)
        name = _NAMED.search(text, max(0, begin - _REACH), begin) if number else None
        if number and name and (name["sure"] or bank_code(text, *number.span())):
            yield number.span()


def bank_code(text: str, start: int, stop: int) -> str | None:
    """The eight digits of the bank printed behind a number, else before it; None without any."""
    found = _BANK_CODE.search(text, stop, stop + _REACH) or _BANK_CODE.search(text, max(0, start - _REACH), start)
    return found[1].replace(" ", "") if found else None
