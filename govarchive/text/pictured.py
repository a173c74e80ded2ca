r"""Pictures that stand for words: `☎ 094 601 234` is `тел. 094 601 234`, and so it is read.

Only right before what they name: elsewhere they adorn a line, or the word stands behind them.

>>> pictured("☎ 094 601 234, ✉ kmet@primer.bg; ☎ Телефони")
[(0, 'тел.'), (15, 'e-mail')]
"""

import re

from govarchive.text.needles import holds

_WORDS = dict.fromkeys("☎☏✆📞📱", "тел.") | dict.fromkeys("📠🖷", "факс") | dict.fromkeys("✉📧🖂🖃", "e-mail")
_PICTURE = re.compile(
    rf"""
    [{"".join(_WORDS)}]
    (?= (?<![✉📧🖂🖃]) [ :]{{0,3}} [+(]{{0,2}} [0-9] | (?<=[✉📧🖂🖃]) [ :]{{0,3}} [\w.-]{{1,64}} @ )
    """,
    re.VERBOSE,
)


def pictured(text: str) -> list[tuple[int, str]]:
    """The offsets of the pictures of a folded text that stand for words, and these."""
    if not holds(text, _WORDS):
        return []
    return [(it.start(), _WORDS[it[0][0]]) for it in _PICTURE.finditer(text)]
