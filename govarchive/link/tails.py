"""Tails: what follows an office and belongs to it, its unit, its field, the body it is of, by a rule each."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from govarchive.link.fields import bare_field, phrase_end, serves_place, straight
from govarchive.link.scene import Scene, base_of, is_inner
from govarchive.model import Candidate
from govarchive.names.role_phrase import Role
from govarchive.names.role_words import head_of
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_stop

_NEAR = 70
"""How far behind a role its institution may begin, in characters."""

_TO = re.compile(
    r"""
    (?: (?P<of> [ \n]+(?i:на|в|във|към|при|от)[ \n]+ ) (?P<firm> \"[^\"\n]{2,60}\"[ ](?:ЕООД|ООД|ЕАД|АД)(?![А-Яа-я])
            | [А-Я]{2,5}[ ]?\"[^\"\n]{2,60}\" )?                    # ОП "Чистота": of a kind that no list has
      | (?P<comma> [ ]*,[ ]*\n?[ ]* )
      | (?P<line> [ ]*\n[ ]* )
      | [ ]*(?:-[ ]*|\()? )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"[ \n]*(?:[,(-][ \n]*)?(\"|\w+)")
_MAY_GO_ON = frozenset(' \n,-("')
_MARK = re.compile(r"(?:(?i:гр\.|с\.|град|село)|(?:гр|с)(?=[ ]))?[ ]*")
_INNER = re.compile(r"(?:[а-я]+|[А-Я][а-я]+|[А-Я]{2,5})(?:[ ](?:[а-я]+|[А-Я]{2,5})){0,5}[ ](?i:на|в|във|към|при)[ \n]+")
_DIVISION = re.compile(r"(?:отделение|колегия|състав|камара)[ ]\w+[ \n]+$", re.IGNORECASE)
_OUTER = re.compile(r"[ ](?:в|във|към|при)[ ]")
_ENDS = re.compile(r"[ ]*(?:[,;.):\n\t]|$|и[ ]|-[ ])")
_TO_SIGN = " :.…_/("
# `Координатор (за контакти): А`, `Зам.-кмет, ресор „Финанси“ – А`
_REMARK = re.compile(
    r"""[ ]?(?: \([^()\n\t]{2,60}\)
      | [,-][ ]?[Рр]есор(?:и|ът)?[ :]{1,2}(?:"(?P<unit>[^"\n]{2,60})"|[а-я]+(?:[ ,]+[а-я]+){0,5}) )
    (?=[ ]*[:-])""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"[ ]?\n?(?P<quoted>\"(?P<name>[^\"\n]{2,90})\")")
_WITHIN = frozenset({"в", "във", "към", "при"})
_UNITS = (
    "дирекция отдел сектор служба звено отделение управление участък смяна група направление филиал район екип проект "
    "програма цех обект кабинет офис клон клиника лаборатория катедра библиотека канцелария деловодство "
    "регистратура"
).split()
_UNIT = re.compile(
    rf"""
    (?P<of>[ \n]+(?i:на))?(?:[ \n-]+|(?<=\.))                          # нач.отдел
    (?P<unit> (?i:{"|".join(_UNITS)}|отд(?=\.))
        (?![а-я]) (?: \.(?=[ ]*[-:]) | [ \n]*\"[^\"\n]{{2,90}}\" | [ ][А-Я]{{2,8}}(?![а-я]) )?
    )
    """,
    re.VERBOSE,
)
_UNIT_OF = re.compile(r"[ ](?:към|при|на)[ ](?P<of>(?:[А-Я]|общин|област|район).*)$")
_BOARD_OF = re.compile(r"(?:У[СН]|СД|Управителен съвет|Съвет на директорите)[ ]на[ ]")
_FIELD = re.compile(r"[ \n]+(?P<word>(?i:на|по|за))[ ]+")
_COUNCIL = re.compile(r"общинск(?:и|ия|ият)[ ]съвет(?:а|ът)?(?!\w)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[А-Я]{2,7}(?![А-Яа-я\"-])(?:[ ]?№[ ]?[0-9](?:[0-9-]{0,14}[0-9])?)?")
_SHORT = re.compile(r"[ ][А-Я]{2,7}(?:[- ][А-Я]{2,6})?(?=[ ]*(?:[,;:).\n\t/+-]|$))")
_WITH_SHORT_FIELD = frozenset(
    "председател член ръководител завеждащ учител възпитател специалист експерт координатор инспектор сътрудник".split()
)
# `секретар на Х и председател на Y`: the body is that of the second.
_NEXT_OFFICE = re.compile(r"[ ]и[ ](?:председател|секретар|директор|член|кмет|ръководител|управител)")
# From an office that fills a line to the name it is of, and from a name to the office that fills the rest of its cell.
_TO_NAME = re.compile(r"[ ]*(?::[ ]*\n?|-|\n|\t)[ \n]*")
_LINKED = re.compile(r"[-,\t][ ]?$")
_ENDS_CELL = re.compile(r"[ ]*(?:[\n\t;)]|$)")
# On what terms an office is held: `външен експерт по списък`.
_TERMS = frozenset({"списък", "договор", "граждански договор", "трудов договор", "заместване", "съвместителство"})
_FOR = frozenset({"кандидат", "отговорник", "служител", "експерт"})
# What a paper is sent to an official for.
_ERRANDS = frozenset("изпълнение сведение знание справка справки контакт контакти връзка информация контрол".split())
# General words for the body whose page it is; they say nothing of the office.
_OWNERS = frozenset(
    """общината областта прокуратурата дружеството фирмата предприятието училището гимназията градината читалището
    болницата съда факултета университета института инспекцията агенцията музея библиотеката театъра министерството дома
    центъра обекта""".split()
) | {"областната администрация", "общинската администрация", "районната администрация"}
# What points to a body already told: `на същата прокуратура`, `на нашето училище`.
_THE_SAME = re.compile(r"(?:^|[ ]на[ ])(?:същ|тоз|таз|тов|тез|наш|самот|самат|самия|местн)[а-я]{1,4}[ ]")
# General words that add nothing to an office.
_OF_MAYORS = dict.fromkeys(
    ("кмет", "кметица"),
    frozenset(
        "община общината общини общините града градчето селото селата кметството кметства кметствата райони".split()
    ),
)


class Tail(NamedTuple):
    """What follows an office: words that belong to its name, its institution, and whether more may come."""

    words: str
    institution: str | None
    stop: int
    goes_on: bool
    unit: str | None = None


def tail_of(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """What follows an office here, by the rules for the word that comes next."""
    if limit - at < 2 or (scene.text[at] not in _MAY_GO_ON and scene.text[at - 1] != "."):
        return None
    match = _NEXT.match(scene.text, at, limit)
    if match is None:
        return None
    remark = _REMARK.match(scene.text, at, limit)
    if remark:
        return Tail("", None, remark.end(), goes_on=False, unit=remark["unit"])
    rules = _RULES.get(match[1].lower())
    if rules is None:
        rules = (_body,) if scene.starting(match.start(1)) else (_short_field, _rest_of_label)
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
    name = match["name"].strip()
    # Of `лидер на партията „Х“` it is not the field.
    return Tail(f" „{name}“", None, match.end(), goes_on=True, unit=name if at == role.stop else None)


def _body(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The institution right behind, or behind an inner part of it: `на УС на фондация Х`."""
    match = _TO.match(scene.text, at, limit)
    if match is None:
        return None
    begin = match.end("of") if match["of"] else match.end()
    if match["firm"] and (match["firm"][-1] != '"' or scene.starting(begin) is None):
        return Tail("", straight(match["firm"]).strip(), match.end(), goes_on=False)
    it = scene.first_from(begin, min(limit, begin + _NEAR))
    if it is None or (it.kind == "place" and not match["of"] and not serves_place(role)):
        return None
    between = scene.text[begin : it.start]
    if _NEXT_OFFICE.search(between):
        return None
    if _MARK.fullmatch(between):
        return _body_at_once(scene, role, match, it, limit)
    if not match["of"] or not _INNER.fullmatch(between) or it.kind != "institution":
        return None
    if _DIVISION.search(between):
        whole = " ".join(scene.text[begin : it.stop].split())
        return Tail("", whole, it.stop, goes_on=False)
    return Tail(straight(" на " + between.rsplit(None, 1)[0]), it.value, it.stop, goes_on=False)


def _body_at_once(scene: Scene, role: Role, match: re.Match[str], it: Candidate, limit: int) -> Tail | None:
    """A body with nothing but what leads to it between an office and its name."""
    if it.kind == "institution" and is_inner(it.value or ""):
        within = match["of"] and lower(match["of"].strip()) in _WITHIN
        return Tail("", it.value, it.stop, goes_on=True) if within else None
    board = _BOARD_OF.match(it.value or "")
    if board and match["of"]:
        return Tail(f" на {board.group()[:-4]}", (it.value or "")[board.end() :], it.stop, goes_on=False)
    if not match["of"] and not _stands_free(scene, match, role, it):
        return None
    name, stop = _with_outer(scene, it, limit)
    if name is None and not role.plural and serves_place(role):
        name = scene.settlement(it, match.end("of") if match["of"] else match.end())
    return Tail("", name, stop, goes_on=False)


def _with_outer(scene: Scene, it: Candidate, limit: int) -> tuple[str | None, int]:
    """The name of a body, with the larger one it belongs to (`Комисията по Х в НС`), and where it ends."""
    match = _OUTER.match(scene.text, it.stop, limit) if it.kind == "institution" else None
    outer = scene.starting(match.end()) if match else None
    if match is None or outer is None or outer.kind != "institution":
        return scene.name_of(it), it.stop
    return " ".join(f"{it.value}{match.group()}{scene.text[outer.start : outer.stop]}".split()), outer.stop


def _stands_free(scene: Scene, match: re.Match[str], role: Role, it: Candidate) -> bool:
    """Whether a body behind a comma or in the next line is the office's own: it ends there, and the line is its own."""
    if not match["comma"] and not match["line"]:
        return True
    if role.plural or not _ENDS.match(scene.text, it.stop):
        return False
    own_line = not scene.text[it.stop : line_stop(scene.text, it.start)].strip(_TO_SIGN)
    return match["line"] is None or (own_line and cell_start(scene.text, role.start) >= role.start - 4)


def _unit(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`началник на отдел „Х“`, `началник сектор КОС`: an inner unit is part of the office.

    Of `началник отдел „Х“` it is the unit, and the institution where no body is behind.
    """
    match = _UNIT.match(scene.text, at, limit)
    if match is None:
        return None
    it = scene.starting(match.start("unit"))
    if it is None and match["unit"][-1].isupper() and not match["of"]:
        return Tail("", match["unit"], match.end(), goes_on=True, unit=match["unit"])
    if it is None:
        words = "" if match["unit"][-1] == "." else straight(match.group())
        return Tail(words, None, match.end(), goes_on=True)
    if it.kind != "institution" or not is_inner(it.value or ""):
        return None
    if match["unit"][-1] == '"' and not match["of"]:
        words = straight(scene.text[match.start() : it.stop])
        return Tail(words, it.value, it.stop, goes_on=True, unit=it.value)
    lead = scene.text[match.start() : match.start("unit")]
    whole = scene.text[it.start : it.stop]
    outer = _UNIT_OF.search(it.value or "")
    if outer is None:
        return Tail(straight(lead + whole), it.value, it.stop, goes_on=True)
    unit = whole[: -len(outer.group())] if len(outer.group()) < len(whole) else whole
    return Tail(straight(lead + unit), outer["of"], it.stop, goes_on=False)


def _short_field(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`учител ЦДО`, `специалист човешки ресурси`: the field of an office right behind it."""
    if role.head not in _WITH_SHORT_FIELD and not role.name.startswith("заместник-директор"):
        return None
    end = bare_field(scene.text, at, limit, role.head)
    if end > at:
        return Tail(straight(scene.text[at:end]), None, end, goes_on=False)
    match = _SHORT.match(scene.text, at, limit)
    return Tail(match[0], None, match.end(), goes_on=False) if match else None


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
        return Tail(straight(text[at:end]), None, end, goes_on=False)
    return None


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
    return Tail(f" {lead} {short.group()}", None, short.end(), goes_on=False) if lead == "по" else None


def _field(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`по математика`, `на финансите`, `на общината`: what an office is for, or a general word for its body."""
    match = _FIELD.match(scene.text, at, limit)
    if match is None or (lower(match["word"]) == "за" and role.head not in _FOR):
        return None
    council = _COUNCIL.match(scene.text, match.end(), limit)
    if council:
        return Tail("", "Общински съвет", council.end(), goes_on=False)
    end = phrase_end(scene.text, match.end(), limit)
    words = scene.text[match.end() : end]
    if (lower(match["word"]) == "за" and words in _ERRANDS) or words == "мястото":
        return None
    if words in _TERMS and match["word"] == "по":
        return Tail("", None, end, goes_on=False)
    if not words:
        return _short_words(scene, role, at, limit, match)
    pointed = _THE_SAME.search(words)
    bare = words[pointed.end() :] if pointed else words
    it = scene.named(bare, at) if lower(match["word"]) == "на" and role.head != "министър" else None
    if it or lower(bare) in _OF_MAYORS.get(role.head, ()) or lower(bare) in _OWNERS or (pointed and base_of(bare)):
        office = straight(f" {match['word']} {words[: pointed.start()]}") if pointed and pointed.start() else ""
        return Tail(office, scene.name_of(it) if it else None, end, goes_on=False)
    name = straight(f" {match['word']} {words}")
    last = words.rpartition(" ")[2]
    if match["word"] == "на" and end + 1 >= limit < len(scene.text) and head_of(last) and not last.endswith("ите"):
        # `защитник на подсъдимия А`: the name is that of the one behind.
        return Tail(name, None, at, goes_on=False)
    return Tail(name, None, end, goes_on=True)


_RULES: Mapping[str, tuple[Callable[[Scene, Role, int, int], Tail | None], ...]] = {
    '"': (_quoted, _body),
    "на": (_body, _unit, _field),
    **dict.fromkeys(("по", "за"), (_body, _field)),
    **dict.fromkeys(("в", "във", "към", "при", "от", "гр", "с", "град", "село"), (_body,)),
    **dict.fromkeys((*_UNITS, "отд"), (_body, _unit)),
}
"""The rules to try, the surest first, by the word behind an office."""
