"""What several test files make: pages, records, people, archives, runs of the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from govarchive.archive import Archive, Query, open_archive
from govarchive.archive.query import find
from govarchive.commands.main import main
from govarchive.errors import PageError
from govarchive.extract import extract
from govarchive.model import SCHEMA, Page, Record, record_id
from govarchive.pages import page_from_bytes
from govarchive.pages.encodings import characters

ROOT = Path(__file__).parent.parent
TEXT = "Община Видин, IBAN: BG80 BNBG 9661 1020 3456 78, тел. 094/ 60 12 34"


def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """What a run of the command line gives, in this process."""
    return CliRunner().invoke(main, arguments, input=stdin)


def page_of(raw: bytes | str, **given: Any) -> Page:
    """The page of some bytes (or of text in UTF-8)."""
    return page_from_bytes(raw if isinstance(raw, bytes) else raw.encode(), **{"source": "page", **given})


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The people of a text with their roles and institutions; of a unit whose body is told, the body."""
    found = extract(Page(text=text, source="test", sha256="0" * 64))
    return [(it.value, it.details.get("role"), body_of(it)) for it in found if it.kind == "person"]


def body_of(person: Record) -> str | None:
    """The body around the unit of a person, or the institution where that is no unit of a body that is told."""
    return person.details.get("body") or person.details.get("institution")


def bytes_in(text: str, encoding: str) -> bytes:
    """The bytes of a text in an encoding of one byte a letter, by the name that our pages have for it."""
    codes = {character: 0x80 + at for at, character in enumerate(characters(encoding))}
    return bytes(codes.get(letter, ord(letter)) for letter in text)


def record_of(page: Page, start: int, stop: int, kind: str = "iban", **given: Any) -> Record:
    """A record of a page, with all that hangs on its span filled in."""
    own: dict[str, Any] = {
        "value": page.text[start:stop],
        "label": None,
        "valid": None,
        "problems": [],
        "score": 1.0,
        "rule": "by hand",
        "details": {},
        "part": None,
        "url": page.url,
        "source": page.source,
        "captured_at": page.captured_at,
        "published_at": page.dates.get("published"),
    }
    return Record(
        schema=SCHEMA,
        id=record_id(page.id, kind, start, stop),
        kind=kind,
        text=page.text[start:stop],
        start=start,
        stop=stop,
        page=page.id,
        **(own | given),
    )


def pages_only(found: Sequence[Page | PageError]) -> list[Page]:
    """The pages, when there is nothing else."""
    assert not [it for it in found if isinstance(it, PageError)]
    return [it for it in found if isinstance(it, Page)]


def run(
    *arguments: str, cwd: Path = ROOT, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """`python cli.py ARGUMENTS` as a process of its own."""
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, check=False, timeout=60, env={**os.environ, **environment}
    )


def json_lines(out: bytes | str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in out.splitlines()]


def put(archive: Archive, page: Page, *records: Record) -> None:
    """Imports one page that has these records."""
    number = archive.start_import([page.source])
    archive.put(page, records, number)
    archive.finish_import(number)


def fill(path: Path) -> Path:
    """Makes an archive of two sites, captured 2015 and 2018."""
    with open_archive(str(path), create=True) as archive:
        old = page_of(TEXT, url="https://www.vidin.primer.bg/a", captured_at="2015-05-14")
        new = page_of(TEXT, url="http://old.vidin.primer.bg/", captured_at="2018", source="нова")
        other = page_of(TEXT, url="https://evidin.primer.bg/")
        put(
            archive,
            old,
            record_of(old, 20, 47, label="Такси и глоби", valid=True),
            record_of(old, 0, 12, "institution"),
        )
        put(archive, new, record_of(new, 20, 47, valid=False, problems=["лоша сума"]))
        put(archive, other, record_of(other, 0, 12, "person", details={"role": "областен управител"}))
    return path


def found(path: Path, query: Query) -> list[Record]:
    """The records of an archive that match."""
    with open_archive(str(path)) as archive:
        return list(find(archive, query))
