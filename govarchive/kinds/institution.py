"""Institution, „институция“: a public body by the longest name the page gives it, in base form.

The value is the name as printed, without article (`Върховния административен съд` -> `Върховен административен съд`),
with „…“ for quotes and – for a spaced dash, capitals kept for abbreviations only, and not expanded: `РИОСВ`
stays, its expansion is in `details.full`. A town belongs to the name of a general body (`Районен съд – Враца`,
`ОбС, Козлодуй`), but `гр. X` after a quoted name is a `place`. `община X` is a body where it acts and a place
where it is land.

Not supported: bodies named by a head this package does not know, names without head or quotes, and bodies meant by a
general word alone (`общината`, `комисията`). Companies, media and inner units are found where quotes or a form (`ЕООД`)
name them; in running text a trained model adds parties, companies and foreign bodies it knows by their surroundings.

Sources: Закон за администрацията, чл. 19, 36, 38 (kinds of bodies); `data/manual_institution_types.tsv`,
`manual_abbreviations.tsv`, `manual_institutions.tsv`.

>>> normalise("ОБЩИНСКИ СЪВЕТ, КОЗЛОДУЙ")
'Общински съвет, Козлодуй'
>>> normalise('Народното читалище "Пробуда 1926"')
'Народно читалище „Пробуда 1926“'
>>> validate("-")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: '-' is no name of an institution: it has no letters
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from govarchive.errors import InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.names.bodies.capitals import IN_QUOTES, WORD, without_capitals
from govarchive.names.bodies.words import ABBREVIATIONS, BASE_FORMS, HEADS, LONG_HEADS
from govarchive.names.decision import names
from govarchive.names.places.toponyms import kinds_of_names, known_at
from govarchive.names.places.village_names import spelled_on_page
from govarchive.text.fold import fold, lower
from govarchive.text.inflect import agrees, base_adjective, base_noun
from govarchive.text.phrase import never_names

NAME = "institution"
CHECKED = False
LABEL: re.Pattern[str] | None = None
DETAILS: dict[str, Any] = {
    "type": {"type": "string"},
    "place": {"type": "string"},
    "short": {"type": "string"},
    "full": {"type": "string", "description": "the expansion of an abbreviation"},
    "since": {"type": "string", "description": "the year since which the name of the abbreviation is in use"},
    "until": {"type": "string", "description": "the year until which it was in use"},
    "successor": {"type": "string", "description": "the abbreviation that followed it"},
}

_OPENING = re.compile(
    r'(?:(?<=^)|(?<=[\s(/-]))"[ ]?(?=\S)|(?<=[а-яА-Я])"(?=[А-Я])(?!Е?О?О?А?Д\b)|(?<=[а-я])"[ ](?=[А-Я][^"]*"$)'
)
_CLOSING = re.compile(r'[ ]?"')
# `НЧ " Искра " - Видин`: two are a pair, wherever their blanks are.
_PAIR = re.compile(r'(?<=[ ])"[ ]?([^"]*?)[ ]?"')
# `ОУ„Пейо Яворов“`, `„Пътстрой“АД`: the blanks around what is quoted.
_GLUED = re.compile(r"(?<=[А-Яа-я])(?=„)|(?<=“)(?=[А-Яа-я])")
_DASH = re.compile(r"[ ]-[ ]?|(?<=[\w“])-[ ](?!и[ ])")
# `ДГ №15`, `СИК№ 123400015`
_SIGN = re.compile(r"[ ]?№[ ]?(?=[0-9])")
_SEAT = re.compile(r"[ ]-[ ](?:гр\.[ ]?|с\.[ ]?)?[А-ЯЍ][а-я]+(?:[ ][А-ЯЍ]?[а-я]+)?$")
# A word with a capital that is not the first.
_LATER_CAPITAL = re.compile(r"(?<=[^А-Яа-яЍѝA-Za-z])[А-ЯЍ]")
_NUMBER = re.compile(r"[0-9]+-?[а-я]*[ ]|[А-Я]\w+десет[ ]и[ ]|[Пп]остоянно[ -](?=действащ)")
TYPES_OF_QUOTED = {"ОП": "предприятие", "ОС": "служба"}
"""What abbreviations mean before a name in quotes: `ОП „Чистота“`, `ОС „Земеделие“`; alone a prosecution, a council."""

_PLURALS = ("и", "ите", "ища", "ищата", "ове", "овете")
_SEATS = frozenset({"град", "община", "село", "курорт"})


def find(text: str) -> Iterator[Span]:
    """Names of bodies in a folded text; the rule says what named them: adjectives, a complement, an abbreviation."""
    return iter(names(text).bodies)


def normalise(raw: str, near: Near = NOWHERE) -> str:
    """The name in base form: no article, no capitals, straight quotes, dashes and number signs.

    The town of one in capitals is spelled as the page has it elsewhere, or as the lists do.

    Raises InvalidFormat for what has no letters.
    """
    name = _base_form(raw)
    return spelled_on_page(name, near.text) if near.text and raw.isupper() else name


# A page, and a site, names the same few bodies again and again.
@lru_cache(maxsize=1024)
def _base_form(raw: str) -> str:
    name = " ".join(fold(raw).split()).strip(" ,;").replace(",,", '"')
    if WORD.search(name) is None:
        raise InvalidFormat(f"{raw!r} is no name of an institution: it has no letters")
    return _straightened(_without_article(without_capitals(name)))


def _without_article(name: str) -> str:
    listed = _listed_form(name)
    if listed is not None:
        return listed
    match = _first_word(name)
    if match is None or match[0] in ABBREVIATIONS:
        return name
    after = WORD.search(name, match.end())
    base = _base(match[0], after[0].lower() if after else "", name.startswith(' "', match.end()))
    return name[: match.start()] + base + name[match.end() :]


def _first_word(name: str) -> re.Match[str] | None:
    """The word that carries the article: behind the number of `49-ото`, the last of `Четиридесет и четвъртото`."""
    number = _NUMBER.match(name)
    return WORD.search(name, number.end() if number else 0)


def _listed_form(name: str) -> str | None:
    """The name with its listed form put in the base form: `Конгресът на САЩ`."""
    low = lower(name)
    for form in _inflected_forms().get(low.split(" ", 1)[0], ()):
        if low.startswith(form) and not low[len(form) : len(form) + 1].isalpha():
            return BASE_FORMS[form] + name[len(form) :]
    return None


@cache
def _inflected_forms() -> Mapping[str, Sequence[str]]:
    """The listed forms by their first word, the longest first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for form in sorted(BASE_FORMS, key=len, reverse=True):
        groups[form.split(" ", 1)[0]].append(form)
    return groups


def _base(word: str, after: str, named: bool = False) -> str:
    """The first word of a name without its article: an adjective of what follows, or the head itself.

    `named`: a name in quotes follows, so that many of a kind are the first of them: `читалищата "Пробуда" и …`.
    """
    low = lower(word)
    first, dash, rest = word.partition("-")
    if dash and lower(first) in HEADS:
        return f"{_base(first, '', named)}-{rest}"  # `Читалището-паметник`
    head = HEADS.get(low)
    adjective = bool(after) and not never_names(after) and agrees(low, after)
    if head is not None and not (adjective and low != head.base and low.endswith(("ия", "ият"))):
        plural = low != head.base and low.endswith(_PLURALS)
        return base_noun(word) if plural and not named else base_noun(word, head.base)
    return base_adjective(word) if adjective else word


def _straightened(name: str) -> str:
    if '"' in name:
        name = _GLUED.sub(" ", _paired(name))
    if "№" in name:
        name = _SIGN.sub(" № ", name)
    return _DASH.sub(" – ", name) if "-" in name else name


def _paired(name: str) -> str:
    """The name with opening and closing quotes; one that is not closed closes before the seat or at the end."""
    if name.count('"') == 2:
        name = _PAIR.sub(r"„\1“", name)
    name = _CLOSING.sub("“", _OPENING.sub("„", name))
    if name.count("„") > name.count("“"):
        seat = _SEAT.search(name)
        name = name[: seat.start()] + "“" + seat[0] if seat else name + "“"
    return name


def validate(value: str) -> None:
    """Raises InvalidFormat for a value without letters."""
    if not WORD.search(value):
        raise InvalidFormat(f"{value!r} is no name of an institution: it has no letters")


def display(value: str) -> str:
    """The name itself."""
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    """`type`, `place` (the town the name holds), `short` and, where it can mean one thing only, its `full` form."""
    return dict(_told(value or raw))


@lru_cache(maxsize=1024)
def _told(printed: str) -> Mapping[str, str]:
    """The details of a body by its name."""
    name = fold(printed)
    short = next((word for word in WORD.findall(name)[:2] if word in ABBREVIATIONS), None)
    short = None if short and _is_called(name, short) else short
    quoted = TYPES_OF_QUOTED.get(short) if short and '"' in name else None
    kind = quoted or (ABBREVIATIONS[short].type if short else _type(name))
    details = {"type": kind, "place": _town(name), "short": short}
    if short and not ABBREVIATIONS[short].ambiguous:
        details["full"] = ABBREVIATIONS[short].full
    return {key: text for key, text in details.items() if text}


def _is_called(name: str, short: str) -> bool:
    """Whether an abbreviation is but what a body of another kind is called: `Факултет „МУ“`, not `Партия „ГЕРБ“`."""
    lead, quote, _ = name.partition(f'"{short}"')
    head = HEADS.get(lower(lead).strip(" ")) if quote else None
    known = ABBREVIATIONS[short]
    return head is not None and head.base != known.type and head.base not in lower(known.full).split()


def _type(name: str) -> str | None:
    """The type of the longest head the name holds."""
    low = lower(name)
    for match in WORD.finditer(low):
        word = match[0]
        for head, kind in LONG_HEADS.get(word, ()):
            if low.startswith(head, match.start()):
                return kind
        for part in (word, *word.split("-")):
            if part in HEADS:
                return HEADS[part].type
    return None


def _town(name: str) -> str | None:
    """The last town or municipality in a name, outside its quotes."""
    outside = IN_QUOTES.sub(lambda it: "_" * len(it[0]), name) if '"' in name else name
    found = None
    for word in _LATER_CAPITAL.finditer(outside):
        start, stop = word.start(), known_at(outside, word.start())
        if stop > start and kinds_of_names().get(lower(outside[start:stop])) in _SEATS:
            found = outside[start:stop]
    return found
