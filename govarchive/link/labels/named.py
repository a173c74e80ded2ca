"""Whether the page calls a value by its kind: `IBAN:`, `тел.`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from govarchive.model import Candidate
from govarchive.text.layout import column_head

REACH = 60
"""How many characters before a value the words that name its kind may begin."""

JOINT = re.compile(
    r"""(?: [ \n]? \( [^()\n\t]{1,60} \)           # (на цената на градски разговор)
      | [ ]/ [^/\n\t0-9]{3,60} /                   # /сутрин/
      | [ ](?:без|с)[ ](?:вкл(?:\.|ючен)[ ])?ДДС
      | [ ](?:-[ ])?(?:през[ ])?(?:деня|денем|нощем|нощта|сутрин|следобед)(?![а-я])
      | [ ](?:в|през)[ ](?:работно(?:то)?[ ]време|(?:работни|делнични)(?:те)?[ ]дни)(?=,?[ ]и[ ]) )?
    [ \n,;/|÷]* (?: (?:и|или|до)\b )? [ \n,;/|-]*""",
    re.VERBOSE,
)
"""What stands between two values of one list."""

# What stands between a sum and the same in another currency: `25 лв. (12,78 евро)`.
_SAME_SUM = re.compile(
    r"""(?:[ ]?/[ ]?[а-я]{1,10}\.?|[ ]на[ ][а-я]{3,12}|[ ]?\([а-я0-9, -]{5,120}\))?      # 25 лв./бр. (12,78 €/бр.)
    [ ]? (?:(?:с|без)[ ]ДДС)? [ \n]? [(/=≈~-]{0,2} [ ]? (?:равно\w*[ ](?:на[ ])?|или[ ]|прибл\w*[ ]|около[ ])?""",
    re.VERBOSE,
)

_SET_OFF = re.compile(r"[ ]?\([ ]? | [ ]?-[ ]?", re.VERBOSE)
_LAST = re.compile(r"[ ]?(?:[).,;\n]|\Z|(?:на|от)[ ][^0-9:\n]{2,60}(?:[).,;\n]|\Z))")
_MOST_WORDS = 6
_WORD_START = re.compile(r"(?<!\w)\w")
_MARKS = " \t\n:.,№#([/'\"-"


def is_named(text: str, it: Candidate, earlier: Sequence[Candidate], label: re.Pattern[str] | None) -> bool:
    """Whether the page itself calls the candidate by its kind (`IBAN:`, `… (ЕГН)`), directly or as the next of a list.

    `earlier` are the candidates of its kind before it, in order.
    """
    if label is None:
        return False
    if _is_named_behind(text, it.stop, label):
        return True
    for at in range(len(earlier), -1, -1):
        if name_before(text, max(0, it.start - REACH), it.start, label):
            return True
        head = column_head(text, it.start)
        if head and label.search(head):
            return True
        if not at or not JOINT.fullmatch(text, earlier[at - 1].stop, it.start):
            return False
        it = earlier[at - 1]
    return False


def _is_named_behind(text: str, stop: int, label: re.Pattern[str]) -> bool:
    """Whether what names a kind stands behind a value, set off and by itself: `… (ЕГН)`, `… - ЕГН на лицето`."""
    mark = _SET_OFF.match(text, stop)
    name = label.match(text, mark.end()) if mark else None
    return name is not None and _LAST.match(text, name.end()) is not None


def name_before(text: str, floor: int, stop: int, label: re.Pattern[str]) -> tuple[int, int] | None:
    """The span of the words that name a kind, at or after `floor`, with nothing but marks between them and `stop`."""
    found = _name_at_end(text[floor:stop], label) if floor < stop else None
    return (floor + found[0], floor + found[1]) if found else None


@lru_cache(maxsize=1024)
def _name_at_end(tail: str, label: re.Pattern[str]) -> tuple[int, int] | None:
    """The span in a short text of the words that name a kind at its end.

    Only whole words at the end are tried, as searching for a label anywhere costs ten times as much.
    """
    bare = len(tail.rstrip(_MARKS))
    dotted = bare + 1 if tail[bare : bare + 1] == "." else bare
    starts = [found.start() for found in _WORD_START.finditer(tail, 0, bare)][-_MOST_WORDS:]
    for at in starts:
        if label.fullmatch(tail, at, bare) or (dotted > bare and label.fullmatch(tail, at, dotted)):
            return at, dotted
    return None


def is_same_sum(text: str, last: Candidate, it: Candidate) -> bool:
    """Whether a sum is the last one in another currency, or what it becomes: `се увеличава от 6 лв. на 10 лв.`."""
    other = (it.value or "")[-3:] != (last.value or "")[-3:]
    if other and _SAME_SUM.fullmatch(text, last.stop, it.start):
        return True
    return (
        text.endswith("от ", 0, last.start) and text[last.stop : last.stop + 4] == " на " and it.start == last.stop + 4
    )
