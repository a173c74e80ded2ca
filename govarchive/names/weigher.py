"""What the groups of features weigh: remembered from page to page, and summed up for each word of one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from govarchive.names.features import EDGE, STANDING, STEPS, Mark, across, of_neighbour, of_word, on_page, seen
from govarchive.names.sights import Sights
from govarchive.names.tagger import Tagger, against_none, shipped
from govarchive.text.remembered import Remembered

_NOTHING = (0,) * len(STEPS)
_BEFORE, _BEHIND = map(STEPS.index, (-1, 1))


class Weigher:
    """The weights of groups of features, packed and remembered."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self._by_step = _by_step(tagger)
        self.own = Remembered[str, int](lambda word: tagger.weigh(of_word(word)), most=16384)
        self.beside = Remembered(self._beside, most=16384)
        self.across = Remembered[tuple[str, str, int], int](lambda it: tagger.weigh(across(*it)), most=16384)
        self.mark = Remembered(self._mark, most=16384)
        self.on_page = Remembered(self._on_page, most=16384)
        self._shown = Remembered(self._of_bits, most=4096)
        self._bit = Remembered[int, int](lambda bit: tagger.weigh(on_page(bit)), most=16384)

    def _beside(self, word: str) -> tuple[int, ...]:
        """What a word weighs for those it stands beside, in the order of `STEPS`; empty for an edge.

        Two more for those right beside: with the space between them, which nearly always stands there.
        """
        known = [*map(self._by_step.__getitem__, filter(self._by_step.__contains__, of_neighbour(word))), _NOTHING]
        beside = list(map(sum, zip(*known, strict=True)))
        form = seen[word].shape if word else EDGE.shape
        before, behind = self.across[" ", form, -1], self.across[" ", form, 1]
        return *beside, beside[_BEFORE] + before, beside[_BEHIND] + behind

    def _on_page(self, bits: int) -> int:
        """What the page weighs by what it shows of a word: pages rarely show the same, but often the same of a part."""
        return self._shown[bits & STANDING] + self._shown[bits & ~STANDING]

    def _of_bits(self, bits: int) -> int:
        """The same for some of its bits, one after another."""
        total = 0
        while bits:
            total += self._bit[bits & -bits]
            bits &= bits - 1
        return total

    def _mark(self, mark: Mark) -> tuple[int, int, int]:
        """What a mark weighs for its word, for the one behind, and for the one before."""
        weigh = self.tagger.weigh
        return weigh(mark.features), weigh((f"-1:{mark.beside}",)), weigh((f"1:{mark.beside}",))


def _by_step(tagger: Tagger) -> dict[str, Sequence[int]]:
    """What each feature of a neighbour weighs, by where the neighbour stands, against none."""
    found: dict[str, list[int]] = defaultdict(lambda: [0] * len(STEPS))
    places = {str(step): place for place, step in enumerate(STEPS)}
    for name, weight in tagger.weights.items():
        step, _, told = name.partition(":")
        if step in places:
            found[told][places[step]] = against_none(weight)
    return dict(found)


@lru_cache(maxsize=1)
def shipped_weigher() -> Weigher:
    """The model of this package, and what was remembered of its weights."""
    return Weigher(shipped())


def _marked(marks: Mapping[int, Sequence[Mark]], weights: Mapping[Mark, tuple[int, int, int]]) -> Mapping[int, int]:
    """What the marks of a page weigh for the words they are of, and for those beside these, by the words' places."""
    found: dict[int, int] = defaultdict(int)
    for at, those in marks.items():
        for it in those:
            own, behind, before = weights[it]
            found[at] += own
            if it.beside:
                found[at + 1] += behind
                found[at - 1] += before
    return found


class Totals:
    """What all features of a word weigh together, on one page: of few words of a page that is asked."""

    def __init__(self, sights: Sights, weigher: Weigher) -> None:
        self._words, self._gaps, self._seen = (*sights.words, "", ""), sights.gaps, sights.seen
        self._known, self._marked = sights.known, _marked(sights.marks, weigher.mark)
        self._own, self._beside = weigher.own, weigher.beside
        self._across, self._on_page = weigher.across, weigher.on_page

    def of(self, at: int) -> int:
        """The packed sum of a word."""
        words, gaps, weights, root = self._words, self._gaps, self._beside, self._seen[at].root
        before, behind = weights[words[at - 1]], weights[words[at + 1]]
        total = self._own[words[at]] + weights[words[at - 2]][0] + weights[words[at + 2]][3]
        total += before[4] if gaps[at] == " " else before[1] + self._across[gaps[at], self._seen[at - 1].shape, -1]
        gap = gaps[at + 1]
        total += behind[5] if gap == " " else behind[2] + self._across[gap, self._seen[at + 1].shape, 1]
        if at in self._marked:
            total += self._marked[at]
        return total + self._on_page[self._known[root]] if root else total
