"""Heads of lines: the words that open the line or the sentence of a value, over all that stands between them."""

import re
from collections.abc import Sequence
from itertools import islice

from govarchive.link.call_words import REACHED
from govarchive.link.headings import is_generic
from govarchive.link.label_words import CALLED, CLAUSE, EDGE, FAX, LETTER, MOBILE, OF_ONE, OPENING, ROOM, is_bare_name
from govarchive.link.labels.bodies import is_body
from govarchive.link.labels.lent_offices import may_be_lent
from govarchive.link.labels.over import Strength
from govarchive.link.labels.price_rows import PriceRows
from govarchive.link.labels.purposes import payment_in, subject_behind, subject_of
from govarchive.link.labels.sheet import FAR
from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.units import LOCATED, printed
from govarchive.model import Candidate

# Kinds that the head of their line can be of, over what stands between, and what may stand there.
_HEADED = frozenset({"phone", "email", "hours", "iban"})
_PASSED = frozenset({"person", "address", "place", "institution", "eik", "phone", "hours", "money", "bic", "email"})
_PASSED_BY_PARTS = _PASSED | {"date"}
_WHERE = frozenset({"place", "address"})
_NOT_WHERE = frozenset({"hours", "money", "phone", "eik", "bic"})
_NOT_OF_HEAD = frozenset({"person", "phone", "email", "iban"})
_MOST_OF_BODY = 8
_NOT_OF_TOPIC = frozenset({"person", "address", "phone", "email", "iban", "eik"})
_NO_BODY = frozenset({"person", "date"})
MUNICIPALITY = ("Община ", "ОБЩИНА ", "Район ", "РАЙОН ", "Кметство ", "КМЕТСТВО ")
# `/в сградата на общината/`, `(вход от двора)`, `15 лв./час`, `, стая 5`
_ASIDE = re.compile(
    rf"""[ ]?,?[ ](?:само[ ])?след[ ](?:предварител[а-я]+[ ])?(?:обаждане|уговорка|записване|заявка)
        [ ](?:на|по)(?![а-я])
      | [ ][(/][^()/\n]{{3,60}}[)/] | ^/[а-я.]{{1,6}}(?![а-я]) | [ ]?[-,;][ ]?{ROOM}""",
    re.VERBOSE,
)
_PAID_TO = re.compile(r"(?:внас|внес|плаща|превежд|превед)\w*[ ][^.]{0,30}сметк")
# Before a name they say where the writer is, and not whose a telephone is.
_TOWN = ("гр.", "ГР.", "град ")
# What an address is called itself.
_OF_ADDRESS = re.compile(r"адрес|седалищ|контакт|кореспонд|връзка|поща|място|намира|офис[ ]на", re.IGNORECASE)
# Heads over addresses that say whose the telephone behind them is.
_WHOSE = re.compile(r"(?:За|При)[ ]|(?:Контакти?|Връзка)[ ]с[ъс]?[ ]", re.IGNORECASE)
# A sign that points is read as a quote: `» Филиал`.
_LEAD = r"(?:\"[ ])?+[^\w\n\t\"]{0,4}"
_HEAD = re.compile(
    rf"""{_LEAD}
    (?P<words> [А-ЯA-Z] (?: [^:;.\n\t] | (?<=[ ]с)\. | (?<=[ ]гр)\.
          | (?<=[а-я]{4})\.(?=[ ][а-я]) | (?<=[Гг]л)\. | (?<=[Зз]ам)\. | (?<=[СсМм][тл])\. ){{1,95}}?
        (?: [ ]-[ ][А-Я][а-я]+(?:[ ][А-Я]?[а-я]+)?(?=:) )? )                    # Филиал - Долно Поле: ...
    (?: :(?!(?<=[0-9].)[0-9]) | [ ]- ) [ ]? (?=[^\s])""",
    re.VERBOSE,
)
# A place whose telephone stands behind somebody's name: `с. Горно Поле - Петкан Рендов, тел. 841 234`.
_AT_PLACE = re.compile(
    r"""[ *•-]{0,4}
    (?P<words> (?: (?: (?:[Кк]метство|КМЕТСТВО)[ ] )? (?:[сС]|[гГ]р|ГР)\.[ ]?[А-Я] | (?:[Кк]метство|КМЕТСТВО)[ ] )
        [^,:;.(\n\t-]{2,30}? )
    [ ]? [,:-]""",
    re.VERBOSE,
)
# The word for the kind of a value.
_KIND = rf"[ ](?i:{CALLED}|адрес)(?![а-яa-z])"
_NAMES_KIND = re.compile(_KIND)
# A part of a body before its address, with no mark behind it: `Филиал „Изток“ с. Долно Поле, ул. Роза 1, тел. 841 234`.
_PART = re.compile(
    rf"""{_LEAD} (?P<words> (?: ИРМ | Изнесен\w+ | {printed(LOCATED)} ) (?![а-я])
    (?: (?!{_KIND}) [^:;.,\n\t] | (?<=[ ]с)\. | (?<=[ ]гр)\. ){{0,58}} )""",
    re.VERBOSE,
)
# Between a name and a number, in a row that lost its table: `Минка Илева Долно Поле 841 234`.
_IN_ROW = re.compile(
    r"""(?: [ ]{1,4}(?P<place>[А-Я][а-я]{2,}(?:[ -][А-Я]?[а-я]{2,}){0,2})[ ]{1,4}
      | [ ]{3,}(?P<cell>[А-Яа-я][^\W\d][^\d\s]*+(?:[ ][^\d\s]{1,20}){0,5})[ ]{3,} )""",
    re.VERBOSE,
)
_WHEN_OPEN = re.compile(rf"{OPENING}|приемен ден|прием(?![а-я]|[ ]на[ ](?!граждан))", re.IGNORECASE)
_MOST_BETWEEN, _MOST_BLANKS = 6, 8
# From the hours of one to those of the next: `Касата работи от 9 до 12 ч., а деловодството от 9 до 17 ч.`
_OF_THE_NEXT = re.compile(
    r"""[ ]?,?[ ](?:а|и)[ ](?:на[ ])? (?P<words>[а-яА-Я]{5,}(?:[ ][^,;:.\n\d]{1,50}?)?)
    [ ]?(?:-|(?:е|са|работят?|работи)(?=[ ]))?[ ]?(?:от[ ])?""",
    re.VERBOSE,
)
_PARTED = re.compile(r"[ ]?[,;|/(-][ ]?|[ ](?:и|или)[ ](?:(?:на|по|чрез)[ ])?")
# What names no one but a way to reach: `Горещ телефон`, `централа`.
_CALLS = re.compile(r"тел(?:\.|ефон)|лини[яи]|факс|централа|mail|мейл|поща|моб|gsm", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[.!?](?:(?<=[а-я]{4}[.!?])|(?<=[ ](?:май|юни|юли|дни|час|ден)[.!?])"
    r"|(?<=[0-9\")][.!?])|(?<=[0-9]г\.)|(?<=[0-9][ ]г\.))"
    r"(?<![Пп]роф\.)(?<!експ\.)(?<!спец\.)(?<!инсп\.)[ ]+(?=[А-ЯA-Z][а-я]{2}|За[ ])"
)


class Lines(PriceRows):
    """One page with its values, and what opens their lines."""

    def line_head(self, number: int, line: int, name: str | None) -> str | None:
        """What opens the line or sentence of a value and says whose it is or what for; a fax is called just that."""
        if self.kept[number].kind not in _HEADED or (name and FAX.fullmatch(name)):
            return None
        if told := self.told(number, line):
            return told
        if not number or self.starts[number - 1] < line:
            return None
        return self._head_of(number, line, name) or (None if name else self._place_behind(number, line))

    def _head_of(self, number: int, line: int, name: str | None) -> str | None:
        """The words at the head of the value's line or sentence, over the people and places between them.

        `Отдел „Култура“: експерт Иван Петров, 841 234`, `Заявки: тел. 841 234 или kultura@primer.bg`. One that is
        called by its kind (`name`) stands right behind what is passed over: `Филиал „Изток“, ул. Роза 1, тел. 841 234`.
        """
        start, stop = self.sentence(line, self.starts[number]), self.starts[number]
        part = _PART.match(self.text, start, stop)
        if place := self.place_of(number, start, stop):
            return place
        head = self._opening(part, start, stop)
        if head is None:
            return None if name else self._body_of(number, start)
        end = passed = head.end("words")
        if head is part and (places := [it.start for it in self.within(start, end) if it.kind in _WHERE]):
            passed = places[0]  # `филиал с. Черник` is named after its place
            end = passed if " " in self.text[start:passed].strip(EDGE) else end
        words = self.text[head.start("words") : end].strip(EDGE)
        opening = self.kept[number].kind != "hours" and _WHEN_OPEN.match(words)
        if not words or opening or CLAUSE.search(words) or is_generic(words):
            return None
        if any(it.kind in _NOT_OF_HEAD or (name and it.stop > end) for it in self.within(start, end)):
            return None
        between = [it for it in self.within(passed, stop) if it.kind in (_PASSED_BY_PARTS if part else _PASSED)]
        own = between and all(it.kind == "person" for it in between)
        if name and not (own or part or _WHOSE.match(words) or any(it.kind in _NOT_WHERE for it in between)):
            return None
        next_to = between and (not name or self._is_next(between[-1], number, name))
        return words + self._place_of_head(between, end, stop) if next_to else None

    def _place_of_head(self, between: Sequence[Candidate], end: int, stop: int) -> str:
        """The place behind the words that end at `end`, which tells a unit from others: `ТО - Хасково: 841 234`."""
        place = between[0]
        joint = self.text[end : place.start]
        told = place.kind == "place" and len(between) == 1 and joint.strip() == "-"
        told = told and self.text[place.stop : stop].strip() == ":"
        return joint + self.text[place.start : place.stop] if told else ""

    def _opening(self, part: re.Match[str] | None, start: int, stop: int) -> re.Match[str] | None:
        """The words that open a line or sentence up to a mark, or a part of a body before its address or mail.

        `Деловодство e-mail: a@primer.bg, тел. 841 234`
        """
        head = None if part and _NAMES_KIND.match(self.text, part.end()) else _HEAD.match(self.text, start, stop)
        return head or part

    def _body_of(self, number: int, start: int) -> str | None:
        """What stands before the address that a telephone follows: `Администрация, ул. „Липа“ 6, 841 234`."""
        before = self.kept[number - 1]
        words = self.text[start : before.start].strip(EDGE)
        gap = self.text[before.stop : self.starts[number]]
        # `Каса      9:00 - 17:00      841 234`
        if before.kind != "address" and not (before.kind == "hours" and not _WHEN_OPEN.match(words)):
            return None
        if gap.strip(" ,;-|") or not words[:1].isupper() or len(words.split()) > _MOST_OF_BODY:
            return None
        held = self.within(start, before.start)
        place = bool(held) and held[0].kind == "place" and not words.startswith(MUNICIPALITY)
        return None if place or any(it.kind in _NO_BODY for it in held) else words

    def generic_head(self, number: int, line: int, name: str | None) -> str | None:
        """The word for contacts that opens a value's line, where nothing says more than its kind: `Контакти:`."""
        if self.kept[number].kind not in REACHED or (name and FAX.fullmatch(name)):
            return None
        head = _HEAD.match(self.text, self.sentence(line, self.starts[number]), self.starts[number])
        words = head["words"].strip(EDGE) if head else ""
        return words if is_generic(words) and not is_bare_name(words) else None

    def topic(self, number: int, line: int, name: str | None) -> str | None:
        """What opens the sentence of a number of which no more is told: `Посещения - само със заявка, тел. ...`."""
        if self.kept[number].kind not in REACHED or not is_bare_name(name or ""):
            return None
        stop = self.starts[number]
        start = self.sentence(line, stop)
        head = _HEAD.match(self.text, start, stop)
        if head is None or any(it.kind in _NOT_OF_TOPIC for it in self.within(start, stop)):
            return None
        words = head["words"].strip(EDGE)
        if len(words.split()) > _MOST_OF_BODY or CLAUSE.search(words) or _WHEN_OPEN.match(words):
            return None
        return None if is_generic(words) or may_be_lent(words) else words

    def place_of(self, number: int, start: int, stop: int) -> str | None:
        """The place that opens the line of somebody's telephone: `с. Горно Поле - Петкан Рендов, 841 234`."""
        head = _AT_PLACE.match(self.text, start, stop) if self.kept[number].kind in REACHED else None
        if head is None:
            return None
        held = [it.kind for it in self.within(head.end(), stop)]
        return head["words"] if "person" in held and "address" not in held else None

    def village_of(self, start: int, stop: int) -> str | None:
        """The village between somebody's name at `start` and the telephone at `stop`: `Минка Илева с. Поле 841 234`."""
        held = self.within(start, stop)
        if [it.kind for it in held] != ["person", "place"] or self.text.startswith(_TOWN, held[1].start):
            return None
        around = self.text[held[0].stop : held[1].start] + self.text[held[1].stop : stop]
        return None if around.strip(EDGE) else self.text[held[1].start : held[1].stop]

    def _of_the_next(self, start: int, stop: int) -> str | None:
        """Whose the hours at `stop` are, behind those of another in their sentence."""
        others = [it.stop for it in self.within(start, stop) if it.kind == "hours"]
        found = _OF_THE_NEXT.fullmatch(self.text, others[-1], stop) if others else None
        return found["words"] if found else None

    def paid_above(self, line: int) -> str | None:
        """What the lines above an account say is paid, over banks and items: `Таксите се плащат по банков път`."""
        for start, stop in islice(self._over(line, _MOST_BLANKS), _MOST_BETWEEN):
            if told := payment_in(self.text[start : min(stop, start + FAR)]):
                return told
            if any(it.kind == "iban" for it in self.within(start, stop)) or self.text[start:stop].rstrip()[-1:] == ":":
                return None
        return None

    def at_address(self, number: int, line: int, name: str | None) -> str | None:
        """What stands at the address right before a telephone: `Район „Изток“: ул. „Роза“ 1, тел. 841 234`.

        The address of the body whose page it is tells of no such unit.
        """
        before = self.kept[number - 1] if number else self.kept[number]
        if before.kind != "address" or before.start < line:
            return None
        held = self.within(line, before.start)
        if len(held) == 1 and is_body(held[0]) and self.opens_line(held[0]) and self.lists_bodies:
            return self.text[held[0].start : held[0].stop] if self._is_next(before, number, name or "") else None
        if self.strength[number - 1] < Strength.BESIDE:
            return None
        label = before.label or ""
        of_body = any(map(is_body, held))
        told = label and not of_body and not _OF_ADDRESS.search(label) and not OF_ONE.fullmatch(name or "")
        return label if told and self._is_next(before, number, name or "") else None

    def reached_too(self, number: int, line: int, name: str | None) -> str | None:
        """The label of the telephone or mail right before another way to reach the same: `юрист - 841 234, a@х.bg`."""
        it, before = self.kept[number], self.kept[number - 1] if number else self.kept[number]
        of_one = MOBILE.fullmatch(name or "") is not None
        if not ({it.kind, before.kind} == REACHED or (of_one and before.kind in REACHED)):
            return None
        if before.start < line or not before.label or may_be_lent(before.label) or "fax" in it.details:
            return None
        if is_generic(before.label) or _CALLS.search(before.label):
            return None
        gap = self.text[before.stop : it.start]
        parted = _PARTED.match(gap)
        rest = gap[parted.end() :] if parted else gap
        same = (parted or name) and rest.strip(EDGE) == (name or "").strip(EDGE)
        return before.label if same and gap[:2] != ". " else None

    def _place_behind(self, number: int, line: int) -> str | None:
        """The place, or whatever a table says, between the name that begins a row and the number that ends it."""
        it, person = self.kept[number], self.kept[number - 1]
        if person.kind == "place" and number > 1:
            person = self.kept[number - 2]
        if it.kind != "phone" or person.kind != "person" or self.text[line : person.start].strip(ITEM_MARKS):
            return None
        found = _IN_ROW.fullmatch(self.text, person.stop, it.start)
        return found["place"] or found["cell"] if found else None

    def _is_next(self, before: Candidate, number: int, name: str) -> bool:
        """Whether only marks, remarks and the word naming the kind part a value from the one before.

        An account may be what that one is paid to: `Депозит - 500 лв., който се внася по сметка IBAN: ...`
        """
        it = self.kept[number]
        gap = _ASIDE.sub("", self.text[before.stop : it.start])
        paid = it.kind == "iban" and _PAID_TO.search(gap) is not None
        return paid or len(LETTER.findall(gap)) <= len(name) + 1

    def sentence(self, line: int, stop: int) -> int:
        """Where the sentence of a line begins that goes on at `stop`; `stop` where that is too far."""
        if stop - line > FAR:
            return stop
        for found in _SENTENCE.finditer(self.text, line, stop):
            line = found.end()
        return line

    def told(self, number: int, line: int) -> str | None:
        """The subject of the sentence in which the value is told: `Таксите се внасят по сметка ...`."""
        kind, stop = self.kept[number].kind, self.starts[number]
        start = self.sentence(line, stop)
        said = self.text[start:stop]
        if kind == "hours" and (of_the_next := self._of_the_next(start, stop)):
            return of_the_next
        subject = subject_of(kind, said) or (
            subject_behind(said, self.text, self.kept[number].stop) if kind in REACHED else None
        )
        # `Оферти се приемат до 12.05. от Минка Илева, тел. 841 234`: the sentence tells of the day, the value is hers.
        more = subject and kind in REACHED and any(it.kind == "person" for it in self.within(start, stop))
        return None if more else subject
