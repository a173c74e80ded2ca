"""Bytes -> text: which encoding, and what decided it.

The order of evidence: a byte order mark; strict UTF-8 (bytes that decode as UTF-8 and hold a letter outside ASCII are
UTF-8, whatever a declaration says); the declaration, if the text then reads like Bulgarian or like plain Latin; the
best reading among the old Cyrillic encodings.

>>> decode("Община Видин".encode("windows-1251"))
Decoded(text='Община Видин', encoding='windows-1251', decided_by='detected')
"""

import codecs
import re
from collections import Counter
from math import log
from typing import NamedTuple

from govarchive.errors import NotText


class Decoded(NamedTuple):
    """Text, the IANA name of its encoding, and what decided: bom, utf-8, declared or detected; damage and repair."""

    text: str
    encoding: str
    decided_by: str


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("windows-1251", "koi8-r", "iso-8859-5", "x-mac-cyrillic")
_PYTHON_NAMES = {"x-mac-cyrillic": "mac_cyrillic", "win-1251": "windows-1251"}
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

# How often each letter occurs in Bulgarian, in tenths of a percent (rounded counts of ordinary prose). A wrong reading
# of a Cyrillic encoding is full of rare letters; the case of letters says nothing, as whole pages are in capitals.
_FREQUENT = {
    **dict.fromkeys("аоие", 95), **dict.fromkeys("тн", 74), **dict.fromkeys("рсв", 48), **dict.fromkeys("длкпм", 31),
    **dict.fromkeys("зягбъчу", 16), **dict.fromkeys("жцщйх", 6), **dict.fromkeys("шф", 4), **dict.fromkeys("юьѝ", 1),
}  # fmt: skip
_EVEN = 20
_RARE = 0.1
_LETTERS = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# An accented letter inside a Latin word is as good as a Cyrillic one among its own.
_ACCENTED = re.compile(r"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
# A capital after a small letter, two alphabets in one word, control characters, frames of tables, unreadable bytes.
_BROKEN = re.compile(r"[а-я][А-Я]|[A-Za-z][А-Яа-я]|[А-Яа-я][A-Za-z]|[\x80-\x9f\u2500-\u259f\ufffd]")
_BREAK_COSTS = 3.0
_SAMPLE = 20_000
_MISTAKEN = re.compile(r"[\xc0-\xff]{3}")
_CYRILLIC_LETTER = re.compile(r"[А-Яа-я]")
_FROM_LATIN_1 = {code: bytes([code]).decode("windows-1251") for code in (*range(0xC0, 0x100), 0xA8, 0xB8, 0xB9)}
_MOST_DAMAGE = 0.02
# Chance makes UTF-8 of very few bytes: where so many letters outside ASCII stand against each byte that is none, it is
# a page into which a piece in another encoding was pasted.
_LETTERS_TO_STRAY_BYTE = 4
_PLAUSIBLE = 0.2
# How much likelier (natural logarithm) another reading must be to overrule the declaration.
_OVERRULES = 4.0
# So few letters prove nothing.
_TOO_FEW = 10


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that the first 4 KB declare (XML prolog or meta element), lower case; None without one."""
    found = _DECLARED.search(raw.lstrip()[:_HEAD])
    return (found["xml"] or found["meta"]).decode("ascii").lower() if found else None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`; `declared` is what the page or its container says.

    Raises NotText when no reading is plausible.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _with_bom(raw, encoding)
    strict = _strictly(raw, "utf-8")
    if strict is not None:
        return _repaired(strict) or Decoded(strict, "utf-8", "utf-8")
    if declared is not None:
        said = _as_declared(raw, declared)
        if said is not None:
            return said
    return _detected(raw)


def _repaired(text: str) -> Decoded | None:
    """UTF-8 made of windows-1251 that was taken for Latin-1 (`Îáëàñò`), as happened to old sites; None for others."""
    if _CYRILLIC_LETTER.search(text) or not _MISTAKEN.search(text):
        return None
    again = text.translate(_FROM_LATIN_1)
    score, letters = _score(again)
    if letters < _TOO_FEW or score < _PLAUSIBLE * letters:
        return None
    return Decoded(again, "utf-8", "utf-8, repaired from windows-1251")


def _with_bom(raw: bytes, encoding: str) -> Decoded:
    """What a byte order mark announces is read even when a few bytes are damaged."""
    python_name = "utf-8-sig" if encoding == "utf-8" else encoding
    text = _strictly(raw, python_name)
    if text is not None:
        return Decoded(text, encoding, "bom")
    return Decoded(raw.decode(python_name, "replace"), encoding, "bom, damaged")


def _as_declared(raw: bytes, declared: str) -> Decoded | None:
    """The reading that is declared, unless it is unknown, impossible or much less likely than another."""
    name = _known(declared)
    if name == "utf-8":
        return _damaged_utf_8(raw, "declared, damaged")
    text = _replaced(raw, name) if name else None
    if name is None or text is None:
        return None
    score, letters = _score(text)
    best = max(_score(raw.decode(_PYTHON_NAMES.get(other, other), "replace"))[0] for other in _CYRILLIC)
    if best > score + _OVERRULES or (letters >= _TOO_FEW and score < _PLAUSIBLE * letters):
        return None
    return Decoded(text, name, "declared, damaged" if "\ufffd" in text else "declared")


def _known(declared: str) -> str | None:
    """The IANA name of a declared encoding that may be one; None for all others."""
    try:
        name = codecs.lookup(_PYTHON_NAMES.get(declared, declared)).name
    except (LookupError, ValueError):
        return None
    if name != "ascii" and not _TAKEN.fullmatch(name):
        return None
    return _IANA_NAMES.get(name) or re.sub("^cp(?=125)", "windows-", re.sub("^iso8859", "iso-8859", name))


def _detected(raw: bytes) -> Decoded:
    readings = [(name, raw.decode(_PYTHON_NAMES.get(name, name), "replace")) for name in (*_CYRILLIC, "windows-1252")]
    scores = {name: _score(text) for name, text in readings}
    name, text = max(readings, key=lambda reading: scores[reading[0]][0])
    score, letters = scores[name]
    if letters and score >= _PLAUSIBLE * letters:
        return Decoded(text, name, "detected, damaged" if "\ufffd" in text else "detected")
    western = _strictly(raw, "windows-1252")
    if western is not None and _is_latin(western):
        return Decoded(western, "windows-1252", "detected")
    damaged = _damaged_utf_8(raw, "detected, damaged")
    if damaged is not None:
        return damaged
    raise NotText("no known encoding makes Bulgarian text of it", remedy="save it as UTF-8 or windows-1251")


def _damaged_utf_8(raw: bytes, decided_by: str) -> Decoded | None:
    """UTF-8 with the bytes that are none marked as damaged; None when these are many."""
    text = raw.decode("utf-8", "replace")
    damage, letters = text.count("\ufffd"), _LETTERS.findall(text)
    foreign = sum(letter > "\x7f" for letter in letters)
    few = damage <= _MOST_DAMAGE * max(1, len(letters)) or damage * _LETTERS_TO_STRAY_BYTE <= foreign
    return Decoded(text, "utf-8", decided_by) if few else None


def _is_latin(text: str) -> bool:
    """Whether hardly a letter lies outside ASCII, as in English or French text."""
    letters: list[str] = _LETTERS.findall(_sample(text))
    return sum(letter > "\x7f" for letter in letters) * 10 < len(letters)


def _score(text: str) -> tuple[float, int]:
    """How much likelier the non-ASCII letters are in Bulgarian than at random (log ratio), and how many they are."""
    sample = _sample(text)
    accented = len(_ACCENTED.findall(sample))
    counts = Counter(_ACCENTED.sub("", sample).lower())
    foreign = {letter: count for letter, count in counts.items() if letter > "\x7f" and _LETTERS.match(letter)}
    likely = sum(count * log(_FREQUENT.get(letter, _RARE) / _EVEN) for letter, count in foreign.items())
    broken = len(_BROKEN.findall(sample))
    return likely + accented - _BREAK_COSTS * broken, accented + sum(foreign.values()) + counts["\ufffd"]


def _sample(text: str) -> str:
    """The text from its first character outside ASCII on: pages may begin with long scripts."""
    first = _FOREIGN.search(text)
    return text[first.start() if first else 0 :][:_SAMPLE]


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _replaced(raw: bytes, encoding: str) -> str | None:
    """The reading with a few undefined bytes marked; None when there are many."""
    text = raw.decode(_PYTHON_NAMES.get(encoding, encoding), "replace")
    return text if text.count("\ufffd") <= len(text) * _MOST_DAMAGE else None
