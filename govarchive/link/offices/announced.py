"""What announces a board, a council or a commission in a sentence or a line, read from its words alone.

Whose members are told behind it or below it: `Назначавам комисия за търга в състав:`, `Комисията, назначена със Заповед
№ 5, в състав:`, `Читалищното настоятелство е в състав:`, `За членове на Надзорния съвет са избрани`.
"""

import re

from govarchive.kinds.institution import normalise
from govarchive.link.units import BOARDS, HEADED, any_of, articled
from govarchive.text.fold import lower
from govarchive.text.inflect import base_adjective
from govarchive.text.needles import holds

COUNCIL = re.compile(r"общинск(?:и|ия|ият|ите)\sсъвет|(?<![а-я])обс(?![а-я])")
"""A municipal council, in small letters; also that its councillors are told of."""

# The first words of boards that many bodies have, without their endings.
_ORGANS = (
    "управителн контролн надзорн обществен програмн научн експертн училищн читалищн проверителн изпитн етичн "
    "дисциплинарн художествен академичн факултетн педагогическ консултативн адвокатск студентск ученическ църковн "
    "техническ"
).split()
OF_ORGANS = any_of((*_ORGANS, *(base_adjective(f"{it}ия") for it in _ORGANS)))  # also of `Експертен съвет`
"""The alternatives of a pattern for those words, the endings of the others to be added."""

COMPOSED_OF = r",?[ ](?:е[ ])?(?:в[ ](?:следния[ ]|пълен[ ])?състав|както[ ]следва)"
"""What leads from a board to its members: `, в състав`."""

ADJECTIVE = r"[А-Яа-я]+(?:ен|ски|н?ият?|(?:н|ск)(?:а(?:та)?|о(?:то)?))"
"""A word that tells what kind of board it is."""

_MADE = "назначен|определен|избран|сформиран|създаден|учреден|утвърден|конституиран"
_SET_UP = rf"(?:{_MADE})[аио]?[ ]"
# `Избира временна комисия за преброяване на гласовете в състав`
_FOR_ONE_PURPOSE = re.compile(
    rf"""(?P<board>(?<![А-Яа-я])(?:{ADJECTIVE}[ ]){{0,2}}
      (?:{articled(HEADED)}|работна(?:та)?[ ]група)[ ](?:за|по)[ ][^.;:\n]{{5,150}}?)
    (?:,[ ]{_SET_UP}[^;:\n]{{5,200}}?)? {COMPOSED_OF}[ ]?:?$""",
    re.VERBOSE | re.IGNORECASE,
)
_FOR_YEAR = re.compile(r"[ ](?:за|през)[ ](?:учебната|календарната|уч\.)[ ].*")
# Behind the body that begins such a sentence; of any but a court it is told who has set it up.
_SITS = re.compile(rf",[ ](?P<made>{_SET_UP})?[^:;\n]{{3,400}}?{COMPOSED_OF}[ ]?:[ ]*$", re.IGNORECASE)
# Those who meet once, without and with a word for their work, which no participle is: `назначена комисия`.
_PANELS = ("комисия", "жури")
_LEADS, _WITH = ("състав", " с председател"), " с "
_PANEL = re.compile(
    rf"""(?<!\w)(?:(?P<work>(?!{_MADE}|следн|цяла)[а-я]{{3,}}(?:н|ск)(?:а(?:та)?|о(?:то)?))[ ])?
    (?P<noun>комисия(?:та)?|жури(?:то)?)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPOSED = re.compile(
    rf"""{_PANEL.pattern} (?:(?:[ ](?:за|по)[ ]|,)(?:[^.;:\n]|\.(?![ ][А-Я])){{5,350}}?)?
      (?:{COMPOSED_OF}|,?[ ]с[ ](?:председател[а-я]*[ ]|\Z))""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"""(?<!\w)(?:тръжн|конкурсн|временн|оценителн|изпитн|приемателн|помирителн|атестационн|инвентаризационн
      |дисциплинарн|експертн|проверителн)(?:а|ата)[ ]комисия(?:та)?(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_FAR = 3000
_COMMISSION = "комисия"
# `Читалищното настоятелство е в състав:`
_OF_KIND = re.compile(
    rf"(?<![А-Яа-я]){ADJECTIVE}[ ](?:{articled(HEADED)})(?={COMPOSED_OF})", re.VERBOSE | re.IGNORECASE
)
# `от заседание на Обществения съвет`, above those who came.
_SITTING = re.compile(
    rf"""(?:заседание|събрание|сбирка|среща)(?:то|та)?[ ]на[ ]
    (?P<board>(?:{OF_ORGANS})(?:и?я|ата|ото)?[ ](?:{articled(BOARDS)})(?![а-я]))
    (?![ ](?:на|към|при)[ ]\"?(?-i:[А-Я]))""",
    re.VERBOSE | re.IGNORECASE,
)
# A sentence that tells before the names who came into a board: `а в Проверителната комисия влязоха А и Б`.
_CHOSEN = re.compile(
    rf"""(?<!\w)(?i:в(?:ъв)?|за|на)[ ](?:състава[ ]на[ ])?(?:[а-я]+(?:ата|ото|[нв]ия)[ ])?
    (?P<board>(?i:(?:{OF_ORGANS})(?:и?ят?|ата|ото|а|о|и)?[ ](?:{articled(HEADED)})))
    (?:[ ](?:към|при|на|за)[ ][^.:;\n]{{3,60}}?)?
    [ ](?:(?:са|бяха|бе|е|бидоха)(?:[ ](?:пре)?(?:избра|гласува|определе|назначе)н[аио]?)?|влязоха|влизат|влиза|членуват
        |участват|избраха|избрахме)(?=[ :])[ :]*""",
    re.VERBOSE,
)


def for_one_purpose(line: str) -> str | None:
    """The commission for one purpose whose members a line announces.

    >>> for_one_purpose("Назначавам комисия за търга в състав:")
    'комисия за търга'
    """
    told = _FOR_ONE_PURPOSE.search(line) if "състав" in line else None
    return _FOR_YEAR.sub("", normalise(told["board"])) if told else None


def met_in_line(text: str, begins: int, at: int) -> str | None:
    """The commission or jury that a line which begins there tells to be composed of those behind, up to `at`.

    `комисията в състав - председател А` is the one that the page calls by its work above; empty where it does not.
    """
    said = text[begins:at].lower()
    if not (holds(said, _LEADS) or said.endswith(_WITH)) or not holds(said, _PANELS):
        return None
    *_, told = (None, *_COMPOSED.finditer(text, begins, at))
    return (for_one_purpose(told[0]) or _by_work(text, told.start(), told.end())) if told else None


def _by_work(text: str, start: int, stop: int) -> str:
    """The commission or jury that the part `[start, stop)` of a line tells by its work; empty where none is told.

    >>> line = "Днес тръжната комисия в състав"
    >>> _by_work(line, 0, len(line)), _by_work("Жури с ", 0, 7), _by_work("Комисията в състав", 0, 18)
    ('тръжна комисия', 'жури', '')
    """
    told = next(_PANEL.finditer(text, start, stop))
    if told["work"] or not lower(told["noun"]).startswith(_COMMISSION):
        return normalise(lower(told[0]))
    above = [it[0] for it in _OF_WORK.finditer(text, max(0, start - _FAR), start)]
    return normalise(lower(above[-1])) if above else ""


def sits(text: str, start: int, stop: int, *, is_court: bool) -> bool:
    """Whether the rest `[start, stop)` of a line, behind the body that begins it, announces who sits in that.

    >>> said = "Комисията, назначена със Заповед № 5, в състав:"
    >>> sits(said, 9, len(said), is_court=False), sits("Съветът, 5 души:", 7, 16, is_court=False)
    (True, False)
    """
    if text[stop - 1] != ":" or "състав" not in text[max(0, stop - 10) : stop]:
        return False
    told = _SITS.match(text, start, stop)
    return told is not None and (is_court or told["made"] is not None)


def of_kind(line: str) -> str | None:
    """The board by its kind alone whose members a sentence announces, or whose sitting it is.

    >>> of_kind("Читалищното настоятелство е в състав:")
    'Читалищно настоятелство'
    """
    told = _OF_KIND.search(line) if "състав" in line or "следва" in line else None
    if told is None:
        return sitting(line) if "състав" in line else None
    return normalise(told.group()).capitalize()


def sitting(line: str) -> str | None:
    """The board of whose sitting a line tells.

    >>> sitting("Протокол от заседание на Обществения съвет")
    'Обществен съвет'
    """
    found = _SITTING.search(line)
    return normalise(found["board"]).capitalize() if found else None


def chosen(text: str, begins: int, stop: int) -> tuple[str, int] | None:
    """The board of which the last sentence in `[begins, stop)` tells who came into it, and where it has told so.

    >>> chosen("За членове на Надзорния съвет са избрани: ", 0, 42)
    ('Надзорен съвет', 42)
    """
    *_, last = (None, *_CHOSEN.finditer(text, begins, stop))
    return (normalise(last["board"]), last.end()) if last else None
