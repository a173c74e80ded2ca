"""What stands before the number of a document: its type, the register it was entered in, who issued it.

>>> head_before("Заповед на кмета на община Х № 5", 29)
Head(start=0, stop=7, printed='Заповед', full='заповед', case=False, issuer='кмета на община Х', code=None)
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from govarchive.text.documents.types import DocumentType, types
from govarchive.text.glance import lowered
from govarchive.text.layout import column_head
from govarchive.text.words import words

REACH = 110
"""How far before a number its type may begin, in characters."""

_REGISTER = r"""(?P<register>
    (?<![а-я]) (?: (?: вх | изх ) (?: одящ )? \.?[ ]? (?= рег ) )?           # вх. рег. №
    (?: входящ | изходящ | вх | изх
      | (?: (?<!национален[ ])регистрационен | рег | деловоден | дел ) (?=\.|[ ]) )      # ... is a company's number
) \.? (?: [ ]?(?:номер|индекс) )?"""
_REGISTERED = re.compile(rf"(?: ,?[ ](?:с|под|със) )? [\s,/(-]{{0,3}} {_REGISTER} [ ]?:?[ ]{{0,2}} \Z", re.VERBOSE)
_REGISTERS = {"вх": ("Вх.", "входящ номер"), "из": ("Изх.", "изходящ номер"), "ре": ("Рег.", "регистрационен номер")}
_REGISTERS |= {"де": ("Дел.", "деловоден номер")}
_BOTH = re.compile("(вх|изх)[а-я]*[. ]+рег", re.IGNORECASE)
_GAP = re.compile(
    r"""
    (?: [ ]{1,2} [(/][ ]?[А-Я]{2,6}[ ]?[)/] )?                       # изпълнително дело /ИД/ №
    (?: [\s:]{0,6} | [ ]{0,6}\n\s{0,60} | [ ]? - [ ]?
      | [ ]{1,2} с [ ]{1,2} (?: (?:наш|ваш)[ ] )? ) \Z                       # Заповед № , ЗАПОВЕД \n\n №
    | [ ]{1,2} (?:на|НА) [ ] (?P<issuer> [^,.;:()\n0-9№/]{2,80}? ) [ ]? [:-]? [ ]? \Z  # … на Министерския съвет №
    | [ \n]{1,2} (?:за|ЗА) [ \n] (?: [а-яА-Я -] | (?<!\n)\n ){3,90}     # Удостоверение за … №
      (?: (?<=[а-я]) ,[ ] )? (?: [(/][ ]?[А-Я]{2,6}[ ]?[)/][ ]? )? \Z
    | [ ]{1,2} (?: по[ ][А-Я]{2,5} | \((?:ЕС|ЕО)\) ) [ ]? \Z                  # Становище по ЕО №
    | [ ]{1,2} (?P<party> (?:с(?:ъс)?|между)[ ] ) [^,;:()\n0-9№/]{2,70}? [ ] \Z   # Договор с НЗОК №
    | [ ] (?P<code> РД ) [ ]? \Z                                             # Заповед РД №48-61
    """,
    re.VERBOSE,
)
_TWO_SIDED = ("договор", "споразумение", "анекс")
_SPACED_LETTERS = re.compile(r"(?:[А-Я][ \n]{1,3}){4,}[А-Я](?=\s*\Z)")
# What has a number and is no document: `имот № 5`, `ДГ № 5`, `стая № 5`.
ITEM = re.compile(
    r"""(?<![А-Яа-я]) (?i: имоти? | кад\. | училище | обекта? | парцел | упи | блок | бл\. | стая | зала | кабинет
    | каб\. | ул\. | позиция | точка | т\. | сесия | заседание | секция | сик | приложение | образец | партида | кв\.
    | квартал | дг | цдг | дя | оу | су | пг | дкц | одз | лот | масив | поръчка | сграда | гараж | площ | ред | лист
    | стр\. | чл\. | проекта? | процедура | търг | конкурс | оферта | брой | бюлетина | карта | формуляр )
    [ ]? (?: с[ ] )? \Z""",
    re.VERBOSE,
)


# The number behind a contract of procurement is that of the contract.
_PROCURED = re.compile(r"[Дд]оговор[а-я]{0,2}[ \n]за[ \n](?:възлагане[ \n]на[ \n])?обществена[ \n]поръчка[ ]{0,2}\Z")


class Head(NamedTuple):
    """What stands before a number: the type at `[start, stop)`, printed and in full, and who issued it."""

    start: int
    stop: int
    printed: str
    full: str
    case: bool = False
    issuer: str | None = None
    code: str | None = None


def head_before(text: str, at: int, floor: int = 0) -> Head | None:
    """The type before a number that begins (its sign included) at `at`, from `floor` on."""
    floor = max(floor, at - REACH)
    register = _registered(text, floor, at)
    stop = register.start() if register else at
    found = nearest(text, floor, stop) or _spaced(text, floor, stop)
    if register is None:
        return found
    first = register.start("register")
    printed, full = _REGISTERS[register["register"][:2]]
    if both := _BOTH.match(register["register"]):
        return Head(first, at, f"{both[1].capitalize()}. рег.", found.full if found else full)
    # What comes in or goes out is entered under that number; the letter or request has no other.
    if found and printed in ("Вх.", "Изх."):
        return Head(first, at, printed, found.full)
    if found:
        return found._replace(printed=f"{found.printed} {printed.lower()}")
    return Head(first, at, printed, full)


def of_column(text: str, at: int) -> Head | None:
    r"""The type at the head of the column whose cell begins at `at`: `АОС №` above `1127/03.03.2018`.

    >>> of_column("Имот\tАОС №\nНива\t1127/03.03.2018", 16).printed
    'АОС'
    """
    if text[at - 1 : at] not in "\t\n":
        return None
    kinds = types(column_head(text, at))
    return Head(at, at, kinds[0].printed, kinds[0].full, kinds[0].case) if len(kinds) == 1 else None


def _registered(text: str, floor: int, at: int) -> re.Match[str] | None:
    """The word that tells an incoming from an outgoing number, right before the number."""
    parts, ends = words(text)
    word = (bisect_left(ends, at) - 1) | 1
    if word > 0 and parts[word].lower() in ("номер", "индекс"):
        word -= 2
    if word < 1 or parts[word][:2].lower() not in _REGISTERS:
        return None
    return _REGISTERED.search(lowered(text), max(floor, ends[word - 1] - 9), at)


def nearest(text: str, floor: int, stop: int) -> Head | None:
    """The last type of `[floor, stop)` with nothing but what may stand between it and its number."""
    for kind in reversed(types(text, floor, stop)[-2:]):
        gap = _GAP.match(text, kind.stop, stop)
        if gap and gap["party"] and kind.full not in _TWO_SIDED:
            continue
        if gap and (_PROCURED.match(text, kind.start, stop) or not ITEM.search(text, kind.stop, stop)):
            return Head(kind.start, kind.stop, kind.printed, kind.full, kind.case, gap["issuer"], gap["code"])
    return None


def _spaced(text: str, floor: int, stop: int) -> Head | None:
    """A heading with two or three blanks between its letters: `Р  Е  Ш  Е  Н  И  Е`."""
    before = text[max(floor, stop - 90) : stop].rstrip()
    if before[-2:-1] not in (" ", "\n"):
        return None
    match = _SPACED_LETTERS.search(text, max(floor, stop - 90), stop)
    kind: list[DocumentType] = types("".join(match.group().split())) if match else []
    return Head(match.start(), match.end(), kind[0].printed, kind[0].full) if match and kind else None
