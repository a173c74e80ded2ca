"""Titles: what the words around a body, in the first lines of a page and below them, say of whose page it is.

`История на ОУ „Х“, с. У` and `Календар на Община Х` end with it; `Читалището в Х с нова председателка` tells its kind,
and the page names one of that kind. It writes (`Възложител: Х`, `Пресцентър на Х`), or its line goes on as the name of
a site, a sitting or a notice does.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from govarchive.link.menus import is_offered
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop
from govarchive.text.needles import holds

_MOST_LINES, _LONGEST, _FAR = 4, 140, 600
_MOST_MET = 80
_WORD = re.compile(r"(?<!\w)[А-Яа-я]{3,}(?:та|то|ът|ят|ТА|ТО|ЪТ|ЯТ)(?!\w)")
_SIGNS = re.compile(r"\W")
# Before the body that ends a title: `История на`, `Италия, `, `Контакти - `.
_LEADS = re.compile(
    r"""(?: [ ](?:на|при|в|във|НА|ПРИ|В|ВЪВ) | [,:|»>/-]
      | (?:^|\n|[|»>/:-][ ]) (?i: новини|актуално|съобщени[ея]|обяв[аи]|контакти|начало|документи|история|екип|персонал
          |структура|администрация|ръководство|галерия|прием|услуги|ценоразпис|събития|за[ ]нас
          |(?:информация[ ])?за | (?:връзка|контакти?)[ ]с(?:ъс)? | (?:съобщени[ея]|новини|обяв[аи]|покана)[ ]от) )
    [ ]?[\"]?\Z""",
    re.VERBOSE,
)
# Before a body, in a headline about whoever leads it: `Среща с началника на РУ Х`.
_MET = re.compile(
    r"""(?<!\w)(?:с|със|от|до|при|за|между)[ ](?:[а-я]+[ ]){0,2}
    (?:началник|директор|председател|шеф|комисар|ректор)[а-я]{0,3}[ ](?:на|в)[ ]\"?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# In the same place, where somebody serves whom the line lists: `Членове: 1. Ана Колева, представител на`.
_OF_PERSON = re.compile(
    r"""(?:^|[:;])[ ]?(?:[0-9]{1,2}[.)][ ]?|[•*-][ ]?)?
    [А-Я][а-я.]+[ ](?:[А-Я][а-я.-]+[ ])?[А-Я][а-я-]+(?:,|[ ]-)[ ](?:[а-я-]+[ ]){1,4}(?:на|в)[ ]\"?\Z""",
    re.MULTILINE | re.VERBOSE,
)
_LONGEST_PERSON = 90
# And before the other side of a deal or of a case: `Доставчик:`.
_PARTY = re.compile(
    r"""(?<!\w)(?:(?:под)?изпълнител|доставчи[кц]|участни[кц]|кандидат|оферент|купувач|наемател|ищ(?:ец|ц)|ответни[кц]
    |спонсор|дарител)и?[ ]?:""",
    re.IGNORECASE | re.VERBOSE,
)
# Behind it: the town, the year, and other parts of the title: `Прием :: МБАЛ Х :: Новини`.
_ENDS = re.compile(
    r"""[ ]*(?:[,(-][ ]?)?(?:(?:гр|с|общ|обл)\.[ ]?|(?:град|село|община)[ ])?
    (?:[А-Я][\w-]+[ ]?){0,3} [ ,-]* (?:(?:(?:за|през|към)[ ](?:(?:учебната|календарната|бюджетната|уч\.)[ ])?)?
       [0-9./ -]{4,12}(?:г\.?|год\.?|година)?)? [ )!]*
    (?:\Z|(?:[|»>]|::|[ ]/[ ])[^\n]*)""",
    re.VERBOSE | re.IGNORECASE,
)
# A year may end a line that is no sentence: `Бюджет на Община Х за 2023 г.`
_SENTENCE = re.compile(
    r"""[.!?;ебсщч] (?:                                     # a class first: the scan skips to it
        (?<=[.!?;]) (?<!\..) (?<![0-9][Гг].) (?<![0-9][ ][Гг].) (?<![0-9][Гг][Оо][Дд].) (?<![0-9][ ][Гг][Оо][Дд].) "?\Z
      | (?<=[а-я]{3}\.) [ ][А-Я]
      | (?<!\w.) (?: (?<=е) | (?<=с)[ае] | (?<=[бщч])е ) (?!\w) )""",
    re.VERBOSE,
)

_WELCOME = ("Добре дошли", "ДОБРЕ ДОШЛИ")

_WRITER = 40
# Before the owner in a line, at most so many characters: `от редовно заседание на Х`, `Възложител: Х`.
_WRITES = re.compile(
    r"(?:[Зз]аседание(?:то)?|ЗАСЕДАНИЕ(?:ТО)?|[Сс]есия) (?:на|НА)$|(?:[Вв]ъзложител|[Нн]аименование):$"
    r"|(?:[Сс]лужители(?:те)?|[Уу]казател|УКАЗАТЕЛ|[Рр]ъководство(?:то)?|[Сс]труктура(?:та)?) (?:на|във?|НА|В)$"
    r"|^(?i:отчет(?:ът)?|доклад|план|програма|бюджет(?:ът)?|правилник|устав|стратегия|екип(?:ът)?|колектив(?:ът)?"
    r"|състав(?:ът)?|история(?:та)?|календар|дейност(?:та)?|график) (?:на|НА)$"
)
_WRITES_END = (" на", " НА", " във", " В", "ител:", "ание:")
# Behind the owner in its line: `Община Х » Новини`, `ОУ „Х“ - Учителски колектив`, `Музей „Х“ (филиал)`.
_PARTS = re.compile(
    r"""[ ]?[".]?[ ]?(?: [»|>:] | [ ]?[А-Я][^|\n.]{2,20}[|][^|\n]{2,30}[|] | [(][^()\n]{2,60}[)][ ]*\Z
      | (?:(?:гр|с)\.[ ]?[А-Я][^-\n]{2,30})? [ ]-[ ](?:[А-Яа-я]+[ ]){0,2}
        (?:официал|интернет|сайт|страница|портал|начал|контакт|екип|структур|новини|колектив|персонал|състав|история|прием
          |профил|служители|ръководство|администрация)[^.\n]{0,40}\Z )""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind a dash, what the page is about, in a few words without a verb: `Община Х - Търгове`, `Х - мандат 2019`.
_OF_PAGE = re.compile(
    r"""[ ]?["]?[ ][-|/»][ ] (?=[А-Яа-я][^\n\t]{2,60}\Z) (?![^\n]*[.!?:;][ ]?\w)
    (?!(?:[^\n]*[ ])?(?:е|са|се|ще|да|бе|от|с|със|кани|има)(?!\w))""",
    re.VERBOSE,
)
# Behind the first words of a page, far from them, what else its head has: `РИОСВ Х        поща: ...`.
_CONTACTS = re.compile(r"[ ]{3}[ ]*\S")
# Behind a court that writes: `Окръжен съд - Х, VI състав, в публично заседание`.
_SITS = re.compile(r"[ ]?,?[ ][^.;:\n\t]{0,60}?(?:състав|СЪСТАВ|заседание|колегия|КОЛЕГИЯ|отделение|ОТДЕЛЕНИЕ)(?!\w)")
# What a page says first of the body it is about: `Детска ясла № 1 е първата в града`, `Музеят на Х се намира`.
_IS_TOLD = re.compile(
    r"""[ ]?(?:,?[ ](?:гр\.|с\.|град[ ]|село[ ])?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?|[ ]?[(][^()\n]{2,20}[)])?,?
    [ ](?:(?:се[ ]намира|има|разполага|притежава|съществува|води[ ]началото)(?![а-я])
      |(?:е|бе)[ ](?!(?:\w*(?:л|ла|ло|ли)|че|на|в|да)[ ])[а-я]
      |[-:|,][ ](?:официал[а-я]+|начална|интернет|уеб)[ -]?(?:сайт|страница)
      |(?:към|при)[ ]\"?[А-Я][^.;:\n\t]{3,80}\Z)""",
    re.VERBOSE,
)
# What the owner of a page does in its first words: `Община Х уведомява`, `РИОСВ Х, на основание ..., обявява`.
_SAYS = re.compile(
    r"""(?:[ ]?(?:[(][^()\n]{2,20}[)]|-[ ]?[А-Я][а-я]+))?(?:,[ ](?:на[ ]основание|във[ ]връзка)[^\n]{5,240}?,?)?
    [ ](?:[Вв]и[ ])?(?:уведомява|съобщава|обявява|информира|кани|напомня|приканва|организира|набира|открива[ ]процедура)
    (?![а-я])""",
    re.VERBOSE,
)
_PREPOSITION = re.compile(r"(?:^|[ ])(?:на|от|за|с|със|в|във|до|към|при|и|между|чрез|че)$", re.IGNORECASE)
# Before the body whose press office wrote a page: `Пресцентър на`, `Автор: Пресслужба`, `Източник:`.
_PRESS = re.compile(
    r"""(?:^|[ ]{2,}|[:|>(/,*-][ ]?)
    (?: (?:[Пп]рес[ -]?(?:център|служба|офис|кабинет)|ПРЕС[ -]?(?:ЦЕНТЪР|СЛУЖБА|ОФИС)
          |(?:(?:отдел|сектор|дирекция|звено)[ ])?\"?[Вв]ръзки[ ]с[ ]обществеността\"?)
        (?:[ ]?[-,][ ]?|[ ](?:на|към|при)[ ]|[ ])
      | (?:[Ии]зточник|[Аа]втор|[Пп]убликува(?:л|но[ ]от))[ ]?:[ ]{0,2} ) \Z""",
    re.VERBOSE,
)
_OF_PRESS = ("рес", "РЕС", "обществеността", "зточник", "втор", "убликува")
_PRESS_BEFORE = 60
_PRESS_ENDS = (" ", "-", ",", ":")


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """The first lines of a page that are no sentences."""
    start, left, lines = 0, _MOST_LINES, []
    while left and start < len(text) and start < _FAR:
        stop = line_stop(text, start)
        line = text[start:stop].strip()
        if line and not is_offered(text, start):
            left -= 1
            if len(line) <= _LONGEST and (line.startswith(_WELCOME) or not _SENTENCE.search(line)):
                lines.append((start, stop))
        start = stop + 1
    return tuple(lines)


def ends_title(text: str, start: int, stop: int) -> bool:
    """Whether words that begin at `start` and end at `stop` end one of the first lines, but for a town or a year."""
    line = next(((begins, ends) for begins, ends in _lines(text) if begins <= start < ends), None)
    if line is None:
        return False
    if _LEADS.search(text, line[0], start) is None or _ENDS.match(text, stop, line[1]) is None:
        return False
    return not (tells_of_person(text, start) or _PARTY.search(text, line[0], start))


def tells_of_person(text: str, start: int) -> bool:
    """Whether a body that begins at `start` is but where somebody serves whom the line tells before it.

    >>> tells_of_person("Ана Колева, експерт в ОУ „Х“", 22), tells_of_person("Директор на ОУ „Х“", 12)
    (True, False)
    """
    floor = max(line_start(text, start), start - _LONGEST_PERSON)
    return _OF_PERSON.search(text, floor, start) is not None


def tells_of_head(text: str, start: int) -> bool:
    """Whether a headline tells of whoever leads the body that begins at `start`: so it is no page of that body.

    >>> text = "Среща с началника на РУ Х"
    >>> tells_of_head(text, 21), tells_of_head("Началникът на РУ Х", 14)
    (True, False)
    """
    return _MET.search(text, max(line_start(text, start), start - _MOST_MET), start) is not None


def general_words(text: str) -> list[str]:
    """The nouns with an article in the first lines: `Читалището`."""
    return [it.group() for start, stop in _lines(text) for it in _WORD.finditer(text, start, stop)]


def is_one(bodies: Sequence[Candidate]) -> bool:
    """Whether these are mentions of one body, however its name is spaced and its dashes are printed."""
    return len({_SIGNS.sub("", lower(it.value or "")) for it in bodies}) == 1


def writes(text: str, before: str, stop: int, ends: int) -> bool:
    """Whether the words before a body say that it writes (`Заседание на`, `Възложител:`), or it speaks to the readers.

    >>> text = "Поради ремонт Община Х уведомява гражданите"
    >>> writes(text, "Поради ремонт", 22, len(text)), writes(text, "Писмо до", 22, len(text))
    (True, False)
    """
    if before.endswith(_WRITES_END) and _WRITES.search(before[-_WRITER:]):
        return True
    return _SAYS.match(text, stop, ends) is not None and not _PREPOSITION.search(before)


def has_parts(text: str, stop: int, ends: int) -> bool:
    """Whether behind a body its line goes on as the name of a page does, or as a court that sits."""
    return (
        any(it.match(text, stop, ends) for it in (_PARTS, _OF_PAGE, _CONTACTS)) or _SITS.match(text, stop) is not None
    )


def is_told(text: str, stop: int, ends: int) -> bool:
    """Whether behind a body that begins its line it is told what it is or does: `е първата в града`, `уведомява`."""
    return any(it.match(text, stop, ends) for it in (_IS_TOLD, _SAYS))


def is_of_press(text: str, start: int) -> bool:
    """Whether the words of a line before a body that begins at `start` say that its press office wrote the page.

    >>> is_of_press("Пресцентър на ОДМВР", 14), is_of_press("съобщи от пресцентъра на ОДМВР", 25)
    (True, False)
    """
    if not text.endswith(_PRESS_ENDS, 0, start):
        return False
    before = text[max(line_start(text, start), start - _PRESS_BEFORE) : start]
    return holds(before, _OF_PRESS) and _PRESS.search(before) is not None
