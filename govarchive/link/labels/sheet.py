"""The lines of one page with its values, and which line above a value says whose it is or what for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from govarchive.link.call_words import REACHED, is_line_of_calls
from govarchive.link.headings import PLACE_ALONE, account_of, as_heading, is_generic, is_of_names, is_person, tells_bank
from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, ROOMS, SEASON
from govarchive.link.labels.between import is_between, is_opening, is_telephone
from govarchive.link.labels.bodies import are_fields, is_body, with_place
from govarchive.link.labels.over import IN_SENTENCES, Strength
from govarchive.link.labels.own_body import OwnBody
from govarchive.link.labels.purposes import fee_in, subject_of, subject_of_heading
from govarchive.link.labels.seasons import season_over
from govarchive.link.menus import top_of
from govarchive.link.office_words import is_office_alone, is_office_of, whose_phone
from govarchive.link.scene import is_bank
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_start, line_stop, words_above

# What stands below the names of those it is of, all under one heading.
_BELOW_PEOPLE = frozenset({"phone", "hours"})
_WHERE = frozenset({"address", "place"})
BODIES = frozenset({"institution", "place"})
"""What a name of a body may be a record of."""
# What stands before these names their kind and nothing more: `Банков код:`.
_NEVER_WHOSE = frozenset({"bic", "eik"})
_SENTENCES = re.compile(r"(?<=[а-я]{3}[.!?])[ ]+(?=[А-Я])|(?<=[А-Я]{2}[.])[ ]+(?=[А-Я])")
FAR = 300
_MOST_BLANKS = 6
_FEW_LETTERS = 25
_LONGEST_SINCE = 40
# An office as a card of fields tells it: `Длъжност: секретар`.
_POST_FIELD = re.compile(
    r"\W{0,4}(?:заемана[ ])?длъжност[ ]*:[ ]*(?P<words>[^\W\d_][^:\n\t]{3,80}?)[ ]*(?=\n|\Z)", re.IGNORECASE
)
# A line that begins with a telephone; a fax is rather the institution's.
_PHONE_ALONE = re.compile(r"[ ]*(?:(?:тел|моб|gsm)\w{0,6}[.:]*)?[ :]*", re.IGNORECASE)
# With what the second line of a heading in capitals begins.
_GOES_ON = re.compile("(?:НА|ЗА|ПО|ОТ|И|В|ПРИ|КЪМ)[ ]")
_NAMES_ACCOUNT = re.compile(r"сметк|iban", re.IGNORECASE)
# Before the day from which an account is used: `За местни данъци от 01.07.2021 г.`
_AS_OF = re.compile(r"(?P<words>[^\n]*?),?[ ](?:считано[ ])?(?:от|към|до)[ ]", re.IGNORECASE)
# The first line of a page with the blank ones around it.
_FIRST_LINE = re.compile(r"[ \n]*(?:[^\n]+\n[ \n]*)?")


class Sheet(OwnBody):
    """One page with its values, and the headings above them."""

    def heading(self, number: int, line: int, name: str | None, passed: int = 0) -> str | None:
        """The line above the value, or above the lines of values and addresses that it stands among.

        The name of the body at the top of the page says nothing of a value that is called by its kind, `name`, below
        or behind other values (`passed` counts those before it in its line).
        """
        if not self.stands_alone(number, line):
            return None
        account, where = self.kept[number].kind == "iban", False
        for start, stop in self._in_section(line, 0 if name and passed else _MOST_BLANKS):
            held = self.within(start, stop)
            words = self.text[start:stop].strip(" |\t")
            if account and (tells_bank(words) or self._is_holder(start, stop, held)):
                passed += 1
                continue
            office = self._office_of(number, line, start, held, name)
            if office and not (name and where and self._is_of_body(start, held)):
                return office
            if self._is_of_people(held, start, stop):
                if name or self.kept[number].kind not in _BELOW_PEOPLE:
                    return None
            elif (alike := self._headed_above(number, held)) or not self.is_passed_over(number, start, words, held):
                empty = where and words.endswith(":") and is_office_alone(words.strip(EDGE))  # `Управител:`, and nobody
                of_body = self.holds_values(start, stop) and self._is_below_name(line)
                top = empty or of_body or (name and self._is_letterhead(start, held))
                return alike or (None if top else self._as_label(number, start, words, held))
            where = where or any(it.kind in _WHERE for it in held)
            passed += 1
        return None

    def _headed_above(self, number: int, held: Sequence[Candidate]) -> str | None:
        """What stands above the account in a line of a list, which is over those below it, too, however far off."""
        last = next((it for it in held if it.kind == self.kept[number].kind == "iban"), None)
        return last.label if last and self.strength[bisect_left(self.starts, last.start)] == Strength.ABOVE else None

    def _is_below_name(self, line: int) -> bool:
        """Whether the word for telephones has the line above a line to itself."""
        return any(is_telephone(self.text[start:stop].strip(EDGE)) for start, stop in islice(self._over(line, 1), 1))

    def _is_holder(self, start: int, stop: int, held: Sequence[Candidate]) -> bool:
        """Whether a line is the body that has an account, below the line that announces it: `За глоби:`."""
        if len(held) != 1 or held[0].kind != "institution" or stop - held[0].stop > 1 or held[0].start - start > 1:
            return False
        return self.text[slice(*words_above(self.text, start))].rstrip().endswith(":")

    def _as_label(self, number: int, start: int, words: str, held: Sequence[Candidate]) -> str | None:
        """The words of the line at `start` as the label of a value below it, if they are a heading."""
        if self.kept[number].kind != "iban":
            if held and self.kept[number].kind == "hours" and (season := season_over(self.text, start, held)):
                return season
            words = self._with_line_above(start, self._lead(start, words, held))
            told = subject_of_heading(words) if " се " in words or " отворен" in words else None
            return told or as_heading(words, held)
        if (
            held
            and held[-1].stop >= start + len(words)
            and held[-1].kind == "date"
            and (lead := _AS_OF.fullmatch(self.text, start, held[-1].start))
        ):
            words, held = lead["words"], held[:-1]
        if len(words) > LONGEST and _NAMES_ACCOUNT.search(words):
            return subject_of("iban", _SENTENCES.split(words)[-1])
        told = subject_of("iban", _SENTENCES.split(words)[-1]) or fee_in(words)
        if told is None and CLAUSE.search(words):
            return None
        whole = self._with_line_above(start, words)
        account = account_of(whole)
        return told or as_heading(account, held if account == whole else ())

    def _lead(self, start: int, words: str, held: Sequence[Candidate]) -> str:
        """The words of a line before the address in it, or before who leads the body that it names.

        `Община Елена, ул. „Липа“ 6`, `МБ Видин - началник Минка Илева`.
        """
        people = [it.start for it in held if it.kind == "person"]
        if people and self.text.find(" - ", start, people[0]) > start:
            return words.partition(" - ")[0]
        address = next((it.start for it in held if it.kind == "address"), start)
        lead = self.text[start:address].strip(EDGE)
        return (
            "" if "адрес" in lead.lower() else with_place(lead, self.text, address) or words
        )  # `Седалище и адрес на управление`

    def _is_address(self, start: int, held: Sequence[Candidate]) -> bool:
        """Whether a line is an address and nothing before it but a place: `Видин, Западна зона, ул. „Липа“ 6`."""
        if not any(it.kind == "address" for it in held):
            return False
        return held[0].kind in _WHERE and not self.text[start : held[0].start].strip(EDGE)

    def _with_line_above(self, start: int, words: str) -> str:
        """A heading with the line it goes on from: `За такси, глоби,` and below it `удостоверения и преписи:`.

        So `Горещ телефон`, and below it `за сигнали`.
        """
        above = line_start(self.text, max(start - 1, 0))
        first = self.text[above : max(start - 1, 0)].strip(" |")
        goes_on = words[:1].islower() and not self.within(above, start)
        if _GOES_ON.match(words) and first.isupper() and words.isupper():
            return f"{first} {words}" if len(first) + len(words) < 2 * LONGEST else words
        goes_on = goes_on and (first.endswith((",", " и", " за", " на")) or is_line_of_calls(first))
        return f"{first} {words}" if goes_on and len(first) + len(words) < 2 * LONGEST else words

    def generic_above(self, number: int, line: int) -> str | None:
        """The word for contacts above the lines of values and addresses that a value stands among: `За контакти:`."""
        if self.kept[number].kind not in REACHED and self.kept[number].kind != "address":
            return None
        for start, stop in self._over(line, _MOST_BLANKS):
            words = self.text[start:stop].strip(EDGE)
            if is_generic(words):
                return words
            if not self.is_passed_over(number, start, words, self.within(start, stop)):
                return None
        return None

    def _is_of_people(self, held: Sequence[Candidate], start: int, stop: int) -> bool:
        """Whether a line is that of somebody among those of the heading: it begins with names, or is made of them."""
        people = [it for it in held if it.kind == "person"]
        if not people:
            return False
        begins = self.text[start : before_titles(self.text, people[0].start)[0]].strip(" •*-")
        return not begins or is_of_names(self.text, start, stop, people)

    @cached_property
    def _second_line(self) -> int:
        """Where the second line of the page begins, blank ones and menus apart."""
        top = top_of(self.text)
        first = _FIRST_LINE.match(self.text, top)
        return first.end() if first else top

    def _is_letterhead(self, start: int, held: Sequence[Candidate]) -> bool:
        """Whether a line is that of a body, with no more than one line above it on the page, or whose page it is."""
        body = bool(held) and is_body(held[0]) and held[0].start == start
        return body and (start <= self._second_line or (self.fills(held[0]) and self.is_of_page(held[0])))

    def _office_of(self, number: int, line: int, start: int, held: Sequence[Candidate], name: str | None) -> str | None:
        """The office of whoever has the line above: before the name (`Директор: А`) or in the line above that."""
        post = _POST_FIELD.match(self.text, start) if self.kept[number].kind in REACHED else None
        people = [it.start for it in held if it.kind == "person"]
        if post:
            return post["words"]
        if not people:
            return None
        if len(people) == 1 and _PHONE_ALONE.fullmatch(self.text, line, self.starts[number]):
            lead = self.text[start : before_titles(self.text, people[0])[0]]
            fields = are_fields(self.text, people[0], self.starts[number])
            if not fields and (office := whose_phone(self.text, start, lead.strip(EDGE))):
                return office
        if not (is_person(self.text, start, line_stop(self.text, start), held) or self._is_since(start, held)):
            return None
        first, last = words_above(self.text, start, most=4)
        post = _POST_FIELD.match(self.text, first) if first < last else None
        words = post["words"] if post else self.text[first:last].strip(EDGE)
        told = is_office_alone(words) or (is_office_of(words) and self._names_bodies_only(first, last))
        return words if words and told else None

    def _is_of_body(self, start: int, held: Sequence[Candidate]) -> bool:
        """Whether somebody is one of the fields of a body, as its address is: `Градина № 5`, `Директор А`.

        Who has a card of his own stands in a line below his office, and no body stands over that.
        """
        if held[0].kind != "person" or self.text[start : before_titles(self.text, held[0].start)[0]].strip(EDGE):
            return True
        over = list(islice(self._over(start, _MOST_BLANKS), 2))[1:]
        return any(it.kind == "institution" for first, last in over for it in self.within(first, last))

    def _is_since(self, start: int, held: Sequence[Candidate]) -> bool:
        """Whether a line is somebody and since when: `Минка Илева, мандат 2019-2023 г.`."""
        dated = held[0].kind == "person" and all(it.kind == "date" for it in held[1:])
        if not dated or len(held) == 1 or held[-1].start - held[0].stop > _LONGEST_SINCE:
            return False
        return not self.text[start : held[0].start].strip(EDGE)

    def _names_bodies_only(self, start: int, stop: int) -> bool:
        return all(it.kind in BODIES for it in self.within(start, stop))

    def is_passed_over(self, number: int, start: int, words: str, held: Sequence[Candidate]) -> bool:
        """Whether a line above a value stands between it and its heading: an address, values, a bank."""
        if self.kept[number].kind == "hours" and PLACE_ALONE.fullmatch(words):
            return False
        if is_between(words, self.kept[number].kind):
            return True
        return bool(held) and (self._is_address(start, held) or self._is_value_line(start, start + len(words)))

    def stands_alone(self, number: int, line: int) -> bool:
        """Whether the value's line holds, up to the value, only values, names and short words, no sentence."""
        words = self.starts[number] - line
        if words > FAR:
            return False
        if self.kept[number].kind == "hours" and SEASON.fullmatch(self.text, line, self.starts[number]):
            return True
        lead = self.text[line : self.starts[number]].strip(EDGE) if self.kept[number].kind == "iban" else ""
        if lead and (tells_bank(lead) or is_telephone(lead)):
            return True
        place = number - 1
        while place >= 0 and self.starts[place] >= line:
            other = self.kept[place]
            if other.kind == "person" or other.kind not in IN_SENTENCES:
                words -= other.stop - other.start
            place -= 1
        return words <= _FEW_LETTERS or ROOMS.match(self.text[line : self.starts[number]].lstrip(EDGE)) is not None

    def _is_value_line(self, start: int, stop: int) -> bool:
        """Whether a line holds values, and no label of its own that says more than the kind."""
        found = False
        for place in range(bisect_left(self.starts, start), bisect_left(self.starts, stop)):
            other = self.kept[place]
            found = found or other.kind not in IN_SENTENCES or self._is_bank(other, start, stop)
            own = other.kind not in _NEVER_WHOSE and self.strength[place] == Strength.BESIDE
            own = own and not is_opening(other.label or "")
            if own and (other.label or "") in self.text[start:stop]:
                return False
        return found

    def _is_bank(self, it: Candidate, start: int, stop: int) -> bool:
        """Whether a line names a bank, and does not say what the account there is: `Сметка в банка „Х“ за глоби`."""
        return is_bank(it) and "сметк" not in self.text[start:stop].lower()
