"""Initials: words in capitals that are read letter by letter, so that they stay in capitals where others do not.

>>> [word for word in "МДТ ТСУ УТ АКРРДС ФИНАНСИ ТРУД ТЕКСТ ЛОВ НА".split() if is_initials(word)]
['МДТ', 'ТСУ', 'УТ', 'АКРРДС']
"""

import re

_CLOSED = "[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]"
# No word begins with these, ends in four consonants, or has so many in a row but around `СТ`, `КС` and `ДЖ`.
_UNSPEAKABLE = re.compile(
    rf"""(?=[А-Я]{{4,8}}\Z) (?: (?:[РЙ]|Л(?![ВХ])){_CLOSED} | [ТФЧ]С | [БГДКНПТФХЦЧ](?!Ж){_CLOSED}{{2}}
      | .*? (?!.{{0,2}}(?:СТ|ДЖ)|.?КС){_CLOSED}{{4}} | .*{_CLOSED}{{4}}(?<!СТ)\Z )""",
    re.VERBOSE,
)
# No vowel at all; of two letters any; of three one vowel that stands at an end: `ТСУ`, `УСД`.
_UNREAD = re.compile(
    rf"{_CLOSED}{{2,5}} | [А-Я]{{2}} | [АЕИОУЪЮЯ]{_CLOSED}{{2}} | {_CLOSED}{{2}}[АЕИОУЪЮЯ]", re.VERBOSE
)
_SMALL_WORDS = frozenset("НА ПО ЗА ОТ ДО ИЗ НЕ ДА СЕ СА ДВА ТРИ СТО ПРИ".split())


def is_initials(word: str) -> bool:
    """Whether a word in capitals cannot be read but letter by letter."""
    unread = _UNREAD.fullmatch(word) or _UNSPEAKABLE.match(word)
    return unread is not None and word not in _SMALL_WORDS
