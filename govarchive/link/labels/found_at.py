"""Found at: what a sentence says one finds at the address of a page that ends it.

>>> found_at("Регистърът на лодките е достъпен на следния адрес: "), found_at("Сайт на хижата: ")
('Регистърът на лодките', None)
>>> found_at("Картата на пътеките може да бъде разгледана в кулата или на ")
'Картата на пътеките'
"""

import re

from govarchive.link.label_words import CLAUSE, EDGE

_FOUND_AT = re.compile(
    r"""(?:[^\n]{0,200}(?:[,;:]|[ ]че)[ ])?(?P<words>[^,;:\n]{3,80}?)
    [ ](?:ще[ ])?(?:(?:е|са|се|бъде|бъдат|да[ ]се)|(?:може(?:те)?|могат)[ ]да(?:[ ](?:се|бъдат?|бъде))?)
    [ ](?:[а-я]+[ ]){0,2}?
    (?:публикув|кач|достъп|налич|разполож|изтегл|намер|намир|вид|разглед|обяв|попълн|помест|оповест|прочет|гледа|провер)
    [а-я]*(?:[ ][^.;:\n]{0,60})?[ ](?:на|от|в|чрез|през)
    (?:[ ](?:следн|посочен|интернет|електрон|уеб|официал|адрес|линк|сайт|страниц|портал|връзк)[а-я]*)*[ :]*""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY = re.compile(r"(?:публик|кач|достъп|налич|разполож|изтегл|нам[ие]р|вид|разглед|обяв|попълн|помест|оповест|гледа)")
_MOST_WORDS = 8


def found_at(said: str) -> str | None:
    """The subject of a sentence that ends with an address where it says that this is found."""
    found = _FOUND_AT.fullmatch(said) if _MAY.search(said) else None
    words = found["words"].strip(EDGE) if found else ""
    few = words[:1].isupper() and len(words.split()) <= _MOST_WORDS and not CLAUSE.search(words)
    return words if few else None
