r"""Whose a telephone, a mail, an account, a number in the register, an address or working hours are.

The page tells it in the line (`РЗИ – Видин: 094/ 60 11 22`), by the label, or by a body with a line of its own above.
Else they are of the body whose page it is, which then is inferred, as it is for people; what stands beside the name of
somebody without an office, of whom no body is known, is that person's own.

>>> from govarchive.model import Candidate
>>> text = "Община Брегово\n\nКаса\nтел. 09312/ 21 45"
>>> bodies = [Candidate("institution", 0, 14, "", (0, 14), value="Община Брегово")]
>>> phone = Candidate("phone", 25, 37, "", (25, 37))
>>> tell_whose(Scene(text, bodies), [*bodies, phone])
>>> phone.details
{'institution': 'Община Брегово', 'institution_inferred': True}
"""

from collections.abc import Sequence
from itertools import islice

from govarchive.link.offices.directories import block_of, stands_alone
from govarchive.link.scene import Scene, is_bank, is_inner
from govarchive.model import CONTACTS, Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, lines_above

_REACH = 200
"""How far behind a body in its line what belongs to it may begin, in characters."""
_BLOCK = 8
"""How many lines below the line of a body what belongs to it may stand, none of them blank."""
_TOP = 200
"""How far down a page its body may be named below a contact, in characters."""
_TOLD = ("institution", "institution_inferred")


def tell_whose(scene: Scene, kept: Sequence[Candidate]) -> None:
    """Sets `institution` in the details of contacts; `kept` are all records of the page in order."""
    if not any(it.kind in CONTACTS for it in kept):
        return
    named = {lower(scene.text[it.start : it.stop]): it for it in reversed(scene.institutions)}
    served = _served_by_all([it for it in kept if it.kind == "person"])
    person: Candidate | None = None
    for it in kept:
        if it.kind == "person":
            person = it
        if it.kind not in CONTACTS or it.details.get("line") == "short":  # 112 is of no body
            continue
        beside = person if person and person.stop > line_start(scene.text, it.start) else None
        if beside and ("institution" in beside.details or "role" not in beside.details):
            it.details |= {name: beside.details[name] for name in _TOLD if name in beside.details}
        elif body := _in_line(scene, it) or _by_label(named, it) or _in_block(scene, it):
            it.details["institution"] = _name(scene, body)
        elif name := _of_page(scene, it, served):
            it.details |= {"institution": name, "institution_inferred": True}


def _name(scene: Scene, body: Candidate) -> str:
    return scene.in_full(body.value or "")


def _may_have(it: Candidate, body: Candidate) -> bool:
    """Whether a body may be who is meant: no unit inside another, and no bank by an account."""
    return body.kind == "institution" and not is_inner(body.value or "") and not (it.kind == "iban" and is_bank(body))


def _in_line(scene: Scene, it: Candidate) -> Candidate | None:
    """The last body before a contact in its line, if near."""
    start = max(line_start(scene.text, it.start), it.start - _REACH)
    return next((body for body in reversed(scene.between(start, it.start)) if _may_have(it, body)), None)


def _by_label(named: dict[str, Candidate], it: Candidate) -> Candidate | None:
    """The body that the label names."""
    body = named.get(lower(it.label)) if it.label else None
    return body if body and _may_have(it, body) else None


def _in_block(scene: Scene, it: Candidate) -> Candidate | None:
    """The body with a line of its own above a contact, without a blank line between."""
    for start, stop in islice(lines_above(scene.text, it.start), _BLOCK):
        if not scene.text[start:stop].strip():
            return None
        bodies = [body for body in scene.between(start, stop) if _may_have(it, body)]
        if len(bodies) == 1 and stands_alone(scene, bodies[0]):
            return bodies[0]
    return None


def _of_page(scene: Scene, it: Candidate, served: str | None) -> str | None:
    """The body whose page it is, or that of the block of a directory; where none heads it, one that all serve.

    Else the body told oftenest.
    """
    below = (body for body in scene.owners if it.start < body.start < _TOP)
    if owner := next((body for body in scene.owners if body.start < it.start), next(below, None)):
        return _name(scene, block_of(scene, owner, it.start))
    (most, body), (next_most, _) = (*scene.told_often[:2], (0, None), (0, None))[:2]
    return served or (_name(scene, body) if body and most > max(next_most, 1) else None)


def _served_by_all(people: Sequence[Candidate]) -> str | None:
    """The body that two people at least of a page serve, and nobody another."""
    served = [it.details["institution"] for it in people if "institution" in it.details]
    return served[0] if len(served) > 1 and len(set(served)) == 1 else None
