"""The encodings of Bulgarian pages by their IANA names (and MIK, which has none), and readings in them.

>>> reading(bytes([0x82, 0xA8, 0xA4, 0xA8, 0xAD, 0x20, 0xD5, 0x37]), "mik")
'Видин №7'
"""

import codecs
import re
from functools import lru_cache

from govarchive.errors import InvalidFormat

CYRILLIC = ("windows-1251", "mik", "koi8-r", "iso-8859-5", "x-mac-cyrillic", "cp866", "cp855")
"""The more usual ones first; capitals are the same in MIK, the code page of Bulgarian DOS, and in cp866."""

PYTHON_NAMES = {"x-mac-cyrillic": "mac_cyrillic"}
# Names in use that Python does not know.
_OTHER_NAMES = {"bulgaria-pc": "mik", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u", "ms-cyrl": "cp1251"}
_OTHER_NAMES |= {"x-mac-ukrainian": "mac_cyrillic", "iso88595": "iso8859-5", "utf8mb4": "utf-8"}
_OTHER_NAMES |= dict.fromkeys(("unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"), "utf-8")
_WINDOWS = re.compile(r"(?:x-|win(?:dows)?-?|ms-?)?(?:cp-?)?(?P<number>125[0-8])")
# What may be declared, by the name of Python's codec: ASCII with one byte a letter, or UTF-8. As browsers do, we read
# Latin-1 as the windows-1252 that it mostly is.
_TAKEN = re.compile(r"utf-8 | cp(?:125[0-8]|85[0-9]|866) | iso8859-[0-9]+ | koi8-[rtu] | mac-[a-z]+", re.VERBOSE)
_IANA_NAMES = {"mac-cyrillic": "x-mac-cyrillic", "iso8859-1": "windows-1252", "ascii": "windows-1252"}
_WIDE = re.compile(r"utf-(?:16|32)(?:-[bl]e)?")
_UPPER = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_FRAMES = "└┴┬├─┼╣║╚╔╩╦╠═╬┐░▒▓│┤№§╗╝┘┌█▄▌▐▀"
_SIGNS = "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"
_MIK = "".join(map(chr, range(0x80))) + _UPPER + _UPPER.lower() + _FRAMES + _SIGNS


def reading(raw: bytes, encoding: str) -> str:
    """The text of bytes, with U+FFFD for those that the encoding lacks."""
    if encoding == "mik":
        return codecs.charmap_decode(raw, "replace", _MIK)[0]
    return raw.decode(PYTHON_NAMES.get(encoding, encoding), "replace")


def known(name: str) -> str | None:
    """The IANA name of a declared encoding with ASCII in it; None for all others.

    >>> known("CP1251"), known("Win-1251"), known("MIK"), known("utf-16"), known("rot13")
    ('windows-1251', 'windows-1251', 'mik', None, None)
    """
    found = _python_name(name)
    if found == "mik":
        return found
    if found is None or (found != "ascii" and not _TAKEN.fullmatch(found)):
        return None
    return _IANA_NAMES.get(found) or re.sub("^cp(?=125)", "windows-", re.sub("^iso8859", "iso-8859", found))


def encoding_named(name: str) -> str:
    """The IANA name of an encoding that a user names, which may be a wide one. Raises InvalidFormat.

    >>> encoding_named("cp1251"), encoding_named("UTF-16")
    ('windows-1251', 'utf-16')
    """
    found = known(name)
    if found is None and _WIDE.fullmatch(_python_name(name) or ""):
        found = _python_name(name)
    if found is None:
        raise InvalidFormat(
            f"no encoding of texts is called {name!r}; try windows-1251, utf-8, {', '.join(CYRILLIC[1:])}"
        )
    return found


def _python_name(name: str) -> str | None:
    name = name.strip().lower().replace("_", "-")
    windows = _WINDOWS.fullmatch(name)
    name = f"cp{windows['number']}" if windows else _OTHER_NAMES.get(name, PYTHON_NAMES.get(name, name))
    if name == "mik":
        return name
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


@lru_cache
def characters(encoding: str) -> str:
    """The upper 128 characters of an encoding with one byte each; U+FFFD for what it lacks."""
    return reading(bytes(range(0x80, 0x100)), encoding)
