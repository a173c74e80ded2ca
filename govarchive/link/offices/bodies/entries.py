"""Entries: lines and sentences that are no prose and tell who serves for what, though neither begins them.

`За справки: А, технически сътрудник, 841 234`, `26 декември - А, началник`, `Заявки: отдел „Х“, уредник А`. Like the
lines of a list they are about those of the page's own body, unless they name another.
"""

import re

from govarchive.link.offices.bodies.inside import is_unit
from govarchive.link.scene import Scene
from govarchive.text.sentences import sentence_around

_LONGEST_LEAD, _LONGEST_LINE = 90, 220
# What leads to somebody in such a line, and what may follow there.
_LEADS = re.compile(r"(?:[:(;,|/-]|[ ](?:при|от|към)|[)\]])[ ]*\Z")
_FOLLOWS = re.compile(r"[ ]*(?:[^\w ]|[0-9]|(?:тел|моб|факс|каб|стая|вътр|ет|GSM|и)(?![а-я])|\Z)", re.IGNORECASE)
VERB = re.compile(
    r"""(?<!\w)(?: е|са|бе|беше|бяха|ще|се|да|че|които|който|която|няма|има
      | [а-я]{2,}(?:ха|ше|аме|яме|ват|уват|ира|ирва|ява) ) (?!\w)""",
    re.VERBOSE,
)
"""What makes a line prose."""


def is_entry(scene: Scene, start: int, stop: int) -> bool:
    """Whether a name with its office, at `[start, stop)`, is an entry of a line that is no prose."""
    text = scene.text
    begins, ends = sentence_around(text, start, stop)
    if ends - begins > _LONGEST_LINE or start - begins > _LONGEST_LEAD:
        return False
    if not _LEADS.search(text, begins, start) or not _FOLLOWS.match(text, stop, ends):
        return False
    return VERB.search(text, begins, ends) is None and not _names_another(scene, begins, ends)


def _names_another(scene: Scene, begins: int, ends: int) -> bool:
    """Whether a body other than the owners of the page, and no unit, is named in a line."""
    told = {it.value for it in scene.between(begins, ends) if it.kind == "institution" and not is_unit(it.value or "")}
    return not told <= {it.value for it in scene.owners}
