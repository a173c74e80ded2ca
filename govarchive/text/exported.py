r"""Exported tables: rows whose cells a semicolon parts, without blanks, as spreadsheets write them.

Such a semicolon is read as the tab that a table of mark-up has there. Rows are told by their number: two below each
other have as many. A semicolon of prose has a blank behind it.

>>> exported("№;Име;Длъжност\n1;Ана Рунева;касиер\nКомисия; Ана Рунева; Боян Делев")
'№\tИме\tДлъжност\n1\tАна Рунева\tкасиер\nКомисия; Ана Рунева; Боян Делев'
"""

import re
from itertools import pairwise

_ROW = r"[^;\n]*+(?:;(?! )[^;\n]*+){2,}+(?=\n|\Z)"
_ROWS = re.compile(rf"^{_ROW}(?:\n{_ROW})++", re.MULTILINE)


def exported(text: str) -> str:
    """A folded text with tabs for the semicolons between cells; offsets stay."""
    if text.count(";") < 4:
        return text
    return _ROWS.sub(_with_tabs, text)


def _with_tabs(rows: re.Match[str]) -> str:
    counts = [row.count(";") for row in rows[0].split("\n")]
    same = all(one == other for one, other in pairwise(counts))
    return rows[0].replace(";", "\t") if same else rows[0]
