"""Names of two words that look like a person's and never are: a make of vehicles with its model, the two saints.

>>> is_nobody("Опел Астра"), is_nobody("Лада Петрова"), is_nobody("Станка Лада")
(True, False, False)
"""

import re
from functools import cache, lru_cache

from govarchive.data import words
from govarchive.names.lexicon import form_of, is_place, word_class
from govarchive.text.layout import cell_start, cell_stop

# Of churches, feasts and icons, behind `Света`.
_HOLY = frozenset({"Богородица", "Троица", "Дева"})
_SAINTS = ("Кирил", "Методий")
_SAINT, _DAYS = ("Св.", "СВ."), (" ден", " Ден", " ДЕН")
_AMONG = re.compile(r"(?P<before>[А-Я][а-я]+)(?:,|[ ]и)[ ]$")


@cache
def _makes() -> frozenset[str]:
    return frozenset(map(form_of, words("manual_vehicle_makes", "make")))


@lru_cache(maxsize=4096)
def is_nobody(name: str) -> bool:
    """Whether the words are a make of vehicles and what it makes; a word behind it that is a surname makes a person."""
    first, _, rest = name.partition(" ")
    if rest in _HOLY:
        return True
    return bool(rest) and form_of(first) in _makes() and word_class(rest.rpartition(" ")[2]) != "strong"


def is_saint(text: str, start: int, stop: int) -> bool:
    """Whether a given name is half of `Кирил и Методий`, or a saint with a day: a feast, a school, nobody.

    >>> text = "Ден на светите братя Кирил и Методий"
    >>> is_saint(text, 21, 26), is_saint(text, 29, 36), is_saint("Методий откри", 0, 7)
    (True, True, False)
    >>> is_saint("Св. Николов ден", 0, 11), is_saint("Св. Николов, касиер", 0, 11)
    (True, False)
    """
    name = text[start:stop]
    if name.startswith(_SAINT):
        return text.startswith(_DAYS, stop)
    if name == _SAINTS[0]:
        return text.startswith(f" и {_SAINTS[1]}", stop)
    return name == _SAINTS[1] and text.startswith(f"{_SAINTS[0]} и ", start - len(_SAINTS[0]) - 3)


def is_town(text: str, start: int, stop: int) -> bool:
    r"""Whether a town that bears a person's name fills a line or a cell or is told with another town before it.

    >>> is_town("Кмет\nГоце Делчев\nРада Пенева", 5, 16), is_town("Гоце Делчев загива", 0, 11)
    (True, False)
    >>> is_town("Офис Гоце Делчев", 0, 16)
    True
    >>> text = "кметовете на Перник и Гоце Делчев"
    >>> is_town(text, 22, 33), is_town("Войводата Гоце Делчев", 10, 21)
    (True, False)
    """
    name = text[start:stop]
    if not is_place(name):
        first, _, rest = name.partition(" ")
        return " " in rest and is_place(rest) and word_class(first) == "unknown"
    if not (text[cell_start(text, start) : start] + text[stop : cell_stop(text, stop)]).strip(" :"):
        return True
    among = _AMONG.search(text, max(0, start - 30), start)
    return among is not None and is_place(among["before"])
