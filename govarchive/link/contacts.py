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

import re
from collections.abc import Sequence
from itertools import islice

from govarchive.link.label_words import is_bare_name
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
_CARD = 300
"""How far below somebody's name a contact that is called by that office may stand, in characters."""
_TOLD = ("institution", "institution_inferred")
_NUMBER = re.compile(r"[0-9]{2}[0-9 /-]{3}|@")
# Before the holder of an account in its line; what else names a body there is what one pays for.
_HOLDER = re.compile(
    r"\W*(?:(?:титуляр|получател|бенефициент|сметка|в[ ]полза|IBAN)[а-я]*(?:[ ](?:на|сметката))*\W*)?", re.IGNORECASE
)


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
        beside = person if person and _is_beside(scene.text, person, it) else None
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


def _is_beside(text: str, person: Candidate, it: Candidate) -> bool:
    """Whether a contact stands behind somebody in a line, or below and is called by the office of that person."""
    if person.stop > line_start(text, it.start):
        return True
    role = person.details.get("role")
    return role is not None and it.start - person.stop < _CARD and lower(it.label or "").startswith(role)


def _in_line(scene: Scene, it: Candidate) -> Candidate | None:
    """The last body before a contact in its line, if near; of an account the one that holds it."""
    begins = line_start(scene.text, it.start)
    start = max(begins, it.start - _REACH)
    body = next((body for body in reversed(scene.between(start, it.start)) if _may_have(it, body)), None)
    if body and it.kind == "iban" and not _HOLDER.fullmatch(scene.text, begins, body.start):
        return None
    return body


def _by_label(named: dict[str, Candidate], it: Candidate) -> Candidate | None:
    """The body that the label names; an account is called by what one pays for."""
    body = named.get(lower(it.label)) if it.label and it.kind != "iban" else None
    return body if body and _may_have(it, body) else None


def _in_block(scene: Scene, it: Candidate) -> Candidate | None:
    """The body with a line of its own above a contact, without a blank line between."""
    for start, stop in islice(lines_above(scene.text, it.start), _BLOCK):
        if not scene.text[start:stop].strip():
            return None
        bodies = [body for body in scene.between(start, stop) if _may_have(it, body)]
        if len(bodies) == 1 and stands_alone(scene, bodies[0]):
            # One with a number in its line is an entry of a list: what is called otherwise below it is the next.
            listed = _NUMBER.search(scene.text, bodies[0].stop, stop) is not None
            return None if listed and not is_bare_name(it.label or "") else bodies[0]
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
