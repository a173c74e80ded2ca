"""Names of people apart from the body, the town or the village that stands against them."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from govarchive.model import Span
from govarchive.names.lexicon import is_place, name_class
from govarchive.names.recogniser import Mention

# No first half of a surname: two words are behind the dash.
_VILLAGE = re.compile(r"(?:[А-Я][а-я]+|[А-Я]{3,6}) - (?=[А-Я][а-я]+ [А-Я])")
# Behind the quotes of a school or a firm: `СУ "Х" Рада Рендова`.
_BEHIND_QUOTES = re.compile(r"(?<=\")[ ](?P<name>[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?[ ][А-Я][а-я]+(?:-[А-Я][а-я]+)?)")
_OF_NAMES = frozenset(("given", "strong", "weak"))
_TO_BODY = (" - ", ", ", " (")
"""What parts a name from the body behind it."""


def behind_village(it: Span, villages: Mapping[int, int]) -> Span:
    """A name without the village of a list that stands before it: `Здравковец Рада Рендова` below `Кметове`."""
    stop = villages.get(it.start, it.stop)
    return it._replace(start=stop + 1) if stop < it.stop else it


def behind_body(text: str, it: Span, named: Sequence[Span]) -> Span:
    """A name without the town that ends a body: `МВР - София Иван Рендов`."""
    at = bisect_left(named, (it.start + 1,)) - 1
    stop = named[at].stop if at >= 0 else 0
    first = text.find(" ", it.start, it.stop)
    return it._replace(start=stop + 1) if stop == first and text.find(" ", stop + 1, it.stop) > 0 else it


def alone(text: str, it: Mention, named: Sequence[Span], marked: Sequence[Span]) -> Mention:
    """A person whom the recogniser told, without what the rules found at either end: `Община Х А`, `А - община Х`.

    `named` are bodies, `marked` bodies and places, in order of position.

    >>> text = "от Рада Рендова - ДСП Враца"
    >>> it = alone(text, Mention(3, 27, "PER", 9, 0.8), (), [Span(18, 27, "rule")])
    >>> text[it.start : it.stop]
    'Рада Рендова'
    """
    return _without_front(text, _without_end(text, it, marked), named)


def parted(text: str, it: Mention, named: Sequence[Span]) -> list[Mention]:
    """A body that the recogniser told together with the person behind its quotes, as two.

    >>> text = 'в СУ "Х" Рада Рендова'
    >>> [text[it.start : it.stop] for it in parted(text, Mention(2, 21, "ORG", 9, 0.8), [Span(2, 8, "rule")])]
    ['СУ "Х"', 'Рада Рендова']
    """
    at = bisect_left(named, (it.start,))
    stop = named[at].stop if at < len(named) and named[at].start == it.start else it.stop
    person = _BEHIND_QUOTES.fullmatch(text, stop, it.stop) if stop < it.stop else None
    if person is None or is_place(person["name"]) or {*map(name_class, person["name"].split())} - _OF_NAMES:
        return [it]
    return [it._replace(stop=stop), it._replace(start=person.start("name"), type="PER")]


def _without_end(text: str, it: Mention, named: Sequence[Span]) -> Mention:
    at = bisect_left(named, (it.start + 1,))
    stop = named[at].start if at < len(named) else it.stop
    dash = text.find(" - ", it.start, it.stop)
    if dash >= 0 and is_place(text[dash + 3 : it.stop]):
        return it._replace(stop=dash)  # `А - Левски` in a list of who came from where
    if not it.start < stop < it.stop or not text.endswith(_TO_BODY, it.start, stop):
        return it
    return it._replace(stop=it.start + len(text[it.start : stop].rstrip(" -,(")))


def _without_front(text: str, it: Mention, named: Sequence[Span]) -> Mention:
    village = _VILLAGE.match(text, it.start, it.stop)
    at = bisect_left(named, (it.start + 1,)) - 1
    start = village.end() if village else named[at].stop + 1 if at >= 0 else 0
    return it._replace(start=start) if it.start < start < it.stop and text[start - 1] == " " else it
