"""Clauses of sums: the subject with an article, from which a verb or a bracket leads to a sum, in any clause.

>>> subject_before(", като единият разход за една лодка е ")
'единият разход за една лодка'
>>> subject_before("Хорът възрази, че вноската на Елена (")
'вноската на Елена'
>>> subject_before("Съветът реши месечният наем да остане ")
'месечният наем'
>>> subject_before("Хорът отпусна ") is None
True
"""

import re
from collections.abc import Sequence

from govarchive.link.label_words import EDGE, few_words

# What leads from the subject of a clause to a sum.
_VERB = re.compile(
    r"""[ ] (?:
        (?:е|са|бе|беше|бяха|(?:ще[ ]|да[ ])?(?:е|са|бъдат?))(?:[ ]бил[аио]?)?
        (?:[ ](?:определен|увеличен|намален|изчислен|фиксиран|продаден|закупен|отдаден|оценен)[аио]?)?
      | (?:да[ ]|ще[ ])?(?: остават? | остан(?:е|ат) | стан(?:е|ат) | стават? | възлизат? | възлиза(?:ше|ха)
          | варират? | струва(?:т|ше|ха)? | достига(?:т|ха)? | достигн(?:а|аха|е|ат) | надхвърлят? | надхвърли(?:ха)?
          | (?:се[ ])?(?:равнява|увеличава|намалява|повишава|вдига|покачва|определя)т?(?:[ ]се)?
          | (?:се[ ])?(?:увеличи|намали|повиши|вдигна|покачи)(?:ха|ят|т)?(?:[ ]се)? ) )
    (?:[ ](?:на|от|до|за|между|по|с|в|над|под|около|близо|общо?|още|само|вече|размер|стойност|сума|обща|цена)){0,5}
    (?:(?<=[ ]от)[ ][0-9][0-9.,]{0,8}(?:[ ](?:лв\.|лева))?[ ]на)?[ ]?\Z  # `се повишава от 45 на 60 лв.`
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a sum is of where it stands behind: `420 лв. разноски за вещи лица`, `500 лв. - неизплатено обезщетение`.
_BEHIND = re.compile(r"[ .]*[ ](?:-[ ])?(?=[а-я]{3})")
_OF_NOUN = re.compile(r"(?:[ ](?:за|по|на|от)[ ][^,;:.()\n]{3,60})?")
_ONLY_SUM = re.compile("сума(?:та)?|стойност(?:та)?", re.IGNORECASE)
# `искови молби - 4 на сто, но не по-малко от`, `жалба от`
_BOUNDED = re.compile(
    r"""[^\w\n]*(?P<words>[^\W\d_][^:;\n0-9]{3,80}?) [ ]?[:-]?[ ]
    (?: [0-9][0-9.,]*[ ]?(?:%|на[ ]сто|процента)[^;:\n]{0,60}?[ ](?:по-малко|повече|по-голям[аои]|по-малък)[ ]от
      | (?P<range>от|между) )""",
    re.VERBOSE | re.IGNORECASE,
)
# From a sum to one of the same for another case: ` за възрастни и 3 лв. за деца`, ` (деца 1 лв.)`, `, по т. 2 - `.
_SAME_NOUN = re.compile(
    r"""\.? (?:/[а-я]{1,10}\.?)? (?:
        (?:[ ](?:за|на)[ ][^,;:.()\n0-9]{2,40})?,?[ ](?:(?:но|и)[ ])?не[ ](?:по-малко|по-ниск[аои]|повече)[ ]от
      | (?: [ ](?:за|на)[ ][^,;:.()\n0-9]{2,40} )? ,?[ ](?:и|а|или|съответно|респективно)(?:[ ](?:по|от|до|съответно))?
      | [ ]\( (?:за[ ])?(?:дец|учени|студент|пенсионер|учащ|граждан|хора|лица|възрастн|инвалид|груп)[^():;0-9\n]{0,40}?
      | [ ]до
      | [ ](?:за|на)[ ][^,;:.()\n0-9]{2,30},
      | ,[ ](?:а[ ])?(?:за|по)[ ]т\.[ ]?[0-9.]{1,6} ) [ ]?[:-]?[ ]?""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKET = re.compile(r"[ ]?[(/][ ]?\Z")
_CLAUSE_ENDS = re.compile(
    r"[,;:!?()]|\.[ ]|[ ]-[ ]|[ ](?:че|но|а|като|докато|защото|които|което|която|който)(?=[ ])", re.IGNORECASE
)
# From a noun to what is told of it: `таксата за храна, която до момента бе`.
_RELATIVE = re.compile(r",[ ]ко(?:й|я|е|и)то(?:[ ][^,;:.()]{1,40})?\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"[^\W\d_]{2,}(?:ът|ят|ата|ята|та|ото|ето|ите|ете|тата)", re.IGNORECASE)
# What ends as an article does and is none.
_NO_NOUN = frozenset(
    """което която които като както това тази тези където защото всичките двете трите
    заплата карта оферта рента квота валута""".split()
)
_TO_MORE = frozenset("на за по от към при в във с със и".split())
# What makes a clause of the words.
_NOT_IN_PHRASE = frozenset("се ще да не е са съм бе му им го".split())
_MOST_FREE, _MOST_BEHIND, _MOST_WORDS, _LONGEST = 3, 5, 9, 200


def subject_before(said: str) -> str | None:
    """The subject of the clause that ends with a sum, up to the verb or the bracket that leads to it."""
    said = said[-_LONGEST:]
    lead = _VERB.search(said) or _BRACKET.search(said)
    if lead is None:
        return None
    words = _CLAUSE_ENDS.split(_RELATIVE.sub("", said[: lead.start()]))[-1].split()
    phrase = next((words[at:] for at, it in enumerate(words) if _has_article(it) and _is_phrase(words[at:])), None)
    if phrase and phrase != words and words[-len(phrase) - 1] in _TO_MORE and _is_short(words):
        phrase = words  # `Награда на кмета (`
    return few_words(" ".join(phrase), _MOST_WORDS).strip(EDGE) if phrase else None


def noun_behind(text: str, stop: int, names: re.Pattern[str]) -> str | None:
    """The noun right behind a sum that names it, with what it is for.

    >>> noun_behind("да плати 420 лв. разноски за адвокат, ...", 16, re.compile("разноски"))
    'разноски за адвокат'
    """
    lead = _BEHIND.match(text, stop)
    noun = names.match(text, lead.end()) if lead else None
    if noun is None or text[noun.end() : noun.end() + 1].isalnum():
        return None
    rest = _OF_NOUN.match(text, noun.end())
    return few_words(text[noun.start() : rest.end() if rest else noun.end()], _MOST_WORDS).strip(EDGE)


def bounded_by(said: str, behind: str) -> str | None:
    """What opens a line whose sum is a bound, of a share or the lower one of a range.

    >>> bounded_by("- по молби 4 на сто, но не по-малко от", ";"), bounded_by("жалба по искове от", " до 40 лева")
    ('по молби', 'жалба по искове')
    """
    found = _BOUNDED.fullmatch(said)
    told = found and (not found["range"] or behind[:4] == " до " or behind[:3] == " и ")
    return found["words"].strip(EDGE) if found and told else None


def same_noun(text: str, start: int, stop: int) -> bool:
    """Whether what stands between two sums tells a case of the same and no noun of its own.

    >>> same_noun("такса 3 лв. (деца и пенсионери 1 лв.)", 11, 31), same_noun("такса 3 лв., наем 1 лв.", 11, 18)
    (True, False)
    """
    return _SAME_NOUN.fullmatch(text, start, stop) is not None


def is_only_sum(name: str) -> bool:
    """Whether the noun of a sum says no more than that it is one."""
    return _ONLY_SUM.fullmatch(name) is not None


def _has_article(word: str) -> bool:
    return _ARTICLE.fullmatch(word) is not None and word.lower() not in _NO_NOUN


def _is_short(words: Sequence[str]) -> bool:
    """Whether a few words make no clause and begin with none that joins them to others."""
    return len(words) <= _MOST_BEHIND and words[0] not in _TO_MORE and _NOT_IN_PHRASE.isdisjoint(words)


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether words are a noun with what it is of: a second article stands only behind what joins it to the first."""
    joined, free = False, 0
    for word in words[1:]:
        low = word.lower()
        if low in _TO_MORE:
            joined, free = True, 0
            continue
        free += 1
        if low in _NOT_IN_PHRASE or free > (_MOST_BEHIND if joined else _MOST_FREE):
            return False
        if _has_article(word) and not (joined and free == 1):
            return False
    return words[-1].lower() not in _TO_MORE
