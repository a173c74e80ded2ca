"""Which of the strings that a page holds beside its text are not in the text."""

import re
from collections.abc import Container, Iterator, Sequence

from govarchive.pages.linked import Statement

_MANY = 500
_WORD = re.compile(r"[^\s<>(),;:\"]+")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9()/])[ \u00a0./()–-]{1,3}(?=[0-9()])")
_DIGITS = re.compile("[0-9]+")
_NUMBER = re.compile(r"(?:tel: )?(?:\+|00)?(?:359)?[ (]*0?(?P<rest>[0-9 ./()–-]{6,18})")


def unseen(text: str, said: Sequence[Statement], linked: Sequence[str]) -> Iterator[str]:
    """The lines to append to a page's text: statements, then addresses of links, that are not drawn, none twice.

    A telephone is drawn when its digits are, however they are grouped and with whatever before the area code.

    >>> list(unseen("тел. 056/84 12 34", [Statement("telephone", "+359 56 841 234")], ["056841234", "a@b.bg"]))
    ['a@b.bg']
    """
    drawn = _drawn(text, len(linked))
    low, digits, told = text.lower() if said else "", _digits(text, [*(it.value for it in said), *linked]), set()
    for it in said:
        number = _national(it.value)
        if it.value.lower() not in low and not (number and number in digits):
            told |= {it.value, number}
            yield str(it)
    for address in linked:
        number = _national(address)
        if address not in drawn and address not in told and not (number and (number in told or number in digits)):
            yield address


def _drawn(text: str, addresses: int) -> Container[str]:
    """The text, or its words: to look for each of many addresses in the whole text would take for ever."""
    return text if addresses <= _MANY else frozenset(_WORD.findall(text))


def _digits(text: str, addresses: Sequence[str]) -> Container[str]:
    """The text with nothing between digits, or, for many addresses, those of their telephones that stand in it."""
    joined = _BETWEEN_DIGITS.sub("", text)
    if len(addresses) <= _MANY:
        return joined
    wanted = set(map(_national, addresses))
    sizes = {len(it) for it in wanted if it}
    rows = _DIGITS.findall(joined)
    parts = (row[at : at + size] for row in rows for size in sizes for at in range(len(row) - size + 1))
    return wanted.intersection(parts)


def _national(value: str) -> str:
    """The digits of a telephone without what is dialled from elsewhere; empty for all else."""
    found = _NUMBER.fullmatch(value)
    return re.sub("[^0-9]", "", found["rest"]) if found else ""
