"""The words around telephone numbers: what names them, what says fax, what tells that a number is something else."""

import re
from bisect import bisect, bisect_left
from functools import lru_cache
from typing import NamedTuple

from govarchive.text.glance import lowered

REACH = 160
"""How far before a number, in characters, its label may stand."""

LABEL = re.compile(
    r"""
    (?<![^\W_])                                          # not the end of a word: председател
    (?:
      (?: тел (?: ефон (?: и | а | ен | ът )? )? \.? | т\.? ) [ ]? (?: [/,\\+-] | и[ ] )? [ ]?
          (?: факс (?: ът | а | ове )? | ф ) (?![^\W_])   # тел./факс, тел.факс, т/ф
    | теле?факс (?: ът | а | ове )?
    | факс (?: ът | а | ове | у )? (?: \s номер (?: а )? )?
    | (?: гореща | дежурна | денонощна | зелена | телефонна | горещата | телефонната ) \s
          (?: телефонна \s )? линия (?: та )?
    | (?: гореща | денонощна ) \s телефонна \s линия
    | тел (?: ефон (?: ът | а | и | ите | ен | на | ни | ния | ният | ната | ните )? )?
          (?: \s номера? )?
    | тлф | телеф
    | [gг] [.\s]? \s? [sс] [.\s]? \s? [mм] | джиесем
    | моб (?: илен | илни | ил | илния | илният )?
    | централ (?: а | ата | и | ен )
    | (?: tele )? phones? | tel | (?: tele )? fax | mobile | mob | cell | viber | whats\s?app | вайбър
    )
    (?![^\W_])
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A tree by first letter, behind anything but a letter.
_HINT = re.compile(
    r"""
    [^а-яa-zѝё] (?: т (?: ел | лф | /ф | \./?ф ) | ф акс | г (?: см | \.с ) | м об | ц ентрал | л ини | д жи | в айб
      | g (?: sm | \.s ) | phone | tel | fax | mob | viber | whats | cell )
    """,
    re.VERBOSE,
)

_FAX = re.compile(r"\s*(?:теле?)?факс|(?:tele)?fax", re.IGNORECASE)
_WEAK = re.compile(r"централ|.*лини|cell|viber|what|вайб", re.IGNORECASE)

_STOP = re.compile(
    r"""
    № | \b(?: IBAN | BIC | ЕИК | БУЛСТАТ | ЕГН | ISBN | ISSN | ДДС | URL | e-?mail | код | кодове | п\.\s?к | пощенск\w+
      | ул | бул | пл | жк | бл | вх | ет | етаж | стая | стаи | кабинет | каб | чл | ал | чрез | сметка | сума | размер
      | стойност | година | период | брой | часа | дата | разговор\w* | апарат\w* | услуг\w+ | канал\w*
      | председател | сайт | поща | www | адрес )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUE_WORDS = frozenset(
    "и или до вътр вътрешен вн доп в ext тел м мтел виваком vivacom mtel telenor теленор yettel".split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")
_SENTENCE = re.compile(r"[а-я]{3}[.!?]\s+[А-Я]")
_LEADING = re.compile(r"[\s.:;,*|•\"'()\[\]<>=/+-]*")
_PURPOSE = re.compile(r"[.,]?\s(?:за|на|в|към|with|for)\s[^\n.;]{2,60}", re.IGNORECASE)

AFTER_FAX = re.compile(
    r"""
    \s? \( \s? факс \s? \)                                  # 812 346 (факс)
    | \s?-?\s? факс (?! [^\W_] ) \.? (?= \s*(?: [\n\t;,)] | $ ) )   # 812 346 - факс
    """,
    re.IGNORECASE | re.VERBOSE,
)
AFTER_PHONE = re.compile(r"\s?\(?\s?тел(?:ефон)?\.?\s?(?:[/и]\s?факс\s?)?\)", re.IGNORECASE)

UNIT = re.compile(
    r"""
    \s? (?: % | € | ° | [$] )
    | \s? (?: лв | лева | евро | eur | bgn | дка | кв | м2 | м² | куб | ха | г | год | години | година | ч | час | часа
          | мин | бр | броя | души | км | кг | mw | mhz | мвт | мегавата | ст | млн | хил | хиляди | тона | стр | см
          | мм | ет | етаж | стая | т ) (?![^\W_])
    """,
    re.IGNORECASE | re.VERBOSE,
)
OTHER_BEFORE = re.compile(
    r"""
    (?:
      № \s?                                                # any number
    | (?: № | no\.? | nr\.? | \# ) [^0-9\n]{0,14}          # № РД -
    | \b [А-ЯA-Z]{1,5} [-/.]                              # РД-02-15-1842
    | \b [А-ЯA-Z]{1,2} \s (?: [-/] \s )?                  # РД 07 00 417, РД - 02 - 15
    | \b [A-Z]{4} \s?                                      # a group of an IBAN
    | \b(?i: вх | изх | рег | инв | код | кодове | еик | булстат | isbn | issn | сметк\w+ | партид\w+ | дел[ао]
        | заповед | решение | протокол | договор | сертификат | лиценз
        | разрешение | удостоверение | идентификатор\w* | имот\w*
        | фактура | уин | преписка | акт | аоп | поръчка | егн | лнч | екатте | брой | бр | чл | ал | ппи
        | (?<! национален\ ) (?<! платен\ ) номер
        | п\.?\s?к | зип | каталожен | сер | серия | досие | id | версия )
        \b [.:]? \s? (?: № | номер | с )? [\s:.-]{0,3}
    | [$€] \s?
    )\Z
    """,
    re.VERBOSE,
)
EMERGENCY_BEFORE = re.compile(
    r"""
    (?:
      (?: обад | звън | позвън | сигнал | повик ) [^0-9.\n]{0,40} \b на \s     # обадете се на 112
    | спешн\w* \s (?: повикв | номер | телефон ) \w* [^0-9.\n]{0,20}
    | европейск\w+ \s (?: спешен \s )? номер [^0-9.\n]{0,30}
    | (?: спешна | бърза ) (?: \s медицинска )? \s помощ \s? [-:(,]? \s?
    | (?: пожарна | полиция ) (?: та )? \s? [-:(] \s?
    )\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
WORD_AFTER = re.compile(r"\s(?!или|и\b|за|при|се|на)[а-я]{3,}")
"""A word after three digits that makes them a count: `112 души`."""
EMERGENCY = re.compile(r"спешн|помощ|пожарн|полици", re.IGNORECASE)
HELPLINE_BEFORE = re.compile(
    r"""
    (?: сигнал | деца | дете | насилие | изчезнал | пострадал | жертв | помощ | линия ) [^0-9.;\n]{0,40} [ ]?[:-][ ]? \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
CODE_BEFORE = re.compile(
    r"""
    \b код (?:ът|а)? [ :]{1,2} (?: за [ ] (?: междуселищно [ ] )? избиране )? [ :-]{0,3}
    0 (?P<code>[1-9][0-9]{0,4}) [ ]?[)/]? [ ]?[:,;-]? [ ]{0,2} \Z      # /код 0749/: 8-21-16
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SERVICES = {"first": "150", "police": "166", "fire": "160"}
_SERVICE_NAMES = r"""(?: (?P<first> помощ | цсн?мп ) | (?P<police> полиция(?:та)? | мвр )
  | (?P<fire> пожарна(?:та)? (?:[ ](?:служба|команда|безопасност))? | (?:рс)?пбзн ) ) (?![^\W_])"""
_SERVICE = re.compile(rf"{_SERVICE_NAMES} [ \t]?[-:(,]?[ \t]? \Z", re.IGNORECASE | re.VERBOSE)
_SERVICE_AFTER = re.compile(rf"[ \t]?-?[ ]? [^0-9.;\n]{{0,20}}? \b {_SERVICE_NAMES}", re.IGNORECASE | re.VERBOSE)
_WEB = ("@", "://", "www.", "?", "=")
_GOES_ON = re.compile(r"[@_A-Za-z] | [.:][0-9] | ,[0-9]{1,3}(?![0-9])", re.VERBOSE)
_POSTCODE = re.compile(r"[ ](?:гр\.|с\.|[А-Я][а-я])")
_DATED = re.compile(r"\s?/\s?[0-9]{1,2}\.")


class Label(NamedTuple):
    """What names a number: whether it says fax, and how close it binds (2 directly, 1 in a phrase, 0 loosely)."""

    fax: bool
    close: int


@lru_cache(maxsize=4)
def hints(text: str) -> tuple[int, ...]:
    """Where in a text a word begins like one that names a telephone, in rising order; kept for the last few texts.

    >>> hints("председател, тел. и факс")
    (13, 20)
    """
    return tuple(match.start() for match in _HINT.finditer(" " + lowered(text)))


def governing(text: str, start: int) -> Label | None:
    """The label a number at `start` stands under, also as a later number of its list; None for none."""
    known = _governed(text)
    if start not in known:
        known[start] = _governing(text, start)
    return known[start]


@lru_cache(maxsize=4)
def _governed(text: str) -> dict[int, Label | None]:
    """The labels already looked for in a text: each is asked for by the scan and again for the details."""
    return {}


def _governing(text: str, start: int) -> Label | None:
    first = max(0, start - REACH)
    known = hints(text)
    near = known[bisect_left(known, first) : bisect(known, start)]
    # A label is at most three words; the hint may be its last.
    labels = list(LABEL.finditer(text, max(first, near[0] - 22), min(start, near[-1] + 30))) if near else []
    gap = text[labels[-1].end() : start] if labels else "\n"
    if "\n" in gap and "\t" in text and (heading := _column(text, start)):
        return heading
    return _label(labels[-1].group(), gap) if labels else None


def _label(word: str, gap: str) -> Label | None:
    close = _list_closeness(gap) if _DIGIT.search(gap) else _closeness(gap)
    if close is None:
        return None
    if close == 2 and _WEAK.match(word) and ":" not in gap and "-" not in gap:
        close = 0
    return Label(_FAX.match(word) is not None, close)


def _closeness(gap: str) -> int | None:
    """How close a gap without digits binds; None when it holds another subject."""
    if _LEADING.fullmatch(gap):
        return 2 if gap.count("\n") <= 4 else None
    if len(gap) > 90 or _STOP.search(gap) or _SENTENCE.search(gap) or "\t" in gap:
        return None
    if "\n" in gap:
        return 1 if re.fullmatch(r"[^\n]*:?\s*\n\W*[^\n:]{0,20}:?\s*", gap) and ":" in gap else None
    return 1 if gap.rstrip()[-1:] in ":-" or _PURPOSE.match(gap) else 0


def _list_closeness(gap: str) -> int | None:
    """The same for a gap with earlier numbers of a list: nothing but numbers and the words that join them."""
    if any(word.lower() not in _GLUE_WORDS for word in _LETTERS.findall(gap)) or "№" in gap or "\t" in gap:
        return None
    first = _DIGIT.search(gap)
    breaks = gap.count("\n", first.start() if first else 0)
    stacked = "\n" in gap[: first.start()] if first else False
    return None if breaks and not stacked and not re.search(r"[,;]\s*\n", gap) else 1


def _column(text: str, start: int) -> Label | None:
    """The heading of the number's column, where it is a cell of a table whose heading names telephones."""
    rows, headings = _tables(text)
    row = text.rfind("\n", 0, start) + 1
    at = bisect(rows, row) - 1
    return headings[at].get(text.count("\t", row, start)) if at >= 0 and rows[at] == row else None


@lru_cache(maxsize=4)
def _tables(text: str) -> tuple[list[int], list[dict[int, Label]]]:
    """The starts of the lines with cells, and for each the labels its columns stand under; kept for the last texts."""
    rows: list[int] = []
    headings: list[dict[int, Label]] = []
    at, current = 0, dict[int, Label]()
    for line in text.split("\n"):
        if "\t" in line:
            if bisect(hints(text), at + len(line)) > bisect_left(hints(text), at):
                current = current | _named_cells(line)
            rows.append(at)
            headings.append(current)
        else:
            current = {}
        at += len(line) + 1
    return rows, headings


def _named_cells(line: str) -> dict[int, Label]:
    """The labels among the cells of a line, by column: short cells without digits."""
    cells = enumerate(line.split("\t"))
    short = ((column, LABEL.search(cell)) for column, cell in cells if len(cell) <= 40 and not _DIGIT.search(cell))
    return {column: Label(_FAX.match(named.group()) is not None, 1) for column, named in short if named}


def names_code(text: str, start: int) -> re.Match[str] | None:
    """The area code named by that word right before `start`: `/код 0749/: `."""
    around = text[max(0, start - 45) : start]
    return CODE_BEFORE.search(around) if "код" in around.lower() else None


def is_of_service(text: str, start: int, stop: int) -> bool:
    """Whether digits are the old short number of the service named right before, or after them where they begin a line.

    >>> text = "Бърза помощ 150, Пожарна 160, стая 150"
    >>> is_of_service(text, 12, 15), is_of_service(text, 25, 28), is_of_service(text, 35, 38)
    (True, True, False)
    """
    begins = text[start - 1 : start] in ("", "\n", "\t")
    match = _SERVICE_AFTER.match(text, stop) if begins else None
    if match is None and not WORD_AFTER.match(text, stop):
        match = _SERVICE.search(text, max(0, start - 34), start)
    return match is not None and _SERVICES[match.lastgroup or ""] == text[start:stop]


def in_word(text: str, start: int) -> bool:
    """Whether digits are part of a word, a decimal number, an address of the web or an e-mail.

    >>> in_word("mail056@abv.bg", 4), in_word("тел.056", 4)
    (True, False)
    """
    before = text[start - 1 : start]
    if before in ("_", "@", "=", "&", "#") or (before.isascii() and before.isalpha() and before != "O"):
        return True
    if before in (".", ",", ":") and text[start - 2 : start - 1].isdigit():
        return True
    around = text[max(0, start - 100) : start]
    if not ("@" in around or "?" in around or "=" in around or "://" in around or "www." in around):
        return False
    token = (" " + around).replace("\n", " ").replace("\t", " ").rpartition(" ")[2]
    return any(mark in token for mark in _WEB)


def goes_on(text: str, stop: int) -> bool:
    """Whether the digits go on as numbers do not: with a letter, an e-mail, a decimal.

    >>> goes_on("12,50 лв.", 2), goes_on("60110,60111", 5)
    (True, False)
    """
    return _GOES_ON.match(text, stop) is not None


def ends(text: str, stop: int, size: int = 0) -> bool:
    """Whether nothing after digits without a code says that they are a sum, a date or (`size` 4) a postcode.

    >>> ends("112 лв.", 3), ends("112, 150", 3)
    (False, True)
    """
    if goes_on(text, stop) or UNIT.match(text, stop) or _DATED.match(text, stop):
        return False
    return not (size == 4 and _POSTCODE.match(text, stop))
