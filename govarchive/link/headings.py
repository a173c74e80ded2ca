"""Headings: which lines above a value say whose it is or what for."""

import re
from collections.abc import Sequence

from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, NUMBERING, is_bare_name, shortened
from govarchive.model import Candidate
from govarchive.text.remembered import remembered_if_short
from govarchive.text.starts import without_start

# Lines between a heading and its values: rooms, floors and addresses.
_ROOM = re.compile(
    r"""\W* (?:[IVXІХ]+|[0-9]+)? [ ]*                                        # II етаж, 2 етаж
    (?: (?:[А-Я][а-я]+(?:на|ската|ната|ска)[ ]|(?:общ|адм)\.[ ])?
        сграда(?:та)?(?![а-я])[^:;\n]{0,50},[ ](?:ет\.|етаж|стая)[ ]?[0-9IVX]
      | (?:корпус|блок|вход)[ ][0-9А-Я]{1,2}(?![а-я]) | каб\.[ ]?[0-9]
      | (?:[,/-][ ]?)?(?:ст\.|стая)?[ ]?(?:№[ ]?)?[0-9]{1,4}[а-я]?[ ]*\Z             # III, 307; ст. 12
      | от[ ][0-9]{1,2}[.,:][0-9]{2}[ ](?:ч\.?[ ])?до[ ][0-9]
      | (?:стая|кабинет)(?![ ](?:с|със|за|по|без)[ ]) | партера?,?[ ](?:стая|ст\.|каб|гише) | намира[ ]се[ ](?:на|в)[ ]
      | (?:вътр|вн)\.[ ]?(?:тел\.[ ]?)?[0-9]
      | етаж|ет\.|ресор(?:и|ът)?\b|адрес|гр\.|град\b|с\.|ул\.|бул\.|пл\.|ж\.к\.|п\.?к\.?|[0-9]{4}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# How long something takes, or how many: `до 14 работни дни`, as in the middle of a list of prices.
_TERM = re.compile(
    r"""\W*(?:(?:обикновена|бърза|експресна)(?:[ ](?:услуга|поръчка))?[ ]*[:-][ ]*)?
    (?:срок(?:[ ]+(?:за|на)[ ]+[а-я]{4,}(?:[ ][а-я]{4,})?)?[ ]*[:-]?[ ]*)?
    (?:(?:до|от|за|в|над|под)[ ])? [0-9]{1,3}(?:[ -]*[0-9]{1,3})? [ ]+(?:[а-я]{5,}и[ ])?
    (?:дни|ден|час[а]?|месеца?|мин(?:ути|\.)?|години|година|бр(?:оя|\.)?|стр(?:аници|\.)?)
    (?:[ ](?:от|след)[ ](?:датата[ ]на[ ])?(?:пода|заяв|внас|постъп|регистр)[^\n:]{3,50})? \W*""",
    re.VERBOSE | re.IGNORECASE,
)
PLACE_ALONE = re.compile(r"(?:гр|с|кв|град|село)[. ][ ]?[А-Я][а-яА-Я]+(?:[ -][А-Яа-я]+){0,2}[ :]*", re.IGNORECASE)
"""A line that is a place and nothing more, as above the hours of those who come there."""
# The line of a bank above an account says neither whose the account is nor what it is for.
_BANK = re.compile(
    r"""(?! [^\n]* (?:сметк|[ ]за[ ]) )
    [^:\n]{0,40} (?: банк(?!ов) | bank | (?-i:\b(?:ЦКБ|ОББ|ПИБ|ДСК|БНБ|БАКБ)\b) ) (?: а[ ]?: )? [^:\n]{0,45}""",
    re.VERBOSE | re.IGNORECASE,
)
# What a line of an account's card begins with that tells who holds it or how one pays, not what it is for.
_OF_ACCOUNT = re.compile(
    r"""\W*(?: (?:титуляр|получател|бенефициент|бенефициер|банка)[а-яА-Я ]{0,20}: | в[ ]полза[ ]на: | валута
      | (?:правно[ ])?основание(?:[ ]за[ ][а-я]+)?[ ]?:[ ]?(?:тарифа|чл\.|ал\.|закон|наредба|решение|заповед|ЗМДТ|ЗДТ)
      | код[ ](?:за[ ])?вид[ ]плащан | начин(?:и|ът)?[ ]на[ ]плащане
      | (?:на|в)[ ](?:[а-я]+[ ])?кас[аи](?:та)?(?![а-я]) | в[ ]брой
      | (?:чрез|на|с)[ ](?:ПОС|POS|банкова[ ]карта|e-?pay|easy)
      | (?:по|чрез)[ ]банков[а-я]{0,2}[ ](?:път|превод)[ ]*:?\Z )""",
    re.VERBOSE | re.IGNORECASE,
)
# The name of a bank: `"Обединена българска банка" АД`, `Търговска банка "Планина"`, `Планинбанк, клон Видин`.
_NAMED_BANK = r"""\"? (?:(?:ТБ|Търговска[ ]банка)[ ])? \"?(?:[А-ЯA-Z][\w.-]*[ ]\"?(?:[а-я]{5,15}[ ](?=банка))?){0,3}
    (?: (?:[А-ЯA-Z][\w-]*)?(?i:банк[аи]?|bank) | ЦКБ | ОББ | ПИБ | ДСК | БНБ | БАКБ | ТБ(?=[ ]\") ) (?!\w) \"?
    (?: [ ](?:АД|ЕАД)(?!\w) | [ ]\"?(?:[А-ЯA-Z]|и[ ][А-Я])[\w.-]*\"? ){0,5}
    (?: [ ]?[,-]?[ ](?:клон|офис|ФЦ|ЦУ|гр\.)(?:[ ][А-Я][\w-]*){0,2} )? \"?"""
BANK_NAME = re.compile(rf"(?![^\n]*(?i:сметк|[ ]за[ ])) {_NAMED_BANK}", re.VERBOSE)
"""The name of a bank and nothing more."""
BY_BANK = re.compile(
    r"""(?:(?:чрез|по|с|със)[ ])? (?:банков(?:и|ия)?[ ](?:превод|път)|платежно[ ]нареждане)
    (?:,?[ ](?:по|на|към)[ ](?:следната[ ])?(?:банкова[ ])?сметка(?:та)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""That something is paid through a bank, not what."""
# Where an account is held, behind what it is for: `Сметка за приходи в "Планина Банк", клон Видин`.
_AT_BANK = re.compile(
    rf"""(?<=[\w)]) \"? (?: (?:,|[ ]-)[ ] (?:(?:открита|водена|обслужвана)[ ])? | [ ] (?=(?i:в|във|при)[ ]) )
    (?: (?i:в|във|при|от)[ ] )? (?:банка[ ](?=\"))? {_NAMED_BANK} \Z""",
    re.VERBOSE,
)
_GENERIC = re.compile(
    r"""(?:за\ )? контакти? | контактна\ информация | информация | тел | факс | банкови?\ сметк[аи]
    | телефони?(?:\ и\ (?:адреси?|e-?mails?|имейли?))? | адреси?\ и\ телефони?
    | банкова\ информация | координати | (?:контактни\ )?данни\ за\ (?:контакт|връзка) | контактни\ данни
    | (?:наименование,?\ (?:и\ )?)?адреси?(?:\ и\ (?:лица|мяст[оа]|места)[ /а-я]{3,25})?  # a notice's
    | намерете\ ни | къде\ (?:сме|се\ намираме|да\ ни\ намерите)
    | (?:нашият\ )?(?:екип|адрес) | за\ нас | връзка\ с\ нас | за\ връзка | меню | начало | полезни\ връзки
    | гореща\ линия
    | e-?mail | имейл | електронна\ поща | iban | плащания(?:\ по\ банков\ път)? | свържете\ се\ с\ нас""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCOUNT = re.compile(r"[^-]{0,60}\bсметка(?:та)?(?=[ ](?:-|\([^()]{2,40}\)[ ]-)[ ])", re.IGNORECASE)
_NAMED_ACCOUNT = re.compile(
    r"(?:[а-я]{5,20}[ ])?сметка(?:та)?[ ](?:за|на)[ ](?![^,]*[ ](?:е|са|се)[ ])[^,:;0-9\n]{4,70}", re.IGNORECASE
)
# What money goes to an account for: `За глоби и санкции`, `Местни данъци и такси`.
_PAID_FOR = re.compile(
    r"""(?: за[ ](?!(?:да|нас|вас|повече|справки|контакт\w*|връзка|плащания?)(?![а-я]))
      | (?:[а-я]+(?:на|ни|ва|ви|ска|ски)[ ])?
        (?:такс|данъ|приход|разход|депозит|гаранц|дарени|глоб|нае[мт]|вноск|средств|услуг)
      | [а-я]+(?:на|ва|ска)[ ]сметк )
    (?:[^:;,0-9\n]|,(?=[ ](?-i:[а-я]))){0,80}(?<![ ](?:на|по))""",
    re.VERBOSE | re.IGNORECASE,
)
_KIND_OF_ACCOUNT = re.compile(
    r"(?<![^\W_])(?!банкова|следната|посочената|отделна|новата?[ ])[а-я]{3,16}(?:ска|на|ва)[ ]\Z", re.IGNORECASE
)
_LONGEST_KIND = 20
# What a sentence says of an account that it names: `Лагерната сметка остава отворена до май:`.
_ACCOUNT_IS = re.compile(
    r"(?:[а-я]{5,20}[ ])?сметка(?:та)?(?=[ ](?:ще[ ])?(?:е|бе|беше|остава|работи|продължава)[ ])", re.IGNORECASE
)
# The name of an account behind what it is for: `Сметка за глоби - "Бюджетна сметка"`.
_CALLED_ACCOUNT = re.compile(r"(?<=\w)[ ]-[ ]\"[^\"\n]{0,30}[ ]?сметка\"?:?\Z", re.IGNORECASE)
_GROUND = re.compile(
    r"""\W*
    (?:(?:основание|предназначение)(?:[ ]за[ ](?:плащане|превод))?|(?:наименование|име|вид)(?:[ ]на)?[ ]сметка(?:та)?)
    [ ]?:[ ]?(?=\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# What a site says to its reader in the first lines of a page.
_OF_THE_SITE = re.compile(
    r"""skip[ ]to[ ].* | (?:прескочи|премини|продължете)[ ]към[ ].* | към[ ](?:основното[ ])?съдържание.*
    | вход.{0,20}регистрация.* | .*забравена[ ]парола | търсене | търси | начална[ ]страница | top[ ]of[ ]page
    | home | search | menu | .*\.(?:docx?|pdf|xlsx?|rtf|zip)
    | (?:прочети|виж(?:те)?|научи|още)[ ](?:още|всички|повече|новини) | сподел(?:и|ете|яне).* | последвайте[ ]ни.*
    | (?:(?:всички|последни|актуални)[ ])?(?:новини|обяви|съобщения|събития) | фотогалерия | галерия[ ]снимки | видео
    | карта[ ]на[ ]сайта | обратно[ ]към.* | назад | напред | (?:версия[ ])?за[ ]печат | бисквитки
    | [0-9 ]{3,60}(?:следваща|напред)?(?:[ ][»>])?  # the pages of a list
    | съобщени[ея] | обява | обявлени[ея] | заповед | покана | решени[ея] | протокол | уведомлени[ея]
    | доклад | становище | анкета  # what a paper is, at its head
    | с[ ]уважение | полезна[ ]информация | изображение.{0,40} | лого.{0,40} | (?:общи[ ]условия|поверителност).{0,40}
    | [^|]{2,30}(?:[ ]\|[ ][^|]{2,30}){2,9} | (?:начало|home)[ ]?[|>»›/].*  # a menu, the trail to the page""",
    re.VERBOSE | re.IGNORECASE,
)
# The name of a file or of a part of a page, as its address has it.
_SLUG = re.compile(r"[a-z][a-z0-9_-]+")
# A word, a number or an abbreviation with the signs at it, but no dash.
_SPACED = re.compile(r"[^\s\w]*\w[^\s]*")
# What has a label of its own.
_VALUES = frozenset({"phone", "email", "iban", "url", "money"})
_SENTENCE_END = re.compile(r"[.!?…]\"?$|^[^\w]*[а-я][^;]*;$")
_MOST_WORDS = 12
# Behind what is sold or done, where: `Репетиции на територията на крепост „Роза“ и ...`.
_WHERE_IT_IS = re.compile(r"[ ](?:на[ ]територията|в[ ](?:границите|рамките|района))[ ]на[ ]", re.IGNORECASE)
_SHORTENED = re.compile(r"[ 0-9](?:г|год)\.$|/[ ]?(?:бр|час|мин|стр|кв\.м|куб\.м|лв)\.$", re.IGNORECASE)
# The days on which whoever is named serves: `Детска консултация: понеделник-петък`.
_ON_DAYS = re.compile(
    r"""[ ]?[:,-][ ]?
    (?: (?: понеделник | вторник | сряда | четвъртък | петък | събота | неделя | пон\. | пет\. | ежедневно | целогодишно
      | денонощно | всек[иа] | работ(?:ен|ни) | делнич(?:ен|ни) | ден | дни | от | до | и ) [ ,-]*+ )++ \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# A heading in a numbered list may name a year (`2. Такси за 2015 г.`); a day makes it a line of news.
_YEAR = re.compile("[0-9]{4}(?:/[0-9]{4})?")


def as_heading(line: str, held: Sequence[Candidate]) -> str | None:
    """A line that holds these records as a heading; None for a sentence, a dated line, a value, a list of people."""
    if len(line) > LONGEST and (len(line) > 2 * LONGEST or line[-1] != ":"):
        return None
    if "\t" in line or any(it.kind in _VALUES for it in held):
        return None
    words = _ON_DAYS.sub("", without_start(NUMBERING, line).strip(EDGE))
    if words.count(" ") >= _MOST_WORDS:
        words = _WHERE_IT_IS.split(words)[0]
    if ":" in words or is_generic(words) or _SLUG.fullmatch(words) or _OF_THE_SITE.fullmatch(words):
        return None
    numbered = words != line.strip(EDGE)
    if any(it.kind == "date" and not (numbered and _YEAR.fullmatch(it.value or "")) for it in held):
        return None
    if sum(it.kind == "person" for it in held) > 1:
        return None
    if line.endswith(":"):
        return shortened(words)
    is_sentence = _SENTENCE_END.search(line) and not _SHORTENED.search(line)
    return None if is_sentence or len(words.split()) > _MOST_WORDS else words


@remembered_if_short
def is_generic(words: str) -> bool:
    """Whether words say of all below or behind them that it is a contact or an account, not whose or what for."""
    return _GENERIC.fullmatch(words) is not None


@remembered_if_short
def is_detail(words: str) -> bool:
    """Whether a line or cell says where or how long, not what: `II етаж, стая 4`, `до 14 работни дни`."""
    return _ROOM.match(words) is not None or _TERM.fullmatch(words) is not None


def is_person(text: str, start: int, stop: int, held: Sequence[Candidate]) -> bool:
    """Whether the line or cell `[start, stop)` that holds these records is somebody's name and little else."""
    people = [it for it in held if it.kind == "person"]
    return bool(people) and any(is_of_names(text, start, stop, [it]) for it in people)


def is_of_names(text: str, start: int, stop: int, people: Sequence[Candidate]) -> bool:
    """Whether most words of `[start, stop)` are those of names, however long these are."""
    named = sum(len(text[it.start : it.stop].split()) for it in people)
    return 2 * named > len(_SPACED.findall(text, start, stop))


def account_of(heading: str) -> str:
    """The heading of an account without what it serves: the words after the first mark behind `сметка`.

    >>> account_of("Депозитна сметка - вещи лица, гаранции"), account_of("Такси (по закон)")
    ('Депозитна сметка', 'Такси (по закон)')
    >>> account_of("Основание: ГЛОБИ"), account_of("Лагерната сметка остава отворена до май")
    ('ГЛОБИ', 'Лагерната сметка')
    """
    heading = _CALLED_ACCOUNT.sub("", _GROUND.sub("", heading))
    found = _ACCOUNT.match(heading) or _ACCOUNT_IS.match(heading)
    return found.group() if found else heading


def is_account(words: str) -> bool:
    """Whether words are an account and what it is for or whose it is, or the purpose alone.

    >>> is_account("Сметка за такси"), is_account("За глоби"), is_account("Банкова сметка"), is_account("За контакти")
    (True, True, False, False)
    """
    if is_generic(words) or is_bare_name(words) or CLAUSE.search(words):
        return False
    return _NAMED_ACCOUNT.fullmatch(words) is not None or _PAID_FOR.fullmatch(words) is not None


def kind_of_account(text: str, floor: int, start: int) -> int:
    """Where the word begins that tells the kind of an account, before `сметка` at `start`; else `start`.

    >>> kind_of_account("Хор - дарителска сметка", 0, 17), kind_of_account("Хор - банкова сметка", 0, 14)
    (6, 14)
    """
    found = _KIND_OF_ACCOUNT.search(text, max(floor, start - _LONGEST_KIND), start)
    return found.start() if found else start


def tells_bank(words: str) -> bool:
    """Whether words of an account's card are its bank, or who holds it: `Банка „Планина“ АД`, `Титуляр: Община Х`."""
    return _BANK.fullmatch(words) is not None or _OF_ACCOUNT.match(words) is not None


def without_bank(label: str) -> str:
    """What an account is for, without the bank where it is held.

    >>> without_bank('Сметка за приходи в "Планина Банк"'), without_bank("Такси - ЦКБ АД, клон Лом")
    ('Сметка за приходи', 'Такси')
    """
    found = _AT_BANK.search(label)
    return label[: found.start()] if found else label
