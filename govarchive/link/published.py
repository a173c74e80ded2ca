"""The date of a page itself: when it was published, or the day that an order, minutes or a letter bears."""

import datetime
import re
from collections.abc import Iterator

from govarchive.errors import Invalid
from govarchive.kinds import date
from govarchive.link.own_date import own_day
from govarchive.model import Near, Page
from govarchive.text.dates import edtf
from govarchive.text.glance import lowered

_NAMED = ("публ", "добавен", "качен")
"""One of them is in every label; to look for them is cheaper than to look for a label."""
_LABEL = re.compile(
    r"""
    [дкп] (?<![а-я].)
    (?: убликуван[ао]? (?: [ ]от[ ][^\n]{2,40}?[ ](?=на[ ]) )?     # Публикувано от редактор на
      | обавен[ао]? | ачен[ао]? | ата[ ]на[ ]публик(?:уване | ация) | убл\.?(?=[ ]?:) )
    [ ]{0,2} (?: на(?:[ ]дата)? | от | в | дата | ) [ ]{0,2} [:|-]? \s{0,3}
    """,
    re.VERBOSE,
)
_REACH = 80


def published_at(page: Page, text: str) -> str | None:
    """EDTF of the publication: the metadata, else what the folded text labels so, else the day the page itself bears.

    `Последна промяна` and `Обновена на` are no publication. The labelled date must follow its label directly.
    """
    if stated := page.dates.get("published"):
        return stated
    lower = lowered(text)
    labels: Iterator[re.Match[str]] = _LABEL.finditer(lower) if any(map(lower.__contains__, _NAMED)) else iter(())
    for label in labels:
        if found := _date_at(text, label.end()):
            return found
    return own_day(text)


def _date_at(text: str, at: int) -> str | None:
    around = text[at : at + _REACH]
    first = next(date.find(around), None)
    if first is None or first.start > 2:
        return None
    try:
        value = date.normalise(around[first.start : first.stop], Near(around, first.start, first.stop))
        if value is not None:
            date.validate(value)
    except Invalid:
        return None
    return value


def first_day(value: str | None) -> datetime.date | None:
    """The day relative words count from; None when the date is not exactly one known day.

    >>> first_day("2016-05-12T15:40"), first_day("2015-05"), first_day("XXXX-05-14"), first_day("2015-05-01/2015-05-03")
    (datetime.date(2016, 5, 12), None, None, None)
    """
    return edtf.first_day(value) if value else None
