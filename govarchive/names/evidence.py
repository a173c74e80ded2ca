"""What stands beside a name: titles, roles, verbs of saying, patrons' streets and schools, the shape of the line.

All offsets are of the folded text. Weights are shares of `finder.ENOUGH`, found on news and official pages.
"""

import re
from functools import cache

from govarchive.data import table
from govarchive.names.role_words import adjective_base, head_of, may_end_title, modifier, role_tokens, title_at_end
from govarchive.text.fold import lower

REACH = 90
"""How far to the left and right a cue may stand, in characters."""

_FIRST_WORDS = re.compile(r"[ ]*[-,(:\t\n]?[ \n]*[-(]?[ ]*\"?((?:\w[\w-]*\.?[ -]{0,2}){1,4})")
_SAYS = re.compile(
    r"""
    (?: каза | казва | заяви | заявява | съобщ\w{1,3} | обяв\w{1,3} | подчерта\w? | допълн[ия]\w? | обясн[ия]\w?
      | комент\w{4,6} | написа | добави | попита | отговор[ия] | призова\w? | посочи | отбеляз\w{1,3} | предупреди
      | благодари | откри | увери | представи | прочете | предложи | изрази | настоя | смята | вярва | припомни | уточни
      | определи | поиска | изтъкна )(?!\w)
    """,
    re.VERBOSE,
)
_ROLL_CALL = re.compile(
    r"присъства|отсъства|участва|докладва|гласува|състав|следните|имена|внос|постъпи|избра|избира|кандидати"
)
# Saints and settlements.
_MARKS = frozenset("с. гр. село град общ. община обл. област кв. квартал местност свети света св.".split())
# `награди` is a verb before a name, and a firm's legal form stands after the firm's name, not before a patron's.
_NO_PATRONS = frozenset("награди ад еад оод еоод".split())
_STREETS = frozenset({"street"})
_ANY = frozenset({"street", "institution", "other"})
_HOSPITAL = re.compile(r"у?мбал|сбал")
_CLAUSE = re.compile(r"[.;:!?\n\t]")
_QUOTED_TAIL = re.compile(r"[^\"\n]{0,12}\"")
# A firm called after its owner; a street without its mark before a number and a floor.
_COMPANY = re.compile(r"[ ]{0,2}\"?[ ]?(?:(?:ЕООД|ООД|ЕАД|АД)(?!\w)|№?[ ]?[0-9]{1,3}[А-Яа-я]?,[ ]?(?:ет|вх|ап|бл)\.)")
_BULLET = re.compile(r"[ ]*(?:[0-9]{1,3}[.)]?|[IVXІ]+\.|[-*•·])?[ ]*")
_ENDS_CELL = re.compile(r"[ ]*(?:$|[\n\t;,:(]|-[ ]|[+0(][0-9 ])")


@cache
def _patrons(kinds: frozenset[str]) -> frozenset[str]:
    """What is called after people, of these kinds (`street`, `institution`, `other`)."""
    rows = (row for row in table("manual_patrons") if row["what"] in kinds)
    return frozenset(lower(row["word"]).rstrip(".") for row in rows) - _NO_PATRONS


def before_titles(text: str, start: int) -> tuple[int, str]:
    """Where the titles right before `start` begin, and their norms (`проф. д-р`); `start` and empty without any."""
    if not may_end_title(text[start - 4 if start > 4 else 0 : start]):
        return start, ""
    norms: list[str] = []
    while True:
        head = text[max(0, start - 24) : start].rstrip(" ")
        title = title_at_end(head)
        if title is None:
            return start, " ".join(norms)
        norms.insert(0, title[1])
        start = start - min(start, 24) + len(head) - title[0]


def is_patron(text: str, start: int, stop: int) -> bool:
    """Whether the name is that of a street, a school, a prize: what it is called after stands before it."""
    if _COMPANY.match(text, stop):
        return True
    front, titles = before_titles(text, start)
    if text[front - 1 : front] in {'"', "'"} and _QUOTED_TAIL.match(text, stop):
        return True
    left = text[max(0, front - 30) : front].rstrip(" \"'")
    if left.endswith((":", ",", ";")):
        return False
    word = _last_word(left)
    # A school has its patron's title with a capital; `на университета проф. А` is a person.
    kinds = _STREETS if titles and text[front].islower() else _ANY
    return word in _MARKS or word.rstrip(".") in _patrons(kinds) or _HOSPITAL.match(word) is not None


def _last_word(left: str) -> str:
    """The last word of a text in small letters, without the quotes, brackets and commas around it."""
    words = left.rsplit(maxsplit=1)
    return lower(words[-1].strip("\"'(),:;-")) if words else ""


def context_weight(text: str, start: int, stop: int) -> float:
    """How much the surroundings speak for a person at `[start, stop)`."""
    first, titles = before_titles(text, start)
    weight = 1.5 if titles else 0.0
    left = text[max(0, first - REACH) : first]
    return weight + _left_weight(left) + _right_weight(text, stop) + _line_weight(left, text, stop)


def _left_weight(left: str) -> float:
    """A role or a verb of saying right before; a role earlier in the same clause counts for less."""
    word = _last_word(left.rstrip(' ,-:(\n\t"'))
    if head_of(word) or _SAYS.match(word):
        return 1.3
    if _ROLL_CALL.match(word):
        return 1.0
    return 0.9 if any(head_of(word) for word in _CLAUSE.split(left)[-1].split()) else 0.0


def role_stands_before(text: str, start: int) -> bool:
    """Whether the word right before, with but a space between, is a role."""
    return text[start - 1 : start] == " " and head_of(_last_word(text[max(0, start - 30) : start])) is not None


def is_said_by(text: str, stop: int) -> bool:
    """Whether a verb of saying follows: only people do that."""
    return _SAYS.match(text, stop + 1) is not None


def _right_weight(text: str, stop: int) -> float:
    match = _FIRST_WORDS.match(text, stop, stop + REACH)
    if match is None:
        return 0.0
    if role_follows(lower(match.group(1))):
        return 1.3
    return 1.3 if _SAYS.match(match.group(1)) else 0.0


def role_follows(phrase: str) -> bool:
    """Whether a phrase (in small letters) begins with a role, after its modifiers and adjectives."""
    rest = role_tokens(phrase)
    while rest and not head_of(rest[0]):
        skip = modifier(rest) or (1 if adjective_base(rest[0]) else 0, "")
        rest = rest[skip[0] :] if skip[0] else []
    return bool(rest)


def _line_weight(left: str, text: str, stop: int) -> float:
    """Mid-sentence a capital needs a reason; alone in a line or a cell less so."""
    line = left.replace("\t", "\n").rpartition("\n")[2]
    if _BULLET.fullmatch(line):
        return 0.5 if _ENDS_CELL.match(text, stop) else 0.0
    last = left.rstrip(" ")[-1:]
    if last.islower():
        return 0.7
    return 0.5 if last in {",", ";", "-"} else 0.0
