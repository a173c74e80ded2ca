r"""Names of members: bytes in an unknown code page -> text that can be printed.

>>> readable("Заповеди/№ 5.htm".encode("cp866"))
'Заповеди/№ 5.htm'
>>> readable(b"a\nb\x1b[2J.htm")
'a\\nb\\x1b[2J.htm'
"""

import re
from functools import lru_cache

from govarchive.pages.encodings import reading
from govarchive.pages.likeness import PLAUSIBLE, score

# As Windows packs them on a Bulgarian machine, and DOS did.
_CODE_PAGES = ("cp866", "windows-1251", "mik")
# Would write over the terminal, or make two lines of one.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@lru_cache(1024)
def readable(raw: bytes) -> str:
    """The name in UTF-8, or else in the code page it reads best in, slashes forward, what cannot be printed escaped."""
    return spelled(_decoded(raw))


def spelled(name: str) -> str:
    """A decoded name with slashes forward, what cannot be printed escaped."""
    if "\\" in name and "/" not in name:  # written on Windows against the rule
        name = name.replace("\\", "/")
    return printable(name)


def printable(name: str) -> str:
    """The name with an escape for each character that no line of output may hold."""
    return _UNPRINTABLE.sub(lambda it: it.group().encode("unicode_escape").decode(), name)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    readings = [reading(raw, name) for name in _CODE_PAGES]
    best = max(readings, key=lambda it: score(it)[0])
    points, letters = score(best)
    return best if points >= PLAUSIBLE * letters else raw.decode("cp437")
