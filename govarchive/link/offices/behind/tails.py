"""Tails: what follows an office and belongs to it, a field or what `bodies`, `units` tell, by a rule each."""

import re
from collections.abc import Callable, Mapping

from govarchive.kinds.institution import normalise
from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.boards import (
    bare_board,
    board_behind,
    panel_behind,
    short_body,
    short_unit,
    small_unit,
)
from govarchive.link.offices.behind.bodies import Tail, body_behind
from govarchive.link.offices.behind.fields import (
    bare_field,
    phrase_end,
    quiet_name,
    rank_behind,
    remark_behind,
    straight,
    subject_end,
)
from govarchive.link.offices.behind.owners import (
    called,
    in_general,
    is_general,
    is_no_field,
    is_of_many,
    is_of_mayors,
    is_of_players,
)
from govarchive.link.offices.behind.units import own_unit, unit_aside, unit_behind
from govarchive.link.offices.behind.unread import unread_body
from govarchive.link.scene import Scene, base_of
from govarchive.link.units import UNITS
from govarchive.names.roles.phrase import Role, role_first
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start

_NEXT = re.compile(r"[ \n]*(?:[,(-][ \n]*)?(\"|\w+)")
_MAY_GO_ON = frozenset(' \n,-("')
_QUOTED = re.compile(r"(?P<comma>,)?[ ]?\n?(?P<lead>по[ ])?(?P<quoted>\"(?P<name>[^\"\n]{2,90})\")")
# From the field of a label to the name: `Зам.-началник, „Финанси“: А`.
_LABELS = re.compile(r"[ ]?(?::|-[ ]|\n)")
# No sentence begins with it in the next line.
_FIELD = re.compile(r"[ \n]+(?P<word>(?<=[ ])(?i:на|по|за)|на|по|за|НА|ПО|ЗА)[ ]+")
_TO_OFFICIAL = re.compile(r"[ \n]+(?i:на)[ ](?=[А-Я][а-я])")
_OF_GENERAL = re.compile(
    r"""[ \n]+(?i:на)[ ]+
    (?: (?i:общинск(?:и|ия|ият)[ ]съвет(?:а|ът)?)
      | (?P<owner>[А-Я][а-я]{3,}(?:а|ът|та|то))(?=[ ]?(?:[-:][ ]?)?$)        # the name is behind
      | (?P<court>(?:Апелативн|Окръжн|Районн|Административн)(?:ия|ият)[ ]съд)(?![ ]?-|[ ]в[ ]) ) (?!\w)""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?!(?:ПП|КП|МК)[ ][А-Я\"])[А-Я](?:[а-я]?[А-Я]){1,6}(?![А-Яа-я\"-])(?:[ ]?№[ ]?[0-9](?:[0-9-]{0,14}[0-9])?)?"
)
_SHORT = re.compile(
    r"[ ][А-Я]{2,7}(?:[- ][А-Я]{2,6}|[ ]и[ ](?:[А-Я]{2,6}|[а-я]{5,}))?"
    r"(?=[ ]*(?:[,;:).\n\t/+-]|$)|(?P<in>[ ](?:в|във|към|при)[ ]))"
)
_WITH_SHORT_FIELD = frozenset(
    "председател член началник ръководител завеждащ учител възпитател специалист експерт координатор инспектор "
    "сътрудник".split()
)
_NO_FIELDS = frozenset({"мястото", "общ", "обл", "гр", "сп"})  # `кмет на общ. Х`
_DEPUTIES = tuple(
    f"{lead}{it}"
    for lead in ("заместник", "помощник")
    for it in ("-директор", "-кмет", " директор", " кмет", "-декан", "-ректор")
)  # `заместник-кмет ТСУ`
# From an office that fills a line to the name it is of, and from a name to the office that fills the rest of its cell.
_TO_NAME = re.compile(r"[ ]*(?::[ ]*\n?|-|\n|\t)[ \n]*")
_LINKED = re.compile(r"[-,\t\n][ ]?$")
_ENDS_CELL = re.compile(r"[ ]*(?:[\n\t;)]|$)")
_FOR = frozenset({"кандидат", "отговорник", "служител", "експерт"})
# What a paper is sent to an official for.
_ERRANDS = frozenset("изпълнение сведение знание справка справки контакт контакти връзка информация контрол".split())
# What points to a body already told: `на същата прокуратура`, `на нашето училище`.
_THE_SAME = re.compile(r"(?:^|[ ]на[ ])(?:същ|тоз|таз|тов|тез|наш|самот|самат|самия|местн)[а-я]{1,4}[ ]")


def tail_of(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """What follows an office here, by the rules for the word that comes next."""
    if limit - at < 2 or (scene.text[at] not in _MAY_GO_ON and scene.text[at - 1] != "."):
        return None
    match = _NEXT.match(scene.text, at, limit)
    if match is None:
        return None
    word = match[1].lower()
    if role.plural and scene.text[at] == "\n" and match[1][0].isupper():
        return None  # the first of a list: `Социални работници` over `Район 1: А`
    if remark := remark_behind(scene.text, at, limit, word, match[0]):
        return Tail("", None, remark.end(), goes_on=False, unit=remark["unit"])
    rules = _RULES.get(word)
    if rules is None:
        rules = _IN_SMALL if match[1][0].islower() else _IN_CAPITALS
        rules = (body_behind,) if scene.starting(match.start(1)) else rules
    for rule in rules:
        tail = rule(scene, role, at, limit)
        if tail is not None:
            return tail
    return None


def _quoted(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`заместник-кмет „Икономика“`: the field of an office in quotes, unless a company stands there."""
    match = _QUOTED.match(scene.text, at, limit)
    if match is None or scene.starting(match.start("quoted")):
        return None
    if match["comma"] and not _is_label(scene.text, role, match.end()):
        return None
    if role.name == "общински съветник":
        return Tail("", None, match.end(), goes_on=True)  # who put them forward
    name = match["name"].strip()
    name = quiet_name(name) if name.isupper() and scene.text[role.start : role.stop].isupper() else name
    # Of `лидер на партията „Х“` it is not the field.
    unit = name if at == role.stop else None
    return Tail(f" {match['lead'] or ''}„{name}“", None, match.end(), goes_on=True, unit=unit)


def _is_label(text: str, role: Role, stop: int) -> bool:
    """Whether an office begins a line or a cell and, with its field up to `stop`, leads to what is behind."""
    begins = cell_start(text, role.start)
    leads = not role.definite and _LABELS.match(text, stop) is not None
    return leads and not text[begins : role.start].strip(ITEM_MARKS)


def _short_field(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`учител ЦДО`, `специалист човешки ресурси`: the field of an office right behind it."""
    if role.head not in _WITH_SHORT_FIELD and not role.name.startswith(_DEPUTIES):
        return None
    end = bare_field(scene.text, at, limit, role.head)
    if end > at:
        return Tail(straight(scene.text[at:end]), None, end, goes_on=False)
    match = _SHORT.match(scene.text, at, limit)
    return Tail(match[0], None, match.end(), goes_on=bool(match["in"])) if match else None


def _rest_of_label(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`Завеждащ административна служба: А`: the small words of a line or cell that an office alone fills."""
    text = scene.text
    if text[at : at + 1] != " " or text[at + 1 : at + 3] == "и ":
        return None
    end = phrase_end(text, at + 1, limit)
    if end == at + 1:
        return None
    alone = cell_start(text, role.start) == role.start and end < limit < len(text)
    if (alone and _TO_NAME.fullmatch(text, end, limit)) or (
        _LINKED.search(text, role.start - 3, role.start) and _ENDS_CELL.match(text, end)
    ):
        words = text[at:end]
        # Beside an office in small letters capitals are an abbreviation: `директор АПОФУС`.
        return Tail(words if _is_short(scene, role, words[1:]) else straight(words), None, end, goes_on=False)
    return None


def _subject(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`учител по БЕЛ и история`, `Учител по Химия`: what somebody teaches, as short as it is printed."""
    end = subject_end(scene.text, at, limit, role.head, cell_start(scene.text, role.start) == role.start)
    return Tail(straight(scene.text[at:end]), None, end, goes_on=False) if end > at else None


def _short_words(scene: Scene, role: Role, at: int, limit: int, match: re.Match[str]) -> Tail | None:
    """`на 8а клас`, `по УД`, and the body that an abbreviation names: `на НИМ`."""
    lead, begin = lower(match["word"]), match.end()
    end = bare_field(scene.text, at, limit, role.head)
    if end > at:
        return Tail(straight(scene.text[at:end]), None, end, goes_on=False)
    short = _ABBREVIATION.match(scene.text, begin, limit)
    if short is None:
        return None
    if lead == "на":
        return Tail("", short.group(), short.end(), goes_on=False)
    return Tail(f" {lead} {short.group()}", None, short.end(), goes_on=True) if lead == "по" else None


def _is_short(scene: Scene, role: Role, words: str) -> bool:
    """Whether the words behind an office are but the abbreviation of a body, and not a heading in capitals."""
    return words.isupper() and " " not in words and not scene.text[role.start : role.stop].isupper()


def _general(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`на Общинския съвет`, `на Апелативния съд`: a body by its kind, which is that one of the page if it names one."""
    match = _OF_GENERAL.match(scene.text, at, limit)
    if match is None:
        return _of_official(scene, role, at, limit)
    if match["owner"]:
        if not base_of(match["owner"]):
            return None  # `кметът на Елена А`
        owner = scene.named(match["owner"], at)
        return Tail("", called(scene, owner, match["owner"]), match.end(), goes_on=False)
    named = scene.named(match["court"], at) if match["court"] else scene.only("Общински съвет")
    name = (named.value if named else None) or normalise(match["court"] or "Общински съвет")
    return Tail("", name, match.end(), goes_on=False)


def _of_official(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`съветник на Министъра по правни въпроси`: an office with the capital that respect gives it."""
    lead = _TO_OFFICIAL.match(scene.text, at, limit)
    whose = role_first(scene.text, lead.end(), min(limit, lead.end() + 60)) if lead else None
    if whose is None or not whose.definite or whose.stop + 1 >= limit:
        return None
    return Tail(lower(straight(scene.text[at : whose.stop])), None, whose.stop, goes_on=True)


# `Началници на отдели`: each of the own, and not all of the one that the page has named.
_MANY = ("и", "ите", "ове", "овете", "ения", "енията")


def _body_meant(scene: Scene, role: Role, at: int, match: re.Match[str], end: int) -> Tail | None:
    """`на общината`, `на същото училище`: the body that a general word means; of many, each is of the own."""
    words = scene.text[match.end() : end]
    pointed = _THE_SAME.search(words)
    bare = words[pointed.end() :] if pointed else words
    of_one = lower(match["word"]) == "на" and role.head != "министър" and not (role.plural and bare.endswith(_MANY))
    it = scene.named(bare, at) if of_one else None
    general = any(tells(role, lower(bare)) for tells in (is_of_mayors, is_of_players)) or is_general(lower(bare))
    if it or general or (pointed and base_of(bare)):
        office = straight(f" {match['word']} {words[: pointed.start()]}") if pointed and pointed.start() else ""
        return Tail(office, called(scene, it, bare), end, goes_on=False)
    return None


def _field(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`по математика`, `на финансите`, `на общината`: what an office is for, or a general word for its body."""
    match = _FIELD.match(scene.text, at, limit)
    if match is None or (lower(match["word"]) == "за" and role.head not in _FOR):
        return None
    end = phrase_end(scene.text, match.end(), limit)
    words = scene.text[match.end() : end]
    if (lower(match["word"]) == "за" and words in _ERRANDS) or words in _NO_FIELDS:
        return None
    rank = rank_behind(words) if end + 1 >= limit else 0
    if rank:
        words, end = words[:rank], match.end() + rank
    of_many = role.plural and is_of_many(words)  # `Директори на училища`, each of one of them
    if of_many or (lower(match["word"]) == "по" and is_no_field(lower(words), of_many=role.plural)):
        return Tail("", None, end, goes_on=False)
    if not words or _is_short(scene, role, words):
        return _short_words(scene, role, at, limit, match)
    if meant := _body_meant(scene, role, at, match, end):
        return meant
    name = straight(f" {match['word']} {words}")
    last = words.rpartition(" ")[2]
    if match["word"] == "на" and end + 1 >= limit < len(scene.text) and head_of(last) and not last.endswith("ите"):
        # `защитник на подсъдимия А`: the name is that of the one behind.
        return Tail(name, None, at, goes_on=False)
    return Tail(name, None, end, goes_on=True)


_RULES: Mapping[str, tuple[Callable[[Scene, Role, int, int], Tail | None], ...]] = {
    '"': (_quoted, body_behind),
    "на": (body_behind, own_unit, unit_behind, _general, board_behind, unread_body, panel_behind, _field),
    "по": (body_behind, _quoted, _subject, _field),
    "за": (body_behind, _field),
    **dict.fromkeys(
        ("в", "във", "към", "при"),
        (body_behind, own_unit, unit_behind, board_behind, in_general, unread_body, short_body),
    ),
    "от": (body_behind, board_behind),
    **dict.fromkeys(("гр", "с", "град", "село"), (body_behind,)),
    **dict.fromkeys((*UNITS, "отд"), (body_behind, unit_aside, own_unit, unit_behind)),
}
"""The rules to try, the surest first, by the word behind an office."""

# For any other word behind it, as it begins.
_IN_SMALL = (bare_board, small_unit, _short_field, _rest_of_label)
_IN_CAPITALS = (own_unit, board_behind, short_unit, *_IN_SMALL)
