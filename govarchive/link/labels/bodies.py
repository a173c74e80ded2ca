"""Bodies: which records are whole bodies, and an office without the one that somebody has it in.

>>> without_body("учител по музика в ОУ", 19), without_body("секретар на НЧ", 12)
('учител по музика', 'секретар на НЧ')
"""

import re

from govarchive.link.scene import is_inner
from govarchive.model import Candidate

_IN = re.compile(r"[ ](?:в|във|при|към)[ ]*\Z")


def is_body(it: Candidate) -> bool:
    """Whether a record is an institution that is no unit inside another."""
    return it.kind == "institution" and not is_inner(it.value or "")


def without_body(words: str, at: int) -> str:
    """The words of an office before the body at an offset where who has it works; of what it is, it keeps the name."""
    found = _IN.search(words, 0, at)
    return words[: found.start()] if found else words
