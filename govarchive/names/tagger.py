"""The trained model: the weights of features, and the likeliest reading of a stretch of words.

A model file holds one line of JSON (its version, labels, transitions, how sure a margin makes it, where its data are
from), the features it knows, one per line, and their weights. All weights are whole numbers, so that every machine
reads a page the same way. The nine weights of a feature stand in one long integer, 32 bits each: one addition for nine.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import add, itemgetter, sub
from typing import NamedTuple

import msgspec

VERSION = 1
LABELS = ("O", "B-PER", "B-ORG", "B-LOC", "B-OTH", "I-PER", "I-ORG", "I-LOC", "I-OTH")
"""Outside, the first and the further words of a person, a body, a place, and of a name of another kind."""

INSIDE = 5
"""The first of the labels for a further word."""

KINDS = tuple(label[2:] for label in LABELS)
"""The type of name of each label; empty for the first."""

SCALE = 1000
"""What the learned weights are multiplied by before they are made whole."""

_LANE = 32
_WIDTH = _LANE // 8 * len(LABELS)
_UNPACK = struct.Struct(f"<{len(LABELS)}I").unpack
# Added to a sum, it makes all lanes positive; it cancels out wherever two labels are compared. It is far more than a
# sum can weigh, and small enough that sums over some words are still quick to add and to compare.
_RAISED = 26
_BIAS = sum(1 << (_LANE * lane + _RAISED) for lane in range(len(LABELS)))
_STARTS = range(INSIDE)
_OUTSIDE = (0,)
_FAR = 12 * SCALE
_NEVER = -(1 << 40)
_EDGE = -1
_UNBOUND = 1 << 40
# Of nine numbers, those of the labels of another kind.
_OTHERS: list[Callable[[Sequence[int]], Sequence[int]]] = [
    itemgetter(*(at for at, other in enumerate(KINDS) if other != kind)) for kind in KINDS
]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a model file.

    `transitions[i][j]` is the weight of label j right behind label i; `margins` and `scores`, of one length, say how
    often a name of at least such a margin was right on texts the model had not seen.
    """

    version: int
    features: int
    transitions: list[list[int]]
    margins: list[int]
    scores: list[float]
    data: str


_Scores = dict[int, int]


def packed(weights: Sequence[int]) -> int:
    """Nine whole numbers in one.

    >>> unpacked(packed(range(-4, 5))) == tuple(it + (1 << 26) for it in range(-4, 5))
    True
    """
    return sum(weight << (_LANE * lane) for lane, weight in enumerate(weights))


def _packed_at(weights: bytes, number: int) -> int:
    """The packed weights of the feature of such a number in a file."""
    return int.from_bytes(weights[_WIDTH * number : _WIDTH * (number + 1)], "little", signed=True)


def unpacked(total: int) -> tuple[int, ...]:
    """The nine numbers of a sum, each raised by the same amount."""
    return _UNPACK((total + _BIAS).to_bytes(_WIDTH, "little"))


class Part(NamedTuple):
    """Words to be read together: the weights of each, which have a capital, which are joined to the one before."""

    weights: Sequence[Sequence[int]]
    capital: Sequence[bool]
    joined: Sequence[bool]


class Tagger:
    """The weights of one model. Raises ValueError for bytes that are no model of this version.

    `behind` are the packed weights of the labels right behind each label.
    """

    def __init__(self, raw: bytes) -> None:
        first, _, rest = raw.partition(b"\n")
        try:
            self.head = msgspec.json.decode(first, type=Head)
        except msgspec.MsgspecError as problem:
            raise ValueError(f"this is no model of names: {problem}") from None
        size = _WIDTH * self.head.features
        if self.head.version != VERSION or len(rest) < size:
            raise ValueError(f"this model of names is of version {self.head.version}, not {VERSION}, or cut off")
        names, weights = rest[: len(rest) - size].decode().splitlines(), rest[len(rest) - size :]
        self.weights = {name: _packed_at(weights, at) for at, name in enumerate(names)}
        # For each label, the weights of the labels before it; how far those of one label at most lie apart.
        self._into = list(zip(*self.head.transitions, strict=True))
        self._spread = max(max(weights) - min(weights) for weights in self._into[:INSIDE])
        self._most = self._gains()
        onto, nothing = self.head.transitions, (0,) * len(LABELS)
        self.behind = list(map(packed, onto))
        # What it weighs to stand between two labels; the last is the edge of what is read.
        self._around = [[tuple(map(add, left, right)) for right in (*self._into, nothing)] for left in (*onto, nothing)]

    def _gains(self) -> tuple[int, int]:
        """What transitions can at most add to a name, against those of words outside: where it stands, and goes on."""
        onto = self.head.transitions
        begun = max(max(row[1:INSIDE]) - row[0] for row in onto)
        ended = max(max(map(sub, row[:INSIDE], onto[0])) for row in onto)
        return begun + ended, max(max(row[INSIDE:]) for row in onto) - onto[0][0]

    def weigh(self, features: Iterable[str]) -> int:
        """The packed sum of the weights of features; one the model does not know weighs nothing."""
        return sum(map(self.weights.get, features, repeat(0)))

    def read(self, part: Part) -> list[int]:
        """The likeliest labels of words (Viterbi), but for beginnings far less likely than no name at all.

        Only a capitalised word begins a name, and a word goes on with one only where it is joined to the word before.
        """
        if self._holds_none(part):
            return [0] * len(part.weights)
        first, *others = part.weights
        best = {label: first[label] for label in _STARTS if first[label] + _FAR >= first[0]}
        back: list[_Scores] = []
        for number, weights in enumerate(others, 1):
            now, path = self._begun(best, weights, _STARTS if part.capital[number] else _OUTSIDE)
            if part.joined[number]:
                self._go_on(best, weights, now, path)
            best = now
            back.append(path)
        labels = [max(best, key=best.__getitem__)]
        for path in reversed(back):
            labels.append(path[labels[-1]])
        return labels[::-1]

    def alone(self, weights: Sequence[int]) -> int:
        """The likeliest label of a capitalised word that is read by itself."""
        return weights.index(max(weights[:INSIDE]))

    def _holds_none(self, part: Part) -> bool:
        """Whether not even the weightiest transitions make up for what any name weighs less than none."""
        begun, goes_on = self._most
        least = _UNBOUND
        for weights, begins, joins in zip(part.weights, part.capital, part.joined, strict=True):
            least = least - goes_on if joins else _UNBOUND
            if begins and least > -begun:
                least = -begun
            least += weights[0] - max(weights[1 if begins else INSIDE :])
            if least <= 0:
                return False
        return True

    def _begun(self, best: _Scores, weights: Sequence[int], labels: Iterable[int]) -> tuple[_Scores, _Scores]:
        """The best scores of labels that may be behind any other, and which is behind which."""
        least = max(best.values()) - self._spread
        near = [it for it in best.items() if it[1] >= least]
        labels = [label for label in labels if weights[label] + _FAR >= weights[0]]
        now: _Scores = {}
        path: _Scores = {}
        for one, score in near:
            onto = self.head.transitions[one]
            for label in labels:
                total = score + onto[label] + weights[label]
                if label not in now or total > now[label]:
                    now[label], path[label] = total, one
        return now, path

    def _go_on(self, best: _Scores, weights: Sequence[int], now: _Scores, path: _Scores) -> None:
        """Lets the names that a word before may be in go on."""
        for one, score in best.items():
            inside = one if one >= INSIDE else one + INSIDE - 1
            total = score + self.head.transitions[one][inside] + weights[inside]
            if one and total > now.get(inside, _NEVER):
                now[inside], path[inside] = total, one

    def margin(self, label: int, weights: Sequence[int]) -> int:
        """By how much the label of a word beats those of another kind."""
        return weights[label] - max(_OTHERS[label](weights))

    def amid(self, labels: Sequence[int], weights: Sequence[Sequence[int]], at: int) -> Sequence[int]:
        """What the labels of a word weigh, the labels around it as they are."""
        before = labels[at - 1] if at else _EDGE
        behind = labels[at + 1] if at + 1 < len(labels) else _EDGE
        return tuple(map(add, weights[at], self._around[before][behind]))

    def before_none(self, weights: Sequence[int]) -> Sequence[int]:
        """What the labels of a word weigh that is right before one outside any name."""
        return tuple(map(add, weights, self._into[0]))

    def score(self, margin: int) -> float:
        """How often a name of such a margin is right."""
        return self.head.scores[max(0, bisect_right(self.head.margins, margin) - 1)]


def written(head: Head, weights: Mapping[str, Sequence[int]]) -> bytes:
    """A model as a file: the same weights give the same bytes."""
    names = sorted(weights)
    rows = b"".join(packed(weights[name]).to_bytes(_WIDTH, "little", signed=True) for name in names)
    return msgspec.json.encode(head) + b"\n" + "\n".join(names).encode() + b"\n" + rows


@cache
def shipped() -> Tagger:
    """The model of this package, read once, when the first name is asked for."""
    return Tagger(files("govarchive.names").joinpath("model.bin").read_bytes())
