"""Whose page it is, as far as labels ask: the whole body that has lines of the page to itself is no label."""

from functools import cached_property

from govarchive.link.labels.bodies import is_body
from govarchive.link.labels.over import Over
from govarchive.model import Candidate

_FEWEST_BODIES = 2
_LONGEST_MARK, _MARKS = 8, ' 0123456789.)("•*-'


class OwnBody(Over):
    """One page with its values, and the bodies that fill or open its lines."""

    def is_of_page(self, body: Candidate) -> bool:
        """Whether a whole body is that of the page: the only one that has lines to itself, or the one at the top."""
        return len(self._bodies_over_lines) < _FEWEST_BODIES or body.value == self._body_at_top

    @cached_property
    def _body_at_top(self) -> str | None:
        """The whole body that fills the first line of the page, and another one below."""
        first = next((it for it in self.kept if is_body(it)), None)
        if first is None or self.text[: first.start].strip() or not self.fills(first):
            return None
        again = any(it.value == first.value and self.fills(it) for it in self.kept if it is not first)
        return first.value if again else None

    @cached_property
    def _bodies_over_lines(self) -> set[str | None]:
        """The whole bodies that have lines to themselves: where there is but one, the page is its own."""
        return {it.value for it in self.kept if is_body(it) and self.fills(it)}

    @cached_property
    def lists_bodies(self) -> bool:
        """Whether lines of the page begin with more than one whole body."""
        bodies = {it.value for it in self.kept if is_body(it) and self.opens_line(it)}
        return len(bodies) >= _FEWEST_BODIES

    def fills(self, it: Candidate) -> bool:
        """Whether no words stand before a record in its line and none behind it, but in brackets."""
        rest = self.text[it.stop : it.stop + _LONGEST_MARK]
        return self.opens_line(it) and rest.lstrip(_MARKS)[:1] in ("", "\n", "(", "/")

    def opens_line(self, it: Candidate) -> bool:
        """Whether no more than a number or a mark stands before a record in its line."""
        before = self.text[max(0, it.start - _LONGEST_MARK) : it.start].rstrip(_MARKS)
        return before[-1:] in ("", "\n")
