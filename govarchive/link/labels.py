"""Labels: the nearest words that say whose a value is or what it is for, as printed without the colon.

They stand before the value on its line (`Деловодство: 056/…`), after it (`… – централа`), in a heading above it, in the
cell to its left or at the head of its column. A word that only names the kind (`тел.`, `IBAN`) is the label when
nothing better is near.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice

from govarchive.link.named import JOINT, REACH, date_label, name_before
from govarchive.model import PERSONAL, Candidate
from govarchive.text.layout import cell_start, column_head, line_start, lines_above

# Kinds that are said, not listed: what stands beside them is a sentence.
_IN_SENTENCES = frozenset({"date", "person", "institution", "place", "document"})
_NAMED_ONLY = frozenset({"bic", "eik", "egn", "lnch"})
_FAR = 300
_HIGHEST = 30
_MOST_CELLS = 10
_LONGEST = 110
_FEW_LETTERS = 25

_BREAK = re.compile(r"[;|•·*]|(?<=[а-яa-z]{3})[.!?]\s+(?=[А-ЯA-Z])|\)\s*[,.]?\s(?=[А-ЯA-Z])")
_COLON = re.compile(":(?![0-9])")
_NUMBERING = re.compile(r"^\W*(?:[0-9]{1,2}|[IVX]{1,4}|[а-я])[.)][ ]*(?=\D)")
_LONG_NUMBER = re.compile(r"[0-9](?:\W?[0-9]){9}")
_WORDS = re.compile(r"[^\W\d_]{3}")
_LINKING = re.compile(r"(?:на|и|или|в|от|до|за|с|при|е|са|the)", re.IGNORECASE)
_EDGE = " \t:;,.-–*•·|([/\"'№"
_AFTER = re.compile(r"[ ]*(?:вътр\.?[ ]*[0-9]+[ ]*)?-[ ]*(?P<label>[^\W\d][^\n\t;|(]*)")
_IN_BRACKETS = re.compile(r"[ ]*\((?P<label>[^\W\d][^()\n]{2,60})\)")
# Words that name a kind and nothing more; any other (`централа`, `Работно време`) says what for as well.
_BARE_NAMES = re.compile(
    r"""(?: т | ф | тел\w* | (?:мобилен\ )?телефони? | факс | тел\W*факс | gsm | г\.?с\.?м | моб\w* | phone | fax
    | iban | банкова\ сметка | сметка | по\ сметка) [\s.:№/]*""",
    re.VERBOSE | re.IGNORECASE,
)
# Lines between a heading and its values: rooms, floors and addresses.
_PASSED_OVER = re.compile(
    r"""\W* (?:[IVX]+|[0-9]+)? [ ]*                                          # II етаж, 2 етаж
    (?:етаж|ет\.|стая|кабинет|адрес|гр\.|град\b|с\.|ул\.|бул\.|пл\.|ж\.к\.|п\.?к\.?|[0-9]{4}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# Headings that say of everything below that it is a contact or an account, not whose or what for.
_GENERIC = re.compile(
    r"""(?:за\ )? контакти? | контактна\ информация | информация | телефони? | тел | факс | банкови?\ сметк[аи]
    | банкова\ информация | адрес | връзка\ с\ нас | за\ връзка | меню | начало | полезни\ връзки | гореща\ линия
    | e-?mail | имейл | електронна\ поща | iban | плащания | свържете\ се\ с\ нас""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]\"?$")


def attach_labels(text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
    """Sets `label` on every candidate that has one; `kept` are the records of the page in order."""
    page = _Page(text, kept, names)
    personal = [text[it.start : it.stop] for it in kept if it.kind in PERSONAL]
    for it in kept:
        if it.kind == "date":
            it.label = date_label(text, it.start)
        elif _is_value(it):
            page.attach(it)
        # A personal number is nobody's label: a label is not masked.
        if it.label and _LONG_NUMBER.search(it.label) and any(number in it.label for number in personal):
            it.label = None


def _is_value(it: Candidate) -> bool:
    return it.kind not in _IN_SENTENCES


class _Strength(IntEnum):
    """How much a label says; a stronger one of the same list goes to the whole list."""

    NONE = 0
    KIND = 1
    ABOVE = 2
    BESIDE = 3


class _Page:
    """One page while its values get their labels."""

    def __init__(self, text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
        self.text = text
        self.names = names
        self.kept = kept
        self.starts = [it.start for it in kept]
        self.strength: dict[int, _Strength] = {}
        self.list: list[Candidate] = []

    def attach(self, it: Candidate) -> None:
        name, own = self._before(it)
        after = self._after(it)
        if own is None and name is None and self._continues_list(it):
            head = self.list[-1]
            self._set(it, head.label, self.strength[head.start])
            self.list.append(it)
            if after and self.strength[head.start] < _Strength.BESIDE:
                for member in self.list:
                    self._set(member, after, _Strength.BESIDE)
            return
        self.list = [it]
        if own or after:
            self._set(it, own or after, _Strength.BESIDE)
        elif it.kind not in _NAMED_ONLY and (above := self._in_table(it) or self._heading(it)):
            self._set(it, above, _Strength.ABOVE)
        else:
            self._set(it, name or self._name_above(it), _Strength.KIND)

    def _set(self, it: Candidate, label: str | None, strength: _Strength) -> None:
        it.label = label
        self.strength[it.start] = strength if label else _Strength.NONE

    def _continues_list(self, it: Candidate) -> bool:
        """Whether `it` is the next of a list of values of one kind."""
        if not self.list or self.list[-1].kind != it.kind:
            return False
        return JOINT.fullmatch(self.text, self.list[-1].stop, it.start) is not None

    def _before(self, it: Candidate) -> tuple[str | None, str | None]:
        """The word naming the kind and the words saying more, both on the value's line and before it."""
        start, opens = self._clause_start(it)
        name = self._name(it, start)
        stop = name[0] if name else it.start
        person = self._first_person(start, stop)
        said = self.text[start:person].rstrip()
        kind_word = name[1] if name else None
        bare = _NUMBERING.sub("", said).strip(_EDGE)
        if bare and person < stop:
            return kind_word, bare if opens and len(bare.split()) <= 4 and ":" not in bare else None
        own = None if kind_word and it.kind in _NAMED_ONLY else self._own_words(bare, said[-1:], opens, kind_word)
        if own is None and kind_word and not _BARE_NAMES.fullmatch(kind_word):
            own = kind_word
        return kind_word, own

    def _own_words(self, bare: str, end: str, opens: bool, name: str | None) -> str | None:
        """What the words before a value (and before the word naming its kind) say more than the kind; None if nothing.

        `end` is their last character, `opens` whether they open a line or sentence.
        """
        first, *more = _COLON.split(bare, maxsplit=1)
        first = first.strip(_EDGE)
        if not first or len(first) > _LONGEST or _LINKING.fullmatch(first):
            return None
        if name is None:
            return first if end in ":-" or (opens and len(first.split()) <= 8) else None
        if end in ":-":
            return first if opens or not first[0].islower() else None
        if not opens or (end == "," and not more):
            return None
        if more or len(bare.split()) > 3:
            return first if more and len(first.split()) <= 6 else None
        return f"{bare} {name}"

    def _first_person(self, start: int, stop: int) -> int:
        """Where the first person of a clause begins, else its end: the office before a name is the label."""
        return next((it.start for it in self._within(start, stop) if it.kind == "person"), stop)

    def _clause_start(self, it: Candidate) -> tuple[int, bool]:
        """Where the words that may belong to the value begin, and whether they open a line, a cell or a sentence.

        They begin after the last break or the last value, whichever is nearer.
        """
        text, start, opens = self.text, max(cell_start(self.text, it.start), it.start - _FAR), True
        for found in _BREAK.finditer(text, start, it.start):
            start = found.end()
        place = bisect_left(self.starts, it.start) - 1
        while place >= 0 and self.kept[place].stop > start:
            other = self.kept[place]
            if _is_value(other):
                start = max(start, other.stop)
                opens = text[start : start + 2].strip()[:1] in (".", ";", "·", "|") and start < it.start
                break
            place -= 1
        return start, opens

    def _name(self, it: Candidate, start: int) -> tuple[int, str] | None:
        """The word before the value that names its kind: where it begins, and as printed."""
        label = self.names[it.kind]
        found = name_before(self.text, max(start, it.start - REACH), it.start, label) if label else None
        return (found[0], self.text[found[0] : found[1]].strip(_EDGE.replace(".", ""))) if found else None

    def _after(self, it: Candidate) -> str | None:
        # What stands in brackets after a sum is the sum in words.
        for form in (_AFTER,) if it.kind == "money" else (_AFTER, _IN_BRACKETS):
            found = form.match(self.text, it.stop)
            if found and len(found["label"]) <= _LONGEST and not self._holds_record(*found.span("label")):
                return found["label"].strip(_EDGE)
        return None

    def _holds_record(self, start: int, stop: int) -> bool:
        return any(True for _ in self._within(start, stop))

    def _in_table(self, it: Candidate) -> str | None:
        """The cell to the left, when it holds words and no record."""
        text, cell = self.text, cell_start(self.text, it.start)
        line = line_start(text, it.start)
        if cell == line:
            return None
        stop = cell - 1
        for _ in range(_MOST_CELLS):
            start = text.rfind("\t", line, stop) + 1 or line
            words = text[start:stop].strip(_EDGE)
            if _WORDS.search(words) and not self._is_taken(start, stop):
                return words if len(words) <= _LONGEST else None
            stop = start - 1
            if stop < line:
                break
        head = column_head(text, it.start).strip(_EDGE)
        return head or None

    def _is_taken(self, start: int, stop: int) -> bool:
        """Whether a cell holds a value or a place, or is somebody's name."""
        held = self._within(start, stop)
        return any(_is_value(it) or it.kind == "place" for it in held) or self._is_person(start, stop)

    def _heading(self, it: Candidate) -> str | None:
        """The line above the value, or above the lines of values and addresses that it stands among."""
        if not self._stands_alone(it):
            return None
        blanks = 0
        for start, stop in islice(lines_above(self.text, it.start), _HIGHEST):
            line = self.text[start:stop].strip()
            if not line:
                blanks += 1
                if blanks > 3:
                    return None
            elif not self._is_value_line(start, stop) and not _PASSED_OVER.match(line):
                return self._as_heading(line, start, stop)
        return None

    def _name_above(self, it: Candidate) -> str | None:
        """The word naming the kind on a line of its own right above the value's (`Факс:`, then the number)."""
        label = self.names[it.kind]
        if label is None or not self._stands_alone(it):
            return None
        for start, stop in lines_above(self.text, it.start):
            if line := self.text[start:stop].strip():
                words = line.strip(_EDGE)
                named = len(words) <= _LONGEST and name_before(self.text, start, stop, label)
                return words if named else None
        return None

    def _stands_alone(self, it: Candidate) -> bool:
        """Whether the value's line holds, up to the value, only values and short words, no sentence."""
        start = line_start(self.text, it.start)
        if it.start - start > _FAR:
            return False
        values = sum(other.stop - other.start for other in self._within(start, it.start) if _is_value(other))
        return it.start - start - values <= _FEW_LETTERS

    def _is_value_line(self, start: int, stop: int) -> bool:
        """Whether a line holds values, and no label of its own that says more than the kind."""
        found = False
        for other in self._within(start, stop):
            found = found or _is_value(other) or other.details.get("type") == "банка"
            beside = self.strength.get(other.start, _Strength.NONE) == _Strength.BESIDE
            if beside and (other.label or "") in self.text[start:stop]:
                return False
        return found

    def _as_heading(self, line: str, start: int, stop: int) -> str | None:
        words = _NUMBERING.sub("", line).strip(_EDGE)
        if (
            len(line) > _LONGEST
            or "\t" in line
            or ":" in words
            or _GENERIC.fullmatch(words)
            or self._is_no_heading(start, stop)
        ):
            return None
        if line.endswith(":"):
            return words
        return None if _SENTENCE_END.search(line) or len(words.split()) > 12 else words

    def _is_no_heading(self, start: int, stop: int) -> bool:
        """Whether a line is somebody's name, or dated as news are."""
        return self._is_person(start, stop) or any(it.kind == "date" for it in self._within(start, stop))

    def _is_person(self, start: int, stop: int) -> bool:
        """Whether a line or cell is somebody's name and little else."""
        people = (it for it in self._within(start, stop) if it.kind == "person")
        return any((it.stop - it.start) * 2 > stop - start for it in people)

    def _within(self, start: int, stop: int) -> Iterator[Candidate]:
        place = bisect_left(self.starts, start)
        while place < len(self.starts) and self.starts[place] < stop:
            yield self.kept[place]
            place += 1
