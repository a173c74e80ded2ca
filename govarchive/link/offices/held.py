"""Held: how an office is told of a person, and the office that a title is.

>>> held_as("бивш кмет"), held_as("кмет")
({'role': 'кмет', 'former': True}, {'role': 'кмет'})
>>> office_of_title("нотариус"), office_of_title("главен асистент доктор")
('нотариус', None)
"""

from typing import Any

from govarchive.names.role_past import office_and_time

_OFFICE_TITLES = frozenset(
    {"нотариус", "следовател", "народен представител", "адвокат"}
    | {"държавен съдебен изпълнител", "частен съдебен изпълнител"}
)


def held_as(role: str) -> dict[str, Any]:
    """The details of who is told to hold an office, or to have held it."""
    office, is_over = office_and_time(role)
    return {"role": office} | ({"former": True} if is_over else {})


def office_of_title(title: str | None) -> str | None:
    """The office that a title is: `гл. ас.`, `ЧСИ`."""
    return title and next((office for office in _OFFICE_TITLES if f"{title} ".startswith(office + " ")), None)
