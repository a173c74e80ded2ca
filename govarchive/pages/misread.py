r"""UTF-8 of which each byte was read as a letter of another encoding, turned back; no text holds such pairs of letters.

>>> turned_back("РћР±С‰РёРЅСЃРєРё съвет", accented=False), turned_back("╨Ю╨▒╤Й╨╕╨╜╨░", accented=False)
('Общински съвет', 'Община')
>>> turned_back("РР·Р±РѕСЂ, Р?Р·Р±РѕСЂ", accented=False), turned_back("Ð\x98Ð·Ð±Ð¾Ñ€", accented=True)
('Избор, Избор', 'Избор')
>>> turned_back("Община – Шуменско", accented=True)
"""

import re
from functools import lru_cache

from govarchive.pages.encodings import characters
from govarchive.pages.likeness import score

_STRETCH = re.compile(r"[^<>\n]+")
# The encodings that programs took UTF-8 for, and letters that `а`, `о` and their like become there.
_TOLD_BY = {
    "windows-1251": tuple("ѕ°µћђ"),
    "cp866": ("╨",),
    "cp437": ("╨",),
    "koi8-r": ("╟", "╬"),
    "windows-1250": ("Đ",),
    "iso-8859-2": ("Đ",),
    "windows-1254": ("Ğ",),
    "mac-roman": ("∞",),
    "x-mac-cyrillic": ("∞",),
}
_OF_OLD_PAGES = {"windows-1251": _TOLD_BY["windows-1251"]}


def turned_back(text: str, *, accented: bool, odd: bool = True) -> str | None:
    """The text with all of it turned back, once; None where nothing is to be. The rest as for `repaired`."""
    readings = _TOLD_BY if odd else _OF_OLD_PAGES
    names = [name for name, letters in readings.items() if any(map(text.__contains__, letters))]
    if accented:
        names += ["windows-1252", *(["iso-8859-15"] if "œ" in text else [])]
    found = [again for it in names if (again := _STRETCH.sub(_misread(it).turned_back, text)) != text]
    # The one in which the most pairs became letters.
    return min(found, key=lambda it: (len(it), -score(it)[0]), default=None)


class _Misread:
    """UTF-8 of which each byte was read as a character of one encoding."""

    def __init__(self, encoding: str) -> None:
        upper = characters(encoding)
        # Where an encoding has nothing, some keep the byte and others mark it as lost: as it can be only one or not.
        lacks = [0x80 + at for at, character in enumerate(upper) if character == "\ufffd"]
        self._codes = {chr(code): code for code in range(0x80, 0xA0)}
        self._codes |= {character: 0x80 + at for at, character in enumerate(upper)}
        self._codes["\ufffd"] = lacks[0] if len(lacks) == 1 else 0xFF
        after = self._class(range(0x80, 0xC0))
        c2, c3, d0, d1, d2, e2 = (upper[code - 0x80] for code in (0xC2, 0xC3, 0xD0, 0xD1, 0xD2, 0xE2))
        letter = f"[{d0}{d1}][{after}]"
        self._is_sure = len(lacks) == 1
        self._lost = re.compile(rf"[{d0}{d1}]\??(?![{after}])")
        # А to п, and р to я with what windows-1251 makes of letters that were misread twice.
        first, last = (self._class(codes) for codes in (range(0x90, 0xC0), range(0x80, 0xA0)))
        self._proof = re.compile(f"(?:{d0}[{first}]|{d1}[{last}]){{2}}")
        alone = _halves(self._lost.pattern if self._is_sure else f"[{d0}{d1}](?![{after}])", letter, after)
        self._run = re.compile(f"(?:{letter}|[{c2}{d2}][{after}]|{e2}[{after}]{{2}}{alone if lacks else ''})+")
        # The same done twice.
        two = re.escape(upper[0xC2 - 0x80 : 0xE0 - 0x80].replace("\ufffd", ""))
        self._twice = re.compile(f"(?:{c3}[{self._class(range(0x90, 0x92))}]{c2}[{after}]){{2}}")
        self._run_of_two = re.compile(f"(?:[{two}][{after}]|{e2}[{after}]{{2}})+")

    def _class(self, codes: range) -> str:
        """The characters that stand for some bytes, or may do so, to be put between brackets."""
        return "".join(re.escape(it) for it, code in self._codes.items() if code in codes or it == "\ufffd")

    def turned_back(self, stretch: re.Match[str]) -> str:
        """A stretch of text in which letters of UTF-8 stand side by side, with all of it turned back."""
        text = stretch.group()
        if self._proof.search(text):
            return self._run.sub(self._letters, text)
        return self._run_of_two.sub(self._letters, text) if self._twice.search(text) else text

    def _letters(self, run: re.Match[str]) -> str:
        text = run.group()
        if self._is_sure:
            text = self._lost.sub(lambda it: f"{it[0][0]}\ufffd", text)
        text = bytes(map(self._codes.__getitem__, text)).decode("utf-8", "replace")
        return text.replace("\ufffd\ufffd", "\ufffd")


def _halves(lost: str, letter: str, after: str) -> str:
    """Alternatives for the first half of a letter whose second half was left out, or became a question mark.

    It stands before a whole letter, behind one, or is a word before one. Which letter it was is sure where the encoding
    lacks one byte: И in windows-1251.
    """
    return rf"|{lost}(?={letter})|(?<=[{after}]){lost}(?!\w)|(?<!\w){lost}(?=[ ]{letter})"


_misread = lru_cache(_Misread)
