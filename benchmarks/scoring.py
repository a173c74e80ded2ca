"""How well found records agree with those made by hand, page by page.

On each page the *set* of values of a kind counts: a value printed three times is one. A gold record may list other
right values in `alt`; an `optional` one counts neither way. Faxes and relative dates are kinds of their own, and
`phone+fax` scores both as one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forms import form, words

Item = Mapping[str, Any]
"""One mention: `kind`, `text` and `value` always; `alt`, `optional`, `label`, `role`, `institution` if known."""

CARD = ("date", "person", "institution", "phone+fax", "iban")
"""The five kinds whose micro average is the yardstick of the project."""

_SHORT = {"зам": "заместник", "пред": "председател", "нач": "началник", "дир": "директор"}


@dataclass(slots=True)
class Tally:
    """Values found, false alarms and misses."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.hits += other.hits
        self.false += other.false
        self.missed += other.missed
        return self

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found."""
        wrong = self.false + self.missed
        return 2 * self.hits / (2 * self.hits + wrong) if self.hits + wrong else 1.0

    @property
    def precision(self) -> float:
        """The share of found values that are right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of values to be found that were."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0


@dataclass(slots=True)
class Match:
    """What one comparison of a page and a kind gave: pairs of gold and found, misses, false alarms."""

    pairs: list[tuple[Item, Item]] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    false: list[Item] = field(default_factory=list)

    @property
    def tally(self) -> Tally:
        """The numbers alone."""
        return Tally(len(self.pairs), len(self.false), len(self.missed))


@dataclass(slots=True)
class Scores:
    """All pages: a tally per kind (and `phone+fax`), links as (agreeing, stated), and what went wrong where."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    links: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: list[tuple[str, str, str, Item]] = field(default_factory=list)
    scored: set[str] = field(default_factory=set)

    @property
    def card(self) -> Tally:
        """Micro average of the five kinds of the card."""
        return self._total(CARD)

    @property
    def all(self) -> Tally:
        """Micro average of all kinds that the gold pages hold."""
        return self._total(sorted(self.scored | {"fax"}))

    def _total(self, names: Iterable[str]) -> Tally:
        total = Tally()
        for name in names:
            total += self.kinds.get(name, Tally())
        return total


def score(gold: Mapping[str, Sequence[Item]], found: Mapping[str, Sequence[Item]]) -> Scores:
    """Compares all pages; both arguments map a page's name to its records."""
    scores = Scores(scored={item["kind"] for items in gold.values() for item in items})
    links: Counter[tuple[str, bool]] = Counter()
    for page, items in gold.items():
        got = found.get(page, ())
        for kind in sorted({item["kind"] for item in (*items, *got)}):
            match = compare(_of(kind, items), _of(kind, got))
            scores.kinds[kind] += match.tally
            scores.wrong += [(page, kind, "missed", item) for item in match.missed]
            scores.wrong += [(page, kind, "false", item) for item in match.false]
            links.update(link for pair in match.pairs for link in _links(kind, *pair))
        phones = compare(_of("phone fax", items), _of("phone fax", got))
        scores.kinds["phone+fax"] += phones.tally
    for name in sorted({name for name, _ in links}):
        scores.links[name] = links[name, True], links[name, True] + links[name, False]
    return scores


def _of(kinds: str, items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item["kind"] in kinds.split()]


def compare(gold: Sequence[Item], found: Sequence[Item]) -> Match:
    """Matches the values of one kind on one page: equal ones first, then by the alternatives the gold allows."""
    wanted, alternatives, borderline = _by_form(gold)
    got: dict[str, Item] = {}
    for item in found:
        got.setdefault(_form(item), item)
    got.pop("", None)
    match, used, excused = Match(), set[str](), set(borderline)
    open_forms = []
    for this in wanted:
        if this in got:
            used.add(this)
            match.pairs.append((wanted[this], got[this]))
            excused |= alternatives[this]
        else:
            open_forms.append(this)
    for this in open_forms:
        seen = alternatives[this] & got.keys()
        free = sorted(seen - used - wanted.keys() - borderline)
        if free:
            used.add(free[0])
            match.pairs.append((wanted[this], got[free[0]]))
        elif not seen:
            match.missed.append(wanted[this])
        if seen:
            excused |= alternatives[this]
    match.false = [item for this, item in got.items() if this not in used | excused]
    return match


def _by_form(gold: Sequence[Item]) -> tuple[dict[str, Item], dict[str, set[str]], set[str]]:
    """What must be found, by form; the alternatives of each form; and the forms that count neither way."""
    wanted: dict[str, Item] = {}
    alternatives: dict[str, set[str]] = defaultdict(set)
    optional: set[str] = set()
    for item in gold:
        this = _form(item)
        alternatives[this].update(form(item["kind"], other, item["text"]) for other in item.get("alt", ()))
        if item.get("optional"):
            optional.add(this)
        else:
            wanted.setdefault(this, item)
    optional -= wanted.keys()
    return wanted, alternatives, optional.union(*(alternatives[this] for this in optional))


def _form(item: Item) -> str:
    return form(item["kind"], item.get("value"), item["text"])


def _links(kind: str, want: Item, got: Item) -> Iterable[tuple[str, bool]]:
    """What the page states about a record that was found, and whether it was found too."""
    if kind != "person":
        if want.get("label"):
            yield "label", same_label(want["label"], got.get("label") or "")
        return
    if want.get("role"):
        full = f"{want['role']} на {want.get('institution', '')}"
        said = got.get("role") or ""
        yield "role", same_words(want["role"], said) or same_words(full, said)
    else:
        yield "no role invented", not got.get("role")
    if want.get("institution"):
        yield "institution of a person", same_words(want["institution"], got.get("institution") or "")


def same_words(one: str, other: str) -> bool:
    """Whether two phrases are the same word by word but for inflection and the usual short forms.

    >>> same_words("областния управител", "Областен управител"), same_words("управител", "областен управител")
    (True, False)
    """
    pair = [[_SHORT.get(word, word) for word in words(phrase).split()] for phrase in (one, other)]
    return bool(pair[0]) and len(pair[0]) == len(pair[1]) and all(map(_inflected, *pair))


def _inflected(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    common = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return one == other or common >= max(3, shorter - 3)


def same_label(want: str, got: str) -> bool:
    """Whether a label says the same: the same words, or most of them in a text of like length."""
    one, other = sorted((words(want), words(got)), key=len)
    if not one or same_words(one, other):
        return bool(one)
    joined = one.replace(" ", ""), other.replace(" ", "")
    within = f" {one} " in f" {other} " or (len(joined[0]) >= 4 and joined[0] in joined[1])
    mine, theirs = set(one.split()), set(other.split())
    return len(one) * 2 >= len(other) and (within or len(mine & theirs) >= 0.6 * min(len(mine), len(theirs)))
