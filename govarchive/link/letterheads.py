"""Letterheads: the bodies over the one whose page it is, named above it: `МИНИСТЕРСТВО НА Х`, then `РИОСВ – У`."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from govarchive.model import Candidate

# How the names begin of bodies over others, and of those that are below one.
_OUTER = re.compile(
    r"""Министерство | Прокуратура[ ]на[ ]Република | Главна[ ]дирекция | ГД[ ] | Държавн[аои][ ]фонд
    | (?:Изпълнителна|Национална|Държавна|Българска)[ ]агенция | Агенция[ ](?:за|по)[ ]
    | Национал[а-я]+[ ](?:институт|служба)
    | (?:МОН|МЗ|МЗХГ?|МТСП|МОСВ|МРРБ|МК|МВР|АСП|АЗ|БАБХ)(?![А-Яа-я])""",
    re.VERBOSE,
)
_BELOW = (
    *("Регионал", "Област", "Окръж", "Район", "Апелатив", "Басейнова", "Главна дирекция", "Дирекция", "Изпълнителна"),
    *"РД ОД РИОСВ РЗИ РУ ГД Университетска Национал Държавн Териториал ТД ДСП ОСЗ ТП ДБТ".split(),
)
# Of a region, over the only one of its offices that a page names.
_OF_REGION = ("Областна дирекция", "ОД на МВР", "ОДМВР", "ОДЗ")
_OFFICES = ("Районно управление", "РУ ", "Общинска служба", "ОСЗ", "Районна служба", "РСПБЗН")
# What a municipality keeps, each with a head of its own, and how such bodies' names begin.
_TOWN_HALL = "Община "
_KEPT = re.compile(
    r"""(?:[А-Я][а-я]+[ ]){0,3} (?:градина|ясла|училище|гимназия|предприятие|читалище|музей|библиотека|галерия|театър
        |комплекс|център|патронаж|дом)(?![а-я])
    | (?:ДГ|ЦДГ|ОДЗ|ДЯ|ОУ|СУ|СОУ|НУ|ОбУ|ПГ|ОП|НЧ|ЦПЛР|ДСП|КСУ|ДСХ|ДМСГД)(?![А-Яа-я])""",
    re.VERBOSE,
)
_NEXT_LINE = 160
"""How far behind the name of the outer body its own begins, in characters."""


def own_first(owners: Sequence[Candidate]) -> list[Candidate]:
    """The bodies that head a page, those over its own behind it."""
    outer = 0
    for above, own in islice(pairwise(owners), 3):
        if not is_over(above.value or "", own, owners) or not 0 < own.start - above.stop < _NEXT_LINE:
            break
        outer += 1
    return [*owners[outer:], *owners[:outer]]


def is_over(above: str, own: Candidate, owners: Sequence[Candidate]) -> bool:
    """Whether a body is over the one below it: a ministry over an inspectorate, a town over its only kindergarten."""
    name = own.value or ""
    if _OUTER.match(above):
        return name.startswith(_BELOW)
    kind = _KEPT.match(name) if above.startswith(_TOWN_HALL) else None
    kept = (
        kind[0] if kind else next((it for it in _OFFICES if above.startswith(_OF_REGION) and name.startswith(it)), None)
    )
    return kept is not None and not any((it.value or "").startswith(kept) and it.value != name for it in owners)
