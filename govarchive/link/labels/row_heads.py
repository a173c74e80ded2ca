"""Heads of rows: the place, unit or body that opens a line before somebody and his office, and whose the number is."""

import re
from bisect import bisect_left

from govarchive.link.label_words import EDGE, NUMBERING
from govarchive.link.labels.line_heads import MUNICIPALITY, Lines
from govarchive.link.labels.over import IN_SENTENCES, Strength
from govarchive.link.labels.sheet import FAR
from govarchive.link.labels.titles import is_office, is_title, unit_or_office
from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.office_words import is_office_alone, is_office_of, is_unit
from govarchive.names.evidence import before_titles
from govarchive.names.roles.phrase import role_whole
from govarchive.text.starts import without_start

_BEFORE_OFFICE = re.compile(r"(?:,|:|[ ]-)[ ](?=(?:(?![ ]-[ ])[^,:])*\Z)")
# What parts a head from the name behind it.
_BEFORE_NAME = frozenset(":,-")
_MARKS = EDGE.replace('"', "")
_LONGEST_UNIT = 60
_TO_PRICE = re.compile(r"[ .]{0,2}(?:ч\.|часа)?[ ]?(?:[,;/|(]|[ ]-)[ ](?:по[ ])?")
# What parts the columns of a row at least.
_GAP, _MOST_CELLS, _MOST_MARKS = "   ", 6, 6


class RowHeads(Lines):
    """One page with its values, and the places and units that open the lines of people."""

    def of_row(self, number: int, line: int) -> str | None:
        """The label of the first value of a row in columns, where a wide gap parts another from what stands before it.

        `Балет      25 лв.      Минка Илева      17.00-18.30`, `Балет - сряда 17.00-18.30, 25 лв.`
        """
        stop = self.starts[number]
        if self.text[max(line, stop - len(_GAP)) : stop] != _GAP and not self._is_price_of_hours(number):
            return None
        at = bisect_left(self.starts, line)
        first = next(
            (it for it in range(at, min(number, at + _MOST_CELLS)) if self.kept[it].kind not in IN_SENTENCES), at
        )
        label = self.kept[first].label if first < number and self.strength[first] == Strength.BESIDE else None
        return label if label and self.text.find(label, line, line + len(label) + _MOST_MARKS) >= 0 else None

    def _is_price_of_hours(self, number: int) -> bool:
        """Whether a sum stands right behind the hours of what it is paid for."""
        it, before = self.kept[number], self.kept[number - 1] if number else self.kept[number]
        if it.kind != "money" or before.kind != "hours":
            return False
        return _TO_PRICE.fullmatch(self.text, before.stop, it.start) is not None

    def place_of_row(self, line: int, cell: int) -> str | None:
        """The village that a row begins with, behind its number: `1<TAB>с. Горно Поле<TAB>Минка Илева<TAB>841 234`."""
        place = next((it for it in self.within(line, cell) if it.kind == "place"), None)
        first = place is not None and not self.text[line : place.start].strip(ITEM_MARKS + "\t")
        return self.text[place.start : place.stop] if place and first else None

    def place_over(self, number: int, line: int, office: str) -> str | None:
        """The place or unit that opens the line of somebody whose office is told: `с. Поле - А, касиер, 841 234`."""
        stop = self.starts[number]
        people = [it.start for it in self.within(line, stop) if it.kind == "person"]
        if not people or not (is_office_alone(office) or is_office_of(office)):
            return None
        start = self.sentence(line, stop)
        if unit := self._unit_in_row(start, before_titles(self.text, people[0])[0], office):
            return unit
        return self.place_of(number, start, stop) if role_whole(office) is not None else None

    def head_before(self, bare: str, person: int, stop: int) -> str | None:
        """The words that open a line before somebody's name, as far as they are an office or a head: `Каса, А`."""
        led = self.led(bare, stop)
        parted = led != bare or self.text[max(0, person - 2) : person].rstrip(" ")[-1:] in _BEFORE_NAME
        return led if is_office(bare) or (parted and is_title(led)) else unit_or_office(bare)

    def led(self, words: str, stop: int) -> str:
        """The place, unit or body of `Долно Поле - кмет` before somebody whose value is at `stop`."""
        found = _BEFORE_OFFICE.search(words)
        office = words[found.end() :] if found else ""
        if found is None or role_whole(office) is None:
            return words
        if found.group() == " - ":
            return words[: found.start()]
        start = self.text.rfind(words, max(0, stop - FAR), stop)
        return (self._unit_in_row(start, start + found.start(), "") if start >= 0 else None) or words

    def _unit_in_row(self, start: int, stop: int, office: str) -> str | None:
        """The unit or body that opens a line before an office or a name: `Читалище „Роза“ - секретар А`."""
        words = self.text[start:stop]
        held = self.within(start, stop)
        if ";" in words or any(it.kind == "address" for it in held):
            return None
        words = without_start(NUMBERING, words.strip(_MARKS).removesuffix(office).strip(_MARKS))
        if len(words) > _LONGEST_UNIT or not (words[:1].isupper() or words[:1] == '"'):
            return None
        body = held[0] if held and held[0].kind == "institution" else None
        named = body is not None and words.startswith(self.text[body.start : body.stop])
        return words if named or is_unit(words) or words.startswith(MUNICIPALITY) else None
