"""Later numbers of a list, printed without what they share: `81 22 31`, `/34`, `149-150`."""

import re

from govarchive.kinds import _phone_labels as labels
from govarchive.kinds import _phone_traps as traps
from govarchive.kinds._phone_kin import Found
from govarchive.text.codes import dialling

REACH = 60
"""How far behind a number, in characters, the next of its list may stand."""
ALONE = frozenset(("foreign", "short", "cut_off"))
"""What numbers are found by whose last digits no other stands for."""
_RANGE = "/-÷д"
"""Marks (`/`, `-`, `÷`, `до`) after which the last digits of a number stand for another one."""
_TAIL = re.compile(r"\s{0,2}(?:(?:[,;(/]|и)\s?-|[,;]\s?/|[/,;÷-]|и|или|до)\s{0,2}")
# Within brackets stand several: 0910/9-20-16 (17, 18); one alone may be a room or an extension.
_BRACKETED = re.compile(r"\s?\(\s?(?P<first>[0-9]{2,3})(?:\s?(?:[,;/]|и)\s?[0-9]{2,3}(?![0-9])){1,8}\s?\)")
_CLEAR = re.compile(r"[ ]?(?:[,;|)\n\t]|\.?[ ]?(?:\n|\Z))|[ ](?:и|или|до)[ ](?=[0-9])|[ ][-(][ ]?(?=[^\W\d])")
"""What stands behind the last digits of a number when they are no count of anything."""
_GLUED = re.compile(r",[0-9]{2}(?![0-9.,/-]|[ ]?[%а-я])")
_SLASHED = re.compile(r"\s?/(?!\s?[0-9])")
_CELL_BELOW = re.compile(r"\s*?\n\t*")
_LIST = re.compile(
    r"""
    # - централа; (каса), /каса/,
    [ ]? (?: \( [^()0-9\n]{2,30} \) | / [^/0-9\n]{2,30} / | ,? [ ]?-?[ ]? [^0-9\n,;№/]{2,40} )? [ ]? [,;/|] \s{0,3}
    | \s{0,2} (?: [/;,|-] | и | или | до )? \s{0,3}
    # , касиер 812-346; - централа, касиер - 812-346
    | [ ]? (?: -[ ]? [а-я ]{3,30} )? [,;][ ] (?: (?:гл|зам|ст|мл)\.[ ] )? (?i: централа | кмет | секретар | касиер
        | каса | делов | директор | управител | началник | председател | счетовод | специалист | канцелари
        | регистратура | приемна | дежурен | домакин | заместник ) [а-я-]{0,12} [ ]?:?[ ]?-?[ ]?
    | [ ]? (?: - [ ]? [^0-9\n:№]{2,40} )? \s*? \n \s{0,4} [•*-]? \s?
    """,
    re.VERBOSE,
)


def follows(text: str, previous: Found | None, start: int) -> bool:
    """Whether what stands between the number before and `start` makes digits there the next of its list."""
    return previous is not None and _LIST.fullmatch(text, previous.stop, start) is not None


def may_follow(text: str, previous: Found | None, start: int) -> bool:
    """The same, or a mark before its last digits: `820 401, -402`, `820401÷405`."""
    return previous is not None and (follows(text, previous, start) or is_tied(text, previous, start))


def is_tied(text: str, previous: Found, start: int) -> bool:
    """Whether no more than a mark or a little word joins digits to the number before."""
    if _TAIL.fullmatch(text, previous.stop, start):
        return True
    listed = _BRACKETED.match(text, previous.stop)
    return listed is not None and listed.start("first") == start


def is_alike(shape: tuple[int, ...], previous: Found, tied: bool) -> bool:
    """Whether groups without code are set like the own digits of the number before them."""
    return 4 <= sum(shape) <= 7 and (shape == previous.shape or (tied and sum(shape) >= 5))


def is_other_cell(text: str, before: int, start: int, shape: tuple[int, ...]) -> bool:
    """Whether ungrouped digits are of another cell than the number that ends at `before`, and no heading names them."""
    gap = text[before:start]
    if len(shape) > 1 or not ("\t" in gap or ("\n" in gap and labels.holds_tab(text, start))):
        return False
    if _CELL_BELOW.fullmatch(gap) and gap.count("\t") == text.count("\t", text.rfind("\n", 0, before) + 1, before):
        return False
    label = labels.governing(text, start)
    return label is None or label.close == 0


def is_tail(text: str, previous: Found, digits: str, start: int) -> bool:
    """Whether tied digits are the last ones of another number: `/34`, `-150`, `, 346`."""
    gap = text[previous.stop : start]
    size, last = len(digits), previous.shape[-1]
    listed = gap == "," and _GLUED.match(text, start + size)  # 61-20-33,34,35
    if previous.extended or size > 4 or not (listed or traps.ends(text, start + size)):
        return False
    # An extension between slashes: `812 345 /112/`.
    if "/" in gap and _SLASHED.match(text, start + size):
        return False
    if size == 1:
        return gap in ("/", "-") and _goes_up(text, previous, digits, start)
    if any(mark in gap for mark in _RANGE):
        return size < sum(previous.shape) and not ("-" in gap and size > last)
    if dialling.is_short(digits):
        return False
    if not 2 <= size <= 3 or size > last or sum(previous.shape) <= size:
        return False
    return (previous.labelled and size == last) or _goes_up(text, previous, digits, start)


def _goes_up(text: str, previous: Found, digits: str, start: int) -> bool:
    """Whether digits are higher than the last ones of the number before and nothing says what else they count."""
    before = "".join(filter(str.isdecimal, text[previous.start : previous.stop]))[-len(digits) :]
    return before < digits and _CLEAR.match(text, start + len(digits)) is not None
