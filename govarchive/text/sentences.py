"""Sentences: where the one ends that holds a stretch of a line."""

import re

from govarchive.text.layout import line_start, line_stop

_NEAR = 220
# Behind a word that is too long for an abbreviation. The stop comes first: a class is looked for faster.
_SENTENCE_END = re.compile(r"[.!?…](?<=[^\W\d_]{5}.)\"?[ ]+(?=[^\W_])")


def sentence_around(text: str, start: int, stop: int) -> tuple[int, int]:
    """The sentence, in its line, in which `[start, stop)` stands; of a very long one what is near.

    >>> text = "Касата работи. За справки: касиер Х. Има и магазин."
    >>> text[slice(*sentence_around(text, 27, 35))]
    'За справки: касиер Х. Има и магазин.'
    """
    floor = max(line_start(text, start), start - _NEAR)
    begins = max((it.end() for it in _SENTENCE_END.finditer(text, floor, start)), default=floor)
    end = _SENTENCE_END.search(text, stop, min(line_stop(text, stop), stop + _NEAR))
    return begins, end.start() + 1 if end else line_stop(text, stop)
