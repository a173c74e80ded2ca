"""Purposes: what a sentence says that a value is for, by its subject or by the errand right before the value.

>>> subject_of("phone", "Сигнали се подават на тел. 112 или на ")
'Сигнали'
>>> subject_of("iban", "Таксите (по Тарифа 4) се внасят по сметка ")
'Таксите'
>>> subject_of("hours", "Кметът съобщава, че здравната служба работи с ")
'здравната служба'
>>> subject_of("phone", "Поръчки, свързани с панаира, ще се приемат на ")
'Поръчки'
>>> subject_of("email", "Въпроси могат да се изпращат на ")
'Въпроси'
"""

import re

from govarchive.link.call_words import REACHED
from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, OPENING, few_words
from govarchive.link.labels.asked import ERRAND_FIRST, OPENERS, behind_verb, done_by, without_day
from govarchive.link.labels.hours_told import noun_of_clause, served_by, without_since
from govarchive.link.labels.sums_told import without_order

_VERBS = {
    "phone": r"""(?:се|бъд(?:е|ат)|(?:може(?:те)?|могат)[ ]да(?:[ ]се)?)[ ]
        (?:пода|прием|дава|даде|получ|прав|направ|извърш|изпра|отправ|съобщ|заяв|запис|осъществ|депозир|представ|внас
          |остав)\w*
        | (?:изпра(?:щ|т)|пращ|подав|заяв|съобщ|отправ|насоч|адресир|депозир)\w*[ей]те
        | става(?:т)?(?=[ ](?:на|по|чрез|при|в|до|от)[ ])""",
    "iban": r"""(?:да[ ])?се[ ]{1,2}(?:внас|внес|превежд|превед|плащ|заплащ|плат|изплащ|набир|събир|прием)\w*
        | (?:(?:е|са|бъде|бъдат)[ ])?(?:вносим|внесен|платим|преведен|дължим)[аои]?
        | (?:внася|превежда|заплаща)т?[ ]се | (?:да[ ])?бъд(?:е|ат)[ ](?:внес|превед|плат|заплат)\w+
        | може(?:те)?[ ]да[ ](?:направ|внес|превед|плат|преведе)(?:и?те|ят)""",
    "hours": r"""работ(?:и|ят) | (?:е|са|бъде|бъдат)[ ](?:(?:о|за)творен\w?|достъп(?:ен|на|но|ни)|на[ ]разположение)
        | (?<!се[ ])прием(?:а|ат)
        | (?:е|са|бъде|бъдат)
          (?=[ ](?:от|до|между|ежедневно|всек[иа]|на[ ]място|в[ ](?:периода|[а-я]+(?:ник|да|тък|ота|еля)))[ ])
        | се[ ](?:раздава|провежда|извършва|осъществява|обслужва|сервира|продава|издава|предоставя|получава|закупува
          |приема|подава|представя|прав|дава|вижда|разглежда|записва|преглежда)\w*
        | (?:може(?:те)?|могат)[ ]да[ ](?:се[ ])?(?:вид|закуп|получ|разглед|преглед|прегледа|подад|пода|запозна)\w*
        | посреща(?:т)? | става(?:т)?(?=[ ](?:в|във|на|при|от|всек[иа])[ ])""",
}
_VERBS["email"] = _VERBS["phone"]
# What hours are called in a sentence, up to them.
_OPENING = re.compile(
    rf"(?<!\w){OPENING}[ ](?:на|за|с|в|във|при)[ ](?:(?!(?:работно|приемно)[ т])[^:;\n]){{3,}}\Z",
    re.IGNORECASE,
)
_HOURS = re.compile(r"[0-9][ ]?ч|[0-9][:.,][0-9]{2}|[ ]от[ ][0-9]{1,2}[ ]до[ ]")
# Where a long name of hours goes on to tell more, the first of them first.
_OPENING_ENDS = (re.compile("[,(]|[ ]-[ ]"), re.compile(r"[ ](?:към|при)[ ]"))
_SITUATED = re.compile(r",?[ ](?:находящ|намиращ|разположен|помещаващ)[а-я]{0,3}[ ]")
_LONG_OPENING = 60
_TOLD = {
    kind: re.compile(rf"[ ](?:си[ ])?(?:не[ ])?(?:ще[ ])?(?:{verbs})(?=[ :])", re.VERBOSE | re.IGNORECASE)
    for kind, verbs in _VERBS.items()
}
# What a sentence has before its verb where it begins with the values: `На телефон 841 234 и имейл ... се приемат`.
_VALUE_FIRST = re.compile(
    r"""[\W0-9]*+ (?:на|по|чрез)\b
    (?: [\w.-]++@[\w.-]++ | [\W0-9_]++   # the values before this one
      | (?:на|по|и|или|тел\w*|факс|следн\w+|посочен\w+|мобил\w+|номера?|[еe]-?mail|имейл|електрон\w+|адрес|поща)
        (?![^\W_]) )*+""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLD_BEHIND = re.compile(
    rf"""(?:[^.;!?\n]|\.(?=\w)){{0,120}}?[ ](?:ще[ ])?
    (?: {_VERBS["phone"]} | могат[ ]да[ ](?:пода|съобщ|изпра)\w+ ) [ ]
    (?:(?:денонощно|само|единствено|и)[ ])* (?P<words>[а-я]{{4,}}(?:[ ][^,;:.()0-9\n]+)?)""",
    re.VERBOSE | re.IGNORECASE,
)
# How near the verb a value stands, so that it is told of it.
_REACH, _FAR = 200, 250
_REMARK = re.compile(r"[ ]?\([^()]{0,120}\)|[ ]/[^/\n]{3,120}/(?=[ ])")
# What a sentence goes on to tell of something else: `Молби се приемат в стая 5, а справки се дават на тел. 841 234`.
_AS_WELL = re.compile(r",[ ](?:като|а|докато)(?=[ ][а-я]{3,}[ ])")
# What is told of the subject between commas: `Поръчки, свързани с панаира, се приемат на ...`.
_PARTICIPLE = re.compile(
    r",[ ](?:свързан\w|отнасящ\w+|касаещ\w+|относно|подаден\w|възникнал\w|дължим\w|определен\w)[ ][^,;:]{3,60},(?=[ ])"
)
_CLAUSE_START = re.compile(
    r"[,:;][ ]|(?<=[ ])че[ ]|[ ]-[ ]|[.!?](?<![ ]с\.)(?<![ ]гр\.)[ ](?=[А-Я])"
    r"|^[ ]?(?:[0-9]{1,2}|[IVX]{1,4})[.)][ ]?"
)
_AMOUNT = r"[0-9][0-9.,]*[ ]?(?:%|на[ ]сто|процента|лв|лева|евро|€)"
_SUM = re.compile(
    rf"[ ](?:в[ ]размер|(?:от|до)[ ][0-9]|на[ ]стойност|-[ ]?[0-9]|(?:е|са)[ ](?:[0-9]|парична)|\([0-9]|{_AMOUNT}"
    rf"|за[ ](?:(?![ ](?:в[ ]размер|на[ ]стойност|{_AMOUNT}))[^,]){{0,30}}[0-9]).*"
)
# Subjects that say nothing of what for.
_EMPTY = re.compile(
    r"""(?:кой|коя|кое|кои)то | и | също | сум(?:а|ата|ите) | плащан(?:е|ето|ия|ията) | средства(?:та)?
    | (?:граждани(?:те)?|желаещите|потребителите|интересуващите[ ]се)(?:[ ].*)?
    | те | тя | той | то | (?:и[ ])?при[ ].* | (?:може|могат|трябва|следва)(?:[ ]да)? | не | както[ ].*
    | всички | всичко""",
    re.VERBOSE | re.IGNORECASE,
)
# Where and when something is done, before its verb.
_WHEN = re.compile(r"(?:извън|през|преди|след|до|от|на|в|във|по|считано|всек[аио])(?![а-я])", re.IGNORECASE)
_MODAL = re.compile(r"(?:[ ](?:може|могат|трябва|следва))?[ ]да$")
_RELATIVE = frozenset(("който", "която", "което", "които"))
_DIGIT = re.compile("[0-9]")
_MOST_WORDS, _MOST_OF_HOURS, _MOST_CALLED_FOR = 6, 9, 10
_FEE = re.compile(
    r"""[^\w\n]*(?P<words>[А-Я][а-я]{3,}(?:[ ][^:;.\n]{2,40})?)[ ]?:[ ]
    (?:[^:.%]|\.(?![ ][А-Я]))*[0-9][ ]?(?:лв|лева|евро|€)""",
    re.VERBOSE,
)
_ERRAND_OPENS = re.compile(rf"[^\w\n]*(?P<words>{OPENERS}(?=[ ,])[^,:;\n]*)")
# `ловците превеждат сумите за хижите по сметката на ...`
_PAID = re.compile(
    r"""(?: (?<![^\W_])(?i:внес|внас|превед|превежд|(?:за)?плаща)[а-я]+[ ]
        (?:сума(?:та)?[ ]|сумите[ ]|средства(?:та)?[ ])?
      | (?<![^\W_])(?i:(?:за)?плащане|внасяне|превеждане)(?:то)?[ ]на[ ] )
    (?P<words>(?!(?:се|в|до|на|по|от)[ ])[а-я][^;:!?\n]{3,80}?) (?:[ ](?:към|на)[ ][А-Я][^;:!?\n]{3,40}?)?
    (?:[ ](?:може|могат|трябва|следва)[ ]да)? (?:[ ](?:(?:ще[ ])?се[ ][а-я]+|става))? (?:[ ](?i:само|единствено|и))*
    (?: [ ] (?: (?:по|на)[ ](?:(?!по[ ])[а-я]+[ ]){0,2}(?:сметк|IBAN) | (?:по|чрез|с)[ ]банков
          | (?:чрез|по)[ ](?:един[ ]от[ ])?(?:следн|посочен|изброен) )
      | [ ]?:[ ]*\Z )""",
    re.VERBOSE,
)
# `вносна бележка за гаранция за участие по сметка`
_DUE = re.compile(
    r"""(?<![^\W_])(?P<words>(?:депозит|гаранци|такс|вноск|дарени|глоб|наем)[а-я]{0,3}
      (?:[ ]за[ ](?!(?:сметка)[ ])[а-я][^,;:.()\n0-9]{2,40}?)?) [ ]по[ ](?:[а-я]+[ ])?(?:сметка|IBAN)(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_WAY_OF_PAYING = re.compile(r"(?<=[ ])(?:(?:по|чрез|с)[ ]банков|(?:по|на)[ ](?:[а-я]+[ ]){0,2}сметк)", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"""[^\w\n]*(?P<words>[А-Я][^,:;.\n]{2,80}?)[ ](?:ще[ ])?
    (?: (?:се|бъд(?:е|ат))[ ](?:осъществ|осигур|провежд|извърш|прием|състо|пода[вд]|събир)\w+
      | (?:е|са)[ ]отворен\w? | (?:може|могат)[ ]да[ ]се[ ]пода[а-я]+ ) (?![а-я])""",
    re.VERBOSE,
)


def subject_of(kind: str, sentence: str) -> str | None:
    """The subject of a sentence, up to a value of some kind, whose verb says what such a value serves."""
    verbs = _TOLD.get(kind)
    if verbs is None or verbs.search(sentence) is None:
        if kind == "hours":
            return opening_in(sentence)
        first = (_PAID.search(sentence) or _DUE.search(sentence)) if kind == "iban" else ERRAND_FIRST.match(sentence)
        paid = without_sum(first["words"]) if first else ""
        return paid if paid and not _EMPTY.fullmatch(paid) else None
    sentence = _PARTICIPLE.sub("", _REMARK.sub("", sentence))
    found = verbs.search(sentence)
    if found and kind != "iban" and (as_well := _AS_WELL.search(sentence, found.end())):
        sentence = sentence[as_well.end() :]
        found = verbs.search(sentence)
    if found is None or len(sentence) - found.end() > (_FAR if kind == "iban" else _REACH):
        return None
    words = sentence[: found.start()]
    if kind == "hours" and (who := served_by(words)):
        return who
    clauses = _CLAUSE_START.split(words)
    while len(clauses) > 1 and _goes_on(kind, clauses[-1]):
        clauses.pop()
    if kind in REACHED:
        return (
            done_by(found.group(), sentence[found.end() :])
            or _called_for(clauses[0 if clauses[-1].startswith("за ") else -1])
            or _first_errand(words)
            or behind_verb(sentence[found.end() :])
        )
    last = without_order(without_since(clauses[-1])) if kind == "iban" else clauses[-1]
    last = (noun_of_clause(last) or "") if kind == "hours" else last
    return _as_subject(last, _MOST_OF_HOURS if kind == "hours" else _MOST_WORDS) or _first_errand(words)


def is_clause(kind: str, words: str) -> bool:
    """Whether the words before a value of some kind are a clause, or the end of one: `внесена до 12.05. по сметка`."""
    return CLAUSE.search(f" {words}") is not None or (kind == "iban" and _TOLD[kind].match(f" {words}") is not None)


def _called_for(clause: str) -> str | None:
    """The whole subject of a clause that one calls or writes for; when or where that is done is none."""
    words = without_day(_MODAL.sub("", clause)).strip(EDGE)
    if _WHEN.match(words) or _EMPTY.fullmatch(words) or CLAUSE.search(words):
        return None
    words = few_words(words, _MOST_CALLED_FOR)
    return words if words[:2].isalpha() and len(words.split()) <= _MOST_CALLED_FOR else None


def opening_in(sentence: str) -> str | None:
    """What the words before hours call them, without what a long sentence goes on to tell.

    >>> opening_in("2. Остава старото работно време на лодкарите по реката към Управление за буйове и маяци, като от ")
    'работно време на лодкарите по реката'
    """
    found = _OPENING.search(sentence)
    if found is None or _HOURS.search(found.group()):
        return None
    words = CLAUSE.split(_SITUATED.split(f"{found.group()} ")[0])[0].strip(EDGE)
    for end in _OPENING_ENDS:
        words = end.split(words)[0].strip(EDGE) if len(words) > _LONG_OPENING else words
    return words if len(words) <= LONGEST else None


def subject_behind(before: str, text: str, stop: int) -> str | None:
    """What a sentence that begins with a telephone or an address, which ends at `stop`, says that it serves.

    >>> page = "На тел. 841 234 се приемат денонощно сигнали за нередности."
    >>> subject_behind("На тел. ", page, page.index(" се"))
    'сигнали за нередности'
    """
    told = _TOLD_BEHIND.match(text, stop) if _VALUE_FIRST.fullmatch(before) else None
    return _as_subject(told["words"], _MOST_WORDS) if told else None


def _as_subject(words: str, most: int) -> str | None:
    """The words of a clause before its verb as what a value is for; None for many, and for ones that say nothing."""
    words = _MODAL.sub("", without_sum(words))
    words = few_words(words, most)
    return words if is_subject(words, most) and not _DIGIT.search(words) else None


def without_sum(words: str) -> str:
    """What is paid, without how much.

    >>> without_sum("депозит в размер на 200 лв."), without_sum("държавна такса (5 лв.)")
    ('депозит', 'държавна такса')
    """
    return _SUM.sub("", words).strip(EDGE)


def _goes_on(kind: str, clause: str) -> bool:
    """Whether the last clause before the verb only goes on with the one before it: how much is paid, or a list.

    `Гаранцията, 5% от цената - 90 лв., се внася по сметка`, `Служителите на гишетата - "Каси" и "Внос" работят`
    """
    if kind == "hours":
        return clause.lstrip()[:1] == '"'
    return kind == "iban" and _is_of_sum(without_since(clause))


def _is_of_sum(clause: str) -> bool:
    """Whether a clause before the verb tells no more than how much is paid."""
    words = _SUM.sub("", clause).strip()
    return not words or words in _RELATIVE or _DIGIT.search(words) is not None


def is_subject(words: str, most: int) -> bool:
    """Whether a few words may be the subject of a sentence and say something."""
    few = words[:3].isalpha() and len(words.split()) <= most
    return few and not (_EMPTY.fullmatch(words) or CLAUSE.search(words))


def subject_of_heading(line: str) -> str | None:
    """The subject of a line that announces what is below: `Приемът на граждани се осъществява, както следва:`."""
    found = _ANNOUNCED.match(line)
    return _as_subject(found["words"], 2 * _MOST_WORDS) if found else None


def _first_errand(words: str) -> str | None:
    """The errand that opens a long sentence: `Сигнали за лебеди, както и похвали за това и онова, се ...`."""
    found = _ERRAND_OPENS.match(words)
    return _as_subject(found["words"], 2 * _MOST_WORDS) if found else None


def payment_in(line: str) -> str | None:
    """What a line says is paid through a bank, or in one of several ways told below it.

    >>> payment_in("За плувците: таксите за басейна се заплащат по банков път.")
    'таксите за басейна'
    >>> payment_in("Заплащането на наем за сергии се урежда чрез един от изброените начини:")
    'наем за сергии'
    """
    found = _PAID.search(line)
    if found:
        return _as_subject(found["words"], 2 * _MOST_WORDS)
    ways = _WAY_OF_PAYING.search(line)
    return subject_of("iban", line[: ways.start()]) if ways else None


def fee_in(line: str) -> str | None:
    """What the sums of a line are of, which stand above the account they are paid to.

    >>> fee_in("Такса за лагера: малка палатка 21 лв., голяма 35 лв."), fee_in("Стъпка: 10 %. Депозит - 45 лв.")
    ('Такса за лагера', None)
    """
    found = _FEE.match(line)
    return found["words"] if found else None
