"""Maximal runs of capitalised words: everything a person's name may be hidden in.

>>> [run.text for run in runs("Присъстваха: П. Лойзи, Вълева-Дочева и Юсуф ал-Хамди.")]
['Присъстваха', 'П. Лойзи', 'Вълева-Дочева', 'Юсуф ал-Хамди']
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_REST = r"(?:[а-яА-ЯЍѝ']*[а-яА-ЯЍѝ])?(?:-[А-ЯЍ][а-яА-ЯЍѝ]+)*"
_WORD = rf"[А-ЯЍ]{_REST}"
_SHORT = r"[А-ЯЍ][а-я]{0,2}\."
_PARTICLE = r"(?:(?:фон|ван|дер|ден|де|дьо|дел|ди|ла|бин|ибн|оглу)[ ]|(?:ал|ел|ас|бен)[ -])"

RUN = re.compile(
    rf"""
    [А-ЯЍ](?<!\w.)                          # a narrow class first: the scan jumps from capital to capital
    (?:
        [а-я]{{0,2}}\.[ ]?[ ]?(?:{_SHORT}[ ]?[ ]?)*{_WORD}      # П. Г. С. Ив.Петров
        | {_REST}
    )
    (?:
        [ ]{{1,3}}                          # gaps of pages made by hand
        {_PARTICLE}{{0,2}}                  # Хелга фон дер, Юсуф ал-
        (?:{_SHORT}[ ]?[ ]?)*               # Светлина К. Рунева
        {_WORD}
    )*
    """,
    re.VERBOSE,
)
TOKEN = re.compile(
    rf"""
    {_SHORT}(?=[ ]*[А-ЯЍ])                  # an initial or a short name, a dot and more to come
    | {_PARTICLE}{{0,2}}{_WORD}             # a particle belongs to the word it leads
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word of a run, its particle before it; offsets of the folded text."""

    text: str
    start: int
    stop: int


class Run(NamedTuple):
    """The offsets of a run in the folded text, and the run."""

    start: int
    stop: int
    text: str

    def tokens(self) -> list[Token]:
        """The words of the run in order.

        >>> [it.text for it in next(runs("Г. С.Иванов")).tokens()]
        ['Г.', 'С.', 'Иванов']
        """
        start = self.start
        return [Token(it[0], start + it.start(), start + it.end()) for it in TOKEN.finditer(self.text)]


def runs(text: str) -> Iterator[Run]:
    """The runs of a folded text in order of position."""
    return (Run(it.start(), it.end(), it.group()) for it in RUN.finditer(text))
