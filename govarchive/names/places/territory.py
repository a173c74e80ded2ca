r"""Whether `община X` is the body that acts or the land it governs.

>>> territorial("с. Вазово, община Исперих", 11, 25), territorial("кмет на община Исперих", 8, 22)
(True, False)
>>> land = "с. Вазово\nОбщина Исперих, област Разград"
>>> territorial("Община Исперих, област Разград", 0, 14), territorial(land, 10, 24)
(False, True)
>>> territorial("читалищата от община Исперих", 14, 28), territorial("писмо от община Исперих", 9, 23)
(True, False)
"""

import re

# Who and what is from a municipality, lies or lives in it.
_OF_LAND = "|".join(
    """
    сел[оа](?:та)? селища(?:та)? места(?:та)? части(?:те)? кметства(?:та)? наместничества(?:та)? читалища(?:та)?
    училища(?:та)? гимназии(?:те)? градини(?:те)? ученици(?:те)? учители(?:те)? деца(?:та)? младежи(?:те)? хора(?:та)?
    лица(?:та)? граждани(?:те)? жители(?:те)? пенсионери(?:те)? самодейци(?:те)? спортисти(?:те)? състави(?:те)?
    семейства(?:та)? домакинства(?:та)? стопани(?:те)? производители(?:те)? фермери(?:те)? имоти(?:те)? земи(?:те)?
    язовири(?:те)? пътища(?:та)? улици(?:те)? обекти(?:те)? постижения
    """.split()
)
_BEFORE_TERRITORY = re.compile(
    rf"""
    (?: (?:^|[ (,])(?:с|гр|обл|С|ГР)\.[ ]?[А-ЯЍ][\w .-]{{1,30}}[,(-][ ]?      # с. Y, община X
      | (?:село|град|област|[Кк]метство|КМЕТСТВО)[ ][А-ЯЍ][\w -]{{1,30}}[,(-][ ]?
      | (?:села(?:та)?|градове(?:те)?)[ ][А-ЯЍ][\w ,.-]{{1,70}}[,(-][ ]?      # селата Y и Z, община X
      | (?:^|[ \n(])(?:[Вв]|[Вв]ъв|[Оо]т|[Нн]а|край)[ ][А-ЯЍ][а-я]+(?:[ ][А-Я][а-я]+)?,[ ]   # в Y, община X
      | (?:^|[ \n(])(?i: в|във|екатте[ \d,]+
        | (?: територия(?:та)?|землищ(?:е|ето|а|ата)|население(?:то)?|граници(?:те)?|райони?(?:те|а)?|кметства(?:та)?
            | населени(?:те)?[ ]места|села(?:та)?|селища(?:та)?|устройствен(?:ия)?[ ]план(?:а|ът)? )[ ]на
        | (?:жители|граждани)(?:те)?[ ]на | (?:административен[ ])?център[ ]на
        | (?:{_OF_LAND})[ ]от )[ ]
      | ОУП[ ](?:на[ ])?
      | "[ ]?,[ ]                                                    # ОУ „…“, община X
      | (?:имоти?|идентификатор|парцел)[ ][^\n]{{0,60}}[0-9).,][ ]?,[ ]?   # имот № …, община X
      | (?:^|[ ])част[ ]от[ ]
      | [вВ][ ][оО]бщина[ ][А-ЯЍ][\w ]{{2,20}}[ ]и[ ]
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


# Who works in it does so for the body: `експерт в община X`, `отдел "Финанси" в община X`.
_EMPLOYED_BEFORE = re.compile(
    r"""
    (?: (?<![а-я]) (?:кмет|експерт|специалист|служител|секретар|началник|юрисконсулт|юрист|инспектор|архитект|инженер
          |счетоводител|деловодител|сътрудник|съветник|касиер|психолог|логопед|координатор|контрольор|одитор)[а-я]{0,3}
        (?:[ ]на)? (?:[ ](?:отдел|дирекция|сектор)[а-я]{0,2})? (?: [ ]"[^"\n]{2,40}" | [ ]по[ ][а-я ]{3,40} )?
      | (?:отдел|дирекция|сектор)[а-я]{0,2}[ ]"[^".;]{2,80}" )
    [ ]в(?:ъв)?[ ]$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FARTHEST = 90
# With its region a municipality heads a letter or a page, or is told as a party: `Община X, област Y, ЕИК …`.
_TO_REGION = r",[ ](?i:обл\.|област|обл)[ ]?[А-ЯЍ][А-ЯЍа-яѝ]+(?:[ ][А-ЯЍ][А-ЯЍа-яѝ]+)?"
_ONE_OF_MANY = r"(?i:община)[ ][^\n,]{3,30},[ ](?i:обл)"
_REGION_ENDS_LINE = re.compile(rf"{_TO_REGION}[ ]*(?:\n(?!{_ONE_OF_MANY})|\Z)")
_REGION_OF_PARTY = re.compile(
    rf"{_TO_REGION},[ ](?:(?:с[ ])?(?:ЕИК|БУЛСТАТ|[Бб]улстат)|представлявана|(?:със[ ]седалище|с[ ]адрес)(?![а-я]))"
)
_OF_PLACE_ABOVE = re.compile(
    r"(?:(?:с|гр|С|ГР|общ|ж\.к)\.[ ]?|село[ ]|град[ ])[А-ЯЍ][^\n]{0,40}\n\Z|[,:-][ ]*\n\Z"
    rf"|{_ONE_OF_MANY}[^\n]{{3,30}}\n\Z"
)
_LINE_ABOVE = 60


def territorial(text: str, start: int, stop: int) -> bool:
    """Whether `община X` is the land, not the body: after a village, after `в`, before its region."""
    far = max(0, start - _FARTHEST)
    before = text[max(far, text.rfind("\n", far, start) + 1) : start]
    if _BEFORE_TERRITORY.search(before):
        return not before.endswith(("в ", "във ")) or _EMPLOYED_BEFORE.search(before) is None
    if _AFTER_TERRITORY.match(text, stop) is None or _ROLE_BEFORE.search(before):
        return False
    return not (_REGION_OF_PARTY.match(text, stop) or (not before.strip() and _heads_page(text, start, stop)))


def _heads_page(text: str, start: int, stop: int) -> bool:
    """Whether a municipality with its region has a line to itself, in no list of such and below no settlement."""
    if _REGION_ENDS_LINE.match(text, stop) is None:
        return False
    return text[start].isupper() and not _OF_PLACE_ABOVE.search(text, max(0, start - _LINE_ABOVE), start)
