"""How files of records and their compressed members begin, damaged or not."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from govarchive.pages.containers.decompressors import GZIP_MARK, ZSTANDARD_MARK, unpacked
from govarchive.pages.containers.tape import Tape
from govarchive.pages.sniff import NO_KIND, kind_of

SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
DICTIONARY = b"\x5d\x2a\x4d\x18"
"""The skippable frame that the WARC format of Zstandard keeps the dictionary of the file in."""
TRIED = 1 << 10
"""Unpacked bytes that make a member believable where its beginning is no record."""
SEARCHED = re.compile(rb"\x1f\x8b\x08[\x00-\x1f] | \x28\xb5\x2f\xfd", re.VERBOSE | re.DOTALL)
RECORD = re.compile(rb"\s*(?: WARC/[0-9] | filedesc:// | [a-z]{2,9}:\S+\ [0-9a-f.:-]+\ [0-9]{8} )", re.VERBOSE)

# One by one, as either is looked for ten times as fast alone.
_MARKS = (re.compile(GZIP_MARK + rb"\x08"), re.compile(re.escape(ZSTANDARD_MARK)))
MOST_TRIED = 10_000
"""Marks in a file of which one may begin something; a hostile one is full of them."""

# What the sniffer of pages says of a file of records, damaged at its beginning or not.
_MAY_HOLD = frozenset(
    {
        None,
        NO_KIND,
        "a gzip archive",
        "a Zstandard archive",
        "a WARC file",
        "a web archive or an e-mail (MHTML)",  # of a server that says MIME-Version
    }
)
_TAR, _TAR_AT = b"ustar", 257


def is_packed(tape: Tape) -> bool:
    """Whether a file of records is a compressed one, also when its very beginning is damaged."""
    head = tape.peek(4)
    if head.startswith(GZIP_MARK) or head == ZSTANDARD_MARK or SKIPPABLE.match(head):
        return True
    return not RECORD.match(tape.peek(256)) and any(
        RECORD.match(unpacked(tape.data[found.start() :], TRIED)) for found in SEARCHED.finditer(tape.peek(4096))
    )


def beginnings(head: bytes) -> Iterator[bytes]:
    """With what a file that begins so may begin when it is unpacked: behind damage, too."""
    marks = (GZIP_MARK, ZSTANDARD_MARK)
    if unpacked(head, TRIED).startswith(marks) and head.startswith(marks):
        return  # what is packed twice is unpacked first: pieces of the inner one may stand there as they are
    if _may_hold(head):
        if not head.startswith(marks) and not SKIPPABLE.match(head):
            yield head
        found = (unpacked(head[it.start() :], TRIED) for it in SEARCHED.finditer(head))
        yield from (it for it in found if _may_hold(it))


def packed_record(raw: bytes) -> tuple[int, bytes]:
    """Where the first compressed record begins in a file that begins otherwise, and how unpacked; -1 without one."""
    for mark in _MARKS:
        for found in islice(mark.finditer(raw), MOST_TRIED):
            begin = unpacked(raw[found.start() : found.start() + 4 * TRIED], TRIED)
            if RECORD.match(begin):
                return found.start(), begin
    return -1, b""


def _may_hold(head: bytes) -> bool:
    """Whether a file of records may begin so, damaged or not: no file of files, in which there may be one."""
    return kind_of(head) in _MAY_HOLD and not head.startswith(_TAR, _TAR_AT)


def is_dictionary(head: bytes) -> bool:
    """Whether a file that begins so begins with a dictionary of Zstandard, as only WARC files do."""
    return head.startswith(DICTIONARY)


def is_member(tape: Tape) -> bool:
    """Whether what begins here can be believed to be a member, and not bytes that look like its beginning."""
    raw = tape.peek(4 * TRIED)
    if raw.startswith(ZSTANDARD_MARK):
        return True
    inflate = zlib.decompressobj(31)
    try:
        found = inflate.decompress(raw, TRIED)
    except zlib.error:
        return RECORD.match(unpacked(raw, TRIED)) is not None
    return inflate.eof or len(found) == TRIED or RECORD.match(found) is not None
