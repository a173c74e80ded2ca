"""The words that name documents with numbers: orders, decisions, contracts, cases; in any form, case and abbreviation.

>>> types("съгласно заповедите ")
[DocumentType(start=9, stop=19, printed='Заповед', full='заповед', case=False)]
>>> types("по адм.дело ")[0].printed, types("ПМС ")[0].full, types("улица ")
('адм. дело', 'постановление на Министерския съвет', [])
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from govarchive.text.glance import lowered
from govarchive.text.words import in_any_case, words


class DocumentType(NamedTuple):
    """A type word at `[start, stop)`, its base form as printed in values, written out, and whether courts use it."""

    start: int
    stop: int
    printed: str
    full: str
    case: bool = False


# Base form and every form it is printed in, a fragment for lower-case text; the longer names before their last word.
_NOUNS = {
    "пр. пр.": r"пр\.[ ]?пр\.",
    "тълкувателно решение": r"тълкувателн(?:о|ото|и)[ ]решени(?:е|ето|я)",
    "протокол-решение": r"протокол-решени(?:е|ето|я)",
    "протоколно решение": r"протоколн[ои][ ]решени(?:е|ето|я)",
    "констативен протокол": r"констативн?[еи][няс]?т?е?[ ]протокол[аи]?",
    "наказателно постановление": r"наказателн(?:о|ото)[ ]постановление",
    "докладна записка": r"докладн(?:а|ата|и|ите)[ ]записк(?:а|и)|докл\.[ ]?зап(?:иск[аи]|\.)",
    "разрешение за строеж": r"разрешени(?:е|ето|я)[ ]за[ ]строеж",
    "разрешение за ползване": r"разрешени(?:е|ето|я)[ ]за[ ]ползване",
    "акт за публична общинска собственост": r"акт(?:а|ове)?[ ]за[ ]публична[ ]общинска[ ]собственост",
    "акт за частна общинска собственост": r"акт(?:а|ове)?[ ]за[ ]частна[ ]общинска[ ]собственост",
    "акт за общинска собственост": r"акт(?:а|ове)?[ ]за[ ]общинска[ ]собственост",
    "акт за публична държавна собственост": r"акт(?:а|ове)?[ ]за[ ]публична[ ]държавна[ ]собственост",
    "акт за частна държавна собственост": r"акт(?:а|ове)?[ ]за[ ]частна[ ]държавна[ ]собственост",
    "акт за държавна собственост": r"акт(?:а|ове)?[ ]за[ ]държавна[ ]собственост",
    "нотариален акт": r"нот(?:ариал(?:ен|ния|ни)|\.)[ ]?акт(?:а|ове)?",
    "констативен акт": r"констатив(?:ен|ния|ни)[ ]акт(?:а|ове)?",
    "ревизионен акт": r"ревизион(?:ен|ния|ни)[ ]акт(?:а|ове)?",
    "ревизионен доклад": r"ревизион(?:ен|ния|ни)[ ]доклад[аи]?",
    "виза за проектиране": r"виз(?:а|ата)[ ]за[ ]проектиране",
    "служебна бележка": r"служебн(?:а|ата|и)[ ]бележк(?:а|и)",
    "нотариална покана": r"нотариалн(?:а|ата|и)[ ]покан(?:а|ата|и)",
    "досъдебно производство": r"досъдебн(?:о|ото)[ ]производство",
    "трудов договор": r"трудов(?:ия(?:т)?)?[ ]договор(?:а|ът|и)?",
    "изпълнителен лист": r"изпълнител(?:ен|ния|ни)[ ]лист(?:а|ове)?",
    "платежно нареждане": r"платежн(?:о|ото|и)[ ]нареждан(?:е|ето|ия)",
    "експертно решение": r"експертн(?:о|ото|и)[ ]решени(?:е|ето|я)",
    "заповед": r"заповед(?:та|и|ите)?|зап\.",
    "решение": r"решени(?:е|ето|я|ята)|реш\.",
    "протокол": r"протокол(?:а|ът|и|ите)?|прот\.",
    "постановление": r"постановлени(?:е|ето|я)|пост\.",
    "разпореждане": r"разпореждан(?:е|ето|ия)|разп\.",
    "определение": r"определени(?:е|ето|я)|опр(?:ед)?\.",
    "присъда": r"присъд(?:а|ата|и)",
    "наредба": r"наредб(?:а|ата|и|ите)",
    "тарифа": r"тариф(?:а|ата|и|ите)",
    "указание": r"указани(?:е|ето|я|ята)",
    "инструкция": r"инструкци(?:я|ята|и)",
    "приказ": r"приказ(?:а|ът|и)?",
    "предписание": r"предписани(?:е|ето|я)",
    "законопроект": r"законопроект(?:а|ът|и)?",
    "полица": r"полиц(?:а|ата|и)",
    "квитанция": r"квитанци(?:я|ята|и)",
    "фиш": r"фиш(?:а|ът|ове)?",
    "указ": r"указ(?:а|ът|и)?",
    "договор": r"договор(?:а|ът|и|ите)?|дог\.",
    "споразумение": r"споразумени(?:е|ето|я)",
    "анекс": r"анекс(?:а|ът|и)?",
    "докладна": r"докладна(?:та)?",
    "доклад": r"доклад(?:а|ът)?",
    "предложение": r"предложени(?:е|ето|я)",
    "становище": r"становищ(?:е|ето|а)",
    "писмо": r"писм(?:о|ото|а|ата)",
    "удостоверение": r"удостоверени(?:е|ето|я)|удост\.",
    "разрешение": r"разрешени(?:е|ето|я)",
    "разрешително": r"разрешителн(?:о|ото|и)",
    "лиценз": r"лиценз(?:а|ът|ия|ията)?",
    "сертификат": r"сертификат(?:а|ът|и)?",
    "свидетелство": r"свидетелств(?:о|ото|а)",
    "акт": r"акт(?:а|ът|ове)?",
    "скица": r"скиц(?:а|ата|и)",
    "покана": r"покан(?:а|ата)",
    "обява": r"обяв(?:а|ата|и)",
    "обявление": r"обявлени(?:е|ето)",
    "съобщение": r"съобщени(?:е|ето|я)",
    "заявление": r"заявлени(?:е|ето|я)",
    "молба": r"молб(?:а|ата|и)",
    "искане": r"искан(?:е|ето|ия)",
    "жалба": r"жалб(?:а|ата|и)",
    "протест": r"протест(?:а|ът)?",
    "сигнал": r"сигнал(?:а|ът|и)?",
    "възражение": r"възражени(?:е|ето|я)",
    "уведомление": r"уведомлени(?:е|ето|я)",
    "пълномощно": r"пълномощн(?:о|ото|и)",
    "правилник": r"правилник(?:а|ът)?",
    "преписка": r"преписк(?:а|ата|и)",
    "фактура": r"фактур(?:а|ата|и)",
}
_IN_FULL = {"пр. пр.": "прокурорска преписка"}
_SHORT = {
    "пмс": "постановление на Министерския съвет",
    "рмс": "решение на Министерския съвет",
    "аос": "акт за общинска собственост",
    "апос": "акт за публична общинска собственост",
    "ачос": "акт за частна общинска собственост",
    "апдс": "акт за публична държавна собственост",
    "ачдс": "акт за частна държавна собственост",
    "адс": "акт за държавна собственост",
    "ауан": "акт за установяване на административно нарушение",
    "нп": "наказателно постановление",
    "дп": "досъдебно производство",
    "тр": "тълкувателно решение",
}
# Courts shorten the kind of a case letter by letter: н.о.х.д., ЧНД, в. гр. дело.
_LETTERS = {
    "в": "въззивно",
    "к": "касационно",
    "ч": "частно",
    "г": "гражданско",
    "а": "административно",
    "т": "търговско",
}
_LETTERS |= {
    "н": "наказателно",
    "гр": "гражданско",
    "адм": "административно",
    "търг": "търговско",
    "нак": "наказателно",
}
_LETTERS |= {"изп": "изпълнително", "сл": "следствено", "тълк": "тълкувателно", "ф": "фирмено"}
_CHARACTER = {"ох": "общ", "чх": "частен", "ах": "административен"}
_CASE = r"""(?:
    (?: (?: гражданск | административн | търговск | наказателн | следствен | изпълнителн | конституционн | частн
          | въззивн | касационн | тълкувателн | фирмен ) (?:о|ото|и|ите) [ \n] ){0,3}
      дел(?:о|ото|а) (?: [ ]от[ ](?:общ|частен)[ ]характер )?
  | [вк]? (?: ч?нох | нчх | ч?нах | анх | ан | ах | чн | чг ) [ ] дело          # КАН дело
  | (?: (?: (?: гр | адм | търг | нак | изп | сл | тълк ) \.? | [вкчатнохф]\. ) [ \n]? ){1,5}
      (?<=[. \n]) (?: дело | д\.? )
  | [вк]? (?: нохд | нчхд | ч?нахд | анхд | чнд | нчд | чгд | чтд | ахд | гд ) | [вк](?:ад|анд) | анд | ад | тд
)"""
_OF_COURTS = frozenset(f"{v}{it}д" for v in ("", "в", "к") for it in "нох чнох нчх нах чнах анх ан ах чн чг".split())
# A word is tried only where its first letters begin a type, and then against the few types that begin so.
_CASE_HEADS = frozenset(
    """гра адм тър нак сле изп кон час въз кас дел нох нчх нчд нах чна вно кно внч кнч вна кна внд чнд вчн кчн чгд вчг
    кчг анд кан ван анх ахд вах ках вгд кгд вад кад чтд вчт кчт тъл фир гд ад тд в к ч а т н о х ф гр сл
    г ан кан""".split()
)
_HOUR = re.compile(r"[0-9] (?: [.:,][0-9]{2}[ ]? )? \Z", re.VERBOSE)
_HEADS = in_any_case(*_CASE_HEADS, "пр", *(name[:3] for name in (*_NOUNS, *_SHORT)))


@cache
def _types_with(head: str) -> re.Pattern[str]:
    nouns = [f"(?P<n{at}>{forms})" for at, (noun, forms) in enumerate(_NOUNS.items()) if noun[: len(head)] == head]
    short = [f"(?P<short>{'|'.join(it for it in _SHORT if it.startswith(head))})"]
    case = [f"(?P<case>{_CASE})"] if head in _CASE_HEADS else []
    return re.compile(f"(?: {' | '.join([*nouns, *short, *case])} ) (?![а-яa-z])", re.VERBOSE)


_PRINTED = list(_NOUNS)
_BASES = "|".join(
    re.escape(base) for base in [*(noun[0].upper() + noun[1:] for noun in _NOUNS), *map(str.upper, _SHORT)]
)
BASE = rf"(?: {_BASES} | [А-Я]{{2,4}}[ ]дело | [а-я. ]{{0,60}}(?:дело|д\.) | [А-Я]{{1,4}}Д | (?:Вх|Изх|Рег|Дел)\. )"
"""A type as values have it, a fragment of a verbose expression: `Заповед`, `гр. д.`, `ПМС`, `Вх.`."""


def types(text: str, start: int = 0, stop: int | None = None) -> list[DocumentType]:
    """Every type word of `text[start:stop]`, in order.

    >>> [it.printed for it in types("решение по гр. дело")]
    ['Решение', 'гр. дело']
    """
    (parts, ends), low = words(text), lowered(text)
    stop = len(text) if stop is None else stop
    first = bisect_left(ends, start)
    found: list[DocumentType] = []
    at = start
    for word in range(first + 1 + first % 2, bisect_left(ends, stop) + 1, 2):
        begin, head = ends[word - 1], parts[word][:3]
        # A single letter begins a type only as `в. гр. дело`, and not as the hours before one: `10,30ч. гр.д.`.
        if head not in _HEADS or begin < at or (len(head) == 1 and not _is_letter_of_case(parts, word)):
            continue
        match = _types_with(head.lower()).match(low, begin, stop)
        if match and match.end() > begin:
            at = match.end()
            found.append(DocumentType(begin, at, *_named(match.lastgroup or "", match.group())))
    return found


def _is_letter_of_case(parts: list[str], word: int) -> bool:
    return parts[word + 1][:1] == "." and not _HOUR.search(parts[word - 1])


def type_at(text: str, at: int) -> DocumentType | None:
    """The type word that begins at `at`, the start of a word.

    >>> type_at("с решение", 2).stop
    9
    """
    match = _types_with(lowered(text)[at : at + 3]).match(lowered(text), at)
    return DocumentType(at, match.end(), *_named(match.lastgroup or "", match.group())) if match else None


@lru_cache(maxsize=1024)
def _named(group: str, printed: str) -> tuple[str, str, bool]:
    """Base form, written out, and whether courts use it, for a type word in lower case and the group it is in."""
    word = " ".join(printed.split())
    if group == "short":
        return word.upper(), _SHORT[word], False
    if group == "case":
        return (*_case(word), True)
    noun = _PRINTED[int(group[1:])]
    return noun[0].upper() + noun[1:], _IN_FULL.get(noun, noun), False


def _case(word: str) -> tuple[str, str]:
    """The kind of a case in base form, and written out: `гр.д.` -> `гр. д.`, `гражданско дело`."""
    words = word.replace(".", ". ").split()
    if words[0] + "д" in _OF_COURTS:
        return f"{words[0].upper()} дело", _written_out(list(words[0]))
    if "." not in word and "дел" in word:
        base = re.sub(r"(?<=дел)(?:ото|а)\b|(?<=[нк])(?:ото|ите|и)\b", "о", word)
        return base, base
    if len(words) == 1 and "." not in word:
        return word.upper(), _written_out(list(word[:-1]))
    last = "дело" if words[-1].startswith("дел") else "д."
    return " ".join([*words[:-1], last]), _written_out([it.rstrip(".") for it in words[:-1]])


def _written_out(letters: list[str]) -> str:
    """`н о х` -> `наказателно дело от общ характер`."""
    character = _CHARACTER.get("".join(letters[-2:]), "")
    before = [_LETTERS[it] for it in (letters[:-2] if character else letters) if it in _LETTERS]
    return " ".join([*before, "дело", *([f"от {character} характер"] if character else [])])
