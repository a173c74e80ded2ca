"""Leads: the unit or the body in front of an office in its line, of a kind that no list has.

`ТЕЛК - председател А`, `Детска кухня: готвач А`, `кооперация „Х“ с председател А`.
"""

import re

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.behind.fields import straight
from govarchive.link.offices.bodies.division_lines import DIVISION
from govarchive.link.offices.bodies.entries import VERB
from govarchive.link.offices.bodies.offices_of import may_have
from govarchive.link.offices.posts import Post
from govarchive.link.scene import Scene, base_of
from govarchive.link.units import HEADED, any_of
from govarchive.model import Candidate
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start, line_stop

# What no list of bodies has, where it leads the line of who heads it: `ТЕЛК - председател А`, `РУ Айтос - А`.
_LEADING = re.compile(
    rf"""(?:[ТНР]ЕЛК|ЛКК|МБ|МП|ДКЦ|БТ|ОСЗ|РУ|КАТ)(?:[ ]№?[ ]?[0-9]{{1,2}}|(?:[ ][А-Я][а-я]+){{1,2}})?
      | (?:Клуб|Дом|Център|Служба|Бюро)[ ][^:;,\n\t]{{3,60}}
      | (?:[А-Я][а-я]+[ ])(?:[а-я]+[ ]){{0,2}}(?:патронаж|кухня|трапезария|{any_of(HEADED)})
    """,
    re.VERBOSE,
)
_LEAD_ENDS = (":", ",", " - ")
_LONGEST_ASIDE = 62
_QUOTED = re.compile(
    r"(?<![^\W_])(?P<name>(?:[А-Я][а-я]+(?:ка|на|ко|но)[ ])?(?P<kind>[А-Яа-я]{2,})[ ]?\"[^\"\n]{2,60}\")"
    r"[ ]?(?:с[ ]|[,(-][ ]?)\Z"
)
# What may stand behind it, up to the office.
_BEHIND_QUOTED = " с,(-"
_LONGEST_ROW = 300
_MARKS = f'{ITEM_MARKS}"'
# Between the body that begins such a line and those told of there.
_LEADS_ROW = re.compile(r"\"?[ ]?(?:[,;|:(/\t]|-[ ]|(?:гр|с)\.)")
_SENTENCE_END = re.compile(r"[а-я]{4}[.!?][ ]+[А-Я]")
_FIRMS = frozenset({"кооперация", "кооператив", "стопанство", "вестник", "хор", "ансамбъл", "театър"})
_LONGEST_QUOTED = 100


def body_over_row(scene: Scene, post: Post, at: int) -> Candidate | None:
    """The only body of a line that begins with it and tells of several: `ДГ „Х“, с. У; директор А; касиер Б`."""
    text = scene.text
    begins, ends = line_start(text, at), line_stop(text, at)
    body = scene.first_from(begins, ends)
    if body is None or ends - begins > _LONGEST_ROW or body.stop > min(at, post.start) or post.plural:
        return None
    told = {it.value for it in scene.between(begins, ends) if it.kind == "institution"}
    if told != {body.value} or text[begins : body.start].strip(_MARKS) or not _LEADS_ROW.match(text, body.stop):
        return None
    is_prose = VERB.search(text, begins, ends) or _SENTENCE_END.search(text, body.stop, post.start)
    return body if not is_prose and may_have(scene, post, body) else None


def unit_in_line(scene: Scene, at: int) -> str | None:
    """What leads to an office in its line: `ТЕЛК - председател А`, `кооперация „Х“ с председател А`."""
    text = scene.text
    if quoted := _quoted_in_front(scene, at):
        return quoted
    begins = cell_start(text, at)
    ends = [it for mark in _LEAD_ENDS if (it := text.find(mark, begins, at)) >= 0]
    if not ends or at - min(ends) > _LONGEST_ASIDE:
        return None
    unit = text[begins : min(ends)].lstrip(ITEM_MARKS).rstrip(" ")
    body = scene.starting(text.find(unit, begins, at))
    if body and body.stop > min(ends):
        return None  # `РИК - Х заседава. Председателят А ...`
    if not _LEADING.fullmatch(unit) and not DIVISION.fullmatch(unit):
        return None
    return " ".join(unit.split()) if unit.isupper() else straight(unit).strip()


def _quoted_in_front(scene: Scene, at: int) -> str | None:
    """The body in quotes that leads to an office, of a kind that no list has."""
    text = scene.text
    floor = max(line_start(text, at), at - _LONGEST_QUOTED)
    if not text[floor:at].rstrip(_BEHIND_QUOTED).endswith('"'):
        return None
    found = _QUOTED.search(text, floor, at)
    kind = found["kind"] if found else ""
    if (
        found is None
        or scene.starting(found.start("name"))
        or lower(kind) == "група"
        or not (kind.isupper() or lower(kind) in _FIRMS or base_of(kind))
    ):
        return None
    return straight(found["name"]).strip()
