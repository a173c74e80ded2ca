"""Which kinds of body have which office: a municipality a mayor, a school no secretary."""

import re

from govarchive.kinds.institution import TYPES_OF_QUOTED
from govarchive.link.offices.behind.boards import LEAD_UNITS
from govarchive.link.offices.behind.fields import GOVERNOR
from govarchive.link.offices.bodies.outsiders import is_private
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, is_bank, kinds_of
from govarchive.link.units import PARTS, TEAMS, WARDS, any_of
from govarchive.model import Candidate
from govarchive.text.fold import lower

DOCTORS = frozenset(
    "лекар хирург кардиохирург неврохирург педиатър кардиолог невролог гинеколог уролог офталмолог рентгенолог "
    "анестезиолог реаниматор травматолог неонатолог дерматолог ендокринолог онколог пулмолог нефролог хематолог "
    "гастроентеролог ревматолог патолог акушер".split()
)
"""Who has patients, in a hospital or with a practice of his own."""

# Which bodies have such an office; any has those that are not listed.
_BODIES_OF = {
    "кмет": frozenset({"община", "кметство", "район"}),
    "наместник": frozenset({"община", "кметство", "район"}),
    "председател": frozenset(
        "съд съвет комисия комитет читалище колегия палата агенция съюз сдружение асоциация събрание фондация клуб "
        "организация дружество кооперация кооператив".split()
    ),
    "началник": frozenset(
        "управление отделение служба участък затвор арест митница инспекторат дирекция отдел сектор звено архив "
        "поделение окръжие гарнизон гара болница клиника".split()
    ),
    "управител": frozenset(
        "ясла аптека хоспис хотел дом дружество болница област фирма предприятие център банка стопанство "
        "патронаж трапезария кухня жилище комплекс".split()
    ),
    "съветник": frozenset({"съвет", "министерство"}),
    **dict.fromkeys(
        ("президент", "вицепрезидент"), frozenset("клуб федерация съюз сдружение асоциация палата лига".split())
    ),
    "член": frozenset(
        "съвет комисия комитет читалище колегия палата съюз сдружение асоциация събрание фондация клуб съд "
        "настоятелство организация".split()
    ),
    "ректор": frozenset({"университет", "академия", "училище", "колеж"}),  # `Висше училище по Х`
    "декан": frozenset({"факултет"}),
    "министър": frozenset({"министерство"}),
    "учител": frozenset("училище гимназия градина колеж център".split()),
    "съдия": frozenset({"съд"}),
    "полицай": frozenset("управление участък дирекция министерство полиция отдел сектор".split()),
    "заседател": frozenset({"съд"}),
    "прокурор": frozenset({"прокуратура"}),
    **dict.fromkeys(DOCTORS, frozenset("болница клиника център поликлиника хоспис дом комплекс".split())),
    "сестра": frozenset("болница клиника център поликлиника хоспис дом ясла градина патронаж училище гимназия".split()),
    "треньор": frozenset("клуб отбор школа училище гимназия академия център федерация дружество комплекс".split()),
    "детегледач": frozenset({"ясла", "градина"}),
    "възпитател": frozenset("градина училище гимназия общежитие дом център".split()),
    "библиотекар": frozenset("библиотека читалище училище гимназия университет институт музей академия".split()),
}
# Only towns and their districts have one; public tutors are by law those of a local commission, whoever else teaches.
_OF_NAMES = {
    "главен архитект": frozenset({"община", "район"}),
    "обществен възпитател": frozenset({"комисия"}),
    **dict.fromkeys(
        ("съдебен служител", "съдебен секретар", "съдебен деловодител", "съдебен помощник", "съдебен администратор"),
        frozenset({"съд", "прокуратура"}),
    ),
}
_NOT_OF = {
    "директор": frozenset(
        "община съд съвет министерство кметство комисия прокуратура събрание парламент управление".split()
    ),
    "уредник": frozenset({"университет", "училище", "гимназия"}),
    "инспектор": frozenset("училище гимназия градина ясла читалище".split()),
    "комисар": frozenset("община училище гимназия градина ясла читалище".split()),
    "секретар": frozenset("кметство училище гимназия градина ясла патронаж кухня трапезария жилище".split()),
}
# Of a firm somebody is the owner, of none of these.
_PUBLIC = frozenset(
    "община район кметство област администрация съд съвет комисия министерство прокуратура агенция събрание парламент "
    "управление дирекция служба инспекция инспекторат отдел училище гимназия градина ясла читалище музей библиотека "
    "университет".split()
)
# The administration of a municipality is the municipality.
_KINDS_BY_NAME = (
    *((f"{short} „", frozenset({kind})) for short, kind in TYPES_OF_QUOTED.items()),
    ("Общинска администрация", frozenset({"община"})),
)
# Any body has departments, and those who serve it and not its work.
_OF_ANY = re.compile(
    rf"""(?: {any_of(LEAD_UNITS)} )[ ](?:на[ ])?(?:[а-я]+[ ])?
        (?: {any_of((*PARTS, *WARDS, *TEAMS, "кабинет"))} ) (?:а|ът|ят|та|то)? (?![а-я])
      | (?:{any_of(LEAD_UNITS)})[ ](?:„|[А-Я]{{2,8}}(?![А-Яа-я]))
      | технически[ ]секретар | (?!общински|съветник)[а-я]+[ ]съветник | съветник[ ]на[ ](?!съвета)""",
    re.VERBOSE,
)

# A bank is told where accounts are kept; of its people a page names who leads it.
_OF_BANKS = frozenset("управител подуправител директор председател член прокурист представител".split())
# Whom a body has, and none of its units, though a list of their people may go on with them.
_OF_WHOLE = re.compile(
    r"""(?:^|[ -])(?: кмет(?:ица)? | наместник | министър | областен[ ]управител | ректор
      | главен[ ](?:архитект|секретар) | секретар[ ]на[ ]общината? | административен[ ]ръководител
      | изпълнителен[ ]директор | съдия[ ]по[ ]вписванията | съдебен[ ](?:изпълнител|администратор) )(?![а-я])""",
    re.VERBOSE,
)
_COUNCIL = re.compile(r"Общинск(?:и|ия|ият) съвет|ОбС(?!\w)", re.IGNORECASE)


def is_of_whole(role: str, unit: str = "") -> bool:
    """Whether an office is one that a body has and none of its units, but for one that is called by it.

    >>> is_of_whole("главен архитект"), is_of_whole("заместник-ректор"), is_of_whole("архитект")
    (True, True, False)
    >>> is_of_whole("изпълнителен директор", "Отдел „Финанси“"), is_of_whole("директор", "Дирекция „Финанси“")
    (True, False)
    >>> is_of_whole("съдия по вписванията", "Служба по вписванията")
    False
    """
    return _OF_WHOLE.search(role) is not None and role.rpartition(" ")[2] not in lower(unit)


def has_no_units(body: Candidate) -> bool:
    """Whether a body is a municipal council, which has no departments: they are of the municipality."""
    return _COUNCIL.match(body.value or "") is not None


def may_have(scene: Scene, post: Post | None, body: Candidate) -> bool:
    """Whether a body of this kind has such an office."""
    value = body.value or ""
    kinds = next((told for name, told in _KINDS_BY_NAME if value.startswith(name)), None) or kinds_of(scene.text, body)
    if post and post.name.endswith(GOVERNOR):
        return lower(body.value or "").startswith(("област ", "областна администрация"))
    if post and is_bank(body):
        return post.head in _OF_BANKS
    if post is None or not kinds:
        return True
    if is_private(post):
        return not kinds <= _PUBLIC
    if " " in post.name and (of_any := _OF_ANY.match(post.name)):
        return not (post.head in LEAD_UNITS and of_any.end() > len(post.head) and has_no_units(body))
    head = "министър" if "министър" in post.name else post.head.removesuffix("ка")
    bodies = next((_OF_NAMES[it] for it in _OF_NAMES if post.name.endswith(it)), _BODIES_OF.get(head))
    if bodies is not None:
        return bool(bodies & kinds)
    return not kinds <= _NOT_OF.get(head, frozenset())
