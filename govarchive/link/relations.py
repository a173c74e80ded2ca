"""Relations between the records of one page: people with their roles and bodies, bodies with what reaches them."""

from collections.abc import Sequence

from govarchive.link.contacts import tell_whose
from govarchive.link.labels.lent_offices import lend_offices
from govarchive.link.menus import is_offered
from govarchive.link.offices.bodies.departments import tell_departments
from govarchive.link.offices.roles import attach_roles
from govarchive.link.passing import passing
from govarchive.link.people import complete_names
from govarchive.link.scene import Scene
from govarchive.link.shorts import explain_shorts
from govarchive.model import Candidate

_BODIES = frozenset({"institution", "place"})


def relate(text: str, kept: Sequence[Candidate]) -> None:
    """Completes what is told of people, bodies (in full) and contacts (whose they are), and later mentions of names."""
    bodies = [it for it in kept if it.kind == "institution"]
    if bodies:
        explain_shorts(text, bodies)
    people = [it for it in kept if it.kind == "person"]
    aside = passing(text, bodies, people[0].start) if people else frozenset()
    scene = Scene(text, [it for it in kept if it.kind in _BODIES and not is_offered(text, it.start)], aside)
    if people:
        complete_names(people)
        attach_roles(scene, people)
        lend_offices(text, kept)
    tell_whose(scene, kept)
    tell_departments(people)
