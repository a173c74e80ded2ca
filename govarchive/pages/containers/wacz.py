"""WACZ: a ZIP file with WARC files, their index, and the digests of all of them, which are checked.

Source: the specification of the Webrecorder project, versions 1.0 to 1.2. Only the WARC files hold pages; the list of
pages and the index say again what they say.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

import msgspec

from govarchive.errors import Damaged, PageError
from govarchive.pages.capture import Capture, Given
from govarchive.pages.containers import arc, captures_in, warc
from govarchive.pages.containers.streams import CHUNK, Stream, head_of
from govarchive.pages.containers.zip_archive import Archive, named
from govarchive.pages.sniff import is_html

_PACKAGE, _DIGEST = "datapackage.json", "datapackage-digest.json"
_WARC = re.compile(r"(?:^|/)archive/.+\.w?arc(?:\.gz|\.zst)?$|\.wacz$", re.IGNORECASE)
_INDEX = "indexes/"
_BESIDE = re.compile(r"^(?:indexes/|pages/|datapackage\.json$|webarchive\.yaml$)")
_KINDS = ("sha256", "md5")
_MOST_DESCRIPTION = 16 << 20
_AGAIN = "fetch it again; what could be read is read"


def is_wacz(names: Set[str]) -> bool:
    """Whether a ZIP file with these members is one, perhaps without its WARC files."""
    beside = {found[0] for found in map(_BESIDE.match, names) if found}
    return bool(beside) and (any(map(_WARC.search, names)) or (_PACKAGE in beside and len(beside) > 1))


def captures(archive: Archive, source: str, given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What the WARC files in it hold, then what the digests say."""
    digests = _Digests(source)
    for member, stream in archive.contents():
        name = member.name if member else ""
        if isinstance(stream, PageError):
            yield named(stream, f"{source}#{name}" if name else source)
        elif not name.endswith("/"):
            yield from _member(name, digests.through(name, stream), digests, given, depth)
    yield from digests.verdicts()


def _member(name: str, stream: Stream, digests: "_Digests", given: Given, depth: int) -> Iterator[Capture | PageError]:
    """What one member holds; it is read to its end."""
    source = digests.source_of(name)
    if _holds_pages(name, stream):
        yield from captures_in(stream, source, given, depth)
    else:
        if name in (_PACKAGE, _DIGEST):
            digests.described[name] = stream.read(_MOST_DESCRIPTION)
        stream.drain()
        yield from (named(it, source) for it in stream.problems)
    stream.drain()


def _holds_pages(name: str, stream: Stream) -> bool:
    """Whether a member is a crawl, by its name and place or by its content, or a page that somebody put beside."""
    if _WARC.search(name):
        return True
    head = head_of(stream)
    return not name.startswith(_INDEX) and (is_html(head) or warc.sees(head) or arc.sees(head))


class _Digests:
    """What was read of each member, and what the package says of it."""

    def __init__(self, source: str) -> None:
        self.described: dict[str, bytes] = {}
        self._source = source
        self._read: dict[str, tuple[Mapping[str, hashlib._Hash], Stream]] = {}

    def source_of(self, name: str) -> str:
        return f"{self._source}#{name}"

    def through(self, name: str, stream: Stream) -> Stream:
        """The same bytes, of which digests are made on their way."""
        made = {kind: hashlib.new(kind, usedforsecurity=False) for kind in _KINDS}
        self._read[name] = made, stream
        return Stream(_hashed(stream, made.values()), stream.tally, stream.problems)

    def verdicts(self) -> Iterator[PageError]:
        """What is missing, was added, or is not as it was when the package was made."""
        resources = _resources(self.described.get(_PACKAGE, b""))
        if resources is None:
            said = f"{_PACKAGE} is missing or damaged, so the digests cannot be checked"
            yield Damaged(said, source=self._source, remedy=_AGAIN)
            return
        for name, digest in resources.items():
            yield from self._verdict(name, digest)
        for name in sorted(self._read.keys() - resources.keys()):
            if _WARC.search(name):
                yield Damaged(f"not named in {_PACKAGE}", source=self.source_of(name), remedy="ask who packed it")
        said_of_package = _decoded(self.described.get(_DIGEST, b"{}"))
        if isinstance(said_of_package, dict):
            yield from self._verdict(_PACKAGE, str(said_of_package.get("hash") or ""))
        else:
            said = f"it is damaged, so that {_PACKAGE} cannot be checked"
            yield Damaged(said, source=self.source_of(_DIGEST), remedy=_AGAIN)

    def _verdict(self, name: str, digest: str) -> Iterator[PageError]:
        if name not in self._read:
            yield Damaged(f"named in {_PACKAGE}, but not there", source=self.source_of(name), remedy=_AGAIN)
            return
        made, stream = self._read[name]
        kind, _, expected = digest.lower().partition(":")
        found = made[kind].hexdigest() if kind in made else expected
        if found != expected and not stream.problems:
            said = f"its {kind} is {found[:16]}…, and was {expected[:16]}… when it was packed"
            yield Damaged(said, source=self.source_of(name), remedy=_AGAIN)


def _hashed(stream: Stream, digests: "Collection[hashlib._Hash]") -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        for digest in digests:
            digest.update(piece)
        yield piece


def _resources(raw: bytes) -> dict[str, str] | None:
    """The digests by path that a package tells; None where it cannot be read."""
    package = _decoded(raw)
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list):
        return None
    found = (it for it in resources if isinstance(it, dict) and isinstance(it.get("path"), str))
    return {it["path"]: str(it.get("hash") or "") for it in found}


def _decoded(raw: bytes) -> Any:
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
