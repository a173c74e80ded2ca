"""How far a Bulgarian name goes on after its head noun: `на труда и социалната политика`, `по бюджет и финанси`.

No dictionary of nouns: an adjective is what agrees with the word after it, a noun phrase ends where agreement ends, and
short lists of words (verbs, pronouns, roles) say what never continues a name.

>>> text = "Министерство на труда и социалната политика обяви конкурс"
>>> text[complement(text, 12):]
' обяви конкурс'
>>> text = "Комисията по бюджет, финанси и икономика, както и кметът"
>>> text[complement(text, 9):]
', както и кметът'
>>> text = "Министерството на финансите и кмета на общината"
>>> text[complement(text, 14):]
' и кмета на общината'
"""

import re
from collections.abc import Set

from govarchive.text.inflect import agrees, definite, gender
from govarchive.text.joined import GAP, is_of_many, is_of_people, is_pair, is_sphere, part_of_world

WORD = re.compile(r"[А-Яа-яЍѝ]+(?:-[А-Яа-яЍѝ]+|/младежи(?!\w)|/МЛАДЕЖИ(?!\w))*")
"""A Cyrillic word, hyphens inside included, and the two whom homes are for: `деца/младежи`."""

_SPACE = re.compile(GAP)

# What no name contains as the first or a later word of a phrase.
_NEVER = frozenset(
    """
    е са бе бил била било били беше бяха бъде бъдат има имат няма нямат ще да се си не че като който която което които
    чиито чиято чийто където когато докато или но а ли му ѝ им ги го я ни ви те той тя то този тази това тези онези
    всеки всички всяка всяко своя свой своята своите наш наша нашите във с със до през след преди при към чрез без
    между пред над под край около според съгласно относно спрямо освен включително също още вече както така днес вчера
    утре година г гр чл ал т бр стр лв ч № част следните следния следното каза заяви прие реши обяви проведе даде взе
    откри кани уведомява обявява съобщава предлага приема решава може могат трябва следва изпрати получи стана
    връчи определи съобщи одобри утвърди посети представи осигури подготви стартира отчете разгледа издаде отпусна
    вас нас мен теб тях свое своето свои негов негова негово неин нейна нейно техен тяхна тяхно
    отмени дари награди раздаде покани напомни насочи назначи изрази започна излезе потвърди отхвърли осъди наложи
    избра подписа участва участваха работи работят провежда провеждат извършва извършват
    предяви обеща заяви отказа поиска посочи отговори настоя призова пусна спря изнесе внесе подаде поиска твърди
    и на за по в от
    """.split()
)
_NEVER_FIRST = frozenset(
    """
    заседание заседанието сесия сесията среща основание територия територията място мястото адрес адреса телефон
    телефона дата ден седмица тема стойност сума база гише сайт сайта страницата срок срока етап принцип период
    периода сметка сведение целта първи втори трети време повод отношение смисъла реда силата случай искане жалба
    молба дело делото преписка проект проекта програма договор договора точка образец инициатива думите предложение
    данни тях него нея член закон закона всеки първа второ настоящата настоящия текущата текущия миналата изминалата
    календарната съответната съответния мандат мандата
    """.split()
)
# What is done to a territory: `устройство на територията`.
_PLANNING = ("устройство на ", "устройството на ", "УСТРОЙСТВО НА ")
# Who stands beside a body rather than in its name.
_OTHERS = re.compile(
    r"""
    (?: зам | кмет | председател | министър | министр | директор | управител | начални | ръководител | представител
      | член(?:ове)? | заместни | секретар | общинат | областт | министерств | агенци | комиси | прокуратур
      | съдия$ | съвет | инспекци | експерт | служител | жител | гости | граждани(?:те)?$
      | \w+[ ](?:съветни[кц] | служител | експерт | представител) )
    """,
    re.VERBOSE,
)
# What a body makes somebody: `назначен от Комисията за председател`.
_OFFICE = re.compile(
    r"""(?:[а-я]{4,12}(?:ен|ски)[ ])? (?: зам | председател | кмет | член | секретар | директор | управител | началник
      | посредник | омбудсман | ректор | декан | говорител | ръководител | отговорник ) (?![а-я])""",
    re.IGNORECASE | re.VERBOSE,
)
_VERB = re.compile(
    r"(?: ява | чва | [жш]ва | [пи]сва | лзва | ява[тлх]\w? | [дщчш]ава[тлх]?\w?"
    r" | ува[тлх]?\w? | ира[тлх]?\w? | а?ват | аха | яха | иха | аше | яше | еше )$",
    re.VERBOSE,
)
_NO_VERB = re.compile(r"(?:^почва|държава|застава|управа|поправа)$")

_FIRST = re.compile(rf"{GAP}(?P<word>на|за|по|НА|ЗА|ПО|На|За|По){GAP}")
_AGAIN = re.compile(
    rf"{GAP}(?P<word>на|по|с|със|без|от|срещу|в|за|към|при|над|НА|ПО|СЪС|С|БЕЗ|ОТ|СРЕЩУ|В|ЗА|КЪМ|ПРИ|НАД){GAP}"
)
_AND = re.compile(rf"{GAP}(?:[иИ]|и/или|И/ИЛИ){GAP}(?P<again>(?:на|за|по|НА|ЗА|ПО){GAP})?")
_COMMA = re.compile(rf"[ ]?,(?:{GAP})?(?=[А-Яа-я])")
# Which preposition a noun calls for; `на` follows any noun without article and what is done to something.
_GOVERNED = {
    "с": re.compile(
        r"^(?:хора|възрастни|лица|деца|деца/младежи|ученици|младежи|борба|борбата|работа|връзки|сътрудничество)$"
    ),
    "със": re.compile(r"^(?:хора|лица|деца|ученици|борба|борбата|работа|връзки|сътрудничество|взаимодействие)$"),
    "от": re.compile(
        r"^(?:защита|защитата|закрила|закрилата|опазване|предпазване|вреди|пострадали|ветерани|ветераните|риск|риска|настаняване"
        r"|офицери|офицерите|сержантите)$"
    ),
    "срещу": re.compile(r"^(?:борба|борбата|защита|насилие|престъпления|престъпленията)$"),
    "по": re.compile(r"^(?:контрол|надзор|обучение|сътрудничество|сътрудничеството|движение|движението)$"),
    "за": re.compile(r"^(?:тип|грижа|грижи|помощ|услуги|отговорност|избори|изборите)$"),
    "над": re.compile(r"^(?:надзор|контрол)$"),
    "при": re.compile(r"^(?:защита|защитата|населението|действие|действия|пострадали|пострадалите)$"),
    "без": re.compile(r"^(?:деца|деца/младежи|младежи|лица|хора)$"),
    "в": re.compile(r"^(?:влоговете|участие|насилие|политика|политики|реформа|реформи)$"),
}
_DEED = re.compile(
    r"(?:^условия(?:та)?|^(?:въпроси|проблеми)те|^деца|^хора|^лица|^системата|^сферата|^избор(?:а|ът)|^процеса|^права(?:та)?|^престъпления(?:та)?|нето|[цс]ия(?:та)?|защитата|развитието|политиката|(?:[кб]|ин|рил|реп)а(?:та)?)$"
)
_COUNTRY = re.compile(
    rf"{GAP}(?:(?P<of>на|НА)|в|В){GAP}(?:(?:Република|РЕПУБЛИКА){GAP})?(?:България|БЪЛГАРИЯ)\b|{GAP}в{GAP}чужбина\b"
)


# `Асоциация на секретарите на общини`
_LANDS = re.compile(r"(?:общини|области|общински[ ]съвети)(?!\w)")
_ANY: frozenset[bool | None] = frozenset({None})


def noun_phrase(text: str, at: int) -> int:
    """Where the noun phrase that starts at `at` ends; `at` itself when none starts there.

    >>> noun_phrase("околната среда проведе", 0), noun_phrase("храните проведе", 0), noun_phrase("ще проведе", 0)
    (14, 7, 0)
    """
    word = WORD.match(text, at)
    if word is None or (word[0].lower() in _NEVER_FIRST and not text.endswith(_PLANNING, 0, at)):
        return at
    while word is not None and _may_name(word):
        after = _after(text, word)
        if after is None or not _may_name(after) or not _goes_with(word[0].lower(), after[0].lower()):
            return word.end()
        word = after
    return at


def _goes_with(word: str, after: str) -> bool:
    """Whether a word is an adjective of the next one: the article is on the first (`просвета гимназията` are two)."""
    return agrees(word, after) and not (definite(after) and definite(word) is False)


def _may_name(word: re.Match[str]) -> bool:
    low = word[0].lower()
    return low not in _NEVER and not _is_verb(low)


def _after(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """The word after a possible adjective; of two joined adjectives (`национално и световно`) the word after both."""
    joined = _AND.match(text, word.end())
    if joined is not None:
        second = WORD.match(text, joined.end())
        third = second and _next(text, second.end())
        if second and third and _may_name(third) and gender(word[0].lower()) == gender(second[0].lower()) is not None:
            return second if agrees(second[0].lower(), third[0].lower()) else None
        return None
    return _next(text, word.end())


def _next(text: str, at: int) -> re.Match[str] | None:
    space = _SPACE.match(text, at)
    if space is None:
        return None
    word = WORD.match(text, space.end())
    # a capital on the next line begins something else, unless all is in capitals
    return None if word and "\n" in space[0] and word[0][0].isupper() and text[at - 1].islower() else word


def complement(text: str, at: int) -> int:
    """Where a name goes on to after its head noun, which ends at `at`; `at` itself when nothing belongs to it.

    Takes `на`, `за` or `по` with a noun phrase, its lists (`, … и …`), and what the last noun governs.
    """
    if text[at : at + 1] not in (" ", "\n"):
        return at
    stop, opening = country(text, at), _FIRST.match(text, at)
    if stop > at:
        return stop
    if opening is not None and _begins_another(text, at, opening):
        return at
    articles: frozenset[bool | None] = frozenset()
    while opening is not None:
        end = _proper_phrase(text, opening.end(), opening["word"])
        if end == opening.end() or _makes_somebody(text, opening):
            break
        # A list may go on with what a noun before the last one is about: `по устройство на територията, екология`.
        articles |= {_article(text[opening.end() : end])}
        if opening["word"].lower() == "по" and False in articles:
            articles |= {True}  # a committee's fields are told in any order: `по образование, младежта и спорта`
        stop = _listed(text, end, articles)
        opening = _further(text, opening.end(), stop)
    return country(text, stop, inside=True) if stop > at else at


def _begins_another(text: str, at: int, opening: re.Match[str]) -> bool:
    """Whether a preposition on the line below a head begins a heading of its own: `Музей` / `За контакти`."""
    word = opening["word"]
    return "\n" in opening[0] and word[0].isupper() and (word[1].islower() or text[at - 1].islower())


def _makes_somebody(text: str, opening: re.Match[str]) -> bool:
    """Whether `за` leads to an office that a body gives."""
    return opening["word"].lower() == "за" and _OFFICE.match(text, opening.end()) is not None


def country(text: str, at: int, inside: bool = False) -> int:
    """The end of a `на Република България` at `at`, with `inside` also of `в България`; `at` itself otherwise."""
    match = _COUNTRY.match(text, at)
    if match is None:
        return part_of_world(text, at) if inside else at
    return match.end() if inside or match["of"] else at


def never_names(word: str) -> bool:
    """Whether a word in lower case is one no name contains: a verb, a pronoun, a preposition."""
    return word in _NEVER or _is_verb(word)


def _is_verb(word: str) -> bool:
    return _VERB.search(word) is not None and _NO_VERB.search(word) is None


def _proper_phrase(text: str, at: int, word: str) -> int:
    """A noun phrase that is no bare capitalised name: `на Стратегията`, but not the `на Иван` of a sentence.

    Behind `по` a capital is a matter of style: `комисия по Безопасност на движението`.
    """
    end = noun_phrase(text, at)
    first = text[at:end]
    if first == "Област" or text.endswith(_ELECTION, 0, at) or (word == "по" and _MATTER.search(first)):
        return end
    if first[:1].isupper() and not first.isupper() and " " not in first and definite(first.lower()) is not True:
        return at
    return end


# Who is to be elected may have a capital: `комисия по избора на Ректор`.
_ELECTION = ("избор на ", "избора на ", "избори за ", "изборите за ")
_MATTER = re.compile(r"(?:ост|[цсз]ия|[нц]ие|ство|тура|джет)$")


def _listed(text: str, end: int, articles: Set[bool | None]) -> int:
    """The end of the list whose first noun phrase ends at `end`: `, … и …` or `и …`, with one of the articles."""
    stop, whole = end, False
    while comma := _COMMA.match(text, stop):
        item = _another(text, comma.end(), articles)
        if item is None:
            break
        whole = _AND.search(text, comma.end(), item) is not None  # `труда, социалната и демографската политика`
        stop = item
    joint = _AND.match(text, stop)
    either = joint and (joint["again"] or is_pair(text, end, joint.end()))
    last = _another(text, joint.end(), _ANY if either else articles) if joint else None
    if last is None:
        return stop if whole else end
    return _listed(text, last, articles) if _AND.match(text, last) else last


def _another(text: str, at: int, articles: Set[bool | None]) -> int | None:
    """The end of a further noun phrase of a list at `at`; None where something else begins."""
    end = noun_phrase(text, at)
    if end == at or _OTHERS.match(text[at:end].lower()) or (text[at].isupper() and not text[at:end].isupper()):
        return None
    other = _article(text[at:end])
    return end if None in articles or other is None or other in articles else None


def _article(phrase: str) -> bool | None:
    """Whether a noun phrase carries the article, on its adjective or on its noun."""
    seen = [definite(word) for word in phrase.lower().split()]
    return True if True in seen else seen[-1]


def _last(text: str, start: int, end: int) -> str:
    return text[start:end].split()[-1].lower()


def _further(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The preposition after a noun phrase, if the noun calls for it."""
    opening = _AGAIN.match(text, stop)
    if opening is None:
        return None
    noun, word = _last(text, start, stop), opening["word"].lower()
    if word == "на":
        fits = definite(noun) is False or bool(_DEED.search(noun)) or _LANDS.match(text, opening.end()) is not None
        fits = fits or (is_of_people(noun) and is_of_many(text[opening.end() : noun_phrase(text, opening.end())]))
    elif word == "в" and is_of_people(noun):
        fits = is_sphere(text, opening.end())
    else:
        fits = word in _GOVERNED and bool(_GOVERNED[word].search(noun))
    return opening if fits else None
