r"""Bullets: signs at the head of a line that only say that a list goes on.

A list says the same with bullets and without. A dash is one before words; before figures it may be a sign, or the end
of a range begun above.

>>> text = "Съдии:\n• Ана Рунева\n - Иван Петков\n- 15"
>>> bullets(text)
[7, 8, 20, 21, 22]
"""

import re

_BULLET = re.compile(
    r"""
    \n[ \t]* (?: [•·▪●■►▶○◦✓✔➢➤❖*]+ [ ]* (?=[^\s*])     # any of these signs, with what indents it
    | - [ ]+ (?=["А-Яа-яA-Za-z]) )                      # a dash, but before words only
    """,
    re.VERBOSE,
)


def bullets(text: str) -> list[int]:
    """The offsets of a folded text that hold bullets, and the blanks around them."""
    # A break before the text as before each line: the scan is for breaks, and several times faster than one for `^`.
    return [at for it in _BULLET.finditer(f"\n{text}") for at in range(it.start(), it.end() - 1)]
