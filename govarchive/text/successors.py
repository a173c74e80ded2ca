"""Numbers that take the place of others: `094/ 60 11 22 (до 31.12.2017 г.), от 01.01.2018 г. - 094/ 60 11 23`.

>>> text = "факс 094/ 60 11 22 не се ползва, новият е 094/ 60 11 23"
>>> replaced_before(text, text.rindex("094"))
(5, 18)
"""

import re

from govarchive.text.calendar import MONTH
from govarchive.text.needles import holds

_DAY = rf"[0-9]{{1,2}}(?:\.[ ]?[0-9]{{1,2}}\.|[ ]{MONTH})[ ]?(?:[0-9]{{4}}(?:[ ]?г(?:од)?\.)?)?"
_NEW = r"нов(?:ият|ия|ата|а|о)?(?:[ ]номер)?"
_GAP = rf"""
    [ ]? [(,/-]? [ ]? (?: (?:само[ ])?до[ ]{_DAY} | (?:вече[ ])?(?:не[ ](?:се[ ])?|е[ ])[а-я]{{5,14}} )? [)/]?
    [ ]?[,;.]? [ ] (?:[аи][ ])?
    (?: (?:считано[ ])?(?:от|след)[ ]{_DAY} (?:[ ](?:е|става)(?![а-я]))? (?:[ ]{_NEW})? | {_NEW} )
    (?:[ ](?:е|става))? [ ]?[:-]? [ ]?"""
_JOINS = re.compile(_GAP, re.VERBOSE | re.IGNORECASE)
_REPLACED = re.compile(rf"(?P<number>(?<![0-9])[(+0-9][0-9 /()-]{{4,16}}[0-9]){_GAP}\Z", re.VERBOSE | re.IGNORECASE)
_OLD = re.compile(
    r".*(?<![а-я])стар(?:ият|ия|ата|ото|и|а)?[ ](?=тел|номер|факс|моб|адрес|имейл|мейл|сметк|линия)", re.IGNORECASE
)
_REACH = 120
_SIGNS = ("нов", "Нов", "от ", "след ")


def replaces(text: str, stop: int, start: int) -> bool:
    """Whether the words from the end of one number to the start of the next tell that this one takes its place."""
    return start - stop <= _REACH and _JOINS.fullmatch(text, stop, start) is not None


def replaced_before(text: str, start: int) -> tuple[int, int] | None:
    """The span of the number before one that takes its place; None for one that takes no other's."""
    before = text[max(0, start - _REACH) : start]
    found = _REPLACED.search(before) if holds(before, _SIGNS) else None
    shift = start - len(before)
    return (shift + found.start("number"), shift + found.end("number")) if found else None


def of_new(label: str | None) -> str | None:
    """What the next number of a list is called as the one before, without the word that this is the old one.

    >>> of_new("Старият телефон на касата"), of_new("Дом за стари хора")
    ('телефон на касата', 'Дом за стари хора')
    """
    return _OLD.sub("", label) if label else label
