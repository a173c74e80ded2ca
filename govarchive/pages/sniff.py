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
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x1f\x9d", "an archive of compress (.Z)"),
    (b"\x04\x22\x4d\x18", "an LZ4 archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"ORC", "an ORC table"),
    (b"Obj\x01", "an Avro table"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon image"),
    (b"AT&TFORM", "a DjVu image"),
    (b"ITSF", "a Windows help file (CHM)"),
    (b"%!PS", "a PostScript file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"MZP\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00\x01\x00\x00Standard ", "an Access database"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a film or sound file"),
    (b"\x00\x00\x01\xba", "a film"),
    (b"\x00\x00\x01\xb3", "a film"),
    (b"FLV\x01", "a film"),
    (b"WARC/", "a WARC file"),
    (b"OggS", "a sound file"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"wOF", "a font"),
    (b"OTTO", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"CWS", "a Flash film"),
    (b"FWS", "a Flash film"),
)
NO_KIND = "a binary file"
"""What is said of a file that has no mark of its own, and is no text."""

_TAR_AT = 257
_ALL_SIGNATURES = tuple(signature for signature, _ in _SIGNATURES)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD = 4096
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1a\x1b")
_MOST_CONTROLS = 0.02
_FEW = 8
# The upper bytes of ASCII, Latin-1, Cyrillic and frames in UTF-16, and of punctuation and signs, which are fewer.
_ALPHABETS = b"\x00\x04\x25"
_SIGNS = b"\x20\x21\x22"
_WIDE_SIGNS = 2
_WIDE_OTHERS = 10
_WIDE_ZEROS = 20

_HTML = re.compile(
    rb"""<!doctype\s+html | <html\b | <head\b | <body\b
    | <(?:title|meta|link|style|script|noscript|base|div|p|span|br|hr|h[1-6]|center|font|pre|blockquote|address
        |table|caption|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|a\s+[^<>]{0,300}?href|img|map|object|embed|iframe|frameset
        |form|fieldset|label|input|select|option|textarea|button|section|article|nav|header|footer|main|aside|figure
        |strong|em|small|sup|sub|video|audio|svg|template|details|dialog)\b[^<>]{0,300}>
    | <(?:b|i|u|s)> | <atom:feed\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MESSAGE = re.compile(rb"(?m)^MIME-Version:[ ]*1\.0[ ]*\r?$", re.IGNORECASE)
_SQLITE = b"SQLite format 3\x00"
_OWNER = 68
_SQLITE_LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\x18\xe2\x2d\x00")
# As written, and as spreadsheets write it again.
_RECORD_HEADERS = tuple(b"schema,id,kind,value,text,start,stop".replace(b",", it) for it in (b",", b";", b"\t"))
_REPORT = re.compile(rb'\{\s*"schema":\s*[0-9]+,\s*"govarchive":\s*"[^"]*",\s*"rules":')
_RECORD_KEYS = frozenset({"kind", "value", "text"})
_OF_CRAWL = re.compile(
    rb"""(?P<index>
        [ \t,;]?CDX (?:[ \t,;][A-Za-z]){3,}                               # CDX with its head
      | [^\s<{]{1,2000}[ ][0-9]{14}[ ] (?: \{" | [a-z]{2,10}:[^\s]{1,4000}[ ] )   # CDXJ, CDX without a head
      | !meta[ ]\{"                                                       # of pywb
      | \[? \s{0,20} [\[{] \s{0,20} "urlkey" \s* [:,]                     # what servers answer
    ) | (?P<map> <\?xml [^>]{0,200}> \s* (?: <[?!][^>]{0,2000}> \s* ){0,5} <(?:urlset|sitemapindex)[\s>] )
    | [0-9-]{10}T[0-9:.]{8,15}Z[ ]+ -?[0-9]{1,5}[ ]+ [0-9-]+[ ] [a-z]{2,10}:   # the log of Heritrix""",
    re.VERBOSE,
)


def kind_of(raw: bytes) -> str | None:
    """What a file is that is no text, in words ready for a message; None for text."""
    if raw.startswith(_ALL_SIGNATURES):
        return next(words for signature, words in _SIGNATURES if raw.startswith(signature))
    head = raw[:_HEAD]
    if head.startswith(b"ftyp", 4):
        return "a film"
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "a TAR archive"
    if b"MIME-Version" in head and _MESSAGE.search(head):
        return "a web archive or an e-mail (MHTML)"
    controls = _count_controls(head)
    if not controls or raw.startswith(_WIDE_BOMS) or wide_encoding(raw):
        return None
    if is_html(raw):  # a page has a few here and there, or was cut off and filled up with zeros
        head = head.rstrip(b"\x00")
        return NO_KIND if _count_controls(head) > _FEW + len(head) * _MOST_CONTROLS else None
    return NO_KIND if b"\x00" in head or controls > len(head) * _MOST_CONTROLS else None


def _count_controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))


def wide_encoding(raw: bytes) -> str | None:
    """The encoding of text in UTF-16 without a byte order mark; None for all else.

    >>> wide_encoding("Видин".encode("utf-16-le")), wide_encoding("Видин".encode())
    ('utf-16-le', None)
    """
    head = raw[:_HEAD]
    for encoding, upper, lower in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        # One half of the bytes tells the alphabet, and of the other few are zero.
        if upper and _are_alphabets(upper) and lower.count(0) * _WIDE_ZEROS <= len(lower):
            return encoding
    return None


def _are_alphabets(upper: bytes) -> bool:
    """Whether the upper bytes of UTF-16 are those of our letters, with some signs and hardly a picture of a phone."""
    rest = upper.translate(None, _ALPHABETS)
    others = rest.translate(None, _SIGNS)
    return len(rest) * _WIDE_SIGNS <= len(upper) and len(others) * _WIDE_OTHERS <= len(upper)


def is_html(raw: bytes) -> bool:
    """Whether the first 4 KB hold mark-up of a web page (wide encodings are read as if they were ASCII)."""
    return _HTML.search(raw.lstrip()[:_HEAD].replace(b"\x00", b"")) is not None


def own_file(raw: bytes) -> str | None:
    """What a file is that govarchive itself has written, in words ready for a message; None for all others.

    >>> own_file(b'{"kind": "iban", "value": null, "text": "BG80"}')
    'govarchive records'
    """
    if raw.startswith(_SQLITE) and raw[_OWNER : _OWNER + 4] == b"GOVA":
        return "a govarchive archive"
    if raw.startswith(_SQLITE_LOGS):  # which lies beside the archive while it is written
        return "the log of a database"
    if is_report(raw):
        return "a govarchive report"
    return "govarchive records" if _is_records(raw) else None


def is_report(raw: bytes) -> bool:
    """Whether a file begins as the report of an import does."""
    return _REPORT.match(raw) is not None


_OF_CRAWLERS = {"index": "the index of a crawl", "map": "the map of a site", None: "the log of a crawl"}


def of_crawl(raw: bytes) -> str | None:
    """What a file is that a crawler writes beside what it brings home, or that tells it where; None for all others.

    >>> of_crawl(b"bg,primer)/ 20190618103500 http://primer.bg/ text/html 200 ..."), of_crawl(b"bg,primer)/ 2019")
    ('the index of a crawl', None)
    """
    found = _OF_CRAWL.match(raw.removeprefix(b"\xef\xbb\xbf"))
    return _OF_CRAWLERS[found.lastgroup] if found else None


def _is_records(raw: bytes) -> bool:
    """Whether the first line is a record, as govarchive writes it or as its samples expect it, or heads CSV of them."""
    line = raw[: 1 << 16].removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip()
    if line.replace(b'"', b"").startswith(_RECORD_HEADERS):
        return True
    if not line.startswith(b"{"):
        return False
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):  # brackets without end
        return False
    return isinstance(first, dict) and first.keys() >= _RECORD_KEYS
