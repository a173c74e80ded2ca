"""Labels: the nearest words that say whose a value is or what it is for, as printed without the colon.

They stand before the value on its line (`Деловодство: 056/…`), after it (`… – централа`), in a heading above it, in the
cell to its left or at the head of its column. A word that only names the kind (`тел.`, `IBAN`) is the label when
nothing better is near.
"""

import re
from collections.abc import Mapping, Sequence

from govarchive.link.call_words import REACHED, line_in, phrase_of_phone
from govarchive.link.headings import BANK_NAME, BY_BANK, is_account, is_generic, kind_of_account, without_bank
from govarchive.link.label_words import (
    EDGE,
    FAX,
    LONGEST,
    MOBILE,
    bare_words,
    is_bare_name,
    own_words,
)
from govarchive.link.labels.asked import errand_in, is_errand, who_takes
from govarchive.link.labels.bodies import with_place
from govarchive.link.labels.clauses import EDGE_OF_NAME, NAMED_ONLY
from govarchive.link.labels.cloaked import cloaked_mail
from govarchive.link.labels.days import date_label, is_next_day, place_of_day, without_verb
from govarchive.link.labels.hours_told import noun_of_clause
from govarchive.link.labels.named import REACH, name_before
from govarchive.link.labels.nearby import calls_for, line_of_calls, sent_to
from govarchive.link.labels.over import IN_SENTENCES, Strength
from govarchive.link.labels.purposes import is_clause, opening_in, subject_of, subject_of_heading
from govarchive.link.labels.situated import situated
from govarchive.link.labels.titles import unit_or_office
from govarchive.link.labels.trimmed import closed, last_part, trimmed
from govarchive.link.labels.whose_hours import WhoseHours
from govarchive.link.office_words import is_office_alone
from govarchive.model import Candidate
from govarchive.text.layout import line_start
from govarchive.text.successors import of_new

_NEAR = REACHED | {"iban"}

# What stands before an account and says neither whose it is nor what for, as the bare names of its kind do not.
_NO_PURPOSE = (BANK_NAME, BY_BANK)
_WORKS_WITH = re.compile(r"работ(?:и|ят)(?:[ ][^,;:]{1,25})?[ ]с(?:[ ][а-я]{4,}о)?\Z")
_MAY_SAY_MORE = frozenset(" -(в,|")


def attach_labels(text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
    """Sets `label` on every candidate that has one; `kept` are the records of the page in order."""
    if cloaked := cloaked_mail(text):
        kept = sorted([*kept, *cloaked], key=lambda it: it.start)
        names = {"email": None, **names}
    page = _Page(text, kept, names)
    for number, it in enumerate(kept):
        if it.kind == "date":
            if place := place_of_day(text, it.start, it.stop):
                it.label = place
            elif span := date_label(text, it.start, it.stop):
                page.attach_to_date(it, *span)
            elif number and is_next_day(text, kept[number - 1], it):
                it.label = kept[number - 1].label
        elif it.kind not in IN_SENTENCES:
            page.attach(number, it)


class _Page(WhoseHours):
    """One page while its values get their labels; a record is told by its number in `kept`."""

    def __init__(self, text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
        super().__init__(text, kept, names)
        self.tabs = "\t" in text
        self.list: list[int] = []
        # Where the words begin that may belong to the value looked at, and the first person among them.
        self.clause = 0, 0
        # Whether the first of the list has its label behind it: `841 234 (каса), 841 235 (архив)`.
        self.each_after = False

    def attach(self, number: int, it: Candidate) -> None:
        line = line_start(self.text, it.start)
        cell = self.text.rfind("\t", line, it.start) + 1 or line if self.tabs else line
        name, own = self._before(number, it, line, cell)
        if field := None if name or own else self.field(it, line, cell):
            name, cell = field, line
        after = self.behind(it) if self.text[it.stop : it.stop + 1] in _MAY_SAY_MORE else None
        below = "\n" in self.text[self.kept[number - 1].stop : it.start] if after and number else False
        last = self.kept[self.list[-1]] if self.list else it
        said = self.said_of_hours(it, cell)
        if not (below or said) and self.continues(last, it, alone=own is None and name is None):
            self._join_list(number, after)
            return
        if errand := self.errand_of(number, it, cell):
            own = None if after and self.is_told_of_each(number, after) else errand
        elif own and (not trimmed(own, it.kind) or (after and self._gives_way(number, own, after))):
            own = None
        own = said or own
        if not after and (own is None or (it.kind == "hours" and own[0].islower())):
            own = self.of_row(number, line) or own
        if not own and not after and it.kind == "hours" and self.is_of_the_last(number, it, line):
            self._set(number, self.kept[number - 1].label, Strength.BESIDE)
            return
        self.list = [number]
        self.each_after = own is None and after is not None
        beside = (own or after, Strength.BESIDE) if own or after else None
        self._set(number, *(beside or self._further_off(number, it, line, cell, name)))
        if name and it.label is None and it.kind in REACHED:
            it.label = name

    def _gives_way(self, number: int, own: str, after: str) -> bool:
        """Whether the words before a value say less of it than those behind it.

        `841 234 - централа, 841 235 - факс`, `Справки: 841 234 (каса), 841 235 (архив)`, `Планина BG96... (гаранции)`
        """
        if number and own == self.kept[number - 1].label:
            return True
        if after.startswith("за ") and own.endswith((" телефон", " номер")):
            return True
        return (self.kept[number].kind == "iban" and " " not in own) or self.is_told_of_each(number, after)

    def _further_off(
        self, number: int, it: Candidate, line: int, cell: int, name: str | None
    ) -> tuple[str | None, Strength]:
        """What the line says at its head or in its sentence, the lines above and the one below, and how much it is."""
        if not (beside := self.in_bracket(number)) and (same := self.reached_too(number, line, name)):
            return same, self.strength[number - 1]
        near = self.told_near(number, line, self.clause, name) if beside is None and it.kind in _NEAR else None
        if near is None or calls_for(near):
            beside = beside or self.line_head(number, line, name)
        if beside is None and it.kind in REACHED:
            beside = self.at_address(number, line, name)
        if it.kind == "iban":
            beside = self.paid_with_sum(number) or beside
        if beside := beside or near or self.generic_head(number, line, name):
            return beside, Strength.BESIDE
        below = self.called_below(number, line)
        above = self._above(number, it, line, cell, name) if it.kind not in NAMED_ONLY else None
        if below and (above is None or self.is_next_called_below(line)):
            return below, Strength.ABOVE
        if above := above or (self.paid_above(line) if it.kind == "iban" else None):
            return above, Strength.ABOVE
        told = self.told_near(number, line, self.clause, name) if it.kind == "hours" else name
        said = self.topic(number, line, told) or told
        said = said or self.of_the_last(number, line) or self.name_above(number, line)
        return said or self.generic_above(number, line), Strength.KIND

    def _above(self, number: int, it: Candidate, line: int, cell: int, name: str | None) -> str | None:
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
        told = told or self.open_above(number, line) or self.unit_of_desk(number, line, name)
        return told or self.place_of_card(number, line)

    def attach_to_date(self, it: Candidate, start: int, stop: int) -> None:
        """The label of a date is no record itself: `Враца - 12.05.2014` says where, and `Иван Петров<TAB>` who."""
        if held := [other for other in self.within(start, stop) if other.start == start or other.kind == "person"]:
            start = held[-1].stop  # `Минка Илева Дата на встъпване: 06.06.2023 г.`
        words = self.text[start:stop].strip()
        if not held or (start < stop and words[:1].isupper()):
            it.label = without_verb(words)

    def _set(self, number: int, label: str | None, strength: Strength) -> None:
        it = self.kept[number]
        label = self.before_name(label, it) if label and it.kind in REACHED else label
        label = trimmed(label, it.kind) if label else None
        if it.kind == "hours":
            label = self.whose_hours(number, label)
        elif label and it.kind == "address":
            label = with_place(label, self.text, it.start)
        if label:
            it.label = closed(label, self.text, it.start, it.stop)
            self.strength[number] = strength

    def _join_list(self, number: int, after: str | None) -> None:
        head = self.list[0]
        self.list.append(number)
        self._set(number, of_new(self.kept[head].label), self.strength[head])
        if after and (self.each_after or FAX.fullmatch(after)):
            self._set(number, after, Strength.BESIDE)
        elif after and self.strength[head] < Strength.BESIDE:
            for member in self.list:
                self._set(member, after, Strength.BESIDE)

    def _before(self, number: int, it: Candidate, line: int, cell: int) -> tuple[str | None, str | None]:
        """The word naming the kind and the words saying more, both on the value's line and before it."""
        start, opens, person = self.clause_of(number, it, cell)
        self.clause = start, person
        names, floor = self.names[it.kind], it.start - REACH
        if names and it.kind == "money":
            return self.sum_before(number, line, self.clause, names, opens)
        if it.kind == "address" and (there := self._who_is_there(start, it.start)):
            return None, there
        found = name_before(self.text, floor if floor > start else start, it.start, names) if names else None
        stop, kind_word = self._name(it, start, found) if found else (it.start, None)
        end = person if person < stop else stop
        bare, mark = bare_words(self.text[start:end].rstrip() if start < end else "", it.kind)
        if bare and self.text[end - 3 : end] == "   " and it.kind in REACHED:
            mark = ":"  # a cell: `Местни данъци и такси - каса 1 и 2     841 234`
        if person < stop:
            own = self._said_of(it, (person, stop), opens, kind_word, bare)
            return kind_word, (self.place_over(number, line, own) if own and it.kind in REACHED else None) or own
        own = self._told_before(it, start, (bare, mark), opens, kind_word)
        if it.kind == "iban" and own and (is_bare_name(own) or any(it.fullmatch(own) for it in _NO_PURPOSE)):
            return own, None  # the account is told above: `За дарения:`, and below `ОББ АД, IBAN ...`
        if own and kind_word and '"' in self.text[start:stop]:
            own = self._printed(own, bare, start)
        if (own is None or is_generic(own)) and kind_word and not is_bare_name(kind_word):
            own = kind_word
        return kind_word, self._out_of_clause(number, own, bare)

    def _told_before(
        self, it: Candidate, start: int, bare: tuple[str, str], opens: bool, name: str | None
    ) -> str | None:
        """What the `bare` words before a value and before its `name`, with the mark that ends them, say more."""
        words, mark = bare
        head, _, rest = words.partition(":")
        if rest and it.kind in REACHED and (is_generic(head.strip(EDGE)) or is_office_alone(rest.strip(EDGE))):
            words = rest.strip(EDGE)  # `Връзка с нас: централа 841 234`
        if not words or (name and it.kind in NAMED_ONLY):
            return None
        asked = who_takes(words) if opens and mark == ":" and it.kind in REACHED else None
        desk = self._desk(it, words, mark, start) if opens else None
        fax = name is None or FAX.fullmatch(name)  # `Каса факс 841 234` is called both
        return asked or (None if fax else desk) or own_words(words, mark, opens, name) or desk

    def _who_is_there(self, start: int, stop: int) -> str | None:
        """What a sentence says is at an address, or the body in whose house it is, or where it sends those who ask."""
        words = self.text[start:stop]
        return situated(words) or self.body_in_sentence(start, stop) or sent_to(words) or subject_of("email", words)

    def _desk(self, it: Candidate, bare: str, mark: str, start: int) -> str | None:
        """The desk or account before the word for the kind: `Каса, тел. 841 234`, `Сметка за такси, IBAN ...`."""
        if it.kind == "iban":
            purpose = without_bank(bare)
            return purpose if is_account(purpose) else None
        beside = self.desk_or_body(start, it.start, bare) if mark == "," else unit_or_office(bare)
        return beside if it.kind in REACHED else None

    def _said_of(self, it: Candidate, span: tuple[int, int], opens: bool, name: str | None, bare: str) -> str | None:
        """What is said of a value behind somebody's name, which begins the `span`: an errand, or the office of who is.

        `bare` are the words before the name.
        """
        said = self.text[span[0] : span[1]]
        told = (phrase_of_phone(said[:-3]) if said.endswith(" е ") else None) or errand_in(said)
        if told:
            return told
        if bare and name and MOBILE.fullmatch(name):
            return name
        if is_errand(bare):
            return bare
        if bare:
            return (self.head_before(bare, span[0], it.start) if opens else None) or phrase_of_phone(bare)
        own = (self.office_behind(*span) if opens else None) or (name if name and not is_bare_name(name) else None)
        return own if own or it.kind not in REACHED or FAX.fullmatch(name or "") else self.village_of(*span)

    def _name(self, it: Candidate, start: int, found: tuple[int, int]) -> tuple[int, str]:
        """Where the word naming the kind begins, the first of `Горещ телефон` in a line of calls, and the word."""
        first, last = found
        if it.kind == "phone" and self.text[first : first + 7] == "телефон":
            first = line_of_calls(self.text, start, first)
        if it.kind == "iban" and self.text[first : first + 6].lower() == "сметка":
            first = kind_of_account(self.text, start, first)
        name = self.text[first:last].strip(EDGE_OF_NAME)
        return first, name[:-2] if name[-2:] == " е" else name

    def _printed(self, own: str, bare: str, start: int) -> str:
        """Words of a label as printed, where a quote mark parts the bare ones from the word naming the kind."""
        if len(own) <= len(bare) or not own.startswith(bare):
            return own
        at = self.text.find(bare, start)
        name = own[len(bare) :].lstrip(". ")
        return self.text[at : self.text.find(name, at + len(bare)) + len(name)]

    def _out_of_clause(self, number: int, own: str | None, bare: str) -> str | None:
        """The words of a label that is no whole clause: `Депозитът се внася по сметка на Община Елена: ...`."""
        it = self.kept[number]
        if own and it.kind == "hours" and (opening := opening_in(self.text[self.clause[0] : it.start])):
            return opening
        if it.kind == "phone" and (who := sent_to(self.text[self.clause[0] : it.start])):
            return who
        if own and it.kind != "hours" and not is_clause(it.kind, own):
            return own if it.kind != "phone" or len(own) < LONGEST // 2 else line_in(own) or own
        if it.kind == "phone" and (phrase := phrase_of_phone(bare)):
            return phrase
        subject = self.told(number, line_start(self.text, it.start)) if own else None
        subject = subject or (subject_of_heading(own) if own else None)
        if subject and own and (it.kind == "iban" or own.startswith(subject) or _WORKS_WITH.search(bare)):
            return subject
        if not own or it.kind == "hours":
            return own
        return (line_in(own) if it.kind == "phone" else None) or noun_of_clause(last_part(own))
