"""Plain text -> what a Page needs of it."""

import re
import unicodedata

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
