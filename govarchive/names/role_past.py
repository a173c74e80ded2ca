"""Offices of the past: `бившият кмет`, `досегашният директор` is the office, and that it is over.

>>> office_and_time("бивш кмет"), office_and_time("бивша медицинска сестра"), office_and_time("кмет")
(('кмет', True), ('медицинска сестра', True), ('кмет', False))
"""

from functools import cache

from govarchive.names.role_phrase import feminine_of

_OVER = ("бивш", "досегашен", "доскорошен", "предишен", "предходен", "тогавашен", "екс")

_NOW = frozenset({"сегашен", "сегашна"})


@cache
def _over() -> frozenset[str]:
    return frozenset(_OVER) | {feminine_of(it) for it in _OVER}


def office_and_time(role: str) -> tuple[str, bool]:
    """The office of a role in citation form, and whether the page tells that it is over."""
    first, _, office = role.partition(" ")
    if office and first in _NOW:
        return office, False
    return (office, True) if office and first in _over() else (role, False)
