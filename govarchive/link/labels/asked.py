"""What one may call for, as words before a number open with it, and who takes what a line is about.

>>> errand_first("За справки: отдел Култура, "), errand_first("Каса: Минка Илева, ")
(('За справки', 12), None)
>>> who_takes('Дирекция "Контрол" приема сигнали за нарушения')
'Дирекция "Контрол"'
>>> errand_in(" - директор, ет. 4, предварително записване на ")
'предварително записване'
"""

import re

from govarchive.link.label_words import EDGE
from govarchive.link.units import COUNTERS, articled

ERRANDS = "сигнали|жалби|справки|записван|заявки|предварителн[аи][ ]заявк|оглед|резервации|консултации|запитвания"
"""What one calls for, not whom, as words begin that tell it."""

_ERRAND = rf"""(?: (?:тел(?:ефон|\.)[ ])?(?:за|при)[ ][^:\n]{{3,60}}? | обръщайте[ ]се[ ]към
      | лиц[ае][ ]за[ ](?:контакти?|връзка)
      | (?: (?:{ERRANDS})[а-я]* | контакти? | информация | въпроси | връзка | предложения | становища | заявления
        | (?:повече|допълнителна|обща)[ ]информация ) (?:[ ][^:\n]{{3,50}}?)?? )"""
_FIRST = re.compile(
    rf"""[^\w\n]*(?:[0-9]{{1,2}}[.)][ ]?)*
    (?P<words>{_ERRAND}(?:[ ]по[ ]телефона(?=[ ]?[:-]))?)(?:[ ](?:на|по)[ ]тел\w*\.?)? (?:[ ]?:[ ]?|[ ]-[ ])""",
    re.VERBOSE | re.IGNORECASE,
)
# What leads to whoever may be asked, with no mark behind it: `Търси се гребец, за справки Минка Илева`.
_BEFORE_NAME = re.compile(
    r"""(?: \A | [,;.(][ ] ) (?P<words>
      за[ ](?:(?:повече|допълнителна)[ ])?(?:справки|информация|контакти?|връзка|въпроси|записване) )
    (?:[ ](?:при|към|с|със|-))?[ ]\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# What a sentence opens with that tells its reader how to do it: `За приема се записва в стая 12 или на тел.`
_FOR_FIRST = re.compile(
    r"""[^\w\n]*(?:[0-9]{1,2}[.)][ ])?(?P<words>[Зз]а[ ][^,:;.\n0-9]{3,60}?)[ ]
    (?:(?:може(?:те)?|могат|трябва|следва)[ ]да|моля|се[ ][а-я]+т|(?:се[ ])?[а-я]{3,}[ей]те)(?![а-я])""",
    re.VERBOSE,
)
# In which case one calls the number right behind: `При пожар в гората гражданите да звънят на тел.`
_IN_CASE = re.compile(
    r"""[^\w\n]*(?P<words>[Пп]ри[ ](?:(?![ ][а-я]{3,}[ей]те[ ])[^,:;.\n0-9]){3,60}?)
    (?:(?<![ ]в)(?<![ ]на)(?<![ ]с)(?<![ ]от)(?<![ ]за)[ ](?:[а-я]{3,}ите|хората|всички))?
    [ ](?:да[ ]се[ ][а-я]+|да[ ][а-я]+|моля[ ][а-я]+те|(?:се[ ])?[а-я]{3,}[ей]те|се[ ][а-я]+)
    (?:[ ](?:се|на|по|тел\w*\.?|номер|спешн\w+|моб\w*\.?|GSM))*[ :№-]*\Z""",
    re.VERBOSE,
)
# They say no more than that numbers follow.
_GENERIC = re.compile("контакти?|информация", re.IGNORECASE)
OPENERS = r"(?:Записван\w+|Заявк[аи]|Справк[аи]|Резерваци[яи]|Сигнали?|Запитвания|Консултаци[яи])"
"""What calls open with: `Записване в деловодството или на тел. 841 234`."""

ERRAND_FIRST = re.compile(
    rf"""[^\w\n]*
    (?P<words>{OPENERS}
      (?:[ ](?:за|относно|на(?=[ ][а-я]{{4,}})(?![ ](?:тел|място|адрес|имейл|посоч|следн)))[ ][^.;:,\n]{{3,50}}?)?)
    (?=[ ](?:на|по|чрез|в|при)[ ])(?:[^.;:\n]|(?<=тел)\.){{0,90}}\Z""",
    re.VERBOSE,
)
_LAST = re.compile(
    r"""[,;.(][ ] (?P<words> (?:[Зз]а[ ])? (?:[Пп]редварител\w+[ ])?
        (?:[Зз]апис[вн]\w+ | [Зз]аяв(?:ки|яване) | [Сс]правк[аи] | [Ии]нформация | [Рр]езерваци[яи] | [Сс]игнали
          | [Зз]апитвания | [Вв]ъпроси | [Кк]онсултации)
        (?:[ ](?:и|за|на|от)[ ][а-я]{4,}(?:[ ][а-я]{3,})?)? )
    (?: [ ]?[:-] | [ ](?:на|по) )? [ ]?$""",
    re.VERBOSE,
)
_SUBJECT_BEHIND = re.compile(
    r"""[ ](?P<words>(?!(?:само|лично|също|писмено|денонощно|всеки|след|чрез|преди)[ ])
      [а-я]{4,}(?:[ ][^,:;().0-9]{2,60}?)?)
    [ ](?:на|по)[ ](?:тел|факс|e-?mail|имейл|ел\.|електрон|адрес|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACTIVE = re.compile(r"[ ](?:си[ ])?(?:може(?:те)?|могат)[ ]да[ ](?!се[ ]|бъд)|[ ][а-я]+ват\Z")
_UP_TO_DAY = re.compile(
    r"^[ ]?(?:до|от|на|след|в)[ ][0-9][^,;:]{0,24}?(?:месеца|г\.|година|ч\.|часа)[ ](?=[а-я]{4})", re.IGNORECASE
)
# Errands that say no more than that one may ask.
_ASKED_ONLY = re.compile(
    r"(?:(?:за|при)[ ])?(?:(?:повече|допълнителн[аи]|обща)[ ])?(?:справки|въпроси|информация|контакти?|връзка)"
    r"(?:[ ]по[ ]телефона?)?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"""(?:(?!ул|бул|пл|кв)[а-я]{{2,5}}\.[ ]?)?\"[^"\n]{{2,60}}\"?
    | (?: [а-я]{{4,}}(?:но|на|ен|ско|ска|ски)[ ]){{0,2}}
      (?: {articled(COUNTERS)} | каса(?:та)? | дирекция(?:та)? | библиотека(?:та)? | център | полиция | пожарна
        | диспечер | дежур(?:ен|ни) | дежурна[ ]част
        | секретариат | кметство | информация | пресцентър ) (?![а-я]) (?:[ ][^:;,\n]{{2,60}})?""",
    re.VERBOSE | re.IGNORECASE,
)
# What leads to it in a sentence: `За въпроси може да се обърнете към отдел „Х“`.
_TO_UNIT = re.compile(r"(?:(?:да|се|[а-я]{3,}[ей]те)[ ])*(?:към|на|в|във|до|с|със)[ ]")
_ERRAND_ALONE = re.compile(_ERRAND, re.VERBOSE | re.IGNORECASE)
_NO_ERRAND = re.compile("[0-9]|[ ]се[ ]")
_TAKES = re.compile(
    r"""(?P<who>[А-ЯA-Z"][^:;,.\n]{2,60}?)[ ](?:приема|обслужва|консултира|предоставя|отговаря|дава)т?
    [ ][^:;.\n]{4,90}""",
    re.VERBOSE,
)


def errand_first(said: str) -> tuple[str, int] | None:
    """The errand that opens a sentence up to a mark or its verb, and where what is told of it begins."""
    found = _FIRST.match(said) or _FOR_FIRST.match(said) or _IN_CASE.match(said)
    if found is None or _NO_ERRAND.search(found["words"]) or _GENERIC.fullmatch(found["words"]):
        return None
    return found["words"], found.end()


def unit_asked(errand: str, said: str) -> str | None:
    """The unit that those who only ask are sent to: it stands nearer than the errand, and says more.

    >>> unit_asked("За справки", 'отдел "Култура", '), unit_asked("Записване", 'отдел "Култура", ')
    ('отдел "Култура"', None)
    """
    if not _ASKED_ONLY.fullmatch(errand):
        return None
    to = _TO_UNIT.match(said)
    found = _UNIT.match(said, to.end() if to else 0)
    return found[0].strip(EDGE.replace('"', "")) if found else None


def errand_before_name(said: str) -> str | None:
    """The errand that ends the words before somebody's name.

    >>> errand_before_name("Търси се гребец, за справки "), errand_before_name("Търси се гребец, ")
    ('за справки', None)
    """
    found = _BEFORE_NAME.search(said)
    return found["words"] if found else None


def is_errand(words: str) -> bool:
    """Whether words tell what one may call for: `За справки`, `Записване на групи`."""
    return _ERRAND_ALONE.fullmatch(words) is not None and not _NO_ERRAND.search(words)


def who_takes(words: str) -> str | None:
    """Who takes or gives what a clause before a number is about."""
    found = _TAKES.fullmatch(words)
    return found["who"] if found else None


def behind_verb(said: str) -> str | None:
    """What is told behind the verb: `Всеки делник се приемат сигнали за лебеди на тел.`."""
    found = _SUBJECT_BEHIND.match(said)
    return found["words"] if found else None


def done_by(verb: str, said: str) -> str | None:
    """What is told behind a verb of which those are told before it who may do it: `Гребците могат да подават заявки`.

    >>> done_by(" могат да подават", " заявки на тел. "), done_by(" могат да се подават", " в клуба на тел. ")
    ('заявки', None)
    """
    return behind_verb(said) if _ACTIVE.match(verb) else None


def without_day(words: str) -> str:
    """The words before a verb without the day up to which something is done.

    >>> without_day("До 25-о число на месеца показанията"), without_day("На брега показанията")
    ('показанията', 'На брега показанията')
    """
    return _UP_TO_DAY.sub("", words)


def errand_in(words: str) -> str | None:
    """The errand that ends the words between somebody's name and a value: `..., справки на`."""
    found = _LAST.search(words)
    return found["words"] if found else None
