"""Trimmed labels: what the words of a label say, without rooms, banks, days and the words that join them to a value.

>>> trimmed("Справки на", "phone"), trimmed("стая 1 – Деловодство", "phone"), trimmed("каб. 12", "email")
('Справки', 'Деловодство', None)
>>> trimmed("Стая 5 (кадастър)", "phone")
'кадастър'
>>> trimmed('Хор "Песен", с. Поле - 2 бр', "money"), trimmed("Диспечер (денонощно)", "phone")
('Хор "Песен"', 'Диспечер')
"""

import re
from collections.abc import Callable
from functools import partial

from govarchive.link.call_words import REACHED, without_call
from govarchive.link.headings import without_bank
from govarchive.link.label_words import CLAUSE, EDGE, LETTER, ROOM, ROOMS
from govarchive.link.labels.empty_words import told_of
from govarchive.link.labels.found_at import found_at
from govarchive.link.labels.hours_told import noun_of_clause
from govarchive.link.labels.no_nouns import is_no_noun
from govarchive.link.labels.openings import without_days
from govarchive.link.office_words import is_office_alone, is_office_of
from govarchive.text.starts import without_start

# The administration that a unit or somebody on duty is of: `дежурен при Областна администрация - Видин`.
_OF_OWNER = re.compile(r"(?<=[^\W\d_]{3})\"?[ ]при[ ](?:общин|областн)[^,;:]*\Z", re.IGNORECASE)
_TRAILERS = (
    "в",
    "във",
    "през",
    "на",
    "за",
    "с",
    "със",
    "при",
    "към",
    "от",
    "до",
    "се",
    "само",
    "също",
    "и",
    "или",
    "е",
    "са",
    "да",
    "по",
    "денонощно",
)
_TRAILING = re.compile(rf"(?:[ ]-?[ ]?(?:{'|'.join(_TRAILERS)}))+\Z")
_MAY_TRAIL = tuple(mark + word for word in _TRAILERS for mark in " -")
_EXPLAINED = re.compile(r"[А-Я]{2,6}[ ]\((?!денонощ)[а-я]{4,}(?:[ ][а-я]+)+\)")
_IN_SLASHES = re.compile(r"[ ]/(?=[^ /]+[ ]|денонощ)[а-я][^/]{2,60}/?\Z")
# What leads to the number of an account: `Платена такса по сметка`.
_TO_ACCOUNT = re.compile(
    r"(?:[ ]\([0-9][^()]{0,40}\))?[ ](?:IBAN|по[ ](?:банкова[ ])?сметка(?:[ ]на[ ][^,;:]{3,40})?)[ -]*\Z"
)
# Which of its places are meant: `ЦАО, гише 1 до 4`.
_COUNTER = re.compile(r",[ ]гише(?:та)?[ ][№0-9].*\Z", re.IGNORECASE)
# One of several bodies in a list: `- в Община Елена - 841 234; - във ВиК - 841 235`.
_IN_BODY = re.compile(r"в(?:ъв)?[ ](?=[А-Я])")
# Where a body is or how much it has, behind its name in quotes: `Хор „Песен“, с. Поле – 2 бр.`.
_OF_BODY = re.compile(r"(?P<body>[^\",\n]{1,30}\"[^\"\n]{2,60}\")(?:,[ ]|[ ]-[ ])(?:с\.|гр\.|общ\.|[0-9]).*")
# The end of a remark that stands before whose a value is: `841 234 (денонощно), каса: 841 235`.
_UNOPENED = re.compile(r"[^()]*\)[ ,;:-]*(?=[^\W\d_])")
# The other way that the reader is told: `потърсете каса „Изток“ или позвънете на 841 234`.
_OR_CALL = re.compile(r"[ ](?:и|или)[ ](?:се[ ])?[а-я]{3,}[ей]те(?<![ое]вете)(?:[ ].*)?\Z")
# What was done with a sum, before its noun: `наложена глоба`, `определена гаранция`.
_DONE = re.compile(
    r"(?:налож|определ|внес|плат|изплат|събр|присъд|предвид|начисл|отпусн)(?:ен|ан|ат)[аои]?[ ](?=[а-я]{4})",
    re.IGNORECASE,
)
# What no last part of a sentence begins with that a value is of.
_JOINS = re.compile(
    r"(?:като|а|но|и|или|че|ко(?:й|я|е|и)то|където|когато|на|в|във|от|до|с|със|след|преди)(?![а-я])", re.IGNORECASE
)
# When whoever is told behind it serves, and what one may do there.
_SEASON = re.compile(
    r"""(?:през|по[ ]време[ ]на)[ ](?:учебната[ ]година|лятото|зимата|празниците|[а-я]*[ ]?ваканци[а-я]+)
    [ ,]+(?=[а-я]{4})""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_LAST = re.compile(r"(?:,|[ ]-)[ ](?=[а-я](?:(?![ ]-[ ])[^,])*\Z)")
_FEW, _FARTHEST = 5, 2000
_TO_QUOTE = re.compile(r"[^\"\n\t0-9]{0,60}\"")
_MAY = re.compile(r"^(?P<who>[^,\n]{3,60}?)[ ](?:могат|може)[ ](?:в[ ][^,\n]{3,60}[ ])?да[ ](?!се[ ]).*")
_AND = re.compile(r"[аи][ ](?=[а-я])")
# Who pays or gets it, before the noun of a sum: `Гребците заплащат такса за лодка`.
_PAYS = re.compile(r"[^\n]*[ ](?:(?:за)?плаща|внася|получава|дължа)т[ ](?=[а-я]{4})")
# When what is paid for begins: `18:00 - Концерт, вход 5 лв.`
_AT_HOUR = re.compile(r"(?:[0-9]{1,2}[:.][0-9]{2}(?:[ ]?ч(?:\.|аса)?)?|ч\.(?=[ ]?[,:-]))[ ,:-]+(?=[^\W\d_])")
# That a sum may be so much, and the sign of who owns a page.
_MAY_BE = re.compile(r"[ ](?:може|могат)(?:[ ]да[ ][^\n]*)?\Z")
_SIGN = re.compile(r"©[ ]?(?:[0-9]{4}(?:[ ]?-[ ]?[0-9]{4})?)?[ ]*")
# The item of a list that a sum is told for: `Депозит за участие по т. 1.1`.
_ITEM = re.compile(r"[ ](?:по|за)[ ]т(?:\.|очка)[ ]?[0-9.]{1,6}\Z")


# What a clause goes on to tell of whom it names: `Каса, в която се плаща`, `Каса, стая 4`.
_RELATIVE = re.compile(r",[ ](?:(?:в|във|на|за|с|със|от|при|към|до|чрез)[ ]ко(?:й|я|е|и)то|където)(?![а-я]).*")
_IN_CASH = re.compile(r"в[ ]брой[ ](?:в|на|при)[ ](?=[а-я])", re.IGNORECASE)
_ROOM_BEHIND = re.compile(rf",[ ]{ROOM}\Z", re.IGNORECASE)


def trimmed(label: str, kind: str) -> str | None:
    """A label of a value of some kind; None where nothing of it is left that has letters."""
    if label.lower() in _TRAILERS:
        return None
    label = _TRAILING.sub("", label) if label.endswith(_MAY_TRAIL) else label
    if trim := _TRIMS.get(kind):
        label = trim(label)
    if not LETTER.search(label) or is_no_noun(label, kind):
        return None
    if kind == "iban":
        label = (noun_of_clause(label) or label) if CLAUSE.search(label) else label
        return without_bank(_TO_ACCOUNT.sub("", label)).rstrip(" ,-")
    return without_bracket(label.rstrip(" -,"))


def _of_reached(label: str) -> str:
    """A label of a telephone or mail without rooms, ways and calls to the reader; empty where nothing is left."""
    label = _OR_CALL.sub("", label)
    label = without_call(_OF_OWNER.sub("", label) if " при " in label else label)
    label = without_start(_IN_BODY, _COUNTER.sub("", label).removeprefix("към "))
    room = ROOMS.match(label)
    label = last_part(label[room.end() :].rstrip(")") if room else label)
    return _office_last(told_of(_MAY.sub(r"\g<who>", label) if " мо" in label else label) or "")


def _office_last(label: str) -> str:
    """The office that ends a label behind a mark: `Вписвания - съдия по вписванията`, `Училище "Роза", директор`."""
    mark = _BEFORE_LAST.search(label)
    last = label[mark.end() :] if mark else ""
    if mark is None or last.startswith("отг") or not (is_office_alone(last) or is_office_of(last)):
        return label
    whole = is_office_alone(label[: mark.start()]) or is_office_alone(label.replace(" - ", "-"))
    return label if whole else last  # `Административен ръководител - председател` is one


def _of_hours(label: str) -> str:
    """A label of hours without seasons, days, rooms and what its clause goes on to tell."""
    label = noun_of_clause(without_start(_SEASON, without_days(last_part(_RELATIVE.sub("", label))))) or ""
    room = ROOMS.match(label) or _IN_CASH.match(label)
    return _ROOM_BEHIND.sub("", label[room.end() :] if room else label)


def _of_sum(label: str) -> str:
    """The label of a sum without who pays it, when and for which item of a list."""
    body = _OF_BODY.fullmatch(label)
    label = _MAY_BE.sub("", _ITEM.sub("", body["body"] if body else label))
    for start in (_AND, _DONE, _AT_HOUR, _PAYS):
        label = without_start(start, label)
    return label


_TRIMS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(REACHED, _of_reached),
    "hours": _of_hours,
    "money": _of_sum,
    "address": partial(without_start, _SIGN),
    "url": lambda label: found_at(label) or label,
}
"""What leaves out of a label what only those of its kind have around whose or what for."""


def last_part(label: str) -> str:
    """The last few words of a clause behind its last comma: `Сборът е край хижата, дежурен пазач`."""
    words = label.rpartition(", ")[2] if ", " in label and CLAUSE.search(label) else label
    few = len(words.split()) <= _FEW and LETTER.match(words) and not (_JOINS.match(words) or CLAUSE.search(words))
    return words if few else label


def closed(label: str, text: str, start: int, stop: int) -> str:
    """The label of a value in `[start, stop)` with the words behind it up to the quote mark that closes those in it.

    One that another mark opens right before them is put back.

    >>> closed('Филиал "Изток', 'Филиал "Изток": 841 234', 16, 23)
    'Филиал "Изток"'
    >>> closed('Зелен телефон" на общината', '"Зелен телефон" на общината: 841 234', 29, 36)
    '"Зелен телефон" на общината'
    """
    if label.count('"') % 2 == 0:
        return label
    floor, last = max(0, start - _FARTHEST), stop + _FARTHEST
    near = text.find(f'{label}"', floor, last)
    at = near if near >= 0 else text.find(label, floor, last)
    if at > 0 and text[at - 1] == '"':
        return f'"{label}'
    behind = _TO_QUOTE.match(text, at + len(label)) if at >= 0 else None
    return label + behind.group() if behind else label


def without_bracket(label: str) -> str:
    """A label without the remark in a bracket that ends or begins it; what explains an abbreviation stays.

    >>> without_bracket("Диспечер (денонощно)"), without_bracket("ОДЦ (дежурна част)")
    ('Диспечер', 'ОДЦ (дежурна част)')
    >>> without_bracket("Превръзка /без цена на материала"), without_bracket("Приходи / разходи")
    ('Превръзка', 'Приходи / разходи')
    """
    label = without_start(_UNOPENED, _IN_SLASHES.sub("", label) if " /" in label else label)
    if label[-1] != ")" or label.rfind("(") <= 0 or _EXPLAINED.fullmatch(label):
        return label
    return label[: label.rfind("(")].rstrip(EDGE)
