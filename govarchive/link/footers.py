"""Footers: the body that the last lines of a page name with its address, its telephone or the sign of copyright.

A page of a unit has its own name at its head (`Отдел „Спорт“`) and the body it belongs to at its foot:
`Община Х, пл. „У“ 2`, `© РИОСВ – Х`, `Адрес: ЦПЛР, ул. „У“ 5`. A list of bodies ends in such a line, too: there another
body of the same kind stands on the page.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from govarchive.model import Candidate
from govarchive.text.layout import line_start, lines_above

_LINES, _LONGEST = 8, 160
"""How far above the end of a page such a line may stand, and how long it may be."""
_LEADS = re.compile(
    r"""(?: ©[ ]? | \([cCсС]\)[ ]? | copyright[ ]? | (?:19|20)[0-9]{2}[ -]* | всички[ ]права[ ]запазени[ .,|-]*
      | (?:адрес|(?:за[ ])?контакти?|за[ ]връзка|пощенски[ ]адрес|седалище)[ ]?:[ ]? | [ |*•:"-] )*""",
    re.VERBOSE | re.IGNORECASE,
)
# What follows it there: its town, the address, telephones, the year, or nothing.
_ENDS = re.compile(
    r"""[ ]?["]?(?:[ ]?[-,][ ]?(?:гр\.|с\.|град[ ])?[ ]?[А-Я][а-яА-Я]+(?:[ ][А-Я]?[а-я]+)?(?=[ ]*(?:[,|-]|\Z)))?[ ]*
    (?: \Z | [|©] | [,(]?[ ]?(?:19|20)[0-9]{2} | [.,][ ]*(?:всички|©|\Z)
      | [-,;:(]?[ ]*(?: (?:гр|с|обл|общ|ул|бул|пл|ж\.[ ]?к|кв|п\.[ ]?к|тел|факс)\.
          | (?:град|село|област|тел|факс|адрес|e-?mail|имейл|телефон|email)(?![а-яa-z]) | [0-9]{4}[ ] ) )""",
    re.VERBOSE | re.IGNORECASE,
)


def bodies_at_foot(text: str, bodies: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bodies that stand so in the last lines of a page; `bodies` are its institutions in order."""
    last = line_start(text, len(text)), len(text)
    lines = (last, *islice(lines_above(text, len(text)), 2 * _LINES))
    told = [(start, stop) for start, stop in lines if text[start:stop].strip()][:_LINES]
    floor = told[-1][0] if told else len(text)
    for it in bodies:
        if it.start < floor:
            continue
        start, stop = next((begins, ends) for begins, ends in told if begins <= it.start < ends)
        led = stop - start <= _LONGEST and _LEADS.fullmatch(text, start, it.start)
        if led and _ENDS.match(text, it.stop, stop):
            yield it
