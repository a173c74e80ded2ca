r"""Numbers of documents without their sign, right behind the type or on the line below a heading.

>>> from govarchive.text.documents.numbers import number
>>> from govarchive.text.documents.types import type_at
>>> def is_one(text):
...     kind = type_at(text, 0)
...     blank = BLANK.match(text, kind.stop)
...     return stands(text, kind, blank, number(text, blank.end()))
>>> is_one("Заповед РД-04-81 на кмета"), is_one("ЗАПОВЕД\nРД-04-81\n"), is_one("решение 14 по протокол 6")
(True, True, True)
>>> is_one("решение 14 дни по-късно"), is_one("Доклад 2016 на кмета")
(False, False)
"""

import re

from govarchive.text.documents.numbers import dated, issued
from govarchive.text.documents.types import DocumentType

# `Номер 674     Година 19.06.2014`, as the programs of courts print it, in one line or in three.
_YEAR_SAID = r"(?: \s{1,80}+ (?i:година)\s{1,20} | [ ]{1,60}+ ) [0-9]{1,2}\.[0-9]{1,2}\.[12]"
BLANK = re.compile(
    rf"""(?: [ ]{{1,2}} | [ ]{{3,8}}(?=[0-9]{{1,4}}[ ]{{0,9}}\n) ) (?: -[ ] | (?P<said>номер|НОМЕР)[ ]{{1,2}} )?
      (?=[0-9А-ЯІA-Z]) (?!N[ 0-9А-Я])
    | (?P<below> [ ]{{0,3}}\n\s{{0,40}} ) (?:
        (?= [0-9]{{1,5}} (?:-[А-Я]{{1,3}})? (?: [ ]{{0,9}}\n | [ ]{{2,60}} [0-9]{{1,2}}\.[0-9]{{1,2}}\.[12] ) )  # 201
      | (?= [А-Я]{{1,4}} (?: [ ]?-[ ]? | [ ] ) [0-9] )                                                 # РД-09-15
      | (?P<court>(?i:номер))[ ]{{1,9}} (?= [0-9]{{1,6}} {_YEAR_SAID} ) )""",
    re.VERBOSE,
)
PLURAL = re.compile(
    r"""(?i: решения(?:та)? | (?: заповеди | протоколи | договори | наредби | писма | актове )(?:те|та)? ) (?![а-я])""",
    re.VERBOSE,
)
_DATE = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[12][0-9]{3}")
# `РЕШЕНИЕ 121` as a heading.
_LINE_STARTS = re.compile(r"\n|\A")
_LINE_ENDS = re.compile(rf"[ ]?[:.]?[ ]{{0,9}}(?:\n|\Z) | {_YEAR_SAID}", re.VERBOSE)
# `Решение 814 по протокол 63 от 24.05.2011 г.`: the minutes it was taken in.
_TAKEN_IN = re.compile(r"(?:[ ]?,)?[ ](?:(?:по|от|с)[ ])?(?i:протокол)[ ](?:№[ ]?)?[0-9]")
_CODE = re.compile(r"[А-ЯІA-Z]{1,5}[ ]?-?[ ]?[0-9]")
_OF_THE_UNION = re.compile(r"[0-9]{2,4}/[0-9]{1,4}/(?:ЕС|ЕО|ЕИО)")
_SHORT = 4
"""The digits of a number that may stand for itself, at most."""
_BY_TYPE = frozenset(("ПМС", "РМС"))


def is_year(number: str) -> bool:
    """Whether the number of a document looks like a year."""
    return re.fullmatch("(?:19|20)[0-9]{2}", number) is not None


def is_of_the_union(number: str) -> bool:
    """Whether it is how the European Union numbers its decisions: `2012/119/ЕС`."""
    return _OF_THE_UNION.fullmatch(number) is not None


def stands(text: str, kind: DocumentType, blank: re.Match[str], stop: int) -> bool:
    """Whether the number from the end of `blank` (`BLANK`) to `stop` is that of the document named before it."""
    printed = text[blank.end() : stop]
    if _DATE.match(text, blank.end()):
        return False
    on, code = dated(text, stop), "-" in printed and _CODE.match(printed) is not None
    heads = _LINE_STARTS.match(text, kind.start - 1) and _LINE_ENDS.match(text, on.stop if on else stop)
    alone = heads and (len(printed) <= _SHORT or (blank["below"] and (code or blank["court"])))
    if blank["below"] and (not alone or not text[kind.start : kind.stop].isupper() or PLURAL.match(text, kind.start)):
        return False
    if on or issued(text, stop):
        return True
    taken = len(printed) <= _SHORT and _TAKEN_IN.match(text, stop) is not None
    sure = code or alone or taken or blank["said"] or kind.printed in _BY_TYPE or is_of_the_union(printed)
    return bool(sure) and not is_year(printed)
