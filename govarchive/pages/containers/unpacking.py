"""Unpacking with zlib and Zstandard: what can be had of damaged bytes, within limits."""

import zlib
from typing import Any

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
_MOST_WINDOW_LOG = 27
"""What `zstd` unpacks without being asked: 128 MB."""


def salvaged(inflate: "zlib._Decompress", feed: memoryview) -> tuple[bytes, int]:
    """What is unpacked before the byte at which it fails, and how many bytes that takes."""
    found, used, step = b"", 0, len(feed)
    while step := step // 2:
        while used + step < len(feed):
            trial = inflate.copy()
            try:
                found += trial.decompress(feed[used : used + step])
            except zlib.error:
                break
            inflate, used = trial, used + step
    return found, used


def unpacked(raw: bytes, most: int) -> bytes:
    """The first bytes of what a member that begins so holds, as far as they can be unpacked."""
    unpack: Any = zstd_of(None) if raw.startswith(ZSTANDARD) else zlib.decompressobj(31)
    try:
        found: bytes = unpack.decompress(raw, most)
    except Exception as problem:
        if not is_damage(problem):
            raise
        return b"" if raw.startswith(ZSTANDARD) else salvaged(zlib.decompressobj(31), memoryview(raw))[0]
    return found


def is_damage(problem: Exception) -> bool:
    """Whether unpacking has failed because of what was to be unpacked."""
    return isinstance(problem, (zlib.error, zstd().ZstdError, ValueError))


def zstd() -> Any:
    """The module of the standard library where there is one, and else its backport."""
    try:
        import compression.zstd as module  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        import backports.zstd as module
    return module


def zstd_of(dictionary: Any) -> Any:
    """What unpacks a frame of Zstandard."""
    module = zstd()
    return module.ZstdDecompressor(dictionary, {module.DecompressionParameter.window_log_max: _MOST_WINDOW_LOG})


def left_over(inflate: "zlib._Decompress") -> int:
    """How many of the bytes that were fed last were not taken; at the end, the unconsumed tail is an old one."""
    return len(inflate.unused_data if inflate.eof else inflate.unconsumed_tail)
