r"""Whose a telephone, a mail, an account, a number in the register, an address or working hours are.

The page tells it in the line (`РЗИ – Видин: 094/ 60 11 22`), by the label, or by a body with a line of its own above.
Else they are of the body whose page it is, which then is inferred, as it is for people; what stands beside the name of
somebody without an office, of whom no body is known, is that person's own. Police, firemen and the like are nobody's
but their own: a municipality only tells how they are called.

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

from govarchive.link.emergencies import is_of_service
from govarchive.link.label_words import EDGE, is_bare_name
from govarchive.link.menus import depth, is_of_site
from govarchive.link.offices.bodies.directories import block_of, in_line
from govarchive.link.offices.bodies.outsiders import OUTSIDERS, words_of
from govarchive.link.scene import Scene, is_bank, is_inner
from govarchive.link.told import told_often
from govarchive.model import CONTACTS, Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.fold import lower
from govarchive.text.layout import line_start, line_stop, lines_above

_REACH = 200
"""How far behind a body in its line what belongs to it may begin, in characters."""
_BLOCK = 8
"""How many lines below the line of a body what belongs to it may stand, none of them blank."""
_NEXT = 3
"""How many line ends may stand between somebody's name and what is his."""
_TOP = 200
"""How far down a page its body may be named below a contact, in characters."""
_CALLED = re.compile(r"\W{0,8}[а-я]{3,20}(?:тел|ник|вач|дат)[ ]?:[ ]?", re.IGNORECASE)
"""What a body is here, before it in its line: `Изпълнител: „Х“ ООД`, but not `В отговор на: Министерство на Х`."""
_CARD = 300
"""How far below somebody's name a contact that is called by that office may stand, in characters."""
# What these have is a body's all the same: `лице за контакти`, but not `вещо лице`.
_OF_BODIES = frozenset("лице представител представляващ министър президент премиер посланик комисар редактор".split())
_PRIVATE = (OUTSIDERS - _OF_BODIES) | {"вещо"}
_TOLD = ("institution", "institution_inferred")
_ITEM = re.compile(r"[^\w\n]{0,6}(?:[0-9]{1,3}[.)][ ]?)?\"?")
_NUMBER = re.compile(r"[0-9]{2}[0-9 /-]{3}|@")
# Before the holder of an account in its line; what else names a body there is what one pays for.
_HOLDER = re.compile(
    r"\W*(?:(?:титуляр|получател|бенефициент|сметка|в[ ]полза|IBAN)[а-я]*(?:[ ](?:на|сметката))*\W*)?", re.IGNORECASE
)
_ACCOUNT_OF = re.compile(r"сметк[аи](?:та)?[ ]на[ ]\"?\Z", re.IGNORECASE)
# From an account to its holder: `BG94..., BIC ..., при банка „Х“, на`, `BG94... с титуляр:`.
_HELD_BY = re.compile(
    r"""[ ,;(]{0,3} (?: BIC[ :]{1,3}[A-Z0-9]{8,11}[ ,;)]{1,3} )? (?: (?:в|при)[ ][^:;.\n]{3,40}?[ ,-]{1,3} )?
    (?: на | в[ ]полза[ ]на | (?:с[ ])?(?:титуляр|получател)[ ]?[:-]? ) [ ]\"?""",
    re.VERBOSE | re.IGNORECASE,
)


def tell_whose(scene: Scene, kept: Sequence[Candidate]) -> None:
    """Sets `institution` in the details of contacts; `kept` are all records of the page in order."""
    if not any(it.kind in CONTACTS for it in kept):
        return
    named = {lower(scene.text[it.start : it.stop]): it for it in reversed(scene.institutions)}
    served = _served_by_all([it for it in kept if it.kind == "person"])
    person: Candidate | None = None
    last = 0
    for it in kept:
        if it.kind == "person":
            person = it
        if it.kind not in CONTACTS or it.details.get("line") == "short":  # 112 is of no body
            continue
        body = _in_line(scene, it)
        # `Вълчан Пенков 841 234, Читалище „Роза“ 841 235`
        of_next = body is not None and person is not None and person.stop < last < body.start
        last = it.stop
        beside = person if person and not of_next and _is_beside(scene.text, person, it) else None
        if beside and ("institution" in beside.details or _is_private(beside)):
            it.details |= {name: beside.details[name] for name in _TOLD if name in beside.details}
        elif body := body or _by_label(named, it) or _in_block(scene, it):
            it.details["institution"] = _name(scene, body)
        elif not (person and not beside and _is_of(scene, person, it)) and (name := _of_page(scene, it, served)):
            it.details |= {"institution": name, "institution_inferred": True}
    _leave_services(kept)


def _leave_services(kept: Sequence[Candidate]) -> None:
    """Takes the body from the contacts that its page only tells: those of the police and the like."""
    for it in kept:
        if it.kind in CONTACTS and is_of_service(it.label, it.details.get("institution")):
            it.details = {name: said for name, said in it.details.items() if name not in _TOLD}


def _is_of(scene: Scene, person: Candidate, it: Candidate) -> bool:
    """Whether a contact is that of somebody without office and body, who has a line of his own right above it."""
    if not (_is_private(person) and is_bare_name(it.label or "тел")):
        return False
    return _is_right_above(scene, person, it) and _fills_line(scene.text, person)


def _is_private(person: Candidate) -> bool:
    """Whether somebody serves no body: neither one nor an office is told, or one as of an owner or a notary."""
    role = person.details.get("role")
    return "institution" not in person.details and (role is None or not _PRIVATE.isdisjoint(words_of(role)))


def _fills_line(text: str, it: Candidate) -> bool:
    """Whether somebody has a line of his own."""
    before = text[line_start(text, it.start) : before_titles(text, it.start)[0]]
    return not before.strip(EDGE) and not text[it.stop : line_stop(text, it.stop)].strip(EDGE)


def _is_right_above(scene: Scene, person: Candidate, it: Candidate) -> bool:
    """Whether nothing but few lines without a body stands between somebody and a contact."""
    gap = scene.text[person.stop : it.start] if it.start - person.stop <= _REACH else ""
    _, *between = gap.split("\n")
    if not 0 < len(between) <= _NEXT or not all(line.strip() for line in between[:-1]):
        return False
    return all(body.kind == "place" for body in scene.between(person.stop, it.start))


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
    if it.kind != "iban":
        return body
    held = body and (
        _HOLDER.fullmatch(scene.text, begins, body.start) or _ACCOUNT_OF.search(scene.text, start, body.start)
    )
    return body if held else _holder_behind(scene, it)


def _holder_behind(scene: Scene, it: Candidate) -> Candidate | None:
    """The body that the words right behind an account say has it: `по сметка BG94... на Община Х`."""
    behind = scene.between(it.stop, min(line_stop(scene.text, it.stop), it.stop + _REACH))
    body = next((body for body in behind if _may_have(it, body)), None)
    return body if body and _HELD_BY.fullmatch(scene.text, it.stop, body.start) else None


def _by_label(named: dict[str, Candidate], it: Candidate) -> Candidate | None:
    """The body that the label names; an account is called by what one pays for."""
    body = named.get(lower(it.label)) if it.label and it.kind != "iban" else None
    return body if body and _may_have(it, body) else None


def _in_block(scene: Scene, it: Candidate) -> Candidate | None:
    """The body with a line of its own above a contact, without a blank line between."""
    for start, stop in islice(lines_above(scene.text, it.start), _BLOCK):
        if not scene.text[start:stop].strip():
            return None
        body = _of_line(scene, start, stop) if stop - start <= _REACH else None
        body = body or _announced(scene, it, start, stop)
        if body and _may_have(it, body):
            # One with a number in its line is an entry of a list: what is called otherwise below it is the next.
            listed = _NUMBER.search(scene.text, body.stop, stop) is not None
            return None if listed and not is_bare_name(it.label or "") else body
    return None


def _of_line(scene: Scene, start: int, stop: int) -> Candidate | None:
    """The body that has a line to itself, also behind what it is called there."""
    if body := in_line(scene, start, stop):
        return body
    bodies = scene.between(start, stop)
    called = len(bodies) == 1 and _CALLED.fullmatch(scene.text, start, bodies[0].start)
    return bodies[0] if called and not scene.text[bodies[0].stop : stop].strip(EDGE) else None


def _announced(scene: Scene, it: Candidate, start: int, stop: int) -> Candidate | None:
    """The body that begins a line which announces what follows: `2. Градина „Роза“ - такси:`, below it the account.

    Of an account only one by its own name; by another is called what is paid through it: `НЗОК - осигуровки:`.
    """
    bodies = scene.between(start, stop) if scene.text.endswith(":", start, stop) and stop - start <= _REACH else ()
    if len(bodies) != 1 or not _ITEM.fullmatch(scene.text, start, bodies[0].start):
        return None
    return bodies[0] if it.kind != "iban" or "„" in (bodies[0].value or "") else None


def _of_page(scene: Scene, it: Candidate, served: str | None) -> str | None:
    """The body whose page it is, or that of the block of a directory; where none heads it, one that all serve.

    Else the body told oftenest.
    """
    owners = scene.publishers
    below = (body for body in owners if it.start < body.start and _heads_or_signs(scene, body))
    if owner := next((body for body in owners if body.start < it.start), next(below, None)):
        return _name(scene, block_of(scene, owner, it.start))
    (most, body), (next_most, _) = (*told_often(scene)[:2], (0, None), (0, None))[:2]
    return served or (_name(scene, body) if body and most > max(next_most, 1) else None)


def _heads_or_signs(scene: Scene, body: Candidate) -> bool:
    return depth(scene.text, body.start) < _TOP or _is_at_foot(scene, body)


def _is_at_foot(scene: Scene, body: Candidate) -> bool:
    """Whether a body signs a page, below all it tells: by a sign of copyright, or in its last line."""
    start, stop = line_start(scene.text, body.start), line_stop(scene.text, body.stop)
    if "©" in scene.text[start : body.start]:
        return True
    return len(told_often(scene)) == 1 and len(scene.text) - stop < _REACH and is_of_site(scene.text[stop:])


def _served_by_all(people: Sequence[Candidate]) -> str | None:
    """The body that two people at least of a page serve, and nobody another."""
    served = [it.details["institution"] for it in people if "institution" in it.details]
    return served[0] if len(served) > 1 and len(set(served)) == 1 else None
