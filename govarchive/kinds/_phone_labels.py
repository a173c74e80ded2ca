"""The words that name a telephone number: `тел.`, `Факс:`, the heading of a column, `код 0749`."""

import re
from bisect import bisect
from functools import lru_cache
from typing import NamedTuple

from govarchive.text.glance import lowered
from govarchive.text.successors import replaced_before

REACH = 160
"""How far before a number, in characters, its label may stand."""

_NAMES = r"""
    (?:
      (?: тел (?: ефон (?: и | а | ен | ът )? )? \.? | т\.? ) [ ]? (?: [/,\\+-] | и[ ] )? [ ]?
          (?: факс (?: ът | а | ове )? | ф (?:-к?с)? ) (?![^\W_])   # тел./факс, т/ф, т/ф-с
    | (?: tel (?: ephone )? | phone ) s? \.? [ ]? (?: [/,\\+&-] | and[ ] ) [ ]? fax     # Tel./fax
    | теле?факс (?: ът | а | ове )?
    | факс [ ]? (?: [/,\\+-] | и[ ] ) [ ]? тел (?: ефон )? (?![^\W_])                 # факс/тел.
    | факс (?: ът | а | ове | у )? (?: \s номер (?: а )? )?
    | (?: гореща | дежурна | денонощна | зелена | телефонна | горещата | телефонната ) \s
          (?: телефонна \s )? линия (?: та )?
    | (?: гореща | денонощна ) \s телефонна \s линия
    | ф-к?с | фкс
    | тел (?: ефон (?: ът | а | и | ите | ен | на | ни | ния | ният | ната | ните )? )?
          (?: \s номера? )?
    | тлф | телеф
    | [gг] [.\s]? \s? [sс] [.\s]? \s? [mм] | джиесем
    | моб (?: илен | илни | ил | илния | илният )?
    | централ (?: а | ата | и | ен )
    | (?<! \. ) (?<! \.[ ] ) [тфf] (?= [.:]{1,2} [ ]? (?: [0-9(+] | \Z ) | \Z )  # ф. 66 12 78; a search may end there
    | (?: tele )? phones? | tel | (?: tele )? fax | mobile | mob | cell | viber | whats\s?app | вайбър
    )
    (?![^\W_])
"""
LABEL = re.compile(
    rf"(?<![^\W_]) {_NAMES}",  # not the end of a word: председател
    re.IGNORECASE | re.VERBOSE,
)
# The same in lower case, behind anything but a word, which is found many times faster.
_NAME = re.compile(rf"[^а-яa-zѝё0-9] (?=[вгдзмтфцcfgmptvw]) {_NAMES}", re.VERBOSE)

_FAX = re.compile(r"(?:теле?)?факс(?![ ]?(?:[/,\\+-]|и[ ])[ ]?тел)|ф-?к?с|(?:tele)?fax")
_WEAK = re.compile(r"централ|.*лини|cell|viber|what|вайб")
# One letter is short for a telephone behind a mark and before a number; `т.` is also a point of an act and a ton, `ф.`
# a fond.
_CALL = re.compile(
    r"""
      т [.:]{1,2} [ ]? (?: \(?0[2-9] | [2-9] (?:[ -]?[0-9]){4,6} (?! [ ]?[0-9] | [^\n]{0,3}[ ]от[ ] ) )
    | [фf] [.:]{1,2} [ ]?+ (?! [0-9]{1,5} [а-я]? ,? [ ] (?: оп | а\.[ ]?е | л ) \. )
    """,
    re.VERBOSE,
)
_OF_ACT = re.compile(
    r"(?<![а-я])(?:чл|ал|пар|бук|§|точк|раздел|прил|закон|кодекс|наредб|правилн|решени|заповед|протокол|договор|дневн"
    r"|добив|реколт|тегл|капацитет|количеств|тонаж)"
)
_SET_APART = re.compile(r"(?:\A|[,;:(|/\t-])[ ]{0,2}\Z")
_BEFORE_POINT = 80
_BINDS = re.compile(r"[:-]|\.\.|…")
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
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_SENTENCE = re.compile(r"[а-я]{3}[.!?]\s+[А-Я]")
_LEADING = re.compile(r"[\s.…:;,*|•\"'()\[\]<>=/+-]*(?:№[\s.:]*)?")
_PURPOSE = re.compile(r"[.,]?\s(?:за|на|в|към|with|for)\s[^\n.;]{2,60}", re.IGNORECASE)
_PHRASE = re.compile(r"[^\n]*:?\s*\n\W*[^\n:]{0,20}:?\s*")
_STACKED = re.compile(r"[,;]\s*\n")
# `812 346 - факс` names the number before it, and not the one in the next line.
_BEHIND = re.compile(r"[0-9][ ]?[-(/][ ]?\Z")
_NOTE = 5
_AFTER = re.compile(
    r"""
    \s? (?: \( \s? (?P<fax> факс | ф\.? ) \s? \) | / \s? (?P<slashed> факс | ф\.? ) \s? / )    # 812 346 (факс), /ф./
    | [ \t]?-?[ ]? (?P<fax_last> факс ) (?! [^\W_] ) \.? (?= \s*(?: [\n\t;,)] | $ ) )   # 812 346 - факс
    | \s? \(? \s? тел (?:ефон)? \.? \s? (?: [/и] \s? факс \s? )? \)                 # 812 346 (тел.)
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Label(NamedTuple):
    """What names a number: whether it says fax, and how close it binds (2 directly, 1 in a phrase, 0 loosely)."""

    fax: bool
    close: int


def binds(label: Label, size: int, listed: bool) -> bool:
    """Whether a label binds closely enough for a local number of that size.

    With four digits it may be a year or a count, but for a fax `listed` near another: `тел. 09123/2041; ф. 2060`.
    """
    return label.close == 2 or (label.close == 1 and (size > 4 or (label.fax and listed)))


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
    # One character stands before the text in lower case; a place before the text counts as its beginning.
    lower = _in_lower_case(text)
    words = list(_NAME.finditer(lower, start - REACH, start + 1))
    while words and words[-1].end() - words[-1].start() == len(" т") and not _is_call(lower, words[-1].start() + 1):
        words.pop()
    word = words[-1] if words else None
    gap = text[word.end() - 1 : start] if word else "\n"
    if "\n" in gap and ((heading := _column(text, start)) or (word and _is_in_row(text, word.end() - 1, start))):
        return heading
    if "\t" in gap and _YEAR.match(text, start):
        return None
    if word and "\n" in gap and _BEHIND.search(text, max(0, word.start() - _NOTE), word.start()):
        return None
    return _label(word.group()[1:], gap) if word else None


def _is_call(lower: str, at: int) -> bool:
    """Whether a letter is short for a telephone or fax there, and not for a point of an act or a fond of an archive.

    >>> _is_call("секретар: б, т. 85-111", 13), _is_call("по чл. 5, ал. 2, т. 85-111", 17)
    (True, False)
    >>> _is_call("ф. 2060", 0), _is_call("ф. 2060, оп. 1", 0)
    (True, False)
    """
    if _CALL.match(lower, at) is None:
        return False
    line = lower[max(lower.rfind("\n", 0, at) + 1, at - _BEFORE_POINT) : at]
    return lower[at] != "т" or (_SET_APART.search(line) is not None and _OF_ACT.search(line) is None)


def _is_in_row(text: str, word: int, start: int) -> bool:
    """Whether digits and a word above them stand in rows of a table: then only its column's heading names them."""
    return holds_tab(text, word) and holds_tab(text, start)


def holds_tab(text: str, at: int) -> bool:
    r"""Whether the line of a place has cells.

    >>> holds_tab("Име\tТелефон\n62000", 0), holds_tab("Име\tТелефон\n62000", 13)
    (True, False)
    """
    stop = text.find("\n", at)
    return "\t" in text[text.rfind("\n", 0, at) + 1 : stop if stop >= 0 else len(text)]


@lru_cache(maxsize=4)
def _in_lower_case(text: str) -> str:
    """The text behind a line end, so that a label that begins it has something before it."""
    return "\n" + lowered(text)


def _label(word: str, gap: str) -> Label | None:
    if _LEADING.fullmatch(gap):
        close = 2 if gap.count("\n") <= 4 else None
    else:
        close = _list_closeness(gap) if _DIGIT.search(gap) else _closeness(gap)
    if close is None:
        return None
    if word == "т":
        return Label(False, 1)
    if word in ("ф", "f"):
        return Label(True, 1)  # a fond of an archive has as many digits as a short local number
    if close == 2 and _WEAK.match(word) and not _BINDS.search(gap):
        close = 0 if gap.strip() else 1
    return Label(_FAX.match(word) is not None, close)


def _closeness(gap: str) -> int | None:
    """How close a gap with words but without digits binds; None when it holds another subject."""
    if len(gap) > 90 or _STOP.search(gap) or _SENTENCE.search(gap) or "\t" in gap:
        return None
    if "\n" in gap:
        return 1 if _PHRASE.fullmatch(gap) and ":" in gap else None
    return 1 if gap.rstrip()[-1:] in ":-" or _PURPOSE.match(gap) else 0


def _list_closeness(gap: str) -> int | None:
    """The same for a gap with earlier numbers of a list: nothing but numbers and the words that join them."""
    if any(word.lower() not in _GLUE_WORDS for word in _LETTERS.findall(gap)) or "№" in gap or "\t" in gap:
        return None
    first = _DIGIT.search(gap)
    breaks = gap.count("\n", first.start() if first else 0)
    stacked = "\n" in gap[: first.start()] if first else False
    return None if breaks and not stacked and not _STACKED.search(gap) else 1


def _column(text: str, start: int) -> Label | None:
    """The heading of the number's column, where it is a cell of a table whose heading names telephones."""
    rows, headings = _tables(text)
    if not rows:
        return None  # told by what is kept of the text: to look for a cell at each number would read it through again
    row = text.rfind("\n", 0, start) + 1
    at = bisect(rows, row) - 1
    return headings[at].get(text.count("\t", row, start)) if at >= 0 and rows[at] == row else None


@lru_cache(maxsize=4)
def _tables(text: str) -> tuple[list[int], list[dict[int, Label]]]:
    """The starts of the lines with cells, and for each the labels its columns stand under; kept for the last texts."""
    lower = _in_lower_case(text)
    rows: list[int] = []
    headings: list[dict[int, Label]] = []
    stop, tab = -1, text.find("\t")
    while tab >= 0:
        start = text.rfind("\n", 0, tab) + 1
        current = headings[-1] if headings and start == stop + 1 else {}
        stop = text.find("\n", tab)
        stop = len(text) if stop < 0 else stop
        if _NAME.search(lower, start, stop + 1):
            current = current | _named_cells(text[start:stop])
        rows.append(start)
        headings.append(current)
        tab = text.find("\t", stop)
    return rows, headings


def _named_cells(line: str) -> dict[int, Label]:
    """The labels among the cells of a line, by column: short cells without digits."""
    cells = enumerate(line.split("\t"))
    short = ((column, LABEL.search(cell)) for column, cell in cells if len(cell) <= 40 and not _DIGIT.search(cell))
    return {column: Label(_FAX.match(named.group().lower()) is not None, 1) for column, named in short if named}


def says_fax(text: str, start: int, stop: int) -> bool:
    """Whether the label before a number, the heading of its column, or a note right after it says fax.

    >>> says_fax("056/812 346 (факс)", 0, 11), says_fax("тел./факс 056/812 346", 10, 21)
    (True, False)
    """
    if note := _AFTER.match(text, stop):
        return note.lastgroup is not None
    label = governing(text, start)
    if label is None and (old := replaced_before(text, start)):
        label = governing(text, old[0])
    return label is not None and label.fax
