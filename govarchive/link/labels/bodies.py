"""Bodies: which records are whole bodies, and an office without the one that somebody has it in.

>>> without_body("учител по музика в ОУ", 19), without_body("секретар на НЧ", 12)
('учител по музика', 'секретар на НЧ')
"""

import re

from govarchive.link.office_words import is_unit
from govarchive.link.scene import is_inner
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_start

# The place with which an address begins: `с. Долно Поле, ул. „Роза“ 1`.
_PLACE = re.compile(r"(?:[сС]|[гГ]р|ГР)\.[ ]?[А-Я][^,\n0-9]{2,30}?(?=[ ]?(?:[,\n]|[ ]-))")
# What stands before a value that is a field of a card: `Телефон:`.
_FIELD = re.compile(r"[ ]*(?:тел\w{0,6}\.?(?:[ ]за[ ]\w{6,9})?|e-?mail|ел\w*\.?[ ]поща):[ ]*", re.IGNORECASE)
_IN = re.compile(r"[ ](?:в|във|при|към)[ ]*\Z")


def is_body(it: Candidate) -> bool:
    """Whether a record is an institution that is no unit inside another."""
    return it.kind == "institution" and not is_inner(it.value or "")


def without_body(words: str, at: int) -> str:
    """The words of an office before the body at an offset where who has it works; of what it is, it keeps the name."""
    found = _IN.search(words, 0, at)
    return words[: found.start()] if found else words


def with_place(label: str, text: str, address: int) -> str:
    """What stands before an address, with the place that begins it where the words only tell a kind of unit.

    >>> with_place("Филиал", "Филиал с. Долно Поле, ул. „Роза“ 1", 7)
    'Филиал с. Долно Поле'
    >>> with_place("Община", "Община с. Долно Поле, ул. „Роза“ 1", 7)
    'Община'
    """
    if " " in label or not (label.lower() == "кметство" or is_unit(label)):
        return label
    place = _PLACE.match(text, address) if text[address - len(label) - 1 : address] == f"{label} " else None
    return f"{label} {place.group()}" if place else label


def are_fields(text: str, name: int, value: int) -> bool:
    r"""Whether somebody's name and a number are fields of a body, a line each: `Директор: А`, `Телефон: 841 234`.

    A mobile is rather one person's.

    >>> text = "Директор: Ана Рунева\nТелефон: 841 234"
    >>> are_fields(text, 10, 30), are_fields("Директор Ана Рунева\nТелефон: 841 234", 9, 29)
    (True, False)
    """
    lead = text[line_start(text, name) : before_titles(text, name)[0]]
    return lead.rstrip().endswith(":") and _FIELD.fullmatch(text, line_start(text, value), value) is not None
