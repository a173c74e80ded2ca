"""Seasons: the lines that say in which part of the year the hours below them are kept.

They name the season, tell its days, or both: `Лятно работно време (1 юли – 15 септември)`, `април – октомври`.
"""

import re
from collections.abc import Sequence

from govarchive.link.label_words import EDGE, LETTER
from govarchive.model import Candidate
from govarchive.text.layout import line_stop, words_above

_MARKS = f"{EDGE})"
# From one day or month to another: `XXXX-04/XXXX-10`.
_SPAN = re.compile("-[0-9]{2}/")
# What leads from the name of a season to its days: `Летен сезон - от 1 април до 30 септември`.
_LEAD = re.compile(r"(?:(?:^|[ (/])(?:от|през|за|в[ ]периода|месец(?:ите)?|м\.?))+[ ]*\Z", re.IGNORECASE)
_REST = re.compile(r"[ ]*(?:г\.|год\.|вкл\.|включително)?[ ):/.,-]*")
_NAMED = re.compile(r"(?:през[ ])?(?:лят|летн|зим|есен|пролет|актив|учеб|ваканци)\w*|[^\n]*\bсезон", re.IGNORECASE)
_LONGEST = 60


def season_over(text: str, start: int, held: Sequence[Candidate]) -> str | None:
    """The words before the days of a season in the line that begins at `start` and holds the records `held`.

    In a line of days alone the season that the line above names, else the days as printed. None where they are no span
    of a year, where more is told behind them, and for days in figures alone.
    """
    days, stop = held[0], line_stop(text, start)
    told = len(held) == 1 and days.kind == "date" and _SPAN.search(days.value or "")
    if not told or not _REST.fullmatch(text, days.stop, stop):
        return None
    words = _LEAD.sub("", text[start : days.start].rstrip(_MARKS)).strip(_MARKS)
    if words:
        return words if len(words) <= _LONGEST else None
    above = text[slice(*words_above(text, start, marks=_MARKS))].strip(_MARKS)
    if len(above) <= _LONGEST and _NAMED.match(above):
        return above
    printed = text[start:stop].strip(_MARKS)
    return printed if LETTER.search(printed) else None
