"""Figures of sums as printed, with their thousands and decimals, and the words and letters that scale them.

The constants in capitals are fragments of verbose regular expressions for folded text.

>>> decimal("1.200,50"), decimal("1.200"), decimal("0,425"), decimal("1,872", whole=False)
(Decimal('1200.50'), Decimal('1200'), Decimal('0.425'), Decimal('1.872'))
"""

import re
from decimal import Decimal

from govarchive.text import number_words
from govarchive.text.fold import lower

# Five groups of three at most: what is longer is a row of figures, and no sum.
FIGURE = r"""(?:
    [0-9]{1,3} (?: [ '][0-9]{3} ){1,5} (?![0-9]) (?: [.,][0-9]{1,6} (?![0-9]) )?   # 1 200,50
  | [0-9]{1,3} (?: \.[0-9]{3} ){1,5} (?![0-9]) (?: ,[0-9]{1,2} )?                  # 1.200,50
  | [0-9]{1,3} (?: ,[0-9]{3} ){1,5} (?![0-9]) (?: \.[0-9]{1,2} )?                  # 1,200.50
  | [0-9]{1,12} (?: [.,][0-9]{1,6} )?                                          # 1200,50 and 0,0425
)"""
REST = FIGURE.replace("[0-9]{1,3} (", "[0-9]{0,2} (").replace("[0-9]{1,12}", "[0-9]{0,11}")
"""A figure without its first digit."""
# Looked for by the digit itself, which costs far less than looking for what no digit stands before.
FIRST = "[0-9] (?<![0-9][0-9]) (?<![0-9][.,:/][0-9])"
ALONE = r"(?<![0-9]) (?<![0-9][.,:/])"
SCALE = r"""(?:
    млн | МЛН | мил(?=\.) | милиона? | МИЛИОНА? | мл?рд | МЛРД | милиарда? | МИЛИАРДА? | хил(?:яди)? | ХИЛ(?:ЯДИ)?
)"""
SCALE_WORD = re.compile(SCALE, re.VERBOSE)
LETTER = "[кКkKМM]"
"""Thousands and millions in one letter, glued to the figure: `$10К`, `2,5М €`."""
_LETTERS = {"к": "хил", "k": "хил", "м": "млн", "m": "млн"}
VAT = r"(?: с | без ) [ ] (?: включено?[ ] | начислено?[ ] | вкл\.[ ]? )? ДДС"
_UNIT = r"(?: куб | м3 | м2 | м³ | kWh | кВт | киловат | MWh | литър | л\b | кг | килогр )"
_PER_UNIT = re.compile(
    rf"""[ ]? (?: ,?[ ]? [(]? {VAT} [)]? [ ]? )?        # , без ДДС
    (?: / (?:[ ]?1[ ])? | (?:за|на)[ ](?:1[ ]?|един[ ])? ) [ ]? {_UNIT}""",
    re.VERBOSE,
)
# Цена на 1 куб. м вода: 1,872 лв.
_UNIT_BEFORE = re.compile(
    rf"(?<![а-я]) (?:за|на)[ ] (?: 1[ ]? | един[ ] | (?!л\.) ) {_UNIT} [^\n\t0-9;]{{0,40}} \Z",  # за л. с увреждания
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_THOUSANDTHS = re.compile(r"(?<![0-9.,]) 0,[0-9]{3} [ ]? (?: лв | лев | евро | € )", re.VERBOSE)
_CLOSE, _NEAR, _HALF = 120, 60, Decimal("0.5")
# 12 345. 67 and 12 345 ,67: a blank beside the mark, which only after thousands or before 00 is no list of two.
_TORN = re.compile(
    rf"{FIRST} [0-9]{{0,8}} (?P<thousands> (?: [ .][0-9]{{3}} ){{1,4}} )? (?P<mark> [ ][.,] | [.,][ ] ) \Z", re.X
)

# 163, 2 млн. and 100 ,6 млн.; but a year before a comma is one
_TORN_MILLIONS = re.compile(rf"{FIRST} [0-9]{{0,3}} (?: [ ], | ,[ ] ) \Z", re.X)
_YEAR = re.compile("(?:19|20)[0-9]{2},")

# ,50 as spreadsheets print what is less than one
_HEADLESS = re.compile(r"(?:\A|[\s(:])[.,]\Z")


def decimal(figure: str, whole: bool = True) -> Decimal:
    """A printed figure as a number; three digits after its only mark are thousands where it may be `whole`.

    >>> decimal("1.234"), decimal("1234,567"), decimal("1 234,567")
    (Decimal('1234'), Decimal('1234.567'), Decimal('1234.567'))
    """
    plain = figure.replace(" ", "").replace("'", "").replace(",", ".")
    head, _, tail = plain.rpartition(".")
    if not head:
        return Decimal("0" + plain if plain.startswith(".") else plain)
    mixed = "," in figure and "." in figure
    if not mixed and _THOUSANDS.fullmatch(figure) and (whole or plain.count(".") > 1):
        return Decimal(plain.replace(".", ""))
    return Decimal(head.replace(".", "") + "." + tail)


def has_thousandths(text: str, start: int, stop: int, behind: int) -> bool:
    """Whether the three last digits of a figure whose currency ends at `behind` are decimals, as in prices of a unit.

    A unit says so, or another price close by that only decimals can be: `Доставка 1,524 лв., отвеждане 0,280 лв.`

    >>> has_thousandths("1,524 лв./куб.м", 0, 5, 9), has_thousandths("1,524 лв.", 0, 5, 9)
    (True, False)
    >>> text = "Цена на кубик вода: 1,524 лв."
    >>> has_thousandths(text, 20, 25, len(text))
    True
    """
    if _PER_UNIT.match(text, behind):
        return True
    if stop - start > len("12,345") or "," not in text[start:stop]:
        return False
    if _UNIT_BEFORE.search(text, max(0, start - _NEAR), start):
        return True
    return _THOUSANDTHS.search(text, max(0, start - _CLOSE), behind + _CLOSE) is not None


def times(value: Decimal, scale: str | None) -> Decimal:
    """The number with the word or letter behind it: `2,5 млн`.

    >>> times(Decimal("2.5"), "млн"), times(Decimal("10"), "К")
    (Decimal('2500000.0'), Decimal('10000'))
    """
    if not scale:
        return value
    word = lower(scale)
    return value * (number_words.scale(_LETTERS.get(word, word)) or 1)


def more(found: re.Match[str], scale: str | None) -> Decimal:
    """What the groups `half`, or `more` and `smaller`, add to a sum: `2 милиона и половина`, `2 млн. и 300 хил.`."""
    if found["half"]:
        return times(_HALF, scale)
    return times(decimal(found["more"]), found["smaller"]) if found["more"] else Decimal(0)


def torn_from(text: str, floor: int, at: int, decimals: str, scale: str | None = None) -> int | None:
    """Where a figure begins whose two `decimals` at `at` a blank tears off, or that has no others; None if none is.

    Of millions one is enough.

    >>> torn_from("12 345. 67 лв.", 0, 8, "67"), torn_from("по 10, 20 лв.", 0, 7, "20")
    (0, None)
    >>> torn_from("Цена: ,50 лв.", 0, 7, "50")
    6
    >>> torn_from("163, 2 млн. лв.", 0, 5, "2", "млн"), torn_from("за 2018, 2 млн. лв.", 0, 9, "2", "млн")
    (0, None)
    """
    if scale and len(decimals) <= 2 and (millions := _TORN_MILLIONS.search(text, max(floor, at - 6), at)):
        return None if _YEAR.match(millions.group()) else millions.start()
    if len(decimals) != 2:
        return None
    match = _TORN.search(text, max(floor, at - 24), at)
    if match is None:
        return at - 1 if _HEADLESS.search(text, max(floor, at - 2), at) else None
    return match.start() if match["thousands"] or match["mark"][0] == " " or decimals == "00" else None
