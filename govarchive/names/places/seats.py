"""The town or region that belongs to the name of a body: `Районен съд – Враца`, `ОбС, Козлодуй`, `РИК в Плевен`.

>>> text = "Районен съд - Враца и"
>>> text[:seat(text, 11, Head("съд", "съд"), complemented=False)]
'Районен съд - Враца'
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from govarchive.names.bodies.words import Head
from govarchive.names.lexicon import is_given
from govarchive.names.places.local_seats import (
    CLAUSE_ENDS,
    DASH,
    NAMED_BY_SEAT,
    OF_MANY,
    is_no_noun,
    is_person,
    like_village,
    told_by_first,
)
from govarchive.names.places.toponyms import kinds_of_names, known_at, ordinary_words, town_at
from govarchive.names.places.village_names import VILLAGE_NOUN, marked_name_at, name_at
from govarchive.names.places.words import may_name, no_municipality, village_like
from govarchive.names.quoted import after_form
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
_IN_TOWN = re.compile(rf"{_GAP}(?:в|във|В|ВЪВ){_GAP}(?P<mark>(?:гр|с)\.[ ]?|град[ ]|село[ ])?(?=[А-ЯЍ])")
SEAT = re.compile(
    rf"""
    (?: (?P<dash> [ ]?[-/] (?:[ ]|\n)* ) | (?P<comma> ,[ ] )
      | (?P<bare> (?<=[А-Я])\n[ ]*\n[ ]*(?=(?:ГР\.|ГРАД)[ ]) | {_GAP} ) )
    (?P<mark> (?:гр|ГР|Гр|с|С)\.[ ]? | (?:град|село|ГРАД|СЕЛО)[ ] )?
    (?=[А-ЯЍ])
    """,
    re.VERBOSE,
)
# What `SEAT` and `_IN_TOWN` begin with.
_OPENING = frozenset(" \n,-/")
_REGION_AFTER = re.compile(
    r"[ ]?-?[ ]?(?:област|град|столица|регион|ОБЛАСТ|ГРАД|окръг)(?![А-Яа-я]|[ ]+[А-ЯЍ])"
    r"|-(?:област|град|столица|регион)(?![А-Яа-я])"  # glued: whatever follows
)
_REGION = re.compile(
    r"[А-ЯЍ][а-я]+[сшчщ]ка[ ]област(?!\w)|[А-ЯЍ]{4,}[СШЧЩ]КА[ ]ОБЛАСТ(?!\w)"
    r"|(?:Север|Юг|Юж|Източ|Запад|Дунав)[а-я]*(?:ен|ски)[ ]район(?!\w)|(?:Северо|Юго)(?:запад|изток)(?!\w)"
)
# `Столична` is a municipality by its adjective.
_MUNICIPALITY = re.compile(r"(?<=ична)[ ]община(?!\w)|(?<=ИЧНА)[ ]ОБЩИНА(?!\w)")
_STREET = re.compile(
    r"[ ,]*(?:\n[ ]*)?(?:[,-][ ]?)?(?:ул\.|бул\.|пл\.|площад[ ]|ж\.?[ ]?к\.|п\.?[ ]?к\.|[0-9]{4}(?![0-9./])|№)"
)


# `В.Търново`, `Ст. Загора`
_SHORTENED = re.compile(r"(?P<first>[А-ЯЍ][а-я]{0,2}|СТ)\.[ ]?(?P<last>[А-Яа-я]{3,})(?![\w-])")


@cache
def _towns_of_two_words() -> Mapping[str, tuple[str, ...]]:
    """The first words of the towns and municipalities of two words, by the second one, in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, kind in kinds_of_names().items():
        first, _, last = name.partition(" ")
        if last and " " not in last and kind in ("град", "община"):
            found[last].append(first)
    return {last: tuple(firsts) for last, firsts in found.items()}


def _town_at(text: str, at: int) -> int:
    """Like `town_at`, also where the first of two words is cut short.

    >>> _town_at("В.Търново и", 0), _town_at("В. Иванов", 0)
    (9, 0)
    """
    stop = _past_noun(text, at, town_at(text, at))
    match = _SHORTENED.match(text, at) if stop == at and "." in text[at + 1 : at + 4] else None
    firsts = _towns_of_two_words().get(lower(match["last"]), ()) if match else ()
    return match.end() if match and any(it.startswith(lower(match["first"])) for it in firsts) else stop


def _past_noun(text: str, at: int, town: int) -> int:
    """Where the village ends that begins with the name of a town at `at`; `town`, where that ends, without one.

    Behind a dash, at the end of a clause, a noun that the town agrees with: two of these tell it from a verb.

    >>> text = "Бяла река, - Сливен поле, Мизия води, "
    >>> [text[at : _past_noun(text, at, town)] for at, town in ((0, 4), (13, 19), (26, 31))]
    ['Бяла река', 'Сливен поле', 'Мизия']
    """
    noun = VILLAGE_NOUN.match(text, town) if town > at else None
    if noun is None:
        return town
    behind_dash = text.endswith("-", 0, at) or text.endswith("- ", 0, at)
    agreed = agrees(lower(text[at:town]).rpartition(" ")[2], noun["noun"])
    ends = _NAME_ENDS.match(text, noun.end()) is not None
    return noun.end() if behind_dash + agreed + ends > 1 else town


def after_quotes(text: str, end: int) -> int:
    """A company's form, a branch, a town after a dash or a blank; not `гр. X`, which stands for itself."""
    end = after_form(text, end)
    match = SEAT.match(text, end)
    if match is None or match["mark"] or match["comma"] or "\n" in (match["bare"] or ""):
        return end
    region = _REGION.match(text, match.end())
    if region is not None and match["dash"]:
        return region.end()
    known = _town_at(text, match.end())
    if known == match.end() and match["dash"]:
        known = _unlisted_at(text, known)
        return after_form(text, known) if known > match.end() else end
    if known == match.end() or is_person(text, match.end(), known) or _in_address(text, match, known):
        return end
    whole = _MUNICIPALITY.match(text, known)
    return whole.end() if whole else after_form(text, known)


def _in_address(text: str, match: re.Match[str], town: int) -> bool:
    """Whether the town that ends at `town` opens an address; behind a dash, a street in the next line tells nothing."""
    street = _STREET.match(text, town)
    return street is not None and not (match["dash"] and "\n" in street[0])


def _unlisted_at(text: str, at: int) -> int:
    """Where a town that no list knows ends behind the dash of a quoted name; `at` itself without one.

    >>> text = "Долно Бърдово, Бърдовци, Ученици"
    >>> [text[at : _unlisted_at(text, at)] for at in (0, 15, 25)]
    ['Долно Бърдово', 'Бърдовци', '']
    """
    stop = name_at(text, at)
    words = text[at:stop].replace("-", " ").split()
    if not words or "\n" in text[at:stop] or not _NAME_ENDS.match(text, stop):
        return at
    first, last = words[0].capitalize(), words[-1].capitalize()
    told = not is_given(first) if len(words) > 1 else may_name(last) and village_like(last) and not OF_MANY.search(last)
    return stop if told else at


# What stands behind the name of a body and its town.
_NAME_ENDS = re.compile(r"[ ]*(?:[,;:|)(\n\t\"/]|\.?[ ]*(?:$|\n)|Е?О?О?АД(?!\w))|[ ](?:[ ]|-[ ])")


def branch(text: str, end: int) -> int:
    """The town of a branch behind a name that ends at `end`, by a dash: `Агенция по заетостта - Враца`."""
    match = DASH.match(text, end)
    known = _town_at(text, match.end()) if match else end
    return end if match is None or known == match.end() or is_person(text, match.end(), known) else known


def seat(text: str, end: int, head: Head, complemented: bool) -> int:
    """A town after a generic head: by a dash, a comma, `гр.`, or without anything."""
    if text[end : end + 1] not in _OPENING:
        return end
    if (complemented or head.base not in _BY_PURPOSE) and (inside := _in_town(text, end, head)) > end:
        return inside
    match = SEAT.match(text, end)
    if match is None or (match["comma"] and head.base in _PRESS):
        return end
    at = match.end()
    if match["dash"] and (firm := _OF_FIRM.match(text, at)):
        return firm.end()
    region = _REGION.match(text, at)
    stop = region.end() if region else _town_at(text, at)
    if stop == at and not (match["dash"] or "").startswith(" /"):  # the path to a page: `Община / Почетни граждани`
        stop = _unlisted(text, match, head, complemented)
    if stop == at or _no_town(text, match, stop, complemented):
        return end
    after = _REGION_AFTER.match(text, stop)
    if after and not region:
        return after.end()
    return _further(text, stop) if head.base in _OF_SEVERAL else after_form(text, stop)


# `ДКЦ III - Долнополска ЕООД`
_OF_FIRM = re.compile(r"[А-ЯЍ][А-Яа-яѝ]+(?:[ ][А-ЯЍ][А-Яа-яѝ]+)?[ ]Е?(?:А|ОО)Д(?!\w)")

# What is named by whom it is for, and with that by its town: `Дом за стари хора в с. Х`, not `домът в с. Х`.
_BY_PURPOSE = frozenset({"дом"})

# Those of one land in another are named by it.
_ABROAD = frozenset({"посолство", "консулство"})


def _in_town(text: str, end: int, head: Head) -> int:
    """Where the town ends in which a body is said to be; `end` where none is."""
    inside = _IN_TOWN.match(text, end) if head.in_town else None
    if inside is None:
        return end
    at = inside.end()
    stop = (name_at if head.base in _ABROAD else _in_land)(text, at)
    if stop == at and inside["mark"]:
        stop = marked_name_at(text, at)
    return stop if stop > at else end


def _in_land(text: str, at: int) -> int:
    """Like `known_at`, without the country all of them are in: `съд в България`."""
    stop = known_at(text, at)
    return at if text[at:stop].endswith("България") else stop


# A local action group is called after all its municipalities: `МИГ Свиленград - Тополовград`.
_OF_SEVERAL = frozenset({"МИГ", "МИРГ", "група"})


# `МИГ - Мъглиж, Казанлък и Гурково`
_AND_TOWN = re.compile(r",[ ](?=[А-ЯЍ])|[ ](?P<last>и)[ ](?=[А-ЯЍ])")


def _further(text: str, stop: int) -> int:
    """The end of the last of several towns joined by dashes, or by commas and `и`."""
    while (dash := DASH.match(text, stop)) is not None and town_at(text, dash.end()) > dash.end():
        stop = town_at(text, dash.end())
    last = end = stop
    while (joint := _AND_TOWN.match(text, last)) is not None and town_at(text, joint.end()) > joint.end():
        last = town_at(text, joint.end())
        end = last if joint["last"] else end
    return end


def _unlisted(text: str, match: re.Match[str], head: Head, complemented: bool) -> int:
    """Where a town no list knows ends, at the end of `match` itself without one: behind `гр.`, a dash, or anything."""
    at = match.end()
    find = marked_name_at if match["mark"] else name_at
    stop = find(text, at) if "\n" not in match[0] else at
    words = text[at:stop].replace("-", " ").split()
    last = words[-1].capitalize() if words else ""
    somebody = len(words) > 1 and is_given(words[0].capitalize())
    if head.takes_any_name and match["bare"] and (no_municipality(last) or somebody):
        return at
    marked = match["mark"] and (match["dash"] or not (complemented or match["comma"]))
    if stop == at or marked or (not complemented and not match["comma"] and head.takes_any_name):
        return stop
    named = not is_given(words[0].capitalize()) if len(words) > 1 else may_name(last)
    if not named or head.type not in _SEATED or not CLAUSE_ENDS.match(text, stop):
        return at
    if like_village(last) or told_by_first(text[at:stop]) or (match["mark"] and head.type in _HOMES):
        return stop
    sure = match["dash"] and not complemented and head.type in NAMED_BY_SEAT
    return stop if sure and is_no_noun(text, stop, last) else at


# What opens a report: `БТА, Монтана, 12 май`.
_PRESS = frozenset({"БТА", "БНР", "БНТ"})
_HOMES = frozenset({"социална услуга", "дом", "център"})
# Bodies there are many of, each with its seat.
_SEATED = frozenset("съд прокуратура съвет администрация комисия управление дирекция инспекция служба община".split())
_SEATED |= {"общински съвет"} | _HOMES


def _no_town(text: str, match: re.Match[str], stop: int, complemented: bool) -> bool:
    """Whether what looks like the town of a body is another thing: an address, a person, a new line, an enumeration."""
    at = match.end()
    if match["comma"] and (
        complemented or _STREET.match(text, stop) or re.match(r",[ ][А-Я]|[ ]и[ ]", text[stop : stop + 4])
    ):
        return True
    if (
        "\n" in match[0]
        and not match["dash"]
        and (text[match.start() - 1].isupper() != text[at + 1].isupper() or not _line_ends(text, stop))
    ):
        return True
    return is_person(text, at, stop) or (
        complemented and bool(match["bare"]) and lower(text[at:stop]) in ordinary_words()
    )


def _line_ends(text: str, at: int) -> bool:
    return text[at : at + 2].strip(" ,.:")[:1] in ("", "\n")
