"""Pairs: two offices that one person has: `ЗАС и касиер: А`, `А - касиер и домакин`, `вицепремиерът и министър А`."""

import re
from collections.abc import Sequence

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.callings import calling_of
from govarchive.link.offices.choices import HOST, TASKS, is_bare
from govarchive.link.offices.posts import Post
from govarchive.link.offices.trades import TRADES
from govarchive.text.layout import cell_start

AND = " и "
_JOINTS = (AND, ", ")
_PAIRED = re.compile(r"[ ]*[-:\n]")
# From a trade to the office: `, дългогодишен `.
_TO_OFFICE = re.compile(r",[ ](?:[а-я]+[ ])?")
_ENDS_CLAUSE = ("", "\n", "\t", ",", ";", ".", ")")


def paired_before(text: str, one: Post, other: Post) -> Post | None:
    """The two offices before a name as one, where they are one person's: those of a label, or behind one article.

    Of a pair that has its own body the first tells it.
    """
    joint = text[one.stop : other.start]
    if joint not in _JOINTS or one.plural or other.plural:
        return None
    if is_bare(one) and is_bare(other) and _fill_label(text, one, other):
        return other._replace(name=f"{one.name}{joint}{other.name}", start=one.start)
    if joint != AND or not one.definite or other.definite:
        return None
    if is_bare(one) and one.stop == one.role.stop:
        return other._replace(name=f"{one.name}{AND}{other.name}", start=one.start)
    return one._replace(stop=other.stop)


def paired_behind(text: str, post: Post, behind: Sequence[Post]) -> Post:
    """An office behind a name, with the other that ends the clause."""
    start = post.stop + len(AND)
    other = next((it for it in behind if it.start == start), None) if is_bare(post) else None
    if other is None or not is_bare(other) or other.plural or other.definite or other.head in TASKS - {HOST}:
        return post
    if text[post.stop : start] != AND or text[other.stop : other.stop + 1] not in _ENDS_CLAUSE:
        return post
    return post._replace(name=f"{post.name}{AND}{other.name}", stop=other.stop)


def past_trade(text: str, post: Post, behind: Sequence[Post]) -> Post:
    """The office of a body that follows what somebody is by training: `А, хирург, ръководител на Клиниката по Х`."""
    if not is_bare(post) or post.plural or not (post.head in TRADES or calling_of(post.head)):
        return post
    after = (it for it in behind if it.start > post.stop and it.institution and not it.plural)
    other = next(after, None)
    return other if other and _TO_OFFICE.fullmatch(text, post.stop, other.start) else post


def _fill_label(text: str, one: Post, other: Post) -> bool:
    """Whether two offices begin a line or a cell and lead to what is behind them."""
    begins = cell_start(text, one.start)
    return not text[begins : one.start].strip(ITEM_MARKS) and _PAIRED.match(text, other.stop) is not None
