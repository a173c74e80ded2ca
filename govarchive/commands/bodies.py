"""The names that a body typed by people may have on a page: they cut words short and call it by its town or otherwise.

A room of its own, as it loads the rules of all kinds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from govarchive.archive.body_keys import NAMED_FOR_PATRONS
from govarchive.commands.body_kinds import names_of_branch, names_of_kind
from govarchive.commands.meant import normal_forms
from govarchive.data import table
from govarchive.jobs.typed_names import in_full
from govarchive.kinds import BY_NAME
from govarchive.names.bodies.words import LONG_HEADS
from govarchive.text.fold import lower
from govarchive.text.keys import key

_IN = re.compile(" в(?:ъв)? ")
"""What is typed between a body and its town (`съдът във Видин`), and printed as a dash."""
# What is cut to two letters before its own name: `ОД Земеделие` is printed in full, too.
_SHORT_HEADS = {
    "од": "областна дирекция",
    "рд": "регионална дирекция",
    "тд": "териториална дирекция",
    "гд": "главна дирекция",
    "иа": "изпълнителна агенция",
}
# These at the head of a name without their full stop.
_BARE = re.compile(r"(?:общ|обл)(?=[ ]\w)", re.IGNORECASE)
# `гр. Перник`: where a name follows, the mark before it says nothing that the name does not.
_MARK = re.compile(r"(?<!\w)(?:(?:гр|с)\.[ ]?(?=\w)|(?:град|село|гр|с)[ ](?=\w{3}))", re.IGNORECASE)
# `Д. чифлик`, `Ген. Тошево`: the first word of a town cut short.
_INITIAL = re.compile(r"(?<!\w)(?P<first>[а-я]{1,3})\.[ ]?(?P<second>[а-я]{3,})(?!\w)", re.IGNORECASE)
# The town of `мездренски`, `козлодуйския`, `троянската`.
_OF_TOWN = re.compile(r"(?P<stem>[а-я]{3,})(?P<sk>[сшч]к)(?:и|а|о|ия|ият|ата|ото)$")
_ENDS_OF_TOWNS = ("", "а", "я", "о", "е", "и", "ец", "ица", "ца")


def names_of_body(typed: str) -> tuple[str, ...]:
    """The names of an institution: in base form, and with an abbreviation written out or the other way round.

    >>> names_of_body("ОбС Козлодуй"), names_of_body("национална агенция за приходите")
    (('ОбС Козлодуй', 'общински съвет козлодуй'), ('национална агенция за приходите', 'нап'))
    >>> names_of_body("АС Варна"), names_of_body("общ. съвет Д. чифлик")[0]
    (('АС Варна', 'административен съд варна', 'апелативен съд варна'), 'общински съвет Долни чифлик')
    >>> names_of_body("рс кнежа"), names_of_body("ОД Земеделие Враца")[1:3]
    (('рс кнежа', 'районен съд кнежа'), ('областна дирекция земеделие враца', 'одз враца'))
    >>> names_of_body("обл. адм. гр. Видин")
    ('областна администрация Видин', 'оа видин', 'област видин', 'областна управа видин')
    """
    bare = _BARE.match(typed)
    typed = f"{bare[0]}.{typed[bare.end() :]}" if bare else typed
    written = _INITIAL.sub(_town_in_full, _MARK.sub("", in_full(typed))).strip()
    name = next(normal_forms(written, ["institution"]), written)
    names = [name, *_at_the_town(name)]
    names += [other for it in names for other in _with_other_head(it)]
    names += [other for it in names for other in _short_or_in_full(it, written)]
    # `ОДЗ` in full begins with what is cut to `ОД`, too.
    names += [other for it in names for other in (*_with_other_head(it), *_otherwise(it))]
    names += [_IN.sub(" ", it) for it in names]
    names += [other for it in names for other in (*names_of_kind(it), *names_of_branch(it, _towns().keys()))]
    return tuple(dict.fromkeys(_with_patron(it) for it in names))


def kinds_told(names: Iterable[str]) -> tuple[str, ...]:
    """What is left of names of bodies without their own: what a page that tells of one body may call it.

    >>> kinds_told(names_of_body("ОбС Козлодуй")), kinds_told(names_of_body("Министерски съвет"))
    (('обс', 'общински съвет'), ())
    """
    found = []
    for name in map(key, names):
        first, _, rest = name.partition(" ")
        long = (head for head, _ in LONG_HEADS.get(first, ()) if name.startswith(f"{head} "))
        found += [first] if rest and first in _shorts() else [*long][:1]
    return tuple(dict.fromkeys(found))


@cache
def _shorts() -> frozenset[str]:
    return frozenset(key(row["short"]) for row in table("manual_abbreviations"))


@cache
def _towns() -> Mapping[str, str]:
    """The towns and municipalities: in lower case, as they are written."""
    return {
        lower(row["name"]): row["name"] for name in ("manual_towns", "manual_municipalities") for row in table(name)
    }


def _town_in_full(cut: re.Match[str]) -> str:
    """The one town of two words of which the first is cut short so; as typed where there are none or more.

    >>> _INITIAL.sub(_town_in_full, "В. Търново"), _INITIAL.sub(_town_in_full, "г. оряховица")
    ('Велико Търново', 'Горна Оряховица')
    """
    first, end = lower(cut["first"]), f" {lower(cut['second'])}"
    found = [name for low, name in _towns().items() if low.startswith(first) and low[len(low.split()[0]) :] == end]
    return found[0] if len(found) == 1 else cut[0]


@cache
def _regions_by_adjective() -> Mapping[str, str]:
    return {
        row["adjective"].split()[0][:-1].lower(): row["name"] for row in table("manual_oblasts") if row["adjective"]
    }


def town_of(adjective: str) -> str | None:
    """The town or region that an adjective in lower case is made of; None for another word.

    >>> town_of("мездренския"), town_of("врачанската"), town_of("дупнишки"), town_of("общинския"), town_of("градски")
    ('Мездра', 'Враца', 'Дупница', None, None)
    """
    match = _OF_TOWN.fullmatch(adjective)
    if match is None:
        return None
    region = _regions_by_adjective().get(match["stem"] + match["sk"])
    stems = (match["stem"], match["stem"].removesuffix("ен"))
    towns = (_towns().get(stem + end) for stem in stems for end in _ENDS_OF_TOWNS)
    return region or next(filter(None, towns), None)


def _at_the_town(name: str) -> Iterator[str]:
    """`мездренски районен съд` as it is called officially: `районен съд Мездра`."""
    first, _, rest = key(name).partition(" ")
    town = town_of(first) if rest else None
    if town:
        yield f"{rest} {town}"


def _otherwise(name: str) -> Iterator[str]:
    """What else bodies are called that are called so: `област Видин` and `областна администрация Видин`."""
    said = f"{key(name)} "
    for row in table("manual_synonyms"):
        if row["kind"] == "institution" and said.startswith(f"{row['asked']} "):
            rest = said.removeprefix(row["asked"]).rstrip()
            # `областна управа` alone is not whatever lies in an `област`.
            if rest or row["with_name"] != "1":
                yield row["also"] + rest


def _short_or_in_full(name: str, typed: str) -> Iterator[str]:
    """The name with its abbreviations written out, and with what has one cut to that."""
    words = f" {key(name)} "
    for printed, short, long, sure in _abbreviations():
        # In small letters what stands for several bodies may be a word, but for the first of a name.
        first = words.startswith(f" {short} ")
        if f" {short} " in words and (sure or first or re.search(rf"(?<!\w){printed}(?!\w)", typed)):
            yield words.replace(f" {short} ", f" {long} ").strip()
        if f" {long} " in words:
            yield words.replace(f" {long} ", f" {short} ").strip()


def _with_other_head(name: str) -> Iterator[str]:
    """The name with its head in two letters in full, or the other way round.

    >>> [*_with_other_head("ОД „Земеделие“ – Враца")], [*_with_other_head("главна дирекция Архив")]
    (['областна дирекция земеделие враца'], ['гд архив'])
    """
    said = key(name)
    for short, long in _SHORT_HEADS.items():
        if said.startswith(f"{short} "):
            yield long + said.removeprefix(short)
        if said.startswith(f"{long} "):
            yield short + said.removeprefix(long)


@cache
def _abbreviations() -> tuple[tuple[str, str, str, bool], ...]:
    """The abbreviations as printed and as keys, with their full forms, and whether they stand for one body only."""
    rows = [row for row in table("manual_abbreviations") if row["full"] and row["type"] != "държава"]
    return tuple((row["short"], key(row["short"]), key(row["full"]), row["ambiguous"] != "1") for row in rows)


def _with_patron(name: str) -> str:
    """The name with `…` where a patron's first name and the town may stand: `ОУ Ботев` is `ОУ „Христо Ботев“`."""
    kind = BY_NAME["institution"].parts(name, name).get("type")
    return " … ".join(key(name).split()) if kind in NAMED_FOR_PATRONS else name
