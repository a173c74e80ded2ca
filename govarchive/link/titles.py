"""Titles: the body that the first lines of a page are about, where none stands there by itself.

`История на ОУ „Х“, с. У` and `Календар на Община Х` end with it; `Читалището в Х с нова председателка` tells its kind,
and the page names one of that kind.
"""

import re
from collections.abc import Iterator, Sequence

from govarchive.text.layout import line_stop

_MOST_LINES, _LONGEST, _FAR = 4, 140, 600
_WORD = re.compile(r"(?<!\w)[А-Яа-я]{3,}(?:та|то|ът|ят|ТА|ТО|ЪТ|ЯТ)(?!\w)")
# Before the body that ends a title: `История на`, `Италия, `, `Контакти - `.
_LEADS = re.compile(r"(?:[ ](?:на|при|в|във|НА|ПРИ|В|ВЪВ)|[,:|»>/-])[ ]?[\"]?\Z")
# Behind it: the town, the year.
_ENDS = re.compile(
    r"""[ ]*(?:[,(-][ ]?)?(?:(?:гр|с|общ|обл)\.[ ]?|(?:град|село|община)[ ])?
    (?:[А-Я][\w-]+[ ]?){0,3} [ ,-]* (?:(?:за[ ])?[0-9/ -]{4,12}(?:г\.?|год\.?|година)?)? [ )]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.][.!?;]\"?\Z|[а-я]{3,}\.[ ][А-Я]|(?<!\w)(?:е|са|бе|ще|се|че)(?!\w)")


def title_lines(text: str) -> Iterator[tuple[int, int]]:
    """The first lines of a page that are no sentences."""
    start, left = 0, _MOST_LINES
    while left and start < min(len(text), _FAR):
        stop = line_stop(text, start)
        line = text[start:stop].strip()
        if line:
            left -= 1
            if len(line) <= _LONGEST and not _SENTENCE.search(line):
                yield start, stop
        start = stop + 1


def ends_title(text: str, start: int, stop: int, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether words that begin at `start` and end at `stop` end one of these lines, but for a town or a year."""
    line = next(((begins, ends) for begins, ends in lines if begins <= start < ends), None)
    if line is None:
        return False
    return _LEADS.search(text, line[0], start) is not None and _ENDS.match(text, stop, line[1]) is not None


def general_words(text: str, lines: Sequence[tuple[int, int]]) -> list[str]:
    """The nouns with an article in these lines: `Читалището`."""
    return [it.group() for start, stop in lines for it in _WORD.finditer(text, start, stop)]
