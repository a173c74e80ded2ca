"""Acts and cases of the European Union, and the European identifier of court decisions (ECLI).

>>> act("по Регламент (ЕС) 2016/679", 3)
Union(stop=26, rule='eu', printed='Регламент', full='регламент', number='(ЕС) 2016/679')
>>> case("дело С-34/10", 0).number, ecli("ECLI:BG:AD703:2016:2016.1", 0).number
('C-34/10', 'ECLI:BG:AD703:2016:2016.1')
"""

import re
from typing import NamedTuple

from govarchive.text.fold import TO_LATIN
from govarchive.text.glance import lowered


class Union(NamedTuple):
    """Where such a reference ends, the rule that read it, its type as printed in values and in full, its number."""

    stop: int
    rule: str
    printed: str
    full: str
    number: str


_ACT = re.compile(
    r"""
    (?P<type> регламент | директив) (?:ъ?т|а|ата|и|ите)? [ ] (?: за[ ]изпълнение[ ] )?
    (?P<number> (?: \((?:ес|ео|еио|евратом|eu|ec)(?:,[ ]евратом)?\) [ ] )? (?:№[ ]?)?
      [0-9]{1,4}/[0-9]{1,4} (?: /(?:ес|ео|еио|eu|ec|eo) )? )
    (?! [0-9] | /[ ]?[0-9] )
    """,
    re.VERBOSE,
)
_CASE = re.compile(r"дел[оа](?:то)?[ ](?P<number>[CTСТ]-[0-9]{1,4}/[0-9]{2}(?![0-9/.]))", re.IGNORECASE)
ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[0-9A-Z.]{1,25}(?<!\.)")


def act(text: str, at: int) -> Union | None:
    """The regulation or directive whose name begins at `at`."""
    match = _ACT.match(lowered(text), at)
    if match is None:
        return None
    kind = "Директива" if match["type"] == "директив" else "Регламент"
    number = text[match.start("number") : match.end("number")]
    # `2004/18/EO`: the Community typed in Latin letters
    return Union(match.end(), "eu", kind, kind.lower(), re.sub("/EO$", "/ЕО", number))


def case(text: str, at: int) -> Union | None:
    """The case of the Court of Justice or of the General Court that begins at `at`."""
    match = _CASE.match(text, at)
    return Union(match.end(), "eu", "дело", "дело", match["number"].upper().translate(TO_LATIN)) if match else None


def ecli(text: str, at: int) -> Union | None:
    """The identifier that begins at `at`."""
    match = ECLI.match(text, at)
    return Union(match.end(), "ecli", "", "ECLI", match.group()) if match else None
