"""Sittings: sentences that announce the members of a body and say before that what it does or who has set it up.

`Комисията за Х, назначена със Заповед № 5, в състав:`, `Видинският районен съд, в публично заседание, в състав:`.
"""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.posts import SENT, Post
from govarchive.link.offices.tail_boards import OFFICERS, TRUSTEES
from govarchive.link.scene import Scene, kinds_of
from govarchive.link.units import HEADED, articled
from govarchive.model import Candidate
from govarchive.text.fold import lower

_SERVES = ("административен ", "главен ", "технически ", "парламентарен ", "научен ")

_IN = r",?[ ]в[ ](?:следния[ ])?състав"
_SET_UP = r"(?:назначен|определен|избран|сформиран|създаден|учреден|утвърден|конституиран)[аио]?[ ]"
# `Избира временна комисия за преброяване на гласовете в състав`
_AD_HOC = re.compile(
    rf"""(?P<board>(?:[А-Яа-я]+(?:ен|ски|н?ия|н?ият|на|ска|ната|ската|но|ско|ното|ското)[ ]){{0,2}}
      (?:{articled(HEADED)}|работна(?:та)?[ ]група)[ ](?:за|по)[ ][^.;:\n]{{5,150}}?)
    (?:,[ ]{_SET_UP}[^;:\n]{{5,200}}?)? {_IN}[ ]?:?$""",
    re.VERBOSE | re.IGNORECASE,
)
_FOR_YEAR = re.compile(r"[ ](?:за|през)[ ](?:учебната|календарната|уч\.)[ ].*")
_BOARD = re.compile(rf"(?<![^\W_])(?:{articled(HEADED)})(?![^\W_])", re.IGNORECASE)
# `Днес тръжната комисия, назначена със Заповед № 5, в състав:`
_UNNAMED = re.compile(
    rf"""(?<![^\W_])(?P<board>(?:(?!{_SET_UP[:-4]}|следн|същ|настоящ|цял)[а-я]+(?:ен|ния|н?ият|на|ната|но|ното)[ ])?
      (?:{articled(HEADED)})) (?:[ ]|,[ ]{_SET_UP}[^:\n]{{5,300}}?,?[ ]) в[ ](?:следния[ ])?състав[ ]?:?$""",
    re.VERBOSE | re.IGNORECASE,
)
# `Жури с председател А`
_LED_BY = re.compile(
    rf"(?<![^\W_])(?P<board>(?:[А-Яа-я]+(?:ен|ния|на|ната|но|ното)[ ])?(?:{articled(HEADED)}))[ ]с[ ]\Z", re.IGNORECASE
)
_LONGEST_BOARD = 60
# Behind the body that begins such a sentence; of any but a court it is told who has set it up.
_SITS = re.compile(rf",[ ](?P<made>{_SET_UP})?[^:;\n]{{3,400}}?{_IN}[ ]?:[ ]*$", re.IGNORECASE)
_COMPOSED = "в състав"
_THE_COMMISSION = re.compile(r"(?<![А-Яа-я])[Кк]омисия(?:та)?(?:,[^;:\n]{5,200})?,?[ ](?=в[ ]състав\Z)")
_OF_WORK = re.compile(
    r"""(?<!\w)(?P<board>(?:тръжн|конкурсн|временн|оценителн|изпитн|приемателн|помирителн|атестационн|инвентаризационн
      |дисциплинарн|експертн|проверителн)(?:а|ата)[ ]комисия(?:та)?)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_FAR = 3000
_COURT, _COMMISSION = "съд", "комисия"


def is_of_council(post: Post) -> bool:
    """Whether an office is one of a council or a commission: not `административен секретар`, who serves a court.

    Also that of whom one of its members stands for: `представител на родителите`.
    """
    if post.head == SENT and post.institution is None and post.name != SENT:
        return True
    return post.head in OFFICERS and not post.name.startswith(_SERVES)


def ad_hoc(post: Post, line: str) -> str | None:
    """The commission for one purpose whose members a line announces: `Назначавам комисия за търга в състав:`."""
    told = _AD_HOC.search(line) if "състав" in line and is_of_council(post) else None
    return _FOR_YEAR.sub("", normalise(told["board"])) if told else None


def unnamed(post: Post, line: str) -> str | None:
    """The commission of which a line tells but the kind, for its officers: `Комисията, назначена с Х, в състав:`.

    None for others of the list, whose offices are held elsewhere, most likely where the page is of; empty where the
    line tells of no board.
    """
    if not is_of_council(post):
        return None if _BOARD.search(line) else ""
    told = _UNNAMED.search(line) if "състав" in line else None
    return lower(normalise(told["board"])) if told else ""


def led_by(scene: Scene, post: Post, start: int, at: int) -> str | None:
    """The board of no name that an office behind it leads, not before `start`: `Жури с председател А`."""
    if not is_of_council(post) or not scene.text.endswith(" с ", start, at):
        return None
    told = _LED_BY.search(scene.text, max(start, at - _LONGEST_BOARD), at)
    board = lower(normalise(told["board"])) if told else None
    return None if board and board.endswith(TRUSTEES) else board  # that of a chitalishte leads the body itself


def met_in_line(scene: Scene, post: Post, begins: int, at: int) -> str | None:
    """The commission that a line which begins there tells to have met in some composition, up to `at`.

    `комисията в състав - председател А` is the one that the page calls by its work above; empty where it does not.
    """
    text = scene.text
    stop = text.rfind(_COMPOSED, begins, at) + len(_COMPOSED)
    if stop < len(_COMPOSED) or not is_of_council(post):
        return None
    if told := ad_hoc(post, text[begins:stop]):
        return told
    if not _THE_COMMISSION.search(text, begins, stop):
        return None
    named = [it["board"] for it in _OF_WORK.finditer(text, max(0, stop - _FAR), stop)]
    return normalise(named[-1]) if named else ""


def sits(scene: Scene, body: Candidate, stop: int) -> bool:
    """Whether the line that a body begins, and that ends at `stop`, announces who sits in it."""
    if scene.text[stop - 1] != ":" or "състав" not in scene.text[max(0, stop - 10) : stop]:
        return False
    told = _SITS.match(scene.text, body.stop, stop)
    return told is not None and (told["made"] is not None or _COURT in kinds_of(scene.text, body))


def sits_in(scene: Scene, post: Post, body: Candidate, line: str) -> bool:
    """Whether somebody only sits in the commission whose members a line announces, by an office held elsewhere."""
    return not is_of_council(post) and "състав" in line and _COMMISSION in kinds_of(scene.text, body)
