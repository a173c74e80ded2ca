"""A page while its places are looked for: what is taken, what is found, which names marks have made known.

>>> page = PlacePage("кметът на Голинци каза")
>>> page.text[10 : page.unlisted(10)], page.put(10, 17, "named before"), page.free(10, 17)
('Голинци', True, False)
"""

import re

from govarchive.model import Span
from govarchive.names.bodies.finder import bodies
from govarchive.names.places.doubts import addressed
from govarchive.names.places.village_names import name_at
from govarchive.names.places.words import may_name, printed_forms, village_like
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees
from govarchive.text.words import words

_BETWEEN = re.compile(r"[ ]?,[ ]*\n?|[ ]и[ ]|[ ]?-[ ]?")
_BETWEEN_ENDS = frozenset(" ,-\n")
_FARTHEST = 40
_SPACED_ENDS = frozenset((", ", "и ", "- ", "  "))
# What may stand behind an unlisted name: another capitalised word makes it a person or a title.
_ENDS = re.compile(r"[ ]*(?:[,;.:)(\n\t!?]|$)|[ ]+[а-я(0-9-]")
_WORD_AFTER = re.compile(r"[ ]([а-я]+)")
# The two halves of a divided village: `Горни Воден` and `Долни Воден`.
PAIRED = frozenset(part + ending for part in ("Горн", "Долн") for ending in "оаи")
"""The first words of such names."""


class PlacePage:
    """Where bodies and places stand in a page so far, and the names that marks have made known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = words(text)
        # One byte a character: what is taken already.
        self.taken = bytearray(len(text) + 1)
        for start, stop, *_ in bodies(text):
            self.taken[start:stop] = b"\1" * (stop - start)
        self.spans: list[Span] = []
        self.introduced: dict[str, tuple[str, ...]] = {}

    def free(self, start: int, stop: int) -> bool:
        """Whether nothing is taken of `[start, stop)`."""
        return self.taken.find(1, start, stop) < 0

    def put(self, start: int, stop: int, rule: str) -> bool:
        """Keep a span where nothing is yet; part of an address is taken, but no place of its own."""
        if self.taken.find(1, start, stop) >= 0:
            return False
        self.taken[start:stop] = b"\1" * (stop - start)
        if addressed(self.text, start, stop):
            return False
        self.spans.append(Span(start, stop, rule))
        return True

    def introduce(self, start: int, stop: int) -> None:
        """Keep a name that a mark has told; one in capitals is known in small letters too."""
        name = self.text[start:stop].replace("\n", " ")
        if stop - start < 4 or "." in name:
            return
        forms, low = printed_forms(name)
        for form in forms:
            known = self.introduced.get(form, ())
            if low not in known:
                self.introduced[form] = (*known, low)

    def joined(self, start: int) -> bool:
        """Whether a comma, a dash or `и` is all that parts the name from the place before it."""
        before = self.text[start - 2 : start]
        if before[-1:] not in _BETWEEN_ENDS or (before[-1:] == " " and before not in _SPACED_ENDS):
            return False
        stop = self.taken.rfind(1, start - _FARTHEST if start > _FARTHEST else 0, start) + 1
        return stop > 0 and _BETWEEN.fullmatch(self.text, stop, start) is not None

    def unlisted(self, start: int, leader: bool = False) -> int:
        """Where a name no list knows ends, 0 for another thing; behind the place of a `leader` a person may stand."""
        stop = name_at(self.text, start)
        name = self.text[start:stop].replace("-", " ").split()
        if not name or not self.free(start, stop):
            return 0
        if not _ENDS.match(self.text, stop) and not (leader and village_like(name[-1])):
            return 0
        if len(name) > 1:
            return stop if name[-1].islower() or village_like(name[-1]) or name[0] in PAIRED else 0
        after = _WORD_AFTER.match(self.text, stop)
        adjective = after is not None and not village_like(name[0]) and agrees(lower(name[0]), after[1])
        return stop if stop - start > 3 and may_name(name[0]) and not adjective else 0
