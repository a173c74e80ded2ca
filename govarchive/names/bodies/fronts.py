"""What stands in front of the name of a body and belongs to it: numbers, ordinals, the house that a museum is.

>>> text = "депутати от 48-о Народно събрание"
>>> text[ordinal_before(text, 17, 0) :]
'48-о Народно събрание'
>>> text = "119 Средно училище"
>>> text[numbered(text, 4, 0) :], number_before(text, 4, 0)
('119 Средно училище', '119 ')
>>> text = "в къща - музей"
>>> text[house(text, 9, 0) :]
'къща - музей'
"""

import re

_GAP = r"(?:[ ]{1,3}\n?[ ]*|\n[ ]*)"
# A number in front: `120 ОУ`, `16 РИК`; with a dot it is the number of a list item.
_NUMBER_BEFORE = re.compile(
    r"(?<![\w.,/№-])(?:[0-9]{1,3}(?:-?(?:во|ро|то|ва|та|о|и))?|[IVXІХ]{1,4}"
    r"|(?:Първ|Втор|Трет|Четвърт|Пет|Шест|Седм|Осм|Девет|Десет)[оаи])[ ]$"
    # Behind a preposition no item of a list begins: `директор на 2. СУ`.
    r"|(?:(?<=[ ]на[ ])|(?<=[ ]от[ ])|(?<=[ ]във[ ])|(?<=[ ]в[ ])|(?<=[ ]към[ ]))[0-9]{1,3}\.[ ]$"
)
# `в 20. ОУ`, `105.СУ`; at the beginning of a line one or two digits are an item's.
_DOTTED_BEFORE = re.compile(r"(?:(?<=[а-яА-Я][ ])[0-9]{1,2}|(?<![\w.,/№-])[0-9]{3})\.[ ]?$")
_ORDINAL = re.compile(
    r"(?:[А-Я][а-я]+десет[ ]и[ ]|[А-Я]+ДЕСЕТ[ ]И[ ])?(?:(?:[Пп]ърв|[Вв]тор|[Тт]рет"
    r"|(?:Четири|Пет|Трий?|Двай?|[А-Я][а-я]+)?(?:[Дд]есет|[Пп]ет|[Чч]етвърт|[Шш]ест|[Сс]едм|[Оо]см))"
    rf"(?:ото|ата|ета|о|а|ето)|[А-Я]+Т[ОА]|[0-9]+-?(?:вото|рото|мото|ото|ата|во|ро|мо|то|ТО|та|о)){_GAP}$"
)
# A number in front of a head in words: `119 Средно училище`, `2-ро Основно училище`; of one digit it is an item's.
_SURE_NUMBER = re.compile(r"(?<![\w.,/№-])(?:[0-9]{2,3}|[0-9]{1,3}-?(?:[врмт][оаи]|[оаи]))[ ]\Z")


# What a museum is besides: `Къща-музей "Добри Чинтулов"`, `дом - музей`.
_HOUSE = re.compile(r"(?<![\w-])(?:[Кк]ъща(?:та)?|КЪЩА|[Дд]ом(?:ът|а)?|ДОМ)(?:[ ]?-[ ]?|[ ])\Z")


def ordinal_before(text: str, start: int, floor: int) -> int:
    """Where the ordinal before a name at `start` begins, not before `floor`; `start` itself without one."""
    if text[start - 2 : start - 1] not in ("о", "а", "О", "А", " ", "\n"):
        return start
    match = _ORDINAL.search(text[max(floor, start - 45) : start])
    return max(floor, start - 45) + match.start() if match else start


def number_before(text: str, start: int, floor: int) -> str:
    """The number before an abbreviation, with the blank behind it: `120 `, `Първо `; empty without one."""
    before = text[max(floor, start - 11) : start]
    match = _NUMBER_BEFORE.search(before) or (
        _DOTTED_BEFORE.search(before) if before[-2:].rstrip()[-1:] == "." else None
    )
    return match[0] if match else ""


_ORDINAL_NUMBER = re.compile(r"(?<![\w.,/№-])[0-9]{1,3}-?(?:[врмт][оаи]|[оаи])[ ]\Z")


def ordinal(text: str, left: int, floor: int) -> int:
    """Where the ordinal begins that names a school or a brigade alone, `14-та детска градина`; `left` without one."""
    match = _ORDINAL_NUMBER.search(text, max(floor, left - 8), left)
    return match.start() if match else left


def numbered(text: str, left: int, floor: int) -> int:
    """Where the number before a name in words begins; `left` itself without one."""
    match = _SURE_NUMBER.search(text, max(floor, left - 8), left)
    return match.start() if match else left


_STANDING = re.compile(
    r"(?:[Пп]остоянно|ПОСТОЯННО)(?:[ ]?-[ ]?|[ ])(?:действащ|ДЕЙСТВАЩ)[А-Яа-я]{0,3}[ ](?:[а-я]+[аи][ ]){0,2}\Z"
)
_STANDS = 70


def in_front(text: str, left: int, start: int, floor: int, base: str) -> int:
    """Where what stands in front of a museum, a commission or a council at `left` begins; `left` itself without it."""
    if base == "музей" and left == start:
        return house(text, left, floor)
    return standing(text, left, floor) if base in ("комисия", "съвет") else left


def standing(text: str, left: int, floor: int) -> int:
    """Where the `Постоянно действаща` before a commission or a council begins; `left` itself without it."""
    match = _STANDING.search(text, max(floor, left - _STANDS), left)
    return match.start() if match else left


def house(text: str, left: int, floor: int) -> int:
    """Where the house or home begins that a museum at `left` is; `left` itself without one."""
    match = _HOUSE.search(text, max(floor, left - 10), left)
    return match.start() if match else left
