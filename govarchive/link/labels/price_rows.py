"""Price rows: lists and tables of prices whose cells or services stand a line away from the sum, or behind it."""

import re
from functools import cached_property
from itertools import islice

from govarchive.link.headings import as_heading
from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, NUMBERING, WORD, shortened
from govarchive.link.labels.measures import Measures
from govarchive.link.labels.over import IN_SENTENCES, Strength
from govarchive.link.labels.sums import label_of_sum
from govarchive.link.labels.sums_clauses import same_noun, subject_before
from govarchive.link.labels.sums_told import meant_for, part_behind
from govarchive.link.office_words import office_at_end
from govarchive.model import Candidate
from govarchive.text.layout import line_start, lines_above, words_above, words_below
from govarchive.text.money.columns import PRICE
from govarchive.text.starts import without_start

_NUMBER = re.compile(r"\n[ ]*[0-9]{1,4}[.)][ ]*(?=\n)")
_NUMBER_ALONE = re.compile(r"[ ]*[0-9]{1,4}[.)][ ]*")
_PRICE_HEAD = re.compile(
    rf"[ ]*(?:{PRICE})(?:т[ае])?(?:[ ](?:и|в|за)[ ][^\n]{{2,30}}|[ ]?[(/][^\n]{{2,20}})?[ :]*",
    re.IGNORECASE,
)
_LONGEST_HEAD, _MOST_HEADS, _MOST_NUMBERS = 60, 20, 20
_MOST_CELLS, _LONGEST_CELL = 40, 400
# Behind a sum that begins its line: `5 лв. до 1 час`, `4 лв. за възрастни, с предимство`.
_STEP = re.compile(
    r"[ ]{1,3}(?P<words>(?:до|след|над|под|от|за|на|при)[ ][^\n\t;,|()]{2,60}?)[ .;]*(?:,[^\n]{0,80})?(?=\n|\Z)"
)
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
_MARKS_BEFORE, _MOST_WORDS = 8, 10
# What leads to who heads an item: `Клуб „Роза“, с председател`.
_WITH = re.compile(r",?[ ]с[ъс]?\Z")
# What a sum is told for behind it, up to the next: `3 лв. възрастни / 1 лв. деца`, `5 лв. за нас, 9 лв. за други`.
_NEXT_CASE = re.compile(r"[ .]*(?:[ ][а-я-]{2,}\.?){1,5}(?:[ ]?[,;/][ ]?|[ ]и[ ])(?:по[ ])?")
# For what each of several sums is that one word is over: `Такси: 5 лв. за първа страница, 2 лв. за всяка следваща`.
_EACH = re.compile(r"[ .]*[ ](?P<words>за[ ][а-я][^,;:.()\n0-9]{2,60}?)(?:[ ]?[,;.\n]|\Z|[ ]и[ ](?=[0-9]))")
_OVER_EACH = re.compile(r"(?:такс|цен)(?:[аи]|ата|ите)", re.IGNORECASE)
# Where the last field of a line begins that a sum ends, behind another: `Документи: ДА  Цена: 24 лв.`
_LAST_FIELD = re.compile(
    r"""(?:[ ]{2,} | :[ ](?:Да|ДА|Не|НЕ)[ ] | [0-9][ ]?(?:л|м|т|кг|дка|ха|бр|кв\.[ ]?м|куб\.[ ]?м)\.[ ]+)
    (?=[А-Я][а-я][^:.;,\n0-9]{2,60}:[ ]*\Z)""",
    re.VERBOSE,
)
_LONGEST_FIELD = 90
_NEAR = 3
"""How many lines off another such sum may stand."""
_DIGIT = re.compile("[0-9]")
# Till when a sum is to be paid.
_UNTIL = frozenset({"date", "hours"})
# From a sum to the account that it goes to.
_TO_ACCOUNT = re.compile(
    r"""[ ]?[,;(-]?(?:[ ]|\n(?=(?:по|на|към)[ ](?:[а-я]+[ ])?сметка))?
    (?:(?:вносим|внася|плат|заплаща|превежда)[а-я]*[ ](?:[^;\n]{0,60}?[ ])?(?=(?:по|на|в|към)[ ]))?
    (?:(?:по|на|в|към)[ ])?(?:(?:банкова|следната)[ ]){0,2}(?:сметка(?:та)?(?:[ ]на[ ][^;:,.\n0-9]{3,40})?)?
    [ ,:-]*(?:IBAN[ :]*)?""",
    re.VERBOSE | re.IGNORECASE,
)


class PriceRows(Measures):
    """One page with its values, and what its tables of prices say that a sum is for."""

    def sum_before(
        self, number: int, line: int, clause: tuple[int, int], names: re.Pattern[str], opens: bool
    ) -> tuple[str | None, str | None]:
        """The noun that names a sum, and what the words before it say that it is of.

        `clause` is where these begin, and the first person among them.
        """
        it, (start, person) = self.kept[number], clause
        if field := _LAST_FIELD.search(self.text, max(start, it.start - _LONGEST_FIELD), it.start):
            start, person = field.end(), max(person, field.end())
        follows = number > 0 and self.starts[number - 1] >= line and self.kept[number - 1].label is not None
        if follows and self._is_same(number):
            return None, self.kept[number - 1].label
        name, own = label_of_sum(self.text, start, (it.start, it.stop), opens, names, follows)
        if follows:
            own = self._of_all(number, own)
        own = self._each_behind(number, own or name) or self.item_of_price(it) or own
        if own is None and name is None:
            own = part_behind(self.text[start : it.start], self.text, it.stop)
        if person == it.start:
            return name, own or (self._cell_before(start, it.start) if opens else None)
        people = [other.stop for other in self.within(person, it.start) if other.kind == "person"]
        last = people[-1] if people else start
        item = self._item_of(start, person) if opens and not self.text[last : it.start].strip(f"{EDGE})") else None
        told = item or subject_before(self.text[last : it.start]) or name
        return name, told or meant_for(self.text, it.stop)

    def _of_all(self, number: int, own: str | None) -> str | None:
        """What a sum behind another in its line is of: its own words, or the same: `3 лв. възрастни / 1 лв. деца`."""
        before, it = self.kept[number - 1], self.kept[number]
        if own or before.kind != "money" or self.strength[number - 1] != Strength.BESIDE:
            return own
        told = before.label or ""
        if self.text.find(told, before.stop, it.start) >= 0:
            return None  # `от които 5 лв. европейско и 3 лв. национално финансиране`
        return told if _NEXT_CASE.fullmatch(self.text, before.stop, it.start) else None

    def _each_behind(self, number: int, own: str | None) -> str | None:
        """For what a sum is that a bare word for a price is over, and so a sum beside it: both are told behind them."""
        if own and not _OVER_EACH.fullmatch(own):
            return None
        found = _EACH.match(self.text, self.kept[number].stop)
        beside = (self.kept[at] for at in (number - 1, number + 1) if found and 0 <= at < len(self.kept))
        told = any(it.kind == "money" and _EACH.match(self.text, it.stop) for it in beside)
        return found["words"] if found and told else None

    def _cell_before(self, start: int, stop: int) -> str | None:
        """The words before a wide gap that parts a sum in columns from what it is for: `Пиано      25 лв.   петък`."""
        words = self.text[start:stop].strip(EDGE) if self.text[stop - 3 : stop] == "   " else ""
        told = WORD.search(words) and len(words.split()) <= _MOST_WORDS and "   " not in words
        return words if told and not CLAUSE.search(words) else None

    def _item_of(self, start: int, person: int) -> str | None:
        """What a sum is for before somebody who has to do with it: `Пиано (Минка Илева)`, `Хор с ръководител А`."""
        said = without_start(NUMBERING, self.text[start:person]).rstrip()
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

    def step_behind(self, it: Candidate) -> str | None:
        """For what the sum is that begins a line, where the line above or below tells another such: `5 лв. до 1 час`.

        A line alone tells only of how much the price above it is: `Наем на зала`, below it `5 лв. на час`.
        """
        line = line_start(self.text, it.start)
        words = self._step(it, line)
        if words is None:
            return None
        beside = (words_above(self.text, line, _NEAR), words_below(self.text, it.stop, _NEAR))
        others = (self._first_step(first) for first, last in beside if first < last)
        return words if any(other and other != words for other in others) else None

    def _step(self, it: Candidate, line: int) -> str | None:
        begins = it.start - line <= _MARKS_BEFORE and not self.text[line : it.start].strip(EDGE)
        found = _STEP.match(self.text, it.stop) if begins else None
        return found["words"].rstrip() if found else None

    def _first_step(self, line: int) -> str | None:
        first = next(iter(self.within(line, line + _MARKS_BEFORE)), None)
        return self._step(first, line) if first and first.kind == "money" else None

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

    @cached_property
    def _table(self) -> int | None:
        """Where the first row begins of a table of prices whose cells have a line each, below its heads; None if none.

        Its rows have a number in the first of their lines: `Услуга`, `Документи`, `Такса`, `1.`, `Скица`, …
        """
        numbers = [it.start() + 1 for it in islice(_NUMBER.finditer(self.text), _MOST_NUMBERS)]
        return next((start for start in numbers[:-1] if self._is_below_heads(start)), None)

    def _is_below_heads(self, start: int) -> bool:
        for first, last in islice(lines_above(self.text, start), _MOST_HEADS):
            if last - first > _LONGEST_HEAD:
                return False
            if _PRICE_HEAD.fullmatch(self.text, first, last):
                return True
        return False

    def service_over(self, number: int, line: int) -> str | None:
        """The service of a sum that begins its line, at the head of its row or over the measure above it."""
        return self._service_of_row(number, line) or self.over_measure(number, line)

    def _service_of_row(self, number: int, line: int) -> str | None:
        """The first cell of the row in which a sum begins a cell, where each cell has a line: the service."""
        it = self.kept[number]
        if it.kind != "money" or self._table is None or line <= self._table or self.text[line : it.start].strip(EDGE):
            return None
        cells: list[str] = []
        for first, last in islice(lines_above(self.text, line), _MOST_CELLS):
            if first < self._table or last - first > _LONGEST_CELL:
                return None
            if _NUMBER_ALONE.fullmatch(self.text, first, last):
                return _service(cells)
            cells.append(self.text[first:last].strip())
        return None

    def paid_with_sum(self, number: int) -> str | None:
        """The label of the sum right before the account that it goes to: `Хор „Песен“ - 400 лв., по сметка ...`."""
        before = next((it for it in reversed(self.kept[max(0, number - 3) : number]) if it.kind not in _UNTIL), None)
        if before is None or before.kind != "money":
            return None
        return before.label if _TO_ACCOUNT.fullmatch(self.text, before.stop, self.starts[number]) else None


def _service(cells: list[str]) -> str | None:
    """The first cell of a row, whose lines stand in `cells` from the last to the first; it may go on in the second."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells or not WORD.search(cells[-1]):
        return None
    words = cells.pop()
    if cells and cells[-1][:1].islower() and not _DIGIT.search(cells[-1]) and len(words) + len(cells[-1]) < LONGEST:
        words = f"{words} {cells[-1]}"
    return shortened(words.strip(EDGE))
