"""Relations between the records of one page: people with their roles and institutions, surnames with full names."""

from collections.abc import Sequence
from itertools import compress

from govarchive.link.people import complete_names
from govarchive.link.roles import attach_roles
from govarchive.link.shorts import explain_shorts
from govarchive.model import Candidate

_BODIES = frozenset({"institution", "place"})


def relate(text: str, kept: Sequence[Candidate]) -> None:
    """Completes the details of people (role, institution) and bodies (full name), and the values of later mentions."""
    kinds = [it.kind for it in kept]
    bodies = [*compress(kept, map("institution".__eq__, kinds))]
    if bodies:
        explain_shorts(text, bodies)
    people = [*compress(kept, map("person".__eq__, kinds))]
    if people:
        complete_names(people)
        attach_roles(text, people, [*compress(kept, map(_BODIES.__contains__, kinds))])
