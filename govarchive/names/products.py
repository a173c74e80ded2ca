"""What the recogniser may take for a body or a place: products (programmes, projects, campaigns) and common nouns.

>>> text = 'по програма "Околна среда" (ПОС) и'
>>> is_product(text, Mention(28, 31, "ORG", 9, 1.0))
True
"""

import re

from govarchive.names.recogniser import Mention
from govarchive.text.fold import lower
from govarchive.text.needles import holds

# What is called by the name in quotes behind it, and may shorten it in brackets: `Програма "Околна среда" (ПОС)`.
_PRODUCT = re.compile(
    r"""
    (?<![А-Яа-я]) (?i:
      (?: оперативн\w+[ ] )? програм(?:а|ата) | мярка(?:та)? | проект(?:а|ът|и)? | кампания(?:та)? | инициатива(?:та)?
      | процедура(?:та)? | зала(?:та)? | парк(?:ът|а)? | резерват(?:ът|а)? )
    (?: [ ]? "(?: [^"\n]{3,90} "[ ]?[(/] )? | [ ]за[ ] [^()"\n.;]{5,90} [(/] ) \Z
    """,
    re.VERBOSE,
)
# Common nouns that are written as bodies are: what they name is no body of its own.
_COMMON_NOUNS = frozenset(
    """АЕЦ БВП ВЕИ ВЕЦ ГМО ГСМ ДДС ДНК ЕГН ЕИК ЛНЧ МПС НПО ОВОС ПУП РНК СМР СМС ТЕЦ ФЕЦ CEO CNG DVD GDP GDPR GPS GSM
    LED LNG LPG NGO PDF SMS SUV USB VAT VIP""".split()
)
_OPENS = frozenset('"(/')
_CALLED = ("програм", "мярка", "проект", "кампания", "инициатива", "процедура", "зала", "парк", "резерват")


def is_product(text: str, it: Mention) -> bool:
    """Whether a name is that of a programme or a project, or what one is shortened to in brackets."""
    if it.type == "PER" or text[it.start - 1 : it.start] not in _OPENS:
        return False
    start = max(it.start - 120, 0)
    return holds(lower(text[start : it.start]), _CALLED) and _PRODUCT.search(text, start, it.start) is not None


def is_common_noun(name: str) -> bool:
    """Whether an abbreviation is that of a common noun.

    >>> is_common_noun("БВП"), is_common_noun("БНБ")
    (True, False)
    """
    return name.strip('"') in _COMMON_NOUNS
