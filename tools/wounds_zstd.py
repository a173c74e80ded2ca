"""Wounds of WARC files compressed with Zstandard, and the ways to compress them that are none."""

from collections.abc import Callable
from typing import Any

from warcs import healthy
from wounds import Wound, changed, flipped, instead

GROUP = "WARC files compressed with Zstandard"
WOUNDED = 3
RECORDS = healthy(3, 3)
_WHOLE = b"".join(RECORDS)


def zstd() -> Any:
    """The module, of the standard library or not."""
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from backports import zstd
    return zstd


def frame(raw: bytes, dictionary: Any = None) -> bytes:
    """A frame with a checksum."""
    module = zstd()
    packed: bytes = module.compress(raw, options={module.CompressionParameter.checksum_flag: 1}, zstd_dict=dictionary)
    return packed


def skippable(content: bytes, number: int = 13) -> bytes:
    """A frame that readers pass over; number 13 holds the dictionary of a WARC file."""
    return bytes([0x50 + number]) + b"\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content


def frames() -> list[bytes]:
    """One frame a record."""
    return [frame(it) for it in RECORDS]


def _dictionary() -> Any:
    """A dictionary in the right form, whose content is the first record."""
    return zstd().train_dict([*RECORDS, *healthy(40, 3)], 1 << 10)


def _with_dictionary(change: Callable[[bytes], bytes]) -> bytes:
    made = _dictionary()
    return skippable(change(made.dict_content)) + b"".join(frame(it, made) for it in RECORDS)


def _second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A file whose second page has a changed frame."""
    return lambda: changed(frames(), WOUNDED, change)


def _wound(name: str, what: str, reported: str, make: Callable[[], bytes], read: int = 3) -> Wound:
    return Wound(GROUP, f"{name}.warc.zst", what, 3, read, reported, make)


WOUNDS = (
    _wound("record-by-record", "none", "", lambda: b"".join(frames())),
    _wound("all-in-one", "none: one frame for all records", "", lambda: frame(_WHOLE)),
    _wound("dictionary", "none: with a dictionary", "", lambda: _with_dictionary(bytes)),
    _wound(
        "dictionary-packed", "none: with a dictionary that is itself compressed", "", lambda: _with_dictionary(frame)
    ),
    _wound(
        "skippable-frames",
        "none: frames that readers pass over",
        "",
        lambda: b"".join(it + skippable(b"index", 1) for it in frames()),
    ),
    _wound(
        "dictionary-damaged",
        "the tables of the dictionary are damaged, and all is lost with it",
        "Damaged 8",
        lambda: _with_dictionary(lambda raw: raw[:8] + bytes(24) + raw[32:]),
        0,
    ),
    _wound(
        "dictionary-lost",
        "the dictionary is damaged, and all is lost with it",
        "Damaged 8",
        lambda: _with_dictionary(lambda raw: bytes(len(raw))),
        0,
    ),
    _wound(
        "bit-flipped",
        "one bit of a frame is turned over",
        "Damaged 1",
        _second(lambda raw: flipped(raw, len(raw) // 2)),
        2,
    ),
    _wound(
        "magic-damaged", "the first byte of a frame is another", "Damaged 1", _second(lambda raw: b"\x29" + raw[1:]), 2
    ),
    _wound(
        "checksum-damaged", "the checksum of a frame is another", "Damaged 1", _second(lambda raw: flipped(raw, -2)), 2
    ),
    _wound(
        "cut-in-a-frame",
        "the file ends within a frame",
        "Damaged 1",
        lambda: b"".join(frames()[:WOUNDED]) + frames()[WOUNDED][:-90],
        1,
    ),
    _wound(
        "end-of-a-frame-lost",
        "the second half of a frame is gone, the next follows",
        "Damaged 1",
        _second(lambda raw: raw[: len(raw) // 2]),
        2,
    ),
    _wound(
        "skippable-length-damaged",
        "a frame to be passed over with a wrong length",
        "Damaged 1",
        lambda: b"".join(instead(frames(), WOUNDED, frames()[WOUNDED], b"\x51\x2a\x4d\x18\x00\x01\x00\x00index")),
    ),
)
