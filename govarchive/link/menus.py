r"""Menus: lines in which a site offers its other pages, and which say nothing of the page they stand on.

`Начало`, `Новини` and `Контакти` in lines below each other or in one (`Начало | Новини | Контакти`) are one; a heading
`Контакти` alone is none, and the last of such lines heads a value right below it. How far down a page something stands
is counted without them.

>>> text = "Начало\nНовини\nКонтакти\nРИОСВ - Х\nКонтакти\nАна Рунева"
>>> depth(text, text.index("РИОСВ")), depth(text, text.index("Ана"))
(0, 19)
>>> is_offered(text, 0), is_offered(text, text.index("РИОСВ"))
(True, False)
>>> text = "Такси\nУслуги\nФинанси\nКултура\n056 841 234"
>>> is_offered(text, text.index("Финанси")), is_offered(text, text.index("Култура"))
(True, False)
>>> first_of("Търсене | Вход | Архив\nЗАПОВЕД", 10)
'ЗАПОВЕД'
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from govarchive.data import words
from govarchive.text.fold import lower

_REACH = 4_000
"""How far down a page menus are looked for: at the foot they change nothing."""

_LONGEST, _FEWEST = 200, 3
"""Characters of a line and items of a menu, at the most and at least."""

# What sites print at their foot.
_SITE = re.compile(
    r"""© | права[ ]запазени | (?<![а-я])(?:брой[ ])?(?:посещени|посетител|визити|импресии|прегледи|видяна|прочетена)
      | (?<![а-я])(?:онлайн|последна[ ](?:промяна|актуализация)|обновен|сподели|изработ|създаден|дизайн|уеб)
      | \b(?:online|powered|design|copyright|visits?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# In an item that no list has, what tells the name of a body: quotes, or a capital behind its first letter.
_NAME = re.compile(r"[\"А-ЯA-Z](?<=.[\"А-ЯA-Z])")
# How a line of values begins that the line above is the heading of: a number, hours, an account, an e-mail address.
_VALUE = re.compile(
    r"""(?:[^\W\d_]{1,10}[.:]*[ ]*){0,2}
    (?: (?!\d\d?\.\d\d?\.\d\d) [+(]?\d[\d()/ .-]{5} | \d\d?[:.]\d\d\b | [A-Z]{2}\d\d[ ]?[A-Z]{4} ) | [^\s@]{1,60}@\w""",
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[ ]*[|»•·\t][ |»•·\t]*|[ ]{2,}|[ ]/[ ]")


class _Menus(NamedTuple):
    """Where the lines of menus begin and end, with the break behind them, and how long they are up to each."""

    starts: list[int]
    stops: list[int]
    sizes: list[int]


@cache
def _offered() -> frozenset[str]:
    return words("manual_menu_words", "words")


def _is_item(words: str) -> bool:
    return lower(words).strip(" .:-") in _offered()


def _items(line: str) -> int:
    """How many pages a line offers, 0 where it rather says something else."""
    items = [it for it in _BETWEEN.split(line) if it]
    others = [it for it in items if not _is_item(it)]
    if len(items) == 1 == len(others):
        items = line.split(" ")  # `НАЧАЛО НОВИНИ КОНТАКТИ`, whose gaps say nothing
        return len(items) if all(map(_is_item, items)) else 0
    return 0 if 2 * len(others) > len(items) or any(map(_NAME.search, others)) else len(items) - len(others)


@lru_cache(maxsize=4)
def _menus(text: str) -> _Menus:
    starts, stops = list[int](), list[int]()
    run, count, items_above, at = list[tuple[int, int]](), 0, 0, 0
    for line in [*text[:_REACH].split("\n"), ""]:
        items = _items(line.strip()) if len(line) <= _LONGEST else 0
        if items:
            run.append((at, at + len(line) + 1))
            count += items
        else:
            if items_above == 1 and _VALUE.match(line.strip()):
                run.pop()
                count -= 1
            if count >= _FEWEST:
                starts += (start for start, _ in run)
                stops += (stop for _, stop in run)
            run, count = [], 0
        at += len(line) + 1
        items_above = items
    sizes = (stop - start for start, stop in zip(starts, stops, strict=True))
    return _Menus(starts, stops, list(accumulate(sizes, initial=0)))


def depth(text: str, at: int) -> int:
    """How many characters stand above an offset, but for those of menus."""
    menus = _menus(text)
    return at - menus.sizes[bisect_right(menus.stops, at)]


def is_offered(text: str, at: int) -> bool:
    """Whether an offset stands in a menu."""
    menus = _menus(text)
    number = bisect_right(menus.starts, at) - 1
    return number >= 0 and at < menus.stops[number]


def is_of_site(lines: str) -> bool:
    r"""Whether lines only offer other pages, count visits, or tell whose the rights are and who made the site.

    >>> is_of_site("\nНагоре\nБрой посещения: 17\n"), is_of_site("\nПишете ни")
    (True, False)
    """
    said = filter(None, map(str.strip, lines.split("\n")))
    return all(_items(line) or (len(line) <= _LONGEST and _SITE.search(line)) for line in said)


def top_of(text: str) -> int:
    r"""Where a page begins behind the menus on top of it.

    >>> top_of("\nНачало\nНовини\nКонтакти\n\nРИОСВ - Х"), top_of("РИОСВ - Х")
    (24, 0)
    """
    menus, top = _menus(text), 0
    for start, stop in zip(menus.starts, menus.stops, strict=True):
        if text[top:start].strip():
            break
        top = stop
    return top


def first_of(text: str, length: int, printed: str = "") -> str:
    """The first so many characters of a text (or of the same as `printed`) without its menus."""
    menus, pieces, start = _menus(text), list[str](), 0
    printed = printed or text
    for begins, stop in zip(menus.starts, menus.stops, strict=True):
        pieces.append(printed[start:begins])
        start = stop
    return ("".join(pieces) + printed[start : start + length])[:length]
