"""Own staff: who is told below the members of a board and only works for the body that the board is of.

`технически сътрудник А` or `Щатен персонал: хигиенист Б` there are of the body whose page it is.
"""

from govarchive.link.offices.posts import Post
from govarchive.link.offices.sittings import is_of_council
from govarchive.link.scene import Scene
from govarchive.link.units import HEADED
from govarchive.text.fold import lower

_SHORT = "пк"
_SECRETARIES = ("секретар-",)  # `секретар-библиотекар`
_OF_TOWN_HALL = frozenset({"общински", "областен", "столичен"})  # which have a staff of their own
_MOST_WORDS = 3


def works_beside(scene: Scene, board: str, post: Post, front: int) -> bool:
    """Whether somebody below the members of a board is none: an office of no board, told before the name."""
    of_board = is_of_council(post) and not post.role.name.startswith(_SECRETARIES)
    if post.start > front or of_board:
        return False
    if any(it.value == board for it in scene.owners[:1]):
        return False
    words = lower(board).split()[:_MOST_WORDS]
    return words[0] not in _OF_TOWN_HALL and (words[0] == _SHORT or not {*words}.isdisjoint(HEADED))
