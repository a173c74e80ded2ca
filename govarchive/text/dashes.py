r"""Dashes typed with a blank on one side alone, `Кмет- Ана Рунева` and `Кмет -Ана Рунева`, which join as others do.

Hyphens are left alone: of compounds cut short (`ляво- и дясно`), behind a prefix (`учебно- възпитателен`), before the
end of a numeral (`15 -ти`), between two nouns (`шофьор- домакин`, `министър -председател`, also in capitals).

>>> [one_sided(it) for it in ("Кмет- Ана", "Кмет -Ана", "Кмет - Ана", "ОУ \"Роза\"- Видин")]
[[4], [6], [], [9]]
>>> [one_sided(it) for it in ("Ана Рунева- кмет", "А. Рунева -кмет", "ОУ \"Роза\" -град", "КМЕТ- АНА РУНЕВА")]
[[10], [11], [11], [4]]
>>> any(map(one_sided, ("Счетоводител- касиер", "министър -председател", "МИНИСТЪР- ПРЕДСЕДАТЕЛ", "шофьор- домакин")))
False
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
# Offices and ranks that are spelt with a hyphen: `МИНИСТЪР- ПРЕДСЕДАТЕЛ`, unlike `НАЧАЛНИК- АНА РУНЕВА`.
_COMPOUND = re.compile(
    r"""(?<![А-Яа-я]) (?:министър|заместник|началник|генерал|кандидат|член) [ ]?(?P<sign>-)[ ]?
    (?: председател|кмет|областен|управител|директор|ректор|министър|началник|ръководител|главен|секретар|отдел|сектор
      | служба|управление|щаб|лейтенант|майор|полковник|кореспондент|член|студент )""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_HALF = 15
# A name at the end of some words: one with a capital that begins no line or sentence, `Ана Рунева`, `А. Рунева`.
_NAMED = re.compile(
    r"(?: [А-Яа-я\"] | (?<![А-Яа-я])[А-Яа-я]{1,4}\. ) [ ]? (?<=[ .]) [А-Я][А-Яа-я-]* [ ]? \Z", re.VERBOSE
)
_LONGEST_NAME = 40


def one_sided(text: str) -> list[int]:
    """The offsets of a folded text before which a blank lacks at a dash that has one on its other side."""
    found = [it.start() for it in _LACKING.finditer(text)]
    return [at if text[at + 1] == " " else at + 1 for at in found if not _is_hyphen(text, at)]


def _is_hyphen(text: str, at: int) -> bool:
    """Whether a sign stands in a compound: before a small word but behind a name, a quote or a bracket, it does.

    `министър -председател`, `Счетоводител- касиер`.
    """
    compound = _COMPOUND.search(text, max(0, at - _LONGEST_HALF), at + _LONGEST_HALF)
    if compound and compound.start("sign") == at:
        return True
    small = "а" <= text[at + 1 : at + 3].lstrip()[:1] <= "я"
    behind = text[max(0, at - _LONGEST_NAME) : at]
    return small and behind.rstrip()[-1:] not in '")/' and _NAMED.search(behind) is None
