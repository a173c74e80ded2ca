"""Wounds of WARC files compressed with LZ4, as FastWARC writes them: the whole file is unpacked, frame after frame."""

from collections.abc import Callable

from warcs import healthy
from wounds import Wound, changed, flipped

GROUP = "WARC files compressed with LZ4"
WOUNDED = 3
RECORDS = healthy(3, 3)


def frame(raw: bytes) -> bytes:
    """A frame with checksums."""
    from lz4.frame import compress  # type: ignore[import-untyped]

    packed: bytes = compress(raw, block_checksum=True, content_checksum=True)
    return packed


def frames() -> list[bytes]:
    """One frame a record."""
    return [frame(it) for it in RECORDS]


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A file whose second page has a changed frame."""
    return lambda: changed(frames(), WOUNDED, change)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc.lz4", what, 3, read, reported, make)


WOUNDS = (
    _wound("record-by-record", "none", "", lambda: b"".join(frames())),
    _wound("all-in-one", "none: one frame for all records", "", lambda: frame(b"".join(RECORDS))),
    _wound(
        "bit-flipped",
        "one bit of a frame is turned over",
        "Damaged 1",
        _second(lambda raw: flipped(raw, len(raw) // 2)),
        2,
    ),
    _wound(
        "magic-damaged",
        "the first byte of a frame is another",
        "Damaged 1",
        _second(lambda raw: b"?" + raw[1:]),
        2,
    ),
    _wound(
        "checksum-damaged", "the checksum of a frame is another", "Damaged 1", _second(lambda raw: flipped(raw, -1)), 2
    ),
    _wound(
        "cut-in-a-frame",
        "the file ends within a frame",
        "Damaged 1",
        lambda: b"".join(frames()[: WOUNDED + 1])[:-90],
        1,
    ),
    _wound(
        "end-of-a-frame-lost",
        "the second half of a frame is gone, the next follows",
        "Damaged 1",
        _second(lambda raw: raw[: len(raw) // 2]),
        2,
    ),
)
