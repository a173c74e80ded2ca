"""Measures: what a sum is for each of, in a line of its own between the service and the price.

>>> is_measure("линеен м."), is_measure("кв.м/месец"), is_measure("Зала „Роза“")
(True, True, False)
"""

import re
from functools import cached_property

from govarchive.link.headings import as_heading
from govarchive.link.label_words import EDGE, LETTER
from govarchive.link.labels.cards import Cards
from govarchive.model import Candidate
from govarchive.text.layout import line_start, words_above

_MEASURE = re.compile(
    r"""(?:(?:за|на|в|лв\.?)[ /]{1,2})? (?:[0-9]{1,4}[ ]?)?
    (?: (?: час(?:а|ове)? | ч | мин(?:ута|ути)? | ден(?:онощие)? | дни | нощувка | месец(?:а)? | год(?:ина|\.)?
        | бр(?:ой|оя|\.)? | стр(?:аница|\.)? | лист(?:а)? | копие | екземпляр | формат[ ][АA][0-5] | кадър | опаковка
        | (?:кв|куб|л|лин(?:еен)?)\.?[ ]?м(?:етър)? | м[23²³]? | дка | декара? | хектара? | км | кг | тона? | литъра?
        | курс(?:а)? | м/ч | м/см | маш(?:\.|инен)?[ ]?час | машиносмяна | място | човек | посещение | услуга )
      (?![а-я]) [ .]* (?:[/-][ ]?|\Z) )++ \Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _FEWEST, _MOST_BLANKS, _MOST_MARKS = 24, 3, 3, 4, 8


def is_measure(words: str) -> bool:
    """Whether words say for how much a sum is, and no more."""
    return _MEASURE.match(words) is not None


class Measures(Cards):
    """One page with its values, and the services that measures part from their prices."""

    def over_measure(self, number: int, line: int) -> str | None:
        """The service over the measure over a sum that begins its line.

        Words that are in no list are a measure where they stand so on most rows of the page.
        """
        it = self.kept[number]
        found = self._over_small(line) if it.kind == "money" and self._begins(it, line) else None
        if found is None or not (is_measure(found[1]) or self._rows >= _FEWEST):
            return None
        return found[0]

    @cached_property
    def _rows(self) -> int:
        """How many sums of the page begin their lines, with few small words above and a service over these."""
        lines = ((it, line_start(self.text, it.start)) for it in self.kept if it.kind == "money")
        return sum(self._begins(it, line) and self._over_small(line) is not None for it, line in lines)

    def _begins(self, it: Candidate, line: int) -> bool:
        return it.start - line <= _MOST_MARKS and not self.text[line : it.start].strip(EDGE)

    def _over_small(self, line: int) -> tuple[str, str] | None:
        """The line above the one above, if that has but a few small words, and these."""
        start, stop = words_above(self.text, line, _MOST_BLANKS)
        words = self.text[start:stop].strip()
        few = 0 < len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS and not words[0].isupper()
        if not few or self.within(start, stop):
            return None
        first, last = words_above(self.text, start, _MOST_BLANKS)
        held = self.within(first, last)
        head = self.text[first:last].strip(" |")
        if any(it.kind == "money" for it in held) or not LETTER.search(head) or head.endswith(":"):
            return None
        service = as_heading(head, held)
        return (service, words) if service and not service[0].islower() else None
