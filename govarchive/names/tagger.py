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
from operator import add, itemgetter

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
_ONES = sum(1 << (_LANE * lane) for lane in range(len(LABELS)))
_BIAS = _ONES << _RAISED
# The bits of a raised sum that are 1 where a label other than the first weighs 0 or more.
_NAMED = _BIAS - (1 << _RAISED)
_SURE = 6500
"""A word so much likelier outside any name is not read any further."""
_UNSURE = _BIAS + _ONES * _SURE
_NEVER = -(1 << 40)
_NO_NAME = (_NEVER,) * (INSIDE - 1)
EDGE = -1
"""What stands in place of a label before the first word that is read, and behind the last."""
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


def against_none(total: int) -> int:
    """A sum, all its numbers lessened by the first: what speaks for each label against none.

    >>> against_none(packed(range(-4, 5))) == packed(range(9))
    True
    """
    return total - _ONES * (((total + (1 << _RAISED)) & ((1 << _LANE) - 1)) - (1 << _RAISED))


def may_be_name(total: int) -> int:
    """Whether a word alone is as likely in a name as in none (then not 0), by its sum against none."""
    return (total + _BIAS) & _NAMED


def is_in_doubt(total: int) -> int:
    """Whether it is not sure that a word is in no name (then not 0), by its sum against none."""
    return (total + _UNSURE) & _NAMED


class Tagger:
    """The weights of one model. Raises ValueError for bytes that are no model of this version.

    `behind_none` and `before_none` are what it weighs, packed and against none, to stand beside a word in no name.
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
        onto, nothing = self.head.transitions, (0,) * len(LABELS)
        self._into = list(zip(*onto, strict=True))
        self._spread = max(max(weights) - min(weights) for weights in self._into[:INSIDE])
        self._begins = [row[:INSIDE] for row in onto]
        inner = range(INSIDE, len(LABELS))
        self._goes_on = *(onto[it - INSIDE + 1][it] for it in inner), *(onto[it][it] for it in inner)
        self.behind_none = against_none(packed(onto[0]))
        self.before_none = against_none(packed(self._into[0]))
        # What it weighs to stand between two labels; the last is the edge of what is read.
        self._around = [[packed(left) + packed(right) for right in (*self._into, nothing)] for left in (*onto, nothing)]

    def weigh(self, features: Iterable[str]) -> int:
        """The packed sum of the weights of features, against none; one the model does not know weighs nothing."""
        return against_none(sum(map(self.weights.get, features, repeat(0))))

    def read(self, rows: Sequence[Sequence[int]], capital: Sequence[bool], joined: Sequence[bool]) -> list[int]:
        """The likeliest labels of words (Viterbi).

        Only a capitalised word begins a name, and a word goes on with one only where it is joined to the word before.
        """
        scores = (*rows[0][:INSIDE], *_NO_NAME)
        none, begun, gone_on = self._into[0], self._begun, self._gone_on
        back = []
        for row, begins, joins in zip(rows[1:], capital[1:], joined[1:], strict=True):
            back.append(scores)
            now = begun(scores, row) if begins else (max(map(add, scores, none)) + row[0], *_NO_NAME)
            scores = now + (gone_on(scores, row) if joins else _NO_NAME)
        label = scores.index(max(scores))
        labels = [label]
        for scores in reversed(back):
            label = self._before(label, scores)
            labels.append(label)
        labels.reverse()
        return labels

    def _begun(self, scores: Sequence[int], row: Sequence[int]) -> tuple[int, ...]:
        """The best scores of the labels that may stand behind any other."""
        none = per = org = loc = oth = _NEVER
        least = max(scores) - self._spread
        # Plainly written out: this is where most of a reading's time goes.
        for score, (to_none, to_per, to_org, to_loc, to_oth) in zip(scores, self._begins, strict=True):
            if score >= least:
                none = it if (it := score + to_none) > none else none
                per = it if (it := score + to_per) > per else per
                org = it if (it := score + to_org) > org else org
                loc = it if (it := score + to_loc) > loc else loc
                oth = it if (it := score + to_oth) > oth else oth
        return none + row[0], per + row[1], org + row[2], loc + row[3], oth + row[4]

    def _gone_on(self, scores: Sequence[int], row: Sequence[int]) -> tuple[int, ...]:
        """The best scores of names that go on, from their first word or from a further one."""
        first_per, first_org, first_loc, first_oth, next_per, next_org, next_loc, next_oth = self._goes_on
        _, per, org, loc, oth, in_per, in_org, in_loc, in_oth = scores
        return (
            (one if (one := per + first_per) >= (two := in_per + next_per) else two) + row[5],
            (one if (one := org + first_org) >= (two := in_org + next_org) else two) + row[6],
            (one if (one := loc + first_loc) >= (two := in_loc + next_loc) else two) + row[7],
            (one if (one := oth + first_oth) >= (two := in_oth + next_oth) else two) + row[8],
        )

    def _before(self, label: int, scores: Sequence[int]) -> int:
        """The label before one on the best way, by the scores there."""
        into = self._into[label]
        if label >= INSIDE:
            first = label - INSIDE + 1
            return first if scores[first] + into[first] >= scores[label] + into[label] else label
        found = list(map(add, scores, into))
        return found.index(max(found))

    def alone(self, weights: Sequence[int]) -> int:
        """The likeliest label of a capitalised word that is read by itself."""
        return weights.index(max(weights[:INSIDE]))

    def margin(self, label: int, weights: Sequence[int]) -> int:
        """By how much the label of a word beats those of another kind."""
        return weights[label] - max(_OTHERS[label](weights))

    def amid(self, label: int, total: int, before: int, behind: int) -> int:
        """The margin of a label between two others, or `EDGE`."""
        return self.margin(label, unpacked(total + self._around[before][behind]))

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
