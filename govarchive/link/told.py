"""Told bodies: which of them a page names oftenest, and so whose it is where none heads it."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from govarchive.link.scene import COMPANY, Scene, kinds_of
from govarchive.link.titles import tells_of_person
from govarchive.model import Candidate

_MEDIUM = "медия"  # pages tell by which they were told


@lru_cache(maxsize=4)
def told_often(scene: Scene) -> list[tuple[int, Candidate]]:
    """The bodies of a known kind, each by its name in full, with how often it is told; the oftenest first."""
    return _counted(scene, scene.institutions)


@lru_cache(maxsize=4)
def told_as_own(scene: Scene) -> list[tuple[int, Candidate]]:
    """The same of those whose staff the page may tell.

    No firms, which bid, build and sell, and not where a line but says that somebody serves there.
    """
    told = _counted(scene, (it for it in scene.institutions if not tells_of_person(scene.text, it.start)))
    return [(count, it) for count, it in told if not kinds_of(scene.text, it) <= COMPANY]


def _counted(scene: Scene, mentions: Iterable[Candidate]) -> list[tuple[int, Candidate]]:
    """The first mention of each body of a known kind, with how many of these there are; the oftenest first."""
    counts = Counter(scene.in_full(it.value) for it in mentions if it.value and it.start not in scene.aside)
    firsts = ((count, scene.by_name[name]) for name, count in counts.most_common() if name in scene.by_name)
    return [(count, it) for count, it in firsts if scene.is_known(it) and it.details.get("type") != _MEDIUM]
