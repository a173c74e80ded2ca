"""Bytes -> text: which encoding, and what decided it.

The order of evidence: what came with the page (the HTTP header), a byte order mark, what the page says of itself, the
best reading among the old Cyrillic encodings. A declaration that the bytes refute is passed over: bytes that decode as
UTF-8 and hold a letter outside ASCII are UTF-8, those in the shape of UTF-16 are UTF-16, and in one of a byte a letter
the text has to read like Bulgarian or like plain Latin. Text that was once read in a wrong encoding is turned back
where that can be proven.

>>> decode("Община Видин".encode("windows-1251"))
Decoded(text='Община Видин', encoding='windows-1251', decided_by='detected')
"""

import codecs
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from govarchive.errors import InvalidFormat, NotText
from govarchive.pages.encodings import CYRILLIC, encoding_named, known, reading
from govarchive.pages.likeness import LETTER, PLAUSIBLE, TOO_FEW, is_bulgarian, is_latin, sample, score
from govarchive.pages.mojibake import pieces_turned_back, repaired
from govarchive.pages.sniff import wide_encoding
from govarchive.pages.tally import clear_reading


class Decoded(NamedTuple):
    """Text, the IANA name of its encoding, and what decided, with damage and repair.

    What decided is given (the user), http, bom, utf-8 (the bytes themselves), declared (by the page) or detected.
    """

    text: str
    encoding: str
    decided_by: str


_Scored = Callable[[str], tuple[float, int]]
"""What `score` says of the bytes in an encoding, found out once."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
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
# Four of a letter that no word has twice in a row: written over what was there.
_ONES = 4 * b"\xff"
_SEVEN_BITS = ("utf-7", "unicode-1-1-utf-7")
# The upper bytes of UTF-16.
_CONTROLS = (b"\x00", b"\x04")
# Before any letter is seen: nearly all old pages are in it.
_USUAL = {"windows-1251": 5.0}
# KOI8-U has letters (one of them a Roman numeral) for some of the frames of KOI8-R, which do not come alone.
_UKRAINIAN = re.compile(rb"[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd]")
_KOI8_FRAMES = re.compile(rb"[\x80-\x91\xa0-\xa2\xa5\xa8-\xac\xae-\xb2\xb5\xb8-\xbc\xbe]")
# Of frames, ∞, Đ, Ğ, ŕ and ‡, one of which is in any such misread text: to look for them in that takes longer.
_ODD = (b"\xe2\x95", b"\xe2\x88\x9e", b"\xe2\x80\xa1", b"\xc4", b"\xc5")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_PAIR = re.compile(rb"[\xc3-\xdf][\x80-\xbf]")
_MOSTLY = 0.8
_LOST_WORD = re.compile(r"(?<![^\s<>(])\?{3,}(?![^\s<>),.])")
_LOST_WORDS = 3


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that the first 4 KB declare (XML prolog or meta element), lower case; None without one."""
    found = _DECLARED.search(raw.lstrip()[:_HEAD])
    return (found["xml"] or found["meta"]).decode("ascii").lower() if found else None


def decode(raw: bytes, declared: str | None = None, http: str | None = None) -> Decoded:
    """The text of `raw`; `declared` is what the page says, `http` what came with it.

    Raises NotText when no reading is plausible.
    """
    return _mended(_read(raw, declared, http), raw)


def decode_as(raw: bytes, encoding: str) -> Decoded:
    """The text of `raw` in the encoding that the user names. Raises InvalidFormat for an unknown one."""
    name = encoding_named(encoding)
    return _mended(Decoded(reading(raw, name), name, "given"), raw)


def _mended(found: Decoded, raw: bytes) -> Decoded:
    """The reading turned back where it was misread before, with its damage told."""
    # Letters of Latin-1 take two bytes in UTF-8, and this is the first.
    accented = b"\xc3" in raw if found.encoding == "utf-8" else found.encoding == "windows-1252"
    odd = found.encoding == "utf-8" and any(map(raw.__contains__, _ODD))
    text, was = repaired(found.text, accented=accented, odd=odd)
    if was is None and found.encoding in CYRILLIC:
        text, was = pieces_turned_back(text, found.encoding)
    told = [found.decided_by, *(["damaged"] if _is_damaged(text) else []), *([f"repaired from {was}"] if was else [])]
    return Decoded(text, found.encoding, ", ".join(told))


def _is_damaged(text: str) -> bool:
    """Whether letters are lost: marked as unreadable, or whole words turned into question marks."""
    return "\ufffd" in text or ("???" in text and len(_LOST_WORD.findall(text)) >= _LOST_WORDS)


def _read(raw: bytes, declared: str | None, http: str | None) -> Decoded:
    if declared in _SEVEN_BITS and (seven := _seven_bits(raw)):
        return seven
    certain = _certain(raw)
    if certain is not None:
        return certain._replace(decided_by="http") if http and _agrees(http, certain.encoding) else certain
    if _is_mostly_utf_8(raw[:_HEAD]):
        sayings = ((http, "http"), (declared, "declared"))
        damaged = _damaged_utf_8(raw, next((by for said, by in sayings if said and known(said) == "utf-8"), "detected"))
        if damaged:
            return damaged
    seen = sample(raw.decode("latin-1")).encode("latin-1")  # one byte a letter, so this serves for all readings
    clear = clear_reading(seen, 2 * TOO_FEW)
    scored = cache(lambda name: score(reading(seen, name)))
    for said, decided_by in ((http, "http"), (declared, "declared")):
        name = _declared_name(said, clear) if said else None
        found = _as_declared(raw, name, decided_by, None if name == clear else scored) if name else None
        if found:
            return found
    return _found(raw, clear) if clear else _detected(raw, scored)


def _certain(raw: bytes) -> Decoded | None:
    """The reading that the bytes prove, whatever is declared: wide encodings and UTF-8."""
    marked = next((it for it in _BOMS if raw.startswith(it[0])), None)
    may_be_wide = any(it in raw[:_HEAD] for it in _CONTROLS)
    # A page cut within a word may begin with „ЪЧ“ or „юя“, which in old encodings are the mark of UTF-16.
    if marked and (marked[1] == "utf-8" or may_be_wide or raw == marked[0]):
        # What a byte order mark announces is read even when a few bytes are damaged.
        return Decoded(raw.decode(marked[2], "replace"), marked[1], "bom")
    strict = _strictly(raw, "utf-8")
    wide = wide_encoding(raw) if strict is None or may_be_wide else None
    if wide is not None:
        return Decoded(raw.decode(wide, "replace"), "utf-16", "detected")
    return Decoded(strict, "utf-8", "utf-8") if strict is not None else None


def _seven_bits(raw: bytes) -> Decoded | None:
    """The reading in UTF-7, where that makes Bulgarian of it; as a page in it is one in ASCII, too, it must say so."""
    text = _strictly(raw, "utf-7")
    return Decoded(text, "utf-7", "declared") if text is not None and is_bulgarian(text, TOO_FEW) else None


def _is_mostly_utf_8(raw: bytes) -> bool:
    """Whether nearly all bytes outside ASCII are letters of UTF-8, which chance makes of no other encoding."""
    high = len(raw) - len(raw.translate(None, _HIGH_BYTES))
    return high > TOO_FEW and 2 * len(_PAIR.findall(raw)) > _MOSTLY * high


def _agrees(said: str, encoding: str) -> bool:
    try:
        return encoding_named(said).startswith(encoding)  # which end of UTF-16 comes first is no contradiction
    except InvalidFormat:
        return False


def _declared_name(said: str, clear: str | None) -> str | None:
    """The IANA name of what is declared; None for unknown names, and where the bytes are clearly in another."""
    name = known(said)
    if name == "koi8-u" and clear == "koi8-r":
        return name
    return name if clear is None or name in (clear, "utf-8") else None


def _as_declared(raw: bytes, name: str, decided_by: str, scored: _Scored | None) -> Decoded | None:
    """The reading that is declared, unless it is impossible or, by the scores, much less likely than another."""
    if name == "utf-8":
        return _damaged_utf_8(raw, decided_by)
    text = reading(raw, name)
    if text.count("\ufffd") > len(text) * _MOST_DAMAGE:
        return None
    if scored:
        points, letters = scored(name)
        best = max(scored(other)[0] for other in CYRILLIC)
        if best > points + _OVERRULES or (letters >= TOO_FEW and points < PLAUSIBLE * letters):
            return None
    return Decoded(text, name, decided_by)


def _found(raw: bytes, name: str) -> Decoded:
    """The reading that is the likeliest."""
    if name == "koi8-r" and _UKRAINIAN.search(raw) and not _KOI8_FRAMES.search(raw):
        name = "koi8-u"
    return Decoded(reading(raw, name), name, "detected")


def _detected(raw: bytes, scored: _Scored) -> Decoded:
    points = {name: scored(name)[0] + _USUAL.get(name, 0) for name in (*CYRILLIC, "windows-1252")}
    name = max(points, key=points.__getitem__)
    letters = scored(name)[1]
    if letters and points[name] >= PLAUSIBLE * letters:
        return _found(raw, name)
    western = _strictly(raw, "windows-1252")
    if western is not None and is_latin(western):
        return Decoded(western, "windows-1252", "detected")
    damaged = _damaged_utf_8(raw, "detected")
    if damaged is not None:
        return damaged
    mixed = Decoded(reading(raw, "windows-1251"), "windows-1251", "detected")
    if _ONES not in raw and _has_pieces(mixed.text):
        return mixed
    raise NotText("no known encoding makes Bulgarian text of it", remedy="save it as UTF-8 or windows-1251")


def _has_pieces(text: str) -> bool:
    """Whether a text is Bulgarian when the pieces in other encodings in it are turned back, as they will be."""
    again, was = repaired(text)
    if was != "utf-8":
        again, was = pieces_turned_back(text, "windows-1251")
    return was is not None and is_bulgarian(again, TOO_FEW)


def _damaged_utf_8(raw: bytes, decided_by: str) -> Decoded | None:
    """UTF-8 with the bytes that are none read as windows-1251 or else marked as damaged; None when these are many."""
    text = raw.decode("utf-8", "replace")
    damage, letters = text.count("\ufffd"), LETTER.findall(text)
    foreign = sum(letter > "\x7f" for letter in letters)
    if damage > _MOST_DAMAGE * max(1, len(letters)) and damage * _LETTERS_TO_STRAY_BYTE > foreign:
        return None
    pieced = raw.decode("utf-8", _PIECES)
    if is_bulgarian("\n".join(_PIECE.findall(pieced)), TOO_FEW):
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
