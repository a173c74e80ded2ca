"""Abbreviations that a page explains in brackets behind a name: `Съвет на балканските общини (СБО)`.

>>> text = "Регионална здравна инспекция (РЗИ) - Видин"
>>> it = explained(text, 0, 28)
>>> it and (it["short"], it.end())
('РЗИ', 34)
>>> explained("Съвет на балканските общини (в ликвидация)", 0, 27) is None
True
"""

import re

from govarchive.text.fold import lower

_BRACKETS = re.compile(r"[ ]?\([ ]?\"?(?P<short>[А-Я][А-Яа-я]{0,5}[А-Я])\"?[ ]?\)")
_WORD = re.compile(r"[А-Яа-яЍѝ]+")
# Words that leave no letter in an abbreviation.
_SKIPPED = frozenset("на за по и в във с със към при от до".split())


def explained(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The brackets behind a name `[start, stop)` where they hold the first letters of its words."""
    if text[stop : stop + 2].lstrip(" ")[:1] != "(":
        return None
    match = _BRACKETS.match(text, stop)
    if match is None:
        return None
    words = [word for word in _WORD.findall(lower(text[start:stop])) if word not in _SKIPPED]
    letters = "".join(word[0] for word in words)
    return match if len(letters) > 1 and lower(match["short"]) == letters else None
