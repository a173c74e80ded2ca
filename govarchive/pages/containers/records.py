"""Records one after the other, as WARC and ARC files hold them; behind damage, the next one that can be told.

What a file of records holds is read in this order: each record that is found, then what is wrong with it, as a `Flaw`;
a stretch that belongs to no record is a flaw too. Together they cover the file.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from govarchive.pages.containers import MOST_BYTES
from govarchive.pages.containers.beginnings import TRIED
from govarchive.pages.containers.flow import Flow, Place
from govarchive.pages.containers.members import Wound

MOST_HEAD = 64 << 10
"""Bytes of the head of a record, or of an HTTP message; servers take less."""

_LINE_ENDS = b"\r\n"
_LOOKED_AT = 1 << 20
_MOST_AGAIN = 4 << 30
"""Bytes unpacked once more, all in all, where the lengths of records in one long member are wrong."""


class Flaw(NamedTuple):
    """What is wrong with the bytes of a file from `start` to `stop`, and where what is wrong begins."""

    start: int
    stop: int
    why: str
    place: str


class Head(NamedTuple):
    """What stands before the block of a record: its kind, the fields in lower case, the length of the block.

    `size` is the number of bytes of the head itself, `flaw` tells what is wrong with it.
    """

    kind: bytes
    fields: Mapping[bytes, bytes]
    length: int | None
    size: int
    flaw: str = ""


class Dialect(Protocol):
    """How records are written."""

    LONGEST: int
    """Bytes of the beginning of a record by which `find` tells it."""

    CLOSES: tuple[bytes, ...]
    """What stands behind a block, the longest first."""

    def find(self, data: bytes, start: int) -> int:
        """Where the first record from `start` on begins, -1 if none does."""

    def head(self, flow: Flow) -> Head | None:
        """The head of the record that begins where the flow stands, which does not move; None if none begins."""


class Record:
    """A record whose block is still to be read, or not; the walk tells its flaws when the next one is asked for.

    `stop` is up to where the file was read for it.
    """

    def __init__(self, head: Head, place: Place, walk: "Walk") -> None:
        self.head = head
        self.place = place
        self.stop = place.start
        self.flaws: list[str] = []
        self._walk = walk
        self._begun = False

    def peek(self, size: int) -> bytes:
        """The first bytes of the block, which is not read by this; fewer where it, or the stretch, is shorter."""
        length = self.head.length
        return self._walk.peek(size if length is None else min(size, length))

    def read(self) -> bytes | None:
        """The block as far as it is there; None for more than MOST_BYTES. To be called once."""
        self._begun = True
        return self._walk.block(self)

    def finish(self) -> None:
        """Passes over the block, if nobody has read it."""
        if not self._begun:
            self._begun = True
            self._walk.pass_over(self)


class Walk:
    """The records of a flow and the flaws between them."""

    def __init__(self, flow: Flow, dialect: Dialect) -> None:
        self._flow = flow
        self._dialect = dialect
        self._again = 0
        self._torn: Wound | None = None

    def __iter__(self) -> Iterator[Record | Flaw]:
        flow = self._flow
        while self._is_due() or flow.wound:
            if flow.wound and flow.at == len(flow.data):
                wound = self._mended()
                yield Flaw(*wound, str(wound.start))
                continue
            place = flow.place()
            if place.raw and flow.unpack(place):
                continue
            head = self._dialect.head(flow)
            if head is None:
                yield self._lost(place)
                continue
            flow.at += head.size
            record = Record(head, place, self)
            if head.flaw:
                record.flaws.append(head.flaw)
            yield record
            record.finish()
            yield from self._flaw_of(record)

    def _is_due(self) -> bool:
        """Passes the empty lines before a record; False where the stretch ends."""
        flow = self._flow
        while True:
            data, at = flow.data, flow.at
            while at < len(data) and data[at] in _LINE_ENDS:
                at += 1
            flow.at = at
            if at < len(data):
                return True
            if not flow.more():
                return False

    def _flaw_of(self, record: Record) -> Iterator[Flaw]:
        """All that is wrong with a record, told at once, with the wound that it ends in."""
        torn, self._torn = self._torn, None
        place = str(record.place)
        if not torn:
            if not self._is_due() and self._flow.wound and self._flow.wound.start == record.place.start:
                torn = self._mended()
            record.stop = torn.stop if torn else self._reached()
        if torn:
            yield Flaw(min(record.place.start, torn.start), torn.stop, "; ".join([*record.flaws, torn.why]), place)
        elif record.flaws:
            yield Flaw(record.place.start, record.stop, "; ".join(record.flaws), place)

    def _reached(self) -> int:
        """Where in the file ends what was read last, of a member all of it; the flow stands where the next begins."""
        flow = self._flow
        if flow.at == len(flow.data):
            return flow.wound.start if flow.wound else flow.reached()
        place = flow.place()
        return flow.reached() if place.inner else place.start

    def _mended(self) -> Wound:
        wound = self._flow.mend()
        assert wound is not None
        return wound

    def _lost(self, place: Place) -> Flaw:
        """The stretch up to the next record, where none begins; with the wound in which it ends."""
        self._flow.at += 1
        self._to_start(0)
        stop, why = self._reached(), "no record begins here"
        if self._flow.wound and self._flow.at == len(self._flow.data):
            wound = self._mended()
            stop, why = wound.stop, wound.why
        return Flaw(place.start, stop, why, str(place))

    def peek(self, size: int) -> bytes:
        """The next bytes of the stretch."""
        flow = self._flow
        while len(flow.data) - flow.at < size and flow.more():
            pass
        return flow.data[flow.at : flow.at + size]

    def block(self, record: Record) -> bytes | None:
        """The block of a record, at which the flow stands; None for more than MOST_BYTES."""
        length = record.head.length
        if length is None:
            return self._amended(record, MOST_BYTES)
        if length > MOST_BYTES:
            return self._passed(record, MOST_BYTES)
        raw = self._flow.take(length)
        if len(raw) == length and self._closes():
            return raw
        self._flow.give_back(raw)
        return self._amended(record, MOST_BYTES)

    def pass_over(self, record: Record) -> None:
        """Goes to the end of a record, at whose block the flow stands."""
        self._passed(record, _LOOKED_AT)

    def _passed(self, record: Record, most: int) -> bytes | None:
        """Passes over a block as long as it is said to be; if that is wrong, what it is, up to `most` bytes."""
        length = record.head.length
        if length is not None:
            place = self._flow.place()
            if self._flow.skip(length) == length and self._closes():
                return None
            if not self._back(place):
                record.flaws.append("the length of a record is wrong, and the file cannot be read again")
                return None
        return self._amended(record, most)

    def _back(self, place: Place) -> bool:
        """Goes back in the flow, unless too much has been unpacked again already."""
        self._again += place.inner
        return self._again <= _MOST_AGAIN and self._flow.back(place)

    def _closes(self) -> bool:
        """Passes what closes a block; False if something else stands there."""
        flow = self._flow
        for close in self._dialect.CLOSES:
            while len(flow.data) - flow.at < len(close) and flow.more():
                pass
            if flow.data.startswith(close, flow.at):
                flow.at += len(close)
                return True
        return False

    def _amended(self, record: Record, most: int) -> bytes | None:
        """The block up to where the next record begins, whatever its length is said to be; None if over `most`."""
        found, size = self._to_start(most)
        length = record.head.length
        if length is not None and length <= size <= most and not found[length:].strip(_LINE_ENDS):
            block = found[:length]
        else:
            block = next((found.removesuffix(it) for it in self._dialect.CLOSES if found.endswith(it)), found)
        self._say(record, len(block) if size <= most else size)
        return block if size <= most else None

    def _say(self, record: Record, size: int) -> None:
        """Tells what is wrong with a record whose block has `size` bytes."""
        flow, length = self._flow, record.head.length
        if flow.at == len(flow.data) and flow.wound:
            self._torn = flow.mend()
        elif flow.at == len(flow.data) and (length is None or size <= length):
            missing = 0 if length is None else length - size
            where = f"{missing} bytes before the end of" if missing else "within what closes"
            record.flaws.append(f"the file ends {where} a record")
        elif length is not None and size != length:
            record.flaws.append(f"a record of {size} bytes is said to have {length}")
        elif length is not None and not flow.packed:
            record.flaws.append("no empty line closes a record")

    def _to_start(self, most: int) -> tuple[bytes, int]:
        """Goes to the next record or the end of the stretch: what lies before, up to `most` bytes, and its length."""
        flow, parts, size = self._flow, list[bytes](), 0
        while True:
            begun = [it for it in (self._dialect.find(flow.data, flow.at), flow.member()) if it >= 0]
            found = min(begun, default=-1)
            stop = found if begun else max(flow.at, len(flow.data) - max(self._dialect.LONGEST, TRIED))
            parts.append(flow.data[flow.at : stop])
            size += len(parts[-1])
            flow.at = stop
            if size > most:
                parts.clear()
            if found >= 0:
                break
            if not flow.more():
                parts.append(flow.data[stop:])
                size += len(parts[-1])
                flow.at = len(flow.data)
                break
        return b"".join(parts) if size <= most else b"", size
