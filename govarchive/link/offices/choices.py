"""Choices: which office is a person's, of one right before the name and one right behind it."""

from govarchive.link.offices.between import IS
from govarchive.link.offices.bodies.sittings import is_of_council
from govarchive.link.offices.callings import calling_of
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import SENT, Post
from govarchive.link.offices.trades import TRADES, is_trade, leads_by_years
from govarchive.names.roles.gender import in_other_gender
from govarchive.text.layout import cell_start
from govarchive.text.needles import holds

# What a person is by training; an office beside it is the role.
_PROFESSIONS = frozenset(
    "съдия прокурор адвокат инженер архитект инспектор комисар лекар професор доцент асистент служител".split()
)
# What somebody is known for, beside an office.
_KNOWN_FOR = frozenset("общественик писател поет художник историк журналист краевед търговец банкер дипломат".split())
WEAK = _PROFESSIONS | _KNOWN_FOR
"""What says less of a person than an office beside it."""

WITH_DEPUTIES = frozenset(
    "кмет председател директор началник ръководител управител министър ректор декан прокурор секретар командир "
    "омбудсман президент премиер посланик завеждащ член министър-председател".split()
)
"""Who heads something or belongs to it: such an office is told whatever stands before it."""

TASKS = frozenset(
    "вносител докладчик организатор лектор автор редактор модератор водещ съставител домакин председателстващ "
    "отговорник протоколист МОЛ възложител изпълнител заявител носител".split()
)
"""What a person only does on this page, or is by law, before an office: `Вносител: А - кмет`."""

_WHOM_TO_ASK = frozenset({"длъжностно лице", "отговорно лице", "отговорен служител"})
# Who leads a staff that meets in a disaster: `Ръководител: А - областен управител`.
_OF_STAFFS = frozenset({"ръководител", "началник"})
HOST = "домакин"
_DESK = "връзки"
# What stands before the chair of a board that a sentence tells: `комисия в състав: председател - А`.
_OPENS_LIST = (": ", "; ", " с ", " със ")
_OF_STAFF = " на щаба"
# Between a name and an office that somebody has left for the one before the name, or has besides.
_TILL_NOW = ("досега", "до сега", "доскоро", "до момента", "до вчера", "дотогава", "преди това")
_WHO_IS = (", който е ", ", която е ")


def is_bare(post: Post) -> bool:
    """Whether an office is told without what it is of or for."""
    return post.name == post.role.name and not post.institution


def choose(text: str, person: Person, before: Post, after: Post) -> Post:
    """The post of a person with one on both sides: on the same line, with an institution, or nearer."""
    told = _over_lines(text, person, before, after)
    if told:
        return told
    if _is_told_first(text, person, before, after):
        return before
    if before.plural and (
        after.role.name == SENT or (leads_by_years(before) and is_trade(text, person.it.stop, after))
    ):
        return before
    if before.plural or before.head in TASKS or before.role.name == SENT or _is_to_ask(before):
        return after
    if after.definite and (before.definite or text[person.it.stop : after.start] == " "):
        return before  # `заради директора А кметът спря проекта`, `дойдоха кметът А, директорът на Х`
    if _sits_for_office(text, before, after):
        return after
    weak = before.head in WEAK or (after.institution and not before.institution)
    return after if weak and ":" not in text[before.stop : person.front] else before


def _over_lines(text: str, person: Person, before: Post, after: Post) -> Post | None:
    """The post of a person where a line ends between the name and one of them; None where all stand in one line."""
    lines_before = text.count("\n", before.stop, person.it.start)
    lines_after = text.count("\n", person.it.stop, after.start)
    if before.head in TASKS and lines_after == 1 and text[after.stop : after.stop + 1] != ":":
        return after  # `ВЪЗЛОЖИТЕЛ:`, `А`, `Кмет на Община Х`
    if lines_before and lines_after:
        named = ":" in text[before.stop : person.it.start]
        nearer = lines_after < lines_before and not named
        return after if nearer or before.head == _DESK else before  # `Връзки с обществеността:`, `А`, `гл. експерт`
    if lines_before or lines_after:
        ranked = lines_after == 1 and before.head in WEAK and is_bare(before) and after.institution
        return after if lines_before or ranked else before  # `СТАРШИ КОМИСАР А` over `ДИРЕКТОР НА ОДМВР - Х`
    return None


def _is_told_first(text: str, person: Person, before: Post, after: Post) -> bool:
    """Whether the office before a name is the present one: `Директор е А, експерт`, `директора А, досега експерт`."""
    if IS.match(text, before.stop) and before.head != HOST and not before.plural:
        return True
    told = (*_TILL_NOW, *(_WHO_IS if before.definite else ()))
    return holds(text[person.it.stop : after.start], told) and not _is_calling(before.head)


def _is_to_ask(post: Post) -> bool:
    """Whether somebody is told only as whom to ask: `Длъжностно лице за контакти: А - юрисконсулт`."""
    return post.name.endswith("контакт") or post.name in _WHOM_TO_ASK


def _sits_for_office(text: str, before: Post, after: Post) -> bool:
    """Whether who sits in a board is there by the office told behind: `Председател: А - зам.-кмет`."""
    if (
        not (is_of_council(before) or before.head in _OF_STAFFS)
        or not (is_bare(before) or before.name.endswith(_OF_STAFF))
        or not (cell_start(text, before.start) == before.start or text.endswith(_OPENS_LIST, 0, before.start))
    ):
        return False
    if before.head in _OF_STAFFS and after.head not in WITH_DEPUTIES:
        return bool(after.institution)  # `Началник: А, следовател`
    return bool(after.institution) or not _is_calling(after.head)


def _is_calling(head: str) -> bool:
    """Whether a noun says what somebody is by training or for a living."""
    return not (TRADES | WEAK).isdisjoint((head, in_other_gender(head))) or calling_of(head) is not None
