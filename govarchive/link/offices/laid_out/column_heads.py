"""Column heads: what tables of people have at the head of the columns beside those of names and offices."""

import re

from govarchive.link.units import PARTS, any_of
from govarchive.names.roles.phrase import Role, role_first, role_whole

NUMBERS = r"""(?: (?:Мобилен[ ])?Тел(?:ефон(?:и|ен[ ]номер)?)?\.?(?:[ ]за[ ](?:контакт|връзка)и?)? | Факс | GSM | Моб
    | E-?mail | Имейл | Ел\.[ ]?поща | Електронна[ ]поща )"""
"""How somebody is reached."""

OTHERS = rf"""(?: №(?:[ ]по[ ]ред)? | Населено[ ]място | Село | Селище | Кметство | Община | Район | Град
    | Адрес | Училище | Читалище | (?:Детска[ ])?(?:градина|ясла) | ДГ
    | Специалност | Дни(?:[ ]и[ ]часове)? | Часове | Предмет | Ресор | Мандат | Населени[ ]места | Забележка
    | Институция | Наименование | Организация | Стая | Кабинет | Етаж
    | {any_of(PARTS)} | (?:Работно|Приемно)[ ]време | Приемен[ ]ден | Интернет[ ]страница | Сайт )"""
"""Of which body or place somebody is, where and when he is there."""

_NAME_OF = re.compile(r"(?:трите[ ])?(?:име|имена|фамилия)(?:[ ,а-я]{1,24})?[ ]на[ ]", re.IGNORECASE)
# Whose names such a column holds, though it tells of none what he does: `Име на ученика`.
_NO_OFFICES = frozenset("ученик ученичка студент участник кандидат лице родител дете наемател собственик".split())
_OFFICES = re.compile(r"(?:(?:заемана|изпълнявана)[ ])?(?:длъжност|позиция)[ ]*:?", re.IGNORECASE)
# Words, fields in quotes and brackets: a date, a number or a telephone is no office.
_WORDS = re.compile(r"[А-Яа-я][А-Яа-я \"().,/&-]+")
_LONGEST = 80


def office_of_head(words: str) -> Role | None:
    """The office of all in the column with this head.

    >>> office_of_head("Кмет").name, office_of_head("Име на кмета").name, office_of_head("Име")
    ('кмет', 'кмет', None)
    """
    lead = _NAME_OF.match(words)
    role = role_whole(words[lead.end() :] if lead else words)
    return None if lead and role and role.head in _NO_OFFICES else role


def heads_offices(words: str) -> bool:
    """Whether below this head the office of each is told: `Длъжност`."""
    return _OFFICES.fullmatch(words) is not None


def office_in_words(cell: str) -> Role | None:
    """The office that all the words of a cell tell, where no list has it.

    >>> office_in_words("Строителен надзор").name, office_in_words("-")
    ('строителен надзор', None)
    """
    words = " ".join(cell.split()).strip(" .,;:-")
    if not words or not _WORDS.fullmatch(words) or len(words) > _LONGEST:
        return None
    known = role_first(words)
    name = known.name + words[known.stop :] if known else words
    name = name if name[1:2].isupper() else name[0].lower() + name[1:]
    return Role(name, 0, 0, known.head if known else name.split()[0], plural=False, definite=False)
