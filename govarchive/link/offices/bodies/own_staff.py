"""Own staff: who is told among the members of a board or below them by an office at the body that the board is of.

`технически сътрудник А`, `Щатен персонал: хигиенист Б` or `В - учител` there are of the body whose page it is.
"""

from govarchive.link.offices.behind.boards import TRUSTEES
from govarchive.link.offices.bodies.sittings import is_of_council
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.link.units import HEADED
from govarchive.text.fold import lower

_SHORT = "пк"
_SECRETARIES = ("секретар-",)  # `секретар-библиотекар`
_OF_TOWN_HALL = frozenset({"общински", "областен", "столичен"})  # which have a staff of their own
_MOST_WORDS = 3
# Trustees elect one of their own, while any other board leaves its money to the body that it is of.
_OF_TRUSTEES = frozenset({"касиер", "касиерка", "ковчежник", "ковчежничка"})


def works_beside(scene: Scene, board: str, post: Post) -> bool:
    """Whether somebody in the list of a board has an office of none, and so of the body whose page it is."""
    if post.name in _OF_TRUSTEES and TRUSTEES in lower(board).split():
        return False
    of_board = is_of_council(post) and not post.role.name.startswith(_SECRETARIES)
    if of_board:
        return False
    if any(it.value == board for it in scene.owners[:1]):
        return False
    words = lower(board).split()[:_MOST_WORDS]
    return words[0] not in _OF_TOWN_HALL and (words[0] == _SHORT or not {*words}.isdisjoint(HEADED))
