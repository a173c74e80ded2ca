"""Openings: whose hours are that a page calls by no noun (`Работи:`), by the unit that stands over them.

>>> bare_opening("Работи с граждани"), bare_opening("Работно време")
(True, False)
>>> without_days("ЛЯТНО РАБОТНО ВРЕМЕ от 1.07. до 31.08."), without_days("Работно време на касата")
('ЛЯТНО РАБОТНО ВРЕМЕ', 'Работно време на касата')
>>> without_days("Записване - 21 - 25.06.2021 г"), without_days("Каса 12")
('Записване', 'Каса 12')
"""

import re
from bisect import bisect_left
from itertools import islice

from govarchive.link.call_words import REACHED
from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, ROOM
from govarchive.link.labels.between import is_opening
from govarchive.link.labels.hours_told import day_off, opening_before
from govarchive.link.labels.over import Strength
from govarchive.link.labels.purposes import subject_of
from govarchive.link.labels.sheet import BODIES, Sheet
from govarchive.link.units import COUNTERS, any_of
from govarchive.model import Candidate
from govarchive.text.calendar import MONTH
from govarchive.text.layout import line_start, lines_above, words_above

# What says of a unit above that it is open.
_BARE = re.compile(
    r"(?:работ(?:и|им|ят)|приемат?|отворен[оаи]?)"
    r"(?:[ ](?:без[ ]прекъсване"
    r"|(?:с[ ]|на[ ]|за[ ])?(?:граждани|гости|посетители|клиенти|пациенти|читатели|родители)))?",
    re.IGNORECASE,
)
# The desk at which a sentence says that something is done, before its hours: `Плаща се в касата, стая 3 - `.
_DESK = re.compile(
    rf"""(?:\A|(?<=[:.]))[ ]?(?=[А-Я])[^\n]*?(?<=[ ])(?:в|във|на|при|и|:)[ ]
    (?P<words>(?:касата?|гишето?|деловодството?|регистратурата?|изнесен[а-я]+[ ](?:работно[ ]място|гише))(?![а-я])
      (?:[ ](?:№[ ]?[0-9]+|за|на|в|с\.|гр\.|[а-я]{{4,}}|[А-Я][а-яА-Я]+)){{0,5}}?)
    (?=[ ]?[,(:]|[ ]-|[ ]?\Z|[ ](?:е|са|работи)[ ]|[ ](?:(?:в|на)[ ])?{ROOM})
    (?: (?! ,[ ](?:а|но)[ ] | [ ]се[ ] )
        (?: [^:;.\n] | (?<=[ ]ст)[.] | (?<=[ ]ет)[.] ) ){{0,60}}\Z   # up to the next clause""",
    re.VERBOSE,
)
# What is done at a desk or in a room, before it: `Плащания в брой - в касата, стая 4`, `Скици - в стая 3`.
_DONE_THERE = re.compile(
    rf"\W*(?P<words>[А-Я][^:;.,\n0-9]{{3,60}}?)[ ]?[:-][ ](?:в|във|на|при)[ ](?:\Z|{ROOM}[ ,(-]*\Z)"
)
_WITH_DAYS = re.compile(
    r"(?P<words>(?:[^\W\d_]+[ ]){0,2}(?:работно|приемно)[ ]време)[ ](?:от|през|за|до|в[ ]периода)[ ][^\n]*[0-9].*",
    re.IGNORECASE,
)
_BEFORE_DAYS = re.compile(
    rf"""(?P<words>[^\n]*?[^\W\d_]{{3}})(?:[ ]?[,:-][ ]|[ ][(/][ ]?)(?:(?:от|на|до)[ ])?[0-9]{{1,2}}[ .-]
    (?:[0-9 .-]|{MONTH}|[ ]до[ ])*(?:г(?:од)?\.?)?[)/]?""",
    re.VERBOSE | re.IGNORECASE,
)
# A unit that serves people and may have hours of its own; what a whole body is called is no such word.
_UNIT = re.compile(
    rf"""(?:[^\W\d_-]+(?:но|на|ен|ско|ска|ски|а|о)[ ]){{0,3}}
    (?: {any_of(COUNTERS)} | кас[аи] | звено | отделение | лаборатория | кабинет | клон | пункт | аптека | център[ ]за
      | читалня | заемна | магазин ) (?![а-я]) (?:[ ][^:;@]{{1,60}})?""",
    re.VERBOSE | re.IGNORECASE,
)
# What hours are called rather than who has them.
_WHEN = re.compile(r"(?:работно|раб\.|приемно|лятно|зимно)[ ]|прием(?:ен|на|и)?(?![а-я])|обедна", re.IGNORECASE)
_MOST_LINES, _MOST_BLANKS = 8, 3


def bare_opening(label: str) -> bool:
    """Whether a label of hours says by no noun what they are."""
    return _BARE.fullmatch(label) is not None


def desk_before(words: str) -> str | None:
    """The desk that a sentence names right before hours, if these are not called by a name of their own.

    >>> desk_before("В брой се плаща на касата на дружеството, "), desk_before("Работно време на касата: ")
    ('касата на дружеството', None)
    >>> desk_before("Молби се приемат в деловодството, а справки се правят от ") is None
    True
    """
    found = _DESK.search(words) if not _WHEN.match(words.lstrip()) else None
    done = _DONE_THERE.match(words, 0, found.start("words") if found else len(words))
    if done and not CLAUSE.search(done["words"]):
        return done["words"]
    return (subject_of("hours", words[: found.start("words")]) or found["words"]) if found else None


def without_days(label: str) -> str:
    """What hours are called, without the days from which to which they are kept."""
    found = _WITH_DAYS.fullmatch(label) or _BEFORE_DAYS.fullmatch(label)
    return found["words"] if found else label


class Openings(Sheet):
    """One page with its values, and the units whose hours it tells."""

    def said_of_hours(self, it: Candidate, cell: int) -> str | None:
        """That hours tell days off, or the desk before them: `Плащане в касата (работи от 9 до 12 ч.)`."""
        if it.kind != "hours":
            return None
        floor = max(cell, it.start - LONGEST)
        before = self.text[floor : it.start]
        opening = opening_before(before)
        if (
            opening
            and opening.endswith("време")
            and not any(it.kind == "person" for it in self.within(floor, it.start))
        ):
            opening = None  # `Регистратура, приемно време: 9 - 12 ч.`
        return day_off(self.text[it.start : it.stop]) or opening or desk_before(before)

    def open_above(self, number: int, line: int) -> str | None:
        """Whose hours the line above a telephone tells: `Каса: от 9 до 17 ч.`, and below it `тел. 841 234`."""
        if self.kept[number].kind not in REACHED or not self.stands_alone(number, line):
            return None
        start, stop = words_above(self.text, line)
        hours = [at for at in range(*self._numbers(start, stop)) if self.kept[at].kind == "hours"]
        label = self.kept[hours[0]].label if hours and self.strength[hours[0]] == Strength.BESIDE else None
        if label is None or _WHEN.match(label) or any(it.kind in REACHED for it in self.within(start, stop)):
            return None
        if CLAUSE.search(self.text, start, self.starts[hours[0]]):
            return None  # a sentence tells more than whose they are
        return label if self.text.startswith(label, start) else None

    def _numbers(self, start: int, stop: int) -> tuple[int, int]:
        return bisect_left(self.starts, start), bisect_left(self.starts, stop)

    def unit_open(self, number: int) -> str | None:
        """The unit in the nearest line above hours that is neither their own heading nor an address or a number."""
        blanks = 0
        line = line_start(self.text, self.starts[number])
        for start, stop in islice(lines_above(self.text, line), _MOST_LINES):
            words = self.text[start:stop].strip(EDGE)
            blanks += not words
            if blanks > _MOST_BLANKS:
                return None
            held = self.within(start, stop)
            if words and not (is_opening(words) or self.is_passed_over(number, start, words, held)):
                told = len(words) <= LONGEST and all(it.kind in BODIES for it in held)
                return words if told and _UNIT.fullmatch(words) else None
        return None
