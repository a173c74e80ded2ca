r"""What names a number: a label before it, the cell to its left, the line above it, or the head of its column.

Kinds whose numbers look like any other number (ЕИК, ЕГН, ЛНЧ) take only those a page names. A `Naming` knows the words
of one kind and answers for one text at a time.

>>> it = Naming(r"ЕИК | Булстат", beside="по", hints=("еик", "булстат"))
>>> text = "ЕИК по БУЛСТАТ: 000123451"
>>> it.on(text).label(text.index("000"))
'ЕИК по БУЛСТАТ: '
>>> table = "Име\tЕИК\nОбщина\t000123451"
>>> it.on(table).label(table.index("000"))
'ЕИК'
"""

import re

from govarchive.text.glance import NAME_REACH, around_long_numbers, lowered
from govarchive.text.later import Later
from govarchive.text.needles import holds

# How long the row of a table and one cell of it may be.
_ROW, _CELL = 2_000, 80
# What a sentence says between a name and its value: ЕГН-то му е ...
_SAID = r"(?: му | ѝ | й | им | е | са | следн(?:ият|ото|ите) ) \b"


class Naming:
    """The words that name a kind, as a verbose alternation without groups.

    `beside` lists what else may stand between them and a value; `hints` are pieces in small letters of which one is in
    every name, so that a page without any costs next to nothing. `owned`: whose the value is may stand between them
    without a mark behind; in a sentence that counts things it would be its verb.
    """

    def __init__(self, names: str, beside: str, hints: tuple[str, ...], *, owned: bool = False) -> None:
        self.hints = hints
        self.names = re.compile(names, re.IGNORECASE | re.VERBOSE)
        between = (
            rf"(?: [\s:;=.,№\#()\"'/\\|*_-] | (?<![а-я]) (?: N[oо]?\b | номер | {names} | {_SAID} | {beside} ) )*+"
        )
        owner = r"(?: [^\W\d_]{2,24} (?: [ ] | / (?=[^\W\d_]) ) ){1,4}" if owned else "(?!)"
        self.before = Later(
            rf"""
            (?<![^\W\d_]) (?: {names} ) (?: -(?:то|та|тата)\b )?                  # ЕГН-то
            {between}
            (?: (?<=[\s(]) (?:на|за|от)\s (?! [^\n]* \b(?:тел|факс|моб) )
                (?: [^0-9\n\t;:]{{2,60}}? [ ]? (?: \) [ ] | \)? (?: [:-] \s* | [ ]?[\n\t]\s* | [ ]е[ ] ) )  # ЕИК на …:
                  | {owner} ) )?                                                       # ЕГН на заявителя/лицето 50
            (?: BG [ ]? )? \Z
            """,
            re.IGNORECASE | re.VERBOSE,
        )

    def on(self, text: str) -> "Names":
        """The answers for one text."""
        return Names(self, text)


class Names:
    """What names the values of one text, asked in rising order of position."""

    def __init__(self, naming: Naming, text: str) -> None:
        self._naming = naming
        self._text = text
        self._table = (0, 0)

    @property
    def possible(self) -> bool:
        """Whether any of the long numbers of the text can have a name."""
        return holds(around_long_numbers(self._text), self._naming.hints)

    def label(self, start: int) -> str:
        """The words that name the value at `start`, as printed with what follows them; empty without any."""
        reach = max(0, start - NAME_REACH)
        hinted = holds(lowered(self._text)[reach:start], self._naming.hints)
        if hinted and (found := self._naming.before.search(self._text, reach, start)):
            return found.group()
        head = self._column_head(start)
        return head if self._naming.names.search(head) else ""

    def _column_head(self, start: int) -> str:
        """The cell that heads the column of a table, at most 60 characters; empty outside tables."""
        text = self._text
        line = text.rfind("\n", max(0, start - _ROW), start) + 1
        column = text.count("\t", line, start)
        if not column and text.find("\t", start, start + _CELL) < 0:
            return ""
        top = self._top(line)
        cells = text[top : text.find("\n", top)].split("\t")
        return cells[column][:60] if top < line and column < len(cells) else ""

    def _top(self, line: int) -> int:
        """Where the table around a line begins; remembered, so that a long table is walked once."""
        text, (top, seen) = self._text, self._table
        at = line
        while at > 0:
            above = text.rfind("\n", 0, at - 1) + 1
            if "\t" not in text[above:at]:
                break
            at = above
            if top <= at <= seen:
                at = top
                break
        self._table = (at, line)
        return at
