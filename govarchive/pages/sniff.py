"""What a file is, by its content and never by its name.

>>> kind_of(b"%PDF-1.4 ...")
'a PDF file'
>>> kind_of("Заповед".encode()) is None
True
"""

import json
import re

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document (DOC, XLS)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP image"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"WARC/", "a WARC file"),
    (b"OggS", "a sound file"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"wOF", "a font"),
)
_ALL_SIGNATURES = tuple(signature for signature, _ in _SIGNATURES)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD = 4096
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1a\x1b")
_MOST_CONTROLS = 0.02

_HTML = re.compile(
    rb"""<!doctype\s+html | <html\b | <head\b | <body\b
    | <(?:title|meta|div|p|table|tr|td|ul|li|span|br|a\s+href|h[1-6]|script|center|font)\b[^<>]{0,300}>""",
    re.VERBOSE | re.IGNORECASE,
)
_RECORD_KEYS = frozenset({"kind", "value", "text"})


def kind_of(raw: bytes) -> str | None:
    """What a file is that is no text, in words ready for a message; None for text."""
    if raw.startswith(_ALL_SIGNATURES):
        return next(words for signature, words in _SIGNATURES if raw.startswith(signature))
    if raw.startswith(_WIDE_BOMS):
        return None
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head or controls > len(head) * _MOST_CONTROLS:
        return "a binary file"
    return None


def is_html(raw: bytes) -> bool:
    """Whether the first 4 KB hold mark-up of a web page (wide encodings are read as if they were ASCII)."""
    return _HTML.search(raw.lstrip()[:_HEAD].replace(b"\x00", b"")) is not None


def is_records(raw: bytes) -> bool:
    """Whether the first line is a record, as govarchive writes it or as its samples expect it."""
    line = raw[: 1 << 16].split(b"\n", 1)[0].strip()
    if not line.startswith(b"{"):
        return False
    try:
        first = json.loads(line)
    except ValueError:
        return False
    return isinstance(first, dict) and first.keys() >= _RECORD_KEYS
