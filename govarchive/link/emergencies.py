"""Services that many bodies tell the telephones of: police and firemen, doctors, who brings water and power.

>>> is_of_service("тел. за сигнали на КАТ", "Община Мизия"), is_of_service("КАТ", "ОДМВР – Враца")
(True, False)
>>> is_of_service("Общинска полиция", "Община Мизия"), is_of_service("Дежурен", "Община Мизия")
(False, False)
>>> is_of_service("Спешна помощ", "СБАЛ „Вита“"), is_of_service("Спешна помощ", "ДГ „Балкан“")
(False, True)
"""

import re
from functools import lru_cache

from govarchive.text.fold import lower

_SERVICES = tuple(
    (re.compile(rf"(?<!\w)(?:{called})(?!\w)"), re.compile(owned))
    for called, owned in (
        (
            r"кат|(?<!общинска )полиция(?:та)?|рпу",
            "мвр|полиц|районно управление|(?<![а-я])(?:кат|рпу|ру)(?![а-я])|вътрешн",
        ),
        (r"пожарна(?:та)?|р?с?пбзн", "мвр|пожар|пбзн|районно управление|вътрешн"),
        (
            r"(?:спешна|бърза)(?:та)? (?:медицинска )?помощ",
            "помощ|спешн|болни|бал(?![а-я])|вма|клини|здрав|медицин|цсмп|дкц|(?<![а-я])мц",
        ),
        (r"в ?и ?к", "в ?и ?к(?![а-я])|водоснабд"),
        (r"чез|евн|evn|енерго-?про|електроразпределение", "чез|евн|evn|енерго|електро"),
    )
)
"""What labels call them, and what the body itself is called that has them: in small letters."""


@lru_cache(maxsize=512)
def is_of_service(label: str | None, body: str | None) -> bool:
    """Whether a label names such a service, which the body is not."""
    if not label or not body:
        return False
    said, name = lower(label), lower(body)
    return any(called.search(said) and not owned.search(name) for called, owned in _SERVICES)
