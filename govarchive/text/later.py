"""Expressions that are compiled at their first use.

The longest take more time at every start than a small task does that never asks them: `normalise phone` reads no hours.

>>> lines = Later(r"[a-z]+ (?= [0-9] )", re.VERBOSE)
>>> lines.match("ab12"), lines.search("12ab"), [it.start() for it in lines.finditer("a1 b2")]
(<re.Match object; span=(0, 2), match='ab'>, None, [0, 3])
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_Look = Callable[..., re.Match[str] | None]


class Later:
    """What is asked of a `re.Pattern`; each verb is that of the compiled one from its first use on."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @cached_property
    def match(self) -> _Look:
        """As of a `re.Pattern`, and so the verbs below."""
        return self._compiled.match

    @cached_property
    def search(self) -> _Look:
        """Anywhere."""
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> _Look:
        """The whole text."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All of them."""
        return self._compiled.finditer
