"""Nearby: the unit, the errand or the line of calls that a sentence names right before a value.

>>> unit_before("ключовете се дават в Бюро Наеми (сутерен, синята врата), ")
'Бюро Наеми'
>>> unit_before("Оранжерията започва приемането на заявки за разсад на ")
'заявки за разсад'
>>> unit_before("За контакти: гр. Елена, ") is None
True
"""

import re
from itertools import islice

from govarchive.link.call_words import LINE_OF_CALLS, REACHED
from govarchive.link.headings import as_heading, is_generic, is_person
from govarchive.link.label_words import CLAUSE, EDGE, FAX, LETTER, LONGEST, NUMBERING, ROOM, bare_words, few_words
from govarchive.link.labels.asked import ERRANDS
from govarchive.link.labels.bodies import is_body, without_body
from govarchive.link.labels.named import name_before
from govarchive.link.labels.row_heads import RowHeads
from govarchive.link.labels.sheet import BODIES
from govarchive.link.office_words import is_office_alone, is_office_of, is_unit, office_at_end
from govarchive.link.units import DESKS, PARTS, WARDS, inflected
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_start, lines_above, words_above
from govarchive.text.starts import without_start

_ERRAND = re.compile(rf"(?:предварител\w+[ ])?(?:{ERRANDS})", re.IGNORECASE)
_UNIT = re.compile(
    rf"""(?<![^\W_])
    (?: {LINE_OF_CALLS} | (?:{inflected((*PARTS, *WARDS, *DESKS))})(?![^\W_])
      | (?: (?:[а-я]+(?:ен|ния|ният|ски|ския)[ ])? център | пресцентър | прес[ -]?служб | полиция | пожарна
          | {ERRANDS} | каса | касиер | диспечер | дежур(?:ен|н) | приемна | гише | секретар ) [а-я]* )""",
    re.VERBOSE | re.IGNORECASE,
)
# Between the words and the value: remarks, rooms, and what leads to a number.
_REMARK = re.compile(r"[ ]?\([^()\n]{2,60}\)|,[ ](?:свързан|отнасящ|касаещ)\w+[ ][^,;:]{3,60}(?=[ ]?[,:-])")
_ROOM = re.compile(rf",[ ]{ROOM}")
# `Изнесено гише в Долно Поле (само`
_BEFORE_DAYS = re.compile(r"(?P<words>[^()\n]{3,100})[ ]\([^()0-9\n]{0,40}\Z")
_LEADS = re.compile(r"[ ](?:на|по)\Z")
_TO_VALUE = re.compile(r"[ ,(]*(?:на[ ]*(?:(?:следния[ ])?адрес[ :,-]*)?)?")
_TO_BODY = re.compile(r"[а-я][ ](?:в|във|до|от|при|към|чрез|с(?:ъс)?|сграда(?:та)?[ ]на)[ ]\Z")
# Between whom a sentence sends to and a number: `..., стая 4, тел. за връзка: `
_TO_NUMBER = re.compile(
    r"[ ]?(?:,|\(|[ ]-)[ ]?(?:тел(?:ефон\w*)?\.?(?:[ ]за[ ](?:връзка|контакт\w*|справки))?)?[ :.]*\Z"
    r"|[ ](?:на|по)[ ](?:тел(?:ефон\w*)?\.?[ :]*)?\Z"
)
# What kind of unit, before its noun: `здравната служба`, `детския отдел`.
_KIND_OF = r"[а-яА-Я]{2,}[нк](?:ата|ия|ият|ото|ите)[ ]"
_ADJECTIVE, _LEADING_ADJECTIVE = re.compile(rf"(?<![^\W_]){_KIND_OF}\Z"), re.compile(_KIND_OF)
_KIND_OF_ERRAND = re.compile(r"(?<![^\W_])предварител\w+[ ]\Z", re.IGNORECASE)
# What leads from somebody's office to his number: `потърсете кмета на`, `кметът си (`.
_TO_OFFICE = re.compile(r"(?:[ ]си|[ ]му|[ ]ѝ|[ ]им)?(?:[ ]\(|[ ]на)[ ]?\Z")
_NO_NAME = re.compile("[0-9,]")
_ASKED = re.compile(
    r"[ ](?:се|става|стават|може(?:те)?|могат|да|пода\w+|получ\w+|представ\w+|закуп\w+)[ ]|[а-я]{3}[ей]те[ ]"
)
_SENT_TO = re.compile(r"[ ](?:в|във|до|от|при|към|с|със|на)[ ](?!(?:сигнали|запис|заявк|справк|консулт|резерв|запитв))")
_CLAUSE_ENDS = re.compile(r"[.;:!?,|][ ]|[ ]-[ ]|[ ](?:или|и|че|а)[ ]")
_LINE_OF_CALLS = re.compile(r"(?<![^\W_])(?:горещ|зелен|дежур|денонощ|безплат|информацион)[а-я]*[ ]\Z", re.IGNORECASE)
_LONGEST_WORD, _MOST_ABOVE, _MOST_BLANK = 20, 5, 4
_MOST_WORDS = 7
_FARTHEST = 120
_DIGIT = re.compile("[0-9]")
# In a long line that names the kind at its end: `Стъпка: 10 %. Депозит - 450 лв., по сметка`.
_LONG_NAME = 50
_LAST_HEAD = re.compile(r"(?:^|.*[.!?][ ])(?P<words>[А-Я][а-я]+(?:[ ][а-я]+){0,5})[ ]?[:-][ ]")
_FEW_WORDS = 4


def unit_before(words: str) -> str | None:
    """The unit or the errand that ends the words before a value (and before the word naming its kind)."""
    if _UNIT.search(words) is None:
        return None
    words = _ROOM.sub("", _REMARK.sub("", words)).rstrip(EDGE)
    words = _LEADS.sub("", words)
    ends = [it.end() for it in _CLAUSE_ENDS.finditer(words)]
    found = _UNIT.search(words, ends[-1] if ends else 0)
    adjective = (
        _ADJECTIVE.search(words, 0, found.start()) or _KIND_OF_ERRAND.search(words, 0, found.start()) if found else None
    )
    unit = few_words(words[(adjective or found).start() :].strip(EDGE), _MOST_WORDS) if found else ""
    unit = unit.partition(" при ")[0] if calls_for(unit) else unit
    if not unit or len(unit.split()) > _MOST_WORDS or _DIGIT.search(unit) or CLAUSE.search(unit):
        return None
    return unit


def calls_for(words: str) -> bool:
    """Whether what a sentence names right before a value is what one calls for: whom to ask is told by more.

    >>> calls_for("заявки за разсад"), calls_for("деловодството")
    (True, False)
    """
    return _ERRAND.match(words) is not None


def sent_to(words: str) -> str | None:
    """The unit or office right before a value to which a sentence sends those who ask.

    >>> sent_to("Ключ за кулата може да получите от секретаря на хора, тел. за връзка: ")
    'секретаря на хора'
    >>> sent_to("Жалби от граждани се подават в деловодството на съда (")
    'деловодството на съда'
    """
    mark = _TO_NUMBER.search(words) if _ASKED.search(words) else None
    if mark is None:
        return None
    words = _ROOM.sub("", words[: mark.start()])
    for found in _SENT_TO.finditer(words, max(0, len(words) - _FARTHEST)):
        who = words[found.end() :]
        asked = (
            _UNIT.match(who)
            or _UNIT.match(_LEADING_ADJECTIVE.sub("", who, 1))
            or is_office_alone(who)
            or is_office_of(who)
        )
        if asked and len(who.split()) <= _MOST_WORDS and not (_NO_NAME.search(who) or CLAUSE.search(who)):
            return who
    return None


def before_bracket(words: str) -> str | None:
    """What the words right before a bracket with a value say it is for: `две сметки - за постановления (`."""
    ends = [it.end() for it in _CLAUSE_ENDS.finditer(words)]
    near = words[ends[-1] if ends else 0 :].strip(EDGE)
    return near if 0 < len(near.split()) < _MOST_WORDS and not _DIGIT.search(near) else None


def line_of_calls(text: str, floor: int, stop: int) -> int:
    """Where the words begin that name a line of calls, `Горещ телефон`, whose `телефон` begins at `stop`."""
    found = _LINE_OF_CALLS.search(text, max(floor, stop - _LONGEST_WORD), stop)
    return found.start() if found else stop


class Nearby(RowHeads):
    """One page with its values, and whom the sentences name right before them."""

    def told_near(self, number: int, line: int, clause: tuple[int, int], name: str | None) -> str | None:
        """The unit in the sentence of a value, or the office of who is: `отчита инкасатор Минка Илева, 841 234`.

        `clause` is where the words that may belong to the value begin, and the first person among them.
        """
        it, (start, person) = self.kept[number], clause
        stop = self.text.rfind(name, start, it.start) if name else it.start
        if it.kind == "iban":
            return before_bracket(self.text[start:stop]) if self.text[stop - 1 : stop] == "(" else None
        if person < it.start:
            office = self.office_behind(person, stop) or office_at_end(self.text[start:person])
            return (self.place_over(number, line, office) or office) if office else None
        words = self.text[start:stop]
        if unit := unit_before(words):
            return unit
        if name and (body := self.body_in_sentence(start, stop)):
            return body
        mark = _TO_OFFICE.search(words)
        return office_at_end(words[: mark.start()]) if mark else None

    def in_bracket(self, number: int) -> str | None:
        """The unit right before the bracket that a telephone opens: `... се подават в канцеларията (841 234)`."""
        it = self.kept[number]
        line = max(line_start(self.text, it.start), it.start - _FARTHEST)
        if it.kind == "hours" and (found := _BEFORE_DAYS.search(self.text, line, it.start)):
            words = found["words"].strip(EDGE)
            few = words[:1].isupper() and len(words.split()) < _MOST_WORDS and not CLAUSE.search(words)
            return None if self.holds_values(line, it.start) else words if few else before_bracket(words)
        if it.kind not in REACHED or self.text[it.start - 1 : it.start] != "(" or self.holds_values(line, it.start):
            return None
        return unit_before(self.text[line : it.start])

    def body_in_sentence(self, start: int, stop: int) -> str | None:
        """The body that a sentence names right before a value: `обадете се в РУ Видин на тел. 841 234`."""
        held = self.within(start, stop)
        body = held[-1] if held and held[-1].kind == "institution" else None
        if body is None or not _TO_BODY.search(self.text, start, body.start):
            return None
        return self.text[body.start : body.stop] if _TO_VALUE.fullmatch(self.text, body.stop, stop) else None

    def office_above(self, number: int, line: int, name: str | None) -> str | None:
        """The office behind the name in the line above a telephone: `А - директор`, and below it `тел. 841 234`.

        A fax on a line of its own is rather the whole body's.
        """
        if self.kept[number].kind not in REACHED or self.starts[number] - line > _LONGEST_WORD:
            return None
        if name and FAX.fullmatch(name):
            return None
        if office := self._over_unit(line):
            return office
        for start, stop in islice(lines_above(self.text, line), _MOST_ABOVE):
            if not self.text[start:stop].strip():
                continue
            held = self.within(start, stop)
            kinds = [it.kind for it in held]
            if "person" in kinds and BODIES.issuperset(kind for kind in kinds if kind != "person"):
                return self.office_behind(start, stop)
            # `А - директор`, below it `E-mail: a@primer.bg`, and below that `тел. 841 234`
            if not held or held[0].start - start > _LONGEST_WORD or not REACHED.issuperset(kinds):
                return None
        return None

    def _over_unit(self, line: int) -> str | None:
        """The office between somebody's name and the unit right above a value, each in a line of its own."""
        card = list(islice(self._over(line, _MOST_BLANK), 3))
        if len(card) < 3:
            return None
        unit, office, _ = (self.text[start:stop].strip(EDGE) for start, stop in card)
        named = is_unit(unit) and is_office_alone(office)
        return office if named and is_person(self.text, *card[2], self.within(*card[2])) else None

    def name_above(self, number: int, line: int) -> str | None:
        """The word naming the kind on a line of its own right above the value's (`Факс:`, then the number)."""
        names = self.names[self.kept[number].kind]
        if names is None or not self.stands_alone(number, line):
            return None
        start, stop = words_above(self.text, line)
        words = self.text[start:stop].rpartition("\t")[2].strip(EDGE)
        if len(words) > LONGEST or not name_before(self.text, start, stop, names):
            return None
        if len(words) > _LONG_NAME and (found := _LAST_HEAD.search(words)):
            return found["words"]
        return self._over_name(start, words) or words

    def _over_name(self, start: int, words: str) -> str | None:
        """The few words above a line that only names the kind: `Секретариат`, below it `Телефон`, then the number."""
        if not is_generic(words) or FAX.fullmatch(words):
            return None
        above = words_above(self.text, start, most=2, marks=EDGE)
        head = self.text[slice(*above)].strip(EDGE)
        few = head[:1].isupper() and len(head.split()) <= _FEW_WORDS and not self.within(*above)
        return as_heading(head, ()) if few else None

    def whose_cell(self, it: Candidate, start: int, stop: int) -> str:
        """What a cell says of a value beside it: the office of whoever it names, else all but a number before it."""
        words = without_start(NUMBERING, self.text[start:stop].strip(EDGE)).strip(EDGE)
        people = [other.start for other in self.within(start, stop) if other.kind == "person"]
        if not people or it.kind not in REACHED:
            return words
        before = without_start(NUMBERING, self.text[start : before_titles(self.text, people[0])[0]].strip(EDGE))
        told = is_office_alone(before) or is_office_of(before)
        return before if told else self.office_behind(people[0], stop) or words

    def before_name(self, label: str, it: Candidate) -> str:
        """The words of a label before somebody's name, which is none: `отдел „Наеми“ - Минка Илева`."""
        if label.islower():
            return label
        at = self.text.rfind(label, max(0, it.start - _FARTHEST), it.start)
        people = (
            [other.start for other in self.within(at, at + len(label)) if other.kind == "person"] if at >= 0 else ()
        )
        if not people or people[0] == at:
            return label
        words = self.text[at : before_titles(self.text, people[0])[0]]
        return label if not LETTER.search(words) or words.rstrip().endswith((" на", '"')) else words.rstrip(EDGE)

    def office_behind(self, person: int, stop: int) -> str | None:
        """The office between somebody's name and the value: `А - главен архитект, тел. 841 234`."""
        names = [it.stop for it in self.within(person, stop) if it.kind == "person"]
        if not names:
            return None
        bodies = [it.start for it in self.within(names[-1], stop) if is_body(it)]
        said = self.text[names[-1] : stop]
        words = bare_words(without_body(said, bodies[0] - names[-1]) if bodies else said, "phone")[0]
        return words if words and (is_office_alone(words) or is_office_of(words)) else None
