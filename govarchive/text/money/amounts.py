"""Sums of money as printed: where they stand in a folded text, how much, and in which currency.

A currency is looked for first, its figure before it (or after it, for signs and codes), then figures that share it
(`от 10 до 20 лв.`), then the same sum in words.

>>> [(it.value, it.currency) for it in amounts("от 10 до 20 лв. или 1 200,50 евро")]
[(Decimal('10'), 'BGN'), (Decimal('20'), 'BGN'), (Decimal('1200.50'), 'EUR')]
>>> amounts("такса 3,26 лв. (три лева и двадесет и шест стотинки)")[0].words
Decimal('3.26')
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govarchive.text import noughts, number_words
from govarchive.text.money.below_nought import signed_from
from govarchive.text.money.coins_behind import SENIOR_POSTS, coins_behind
from govarchive.text.money.columns import below
from govarchive.text.money.currency_signs import Sign, signs_in
from govarchive.text.money.figures import (
    ALONE,
    FIGURE,
    FIRST,
    LETTER,
    REST,
    SCALE,
    SCALE_WORD,
    VAT,
    decimal,
    has_thousandths,
    more,
    times,
    torn_from,
)
from govarchive.text.money.headed_amounts import headed
from govarchive.text.money.rows import along
from govarchive.text.money.said_amounts import in_words, repeated, with_figure, with_millions
from govarchive.text.raised import RAISED, coins


class Amount(NamedTuple):
    """One sum at `[start, stop)`; `words` is the sum the words beside the figures say, None without any."""

    start: int
    stop: int
    rule: str
    value: Decimal
    currency: str
    words: Decimal | None = None


_COINS = {"coins": "BGN", "cents": "EUR"}
"""Of which currency the coins are."""
_RATES = (Decimal("1.95583"), Decimal("0.511292"))
"""Levs to the euro and euros to the lev, by law: printed beside sums, and none themselves."""
# 1 EUR = 1.95583 BGN, 1 USD 1.7412; USD 1.7412
_RATE_BEHIND, _IS_RATE = re.compile(r"[ ]{0,2}=|[ ]?:?[ ][0-9]{1,3}[.,][0-9]{4}"), re.compile(r"[.,][0-9]{4}")
_RATE_BEFORE = re.compile(r"1[.,]95583[ ](?:лв\.?|лева|BGN)[ ]за[ ]\Z")
_BEYOND = Decimal(10) ** 15
"""No sum is as high as this, whatever a page prints."""
_SAID = r"(?: [(/][ ]?(?P<said>[^()/\n0-9]{2,160}?(?:[0-9]{2}[ ]?ст\.?)?)[ ]?[)/] )"
_BEFORE = re.compile(
    rf"""
    {FIRST} (?P<rest>{REST}) (?P<raised>{RAISED})? (?: [.,]?[-=]{{1,2}} )?         # 30,-
    (?: [ \n]{{0,2}} {_SAID} )?                                    # (двеста)
    (?: [ \n]{{0,2}} (?P<scale>{SCALE})\.?
        (?: [ ](?:и[ ])? (?P<more>{FIGURE})[ ](?P<smaller>{SCALE})\.? | (?P<half>[ ]и[ ]половина) )? # 2 млн. и 300 хил.
      | (?P<letter>{LETTER}) )?
    (?P<closed> (?<=[0-9]) \) )?                                      # (3 916 548) лв.
    [ \n\t]{{0,2}} (?: (?: щатски | американски | швейцарски | британски | български
      | златни | сребърни | стари | нови | тогавашни | неденоминирани ) [ ] )?
    (?: [ \n]{{0,9}} [Вв]алута[ ]?:[ ]{{0,3}} )? \Z                     # 151583.33   Валута: BGN
    """,
    re.VERBOSE,
)
_AFTER = re.compile(
    rf"""[ ]? (?P<figure>{FIGURE}) (?![.,:/]?[0-9]) (?P<raised>{RAISED})?
    (?: [ ]? (?P<scale>{SCALE})\.? | (?P<letter>{LETTER}) (?![A-Za-zА-Яа-я]) )?""",
    re.VERBOSE,
)
# `лв. 150`: what makes the sign begin a sum, and what ends it there.
_LEADING = re.compile(
    r"""(?: \A | [\n\t:(] | (?i: цена | сума | такса | стойност | размер | глоба | наем | депозит | общо ) [а-я]{0,3}
      (?: [ ]на )? ) [ ]{0,2} \Z""",
    re.VERBOSE,
)
_YEAR_OR_MORE = re.compile(
    r"[ ]? (?: (?:19|20)[0-9]{2} (?![0-9]) | [0-9 .,']{1,20}+ (?<![.,][ ]) (?! [\n\t;)(] | \Z ) )", re.VERBOSE
)
# `20.00 (двадесет лева и 00 ст.) лв.`: words between a figure and its currency.
_FIGURES = frozenset("0123456789")
_FIGURE_OPENS = re.compile(r"[0-9] [ ]?[-=]{0,2} [ \n]{0,2} [(/] [^()/\n]{0,120} \Z", re.VERBOSE)
_SIGN_CLOSES = re.compile(
    r"(?: [ ]?(?:и|,)[ ] [0-9]{2}[ ]?ст\. )? [ ]? [)/] [ \n]{0,2} (?i: лв | лев | евро | EUR | BGN | € )", re.VERBOSE
)
_SHARING = re.compile(
    rf"""
    {FIRST} (?P<rest>{REST}) (?P<raised>{RAISED})? (?: [ ]? (?P<scale>{SCALE})\.? )?
    (?P<link> [-÷] | [ ]-[ ] | [ ]÷[ ] | [ ](?:до|и|или)[ ] | , [ ]? | [ ]до[ ]не[ ]повече[ ]от[ ] ) \Z
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"\b (?i: от | между | до | цена | такса | глоба | размер ) :?[ ] \Z", re.VERBOSE)
_LINKS = ("-", "÷", ",", "до", "и", "от")
# Printed as sums are, so that a spaced dash before such another is no dash of a sentence: 20 000 - 30 000, 1,5 - 2,5.
_SHAPED = re.compile(r"[0-9][ '.][0-9]{3}(?![0-9]) | [0-9],[0-9]", re.VERBOSE)
_NO_SUM = re.compile(r"(?<![а-я]) (?: чл | ал | т | § | № | точк[аи] | бр | стр | г | ч ) [. ]{0,2} \Z", re.VERBOSE)
# What stands between a sum and the same in words: `лв. (без ДДС) - `, `лв. годишно /`
_AGAIN = re.compile(
    rf"(?: [ ,]{{0,2}} [(/]? [ ]? {VAT} [)/]? )? [ ,\n-]{{0,4}} | [^0-9\n;]{{0,40}} [(/][ ]?", re.VERBOSE
)
_COUNTRY = re.compile(r"(?: щатски | американски | швейцарски | британски | български )[ ]\Z", re.VERBOSE)
# `ст.` is mostly somebody senior or a room.
_ENDS_AS_FIGURE = re.compile(r"[0-9)][ ]?\Z")
_COINS_BEFORE = re.compile(rf"{ALONE} (?P<figure>[0-9]{{1,2}}) (?: [ ]? \( [А-Яа-я ]{{3,30}} \) )? [ ]? \Z", re.VERBOSE)
_NO_COINS = re.compile(rf"[ ]? (?: [0-9№А-Я] | ст\. | {SENIOR_POSTS} )", re.VERBOSE)


@lru_cache(maxsize=2)
def amounts(text: str) -> tuple[Amount, ...]:
    """Every sum of a folded text in order of position, none across another."""
    text = noughts.in_sums(text)
    found: list[Amount] = []
    floor = 0
    signs = signs_in(text)
    for sign in signs:
        if sign.start < floor:
            continue
        it = _coins(text, sign, floor) if sign.code in _COINS else _sum(text, sign, floor)
        if it is None or it.value >= _BEYOND or _is_no_sum(text, it, floor):
            continue
        it = _signed(text, _with_coins(text, it))
        found += _sharing(text, it, floor)
        if it.rule == "words":
            start, stop = with_figure(text, floor, it.start, it.stop, it.value)
            it = it._replace(start=start, stop=stop)
        if found and _says_again(text, found[-1], it):
            floor = it.stop
            continue
        words, floor = repeated(text, it.stop)
        found.append(it if words is None else it._replace(words=words))
    return tuple(_with_headed(text, signs, found) if signs else found)


def _with_headed(text: str, signs: list[Sign], found: list[Amount]) -> list[Amount]:
    """The sums found with the bare figures of columns, rows and lists whose head names a currency, but those read."""
    cells = [Amount(it.start, it.stop, "column", it.value, it.code) for it in below(text, signs)]
    cells += [Amount(it.start, it.stop, "headed", it.value, it.code) for it in along(text, signs)]
    if not cells:
        return found
    both: list[Amount] = []
    for it in sorted([*found, *cells], key=lambda it: (it.start, -it.stop)):
        if not both or both[-1].stop <= it.start:
            both.append(it)
    return both


def _sum(text: str, sign: Sign, floor: int) -> Amount | None:
    found = _figure_before(text, sign, floor) or _figure_after(text, sign) or _written(text, sign, floor)
    if found is None and (behind := headed(text, sign.start, sign.stop)):
        start, stop, value = behind
        return Amount(start, stop, "headed", value, sign.code)
    return found


def _figure_before(text: str, sign: Sign, floor: int) -> Amount | None:
    bracket = text[max(0, sign.start - 2) : sign.start].strip()[-1:] in (")", "/")
    match = _BEFORE.search(text, max(floor, sign.start - (200 if bracket else 60)), sign.start)
    if match is None:
        return None
    scale, start, stop = match["scale"] or match["letter"], match.start(), match.end("rest")
    if match["closed"] and (text[start - 1 : start] != "(" or stop - start < len("1 000")):
        return None
    whole = scale is None and not has_thousandths(text, start, stop, sign.stop)
    torn = torn_from(text, floor, start, text[start:stop], match["scale"])
    if torn is not None and not _NO_SUM.search(text, max(0, torn - 8), torn):
        start = torn
    value = times(decimal(text[start:stop], whole) + coins(match["raised"]), scale)
    # BGN '000 at the head of a column
    if text[start:stop] == "000":
        return None
    if value in _RATES or (value == 1 and _RATE_BEHIND.match(text, sign.stop)):
        return None
    value += more(match, scale)
    start, value = with_millions(text, floor, start, value)
    words = in_words(match["said"]) if match["said"] else None
    if words is not None and words < 1000:
        words = times(words, scale)
    return Amount(start - bool(match["closed"]), sign.stop, "figure", value, sign.code, words)


def _figure_after(text: str, sign: Sign) -> Amount | None:
    if text[sign.start] not in "€$£BEUGCлЛ" or (text[sign.start] in "лЛ" and not _is_leading(text, sign)):
        return None
    match = _AFTER.match(text, sign.stop)
    if match is None:
        return None
    scale = match["scale"] or match["letter"]
    whole = scale is None and not has_thousandths(text, *match.span("figure"), match.end())
    value = times(decimal(match["figure"], whole) + coins(match["raised"]), scale)
    if value in _RATES or match["figure"] == "000" or (scale is None and _IS_RATE.search(match["figure"])):
        return None
    return Amount(sign.start, match.end(), "currency_first", value, sign.code)


def _is_leading(text: str, sign: Sign) -> bool:
    """Whether `лв.` stands before its figure, which no word follows: `Цена: лв. 150`."""
    if text[sign.start + 1] not in "вВ" or text[sign.stop : sign.stop + 2].strip()[:1] not in _FIGURES:
        return False
    if _YEAR_OR_MORE.match(text, sign.stop):
        return False
    return _LEADING.search(text, max(0, sign.start - 17), sign.start) is not None


def _written(text: str, sign: Sign, floor: int) -> Amount | None:
    if text[sign.start - 1 : sign.start] not in (" ", "\n", "."):
        return None
    country = _COUNTRY.search(text, max(floor, sign.start - 13), sign.start)
    stop = country.start() if country else sign.start
    start = max(floor, number_words.start_before(text, stop))
    value = number_words.read(text[start:stop])
    return None if value is None else Amount(start, sign.stop, "words", Decimal(value), sign.code)


def _coins(text: str, sign: Sign, floor: int) -> Amount | None:
    """Stotinki or cents that stand alone."""
    if not _ENDS_AS_FIGURE.search(text, max(floor, sign.start - 2), sign.start):
        it = _written(text, sign, floor) if sign.stop - sign.start > len("ст.") else None
        return it and it._replace(value=it.value / 100, currency=_COINS[sign.code])
    match = _COINS_BEFORE.search(text, max(floor, sign.start - 40), sign.start)
    if match is None or (text[sign.stop - 1] == "." and _NO_COINS.match(text, sign.stop)):
        return None
    return Amount(match.start(), sign.stop, "coins", Decimal(match["figure"]) / 100, _COINS[sign.code])


def _is_no_sum(text: str, it: Amount, floor: int) -> bool:
    """Whether words stand between a figure and its currency, or an euro behind its rate: `1,95583 лв. за едно евро`."""
    if it.value == 1 and _RATE_BEFORE.search(text, max(0, it.start - 20), it.start):
        return True
    if it.rule not in ("words", "coins") or _SIGN_CLOSES.match(text, it.stop) is None:
        return False
    return _FIGURE_OPENS.search(text, max(floor, it.start - 130), it.start) is not None


def _sharing(text: str, last: Amount, floor: int) -> list[Amount]:
    """The figures before a sum that share its currency: a range or a list closed by `и`."""
    found: list[Amount] = []
    if last.rule != "figure" or not text[max(floor, last.start - 4) : last.start].rstrip().endswith(_LINKS):
        return found
    scale = SCALE_WORD.search(text, last.start, last.stop)
    shaped = _SHAPED.search(text, last.start, last.stop) is not None
    closed, start, above = False, last.start, last.value
    while match := _SHARING.search(text, max(floor, start - 40), start):
        at, end = match.start(), match.end("rest")
        own = match["scale"] or (scale and scale.group())
        whole = own is None and not has_thousandths(text, at, end, last.stop)
        value = times(decimal(text[at:end], whole) + coins(match["raised"]), own)
        stop = match.end("scale") if match["scale"] else max(end, match.end("raised"))
        it, link = _signed(text, Amount(at, stop, "shared", value, last.currency)), match["link"].strip()
        is_list = link in {"и", "или"} or (link == "," and closed)
        is_range = link != "," and it.value < above and (match["link"] != " - " or _is_range(text, at, end, shaped))
        if not (is_list or is_range) or _NO_SUM.search(text, max(0, at - 8), at):
            break
        closed, start, above = is_list, it.start, it.value
        found.append(it)
    found.reverse()
    return found


def _is_range(text: str, at: int, end: int, shaped: bool) -> bool:
    """Whether a spaced dash is one of a range, and not of `кабинет 5 - 20 лв.`: opened as one, or both printed so."""
    opened = _OPENING.search(text, max(0, at - 9), at) is not None
    return opened or (shaped and _SHAPED.search(text, at, end) is not None)


def _says_again(text: str, last: Amount, it: Amount) -> bool:
    """Whether words say the sum right before them: `25,00 лева - двадесет и пет лева`."""
    if it.rule != "words" or (it.value, it.currency) != (last.value, last.currency):
        return False
    return _AGAIN.fullmatch(text, last.stop, it.start) is not None


def _with_coins(text: str, it: Amount) -> Amount:
    found = None if it.value % 1 else coins_behind(text, it.stop, it.currency)
    if found is None:
        return it
    stop, more = found
    return it._replace(stop=stop, value=it.value + more, words=None if it.words is None else it.words + more)


def _signed(text: str, it: Amount) -> Amount:
    """The sum with its minus."""
    at = signed_from(text, it.start, it.stop)
    return it if at is None else it._replace(start=at, value=-it.value if it.value else it.value)
