"""Sentences: where the one ends that holds a stretch of a line."""

import re

from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop

_NEAR = 220
_MARK = re.compile(r"[.!?…]\"?[ ]+(?=[^\W_]|\")")
# What stands before it: a word, a year, or the end of a quote or a remark.
_WORD_BEFORE = re.compile(r"(?:(?<![^\W_])(?P<word>[^\W\d_]{2,5})|[\")]|[^\W\d_]{5}|(?<![0-9])[12][0-9]{3})\Z")
_LONGEST = 6
_SHORTENED = frozenset(
    """бл бр бул вж вкл вр вх гл гр дек дир дипл доц др ел ет жк зам изп изх ин инж инсп каб кап кв ком комп кор лв лейт
    лит маг мед мин мл млн млрд нач напр науч ноем обл обр общ окт отг отд пл подп пол полк пом пон пред преп прим проф
    рег рем реф св сек сем сеп септ серж см соц спец ст стр съд тел тех точ ул фак февр хил хр чл юл юн юрк ян адв авг
    акад ал ап арх асп ас ген гос хон""".split()
)


def sentence_around(text: str, start: int, stop: int) -> tuple[int, int]:
    """The sentence, in its line, in which `[start, stop)` stands; of a very long one what is near.

    >>> text = "Касата работи. За справки: касиер Х. Има и магазин."
    >>> text[slice(*sentence_around(text, 27, 35))]
    'За справки: касиер Х. Има и магазин.'
    >>> text = "Дойде и той. Присъства зам. Б."
    >>> text[slice(*sentence_around(text, 23, 29))]
    'Присъства зам. Б.'
    >>> text[slice(*sentence_around(text, 13, 22))]
    'Присъства зам. Б.'
    """
    floor = max(line_start(text, start), start - _NEAR)
    # One more character, as a mark is told by what comes behind the blank.
    marks = [it for it in _MARK.finditer(text, floor, start + 1) if it.end() <= start]
    begins = next((it.end() for it in reversed(marks) if _is_end(text, it)), floor)
    ceiling = min(line_stop(text, stop), stop + _NEAR)
    ends = (it.start() + 1 for it in _MARK.finditer(text, stop, ceiling) if _is_end(text, it))
    return begins, next(ends, line_stop(text, stop))


def _is_end(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark with a blank ends a sentence; a short word has to be none that is shortened, a capital behind."""
    at = mark.start()
    found = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
    if found is None:
        return False
    word = found["word"]
    if not word or len(word) >= 5:
        return True
    return lower(word) not in _SHORTENED and not text[mark.end()].islower()
