"""The encodings of Bulgarian pages by their IANA names (and MIK, which has none), and readings in them.

>>> reading(bytes([0x82, 0xA8, 0xA4, 0xA8, 0xAD, 0x20, 0xD5, 0x37]), "mik")
'Видин №7'
"""

import codecs
from functools import lru_cache

CYRILLIC = ("windows-1251", "mik", "koi8-r", "iso-8859-5", "x-mac-cyrillic", "cp866", "cp855")
"""The more usual ones first; capitals are the same in MIK, the code page of Bulgarian DOS, and in cp866."""

PYTHON_NAMES = {"x-mac-cyrillic": "mac_cyrillic", "win-1251": "windows-1251"}
_UPPER = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_FRAMES = "└┴┬├─┼╣║╚╔╩╦╠═╬┐░▒▓│┤№§╗╝┘┌█▄▌▐▀"
_SIGNS = "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"
_MIK = "".join(map(chr, range(0x80))) + _UPPER + _UPPER.lower() + _FRAMES + _SIGNS


def reading(raw: bytes, encoding: str) -> str:
    """The text of bytes, with U+FFFD for those that the encoding lacks."""
    if encoding == "mik":
        return codecs.charmap_decode(raw, "replace", _MIK)[0]
    return raw.decode(PYTHON_NAMES.get(encoding, encoding), "replace")


@lru_cache
def characters(encoding: str) -> str:
    """The upper 128 characters of an encoding with one byte each; U+FFFD for what it lacks."""
    return reading(bytes(range(0x80, 0x100)), encoding)
