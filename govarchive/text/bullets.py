r"""Bullets: signs at the head of a line that only say that a list goes on.

A list says the same with bullets and without. A dash is one before words; before figures, where the line above or below
begins with one, too, as else it may be a sign, or the end of a range begun above.

>>> sorted(bullets("Съдии:\n• Ана Рунева\n - Иван Петков\nКаса\n- 15"))
[7, 8, 20, 21, 22]
>>> sorted(bullets("- Каса\n- 841 234"))
[0, 1, 7, 8]
"""

import re

# The last ones are those of Word's own font.
_SIGNS = "•·▪●■►▶○◦✓✔➢➤❖‣➔➜→◆◇□☐☑♦⚫*\uf0a7\uf0b7\uf0d8\uf0fc"
_BULLET = re.compile(
    rf"""
    \n[ \t]* (?: (?:[{_SIGNS}][ ]*)++ (?=[^\s*])     # any of these signs, with what indents them
    | - [ ]+ (?=["А-Яа-яA-Za-z]) )                      # a dash, but before words only
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"\n[ \t]*-[ ]+(?=[^\s])")
_DASHED = rf"{_DASH.pattern}[^\n]+"
# Two or more, the first apart: only an expression that begins with a break itself lets the engine skip to the next.
_DASHES = re.compile(rf"{_DASHED}(?:{_DASHED})+")


def bullets(text: str) -> set[int]:
    """The offsets of a folded text that hold bullets, and the blanks around them."""
    # A break before the text as before each line: the scan is for breaks, and several times faster than one for `^`.
    lines = f"\n{text}"
    found = [it.span() for it in _BULLET.finditer(lines)]
    for listed in _DASHES.finditer(lines):
        found += [it.span() for it in _DASH.finditer(lines, *listed.span())]
    return {at for start, stop in found for at in range(start, stop - 1)}
