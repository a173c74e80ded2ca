"""Personal numbers in what is said of files that nobody has read yet: their paths, and what is wrong with them.

No page tells which of their digits are such a number: those are that pass as one, and those that the words name so.

>>> impersonal("reading лице-5032036030.html"), impersonal("reading 5032036031.html"), impersonal("ЕГН 503203603.htm")
('reading лице-**********.html', 'reading 5032036031.html', 'ЕГН *********.htm')
"""

import re
from collections.abc import Iterator

from govarchive.text.codes.personal_numbers import hide, numbers_of, possible
from govarchive.text.fold import fold

_ALONE = re.compile(r"(?<![0-9])[0-9]{6}[ -]?[0-9]{4}(?![0-9])")


def impersonal(said: str) -> str:
    """The words with a star for each digit of a personal number in them; the length stays."""
    return hide(said, numbers_of(_numbers(fold(said)))) if possible(said) else said


def _numbers(said: str) -> Iterator[str]:
    from govarchive.kinds import egn, lnch

    yield from filter(egn.checks, _ALONE.findall(said))
    yield from (said[it.start : it.stop] for kind in (egn, lnch) for it in kind.find(said))
