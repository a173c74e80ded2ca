"""The adjectives before the head of a body: which belong to its name, and which make it a name by themselves.

>>> from govarchive.text.words import words
>>> text = "до новата Регионална здравна инспекция"
>>> text[adjectives(words(text), 9, 0, "инспекция") :]
'Регионална здравна инспекция'
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from govarchive.names.bodies.words import Head
from govarchive.names.places.toponyms import CAPITALS, kinds_of_names
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees, definite, gender
from govarchive.text.phrase import never_names
from govarchive.text.words import Words


def _beginning(stems: str, ending: str = "") -> re.Pattern[str]:
    """A pattern for words that begin with one of the stems."""
    return re.compile(f"(?:{'|'.join(stems.split())}){ending}")


# Adjectives that only say which one is meant, never part of a name.
_POINTING = _beginning(
    """
    нов друг ц[яе]л същ негов нейн техн наш ваш следващ предишн предходн съответн компетентн посочен горн
    настоящ бивш всичк подобн отделн различн първоинстанционн въззивн сезиран решаващ заинтересован избран назначен
    последн текущ голям големи малк стар родн останал дв тр завеждащ отговарящ
    """,
    r"[а-я]{0,4}$",
)
# Adjectives of bodies, good for a name even in lower case.
_TYPICAL = _beginning(
    """
    районн?е? окръж областн?е? общинск администрат апелатив военн? градск регионал териториал държав национал
    централ главн? върхов висш конституц специализ народ детск основ средн средищ начал професион природо езиков
    математ спорт технич селскост частн университет многопроф дневе?н избират секцион изпълнит министерск съдебн
    прокурорск гранич криминал пожар спеш постоян временн българск европейск столич обедин духов музикал хуманит
    исторически художествен адвокатск нотариал обществен социал филиал клинич психиатр митническ данъч технолог
    граждан наказател търговск информац образов младежк международ ветеран спец земеделск горск природ ловн воен
    авиацион механизир артилерийск алпийск морск речн въздуш метеор статистич осигурит здрав
    """
)
# Adjectives of region make a name by themselves (`Старозагорски административен съд`); these on -ски do not.
_OF_PLACE = re.compile(r"(?:[сшч]к(?:и|а|о|ия|ият|ата|ото)|столич\w+)$")
_OF_NO_PLACE = _beginning(
    """
    общинск градск селск областн министерск съдийск прокурорск адвокатск учителск родителск детск ученич студентск
    академич гражданск търговск младежк женск директорск управителск научн работническ синдикалн комунал икономич
    политич юридич технич историч статистич медицинск лекарск човешк земеделск горск патриарш морск ловн военноморск
    университетск туристич логистич психиатрич клинич педагогич етич католич протестантск математич физич химич
    филос академ експертн граничн творч читалищ фолклор театралн етнографск археологич краевед счетовод ръков
    дисциплин организац инициатив консултат парламентарн полицейск околийск
    """
)
# These too are told by their adjective, but only where a second one narrows them down or the head is a supreme one.
_SUPREME = re.compile(r"(?:върхов|висш|конституц|европейск)")
_OFFICIAL = re.compile(r"(?:областн|общинск|районн|централн|окръжн)")
_NATIONAL = re.compile(r"(?:национал|държав|централ|българск|световн)")


_AND = frozenset("иИ")
# What may stand before the first word of a name.
_OPENING = frozenset(' \n\t("/')
# Between an adjective and what it belongs to; the hyphen is that of `научно- изследователски`.
_JOINT = re.compile(r"-?(?:[ ]|\n(?!\n)){1,35}")
_BEFORE_AND = re.compile(r"-?[ ]{1,30}")
# Where a menu begins, in the form of an adjective: `НАЧАЛО УЧИЛИЩЕТО ПРИЕМ`.
_HOME = "начало"


def adjectives(page: Words, at: int, floor: int, head: str) -> int:
    """The offset where the adjectives that belong to the head at the place `at` begin."""
    parts, ends = page
    left, right, best, capital = at, head, ends[at - 1], False
    while (found := _word_before(parts, left)) is not None:
        begin, word = found
        belongs, typical = _fits(word.lower(), right, right == head)
        if not belongs or ends[begin - 1] < floor or (right != head and definite(right)):
            break
        if word.isupper() and len(word) > 2 and not parts[at].isupper():
            break  # the heading before a name: `ОБЯВА Община Видин`
        if "\n" in parts[left - 1] and (
            word.isupper() != (parts[at][0] in CAPITALS)
            or lower(word) in kinds_of_names()
            or (left != at and not typical and parts[left].istitle())
        ):
            break  # what is below `Област Варна` begins anew, and `Футболен клуб` below `Треньор: Иван Ганев`
        left, right = begin, right if word[-1] == "-" else word.lower()
        if parts[begin][0] in CAPITALS:
            best, capital = ends[begin - 1], True
        elif typical and not capital:
            best = ends[begin - 1]
    return best


def _word_before(parts: Sequence[str], at: int) -> tuple[int, str] | None:
    """The place of the word before `at`, and the word with its hyphens; one `и` between them is passed over."""
    last, gap = at - 2, parts[at - 1]
    if last < 0 or (gap != " " and not _JOINT.fullmatch(gap)):
        return None
    if parts[last] in _AND and last > 1:
        last, gap = last - 2, parts[last - 1]
        if gap != " " and not _BEFORE_AND.fullmatch(gap):
            return None
    first, word = last, parts[last] + "-" * (gap[0] == "-")
    while parts[first - 1] == "-" and first > 1:
        first -= 2
        word = f"{parts[first]}-{word}"
    before = parts[first - 1][-1:]
    glued = before.isdigit() and parts[first][0] in CAPITALS  # the number of a telephone before it
    whole = (first == 1 and not parts[0]) or before in _OPENING or glued
    return (first, word) if whole and word not in _SMALL else None


_SMALL = frozenset("на за по от в с и до към при НА ЗА ПО ОТ В С И ДО КЪМ ПРИ".split())


@lru_cache(maxsize=8192)
def _fits(word: str, right: str, noun: bool) -> tuple[bool, bool]:
    """Whether a word belongs to what follows it as its adjective, and whether bodies are called so."""
    if word[-1] == "-":
        return word[-2:] == "о-", _TYPICAL.match(word) is not None
    belongs = word != _HOME and not never_names(word) and _goes_with(word, right, noun) and not _POINTING.match(word)
    return belongs, _TYPICAL.match(word) is not None


def _goes_with(word: str, right: str, noun: bool) -> bool:
    """Whether a word is an adjective of what follows: of the head noun, of another adjective, of an abbreviation."""
    if not right:
        return bool(_OF_PLACE.search(word))
    if not agrees(word, right):
        return False
    other = gender(right)
    return noun or other in (gender(word), None) or right.endswith("ки") or (other == "m" and word.endswith("ки"))


def plural(word: str, head: Head) -> bool:
    """Whether a form of a head, in lower case, means many of its kind."""
    several = ("ия", "ията") if head.base[-2:] == "ие" else _MANY
    return word != head.base and word.endswith(several)


_MANY = ("и", "ите", "ища", "ищата", "ове", "овете", "ства", "ствата")


# State ones there are many of: `Държавно горско стопанство`.
_OF_MANY = frozenset("стопанство предприятие училище градина".split())
# By these each of them is the one of its kind: in its region, in its part of the country, among academies, in a house.
_ONE_OF_ITS_KIND: Mapping[str, re.Pattern[str]] = {
    "инспекция": re.compile(r"регионал[а-я]*[ ]"),  # `регионалната инспекция` is any
    "предприятие": re.compile(r"(?:северо|северн|юго|южно|източ|запад)[а-я]*[ ](?:[а-я]+[ ])?държавн"),
    "академия": re.compile(r"(?:музикал|художеств|медицинск|военн|полицейск|стопанск)"),
    "библиотека": re.compile(r"централн"),
    # Services of a town that has one of each.
    "патронаж": re.compile(r"(?:домаш|общинск|социал)"),
    "трапезария": re.compile(r"(?:обществен|социал)"),
    "кухня": re.compile(r"(?:детск|млечн|общинск)"),
}


def tells(adjectives: str, head: Head) -> bool:
    """Whether the adjectives before a head without complement, which is one of its kind, make it a name."""
    words = adjectives.lower().split()
    if not words or not adjectives[0].isupper():
        return False
    if head.optional:
        # `Софийска окръжна следствена служба`
        return words[-1].startswith("следствен") and len(words) > 1 and bool(_OF_PLACE.search(words[0]))
    if head.base in _ONE_OF_ITS_KIND and _ONE_OF_ITS_KIND[head.base].match(" ".join(words)):
        return True
    if _SUPREME.match(words[0]):
        return True
    if _NATIONAL.match(words[0]):
        return len(words) > 1 and head.base not in _OF_MANY
    if head.base == "комисия" and len(words) > 1:
        return bool(_OFFICIAL.match(words[0]))
    narrowed = head.base == "музей" and len(words) > 1  # `Ямболски етнографски музей`
    return (head.regional or narrowed) and bool(_OF_PLACE.search(words[0])) and not _OF_NO_PLACE.match(words[0])
