"""Place, „населено място“: a town, village, municipality or region as somewhere, not as somebody.

The value is the citation form without `гр.` and `с.`; `област X` keeps its word, and `община X` where it is land. Names
in addresses, streets, schools and bodies are no places of their own. Settlements without `гр.` and `с.` are found by
the list of towns. A village no list knows is found by its mark (`с. X`, `селата X, Y и Z`), by what leads to it (`край
X`, `жителите на X`), by the heading of its column (`Населено място`), by the places it stands in one row, list or line
of a bus with, and everywhere on a page that marks it once. Beside a street a place is part of the address where one is
found there. Countries, mountains, rivers and cities abroad come from a list.

Not supported: unlisted names that nothing of this tells, quarters and localities, inflected names; a name that is also
an ordinary word (`Левски`, `Баня`) needs a mark or a preposition beside it.

Sources: EKATTE, the classification of settlements of the National Statistical Institute (`data/manual_towns.tsv`,
`manual_municipalities.tsv`, `manual_oblasts.tsv`, `manual_ambiguous.tsv`); `data/manual_countries.tsv`.

>>> [text[it.start : it.stop] for text in ["До с. Горно Бърдово и гр. Враца"] for it in find(text)]
['с. Горно Бърдово', 'гр. Враца']
>>> normalise("гр.Враца"), normalise("Област ВРАЦА"), normalise("общ. Бобов дол")
('Враца', 'област Враца', 'община Бобов дол')
>>> normalise("Софийска обл.")
'Софийска област'
>>> validate("12")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: '12' is no name of a place: it has no letters
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from govarchive.errors import InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.names.decision import names
from govarchive.names.places.settlements import told_by_register
from govarchive.names.places.toponyms import codes, kinds_of_names, shared_names
from govarchive.names.places.village_names import spelled, spelled_on_page
from govarchive.text.fold import fold, lower

NAME = "place"
CHECKED = False
LABEL: re.Pattern[str] | None = None
DETAILS: dict[str, Any] = {
    "type": {"type": "string"},
    "ekatte": {"type": "string", "pattern": "^[0-9]{5}$"},
    "candidates": {"type": "integer", "minimum": 2, "description": "how many settlements bear the name"},
    "codes": {"type": "array", "items": {"type": "string"}, "description": "theirs, where the register is loaded"},
}

_MARK = re.compile(r"(?:гр|с|общ|обл|к\.к|ман)\.[ ]?\n?|(?:град|село|курорт|кметство|община|област)[ ]+", re.IGNORECASE)

_LETTER = re.compile(r"[^\W\d_]")


def find(text: str) -> Iterator[Span]:
    """Places in a folded text, outside bodies and addresses; the rule says what told of them."""
    return iter(names(text).places)


def normalise(raw: str, near: Near = NOWHERE) -> str:
    """The name without `гр.` and `с.`, not in capitals; `област X` and `община X` keep their word in lower case.

    A name in capitals is spelled as the page has it elsewhere, or as the lists do.

    Raises InvalidFormat for what has no letters.
    """
    word, bare, shouted = _cut(raw)
    return word + (spelled_on_page(spelled(bare), near.text) if shouted else bare)


@lru_cache(maxsize=1024)
def _cut(raw: str) -> tuple[str, str, bool]:
    """The word that is kept with a name, the name, and whether it is printed in capitals."""
    name = " ".join(fold(raw).split()).strip(' ,;."')
    if lower(name).endswith("ка обл"):
        name += "АСТ" if name.isupper() else "аст"  # `Софийска обл.`
    mark = _MARK.match(name)
    word = _kept_word(lower(mark[0])) if mark and mark.end() < len(name) else ""
    bare = name[mark.end() :].strip() if mark and mark.end() < len(name) else name
    if not _LETTER.search(bare):
        raise InvalidFormat(f"{raw!r} is no name of a place: it has no letters")
    return word, bare, bare.isupper() and (len(bare) > 3 or kinds_of_names().get(lower(bare)) == "град")


def _kept_word(mark: str) -> str:
    return "област " if mark.startswith("обл") else "община " if mark.startswith("общ") else ""


def validate(value: str) -> None:
    """Raises InvalidFormat for a value without letters."""
    if not _LETTER.search(value):
        raise InvalidFormat(f"{value!r} is no name of a place: it has no letters")


def display(value: str) -> str:
    """The name itself."""
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    """`type`, and `ekatte` where it is certain, else the number of `candidates`, with their `codes` by the register."""
    name = value or raw
    kind = _type(name, raw)
    details: dict[str, Any] = {"type": kind} if kind else {}
    if kind in ("област", "община", "държава"):
        return details
    registered = told_by_register(name, kind, raw, near)
    if registered:
        return registered
    if shared := shared_names().get(name):
        details["candidates"] = shared
    elif code := codes().get(name):
        details["ekatte"] = code
    return details


@lru_cache(maxsize=1024)
def _type(name: str, printed: str) -> str | None:
    raw = lower(fold(printed))
    if raw.startswith(_MARKS):
        return next(kind for mark, kind in _TYPES if raw.startswith(mark))
    if name.endswith("област"):
        return "област"
    return kinds_of_names().get(lower(name))


_TYPES = (
    ("обл", "област"),
    ("общ", "община"),
    ("гр.", "град"),
    ("град ", "град"),
    ("с.", "село"),
    ("село", "село"),
    ("к.к.", "курорт"),
    ("курорт", "курорт"),
    ("ман.", "манастир"),
)
_MARKS = tuple(mark for mark, _ in _TYPES)
