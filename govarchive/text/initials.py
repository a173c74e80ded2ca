"""Initials: words in capitals that are read letter by letter, so that they stay in capitals where others do not.

>>> [word for word in "МДТ ТСУ УТ ФИНАНСИ ТРУД ЛОВ НА".split() if is_initials(word)]
['МДТ', 'ТСУ', 'УТ']
"""

import re

_CLOSED = "[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]"
# No vowel at all; of two letters any; of three one vowel that stands at an end: `ТСУ`, `УСД`.
_UNREAD = re.compile(
    rf"{_CLOSED}{{2,5}} | [А-Я]{{2}} | [АЕИОУЪЮЯ]{_CLOSED}{{2}} | {_CLOSED}{{2}}[АЕИОУЪЮЯ]", re.VERBOSE
)
_SMALL_WORDS = frozenset("НА ПО ЗА ОТ ДО ИЗ НЕ ДА СЕ СА ДВА ТРИ СТО ПРИ".split())


def is_initials(word: str) -> bool:
    """Whether a word in capitals cannot be read but letter by letter."""
    return _UNREAD.fullmatch(word) is not None and word not in _SMALL_WORDS
