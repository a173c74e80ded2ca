"""Who join hands in an association, and how its name goes on behind them: whom they lead, where they are.

>>> is_of_people("председателите"), is_of_many("общинските съвети"), is_of_many("тържествена среща")
(True, True, False)
>>> text = "българските градове и региони"
>>> is_pair(text, 19, 22)
True
"""

import re

GAP = r"(?:[ ]+\n?[ ]*|\n[ ]*)"
"""What parts the words of a name, which may go on in the next line."""

_PEOPLE = re.compile(r"(?:тел|ист|лоз|пед|граф|кар|(?<!сек)тор|секретар|[нт]ер|(?:ствени|[жт]ни|мати|[дзм]и)ц)ите$")
_OF_MANY = re.compile(r"(?:ите|[^ц]и|ища(?:та)?|[ое]ве(?:те)?|деца(?:та)?|хора(?:та)?|ства(?:та)?)$")
_SPHERE = re.compile(r"(?:системата|сферата)(?!\w)", re.IGNORECASE)
# `в Дунавския регион`, `от Югоизточна Европа`
_PART_OF_WORLD = re.compile(
    rf"{GAP}(?:от|в|ОТ|В){GAP}[А-ЯЍ][А-Яа-я]+(?:[нк]а{GAP}(?:Европа|България)|ския{GAP}(?:регион|район)"
    rf"|[НК]А{GAP}(?:ЕВРОПА|БЪЛГАРИЯ)|СКИЯ{GAP}(?:РЕГИОН|РАЙОН))(?!\w)"
)
_SEVERAL = tuple(form for word in ("ите", "ини", "ища", "ове", "власти") for form in (word, word.upper()))
_MEMBERS = re.compile(
    r"(?<!\w)(?:градове|села|общини|региони|области|държави|организации|институции|дружества|предприятия|училища"
    r"|университети|болници|клиники|фирми|библиотеки|читалища|музеи|галерии|учени|изобретатели)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_MEMBER = 14


def is_of_people(noun: str) -> bool:
    """Whether a noun in lower case is of people by what they do, with the article: `директорите`."""
    return _PEOPLE.search(noun) is not None


def is_of_many(phrase: str) -> bool:
    """Whether a noun phrase is of many things."""
    return _OF_MANY.search(phrase.lower()) is not None


def is_sphere(text: str, at: int) -> bool:
    """Whether what begins at `at` is the field people work in: `системата на образованието`."""
    return _SPHERE.match(text, at) is not None


def is_pair(text: str, end: int, at: int) -> bool:
    """Whether one of those that join ends at `end` and another begins at `at`, the article on their adjective only."""
    one = _MEMBERS.search(text, max(0, end - _LONGEST_MEMBER), end)
    return one is not None and one.end() == end and _MEMBERS.match(text, at) is not None


def part_of_world(text: str, at: int) -> int:
    """The end of where many that are named before `at` are: `от Югоизточна Европа`; `at` itself without it."""
    match = _PART_OF_WORLD.match(text, at) if text.endswith(_SEVERAL, 0, at) else None
    return match.end() if match else at
