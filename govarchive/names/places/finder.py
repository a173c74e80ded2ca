"""Where places are named in a page: by a mark, by list, by what stands before them, beside them or elsewhere on it.

A name marked once (`с. Хърлец`, `кметство Хърлец`) is known on the whole page. A name no list knows is a place where a
word of place leads to it (`край`, `жителите на`), or where others of its kind stand in one row with it.

>>> text = "Пътят от с. Голинци през Сталийска махала минава край Станково, Василовци и Лом. Голинци е без вода."
>>> [text[it.start : it.stop] for it in places(text)]
['с. Голинци', 'Сталийска махала', 'Станково', 'Василовци', 'Лом', 'Голинци']
"""

import re
from functools import cache

from govarchive.model import Span
from govarchive.names.cut_short import LASTS, RULE, cut_short
from govarchive.names.places.columns import COLUMN, HEADS, columns
from govarchive.names.places.doubts import PERSON_AFTER, another_thing, fits
from govarchive.names.places.initialed import mark_start, no_surname, of_person
from govarchive.names.places.lists import lists, opened_alike, opens_line, said_to_be, told_elsewhere
from govarchive.names.places.page import PAIRED, PlacePage
from govarchive.names.places.rows import DASH, NEXT, rows
from govarchive.names.places.toponyms import CAPITALS, first_words, known_at, regions, shared_at
from govarchive.names.places.village_names import marked_name_at, name_at
from govarchive.names.places.words import (
    DOTTED,
    FROM,
    IN,
    LEADING,
    LISTS,
    MANY,
    MARKS,
    OF,
    ROADS,
    Mark,
    all_first_words,
    is_village,
    no_municipality,
)
from govarchive.text.fold import lower
from govarchive.text.words import Listed, places_of

_DOTTED = re.compile(r"\.[ ]?\n?")
_SPACED = re.compile(r"[ ]{1,2}|[ ]?:[ \t]")
_LISTING = re.compile(r"[ ]{1,2}|[ ]?[:-][ ]{1,2}")
# `Села в община Смолян - Виево, Мугла`; `населените места от община Етрополе: с. Брусен`.
_OF_LAND = re.compile(
    r"[ ](?:в|във|на|от)[ ](?:територията[ ]на[ ])?(?:(?:[Оо]бщина|[Оо]бласт|[Рр]айон)[ ]|[Оо]бщ\.[ ]?|[Оо]бл\.[ ]?)"
    r"[А-ЯЍ][А-Яа-яЍѝ ]{2,25}?[ ]?[:-][ ]?\n?(?:(?:гр|с)\.[ ]?)?(?=[А-ЯЍ])"
)
# Who serves a village, before its name: `кметове на кметства: Рада Рендова - Главан, Цоло Рендов - с. Мъдрец`.
_WHO_FIRST = re.compile(
    r"[А-ЯЍ][а-яѝ]+[ ](?:[А-ЯЍ][а-яѝ]*\.?[ ])?[А-ЯЍ][а-яѝ]+(?:-[А-ЯЍ][а-яѝ]+)?[ ]?-[ ]?(?:с\.[ ]?)?(?=[А-ЯЍ])"
)
# Who governs it, behind its name.
_WHO = re.compile(
    r"[ ]?-[ ]?(?:инж\.|д-р)?[ ]?[А-ЯЍ][а-яѝ]*\.?(?:[ ][А-ЯЍ][а-яѝ]*\.?){0,2}[ -]{1,3}[А-ЯЍ][а-яѝ]+(?=,[ ]|[ ]и[ ])"
    # Where it lies, until when: `Рилци и Дъбрава (от север); Бистрица`.
    r"|[ ]\([^()\n]{2,40}\)(?=,[ ]|;[ ]|[ ]и[ ])"
    # At what hour: `селата Каменец, от 9,00 ч. и Саранско`.
    r"|,?[ ](?:от|в)[ ][0-9]{1,2}[.,:][0-9]{2}[ ]?ч(?:\.|аса)?(?=,?[ ]и[ ]|,[ ])"
)
# `път III-205 Монтана - Медковец`, `път DOB2171 /III-293/ - Коритен - Северци`
_ROAD_NUMBER = re.compile(
    r"[ ](?:№[ ]?)?(?:[A-Z]{3}[ ]?[0-9]{2,5}|[IІ]{1,3}[ ]?-[ ]?[0-9]{1,5})"
    r"(?:[ ]?/[^/\n]{2,20}/)?[ ]?[,-]?[ ]?\"?(?=[А-ЯЍ])"
)
_BEFORE_ENDS = frozenset((" ", ": ", " - "))
_REGION = re.compile(
    r"[А-ЯЍ][а-яѝ]+[сшчщ]ка(?:та)?[ ]+(?:област(?!\w)|обл\.)|[А-ЯЍ]{3,}[СШЧЩ]КА(?:ТА)?[ ]+ОБЛАСТ(?!\w)"
)
_OF_REGION = ("ка", "ката", "КА", "КАТА")
_REGION_AFTER = re.compile(r"[ ]?-?[ ]?(?:област|ОБЛАСТ|град|столица)(?![А-Яа-я])")
_REGION_BEGINS = frozenset((" о", " О", " г", " с", " -", "- ", "-о", "-О", "-г", "-с"))
_JOINED = frozenset((" - ", "-", " -", "- "))
# The first half of `ж.к.`
_ESTATE = frozenset("жЖ")
_PREPOSITIONS = IN | FROM


def places(text: str) -> list[Span]:
    """The places of a folded text, outside bodies and addresses, in order; the rule says what told of them."""
    return _Finder(text).found()


@cache
def _telling() -> Listed:
    """All the words that are looked at."""
    return Listed(LEADING | HEADS | all_first_words() | _PREPOSITIONS | LASTS)


class _Finder(PlacePage):
    """What finds the places of a page, by turns: leads, columns, names, rows, lists."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        # Where listed names stand that may belong to a list.
        self.listed: list[int] = []
        # Listed names that open a line, places or not.
        self.opening: list[tuple[int, int]] = []

    def found(self) -> list[Span]:
        text, parts = self.text, self.page.parts
        telling = places_of(text, _telling())
        for at in self._leads(telling):
            self._lead(at)
        for start, stop in cut_short(text, telling):
            self.put(start, stop, RULE)
        for start, stop in said_to_be(text):
            self.put(start, stop, "said to be")
            self.introduce(start, stop)
        for start, stop in columns(text, self.page, [at for at in telling if parts[at] in HEADS]):
            self.put(mark_start(text, start), stop, COLUMN)
            self.introduce(start, stop)
        for at in self._naming(telling):
            if parts[at] in _PREPOSITIONS:
                self._after_preposition(at)
            elif not self.taken[self.page.ends[at - 1]]:
                self._named(at)
        rows(self)
        lists(self, self.listed)
        opened_alike(self, self.opening)
        told_elsewhere(self, self.opening)
        return sorted(self.spans)

    def _leads(self, telling: list[int]) -> list[int]:
        """The words that lead to a name; most others are the prepositions `с` and `к`, or have no capital behind."""
        parts, last = self.page.parts, len(self.page.parts) - 2
        return [
            at
            for at in telling
            if parts[at] in LEADING
            and at < last
            and (
                parts[at + 2][0] in CAPITALS
                or (parts[at] in OF and parts[at + 2] == "на")
                or parts[at] in LISTS
                or parts[at] in ROADS
            )
            and (parts[at] not in DOTTED or parts[at + 1][0] == ".")
        ]

    def _naming(self, telling: list[int]) -> list[int]:
        """The words a name may begin with, and the prepositions before a capital, in order."""
        parts, introduced, first = self.page.parts, self.introduced, all_first_words()
        last = len(parts) - 2
        found = [
            at
            for at in telling
            if parts[at] in first or (parts[at] in _PREPOSITIONS and at < last and parts[at + 2][0] in CAPITALS)
        ]
        if introduced:
            found += self.page.among(introduced.keys() - first)
            found.sort()
        return found

    def _lead(self, at: int) -> None:
        """A word that tells of a name behind it: a mark, the head of a list, `жителите на`."""
        parts, ends = self.page.parts, self.page.ends
        word, gap = parts[at], parts[at + 1]
        if word in OF:
            if gap == " ":
                self._of(at)
        elif word in MARKS:
            self._marked(at, MARKS[word])
        elif word in LISTS:
            self._list(at)
        elif gap in _BEFORE_ENDS and parts[at + 2][0] in CAPITALS and not parts[at + 2].isascii():
            self._road(ends[at + 1])
        elif (number := _ROAD_NUMBER.match(self.text, ends[at])) is not None:
            self._road(number.end())

    def _list(self, at: int) -> None:
        """The head of an enumeration, and the land that its places lie in."""
        parts, ends = self.page.parts, self.page.ends
        if parts[at + 2][0] not in CAPITALS:
            land = _OF_LAND.match(self.text, ends[at])
            if land is not None:
                self._listed(land.end())
        elif _LISTING.fullmatch(parts[at + 1]):
            self._listed(ends[at + 1])

    def _of(self, at: int) -> None:
        """`жителите на X`, `кмет на X`; the X of `кметство X` stays in the name of the body and is only made known."""
        parts, ends = self.page.parts, self.page.ends
        if parts[at + 2] == "на" and parts[at + 3] == " " and at + 4 < len(parts) and parts[at + 4][0] in CAPITALS:
            stop = self.unlisted(ends[at + 3], parts[at].startswith(("км", "нам")))
            if stop and self.put(ends[at + 3], stop, "named before"):
                self.introduce(ends[at + 3], stop)
                self._others(stop, parts[at])
        elif parts[at + 2][0] in CAPITALS and lower(parts[at]) == "кметство":
            self.introduce(ends[at + 1], name_at(self.text, ends[at + 1]))

    def _others(self, stop: int, leader: str) -> None:
        """The further names behind a leader of many: `жителите на X и Y`."""
        following = NEXT.match(self.text, stop) if leader in MANY else None
        if following is not None and (end := self.unlisted(following.end())):
            self.put(following.end(), end, "named before")
            self._others(end, leader)

    def _marked(self, at: int, mark: Mark) -> None:
        """`с. X`, `гр. X`, `област X`, `община X` where no body took it; after a colon the name alone."""
        parts, ends, text = self.page.parts, self.page.ends, self.text
        start, name, gap = ends[at - 1], ends[at + 1], parts[at + 1]
        if not (_DOTTED if mark.dotted else _SPACED).fullmatch(gap):
            return
        if mark.word == "място" and (":" not in gap or not is_village(parts[at + 2])):
            return
        if (of_person(text, start, name) and not self._behind_body(start, name)) or self._is_joined(at, mark):
            return
        cut = mark.word in ("с", "гр", "село") or parts[at + 3][:1] == "."
        stop = marked_name_at(text, name) if cut else name_at(text, name)
        if stop == name or not fits(text, mark.word, name, stop):
            return
        if mark.word in ("с", "гр", "село", "град"):
            self.introduce(name, stop)
        if mark.word == "регион":
            start = name
        if mark.word == "к":
            start = ends[at - 3] if parts[at - 2 : at] == ["к", "."] else name
        self.put(start if mark.dotted or (gap[0] == " " and ":" not in gap) else name, stop, "marked")

    def _behind_body(self, start: int, name: int) -> bool:
        """Whether a mark that begins at `start` stands right behind the quotes of a body, and no surname behind it."""
        quote = self.text.rfind('"', max(0, start - 4), start)
        return quote >= 0 and bool(self.taken[quote]) and no_surname(self.text, name)

    def _is_joined(self, at: int, mark: Mark) -> bool:
        """Whether a mark ends what stands before it: `областен управител на София - град`, `ж.к. Орел`."""
        parts = self.page.parts
        if mark.word == "к":
            return parts[at - 2] in _ESTATE
        return mark.word == "град" and parts[at - 1] in _JOINED and lower(parts[at - 2]) in regions()

    def _listed(self, start: int) -> None:
        """Each name of an enumeration after `селата`, `общините`, `кметства`."""
        at: int | None = start
        while at is not None:
            who = _WHO_FIRST.match(self.text, at)
            at = who.end() if who else at
            stop = marked_name_at(self.text, at)
            if stop == at or PERSON_AFTER.match(self.text, stop) or no_municipality(self.text[at:stop]):
                return
            self.put(at, stop, "listed")
            self.introduce(at, stop)
            following = NEXT.match(self.text, self._governed(stop))
            at = following.end() if following and "." not in following[0] else None

    def _governed(self, stop: int) -> int:
        """Behind whoever stands with a name of an enumeration: `селата Мъдрец - Рада Рендова, Главан - Ц. Рендов`."""
        who = _WHO.match(self.text, stop)
        return who.end() if who else stop

    def _road(self, start: int) -> None:
        """The two or more places that a road or a line joins: `пътя Лом - Арчар - Видин`."""
        stops = [(start, name_at(self.text, start))]
        while (dash := DASH.match(self.text, stops[-1][1])) is not None:
            stops.append((dash.end(), name_at(self.text, dash.end())))
        stops = [it for it in stops if it[0] < it[1]]
        if len(stops) > 1 and not PERSON_AFTER.match(self.text, stops[-1][1]):
            for begin, end in stops:
                if self.put(begin, end, "road"):
                    self.introduce(begin, end)

    def _named(self, at: int) -> None:
        """A name known by list or from elsewhere on the page."""
        text, start = self.text, self.page.ends[at - 1]
        stop, rule = self._name(start, self.page.parts[at])
        if stop == start or self.taken.find(1, start, stop) >= 0:
            return
        if text[start - 1 : start] == "\n" or text[stop : stop + 2] == ", ":
            self.listed.append(start)
        if rule == "known name" and opens_line(text, start, stop):
            self.opening.append((start, stop))
        if rule == "region" or not another_thing(text, start, stop, self.joined(start), rule == "named on the page"):
            after = _REGION_AFTER.match(text, stop) if text[stop : stop + 2] in _REGION_BEGINS else None
            self.put(start, after.end() if after and lower(text[start:stop]) in regions() else stop, rule)

    def _name(self, start: int, word: str) -> tuple[int, str]:
        """Where the longest known name at `start` ends, and what knows it."""
        text = self.text
        region = _REGION.match(text, start) if word.endswith(_OF_REGION) else None
        if region is not None:
            return region.end(), "region"
        stop = known_at(text, start)
        for name in self.introduced.get(word, ()):
            end = start + len(name)
            if end > stop and lower(text[start:end]).replace("\n", " ") == name and not text[end : end + 1].isalpha():
                return end, "named on the page"
        return (stop if stop > start else shared_at(text, start)), "known name"

    def _after_preposition(self, at: int) -> None:
        """An unlisted name behind a preposition."""
        parts, start = self.page.parts, self.page.ends[at + 1]
        if parts[at + 1] not in (" ", "\n") or self.taken[start]:
            return
        if parts[at + 2] in first_words() and known_at(self.text, start) > start:
            return
        stop = self.unlisted(start)
        if stop and (parts[at] in IN or parts[at + 2] in PAIRED or is_village(self.text[start:stop])):
            self.put(start, stop, "named before")
