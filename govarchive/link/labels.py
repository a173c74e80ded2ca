"""Labels: the nearest words that say whose a value is or what it is for, as printed without the colon.

They stand before the value on its line (`Деловодство: 056/…`), after it (`… – централа`), in a heading above it, in the
cell to its left or at the head of its column. A word that only names the kind (`тел.`, `IBAN`) is the label when
nothing better is near.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import IntEnum

from govarchive.link.named import JOINT, REACH, date_label, name_before
from govarchive.model import PERSONAL, Candidate
from govarchive.text.layout import column_head, line_start, lines_above

# Kinds that are said, not listed: what stands beside them is a sentence.
_IN_SENTENCES = frozenset({"date", "person", "institution", "place", "document"})
_NAMED_ONLY = frozenset({"bic", "eik", "egn", "lnch", "ekatte"})
_FAR = 300
_HIGHEST = 30
_MOST_CELLS = 10
_LONGEST = 110
_FEW_LETTERS = 25

_BREAK = re.compile(r"[;|•·*]|(?<=[а-яa-z]{3})[.!?]\s+(?=[А-ЯA-Z])|\)\s*[,.]?\s(?=[А-ЯA-Z])")
_COLON = re.compile(":(?![0-9])")
_NUMBERING = re.compile(r"^\W*(?:[0-9]{1,2}|[IVX]{1,4}|[а-я])[.)][ ]*(?=\D)")
_WORDS = re.compile(r"[^\W\d_]{3}")
_LINKING = frozenset("на и или в от до за с при е са the".split())
_EDGE = " \t:;,.-–*•·|([/\"'№"
_EDGE_OF_NAME = _EDGE.replace(".", "")
_AFTER = re.compile(
    r"""[ ]* (?: (?:вътр\.?[ ]*[0-9]+[ ]*)? -[ ]* (?P<dash> [^\W\d] [^\n\t;|(]{0,110} )   # 056/… - централа
               | \( (?P<brackets> [^\W\d] [^()\n]{2,60} ) \) )""",
    re.VERBOSE,
)
_MAY_SAY_MORE = frozenset(" -(в")
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
    for number, it in enumerate(kept):
        if it.kind == "date":
            it.label = date_label(text, it.start)
        elif it.kind not in _IN_SENTENCES:
            page.attach(number, it)
        # A personal number is nobody's label: a label is not masked.
        if personal and it.label and any(digits in it.label for digits in personal):
            it.label = None


def _own_words(bare: str, end: str, opens: bool, name: str | None) -> str | None:
    """What the words before a value (and before the word naming its kind) say more than the kind; None if nothing.

    `end` is their last character, `opens` whether they open a line or sentence.
    """
    first, *more = _COLON.split(bare, maxsplit=1) if ":" in bare else (bare,)
    first = first.strip(_EDGE) if more else first
    if not first or len(first) > _LONGEST or (len(first) < 4 and first.lower() in _LINKING):
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


class _Strength(IntEnum):
    """How much a label says; a stronger one of the same list goes to the whole list."""

    NONE = 0
    KIND = 1
    ABOVE = 2
    BESIDE = 3


class _Page:
    """One page while its values get their labels; a record is told by its number in `kept`."""

    def __init__(self, text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
        self.text = text
        self.tabs = "\t" in text
        self.names = names
        self.kept = kept
        self.starts = [it.start for it in kept]
        self.strength = [_Strength.NONE] * len(kept)
        self.list: list[int] = []
        # Whether the first of the list has its label behind it: `841 234 (каса), 841 235 (архив)`.
        self.each_after = False

    def attach(self, number: int, it: Candidate) -> None:
        line = line_start(self.text, it.start)
        cell = self.text.rfind("\t", line, it.start) + 1 or line if self.tabs else line
        name, own = self._before(number, it, cell)
        after = self._after(number, it) if self.text[it.stop : it.stop + 1] in _MAY_SAY_MORE else None
        if own is None and name is None and self._continues_list(it):
            self._join_list(number, after)
            return
        self.list = [number]
        self.each_after = own is None and after is not None
        if own or after:
            self._set(number, own or after, _Strength.BESIDE)
            return
        above = None
        if it.kind not in _NAMED_ONLY:
            above = (self._in_table(it, line, cell) if cell > line else None) or self._heading(number, line)
        if above:
            self._set(number, above, _Strength.ABOVE)
        else:
            self._set(number, name or self._name_above(number, line), _Strength.KIND)

    def _set(self, number: int, label: str | None, strength: _Strength) -> None:
        if label:
            self.kept[number].label = label
            self.strength[number] = strength

    def _continues_list(self, it: Candidate) -> bool:
        """Whether `it` is the next of a list of values of one kind."""
        last = self.kept[self.list[-1]] if self.list else it
        return last.kind == it.kind and last is not it and bool(JOINT.fullmatch(self.text, last.stop, it.start))

    def _join_list(self, number: int, after: str | None) -> None:
        head = self.list[0]
        self.list.append(number)
        self._set(number, self.kept[head].label, self.strength[head])
        if after and self.each_after:
            self._set(number, after, _Strength.BESIDE)
        elif after and self.strength[head] < _Strength.BESIDE:
            for member in self.list:
                self._set(member, after, _Strength.BESIDE)

    def _before(self, number: int, it: Candidate, cell: int) -> tuple[str | None, str | None]:
        """The word naming the kind and the words saying more, both on the value's line and before it."""
        start, opens, person = self._clause(number, it, cell)
        names = self.names[it.kind]
        stop, kind_word = it.start, None
        if names and start < stop:
            floor = stop - REACH
            found = name_before(self.text, floor if floor > start else start, stop, names)
            if found:
                stop, kind_word = found[0], self.text[found[0] : found[1]].strip(_EDGE_OF_NAME)
        end = person if person < stop else stop
        said = self.text[start:end].rstrip() if start < end else ""
        bare = _NUMBERING.sub("", said).strip(_EDGE) if said else ""
        if bare and person < stop:
            return kind_word, bare if opens and len(bare.split()) <= 4 and ":" not in bare else None
        own = None
        if bare and not (kind_word and it.kind in _NAMED_ONLY):
            own = _own_words(bare, said[-1], opens, kind_word)
        if own is None and kind_word and not _BARE_NAMES.fullmatch(kind_word):
            own = kind_word
        return kind_word, own

    def _clause(self, number: int, it: Candidate, cell: int) -> tuple[int, bool, int]:
        """Where the words that may belong to the value begin, and whether they open a line, a cell or a sentence.

        They begin after the last break or the last value, whichever is nearer. The third is where the first person
        among them begins, else where the value does: the office before a name is the label.
        """
        text, opens, person = self.text, True, it.start
        start = cell if it.start - cell < _FAR else it.start - _FAR
        for found in _BREAK.finditer(text, start, it.start):
            start = found.end()
        place = number - 1
        while place >= 0 and self.kept[place].stop > start:
            other = self.kept[place]
            if other.kind not in _IN_SENTENCES:
                start = max(start, other.stop)
                opens = start < it.start and text[start : start + 2].strip()[:1] in (".", ";", "·", "|")
                break
            if other.kind == "person" and other.start >= start:
                person = other.start
            place -= 1
        return start, opens, person

    def _after(self, number: int, it: Candidate) -> str | None:
        found = _AFTER.match(self.text, it.stop)
        # What stands in brackets after a sum is the sum in words.
        if found is None or (found["brackets"] and it.kind == "money"):
            return None
        start, stop = found.span(found.lastgroup or 0)
        if stop - start > _LONGEST or self._within(start, stop):
            return None
        return self.text[start:stop].strip(_EDGE)

    def _in_table(self, it: Candidate, line: int, cell: int) -> str | None:
        """The cell to the left, when it holds words and no record."""
        stop = cell - 1
        for _ in range(_MOST_CELLS):
            start = self.text.rfind("\t", line, stop) + 1 or line
            words = self.text[start:stop].strip(_EDGE)
            if _WORDS.search(words) and not self._is_taken(start, stop):
                return words if len(words) <= _LONGEST else None
            stop = start - 1
            if stop < line:
                break
        return column_head(self.text, it.start).strip(_EDGE) or None

    def _is_taken(self, start: int, stop: int) -> bool:
        """Whether a cell holds a value or a place, or is somebody's name."""
        held = self._within(start, stop)
        values = any(it.kind == "place" or it.kind not in _IN_SENTENCES for it in held)
        return values or _is_person(held, stop - start)

    def _heading(self, number: int, line: int) -> str | None:
        """The line above the value, or above the lines of values and addresses that it stands among."""
        if not self._stands_alone(number, line):
            return None
        blanks = 0
        start = line
        for _ in range(_HIGHEST):
            if not start or self.text[start - 1] != "\n":
                return None
            stop = start - 1
            start = line_start(self.text, stop)
            words = self.text[start:stop].strip()
            if words:
                held = self._within(start, stop)
                if not _PASSED_OVER.match(words) and not (held and self._is_value_line(start, stop)):
                    return _as_heading(words, held, stop - start)
            else:
                blanks += 1
                if blanks > 3:
                    return None
        return None

    def _name_above(self, number: int, line: int) -> str | None:
        """The word naming the kind on a line of its own right above the value's (`Факс:`, then the number)."""
        names = self.names[self.kept[number].kind]
        if names is None or not self._stands_alone(number, line):
            return None
        for start, stop in lines_above(self.text, line):
            if above := self.text[start:stop].strip():
                words = above.strip(_EDGE)
                named = len(words) <= _LONGEST and name_before(self.text, start, stop, names)
                return words if named else None
        return None

    def _stands_alone(self, number: int, line: int) -> bool:
        """Whether the value's line holds, up to the value, only values and short words, no sentence."""
        words = self.starts[number] - line
        if words > _FAR:
            return False
        place = number - 1
        while place >= 0 and self.starts[place] >= line:
            other = self.kept[place]
            if other.kind not in _IN_SENTENCES:
                words -= other.stop - other.start
            place -= 1
        return words <= _FEW_LETTERS

    def _is_value_line(self, start: int, stop: int) -> bool:
        """Whether a line holds values, and no label of its own that says more than the kind."""
        found = False
        for place in range(bisect_left(self.starts, start), bisect_left(self.starts, stop)):
            other = self.kept[place]
            found = found or other.kind not in _IN_SENTENCES or other.details.get("type") == "банка"
            if self.strength[place] == _Strength.BESIDE and (other.label or "") in self.text[start:stop]:
                return False
        return found

    def _within(self, start: int, stop: int) -> Sequence[Candidate]:
        """The records that begin in `[start, stop)`."""
        first = bisect_left(self.starts, start)
        if first == len(self.starts) or self.starts[first] >= stop:
            return ()
        return self.kept[first : bisect_left(self.starts, stop)]


def _as_heading(line: str, held: Sequence[Candidate], length: int) -> str | None:
    """A line that holds these records as a heading; None for one that is a sentence, a name, a date as of news."""
    if len(line) > _LONGEST or "\t" in line:
        return None
    words = _NUMBERING.sub("", line).strip(_EDGE)
    if ":" in words or _GENERIC.fullmatch(words):
        return None
    if held and (_is_person(held, length) or any(it.kind == "date" for it in held)):
        return None
    if line.endswith(":"):
        return words
    return None if _SENTENCE_END.search(line) or len(words.split()) > 12 else words


def _is_person(held: Sequence[Candidate], length: int) -> bool:
    """Whether a line or cell of some length that holds these records is somebody's name and little else."""
    return any(it.kind == "person" and (it.stop - it.start) * 2 > length for it in held)
