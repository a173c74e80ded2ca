"""Titles that are offices: `ЧСИ`, `нотариус`.

>>> office_of_title("нотариус", ", А"), office_of_title("асистент доктор", " и"), office_of_title("асистент", " от БАН")
('нотариус', None, 'асистент')
"""

_OFFICE_TITLES = frozenset(
    {"нотариус", "следовател", "народен представител", "адвокат"}
    | {"държавен съдебен изпълнител", "частен съдебен изпълнител"}
)
_TEACHING = frozenset({"главен асистент", "старши асистент", "асистент"})


def office_of_title(title: str | None, behind: str) -> str | None:
    """The office that a title is: `ЧСИ`; that of who teaches is one where it is told behind the name at what body."""
    titles = _OFFICE_TITLES | _TEACHING if behind.startswith(" от ") else _OFFICE_TITLES
    return title and next((office for office in titles if f"{title} ".startswith(office + " ")), None)
