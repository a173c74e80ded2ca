"""The adjectives before the head of a body: which belong to its name, and which make it a name by themselves.

>>> text = "до новата Регионална здравна инспекция"
>>> text[adjectives(text, 29, 0, "инспекция") :]
'Регионална здравна инспекция'
"""

import re

from govarchive.names.body_words import Head
from govarchive.text.fold import lower
from govarchive.text.inflect import agrees, gender
from govarchive.text.phrase import never_names


def _beginning(stems: str, ending: str = "") -> re.Pattern[str]:
    """A pattern for words that begin with one of the stems."""
    return re.compile(f"(?:{'|'.join(stems.split())}){ending}")


# Adjectives that only say which one is meant, never part of a name.
_POINTING = _beginning(
    """
    нов друг ц[яе]л същ негов нейн техн наш ваш следващ предишн предходн съответн компетентн местн посочен горн
    настоящ бивш всичк подобн отделн различн първоинстанционн въззивн сезиран решаващ заинтересован избран назначен
    последн текущ голям големи малк стар родн останал дв тр
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
    морск речн въздуш метеор статистич осигурит здрав
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
    дисциплин организац инициатив консултат парламентарн полицейск
    """
)
# These too are told by their adjective, but only where a second one narrows them down or the head is a supreme one.
_SUPREME = re.compile(r"(?:върхов|висш|конституц|европейск)")
_OFFICIAL = re.compile(r"(?:областн|общинск|районн|централн|окръжн)")
_NATIONAL = re.compile(r"(?:национал|държав|централ|българск)")


def adjectives(text: str, at: int, floor: int, head: str) -> int:
    """Where the adjectives that belong to the head at `at` begin."""
    start, right, best = at, head, at
    while (begin := _word_before(text, start, floor)) < start:
        printed = text[begin:start].split()
        word = lower(printed[0])
        if not printed[0].endswith("-") and not _belongs(word, right, right == head):
            break
        if "\n" in text[begin:start] and printed[0].isupper() != text[at].isupper():
            break
        start, right = begin, right if word[-1] == "-" else word
        if text[start].isupper() or ((best == at or not text[best].isupper()) and _TYPICAL.match(word)):
            best = start
    return best


def _word_before(text: str, at: int, floor: int) -> int:
    """Where the word before `at` begins, one `и` between them passed over; `at` where there is no such word."""
    if text[at - 1 : at] not in (" ", "\n"):
        return at
    chunk = text[max(floor, at - 36) : at]
    body = chunk.rstrip(" \n")
    if body.endswith((" и", " И")):
        body = body[:-2].rstrip(" ")
    word = body[max(body.rfind(" "), body.rfind("\n"), body.rfind("\t")) + 1 :]
    if len(body) == len(chunk) or "\n\n" in chunk[len(body) :] or not word.replace("-", "").isalpha() or word in _SMALL:
        return at
    return at - len(chunk) + len(body) - len(word)


_SMALL = frozenset("на за по от в с и до към при НА ЗА ПО ОТ В С И ДО КЪМ ПРИ".split())


def _belongs(word: str, right: str, noun: bool) -> bool:
    return not never_names(word) and _goes_with(word, right, noun) and not _POINTING.match(word)


def _goes_with(word: str, right: str, noun: bool) -> bool:
    """Whether a word is an adjective of what follows: of the head noun, of another adjective, of an abbreviation."""
    if not right:
        return bool(_OF_PLACE.search(word))
    return agrees(word, right) and (noun or gender(right) in (gender(word), None) or right.endswith("ки"))


def plural(word: str, head: Head) -> bool:
    """Whether a form of a head, in lower case, means many of its kind."""
    return word != head.base and word.endswith(("и", "ите", "ища", "ищата", "ове", "овете", "ства", "ствата"))


def tells(adjectives: str, head: Head, many: bool) -> bool:
    """Whether the adjectives before a head without complement make it a name."""
    words = lower(adjectives).split()
    if not words or not adjectives[0].isupper() or head.optional or many:
        return False
    if _SUPREME.match(words[0]):
        return True
    if _NATIONAL.match(words[0]):
        return len(words) > 1
    if head.base == "комисия" and len(words) > 1:
        return bool(_OFFICIAL.match(words[0]))
    return head.regional and bool(_OF_PLACE.search(words[0])) and not _OF_NO_PLACE.match(words[0])
