r"""Names of members: bytes in an unknown code page -> text that can be printed.

>>> readable("Заповеди/№ 5.htm".encode("cp866"))
'Заповеди/№ 5.htm'
>>> readable(b"a\nb\x1b[2J.htm")
'a\\nb\\x1b[2J.htm'
"""

from functools import lru_cache

from govarchive.pages.encodings import reading
from govarchive.pages.likeness import PLAUSIBLE, score
from govarchive.text.terminal import on_one_line

# As Windows packs them on a Bulgarian machine, and DOS did.
_CODE_PAGES = ("cp866", "windows-1251", "mik")


@lru_cache(1024)
def readable(raw: bytes) -> str:
    """The name in UTF-8, or else in the code page it reads best in, slashes forward, what cannot be printed escaped."""
    return spelled(_decoded(raw))


def spelled(name: str) -> str:
    """A decoded name with slashes forward, what cannot be printed escaped."""
    if "\\" in name and "/" not in name:  # written on Windows against the rule
        name = name.replace("\\", "/")
    return on_one_line(name)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    readings = [reading(raw, name) for name in _CODE_PAGES]
    best = max(readings, key=lambda it: score(it)[0])
    points, letters = score(best)
    return best if points >= PLAUSIBLE * letters else raw.decode("cp437")
