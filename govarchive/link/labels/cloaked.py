"""Cloaked: mail that a site hides from robots, `[email protected]`; no record, but it stands where mail stands.

>>> said = "Каса [email protected] 841 234"
>>> [said[it.start : it.stop] for it in cloaked_mail(said)]
['[email protected]']
"""

import re

from govarchive.model import Candidate
from govarchive.text.needles import holds

_NEEDLES = ("protected", "защитен")
_CLOAK = re.compile(
    r"""\[ \s? (?:e-?mail|имейл|мейл) \s{1,3} (?:protected|защитен) \s? \]
    | (?: This[ ]e-?mail[ ]address[ ]is[ ]being[ ]protected[ ]from[ ]
        | (?:Този[ ])?(?:адрес[ ]на[ ])?(?:e-?mail|[еи]-?мейл|електронн[а-я]{1,3})[ ](?:адрес(?:ът)?[ ]|поща[ ])?
          [еe][ ]защитен[ ]от[ ] )
      [^\n.,]{0,40} (?: [.,][ ]? (?:Трябва|Нужно|You|Необходимо|JavaScript) [^\n.]{0,90} \.? )?""",
    re.VERBOSE | re.IGNORECASE,
)
# One that is broken over two lines is mail on both.
_LINE = re.compile(r"[^\n]+")


def cloaked_mail(text: str) -> list[Candidate]:
    """The hidden addresses of a text in order; only labels and what stands among contacts see them."""
    if not holds(text, _NEEDLES):
        return []
    parts = (part for it in _CLOAK.finditer(text) for part in _LINE.finditer(text, *it.span()))
    return [Candidate("email", *part.span(), "cloaked", part.span()) for part in parts]
