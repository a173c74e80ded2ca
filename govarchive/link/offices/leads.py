"""Whether nothing but what may stand between an office and the name behind it is there.

`Председател е А`, `За касиер бе освободен А`, and not `От кмета бе освободен А`.
"""

import re

from govarchive.link.offices.between import LEAD, LEAD_OF_NO_AGENT, THIS_IS, WHO_ALL
from govarchive.link.offices.posts import Post
from govarchive.text.layout import line_start
from govarchive.text.remembered import remembered_if_short

_ROOM = 80
# Before an office that tells whose doing something is, or whose somebody is: `от новия `, `Гост на `.
_GOVERNS = re.compile(
    r"""(?<![а-я])(?:от|на|при|към|срещу|заради|поради|по|пред|до|с|със|в|във|чрез|между|без|след|у)[ ]
    (?:[а-я-]+(?:ия|ият|ата|ото|ите|ен|на|но|ски|ска|и)[ ]){0,2}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# Before one that is told itself: `от длъжността на `.
_OF_POST = re.compile(r"(?:длъжност(?:та)?|поста?|мястото)[ ](?:на[ ])?\Z", re.IGNORECASE)
# In the sentence before an office to which somebody comes: `Избран е нов ректор`.
_COMES = re.compile(r"(?<![а-я])(?:(?:избра|назначе|определе)н[аио]?|нов(?:а|и|ият|ия|ата|ите)?)[ ]", re.IGNORECASE)


def is_lead(text: str, post: Post, gap: str) -> bool:
    """Whether only what leads from an office to a name is in a gap behind it."""
    lead = _lead_of(gap)
    if lead is LEAD:
        return True
    before = text[max(line_start(text, post.start), post.start - _ROOM) : post.start] if lead else ""
    if lead is None or (_GOVERNS.search(before) and not _OF_POST.search(before)):
        return False
    told = before.rpartition(". ")[2] + text[post.start : post.stop]
    return lead is LEAD_OF_NO_AGENT or _COMES.search(told) is not None


def tells_of_all(text: str, plural: Post, stop: int) -> bool:
    """Whether a clause about all of an office stands up to a name: `лекарите, които учиха в Х, са А и Б`."""
    return WHO_ALL.fullmatch(text, plural.stop, stop) is not None and not text.endswith(
        (" на ", "На "), 0, plural.start
    )


@remembered_if_short
def _lead_of(gap: str) -> re.Pattern[str] | None:
    return next((it for it in (LEAD, LEAD_OF_NO_AGENT, THIS_IS) if it.fullmatch(gap)), None)
