"""Words that are an office and nothing else but what it is for or of.

>>> is_office_alone('Заместник-кмет "Финанси"'), is_office_of("НАЧАЛНИК НА РУО - РАЗГРАД")
(True, True)
>>> is_office_of("Директорът каза, че ще дойде"), office_at_end("обслужващия ветеринарен лекар (")
(False, 'ветеринарен лекар')
"""

import re
from functools import lru_cache

from govarchive.link.label_words import EDGE
from govarchive.link.units import LOCATED, any_of
from govarchive.names.roles.phrase import RANKS, role_first, role_whole
from govarchive.text.layout import words_above
from govarchive.text.remembered import remembered_if_short

_FIELD = re.compile(r'[ ]?-?[ ]?"[^"\n]{2,90}"?[ ]*\Z')
# What an office is of: ` на РУО - РАЗГРАД`, ` отдел "Култура"`.
_OF_OFFICE = re.compile(
    r"[ -]{1,3}(?:[^\W\d_][^\W\d_.-]*|\"[^\"\n]{2,90}\"?)(?:[ -]{1,3}[^\W\d_]+|[ -]{0,3}\"[^\"\n]{2,90}\"?){0,7}"
)
# A unit inside a body, and the office of who leads one.
_UNIT = re.compile(
    rf"""(?:[^\W\d_-]+[ -]){{0,4}} (?:{any_of(LOCATED)}) (?:[ ][^\d\n:;@]{{2,60}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADS_UNIT = re.compile(
    r"""(?: (?:вр\.?[ ]?)?и\.?[ ]?д\.?[ ] | зам\.?[ -] )?
    (?: начал | завежд | зав\. | ръковод | управит | директ | (?:гл\.|главен)[ ]?счет )""",
    re.VERBOSE | re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:[а-я]{1,4}\.[ -]?){1,3}[а-я]{1,4}\.?", re.IGNORECASE)  # ст. м.с.
# An office that is told by its task: `Длъжностно лице по защита на данните`.
_PERSON_FOR = re.compile(r"(?:длъжностно|отговорно|упълномощено)[ ]лице[ ](?:по|за)[ ][^:;.\d\n]{4,80}", re.IGNORECASE)
# ` на кметство с. Горно Поле`
_OF_PLACE = re.compile(r"[ ]на[ ][^\W\d]+[ ](?:с|гр|общ)\.[ ]?[А-Я][а-яА-Я -]{2,30}")
# `комисар`, `гл. инспектор` behind other words.
_RANK_BEHIND = re.compile(r"(?<=[^ ])[ ](?:[а-я]{2,8}\.?[ ])?[а-я]{5,10}\Z")
_LONGEST_OFFICE = 40
_MOST_WORDS = 5


def is_office_alone(words: str) -> bool:
    """Whether words are an office and nothing else but its field in quotes."""
    office = _FIELD.sub("", words) if '"' in words else words
    return role_whole(office) is not None or _PERSON_FOR.fullmatch(words) is not None


@lru_cache(maxsize=512)
def is_office_of(words: str) -> bool:
    """Whether words are an office and what it is of: `Началник отдел "Култура"`, `НАЧАЛНИК НА РУО - РАЗГРАД`."""
    office = role_first(words, 0, _LONGEST_OFFICE)
    return office is not None and _OF_OFFICE.fullmatch(words, office.stop) is not None


@remembered_if_short
def is_unit(words: str) -> bool:
    """Whether words are a unit inside a body, and no more.

    >>> is_unit("Детско отделение"), is_unit("Директор на отделението")
    (True, False)
    """
    return _UNIT.fullmatch(words) is not None


def is_rank(words: str) -> bool:
    """Whether words are a rank in the police or an inspectorate, which who has it may lead a unit with.

    >>> is_rank("гл. инспектор"), is_rank("главен архитект")
    (True, False)
    """
    role = role_whole(words)
    return role is not None and role.head in RANKS


def without_rank(words: str) -> str:
    """An office without the rank behind it.

    >>> without_rank('Началник сектор "Контрол" гл. инспектор'), without_rank("гл. инспектор")
    ('Началник сектор "Контрол"', 'гл. инспектор')
    """
    found = _RANK_BEHIND.search(words)
    office = words[: found.start()].rstrip(EDGE.replace('"', "")) if found and is_rank(found.group()) else words
    return office if is_office_alone(office) or is_office_of(office) else words


def tells_role(words: str, role: str) -> bool:
    """Whether words are an office, with what it is of, that is `role` in citation form.

    >>> tells_role("Зам.-директор", "заместник-директор"), tells_role("комисар", "директор")
    (True, False)
    """
    told = role_first(words, 0, _LONGEST_OFFICE)
    if told is None or not (role.startswith(told.name) or told.name.startswith(role)):
        return False
    return is_office_alone(words) or is_office_of(words) or _OF_PLACE.fullmatch(words, told.stop) is not None


def whose_phone(text: str, start: int, words: str) -> str | None:
    r"""Whose a telephone is below the line at `start`, which begins with `words` before somebody's name: an office.

    Below a unit's own name that of who leads it is the unit's.

    >>> whose_phone("Детско отделение\nначалник А", 17, "началник"), whose_phone("Клуб\nст. м.с. А", 5, "ст. м.с")
    ('Детско отделение', 'ст. м.с')
    """
    if not words or not (is_office_alone(words) or _ABBREVIATED.fullmatch(words)):
        return None
    if _LEADS_UNIT.match(words) is None:
        return words
    above = text[slice(*words_above(text, start, most=2, marks=EDGE))].strip(EDGE)
    return above if _UNIT.fullmatch(above) else words


def office_at_end(words: str) -> str | None:
    """The office that ends the words before a name or a bracket."""
    words = words.strip(EDGE)
    near = words[words.rfind(", ") + 1 :].split()[-_MOST_WORDS:]
    offices = (" ".join(near[at:]).strip(EDGE) for at in range(len(near)))
    return next((it for it in offices if role_whole(it) or (" на " in it and is_office_of(it))), None)
