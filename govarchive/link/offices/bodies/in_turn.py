"""In turn: several villages, and behind them as many names: `кметовете на с. Х и с. У - А и Б`.

Only where each village has its own mark: of `селата Х и У - А и Б` pages are less careful.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from govarchive.link.offices.behind.fields import serves_place
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles

_OF = re.compile(r"[ ](?:на|в|във)[ ]")
_AND = re.compile(r"(?:,|[ ]и)[ ](?:(?:на|в|във)[ ])?")
_TO_NAMES = re.compile(r"[ ]?[-:,(][ ]?")
_NEXT_NAME = re.compile(r"(?:,|,?[ ]и)[ ]")


def place_in_turn(scene: Scene, people: Sequence[Candidate], posts: Sequence[Post | None]) -> None:
    """Gives each of several whom one office tells the village of his turn."""
    for post, group in _groups(people, posts):
        fronts = [before_titles(scene.text, it.start)[0] for it in group]
        places = _villages(scene, post, fronts[0])
        gaps = zip(group, fronts[1:], strict=False)
        if len(places) == len(group) and all(_NEXT_NAME.fullmatch(scene.text, it.stop, front) for it, front in gaps):
            for it, place in zip(group, places, strict=True):
                it.details["institution"] = place
                it.details.pop("institution_inferred", None)


def _groups(people: Sequence[Candidate], posts: Sequence[Post | None]) -> Iterator[tuple[Post, list[Candidate]]]:
    """The people behind each office of several who serve places."""
    for _, held in groupby(zip(posts, people, strict=True), key=lambda it: id(it[0])):
        (post, first), *others = held
        if post and others and post.plural and serves_place(post.role) and post.start < first.start:
            yield post, [first, *(it for _, it in others)]


def _villages(scene: Scene, post: Post, front: int) -> list[str]:
    """The villages that fill the text between an office and the first name, if each has its mark."""
    text = scene.text
    places = scene.between(post.role.stop, front)
    if not places or not _OF.fullmatch(text, post.role.stop, places[0].start):
        return []
    joined = (_AND.fullmatch(text, one.stop, other.start) for one, other in pairwise(places))
    if not all(joined) or not _TO_NAMES.fullmatch(text, places[-1].stop, front):
        return []
    named = [scene.settlement(it, it.start) for it in places if it.kind == "place"]
    return [it for it, place in zip(named, places, strict=False) if it and it != place.value]
