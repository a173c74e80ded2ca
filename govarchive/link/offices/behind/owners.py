"""Words behind an office that add nothing to it: general ones for its body, `на училището`, and terms, `по договор`."""

import re
from functools import cache

from govarchive.data import table
from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.bodies import Tail
from govarchive.link.scene import Scene, base_of
from govarchive.link.units import HEADED, PARTS, forms_of
from govarchive.model import Candidate
from govarchive.names.bodies.adjectives import plural
from govarchive.names.bodies.words import HEADS
from govarchive.names.roles.phrase import Role
from govarchive.text.fold import lower

OWNERS = frozenset(
    """общината областта прокуратурата дружеството фирмата предприятието училището гимназията градината читалището
    болницата съда факултета университета института инспекцията агенцията музея библиотеката театъра министерството дома
    центъра обекта структурата институцията ведомството дирекцията галерията""".split()
) | {
    "областната администрация",
    "общинската администрация",
    "районната администрация",
    "социалната институция",
    "детското заведение",
    "учебното заведение",
    "лечебното заведение",
    "здравното заведение",
    "културната институция",
    "културния институт",
    "болничното заведение",
    "здравната институция",
    "образователната институция",
    "учебната институция",
    "екоинспекцията",
    "регионалната екоинспекция",
    "горското стопанство",
    "ловното стопанство",
    "горското",
    "лесничейството",
    "хонорар",
    "смени",
    "щат",
    "половин щат",
    "селото",
    "града",
    "градчето",
    "бюрото по труда",
    "трудовото бюро",
    "детската кухня",
}
"""They say nothing of the office."""

# Whose office is told by what they are, and they are no board, which would have it: `капитан на отбора`.
_GENERAL = tuple(
    """отделение клиника поликлиника лечебница отбор тим клуб федерация лига хор оркестър ансамбъл трупа формация
    школа хотел хижа кметство участък поделение филиал ферма стопанство манастир храм църква редакция вестник списание
    издателство завод цех управление полиция организация структура сдружение фондация синдикат""".split()
)
# What is over in a day or a week, so that whoever leads it has no body by that: `секретар на срещата`.
_EVENTS = tuple(
    """състезание турнир събрание среща проява събитие конференция изложба фестивал конкурс сесия форум семинар концерт
    церемония тържество""".split()
)
OF_EVENTS = frozenset(form for noun in _EVENTS for form in forms_of(noun)[1:])
"""General words for a meeting, with their articles."""

_ARTICLED = OF_EVENTS.union(form for noun in _GENERAL for form in forms_of(noun)[1:])
_OF_TEAMS = frozenset({"капитан", "треньор"})
_ADJECTIVES = ("ия", "ият", "ата", "ото")

_IN_GENERAL = re.compile(r"[ ](?:в|във|към|при)[ ](?P<owner>(?:[а-я]+(?:ната|ното)[ ])?[а-я]{4,})(?![а-я])")

# On what terms an office is held: `външен експерт по списък`.
_TERMS = frozenset(
    {"списък", "договор", "граждански договор", "трудов договор", "заместване", "съвместителство"}
    | {"делото", "преписката", "досъдебното производство"}
)
# What each of several has one of: `кметове по населени места`.
_EACH = frozenset(
    "места общини кметства райони групи класове предмети години участъци отделения квартали училища".split()
) | {"населени места", "населените места", "азбучен ред"}
# `Съвет към ОУ "Х"`
_AT_ANOTHER = re.compile(r"[ ](?:към|при)[ ](?=[А-Я])")
# Why somebody is away, behind the office of those who are: `отсъстват двама съветници по уважителни причини А и Б`.
_EXCUSES = re.compile(r"(?:(?:не)?уважителн|здравословн|лични|служебн|семейн)[а-я]* причини$|болест$")

# General words that add nothing to an office.
_OF_MAYORS = dict.fromkeys(
    ("кмет", "кметица", "наместник"),
    frozenset(
        "община общината общини общините град града градчето село селото села селата "
        "кметство кметството кметства кметствата райони".split()
    )
    | {"населено място", "населеното място", "населени места", "населените места"},
)


def is_no_field(words: str, of_many: bool) -> bool:
    """Whether the words behind `по` tell no field: terms, an excuse, what each of several has one of.

    >>> is_no_field("договор", of_many=False), is_no_field("общини", of_many=True), is_no_field("музика", of_many=True)
    (True, True, False)
    """
    return words in _TERMS or (of_many and words in _EACH) or _EXCUSES.match(words) is not None


def is_of_players(role: Role, words: str) -> bool:
    """Whether words behind the office of who leads a team tell but the players: `капитан на победителите`."""
    return role.head in _OF_TEAMS and " " not in words and words.endswith("те")


def is_general(words: str) -> bool:
    """Whether the words behind an office are but a general one for whose it is.

    >>> is_general("общината"), is_general("отбора"), is_general("градската поликлиника"), is_general("комисията")
    (True, True, True, False)
    """
    adjective, _, noun = words.rpartition(" ")
    if words in OWNERS or not adjective:
        return words in OWNERS or noun in _ARTICLED
    return noun in _GENERAL and " " not in adjective and adjective.endswith(_ADJECTIVES)


def is_of_mayors(role: Role, words: str) -> bool:
    """Whether words behind the office of a mayor are general ones, as `на побратимения град`."""
    general = _OF_MAYORS.get(role.head, ())
    adjective, _, noun = words.rpartition(" ")
    return words in general or (adjective.endswith("ия") and noun.partition("-")[0] in general)


def is_of_many(words: str) -> bool:
    """Whether general words mean bodies of a kind, and none of them: `училища`, `общинските театри`.

    Not boards and units, which the office is told with: `председатели на комисии`.

    >>> is_of_many("общински училища"), is_of_many("детски градини"), is_of_many("училището"), is_of_many("отдели")
    (True, True, False, False)
    """
    form = lower(words)
    noun = form.rpartition(" ")[2]
    head = HEADS.get(noun)
    if head is None:
        return form in _several()
    return plural(noun, head) and head.base not in (*PARTS, *HEADED)


@cache
def _several() -> frozenset[str]:
    """The forms that mean several, of heads of more words than one."""
    rows = (row for row in table("manual_institution_types") if " " in row["head"])
    return frozenset(form for row in rows for form in row["article_forms"].split(",") if form.endswith(("и", "ите")))


def called(scene: Scene, body: Candidate | None, words: str) -> str | None:
    """The name of a body that general words mean; for a board that is at such a one (`Съвет към ОУ „Х“`) the other's.

    The principal of the school is no principal of its council.
    """
    name = scene.name_of(body) if body else None
    outer = _AT_ANOTHER.search(name) if name else None
    if name is None or outer is None:
        return name
    kind = base_of(words.rpartition(" ")[2])
    of_board = any(base_of(word) == kind for word in name[: outer.start()].split())
    return name if of_board else normalise(name[outer.end() :])


def in_general(scene: Scene, role: Role, at: int, limit: int) -> Tail | None:
    """`главен инженер в общината`, `началник на отдел „Х“ в министерството`: a body by its kind alone."""
    match = _IN_GENERAL.match(scene.text, at, limit)
    if match is None or match["owner"] not in OWNERS:
        return None
    owner = scene.named(match["owner"], at)
    return Tail("", called(scene, owner, match["owner"]), match.end(), goes_on=False)
