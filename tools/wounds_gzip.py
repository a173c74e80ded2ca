"""Wounds of WARC files compressed with gzip, and the ways to compress them that are none."""

from collections.abc import Callable

from warcs import healthy, member
from wounds import Wound, changed, flipped, instead

GROUP = "WARC files compressed with gzip"
WOUNDED = 3
RECORDS = healthy(3, 3)
MEMBERS = [member(it) for it in RECORDS]
_ALL = b"".join(MEMBERS)
_BEFORE = sum(map(len, MEMBERS[:WOUNDED]))
_FAR = len(MEMBERS[WOUNDED]) * 4 // 5
_WHOLE = b"".join(RECORDS)


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A file whose second page has a changed member."""
    return lambda: changed(MEMBERS, WOUNDED, change)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc.gz", what, 3, read, reported, make)


def _cut_up(raw: bytes, size: int) -> bytes:
    """Members that each hold so many bytes, wherever records begin."""
    return b"".join(member(raw[at : at + size]) for at in range(0, len(raw), size))


WOUNDS = (
    _wound("record-by-record", "none", "", lambda: _ALL),
    _wound("all-in-one", "none: one member for all records", "", lambda: member(_WHOLE)),
    _wound("across-records", "none: members end anywhere", "", lambda: _cut_up(_WHOLE, 300)),
    _wound("stored", "none: packed, and not compressed", "", lambda: b"".join(member(it, 0) for it in RECORDS)),
    _wound(
        "plain-among-packed",
        "none: a plain record among the members",
        "",
        lambda: b"".join(instead(MEMBERS, WOUNDED, RECORDS[WOUNDED])),
    ),
    _wound(
        "packed-behind-plain",
        "none: a compressed file behind a plain one",
        "",
        lambda: b"".join([*RECORDS[:WOUNDED], *MEMBERS[WOUNDED:]]),
    ),
    _wound(
        "empty-members", "none: members with nothing in them", "", lambda: b"".join(it + member(b"") for it in MEMBERS)
    ),
    _wound(
        "bit-flipped", "one bit of a member is turned over", "Damaged 1", _second(lambda raw: flipped(raw, _FAR, 3))
    ),
    _wound(
        "bit-flipped-in-one",
        "one bit of the only member is turned over: what follows cannot be unpacked",
        "Damaged 1",
        lambda: flipped(member(_WHOLE), len(member(_WHOLE)) * 2 // 3, 3),
        1,
    ),
    _wound(
        "magic-damaged", "the first byte of a member is another", "Damaged 1", _second(lambda raw: b"\x1e" + raw[1:])
    ),
    _wound(
        "checksum-damaged", "the checksum of a member is another", "Damaged 1", _second(lambda raw: flipped(raw, -6))
    ),
    _wound("length-damaged", "the length of a member is another", "Damaged 1", _second(lambda raw: flipped(raw, -1))),
    _wound("cut-in-a-member", "the file ends within a member", "Damaged 1", lambda: _ALL[: _BEFORE + _FAR + 60], 2),
    _wound("cut-in-a-head", "the file ends within the head of a member", "Damaged 1", lambda: _ALL[: _BEFORE + 7], 1),
    _wound(
        "cut-in-a-checksum",
        "the file ends within the checksum of a member",
        "Damaged 1",
        lambda: b"".join(MEMBERS[: WOUNDED + 1])[:-3],
        2,
    ),
    _wound("beginning-lost", "the first 150 bytes are gone", "Damaged 1", lambda: _ALL[150:]),
    _wound(
        "bytes-missing",
        "40 bytes of a member are gone",
        "Damaged 1",
        _second(lambda raw: raw[:_FAR] + raw[_FAR + 40 :]),
    ),
    _wound(
        "bytes-added",
        "40 bytes too many in a member",
        "Damaged 1",
        _second(lambda raw: raw[:_FAR] + b"+" * 40 + raw[_FAR:]),
    ),
    _wound(
        "zeros-over-a-member",
        "the end of a member and the beginning of the next are zeros",
        "Damaged 1",
        lambda: _ALL[: _BEFORE + _FAR] + bytes(200) + _ALL[_BEFORE + _FAR + 200 :],
    ),
    _wound(
        "end-of-a-member-lost",
        "the end of a member is gone, the next follows",
        "Damaged 1",
        _second(lambda raw: raw[:_FAR]),
    ),
    _wound(
        "junk-between",
        "700 bytes of something else between members",
        "Damaged 1",
        lambda: b"".join([*MEMBERS[:WOUNDED], bytes(range(35, 105)) * 10, *MEMBERS[WOUNDED:]]),
    ),
    _wound("zeros-at-the-end", "a file filled up with zeros", "Damaged 1", lambda: _ALL + bytes(512)),
)
