"""`govarchive explain`: what every rule saw on a page, and what became of it."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import click

from govarchive.commands.common import kind_option, lists_option
from govarchive.model import PERSONAL, Candidate, Page, mask

_TOLD = ("role", "institution", "label")
_COLUMNS = ("characters", "kind", "rule", "text", "fate", "score", "value or reason")


@click.command("explain")
@click.argument("file", metavar="FILE[#PART]|-")
@kind_option
@lists_option
@click.option("--format", "style", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def command(file: str, kinds: Sequence[str], style: str) -> None:
    """List what the rules saw on a page: where, which rule found it, and its value or why it is no record.

    A page in a container (ZIP, WARC, a table...) is named as its source is by `extract`. With --kind only candidates of
    that kind are listed; those of other kinds still take their place from them. As JSON Lines each has `start`, `stop`,
    `kind`, `rule`, `text`, `fate` (record or none), `score`, `value` and `reason`.
    The table has the score where it is below 1: what the trained model found, and not a rule. Behind a value stands
    the office and institution of a person, else the label; as JSON Lines, `role`, `institution` and `label` have them.

    A candidate is what a rule or the model took for one. A name that none of them did is not listed, and no reason is
    told for it.

    \b
    Examples:
      govarchive explain kontakti.html
      govarchive explain mirror.zip#www.primer.bg/kontakti.html --kind phone --kind hours
      govarchive explain kontakti.html --format jsonl | jq -r .reason | sort | uniq -c
    """
    from govarchive.errors import PageError
    from govarchive.extract import trace
    from govarchive.pages import list_files, open_pages
    from govarchive.pages.files import file_of

    outer = file_of(file)
    pages = open_pages(list_files([outer]))
    found = [it for it in pages if it.source == file] if outer != file else list(islice(pages, 2))
    if len(found) != 1:
        said = (
            f"{outer} holds no page of the source {file}" if outer != file and not found else "explain takes one page"
        )
        raise click.UsageError(f"{said}; `govarchive extract` lists the sources of those in a file, to be named so.")
    page = found[0]
    if isinstance(page, PageError):
        raise page
    candidates = trace(page)
    hidden = _Hidden(page.text, [it.span for it in candidates if it.kind in PERSONAL])
    seen = [_seen(page, it, hidden) for it in candidates if not kinds or it.kind in kinds]
    if style == "jsonl":
        for one in seen:
            click.echo(json.dumps(one, ensure_ascii=False))
        return
    from govarchive.formats.table import write_rows

    write_rows(_COLUMNS, map(_row, seen), sys.stdout)


class _Hidden:
    """The personal numbers of a page."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        from govarchive.text.codes.personal_numbers import numbers_of

        self._numbers = numbers_of(text[start:stop] for start, stop in spans)
        # One byte a character: which are of a number.
        self._taken = bytearray(len(text))
        for start, stop in spans:
            self._taken[start:stop] = b"\1" * (stop - start)

    def shares(self, start: int, stop: int) -> bool:
        """Whether a span has digits of a number."""
        return self._taken.find(1, start, stop) >= 0

    def repeated(self, said: str) -> bool:
        """Whether words repeat a number."""
        from govarchive.text.codes.personal_numbers import holds

        return holds(said, self._numbers)


def _seen(page: Page, it: Candidate, hidden: _Hidden) -> dict[str, Any]:
    """What is told of a candidate; whatever shares digits with a personal number, or repeats one, is masked with it."""
    start, stop = it.span
    said = {"text": page.text[start:stop], "value": it.value or "", "reason": it.fate or "; ".join(it.problems)}
    said |= {name: "" if it.fate else told or "" for name, told in _told(it)}
    if hidden.shares(start, stop) or any(map(hidden.repeated, said.values())):
        said = {name: mask(text) for name, text in said.items()}
    return {
        "start": start,
        "stop": stop,
        "kind": it.kind,
        "rule": it.rule,
        "text": said["text"],
        "fate": "none" if it.fate else "record",
        "score": it.score,
        "value": said["value"] or None,
        "reason": said["reason"] or None,
        **{name: said[name] or None for name in _TOLD},
    }


def _told(it: Candidate) -> Iterable[tuple[str, str | None]]:
    """What the page tells of a value besides."""
    yield from ((name, it.details.get(name)) for name in _TOLD[:2])
    yield "label", it.label


def _row(seen: Mapping[str, Any]) -> tuple[str, ...]:
    value, reason = seen["value"] or "", seen["reason"] or ""
    said = reason if seen["fate"] == "none" else f"{value} (invalid: {reason})" if reason else value
    told = [seen[name] for name in (_TOLD[:2] if seen["kind"] == "person" else _TOLD[2:]) if seen[name]]
    said += f" ({', '.join(told)})" if told else ""
    score = f"{seen['score']:.2f}" if seen["score"] < 1 else ""
    return f"{seen['start']}-{seen['stop']}", seen["kind"], seen["rule"], seen["text"], seen["fate"], score, said
