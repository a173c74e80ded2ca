"""Laws that hold for every kind and any text, tried with generated ones."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tables import examples

from govarchive.errors import Invalid
from govarchive.extract import extract
from govarchive.formats import jsonl
from govarchive.formats.schema import record_schema
from govarchive.kinds import BY_NAME, Kind
from govarchive.model import Near, Page
from govarchive.pages import page_from_text
from govarchive.text.fold import Shadow, fold, lower, shadow

# Everything a page may hold, and more often than not what rules look for.
_WORDS = """BG80 BNBG 9661 1020 3456 78|тел. 056/ 841 234|14.05.2015 г.|от 9.00 до 17.30 ч.|ЕИК |ЕГН |ЛНЧ |IBAN: |№ |@
|www.|гр. |с. |Иван Петров |кмет |Община |П Р О Т О К О Л|март |г. |и\u0306|стр. |Заповед № |ул. |кмет- |- кмет| -Ана|
100 200 300 400 500 |999 999 999 999 999 999 млрд. |99999999999999999999 | лв.| евро|€ | ст.| до """
_PIECES = st.sampled_from([*_WORDS.split("|"), "☎ ", *"\u00ad\u200b\u00a0\t„“–0+()/İй😀"])
_JUNK = st.lists(st.one_of(_PIECES, st.text(max_size=8), st.text("0123456789./-: ", max_size=14)), max_size=12)
TEXTS = _JUNK.map("".join)
every_kind = pytest.mark.parametrize("kind", BY_NAME.values(), ids=list(BY_NAME))


def _page(text: str) -> Page:
    return Page(text=text, source="example", sha256="0" * 64)


def _values(kind: Kind) -> list[str]:
    return sorted({value for row in examples(kind.NAME) for value in row.values if value != "-"})


@given(TEXTS)
def test_fold_and_lower_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert len(lower(text)) == len(text)


def _lacked(seen: Shadow, at: int) -> bool:
    """Whether a character is a blank beside a dash that stands for the sign behind it."""
    beside = "-" in (seen.text[max(0, at - 1) : at], seen.text[at + 1 : at + 2])
    return seen.text[at] == " " and beside and seen.span(at, at + 1)[0] == seen.span(at + 1, at + 2)[0]


_RAISED = tuple("°º⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"


@example("²º")
@given(TEXTS)
def test_the_shadow_leads_back(text: str) -> None:
    seen, folded = shadow(text), fold(text)
    for at, letter in enumerate(seen.text):
        start, stop = seen.span(at, at + 1)
        # Two single quotes are one mark; a blank that lacked stands for the sign behind it; a tab that parts no cells
        # is a blank, and a stroke between cells a tab; `☎` is a word; a ring or a raised digit stands for a digit.
        quotes = letter == '"' and folded[start : start + 2] in ("''", ",,")
        joint = letter == " " and folded[start:stop] == "\t"
        stroke = letter == "\t" and "|" in folded[start:stop]
        digit = folded[start:stop] in _RAISED and letter in _DIGITS
        assert folded[start:stop] in (letter, "☎") or quotes or joint or stroke or digit or _lacked(seen, at)


@every_kind
def test_normalise_keeps_what_is_normal(kind: Kind) -> None:
    assert [kind.normalise(fold(value)) for value in _values(kind)] == _values(kind)


@every_kind
def test_what_is_displayed_leads_back(kind: Kind) -> None:
    assert [kind.normalise(fold(kind.display(value))) for value in _values(kind)] == _values(kind)


def _tried(verb: Callable[..., Any], *given_: object) -> Any:
    """What a verb gives, None where it says Invalid; anything else it raises is a failure."""
    try:
        return verb(*given_)
    except Invalid:
        return None


@every_kind
@given(text=TEXTS)
def test_junk_raises_nothing_but_invalid(kind: Kind, text: str) -> None:
    seen = shadow(text).text
    value = _tried(kind.normalise, fold(text))
    _tried(kind.validate, fold(text))
    _tried(kind.parts, value, fold(text))
    _tried(kind.display, value or fold(text))
    stop = 0
    for start, end, rule, score in kind.find(seen):
        assert stop <= start < end <= len(seen), rule
        assert 0 < score <= 1, rule
        assert seen[start:end].strip() == seen[start:end], rule
        stop = end
        near = Near(seen, start, end)
        value = _tried(kind.normalise, seen[start:end], near)
        _tried(kind.parts, value, seen[start:end], near)


@given(TEXTS)
def test_a_record_is_a_slice_of_its_page(text: str) -> None:
    page = page_from_text(text + ".")
    records = extract(page)
    for record in records:
        assert page.text[record.start : record.stop] == record.text != ""
        assert jsonl.read(msgspec.json.encode(record)) == record
    assert extract(page) == records


@every_kind
@pytest.mark.parametrize("words", [("Повече ще научите тук.", ""), ("", "Прочетете още за това."), ("–", ";")])
def test_words_around_an_example_do_not_move_its_value(kind: Kind, words: tuple[str, str]) -> None:
    before, after = words
    for row in examples(kind.NAME):
        assert _found(kind, f"{before}\n\n{row.text}\n\n{after}") == _found(kind, row.text), row.why


def _found(kind: Kind, text: str) -> list[tuple[str, str | None]]:
    return [(record.text, record.value) for record in extract(_page(text), [kind])]


@every_kind
def test_records_obey_the_schema(kind: Kind) -> None:
    schema = Draft202012Validator(record_schema())
    for row in examples(kind.NAME):
        for record in extract(_page(row.text), [kind]):
            schema.validate(msgspec.to_builtins(record))
