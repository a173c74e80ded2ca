"""Pairs: two offices that one person has: `ЗАС и касиер: А`, `А - касиер и домакин`, `вицепремиерът и министър А`."""

import re
from collections.abc import Sequence

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.offices.bodies.offices_of import DOCTORS
from govarchive.link.offices.callings import calling_of
from govarchive.link.offices.choices import HOST, TASKS, is_bare
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.link.offices.trades import TRADES
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_stop

AND = " и "
_JOINTS = (AND, ", ")
_PAIRED = re.compile(r"[ ]*[-:\n]")
# From an office to that which somebody gets: `А, експерт в Х, е новият директор на У`.
_BECOMES = re.compile(
    r""",[ ](?: (?:става|стана|ще[ ]бъде)[ ]
      | (?:е|бе|беше)[ ](?:(?:пре)?(?:избра|назначе|утвърде|определе)н\w?[ ](?:за|като)[ ]|нов(?:ият|ата|ия)[ ]) )""",
    re.VERBOSE,
)
# From a trade to the office: `, дългогодишен `.
_TO_OFFICE = re.compile(r",[ ](?:[а-я]+[ ])?")
_ENDS_CLAUSE = ("", "\n", "\t", ",", ";", ".", ")")


def paired_before(text: str, one: Post, other: Post) -> Post | None:
    """The two offices before a name as one, where they are one person's: those of a label, or behind one article.

    Of a pair that has its own body or field the first tells it.
    """
    joint = lower(text[one.stop : other.start])
    if joint not in _JOINTS or one.plural or other.plural:
        return None
    if _fill_label(text, one, other):
        if is_bare(one) and is_bare(other):
            return other._replace(name=f"{one.name}{joint}{other.name}", start=one.start)
        if joint == AND and _heads_unit_too(one, other):
            return other._replace(name=f"{one.name}{AND}{other.name}", start=one.start)
        return one._replace(stop=other.stop) if joint == AND and one.head not in TASKS else None
    if joint != AND or not one.definite or other.definite:
        return None
    if is_bare(one) and one.stop == one.role.stop:
        return other._replace(name=f"{one.name}{AND}{other.name}", start=one.start)
    return one._replace(stop=other.stop)


def first_of_two(text: str, post: Post, person: Person) -> Post:
    """The office that begins the label in which another stands behind it; that other itself, if it has none.

    Two with a comma between them may be of two people who stand in one line.
    """
    one = next((it for it in reversed(person.before) if it.stop < post.start), post)
    joints = _JOINTS if person.high > line_stop(text, person.it.stop) else (AND,)
    return one if lower(text[one.stop : post.start]) in joints and not (one.plural or post.plural) else post


def paired_behind(text: str, post: Post, behind: Sequence[Post]) -> Post:
    """An office behind a name, with the other that ends the clause; the first alone where one has a field or a body."""
    start = post.stop + len(AND)
    other = next((it for it in behind if it.start == start), None)
    if other is None or other.plural or other.definite or other.head in TASKS - {HOST}:
        return post
    if text[post.stop : start] != AND or text[other.stop : other.stop + 1] not in _ENDS_CLAUSE:
        return post
    if _heads_unit_too(post, other):
        return other._replace(name=f"{post.name}{AND}{other.name}", start=post.start)
    if not (is_bare(post) and is_bare(other)):
        return post._replace(stop=other.stop)  # what the other is of is not told of the first
    return post._replace(name=f"{post.name}{AND}{other.name}", stop=other.stop)


def _heads_unit_too(one: Post, other: Post) -> bool:
    """Whether the second of two offices is in a unit of the body that the first is of."""
    return is_bare(one) and other.institution is not None and is_unit(other.institution)


def is_one_of_two(text: str, post: Post, behind: Sequence[Post]) -> bool:
    """Whether another office follows one: `директор и учител по музика`."""
    return text.startswith(AND, post.stop) and any(it.start == post.stop + len(AND) for it in behind)


def past_first(text: str, post: Post, behind: Sequence[Post]) -> Post:
    """The office that somebody gets, or has behind what he is by training: `А, хирург, ръководител на Клиника Х`."""
    new = next((it for it in behind if it.start > post.stop), None)
    becomes = _BECOMES.match(text, post.stop, new.stop) if new and not new.plural else None
    if new and becomes and new.start <= becomes.end() < new.role.stop:
        return new
    if not is_bare(post) or post.plural or not (post.head in TRADES | DOCTORS or calling_of(post.head)):
        return post
    after = (it for it in behind if it.start > post.stop and it.institution and not it.plural)
    other = next(after, None)
    return other if other and _TO_OFFICE.fullmatch(text, post.stop, other.start) else post


def _fill_label(text: str, one: Post, other: Post) -> bool:
    """Whether two offices begin a line or a cell and lead to what is behind them."""
    begins = cell_start(text, one.start)
    return not text[begins : one.start].strip(ITEM_MARKS) and _PAIRED.match(text, other.stop) is not None
