"""A sum said once more in words, beside its figures: `3,26 лв. (три лева и двадесет и шест стотинки)`.

>>> repeated("такса 20 лв. (двадесет лева) месечно", 12)
(Decimal('20'), 28)
>>> in_words("петдесет стотинки"), in_words("в брой")
(Decimal('0.5'), None)
"""

import re
from decimal import Decimal

from govarchive.text import number_words
from govarchive.text.fold import lower
from govarchive.text.money.figures import FIRST, REST, VAT, decimal

_REPEATED = re.compile(
    rf"""
    (?: ,?[ ]{VAT} )? [ \n]{{0,2}} [,-]? [ ]?
    (?: [(/] [ ]? (?: [Сс]ловом[ :-]{{1,3}} )?
        (?P<said>[А-Яа-я] (?: [^()/\n] | (?<!\n)\n ){{2,160}}?) [ ]? [)/]                  # (двеста лева)
      | (?: [Сс]ловом | [Сс][ ]думи ) [ :-]{{1,3}} (?P<free>[А-Яа-я -]{{3,120}}) )            # словом: двеста лева
    """,
    re.VERBOSE,
)
_IN_WORDS = re.compile(
    r"""
    (?P<whole>[а-я ,-]{3,120}?) [ ]* (?: \Z | (?: лв\b\.? | лева?\b | евро\b )
    (?: [ ]? (?:и|,) [ ] (?P<coins> [0-9]{1,2}(?![0-9,.]) | [а-я]{3,14}(?:[ ]и[ ][а-я]{3,7})? )
      [ ]? (?: ст\b | стотинк | \Z | евроцент | цент ) )? )
    """,
    re.VERBOSE,
)
_OPENS = re.compile(rf"{FIRST} (?P<rest>{REST}) [ \n]{{0,2}} [(/] [ ]? (?: [Сс]ловом[ :-]{{1,3}} )? \Z", re.VERBOSE)
_CLOSES = re.compile(r"[ ]?[)/] (?: [ ]?(?: лв\.? | лева | евро ) (?![а-я]) )?", re.VERBOSE)
_COINS_IN_WORDS = re.compile(r"(?P<coins>[а-я -]{3,40}?) [ ] (?: ст\b | стотинк[аи] | (?:евро)?цента? )", re.VERBOSE)


_MILLION, _MILLIONS = Decimal(10) ** 6, re.compile(r"мили(?:он|ард)а?[ ]и[ ]\Z")


def repeated(text: str, stop: int) -> tuple[Decimal | None, int]:
    """What the words after a sum that ends at `stop` say, and where they end: they are no second sum."""
    match = _REPEATED.match(text, stop)
    words = in_words(match["said"] or match["free"]) if match else None
    return (None, stop) if match is None or words is None else (words, match.end())


def with_figure(text: str, floor: int, start: int, stop: int, value: Decimal) -> tuple[int, int]:
    """Where a sum in words at `[start, stop)` begins and ends together with the same in bare figures before it.

    >>> with_figure("за 3.20 / три лева и двадесет стотинки/ на кошница", 0, 10, 38, Decimal("3.20"))
    (3, 39)
    """
    closes, opens = _CLOSES.match(text, stop), _OPENS.search(text, max(floor, start - 40), start)
    if closes is None or opens is None or decimal(text[opens.start() : opens.end("rest")]) != value:
        return start, stop
    return opens.start(), closes.end()


def with_millions(text: str, floor: int, start: int, value: Decimal) -> tuple[int, Decimal]:
    """Where a sum in figures begins, and how much it is, with the millions in words before it.

    >>> with_millions("за един милион и 200 хиляди лева", 0, 17, Decimal(200000))
    (3, Decimal('1200000'))
    """
    if not 1000 <= value < _MILLION or _MILLIONS.search(text, max(floor, start - 12), start) is None:
        return start, value
    begins = max(floor, number_words.start_before(text, start - len(" и ")))
    millions = number_words.read(text[begins : start - len(" и ")])
    return (start, value) if millions is None else (begins, value + millions)


def in_words(said: str) -> Decimal | None:
    """The sum that words with their currency say, None for other words."""
    printed = lower(said).replace("\n", " ").removeprefix("минус ")
    match = _IN_WORDS.match(printed)
    whole = number_words.read(match["whole"]) if match else None
    if match is None or whole is None:
        match = _COINS_IN_WORDS.match(printed)
        cents = number_words.read(match["coins"]) if match else None
        return None if cents is None else Decimal(cents) / 100
    coins = match["coins"] or "0"
    cents = int(coins) if coins.isdigit() else number_words.read(coins)
    return None if cents is None else whole + Decimal(cents) / 100
