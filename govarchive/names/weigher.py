"""What the groups of features weigh: remembered from page to page, and summed up for each word of one."""

from collections import defaultdict
from functools import lru_cache
from operator import add

from govarchive.names.features import STEPS, Mark, across, of_neighbour, of_word, on_page
from govarchive.names.sights import Sights
from govarchive.names.tagger import Tagger, shipped


class Weigher:
    """The weights of groups of features, packed and remembered."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self._beside = _by_step(tagger)
        remembered = lru_cache(maxsize=16384)
        self.word = remembered(self._word)
        self.across = remembered(lambda gap, shape, step: tagger.weigh(across(gap, shape, step)))
        self.mark = remembered(self._mark)
        self.on_page = remembered(lambda bits: tagger.weigh(on_page(bits)))

    def _word(self, word: str) -> tuple[int, ...]:
        """What a word weighs for itself, and for those it stands beside, in the order of `STEPS`; empty for an edge."""
        beside = [0] * len(STEPS)
        for name in of_neighbour(word):
            if name in self._beside:
                beside = list(map(add, beside, self._beside[name]))
        return self.tagger.weigh(of_word(word)) if word else 0, *beside

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
        self._across = weigher.across
        self._words = list(map(weigher.word, (*sights.words, "", "")))
        self._known = {root: weigher.on_page(bits) for root, bits in sights.known.items()}
        self._marked: dict[int, int] = defaultdict(int)
        for at, marks in sights.marks.items():
            for here, behind, before in map(weigher.mark, marks):
                self._marked[at] += here
                self._marked[at + 1] += behind
                self._marked[at - 1] += before

    def of(self, at: int) -> int:
        """The packed sum of a word."""
        words, seen, gaps, across = self._words, self._seen, self._gaps, self._across
        return (
            words[at][0]
            + words[at - 2][1]
            + words[at - 1][2]
            + words[at + 1][3]
            + words[at + 2][4]
            + across(gaps[at], seen[at - 1].shape, -1)
            + across(gaps[at + 1], seen[at + 1].shape, 1)
            + self._marked.get(at, 0)
            + self._known.get(seen[at].root, 0)
        )
