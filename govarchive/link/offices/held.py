"""Held: how an office is told of a person, and the office that a title is.

>>> held_as("бивш кмет"), held_as("кмет")
({'role': 'кмет', 'former': True}, {'role': 'кмет'})
>>> office_of_title("нотариус", ", А"), office_of_title("асистент доктор", " и"), office_of_title("асистент", " от БАН")
('нотариус', None, 'асистент')
"""

from typing import Any

from govarchive.names.role_past import office_and_time

_OFFICE_TITLES = frozenset(
    {"нотариус", "следовател", "народен представител", "адвокат"}
    | {"държавен съдебен изпълнител", "частен съдебен изпълнител"}
)
_TEACHING = frozenset({"главен асистент", "старши асистент", "асистент"})


def held_as(role: str) -> dict[str, Any]:
    """The details of who is told to hold an office, or to have held it."""
    office, is_over = office_and_time(role)
    return {"role": office} | ({"former": True} if is_over else {})


def office_of_title(title: str | None, behind: str) -> str | None:
    """The office that a title is: `ЧСИ`; that of who teaches is one where it is told behind the name at what body."""
    titles = _OFFICE_TITLES | _TEACHING if behind.startswith(" от ") else _OFFICE_TITLES
    return title and next((office for office in titles if f"{title} ".startswith(office + " ")), None)
