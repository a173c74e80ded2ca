"""Told most: the body that a page with no owner at its head names oftenest, for those of its staff."""

from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene
from govarchive.link.told import told_as_own
from govarchive.model import Candidate


def told_most(scene: Scene, post: Post) -> Candidate | None:
    """The body of the only name with such an office, or that told oftenest, on a page with no owner at its head."""
    if post.name not in scene.told_most:
        alike = [(count, it) for count, it in told_as_own(scene) if may_have(scene, post, it)][:2]
        sure = (bool(alike) and alike[0][0] != alike[-1][0]) or len(alike) == 1
        scene.told_most[post.name] = alike[0][1] if sure else None
    return scene.told_most[post.name]
