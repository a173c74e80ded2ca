"""Trades: what the members of an elected body do for a living, told behind their names in its list.

Below `Съдебни заседатели:` somebody who is `педагог` is a lay judge; as an office the word would be one of the court.
"""

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.names.roles.gender import in_other_gender
from govarchive.names.roles.words import DEPUTY
from govarchive.text.layout import line_start, line_stop

TRADES = frozenset(
    "художник музикант композитор актьор писател поет фотограф треньор родител "
    "педагог учител преподавател икономист инженер юрист лекар зъболекар фелдшер акушерка ветеринар агроном техник "
    "химик историк психолог журналист библиотекар строител шофьор земеделец предприемач студент архитект "
    "търговец адвокат свещеник нотариус учителка офицер пианист цигулар певец скулптор".split()
)
"""What people do for a living, whatever body they sit in."""

# The offices that people are elected to out of all trades. Of the members of a board some are told by their office.
_ELECTED = frozenset({"заседател", "съветник", "депутат", "делегат"})
# A trade in the place of an office: `учителите А и Б, поп В`.
_CLERGY = frozenset("свещеник отец поп йерей протойерей архимандрит епископ митрополит ходжа имам".split())
OF_BOARDS = frozenset({"член", "съветник", "учредител"})
"""Who sits in a board, whatever else he is."""
# Of them a list tells those who followed each other.
_CHIEFS = frozenset("кмет кметица наместник председател директор управител ректор".split())
_MARKS = f"{ITEM_MARKS}\t\n"
_ENDS = frozenset("\n\t,;.)")


def elected_head(text: str, person: Person) -> Post | None:
    """The office to which people of any trade are elected, at the head of the list that begins with a person.

    Behind it its line may tell of what body and for how long: `Съдебни заседатели за съд Х, мандат 2020-2024 г.`
    """
    post = next((it for it in reversed(person.before) if elects(it)), None)
    if post is None:
        return None
    end = line_stop(text, post.stop)
    if text[post.stop : post.stop + 1] == ":" and not text[post.stop + 1 : person.front].strip(_MARKS):
        return post
    begins = line_start(text, person.front)
    if end >= begins or text[begins : person.front].strip(_MARKS):
        return None
    opens = not text[line_start(text, post.start) : post.start].strip(_MARKS)
    over = text[end:begins].strip()
    heads = "\t" in over and "\n" not in over
    return post if (opens or text[end - 1] == ":") and (heads or not over) else None


def elects(post: Post) -> bool:
    """Whether the head of a list tells an office to which people of any trade are elected."""
    return post.plural and post.head in _ELECTED


def leads_by_years(post: Post) -> bool:
    """Whether the head of a list tells an office that has one holder at a time: those below held it in turn."""
    return post.plural and post.head in _CHIEFS and DEPUTY not in post.name


def is_trade(text: str, stop: int, post: Post) -> bool:
    """Whether behind the name that ends at `stop`, in its line, stands but a trade: `А - педагог`."""
    is_one = post.name in TRADES or in_other_gender(post.name) in TRADES
    bare = post.start > stop and is_one and post.institution is None
    return bare and text[post.stop : post.stop + 1] in ("", *_ENDS) and "\n" not in text[stop : post.start]


def is_of_clergy(person: Person, listed: Post) -> bool:
    """Whether somebody behind those of a list is told to be of the clergy, and so is no teacher as they are."""
    return person.it.details.get("title") in _CLERGY and listed.head not in OF_BOARDS
