"""The bodies of one page: which stands where, of which kind each is, and which one a general word means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence, Set
from functools import cached_property, lru_cache
from itertools import islice

from govarchive.link.footers import bodies_at_foot
from govarchive.link.letterheads import own_first
from govarchive.link.page_heads import heads_letter, owns
from govarchive.link.titles import general_words, is_one, tells_of_head
from govarchive.link.towns import OF_TOWNS, TRUSTEES, UNIONS, board_at, is_local, may_be_short, ways_of, whole_of
from govarchive.link.units import BY_LAW, HEADED, PARTS
from govarchive.model import Candidate
from govarchive.names.bodies.words import ABBREVIATIONS, HEADS
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start
from govarchive.text.sentences import sentence_around

_MOST_OWNERS = 40
"""A sign of copyright may stand in every line."""

_WORD = re.compile(r"[А-Яа-я]+")
_MARK = re.compile(r"(?P<word>град|село)(?!\w)|(?P<short>гр|с)(?:\.|(?=[ ]))", re.IGNORECASE)
_MARKED = re.compile(rf"(?:{_MARK.pattern})[ ]*", re.IGNORECASE)
_OUTER = re.compile(r"[ ](?:към|при|на)[ ](?=[А-Я])(?![А-Я][а-я]+[ ]парк)")  # a park has a directorate of its own
# What a company tells by its form: `„Х“ ООД` is what `дружеството` means.
_FORM = re.compile(r"(?<![А-Яа-я])(?:Е?А|Е?ОО)Д(?![А-Яа-я])")
_bank_in = lru_cache(maxsize=1024)(re.compile(r"банка?(?![а-я])|bank(?![a-z])", re.IGNORECASE).search)
COMPANY = frozenset({"дружество", "фирма", "предприятие"})
"""The kinds of body that a firm is, by its form alone."""
_SEATED = re.compile(r"[-–] ?[А-Я]")
HOUSE = "читалище"


class Scene:
    """A folded text with its institutions and places in order of position; `aside` begin those told in passing."""

    def __init__(self, text: str, bodies: Sequence[Candidate], aside: Set[int] = frozenset()) -> None:
        self.text, self.aside = text, aside
        self.bodies = bodies
        # Whether there are tables.
        self.has_rows = "\t" in text
        self._starts = [it.start for it in bodies]
        # What has been asked once: the body told oftenest among those with an office, those in whose name a word begins
        # so, the only one of a kind, and names in full.
        self.told_most: dict[str, Candidate | None] = {}
        self._by_stem: dict[tuple[str, str], list[Candidate]] = {}
        self._alone: dict[str, Candidate | None] = {}
        self._full: dict[str, str] = {}
        # The body that begins at an offset, if one does.
        self.starting: Callable[[int], Candidate | None] = {it.start: it for it in bodies}.get

    @cached_property
    def institutions(self) -> list[Candidate]:
        """The bodies that are no mere places."""
        return [it for it in self.bodies if it.kind == "institution"]

    @cached_property
    def by_name(self) -> dict[str | None, Candidate]:
        """The first mention of each institution."""
        return {it.value: it for it in reversed(self.institutions)}

    @cached_property
    def owners(self) -> list[Candidate]:
        """The bodies whose page this may be, in order, but for those over the own one.

        They have a line near the top to themselves or begin it, are named there as who writes (`заседание на Х`,
        `Възложител: Х`), stand behind the sign of copyright, fill a cell near the top, or are told what they are.
        """
        own = (it for it in self.bodies if self._may_own(it) and owns(self.text, it, self.last_before))
        return own_first(list(islice(own, _MOST_OWNERS))) or self._told_in_title() or self.at_foot

    @cached_property
    def publishers(self) -> list[Candidate]:
        """The same, but for those of whose head alone a headline tells."""
        return [it for it in self.owners if not tells_of_head(self.text, it.start)]

    @cached_property
    def at_foot(self) -> list[Candidate]:
        """The bodies that the last lines name with an address, each the only one of the page of its kind."""
        at_foot = bodies_at_foot(self.text, self.institutions)
        told = [it for it in at_foot if self.is_known(it) and it.start not in self.aside]
        by_kind = self._by_kind if told else {}
        groups = {kind: [it for it in group if it.kind == "institution"] for kind, group in by_kind.items()}
        lone = {kind for kind, group in groups.items() if is_one(group)} | COMPANY
        return [it for it in told if kinds_of(self.text, it) <= lone]

    def _told_in_title(self) -> list[Candidate]:
        """The body that the page is about by a general word of its title, if it names one alone of that kind."""
        alike = (
            [it for it in self._by_kind.get(base_of(word), ()) if it.kind == "institution"]
            for word in general_words(self.text)
        )
        return next((group[:1] for group in alike if is_one(group)), [])

    def is_known(self, it: Candidate) -> bool:
        """Whether the kind of a body is known, and it is no party, no bank, no union and no unit inside another."""
        told_of = is_party(it) or is_bank(it) or is_inner(it.value or "") or it.value in UNIONS
        return bool(kinds_of(self.text, it)) and not told_of

    def _may_own(self, it: Candidate) -> bool:
        """Whether a body may have a page; a municipality named as a place only by its letterhead."""
        if it.kind != "institution":
            return heads_letter(self.text, it)
        return not (it.start in self.aside or is_inner(it.value or "") or is_bank(it) or is_party(it))

    def between(self, start: int, stop: int) -> Sequence[Candidate]:
        """The bodies that begin in `[start, stop)`."""
        return self.bodies[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def first_from(self, at: int, before: int) -> Candidate | None:
        """The first body that begins in `[at, before)`."""
        number = bisect_left(self._starts, at)
        return self.bodies[number] if number < len(self.bodies) and self._starts[number] < before else None

    def last_before(self, at: int) -> Candidate | None:
        """The last body that begins before an offset."""
        number = bisect_left(self._starts, at)
        return self.bodies[number - 1] if number else None

    def is_inside(self, at: int) -> bool:
        """Whether an offset lies in the name of an institution or begins that of a place: `с. Глашатай`."""
        it = self.last_before(at + 1)
        if it is None or at >= it.stop:
            return False
        return it.kind == "institution" or at == it.start or _MARKED.fullmatch(self.text, it.start, at) is not None

    def named(self, words: str, at: int) -> Candidate | None:
        """The body a general word (`съда`) stands for: the last of its kind named before `at`, else the first.

        An adjective before the word (`детската градина`) has to be in the name.
        """
        adjective, _, noun = lower(words).rpartition(" ")
        alike = self._called(adjective[: max(4, len(adjective) - 4)], base_of(noun))
        earlier = bisect_right(alike, at, key=lambda it: it.stop)
        last = alike[earlier - 1] if earlier else next(iter(alike), None)
        return self._rather_owner(alike, last, at) if len(alike) > 1 and last else last

    def _called(self, stem: str, kind: str) -> Sequence[Candidate]:
        """The bodies of a kind, in order, in whose name a word begins so; looked for once, as many are meant so."""
        alike = self._by_kind.get(kind, [])
        if stem and (kind, stem) not in self._by_stem:
            names = (lower(f" {it.value or ''} {it.details.get('full', '')} {_meant(it.value or '')}") for it in alike)
            self._by_stem[kind, stem] = [it for it, name in zip(alike, names, strict=True) if f" {stem}" in name]
        return self._by_stem[kind, stem] if stem else alike

    def _rather_owner(self, alike: Sequence[Candidate], last: Candidate, at: int) -> Candidate:
        """The owner of the page where another of its kind (`last`) was but told in passing in a sentence before."""
        is_near = last.start >= sentence_around(self.text, at, at)[0]
        if is_near or cell_start(self.text, last.start) == last.start:
            return last
        return alike[0] if self.owners[:1] == alike[:1] and alike[0].stop <= at else last

    @cached_property
    def _by_kind(self) -> dict[str, list[Candidate]]:
        """The bodies of each kind, in order, but for those told in passing, which no general word means."""
        groups: dict[str, list[Candidate]] = {}
        for it in self.bodies:
            for kind in kinds_of(self.text, it) if it.start not in self.aside else ():
                groups.setdefault(kind, []).append(it)
        return groups

    def only(self, kind: str) -> Candidate | None:
        """The body whose name goes on behind these words, where the page tells of one alone: `Общински съвет - Х`."""
        ways = ways_of(kind, self._names)
        return min((self.by_name[it] for it in ways), key=lambda it: it.start) if ways else None

    def in_full(self, name: str) -> str:
        """The name of a body with its town, where the page tells but one with such a name: `ОбС`, `ОУ „Х“`."""
        if name not in self._full:
            self._full[name] = self._spelt_out(name)
        return self._full[name]

    def _spelt_out(self, name: str) -> str:
        """That of a board with the body it is at; a town as its municipality, if the page names it: `кмет на Видин`."""
        house = self.only_of(HOUSE) if lower(name) in TRUSTEES else None
        if house or (name in ABBREVIATIONS and (house := self._only_such(name))):
            return house.value or name
        kind = OF_TOWNS.get(name)
        if kind is None and name.endswith(HEADED):
            return board_at(name, self._names) or name
        if kind is None and is_local(name) and (ways := ways_of(name, self._names)):
            return min(ways, key=lambda it: self.by_name[it].start)
        if kind is None and (whole := whole_of(name, self._names)):
            return whole  # `Директор на ТД`
        named = self.only(kind) if kind else self.municipalities.get(f"община {lower(name.removeprefix('гр. '))}")
        return (self.name_of(named) if named else None) or name

    def only_of(self, kind: str) -> Candidate | None:
        """The body of a kind of which a page tells, if it is one alone."""
        if kind not in self._alone:
            alike = self._by_kind.get(kind, [])
            self._alone[kind] = alike[0] if is_one(alike) else None
        return self._alone[kind]

    def _only_such(self, short: str) -> Candidate | None:
        """The only body of the kind that an abbreviation stands for, which says nothing alone: `Председател на НЧ`."""
        if not ABBREVIATIONS[short].needs_name:
            return None
        only = (self.only_of(kind) for kind in sorted(_kinds(short, "", is_bank=False)))
        alike = (it for it in only if it and it.kind == "institution")
        # A `РУО` is no `РУ`, though both are told by the same noun.
        return next((it for it in alike if may_be_short(short, it.value or "")), None)

    @cached_property
    def _names(self) -> list[str]:
        """The names of the institutions in the order of the alphabet."""
        return sorted(filter(None, self.by_name))

    @cached_property
    def municipalities(self) -> dict[str, Candidate]:
        """The first mention of each municipality, as a body or a place, by its name in small letters."""
        named = ((lower(self.name_of(it) or ""), it) for it in reversed(self.bodies))
        return {name: it for name, it in named if name.startswith("община ")}

    def name_of(self, it: Candidate) -> str | None:
        """An institution by its value, a municipality or region as printed; a town is nobody's employer.

        An abbreviation in brackets right behind the name it stands for is that name: `Комисия по Х (КХ) в състав`.
        """
        if it.kind == "institution":
            last = self.last_before(it.start) if self.text[it.start - 1 : it.start] == "(" else None
            return last.value if last and self.text[last.stop : it.start] in (" (", "(") else it.value
        printed = " ".join(self.text[it.start : it.stop].split())
        if not lower(printed).startswith(("община", "област")):
            return None
        return it.value if printed.isupper() else printed

    def settlement(self, it: Candidate, start: int) -> str | None:
        """A place with the mark that stands before it from `start` on: `с. Долно Поле`, `град Видин`."""
        mark = _MARK.match(self.text, start, it.stop)
        if mark is None or it.value is None:
            return it.value
        return f"{lower(mark['word'] or mark['short'] + '.')} {it.value}"


@lru_cache(maxsize=512)
def is_inner(value: str) -> bool:
    """Whether an institution is a unit inside another: `отдел „ГРАО“`, but not `Областна дирекция`.

    >>> is_inner("дирекция „Местни данъци“"), is_inner("Дирекция на Природен парк „Бор“")
    (True, False)
    """
    first = _WORD.match(value)
    if first is None or lower(first.group()) not in PARTS:
        return False
    outer = _OUTER.search(value)
    own = slice(0, outer.start() if outer else len(value))
    return not (BY_LAW.search(value[own]) or _SEATED.search(value[own]))


def is_party(it: Candidate) -> bool:
    """Whether a body is a party, which puts people forward and has no offices of its own here."""
    return it.details.get("type") == "партия"


def is_bank(it: Candidate) -> bool:
    """Whether a body is a bank, where others keep their accounts."""
    return it.details.get("type") == "банка" or _bank_in(it.value or "") is not None


def base_of(word: str) -> str:
    """The kind of body a general word means, empty for another word.

    >>> base_of("инспекцията"), base_of("екипа")
    ('инспекция', '')
    """
    head = HEADS.get(lower(word))
    return head.base if head else ""


def kinds_of(text: str, it: Candidate) -> frozenset[str]:
    """The kinds of body a candidate is, by the nouns of its name and of its expansion."""
    if it.kind == "place":
        return _kinds(" ".join(text[it.start : it.stop].split()[:1]), "", is_bank=True)
    details = it.details
    kinds = _kinds(it.value or "", details.get("full", ""), is_bank=is_bank(it))
    # Of an abbreviation that no list has the type is known by what it looks like: `ТПГ „Х“` is a school.
    return kinds or _kinds(details.get("type", ""), "", is_bank=False)


@lru_cache(maxsize=1024)
def _meant(name: str) -> str:
    """What the abbreviations in a name stand for: `Обществен съвет към ДГ „Х“`."""
    return " ".join(ABBREVIATIONS[it].full for it in _WORD.findall(name) if it in ABBREVIATIONS)


@lru_cache(maxsize=1024)
def _kinds(name: str, full: str, *, is_bank: bool) -> frozenset[str]:
    """The kinds of body that a name and its expansion tell; a bank is no company here, whatever its form."""
    own, _, quoted = name.partition("„")
    if quoted and not BY_LAW.search(name) and (told := _kinds(own + quoted.partition("“")[2], full, is_bank=is_bank)):
        return told  # no district is `Басейнова дирекция „Планински район“`
    words = _WORD.findall(f"{name} {full} {_meant(f'{name} {full}')}")
    kinds = frozenset(base for word in words if (base := base_of(word)))
    if "гимназия" in kinds:
        kinds |= {"училище"}  # which `директорът на училището` means, too
    return kinds | COMPANY if not is_bank and _FORM.search(name) else kinds
