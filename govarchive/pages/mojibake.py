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
from govarchive.pages.misread import turned_back

_STRETCH = re.compile(r"[^<>\n]+")

# Letters of Latin-1 as an editor of that time wrote them: &Icirc;&aacute; or &#206;&#225;
_ENTITY = re.compile(
    r"""&(?: [#](?:19[2-9] | 2[0-4][0-9] | 25[0-5])
    | [A-Za-z]{1,2}(?:grave | acute | circ | tilde | uml | ring | cedil | slash | lig)
    | eth | ETH | thorn | THORN | times | divide );""",
    re.VERBOSE,
)
_ENTITIES = re.compile(3 * _ENTITY.pattern, re.VERBOSE)
# Those that the bytes of UTF-8 became: &ETH;&frac12;&Ntilde;&#129;
_BYTE = re.compile(r"&(?:[#][1-9][0-9]{2}|[A-Za-z]{2,6}[1-4]{0,2});")
_BYTES = re.compile(2 * rf"&(?:ETH|Ntilde|[#]20[89]);{_BYTE.pattern}")
_OTHER_LATIN = {"windows-1250": "ŕ", "mac-roman": "‡"}
"""Of Central Europe and of the Mac, and what `а` of windows-1251 becomes there."""
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


def repaired(text: str, *, accented: bool = True, odd: bool = True) -> tuple[str, str | None]:
    """The text as it was meant, and the encoding it was in; the text itself and None where nothing is proven.

    `accented` tells whether letters of Latin-1 may be in it, `odd` whether frames and letters
    of Central Europe may be.
    """
    name = None
    for _ in range(_MOST_TIMES):
        found = next(_attempts(text, accented=accented, odd=odd), None)
        if found is None:
            break
        text, name = found
    return text, name


def _attempts(text: str, *, accented: bool, odd: bool) -> Iterator[tuple[str, str]]:
    yield from _as_utf_8(text, accented=accented, odd=odd)
    for wrong, letter in _OTHER_LATIN.items() if odd else ():
        if letter in text:
            yield from _as_latin(text, wrong)
    if accented:
        yield from _as_latin(text)
    if "&" in text:
        yield from _in_entities(text)
    if not any(word in text for word in _COMMON):
        yield from _one_as_another(text)


def _as_utf_8(text: str, *, accented: bool, odd: bool) -> Iterator[tuple[str, str]]:
    again = turned_back(text, accented=accented, odd=odd)
    if again is not None:
        yield again, "utf-8"


def _in_entities(text: str) -> Iterator[tuple[str, str]]:
    if _BYTES.search(text):
        yield from _as_utf_8(_BYTE.sub(_unescaped, text), accented=True, odd=True)
    if _ENTITIES.search(text):
        yield from _as_latin(_ENTITY.sub(lambda it: unescape(it.group()), text))


def _unescaped(entity: re.Match[str]) -> str:
    """The letter of an entity, unless it is one of mark-up or none."""
    letter = unescape(entity.group())
    return letter if len(letter) == 1 and letter > "\x7f" else entity.group()


@lru_cache
def _accents(wrong: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Three accented letters, and words of such letters alone, of which no language has many."""
    upper = re.escape(
        "".join(map(chr, range(0x80, 0xA0))) + characters(wrong).replace("\xa0", "").replace("\ufffd", "")
    )
    letters = re.escape(characters(wrong)[0x40:].replace("\ufffd", ""))
    return re.compile(f"[{letters}]{{3}}"), re.compile(f"(?<![A-Za-z{upper}])[{upper}]++(?![A-Za-z])")


def _as_latin(text: str, wrong: str = "windows-1252") -> Iterator[tuple[str, str]]:
    """A Cyrillic encoding that was read as windows-1252 or Latin-1 (`Îáëàñò`), as happened to many old sites."""
    accents, accented_word = _accents(wrong)
    if not accents.search(text):
        return
    words = " ".join(accented_word.findall(text))
    name, table = _best(words, [(it, _table(wrong, it)) for it in CYRILLIC])
    if not is_bulgarian(words.translate(table), TOO_FEW):
        return

    def turned_back(stretch: re.Match[str]) -> str:
        found = stretch.group()
        if mixed and not accents.search(found):
            return found
        return accented_word.sub(lambda it: it.group().translate(table), found)

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
