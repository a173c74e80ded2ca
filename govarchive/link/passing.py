"""Bodies told in passing: where others are called or complained to, on a page that is not theirs.

`За сигнали: КЗЛД`, `РЗИ - тел. 0888 123 456` or a run of such lines, below people: it tells the telephone of somebody
else, not whose page this is. A body that tells its own at the foot of its page has its name in full there.

>>> is_aside("РЗИ: 0888 123 456", 0, 3, "РЗИ"), is_aside("СУ: 0888 123 456", 0, 2, "СУ Х")
(True, False)
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from govarchive.link.label_words import CALLED
from govarchive.link.page_heads import ADDRESS
from govarchive.model import Candidate
from govarchive.names.bodies.words import ABBREVIATIONS
from govarchive.text.glance import lowered
from govarchive.text.layout import line_start, line_stop
from govarchive.text.needles import holds

# What leads to whom one complains, or asks for help.
_LEADS = re.compile(
    r"""[ |*•-]*(?:(?:за|при)[ ])?(?:подаване[ ]на[ ])?
    (?: сигнали?(?:те)? | жалби(?:те)? | оплаквания | нередности | нарушения | корупция | злоупотреби | гореща[ ]линия
      | зелен[ ]телефон | спешн[аи][ ][а-я]+ | спешни[ ]случаи | (?:надзор|контрол)(?:ен[ ]орган|ни[ ]органи) )
    (?: [ ](?:и[ ])?[а-я]{1,16} ){0,5} [ ]? [:,-]? [ ]? (?:(?:до|на|към|в|във|при)[ ])? \"?""",
    re.VERBOSE | re.IGNORECASE,
)
# The same in a sentence, right before the body: `Можете да подадете жалба до КЗП`.
_COMPLAINING = re.compile(r"(?<!\w)(?:жалб[аи]|сигнали?|оплакван[а-я]+)[ ](?:до|в|във|пред|към)[ ]\"?\Z", re.IGNORECASE)
# Pieces of these words, in small letters.
_COMPLAINTS = (
    *("сигнал", "жалби", "жалба", "оплакван", "нередност", "нарушени", "корупц", "злоупотреб"),
    *("гореща", "зелен ", "спешн", "контрол", "надзор"),
)
# Behind it nothing but its telephone, or its site, up to the end of the line.
_OWN_PHONE = re.compile(
    rf"""["]?[ ]?[:,;(-]?[ \t]*
    (?: (?:гореща|национална|телефонна)(?:[ ][а-я]+){{0,6}}[ :]* | дежурен[ :]* | безплатен[ ] )?
    (?:(?:{CALLED})[.:№ ]*)?
    (?: [ :]{{0,2}} \+?[0-9(][0-9 ()/.+-]{{1,22}}
        (?: [,;][ ]?(?:(?:{CALLED})[.: ]*)?[0-9+(][0-9 ()/.+-]{{4,22}} )*
      | (?:https?://|www\.)\S+ )
    (?: [ ]?[,;|/-][ ]?(?:(?:https?://|www\.)\S+|\S+@\S+) )? [).; ]*""",
    re.VERBOSE | re.IGNORECASE,
)
# The same before it, at the end of the line: `Линия за деца 116 111 - ДАЗД`.
_PHONE_BEFORE = re.compile(r"[0-9]{3}[ ]?[-,(/][ ]?\Z")
_ENDS = re.compile(r"[\".) ]*")
_ITEM = re.compile(r"[ |*•·-]*(?:(?:тел\.|телефони?)[ ](?=на|за))?(?:(?:в(?:ъв)?|до|на|за)[ ])?\"?", re.IGNORECASE)
# Of many in each region, told alike: `ОД на МВР`.
_OF_STATE = re.compile(r"(?:ОД|РУ|ГД|СДВР|ТП|ТД|РД)(?:[ ]на)?[ ](?:МВР|НОИ|НАП)\Z")
_OF_ALL = frozenset("комисия агенция министерство инспекция дирекция служба управление институт каса".split())
_LONGEST, _NEAR = 160, 6


@cache
def _of_all() -> frozenset[str]:
    """What such bodies are called by others: by their letters or in full, without a town."""
    heads = [it for it in ABBREVIATIONS.values() if it.type in _OF_ALL and it.full]
    return frozenset(name for it in heads for name in (it.base, it.full))


def passing(text: str, bodies: Sequence[Candidate], first: int) -> frozenset[int]:
    """Where the bodies begin that are told in passing: complained to, or but called, behind the `first` person."""
    late = [it for it in bodies if it.start > first]
    asked = bodies if holds(lowered(text), _COMPLAINTS) else ()
    complained = {it.start for it in asked if _is_complained_to(text, it.start, it.stop)}
    alone = {it.start for it in late if is_aside(text, it.start, it.stop, it.value or "")}
    return frozenset(complained | alone).union(_in_runs(text, late))


def is_aside(text: str, start: int, stop: int, value: str) -> bool:
    """Whether the line of a body tells but its telephone, and it is one that others tell so: known without a town."""
    known = value in _of_all() or _OF_STATE.match(value) is not None
    return known and _is_called(text, start, stop)


def _is_complained_to(text: str, start: int, stop: int) -> bool:
    """Whether words of complaints lead to a body in its line or above, and it ends there or tells where it is."""
    line, end = line_start(text, start), line_stop(text, stop)
    if end - line > _LONGEST:
        return False
    if start > line and _COMPLAINING.search(text, line, start):
        return True
    above = line_start(text, line - 1) if start == line and text.endswith(":\n", 0, line) else line
    if start == above or not _LEADS.fullmatch(text, above, start - (above < line)):
        return False
    told = (_OWN_PHONE.fullmatch(text, stop, end), _ENDS.fullmatch(text, stop, end), ADDRESS.match(text, stop, end))
    return any(told)


def _is_called(text: str, start: int, stop: int) -> bool:
    """Whether a body begins its line and has its telephone behind it, and nothing else; or ends it behind one."""
    line, end = line_start(text, start), line_stop(text, stop)
    if end - line > _LONGEST:
        return False
    if _PHONE_BEFORE.search(text, max(line, start - _NEAR), start):
        return _ENDS.fullmatch(text, stop, end) is not None
    return _OWN_PHONE.fullmatch(text, stop, end) is not None and _ITEM.fullmatch(text, line, start) is not None


def _in_runs(text: str, bodies: Sequence[Candidate]) -> Iterator[int]:
    """Where those begin that stand in lines one below the other, each another body with its telephone."""
    called = [it for it in bodies if _is_called(text, it.start, it.stop)]
    for one, other in pairwise(called):
        if one.value != other.value and line_stop(text, one.stop) + 1 == line_start(text, other.start):
            yield from (one.start, other.start)
