"""Errands: what the sentence of a telephone or mail says that it is for, over whoever it names before the value."""

import re

from govarchive.link.call_words import REACHED
from govarchive.link.label_words import EDGE, LETTER, is_bare_name
from govarchive.link.labels.asked import errand_before_name, errand_first, errand_in, unit_asked
from govarchive.link.labels.clauses import Clauses
from govarchive.link.labels.empty_words import is_otherwise
from govarchive.link.labels.found_at import found_at
from govarchive.link.labels.purposes import subject_of
from govarchive.link.units import COUNTERS, DESKS, PARTS, WARDS, inflected
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.fold import lower

# What joins a value to the one before, by another way to reach the same: `... или на дежурния телефон`.
_OR_ON = re.compile(r"[^\w\n]{0,3}(?:както[ ])?(?:и|или)[ ](?:(?:на|по|чрез)[ ]|(?=[^\w\n]|\Z))")
# What a sentence has before a bracket with a value tells whose that is: `... в деловодството (тел. 841 234)`.
_IN_BRACKET = re.compile(r"\([^()\n]{0,20}\Z")
_COLON = re.compile(":(?![0-9])")
_OF_TELEPHONE = re.compile("тел", re.IGNORECASE)
# In words in small letters behind a blank.
_UNIT = re.compile(
    rf"[ :-](?:(?<=[ ])(?:в(?:ъв)?|при|към|от|на|с(?:ъс)?|и)|(?<=[:-])|(?<=\A[ ]))[ ]?(?:[а-я]+(?:та|то|ия)[ ])?"
    rf"(?:{inflected((*PARTS, *WARDS, *DESKS, *COUNTERS))})(?![а-я])"
    r"(?![^.;:\n]{0,40}[ ]или[ ])",  # `в деловодството или на тел. 841 234` tells two ways
)
_NAMED_LINE = re.compile(
    r"(?:зелен|дежур|горещ|авари)[а-я]*[ ](?:телефон|линия)[а-я]*(?:[ ](?:на|за)[ ][^.,;:\n]{2,40})?[^\w\n]*\Z",
    re.IGNORECASE,
)
_NEXT, _LEAST = 4, 2
# What the next of several is for, before his name: `За Видин - А (841 234), за Елена - Б (841 235)`.
_OF_NEXT = re.compile(r"[ )]*[,;.]?[ ](?:а[ ])?(?:за|при|до)[ ][^,;:.()\n]{3,40}?[ ]?(?:[:-]|[ ]е)[ ]", re.IGNORECASE)
# Between the value of one and the name of the next.
_GAPS = frozenset({", ", "; ", " и ", ",", " / "})
_MARKS = EDGE.replace('"', "")


class Errands(Clauses):
    """One page with its values, and what one may call for."""

    def errand_of(self, number: int, it: Candidate, cell: int) -> str | None:
        """What one may call or write for, which goes before the unit or office to ask: `За справки: А - касиер, ...`.

        Where each of several values has words of its own before it, these tell them apart.
        """
        if it.kind != "url" and it.kind not in REACHED:
            return None
        start = self.sentence(cell, it.start)
        said = self.text[start : it.start]
        if it.kind == "url":
            return found_at(said)
        if not _OF_TELEPHONE.match(said.lstrip(_MARKS)) and (near := errand_in(_without_name(said))):
            return near
        errand, floor = errand_first(said) or (None, _last_colon(said))
        if errand and it.kind == "email" and _OF_TELEPHONE.match(errand):
            return None
        if errand and any(other.stop > start + floor for other in self.within(start, start + floor)):
            errand = None  # the mark is of a name: `Жалби до РИОСВ - Елена: тел. 841 234`
        if errand:
            told = self.text[start : self._first_reached(start + floor, it.start)]
            unit = unit_asked(errand, _without_name(told)[floor:].lstrip())
            return self._unless_item(number, start + floor, unit or errand)
        if not _IN_BRACKET.search(said) and not _tells_unit(said):
            errand = subject_of(it.kind, said) or self._before_name(start, it.start)
        return self._unless_item(number, start + floor, errand) if errand else None

    def of_the_last(self, number: int, line: int) -> str | None:
        """The label of the value before another name, or another number, in a list: `Водачи: А 841 234 и Б 841 235`."""
        before = self.kept[number - 1] if number else self.kept[number]
        if before.kind == self.kept[number].kind == "phone" and before.start >= line:
            return before.label if is_otherwise(self.text[before.stop : self.starts[number]]) else None
        if number < _LEAST or (self.kept[number].kind, before.kind) != ("phone", "person"):
            return None
        name, last = self.kept[number - 1], self.kept[number - 2]
        if last.kind != "phone" or last.start < line:
            return None
        gap = self.text[last.stop : before_titles(self.text, name.start)[0]]
        behind = self.text[name.stop : self.starts[number]].strip(_MARKS)
        return last.label if gap in _GAPS and (not behind or is_bare_name(behind)) else None

    def _first_reached(self, start: int, stop: int) -> int:
        """Where the first telephone or mail of `[start, stop)` begins; `stop` without one."""
        return next((it.start for it in self.within(start, stop) if it.kind in REACHED), stop)

    def _before_name(self, start: int, stop: int) -> str | None:
        person = next((it.start for it in self.within(start, stop) if it.kind == "person"), None)
        return errand_before_name(self.text[start : before_titles(self.text, person)[0]]) if person else None

    def _unless_item(self, number: int, floor: int, errand: str) -> str | None:
        """What all values behind `floor` are for, but for one of several, each with words of its own before it."""
        it = self.kept[number]
        before = next((other for other in reversed(self.within(floor, it.start)) if other.kind in REACHED), None)
        if before is not None:
            more = self._words(before.stop, it.start) or _OF_NEXT.match(self.text, before.stop, it.start)
            return None if more else errand
        own = self._words(floor, it.start) if self.text[floor - 2 : floor].rstrip().endswith((":", "-")) else ""
        if not own:
            return errand
        following = next((other for other in self.kept[number + 1 : number + _NEXT] if other.kind in REACHED), it)
        listed = "\n" not in self.text[it.stop : following.start] and self._words(it.stop, following.start)
        return own if listed else errand

    def _words(self, start: int, stop: int) -> str:
        """The words of `[start, stop)` that say more than the kind of the value behind them, and are no name."""
        if any(it.kind == "person" for it in self.within(start, stop)) or _OR_ON.match(self.text, start, stop):
            return ""
        words = _without_name(self.text[start:stop]).strip(_MARKS)
        return words if LETTER.search(words) and not is_bare_name(words) else ""


def _tells_unit(said: str) -> bool:
    """Whether a sentence sends people to a unit or tells a line by its name, nearer than what for.

    `Молби се подават в деловодството, тел. 841 234`, `Сигнали се приемат на „Зелен телефон“ 841 234`.
    """
    return _UNIT.search(f" {lower(said)}") is not None or _NAMED_LINE.search(said) is not None


def _without_name(said: str) -> str:
    """Words without the short one for the kind of a value that ends them: `..., за справки: тел.`."""
    rest, _, last = said.rstrip(_MARKS).rpartition(" ")
    return rest if is_bare_name(last) else said


def _last_colon(said: str) -> int:
    """Where the words behind the last colon begin that is not one of a time; 0 without one."""
    return max((found.end() for found in _COLON.finditer(said)), default=0)
