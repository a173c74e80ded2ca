"""Where places are named in a page: by a mark, by list, by what stands before them, beside them or elsewhere on it.

A name marked once (`с. Хърлец`, `кметство Хърлец`) is known on the whole page. A name no list knows is a place where a
word of place leads to it (`край`, `жителите на`), or where others of its kind stand in one row with it.

>>> text = "Пътят от с. Голинци през Сталийска махала минава край Станково, Василовци и Лом. Голинци е без вода."
>>> [text[it.start : it.stop] for it in places(text)]
['с. Голинци', 'Сталийска махала', 'Станково', 'Василовци', 'Лом', 'Голинци']
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from functools import cache

from govarchive.data.register import settlements
from govarchive.model import Span
from govarchive.names.bodies import bodies
from govarchive.names.place_columns import HEADS, columns
from govarchive.names.place_doubts import PERSON_AFTER, another_thing, fits
from govarchive.names.place_words import FROM, IN, LISTS, MARKS, OF, Mark, may_name, village_like
from govarchive.names.toponyms import (
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
from govarchive.text.words import words

_DOTTED = re.compile(r"\.[ ]?\n?")
_SPACED = re.compile(r"[ ]{1,2}|[ ]?:[ \t]")
_LISTING = re.compile(r"[ ]{1,2}|[ ]?[:-][ ]{1,2}")
_NEXT = re.compile(r"(?:[ ]*,[ ]*|[ ][иИ][ ]|[ ]?;[ ]?)\n?(?:(?:гр|с|общ)\.[ ]?)?(?=[А-ЯЍ])")
_BETWEEN = re.compile(r"[ ]?,[ ]*\n?|[ ]и[ ]|[ ]?-[ ]?")
_REGION = re.compile(r"[А-ЯЍ][а-яѝ]+[сшчщ]ка(?:та)?[ ]+област(?!\w)")
_REGION_AFTER = re.compile(r"[ ]?-?[ ]?(?:област|ОБЛАСТ|град|столица)(?![А-Яа-я])")
# `С. ХЪРЛЕЦ` and not the initial of `С. ИВАНОВ`: capitals, no surname's ending, nothing behind it.
_SHOUTED = re.compile(r"[А-ЯЍ]{4,}(?<![ОЕ]В)(?<!ВА)(?<!СКИ)(?<!СКА)(?=[ ]*(?:[,)\n\t]|$))")
# What may stand behind an unlisted name: another capitalised word makes it a person or a title.
_ENDS = re.compile(r"[ ]*(?:[,;.:)(\n\t!?]|$)|[ ]+[а-я(0-9-]")
_WORD_AFTER = re.compile(r"[ ]([а-я]+)")
_PREPOSITIONS = IN | FROM
_LAST_NAME = re.compile(r"[А-ЯЍ][а-яѝ]+(?:[ ][А-ЯЍ]?[а-яѝ]{2,})?$")


def places(text: str) -> list[Span]:
    """The places of a folded text, outside bodies and addresses, in order; the rule says what told of them."""
    return _Finder(text).found()


@cache
def _leading() -> frozenset[str]:
    return frozenset(MARKS) | LISTS | OF


@cache
def _telling() -> frozenset[str]:
    """All the words that are looked at, so that one pass over a page will do."""
    return _leading() | HEADS | _first() | _PREPOSITIONS


@cache
def _first() -> frozenset[str]:
    return first_words() | shared_first_words() | _adjectives_of_regions()


@cache
def _adjectives_of_regions() -> frozenset[str]:
    """`Врачанска`, `Софийската`: the first words of regions named by adjective."""
    return frozenset(stem + end for stem in _STEMS for end in ("ка", "ката"))


_STEMS = (
    "Благоевградс Бургас Бургазс Варненс Великотърновс Видинс Врачанс Габровс Добрич Добруджанс Кърджалийс Кюстендилс "
    "Ловеш Ловчанс Монтанс Пазарджиш Перниш Плевенс Пловдивс Разградс Русенс Силистренс Сливенс Смолянс Софийс "
    "Старозагорс Търговищ Хасковс Шуменс Ямболс"
).split()


def _village(name: str) -> bool:
    """Whether an unlisted name is a village's by its ending or by the register, where one is loaded."""
    return village_like(name) or bool(settlements(name))


def _position(span: Span) -> int:
    return span.start


class _Finder:
    """One page: where bodies and places stand so far, and the names that marks have made known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = words(text)
        self.telling = self.page.among(_telling())
        self.starts = [it.start for it in bodies(text)]
        self.stops = [it.stop for it in bodies(text)]
        self.spans: list[Span] = []
        self.introduced: dict[str, set[str]] = {}

    def found(self) -> list[Span]:
        for at in self._among(_leading()):
            self._lead(at)
        for start, stop in columns(self.text, self.page, self._among(HEADS)):
            self._put(start, stop, "column")
            self._introduce(start, stop)
        for at in self._naming():
            self._named(at)
        for span in sorted(self.spans, key=_position):
            self._before(span.start)
            if self._free(span.stop, span.stop + 1):
                self._after(span.start, span.stop)
        return sorted(self.spans, key=_position)

    def _naming(self) -> list[int]:
        """The words a name may begin with, and the prepositions before a capital, in order."""
        parts, introduced = self.page.parts, self.introduced
        found = self._among(_first())
        last = len(parts) - 2
        found += (at for at in self._among(_PREPOSITIONS) if at < last and parts[at + 2][0].isupper())
        if introduced:
            found += self.page.among(introduced.keys() - _first())
        return sorted(found)

    def _among(self, listed: Set[str]) -> list[int]:
        """The places of the words of a set, which is part of `_telling`."""
        parts = self.page.parts
        return [at for at in self.telling if parts[at] in listed]

    def _free(self, start: int, stop: int) -> bool:
        at = bisect_right(self.starts, start)
        return not (at and self.stops[at - 1] > start) and not (at < len(self.starts) and self.starts[at] < stop)

    def _put(self, start: int, stop: int, rule: str) -> bool:
        """Keep a span where nothing is yet; part of an address is taken, but no place of its own."""
        if not self._free(start, stop):
            return False
        at = bisect_right(self.starts, start)
        self.starts.insert(at, start)
        self.stops.insert(at, stop)
        if in_address(self.text, start, stop):
            return False
        self.spans.append(Span(start, stop, rule))
        return True

    def _introduce(self, start: int, stop: int) -> None:
        """Keep a name that a mark has told; one in capitals is known in small letters too."""
        name = self.text[start:stop].replace("\n", " ")
        if len(name) < 4 or "." in name:
            return
        first = name.replace("-", " ").split()[0]
        for form in (first.capitalize(), first.upper()):
            self.introduced.setdefault(form, set()).add(lower(name))

    def _lead(self, at: int) -> None:
        """A word that tells of a name behind it: a mark, the head of a list, `жителите на`."""
        parts, ends = self.page.parts, self.page.ends
        if at + 2 >= len(parts):
            return
        word, capital = parts[at], parts[at + 2][0].isupper()
        if word in OF:
            self._of(at)
        elif capital and word in MARKS:
            self._marked(at, MARKS[word])
        elif capital and word in LISTS and _LISTING.fullmatch(parts[at + 1]):
            self._listed(ends[at + 1])

    def _of(self, at: int) -> None:
        """`жителите на X`, `кмет на X`; the X of `кметство X` stays in the name of the body and is only made known."""
        parts, ends = self.page.parts, self.page.ends
        if parts[at + 1] == " " and parts[at + 2] == "на" and parts[at + 3] == " " and at + 4 < len(parts):
            stop = (
                self._unlisted(ends[at + 3], parts[at].startswith(("км", "нам"))) if parts[at + 4][0].isupper() else 0
            )
            if stop and self._put(ends[at + 3], stop, "named before"):
                self._introduce(ends[at + 3], stop)
        elif lower(parts[at]) == "кметство" and parts[at + 1] == " " and parts[at + 2][0].isupper():
            self._introduce(ends[at + 1], name_at(self.text, ends[at + 1]))

    def _marked(self, at: int, mark: Mark) -> None:
        """`с. X`, `гр. X`, `област X`, `община X` where no body took it; after a colon the name alone."""
        parts, ends, text = self.page.parts, self.page.ends, self.text
        start, name, gap = ends[at - 1], ends[at + 1], parts[at + 1]
        if not (_DOTTED if mark.dotted else _SPACED).fullmatch(gap) or (mark.word == "място" and ":" not in gap):
            return
        if text[start : start + 2] == "С." and not (known_at(text, name) > name or _SHOUTED.match(text, name)):
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

    def _named(self, at: int) -> None:
        """A name known by list or from elsewhere on the page, or an unlisted one behind a preposition."""
        word, text, start = self.page.parts[at], self.text, self.page.ends[at - 1]
        if word in _PREPOSITIONS:
            self._after_preposition(at, word)
            return
        stop, rule = self._name(start, word)
        if stop == start or not self._free(start, stop):
            return
        if rule == "region" or not another_thing(text, start, stop, self._joined(start), rule == "named on the page"):
            after = _REGION_AFTER.match(text, stop)
            self._put(start, after.end() if after and lower(text[start:stop]) in regions() else stop, rule)

    def _name(self, start: int, word: str) -> tuple[int, str]:
        """Where the longest known name at `start` ends, and what knows it."""
        text = self.text
        region = _REGION.match(text, start) if word.endswith(("ка", "ката")) else None
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
        at = bisect_left(self.starts, start)
        return bool(at) and _BETWEEN.fullmatch(self.text, self.stops[at - 1], start) is not None

    def _after_preposition(self, at: int, word: str) -> None:
        parts, start = self.page.parts, self.page.ends[at + 1]
        if parts[at + 1] not in (" ", "\n"):
            return
        if parts[at + 2] in first_words() and known_at(self.text, start) > start:
            return
        stop = self._unlisted(start)
        if stop and (word in IN or _village(self.text[start:stop])):
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
            return stop if name[-1].islower() or village_like(name[-1]) else 0
        after = _WORD_AFTER.match(self.text, stop)
        adjective = after is not None and not village_like(name[0]) and agrees(lower(name[0]), after[1])
        return stop if may_name(name[0]) and not adjective else 0

    # What stands in one row with a place is one too, if it looks like a village or is between two places.

    def _before(self, start: int) -> None:
        text = self.text
        while text[start - 2 : start] == ", " or text[start - 3 : start] == " и ":
            end = start - (2 if text[start - 2] == "," else 3)
            match = _LAST_NAME.search(text, max(0, end - 40), end)
            if match is None or not self._in_row(match.start(), match.end()):
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

    def _in_row(self, start: int, stop: int, closing: bool = False) -> bool:
        """Keep a name of a row; `closing`: it stands behind the `и` of a longer one."""
        name = self.text[start:stop]
        if not self._free(start, stop) or self._unlisted(start) != stop:
            return False
        after = _NEXT.match(self.text, stop)
        between = after is not None and not self._free(after.end(), after.end() + 1)
        return (between or closing or _village(name) or " " in name) and self._put(start, stop, "in a row")
