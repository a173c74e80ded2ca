"""HTTP messages as they stand in records of crawlers: status, fields, and the body free of chunks and codings."""

import re
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9.]{1,5}[ \t]+([0-9]{3})(?![0-9])", re.IGNORECASE)
# An empty line, or the page itself where that is missing.
_END = re.compile(rb"\n (?: \r{0,2}\n | (?=<) )", re.VERBOSE)
_HEAD = re.compile(rb"[^<\n]{1,200}\n(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,4096}\r?\n){1,200}\r?\n")
_MOST_HEAD = 64 << 10
_FIELD = re.compile(
    rb"""(?im)^(content-(?:type|encoding|length|range)|transfer-encoding)  # those that say how to read the body
    [ \t]* : [ \t]* ( [^\r\n]* (?: \r?\n [ \t]+ [^\r\n]+ )* )          # some over several lines""",
    re.VERBOSE,
)
_MEDIA_TYPE = re.compile(rb"[ \t]*([A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+*-]{1,100})")
_CHARSET = re.compile(rb"""(?i);\s*charset[ \t]*=[ \t]*["']?[ \t]*([A-Za-z0-9_.:-]{1,40})""")


_RANGE = re.compile(
    rb"bytes[ ]+ (?P<first>[0-9]{1,15})-(?P<last>[0-9]{1,15}) / (?P<all>[0-9]{1,15})", re.I | re.VERBOSE
)


class Message(NamedTuple):
    """The status (None if the block is no HTTP message), the fields that matter, and where the body starts.

    `ended` tells whether an empty line stands before the body.
    """

    status: int | None
    fields: dict[bytes, bytes]
    start: int
    ended: bool = True


def message(block: bytes, declared: bool) -> Message:
    """What the head of an HTTP response says; a block without one is all body.

    Where one is `declared`, it may begin with a damaged line. An interim answer (100 Continue) counts for nothing when
    the final one stands behind it.
    """
    first, begin = _STATUS.match(block), 0
    if first is None and not (declared and _HEAD.match(block)):
        return Message(None, {}, 0)
    end = _END.search(block, 0, _MOST_HEAD)
    while first and first[1].startswith(b"1") and end and (final := _STATUS.match(block, end.end())):
        first, begin = final, end.end()
        end = _END.search(block, begin, begin + _MOST_HEAD)
    start = end.end() if end else len(block)
    fields = {name.lower(): value for name, value in _FIELD.findall(block, begin, start)}
    return Message(int(first[1]) if first else None, fields, start, end is not None and len(end[0]) > 1)


def media_type(field: bytes) -> str | None:
    """The media type of a Content-Type field, lower case.

    >>> media_type(b"Text/HTML; charset=windows-1251")
    'text/html'
    """
    found = _MEDIA_TYPE.match(field)
    return found[1].decode("ascii").lower() if found else None


def charset(field: bytes) -> str | None:
    """The charset of a Content-Type field, lower case.

    >>> charset(b"text/html; Charset='WINDOWS-1251'")
    'windows-1251'
    """
    found = _CHARSET.search(field)
    return found[1].decode("ascii").lower() if found else None


def part(field: bytes) -> str:
    """What a Content-Range field says of a page that was sent in part; empty for a whole one.

    >>> part(b"bytes 0-99/5000"), part(b"bytes 0-99/100"), part(b"bytes */100")
    ('the server sent bytes 0 to 99 of 5000 only', '', '')
    """
    found = _RANGE.match(field)
    if found is None or (int(found["first"]) == 0 and int(found["last"]) + 1 >= int(found["all"])):
        return ""
    first, last, whole = (int(found[it]) for it in ("first", "last", "all"))
    return f"the server sent bytes {first} to {last} of {whole} only"
