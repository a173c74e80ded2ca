"""What a page says of each word that may stand in a name: the features the recogniser weighs.

Only stretches that begin with a capital are looked at. Each feature is a short string; they come in groups that depend
on little (one word, two gaps, the marks of the rules), so that the weight of a group can be remembered.

>>> page = Sights("Кметът Румен Хайдушки каза")
>>> [[page.words[at] for at in stretch] for stretch in page.stretches]
[['Кметът', 'Румен', 'Хайдушки', 'каза']]
>>> "given" in of_word("Румен"), "-1:role" in beside("Кметът", -1)
(True, True)
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.model import Span
from govarchive.names.body_words import ABBREVIATIONS, HEADS
from govarchive.names.lexicon import form_of, is_given, is_listed_surname, is_ordinary, word_class
from govarchive.names.role_words import head_of
from govarchive.names.toponyms import kinds_of_names
from govarchive.text.words import words

REACH = 5
"""How many words in small letters may follow a capitalised one in a name."""

Rules = Mapping[str, Sequence[Span]]
"""What the rules found on a page, by a letter for each kind of name."""

_JOINTS = frozenset((" ", "-", "'"))
_ENDS = re.compile(r"[.!?;:]\s|\n")
_DIGITS = re.compile("[0-9]+")
_LETTERS = re.compile("[A-Za-zА-Яа-яЍѝ]+")
# Articles and endings of gender: `Кремъла` and `Кремълът` are one name.
_ENDING = re.compile(r"(?:ият|ия|ата|ята|ето|ото|ът|ят|та|те|то|а|я|ъ|о|е|и)$")
_NEIGHBOURS = frozenset(("given", "initial"))


class Sights:
    """A page cut into words, the stretches that may hold names, and what the page as a whole says of its words."""

    def __init__(self, text: str) -> None:
        self.page = words(text)
        self.words = self.page.parts[1::2]
        self.gaps = self.page.parts[::2]
        self.capitals = [at for at, word in enumerate(self.words) if word[0].isupper()]
        self.stems = {at: stem(self.words[at]) for at in self.capitals}
        self.stretches = list(self._stretches())
        self.marks: dict[int, list[str]] = defaultdict(list)
        self.known: dict[str, frozenset[str]] = {}

    def _stretches(self) -> Iterator[range]:
        """Places of words: from a capital to where no name can go on."""
        count, first, last = len(self.words), -1, -1
        for at in self.capitals:
            if first >= 0 and (at > last + 1 or self._parted(at)):
                yield range(first, last + 1)
                first = -1
            first = at if first < 0 else first
            last = at
            while last + 1 < count and last - at < REACH and self._goes_on(last + 1):
                last += 1
        if first >= 0:
            yield range(first, last + 1)

    def _goes_on(self, at: int) -> bool:
        return self.gaps[at] in _JOINTS and self.words[at][0].islower()

    def _parted(self, at: int) -> bool:
        """Whether a sentence or a line ends before a word; an initial ends none."""
        gap = self.gaps[at]
        if gap in _JOINTS or not _ENDS.search(gap):
            return False
        return not (gap == ". " and len(self.words[at - 1]) <= 2)

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        return self.page.ends[2 * at]

    def stop(self, at: int) -> int:
        """Where a word ends in the text."""
        return self.page.ends[2 * at + 1]

    def mark(self, rules: Rules) -> None:
        """Notes what rules and the list of names say, then what the page as a whole does."""
        starts = self.page.ends[::2]
        for letter, spans in rules.items():
            for span in spans:
                first = bisect_left(starts, span.start)
                for at in range(first, bisect_left(starts, span.stop)):
                    mark = f"R{letter}{'B' if at == first else 'I'}"
                    self.marks[at] += [mark, f"{mark}={span.rule}"]
        self._mark_listed()
        self._survey()

    def _mark_listed(self) -> None:
        done, listed = -1, _listed()
        for at, root in self.stems.items():
            if at <= done or root not in listed:
                continue
            it = next((one for one in listed[root] if self._is_there(one, at)), None)
            if it is None:
                continue
            done = at + len(it.stems) - 1
            for place in range(at, done + 1):
                self.marks[place] += it.marks[place > at]

    def _is_there(self, listed: "_Listed", at: int) -> bool:
        """Whether a listed name stands at a word whose stem is that of its first."""
        ws, stems = self.words, listed.stems
        if listed.shouted and not ws[at].isupper():
            return False
        if not stems[1:]:
            return True
        return tuple(map(stem, ws[at + 1 : at + len(stems)])) == stems[1:]

    def _survey(self) -> None:
        """What the page shows of each capitalised word elsewhere: in small letters, in names, beside others."""
        small = {word for word in set(self.words) if word[0].islower()}
        stems = set(map(stem, small))
        seen: dict[str, set[str]] = defaultdict(set)
        counts: dict[str, int] = defaultdict(int)
        for at, root in self.stems.items():
            counts[root] += 1
            told = seen[root]
            self._standing(at, told)
            if at in self.marks:
                told.update(mark for mark in self.marks[at] if mark[0] == "W" or "=" not in mark)
            if root in stems:
                told.add("low" if form_of(self.words[at]) in small else "stem")
        self.known = {root: frozenset((*told, f"n={min(counts[root], 4)}")) for root, told in seen.items()}

    def _standing(self, at: int, told: set[str]) -> None:
        """Notes how a capitalised word stands among others."""
        gaps, ws = self.gaps, self.words
        gap = gaps[at]
        before = ws[at - 1] if at and gap in _JOINTS else ""
        after = ws[at + 1] if at + 1 < len(ws) and gaps[at + 1] in _JOINTS else ""
        led, leads = before[:1].isupper(), after[:1].isupper()
        if led:
            told.add("Pg" if word_class(before) in _NEIGHBOURS else "Pc")
        elif before and gap == " ":
            told.add("mid")
        if leads:
            told.add("Ng" if word_class(after) == "given" else "Nc")
        elif not led:
            told.add("1")
        if gap[-1:] == '"':
            told.add("Q")

    def groups(self, at: int) -> Iterator[tuple[str, ...]]:
        """The groups of features of a word, as the recogniser learns them; `recogniser` weighs the same groups."""
        ws, count = self.words, len(self.words)
        yield of_word(ws[at])
        for step in (-2, -1, 1, 2):
            yield beside(ws[at + step] if 0 <= at + step < count else "", step)
        yield around(*self.surroundings(at))
        yield told(*(self.told_at(at) or ((), (), ())))
        if ws[at][0].isupper():
            yield on_page(self.known[self.stems[at]])

    def surroundings(self, at: int) -> tuple[str, str, str, str]:
        """The gaps around a word, and the shapes of its neighbours."""
        ws, gaps = self.words, self.gaps
        before = shape(ws[at - 1]) if at else "E"
        after = shape(ws[at + 1]) if at + 1 < len(ws) else "E"
        return gaps[at], gaps[at + 1], before, after

    def told_at(self, at: int) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] | None:
        """The marks of the word before, of the word, and of the word after; None where there are none."""
        marks = self.marks
        if at in marks or at - 1 in marks or at + 1 in marks:
            return tuple(marks.get(at - 1, ())), tuple(marks.get(at, ())), tuple(marks.get(at + 1, ()))
        return None


@lru_cache(maxsize=16384)
def shape(word: str) -> str:
    """Its case and alphabet."""
    alphabet = "L" if word[0] < "Ѐ" else ""
    if word.isupper():
        return ("A1" if len(word) == 1 else "A2" if len(word) <= 5 else "AA") + alphabet
    if word[0].isupper():
        return ("Xx" if word[1:].islower() else "XxX") + alphabet
    return ("x" if word.islower() else "xX") + alphabet


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word in small letters without article and ending.

    >>> stem("Кремълът") == stem("Кремъла") == stem("Кремъл")
    True
    """
    form = form_of(word)
    cut = _ENDING.sub("", form) if len(form) > 4 else form
    return cut if len(cut) > 2 else form


def of_word(word: str) -> tuple[str, ...]:
    """What a word says of itself."""
    form = form_of(word)
    if word[0].islower():
        return ("b", f"s={shape(word)}", f"l={form}", f"z3={form[-3:]}", f"hd={form in HEADS}")
    return (
        "b",
        f"s={shape(word)}",
        f"w={form}",
        f"st={stem(word)}",
        *(f"p{size}={form[:size]}" for size in (2, 3, 4)),
        *(f"z{size}={form[-size:]}" for size in (1, 2, 3, 4)),
        f"len={min(len(form), 10)}",
        *_in_lists(word, form),
    )


def beside(word: str, step: int) -> tuple[str, ...]:
    """What a word says of the one that stands `step` words after it; empty at the ends of the page."""
    if not word:
        return (f"{step}:E",)
    form = form_of(word)
    said = [f"w={form}", f"s={shape(word)}", f"z3={form[-3:]}"]
    if step in (-1, 1):
        if word[0].isupper():
            said += _in_lists(word, form)
        else:
            said += ["head"] * (form in HEADS) + ["role"] * bool(head_of(form))
    return tuple(f"{step}:{it}" for it in said)


def around(gap: str, following: str, before: str, after: str) -> tuple[str, ...]:
    """What the gaps on both sides say, and the shapes of the neighbours with them."""
    left, right = _gap(gap), _gap(following)
    return f"g0={left}", f"g1={right}", f"-1sg={before}{left}", f"1sg={after}{right}"


def told(before: tuple[str, ...], here: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """What rules and lists say of a word and of its neighbours."""
    return (
        *here,
        *(f"-1:{mark}" for mark in before if "=" not in mark),
        *(f"1:{mark}" for mark in after if "=" not in mark),
    )


def on_page(known: frozenset[str]) -> tuple[str, ...]:
    """What the page shows of a word elsewhere."""
    return tuple(f"D{it}" for it in sorted(known))


def _gap(gap: str) -> str:
    if gap == " ":
        return "_"
    return "N" if "\n" in gap else _DIGITS.sub("9", gap.replace(" ", ""))[:3] or "^"


def _in_lists(word: str, form: str) -> list[str]:
    """The lists a capitalised word is in, and its class as part of a person's name."""
    found = [f"wc={word_class(word)}"]
    found += ["given"] * is_given(word) + ["surn"] * is_listed_surname(word) + ["notn"] * is_ordinary(word)
    found += [f"topo={kind}" for kind in _toponyms().get(form, ())]
    if form in HEADS:
        found += ["head", f"head={HEADS[form].type}"]
    if word in ABBREVIATIONS:
        found += ["abb", f"abb={ABBREVIATIONS[word].type}"]
    return found + ["role"] * bool(head_of(form))


@cache
def _toponyms() -> Mapping[str, tuple[str, ...]]:
    """What the places are in whose names a word stands; 1 for the first word of several, 2 for a later one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in kinds_of_names().items():
        parts = _LETTERS.findall(name)
        for number, word in enumerate(parts):
            found[word].add(kind if len(parts) == 1 else f"{kind}{min(number, 1) + 1}")
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


class _Listed:
    """A name of the list, by the stems of its words; one in capitals is known in capitals only."""

    def __init__(self, name: str, kind: str) -> None:
        parts = _LETTERS.findall(name)
        self.stems = tuple(map(stem, parts))
        self.shouted = all(map(str.isupper, parts))
        size = min(len(parts), 3)
        # What is noted of its first word, and of the others.
        self.marks = ((f"WB={kind}", f"W{size}={kind}"), (f"WI={kind}", f"W{size}={kind}"))


@cache
def _listed() -> Mapping[str, Sequence[_Listed]]:
    """The listed names by the stem of their first word, the longest first."""
    found: dict[str, list[_Listed]] = defaultdict(list)
    for row in table("manual_world_names"):
        it = _Listed(row["name"], row["type"])
        if it.stems:
            found[it.stems[0]].append(it)
    return {root: sorted(same, key=lambda it: -len(it.stems)) for root, same in found.items()}
