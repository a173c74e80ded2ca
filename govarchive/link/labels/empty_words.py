"""Empty words: what stands before a number or mail, or above it, and says neither whose it is nor what for.

The way to reach somebody, the day, the street, that an office is vacant, what tells the reader to call.

>>> told_of("по електронен път"), told_of("Събота и неделя"), told_of("ул. „Роза“"), told_of("вакантно")
(None, None, None, None)
>>> told_of("Долно Поле   вакантно"), told_of("Ако имате въпроси"), told_of("Позвънете на нашия пазач")
('Долно Поле', 'въпроси', 'нашия пазач')
>>> told_of("Каса"), told_of("Кметство Равно, тел. 05371/222, кмет"), told_of("phone 068 64 31 08 - архив")
('Каса', 'Кметство Равно', 'архив')
"""

import re

from govarchive.link.label_words import EDGE

_WAY = re.compile(
    r"""(?:или|и)? [ ]?
    (?: (?:по|чрез|на|с)[ ](?:(?:посочен|следн)\w+[ ])? (?: ел(?:ектрон\w+|\.)?[ ]?(?:път|поща|адрес) | [еe]-?поща
          | [еe]-?mail | имейл\w* | поща(?:та)? | факс\w* | тел(?:ефон\w*|\.)? | място | куриер | viber | вайбър )
      | устно | писмено | лично | по )
    (?:[ ](?:на|с|до|адрес|номер|тел\w*\.?|№))*""",
    re.VERBOSE | re.IGNORECASE,
)
_DAYS = re.compile(
    r"""(?:(?:всек[иа]|от|до|и|в|във|през|без|дни|ден|работ(?:ен|ни)|делни(?:к|чен|чни)|почив(?:ен|ни)|празни(?:к|чен|чни)
      |понеделник|вторник|сряда|четвъртък|петък|събота|неделя|пон|вт|ср|чет|пет|пт|съб|нед|ч|часа?)\b|[\d\W])+""",
    re.VERBOSE | re.IGNORECASE,
)
_STREET = re.compile(r"(?:ул|бул|пл|ж\.[ ]?к|п\.[ ]?к|гр|обл)\.|(?:улица|булевард|площад)[ ]", re.IGNORECASE)
_VACANT = re.compile(
    r"[ ,:;/(-]*(?<![^\W_])(?:вакант|незает)\w+(?:[ ](?:длъжност|място|бройка))?[ ,:;/)-]*", re.IGNORECASE
)
# `Ако имате въпроси`; what else is told of a case is no noun.
_HAVING = re.compile(r"ако[ ](?:имате|възникнат|срещнете)[ ](?P<words>[^,;:]{4,60})", re.IGNORECASE)
_IN_CASE = re.compile(r"(?:ако|когато|щом|след|докато|за[ ]да)[ ]", re.IGNORECASE)
# When one calls the other number: `841 234, при липса на връзка: 841 235`.
_OTHERWISE = re.compile(
    r"при[ ](?:липса[ ]на|невъзможност[ ]за)[ ](?:връзка|отговор|контакт)"
    r"|ако[ ]не[ ](?:отговар|вдиг|се[ ]свърж|се[ ]обажд)[а-я]+",
    re.IGNORECASE,
)
_TO_NUMBER = re.compile(r"(?:[ ,:(–-]+(?:на|тел\w*\.?|номер|моб\w*\.?|GSM))*[ ,:(–-]*\Z", re.IGNORECASE)
# What tells the reader to call, before whom: `За достъп пишете на администратора`.
_CALL = re.compile(
    r"""(?:.*[ ])?(?:пиш|звън|позвън|обад|обаждай|обърн|обръщай|сигнализирай|свърж)[ей]?те(?![^\W_])
    (?:[ ](?:се|ни|си|с[ ]нас))?(?:[ ](?:на|към|в|във|до|с|със|по|тел\w*))?(?:[ ](?P<who>[^,]{4,60}))?""",
    re.VERBOSE | re.IGNORECASE,
)
# `Архив 9-12 ч. 841 234`, `Снимки очакваме на 841 234`
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_UP_TO_HOURS = re.compile(rf"(?<=[^\W\d_]{{3}})[ ,(-]+(?:от[ ])?{_HOUR}[ ]?(?:-|до)[ ]?{_HOUR}[ ]?(?:ч\w*\.?)?\Z")
_WE_DO = re.compile(
    r"[ ](?:(?:ще[ ])?(?:очаква|приема|чака|отговаря|събира)ме"
    r"|(?:си[ ])?(?:изпращ|изпрат|пращ|пода|адрес|отправ|насоч|вижт|намер)[а-я]*те(?:[ ]тук)?)\Z"
)
# `Резервирайте места на 841 234`
_YOU_DO = re.compile(r"[А-Я][а-я]{3,}(?:[аеия]йте)[ ](?!се[ ]|ни[ ]|на[ ])(?=[а-я]{4})")
# A number too short for one of the plan: `Кметство Равно, тел. 05371/222, кмет 841 234`.
_NUMBER = re.compile(r"[ ,;(-]*(?:тел\w*\.?|факс|phone)?[ :]*(?<![0-9])0[0-9 /()-]{6,}[0-9][ ,;:-]*", re.IGNORECASE)
_MAY_BE = re.compile(r"(?:те|аме)(?![^\W_])|вакант|незает|^(?:ако|когато|щом|след|докато|за да)[ ]", re.IGNORECASE)


def told_of(words: str) -> str | None:
    """The words of a label that say whose a number is or what for; None where none of them does."""
    if _WAY.fullmatch(words) or _STREET.match(words) or _DAYS.fullmatch(words) or _OTHERWISE.fullmatch(words):
        return None
    before, *behind = _NUMBER.split(words) if "0" in words else [words]
    words = _UP_TO_HOURS.sub("", before or " ".join(behind))
    if not _MAY_BE.search(words):
        return words
    words = _YOU_DO.sub("", _WE_DO.sub("", words))
    words = _VACANT.sub(" ", words).strip(EDGE)
    if found := _CALL.fullmatch(words):
        return told_of(found["who"]) if found["who"] else None
    if found := _HAVING.match(words):
        return str(found["words"])
    return None if not words or _IN_CASE.match(words) else words


def is_otherwise(gap: str) -> bool:
    """Whether words between two numbers say when one calls the second.

    >>> is_otherwise(", при липса на връзка – на "), is_otherwise(" и ")
    (True, False)
    """
    return _OTHERWISE.fullmatch(_TO_NUMBER.sub("", gap).strip(EDGE)) is not None


def is_vacant(words: str) -> bool:
    """Whether words say of an office that nobody has it, and nothing else.

    >>> is_vacant("- вакантна длъжност -"), is_vacant("Касиер - вакантно")
    (True, False)
    """
    return _VACANT.fullmatch(words) is not None
