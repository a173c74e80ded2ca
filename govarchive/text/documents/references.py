"""References to documents in a folded text: the type, the number and the date that belong together.

The anchor is the number sign, a slash before a date or year, or a type word that stands right before a number; from
there the type is looked for backwards and the date forwards.

>>> [it.value for it in references("с решение № 274 по протокол № 26/30.05.2018 г. и ПМС 138")]
['Решение № 274', 'Протокол № 26/30.05.2018', 'ПМС № 138']
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

from govarchive.text.documents import numbers
from govarchive.text.documents.acts_of_the_union import Union, act, case, ecli
from govarchive.text.documents.anchors import anchors
from govarchive.text.documents.bare import BLANK, PLURAL, is_of_the_union, is_year, stands
from govarchive.text.documents.gazette import issues
from govarchive.text.documents.heads import ITEM, REACH, Head, head_before, nearest, of_column
from govarchive.text.documents.issuers import issuer_after, issuer_base
from govarchive.text.documents.types import type_at
from govarchive.text.glance import numbers as numbers_of


class Reference(NamedTuple):
    """One document at `[start, stop)`: type in base form and in full, number, date (EDTF), and who issued it."""

    start: int
    stop: int
    rule: str
    type: str
    full: str
    number: str
    date: str | None = None
    issuer: str | None = None

    @property
    def value(self) -> str:
        """As written in Bulgaria: type, number sign, number, slash, date."""
        sign = {"ДВ": "бр. "}.get(self.type, "" if self.rule in ("eu", "ecli", "case_number") else "№ ")
        date = "/" + numbers.printed(self.date) if self.date else ""
        return f"{self.type} {sign}{self.number}{date}".strip()

    @property
    def issued_by(self) -> str | None:
        """Who issued it, in base form, where that is certain: `на кмета на община X` -> `кмет на община X`."""
        return issuer_base(self.issuer) if self.issuer else None


_SIGN = r"(?: №{1,2} | N[oº°]\.? | N(?=[ 0-9А-Я]) ) :? "
_SIGN_ALONE = re.compile(rf"{_SIGN} [ \n]{{0,3}}", re.VERBOSE)
_OFFICE = re.compile(
    r"""(?: (?: ЧСИ | ДСИ | (?:[Нн]отариус | [Ии]зпълнител) [а-я]{0,2} ) (?![а-яА-Я]) [^;\n]{0,60}
      | [ \n]с[ ] ) \Z""",
    re.VERBOSE,
)
_OF_REGISTER = 4
"""How many digits the number of an office or a body in its register has at most."""
_OF_BODY = re.compile(r"[ ,;]{0,6} (?: [вВ][ ](?:[Мм]инистерство|[Рр]егистъра) | (?i:булстат|еик) )", re.VERBOSE)
_INDENT = 300
"""Blanks that may stand before a heading at most."""
_MORE = re.compile(r"(?: [ ]?[,;][ ] | [ ]и[ ] ) (?= [0-9]{1,5}(?![0-9.:]) | [А-ЯA-Z]{1,4}[ ]?-[ ]?[0-9] )", re.VERBOSE)
_MORE_ENDS = re.compile(r"[ ]? (?: [,;.)/\n] | \Z | (?: и | от | на | по | за | с | са | се )(?![а-я]) )", re.VERBOSE)
_OTHER_PART = re.compile(r"[ ]? (?: [,;] | (?<=[ ])и ) [ ] (?P<part> \([А-ЯA-Z]?[0-9]{1,2}\) ) (?=[ ]?/)", re.VERBOSE)
_LISTED = re.compile(r"[ ]?(?:,|;|и|и с)[ ]?", re.VERBOSE)
_SAID_CASE = re.compile(r"дел(?:о|ото|а)(?P<sign>\s{1,9}номер\s{1,9})(?=[0-9])", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(
    r"""(?: (?<![0-9A-Za-zА-Яа-я№.,:/-]) | (?<=[вВ]х\.) | (?<=[иИ]зх\.) | (?<=[дД]\.) )
    (?: [0-9]{3,6} (?! [гмлтч]- | км | кг | кв | лв | бр ) [а-я]{1,2} - [0-9]{1,6}
      | [А-ЯІA-Z0-9] [А-ЯІA-Z0-9-]{0,24} ) (?<=[0-9]) (?= [ ]? \Z )""",
    re.VERBOSE,
)
_OF_MINISTRY = re.compile("[0-9]{3,6}[а-я]{1,2}-[0-9]")
"""How the ministry of the interior numbers its papers: `336р-11702`; `100г-5` is a measure."""
_PLATE = re.compile(r"[АВЕКМНОРСТУХ]{1,2}[ ]?[0-9]{2}[ ]?[0-9]{2}[ ]?[АВЕКМНОРСТУХ]{1,2}")


@lru_cache(maxsize=2)
def references(text: str) -> tuple[Reference, ...]:
    """Every reference of a folded text in order of position, none across another."""
    if not numbers_of(text):
        return ()
    acts = _acts(text)
    gazette = [Reference(it.start, it.stop, "gazette", "ДВ", "ДВ", it.number, it.date) for it in issues(text)]
    if not gazette:
        return tuple(acts)
    found: list[Reference] = []
    for it in sorted([*acts, *gazette], key=_START):
        if not found or it.start >= found[-1].stop:
            found.append(it)
    return tuple(found)


def _acts(text: str) -> list[Reference]:
    found: list[Reference] = []
    last, floor = None, 0
    for at, seen in anchors(text):
        it = _READERS[seen](text, at, last) if at >= floor else None
        if it is not None:
            found += [it, *_others(text, it)]
            last, floor = found[-1], found[-1].stop
    return found


def _others(text: str, first: Reference) -> list[Reference]:
    """The further numbers after a type in the plural: `решения № 12, 13 и 14`."""
    found: list[Reference] = []
    if first.number.endswith(")"):
        return _other_parts(text, first)
    at = first.stop if PLURAL.match(text, first.start) else 0
    while more := _MORE.match(text, at) if at else None:
        stop = numbers.number(text, more.end())
        if stop is None or not _MORE_ENDS.match(text, stop) or is_year(text[more.end() : stop]):
            break
        found.append(_complete(text, Head(more.end(), more.end(), first.type, first.full), more.end(), stop, "number"))
        at = found[-1].stop
    return found


def _other_parts(text: str, first: Reference) -> list[Reference]:
    """The further parts of one file, each with its date: `№ 15-3(А2)/17.01.2023 г. и (А4)/02.03.2023 г.`."""
    found: list[Reference] = []
    stem, at = first.number.rpartition("(")[0], first.stop
    while part := _OTHER_PART.match(text, at):
        on = numbers.dated(text, part.end())
        if on is None:
            break
        found.append(first._replace(start=part.start("part"), stop=on.stop, number=stem + part["part"], date=on.date))
        at = on.stop
    return found


def _signed(text: str, at: int, last: Reference | None) -> Reference | None:
    """A number after its sign; without a type it must look like the number of a document and have a date."""
    sign = _SIGN_ALONE.match(text, at)
    stop = numbers.number(text, sign.end()) if sign else None
    if sign is None or stop is None or _PLATE.match(text, sign.end()):
        return None
    head = _head(text, at, last)
    if head is None:
        # A bare N is a sign behind a type only: ЗАПОВЕД N РД-649.
        if (
            (text[at] == "N" and text[at + 1] not in "oº°")
            or "\n" in sign.group()
            or not (numbers.of_elections(text[sign.end() : stop]) or numbers.dated(text, stop))
            or ITEM.search(text, max(0, at - 16), at)
        ):
            return None
        if numbers.of_elections(text[sign.end() : stop]):
            return _complete(text, Head(at, at, "Решение", "решение"), sign.end(), stop, "number")
        return _untyped(text, at, sign.end(), stop)
    found = _complete(text, head, sign.end(), stop, "number")
    return None if _is_of_register(text, found) else found


def _is_of_register(text: str, it: Reference) -> bool:
    """Whether a bailiff or a body is entered under that number, and no document: `ЧСИ Петров, с рег. № 837`."""
    if it.type != "Рег." or it.date is not None or not it.number.isdigit() or len(it.number) > _OF_REGISTER:
        return False
    return bool(_OFFICE.search(text, max(0, it.start - 70), it.start) or _OF_BODY.match(text, it.stop))


def _slashed(text: str, slash: int, last: Reference | None) -> Reference | None:
    """A number without its sign, told by the date after the slash: `Решение 645/26.06.2012 г.`."""
    floor = last.stop if last else 0
    number = _NUMBER_BEFORE.search(text, max(floor, slash - 30), slash)
    if number is None or text[max(0, number.start() - 2) : number.start()].rstrip().endswith("№"):
        return None
    on = numbers.dated(text, number.end())
    if on is None:
        return None
    head = _head(text, number.start(), None, floor) or of_column(text, number.start())
    if head is None:
        coded = number.group().count("-") > 1 or _OF_MINISTRY.match(number.group())
        return _untyped(text, number.start(), number.start(), number.end()) if coded else None
    if "\n" in text[head.stop : number.start()] or (len(on.date) == 4 and is_year(number.group())):
        return None
    return _complete(text, head, number.start(), number.end(), "slash")


def _bare(text: str, at: int, last: Reference | None) -> Reference | None:
    """A type word right before a number without its sign: `Заповед РД-04-81 от 10.03.2020 г.`, `ПМС 138`."""
    kind = type_at(text, at)
    blank = BLANK.match(text, kind.stop) if kind else None
    stop = numbers.number(text, blank.end()) if blank else None
    if kind is None or blank is None or stop is None or not stands(text, kind, blank, stop):
        return None
    rule = "eu" if is_of_the_union(text[blank.end() : stop]) else "bare"
    return _complete(text, Head(at, kind.stop, kind.printed, kind.full), blank.end(), stop, rule)


def _case_number(text: str, at: int, last: Reference | None) -> Reference | None:
    """The number of a case in the courts' common system, fourteen digits that begin with the year."""
    if text[at - 1 : at].isalnum() or not "2009" <= text[at : at + 4] <= "2049":
        return None
    head = nearest(text, max(0, at - REACH), at)
    if head and head.case and ":" not in text[head.stop : at]:
        return _complete(text, head, at, at + 14, "bare")
    return Reference(at, at + 14, "case_number", "", "дело", text[at : at + 14])


def _of_europe(
    read: Callable[[str, int], Union | None], text: str, at: int, last: Reference | None
) -> Reference | None:
    """An act or a case of the European Union, as `read` reads it."""
    found = read(text, at)
    return Reference(at, found.stop, found.rule, found.printed, found.full, found.number) if found else None


def _of_court(text: str, at: int, last: Reference | None) -> Reference | None:
    """A case of the Court of Justice, or one whose sign is written out: `Административно дело номер 519`."""
    said = _SAID_CASE.match(text, at)
    stop = numbers.number(text, said.end()) if said else None
    head = nearest(text, max(0, at - REACH), said.start("sign")) if said else None
    if said and stop and head:
        return _complete(text, head, said.end(), stop, "bare")
    return _of_europe(case, text, at, last)


def _untyped(text: str, start: int, at: int, stop: int) -> Reference | None:
    on = numbers.dated(text, stop)
    if on is None or len(on.date) < 10 or ("-" not in text[at:stop] and "/" not in text[stop : stop + 2]):
        return None
    return Reference(start, on.stop, "untyped", "", "", numbers.straight(text[at:stop]), on.date)


def _head(text: str, at: int, last: Reference | None, floor: int = 0) -> Head | None:
    """The type before a number that begins (its sign included) at `at`; of one in a list that of the last."""
    found = head_before(text, at, max(floor, last.stop if last else 0))
    if found is None and last and last.rule == "number" and _LISTED.fullmatch(text, last.stop, at):
        return Head(at, at, last.type, last.full)
    return found


def _complete(text: str, head: Head, at: int, stop: int, rule: str) -> Reference:
    number, issuer = numbers.straight(f"{head.code or ''} {text[at:stop]}"), head.issuer
    on = numbers.dated(text, stop)
    date = on.date if on else None
    if on:
        stop = on.stop
    elif issued := numbers.issued(text, stop):
        issuer, (stop, date) = issued
    elif head.case:
        date = numbers.inventory_year(text, stop)
    elif _is_heading(text, head):
        # The place and the day below are records of their own.
        date = numbers.dated_below(text, stop)
    return Reference(head.start, stop, rule, head.printed, head.full, number, date, issuer or issuer_after(text, stop))


def _is_heading(text: str, head: Head) -> bool:
    if not text[head.start : head.stop].isupper():
        return False
    floor = max(0, head.start - _INDENT)
    line = text.rfind("\n", floor, head.start)
    return not text[line + 1 if line >= 0 else floor : head.start].strip() and (line >= 0 or floor == 0)


_START = attrgetter("start")
_READERS: dict[str, Callable[[str, int, Reference | None], Reference | None]] = {
    "sign": _signed,
    "slash": _slashed,
    "case": _case_number,
    "ecli": partial(_of_europe, ecli),
    "union": partial(_of_europe, act),
    "court": _of_court,
    "bare": _bare,
}
