"""Starts: words without what an expression finds where they begin."""

import re


def without_start(pattern: re.Pattern[str], words: str) -> str:
    """Words without their start, as `sub` with `^` would leave them, which asks at every place of them for it.

    >>> without_start(re.compile("[0-9]+[.] "), "2. Каса"), without_start(re.compile("[0-9]+[.] "), "Каса 2. ")
    ('Каса', 'Каса 2. ')
    """
    found = pattern.match(words)
    return words[found.end() :] if found else words
