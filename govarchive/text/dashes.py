r"""Dashes typed with a blank on one side alone, `Кмет- Ана Рунева` and `Кмет -Ана Рунева`, which join as others do.

Hyphens are left alone: of compounds cut short (`ляво- и дясно`), behind a prefix (`учебно- възпитателен`), before the
end of a numeral (`15 -ти`).

>>> [one_sided(it) for it in ("Кмет- Ана", "Кмет -Ана", "Кмет - Ана", "ОУ \"Роза\"- Видин")]
[[4], [6], [], [9]]
>>> any(map(one_sided, ("ляво- и дясно", "учебно- възпитателен", "член- кореспондент", "15 -ти", "-Ана", "по- добър")))
False
"""

import re

_LACKING = re.compile(
    r"""-
    (?: (?<=[А-Яа-я0-9\").A-Z]-) (?=[ ][А-Я\"])                                 # `Кмет- Ана`
      | (?<=[А-Яа-я]{3}-) (?<![ .][а-я]{3}-) (?=[ ][0-9(+])                     # `Каса- 056 841 234`
      | (?<=[а-я]{4}-) (?<!о-) (?=[ ](?!(?:и|или)[ ])[а-я]{2})                  # `Ана Рунева- кмет`
      | (?<=[\")/]-) (?=[ ][а-я0-9])
      | (?<=[А-Яа-я0-9\").A-Z][ ]-) (?=[А-Я\"])                                 # `Кмет -Ана`
      | (?: (?<=[А-Яа-я]{2}[ ]-) | (?<=[\")][ ]-) ) (?=[а-я]{2}) )              # `Ана Рунева -кмет`
    """,
    re.VERBOSE,
)
# What begins the names of offices and ranks that are spelt with a hyphen.
_FIRST_HALVES = ("министър", "заместник", "началник", "генерал", "кандидат", "член")


def one_sided(text: str) -> list[int]:
    """The offsets of a folded text before which a blank lacks at a dash that has one on its other side."""
    found = [it.start() for it in _LACKING.finditer(text)]
    return [at if text[at + 1] == " " else at + 1 for at in found if not _is_hyphen(text, at)]


def _is_hyphen(text: str, at: int) -> bool:
    """Whether a sign stands in a compound: `министър- председател`."""
    halves = text[max(0, at - 9) : at].lower().endswith(_FIRST_HALVES)
    return halves and text[at + 1 : at + 3].strip()[:1].islower()
