"""Naming: how an office is told of a person: a deputy alone is that of the office before, `За кмет:` signs for one."""

import re
from functools import cached_property

from govarchive.link.offices.behind.fields import straight
from govarchive.link.offices.between import COUNCIL, OWN_BEFORE, OWN_BEHIND, SIGNED
from govarchive.link.offices.choices import WITH_DEPUTIES
from govarchive.link.offices.posts import Post
from govarchive.names.roles.words import DEPUTY, head_of
from govarchive.text.glance import lowered
from govarchive.text.layout import cell_start

_FOR = frozenset({"за ", "За ", "ЗА "})
_ACTS = re.compile(r"^(?:временно )?изпълняващ (?:длъжността|функциите)(?: на)? ")
_OWN_ROOM = 12
# That somebody had the office on the day that is told; who had it before then (`досегашен`) is told as printed.
_AT_THE_TIME = re.compile(r"(?<![а-я])(?:тогавашен|сегашен) ")
_AT_THE_TIME_ENDS = "ашен "
# What one of a list has the office for: `Заместник-ректори: А - по учебната дейност`, `Старши експерти`, `А („ЧР“)`.
_OWN_FIELD = re.compile(
    r"""[ ]?(?:[-,][ ]|\()(?P<field>по[ ][А-Яа-я][^\n,;:()]{2,60}|\"(?P<unit>[^\"\n]{2,60})\")(?=[ ]*(?:[,;)\n]|$))""",
)
_WITH_FIELDS = frozenset("експерт специалист инспектор кмет ректор директор декан учител преподавател методист".split())
_COUNCILLOR, _HEAD = "съветник", 500
_MINUTES = re.compile(r"^[^а-я\n]*протокол(?![а-я])", re.MULTILINE)


def with_own_field(text: str, post: Post, stop: int) -> Post:
    """The office of one of a list, whose name ends at `stop`, with what that one has it for."""
    field = _OWN_FIELD.match(text, stop) if post.plural and post.head in _WITH_FIELDS else None
    if field is None or post.unit:
        return post
    return post._replace(name=f"{post.name}{straight(field['field'])}", unit=field["unit"])


class Naming:
    """Goes through the posts of a page in order, and keeps the office whose deputies may follow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._office = ""

    def name_of(self, post: Post) -> str:
        """The role that a post is told as."""
        if post.head == DEPUTY and post.name.endswith(DEPUTY) and not self._is_somebodys(post):
            first = self._office.partition(" ")[0]
            return f"{post.name}{'-' if head_of(first) and '-' not in first else ' '}{self._office}".strip(" ")
        if post.name == _COUNCILLOR and self._is_of_minutes:
            return f"общински {_COUNCILLOR}"
        if DEPUTY not in post.name and post.head in WITH_DEPUTIES:
            self._office = _ACTS.sub("", post.name)
        name = _AT_THE_TIME.sub("", post.name, count=1) if _AT_THE_TIME_ENDS in post.name else post.name
        in_place_of = self._text[post.start - 3 : post.start] in _FOR and self._is_signed_for(post)
        return f"за {name}" if in_place_of else name

    @cached_property
    def _is_of_minutes(self) -> bool:
        """Whether the page is the minutes of a council, which has no councillors but its own."""
        low = lowered(self._text)
        return _MINUTES.search(low, 0, _HEAD) is not None and COUNCIL.search(low) is not None

    def _is_somebodys(self, post: Post) -> bool:
        """Whether the page tells whose deputy somebody is, and of what goes without saying: `заместникът му А`."""
        if OWN_BEHIND.match(self._text, post.stop):
            return True
        return OWN_BEFORE.search(self._text, max(0, post.start - _OWN_ROOM), post.start) is not None

    def _is_signed_for(self, post: Post) -> bool:
        """Whether an office behind `за` is that of somebody another signs for, in a line or a cell of its own."""
        before = self._text[cell_start(self._text, post.start) : post.start - 3]
        return not before.strip() and SIGNED.match(self._text, post.stop) is not None
