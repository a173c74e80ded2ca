"""The checksums that records carry of their blocks and payloads, as crawlers write them.

>>> agrees(b"sha1:2JMJ7L5RDN5CPWGLVG6AOXYFDHDR3TAP", b"abc")
False
>>> agrees(b"md5:900150983cd24fb0d6963f7d28e17f72", b"abc")
True
>>> agrees(b"tiger:AAAA", b"abc") is None
True
"""

import base64
import hashlib
import re

_STATED = re.compile(rb"[ \t]*([A-Za-z0-9]+)-?([0-9]*)[ \t]*:[ \t]*([^\s=]+)=*")
_KNOWN = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})
# The digits of base 32 as int() takes them; it is faster than base64.b32encode by far.
_DIGITS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHIJKLMNOPQRSTUV")


def agrees(stated: bytes, content: bytes | memoryview) -> bool | None:
    """Whether a digest (`sha1:` and base 32, 64 or 16) is that of the content; None for one that is not known."""
    found = _STATED.match(stated)
    name = (found[1] + found[2]).decode("ascii").lower() if found else ""
    if found is None or name not in _KNOWN:
        return None
    digest, value = hashlib.new(name, content, usedforsecurity=False).digest(), found[3]
    if len(value) == 2 * len(digest):
        return value.lower() == digest.hex().encode()
    spare = 5 * len(value) - 8 * len(digest)
    if 0 <= spare < 5:
        try:
            return int(value.upper().translate(_DIGITS), 32) >> spare == int.from_bytes(digest)
        except ValueError:
            return False
    return value == base64.b64encode(digest).rstrip(b"=")
