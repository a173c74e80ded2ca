"""Words of calls: what a sentence calls a telephone that it names, `телефона на дежурния`, `гореща линия`."""

import re

REACHED = frozenset({"phone", "email"})
"""The kinds of values by which somebody is reached."""

OPERATORS = frozenset(
    "vivacom виваком btc бтк a1 а1 мтел mtel m-tel telenor теленор yettel йеттел глобул globul".split()
)
"""The companies that run the telephones, in small letters: no word for whose one is."""

LINE_OF_CALLS = (
    r"(?:(?:денонощ|безплат|дежур|горещ|зелен|специал|телефон)[а-я]*[ ]){1,3}(?:лини[яи]|тел(?:ефони?)?)(?![а-я])"
)
"""A telephone that anybody may call: `денонощна телефонна линия`."""
_LINE_ALONE = re.compile(LINE_OF_CALLS, re.IGNORECASE)
_LINE = re.compile(rf"(?<=[ ]){LINE_OF_CALLS}.*", re.IGNORECASE)
_PHRASE = re.compile(
    r"""\b(?:тел(?:ефон[а-я]*|\.)|факс(?:а|ът)?|линия(?:та)?) (?:,?[ ](?:на|за)[ ]ко[а-я]{3}[ ]|[ ](?:на|за)[ ])
    [^,;:]{3,70}? (?=(?:,[ ](?:е|са)|[ ](?:ще[ ])?се[ ][а-я]+(?:[ ](?:на|с))?)?\Z)""",
    re.VERBOSE | re.IGNORECASE,
)

_CALL_OF = re.compile(
    r"^(?:тел\.?|тел(?:\.|ефон)?[ ]?/[ ]?(?:факс|fax)|факс|fax|моб\.(?:[ ]?тел\.)?|gsm)[ ]на[ ](?=[^\W\d_]{4})",
    re.IGNORECASE,
)


def begins_line(words: str, at: int) -> bool:
    """Whether the words from an offset on, which a space leads, begin with a line of calls."""
    return _LINE.match(words, at) is not None


def is_line_of_calls(words: str) -> bool:
    """Whether words name a telephone that anybody may call and nothing more: `Горещ телефон`."""
    return _LINE_ALONE.fullmatch(words) is not None


def phrase_of_phone(bare: str) -> str | None:
    """The words from the one that names a telephone on, which say whose it is, at the end of a long sentence.

    >>> phrase_of_phone("Щом камбаната удари два пъти, обадете се на телефона на пазача")
    'телефона на пазача'
    """
    found = _PHRASE.search(bare)
    return found.group() if found else None


def line_in(words: str) -> str | None:
    """The line of calls in a long sentence: `В хижата работи денонощна телефонна линия за изгубени`.

    >>> line_in("В хижата през зимата работи денонощна телефонна линия за изгубени туристи")
    'денонощна телефонна линия за изгубени туристи'
    """
    found = _LINE.search(words)
    return found.group() if found and words.count(" ", 0, found.start()) > 2 else None


def without_call(label: str) -> str:
    """A label without the short word for a telephone in front of whose it is.

    >>> without_call("тел./факс на управителя"), without_call("Телефон на читателя")
    ('управителя', 'Телефон на читателя')
    """
    return _CALL_OF.sub("", label) if label[:1] in "тТфФмМgG" else label
