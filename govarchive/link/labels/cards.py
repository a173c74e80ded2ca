"""Cards of units: a unit over those who serve in it or over its address, and below them its number, mail and hours."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from govarchive.link.call_words import REACHED
from govarchive.link.headings import PLACE_ALONE, as_heading, is_generic
from govarchive.link.label_words import CALLED, EDGE, FAX, LETTER, NUMBERING, is_bare_name
from govarchive.link.labels.bodies import is_body
from govarchive.link.labels.openings import Openings
from govarchive.link.labels.over import Strength
from govarchive.link.labels.sheet import BODIES, FAR
from govarchive.link.labels.titles import is_title
from govarchive.link.office_words import is_office_alone, is_unit
from govarchive.model import Candidate
from govarchive.text.layout import line_start, line_stop, lines_above
from govarchive.text.starts import without_start

_FIELDS = REACHED | {"address"}
"""What the card of a unit tells of it, apart from its people and hours."""
_GENERIC = "contacts"
"""What stands for the records of a line that says no more than that contacts follow."""

_FEWEST_VILLAGES = 2
# Between two ways to reach the same, each in a line of its own.
_TO_NEXT_LINE = re.compile(rf"[ ]*\n\W*(?:{CALLED}\W*)?", re.IGNORECASE)
_AT_DESK = frozenset({"hours", "date", "money"})
_OF_UNIT = REACHED | {"address", "hours"}
_MOST_LINES, _MOST_BLANKS, _MOST_TOLD, _MOST_OF_CARD = 14, 4, 3, 5


class Cards(Openings):
    """One page with its values, and the units that have them."""

    def unit_of_staff(self, number: int, line: int) -> str | None:
        """The unit over several of its people, or over its address and who leads it, of a value in a line of its own.

        Who has a number of his own between others is no longer told for the unit.
        """
        kind = self.kept[number].kind
        if kind not in _OF_UNIT or not self.stands_alone(number, line):
            return None
        before = {it.kind for it in self.within(line, self.starts[number])}
        if "person" in before or self._is_set_off(line):
            return None
        rows, unit = self._card_over(number, line)
        return unit if unit and _is_of_all(rows, kind not in REACHED or "address" in before) else None

    def unit_of_one(self, number: int, line: int) -> str | None:
        """The unit or title right over the name, and nothing more, of the only one whose card a number stands in."""
        if self.kept[number].kind not in REACHED or not self.stands_alone(number, line):
            return None
        rows, unit = self._card_over(number, line, titled=True)
        passed = rows and rows[-1] == ["person"] and all(row == ["hours"] for row in rows[:-1])
        return unit if passed else None

    def unit_of_desk(self, number: int, line: int, name: str | None) -> str | None:
        """The unit over a number called by no word, with but rooms, hours and sentences of what it does between.

        Or over a paragraph that ends with the number, called by its kind, `name`, alone: `... Телефон: 841 234`.
        """
        if self.kept[number].kind not in REACHED or self.stands_alone(number, line) == bool(name):
            return None
        at = self.text.rfind(name, line, self.starts[number]) if name else line
        if at > line and not (is_bare_name(name or "") and self.text[line:at].rstrip()[-1:] == "."):
            return None
        rows, unit = self._card_over(number, line)
        return unit if all(_AT_DESK.issuperset(kinds) for kinds in rows) else None

    def _is_set_off(self, line: int) -> bool:
        """Whether the line above tells of somebody, and an empty one parts that from what is over it."""
        above = list(islice(lines_above(self.text, line), 2))
        if len(above) < 2 or self.text[slice(*above[1])].strip():
            return False
        return any(it.kind == "person" for it in self.within(*above[0]))

    def place_of_card(self, number: int, line: int) -> str | None:
        """The village over whoever serves it and the number, where the page lists several so."""
        if self.kept[number].kind not in REACHED or len(self._villages) < _FEWEST_VILLAGES:
            return None
        for start, stop in islice(self._over(line, _MOST_BLANKS), _MOST_OF_CARD):
            if start in self._villages:
                return self.text[start:stop].strip(EDGE)
            held = self.within(start, stop)
            words = self.text[start:stop].strip(" |\t")
            if not (any(it.kind == "person" for it in held) or self.is_passed_over(number, start, words, held)):
                return None
        return None

    @cached_property
    def _villages(self) -> set[int]:
        """Where the lines begin that are a place and nothing more."""
        places = (it.start for it in self.kept if it.kind == "place" and self.opens_line(it))
        lines = {(line_start(self.text, at), line_stop(self.text, at)) for at in places}
        return {start for start, stop in lines if PLACE_ALONE.fullmatch(self.text[start:stop].strip(EDGE))}

    def unit_over_hours(self, number: int) -> str | None:
        """Whose hours are that begin a line, by the unit over them, or over fields with its address or number."""
        line = line_start(self.text, self.starts[number])
        if self.starts[number] - line > FAR:
            return None
        if unit := self.unit_open(number):
            return unit
        rows, unit = self._card_over(number, line)
        people = any("person" in kinds and not REACHED.isdisjoint(kinds) for kinds in rows)
        return unit if not people and any(not _FIELDS.isdisjoint(kinds) for kinds in rows) else None

    def unit_of_fields(self, it: Candidate, line: int) -> str | None:
        """The unit over fields that stand in cells, none of them somebody's: below it `Телефон<TAB>841 234`."""
        rows, unit = self._card_over(bisect_left(self.starts, it.start), line)
        return unit if unit and not any("person" in kinds for kinds in rows) else None

    def reached_above(self, number: int, line: int) -> str | None:
        """The label from above of the number or mail that ends the line above one that begins its own."""
        before = self.kept[number - 1] if number else self.kept[number]
        if REACHED.isdisjoint((self.kept[number].kind,)) or before.kind not in REACHED or before.start >= line:
            return None
        gap = _TO_NEXT_LINE.fullmatch(self.text, before.stop, self.starts[number])
        if gap is None or FAX.fullmatch(gap.group().strip()):  # a fax is called just that
            return None
        return before.label if self.strength[number - 1] == Strength.ABOVE else None

    def _card_over(self, number: int, line: int, *, titled: bool = False) -> tuple[list[list[str]], str | None]:
        """The kinds of what each of the lines above a value holds up to that of a unit, and the unit.

        What is said of the unit in a few sentences is passed over. `titled` takes any title for a unit.
        """
        rows: list[list[str]] = []
        told = 0
        for start, stop in islice(self._over(line, _MOST_BLANKS), _MOST_LINES):
            held = self.within(start, stop)
            kinds = [it.kind for it in held]
            words = self.text[start:stop].strip(" |\t")
            if is_generic(words.strip(EDGE)):
                rows.append([_GENERIC])
            elif "person" in kinds or self.is_passed_over(number, start, words, held):
                rows.append(kinds)
            elif (unit := self._unit_in(words, held)) or words[-1] != "." or told == _MOST_TOLD:
                return rows, unit or (as_heading(words, held) if titled and not held and is_title(words) else None)
            else:
                told += 1
        return rows, None

    def _unit_in(self, words: str, held: Sequence[Candidate]) -> str | None:
        """The words of a line that names a unit or a body and nothing else."""
        bare = without_start(NUMBERING, words).strip(EDGE)
        body = held[0] if held and held[0].kind == "institution" else None
        named = body is not None and bare.startswith(self.text[body.start : body.stop].strip(EDGE))
        if named and body and is_body(body) and self.is_of_page(body):
            return None
        item = bare != words.strip(EDGE) and not held and is_title(bare)  # `2. Наказателни дела`
        office = words[-1] == ":" and is_office_alone(bare)  # `Съдебен администратор:`
        return as_heading(words, held) if named or item or office or is_unit(bare) else None

    def desk_or_body(self, start: int, stop: int, words: str) -> str | None:
        """The few words before a comma and a number, if they name a desk, or a body and its place."""
        if not self.holds_values(start, stop):
            return words if is_title(words) else None
        held = self.within(start, stop)
        named = held[0].kind == "institution" or words.lower().startswith("кметство ")
        if not named or any(it.kind not in BODIES for it in held) or self.text[start : held[0].start].strip(EDGE):
            return None
        return words if len(held) > 1 or not LETTER.search(self.text[held[0].stop : self._end(words, start)]) else None

    def _end(self, words: str, start: int) -> int:
        return self.text.find(words, start) + len(words)


def _is_of_all(rows: Sequence[Sequence[str]], where: bool) -> bool:
    """Whether a value below rows of records, the nearest first, is of all whom they tell of.

    That is so below more than one of them, or below one and an address that is not his (`where` tells of one
    elsewhere), and below a line that announces contacts.

    >>> _is_of_all([["person"], ["person"]], where=False), _is_of_all([["person"]], where=False)
    (True, False)
    >>> _is_of_all([["phone"]], where=True), _is_of_all([["contacts"]], where=False)
    (False, True)
    >>> _is_of_all([["person"], ["phone"], ["person"]], where=True)
    False
    """
    people = [at for at, kinds in enumerate(rows) if "person" in kinds]
    if not people:
        return any(kinds == [_GENERIC] for kinds in rows)
    if any(not REACHED.isdisjoint(rows[at]) for at in people):
        return False
    above = [at for at, kinds in enumerate(rows) if at > people[0] and not REACHED.isdisjoint(kinds)]
    if above and above[0] < people[-1]:
        return False
    several = sum(kinds.count("person") for kinds in rows) > 1 and not above
    return several or where or any("address" in kinds and "person" not in kinds for kinds in rows)
