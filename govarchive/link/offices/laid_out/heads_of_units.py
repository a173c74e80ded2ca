"""Heads of units: who leads which, where the rows of a list tell the units and its heading the office of all.

`Началници на отделения`, below it `Детско отделение - А` and `Хирургично отделение - Б`: each is `началник` of the own.
"""

import re

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.fields import straight
from govarchive.link.offices.bodies.division_lines import DIVISION
from govarchive.link.offices.posts import Post
from govarchive.link.units import PARTS, WARDS, any_of, stems
from govarchive.text.layout import line_start

_OF_UNITS = re.compile(rf"[ ](?:на[ ])?(?:{any_of(stems((*PARTS, *WARDS)))})(?:и|ове|а|я)(?:те)?\Z")
_ROW = re.compile(r"(?P<unit>[^\n\t]{4,90}?)[ ]?[:\t-][ ]?")


def with_own_unit(text: str, post: Post, front: int) -> Post:
    """The office of one of a list, whose name begins at `front`, in the unit that its row tells."""
    of_units = _OF_UNITS.search(post.name) if post.plural else None
    row = _ROW.fullmatch(text, line_start(text, front), front) if of_units else None
    unit = row["unit"].lstrip(ITEM_MARKS) if row else ""
    if of_units is None or not DIVISION.fullmatch(unit):
        return post
    return post._replace(name=post.name[: of_units.start()], institution=straight(unit).strip(), unit=None)
