"""Fields: the words behind an office that say what it is for, and offices as they are told.

>>> text = "учител по музика и пеене откри"
>>> text[: phrase_end(text, 10, len(text))], straight('  "Култура"')
('учител по музика и пеене', ' „Култура“')
"""

import re

from govarchive.link.units import BOARDS, articled
from govarchive.names.bodies.words import ABBREVIATIONS
from govarchive.names.lexicon import is_given
from govarchive.names.roles.phrase import Role, role_at, role_words
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower
from govarchive.text.initials import is_initials

GOVERNOR = "областен управител"
"""How the office ends of whoever governs a region, or is a deputy or former one."""

_ORGAN = re.compile(rf"(?:У[СН]|СД|КС|НС|[ПВЕ]К|[А-Я][а-я]+[ ](?:{articled(BOARDS)}))(?![А-Яа-я])")
_WORD = re.compile(r"[ ]?(?P<word>[а-я]+(?:-[а-я]+)*|[А-Я]{2,}(?![а-я])|и)(?!\w|\.[ ]?[а-я])")
# `математика, информатика и`; what follows is read as any phrase.
_LISTED = re.compile(r"[ ][а-я]+(?:[ ][а-я]+)?(?:,[ ](?!както[ ])[а-я]+(?:[ ][а-я]+)?){1,3}[ ]и(?=[ ])")
_SMALL_WORD = re.compile("[а-я]{2,}")
_CLASS = re.compile(
    r"""[ ](?:на[ ])?(?:[0-9]{1,2}|[IVXІХ]{1,4})(?:-?(?:ви|ри|ти|ми))?
    [ ]?-?[ ]?(?:\"[а-я]\"|[а-я]\b)?[ ]?клас(?!\w)""",
    re.VERBOSE,
)
_BARE = re.compile(
    r"""[ ](?:човешки[ ]ресурси | връзки[ ]с[ ]обществеността | личен[ ]състав | вътрешен[ ]одит | обществени[ ]поръчки
    | труд[ ]и[ ]работна[ ]заплата | информационни[ ]технологии | информационно[ ]обслужване
    | гражданско[ ]състояние | административно[ ]обслужване | архитектура | търговски[ ]регистър)(?!\w)""",
    re.VERBOSE,
)
# `по Химия и ООС`, `по БЕЛ и история`, `по англ. език`.
_SHORTENED = r"[А-Я]{2,6}(?![А-Яа-я])|(?:англ|бълг|нем|фр|рус|физ|изобр|изк|лит|геогр|биол|инф|мат|техн|муз|чужд)\."
_OF_SUBJECT = r"(?!(?:в|във|на|към|при|от|за|до|с|със|като|по|и)[ ])[А-Яа-я]?[а-я]+"
_ONE_SUBJECT = rf"(?:(?:{_SHORTENED})|{_OF_SUBJECT})(?:[ ]{_OF_SUBJECT}){{0,2}}"
_SUBJECT = re.compile(
    rf"""[ ]по(?P<words>[ ]{_ONE_SUBJECT}
    (?:(?:,[ ]{_ONE_SUBJECT}){{0,4}}[ ]и[ ](?:{_ONE_SUBJECT}|(?:{_SHORTENED}))|(?:,[ ](?:{_SHORTENED})){{1,4}})?)
    (?=[ ]*(?:[\n\t;:)(,-]|$))""",
    re.VERBOSE,
)
_IS_SHORT = re.compile(_SHORTENED)
_TEACH = frozenset("учител учителка преподавател преподавателка експерт инспектор".split())
_ENDS_LINE = re.compile(r"[ ]*(?:[\n\t]|$)")
_VERB = re.compile(r"(?:ха|ше|ват|ира|ява|ирва)$")
_SMALL = frozenset("и на по в във за към при".split())
_STOPS = frozenset(
    """през чрез между срещу е са ще да се който която които като че не с със от до след преди бе беше каза откри в във
    при той тя то те стана става станаха остава вече още също отново днес сега досега тогава бай чичо дядо баба г-н
    г-жа отец бивш бивша настоящ настояща дългогодишен дългогодишна назначаване освобождаване преназначаване
    избиране единодушно официално тържествено тази този това""".split()
)
ACTS = frozenset(
    """освободи освобождава назначи назначава избра предложи определи награди връчи поздрави посети прие подписа
    представи""".split()
)
"""What those in office do to others: such a verb ends what an office is of."""
_SAYS = frozenset(
    """заяви съобщи подчерта отбеляза сподели разказа благодари пожела обеща поиска изрази поднесе прочете посрещна
    проведе прикани напомни припомни разясни обясни допълни добави информира уведоми запозна""".split()
)
_LONGEST_FIELD = 9
# Offices that a village follows with nothing between: `кметски наместник с. Долно Поле`.
_OF_PLACES = frozenset({"кмет", "кметица", "наместник"})
_PAIR = re.compile(r"\s*\"([^\"]*)\"")
_QUOTE = re.compile(r'[ ]?"')
_CAPITALS = re.compile(r"[А-ЯЍ]{4,}")
_SHOUTED = re.compile(r"[А-ЯЍ]+")
# `Координатор (за контакти): А`, `Зам.-кмет, ресор „Финанси“ – А`, `А – зам.-кмет, ресор „Финанси“`
_REMARK = re.compile(
    r"""[ ]?(?: \([^()\n\t]{2,60}\)
      | [,-][ ]?[Рр]есор(?:и|ът)?[ :]{1,2}(?:"(?P<unit>[^"\n]{2,60})"|[а-я]+(?:[ ,]+[а-я]+){0,5}) )
    (?=[ ]*[:-] | (?<=")[ ]*(?:[\n\t,;.]|$))""",
    re.VERBOSE,
)
# `зам.-кметът с ресор „Финанси“ А`
_WITH_DUTY = re.compile(
    r"""[ ]с[ ]ресор(?:и)?[ :]{1,2}
    (?: "(?P<unit>[^"\n]{2,60})"(?=[ ]*(?:(?:ще|е|са|бе|бяха)[ ]|[-:]?[ ]*(?:[^\W\d_]{1,4}\.[ ])*[А-Я]|[\n\t,;]|$))
      | [а-я]+(?:(?:,|[ ]и)?[ ][а-я]+){0,4}(?=[ ](?:(?:[^\W\d_]{1,4}\.|д-р)[ ])*[А-Я]) )""",
    re.VERBOSE,
)

# How whoever serves a board votes: `секретар без право на глас А`.
_VOTING = frozenset({"без", "със"})
_VOTE = re.compile(r",?[ ]?\(?(?:без право на|с(?:ъс)? (?:право на )?съвещателен) глас\)?(?P<unit>)", re.IGNORECASE)


def phrase_end(text: str, at: int, limit: int) -> int:
    """Where a noun phrase in small letters (or all in capitals) that begins at `at` ends; `at` where none does."""
    organ = _ORGAN.match(text, at, limit)
    if organ:
        return organ.end()
    shouted = _CAPITALS.match(text, at) is not None
    listed = _LISTED.match(text, at - 1, limit)
    # `директор на училището, поздрави децата и ...`
    if listed and not any(_ends_phrase(word, "") for word in _SMALL_WORD.findall(listed[0])):
        end = _words_end(text, listed.end() - len(" и"), limit, shouted=False)
        if end > listed.end():
            return end
    return _words_end(text, at, limit, shouted)


def _words_end(text: str, at: int, limit: int, shouted: bool) -> int:
    """Where the words of a phrase that go on at `at` end; small ones at its end are left out."""
    end = stop = at
    for _ in range(_LONGEST_FIELD):
        if end > stop and text[end : end + 1] == "\n":
            end += 1  # a small word ends the line: `на образованието и`
        match = _WORD.match(text, end, limit)
        word = match["word"] if match else ""
        if match is None or _ends_phrase(lower(word), text[stop:end]):
            break
        if word.isupper() != shouted and (text[stop:end] != " и" or _QUOTE.match(text, match.end())):
            break
        end = match.end()
        stop = stop if lower(word) in _SMALL else end
    return stop


def bare_field(text: str, at: int, limit: int, head: str) -> int:
    """Where a field behind an office with nothing to lead to it ends: `специалист човешки ресурси`; `at` for none."""
    match = (_CLASS if head == "ръководител" else _BARE).match(text, at, limit)
    return match.end() if match else at


def subject_end(text: str, at: int, limit: int, head: str, alone: bool) -> int:
    """Where the subjects of who teaches or inspects end, one of them printed short; `at` where none are.

    Of an office that begins its line or cell (`alone`), also one with a capital that ends it.

    >>> line = "учител по БЕЛ и история"
    >>> subject_end(line, 6, len(line), "учител", False), subject_end(line, 6, len(line), "член", False)
    (23, 6)
    """
    match = _SUBJECT.match(text, at, limit)
    if match is None or head_of(match["words"].rpartition(" ")[2]):
        return at
    heads = alone and match["words"][1].isupper()
    if not _IS_SHORT.search(match["words"]) and not (heads and _ENDS_LINE.match(text, match.end(), limit)):
        return at
    return match.end() if heads or head in _TEACH else at


def _ends_phrase(word: str, skipped: str) -> bool:
    """Whether a word cannot go on a noun phrase: a verb, a conjunction, the next office after `и`."""
    return (
        word in _STOPS
        or word in ACTS
        or word in _SAYS
        or _VERB.search(word) is not None
        or (skipped.strip().endswith("и") and head_of(word) not in (None, "връзки"))
    )


def rank_behind(words: str) -> int:
    """Where a phrase ends that a rank follows: `на дирекцията старши комисар А`; 0 for another phrase."""
    parts = role_words(words)
    roles = (role_at(parts, number) for number in range(len(parts)))
    role = next((it for it in roles if it and it.stop == len(words)), None)
    if role is None or role.plural or role.definite:
        return 0
    before = words[: role.start].rstrip(" ")
    return len(before) if len(before.rpartition(" ")[2]) > 2 else 0


def remark_behind(text: str, at: int, limit: int, word: str, lead: str) -> re.Match[str] | None:
    """The remark or the duty behind an office: behind the bracket of the `lead`, or told by the next word."""
    if "(" in lead or word.startswith("ресор"):
        return _REMARK.match(text, at, limit)
    if word in _VOTING:
        return _VOTE.match(text, at)
    return _WITH_DUTY.match(text, at) if word == "с" else None


def straight(words: str) -> str:
    """Words of an office as printed, with single spaces and straight quotes, not in capitals."""
    flat = ("" if words.startswith("-") else " ") + " ".join(words.split())
    if '"' in flat:
        flat = _PAIR.sub(r" „\1“", flat)
    return _in_small(flat) if _CAPITALS.search(flat) and flat.isupper() and "„" not in flat else flat


def quieted(words: str) -> str:
    """Words of an office as `straight` has them; all in capitals they are small, but for the name in quotes.

    >>> quieted(' НА ДИРЕКЦИЯ "ФИНАНСИ И ТСУ"'), quieted(" НА ОТДЕЛ МДТ")
    (' на дирекция „Финанси и ТСУ“', ' на отдел МДТ')
    """
    lead, quote, name = straight(words).partition("„")
    return _in_small(lead) + quote + quiet_name(name) if quote and words.isupper() else lead + quote + name


def quiet_name(name: str) -> str:
    """The name of a unit or a field that was printed in capitals: the first is one, and those of people.

    >>> quiet_name("УСТРОЙСТВО НА ТЕРИТОРИЯТА"), quiet_name("УТ"), quiet_name("ИВАН ВАЗОВ")
    ('Устройство на територията', 'УТ', 'Иван Вазов')
    """
    if is_given(name.partition(" ")[0].capitalize()):
        return _SHOUTED.sub(lambda it: it[0].capitalize(), name)
    small = _in_small(name)
    return small[:1].upper() + small[1:]


def _in_small(words: str) -> str:
    """Words in capitals in small letters, abbreviations as they are."""
    return _SHOUTED.sub(lambda it: it[0] if it[0] in ABBREVIATIONS or is_initials(it[0]) else lower(it[0]), words)


def serves_place(role: Role) -> bool:
    """Whether an office is of a place: `кмет на с. Долно Поле`, `областен управител на Враца`."""
    return role.head in _OF_PLACES or role.name.endswith(GOVERNOR)
