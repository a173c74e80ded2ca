"""No nouns: what pages print before values that is a verb, a code or a sign, and says of none what it is.

>>> is_no_noun("Осигурен", "hours"), is_no_noun("Пощенски код", "address"), is_no_noun("Каса", "hours")
(True, True, False)
"""

import re

from govarchive.text.calendar import MONTH

_NO_NOUN = {
    # What tells of who gave or got a sum rather than what it is.
    "money": re.compile(
        r"""(?<![^\W_])(?:преведе|дари|отпусна|получи|получават?|добавят?|има|предстои|показва[лт]?)(?:ха)?
        (?![^\W_])""",
        re.VERBOSE | re.IGNORECASE,
    ),
    "iban": re.compile(r"\W*(?:или|и|а)[ ]|(?:EUR|BGN|USD|лева|евро)\Z"),
    "hours": re.compile(
        rf"""(?:[^\W\d_]+(?:ява|ира|ува)т?|осигурен[аио]?|вакантн[оаи])\Z
        | (?:(?:от|до|на|през)[ ])?[0-9]{{1,2}}(?:-?[а-я]{{1,2}}[ ]|\.[0-9]|[ ]{MONTH})""",
        re.VERBOSE | re.IGNORECASE,
    ),
    "address": re.compile(
        r"""[0-9][0-9:.]*[ ]?ч | (?:пощенски[ ])?код(?![а-я]) | осигурен | вакантн[оаи]\Z
        | [^\W\d_]+(?:ава|ира)\Z""",
        re.VERBOSE | re.IGNORECASE,
    ),
}
_SEARCHED = frozenset({"money"})


def is_no_noun(label: str, kind: str) -> bool:
    """Whether words before a value of some kind are no noun phrase that could call it."""
    found = _NO_NOUN.get(kind)
    if found is None:
        return False
    return (found.search(label) if kind in _SEARCHED else found.match(label)) is not None
