"""Sittings: sentences that announce the members of a body and say before that what it does or who has set it up.

`Комисията за Х, назначена със Заповед № 5, в състав:`, `Видинският районен съд, в публично заседание, в състав:`.
"""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.offices.behind.boards import OFFICERS
from govarchive.link.offices.posts import SENT, Post
from govarchive.link.scene import Scene, kinds_of
from govarchive.link.units import COMPOSED, HEADED, articled
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.needles import holds

_SERVES = ("административен ", "главен ", "технически ", "парламентарен ", "научен ")

_IN = rf",?[ ]{COMPOSED}"
_MADE = "назначен|определен|избран|сформиран|създаден|учреден|утвърден|конституиран"
_SET_UP = rf"(?:{_MADE})[аио]?[ ]"
# `Избира временна комисия за преброяване на гласовете в състав`
_AD_HOC = re.compile(
    rf"""(?P<board>(?<![А-Яа-я])(?:[А-Яа-я]+(?:ен|ски|н?ия|н?ият|на|ска|ната|ската|но|ско|ното|ското)[ ]){{0,2}}
      (?:{articled(HEADED)}|работна(?:та)?[ ]група)[ ](?:за|по)[ ](?:(?!,[ ]ко[йяе])[^.;:\n]){{5,150}}?)
    (?:,[ ]ко[йяе][^;:\n]{{5,200}}?)? (?:,[ ]{_SET_UP}[^;:\n]{{5,200}}?)? {_IN}[ ]?:?$""",
    re.VERBOSE | re.IGNORECASE,
)
_FOR_YEAR = re.compile(r"[ ](?:за|през)[ ](?:учебната|календарната|уч\.)[ ].*")
# Behind the body that begins such a sentence; of any but a court it is told who has set it up.
_SITS = re.compile(rf",[ ](?P<made>{_SET_UP})?[^:;\n]{{3,400}}?{_IN}[ ]?:[ ]*$", re.IGNORECASE)
# Those who meet once, without and with a word for their work, which no participle is: `назначена комисия`.
_PANELS = ("комисия", "жури")
_LEADS, _WITH = ("състав", " с председател"), " с "
_PANEL = re.compile(
    rf"""(?<!\w)(?:(?P<work>(?!{_MADE}|следн|цяла)[а-я]{{3,}}(?:на|ната|ска|ската|но|ното|ско|ското))[ ])?
    (?P<noun>комисия(?:та)?|жури(?:то)?)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPOSED = re.compile(
    rf"""{_PANEL.pattern} (?:(?:[ ](?:за|по)[ ]|,)(?:[^.;:\n]|\.(?![ ][А-Я])){{5,350}}?)?
      ,?[ ](?:{COMPOSED}|с[ ](?:председател[а-я]*[ ]|\Z))""",
    re.VERBOSE | re.IGNORECASE,
)
ends_announcement = re.compile(r"[а-я]{3}[.!?][ ]|;[ ]").search
"""Where a sentence ends behind its announcement of members, so that who stands there is told of otherwise."""
_OF_WORK = re.compile(
    r"""(?<!\w)(?:тръжн|конкурсн|временн|оценителн|изпитн|приемателн|помирителн|атестационн|инвентаризационн
      |дисциплинарн|експертн|проверителн)(?:а|ата)[ ]комисия(?:та)?(?!\w)""",
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


def met_in_line(scene: Scene, post: Post, begins: int, at: int) -> str | None:
    """The commission or jury that a line which begins there tells to be composed of those behind, up to `at`.

    `комисията в състав - председател А` is the one that the page calls by its work above.
    """
    said = scene.text[begins:at].lower()
    if not is_of_council(post) or not (holds(said, _LEADS) or said.endswith(_WITH)) or not holds(said, _PANELS):
        return None
    *_, told = (None, *_COMPOSED.finditer(scene.text, begins, at))
    if told is None or ends_announcement(scene.text, told.end(), at):
        return None
    return ad_hoc(post, told[0]) or _in_words(scene.text, told.start(), told.end())


def _in_words(text: str, start: int, stop: int) -> str:
    """The commission or jury that the part `[start, stop)` of a line tells by its work; empty where none is told.

    >>> line = "Днес тръжната комисия в състав"
    >>> _in_words(line, 0, len(line)), _in_words("Жури с ", 0, 7), _in_words("Комисията в състав", 0, 18)
    ('тръжна комисия', 'жури', '')
    """
    told = next(_PANEL.finditer(text, start, stop))
    if told["work"] or not lower(told["noun"]).startswith(_COMMISSION):
        return normalise(lower(told[0]))
    above = [it[0] for it in _OF_WORK.finditer(text, max(0, start - _FAR), start)]
    return normalise(lower(above[-1])) if above else ""


def sits(scene: Scene, body: Candidate, stop: int) -> bool:
    """Whether the line that a body begins, and that ends at `stop`, announces who sits in it."""
    if scene.text[stop - 1] != ":" or "състав" not in scene.text[max(0, stop - 10) : stop]:
        return False
    told = _SITS.match(scene.text, body.stop, stop)
    return told is not None and (told["made"] is not None or _COURT in kinds_of(scene.text, body))


def sits_in(scene: Scene, post: Post, body: Candidate, line: str) -> bool:
    """Whether somebody only sits in the commission whose members a line announces, by an office held elsewhere."""
    return not is_of_council(post) and "състав" in line and _COMMISSION in kinds_of(scene.text, body)
