"""Names of places and bodies as people type them into columns: in small letters, with post codes, cut short.

Mended is what the lists make certain; an abbreviation of a body stays, as it does on pages.

>>> without_post_code("2300 Перник"), without_post_code("Перник, п.к. 2300"), without_post_code("Видин")
('Перник', 'Перник', 'Видин')
>>> spelled_as_listed("перник"), spelled_as_listed("община видин"), spelled_as_listed("някъде")
('Перник', 'община Видин', 'някъде')
>>> written_out("Общ. Перник"), written_out("обл. администрация Видин"), written_out("ОбС Мездра")
('Община Перник', 'областна администрация Видин', 'ОбС Мездра')
"""

import re

from govarchive.names.toponyms import spelled

_POST_CODE = re.compile(r"[1-9][0-9]{3}[ ,]+(?=[^\W\d_])|(?<=[^\W\d_])[ ,]+(?:п\.?[ ]?к\.?[ ]?)?[1-9][0-9]{3}")
_LAND = re.compile(r"(?P<word>(?:община|област)[ ])?(?P<name>[а-яѝ -]+)", re.IGNORECASE)
_CUT = re.compile(
    r"""
    (?P<land> общ | обл ) \.[ ]? (?: (?P<feminine> администрация | управа | дирекция | служба ) | (?P<masculine> съвет )
                                   | (?P<name> [а-яѝ -]{3,} ) )
    | (?P<ministry> мин\. | м-во ) [ ]? (?=на[ ])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LANDS = {"общ": ("община", "общински", "общинска"), "обл": ("област", "областен", "областна")}


def without_post_code(typed: str) -> str:
    """A name of a place without the post code before or behind it."""
    code = _POST_CODE.match(typed)
    return typed[code.end() :] if code else _POST_CODE.sub("", typed)


def spelled_as_listed(name: str) -> str:
    """A name of a place in small letters as it is listed; as it stands where it is not."""
    land = _LAND.fullmatch(name)
    return (land["word"] or "") + spelled(land["name"]) if land and land["name"].islower() else name


def written_out(typed: str) -> str:
    """A name of a body whose first word is cut short, with that word in full."""
    cut = _CUT.match(typed)
    if cut is None:
        return typed
    full, rest = "министерство ", typed[cut.end() :]
    if cut["land"]:
        noun, masculine, feminine = _LANDS[cut["land"].lower()]
        word = feminine if cut["feminine"] else masculine if cut["masculine"] else noun
        full = f"{word} {cut['feminine'] or cut['masculine'] or spelled_as_listed(cut['name'])}"
    first = full[0].upper() if typed[0].isupper() else full[0]
    return first + full[1:] + rest
