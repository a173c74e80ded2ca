"""Names of settlements as they are written: listed ones, and villages that no list knows.

>>> text = "с. Горно Бърдово се намира"
>>> text[3 : name_at(text, 3)]
'Горно Бърдово'
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from govarchive.data import table
from govarchive.data.register import settlement_at, settlements
from govarchive.names.lexicon import is_given, surname_weight
from govarchive.names.places.toponyms import known_at
from govarchive.names.roles.words import head_of
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees
from govarchive.text.later import Later

_GAP = r"(?:[ ]{1,2}|[ ]?\n[ ]?)"
# Adjectives that ask for a second word, and who villages are named after by two words.
_ASKING = "|".join(
    """
    Горн Долн Горен Долен Средн Малк Малък Мал Голям Голем Нов Стар Бял Бел Черн Червен Крив Добр Сух Сив Дв Тр
    Пет Висок Гол Дълг Дълбок Дебел Зелен Син Свет Остр Прав Тих Топл Студен Слънчев Камен Каменн Песъчн Кирилов
    Велик Горск Полск Момин Равн Златн Широк Побит Жълт Вълч Овч Козя Врани Върл Бързи Бърз Ясн Красн Меден Боров
    Дъбов Дрянов Орлов Царев Царск Българск Рилск Панагюрск Сапарев Минералн Нареченск Млад Див Рибен Ръжев Крайн
    Куртово Богданов Марин Минзухарск
    """.split()
)
_TITLES = "Гара(?:[ ]Елин)?|" + "|".join(
    """
    Цар Хан Генерал Ген\\. Капитан Кап\\. Полковник Полк\\. Поручик Майор Професор Проф\\. Доктор Екзарх Патриарх Неофит
    Поп Хаджи Баба Дядо Граф Княз Отец Братя Дон Коста Васил Георги Христо Никола Стефан Петко Тодор Захари Панайот Елин
    Алеко Александър Ангел Антон Боян Владо Вълчан Гаврил Гоце Желю Иван Индже Илия Йоаким Колю Крали Любен Найден Павел
    Стоян Страхил Цани Яким Ефрейтор Фелдфебел Кара Балкан Лом Каран Козар Ослен
    """.split()
)
NOUNS_OF_VILLAGES = "|".join(
    """
    дол поле поляна поляни село бряг брег кладенец кладенци извор махала баня бани камък камен чифлик осъм дял брод мост
    река речка могила могили бунар рид рът връх градище слатина вода чешма дъбрава трап люляк лом искър вит дере гора
    бара вир войвода черква църква бърдо ливада лъка лука нива хан кула проход скала скали колиби манастир крепост пазар
    чардак градец долина падина череша круша ябълка дел
    камъни извори води гори ливади ниви корен орех габър бук ясен воден лозен тепе кория
    дърво стена пещера езеро гвардия гьол
    пласт геран паланка лаг лаки ореше морава вършило трапе клисура сълза луг пазлак колонии презвитер буче припек
    """.split()
)
"""What the second word of a village may be, as alternatives of a pattern."""
# A village or town no list knows: one word, or more when the first asks for another (`Долно`, `Свети`, `Генерал`).
_SHAPE = re.compile(
    rf"""
    (?: (?: Св\.{_GAP}? | (?:(?:{_ASKING})[оиаея]?|{_TITLES}){_GAP} ) (?:(?:Горно|Долно|Ново|Св\.){_GAP}?)? )?
    [А-ЯЍ][а-яѝ]+                                         # the name itself
    (?: - (?: (?:[Гг]рад|[Оо]бласт|[Оо]кръг)(?![а-я])
      | (?: (?<=Цар-) | (?<=Сан-) | (?<=Даскал-) | (?<=Стоян-) ) [А-ЯЍ][а-яѝ]+ ) )?
    (?P<noun> {_GAP}(?:(?:ново|старо){_GAP})?(?:{NOUNS_OF_VILLAGES})(?![а-я]) )?   # Нова махала, Долно ново село
    """,
    re.VERBOSE,
)
VILLAGE_NOUN = re.compile(rf"[ ](?P<noun>{NOUNS_OF_VILLAGES})(?![А-Яа-я-])")
"""The second word of a village that begins as a town is called: `Бяла река`."""
# After a mark the first word may be cut short: `с. Г. Росица`, `с. Ст. Караджа`; and two villages may stand under one
# noun: `Горни и Долни Радковци`.
_MARKED_ONLY = re.compile(
    # с. Осиковска Лакавица
    r"[А-ЯЍ][а-яѝ]+[сшчц]к[ао][ ](?![А-ЯЍ][а-яѝ]+(?:ов|ев|ова|ева|ски|ска)(?![а-я]))[А-ЯЍ][а-яѝ]{3,}"
    r"(?=[ ]*(?:[,;.:)(\n\t]|$)|[ ][а-я])"
    # с. Долно луково
    rf"|(?:{_ASKING})[оиаея]?[ ][а-яѝ]{{4,}}(?=[ ]*(?:[,;.:)(\n\t]|$)|[ ]и[ ])"
    rf"|(?:[А-ЯЍ]|Ст|Ген|Полк|Пор|Кап|Проф|Гол|Ал|Ив|Хр)\.[ ]?[А-ЯЍ][а-яѝ]{{2,}}"
    rf"(?:{_GAP}(?:{NOUNS_OF_VILLAGES})(?![а-я]))?"
    # с. Злати Войвода
    rf"|[А-ЯЍ][а-яѝ]{{2,}}[ ](?:{'|'.join(map(str.capitalize, NOUNS_OF_VILLAGES.split('|')))})(?![а-я])"
    r"|(?:Горн|Долн|Голям|Мал|Малк)[аио][ ]и[ ](?:Горн|Долн|Голям|Мал|Малк)[аио][ ][А-ЯЍ][а-яѝ]+"
)
_CAPITALS = re.compile(
    rf"""
    (?: (?:ГОРН|ДОЛН|МАЛК|ГОЛЯМ|НОВ|СТАР|БЯЛ|БЕЛ|ЧЕРН|СВЕТ|ДОБР|ГОРСК|РАВН|КРИВ|СУХ|ЗЛАТН)[ОИАЕ]?{_GAP}
      | (?:ГЕНЕРАЛ|ЦАР|КАПИТАН|ПОЛКОВНИК|ХАН|ЕКЗАРХ){_GAP} )?
    [А-ЯЍ]{{3,}}(?![а-я])(?:-[А-ЯЍ]{{3,}})?
    """,
    re.VERBOSE,
)

# In capitals a second word may be the sentence's: a noun of villages is not, nor another at the end of a clause.
_MARKED_CAPITALS = Later(
    rf"""
    [А-ЯЍ]{{2,}} {_GAP} (?:(?:НОВО|СТАРО){_GAP})? (?:{NOUNS_OF_VILLAGES.upper()})(?![А-Яа-я])
    | (?: (?:{_ASKING.upper()})[ОИАЕЯ]? | {_TITLES.upper()} ) [ ] [А-ЯЍ]{{3,}} (?=[ ]*(?:[,;.:)(\n\t]|$))
    """,
    re.VERBOSE,
)


def name_at(text: str, at: int) -> int:
    """Where the name of a settlement that starts at `at` ends, listed or not; `at` itself when none starts there."""
    listed, registered = known_at(text, at), settlement_at(text, at)
    known = listed if listed > registered else registered
    match = _SHAPE.match(text, at) or _CAPITALS.match(text, at)
    if match is None:
        return known
    end = match.end()
    if match.lastgroup == "noun" and _says_more(match, listed == match.start("noun")):
        end = match.start("noun")
    above, _, below = match[0].partition("\n")
    if below and (_NAME_GOES_ON.match(text, end) or head_of(below.strip(" "))):
        end = at + len(above)  # `с. Долно`, and in the line below a person or an office
    longer = end > known and (known == at or text[known:end] in _PARTS_OF_NAMES or _is_noun(text[known:end]))
    return end if longer else known


def name_behind(text: str, mark: int, end: int) -> int:
    """Where the settlement's name behind a mark that ends at `mark` ends; `end`, where the mark begins, without one.

    >>> name_behind("НАП, офис Видин", 10, 3), name_behind("НАП, офис Р/3", 10, 3)
    (15, 3)
    """
    stop = name_at(text, mark)
    return stop if stop > mark else end


_NAME_GOES_ON = re.compile(r"[ ][А-ЯЍ][а-яѝ]")
_PARTS_OF_NAMES = frozenset(("-град", "-област", "-окръг"))


def _is_noun(behind: str) -> bool:
    """Whether small letters behind a name may be of it: `Нова махала`, but not `Белене-наместници`."""
    return behind[0] != "-" and behind.strip().islower()


def _says_more(match: re.Match[str], listed: bool) -> bool:
    """Whether the noun behind a name belongs to the sentence: `в Драганица вода няма`, but `Нова махала`.

    `listed` whether the name without it is that of a town or a municipality: `община Мизия води преговори`.
    """
    first = match[0][: match.start("noun") - match.start()].lower().split()[-1]
    return (listed or _WHOLE.search(first) is not None) and not agrees(first, match["noun"].split()[-1])


# The endings of settlements of one word.
_WHOLE = re.compile(r"(?:[оеь]во|ино|ци|ица|[ея]не|ище|град)$")


def marked_name_at(text: str, at: int) -> int:
    """Like `name_at`, behind a mark, where the first word may be cut short.

    >>> marked_name_at("Д. Сахране и", 0), marked_name_at("Горни и Долни Радковци", 0), marked_name_at("Хърлец", 0)
    (10, 22, 6)
    """
    match = (_MARKED_CAPITALS if text[at + 1 : at + 2].isupper() else _MARKED_ONLY).match(text, at)
    return max(match.end() if match else at, name_at(text, at))


@cache
def _spellings() -> Mapping[str, str]:
    rows = (*table("manual_countries"), *table("manual_municipalities"), *table("manual_towns"))
    return {lower(row["name"]): row["name"] for row in rows}


def spelled(name: str) -> str:
    """A name in capitals as it is usually spelled.

    >>> spelled("БОБОВ ДОЛ"), spelled("ГОРНО БЪРДОВО"), spelled("ЖЪЛТА ДЪБРАВА")
    ('Бобов дол', 'Горно Бърдово', 'Жълта дъбрава')
    """
    listed = _spellings().get(lower(name)) or next((it.name for it in settlements(name)), "")
    return listed or _NOUN_AFTER.sub(lambda it: it[0].lower(), _CAPS.sub(lambda it: it[0].capitalize(), name))


_CAPS = re.compile(r"[А-ЯЍA-Z]+")
# The second word of `Нова махала`.
_NOUN_AFTER = re.compile(rf"(?<=[а-я][ ])(?:{NOUNS_OF_VILLAGES}|област)(?![а-я])", re.IGNORECASE)


_TWO_WORDS = Later(rf"[А-ЯЍ][а-яѝ]+[ ](?:{NOUNS_OF_VILLAGES}|{NOUNS_OF_VILLAGES.title()})(?![А-Яа-я])")
_NOUN_LAST = Later(rf"[А-ЯЍ][а-яѝ]+[ ](?:{NOUNS_OF_VILLAGES})$")


def spelled_on_page(name: str, text: str) -> str:
    """A name that was printed in capitals, its last word as the page spells the same settlement in small letters.

    >>> page = "ОБЩИНА КРИВ БРЯГ, гр. Крив Бряг, с. Крива поляна"
    >>> spelled_on_page("Община Крив бряг", page), spelled_on_page("Крива поляна", page)
    ('Община Крив Бряг', 'Крива поляна')
    """
    town = _NOUN_LAST.search(name)
    if town is None or town[0] in _small_letters(text):
        return name
    return name[: town.start()] + town[0].title() if town[0].title() in _small_letters(text) else name


@lru_cache(maxsize=2)
def _small_letters(text: str) -> frozenset[str]:
    """The names of two words, the second that of a village, which a page prints in small letters."""
    return frozenset(match[0] for match in _TWO_WORDS.finditer(text))


# What stands between a village in a directory and the number to call there.
_TO_NUMBER = re.compile(r"[ ]?(?:[-,;|][ ]?)?(?:(?:тел|моб|[Тт]елефон|GSM|gsm)[.:]*[ ]?)?[+(]?0[0-9 (/-]{2}")

_NAMED_FIRST = re.compile(r"[А-Я][а-я-]+[ ][А-Я][а-я-]+[ ,-]+(?:[Кк]метски[ ])?\w+[ ]\Z")
_LONGEST_LEAD = 90


def governed_at(text: str, leader: str, start: int) -> int:
    """Where the village ends whose mayor is told without `на`, with a number behind it; 0 for no village.

    >>> page = "Рада Пенева Кмет Гела 03030/2612"
    >>> page[17 : governed_at(page, "Кмет", 17)], governed_at("Кмет Пенева 03030/2612", "Кмет", 5)
    ('Гела', 0)
    """
    if leader.lower() not in ("кмет", "наместник"):
        return 0
    stop = name_at(text, start)
    last = text[start:stop].rpartition(" ")[2]
    if surname_weight(last) > 1 or not _TO_NUMBER.match(text, stop):
        return 0
    # By a given name alone the mayor may be called, who else stands before the office: `Кмет Рада 0888 ...`.
    return stop if not is_given(last) or _NAMED_FIRST.search(text, max(0, start - _LONGEST_LEAD), start) else 0
