"""Plain text -> what a Page needs of it."""

import re
import unicodedata

# Drawn as nothing and refused by parsers and databases; half a surrogate pair cannot even be written out.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""NFC with `\n` line ends, without a byte order mark and control characters; done once, at a page's birth.

    >>> clean("Велики\u0306\r\nТърг\x00")
    'Великй\nТърг '
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return composed(_SURROGATE.sub("\ufffd", _FORBIDDEN.sub(" ", text)))


def composed(text: str) -> str:
    r"""The text in NFC.

    >>> composed("и\u0306") == "\u0439"
    True
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
