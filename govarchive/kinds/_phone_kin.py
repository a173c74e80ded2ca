"""Numbers found on a page, and local ones akin to them: set alike, with the same first digits, beside their owner.

A directory prints the area code with its first number only: `Директор - 058/ 61 12 20`, `Каса: 61 12 24`.
"""

import re
from typing import NamedTuple

from govarchive.kinds import _phone_traps as traps
from govarchive.kinds._phone_digits import Printed
from govarchive.text import dialling

_KIN_DIGITS = 5
_LEADS = {1: 3, 2: 2}
"""How many digits local numbers of one exchange share, by the size of their first group; else three."""
_NO_EXCHANGE = ("700", "800", "90")
_BESIDE = re.compile(r"(?: [А-Яа-я\")] [ ]? [:-] [ ]{0,3} | [\n\t][ ]? | \A )\Z", re.VERBOSE)
_MORE = re.compile(r"[ ]?[0-9]")
_OWNED = re.compile(r"(?: [А-Яа-я\")] [ ]? [:-]? [ ]{0,3} | [.…]{2} [ ]? | [\n\t][ ]? | \A )\Z", re.VERBOSE)
_LAST = re.compile(r"[ ]?(?:[\n\t,;]|-[ ]|\Z)")
_OWNER = re.compile(r"[ ][А-Яа-я]{3}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Found(NamedTuple):
    """A number found, with what the next of its list needs: the sizes of its own groups, whether it was labelled."""

    start: int
    stop: int
    rule: str
    shape: tuple[int, ...]
    labelled: bool
    extended: bool = False


Kin = dict[str, set[tuple[tuple[int, ...], str]]]
"""How the full numbers of the page are set: by two characters of their own digits the sizes of the groups and the
digits that all numbers of that exchange begin with."""


def note(kin: Kin, printed: Printed, own: list[str], begins: str) -> None:
    """Remember how a full number is set: the groups after its code, and the first two characters of those."""
    if sum(printed.own) < _KIN_DIGITS:
        return
    if dialling.is_mobile(printed.national) or printed.national.startswith(_NO_EXCHANGE):
        return
    lead = "".join(own)[: _LEADS.get(len(own[0]), 3)]
    kin.setdefault(begins, set()).add((printed.own, lead))


def stands_beside(text: str, start: int, stop: int) -> bool:
    """Whether digits end their line or cell after a word with a dash or colon, or begin one, and are nothing else.

    >>> stands_beside("Каса: 61 12 24", 6, 14), stands_beside("Субсидия: 61 12 24 лв.", 10, 18)
    (True, False)
    """
    if not _BESIDE.search(text, max(0, start - 5), start) or _MORE.match(text, stop):
        return False
    return not traps.other_before(text, start) and traps.ends(text, stop)


def stands_in_directory(text: str, start: int, stop: int) -> bool:
    """The same for digits below a code named for all: they stand behind their owner and end its line, or before it.

    >>> stands_in_directory("Музей 6-11-13", 6, 13), stands_in_directory("Основан 2013", 8, 12)
    (True, False)
    """
    if not _OWNED.search(text, max(0, start - 5), start) or not traps.ends(text, stop):
        return False
    first = text[start - 1 : start] in ("\n", "\t") and not _THOUSANDS.fullmatch(text, start, stop)
    if not (_LAST.match(text, stop) or (first and _OWNER.match(text, stop))):
        return False
    return not (_YEAR.fullmatch(text, start, stop) or traps.other_before(text, start))
