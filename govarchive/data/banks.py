"""The banks of Bulgaria by their code, the closed ones with what became of them.

>>> bank("BUIB").name, bank("BUIB").until, successor("BUIB")
('СИБАНК ЕАД', '2018', 'Обединена българска банка АД')
>>> same_bank("ACBP", "BFTB"), same_bank("STSA", "UBBS")
(True, False)
"""

from functools import cache
from typing import Any, NamedTuple

from govarchive.data import table

DETAILS: dict[str, Any] = {
    "bank": {"type": "string"},
    "bank_until": {
        "type": "string",
        "pattern": "^[0-9]{4}$",
        "description": "the year a bank that is no more was closed or merged, if known",
    },
    "successor": {"type": "string", "description": "the bank that a merged bank is part of today"},
}
"""The JSON Schema of what `told` says."""


class Bank(NamedTuple):
    """A bank: its name, its BICs, the year it ended and the code of the bank it went into; empty for none."""

    name: str
    bics: tuple[str, ...]
    until: str
    successor: str


@cache
def _banks() -> dict[str, Bank]:
    banks: dict[str, Bank] = {}
    for row in table("manual_banks"):
        earlier = banks.get(row["bank_code"])
        bics = (*earlier.bics, row["bic"]) if earlier else (row["bic"],)
        banks[row["bank_code"]] = Bank(row["name"], bics, row["until"], row["successor"])
    return banks


def bank(code: str) -> Bank | None:
    """The bank of four letters; None for one that is in no list."""
    return _banks().get(code)


def told(code: str) -> dict[str, str]:
    """What the code of a bank tells, as details of a record; nothing for an unknown one.

    >>> told("KORP")
    {'bank': 'Корпоративна търговска банка АД', 'bank_until': '2014'}
    """
    found = bank(code)
    if found is None:
        return {}
    details = {"bank": found.name, "bank_until": found.until, "successor": successor(code)}
    return {name: detail for name, detail in details.items() if detail}


def successor(code: str) -> str:
    """The name of the bank that a merged one is part of today; empty for one that is itself."""
    last = _today(code)
    return _banks()[last].name if last != code else ""


def same_bank(one: str, other: str) -> bool:
    """Whether two codes are of one bank, or of banks that have become one."""
    return _today(one) == _today(other)


def _today(code: str) -> str:
    """The code of the bank at the end of the mergers; the table has no circles (`tests/test_numbers.py`)."""
    while (found := bank(code)) and found.successor:
        code = found.successor
    return code
