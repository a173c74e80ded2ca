"""Where rules and the trained recogniser meet: one list of people, bodies and places for a page.

Rules know what is regular (titles, roles, `кмет на община X`, schools), and what they find stays. The recogniser was
trained on news: it is heard in an article (running text with its headline), also where menus and footers stand around
it. There it adds names, corrects where they begin and end, and whose they are. Elsewhere on the page it only repeats
what it found in the article; on tables, lists, orders and notices it has no say.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, takewhile
from typing import NamedTuple

from govarchive.model import Span
from govarchive.names.apart import alone, behind_body, behind_village, parted
from govarchive.names.bodies.finder import bodies
from govarchive.names.bodies.words import ABBREVIATIONS, COMPANY_FORMS, HEADS
from govarchive.names.cut_short import RULE as CUT_SHORT
from govarchive.names.evidence import before_titles, is_patron
from govarchive.names.finder import find_people
from govarchive.names.lexicon import is_place, word_class
from govarchive.names.places.columns import COLUMN
from govarchive.names.places.finder import places
from govarchive.names.products import is_common_noun, is_product
from govarchive.names.recogniser import Mention, read
from govarchive.names.sights import Rules
from govarchive.text.address_marks import in_address
from govarchive.text.fold import lower

ENOUGH = 0.42
"""From which score on a name is one that no rule knows."""

ENOUGH_ALONE = 0.5
"""The same for a person by one word: below it these are mostly words that a page writes with a capital (`Острова`)."""

LIKELY = 0.6
"""From which score on it is heard outside paragraphs, and on other words or another type than a rule's."""

SURE = 0.9
"""From which score on it overrules that something is a body, or a name of one of the three kinds at all."""

RULE = "trained model"

_KINDS = {"PER": "P", "ORG": "B", "LOC": "L"}
_LONG = 80
"""A line of so many characters runs on."""

_PROSE = 0.8
"""The least share of an article's characters in paragraphs."""

_MUCH = 1000
"""An article on a page of other things has at least so many characters in paragraphs; an order has sentences, too."""

_HEADLINE = 200
"""What stands so near before the first paragraph belongs to an article: its headline, who wrote it."""

_ODD = 0.25
_NUMBERS = 0.05
# In a charset of one byte a character, what is no small letter and what is a figure are counted without a pattern.
_CHARSET = "cp1251"
_SMALL = bytes(range(0xE0, 0x100)) + b"abcdefghijklmnopqrstuvwxyz "
_DIGITS = b"0123456789"
# What is called so has its own name in quotes; of a school, a foundation or a department the quotes hold but a part.
_OWN_NAMES = frozenset(("агенция", "организация", "партия", "фирма"))
_OF_STATE = re.compile(r"(?:Държавн|Национал|Изпълнител)[а-я]+ ")
_TOWN = re.compile(r"(?:град|курорт)(?:ът|а)? ")
# A street right before a name; a square is often called by one word that could be a party's.
_STREET = re.compile(r'(?<!\w)(?:(?:ул|бул|пл|ж\.?[ ]?к)\.[ ]?|(?:улица|булевард|площад)(?:та|а|ът)?[ ])"?$')
_STREET_ROOM = 16
_INITIALS = re.compile(r"[А-Я]{3,5}")
# Rules by which a word names a place even where it may be a given name: `общините Антон и Пирдоп`.
_TOLD = frozenset({"listed", "marked"})
_SEATED = re.compile(r"[а-яѝ][^\n]* в(?:ъв)? ")


class Names(NamedTuple):
    """The names of a page by kind, each list in order of position."""

    people: list[Span]
    bodies: list[Span]
    places: list[Span]


@lru_cache(maxsize=4)
def rules(text: str) -> Rules:
    """What the rules find in a folded text: people (P), bodies (B) and places (L)."""
    named, placed = bodies(text), places(text)
    towns = {(it.start, it.stop) for it in placed if it.rule == CUT_SHORT}
    villages = {it.start: it.stop for it in placed if it.rule == COLUMN}
    found = (behind_village(it, villages) for it in find_people(text) if (it.start, it.stop) not in towns)
    people = [behind_body(text, it, named) for it in found]
    return {"P": people, "B": named, "L": placed}


@lru_cache(maxsize=4)
def names(text: str) -> Names:
    """The people, bodies and places of a folded text."""
    found = rules(text)
    running = paragraphs(text)
    if not running:
        return Names(*(list(found[kind]) for kind in "PBL"))
    part = running[0][0] - _HEADLINE, running[-1][1]
    marked = sorted([*found["B"], *found["L"]])
    told: list[Mention] = []
    for it in read(text, found, part=part):
        told += [alone(text, it, found["B"], marked)] if it.type == "PER" else parted(text, it, found["B"])
    said = _heard(text, told, running)
    likely = [it for it in said if it.score >= LIKELY]
    towns = {it for it in found["L"] if " " in text[it.start : it.stop] and is_place(text[it.start : it.stop])}
    found = {**found, "B": [_own(text, it, running) for it in found["B"]]}
    kept = {
        kind: [it for it in spans if it in towns or not _overruled(text, it, kind, likely)]
        for kind, spans in found.items()
    }
    for kind, new in _unknown(text, said, kept):
        kept[kind].append(new)
    return Names(*(sorted(kept[kind]) for kind in "PBL"))


def _unknown(text: str, said: Sequence[Mention], kept: Rules) -> list[tuple[str, Span]]:
    """The names that no rule knows, each with its kind."""
    taken = bytearray(len(text) + 1)
    for spans in kept.values():
        for start, stop, _, _ in spans:
            taken[start:stop] = b"\1" * (stop - start)
    found = []
    products = {text[it.start : it.stop] for it in said if is_product(text, it)}
    for it in said:
        start, stop, type_, _, score = it
        kind = _KINDS.get(type_)
        if kind is None or taken.find(1, start, stop) >= 0 or text[start:stop] in products:
            continue
        if not (kind == "B" and score < SURE and _of_a_kind(text, it)) and _may_be(text, it):
            found.append((kind, Span(start, stop, RULE, score)))
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a page's article, if there is one.

    It is the lines in a row with the most text in paragraphs and the least of anything else (the greatest sum of a
    row, found in one pass). Orders, tables and lists are told by their figures, capitals and short lines.
    """
    lines = text.split("\n")
    if sum(filter(_LONG.__le__, map(len, lines))) < min(_MUCH, _PROSE * len(text)):
        return []
    # `ѝ`, which the charset lacks, is small as `и` is.
    raw = text.replace("ѝ", "и").encode(_CHARSET, "replace")
    odd = map(len, raw.translate(None, _SMALL).split(b"\n"))
    best, total, start = 0.0, 0.0, 0
    first, article = 0, slice(0)
    prose: list[tuple[int, int]] = []
    for size, others in zip(map(len, lines), odd, strict=True):
        runs = size >= _LONG and others <= _ODD * size
        total += size * (runs - _PROSE)
        if runs:
            prose.append((start, start + size))
        if total <= 0:
            total, first = 0.0, len(prose)
        elif total > best:
            best, article = total, slice(first, len(prose))
        start += size + 1
    found = prose[article]
    size = sum([stop - start for start, stop in found])
    figures = size - sum([len(raw[start:stop].translate(None, _DIGITS)) for start, stop in found])
    return found if size >= min(_MUCH, _PROSE * len(text)) and figures <= _NUMBERS * size else []


def _heard(text: str, said: Sequence[Mention], running: Sequence[tuple[int, int]]) -> list[Mention]:
    """The names of the article by how sure the model is of them, and elsewhere those in the same words."""
    first, last = running[0][0] - _HEADLINE, running[-1][1]
    told = [it for it in said if it[4] >= ENOUGH_ALONE or (it[4] >= ENOUGH and not _is_alone(text, it))]
    inside = [_within(running, it) for it in told]
    if all(inside):
        return told
    known = {text[it.start : it.stop] for it in compress(told, inside) if it.score >= LIKELY}
    return [
        it
        for it, within in zip(told, inside, strict=True)
        if within or (it.score >= LIKELY and (first <= it.start < last or text[it.start : it.stop] in known))
    ]


def _is_alone(text: str, it: Mention) -> bool:
    """Whether a person is told by one word."""
    return it.type == "PER" and text.find(" ", it.start, it.stop) < 0


def _within(running: Sequence[tuple[int, int]], it: Mention | Span) -> bool:
    """Whether a name stands in one of the paragraphs."""
    at = bisect_left(running, (it.start + 1,)) - 1
    return at >= 0 and it.stop <= running[at][1]


def _overruled(text: str, it: Span, kind: str, likely: Sequence[Mention]) -> bool:
    """Whether what a rule found is but a part of a name, or of another type, or goes on before the name.

    That a body is a place must be sure; that it is a product or a medium is not heard.
    """
    at = bisect_left(likely, (it.start + 1,)) - 1
    if at >= 0 and it.stop <= likely[at].stop:
        one = likely[at]
        if _KINDS.get(one.type) == kind:
            return it.stop - it.start < one.stop - one.start
        if kind == "B":
            return one.score >= SURE and one.type != "OTH"
        told = kind == "L" and it.rule in _TOLD and one.type == "PER"
        return one.score >= SURE or (one.type != "OTH" and not told)
    behind = map(likely.__getitem__, range(at + 1, len(likely)))  # a slice would walk there from the first
    inner = takewhile(lambda one: one.stop <= it.stop, behind)
    return any(_goes_alone(text, it, kind, one) for one in inner)


def _own(text: str, it: Span, running: Sequence[tuple[int, int]]) -> Span:
    """The name a party, a company has in quotes, without the words for what it is."""
    if it.rule == "named body":
        return it  # `Агенция "Митници"`
    if text[it.start].isupper() and (text[it.start - 2 : it.start - 1] in _AMID or text[it.start - 2].isalnum()):
        return it  # amid a sentence its capital makes the word a part of the name
    told, quote, name = text[it.start : it.stop].rstrip('"').partition('"')
    head = HEADS.get(lower(told.rstrip().rpartition(" ")[2])) if quote else None
    if head is None or head.type not in _OWN_NAMES or '"' in name or not _within(running, it):
        return it
    if _OF_STATE.match(told):
        return it
    start = it.start + len(told) + 1
    return Span(start, start + len(name), it.rule, it.score)


_AMID = frozenset(",-:")


def _goes_alone(text: str, it: Span, kind: str, one: Mention) -> bool:
    """Whether a place goes without the words a rule took with it: `град Х`, `посолство в Х`."""
    led = {"L": _TOWN, "B": _SEATED}.get(kind)
    return led is not None and one.type == "LOC" and led.fullmatch(text, it.start, one.start) is not None


# Adjectives and heads that say what a body is, not which: `Общинския съвет`, `Ученически съвет`.
_KIND = re.compile(
    r"(?:[Оо]бщинск|[Гг]радск|[Оо]бластн|[Рр]айонн|[Уу]ченическ|[Оо]бществен|[Уу]правител|[Пп]едагогическ"
    r"|[Рр]одителск)\w* \w+"
)


def _of_a_kind(text: str, it: Mention) -> bool:
    """Whether a name only says what kind of body, or of act, is meant: the rules, which ask for more, refused it."""
    name = text[it.start : it.stop]
    if name in ABBREVIATIONS:
        return ABBREVIATIONS[name].needs_name
    if (
        name in COMPANY_FORMS
        or is_common_noun(name)
        or text[it.stop : it.stop + 3].lstrip(" ")[:1] == "№"
        or (len(name) == 2 and name.isupper())
    ):
        return True
    return lower(name) in HEADS or (_KIND.fullmatch(name) is not None and lower(name.rpartition(" ")[2]) in HEADS)


def _may_be(text: str, it: Mention) -> bool:
    """Whether a name is no part of an address, no street's or school's, and no person's of the initials of a body."""
    if it.type == "PER" and it.stop - it.start <= 5 and _INITIALS.fullmatch(text, it.start, it.stop):
        return word_class(text[it.start : it.stop]) != "unknown"
    if it.type == "ORG":
        return _STREET.search(text[max(it.start - _STREET_ROOM, 0) : it.start]) is None
    if it.type == "LOC":
        return not in_address(text, it.start, it.stop)
    if it.score >= SURE and text[max(it.start - 1, 0) : it.start] in ("", " ", "\n"):
        return True
    return not is_patron(text, it.stop, *before_titles(text, it.start))
