"""What a name of a place may be instead: part of a person's name, a street, a quoted name, an ordinary word.

>>> another_thing("ул. Пловдив 3", 4, 11, joined=False), another_thing("в Пловдив утре", 2, 9, joined=False)
(True, False)
"""

import re
from bisect import bisect_right
from functools import lru_cache

from govarchive.names.cut_short import LASTS
from govarchive.names.lexicon import is_given
from govarchive.names.places.addresses import Address, addresses
from govarchive.names.places.toponyms import (
    CAPITALS,
    adjectives_of_regions,
    kinds_of_names,
    known_at,
    ordinary_words,
    regions,
    shared_at,
)
from govarchive.names.places.words import FROM, IN, STREETS, may_name, no_municipality, uncommon
from govarchive.text.address_marks import address_mark
from govarchive.text.fold import lower
from govarchive.text.inflect import ARTICLE

PERSON_AFTER = re.compile(
    r"[ ][А-ЯЍ](?:[а-яѝ]+(?:ов|ев|ова|ева|ска|ски|ин|ина)|[А-ЯЍ]+(?:ОВ|ЕВ|ОВА|ЕВА|СКА|СКИ))(?![а-яА-Я])"
    r"|[ ][А-ЯЍ]\.[ ]?[А-ЯЍ]"
)
"""A surname, or initials, behind a name."""

# The form of a firm: `(България) ЕАД`.
_FIRM_AFTER = re.compile(r"\)?[ ](?:ЕАД|АД|ЕООД|ООД)(?!\w)")
_JOINED = re.compile(r"[ ]?,[ ]?\n?|[ ]и[ ]|[ ]-[ ]")
_DATE_AFTER = re.compile(r"[ ]?,[ ]?[0-9]{1,2}[ .]|[ ]?[:-][ ](?:[0-2]?[0-9]|3[01])\.[01][0-9](?![0-9])")
# `Нова Загора-понеделник`, `София-град`
_CLINGING = re.compile(r"-(?:понеделник|вторник|сряда|четвъртък|петък|събота|неделя|град|област)(?!\w)")
# Somebody is quoted, and the place is in what is said: a clause of some length, not a name.
_SAID = re.compile(r"[^\"]{8,}[ ](?:от|в|във|до|край|за|през|към|и)[ ]$")
_STICKING = frozenset("\"'@/-")
_STICKING_AFTER = frozenset('"@-')
_LEADING = frozenset("в във от до за към край през между из над под на и с със при около извън".split())


def another_thing(text: str, at: int, stop: int, joined: bool, told: bool = False) -> bool:
    """Whether a known name is no place here.

    `joined`: by a comma, a dash or `и` to the place before it; `told`: a mark elsewhere on the page says what it is.
    """
    bracketed = text[at - 1 : at] == "/" == text[stop : stop + 1]  # `д-р А /Плевен/`
    if text[at - 1 : at] in _STICKING and text[at - 2 : at] != " -" and not (joined or bracketed):
        return True
    if text[stop : stop + 1] in _STICKING_AFTER and not _CLINGING.match(text, stop) and _sticks(text, stop):
        return True
    name, previous = text[at:stop].lower(), _word_before(text, at)
    lead = previous.lower()
    # `стадион "Ботев" Враца`: what a name in quotes is of.
    if previous[-1:] == '"' and len(previous) > 1 and kinds_of_names().get(name) == "град":
        return True
    return (
        lead in STREETS
        or lead == "република"
        or lead.endswith("банк")  # Юробанк България
        or (name == "република българия" and lead == "на")
        or ('"' in text[stop : stop + 60] and _in_quotes(text, at))
        or (text[stop : stop + 1] in " )" and _named(text, stop, name))
        or addressed(text, at, stop)
        or (not (told and uncommon(text[at:stop])) and _ordinary(text, stop, name, previous, joined))
    )


def addressed(text: str, start: int, stop: int) -> bool:
    """Whether a place is part of an address: a postcode stands by, or a street of an address that is found there."""
    mark = address_mark(text, start, stop)
    if not mark:
        return False
    # `ОБЛАСТ СМОЛЯН` over `4800 Девин, ул. …`: a region has neither.
    is_region = lower(text[start : start + 6]) == "област"
    if mark != "street" and not is_region:
        return True
    found = addresses(text)
    after = bisect_right(found, start, key=lambda one: one.start)
    if is_region:
        return after > 0 and start < found[after - 1].stop
    return any(_near(text, one, start, stop) for one in found[max(after - 1, 0) : after + 1])


# So far from a street may a settlement of its address stand, and so many line ends between.
_NEAR = 40
_LINES = 2


def _near(text: str, one: Address, start: int, stop: int) -> bool:
    """Whether a place `[start, stop)` is in an address, or so near that it belongs there."""
    if one.start - _NEAR > stop or start > one.stop + _NEAR:
        return False
    return text.count("\n", one.stop, start) + text.count("\n", stop, one.start) <= _LINES


def _named(text: str, stop: int, name: str) -> bool:
    """Whether a surname or a firm's form goes on from a name in lower case; nobody is called `Стара Загора`."""
    if _FIRM_AFTER.match(text, stop):
        return True
    following = PERSON_AFTER.match(text, stop)
    return following is not None and not (_sure_kind(name) and is_given(following[0].strip()))


def _sticks(text: str, stop: int) -> bool:
    """Whether what is glued to a name that ends at `stop` makes it no place: a quote, a hyphen and a word."""
    return text[stop] != "-" or (text[stop + 1 : stop + 2] != " " and known_at(text, stop + 1) == stop + 1)


def _in_quotes(text: str, at: int) -> bool:
    """Whether a name before a quote is inside a quoted name."""
    line = max(0, at - 300, text.rfind("\n", max(0, at - 300), at) + 1)
    if text.count('"', line, at) % 2 == 0:
        return False
    return not _SAID.fullmatch(text, text.rfind('"', line, at) + 1, at)


def _ordinary(text: str, stop: int, name: str, previous: str, joined: bool) -> bool:
    """Whether a name that is an ordinary word, or stands behind a capitalised one, has nothing to make it a place."""
    lead = previous.lower()
    beside = previous[:1] in CAPITALS and len(previous) > 1 and previous.isalpha() and lead not in _LEADING
    beside = beside and not ARTICLE.search(lead)
    kind = _sure_kind(name)
    if kind is None:
        led = lead in IN or (lead in FROM and may_name(name.capitalize()))
        placed = joined or led or _DATE_AFTER.match(text, stop) or _before_another(text, stop)
        return beside or not placed
    return beside and kind == "град" and not previous.isupper()


@lru_cache(maxsize=4096)
def _sure_kind(name: str) -> str | None:
    """What a name in lower case is by the lists; None where it may be an ordinary word, or is on no list."""
    return None if name in ordinary_words() else kinds_of_names().get(name)


def _word_before(text: str, at: int) -> str:
    """The word that stands before `at`, one space between; empty at the start of a line or after a mark."""
    if text[at - 1 : at] == " ":
        return text[at - 40 if at > 40 else 0 : at - 1].replace("\n", " ").rpartition(" ")[2]
    if text[at - 1 : at] == ".":
        return text[at - 12 if at > 12 else 0 : at].rpartition(" ")[2]
    return ""


# How far on in an enumeration of doubtful names is looked for a sure one.
_ROW = 4
_VILLAGE = re.compile(r"(?:с|гр)\.[ ]?[А-ЯЍ][а-яѝ]")


def _before_another(text: str, stop: int) -> bool:
    """Whether an enumeration goes on to a town beyond doubt."""
    for _ in range(_ROW):
        following = _JOINED.match(text, stop)
        if following is None:
            return False
        if _VILLAGE.match(text, following.end()):
            return True
        stop = known_at(text, following.end())
        if stop == following.end():
            return False
        if text[following.end() : stop].lower() not in ordinary_words():
            return True
    return False


def fits(text: str, mark: str, at: int, stop: int) -> bool:
    """Whether a name suits its mark: a region must be a known one; initials and anonymised names are none."""
    if text[stop : stop + 1] in (".", "*") and stop - at < 4:
        return False
    if mark in ("област", "обл"):
        name = text[at:stop].lower()
        known = name in regions() or kinds_of_names().get(name) in ("регион", "град")
        known = known or ("." in name and text[at:stop].rpartition(".")[2].strip() in LASTS)  # обл. В. Търново
        return known or text[at:stop].capitalize() in adjectives_of_regions()
    if mark == "община" and no_municipality(text[at:stop]):
        return False
    return (
        mark not in ("община", "общ", "град", "село")
        or text[at + 1].islower()
        or max(known_at(text, at), shared_at(text, at)) > at
        or mark == "село"
        or may_name(text[at:stop].split()[0].capitalize())
    )
