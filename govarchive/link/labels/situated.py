"""Situated: what a sentence says is at the address that ends it, or where it sends those who ask."""

import re

from govarchive.link.label_words import EDGE, OPENING, few_words
from govarchive.link.labels.purposes import is_subject

# What mostly tells at once that there is no such sentence.
_IS_THERE = re.compile("намира|находящ|помещава|разположен|премест|настанен", re.IGNORECASE)
_SITUATED_AT = re.compile(
    r"""(?P<who>[^:;\n]{3,150}?)
    (?: ,?[ ](?:находящ|намиращ|разположен|помещаващ)[а-я]{0,3}(?:[ ]се)?
      | [ ](?:ще[ ])?(?:се|е|са)[ ](?:намира|помещава|разположен|премест|настанен)[а-я]{0,3}
      | [ ](?:намира|помещава)т?[ ]се ) (?![^\W_]) [^.;\n]{0,60}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The desk or house before its address: `Дарения се събират в клуба на лодкарите, ул. „Роза“ 1`.
_PLACED = re.compile(
    r"""(?<=[а-я])[ ](?:в|във|при|до|пред)[ ](?P<who>
    (?:кас|деловодств|канцелари|регистратур|приемн|офис|център|клуб|зала|салон|читалищ|библиотек|музе|галери|кабинет|стол
      |аптек|магазин)[а-я]{0,8} (?:[ ](?:на|за|по)[ ][^,;:.()\n]{2,50})?)(?:,|[ ]\()[ ]?\Z""",
    re.VERBOSE,
)
_CLAUSE_ENDS = re.compile(r",[ ]|(?<=[ ])че[ ]|[.!?][ ]|^[ ]?(?:От|На|През|Считано)[ ][^,А-Я]{3,40}[ ](?=[А-Я])")
_OF_OPENING = re.compile(rf"[^\w]*{OPENING}[ ]на[ ]", re.IGNORECASE)
_MOST_WORDS = 6


def situated(sentence: str) -> str | None:
    """What a sentence that ends with an address says is there.

    >>> situated("От май Центърът за услуги се намира на нов адрес: ")
    'Центърът за услуги'
    >>> situated("Работно време на касата, находяща се в ")
    'касата'
    """
    found = _SITUATED_AT.search(sentence) if _IS_THERE.search(sentence) else None
    if found is None:
        placed = _PLACED.search(sentence)
        return placed["who"] if placed else None
    who = _CLAUSE_ENDS.split(found["who"])[-1]
    words = few_words(_OF_OPENING.sub("", who).strip(EDGE), _MOST_WORDS)
    return words if is_subject(words, _MOST_WORDS) else None
