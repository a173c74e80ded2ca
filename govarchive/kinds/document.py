r"""Document reference (позоваване на документ): an order, decision, case or register entry by its number and date.

The normal form begins with the type in its base form; `№` and the number follow, then a slash and the printed date:
`Заповед № РД-19/17.06.2016`, `ДВ бр. 47/2016`, `адм. дело № 94/2021`. Blanks around hyphens are dropped, `г.` too,
years of two digits are written with four; a date that is no day of the calendar stays in it, is none of the details
(`no_such_day`). A type is not written out in the value (`гр. д.`, `ПМС`), it is in the
details. Found are acts, decisions, protocols, contracts, certificates, incoming and outgoing numbers, cases of courts
with the year they are entered under (`по описа за 2018 г.`), ECLI, the fourteen digits of a case, acts of the
European Union, and the issues of the State Gazette, alone, in lists and in a row of amendments. Letter-spaced and
broken headings are read as one, and each number after a plural (`решения № 12, 13 и 14`).

Numbers without a type are kept only where a full date stands beside them (`№ 410-01-150/02.10.2016 г.`). Not
supported: articles of laws, annexes, numbers of public procurement and of registers; laws and acts without a number.

Sources: the Law on Normative Acts (how acts are numbered and promulgated); ECLI: Council conclusions 2011/C 127/01.

>>> normalise("ЗАПОВЕД № РД – 04 – 17 – 58/19.05.2012 г.".replace("–", "-"))
'Заповед № РД-04-17-58/19.05.2012'
>>> parts("", "обн., ДВ, бр. 47 от 2016 г."[6:])
{'date': '2016', 'number': '47', 'type': 'ДВ'}
>>> parts("", "Заповед № 5/30.02.2016 г.")
{'number': '5', 'type': 'заповед', 'no_such_day': True}
>>> validate("ДВ бр. 47/2016")
>>> normalise("чл. 5")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: чл. 5: the number of a document with its type or date expected
"""

import re
from collections.abc import Iterator
from typing import Any

from govarchive.errors import Invalid, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.dates import edtf
from govarchive.text.documents.references import Reference, references
from govarchive.text.documents.types import BASE
from govarchive.text.found_at import found_at

NAME = "document"
CHECKED = False
LABEL: re.Pattern[str] | None = None
DETAILS: dict[str, Any] = {
    "type": {"type": "string", "description": "written out: административно дело, входящ номер"},
    "number": {"type": "string"},
    "date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"},
    "issuer": {"type": "string"},
    "no_such_day": {"const": True, "description": "the date printed is no day of the calendar"},
}

_VALUE = re.compile(
    rf"""
    (?: {BASE} [ ] (?: (?:вх|изх|рег|дел)\. [ ] )? )? № [ ] [^\s/][^\n]{{0,99}} (?<![\s/])
      | ДВ [ ] бр\. [ ] [0-9]{{1,3}} (?: / [0-9][0-9.]{{3,9}} )?
      | (?: Регламент | Директива | Решение ) [ ] [^\n]{{3,40}}
      | дело [ ] [CT]-[0-9]{{1,4}}/[0-9]{{2}} | ECLI:[A-Z0-9.:]{{8,50}} | 20[0-9]{{12}}
    """,
    re.VERBOSE,
)

_YEAR_AND_NO_MORE = re.compile(r"(?<=\sот\s)(?:18|19|20)[0-9]{2}(?=[.,;]?\Z|\sза\s)", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    for it in references(text):
        yield Span(it.start, it.stop, it.rule)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    it = _reading(raw, near)
    if it is None:
        raise InvalidFormat(f"{raw.strip()[:60]}: the number of a document with its type or date expected")
    return it.value


def validate(value: str) -> None:
    if not _VALUE.fullmatch(value):
        raise InvalidFormat(f"{value[:60]}: a type, № and a number expected")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    it = _reading(raw, near)
    if it is None:
        return {}
    details: dict[str, Any] = {"date": it.date, "issuer": it.issued_by, "number": it.number, "type": it.full}
    if it.date and not _exists(it.date):
        details |= {"date": None, "no_such_day": True}
    return {name: detail for name, detail in details.items() if detail}


def _exists(day: str) -> bool:
    try:
        edtf.check(day)
    except Invalid:
        return False
    return True


def _reading(raw: str, near: Near) -> Reference | None:
    """The reference read on the page at this place, or in the raw value when there is no page."""
    if near.text:
        it: Reference | None = found_at(references, near.text).get(near.start)
        return it
    # Without a page nothing stands behind a year that could make it anything but the document's: ПМС № 3 от 2015.
    typed = _YEAR_AND_NO_MORE.sub(r"\g<0> г.", raw.strip())
    return next((it for it in references(typed) if it.start == 0), None)
