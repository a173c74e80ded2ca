"""Wounds of ARC files, and peculiarities of them that are none."""

from collections.abc import Callable

from warcs import arc, arc_record, http, long_page, member, page
from wounds import Wound, changed, flipped, instead, replaced

GROUP = "ARC files"
WOUNDED = 2
RECORDS = arc(3, 3)
_ALL = b"".join(RECORDS)
_BEFORE = sum(map(len, RECORDS[:WOUNDED]))
_LINE = RECORDS[WOUNDED].index(b"\n")
_MEMBERS = [member(it) for it in RECORDS]


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A file whose second page has a changed record."""
    return lambda: changed(RECORDS, WOUNDED, change)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, name, what, 3, read, reported, make)


def _said(length: bytes) -> Callable[[bytes], bytes]:
    """A record with another length."""
    return lambda raw: b" ".join([*raw[: raw.index(b"\n")].split(b" ")[:-1], length]) + raw[raw.index(b"\n") :]


def _line(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda raw: replaced(raw, old, new)


def _length(more: int) -> Callable[[bytes], bytes]:
    """A record whose length is said to be so much more than it is."""

    def change(raw: bytes) -> bytes:
        line, block = raw.split(b"\n", 1)
        before = line.rsplit(b" ", 1)[0]
        return b"%b %d\n%b" % (before, len(block) - 1 + more, block)

    return change


WOUNDS = (
    _wound("version-1.arc", "none", "", lambda: _ALL),
    _wound("version-2.arc", "none: with status, checksum and place", "", lambda: b"".join(arc(3, 3, 2))),
    _wound("record-by-record.arc.gz", "none", "", lambda: b"".join(_MEMBERS)),
    _wound("all-in-one.arc.gz", "none: one member for all records", "", lambda: member(_ALL)),
    _wound(
        "spaces-in-an-address.arc",
        "none: spaces in an address",
        "",
        lambda: b"".join(
            instead(RECORDS, WOUNDED, arc_record(http(page(2, 3).encode()), "http://gorno-selo.example/a b c"))
        ),
    ),
    _wound(
        "answers-of-name-servers.arc",
        "none: what is no page",
        "SkippedPage 1",
        lambda: _ALL + arc_record(b"20040514141100\n192.0.2.1\n", "dns:gorno-selo.example", "text/dns"),
    ),
    _wound("cut-in-a-block.arc", "the file ends within a page", "Damaged 1", lambda: _ALL[: _BEFORE + _LINE + 200], 2),
    _wound(
        "cut-in-a-line.arc", "the file ends within the line of a record", "Damaged 1", lambda: _ALL[: _BEFORE + 40], 1
    ),
    _wound("beginning-lost.arc", "the first 20 bytes are gone", "Damaged 1", lambda: _ALL[20:]),
    _wound("length-too-small.arc", "a length 60 bytes too small", "Damaged 1", _second(_length(-60))),
    _wound("length-too-large.arc", "a length 60 bytes too large", "Damaged 1", _second(_length(60))),
    _wound(
        "line-damaged.arc",
        "the line of a record without its date",
        "Damaged 1",
        _second(lambda raw: replaced(raw, b" 20040514141100 ", b" ")),
        2,
    ),
    _wound(
        "bytes-missing.arc",
        "40 bytes of a page are gone",
        "Damaged 1",
        _second(lambda raw: raw[: _LINE + 200] + raw[_LINE + 240 :]),
    ),
    _wound(
        "bit-flipped.arc.gz",
        "one bit of a member is turned over",
        "Damaged 1",
        lambda: b"".join(instead(_MEMBERS, WOUNDED, flipped(_MEMBERS[WOUNDED], 150))),
    ),
    _wound("cut-in-a-member.arc.gz", "the file ends within a member", "Damaged 1", lambda: b"".join(_MEMBERS)[:-100]),
    # As other readers are tested.
    _wound("length-negative.arc", "a length of -1 (warcio)", "Damaged 1", _second(_said(b"-1"))),
    _wound("length-no-number.arc", "a length of abc (warcio)", "Damaged 1", _second(_said(b"abc"))),
    _wound(
        "date-too-long.arc", "a date of 18 digits (warcio)", "Damaged 1", _second(_line(b"141100 ", b"1411000000 "))
    ),
    _wound(
        "header-without-length.arc",
        "a length of -1 in the very first line (warcio)",
        "Damaged 1",
        lambda: b"".join(instead(RECORDS, 0, _said(b"-1")(RECORDS[0]))),
    ),
    _wound(
        "server-unknown.arc",
        "none: a hyphen for the address of the server",
        "",
        _second(_line(b"192.0.2.1", b"-")),
    ),
    _wound(
        "host-invalid.arc",
        "none: a host that cannot be (warchaeology)",
        "",
        _second(_line(b"gorno-selo.example", b"gorno_selo..example:80x")),
    ),
    _wound(
        "closing-lines-lost.arc",
        "no line ends behind records (warcio)",
        "Damaged 4",
        lambda: b"".join(it[:-1] for it in RECORDS),
    ),
    _wound(
        "beginning-lost-in-a-page.arc",
        "the file begins within a page",
        "Damaged 1",
        lambda: b"".join(RECORDS[1:])[200:],
        2,
    ),
    Wound(
        GROUP,
        "first-member-cut.arc.gz",
        "the first 4 KB are gone, all of them of the first member",
        4,
        3,
        "Damaged 1",
        lambda: member(arc_record(http(long_page()), "http://gorno-selo.example/4"))[4200:] + b"".join(_MEMBERS),
    ),
)
