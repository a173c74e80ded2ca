"""Plain bodies: bodies between an office and a name that no rule knows: `председателят на Зелено поле А`."""

import re

# A body that no rule knows, up to the name.
_OF_SOMETHING = re.compile(
    r"""[ \n]+(?i:на|в|във|към|при|от|за|по)[ \n]+
    ((?:[^.,;:!?()\n\t]|,,){2,110}?)
    (?:[ ]в[ ]лицето[ ]на)?                     # the office is told, then who has it
    [ ]*(?:[-:(]|\n[ \n]*|\t)?[ ]*$
    """,
    re.VERBOSE,
)
_SHORTEST = 5
_NOT_OF_BODY = re.compile("[.;!?)]")
# No end of a sentence: `журналистът от в. „Х“`.
_SHORTENED = re.compile(r"(?<![А-Яа-я])(?:в|сп|с|гр|кв|р)\.(?=[ \"])")
# A verb by its ending.
ORDINARY_WORD = re.compile(r"[а-я]+(?:ха|ше|ваше|аха|ват|ира)$")
# `на мястото на А`: what comes is another's.
_LEADS_ON = frozenset("на от за в във към при по с със до".split())
# `Наградата на кмета на община Х получи А`, `предлага на директора за назначаване А`: it is of whoever gives it.
_AWARDS = frozenset(
    """получи получава спечели печели взе грабна заслужи завоюва връчи поднесе прие посети поздрави награди
    назначаване избиране освобождаване награждаване утвърждаване""".split()
)
# No body is called with them: `губернатора на Х заради спасената А`.
_APART = frozenset("заради поради срещу против освен".split())


def has_plain_body(gap: str) -> bool:
    """Whether a gap is `на` and a body no rule knows, up to the name: without a verb or another clause."""
    if len(gap) < _SHORTEST:
        return False
    gap = _SHORTENED.sub("", gap)
    match = None if _NOT_OF_BODY.search(gap) else _OF_SOMETHING.match(gap)
    words = match.group(1).split() if match else []
    if not 0 < len(words) <= 12 or words[-1] in _LEADS_ON | _AWARDS or not _APART.isdisjoint(words):
        return False
    return not any(ORDINARY_WORD.match(word) for word in words)
