"""Plain text -> what a Page needs of it."""

import re
import unicodedata
from collections.abc import Sequence

from govarchive.model import Block

# Drawn as nothing and refused by parsers and databases.
_FORBIDDEN = bytes(code for code in range(0x20) if code not in b"\t\n\f\r") + b"\x7f"
_SPACED = bytes.maketrans(_FORBIDDEN, b" " * len(_FORBIDDEN))
# Half a pair cannot even be written out.
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""NFC with `\n` line ends, without a byte order mark and control characters; done once, at a page's birth.

    >>> clean("Велики\u0306\r\nТърг\x00")
    'Великй\nТърг '
    """
    return composed(encoded(text).decode())


def encoded(text: str) -> bytes:
    r"""The text in UTF-8 with `\n` line ends, without a byte order mark and control characters.

    >>> encoded("a\x00\r\n")
    b'a \n'
    """
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raw = _SURROGATE.sub("\ufffd", text).encode()
    raw = raw.removeprefix(b"\xef\xbb\xbf").translate(_SPACED)
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw


def composed(text: str) -> str:
    r"""The text in NFC.

    >>> composed("и\u0306") == "\u0439"
    True
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def composed_blocks(text: str, found: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks in NFC: entities and element edges can hide from the eye of an author what composes."""
    pieces, blocks, length, done = [], [], 0, 0
    for block in found:
        between, inside = composed(text[done : block.start]), composed(text[block.start : block.stop])
        length += len(between)
        pieces += [between, inside]
        blocks.append(Block(block.kind, length, length + len(inside), block.part))
        length += len(inside)
        done = block.stop
    return "".join(pieces), tuple(blocks)


def starts_anew(last: str, first: str, edge: str) -> bool:
    """Whether a letter begins what is not joined to the one before it, at an edge between elements that styles part.

    No word goes on so (`Телефон` `056`, `Кмет` `Ана`), and no link does (`841 234` `841 235`).

    >>> starts_anew("т", "А", "span"), starts_anew("т", "а", "span"), starts_anew("0", "5", "span")
    (True, False, False)
    >>> starts_anew("4", "0", "a"), starts_anew("О", "К", "a"), starts_anew("/", "8", "a")
    (True, True, False)
    """
    begins = "А" <= first <= "Я" or "0" <= first <= "9"
    if edge == "a":
        return last.isalnum() and (begins or first in "+(")
    return begins and "а" <= last <= "я"
