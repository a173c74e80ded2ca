"""Towns of two words, the first of which is cut short: `В. Търново`, `Ст. Загора`.

>>> text = "от Ст.Загора до В. Търново с В. Иванов"
>>> [text[start:stop] for start, stop in cut_short(text)]
['Ст.Загора', 'В. Търново']
"""

from collections.abc import Iterator, Sequence

from govarchive.text.words import words

_FIRSTS = {
    "Загора": ("Ст", "Н"),
    "Търново": ("В", "Вел", "М"),
    "Оряховица": ("Г", "Гор", "Д"),
    "Митрополия": ("Д",),
    "Тошево": ("Г", "Ген"),
    "Тръмбеш": ("П",),
}
"""By the second word how the first is printed; words that are surnames, too, are no towns behind an initial."""

_BY_LAST = _FIRSTS | {last.upper(): tuple(map(str.upper, firsts)) for last, firsts in _FIRSTS.items()}
LASTS = frozenset(_BY_LAST)
"""The second words, capitalised and in capitals."""
RULE = "cut short"
_DOTS = frozenset((".", ". "))


def cut_short(text: str, places: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
    """Where such towns stand; `places` are those of the words to look at, all of the page's without them."""
    page = words(text)
    parts, ends = page.parts, page.ends
    for at in page.among(LASTS) if places is None else places:
        if parts[at] in LASTS and at >= 3 and parts[at - 1] in _DOTS and parts[at - 2] in _BY_LAST[parts[at]]:
            yield ends[at - 3], ends[at]
