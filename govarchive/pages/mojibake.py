"""Text that was read in a wrong encoding and saved so: told by what nobody writes, and turned back.

>>> repaired("Îáùèíà Âèäèí – Îáëàñòåí óïðàâèòåë")
('Община Видин – Областен управител', 'windows-1251')
>>> repaired("Община Видин: РѕР±С‰РёРЅСЃРєРё СЃСЉРІРµС‚")
('Община Видин: общински съвет', 'utf-8')
>>> repaired("Îlot à la française")
('Îlot à la française', None)
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from govarchive.pages.encodings import CYRILLIC, characters
from govarchive.pages.likeness import TOO_FEW, is_bulgarian, score

_STRETCH = re.compile(r"[^<>\n]+")

# Letters of Latin-1 as an editor of that time wrote them: &Icirc;&aacute; or &#206;&#225;
_ENTITY = re.compile(
    r"""&(?: [#](?:19[2-9] | 2[0-4][0-9] | 25[0-5])
    | [A-Za-z]{1,2}(?:grave | acute | circ | tilde | uml | ring | cedil | slash | lig)
    | eth | ETH | thorn | THORN | times | divide );""",
    re.VERBOSE,
)
_ENTITIES = re.compile(3 * _ENTITY.pattern, re.VERBOSE)
# Words of accented letters alone, of which no language has many.
_ACCENTED_WORD = re.compile(r"(?<![A-Za-z\x80-\x9f\xa1-\xff])[\x80-\x9f\xa1-\xff]++(?![A-Za-z])")
_ACCENTS = re.compile(r"[\xc0-\xff]{3}")
# One of these, the more frequent first, is in any Bulgarian text of some length, and in hardly any that a wrong
# encoding made.
_COMMON = (
    "ени",
    "ост",
    " на ",
    "ция",
    "ски",
    "ата",
    " и ",
    " за ",
    " от ",
    " в ",
    "ЕНИ",
    "ЦИЯ",
    "СКИ",
    "АТА",
    " НА ",
    " И ",
)
_CYRILLIC_LETTER = re.compile("[А-Яа-я]")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]{4}")
_MOST_TIMES = 3
# What one old encoding makes of another: capitals behind a small letter, signs of windows-1251 side by side.
_PASTED = re.compile("[а-я][А-Я]{2}|[Ўў¤Ґ¦§Ё©Є¬®Ї]{2}|[А-я][°±Ііґµ¶·ё№є»јЅѕ]")
# How much likelier (natural logarithm) a stretch must become by being turned back.
_LIKELIER = 4.0


def repaired(text: str, *, accented: bool = True) -> tuple[str, str | None]:
    """The text as it was meant, and the encoding it was in; the text itself and None where nothing is proven.

    `accented` tells whether letters of Latin-1 may be in it.
    """
    name = None
    for _ in range(_MOST_TIMES):
        found = next(_attempts(text, accented=accented), None)
        if found is None:
            break
        text, name = found
    return text, name


def _attempts(text: str, *, accented: bool) -> Iterator[tuple[str, str]]:
    if any(letter in text for letter in "ѕ°µћђ"):  # what о, а, е, О and А become
        yield from _utf_8_as("windows-1251", text)
    if accented:
        yield from _utf_8_as("windows-1252", text)
        yield from _as_latin(text)
    if "&" in text and _ENTITIES.search(text):
        yield from _as_latin(_ENTITY.sub(lambda it: unescape(it.group()), text))
    if not any(word in text for word in _COMMON):
        yield from _one_as_another(text)


class _Misread:
    """UTF-8 of which each byte was read as a character of one encoding."""

    def __init__(self, encoding: str) -> None:
        upper = characters(encoding)
        # Where an encoding has nothing, some keep the byte and others mark it as lost: as it can be only one or not.
        lacks = [0x80 + at for at, character in enumerate(upper) if character == "\ufffd"]
        self._codes = {chr(code): code for code in range(0x80, 0xA0)}
        self._codes |= {character: 0x80 + at for at, character in enumerate(upper)}
        self._codes["\ufffd"] = lacks[0] if len(lacks) == 1 else 0xFF
        after = "".join(re.escape(it) for it, code in self._codes.items() if code < 0xC0 or it == "\ufffd")
        c2, d0, d1, d2, e2 = (upper[code - 0x80] for code in (0xC2, 0xD0, 0xD1, 0xD2, 0xE2))
        letter = f"[{d0}{d1}][{after}]"
        self._proof = re.compile(f"(?:{letter}){{2}}")
        self._run = re.compile(f"(?:{letter}|[{c2}{d2}][{after}]|{e2}[{after}]{{2}})+")

    def turned_back(self, stretch: re.Match[str]) -> str:
        """A stretch of text in which letters of UTF-8 stand side by side, with all of it turned back."""
        text = stretch.group()
        return self._run.sub(self._letters, text) if self._proof.search(text) else text

    def _letters(self, run: re.Match[str]) -> str:
        text = bytes(map(self._codes.__getitem__, run.group())).decode("utf-8", "replace")
        return text.replace("\ufffd\ufffd", "\ufffd")


_misread = lru_cache(_Misread)


def _utf_8_as(encoding: str, text: str) -> Iterator[tuple[str, str]]:
    """UTF-8 that was read in an encoding of one byte a letter; where it is none, no word holds such pairs."""
    again = _STRETCH.sub(_misread(encoding).turned_back, text)
    if again != text:
        yield again, "utf-8"


def _as_latin(text: str) -> Iterator[tuple[str, str]]:
    """A Cyrillic encoding that was read as windows-1252 or Latin-1 (`Îáëàñò`), as happened to many old sites."""
    if not _ACCENTS.search(text):
        return
    words = " ".join(_ACCENTED_WORD.findall(text))
    name, table = _best(words, [(it, _table("windows-1252", it)) for it in CYRILLIC])
    if not is_bulgarian(words.translate(table), TOO_FEW):
        return

    def turned_back(stretch: re.Match[str]) -> str:
        found = stretch.group()
        if mixed and not _ACCENTS.search(found):
            return found
        return _ACCENTED_WORD.sub(lambda it: it.group().translate(table), found)

    mixed = _CYRILLIC_LETTER.search(text) is not None
    yield _STRETCH.sub(turned_back, text), name


def _one_as_another(text: str) -> Iterator[tuple[str, str]]:
    """One Cyrillic encoding read as another: only where the text as it stands cannot be Bulgarian."""
    if not _CYRILLIC_WORD.search(text) or is_bulgarian(text, 0):
        return
    tables = [(it, _table(wrong, it)) for wrong in CYRILLIC for it in CYRILLIC if it != wrong]
    name, table = _best(text, tables)
    again = text.translate(table)
    if is_bulgarian(again, 2 * TOO_FEW):
        yield again, name


def pieces_turned_back(text: str, encoding: str) -> tuple[str, str | None]:
    """The text of a page in an old `encoding` with the stretches that were pasted in from another, and that one's name.

    >>> pieces_turned_back("<p>Община Видин</p><p>пВЭЙОБ чЙДЙО, ВБЪБ ЪБ ДБООЙ</p>", "windows-1251")
    ('<p>Община Видин</p><p>Община Видин, база за данни</p>', 'koi8-r')
    """
    if not _PASTED.search(text):
        return text, None
    pasted = "\n".join(it for it in _STRETCH.findall(text) if _PASTED.search(it) and not is_bulgarian(it, 0))
    name, table = _best(pasted, [(it, _table(encoding, it)) for it in CYRILLIC if it != encoding])
    if not is_bulgarian(pasted.translate(table), 2 * TOO_FEW):
        return text, None

    def turned_back(stretch: re.Match[str]) -> str:
        found = stretch.group()
        again = found.translate(table)
        return again if score(again)[0] > score(found)[0] + _LIKELIER else found

    return _STRETCH.sub(turned_back, text), name


def _best(text: str, tables: list[tuple[str, dict[int, str]]]) -> tuple[str, dict[int, str]]:
    return max(tables, key=lambda it: score(text.translate(it[1]))[0])


@lru_cache(128)
def _table(wrong: str, true: str) -> dict[int, str]:
    """For `str.translate`: from what bytes were read as to what they are."""
    table = {0x80 + at: character for at, character in enumerate(characters(true))}
    return table | {ord(it): table[0x80 + at] for at, it in enumerate(characters(wrong)) if it != "\ufffd"}
