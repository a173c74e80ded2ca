"""Names of places and bodies as people type them into columns: in small letters, with post codes, cut short.

Mended is what the lists make certain; an abbreviation of a body stays, as it does on pages.

>>> without_post_code("2300 Перник"), without_post_code("Перник, п.к. 2300"), without_post_code("Видин")
('Перник', 'Перник', 'Видин')
>>> spelled_as_listed("перник"), spelled_as_listed("община видин"), spelled_as_listed("някъде")
('Перник', 'община Видин', 'някъде')
>>> written_out("Общ. Перник"), written_out("обл. администрация Видин"), written_out("ОбС Мездра")
('Община Перник', 'областна администрация Видин', 'ОбС Мездра')
>>> written_out("Общ. болница Лом"), written_out("РЕГ. дирекция"), written_out("мин. на отбраната"), written_out("у-ще")
('Общинска болница Лом', 'Регионална дирекция', 'министерство на отбраната', 'у-ще')
"""

import re

from govarchive.names.bodies.words import HEADS
from govarchive.names.places.toponyms import kinds_of_names
from govarchive.names.places.village_names import spelled
from govarchive.names.roles.phrase import feminine_of
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees

_POST_CODE = re.compile(r"[1-9][0-9]{3}[ ,]+(?=[^\W\d_])|(?<=[^\W\d_])[ ,]+(?:п\.?[ ]?к\.?[ ]?)?[1-9][0-9]{3}")
_FIRST_CUT = re.compile(r"(?P<land>(?:община|област)[ ])?(?P<cut>[а-яѝ]{1,4})\.[ ]?(?P<last>[а-яѝ]{3,})", re.IGNORECASE)
_LAND = re.compile(r"(?P<word>(?:община|област)[ ])?(?P<name>[а-яѝ -]+)", re.IGNORECASE)
# How bodies are cut short in typing; with their full stop they are no words of their own.
_NOUNS = {"общ.": "община", "мин.": "министерство", "м-во": "министерство", "обл.": "област", "дирек.": "дирекция"}
_NOUNS |= {"упр.": "управление", "у-ще": "училище", "уч-ще": "училище", "д-я": "дирекция", "адм-я": "администрация"}
_NOUNS |= {"адм.": "администрация"}
_ADJECTIVES = {"общ.": "общински", "обл.": "областен", "адм.": "административен", "окр.": "окръжен"}
_ADJECTIVES |= {"рег.": "регионален", "мин.": "министерски", "нац.": "национален", "държ.": "държавен"}
_CUT = re.compile(
    r"(?<![а-я])(?P<cut>" + "|".join(map(re.escape, sorted({*_NOUNS, *_ADJECTIVES}))) + r")(?:(?<=\.)|(?![а-я]))"
    r"[ ]*(?=(?P<next>[а-я]+\.?)?)",
    re.IGNORECASE,
)
# Behind these a name of a place is one of land: `общ. Перник`, `обл. Видин`.
_LANDS = frozenset({"общ.", "обл."})
_SHORTEST_NAME = 3


def without_post_code(typed: str) -> str:
    """A name of a place without the post code before or behind it."""
    code = _POST_CODE.match(typed)
    return typed[code.end() :] if code else _POST_CODE.sub("", typed)


def spelled_as_listed(name: str) -> str:
    """A name of a place in small letters as it is listed; as it stands where it is not."""
    land = _LAND.fullmatch(name)
    return (land["word"] or "") + spelled(land["name"]) if land and land["name"].islower() else name


def first_word_in_full(name: str) -> str:
    """A name of a place of two words, the first cut short, with the only one in its place that is listed so.

    >>> first_word_in_full("В. Търново"), first_word_in_full("област ст.загора"), first_word_in_full("Г. Росица")
    ('Велико Търново', 'област Стара Загора', 'Г. Росица')
    """
    cut = _FIRST_CUT.fullmatch(name)
    if cut is None:
        return name
    first, last = lower(cut["cut"]), f" {lower(cut['last'])}"
    known = [it for it in kinds_of_names() if it.startswith(first) and it.endswith(last) and it.count(" ") == 1]
    return (cut["land"] or "") + spelled(known[0]) if len(known) == 1 else name


def in_full(typed: str) -> str:
    """A name of a body with all words in full that are cut short in it.

    >>> in_full("общ. съвет"), in_full("Обл. администрация"), in_full("общ.Видин"), in_full("директор на у-ще")
    ('общински съвет', 'областна администрация', 'община Видин', 'директор на училище ')
    """
    return _CUT.sub(_uncut, typed)


def written_out(typed: str) -> str:
    """A name of a body whose first word is cut short, with that word in full where the next one makes it certain."""
    cut = _CUT.match(typed)
    if cut is None or not _is_certain(cut):
        return typed
    full = _uncut(cut)
    return (full.capitalize() if typed[0].isupper() else full) + spelled_as_listed(typed[cut.end() :])


def _is_certain(cut: re.Match[str]) -> bool:
    """Whether what follows tells the word: a body whose adjective it is, `на`, or a place that is land of this kind."""
    short, after = lower(cut["cut"]), lower(cut["next"] or "")
    of_body = after in HEADS and short in _ADJECTIVES
    of_place = short in _LANDS and len(after) >= _SHORTEST_NAME
    return of_body or of_place or (after == "на" and short in _NOUNS)


def _uncut(cut: re.Match[str]) -> str:
    """The word that was cut short, with a blank behind it: an adjective of what follows it, or else a body."""
    short, after = lower(cut["cut"]), lower(cut["next"] or "")
    adjective, noun = _ADJECTIVES.get(short), _NOUNS.get(after, after)
    if adjective is None or noun not in HEADS:
        return f"{_NOUNS.get(short) or adjective} "
    feminine = feminine_of(adjective)
    return next((it for it in (feminine, feminine[:-1] + "о") if agrees(it, noun)), adjective) + " "
