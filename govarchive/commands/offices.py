"""What people type for an office, as fields of a query: its names, the body where it is held, the unit it is of."""

import re
from collections.abc import Iterable
from typing import Any

from govarchive.archive.query import Count
from govarchive.data import table
from govarchive.names.roles.gender import in_other_gender
from govarchive.names.roles.phrase import Role, role_first
from govarchive.text.fold import fold, lower
from govarchive.text.inflect import word_forms
from govarchive.text.keys import key

_LOST_VOWEL = re.compile(r"\b([а-я]{2,}т)ри(?:те)?\b")
_CUT = re.compile(r"^(?P<deputy>зам(?:\.[ ]?-?|[ -]))?(?:мин\.|м-р(?=[ ]))", re.IGNORECASE)
"""`мин. на културата`: on a page it may be minutes; who asks for an office means a minister."""
# `управителят на област Видин`, `обл управ. на …`: of a region there is but one.
_GOVERNOR = re.compile(
    r"^(?:обл(?:\.|аст[а-я]*)?[ ]+управ(?:\.|ител[а-я]*)"
    r"|управ(?:\.|ител[а-я]*)(?=[ ]+на[ ]+(?:[а-я]+[ ]+)?област(?:та)?(?!\w)))",
    re.IGNORECASE,
)
_BODY = re.compile(r"[ ,(-]*(?P<of>(?:на|в|във|към|при|от)[ ])?(?P<body>\w.*?)[ ).,]*$")
_FOR = " по "
_SMALL = frozenset("по и на с със за в във към от".split())
# Bodies that a page may call by their town alone where it says whose office it is: `кметът на Сопот`.
_OF_PLACES = ("община", "област", "район", "кметство")
# Where a field ends that one of them stands behind.
_OF = re.compile(rf"[ ]на[ ](?=(?:{'|'.join(_OF_PLACES)})(?:та|то|а)?\b)")
DEPARTMENTS = [row["noun"] for row in table("manual_units") if re.search("part|ward", row["groups"])] + ["факултет"]
"""The nouns of units of a body, as somebody types them."""
# ` на отдел „Бюджет“ в Община Видин`: of a unit, and of the body around it.
_OF_UNIT = re.compile(
    rf"""[ ](?:(?:на|в|във|към|при|от)[ ])?
    (?P<unit>(?:[А-Яа-я]+[ ])? (?i:{"|".join(DEPARTMENTS)})(?![а-я]).*?)
    (?P<body>,?[ ](?:на|в|във|към|при)[ ](?:[А-Я]|(?i:общин|област|район|министер)).*|,[ ].*)?$""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
_MINISTER = re.compile(r"(?<!\w)министър$")


def of_role(role: str) -> dict[str, Any]:
    """The fields of a query for a role: as typed, or else the office, body and unit that a page would have said so.

    >>> of_role("кметът на община Видин")["titles"], of_role("кметът на община Видин")["held_at"][0]
    (('кмет', 'кметица'), 'община Видин')
    >>> of_role("кмет гр. видин")["held_at"], of_role("кмет на общината")["held_at"][-1]
    (('видин',), '')
    >>> of_role("заместник-кмет „Култура“")["unit"], of_role("губернаторът")["titles"]
    ('Култура', ('губернатор', 'областен управител', 'областна управителка'))
    >>> of_role("управителят на област Видин")["titles"][0], of_role("обл управ. на видинска област")["titles"][0]
    ('областен управител', 'областен управител')
    """
    typed = _GOVERNOR.sub("областен управител", fold(role.strip()))
    typed = _CUT.sub(lambda cut: f"{'заместник-' if cut['deputy'] else ''}министър", typed)
    # министри: the vowel that the plural loses
    readings = (typed, _LOST_VOWEL.sub(r"\1ър", typed))
    typed, found = next(((it, office) for it in readings if (office := _office(it))), (typed, None))
    if found is None:
        return _of_the_town(typed)
    rest = typed[found.stop :]
    titles = _titles(found.name)
    named = {"titles": titles} if len(titles) > 1 else {}
    return {"role": found.name + rest, **named, **(_held(typed, found.name, rest) if rest.strip() else {})}


def one_for_both(counts: Iterable[Count]) -> list[Count]:
    """Counts of offices with men and women in one row, as one asks for them, under what most are called.

    >>> [it[:2] for it in one_for_both([Count("кмет", 3, None, None), Count("лекар", 2, None, None),
    ...     Count("кметица", 1, None, None)])]
    [('кмет', 4), ('лекар', 2)]
    """
    found: dict[str | None, Count] = {}
    for it in counts:
        other = in_other_gender(it.what) if it.what else None
        same = min(map(key, filter(None, (it.what, other))), default=None)
        known = found.get(same)
        found[same] = _together(known, it) if known else it
    return sorted(found.values(), key=lambda it: -it.number)


def _together(first: Count, second: Count) -> Count:
    began = min((it for it in (first.first, second.first) if it), default=None)
    ended = max((it for it in (first.last, second.last) if it), default=None)
    return Count(first.what, first.number + second.number, began, ended)


def _office(typed: str) -> Role | None:
    return role_first(typed)


def _of_the_town(typed: str) -> dict[str, Any]:
    """`видинският кмет`: the office behind the adjective of a town; what is typed as it is, where it is no such."""
    from govarchive.commands.bodies import town_of

    first, _, rest = typed.partition(" ")
    town = town_of(lower(first)) if _office(rest) else None
    return of_role(f"{rest}, {town}") if town else {"role": typed}


def _titles(office: str) -> tuple[str, ...]:
    """The office, what it is called for the other gender, and what else it is called."""
    rows = [row for row in table("manual_synonyms") if row["kind"] == "role"]
    names = [office, in_other_gender(office)]
    known = {key(it) for it in names if it}
    also = [row["also"] for row in rows if key(row["asked"]) in known]
    return tuple(dict.fromkeys(it for name in (*names, *also) if name for it in (name, in_other_gender(name)) if it))


def _held(typed: str, office: str, rest: str) -> dict[str, Any]:
    """The fields for an office with something behind it: at which body it is held, and of which unit.

    Nothing that was typed is left out, but for words that say nothing of the office on a page, too.
    """
    from govarchive.commands.meant import as_on_a_page

    if of_unit := _OF_UNIT.match(rest):
        from govarchive.commands.bodies import names_of_body

        return {
            "office": office,
            "department": names_of_body(of_unit["unit"]),
            **_at_body(office, "", of_unit["body"] or ""),
        }
    said = as_on_a_page(typed)
    told, unit = said.get("role", ""), fold(said.get("unit", ""))
    if rest.startswith(_FOR):
        return _with_field(office, rest, told)
    if not unit or unit not in rest:
        return _at_body(office, office, rest)
    rest = rest.replace(unit, "").replace('""', "")
    return {"office": told.partition(" „")[0] or office, "unit": said["unit"], **_at_body(office, "", rest)}


def _with_field(office: str, rest: str, told: str) -> dict[str, Any]:
    """Of `заместник-кмет по финансите на община Видин` the body; the field belongs to the office, but for `по списък`.

    `told` is how a page would be read: without words that say nothing of an office, and without what is behind them.
    """
    own = len(key(_OF.split(told)[0]).split()) - len(key(office).split())
    words = list(_WORD.finditer(rest))[: own if own > 0 else 2]
    field, body = rest[: words[-1].end()], rest[words[-1].end() :]
    if own == 0:
        return {"office": office, **_at_body(office, "", body)}
    if not body.strip() and " на " in rest:
        field, _, body = rest.rpartition(" на ")
    stems = _stems(field)
    if not stems:
        return {}
    said = {"office": office, "field": stems}
    return said | _at_body(office, "", body) if body.strip() else said


def _stems(field: str) -> tuple[str, ...]:
    """What the words of a field have in all their forms: ` по финансите` is printed as „Финанси“, too.

    >>> _stems(" по финансите и културата")
    ('финанс', 'култур')
    """
    return tuple(min(word_forms(it), key=len) for it in key(field).split() if it not in _SMALL)


def _at_body(head: str, office: str, rest: str) -> dict[str, Any]:
    """The body that the rest of what was typed names, where it names one, with the office held there."""
    from govarchive.commands.bodies import names_of_body

    body = _BODY.match(rest)
    if body is None:
        return {}
    names = names_of_body(body["body"])
    if _MINISTER.search(head) and body["of"]:
        names = (*names, f"министерство на {body['body']}")
    general = body["of"] and _is_general(body["body"])
    kind, _, town = key(names[0]).partition(" ")
    place = {"place": town} if town and kind in _OF_PLACES else {}
    return {**({"office": office} if office else {}), **place, "held_at": (*names, "") if general else names}


def _is_general(body: str) -> bool:
    """`общината`: one general word, for a body that the page names elsewhere or not at all."""
    from govarchive.names.bodies.words import HEADS

    head = HEADS.get(lower(body))
    return lower(body) == "областта" or (head is not None and not head.optional)
