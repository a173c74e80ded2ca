"""Sums: what a line or a sentence calls an amount: `Депозит за участие: 50 лв.`, `... се налага глоба от 500 лв.`."""

import re

from govarchive.link.label_words import EDGE, bare_words, own_words
from govarchive.link.named import REACH, name_before

# Between the noun and the figures: `глоба от 500 лв.`, `депозит в размер на 50 лв.`
_LEAD = re.compile(r"[ ](?:(?:е|са)[ ])?(?:от|до|на[ ]стойност|(?:в[ ])?размер(?:[ ]на)?)[ ]{0,2}\Z")
_LONGEST_LEAD = 20
# Of what the sentence before a sum says that it is of: `Таксата е 5 лв. на месец`.
_IS = re.compile(
    r"""[ ](?: (?:е|са|беше?|бяха)(?:[ ](?:от|между|до|около|над))? | размер(?:[ ]на)? | възлиза[ ]на | струва
    | заплаща(?:т)? | бъде )\Z""",
    re.VERBOSE,
)
_ITEM_ENDS = re.compile(r"[ .]*(?:[\n\t;,|)(/]|\Z)")
_TOLD = re.compile(r"[ ](?:да|не|се|ще|че|са)[ ]")
_MARKS = frozenset(":-")
_MOST_WORDS, _FEW_WORDS = 10, 5


def label_of_sum(
    text: str, floor: int, sum_at: tuple[int, int], opens: bool, names: re.Pattern[str]
) -> tuple[str | None, str | None]:
    """The noun that names the sum at `sum_at`, and what the words since `floor` say that it is of.

    `opens` tells whether these words open a line or a sentence. Those that end with neither a mark nor a verb nor such
    a noun are a label only in a list, where nothing goes on behind the sum: `Препис от решение 4 лв.`, but not
    `Съветът отпусна 500 лв. на читалището`.

    >>> said = "Нарушителите се наказват с парична глоба от 500 лв. за всяко дърво"
    >>> label_of_sum(said, 0, (said.index("500"), said.index(" за")), True, re.compile("(парична )?глоба"))
    ('парична глоба', 'парична глоба')
    """
    start, stop = sum_at
    lead = _LEAD.search(text, max(floor, start - _LONGEST_LEAD), start)
    found = name_before(text, max(floor, start - REACH), lead.start() if lead else start, names)
    name = text[slice(*found)].strip(EDGE) if found else None
    said = text[floor:start].rstrip()
    bare, mark = bare_words(said, "money")
    listed = not name and (_IS.search(said) or (_ITEM_ENDS.match(text, stop) and not _TOLD.search(said)))
    if not bare or (name and (not opens or ", " in bare)) or not (mark in _MARKS or ":" in bare or listed):
        return name, name
    own = own_words(bare, mark, opens, None)
    return name, own if own and len(own.split()) <= (_MOST_WORDS if opens else _FEW_WORDS) else name
