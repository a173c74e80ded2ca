"""The words by which sums, documents, addresses and hours announce themselves, looked up in one pass over a page.

Each list names the words as pages print them; what stands around such a word is for its kind to read.

>>> text = "Заповед № 5, ул. Роза 3, такса 10 лв."
>>> [words(text).parts[at] for at in landmarks(text, CURRENCIES)]
['лв']
>>> landmarks(text, ACTS), landmarks(text, DAYS)
([1], [])
"""

from collections.abc import Collection
from functools import lru_cache

from govarchive.text.words import Listed, in_any_case, places_of, words

CURRENCIES = {
    word: code
    for code, printed in {
        "BGN": "лв Лв ЛВ лев лева Лев Лева ЛЕВ ЛЕВА BGN",
        "EUR": "евро Евро ЕВРО EUR euro Euro EURO Eur",
        "USD": "долар долара Долар Долара USD щ",
        "GBP": "паунд паунда GBP",
        "CHF": "франка CHF",
        "coins": "ст стотинки стотинка",
        "cents": "евроцента евроцент",
    }.items()
    for word in printed.split()
}
"""The ISO code by the word; `coins` and `cents` are parts of the lev and the euro, `щ` begins `щ.д.`."""

ACTS = in_any_case("заповед", "заповедта", "заповеди", "заповедите", "решение", "решението")
ACTS |= in_any_case("протокол", "протокола", "протоколът", "протоколи", "протоколите") | {"ПМС", "РМС"}
ACTS |= in_any_case("наредба", "наредбата", "постановление", "постановлението", "указ", "договор")
ACTS |= in_any_case("определение", "разпореждане", "присъда")
"""Types of documents that are often printed without the number sign."""

ACTS_OF_THE_UNION = in_any_case("регламент", "регламентът", "регламента", "регламенти", "регламентите")
ACTS_OF_THE_UNION |= in_any_case("директива", "директивата", "директиви", "директивите")
CASES = in_any_case("дело", "делото", "дела", "делата")
GAZETTE = in_any_case("вестник") | {"ДВ", "Д", "Държ"}
ISSUES = in_any_case("бр", "брой", "броя")

STREETS = in_any_case("ул", "бул", "пл", "улица", "булевард", "площад")
ESTATES = in_any_case("жк", "кв", "кварт", "квартал", "ж", "к", "комплекс")
ADDRESS_LABELS = in_any_case("адрес", "адреса", "адресът", "адреси", "седалище", "седалището")

DAYS = in_any_case(
    *(day + end for day in ("понеделник", "вторник", "четвъртък", "петък") for end in ("", "а", "ът")),
    *(day + end for day in ("сряда", "събота", "неделя") for end in ("", "та")),
    *(day + end for day in "понеделници вторници среди четвъртъци петъци съботи недели".split() for end in ("", "те")),
    *"уикенд уикенда уикендът уикенди уикендите weekend weekends".split(),
    *"понед пон пн втор вто вт сря ср четв чет чт пет пт съб сб нед нд".split(),
    *"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun day weekdays daily".split(),
    *"mondays tuesdays wednesdays thursdays fridays saturdays sundays days tues thur thurs".split(),
    *"ден дни делници делниците делник делничните делнични всекидневно ежедневно".split(),
    *"празници празниците седмица седмицата".split(),
)
"""One of these stands wherever days of the week are named."""
DAYS_NOTED = frozenset(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
DAYS_OFF = in_any_case(
    *("почивен", "почивни", "почивка", "почивката", "почива", "почиват"),
    *("неприемен", "неработен", "неработни", "неработно", "затворено", "работи", "прием", "off", "closed"),
)
DAY_AND_NIGHT = in_any_case("денонощно")

_ALL = Listed(
    frozenset(CURRENCIES).union(
        *(
            ACTS,
            ACTS_OF_THE_UNION,
            CASES,
            GAZETTE,
            ISSUES,
            STREETS,
            ESTATES,
            ADDRESS_LABELS,
            DAYS,
            DAYS_NOTED,
            DAYS_OFF,
            DAY_AND_NIGHT,
        )
    )
)


def landmarks(text: str, listed: Collection[str]) -> list[int]:
    """The places in `words(text).parts` of the words of one or several of the lists above, in order."""
    parts = words(text).parts
    return [at for at in _on(text) if parts[at] in listed]


@lru_cache(maxsize=4)
def _on(text: str) -> tuple[int, ...]:
    return tuple(places_of(text, _ALL))
