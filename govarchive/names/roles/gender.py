"""An office as the other gender has it: pages call a woman in it by either.

>>> in_other_gender("областен управител"), in_other_gender("заместник-кметица")
('областна управителка', 'заместник-кмет')
>>> in_other_gender("главна сестра"), in_other_gender("учител по музика")
(None, 'учителка по музика')
"""

import re
from functools import cache

from govarchive.data import table
from govarchive.names.roles.phrase import feminine_of, gendered
from govarchive.names.roles.words import feminine_head

_PARTS = re.compile(r"([ -])")


def in_other_gender(role: str) -> str | None:
    """The role in citation form for the other gender; None where there is one word for both, or none is known."""
    parts = _PARTS.split(role)
    at = next((at for at, it in enumerate(parts) if it in _women() or it in _men()), None)
    if at is None:
        return None
    to_woman = parts[at] in _women()
    head = (_women() if to_woman else _men())[parts[at]]
    before = [_adjectives()[to_woman].get(it, it) for it in parts[:at]]
    return "".join([*before, head, *parts[at + 1 :]])


@cache
def _women() -> dict[str, str]:
    """The head nouns of offices and what a woman in them is called."""
    return {row["head"]: feminine_head(row) for row in table("manual_roles") if feminine_head(row)}


@cache
def _men() -> dict[str, str]:
    return {woman: man for man, woman in _women().items()}


@cache
def _adjectives() -> tuple[dict[str, str], dict[str, str]]:
    """The adjectives of offices: feminine to masculine, and masculine to feminine."""
    women = {it: feminine_of(it) for it in gendered()}
    return {woman: man for man, woman in women.items()}, women
