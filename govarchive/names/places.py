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
from govarchive.names.bodies import bodies
from govarchive.names.place_columns import HEADS, columns
from govarchive.names.place_doubts import PERSON_AFTER, another_thing, fits, initial
from govarchive.names.place_words import (
    DOTTED,
    FROM,
    IN,
    LEADING,
    LISTS,
    MANY,
    MARKS,
    OF,
    ROADS,
    STREET_MARKS,
    Mark,
    is_village,
    may_name,
    printed_forms,
    village_like,
)
from govarchive.names.toponyms import (
    CAPITALS,
    adjectives_of_regions,
    first_words,
    known_at,
    marked_name_at,
    name_at,
    regions,
    shared_at,
    shared_first_words,
)
from govarchive.text.address_marks import in_address
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees
from govarchive.text.words import Listed, places_of, words

_DOTTED = re.compile(r"\.[ ]?\n?")
_SPACED = re.compile(r"[ ]{1,2}|[ ]?:[ \t]")
_LISTING = re.compile(r"[ ]{1,2}|[ ]?[:-][ ]{1,2}")
_NEXT = re.compile(r"(?:[ ]*,[ ]*|[ ][иИ][ ]|[ ]?;[ ]?)\n?(?:(?:гр|с|общ)\.[ ]?)?(?=[А-ЯЍ])")
_DASH = re.compile(r"[ ]?-[ ]?(?=[А-ЯЍ])")
_BEFORE_ENDS = frozenset((" ", ": ", " - "))
# A day behind each name of a list: `Тополово: 01.04., Новаково: 03.04.`
_DAY = re.compile(
    r"""
    [ ]?[:-][ ]?[0-9]{1,2}\.[0-9]{1,2}\.?(?:[0-9]{4})?(?:[ ]?г\.?)?   # : 01.04.2014 г.
    (?:[ ]?[,;][ ]?|[ ]и[ ]|[ ]?\n) (?:с\.[ ]?)? (?=[А-ЯЍ])            # and the next name
    """,
    re.VERBOSE,
)
_DAY_AFTER = re.compile(r"[ ]?[:-][ ]?[0-9]{1,2}\.[0-9]{1,2}(?![0-9])")
_BETWEEN = re.compile(r"[ ]?,[ ]*\n?|[ ]и[ ]|[ ]?-[ ]?")
_BETWEEN_ENDS = frozenset(" ,-\n")
_FARTHEST = 40
_SPACED_ENDS = frozenset((", ", "и ", "- ", "  "))
_JOINED_BEFORE = frozenset((", ", "и "))
_JOINED_AFTER = frozenset((" и", " И", " ,", " ;", "  "))
_REGION = re.compile(r"[А-ЯЍ][а-яѝ]+[сшчщ]ка(?:та)?[ ]+област(?!\w)")
_REGION_AFTER = re.compile(r"[ ]?-?[ ]?(?:област|ОБЛАСТ|град|столица)(?![А-Яа-я])")
_REGION_BEGINS = frozenset((" о", " О", " г", " с", " -", "- ", "-о", "-О", "-г", "-с"))
# What may stand behind an unlisted name: another capitalised word makes it a person or a title.
_ENDS = re.compile(r"[ ]*(?:[,;.:)(\n\t!?]|$)|[ ]+[а-я(0-9-]")
_WORD_AFTER = re.compile(r"[ ]([а-я]+)")
_PREPOSITIONS = IN | FROM
# The two halves of a divided village: `Горни Воден` and `Долни Воден`.
_PAIRED = frozenset(part + ending for part in ("Горн", "Долн") for ending in "оаи")
_LAST_NAME = re.compile(r"[А-ЯЍ][а-яѝ]+(?:[ ][А-ЯЍ]?[а-яѝ]{2,})?$")


def places(text: str) -> list[Span]:
    """The places of a folded text, outside bodies and addresses, in order; the rule says what told of them."""
    return _Finder(text).found()


@cache
def _telling() -> Listed:
    """All the words that are looked at."""
    return Listed(LEADING | HEADS | _first() | _PREPOSITIONS)


@cache
def _first() -> frozenset[str]:
    return first_words() | shared_first_words() | adjectives_of_regions()


class _Finder:
    """One page: where bodies and places stand so far, and the names that marks have made known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = words(text)
        # One byte a character: what is taken already.
        self.taken = bytearray(len(text) + 1)
        for start, stop, *_ in bodies(text):
            self.taken[start:stop] = b"\1" * (stop - start)
        self.spans: list[Span] = []
        self.introduced: dict[str, tuple[str, ...]] = {}

    def found(self) -> list[Span]:
        text, parts = self.text, self.page.parts
        telling = places_of(text, _telling())
        for at in self._leads(telling):
            self._lead(at)
        for start, stop in columns(text, self.page, [at for at in telling if parts[at] in HEADS]):
            self._put(start, stop, "column")
            self._introduce(start, stop)
        for at in self._naming(telling):
            if parts[at] in _PREPOSITIONS:
                self._after_preposition(at)
            elif not self.taken[self.page.ends[at - 1]]:
                self._named(at)
        self._rows()
        return sorted(self.spans)

    def _leads(self, telling: list[int]) -> list[int]:
        """The words that lead to a name; most others are the prepositions `с` and `к`, or have no capital behind."""
        parts, last = self.page.parts, len(self.page.parts) - 2
        return [
            at
            for at in telling
            if parts[at] in LEADING
            and at < last
            and (parts[at + 2][0] in CAPITALS or (parts[at] in OF and parts[at + 2] == "на"))
            and (parts[at] not in DOTTED or parts[at + 1][0] == ".")
        ]

    def _naming(self, telling: list[int]) -> list[int]:
        """The words a name may begin with, and the prepositions before a capital, in order."""
        parts, introduced, first = self.page.parts, self.introduced, _first()
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

    def _free(self, start: int, stop: int) -> bool:
        return self.taken.find(1, start, stop) < 0

    def _put(self, start: int, stop: int, rule: str) -> bool:
        """Keep a span where nothing is yet; part of an address is taken, but no place of its own."""
        if self.taken.find(1, start, stop) >= 0:
            return False
        self.taken[start:stop] = b"\1" * (stop - start)
        if in_address(self.text, start, stop):
            return False
        self.spans.append(Span(start, stop, rule))
        return True

    def _introduce(self, start: int, stop: int) -> None:
        """Keep a name that a mark has told; one in capitals is known in small letters too."""
        name = self.text[start:stop].replace("\n", " ")
        if stop - start < 4 or "." in name:
            return
        forms, low = printed_forms(name)
        for form in forms:
            known = self.introduced.get(form, ())
            if low not in known:
                self.introduced[form] = (*known, low)

    def _lead(self, at: int) -> None:
        """A word that tells of a name behind it: a mark, the head of a list, `жителите на`."""
        parts, ends = self.page.parts, self.page.ends
        word, gap = parts[at], parts[at + 1]
        if word in OF:
            if gap == " ":
                self._of(at)
        elif word in MARKS:
            self._marked(at, MARKS[word])
        elif word in LISTS and _LISTING.fullmatch(gap):
            self._listed(ends[at + 1])
        elif word in ROADS and gap in _BEFORE_ENDS:
            self._road(ends[at + 1])

    def _of(self, at: int) -> None:
        """`жителите на X`, `кмет на X`; the X of `кметство X` stays in the name of the body and is only made known."""
        parts, ends = self.page.parts, self.page.ends
        if parts[at + 2] == "на" and parts[at + 3] == " " and at + 4 < len(parts) and parts[at + 4][0] in CAPITALS:
            stop = self._unlisted(ends[at + 3], parts[at].startswith(("км", "нам")))
            if stop and self._put(ends[at + 3], stop, "named before"):
                self._introduce(ends[at + 3], stop)
                self._others(stop, parts[at])
        elif parts[at + 2][0] in CAPITALS and lower(parts[at]) == "кметство":
            self._introduce(ends[at + 1], name_at(self.text, ends[at + 1]))

    def _others(self, stop: int, leader: str) -> None:
        """The further names behind a leader of many: `жителите на X и Y`."""
        following = _NEXT.match(self.text, stop) if leader in MANY else None
        if following is not None and (end := self._unlisted(following.end())):
            self._put(following.end(), end, "named before")
            self._others(end, leader)

    def _marked(self, at: int, mark: Mark) -> None:
        """`с. X`, `гр. X`, `област X`, `община X` where no body took it; after a colon the name alone."""
        parts, ends, text = self.page.parts, self.page.ends, self.text
        start, name, gap = ends[at - 1], ends[at + 1], parts[at + 1]
        if not (_DOTTED if mark.dotted else _SPACED).fullmatch(gap) or (mark.word == "място" and ":" not in gap):
            return
        if text[start : start + 2] == "С." and initial(text, name):
            return
        stop = marked_name_at(text, name) if mark.word in ("с", "гр", "село") else name_at(text, name)
        if stop == name or not fits(text, mark.word, name, stop):
            return
        if mark.word in ("с", "гр", "село", "град"):
            self._introduce(name, stop)
        if mark.word == "к":
            start = ends[at - 3] if parts[at - 2 : at] == ["к", "."] else name
        self._put(start if mark.dotted or (gap[0] == " " and ":" not in gap) else name, stop, "marked")

    def _listed(self, start: int) -> None:
        """Each name of an enumeration after `селата`, `общините`, `кметства`."""
        at: int | None = start
        while at is not None:
            stop = marked_name_at(self.text, at)
            if stop == at or PERSON_AFTER.match(self.text, stop):
                return
            self._put(at, stop, "listed")
            self._introduce(at, stop)
            following = _NEXT.match(self.text, stop)
            at = following.end() if following and "." not in following[0] else None

    def _road(self, start: int) -> None:
        """The two or more places that a road or a line joins: `пътя Лом - Арчар - Видин`."""
        stops = [(start, name_at(self.text, start))]
        while (dash := _DASH.match(self.text, stops[-1][1])) is not None:
            stops.append((dash.end(), name_at(self.text, dash.end())))
        stops = [it for it in stops if it[0] < it[1]]
        if len(stops) > 1 and not PERSON_AFTER.match(self.text, stops[-1][1]):
            for begin, end in stops:
                if self._put(begin, end, "road"):
                    self._introduce(begin, end)

    def _named(self, at: int) -> None:
        """A name known by list or from elsewhere on the page."""
        text, start = self.text, self.page.ends[at - 1]
        stop, rule = self._name(start, self.page.parts[at])
        if stop == start or self.taken.find(1, start, stop) >= 0:
            return
        if rule == "region" or not another_thing(text, start, stop, self._joined(start), rule == "named on the page"):
            after = _REGION_AFTER.match(text, stop) if text[stop : stop + 2] in _REGION_BEGINS else None
            self._put(start, after.end() if after and lower(text[start:stop]) in regions() else stop, rule)

    def _name(self, start: int, word: str) -> tuple[int, str]:
        """Where the longest known name at `start` ends, and what knows it."""
        text = self.text
        region = _REGION.match(text, start) if word[-2:] == "ка" or word[-4:] == "ката" else None
        if region is not None:
            return region.end(), "region"
        stop = known_at(text, start)
        for name in self.introduced.get(word, ()):
            end = start + len(name)
            if end > stop and lower(text[start:end]).replace("\n", " ") == name and not text[end : end + 1].isalpha():
                return end, "named on the page"
        return (stop if stop > start else shared_at(text, start)), "known name"

    def _joined(self, start: int) -> bool:
        """Whether a comma, a dash or `и` is all that parts the name from the place before it."""
        before = self.text[start - 2 : start]
        if before[-1:] not in _BETWEEN_ENDS or (before[-1:] == " " and before not in _SPACED_ENDS):
            return False
        stop = self.taken.rfind(1, start - _FARTHEST if start > _FARTHEST else 0, start) + 1
        return stop > 0 and _BETWEEN.fullmatch(self.text, stop, start) is not None

    def _after_preposition(self, at: int) -> None:
        """An unlisted name behind a preposition."""
        parts, start = self.page.parts, self.page.ends[at + 1]
        if parts[at + 1] not in (" ", "\n") or self.taken[start]:
            return
        if parts[at + 2] in first_words() and known_at(self.text, start) > start:
            return
        stop = self._unlisted(start)
        if stop and (parts[at] in IN or parts[at + 2] in _PAIRED or is_village(self.text[start:stop])):
            self._put(start, stop, "named before")

    def _unlisted(self, start: int, leader: bool = False) -> int:
        """Where a name no list knows ends, 0 for another thing; behind the place of a `leader` a person may stand."""
        stop = name_at(self.text, start)
        name = self.text[start:stop].replace("-", " ").split()
        if not name or not self._free(start, stop):
            return 0
        if not _ENDS.match(self.text, stop) and not (leader and village_like(name[-1])):
            return 0
        if len(name) > 1:
            return stop if name[-1].islower() or village_like(name[-1]) or name[0] in _PAIRED else 0
        after = _WORD_AFTER.match(self.text, stop)
        adjective = after is not None and not village_like(name[0]) and agrees(lower(name[0]), after[1])
        return stop if stop - start > 3 and may_name(name[0]) and not adjective else 0

    # What stands in one row with a place is one too, if it looks like a village or is between two places.

    def _rows(self) -> None:
        text = self.text
        for start, stop, *_ in sorted(self.spans):
            if text[start - 2 : start] in _JOINED_BEFORE:
                self._before(start)
            if text[stop : stop + 2] in _JOINED_AFTER or text[stop : stop + 1] in (",", ";"):
                self._after(start, stop)
            elif text[stop : stop + 2].lstrip(" ")[:1] in (":", "-"):
                self._dated(stop)

    def _before(self, start: int) -> None:
        text = self.text
        while text[start - 2 : start] == ", " or text[start - 3 : start] == " и ":
            end = start - (2 if text[start - 2] == "," else 3)
            match = _LAST_NAME.search(text, max(0, end - 40), end)
            if match is None or text.endswith(STREET_MARKS, 0, match.start()):
                return
            if not self._in_row(match.start(), match.end()):
                return
            start = match.start()

    def _after(self, begin: int, stop: int) -> None:
        joined = False
        while (following := _NEXT.match(self.text, stop)) is not None:
            start = following.end()
            closing = (joined or self._joined(begin)) and following[0] == " и "
            joined = True
            stop = name_at(self.text, start)
            if stop == start or not self._in_row(start, stop, closing):
                return

    def _dated(self, stop: int) -> None:
        """The further names of a list in which a day stands behind each."""
        while (day := _DAY.match(self.text, stop)) is not None:
            start, stop = day.end(), name_at(self.text, day.end())
            if (
                not _DAY_AFTER.match(self.text, stop)
                or self._unlisted(start) != stop
                or not self._put(start, stop, "in a row")
            ):
                return

    def _in_row(self, start: int, stop: int, closing: bool = False) -> bool:
        """Keep a name of a row; `closing`: it stands behind the `и` of a longer one."""
        name = self.text[start:stop]
        if not self._free(start, stop) or self._unlisted(start) != stop:
            return False
        after = _NEXT.match(self.text, stop)
        between = after is not None and self.taken[after.end()] == 1
        return (between or closing or is_village(name) or " " in name) and self._put(start, stop, "in a row")
