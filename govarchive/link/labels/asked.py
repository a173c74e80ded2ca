"""Whom to ask: what stands behind `За справки:` or `При въпроси:`, and who takes what a line is about.

>>> whom_to_ask('За справки: отдел "Култура"'), whom_to_ask("За справки: всеки ден от")
('отдел "Култура"', None)
>>> who_takes('Дирекция "Контрол" приема сигнали за нарушения')
'Дирекция "Контрол"'
"""

import re

from govarchive.link.label_words import EDGE
from govarchive.link.office_words import is_office_alone, is_office_of
from govarchive.link.units import COUNTERS, any_of

ERRANDS = "сигнали|жалби|справки|записван|заявки|предварителн[аи][ ]заявк|оглед|резервации|консултации|запитвания"
"""What one calls for, not whom, as words begin that tell it."""

_ERRAND = rf"""(?: (?:тел(?:ефон|\.)[ ])?(?:за|при)[ ][^:\n]{{3,60}}? | обръщайте[ ]се[ ]към
      | (?: (?:{ERRANDS})[а-я]* | контакти? | информация | въпроси | връзка
        | (?:повече|допълнителна|обща)[ ]информация ) (?:[ ][^:\n]{{3,50}}?)? )"""
_ASKED = re.compile(rf"[^\w\n]* {_ERRAND} (?:[ ]?:[ ]?|[ ]-[ ]) (?P<who>[^:\n]{{3,80}})", re.VERBOSE | re.IGNORECASE)
_ERRAND_ALONE = re.compile(_ERRAND, re.VERBOSE | re.IGNORECASE)
_NO_ERRAND = re.compile("[0-9]|[ ]се[ ]")
_UNIT = re.compile(
    rf"""(?:[а-я]{{2,5}}\.[ ]?)?\"[^"\n]{{2,60}}\"?
    | (?: [а-я]{{4,}}(?:но|на|ен|ско|ска|ски)[ ]){{0,2}}
      (?: {any_of(COUNTERS)} | каса | дирекция | библиотека | център | полиция | пожарна | диспечер
        | дежур(?:ен|ни) | дежурна[ ]част
        | секретариат | кметство | информация ) (?![а-я]) (?:[ ][^:;,\n]{{2,60}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_TAKES = re.compile(
    r"""(?P<who>[А-ЯA-Z"][^:;,.\n]{2,60}?)[ ](?:приема|обслужва|консултира|предоставя|отговаря|дава)т?
    [ ][^:;.\n]{4,90}""",
    re.VERBOSE,
)


def asked_of(bare: str, mark: str) -> str | None:
    """Whom the words before a number, which a mark ends, say it is of: the unit to ask, or who takes what is told."""
    if (":" in bare or " - " in bare) and (who := whom_to_ask(bare)):
        return who
    return who_takes(bare) if mark == ":" else None


def whom_to_ask(words: str) -> str | None:
    """The unit or office behind the words that send those who ask to it."""
    found = _ASKED.fullmatch(words)
    who = found["who"].strip(EDGE.replace('"', "")) if found else ""
    return who if is_who(who) else None


def is_who(words: str) -> bool:
    """Whether words are a unit or an office, and no remark.

    >>> is_who('сл. "Кадри"'), is_who("без увеличение на цената")
    (True, False)
    """
    return _UNIT.fullmatch(words) is not None or is_office_alone(words) or is_office_of(words)


def is_errand(words: str) -> bool:
    """Whether words tell what one may call for: `За справки`, `Записване на групи`."""
    return _ERRAND_ALONE.fullmatch(words) is not None and not _NO_ERRAND.search(words)


def who_takes(words: str) -> str | None:
    """Who takes or gives what a clause before a number is about."""
    found = _TAKES.fullmatch(words)
    return found["who"] if found else None
