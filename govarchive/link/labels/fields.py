"""Fields: the body or unit whose card holds a value in a line that begins with its name, `Телефон: 841 234`."""

import re
from itertools import islice

from govarchive.link.call_words import REACHED
from govarchive.link.headings import as_heading, is_generic
from govarchive.link.label_words import EDGE, FAX, is_bare_name
from govarchive.link.labels.bodies import is_body
from govarchive.link.labels.errands import Errands
from govarchive.link.office_words import is_unit
from govarchive.link.scene import base_of
from govarchive.model import Candidate
from govarchive.text.layout import line_stop

_KINDS = REACHED | {"url"}
# The name of a field and its mark, before what the field holds.
_FIELD = re.compile(r"[ •*-]{0,6}(?P<name>[^\W\d_][^:;,.\n\t]{1,44}?)[ ]?:[ ]{0,3}")
# What leads to a number and says no more than that one may call.
_TO_REACH = re.compile(
    r"(?:тел(?:ефон(?:и|ен)?)?\.?(?:[ ]номер)?[ ]за[ ](?:връзка|контакти?)|(?:адрес[ ]на[ ])?електронн[аи][ ]пощ[аи]"
    r"|(?:интернет|уеб|web|електронен)[ -]?(?:адрес|сайт|страница)|(?:web)?site|сайт|(?:интернет|уеб)[ ]страница)",
    re.IGNORECASE,
)
# What a site has between two fields that says nothing: `facebook`, the name of a picture.
_MARK = re.compile(r"[a-z0-9_]{2,12}")
_HIGHEST, _MOST_BLANKS, _LONGEST_NAME = 12, 4, 50


class Fields(Errands):
    """One page with its values, and the cards of fields that hold them."""

    def unit_of_card(self, number: int, it: Candidate, line: int) -> str | None:
        """The body or unit over the fields among which a value stands, with its address or who leads it above.

        A fax is called just that.
        """
        if it.kind not in _KINDS or it.start - line > _LONGEST_NAME:
            return None
        field = _FIELD.fullmatch(self.text, line, it.start)
        name = field["name"] if field else ""
        if FAX.fullmatch(name) or not (is_bare_name(name) or _TO_REACH.fullmatch(name)):
            return None
        told = 0
        for start, stop in islice(self._over(line, _MOST_BLANKS), _HIGHEST):
            words = self.text[start:stop].strip(" |\t")
            if not self._is_of_card(number, start, words):
                return self._whose_card(start, words) if told else None
            told += any(it.kind in ("address", "place", "person") for it in self.within(start, stop))
        return None

    def _is_of_card(self, number: int, start: int, words: str) -> bool:
        """Whether a line above a field is of its card too."""
        if _FIELD.match(words) or _MARK.fullmatch(words) or is_generic(words.strip(EDGE)):
            return True
        return self.is_passed_over(number, start, words, self.within(start, line_stop(self.text, start)))

    def _whose_card(self, start: int, words: str) -> str | None:
        """The words of a line over fields that name a unit, or a body other than that of the whole page."""
        held = self.within(start, start + len(words) + 1)
        bare = words.strip(EDGE)
        body = bool(held) and held[0].kind == "institution"
        if body and is_body(held[0]) and not self.lists_bodies:
            return None
        named = body or is_unit(bare) or (not held and any(base_of(word) for word in bare.lower().split()))
        return as_heading(words, held) if named else None

    def above_all(self, number: int, it: Candidate, line: int, cell: int, name: str | None) -> str | None:
        """What stands left of the value in its table, at the head of its column, or above it."""
        if name and FAX.fullmatch(name):
            return None
        follows = bool(name) and self.follows_value(number, line)
        beside = self.in_table(it, line, cell) if cell > line and not follows else self.in_next_cell(it)
        if beside or (beside := self.in_bars(number, line)):
            return beside
        told = (
            self.service_over(number, line)
            or self.reached_above(number, line)
            or self.unit_of_staff(number, line)
            or self.office_above(number, line, name)
            or self.heading(number, line, name, int(follows))
            or self.unit_of_one(number, line)
        )
        return told or self.open_above(number, line) or self.place_of_card(number, line)
