"""Caucuses: those whom the page of a municipal council lists by who put them forward sit in it.

`ПП „Х“`, `Група „У“` or `Независими` over the names or before them: `от листата на Х: А, Б`.
"""

import re

from govarchive.link.offices.offices_of import has_no_units
from govarchive.link.scene import Scene, is_party

_LEAD = r"[ 0-9.)*•|-]*(?:(?i:от)[ ])?(?:(?i:листата|групата)[ ]на[ ])?"
_CAUCUS = re.compile(
    rf"""{_LEAD} (?:
        (?i:група)(?:та)?[ ] (?: (?:на|от)[ ] )? (?=["А-Я]|общински|съветници) [^\n:]{{2,70}}?
      | (?: ПП | КП | МК | ИК | (?i:(?:местна[ ])?коалиция|(?:политическа[ ])?партия) )
        [ ]? (?: "[^"\n]{{2,70}}" | [А-Я][^\n:;,]{{1,50}}? )
      | (?: ГЕРБ|БСП|ДПС|ВМРО|СДС|ДСБ|НДСВ|АБВ|РБ|БЗНС|ЗНС|НФСБ|ДОСТ|ИТН|БНД )(?:[ -][А-Я]{{2,8}})?
      | (?i:независим|необвързан)[аи]?(?:[ ][а-я]{{3,12}})?
    ) [ ]* [:-]? [ ]*""",
    re.VERBOSE,
)
_REST = re.compile(rf"{_LEAD}(?:(?:ПП|КП|МК)[ ])?\"?")
_LONGEST = 110


def sits_by_party(scene: Scene, start: int, stop: int) -> str | None:
    """The council whose page it is, where the line or its part `[start, stop)` is who put forward those listed."""
    if stop - start > _LONGEST or not scene.owners or not has_no_units(scene.owners[0]):
        return None
    if _CAUCUS.fullmatch(scene.text, start, stop):
        return scene.owners[0].value
    party = next((it for it in scene.between(start, stop) if is_party(it)), None)
    alone = (
        party and _REST.fullmatch(scene.text, start, party.start) and not scene.text[party.stop : stop].strip(' ":-')
    )
    return scene.owners[0].value if alone else None
