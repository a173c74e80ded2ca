"""Whether `община X` is the body that acts or the land it governs.

>>> territorial("с. Вазово, община Исперих", 11, 25), territorial("кмет на община Исперих", 8, 22)
(True, False)
"""

import re

_BEFORE_TERRITORY = re.compile(
    r"""
    (?: (?:^|[ (,])(?:с|гр|обл|С|ГР)\.[ ]?[А-ЯЍ][\w .-]{1,30}[,(-][ ]?      # с. Y, община X
      | (?:село|град|област|[Кк]метство|КМЕТСТВО)[ ][А-ЯЍ][\w -]{1,30}[,(-][ ]?
      | (?:^|[ \n(])(?:[вВ]|[вВ]ъв|ЕКАТТЕ[ \d,]+
        | (?:територия(?:та)?|землищ(?:е|ето|ата)|население(?:то)?|граници(?:те)?|райони?(?:те|а)?|кметства(?:та)?)[ ]на
        | жители(?:те)?[ ](?:на|от) | (?:села(?:та)?|места|семейства|деца|стопани|имоти|земи)[ ]от )[ ]
      | "[ ]?,[ ]                                                    # ОУ „…“, община X
      | [вВ][ ][оО]бщина[ ][А-ЯЍ][\w ]{2,20}[ ]и[ ]
    )$
    """,
    re.VERBOSE,
)
_AFTER_TERRITORY = re.compile(
    r",?[ ](?:обл\.|област|ОБЛ\.|ОБЛАСТ|обл)[ ]?[А-ЯЍ]|,[ ](?:с\.|село)[ ]?[А-ЯЍ]"
    # Община X - с. Y, с. Z
    r"|[ ]?[-:][ ]?(?:гр\.[ ]?[А-ЯЍ][а-я]+(?:[ ][А-Яа-я]+)?,[ ])?с\.[ ]?[А-ЯЍ]"
)


# Whoever it is of acts for it: `кметът на община X, област Y`.
_ROLE_BEFORE = re.compile(
    r"(?:[Кк]мет(?:а|ът)?|КМЕТ(?:А|ЪТ)?|[Сс]екретар(?:я|ят)?|[Аа]дминистрация(?:та)?)[ ](?:на|НА)[ ]$"
)


def territorial(text: str, start: int, stop: int) -> bool:
    """Whether `община X` is the land, not the body: after a village, after `в`, before its region."""
    before = text[max(0, start - 45, text.rfind("\n", max(0, start - 45), start) + 1) : start]
    if _BEFORE_TERRITORY.search(before):
        return True
    return _AFTER_TERRITORY.match(text, stop) is not None and not _ROLE_BEFORE.search(before)
