"""Whoever is told next in the office of the person before: who comes in the place of that one, or has the next card.

`Освободен е директорът А. На негово място е назначен Б.`; below `Заместник-кметове` the name of A, lines about A, and
then that of B with lines that begin alike.
"""

import re
from bisect import bisect_left
from functools import lru_cache

from govarchive.link.offices.laid_out.capital_heads import over_names_in_capitals
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.posts import Post
from govarchive.text.fold import lower
from govarchive.text.layout import cell_start, line_start, line_stop
from govarchive.text.needles import holds

_SUCCEEDS = re.compile(
    r"""(?:[^.\n]{0,100}[.;])?[ ] (?: [Нн]а[ ](?:негово|нейно)(?:то)?[ ]място
      | (?:[Мм]ястото|[Пп]оста|[Дд]лъжността)[ ](?:му|й|ѝ) )
    [ ](?:(?:вече|временно|единодушно|официално|днес|от[ ][^.\n]{3,30})[ ])?
    (?:е|бе|беше|бива|ще[ ]бъде|идва|застава|застана|заема|зае|поема|пое|се[ ]поема[ ]от)
    (?:[ ](?:вече|временно))? (?:[ ](?:пре)?(?:назначе|избра|определе|утвърде)н[ао]?)?[ ]
    | (?:[^\n]{0,180}[.;,\s])?\s?
      (?:се[ ])?(?:[Нн]азнач|[Оо]предел|[Уу]твържд|[Ии]збир)[а-я]{1,3}[ ][Нн]а[ ](?:негово|нейно)(?:то)?[ ]място[ ]
    | (?:[^\n]{0,240}[.;,])?[ ]
      (?: (?:[Тт]ой[ ]|[Тт]я[ ]|като[ ])?(?:(?:ще[ ])?(?:го|я)[ ])?(?:сменя|смени|замества|замени|наследи|наследява)[ ]
          (?:на[ ](?:поста|длъжността|това[ ]място)[ ])?
        | [Пп]ост(?:ът|а)(?:[ ](?:му|й|ѝ))?[ ]
          (?:(?:ще[ ])?(?:сда|преда)(?:де|ва) | отстъпи | заема | поема | пое | се[ ](?:поема|заема|сдава)[ ]от)[ ]
        | [Сс]менен[а]?[ ](?:е|бе|беше)[ ] )
      (?:досегашния|досегашната|дългогодишния|дългогодишната|предишния)?[ ]?""",
    re.VERBOSE,
)
_APPOINTS = r"(?:назначава|определя|избира|утвърждава|предлага)м?"
_HIS_PLACE = r"на[ ](?:негово|нейно)(?:то)?[ ]място"
# `Освобождава А като член на СИК № 5. Назначава на нейно място Б`, in an order.
_REPLACES = re.compile(
    rf"""(?<!\w)(?: {_APPOINTS}[ ](?:се[ ])?{_HIS_PLACE} | {_HIS_PLACE},?[ ](?:се[ ])?{_APPOINTS} )
    (?:[ ]за[ ]член)?[ ]*[:-]?[ ]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# `Освобождавам А от длъжността Х и назначавам Б`, `Кметът освободи директора А и назначи Б`, in one sentence or two.
_DISMISSES = re.compile(
    r"(?:освобо|отзова|уволн)[а-я]{1,8}[ ](?:се[ ])?(?:от[ ]длъжност(?:та)?[ ])?(?:[а-я.]+[ ])?:?\Z", re.IGNORECASE
)
_THEN_APPOINTS = re.compile(
    r"""[^\n]{0,160}? (?:(?:[,;]|[ ]и|,[ ]а)[ ]|[.;]?\s{1,4}(?:(?:[0-9]{1,2}|[ivx]{1,4})[.)][ ]?)?)
    (?:се[ ])?(?:назнач(?:ава|и)|определ(?:я|и)|изб(?:ира|ра))м?[ ]?:?[ ]""",
    re.VERBOSE,
)
_APPOINTED = ("назнач", "определ", "избира", "избра")
_ROOM = 50
# `След него А (1890-1895)`, `Следват А, Б и В`: behind the first of a history told in sentences.
_FOLLOWS_HIM = re.compile(
    r"""(?: (?:(?:[^.\n]|(?<=[ ]г)\.){0,160}[.;,])?\s{1,3}(?:(?:[Пп]осле|[Сс]лед[ ](?:това|него|нея)|[Нн]ататък),?[ ])?
        (?: (?:го[ ]|я[ ])?(?:[Сс]ледват?|[Пп]оследва(?:т|ха)|[Нн]аследяват?)(?:[ ](?:го|я))?(?:[ ]още)?
          | (?:го|я)[ ](?:оглавяв|ръковод|управляв)[а-я]{1,3}(?:[ ]още)?
          | [Сс]лед[ ](?:него|нея)(?:[ ](?:е|са|идват?)|(?P<bare>)) )
      | (?:[^.\n]|(?<=[ ]г)\.){0,160}[ ](?:наследен|последван|сменен|заменен)[ао]?[ ]от )
    [ ]?:?[ \n]{1,3}(?:[12][0-9]{3}[ -]+[12]?[0-9]{1,3}[ -]+)?""",
    re.VERBOSE,
)
# Behind a name with no verb before: `След него А - 5 години`, and not `След него А получи грамота`.
_IS_IN_OFFICE = re.compile(
    r"[ ]*(?:[^\w ]|[0-9]|\Z|(?:и|е|бе|беше|става|стана|от|до|за|през|кметува|ръководи|управлява|поема|пое|заема)[ ])"
)
# `През 1930 г. председател става А, а от 1944 г. - Б`: behind one whom a sentence tells to be in office.
_AND_LATER = re.compile(
    r",?[ ](?:а|и)[ ](?:след|от|през|до|преди)[ ](?:[^,.;:\n]|(?<=[ ]г)\.){2,40}?[ ](?:-|е|става|стана)[ ]"
)
# `а след срещата е Б доволен` tells no time.
_IN_TIME = re.compile(r"[0-9]|- \Z")
_HIM, _PLACE = ("лед", "мене", "глав", "ковод", "равля"), ("ясто", "ост", "лъжността", "мен", "мест", "аслед")
# The heads of two columns side by side, or of two cells below each other, and what parts the names in them.
_CHANGES = re.compile(
    r"""(?<![а-я])(?:освобо|отзова|сменя|досегаш)[а-я]*(?:[ ](?:от[ ])?[а-я]+)?
    [ ]?[\t\n|]+[ ]*(?:се[ ])?(?:назнач|определ|нов)""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT_CELL = re.compile(r"[ ]?(?:\([^()\n]{2,40}\))?[ ]*(?:\t[ ]*|\|[ ]*|\n[ \n]*)")
_TABLE = 3_000
_LONGEST, _LONGEST_CARD = 200, 900
# So much of the word that begins the line below a name: `Роден`, `Родена`.
_STEM = 4

_LABEL_ENDS = " :-\n"


def next_in_office(text: str, person: Person, previous: tuple[Person, Post] | None) -> Post | None:
    """The office of the person before, where this one is told to be next in it."""
    if previous is None:
        return None
    other, post = previous
    stop = other.it.stop
    if not post.plural and person.front - stop < _LONGEST:
        gap = text[stop : person.front]
        follows = _FOLLOWS_HIM.fullmatch(text, stop, person.front) if holds(gap, _HIM) else None
        if follows and (follows["bare"] is None or _IS_IN_OFFICE.match(text, person.it.stop)):
            return post._replace(plural=True)
        if not post.definite and post.start < other.front and _AND_LATER.fullmatch(gap) and _IN_TIME.search(gap):
            return post
        succeeds = holds(gap, _PLACE) and (_SUCCEEDS.fullmatch(text, stop, person.front) or _REPLACES.search(gap))
        appointed = succeeds or _is_appointed(text, other, post, person)
        return post if appointed or is_changed_for(text, previous, person) else None
    heads = post.plural and post.stop < line_start(text, other.front) and person.front - stop < _LONGEST_CARD
    return post if heads and _have_cards(text, other, person) else None


def _is_appointed(text: str, other: Person, post: Post, person: Person) -> bool:
    """Whether the person before is dismissed and this one appointed, with no other office told.

    `определи Б за свой заместник`, `избра Б за награда` tell what for.
    """
    said = lower(text[other.it.stop : person.front])
    if text.startswith(" за ", person.it.stop) or not holds(said, _APPOINTED) or not _THEN_APPOINTS.fullmatch(said):
        return False
    begins = min(post.start, other.front)
    return _DISMISSES.search(text, max(0, begins - _ROOM), begins) is not None


def is_changed_for(text: str, previous: tuple[Person, Post] | None, person: Person) -> bool:
    """Whether a name stands in the cell behind that of who is dismissed: `Освобождава`, `Назначава` head the two."""
    stop = previous[0].it.stop if previous and not previous[1].plural else -1
    if stop < 0 or not _NEXT_CELL.fullmatch(text, stop, person.front):
        return False
    heads = _changes(text)
    number = bisect_left(heads, stop)
    return number > 0 and person.front - heads[number - 1] < _TABLE


@lru_cache(maxsize=4)
def _changes(text: str) -> tuple[int, ...]:
    """Where the heads of such columns end on a page."""
    return tuple(it.end() for it in _CHANGES.finditer(text))


def _have_cards(text: str, other: Person, person: Person) -> bool:
    """Whether two names fill lines above others that begin alike, and no office has a line between them."""
    if any(it.start == cell_start(text, it.start) for it in person.before):
        return False
    one, two = _below(text, other), _below(text, person)
    return one != "" and one == two and text.endswith("\n\n", 0, line_start(text, person.front))


def _below(text: str, person: Person) -> str:
    """How the line begins below that of a name which fills its own; empty where it does not, or a gap follows."""
    start, stop = line_start(text, person.front), line_stop(text, person.it.stop)
    if text[start : person.front].strip() or text[person.it.stop : stop].strip():
        return ""
    return text[stop + 1 : stop + 1 + _STEM].strip() if text[stop + 1 : stop + 2].isalpha() else ""


def heads_next(
    text: str, previous: tuple[Person, Post] | None, person: Person, before: Post | None, after: Post
) -> bool:
    """Whether an office below a name is that of the next name: of `Съдии`, `А`, `Б`, `Секретар`, `В` it is that of В.

    The one before, right above, has an office that stands over the name; so have all. Where one stands over this name
    too, it is as far from it as the other from the next.
    """
    if "\n" not in text[person.it.stop : after.start]:
        return False
    if previous is None:
        return before is None and over_names_in_capitals(text, person, after)
    if previous[1].start >= previous[0].front or bool(person.before) != bool(before):
        return False
    between = text[after.stop : person.high]
    if before and text.count("\n", before.stop, person.front) != between.count("\n"):
        return False
    return "\n" in between and not between.strip(_LABEL_ENDS) and person.high < len(text)
