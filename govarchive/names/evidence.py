"""What stands beside a name: titles, roles, verbs of saying, patrons' streets and schools, the shape of the line.

All offsets are of the folded text. Weights are shares of `finder.ENOUGH`, found on news and official pages.
"""

import re
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.names.bodies.words import HEADS
from govarchive.names.roles.words import adjective_base, head_of, may_end_title, modifier, role_tokens, title_at_end
from govarchive.text.fold import lower
from govarchive.text.inflect import definite

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
_WITHIN = frozenset({"на", "в", "във", "към", "при"})
_PATRON_ROOM = 48
# `отборът в състав А и Б`: no ensemble called after somebody
# `в състав`, and the number of a panel of judges: `I състав`.
_COMPOSED = re.compile(
    r"(?:(?<![а-я])в[ ](?:[а-я]+[ ])?|(?<![^\W_])(?:[0-9]{1,2}|[IVXІХ]{1,5})(?:-?(?:ви|ри|ти|ми))?[.)]?[ ])състав\Z",
    re.IGNORECASE,
)
_LANDS = frozenset({"община", "област"})
# `награди` is a verb before a name, and a firm's legal form stands after the firm's name, not before a patron's.
_NO_PATRONS = frozenset("награди ад еад оод еоод".split())
_STREETS = frozenset({"street"})
_ANY = frozenset({"street", "institution", "other"})
_HOSPITAL = re.compile(r"(?:у?мбал|сбал)[а-я]*\Z")
_QUOTES = frozenset("\"'")
_NO_HEADS = frozenset(":,;")
_BLANK_LINE = re.compile(r"\n[ ]*\n\s*\Z")
_NAMED_ALREADY = re.compile(
    r"(?:[А-Яа-я]{3,}(?:на|[сшчц]ка(?:та)?)|на [А-Я][а-я]{2,}) (?i:община|област)$|[А-Я][а-я]{2,} ?- ?(?:град|област)$"
    # `община Роман` is called after a place, whatever else its name means.
    r"|(?<![А-Яа-я])(?i:община|общ\.|град|гр\.|село|с\.|кмет(?:а|ът)? на) [А-Я][А-Яа-я]{2,}$"
)
_BRACKETS = frozenset({"//", "()"})
_CLAUSE = re.compile(r"[.;:!?\n\t]")
_QUOTED_TAIL = re.compile(r"[^\"\n]{0,12}\"")
# A firm called after its owner; a street without its mark before a number and a floor.
_COMPANY = re.compile(r"[ ]{0,2}\"?[ ]?(?:(?:ЕООД|ООД|ЕАД|АД)(?!\w)|№?[ ]?[0-9]{1,3}[А-Яа-я]?,[ ]?(?:ет|вх|ап|бл)\.)")
_BULLET = re.compile(r"[ ]*(?:[0-9]{1,3}[.)]?|[IVXІ]+\.|[-*•·])?[ ]*")
_ITEM_ROOM = 12
_ENDS_CELL = re.compile(r"[ ]*(?:$|[\n\t;,:(]|-[ ]|[+0(][0-9 ])")


# The same few characters are asked about when a name is found, taken apart and given its role.
_title_at_end = lru_cache(maxsize=2048)(title_at_end)


@cache
def _patrons(kinds: frozenset[str]) -> frozenset[str]:
    """What is called after people, of these kinds (`street`, `institution`, `other`)."""
    rows = (row for row in table("manual_patrons") if row["what"] in kinds)
    return frozenset(lower(row["word"]).rstrip(".") for row in rows) - _NO_PATRONS


@lru_cache(maxsize=4096)
def _has_patron(word: str, only_streets: bool) -> bool:
    """Whether what this word names is called after people."""
    form = lower(word)
    kinds = _STREETS if only_streets else _ANY
    return form in _MARKS or form.rstrip(".") in _patrons(kinds) or _HOSPITAL.match(form) is not None


@lru_cache(maxsize=4096)
def introduces(word: str) -> float:
    """What a word says for a name right after it: a role, a verb of saying, the head of a list of names."""
    form = lower(word)
    if head_of(form) or _SAYS.match(form):
        return 1.3
    return 1.0 if _ROLL_CALL.match(form) else 0.0


def before_titles(text: str, start: int) -> tuple[int, str]:
    """Where the titles right before `start` begin, and their norms (`проф. д-р`); `start` and empty without any."""
    if not may_end_title(text[start - 4 if start > 4 else 0 : start]):
        return start, ""
    norms: list[str] = []
    while True:
        head = text[start - 24 if start > 24 else 0 : start].rstrip(" ")
        if norms and head[-1:] == ",":
            head = head[:-1]  # `проф., д-р А`
        title = _title_at_end(head) if may_end_title(head[-2:]) else None
        if title is None:
            return start, " ".join(norms)
        norms.insert(0, title[1])
        start = start - min(start, 24) + len(head) - title[0]


def is_patron(text: str, stop: int, front: int, titles: str) -> bool:
    """Whether a name is that of a street, a school, a prize: what it is called after stands before it.

    The name ends at `stop`; with its titles it begins at `front`.
    """
    if _COMPANY.match(text, stop):
        return True
    if text[front - 1 : front] in _QUOTES and _QUOTED_TAIL.match(text, stop):
        return True
    left = text[front - _PATRON_ROOM if front > _PATRON_ROOM else 0 : front].rstrip(" \"'")
    words = left.rstrip()
    if words[-1:] in _NO_HEADS or (left[-1:] == "\n" and _BLANK_LINE.search(left)):
        return False
    if words[-6:].lower() == "състав" and _COMPOSED.search(words):
        return False
    if left[-1:] == "\n" and _right_weight(text, stop):
        return False  # below a list of offices: `А - отдел в предприятие`, then `Б - директор`
    if left[-1:] == "\n" and lower(_last_word(left)) in _LANDS:
        return False  # `Кмет на община`, and below it who that is
    # A school has its patron's title with a capital; `на университета проф. А` is a person.
    only_streets = bool(titles) and text[front].islower()
    return _has_patron(_last_word(left), only_streets) and not _is_led(left)


def _is_led(left: str) -> bool:
    """Whether what could have a patron needs none: `Столична община`, `директорът на (детската) градина`."""
    *lead, noun = left.split()[-4:] or [""]
    # `председател на състав А`: of a court
    pointed = definite(noun) or _has_article(noun) or lower(noun) == "състав"
    if len(lead) == 3 and lead[1] in _WITHIN and definite(lead.pop()):
        pointed = True
    if pointed and len(lead) >= 2 and lead[-1] in _WITHIN and head_of(lead[-2]):
        return True
    return _NAMED_ALREADY.search(left) is not None


def _has_article(word: str) -> bool:
    """Whether a word is a masculine head of bodies with the short article: `музея`, `театъра`."""
    head = HEADS.get(word)
    return head is not None and word not in (head.base, f"{head.base}та") and word.endswith(("а", "я"))


def _last_word(left: str) -> str:
    """The last word of a text, without the quotes, brackets and commas around it."""
    words = left.rsplit(maxsplit=1)
    return words[-1].strip("\"'(),:;-") if words else ""


def context_weight(text: str, stop: int, front: int, titles: str) -> float:
    """How much the surroundings speak for a person; the name ends at `stop`, with its titles it begins at `front`."""
    weight = 1.5 if titles else 0.0
    left = text[front - REACH if front > REACH else 0 : front]
    return weight + _left_weight(left) + _right_weight(text, stop) + _line_weight(left, text, stop)


def _left_weight(left: str) -> float:
    """A role or a verb of saying right before; a role earlier in the same clause counts for less."""
    introduced = introduces(_last_word(left.rstrip(' ,-:(\n\t"')))
    if introduced:
        return introduced
    return 0.9 if any(map(head_of, _CLAUSE.split(left)[-1].split())) else 0.0


def role_before(text: str, start: int) -> str | None:
    """The head noun of the role that stands right before, with but a space between."""
    if text[start - 1 : start] != " ":
        return None
    return head_of(_last_word(text[start - 30 if start > 30 else 0 : start]))


def is_said_by(text: str, stop: int) -> bool:
    """Whether a verb of saying follows: only people do that."""
    return _SAYS.match(text, stop + 1) is not None


def _right_weight(text: str, stop: int) -> float:
    return 1.3 if speaks_of_person(text, stop) else 0.0


def speaks_of_person(text: str, stop: int) -> bool:
    """Whether what follows a name begins with a role or a verb of saying."""
    match = _FIRST_WORDS.match(text, stop, stop + REACH)
    return match is not None and _speaks_of(match[1])


def begins_item(text: str, start: int) -> bool:
    """Whether a line or a cell begins at `start`, its number or bullet apart."""
    left = text[start - _ITEM_ROOM if start > _ITEM_ROOM else 0 : start]
    return _BULLET.fullmatch(left, max(left.rfind("\n"), left.rfind("\t")) + 1) is not None


@lru_cache(maxsize=2048)
def _speaks_of(phrase: str) -> bool:
    """Whether a phrase after a name begins with a role or a verb of saying."""
    return role_follows(lower(phrase)) or _SAYS.match(phrase) is not None


def role_follows(phrase: str) -> bool:
    """Whether a phrase (in small letters) begins with a role, after its modifiers and adjectives."""
    rest = role_tokens(phrase)
    while rest and not head_of(rest[0]):
        skip = modifier(rest) or (1 if adjective_base(rest[0]) else 0, "")
        rest = rest[skip[0] :] if skip[0] else []
    return bool(rest)


def _line_weight(left: str, text: str, stop: int) -> float:
    """Mid-sentence a capital needs a reason; alone in a line or a cell less so."""
    if _BULLET.fullmatch(left, max(left.rfind("\n"), left.rfind("\t")) + 1):
        return 0.5 if _ENDS_CELL.match(text, stop) else 0.0
    last = left.rstrip(" ")[-1:]
    if last + text[stop : stop + 2].lstrip(" ")[:1] in _BRACKETS:  # a signature: `/П. Лойзи/`
        return 0.7
    if last.islower():
        return 0.7
    return 0.5 if last in {",", ";", "-", ":"} else 0.0
