"""Price rows: lists of prices whose services stand a line away from the sum."""

import re
from functools import cached_property
from itertools import islice

from govarchive.link.headings import as_heading
from govarchive.link.label_words import CLAUSE, EDGE, NUMBERING, WORD
from govarchive.link.labels.measures import Measures
from govarchive.link.labels.sheet import IN_SENTENCES
from govarchive.link.labels.sums import label_of_sum
from govarchive.link.labels.sums_clauses import same_noun, subject_before
from govarchive.link.office_words import office_at_end
from govarchive.model import Candidate
from govarchive.text.layout import line_start, lines_above

# A sum that is called by nothing but a word for a price, and what else stands in the item of a service.
_PRICE = re.compile(
    r"""[^\w\n]*(?:[nvqüØ§][ ])? (?:такса|цена|стойност|сума|месечно|годишно|дневно|(?:за[ ])?всеки[ ]следващ)
    [ ]?[:-]?[ ]?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = re.compile(
    r"""[•*▪·-] | [^:\n]{3,40}: | [^\n]*[ ]-[ ]безплатно
      | (?:Срок|Документи|Искане|Заявление|Необходими|Образец)(?![а-я])""",
    re.VERBOSE,
)
_FEE = re.compile("(?:такс|цен|наем|вход|билет|абонамент|карт)[а-я]*", re.IGNORECASE)
_LONGEST_PRICE, _MOST_FIELDS = 40, 8
# What leads to who heads an item: `Клуб „Роза“, с председател`.
_WITH = re.compile(r",?[ ]с[ъс]?\Z")
_MOST_WORDS = 10


class PriceRows(Measures):
    """One page with its values, and what its lists of prices say that a sum is for."""

    def sum_before(
        self, number: int, line: int, clause: tuple[int, int], names: re.Pattern[str], opens: bool
    ) -> tuple[str | None, str | None]:
        """The noun that names a sum, and what the words before it say that it is of.

        `clause` is where these begin, and the first person among them.
        """
        it, (start, person) = self.kept[number], clause
        follows = number > 0 and self.starts[number - 1] >= line and self.kept[number - 1].label is not None
        if follows and self._is_same(number):
            return None, self.kept[number - 1].label
        name, own = label_of_sum(self.text, start, (it.start, it.stop), opens, names, follows)
        own = self.item_of_price(it) or own
        if person == it.start:
            return name, own or (self._cell_before(start, it.start) if opens else None)
        people = [other.stop for other in self.within(person, it.start) if other.kind == "person"]
        last = people[-1] if people else start
        item = self._item_of(start, person) if opens and not self.text[last : it.start].strip(f"{EDGE})") else None
        return name, item or subject_before(self.text[last : it.start]) or name

    def _cell_before(self, start: int, stop: int) -> str | None:
        """The words before a wide gap that parts a sum in columns from what it is for: `Пиано      25 лв.   петък`."""
        words = self.text[start:stop].strip(EDGE) if self.text[stop - 3 : stop] == "   " else ""
        told = WORD.search(words) and len(words.split()) <= _MOST_WORDS and "   " not in words
        return words if told and not CLAUSE.search(words) else None

    def _item_of(self, start: int, person: int) -> str | None:
        """What a sum is for before somebody who has to do with it: `Пиано (Минка Илева)`, `Хор с ръководител А`."""
        said = NUMBERING.sub("", self.text[start:person]).rstrip()
        words = said.strip(EDGE)
        if said[-1:] != "(" and (office := office_at_end(words)):
            words = _WITH.sub("", words.removesuffix(office).rstrip(EDGE))
        values = any(it.kind not in IN_SENTENCES for it in self.within(start, person))
        told = WORD.search(words) and len(words.split()) <= _MOST_WORDS and not values
        return words.strip(EDGE) if told and not CLAUSE.search(words) else None

    def _is_same(self, number: int) -> bool:
        """Whether a sum is told for another case of what the one before it is of: `Такса 3 лв. (деца 1 лв.)`."""
        before, stop = self.kept[number - 1], self.starts[number]
        if before.kind != "money" or not same_noun(self.text, before.stop, stop):
            return False
        return self.text.find(before.label or "", before.stop, stop) < 0  # `5 лв. за възрастни и 2 лв. за деца`

    @cached_property
    def _prices(self) -> int:
        """How many sums of the page are called by nothing but a word for a price."""
        return sum(it.kind == "money" and self._begins_with_price(it) for it in self.kept)

    def _begins_with_price(self, it: Candidate) -> bool:
        line = line_start(self.text, it.start)
        return it.start - line <= _LONGEST_PRICE and _PRICE.match(self.text, line, it.start) is not None

    def item_of_price(self, it: Candidate) -> str | None:
        """What a line that calls its sum no more than `Такса` is of: the item above it in a list of services.

        Its head has a number, or names a fee itself; or the page has more sums that are called so.
        """
        if not self._begins_with_price(it):
            return None
        for first, last in islice(lines_above(self.text, line_start(self.text, it.start)), _MOST_FIELDS):
            words = self.text[first:last].strip()
            if not words or _FIELD.match(words):
                continue
            head = as_heading(words, self.within(first, last))
            named = self._prices > 1 or NUMBERING.match(words) or _FEE.match(words)
            return head if head and named and not self.holds_values(first, last) else None
        return None
