"""Hours told in clauses: the noun phrase among the words before them, and what days off are called.

>>> noun_of_clause("Музеят има 30 зали и е отворен за гости"), noun_of_clause("Гости се посрещат")
('Музеят', 'Гости')
>>> noun_of_clause("От 25 май обектите работят с новото лятно работно време")
'лятно работно време'
>>> noun_of_clause("Съгласно Заповед № 12/12.05.2015 г. приемът на гости"), noun_of_clause("Каса")
('приемът на гости', 'Каса')
"""

import re

from govarchive.link.label_words import EDGE, OPENING

_DAY_OFF = re.compile(r"(?P<words>почивн(?:и|ите)[ ]дни|почивен[ ]ден)(?=[ ]?[:-])", re.IGNORECASE)
# According to what, from when on, or how: what stands before whose hours are kept, or what is paid.
_ACCORDING = re.compile(
    r"""\A(?: (?:съгласно|във[ ]връзка[ ]с|на[ ]основание|по[ ]силата[ ]на)[ ][^\n]{3,80}?(?:[0-9][ ]?г\.|[0-9,])[ ]
      | (?:считано[ ])?(?:от|до|на|след)[ ][0-9]{1,2}(?:[.][0-9.]+|[ ][а-я]{3,9})
        (?:[ ][0-9]{4})?(?:[ ]?г(?:од)?\.)?,?[ ]
      | (?:по|чрез|с)[ ]банков(?:и[яй]?)?[ ](?:път|превод)[ ] | (?:където|когато)[ ] )
    (?=[^\W\d_]{3})""",
    re.VERBOSE | re.IGNORECASE,
)
_VERB = re.compile(
    r"""(?<!ко[йяеи]то)[ ](?:не[ ])?(?:ще[ ])?(?:се|е|са|бъд(?:е|ат)
      |може(?:те)?|могат|има(?:т|ме)?|няма(?:т)?|работ(?:и|ят|им)|обслужват?|посрещат?
      |приема(?:т|ме)?|заседават?|спират?|(?:из|раз|про)?дават?|посещават?|дежур(?:и|ят)|(?:от|за)тварят?|събират?
      |извършват?|провеждат?|осъществяват?|организират?|преглеждат?|консултират?|преустановяват?|(?:пре)?минават?|разполагат?|предлагат?|предоставят?|функционират?|продължават?|остават?
      )(?=[ ,]|\Z)""",
    re.VERBOSE,
)
_OPENING = re.compile(rf"(?P<words>(?:[^\W\d_]+но[ ])?{OPENING})\Z", re.IGNORECASE)
_WITH_RELATIVE = re.compile(
    r"\W*(?P<words>[А-Я][^,;:.\n]{2,40},[ ]ко(?:й|я|е|и)то[ ][^,;:.\n]{3,60}?)(?:,|[ ]-)(?:[ ][^.;\n]*)?"
)
_OPENING_BEHIND = re.compile(
    r"""(?<=[^\W_\n])(?:\"?[ ]?[,;(]|\"?[ ]-)[ ]?
    (?P<words>прием(?:ен[ ]ден|ни[ ](?:дни|часове)|но[ ]време))[ ]?[:-]?[ ]?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# What tells the reader to come, up to where; and why hours are changed, before the one word for whose they are.
_ASKED = re.compile(
    r"(?:можете|може|моля|заповядайте|посетете|очакваме)[ ](?:[^\n]*[ ](?:в|във|на|при)[ ](?P<where>[^,;\n]{3,60})\Z)?",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"""(?:във[ ]връзка[ ]с(?:ъс)?|поради|заради|по[ ]повод)[ ][^,;\n0-9]{3,80}[ ]
    (?P<who>[а-я]{3,}(?:ът|ят|ата|ята|ото|ето|ите|ете))(?=\Z|[ ](?:ще[ ])?(?:не[ ])?работ)""",
    re.VERBOSE | re.IGNORECASE,
)
# What begins no noun phrase, or says nothing of whose the hours are.
_NO_NOUN = re.compile(
    r"(?:ко(?:й|я|е|и)то|той|тя|то|те|граждани(?:те)?|желаещите|интересуващите|в|във|на|за|по|при|от|с|до)(?![а-я])",
    re.IGNORECASE,
)


def day_off(words: str) -> str | None:
    """What hours call days off that begin with the words for them.

    >>> day_off("Почивни дни - събота и неделя"), day_off("понеделник - почивен ден")
    ('Почивни дни', None)
    """
    found = _DAY_OFF.match(words)
    return found["words"] if found else None


def opening_before(words: str) -> str | None:
    """What hours are called right before them, behind words that say whose they are.

    >>> opening_before("Минка Илева - кмет, приемен ден: "), opening_before("Приемен ден на кмета - ")
    ('приемен ден', None)
    """
    found = _OPENING_BEHIND.search(words)
    return found["words"] if found else None


def served_by(words: str) -> str | None:
    """Who keeps hours, before the verb, with what is told of them behind `които`.

    >>> served_by("Звената, които обслужват гости - „Каса“ и „Гише“, ")
    'Звената, които обслужват гости'
    """
    found = _WITH_RELATIVE.fullmatch(words)
    return found["words"] if found else None


def without_since(words: str) -> str:
    """The words of a clause without those that say by which order, or since when, it holds.

    >>> without_since("от 3 март наемите"), without_since("От наеми")
    ('наемите', 'От наеми')
    """
    return _ACCORDING.sub("", words)


def noun_of_clause(label: str) -> str | None:
    """The noun phrase of the words before hours, where they are a clause; None where it has none."""
    label = without_since(label)
    if asked := _ASKED.match(label):
        return asked["where"]
    if why := _WHY.match(label):
        label = label[why.start("who") :]
    verb = _VERB.search(label)
    if verb is None:
        return label
    if opening := _OPENING.search(label, verb.end()):
        return opening["words"]
    words = label[: verb.start()].strip(EDGE)
    return words if words[:1].isalpha() and not _NO_NOUN.match(words) else None
