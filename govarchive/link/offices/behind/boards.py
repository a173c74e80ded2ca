"""Boards and units behind an office that no list of bodies has: `председателят на Управителния съвет А`.

Each is told by its kind, with an article (`на Клуба на пенсионера`), or by its number (`на II отделение на КАИЛ`); and
boards of which a sentence tells above the list of their members.
"""

import re
from typing import NamedTuple

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.bodies import Tail
from govarchive.link.offices.behind.fields import phrase_end, straight
from govarchive.link.scene import HOUSE, Scene, base_of, kinds_of
from govarchive.link.units import BOARDS, COMPOSED, HEADED, PARTS, WARDS, any_of, articled, forms_of, stems
from govarchive.names.bodies.words import ABBREVIATIONS
from govarchive.names.roles.phrase import Role
from govarchive.text.fold import lower
from govarchive.text.glance import lowered
from govarchive.text.inflect import base_adjective, definite
from govarchive.text.needles import holds

# The first words of boards that many bodies have, without their endings.
_ORGANS = (
    "управителн контролн надзорн обществен програмн научн експертн училищн читалищн проверителн изпитн етичн "
    "дисциплинарн художествен академичн факултетн педагогическ консултативн адвокатск студентск ученическ църковн "
    "техническ"
).split()
_OF_ORGANS = any_of((*_ORGANS, *(base_adjective(f"{it}ия") for it in _ORGANS)))  # also of `Експертен съвет`

_LED = r"[ \n]+(?i:на|в|във|към|при|от)[ \n]+"
_UNITS = (*PARTS, *WARDS)
_UNIT_OF = {form: unit for unit in _UNITS for form in forms_of(unit)} | {"дома": "дом"}  # `Дома за стари хора`
_BOARD = re.compile(
    rf"""(?: (?P<of>{_LED}) | [ ] ) (?P<name>
      (?P<organ> (?i: (?:{_OF_ORGANS})(?:и?ят?|ата|ото|а|о)? [ ]
          (?:{articled(BOARDS)})
          | (?:общинска|районна|областна)[ ]администрация | настоятелство(?:то)? ) )
    | (?P<told> [А-Я][а-я]{{2,}}(?:ия|ият|ата|ото) (?:[ ][а-я]+(?:ен|ски|но|на|ско|ска)){{0,2}} [ ] [а-я]{{3,}} )
    | (?P<head> [А-Я][а-я]{{2,}}(?:а|я|ът|ят|та|то) ) (?=[ ](?:на|по|за)[ ][а-я])
    | (?P<numbered>
        (?: (?:[IVXІХ]{{1,4}}|[0-9]{{1,2}}) (?:-?(?:во|ва|ро|ра|то|та|ти|ри|ви|ми))?
          | (?:Първ|Втор|Трет|Четвърт|Пет|Шест|Седм|Осм)[оа](?:то|та)? )
        (?:[ ][А-Яа-я][а-я-]+(?:но|на|ско|ска)){{0,3}} [ ] (?i:{any_of(_UNITS)}) )
    ) (?![А-Яа-я])""",
    re.VERBOSE,
)
_ORGAN_OF = re.compile(
    r"(?P<organ>[ ]на[ ](?:У[СН]|НС|КС|СД))[ ]на[ ]"
    r"(?P<words>(?:[а-я]+(?:ната|ското|ния)[ ])?[а-я]{4,}(?:та|то|а|я))(?![а-я])"
)
# A board of many bodies in a sentence, in any form.
_IN_SENTENCE = rf"(?i:(?:{_OF_ORGANS})(?:и?ят?|ата|ото|а|о|и)?[ ](?:{articled(HEADED)}))(?![а-я])"
# A sentence about a board above the list of its members: `Общественият съвет управлява библиотеката`,
# `В Обществения съвет членуват:`.
_DEFINED = re.compile(
    rf"""(?:В[ ](?:състава[ ]на[ ])?)?
    (?P<board>(?i:{_OF_ORGANS})(?:и?ят?|ата|ото)[ ](?:{any_of(HEADED)}))
    (?:[ ](?:към|при|на)[ ][^.:;]{{3,60}}?)?
    [ ](?:е|се[ ]състои|включва|подпомага|управлява|ръководи|организира|осъществява|работи|има
        |членуват|влизат|участват|са)(?![а-я])""",
    re.VERBOSE,
)
# `от заседание на Обществения съвет`, above those who came.
_SITTING = re.compile(
    rf"""(?:заседание|събрание|сбирка|среща)(?:то|та)?[ ]на[ ]
    (?P<board>{_IN_SENTENCE})
    (?![ ](?:на|към|при)[ ]\"?(?-i:[А-Я]))""",
    re.VERBOSE | re.IGNORECASE,
)
# A sentence that tells before the names who came into a board: `а в Проверителната комисия влязоха А и Б`,
# `Контролният съвет е в състав А и Б`.
_CHOSEN = re.compile(
    rf"""(?<!\w)(?i:в(?:ъв)?|за|на)[ ](?:състава[ ]на[ ])?(?:[а-я]+(?:ата|ото|[нв]ия)[ ])?
    (?P<board>{_IN_SENTENCE})
    (?:[ ](?:към|при|на|за)[ ][^.:;\n]{{3,60}}?)?
    [ ](?:(?:са|бяха|бе|е|бидоха)(?:[ ](?:пре)?(?:избра|гласува|определе|назначе)н[аио]?)?|влязоха|влизат|влиза|членуват
        |участват|избраха|избрахме)(?:[ ](?:още|също))?(?=[ :])[ :]*
    | (?<!\w)[Вв](?:ъв)?[ ](?P<within>{_IN_SENTENCE})[ ]-[ ]
    | (?<!\w)(?P<meets>{_IN_SENTENCE})(?:[ ](?:на|към|при)[ ][^.:;\n]{{3,40}}?)?
      (?:(?:[ ](?:е|бе|беше|бяха|ще[ ]бъде))?,?[ ]{COMPOSED}|[ ]се[ ]състои[ ]от)[ ]?:?[ ]
    | (?<!\w)(?<!\w[ ])(?P<has>{_IN_SENTENCE})(?:[ ](?:на|към|при)[ ][^.:;\n]{{3,40}}?)?[ ]включва[ ]?:?[ ]
    | (?<!\w)(?i:състав)(?:ът|а)?[ ]на[ ](?:[а-я]+(?:ата|ото|[нв]ия)[ ])?(?P<sits>{_IN_SENTENCE})
      [ ]?:[ ]*""",
    re.VERBOSE,
)
# One of these is in such a sentence.
_STEMS = stems(HEADED)
_WORK = re.compile(r"[ ](?:по|за|на)[ ](?=[а-я])")
_FIELD = re.compile(r"[ ](?:по|за)[ ](?=[а-я])")
_WITHIN = re.compile(r"[ ](?:в|с(?:ъс)?)[ ](?=[а-я])")  # `за услуги в домашна среда`
_NAME = re.compile(r"[ ]\"[^\"\n]{2,60}\"")
_TOWN = re.compile(r"[ ]?-[ ]?")
_OWNER = re.compile(r"[ ](?:на|към|при|в)[ ](?P<words>(?:[а-я]+(?:ата|ото|ия)[ ])?(?P<noun>[а-я]{3,}))(?![а-я])")
_OUTER = re.compile(r"[ ](?:на|към|при|в|във)[ ](?P<short>[А-Я]{2,6}(?![А-Яа-я\"]))?")
_SMALL_UNIT = re.compile(rf"(?:[ ][а-я]+(?:ен|ски|но|на|ско|ска)){{1,2}}[ ](?:{any_of(_UNITS)})(?![а-я])")
_SHORT_UNIT = re.compile(
    r"[ ](?P<unit>(?!(?:ПП|КП|МК|АД|ЕТ)[ ])[А-Я]{2,6}[ ]?\"[^\"\n]{2,40}\"|ВиК|(?P<kind>[А-Я]{2,8}))"
    r"(?=[ ]*(?:[:,;.)(\n\t-]|$))"
)
# What an abbreviation behind the office of who leads it may be without a name.
_LED_KINDS = frozenset("болница управление дирекция училище читалище център университет".split()) | {
    "детска градина",
    "социална услуга",
}
_IN_SHORT = re.compile(r"[ ](?:в|във|към|при)[ ](?P<kind>[А-Я]{2,8})(?![А-Яа-я]|[ -]*[\"№0-9])")
_HEADS_OF_BODIES = frozenset("директор управител началник шеф".split())
LEAD_UNITS = frozenset("началник завеждащ ръководител директор шеф".split())
"""Who leads a unit, so that the one behind such an office is the officer's own."""
_LEAD_OTHERS = LEAD_UNITS | {"управител", "председател"}

# The board of an office with nothing to lead to it: `Председател общински съвет: А`, `Секретар настоятелство - А`.
_BARE = re.compile(
    rf"""[ ](?P<name>(?i:(?P<kind>(?:{_OF_ORGANS}|общинск)(?:и|а|о)?[ ])?(?:{any_of(BOARDS)})))
    (?=[ ]*(?:[:\n\t-]|$))""",
    re.VERBOSE,
)
OFFICERS = frozenset({"председател", "секретар", "член"})
"""Whom all boards have."""

# What a municipality has and is: its name is told elsewhere.
_OWN_STAFF = "общинска администрация"
TRUSTEES = "настоятелство"
"""The board of a school or a chitalishte, told without its kind; that of a chitalishte is of the body itself."""
# Boards that have no name where they meet but once, in all their forms.
_PANELS = {form: noun for noun in ("комисия", "жури") for form in forms_of(noun)}
_OF = re.compile(r"[ \n]+(?i:на)[ \n]+")
_AT_COUNCIL = re.compile(r"[ ](?:към|на|в)[ ](?P<council>Общинск(?:и|ия|ият)[ ]съвет|О[бБ]С)(?![А-Яа-я])")
_OF_PANELS = OFFICERS | {"заместник", "протоколчик", "докладчик"}


class _Told(NamedTuple):
    """A board or unit as printed, in base form, and where it ends with all that belongs to it."""

    name: str
    stop: int
    unit: bool


def board_behind(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The board or unit that follows an office; of one of a body that is told, too, it is part of the office."""
    return _organ_behind(scene, at, limit) or _board_told(scene, at, limit)


def _organ_behind(scene: Scene, at: int, limit: int) -> Tail | None:
    """`председател на УС на сдружението`: the body that the general word means."""
    organ = _ORGAN_OF.match(scene.text, at, limit)
    named = scene.named(organ["words"], at) if organ else None
    return Tail(organ["organ"], scene.name_of(named), organ.end(), goes_on=False) if organ and named else None


def _board_told(scene: Scene, at: int, limit: int) -> Tail | None:
    """A board or unit by its kind, its work or its number."""
    match = _BOARD.match(scene.text, at, limit)
    told = _told(scene, match, limit) if match else None
    if match is None or told is None or not (match["of"] or told.unit):
        return None
    if told.name == TRUSTEES and any(HOUSE in kinds_of(scene.text, it) for it in scene.owners[:1]):
        return Tail("", None, told.stop, goes_on=False)  # of the chitalishte whose page it is
    if told.name == TRUSTEES and not scene.owners and (house := scene.only_of(HOUSE)):
        return Tail("", house.value, told.stop, goes_on=False)
    if lower(told.name) == _OWN_STAFF and (municipality := scene.named("община", at)):
        return Tail("", scene.name_of(municipality), told.stop, goes_on=False)
    outer = _OUTER.match(scene.text, told.stop, limit)
    body = scene.starting(outer.start("short") if outer["short"] else outer.end()) if outer else None
    words = straight(scene.text[at : told.stop])
    if body and body.kind == "institution":
        return Tail(words, body.value, body.stop, goes_on=False)
    owner = _OWNER.match(scene.text, told.stop, limit)
    if owner and base_of(owner["noun"]):
        named = scene.named(owner["words"], at)
        whose = scene.name_of(named) if named else None
        return Tail(words if whose else "", whose or told.name, owner.end(), goes_on=False)
    if outer and outer["short"]:
        told = told._replace(name=told.name + outer[0], stop=outer.end())
    return Tail("", told.name, told.stop, goes_on=False, unit=told.name if told.unit else None)


def _told(scene: Scene, match: re.Match[str], limit: int) -> _Told | None:
    """The board in its base form, with what it is for, its name and its town."""
    text, stop = scene.text, match.end("name")
    noun = match["name"].rpartition(" ")[2]
    kind = base_of(noun) or _UNIT_OF.get(lower(noun), "")
    end = _work_end(text, match, limit)
    if not (match["organ"] or kind) or (match["head"] and end == stop):
        return None
    stop = end
    if name := _NAME.match(text, stop, limit):
        stop = name.end()
    town = _TOWN.match(text, stop, limit)
    place = scene.starting(town.end()) if town else None
    stop = place.stop if place and place.kind == "place" else stop
    printed = text[match.start("name") : stop]
    whole = kind.capitalize() + printed[len(match["head"]) :] if match["head"] else printed
    return _Told(normalise(whole), stop, unit=kind in _UNITS)


def _work_end(text: str, match: re.Match[str], limit: int) -> int:
    """Where the words end that say what a board is for (`по етика`), or whose, where that is no body's kind."""
    stop = match.end("name")
    work = (_FIELD if match["organ"] else _WORK).match(text, stop, limit)
    owner = None if match["head"] else _OWNER.match(text, stop, limit)
    if work is None or (owner and base_of(owner["noun"])):
        return stop
    end = phrase_end(text, work.end(), limit)
    if (general := text.rfind(" на ", stop, end)) > stop and _is_general(text, general, end):
        return general  # `Съвета на директорите на лечебното заведение`
    within = _WITHIN.match(text, end, limit) if end > work.end() else None
    end = phrase_end(text, within.end(), limit) if within else end
    return end if end > (within or work).end() else stop


def _is_general(text: str, start: int, stop: int) -> bool:
    """Whether `[start, stop)` is but a general word for the body whose board it is."""
    owner = _OWNER.fullmatch(text, start, stop)
    return owner is not None and (bool(base_of(owner["noun"])) or owner["noun"] == "заведението")


def small_unit(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`ръководител счетоводен отдел А`, `съдии наказателно отделение`: a unit in small letters.

    It is part of the office of who leads it.
    """
    match = _SMALL_UNIT.match(scene.text, at, limit)
    if match is None:
        return None
    words = straight(match[0])
    if role.head in LEAD_UNITS:
        return Tail(words, None, match.end(), goes_on=True)
    return Tail("", None, match.end(), goes_on=True, unit=words.strip())


def short_unit(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`старши лесничей ГСУ „Запад“`: a unit in quotes that no list has, which the office keeps as it does a field.

    Of who leads it, it is the institution: `управител ВиК`, also without a name: `директор ДСП`.
    """
    match = _SHORT_UNIT.match(scene.text, at, limit)
    if match is None or scene.starting(match.start("unit")):
        return None
    if match["kind"] and not (role.head in _HEADS_OF_BODIES and _is_led(match["kind"])):
        return None
    unit = straight(match["unit"]).strip()
    if role.head in _LEAD_OTHERS:
        return Tail("", unit, match.end(), goes_on=False, unit=unit)
    return Tail(f" {unit}", None, match.end(), goes_on=False, unit=unit)


def short_body(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`учител по математика в ПМГ`: a body by the abbreviation of its kind alone."""
    match = _IN_SHORT.match(scene.text, at, limit)
    return Tail("", match["kind"], match.end(), goes_on=False) if match and _is_led(match["kind"]) else None


def _is_led(short: str) -> bool:
    """Whether an abbreviation is that of a kind of body that somebody leads: `ДСП`, `МБАЛ`."""
    return short in ABBREVIATIONS and ABBREVIATIONS[short].type in _LED_KINDS


def bare_board(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`Председател общински съвет: А`: the board, as the page names it in full where it does."""
    match = _BARE.match(scene.text, at, limit) if role.head in OFFICERS and not role.definite else None
    if match is None:
        return None
    if not match["kind"]:
        return Tail("", None, match.end(), goes_on=False)
    name = match["name"].capitalize()
    named = scene.only(name)
    return Tail("", named.value if named else normalise(name), match.end(), goes_on=False)


def panel_behind(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """The board without a name of who presides over it or is in it: `председател на тръжната комисия по избора`."""
    lead = _OF.match(scene.text, at, limit) if role.head in _OF_PANELS else None
    if lead is None:
        return None
    end = phrase_end(scene.text, lead.end(), limit)
    own, by, work = straight(scene.text[lead.end() : end]).strip().partition(" по ")
    adjective, _, noun = own.rpartition(" ")
    base = _PANELS.get(lower(noun))
    articled = lower(noun) != base if not adjective else definite(lower(adjective))
    if base is None or not articled or " " in adjective or scene.named(own, at):
        return None
    name = (normalise(own) if adjective else base) + by + work
    council = _AT_COUNCIL.match(scene.text, end, limit)
    body = scene.starting(council.start("council")) if council else None
    end = body.stop if body else council.end() if council else end
    return Tail("", f"{name} към {body.value if body else 'Общински съвет'}" if council else name, end, goes_on=False)


def chosen_board(text: str, begins: int, stop: int) -> tuple[str, int] | None:
    """The board of which the last sentence in `[begins, stop)` tells who came into it, and where it has told so.

    >>> chosen_board("За членове на Надзорния съвет са избрани: ", 0, 42)
    ('Надзорен съвет', 42)
    """
    if not holds(lowered(text)[begins:stop], _STEMS):
        return None
    *_, last = (None, *_CHOSEN.finditer(text, begins, stop))
    name = last and (last["board"] or last["sits"] or last["within"] or last["meets"] or last["has"])
    return (normalise(name), last.end()) if last and name else None


def defined_board(line: str) -> str | None:
    """The board of which a line, a sentence about it, tells: `Общественият съвет е орган на училището`."""
    found = _DEFINED.match(line) or _SITTING.search(line)
    return normalise(found["board"]).capitalize() if found else None
