"""Relations between the records of one page: people with their roles and institutions, surnames with full names."""

from collections.abc import Sequence

from govarchive.link.labels.lent_offices import lend_offices
from govarchive.link.offices.roles import attach_roles
from govarchive.link.people import complete_names
from govarchive.link.shorts import explain_shorts
from govarchive.model import Candidate


def relate(text: str, kept: Sequence[Candidate]) -> None:
    """Completes the details of people (role, institution) and bodies (full name), and the values of later mentions."""
    bodies = [it for it in kept if it.kind == "institution"]
    if bodies:
        explain_shorts(text, bodies)
    people = [it for it in kept if it.kind == "person"]
    if people:
        complete_names(people)
        attach_roles(text, people, [it for it in kept if it.kind in {"institution", "place"}])
        lend_offices(text, kept)
