"""What stands around hours: whether it makes them somebody's working time, or those of one event."""

import re
from itertools import islice

from govarchive.kinds import _hours_shapes as shapes
from govarchive.text.calendar import MONTH
from govarchive.text.hours.open_days import DAYS
from govarchive.text.hours.opening import Statement
from govarchive.text.later import Later
from govarchive.text.layout import column_head, lines_above

OFF_JOINT = re.compile(r"[ ]?(?:[,(][ ]?(?:с(?:ъс)?[ ]|и[ ])?|[ ]с(?:ъс)?[ ])", re.VERBOSE)
"""What joins days off to the hours before them."""
_TIME_NAMED = r"""(?:
    (?:работно|приемно)(?:то)?[ ]време | \bраб\.[ ]?вр(?:\.|еме) | \bр\.[ ]?вр\. | офис[ ]часове
  | (?:working|opening|office|reception)[ ](?:hours|time)
)"""
NAMED = re.compile(rf"{_TIME_NAMED} [ ]?:?[ ]{{0,2}}\Z", re.VERBOSE)
"""`Работно време:`, right before the hours."""
# `работно време около 8 - 10 часа` tells how long, `се работи денонощно` how hard.
_ABOUT = re.compile(r"(?:около|най-малко|поне|средно|максимум|общо)[ ]\Z")
_OTHER_DAYS = Later(
    rf"""{OFF_JOINT.pattern}
    (?: почивен[ ]ден | почивни[ ]дни | затворено
      | {DAYS} [ ]?[:-]?[ ]? (?: почив | затворено | (?:от[ ])?[0-9]{{1,2}}(?:[.:][0-9]{{2}} | [ ]?(?:ч|-|до)) ) )""",
    re.VERBOSE,
)
WORK = Later(
    r"""
    работно | приемно | режим[ ]на[ ]работа | прием(?=[ :\n\t]|\Z|ни|ен|на|ът) | \bработ(?:и|ят) | работим | отворен
      | приемат?[ ]?: | приемат?[ ](?=граждан|посетител|потребител|клиент|пациент|документ|заявл)
      | каса(?:та)?\b | касов | обслужва | посещени | посетител | консултаци
      | (?:лятно|зимно|летен|зимен)[ ](?:време|сезон)
      | гореща[ ]линия | сигнали | деловодств | центъра?т?[ ]за | на[ ]разположение | записване | в[ ]часовете
      | дежурств | дежурен[ ]лекар | \b(?:лято|зима)(?:то|та)?(?:[ ]?[:-]|[ ]\Z) | канцелари | диспечер
      | лаборатори | регистратура | вземане[ ]на[ ] | подават[ ]се | се[ ]подават | се[ ]приемат
      | раздава | абонамент | \bгише(?:то|та)?\b | целогодишно | \bраб\. | \bр\.[ ]?вр | офис[ ]часове | свиждан
      | получаване[ ]на | прегледи | \bцао\b | working | \bhours\b | hotline | signals | \bopen\b | \bvisit
    """,
    re.VERBOSE,
)
"""Words of working time."""
OPEN_ALWAYS = re.compile(r"(?:спеш[а-я]{2,4}[ ][а-я]{5,12}|аптека|охрана|портал|диспечер)[ ]?[-:(,][ ]?\Z")
"""What is open day and night though no word says so."""
ALWAYS = {
    "24": re.compile(
        r"24/7 | 24[ ] (?: часа(?=[ ](?:в|на)[ ]денонощие|[ ]?[.,;\n]|[ ]?\Z) | ч\.(?=[ ]в[ ]денонощието) )", re.VERBOSE
    ),
    "стоп": re.compile(r"нон(?<![а-я]нон)[ -]?стоп(?![а-я])"),
    "stop": re.compile(r"non(?<![a-z]non)[ -]?stop(?![a-z])"),
}
"""Each begins with letters of its own, as one for all would be tried at every character; by what a page must hold."""
_EVERY_DAY_SAID = r"(?: всеки[ ]ден | без[ ]почивен[ ]ден | 7[ ]дни[ ]в[ ]седмицата | понеделник[ ]?-[ ]?неделя )"
ALWAYS_SAID = Later(
    rf"""
    (?: {_EVERY_DAY_SAID} [ ]?[,:-]?[ ] )? (?: денонощно | 24/7 | 24[ ](?:часа|ч\.)(?:[ ]в[ ]денонощието)?
      | нон[ -]?стоп | non[ -]?stop ) (?: ,?[ ]{_EVERY_DAY_SAID} )?
    """,
    re.VERBOSE,
)
"""All that a value may say that is `24/7`."""
_DATED = Later(
    rf"""(?: (?<![а-яa-z]) {MONTH} | г\. | год\. | (?<!всяка[ ])година | [0-9][./][0-9]{{1,2}} (?:[./][0-9]{{2,4}})? \.?
      | [ ](?:19|20)[0-9]{{2}} )
    [ ]? [,(/-]? [ ]? (?:в(?:ъв)?[ ])? \Z""",
    re.VERBOSE,
)
# `от 1 октомври до 31 май - от 10 до 17 ч.`: a season of the working time.
_SEASON = Later(
    rf"""(?: (?:[0-9]{{1,2}}[ ])? {MONTH} [ ] (?:-|до) [ ] (?:[0-9]{{1,2}}[ ])? {MONTH}
      | [0-9]{{2}}\.[0-9]{{2}}\.? [ ]? (?:-|до) [ ]? [0-9]{{2}}\.[0-9]{{2}}\.? ) \)? [ ]?[:,-]?[ ]? \Z""",
    re.VERBOSE,
)
# `от 7 до 20 ч. на 11 ноември`: one day.
_ON_A_DAY = Later(rf"[ ]?,? [ ] на [ ] [0-9]{{1,2}} (?: [ ]{MONTH} | \.[01]?[0-9]\. )", re.VERBOSE)
# `Библиотека „Зора“: 8:30 - 12:00; 13:00 - 17:00`: a name that nothing but its hours follows.
_PLACE = re.compile(
    r"""
    [ -]{0,3} (?: (?:[а-я-]{3,20}[ ]){0,2} (?: библиотека | читалище | музей | галерия | аптека | архив | поща
      | магазин ) | администрация | кметство | читалня | пощенска[ ]станция | информационен[ ]център
      | канцелария ) (?![а-я])
    [^\n0-9.:;]{0,40} [ ]?[:-]?[ ] \Z
    """,
    re.VERBOSE,
)
_PLACE_ENDS = re.compile(r"[ ]?(?:[,;(/|]|\.?[ ]?(?:\n|\Z))")
LINE_ENDS = re.compile(r"[ .;]{0,9}(?:\n|\Z)")
"""Nothing more in the line."""
_ENDS = re.compile(
    r"""[ .;,|)/-]{0,9}
    (?: (?: без[ ] (?: обедна[ ] )? (?: почивка | прекъсване ) | в[ ]почивните[ ]дни ) [ .;,|]{0,9} )?
    (?:[\n\t]|\Z)""",
    re.VERBOSE,
)
_NO_HOURS = Later(
    r"""
    # but: the office works without a break from 8 to 18
    (?: (?<! работи[ ] | време:[ ] ) (?<! работят[ ] ) (?<! време[ ] ) без[ ]прекъсване
      | почивка(?:та)? | санитарен[ ]час )[ ]? [:,-]? [ \n]? (?:е[ ])? \Z
    # с обедна почивка 30 минути в интервала, с технологични почивки\nот 11 до 11.15 ч. и\n
  | (?<! без[ ] ) (?: почивка(?:та)?[ ](?!ден|дни) | почивки(?:те)? ) [^\n;]{0,70} (?: (?<=почивки) \n [^\n;]{0,30} )?
    (?: (?<=[ ]и)\n )? \Z
    """,
    re.VERBOSE,
)
_IS_BREAK = re.compile(r"[ ](?:има|е)[ ](?:санитар|обед|почив)")
# `На 14 юни 2016 г. лекарят ще приема деца от 15 до 17 ч.`: one day, told where the sentence begins.
_DAY_FIRST = Later(rf"\W*на[ ][0-9]{{1,2}} (?: [ ]{MONTH} | \.[01]?[0-9]\. )", re.VERBOSE)
_SENTENCE_END = re.compile(r"(?<=[а-я]{3}[.!?])[ ]")
# `Работно време` as a heading: the lines below it are those of whoever keeps it.
_HEADING = Later(
    rf"""{_TIME_NAMED} | режим[ ]на[ ]работа | график[ ](?:за|на)[ ](?:прием|работа|раздаване|обслужване)
      | приемни[ ](?:часове|дни) | (?:ред|час(?:ове)?)[ ]за[ ]свиждан""",
    re.VERBOSE,
)
# … уведомяваме, че работното време на звената ще е както следва:
_INTRODUCED = re.compile(rf"{_TIME_NAMED} [^\n.;:]{{0,60}} : [ ]*\Z", re.VERBOSE)
_LONG = re.compile(rf"[^\n]{{0,9}} {_TIME_NAMED} [^\n.;:]{{0,9}}", re.VERBOSE)
_TIME = re.compile("[0-9][.:,][0-9]{2}")
# `Понеделник 14:00 - 16:00 ч. Дискусия`: what happens then, but for words of the hours themselves.
_HAPPENS = re.compile(
    r"""[ ]{1,3} (?! без|обед|почив|прекъс|неработ|затвор|стая|кабинет|телефон|през|само|след|вход|вкл
      | понедел|вторн|сряда|четвърт|петък|събот|недел )
    [а-я]{4,}""",
    re.VERBOSE,
)
_SECTION = 800
_LONGEST = 160
_LONG_SENTENCE = 300
_LESSONS = re.compile(
    r"(?<![а-я]) (?: (?:[0-9]{1,2}|[ivxі]{1,4})[. ]{1,2}час | междучаси | клас(?![а-я]) | урок | занимани | занят )",
    re.VERBOSE,
)
_EVENT = re.compile(
    r"""\b(?: ще[ ]се | се[ ]проведе | провежда | заседа | събрание | търг | конкурс | среща | изпит | прекъсван
      | спиране | спир[ат] | автобус | влак | тръгва | пристига | паркира | движение | шум | излъчва
      | предаване(?![ ]на) )""",
    re.VERBOSE,
)


# `Няма прием от понеделник до сряда, 9-12 ч.`, `без четвъртък, 9-12 ч.`; `сезона (15.05 - 15.09)` are days.
_DENIED = re.compile(
    r"""(?<![а-я]) (?: (?: (?:няма|без|не[ ]се)[ ](?:прием[а]?|работи)[а-я ]{0,20} | без | освен ) [ ](?:в[ ]|през[ ])?
      | (?:сезон|период|кампани|лятн|зимн)[а-я]{0,3}[ ]?\( ) \Z""",
    re.VERBOSE,
)


def is_denied(low: str, start: int) -> bool:
    """Whether the words before hours say that nobody is there on these days, or that these are days.

    >>> is_denied("няма прием в сряда, 9-12 ч.", 13), is_denied("прием в сряда, 9-12 ч.", 8)
    (True, False)
    """
    return _DENIED.search(low, max(0, start - 40), start) is not None


def is_working_time(low: str, start: int, it: Statement) -> bool:
    line = max(start - 100, low.rfind("\n", max(0, start - 100), start) + 1)
    before, lead, above = low[line:start], max(line, start - 30), max(0, start - 160)
    if _ABOUT.search(low, lead, start) or _is_of_a_day(low, line, start, it):
        return False
    first = not before.strip(" -\t:")
    if first and it.days and _HAPPENS.match(low, it.stop):
        return bool(WORK.search(low, above, start))
    if it.days and (first or it.value[2:3] in "-[," or shapes.is_each(low, before, start)):
        return first or bool(WORK.search(low, above, start)) or (shapes.is_week(low, it) and not _EVENT.search(before))
    if NAMED.search(low, lead, start) or shapes.is_scheduled(low, before, start, it):
        return True
    exact = it.exact or shapes.is_row_of_day(low, it)
    if not exact or (not it.days and (_is_break(low, start, it) or _begins_with_day(low, start))):
        return False
    if (
        WORK.search(low, line, start)
        or _names_time(low, line, start)
        or _is_of_a_place(low, line, start, it)
        or shapes.is_day_of_work(low, line, start, it)
        or (_OTHER_DAYS.match(low, it.stop) and not _EVENT.search(before))
    ):
        return True
    if _ends_line_of_section(low, line, start, it):
        return True
    alone = first and LINE_ENDS.match(low, it.stop) and not _is_below_lesson(low, line)
    apart = it.days or _SEASON.search(low, max(line, start - 60), start) or alone
    return bool(apart) and not _EVENT.search(before) and _is_headed(low, above, start, before)


def _is_headed(low: str, above: int, start: int, before: str) -> bool:
    """Whether words of working time stand near above hours, or at the head of their column."""
    return bool(WORK.search(low, above, start) or ("\t" in before and WORK.search(column_head(low, start))))


def _is_break(low: str, start: int, it: Statement) -> bool:
    """Whether hours are a break in those of somebody, by the words before or behind them."""
    return _NO_HOURS.search(low, max(0, start - 110), start) is not None or _IS_BREAK.match(low, it.stop) is not None


def _begins_with_day(low: str, start: int) -> bool:
    """Whether the sentence of some hours begins with a date."""
    said = low[max(0, start - _LONG_SENTENCE) : start].rpartition("\n")[2]
    return _DAY_FIRST.match(_SENTENCE_END.split(said)[-1]) is not None


def _ends_line_of_section(low: str, line: int, start: int, it: Statement) -> bool:
    """Whether hours end a short line below such a heading: `Работно време`, then `Ясла 6.30 - 18.30 ч`."""
    if line and low[line - 1] != "\n":
        return False
    said = low[line:start]
    if not _ENDS.match(low, it.stop) or "\t" in said or _EVENT.search(said) or _LESSONS.search(said):
        return False
    for first, last in islice(lines_above(low, line), 24):
        if line - first > 2 * _SECTION or _LESSONS.search(low, first, last):
            return False
        if last - first > _LONGEST or line - first > _SECTION:
            if _INTRODUCED.search(low, max(first, last - _LONGEST), last):
                return True
            continue
        if _HEADING.search(low, first, last):
            return _TIME.search(low, first, last) is None
    return False


def _is_below_lesson(low: str, line: int) -> bool:
    """Whether the line above is `2 час`, whose time the hours are."""
    above = next(
        ((first, last) for first, last in islice(lines_above(low, line), 4) if low[first:last].strip()), (0, 0)
    )
    return _LESSONS.search(low, *above) is not None


def _names_time(low: str, line: int, start: int) -> bool:
    """Whether a long sentence begins with the words: `2. Приемно време на лодкарите ... от 9 до 17 ч`."""
    return start - line == 100 and _LONG.match(low, low.rfind("\n", max(0, start - 300), start) + 1) is not None


def _is_of_a_place(low: str, line: int, start: int, it: Statement) -> bool:
    """Whether the hours, from the morning past noon, are all that a line says of a library or another such place."""
    begins, ends = it.value[-11 - 12 * it.value.count(",") :][:5], it.value[-5:]
    at_noon = not it.days and begins < "12:00" < ends
    return at_noon and bool(_PLACE.match(low[line:start]) and _PLACE_ENDS.match(low, it.stop))


def _is_of_a_day(low: str, line: int, start: int, it: Statement) -> bool:
    """Whether a date before or after the hours makes them those of one event."""
    if it.value[2:3] not in ("-", ",", "[") and _ON_A_DAY.match(low, it.stop):
        return True
    dated = _DATED.search(low, max(line, start - 30), start)
    return bool(dated) and not (_SEASON.search(low, max(line, start - 60), start) or WORK.search(low, line, start))


def is_in_table(low: str, at: int) -> bool:
    """Whether two cells are the start and end of working time, and no timetable."""
    above = max(0, at - 300)
    return low.find("от\tдо", above, at) >= 0 or WORK.search(low, above, at) is not None
