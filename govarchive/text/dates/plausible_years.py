r"""Whether what reads like a year, years, a decade or a century is one where it stands.

The checks take what stands before, what is printed, what stands after, and the reading, all in lower case.

>>> text = "\n1954 - нова сграда\n1963 г. - тържество\nстая 1954"
>>> is_among_years(text, 1, 5), is_among_years(text, 46, 50)
(True, False)
"""

import re
from itertools import pairwise

from govarchive.text.calendar import ABOUT
from govarchive.text.dates.points import DIGITS, Reading
from govarchive.text.dates.yearly import heads_figures, is_in_row_of_years

_YEAR_LEAD = re.compile(
    r"""
    (?<![а-я]) (?: от | до | за | към | след | преди | края[ ]на | началото[ ]на | средата[ ]на | бюджет
      | избори | сезон | отчети? | доклади? | прием | план | коледа | великден
      # what the sections of a site and events of every year are called
      | протоколи | решения | заповеди | договори | декларации | наредби | обяви | търгове | конкурси | сесии
      | заседания | поръчки | новини | събития | кампания(?:та)? | фестивал | турнир | купа | награди | олимпиад[аи]
      | събор | преброяване | стратегия | график | бюлетин | ваканция
      | такси | цени | данъци | класиране | резултати | победители | лауреати | отличници | първенци | олимпийци
      | випуск | година(?:та)? | календар(?:ът)? | архив | програма(?:та)? ) (?: [ ]{1,4} | [ ]-[ ] ) \Z
    """,
    re.VERBOSE,
)
# по кампания 2019 започва
_CALLED = re.compile(r"(?<![а-я])(?:избори|сезон|кампания(?:та)?|преброяване)[ ]\Z")
_YEARS_BEFORE = re.compile(r"(?<![0-9.,])(?:[12][0-9]{3},){1,6}\Z")
_YEARS_LEAD = re.compile(r"(?<![а-я])(?:за|през|от)[ ](?:[12][0-9]{3}(?:,[ ]?|[ ]и[ ])){1,4}\Z")
_DURING = re.compile(r"(?<![а-я]) през [ ] (?: цялата [ ] | периода [ ] )? \Z", re.VERBOSE)
# © 2016, Copyright 2017; (р. 1974, род. 1974; but р. is a river or a page, too
_SINCE = re.compile(
    r"(?: © | \(c\) | copyright )[ ]?(?:©[ ]?|\(c\)[ ]?)?\Z | (?: [(,][ ]?р | (?<![а-я])род )\.[ ]?\Z", re.VERBOSE
)
# в Будапеща (1983); награда „Икар“ 2016)
_BRACKETED = re.compile(r"[а-я\"] (?: [ ]?\( | (?<=\")[ ] ) \Z", re.VERBOSE)
# жители (1950), места в зала „Арена“ (1900): what is counted
_OF_COUNT = re.compile(
    r"""(?<![а-я]) (?: бро[йя] | бройка | сум[аи] | стойност | цена | тираж | капацитет | площ | население | жители
      | души | места | код(?:ът|а)? | номер | зал[аи] | участници | ученици | деца
      | точки ) (?![а-я]) [^\n.;,0-9]{0,24} \Z""",
    re.VERBOSE,
)
_OF_COUNT_REACH = 40
_CENTURIES = ("18", "19", "20")
# (ок. 1830, построена около 1890; but about 1500 people
_SINCE_ABOUT = re.compile(
    rf"""
    (?: \( (?: р\.[ ] )?
      | (?<![а-я]) (?: роден | основан | построен | изграден | издигнат | създаден | възникнал | датира )
      [а-я]{{0,3}}[ ] (?: [а-я]{{1,5}}[ ] )? )
    {ABOUT} \Z
    """,
    re.VERBOSE,
)
OVER = re.compile(
    r"""[ ]?
    (?: [.,;:)!?"\n\t] | (?: и | до | на | в | във | с | е | са | по | се | ще | г | насам ) (?![а-я]) | \Z )""",
    re.VERBOSE,
)
# До 1948 дружината се издържа: what is counted has no article behind its number
_DEFINITE = re.compile(r"[ ][а-я]{3,20}(?:ът|ят|та|то|те)(?![а-я])")
UNIT = re.compile(
    r"""[ ]? (?: лв | лева | евро | души | броя | бр\. | кв\. | ч\.?(?![а-я]) | час | % | м(?![а-я]) | км | кг
      | хил | млн | дка )""",
    re.VERBOSE,
)
_YEAR_LIST = re.compile(
    r"(?: [,;][ ]? [12][0-9]{3} ){0,9} [ ]? (?: и | - | [,;] | до ) [ ]? [12][0-9]{3} [ ]? г", re.VERBOSE
)
# 2019 - досега, от 2019 до момента, (2019 - )
_STILL = re.compile(r"[ ]?-?[ ]?до(?:сега|[ ](?:сега|днес|момента))(?![а-я])|[ ]?-[ ]?\)")
_COUNTED = re.compile(r"[ ](?:дни|дена|часа|минути|процента|на[ ]сто|души|места|държави|страни|деца|лева)(?![а-я])")
HANGS_ON = re.compile(r"[0-9а-я][-/]\Z | №[ ]?\Z", re.VERBOSE)
_SCHOOL = re.compile(r"(?: учебна(?:та)? | сезон | мандат | випуск | набор ) [ ]? [(/]? [ ]? \Z", re.VERBOSE)

_HYPHENATED = re.compile(r"[0-9а-я]-\Z")
_WHOLE_YEARS = re.compile(r"[0-9]{4}[^0-9]+[0-9]{4}")
# Балканската война 1912-13: years that follow each other, of other centuries
_NEXT_YEAR, _PAST = re.compile(r"(?<=[а-я][ ])\Z|\(\Z"), re.compile(r"1[89][0-9]{2}-[0-9]{2}")
# 20 века are two thousand years
_COUNTED_CENTURIES = re.compile(r"[0-9]{1,2}[ ]века")
_OUR_ERA = re.compile(r"[ ]?(?:сл(?:ед|\.)[ ]?(?:хр|н\.)|от[ ](?:н\.|новата))")
_OF_CENTURY = re.compile(r"(?<![а-я])(?:края|началото|средата|половина|през)(?:[ ]на)?[ ]\Z")
_SHORT_CENTURY = re.compile(r"(?: [^0-9 ]{2,6} | [0-9]{1,2}[ ]?-?[ ]?[а-я]{1,2} ) [ ] в\.", re.VERBOSE)
# A line of a chronicle, told by another near it: `1954 - нова сграда`.
_LINE_LEAD = re.compile(r"(?:\A|\n)[ ]?(?:[•*-][ ]?)?(?:от[ ])?\Z")
_ENTRY = re.compile(r"(?: [ ]-[ ]? | -[ ] | [ ]?:[ ]? ) [^0-9\s]", re.VERBOSE)
_OTHER_ENTRY = re.compile(r"\n[ ]?(?:[•*-][ ]?)?(?:1[89]|20)[0-9]{2}(?![0-9])[ ]?(?:г|[-:,])")
# Years behind each other head the lines: `1976 - 1992 Първо училище`, `1992 Второ училище`.
_WORDS_BEHIND = re.compile(r"[ ]{1,4}[^\W\d]{2}|[ ]?[-.]{1,3}[ ][^\W\d]{2}")
_WORD_BEHIND = re.compile(r"[ ]\(?[^\W\d]")
_RANGE_ENTRY = re.compile(
    r"(?:\n|\A)[ ]?(?:[•*-][ ]?)?(?:1[89]|20)[0-9]{2}[ ]?-[ ]?(?:1[89]|20)[0-9]{2}(?:[ ]?г\.)?"
    r"(?:[ ]{1,4}|[ ]?[-.]{1,3}[ ])[^\W\d]"
)
# A column of years before or behind another: `1967   Захари`, `Илия   1922-23` below `Иван   1919 - 1922`.
_CELL_BEHIND = re.compile(r"(?:[ ]{2,12}|[ ]?\t)(?!(?:с|гр)\.)[^\W\d]{2}")
_COLUMN = re.compile(rf"(?:\n|\A)[ ]?(?P<year>(?:1[89]|20)[0-9]{{2}}){_CELL_BEHIND.pattern}")
_CELL_BEFORE, _ENDS_LINE = re.compile(r"(?:[ ]{2}|\t)\Z"), re.compile(r"[ ]{0,3}(?:\n|\Z)")
_RANGE_ENDS = re.compile(r"(?:[ ]{2}|\t)(?:1[89]|20)[0-9]{2}[ ]?-[ ]?(?:1[89]|20)[0-9]{2}[ ]{0,3}(?:\n|\Z)")
_NEAR_ENTRY = 500
_FEW = 2
# The heads of columns, `2007  2008  2009`, and of what is told from its surroundings at once.
_ROW = re.compile(r"(?<![0-9./-]) (?: (?:19|20)[0-9]{2} [ \t|]{1,30} ){2,9} (?:19|20)[0-9]{2} (?![0-9./-])", re.VERBOSE)
_ROW_AROUND = 120
# Издателство "Луча", 1980; the line of a title page: Враца, 2016
_IMPRINT = re.compile(
    r"""(?: " | (?: (?:\A|[\n(])[ ]? | ",[ ] ) (?:гр\.[ ]?)? [а-я]{4,16} (?:[ ][а-я]{4,16})? | \b[свп]\. ) ,[ ] \Z""",
    re.VERBOSE,
)
_IMPRINT_ENDS = re.compile(r"[ ]{0,3} (?: [\n)] | ,[ ](?:ръкопис|изд) | \Z | [.;] (?![0-9]) )", re.VERBOSE)
_TOLD_AFTER = re.compile(
    r",[ ]?(?:с|стр)\.[ ]?[0-9] | (?<=,[ ][0-9]{4}) ,[ ](?:№|бр\.|кн\.)[ ]?[0-9] | [ ]архив(?![а-я])", re.VERBOSE
)


def has_year_word(printed: str) -> bool:
    """Whether `г.` or the ending of an ordinal stands behind it."""
    return printed.rstrip(". ").endswith(("г", "год", "година", "години", "та", "ра", "ма", "ва", "-а"))


def is_listed(before: str, ends: str, after: str) -> bool:
    """Whether a year that `ends` so is glued by commas to others of a list: `2018,2019,2020 г.`."""
    if before.endswith(",") and not _YEARS_BEFORE.search(before):
        return False
    return _YEAR_LIST.match(after) is not None or has_year_word(ends)


_OF_YEAR_BEFORE = re.compile(r"[12][0-9]{3}[ ]?г(?:\.|од\.|одина)?[ ]?-[ ]\Z")
"""`1887 г. - 1234, 1900 г. - 1345`: how many there were, as a later year would have made an interval."""


def year(before: str, printed: str, after: str, it: Reading) -> bool:
    """A year without its month."""
    if before[-1:] in "№-" and not _HYPHENATED.search(before):
        return False
    if has_year_word(printed) or "/" in it.value:
        return True
    if UNIT.match(after) or before.endswith("№") or _OF_YEAR_BEFORE.search(before):
        return False
    if _YEAR_LIST.match(after) or _STILL.match(after) or _DURING.search(before):
        return True
    if _SINCE_ABOUT.search(before) or _SINCE.search(before):
        return True
    if after[:1] == ")" and printed.startswith(_CENTURIES) and _ends_bracket(before):
        return True
    if _CALLED.search(before) and after[:1] == " " and after[1:2].isalpha():
        return True
    led = _YEAR_LEAD.search(before) or _YEARS_LEAD.search(before)
    return led is not None and _ends(printed, after)


def _ends(printed: str, after: str) -> bool:
    """Whether what stands behind a year counts nothing by it: the end of it all, a mark, a noun with its article."""
    return OVER.match(after) is not None or (printed.startswith(_CENTURIES) and _DEFINITE.match(after) is not None)


def _ends_bracket(before: str) -> bool:
    """Whether what ends a bracket is told of somebody or something, and is no count: `в Будапеща (1983)`."""
    return _BRACKETED.search(before) is not None and _OF_COUNT.search(before[-_OF_COUNT_REACH:].rstrip(' ("')) is None


def years(before: str, printed: str, after: str, it: Reading) -> bool:
    """Two years: a school year, a mandate, an interval."""
    if HANGS_ON.search(before):
        return False
    if after[:1] in "-/" and after[1:2] in DIGITS:
        return False
    whole = _WHOLE_YEARS.match(printed) is not None
    if whole or has_year_word(printed) or after.startswith((" учебна", " уч.")) or _SCHOOL.search(before) is not None:
        return True
    if after[:1] == ")" and before.endswith("(") and printed.startswith(_CENTURIES) and _ends_bracket(before):
        return True
    following = int(it.value[5:]) - int(it.value[:4]) == 1
    return bool(following and _PAST.fullmatch(printed) and _NEXT_YEAR.search(before) and OVER.match(after))


def decade(before: str, printed: str, after: str, it: Reading) -> bool:
    """`90-те`."""
    if _COUNTED.match(after):
        return False
    return (
        len(printed.rstrip("те- ")) >= 4
        or "год" in printed
        or "век" in printed
        or _DURING.search(before) is not None
        or _OF_CENTURY.search(before) is not None
    )


def century(before: str, printed: str, after: str, it: Reading) -> bool:
    """`XIX в.`, `19 век`."""
    if _COUNTED_CENTURIES.fullmatch(printed):
        return _OF_CENTURY.search(before) is not None
    return (
        "век" in printed
        or "столет" in printed
        or _OUR_ERA.match(after) is not None
        or _SHORT_CENTURY.fullmatch(printed) is not None
    )


def early_year(before: str, printed: str, after: str, it: Reading) -> bool:
    """A year before 1000."""
    return _DURING.search(before) is not None


def is_among_years(text: str, start: int, stop: int) -> bool:
    """Whether a bare year heads a line of a chronicle or a column, stands in a path of pages, is that of a book."""
    before = text[max(0, start - 8) : start]
    if before.endswith("№ "):
        return False
    if before.endswith(", ") and _IMPRINT_ENDS.match(text, stop) and _IMPRINT.search(text, max(0, start - 40), start):
        return True
    if _TOLD_AFTER.match(text, stop) or (before.endswith("> ") and text.startswith(" >", stop)):
        return True
    if text[start : start + 2] in _CENTURIES and _LINE_LEAD.search(before):
        if _CELL_BEHIND.match(text, stop) and _is_in_column(text, start, stop):
            return True
        another = _OTHER_ENTRY if _ENTRY.match(text, stop) else _RANGE_ENTRY if _WORD_BEHIND.match(text, stop) else None
        if another:
            near = max(0, start - _NEAR_ENTRY), stop + _NEAR_ENTRY
            return bool(another.search(text, near[0], start - 1) or another.search(text, stop, near[1]))
        if heads_figures(text, start, stop):
            return True
    cell = text[stop : stop + 1] in " \t|\n"
    return cell and (_is_in_row(text, start, stop) or is_in_row_of_years(text, start))


def is_among_ranges(text: str, start: int, stop: int) -> bool:
    """Whether years head a line of a chronicle, as others near it do: `1905-12 Рендов` below `1899 - 1905 Загорски`."""
    if not text.startswith(_CENTURIES, start):
        return False
    before = text[max(0, start - 8) : start]
    if _LINE_LEAD.search(before) and _WORDS_BEHIND.match(text, stop):
        another = _RANGE_ENTRY
    elif _CELL_BEFORE.search(before) and _ENDS_LINE.match(text, stop):
        another = _RANGE_ENDS
    else:
        return False
    near = max(0, start - _NEAR_ENTRY), stop + _NEAR_ENTRY
    return bool(another.search(text, near[0], start - 1) or another.search(text, stop, near[1]))


def _is_in_column(text: str, start: int, stop: int) -> bool:
    """Whether two years more head lines near by, all in order: postcodes of a list are in none."""
    near = _COLUMN.finditer(text, max(0, start - _NEAR_ENTRY), stop + _NEAR_ENTRY)
    years = [int(it["year"]) for it in near]
    return len(years) > _FEW and years in (sorted(years), sorted(years, reverse=True)) and years[0] != years[-1]


def _is_in_row(text: str, start: int, stop: int) -> bool:
    for row in _ROW.finditer(text, max(0, start - _ROW_AROUND), stop + _ROW_AROUND):
        if row.start() <= start < row.end():
            found = [int(year) for year in re.findall("[0-9]{4}", row.group())]
            return {later - earlier for earlier, later in pairwise(found)} in ({1}, {-1})
    return False
