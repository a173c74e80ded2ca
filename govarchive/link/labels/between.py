"""Between a value and its heading: lines that say where, when or how rather than whose or what for.

>>> is_between("II етаж, стая 4", "phone"), is_between("Работи без прекъсване от 9 до 17 ч.", "phone")
(True, True)
>>> is_between("в кутията до входа", "phone"), is_between("Каса", "phone")
(True, False)
"""

import re

from govarchive.link.headings import is_detail
from govarchive.link.label_words import FAX, LETTER, OPENING, is_bare_name
from govarchive.link.labels.empty_words import is_vacant

# What hours are called, at the head of their line.
_OPENING = re.compile(
    rf"""{OPENING} | (?:работно|раб\.|приемно|лятно|зимно)[ ] | прием(?:ен|и)?(?![а-я]) | обедна
    | работи(?:м|ят)?[ ](?:с|със|без|от|до|в|във|през|по)[ ]""",
    re.VERBOSE | re.IGNORECASE,
)
# Hours are of an opening, and a sum may be paid for a service that is called one: `Прием на документи`.
_TOLD_OF_OPENING = frozenset({"hours", "money"})
# What a list of services has to fetch below each of them.
_TO_FETCH = re.compile(
    r"""\W*(?: технологичн[аи][ ]схем[аи] | (?:образец|бланка)(?:[ ](?:на|за)[ ][^:\n]{3,40})?
      | (?:изтегл|свал)(?:и|ете|яне).{0,40} )\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING_ALONE = re.compile(OPENING, re.IGNORECASE)
_BRACKETS = ("()", "//")
_MOST_OF_WAY = 5
# An item of a list of ways: `- в кутията до входа`, and below it `- на тел. 841 234`.
_WAY = re.compile(
    r"""(?:[*•-][ ]?|[0-9]{1,2}[.)][ ]|[а-я]\)[ ])?
    (?: (?:в|във|на|при|по|чрез|лично)[ ] | Лично(?![а-я]) | (?:Чрез|На[ ](?:място|гише|адрес|тел|e-?mail|имейл))[ ,:]
      | По[ ](?:тел|факс|пощ|ел|имейл|e-?mail|куриер) | (?:Пощенск[а-я]{1,3}[ ])?[Кк]ути[яи]т?а?[ ] )""",
    re.VERBOSE,
)
# What announces such a list and has no noun for what it is of: `Ако сте видели лебед, кажете ни така:`.
_ANNOUNCES = re.compile(
    r"""(?:Ако|Когато|Всек(?:и|ой),?|В[ ]случай|Можете|Може|Моля|За[ ]да)[ ][^\n]*:[ ]*
    | (?:Уважаем|Скъп|Драг)[а-я]{1,3}(?:[ ,]+[а-я]+){1,5}[ ,!]*""",
    re.VERBOSE | re.IGNORECASE,
)
# When a page was put there or changed, below its title: `Публикувано на 12.05.2021 г.`
_DATED = re.compile(
    r"""(?: (?:публикуван|обновен|актуализиран|качен|добавен|редактиран)[оа]? | последн[ао][ ][а-я]{5,}
      | дата[ ]на[ ](?:публикуване|обновяване|актуализация) ) (?:[ ](?:на|от|в))? [ ]?:? [ ]?
    (?:[а-я]{5,9},?[ ])? [0-9]{1,2}[ .] [^\n:]{3,20} (?:[0-9]{2}:[0-9]{2}[^\n]{0,9})?""",
    re.VERBOSE | re.IGNORECASE,
)
# On which days of each month, below what is done then: `от 5-то до 15-то число, в канцеларията`.
_ON_DAYS = re.compile(
    r"(?:от|до|на|през)[ ][0-9]{1,2}(?:-?[а-я]{2})?(?:[ ](?:до|и)[ ][0-9]{1,2}(?:-?[а-я]{2})?)?[ ]число(?![а-я]).*",
    re.IGNORECASE,
)


def is_between(words: str, kind: str) -> bool:
    """Whether the words of a line above a value of some kind say nothing of whose it is or what for."""
    if not LETTER.search(words) or words[0] + words[-1] in _BRACKETS or is_detail(words) or is_telephone(words):
        return True
    if (kind not in _TOLD_OF_OPENING and _OPENING.match(words)) or _DATED.fullmatch(words) or _ON_DAYS.match(words):
        return True
    if kind == "money":
        return _TO_FETCH.fullmatch(words) is not None
    if _TO_FETCH.fullmatch(words) or _ANNOUNCES.fullmatch(words) or is_vacant(words):
        return True
    return _WAY.match(words) is not None and not (words[-1] == ":" and words.count(" ") > _MOST_OF_WAY)


def is_telephone(words: str) -> bool:
    """Whether words only name telephones; a fax is called just that."""
    return is_bare_name(words) and not FAX.fullmatch(words)


def is_opening(label: str) -> bool:
    """Whether a label only says that hours are such: `Работно време`."""
    return _OPENING_ALONE.fullmatch(label) is not None
