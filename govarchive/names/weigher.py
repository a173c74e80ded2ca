"""What the groups of features weigh: remembered from page to page, and summed up for each word of one."""

from collections import defaultdict
from functools import lru_cache
from operator import add

from govarchive.names.features import EDGE, STEPS, Mark, across, of_neighbour, of_word, on_page, shape
from govarchive.names.sights import Sights
from govarchive.names.tagger import Tagger, shipped
from govarchive.text.remembered import Remembered


class Weigher:
    """The weights of groups of features, packed and remembered."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self._beside = _by_step(tagger)
        self.word = Remembered(self._word, most=16384)
        self.across = Remembered[tuple[str, str, int], int](lambda it: tagger.weigh(across(*it)), most=16384)
        self.mark = Remembered(self._mark, most=16384)
        self.on_page = Remembered[int, int](lambda bits: tagger.weigh(on_page(bits)), most=16384)

    def _word(self, word: str) -> tuple[int, ...]:
        """What a word weighs for itself, and for those it stands beside, in the order of `STEPS`; empty for an edge.

        Two more for those right beside: with the space between them, which nearly always stands there.
        """
        beside = [0] * len(STEPS)
        for name in of_neighbour(word):
            if name in self._beside:
                beside = list(map(add, beside, self._beside[name]))
        own, form = (self.tagger.weigh(of_word(word)), shape(word)) if word else (0, EDGE.shape)
        spaced = (beside[STEPS.index(step)] + self.across[" ", form, step] for step in (-1, 1))
        return own, *beside, *spaced

    def _mark(self, mark: Mark) -> tuple[int, int, int]:
        """What a mark weighs for its word, for the one behind, and for the one before."""
        weigh = self.tagger.weigh
        return weigh(mark.features), weigh((f"-1:{mark.beside}",)), weigh((f"1:{mark.beside}",))


def _by_step(tagger: Tagger) -> dict[str, list[int]]:
    """What each feature of a neighbour weighs, by where the neighbour stands."""
    found: dict[str, list[int]] = defaultdict(lambda: [0] * len(STEPS))
    for place, step in enumerate(STEPS):
        start = f"{step}:"
        for name, weight in tagger.weights.items():
            if name.startswith(start):
                found[name.removeprefix(start)][place] = weight
    return dict(found)


@lru_cache(maxsize=1)
def shipped_weigher() -> Weigher:
    """The model of this package, and what was remembered of its weights."""
    return Weigher(shipped())


class Totals:
    """What all features of a word weigh together, on one page."""

    def __init__(self, sights: Sights, weigher: Weigher) -> None:
        self._gaps, self._seen = sights.gaps, sights.seen
        self._across, self._on_page, self._known = weigher.across, weigher.on_page, sights.known
        self._words = list(map(weigher.word.__getitem__, (*sights.words, "", "")))
        self._marked: dict[int, int] = defaultdict(int)
        for at, marks in sights.marks.items():
            for here, behind, before in map(weigher.mark.__getitem__, marks):
                self._marked[at] += here
                self._marked[at + 1] += behind
                self._marked[at - 1] += before

    def of(self, at: int) -> int:
        """The packed sum of a word."""
        words, gaps, root = self._words, self._gaps, self._seen[at].root
        before, behind = words[at - 1], words[at + 1]
        total = words[at][0] + words[at - 2][1] + words[at + 2][4]
        total += before[5] if gaps[at] == " " else before[2] + self._beside(at, -1)
        total += behind[6] if gaps[at + 1] == " " else behind[3] + self._beside(at, 1)
        if at in self._marked:
            total += self._marked[at]
        return total + self._on_page[self._known[root]] if root else total

    def _beside(self, at: int, step: int) -> int:
        """What a gap weighs that is no space, and the shape of the word across it."""
        return self._across[self._gaps[max(at, at + step)], self._seen[at + step].shape, step]
