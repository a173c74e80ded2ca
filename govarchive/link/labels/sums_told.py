"""Sums told in sentences: the noun before `от`, `за` or `на стойност`, or what something is paid or came in for.

>>> noun_of_sum("Сградата е строена с дарения и безлихвен заем от ")
'безлихвен заем'
>>> paid_for("За издаване на дубликат се дължи такса "), paid_for(", а от наеми са получени ")
('издаване на дубликат', 'наеми')
"""

import re

from govarchive.link.label_words import EDGE, few_words
from govarchive.text.fold import lower
from govarchive.text.starts import without_start

_LEAD = (
    r"(?:от|за|по|на[ ](?:обща[ ])?стойност(?:[ ]от)?|(?:в[ ])?размер(?:[ ](?:на|от))?|за[ ]общо|на[ ]обща[ ]сума)"
    r"(?:[ ]съответно)?"
)
_NOUN = re.compile(
    rf"""(?<![^\W_]) (?P<words> (?:[а-я]{{3,}}(?:[еи]н|н[аои]|ск[иао]|[ое]в[аои]?)(?:ия|ият|та|то|те)?[ ]){{0,3}}
    (?: заем | кредит | стипенди | дарени | субсиди | проект | договор | поръчк | помощ | награ[дж] | аванс | гаранци
      | обезщетени | вноск | щет | загуб | печалб | капитал | приход | разход | дълг | задължени | плащан | превод
      | инвестици | ремонт | финансиран | фактур | ваучер | премии | преми[яи] | добавк | заплат | спонсорств | кражб
      | подкуп | неустойк | лихв | наследств | имущество | обект | съоръжени | оборудван | техник | машин
      | бюджет | фонд | транш | капаро | имот | терен | сграда | автомобил ) [а-я]{{0,5}} (?:[ ]\"[^\"\n]{{2,60}}\")? )
    [ ] {_LEAD} [ ]? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The last words of what leads to a sum.
_LEAD_ENDS = ("от", "за", "по", "стойност", "размер", "на", "общо", "сума", "съответно")
_NOUN_LONGEST, _LONGEST_END = 120, 10
_PAID = re.compile(
    rf"""(?: \A[^\w]* | [,;.:][ ] | [ ](?:и|а|че)[ ] )
    (?: за[ ] (?P<what>(?!ко(?:й|я|е|и)то[ ])[а-я]
              (?:[^,;:.()\n]|(?<=[ ]с)\.|(?<=[ ](?:ул|кв|пл|гр))\.|(?<=[ ]бул)\.){{3,90}}?)
        [ ] (?: се[ ](?:дължи|заплаща|плаща|внася|събира)т?
              | (?:е|са|бяха)[ ] (?:из(?:разходван|платен|харчен)|похарчен|платен|преведен|отпуснат|осигурен|дарен
                  |събран|предвиден|заделен|вложен) [а-я]* )
        (?: [ ](?:(?:държавна|административна|еднократна|месечна|годишна)[ ])?такса )?
      | от[ ] (?P<whence>[а-я][^,;:.()\n]{{3,60}}?)
        [ ] (?:са|бяха)[ ] (?:постъп|получ|събра|внес|набра) [а-я]* )
    (?: [ ] {_LEAD} | [ ](?:около|над|общо|още|и) )*+ [ ]? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
_PAID_LONGEST = 160
# What is sold where the words for the price stand behind: `Документацията се получава в стая 5. Цена: `.
_PRICE = re.compile(r"(?:цена|цената|стойност|стойността|такса|таксата)", re.IGNORECASE)
_SOLD = re.compile(
    r"""(?<![^\W_]) (?P<words>(?:(?:тръжн|конкурсн)[а-я]+[ ])?документаци[а-я]+) (?:[ ][^:;\n]{0,40}?)?
    [ ](?:се|може[ ]да[ ]се|могат[ ]да)[ ](?:за)?(?:куп|получ|прода)""",
    re.VERBOSE | re.IGNORECASE,
)

_MEANT = re.compile(
    r"""[ .]*[ ](?:(?:са|е|бяха)[ ])?(?:(?:без|с)[ ]ДДС[ ])?
    (?P<words> за[ ]
      (?! (?:вс[яеи]|един|една|едно|бро[йя]|година|месец|ден|час|кв|куб|лице|човек|срок|период|сметка)[а-я]*(?![а-я]) )
      [а-я]{4,}(?:[ ][^,;:.()\n0-9]{1,60}?)?? )
    (?=[ ]?[,;:.()\n]|[ ](?:и|а)[ ](?:още[ ])?(?:[0-9]|за[ ])|[ ][0-9]|\Z)""",
    re.VERBOSE,
)
# A part of a sum, or what a line that begins with a sum sells: `от които 5 лв. национално финансиране и 3 лв. лихва`.
_PART = re.compile(
    r"""[ .]*[ ](?:-[ ])?(?P<words> (?!(?:по|без|с|със)[ ])
    (?: [а-я-]{3,}ск[иао](?![а-я]) | (?:[а-я-]{3,}(?:[еи]н|н[оа]|[ое]в[аои]|(?<!е)ни)|собствени)(?=[ ][а-я]{4})
      | (?:субсиди|дарени|приход|разход|кредит|заем|лихв|главниц|средства|съфинансиран|финансиран|БФП)[а-я]* )
    (?:[ ][а-я\"][^,;:.()\n0-9]{1,60}?)? ) (?=[ ]?[,;:.()\n]|[ ](?:и|а)[ ][0-9]|[ ]\Z|\Z)""",
    re.VERBOSE,
)
_TO_PART = re.compile(
    r"(?:\A\W*|[,;(]|[ ](?:и|от[ ](?:които|тях)|в[ ]т\.[ ]?ч\.|в[ ]това[ ]число|плюс|съответно|са|бяха))[ ]?\Z",
    re.IGNORECASE,
)
_MOST_WORDS, _MOST_OF_PART = 5, 7
_ORDER = re.compile(
    r"""\W*(?:[^:\n]{0,60}реш(?:и|ение|ения|ил[аи]?)[ ]?:[ ])?
    (?: (?:определя|утвърждава|приема|отпуска|одобрява|дава|предоставя|гласува|изплаща|осигурява)м?[ ](?=[а-я]{4})
      | (?<=:[ ]) )""",
    re.VERBOSE | re.IGNORECASE,
)


def noun_of_sum(said: str) -> str | None:
    """The noun right before what leads to a sum at the end of the words, with its adjective."""
    leads = lower(said[-_LONGEST_END:]).rstrip(" ").endswith(_LEAD_ENDS)
    found = _NOUN.search(said, max(0, len(said) - _NOUN_LONGEST)) if leads else None
    return found["words"] if found else None


def paid_for(said: str) -> str | None:
    """What a clause that goes on with a sum says that it is paid for, or where it came from."""
    found = _PAID.search(said, max(0, len(said) - _PAID_LONGEST))
    return (found["what"] or found["whence"]).strip(EDGE) if found else None


def sold_before(name: str, sentence: str) -> str | None:
    """What the words before a price say is sold, where they are nothing but `Цена`.

    >>> sold_before("Цена", "Тръжната документация се закупува от каса № 2. ")
    'Тръжната документация'
    """
    found = _SOLD.search(sentence) if _PRICE.fullmatch(name) else None
    return found["words"] if found else None


def meant_for(text: str, stop: int) -> str | None:
    """What the words behind a sum say that it is for.

    >>> meant_for("Отпуснати са 500 лв. за ремонт на покрива.", 20), meant_for("По 5 лв. за всеки лист", 8)
    ('за ремонт на покрива', None)
    """
    found = _MEANT.match(text, stop)
    return few_words(found["words"].strip(EDGE), _MOST_WORDS) if found else None


def part_behind(said: str, text: str, stop: int) -> str | None:
    """What the words behind a sum call it, where those before it only join it to another or are none.

    >>> part_behind(" лв., от които ", "50 лв. европейско и 9 лв. национално финансиране", 6)
    'европейско'
    >>> part_behind("", "12 лв. годишна читателска карта", 6), part_behind("", "12 лв. месечно за дете", 6)
    ('годишна читателска карта', None)
    """
    found = _PART.match(text, stop) if _TO_PART.search(said) else None
    return few_words(found["words"], _MOST_OF_PART) if found else None


def without_order(words: str) -> str:
    """The words of an item of minutes without the head of the decision and the verb that orders.

    >>> without_order("РЕШЕНИЕ: Определя таксата за явяване на")
    'таксата за явяване на'
    """
    return without_start(_ORDER, words)
