"""Bytes -> text: which encoding, and what decided it.

The order of evidence: a byte order mark; the shape of UTF-16; strict UTF-8 (bytes that decode as UTF-8 and hold a
letter outside ASCII are UTF-8, whatever a declaration says); the declaration, if the text then reads like Bulgarian or
like plain Latin; the best reading among the old Cyrillic encodings. Text that was once read in a wrong encoding is
turned back where that can be proven.

>>> decode("Община Видин".encode("windows-1251"))
Decoded(text='Община Видин', encoding='windows-1251', decided_by='detected')
"""

import codecs
import re
from typing import NamedTuple

from govarchive.errors import NotText
from govarchive.pages.encodings import CYRILLIC, PYTHON_NAMES, reading
from govarchive.pages.likeness import LETTER, PLAUSIBLE, is_bulgarian, is_latin, score
from govarchive.pages.mojibake import repaired
from govarchive.pages.sniff import wide_encoding


class Decoded(NamedTuple):
    """Text, the IANA name of its encoding, and what decided: bom, utf-8, declared or detected; damage and repair."""

    text: str
    encoding: str
    decided_by: str


_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# What a page may declare, by the name of Python's codec: ASCII with one byte a letter, or UTF-8. The names on the right
# are the IANA ones where they differ. As browsers do, Latin-1 is read as the windows-1252 that it mostly is.
_TAKEN = re.compile(r"utf-8 | cp(?:125[0-8]|85[0-9]|866) | iso8859-[0-9]+ | koi8-[rtu] | mac-[a-z]+", re.VERBOSE)
_IANA_NAMES = {"mac-cyrillic": "x-mac-cyrillic", "iso8859-1": "windows-1252", "ascii": "windows-1252"}

_DECLARED = re.compile(
    rb"""<\?xml [^>]{0,200}? encoding \s*=\s* ["']? (?P<xml>[A-Za-z0-9_.:-]+)   # <?xml version="1.0" encoding="..."
    | <meta \b [^>]{0,400}? charset \s*=\s* ["']? \s* (?P<meta>[A-Za-z0-9_.:-]+)  # both old and new style of meta""",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = 4096

_MOST_DAMAGE = 0.02
# Chance makes UTF-8 of very few bytes: where so many letters outside ASCII stand against each byte that is none, it is
# a page into which a piece in another encoding was pasted.
_LETTERS_TO_STRAY_BYTE = 4
# How much likelier (natural logarithm) another reading must be to overrule the declaration.
_OVERRULES = 4.0
# So few letters prove nothing.
_TOO_FEW = 10
# The upper bytes of UTF-16.
_CONTROLS = re.compile(rb"[\x00\x04]")
# Before any letter is seen: nearly all old pages are in it.
_USUAL = {"windows-1251": 5.0}
_LOST_WORD = re.compile(r"(?<![^\s<>(])\?{3,}(?![^\s<>),.])")
_LOST_WORDS = 3


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that the first 4 KB declare (XML prolog or meta element), lower case; None without one."""
    found = _DECLARED.search(raw.lstrip()[:_HEAD])
    return (found["xml"] or found["meta"]).decode("ascii").lower() if found else None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`; `declared` is what the page or its container says.

    Raises NotText when no reading is plausible.
    """
    found = _read(raw, declared)
    # Letters of Latin-1 take two bytes in UTF-8, and this is the first.
    accented = b"\xc3" in raw if found.encoding == "utf-8" else found.encoding == "windows-1252"
    text, was = repaired(found.text, accented=accented)
    told = [found.decided_by, *(["damaged"] if _is_damaged(text) else []), *([f"repaired from {was}"] if was else [])]
    return Decoded(text, found.encoding, ", ".join(told))


def _is_damaged(text: str) -> bool:
    """Whether letters are lost: marked as unreadable, or whole words turned into question marks."""
    return "\ufffd" in text or ("???" in text and len(_LOST_WORD.findall(text)) >= _LOST_WORDS)


def _read(raw: bytes, declared: str | None) -> Decoded:
    marked = next((it for it in _BOMS if raw.startswith(it[0])), None)
    if marked:
        # What a byte order mark announces is read even when a few bytes are damaged.
        return Decoded(raw.decode(marked[2], "replace"), marked[1], "bom")
    strict = _strictly(raw, "utf-8")
    wide = wide_encoding(raw) if strict is None or _CONTROLS.search(raw, 0, _HEAD) else None
    if wide is not None:
        return Decoded(raw.decode(wide, "replace"), "utf-16", "detected")
    if strict is not None:
        return Decoded(strict, "utf-8", "utf-8")
    said = _as_declared(raw, declared) if declared is not None else None
    return said or _detected(raw)


def _as_declared(raw: bytes, declared: str) -> Decoded | None:
    """The reading that is declared, unless it is unknown, impossible or much less likely than another."""
    name = _known(declared)
    if name == "utf-8":
        return _damaged_utf_8(raw, "declared")
    text = reading(raw, name) if name else ""
    if name is None or text.count("\ufffd") > len(text) * _MOST_DAMAGE:
        return None
    points, letters = score(text)
    best = max(score(reading(raw, other))[0] for other in CYRILLIC)
    if best > points + _OVERRULES or (letters >= _TOO_FEW and points < PLAUSIBLE * letters):
        return None
    return Decoded(text, name, "declared")


def _known(declared: str) -> str | None:
    """The IANA name of a declared encoding that may be one; None for all others."""
    if declared in {"mik", "bulgaria-pc"}:
        return "mik"
    try:
        name = codecs.lookup(PYTHON_NAMES.get(declared, declared)).name
    except (LookupError, ValueError):
        return None
    if name != "ascii" and not _TAKEN.fullmatch(name):
        return None
    return _IANA_NAMES.get(name) or re.sub("^cp(?=125)", "windows-", re.sub("^iso8859", "iso-8859", name))


def _detected(raw: bytes) -> Decoded:
    readings = {name: reading(raw, name) for name in (*CYRILLIC, "windows-1252")}
    points = {name: score(text)[0] + _USUAL.get(name, 0) for name, text in readings.items()}
    name = max(points, key=points.__getitem__)
    letters = score(readings[name])[1]
    if letters and points[name] >= PLAUSIBLE * letters:
        return Decoded(readings[name], name, "detected")
    western = _strictly(raw, "windows-1252")
    if western is not None and is_latin(western):
        return Decoded(western, "windows-1252", "detected")
    damaged = _damaged_utf_8(raw, "detected")
    if damaged is not None:
        return damaged
    raise NotText("no known encoding makes Bulgarian text of it", remedy="save it as UTF-8 or windows-1251")


def _damaged_utf_8(raw: bytes, decided_by: str) -> Decoded | None:
    """UTF-8 with the bytes that are none read as windows-1251 or else marked as damaged; None when these are many."""
    text = raw.decode("utf-8", "replace")
    damage, letters = text.count("\ufffd"), LETTER.findall(text)
    foreign = sum(letter > "\x7f" for letter in letters)
    if damage > _MOST_DAMAGE * max(1, len(letters)) and damage * _LETTERS_TO_STRAY_BYTE > foreign:
        return None
    pieced = raw.decode("utf-8", _PIECES)
    if is_bulgarian("\n".join(_PIECE.findall(pieced)), _TOO_FEW):
        return Decoded(_PIECE.sub(r"\1", pieced), "utf-8", f"{decided_by}, pieces in windows-1251")
    return Decoded(text, "utf-8", decided_by)


def _piece(error: UnicodeError) -> tuple[str, int]:
    """For `codecs.register_error`: all bytes outside ASCII from the first that is no UTF-8 on, between two marks."""
    assert isinstance(error, UnicodeDecodeError)
    found = _HIGH.match(error.object, error.start)
    assert found is not None
    return f"\ufdd0{reading(found.group(), 'windows-1251')}\ufdd1", found.end()


_PIECES = "govarchive.pieces"
_HIGH = re.compile(rb"[\x80-\xff]+")
_PIECE = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")
codecs.register_error(_PIECES, _piece)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
