"""Bulgarian endings: articles off, for the base form of a name, and agreement, for the extent of one.

Only what names of bodies need; there is no dictionary behind it, so the endings decide and a short list of words says
where they mislead. Upper case is kept as it comes; the letters put back (`районния` -> `районен`) are lower case.

>>> base_adjective("Върховния"), base_adjective("Районната"), base_adjective("Европейският")
('Върховен', 'Районна', 'Европейски')
>>> base_noun("Съвета", "съвет"), base_noun("Министерството"), base_noun("Центърът", "център")
('Съвет', 'Министерство', 'Център')
"""

import re
from functools import lru_cache

_IRREGULAR = {
    "първия": "първи",
    "третия": "трети",
    "новия": "нов",
    "добрия": "добър",
    "малкия": "малък",
    "великия": "велик",
    "целия": "цял",
    "светия": "свети",
    "белия": "бял",
    "големия": "голям",
    "храбрия": "храбър",
}
# Masculine adjectives that keep their -и without the article: ски, шки, чки, жки and the ordinals.
_KEEPS_I = re.compile(
    r"(?: [сшчжз] к | втор | четвърт | [пш]ест | седм | осм | девет | десет | ст | шест )$", re.VERBOSE
)
_VOWELS = "аеиоуъюя"

ARTICLE = re.compile(r"(?: ът | ят | та | то | те | ия )$", re.VERBOSE)
"""The ending of a word in lower case that certainly carries an article; the short `-а`, `-я` cannot be told."""


def base_adjective(word: str) -> str:
    """An adjective or ordinal without its article; a word that has none comes back as it is.

    >>> base_adjective("Висшия"), base_adjective("държавния"), base_adjective("обединения"), base_adjective("Общински")
    ('Висш', 'държавен', 'обединен', 'Общински')
    """
    low = word.lower()
    if low.endswith(("ата", "ята", "ото", "ите", "шето")):
        return word[:-2]
    stem = len(word) - (3 if low.endswith("ият") else 2 if low.endswith("ия") else 0)
    if stem == len(word) or stem < 2:
        return word
    known = _IRREGULAR.get(low[:stem] + "ия")
    if known:
        return word[0] + known[1:]
    if _KEEPS_I.search(low[:stem]):
        return word[:stem] + "и"
    return _with_fleeting_e(word[:stem])


def _with_fleeting_e(stem: str) -> str:
    """`районн` -> `районен`, `семейн` -> `семеен`; `обединен` and `висш` stay."""
    if len(stem) < 3 or stem[-1].lower() != "н" or stem[-2].lower() in _VOWELS:
        return stem
    before = stem[:-2] if stem[-2].lower() == "й" else stem[:-1]
    return before + "ен"


def base_noun(word: str, dictionary: str = "") -> str:
    """A noun without its article; `dictionary` is its base form where the ending alone cannot tell (`съвета`).

    >>> base_noun("комисията"), base_noun("Областта"), base_noun("Храните"), base_noun("СЪДЪТ", "съд")
    ('комисия', 'Област', 'Храни', 'СЪД')
    """
    low = word.lower()
    if dictionary and not low.startswith(dictionary[:2]):
        return word
    if dictionary:
        return dictionary.upper() if word.isupper() and len(word) > 1 else word[0] + dictionary[1:]
    if low.endswith(("ът", "ят")):
        return word[:-2] + ("й" if low[-3:-2] in _VOWELS else "")
    return word[:-2] if low.endswith(("та", "то", "те")) and len(word) > 4 else word


# Endings by gender. An adjective is only taken for one when the next word agrees, so the classes may be wide.
_ADJECTIVE = re.compile(
    r"""
    (?P<p> (?: [нвщш] | [сшчжзц]к | ет | [дн]ал | стар | [мс]им | млад ) (?: и | ите ) | (?: ст | ар | бр ) ите )$
    | (?P<f> (?: [нвлщш] | [мс]им | [сшчжзц]к | бр | ст | т | втор | (?<![а-я])лек ) (?: а | ата ) )$  # feminine
    | (?P<n> (?: [нвлщшт] | [сшчжзц]к | [бт]р | втор ) (?: о | ото ) | висше (?:то)? )$                  # neuter
    | (?P<m> [еая]н | [ое]в | [аяую]щ | [ие]м | висш | бивш                                    # masculine
        | (?: [вщштл] | втор | (?<![аеиоуюя])н | [вм]ен | иран | [сшчжзц]к ) (?: ия | ият ) )$
    """,
    re.VERBOSE,
)
_SKI = re.compile(r"[сшчжзц]ки$")
_NOUN = {
    "p": re.compile(r"(?: и | ите | а | ата | я | ята | ища | [ое]ве(?:те)? )$", re.VERBOSE),
    "f": re.compile(r"(?: а | я | ата | ята | ст | стта | [цл] | вта? | рия | щ | реч | вар | ен )$", re.VERBOSE),
    "n": re.compile(r"(?: о | е | ото | ето | и | ю )$", re.VERBOSE),
    "m": re.compile(r"(?: [бвгджзйклмнпрстфхцчшщ] | ът | ят | [бвгджзклмнпрстфхцчшщ]а | я | ща )$", re.VERBOSE),
}


@lru_cache(maxsize=8192)
def gender(word: str) -> str | None:
    """The gender an adjective in lower case shows: `m`, `f`, `n` or `p` (plural); None for what ends like no adjective.

    >>> gender("върховния"), gender("избирателна"), gender("съд")
    ('m', 'f', None)
    """
    match = _ADJECTIVE.search(word)
    return match.lastgroup if match else None


@lru_cache(maxsize=8192)
def agrees(word: str, after: str) -> bool:
    """Whether a word, in lower case, can be an adjective of the word after it (an adjective or the noun itself).

    >>> agrees("социалната", "политика"), agrees("храните", "проведе"), agrees("висши", "учебни")
    (True, False, True)
    """
    own, other = gender(word), gender(after)
    if own is None:
        return False
    if other == own or (own == "m" and _SKI.search(after)):
        return True
    if own == "p" and _SKI.search(word) and _NOUN["m"].search(after):
        return True
    return bool(_NOUN[own].search(after))


_OWN_ENDING = frozenset(
    """защита работа карта просвета място места заплата квота красота самота планета лекота писта монета газета
    чистота злато лято""".split()
)
"""Nouns whose last letters only look like an article."""


@lru_cache(maxsize=8192)
def definite(word: str) -> bool | None:
    """Whether a word in lower case carries the article; None where `-а` and `-я` leave it open.

    >>> definite("храните"), definite("бюджет"), definite("труда")
    (True, False, None)
    """
    if word in _OWN_ENDING or word.endswith("ство"):
        return False
    if ARTICLE.search(word) and len(word) > 4 and not word.endswith(("ция", "сия", "зия", "гия", "рия", "лия", "фия")):
        return None if word.endswith("ия") else True
    return None if word.endswith(("а", "я")) else False


_ENDINGS = "овете ната ното ните ният ата ята ото ето ите ият ния ове ът ят та то те ия ен на но ни а я о е и й".split()
"""Endings of nouns and adjectives, with the article and without."""
_STEM = 3


def word_forms(word: str) -> tuple[str, ...]:
    """A word in lower case and what may be other forms of it, for comparing: a form too many finds nothing.

    >>> forms = word_forms("сигнал")
    >>> {"сигнали", "сигналите", "сигнала"} <= set(forms), "сигнал" in word_forms("сигналите")
    (True, True)
    >>> "кмет" in word_forms("кмета"), "факс" in word_forms("факсът"), word_forms("на")
    (True, True, ('на',))
    """
    # Which ending it is cannot be told: `кмета` is no `кме` with the article of a woman.
    stems = [word, *(word.removesuffix(it) for it in _ENDINGS if word.endswith(it))]
    stems = [it for it in stems if len(it) >= _STEM]
    return tuple(dict.fromkeys([word, *stems, *(stem + it for stem in stems for it in _ENDINGS)]))
