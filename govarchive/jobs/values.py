"""One bare value: its normal form, the check it passes or fails, and what is wrong with it."""

import re
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from govarchive.errors import InputError, Invalid, InvalidComponent, InvalidFormat
from govarchive.jobs.doubts import doubt
from govarchive.jobs.spreadsheets import as_typed, guesses
from govarchive.jobs.typed_names import first_word_in_full, spelled_as_listed, without_post_code, written_out
from govarchive.kinds import Kind, email, is_valid
from govarchive.model import Near
from govarchive.names.roles.phrase import role_first
from govarchive.pages.text import clean
from govarchive.text.fold import shadow

_GAP = re.compile(r"\s+")
_BEFORE_OFFICE = re.compile(r"[ ]?,[ ]|[ ]-[ ]?")
_SURNAME_FIRST = re.compile(r"(?P<surname>[^\W\d_][^\s,]+),[ ]?(?P<given>[^\W\d_][^\s,]+(?:[ ][^\W\d_][^\s,]*)?)")
_AFTER_LABEL = re.compile(r"\)?(?:(?<=[\s:№])|\.?[ ]?[:=№-]|\.?[ ]|\.?(?=[0-9]))[ ]*")
# ЕИК/БУЛСТАТ, ЕИК по БУЛСТАТ, ЕИК (по БУЛСТАТ): two names of one thing.
_BETWEEN_LABELS = re.compile(r"[ ]?[/,][ ]?|[ ]?\((?:по[ ])?|[ ](?:(?:и|или|по)[ ])?|\.[ ]?/?[ ]?")
_NAMES = frozenset({"institution", "person", "place"})
_BETWEEN_VALUES = (re.compile(r"\s*[,;/|]\s*|\s+и\s+"), re.compile(r"[\s,;/|]+"))
"""What parts values in a cell: first what no value holds, then blanks, which one may be printed with."""

_WORD, _DIGIT = re.compile(r"[^\W\d_]{2,}"), re.compile("[0-9][OОoо]*")
# The name of no place has a comma or a bracket in it.
_BEHIND_PLACE = re.compile(r"(?<=[^\W\d_])[ ]*[,;/(](?=[^\n]*[^\W\d_])")
# 094/601234, 12: an extension that nothing calls so, or the last digits of another number
_MORE_DIGITS = re.compile(r"[ ]?[,;(][ ]?[0-9]{1,4}[ ]?\)?\Z")
# от 2007 до днес
_OPEN = re.compile(
    r"[0-9г][ ]?\.?[ ]?(?:до|[-–—](?:[ ]?до)?)[ ]?(?:днес|сега|днешния ден|(?:настоящия )?момента)\.?\Z", re.IGNORECASE
)
_MOST_OF_VALUE = 4
"""Words behind the first digit that may be of a value (`вътрешен номер 12`, `(GSM)`), and one that is not."""
_PASSING_OVER = frozenset({"phone"})
"""The kinds of which a normal form passes over words behind it; behind a document stands who issued it."""

_SHOWN = 3
_MORE = "more than a value, which is {}: leave only that"
_SOME_DAY = date(2015, 5, 14)
_OF_CONTEXT = "only its context could tell"
_UNRESOLVED = {
    "date": "only the date of its page could tell: give it with --reference-date",
    "phone": "no number without its area code: write the code before it, as in 056/ 841 234",
    "money": "an amount without its currency: write it behind or before, as in 20 лв. or EUR 20",
}
"""What is said of a value that is none by itself, by kind."""


class Judged(NamedTuple):
    """What a kind says of one value: the normal form, whether it passes (null without a check), and what is wrong."""

    value: str | None = None
    valid: bool | None = None
    problem: str | None = None


def normal_form(kind: Kind, text: str, reference: date | None = None) -> str | None:
    """The normal form of a value as printed or typed, not yet validated; None where only a context could tell.

    `reference` is the day relative words count from. What names the kind may stand before it (`ЕИК 201789369`,
    `тел. 056/ 841 234`), or the office and titles of a person, whose office may also stand behind a dash or a comma
    and whose surname before one; what a spreadsheet did to the value is undone. Raises Invalid.
    """
    text = as_typed(kind.NAME, text)
    typed, near = shadow(clean(text)).text.strip(), Near(reference=reference)
    if kind.NAME == "person":
        typed = _given_name_first(_without_office(typed))
    if kind.NAME == "institution":
        typed = written_out(typed)
    if kind.NAME == "place":
        return spelled_as_listed(first_word_in_full(kind.normalise(without_post_code(typed), near) or ""))
    start = _value_start(kind, typed)
    try:
        return kind.normalise(typed[start:], near)
    except Invalid:
        if not start:
            raise
        return kind.normalise(typed, near)


def _without_office(typed: str) -> str:
    """A name without the office that stands behind it.

    >>> _without_office("Стоян Дрянков - кмет на община Видин"), _without_office("Мария Велева-Дрянкова")
    ('Стоян Дрянков', 'Мария Велева-Дрянкова')
    """
    marks = (it for it in _BEFORE_OFFICE.finditer(typed) if role_first(typed, it.end()))
    mark = next(marks, None)
    return typed[: mark.start()] if mark else typed


def _given_name_first(typed: str) -> str:
    """A name of which the surname stands before a comma, as in catalogues, in the order of speech.

    >>> _given_name_first("Дрянков, Стоян Ангелов"), _given_name_first("Стоян Дрянков, Видин, 3700")
    ('Стоян Ангелов Дрянков', 'Стоян Дрянков, Видин, 3700')
    """
    turned = _SURNAME_FIRST.fullmatch(typed)
    return f"{turned['given']} {turned['surname']}" if turned else typed


def _value_start(kind: Kind, typed: str) -> int:
    """Where the value begins behind the words that name its kind, which a mark or a blank must end."""
    if kind.NAME == "person":
        role = role_first(typed)
        office = _GAP.match(typed, role.stop) if role else None
        named = office.end() if office else 0
        starts = (it.end() for it in _GAP.finditer(typed, named))
        titled = takewhile(lambda at: "title" in kind.parts(None, "", Near(typed, at, len(typed))), starts)
        named = max(titled, default=named)
        return named if typed[named : named + 1].isupper() else 0
    mark = _AFTER_LABEL.match(typed, named) if kind.LABEL and (named := _labelled(kind.LABEL, typed)) else None
    return mark.end() if mark and mark.end() < len(typed) else 0


def _labelled(label: re.Pattern[str], typed: str) -> int:
    """Where the words end that name the kind, 0 without any.

    >>> from govarchive.kinds import BY_NAME
    >>> _labelled(BY_NAME["eik"].LABEL, "ЕИК/БУЛСТАТ 177023450")
    11
    """
    end, found = 0, label.match(typed)
    while found and found.end() > end:
        end = found.end()
        between = _BETWEEN_LABELS.match(typed, end)
        found = label.match(typed, between.end()) if between else None
    return end


def _check_alone(kind: Kind, text: str, value: str, reference: date | None) -> None:
    """Raises InvalidFormat where more stands behind it, InvalidComponent for what it wrongly says of itself."""
    typed = shadow(clean(text)).text
    if kind.NAME in _NAMES and "@" in typed and any(email.find(typed)):
        raise InvalidFormat("an e-mail address, no name")
    others = list(kind.find(typed))
    form = _form_of(kind, typed[others[0].start : others[0].stop]) if others else None
    if len(others) > 1 and form and (form == value or (kind.NAME == "person" and value.startswith(f"{form} "))):
        second = typed[others[1].start : others[1].stop]
        raise InvalidFormat(f"a second value stands behind it, {second}: give each a line of its own")
    if kind.NAME == "place" and (behind := _BEHIND_PLACE.search(without_post_code(typed.strip()))):
        raise InvalidFormat(_MORE.format(typed.strip()[: behind.start()]))
    if kind.NAME == "person" and form and value.startswith(f"{form} ") and value[len(form) :].islower():
        raise InvalidFormat(_MORE.format(typed[others[0].start : others[0].stop]))
    # 888123456,0 of a spreadsheet has no digits behind it.
    if kind.NAME in _PASSING_OVER and (alone := _before_words(kind, as_typed(kind.NAME, typed.strip()), value)):
        raise InvalidFormat(_MORE.format(alone))
    said = kind.parts(value, typed.strip(), Near(reference=reference))
    for name, problem in _SAID_WRONGLY.items():
        if said.get(name):
            raise InvalidComponent(problem)


_SAID_WRONGLY = {
    "weekday_disagrees": "the printed weekday is not that of the day",
    "no_such_day": "its date is no day of the calendar",
    "words_disagree": "the words beside the figures say another amount",
}
"""The details that tell that a value does not agree with what is printed in it."""


def _before_words(kind: Kind, typed: str, value: str) -> str:
    """A value without the words behind it, empty where none stand there but such as name its kind or are of it.

    >>> from govarchive.kinds import BY_NAME
    >>> _before_words(BY_NAME["phone"], "94 601234 (Видин)", "+35994601234")
    '94 601234'
    >>> _before_words(BY_NAME["phone"], "0888 123 456 (GSM)", "+359888123456")
    ''
    >>> _before_words(BY_NAME["phone"], "094/601234, 12", "+35994601234")
    '094/601234'
    """
    more = _MORE_DIGITS.search(typed)
    if more and _form_of(kind, typed[: more.start()]) == value:
        return typed[: more.start()]
    digit = _DIGIT.search(typed)
    for word in islice(_WORD.finditer(typed, digit.start()), _MOST_OF_VALUE) if digit else ():
        named = kind.LABEL and kind.LABEL.match(typed, word.start())
        if not named and _form_of(kind, typed[: word.start()]) == value:
            *_, last = _DIGIT.finditer(typed, 0, word.start())
            return typed[: last.end()]
    return ""


def _form_of(kind: Kind, piece: str) -> str | None:
    """The normal form of a piece of what was typed, None where it has none."""
    try:
        return kind.normalise(piece)
    except Invalid:
        return None


def judge(kind: Kind, text: str, reference: date | None = None) -> Judged:
    """The verdict on one value; a blank one has none.

    >>> from govarchive.kinds import BY_NAME
    >>> judge(BY_NAME["iban"], "BG80 BNBG 9661 1020 3456 78")
    Judged(value='BG80BNBG96611020345678', valid=True, problem=None)
    >>> judge(BY_NAME["date"], "днес", date(2016, 3, 9)).value
    '2016-03-09'
    """
    if not text.strip():
        return Judged()
    try:
        return _judged(kind, text, reference)
    except InputError:  # not this value but the register of places
        raise
    except Exception as problem:
        return Judged(
            None, False, f"a rule failed on this value, please report it: {type(problem).__name__}: {problem}"
        )


def _judged(kind: Kind, text: str, reference: date | None) -> Judged:
    value = None
    try:
        value = normal_form(kind, text, reference)
        if value is None:
            return _of_context(kind, text)
        kind.validate(value)
    except Invalid as problem:
        return _refused(kind, text, Judged(value, False, str(problem)))
    try:
        _check_alone(kind, text, value, reference)
    except InvalidFormat as problem:
        return Judged(None, False, str(problem))
    except InvalidComponent as problem:
        return Judged(value, False, str(problem))
    return Judged(value, True if kind.CHECKED else None, doubt(kind, shadow(clean(text)).text.strip(), value))


def _of_context(kind: Kind, text: str) -> Judged:
    """The verdict on what is no value by itself, and what would make it one."""
    if kind.NAME == "date" and normal_form(kind, text, _SOME_DAY) is None:  # which no other day tells either
        if text.strip().isdigit():
            return Judged(None, False, f"a date was expected, found {text.strip()!r}")
        return Judged(problem=_OF_CONTEXT)
    return Judged(problem=_UNRESOLVED.get(kind.NAME, _OF_CONTEXT))


def _refused(kind: Kind, text: str, verdict: Judged) -> Judged:
    """The verdict on what is no value: where one can see what has happened to it, that is told.

    Of several values, and of one among other words, none is the value of the cell.
    """
    for guess, how in guesses(kind.NAME, text):
        if is_valid(kind, guess):
            return verdict._replace(problem=f"{verdict.problem}: {guess} would pass, if {how}")
    typed = shadow(clean(text)).text.strip()
    if kind.NAME == "date" and _OPEN.search(typed):
        return Judged(None, False, "an interval that is still open is no value: leave only the day that it begins with")
    found = _values_in(kind, typed)
    if len(found) > 1:
        return Judged(None, False, f"{len(found)} values, {', '.join(found[:_SHOWN])}: give each a line of its own")
    if kind.NAME == "date" and verdict.value:  # 30 февруари 2019: neither it nor its month is a date to keep
        return verdict._replace(value=None)
    # A sign before it is no word that can be left out.
    if found and typed[:1] != "-" and found[0] != typed and _is_value(judge(kind, found[0])):
        return Judged(None, False, _MORE.format(found[0]))
    return verdict


def _is_value(verdict: Judged) -> bool:
    """Whether a verdict is on a value, be there doubts how it is meant."""
    return verdict.value is not None and verdict.valid is not False


def _values_in(kind: Kind, typed: str) -> list[str]:
    """The values that stand in a cell; of kinds that pages must name, what passes the check between other words."""
    if found := [typed[it.start : it.stop] for it in kind.find(typed)]:
        return found
    if not kind.CHECKED:
        return []
    for between in _BETWEEN_VALUES:
        pieces = filter(None, between.split(typed))
        if found := [it for it in pieces if (form := _form_of(kind, it)) and is_valid(kind, form)]:
            return found
    return []
