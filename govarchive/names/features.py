"""What a page says of each word that may stand in a name: the features the recogniser weighs.

Each feature is a short string; they come in groups that depend on little (one word, a gap and the shape beside it, one
mark of a rule), so that the weight of a group can be remembered. `sights` says which groups a word of a page has.

>>> "given" in of_word("Румен"), "-1:role" in beside("Кметът", -1)
(True, True)
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

import msgspec

from govarchive.data import table
from govarchive.names.bodies.words import ABBREVIATIONS, HEADS
from govarchive.names.lexicon import form_of, is_given, is_listed_surname, is_ordinary, word_class
from govarchive.names.places.toponyms import kinds_of_names
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower
from govarchive.text.remembered import Remembered

STEPS = (-2, -1, 1, 2)
"""The neighbours of a word that are looked at."""

LETTERS = "PBL"
"""Of rules for people, bodies and places."""

_DIGITS = re.compile("[0-9]+")
_LETTERS = re.compile("[A-Za-zА-Яа-яЍѝ]+")
# Articles and endings of gender: `Кремъла` and `Кремълът` are one name.
_ENDINGS = frozenset("ият ия ата ята ето ото ът ят та те то а я ъ о е и".split())
_NEIGHBOURS = frozenset(("given", "initial"))
# What is heard of a neighbour two words off: not the lists it is in.
_FAR = ("w=", "s=", "z3=", "E", "cl=")
_MOST = 4
"""That a page prints a word more often than this is no other feature."""

# What a page may show of a word, a bit each: how it stands, how often, whether also in small letters.
_STANDS = ("Pg", "Pc", "mid", "Ng", "Nc", "1", "Q", "low", "stem")
AFTER_GIVEN, AFTER_CAPITAL, AFTER_SMALL, BEFORE_GIVEN, BEFORE_CAPITAL, ALONE, QUOTED, SMALL, SMALL_STEM = (
    1 << number for number in range(len(_STANDS))
)
STANDING = (1 << len(_STANDS) + _MOST) - 1
"""All of these, and how often; the further bits are what rules and lists say."""
BESIDE = AFTER_GIVEN | AFTER_CAPITAL | BEFORE_GIVEN | BEFORE_CAPITAL
"""What is shown of a word beside another with a capital."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """What a word shows on every page.

    `root` is the stem of a capitalised word and `small` that of any other, else they are empty; `led` and `leads` are
    what it makes of a capitalised word right behind and right before it, `classes` what names it tells of.
    """

    form: str
    shape: str
    stem: str
    root: str
    small: str
    led: int
    leads: int
    classes: tuple[str, ...] = ()


EDGE = Word("", "E", "", "", "", 0, 0)
"""What stands before the first word of a page, and behind its last."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What a rule or a list says of a word: its features, and what the page shows of the word by it, as bits.

    `beside` is what it says of the words before and behind; empty if nothing.
    """

    features: tuple[str, ...]
    beside: str
    bits: int


def _shown(word: str) -> Word:
    form, made = word if word.islower() else lower(word), shape(word)
    root, classes = _stem(form), _words_of_names().get(form, ())
    if word[0].islower():
        if not classes:
            return Word(form, made, root, "", root, AFTER_SMALL, 0)
        return Word(form, made, root, "", root, AFTER_SMALL | _told("P", classes), _told("N", classes), classes)
    kind = word_class(word)
    led = AFTER_GIVEN if kind in _NEIGHBOURS else AFTER_CAPITAL
    leads = BEFORE_GIVEN if kind == "given" else BEFORE_CAPITAL
    return Word(form, made, root, root, "", led, leads, classes)


seen = Remembered(_shown, most=16384)
"""What a word shows on every page."""


def shape(word: str) -> str:
    """Its case and alphabet."""
    alphabet = "L" if word[0] < "Ѐ" else ""
    if word.isupper():
        return ("A1" if len(word) == 1 else "A2" if len(word) <= 5 else "AA") + alphabet
    if word[0].isupper():
        return ("Xx" if word[1:].islower() else "XxX") + alphabet
    return ("x" if word.islower() else "xX") + alphabet


def stem(word: str) -> str:
    """A word in small letters without article and ending.

    >>> stem("Кремълът") == stem("Кремъла") == stem("Кремъл")
    True
    """
    return _stem(lower(word))


def _stem(form: str) -> str:
    if len(form) > 4:
        for size in (3, 2, 1):
            if form[-size:] in _ENDINGS:
                return form[:-size] if len(form) - size > 2 else form
    return form


def of_word(word: str) -> tuple[str, ...]:
    """What a word says of itself."""
    it = seen[word]
    form = it.form
    if not it.root:
        return ("b", f"s={it.shape}", f"l={form}", f"z3={form[-3:]}", f"hd={form in HEADS}", *it.classes)
    return (
        "b",
        f"s={it.shape}",
        f"w={form}",
        f"st={it.stem}",
        f"p2={form[:2]}",
        f"p3={form[:3]}",
        f"p4={form[:4]}",
        f"z1={form[-1:]}",
        f"z2={form[-2:]}",
        f"z3={form[-3:]}",
        f"z4={form[-4:]}",
        f"len={min(len(form), 10)}",
        *it.classes,
        *_in_lists(word),
    )


def of_neighbour(word: str) -> tuple[str, ...]:
    """What a word says of those it stands beside; empty at the ends of the page."""
    if not word:
        return ("E",)
    it = seen[word]
    form = it.form
    said = (f"w={form}", f"s={it.shape}", f"z3={form[-3:]}", *it.classes)
    if word[0].isupper():
        return said + _in_lists(word)
    return said + ("head",) * (form in HEADS) + ("role",) * bool(head_of(form))


def beside(word: str, step: int) -> tuple[str, ...]:
    """The same for the one `step` words before it; lists are of those right beside."""
    said = of_neighbour(word)
    return tuple(f"{step}:{it}" for it in said if step in (-1, 1) or it.startswith(_FAR))


def across(gap: str, shape: str, step: int) -> tuple[str, str]:
    """What the gap before (-1) or behind a word (1) says, and the shape of the neighbour with it."""
    made = _gap(gap)
    return f"g{int(step > 0)}={made}", f"{step}sg={shape}{made}"


def _gap(gap: str) -> str:
    if gap == " ":
        return "_"
    return "N" if "\n" in gap else _DIGITS.sub("9", gap.replace(" ", ""))[:3] or "^"


def on_page(bits: int) -> tuple[str, ...]:
    """What the page shows of a word elsewhere."""
    return tuple(sorted(compress(_of_bits(), map(int, f"{bits:b}"[::-1]))))


@cache
def _of_bits() -> Sequence[str]:
    """The features of the bits, the lowest first."""
    return [f"D{it}" for it in _bits()]


@lru_cache(maxsize=64)
def times(count: int) -> int:
    """What a page shows of a word by printing it so often, as a bit."""
    return _bits()[f"n={min(count, _MOST)}"]


@cache
def of_rule(letter: str, goes_on: bool, rule: str) -> Mark:
    """The mark of a word in what a rule found: its first, or one that goes on."""
    mark = f"R{letter}{'I' if goes_on else 'B'}"
    return Mark((mark, f"{mark}={rule}"), mark, _bits()[mark])


@cache
def of_quote(number: int, size: int) -> Mark:
    """The mark of a word in quotes, by its number among so many."""
    place = "B" if not number else "E" if number == size - 1 else "I"
    return Mark((f"Q{place}", f"Q{place}{min(size, 4)}"), "", 0)


@cache
def of_list(kind: str, goes_on: bool, size: int) -> Mark:
    """The mark of a word in a listed name of so many words."""
    marks = (f"W{'I' if goes_on else 'B'}={kind}", f"W{min(size, 3)}={kind}")
    return Mark(marks, "", sum(_bits()[mark] for mark in marks))


def _told(place: str, classes: Sequence[str]) -> int:
    """What the page shows of a capitalised word by the classes of one right before it (P) or behind (N)."""
    return sum([_bits()[f"{place}{it}"] for it in classes]) if classes else 0


@cache
def _bits() -> Mapping[str, int]:
    """A bit for each thing a page may show of a word."""
    counts = [f"n={count}" for count in range(1, _MOST + 1)]
    found = [f"R{letter}{place}" for letter in LETTERS for place in "BI"]
    kinds = sorted({row["type"] for row in table("manual_world_names")})
    listed = [f"W{place}={kind}" for kind in kinds for place in "BI123"]
    told = [f"{place}cl={it}" for place in "PN" for it in sorted({row["class"] for row in table("manual_name_words")})]
    return {it: 1 << number for number, it in enumerate((*_STANDS, *counts, *found, *listed, *told))}


@lru_cache(maxsize=1024)
def _in_lists(word: str) -> tuple[str, ...]:
    """The lists a capitalised word is in, and its class as part of a person's name."""
    form = form_of(word)
    found = [f"wc={word_class(word)}"]
    found += ["given"] * is_given(word) + ["surn"] * is_listed_surname(word) + ["notn"] * is_ordinary(word)
    found += [f"topo={kind}" for kind in _toponyms().get(form, ())]
    if form in HEADS:
        found += ["head", f"head={HEADS[form].type}"]
    if word in ABBREVIATIONS:
        found += ["abb", f"abb={ABBREVIATIONS[word].type}"]
    return tuple(found + ["role"] * bool(head_of(form)))


@cache
def _words_of_names() -> Mapping[str, tuple[str, ...]]:
    """By each word that stands in names or beside them, the features of its classes."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("manual_name_words"):
        found[row["word"]].append(f"cl={row['class']}")
    return {word: tuple(classes) for word, classes in found.items()}


@cache
def _toponyms() -> Mapping[str, tuple[str, ...]]:
    """What the places are in whose names a word stands; 1 for the first word of several, 2 for a later one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in kinds_of_names().items():
        parts = _LETTERS.findall(name)
        for number, word in enumerate(parts):
            found[word].add(kind if len(parts) == 1 else f"{kind}{min(number, 1) + 1}")
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}
