"""The words of labels: what of the words before a value says whose it is or what for, and what only names its kind.

>>> own_words("Таксата за издаване е", "е", opens=True, name=None)
'Таксата за издаване'
>>> own_words("При спешен случай звънете на", "а", opens=True, name=None)
'При спешен случай'
>>> own_words("Деловодство", "о", opens=True, name="тел.")
'Деловодство'
"""

import re

from govarchive.link.call_words import OPERATORS, begins_line
from govarchive.text.calendar import MONTH, WEEKDAY
from govarchive.text.needles import holds
from govarchive.text.remembered import remembered_if_short
from govarchive.text.starts import without_start

LETTER, WORD = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]{3}")
"""A letter, and so many of them as a word has at least."""

LONGEST = 110
"""Characters in the longest label."""

EDGE = " \t:;,.…-–*•◦·|([/\"'№☎✆✉➤►▪●📞📠📱📧"
"""What a label neither begins nor ends with."""

NUMBERING = re.compile(
    r"""\W* (?: [0-9]{1,2}[.)] | (?:[IVXІ]{1,4}|[0-9]{1,2})(?:\.[0-9]{1,2})+[. )] | [IVXІ]{1,4}[.)]
    | [а-я]\) | [абв]\. | [nvqüØ§](?=[ ][А-Я]) ) [ ]*(?=\D)""",
    re.VERBOSE,
)
SEASON = re.compile(
    rf"(?: от | до | и | през | месец | целогодишно | [0-9]{{1,2}} | {MONTH} | г\. | [ ,.()-] )*+",
    re.VERBOSE | re.IGNORECASE,
)
"""The days of a season before its hours: `От 1 октомври до 31 май - `."""
_DAYS = re.compile(
    rf"""(?: {WEEKDAY} | всек(?:и|а) | през | до | от | и | ден(?:я|ят)? | дни(?:те)?
    | (?:работ|делнич|празнич)(?:ен|ни)(?:те)? | празни(?:к|ци) | делник | уикенд | ежедневно | [ ,./-] )++""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that name a kind and nothing more; any other (`централа`, `Работно време`) says what for as well.
BARE_NAMES = re.compile(
    r"""(?: т | ф | тел\w* | (?:мобилен\ )?телефони? | телефонен\ номер | факс | тел\w*\W*(?:и\ )?(?:факс|fax)
    | ф-к?с | фкс | gsm | г\.?с\.?м
    | моб\w*(?:[. ]+тел\w*)? | mob\w*
    | (?:tele)?phones? | tel | fax | (?:[еe]-?mail|(?:[иеe]-?)?мейл)(?:\ адрес)? | (?:[еe]-|ел(?:\.|ектронна)\ )поща
    | (?:ел(?:\.|ектронен)\ )?адрес | iban | (?:банков\ )?(?:bic|swift|код)(?:\W+(?:bic|swift|код)\W*)?
    | (?:(?:номер|№)\ на\ )?(?:банкова(?:та)?\ )?сметка(?:та)?(?:\W+iban\W*)? | iban\ сметка | по\ сметка
    | работ(?:и|им|ят) | отворен\w? ) [\s.:№/]*""",
    re.VERBOSE | re.IGNORECASE,
)
MOBILE = re.compile(r"(?:gsm|г\.?с\.?м|моб\w*(?:[. ]+тел\w*)?|mob\w*)[\s.:№/]*", re.IGNORECASE)
"""A name of the kind that tells one phone of a person from another."""

CALLED = (
    r"(?:тел(?:ефон(?:и|ен)?)?|факс|ф-к?с|gsm|моб(?:ил(?:ен|ни))?|(?:[eсеc]-?)?mail|(?:[иеe]-?)?мейл"
    r"|(?:[eе]-|ел\.[ ]?|електронна[ ])поща)"
)
"""The words before a telephone or mail that stands beside somebody's name, in small letters."""

FAX = re.compile(r"(?:факс|ф-к?с|фкс|fax|ф(?=[.:]|\Z))[\s.:№/]*", re.IGNORECASE)

OF_ONE = re.compile(f"{MOBILE.pattern}|{FAX.pattern}", re.IGNORECASE)
"""What is called by these names is nobody else's."""

OPENING = r"(?:работно|приемно)(?:то)?[ ]време"
"""What hours are called, in small letters."""

HOURS_BEHIND = re.compile(r"[ ]-[ ](?=(?:[а-я]+[ ])?(?:от|до)[ ][0-9])")
"""Before the hours behind the words of a label: `841 234 - каса - сутрин от 8:00`."""

# What no label is made of: numbers of items, days, the ends of hours.
_NO_LABEL = re.compile(
    r"партер|сутерен|[0-9]{4} [^\W\d]+|(?:(?:на|от|до) )?[0-9. )/]*(?:г\.?|год\.?)?|часа?|ч|включително|вкл",
    re.IGNORECASE,
)
# So many letters no such word has: behind them stand figures.
_FEW = 15
# `в Културния дом, с работно време`
_WITH = re.compile(r"[ ]?(?:(?:в|във|на|при)[ ])?(?P<who>(?!(?:Той|Тя|То|Те)[ ])[^,]{3,90}),[ ]с")
# The room of whoever is called, behind a mark: `Деловодство - ет. 1, стая 3, тел.`
_ROOM = re.compile(
    r"""(?<=[^\W\d_]) [ "]{0,2} [,:;(-] [ ]?
    (?: (?: (?:[IVX]+|[0-9]{1,2})[ ]?-?(?:ри|ви|ти|ми)?[ ]етаж
          | (?:ет\.|етаж|стая|ст\.|каб\.|кабинет|офис)[ ]?(?:№[ ]?)?(?:[0-9]{1,4}|[IVX]{1,4})[а-яА-Я]? )
        [ ,:;)☎-]*+ )+ \Z""",
    re.VERBOSE,
)
_FLOOR = r"(?:[0-9IVX]{1,4}(?:[ -]?[вртм]и)?|първи|втори|трети|четвърти|пети|последен)[ ](?:етаж|ет\.)"
ROOM = rf"(?:{_FLOOR}|(?:стая|ст\.|каб\.|кабинет|ет\.|етаж)[ ]?(?:№[ ]?)?[0-9IVX]{{1,4}}[а-я]?(?![а-я]))"
"""A room or a floor with its number."""

ROOMS = re.compile(rf"(?:{ROOM}(?:[ ]?[-–,:;()|]+[ ]?|\Z))+", re.IGNORECASE)
"""Rooms and floors with the marks behind them: `II етаж, стая 14, `."""

# That one may call at any hour, behind whom: `Дежурен - денонощно, тел.`
_ALWAYS = re.compile(r"\"?[ ]?[,(-][ ]?денонощно[ ,:;)-]*\Z")

_ROOMS = ("етаж", "ет.", "стая", "ст.", "каб", "офис")
_CELLS = re.compile(r"[ ]{3,}(?=[0-9])")
_OPENS_AT = re.compile(r"(?:раб|прием)", re.IGNORECASE)
_COLON = re.compile(":(?!(?<=[0-9].)[0-9])")
# What joins the words to those of the value before: `на тел. 112 и на дежурния: 841 234`.
_AND = re.compile(r"(?:и|или|а)[ ](?:на[ ])?")
_CALLS = re.compile(r"\w+[ ]телефон", re.IGNORECASE)
_ASKED = re.compile(r"[А-Яа-я]{2,}[ей]те[ ]")
# What tells the reader to call or write, and nothing else.
_TO_READER = re.compile(
    r"(?:моля[, ]+)?(?:може(?:те)?[ ]да[ ])?(?:ни[ ])?[а-я]{3,}[еий]те(?:[ ](?:се|ни|с[ ]нас|и|също))*+(?:[ ]на)?",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
# `Деловодство тел.`, `Информация на тел.`
_CALL, _TO_NAME = re.compile("(?:т|тел(?:ефони?)?)[.]?", re.IGNORECASE), re.compile("[ ](?:на|по)$")
_KIND_OF = re.compile(
    r"[а-яА-Я]{2}(?:ен|ни|на|ски|ЕН|НИ|НА)$|(?<![а-я])(?:(?!(?:на|по)$)[а-я]{1,3}|горещ|друг|пряк)$", re.IGNORECASE
)
_MARKED_ON = frozenset({" - на", " - по"})
LINKING = frozenset("на и или в от до за по с при е са чрез към като а the служ".split())
"""Words that no label ends with."""

_PRONOUNS = ("той ", "тя ", "то ", "те ", "ние ", "вие ")
# A verb between the words and the value: `Таксата е`, `обадете се на`, `в размер на`.
_VERB = re.compile(
    r"""(?:[ ]ще)?[ ]
    (?:да[ ])? (?: (?:(?:е|са)[ ])?(?:в[ ])?размер(?:[ ]на)? | (?:е|са|беше?|бяха)(?:[ ](?:от|между|до|около|над|за))?
      | възлизат?[ ]на | (?:се[ ])?заплаща(?:т)? | струва | се[ ]състои
      | (?:(?:е|са)[ ])?на[ ](?:обща[ ])?стойност(?:[ ]от)?
      | се[ ](?:приема|подава|провежда|извършва|осъществява)т?(?:[ ]и)?(?:[ ]на)? | става(?:т)?(?:[ ](?:на|по))? | бъде
      | (?:се[ ])?(?:звънете|обадете|обаждайте|търсете|пишете)(?:[ ]се)?(?:[ ]на)? )
    $""",
    re.VERBOSE | re.IGNORECASE,
)
# The last word of such a verb.
_VERB_ENDS = frozenset(
    """размер стойност на е са беш беше бяха от между до около над за заплаща заплащат струва състои и по бъде
    става стават се приема подава провежда извършва осъществява приемат подават провеждат извършват осъществяват
    звънете обадете обаждайте търсете пишете""".split()
)
_TOO_MUCH = re.compile(r"[ ](?:за[ ].*[0-9]|-[ ]).*")
CLAUSE = re.compile(r"[ ](?:е|са|бе|бяха|бъде|бъдат|ще|че|се)[ ]", re.IGNORECASE)
"""What makes a sentence of words that could be a label."""

# Before what a long heading goes on to tell: `... за предаване на поръчки за подаръци`.
_GOES_ON = re.compile(r",[ ]|[ ](?:за|по|при|от)[ ]|(?<!както)[ ]и[ ]")
_TELLS_MORE = re.compile(r"[ ](?:за|по|при|от|и)(?=[ ])", re.IGNORECASE)
# `От 5 август работното време на лодките ще бъде`
_OPENING_OF = re.compile(rf"(?<=[ ]){OPENING}(?:[ ]на[ ][^,]{{3,50}})?\Z", re.IGNORECASE)
_ABBREVIATED = re.compile(r"[а-я]{2,6}\.")
_SHORT = 60


def bare_words(said: str, kind: str) -> tuple[str, str]:
    """The words before a value without numbering, rooms and marks, and the mark that ends them.

    They are empty for the number of an item, and for a season before hours.

    >>> bare_words("2. Деловодство - ет. 1, стая 3, ", "phone"), bare_words("От 1 май до 31 август:", "hours")
    (('Деловодство', ':'), ('', ''))
    """
    mark = said[-1:]
    if kind == "hours":
        if said.rfind("(") > said.rfind(")"):
            said = said[said.rfind("(") :]  # `Офис Русе (ИРМ Бяла - само сряда 10-14 ч.)`
        if found := _WITH.fullmatch(said):
            said, mark = found["who"], ":"
    elif found := (holds(said, _ROOMS) and _ROOM.search(said)) or _ALWAYS.search(said, max(0, len(said) - _FEW)):
        said, mark = said[: found.start()], ":"
    elif said[-5:] in _MARKED_ON:
        said, mark = said[:-5], "-"  # `Въпроси по документацията - на тел. 841 234`
    bare = without_start(NUMBERING, said).strip(EDGE) if said else ""
    if "   " in bare and kind == "phone":
        bare = _CELLS.split(bare)[0]  # `Каса      9:00 - 17:00      841 234`
    return ("", "") if _says_nothing(bare, kind) else (bare, mark)


def _says_nothing(bare: str, kind: str) -> bool:
    """Whether words are but the number of an item or a day, or the days or the season before hours."""
    if (len(bare) < _FEW or not bare[8].isalpha()) and _NO_LABEL.fullmatch(bare):
        return True
    if kind == "hours" and _DAYS.fullmatch(bare):
        return True
    return (kind == "hours" or bare[0] in _DIGITS) and SEASON.fullmatch(bare) is not None


@remembered_if_short
def is_bare_name(words: str) -> bool:
    """Whether words name a kind and nothing more; pages print the same few again and again."""
    return BARE_NAMES.fullmatch(words) is not None


def own_words(bare: str, end: str, opens: bool, name: str | None) -> str | None:
    """What the words before a value (and before the word naming its kind) say more than the kind; None if nothing.

    `bare` has neither numbering nor marks at its ends, `end` is the last character it had, `opens` tells whether it
    opens a line or a sentence.
    """
    verb = _verb_at_end(bare) if name is None else None
    if verb and opens:
        return _subject(bare[: verb.start() - 1]) if verb.start() else None
    first, *more = _COLON.split(bare, maxsplit=1) if ":" in bare else (bare,)
    if more and (is_bare_name(first) or (end == "-" and CLAUSE.search(f" {first} "))):
        first, *more = more  # `Телефони: директор - 841 234`, `Отворени са две гишета: гише 1 - от 9 до 17 ч.`
    first = _cut(first.strip(EDGE), end if opens else "", name)
    low = first.lower()
    pronoun = low.startswith(_PRONOUNS) and first[1].islower()  # `ТО` is an office
    if not first or pronoun or low in LINKING or low in OPERATORS:
        return None
    if (name and is_bare_name(first)) or _TO_READER.fullmatch(first):
        return None  # `Банкова сметка - IBAN …`, `Можете да пишете и на`
    if name is None:
        return first if end in ":-" or (opens and len(first.split()) <= 8) else None
    return _with_name(bare, first, bool(more), end, opens, name)


def _cut(first: str, end: str, name: str | None) -> str:
    """The words without what joins them to those before and behind them; `end` is empty where they open nothing."""
    if first[:2] in ("и ", "а ") or first[:4] == "или ":
        first = without_start(_AND, first)
    elif first[:3] in ("на ", "На ") and begins_line(first, 3):
        first = first[3:]  # `На горещия телефон: 841 234`
    if " - " in first:
        kind, _, rest = first.partition(" - ")
        first = HOURS_BEHIND.split(rest if is_bare_name(kind) else first)[0]  # `Телефон - Каса: 841 234`
    if end and name is None and first[-3:] == " на" and len(first.split()) <= 4:
        return first[: -len(" на")]  # `Сигнали на 0800 12 345`
    return first if len(first) <= LONGEST else (end == ":" and shortened(first)) or ""


def _with_name(bare: str, first: str, more: bool, end: str, opens: bool, name: str) -> str | None:
    """The words before the word that names the kind: with a mark between them alone, else both together."""
    if end in ":-" or (end == "," and _OPENS_AT.match(name)):
        if end == "-" and not (is_bare_name(name) or _OPENS_AT.match(name)):
            return None  # `Областна управа - централа`
        return first if opens or not first[0].islower() else None
    if not is_bare_name(name) and _CALLS.match(name):
        return None  # `Общината обявава Горещ телефон`
    if not opens:
        return f"{bare}. {name}" if _ABBREVIATED.fullmatch(f"{bare}{end}") else None
    if end == "," and not more:
        return None
    if more or len(bare.split()) > 3:
        return first if more and len(first.split()) <= 6 else None
    verb = _verb_at_end(bare)  # `Записването става на тел.`
    if (verb and not verb.start()) or _ASKED.match(bare):
        return None  # `Обадете се на тел.`, `Подайте сигнал на тел.`
    return _subject(bare[: verb.start() - 1]) if verb else _and_name(bare, name)


def _and_name(bare: str, name: str) -> str:
    """Both together where the name says more than `тел.`, or the words say which (`Дежурен тел.`)."""
    return f"{bare} {name}" if not _CALL.fullmatch(name) or _KIND_OF.search(bare) else _TO_NAME.sub("", bare)


def _verb_at_end(bare: str) -> re.Match[str] | None:
    """The verb that ends the words before a value, in the words with a space before them."""
    may = bare[bare.rfind(" ") + 1 :].lower() in _VERB_ENDS
    return _VERB.search(f" {bare}") if may else None


def _subject(words: str) -> str | None:
    """What a sum or hours are of, from the words before the verb; a long phrase is cut short."""
    if len(words) > _SHORT:
        words = _TOO_MUCH.sub("", words)
    words = words.strip(EDGE)
    if opening := _OPENING_OF.search(words):
        words = opening.group()
    return words if 2 < len(words) <= LONGEST and len(words.split()) <= 10 and not CLAUSE.search(words) else None


def shortened(words: str) -> str | None:
    """Words no longer than a label: of more, what the last comma or preposition leads to is left out.

    None for a clause.

    >>> shortened("Работно време на Ателието за подвързване на книги " + "за предаване на поръчки за подаръци " * 2)
    'Работно време на Ателието за подвързване на книги за предаване на поръчки за подаръци'
    """
    if len(words) <= LONGEST:
        return words
    ends = [it.start() for it in _GOES_ON.finditer(words, 0, LONGEST)]
    return words[: ends[-1]] if ends and not CLAUSE.search(words) else None


def few_words(words: str, most: int) -> str:
    """The first of too many words, up to where they go on to tell more; all of them where they do not.

    >>> few_words("Цените на групови билети за деца от махалите", 6)
    'Цените на групови билети'
    """
    if words.count(" ") < most:
        return words
    few = " ".join(words.split()[:most])
    ends = [it.start() for it in _TELLS_MORE.finditer(few)]
    return few[: ends[-1]] if ends else words
