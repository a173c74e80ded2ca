"""The length and the structure of the IBAN of each country, as registered, and what it looks like in print.

>>> registry()["BG"]
(22, '4!a4!n2!n8!c')
>>> bool(as_printed("BG").match("ВG 80 ВNВG 9661 10 20345678")), bool(strict("BG").fullmatch("BG80BNBG96611020345678"))
(True, True)
"""

import re
from functools import cache

from govarchive.data import table
from govarchive.text.fold import CYRILLIC_LIKE

ALIKE = "".join(letter for letter in CYRILLIC_LIKE if letter.isupper())
"""Capital Cyrillic letters that are drawn like Latin ones; the small ones are ordinary words (`с`, `а`) here."""
_STRICT = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}
_CLASSES = {"n": "[0-9]", "a": f"[A-Za-z{ALIKE}]", "c": f"[0-9A-Za-z{ALIKE}]"}
_GAP = r"[ \t\n./_-]{0,4}+"
_ELEMENT = re.compile(r"([0-9]+)!([nac])")


@cache
def registry() -> dict[str, tuple[int, str]]:
    """By country."""
    return {row["country"]: (int(row["length"]), row["structure"]) for row in table("generated_ibans")}


@cache
def as_printed(country: str) -> re.Pattern[str]:
    """The country's IBAN as printed: its structure with a gap allowed after every character."""
    letters = f"[BbВ]{_GAP}[Gg]" if country == "BG" else country
    return re.compile(f"{letters}(?:{_GAP}[0-9]){{2}}{_body(country, _CLASSES, _GAP)}")


@cache
def strict(country: str) -> re.Pattern[str]:
    """The country's IBAN as a normal form."""
    return re.compile(f"{country}[0-9]{{2}}{_body(country, _STRICT)}")


def _body(country: str, classes: dict[str, str], gap: str = "") -> str:
    elements = _ELEMENT.findall(registry()[country][1])
    return "".join(f"(?:{gap}{classes[kind]}){{{length}}}" for length, kind in elements)
