"""What may stand between a name and an office that belong together, and between the names of a list."""

import re

from govarchive.link.label_words import CALLED
from govarchive.link.list_marks import NUMBERING

# Dots to sign on; one sign may be three of them.
_DOTS = r"(?:[.…_]{3,}+|…++)"
# `Членове: 1. ........ (А)`
_TO_SIGN = rf"(?:{_DOTS}(?:[пП][.…_]{{2,}}+)?[ ]*+[/(]?)?"
# Who put a member forward: `А - ПП МИР, Б - ГЕРБ`, `А от ГЕРБ, Б от "Х"`.
_PARTY = r"""(?:(?:-|от)[ ])?(?:(?:ПП|КП|МК|[Кк]оалиция|[Пп]артия)[ ])?
    (?:\"[^\"\n]{2,70}\" | [А-Я]{2,}(?:[ ]?[ -][А-Я]{2,}){0,3}) (?=[,;\n]|[ ]и[ ])"""
# Where each of a list is from: `А - Орешак, Б - с. Врабево`.
_PLACE = r"-[ ](?:(?:с|гр)\.[ ]?)?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?(?=[,;]|[ ]и[ ])"
# When each was in office: `А 1945-1952, Б 1952-1960`; what is told of him before a semicolon: `А - УНГ, каб. 12; Б`.
_YEARS = r"(?:от[ ])?[12][0-9]{3}[^,;\n]{0,24}(?=[,;])"
_ITEM = r"[^;\n]{1,70}(?=;[ ])"
_OF_CLASS = r"-[ ]?(?:[0-9]{1,2}|[IVX]{1,4})[ .-]{0,2}\"?[А-Яа-я]?\"?[ ]клас(?=[,;]|[ ]и[ ])"
# What is told of one in a list before the next: `А, бил кмет до 2000 година, Б`, `А, предложение на ПП „Х“, и Б`.
_OF_ONE = (
    r",[ ](?:досега|доскоро|дотогава|бил|била|който|която|избран|избрана|предложение|предложен|предложена)[ ]"
    r"[^,;:.\n]{2,80}(?=,|[ ]и[ ])"
)
# What one of a list is for: `5а - А`, `пиано - А`.
_LABEL = r"(?:(?:[0-9]{1,2}|[IVX]{1,4})[ ]?[а-я]?(?:[ ]клас)?|[а-я]{3,20}(?:[ ][а-я]{3,20}){0,2})[ ]-[ ]"
# The number before a name of a list, perhaps with a line of its own.
_NUMBER = rf"(?:{NUMBERING}|№?[ ]?[0-9]{{1,3}}[.)]?[ ]*\n[ \n]*+)"
# Before a name, when somebody was in office: `от 1999 г. - А`, `1899-1901, 1908-1911 А`, `20.02.1912 - 17.09.1915 - А`.
_DAY = r"(?:[0-9]{1,2}\.){0,2}[12][0-9]{3}(?:/(?:[0-9]{4}|[0-9]{2}))?"
_TERM = rf"""(?:(?i:от|до|през|след)[ ])?{_DAY}(?:[ ]?г(?:од)?\.?)?(?:[ ]?(?:-|до)[ ]?(?:{_DAY}|[0-9]{{2}})?)?
    (?:[ ]?г(?:од)?\.?)?(?:[ ]?(?:и[ ])?(?:досега|днес|сега|до[ ](?:сега|днес)|насам)(?![а-я]))?
    (?:[ ]\([^()\n]{{1,20}}\))?"""
_TERMS = rf"{_TERM}(?:(?:[,;]|[ ]и)[ ]{_TERM}){{0,3}}[ ]?:?[ ]?(?:-|[.…]{{2,}}+)?[ ]{{1,24}}"
_SINCE = rf"(?:{_TERMS})?"
_ACTS = r"(?i:вр?\.?[ ]?и\.?[ ]?д|и\.[ ]?[дф])\.?"
BY_YEARS = re.compile(rf"[ ]*{NUMBERING}?[ ]*{_SINCE}", re.VERBOSE)
# From a name over all that is told of one in office, and of others, to the next row that begins with years.
NEXT_YEARS = re.compile(rf"[^\n]{{0,300}}\n[ \n]*+{NUMBERING}?[ ]*{_TERMS}", re.VERBOSE)
# From a name over the rest of its row, and lines of telephones and the like, to the name in the next.
ROW = re.compile(
    rf"""(?:[^\n]{{0,60}}|[ ]{{3}}[^\n]{{0,140}})\n
    (?:[ \n]*+(?:(?:(?i:{CALLED}|стая|каб|[+(]?[0-9]{{2}})|(?:с|гр)\.[ ]?[А-Я])[^\n]{{0,60}}|[.…]{{1,6}})\n){{0,3}}
    [ \n]*{_NUMBER}?[ ]*{_SINCE}{_TO_SIGN}(?:{_ACTS}[ ]+)?""",
    re.VERBOSE,
)
# From a name over the rest of its row and the first cell of the next to the name there.
CELLS = re.compile(
    rf"(?:[^\n]{{0,90}}\n){{1,2}}(?:{NUMBERING}[ ]?\t)?(?P<cell>[^\n\t:]{{0,40}}?)(?:\t|[ ]--?[ ]|:[ ]|[ ]{{3}})[ ]*"
)
# Before the names of a list of places or bodies: `Долно Поле - А`, `ОУ „Х“ - А`.
ROW_LABEL = re.compile(
    r"(?:[0-9]{1,2}|[IVXІ]{1,4})[ -]?[а-яА-Я]?[ ](?:клас|група|курс|район|участък)[ ]-[ ]"
    r"|(?:(?:с|гр)\.[ ]?)?[А-Я][А-Яа-я]*(?:[ ](?:[А-Яа-я]+|№[ ]?[0-9]+|\"[^\"\n]{2,40}\")){0,3}"
    r"(?:(?:[ ]--?|:)[ ]|[ ]{3,})"
)
AND_NEXT = frozenset(("и", *(f"и {verb}" for verb in ("назначава", "определя", "избира", "утвърждава"))))
"""Between two in offices of a kind: `Освобождава секретаря на СИК № 5 А и назначава Б за секретар`."""
# The mark of a signature on the original: `/п/`, `(п)`, `п/`.
_SIGN_MARK = r"""(?:(?:[/(][ ]?)?(?<![А-Яа-я])(?i:п\.?|подп\.|подпис(?:[ ]и[ ]печат)?)[ ]?[/)]
    |[Пп](?=[._]{2}|…)|(?:(?<![А-Яа-я])[Пп]\.?[ ]?)?[/(][ ]?(?:[Пп]\.?[ ]?)?[Нн]е[ ]се[ ]чете[ ]?[/)]
    |(?<![А-Яа-я])[пП]\.?(?=[ ]*\n[ \n]*[/(]))"""
# Between two names that stand side by side, or in lines one below the other.
LIST = re.compile(
    rf"""(?:[ ]*+(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/|\)|/(?=[ ]*[,;\n])|{_PARTY}|{_PLACE}|{_YEARS}|{_OF_CLASS})
      |{_OF_ONE}|{_ITEM})?
    (?: [ ]{{3,}}+
      | [;,][ ](?:{_LABEL}|{_TERMS})
      | [^;:\n]{{0,80}};[ ](?:[а-я]+[ ])?(?:след[ ]това|после|след[ ]не(?:го|я))[ ]?-?
      | [ ]*(?:[,;]|[,;]?[ ]?[ \n][иИ][ ]|[,;]?[ ][0-9]{{1,2}}[.)]|(?:[,;][ ]*+)?\n[ \n\t]*+{_NUMBER}?) )
    [ ]*+{_TO_SIGN}(?:{_SIGN_MARK}[ ]*+(?:\n[ \n]*+[/(][ ]?)?)?""",
    re.VERBOSE,
)
# What a site puts in the place of a signature: `(п) чл. 59 от ЗЗЛД`, `*подписът е заличен*`.
_NOT_SHOWN = r"""(?:[ ]?(?: [(/*"] (?:[Пп]|[Пп]одпис\w*|[Нн]е[ ]се[ ]чете|[Чч]л\.|[Сс]ъгл\w*)
      | [(/*"]? (?:[Зз]аличен\w*|[Нн]а[ ]осн\w*) ) (?![А-Яа-я]) [^\n\t:]{0,90} (?=\n))?"""
# How somebody is chosen: `бе единодушно избрана`.
_HOW = (
    r"(?:временно|единодушно|отново|също|и|вече|официално|с[ ]пълно[ ]мнозинство|с[ ][а-я0-9]+[ ]гласа?(?:[ ]\"за\")?)"
)
# What announces a list: `са както следва:`.
_AS_FOLLOWS = r"(?:следните(?:[ ]\w+)?|както[ ]следва|в[ ]следния[ ](?:ред|състав)|по[ ]ред)"
_NAME_LABEL = r"(?i:(?:трите[ ])?им(?:е|ена)(?:,[ ]?презиме)?(?:[ ]и[ ]фамилия|,[ ]?фамилия)?)(?![а-я])"
_FROM_TIME = r"(?:от|след|през|до|към|[вз]а?[ ]периода)[ ](?:м\.[ ]?[а-я]+[ ])?[0-9][^,;:()\n]{1,36}[ ]"
# Between an office and the name behind it.
LEAD = re.compile(
    rf"""
    (?:[ ](?:у[ ]нас|си|ни|му|й|ѝ|им|ви)(?=[ ]))? [ ]*+
    (?: (?:[а-я]\.){{2,4}}                                              # з.ч.д.
      | [,;]?[ ]*(?:\n[ \n]*|\t|(?<=[,;][ ])){_NAME_LABEL}[ ]*:?[ ]*(?:\n[ \n]*|\t)?  # the label of a card
      | (?:[ий][ ]|(?:вече|сега|днес|понастоящем)[ ])?
        (?:(?:ще[ ])?(?:е|са)|бе|беше|бяха|стана|става|станаха|стават|остава|(?:да|ще)[ ]бъд(?:е|ат))
        (?:[ ](?!учени|студент)[а-я]{{3,}}(?:ият|ия|т[ае]|[ъя]т)(?:[ ][а-я]{{3,}})?)?(?=[ ])  # е възрожденецът А
      | (?:ще[ ])?(?:заем|поем)[ае]т?(?=[ ])                    # постовете на секретари ще поемат А и Б
      | ,[ ](?:става|стана|е|бе)(?=[ ])                        # началник на Х, става А
      | в[ ]лицето[ ]на(?=[ ])
      | се[ ](?:изпълнява|заема)[ ](?:временно[ ])?от(?=[ ])
      | (?:е|са|бе|бяха|станаха)(?:[ ]{_AS_FOLLOWS})?[ ]?:[ ]*+(?:\n[ \n]*+)?(?:{NUMBERING}[ ]*+)?  # Членове са: 1. А
      | (?:{_FROM_TIME})?(?:[ий][ ])?(?:е|са)[ ]бил\w?(?:[ ](?:последователно|по[ ]ред)[ ]?:?)?(?=[ ])
      | през[ ]годините(?:[ ](?:са|бяха))?(?:[ ]били)?[ ]?[:-](?=[ ])
      | през[ ](?:различни(?:те)?[ ])?годините?[ ](?:са|бяха)(?:[ ]били)?(?=[ ])
      | {_FROM_TIME}(?:е|бе|беше|стана|става)(?=[ ])
      | (?:вече|от)[ ](?:[а-я0-9]+[ ]){{1,3}}(?:годин|месец|мандат)[а-я]{{0,2}}[ ](?:насам[ ])?(?:е|са)(?=[ ])
      | (?:{_HOW}[ ])?(?:[ий][ ])?(?:е|са|бе|беше|бяха|бъде)[ ](?:{_HOW}[ ])?
        (?:пре)?(?:избра|назначе|определе|утвърде|гласува|предложе|излъче|посоче|включе|привлече)н\w?
        (?:[ ]{_HOW})? (?:[ ]?:|(?=[ ]))
      | (?:да[ ])?(?:се[ ])?(?:назнач|избир|избер|определ)\w+(?=[ ])
      | (?:,?[ ]?както[ ]следва)?[ ]*:[ ]*+(?:{NUMBERING}[ ]*+)?{_SINCE}{_TO_SIGN}(?:{_SIGN_MARK})?  # Членове: 1. (п) А
      | :?[ ]*+(?:{_DOTS}|{_SIGN_MARK})*+                       # КМЕТ: ......... (п)
      | [-|][ ]*\n?(?:[ ]*{NUMBERING}(?=[ ]))? | \( | ,[ ]{_SIGN_MARK}
      | [:,]?[ ]*+(?:[/(]?{_DOTS}[/)]?|{_SIGN_MARK})*+{_NOT_SHOWN}[ ]*+\n[ \n]*+
        (?:[(/]?(?:[Пп]одпис|[Ии]ме)[^\n]{{0,40}}\n[ \n]*+)?          # (подпис), (име и фамилия)
        (?:{NUMBERING}[ ]*+{_TO_SIGN})?(?:{_SIGN_MARK})?
      | :?\t | :\t{{2,4}} )
    [ /(\n]*+
    """,
    re.VERBOSE,
)
# Behind an office and before it, whose deputy or secretary somebody is: `заместникът му`, `нейна секретарка`.
OWN_BEHIND = re.compile(r"[ ](?:си|му|й|ѝ|им)(?![^\W_])")
OWN_BEFORE = re.compile(r"(?:негов|не[ий]н|сво|тех(?:е)?н)[а-я]{0,4}[ ]\Z", re.IGNORECASE)
# What may open a line before an office.
ADDRESSEE = re.compile(r"^(?:(?:до|чрез|и|за)[ ]|длъжност[ ]*:?[ ]*)", re.IGNORECASE)
# Between a body and the office of it, in one cell.
LED = re.compile(r"[ ]?[-,:/][ ]?")
# Behind an office that another signs for: `За кмет: А`, `ЗА ДИРЕКТОР\nА`.
SIGNED = re.compile(r"[ ]*(?:[:\n.…_]|,[ ]*\n|(?:,[ ])?[/(][Пп][/)]|$)")
# What is said of all of a list at its head: `съветници, избрани от листата на Х`.
CHOSEN = re.compile(r",[ ](?:които|(?:из|съ|под)?[а-я]{2,}(?:ани|ени|ти|ли|щи)(?:[ ]се)?)[ ]")
# Before the office of all who follow, in the line that announces them: `Присъстват следните общински съветници:`.
ANNOUNCES = re.compile(
    r"""(?:[0-9.IVX)]{1,4}[ ])? (?:(?:на|от|в)[ ][а-я]+[ ] | [^.:;\n]{2,60}?[ ])?
    (?:при|от)?(?:съства|гласува|избра|назнач|участва|полож)[а-я]*
    (?:[ ](?:са|бяха|като))? (?:[ ](?:следните|всички|само|и|нови(?:те)?|клетва))*
    (?:[ ][0-9]{1,3}(?:[ ]\([а-я ]+\))?(?:[ ]от(?:[ ]общо)?[ ][0-9а-я]+)?)?[ ]""",
    re.VERBOSE | re.IGNORECASE,
)
# From a name in a list of several bodies to the next body, and from that to the name: `на Х (А) и на Y (Б)`.
AND_OF = re.compile(
    r"""[)]?(?:,?[ ](?:и|както[ ]и)|[,;])[ ](?:(?:на|в|във|от)[ ])?
    (?=(?P<village>[А-Я][а-я]+(?:[ ][А-Яа-я]+)?))?""",
    re.VERBOSE,
)
# Between two places that are told together: `кметовете на Х и с. Y`.
AND_PLACE = re.compile(r"((?:,|[ ]и)[ ])(?:(?:с\.|гр\.|село|град)[ ]?)?")
OPENS = re.compile(r"[ ]?(?:-|\()[ ]?")
# Between an office with its body and the rank of who has it: `За директор на Х в Айтос е назначен комисар А`.
CHOSEN_FOR = re.compile(
    r"""(?:[ ]?\([А-Я]{2,9}\))?(?:[ ]в(?:ъв)?[ ][А-Я][а-я]+(?:[ ][А-Я][а-я]+)?)?
    (?:[ ](?:е|бе|беше)(?:[ ](?:пре)?(?:избра|назначе|определе|утвърде)н\w?)?)?[ ]""",
    re.VERBOSE,
)
# From a plural over what is told of all to the first of them: `губернатори, рисували морето - А`.
WHO_ALL = re.compile(r",[ ](?:които|[а-я]+(?:ли|ни|щи)(?:[ ]се)?)[ ][^,:;.!?\n]{2,90}?[ ]?[-:][ ]")
# From a plural at the head of a line over when they were: `Директори през годините: А, Б`.
THROUGH = re.compile(
    rf"[ ](?:през|от|до|след|досега|за[ ]мандат|по[ ]азбучен)[ ]?(?:[^:;.\n]|(?<=г)\.){{0,60}}:[ ](?:{NUMBERING}[ ])?"
)
# From a plural over what the first of them is for: `Класни ръководители: 5а - А, 5б - Б`.
OF_ITEM = re.compile(rf"[ ]?:[ ]{_LABEL}", re.VERBOSE)
_CAME = r"""(?i:не[ ])?(?i:от|при)съства(?:ха|т|ли|щи|ше|л|ла)?(?:[ ]са|[ ]бяха)?(?:[ ](?:на|от)[ ]заседанието)?
    (?:[ ](?:по[ ][а-я]+[ ]причини|поради[ ][а-я]+))?[ ]?(?:[:-][ ]?)?(?:[ ]|(?<=[ ])|\n[ \n]*)"""
# From a plural that ends a sentence to those of them who were away: `бяха 18 съветници. Отсъстваха А, Б и В`.
ABSENT = re.compile(
    rf"(?:[ ]от[ ]общо[ ][0-9]+|[ ](?:присъства(?:т|ха)|са|бяха)[ ][0-9]+)?[.;,]?[ \n]+{_CAME}(?:{NUMBERING}[ ]*)?",
    re.VERBOSE,
)
# From the last of those who came to the first of those who did not: `1. А\n2. Б\nОтсъства В`.
AWAY = re.compile(rf"(?:[ ]\([^()\n]{{2,60}}\))?[.,;]?\s{{1,4}}(?:[0-9]{{1,2}}[.)][ ]?)?(?=[ОоНн]){_CAME}", re.VERBOSE)
# Before an office of all of whom some came: `от петимата членове`, `5 от общо 7 члена`.
PART_OF = re.compile(r"(?<![А-Яа-я])[Оо]т[ ](?:общо[ ])?(?:[а-я0-9()]+[ ]){0,2}\Z")
# From an office behind `за` over whoever chooses to whom they choose: `За секретар съветът избра А`.
CHOSEN_BY = re.compile(
    r""",?(?:[ \n]+[А-Яа-я]+){1,4}                                          # държавният глава
    [ ](?:назнач|избр|избир|определ|утвърд|посоч|предлож)[а-я]{1,4}[ ]
    """,
    re.VERBOSE,
)
# Behind an office of one.
IS = re.compile(r",?[ ](?:е|са|бе|беше|бяха|става|стана)[ ]")
# Between an office and the rank of who has it since: `Председател от 2012 г. е съдия А`.
SINCE = re.compile(rf"[ ]{_FROM_TIME}(?:е|бе|беше|стана|става)[ ]")
# Between an office and the titles of who has it.
APPOSED = re.compile(r",[ ]")
# Behind a name between commas: `кметът, А, откри`, and not the next of a list.
INTERPOSED = re.compile(
    r",[ ](?!(?:и|както|заедно|а|също|инж|арх|проф|доц|адв|отец|поп|д-р|г-н|г-жа)(?![а-я]))[а-я]+[ ,.]"
)
# Behind the last name of a list there is no verb without `и` before it: `кметът на Х, А откри`.
SAYS_NEXT = re.compile(
    r"[ ](?!(?:и|или|а|с|със|от|на|за|в|във|до|при|към|по|без|пред|над|под|като|както)[ ])[а-я]+[ ,.]"
)
# The town behind the institution that an office is of.
TOWN = re.compile(r"(?:[ ]?-[ ]?|,?[ ](?:гр\.|с\.)?[ ]?)[А-Я][\w-]+(?:[ ][А-Я][\w-]+)?(?=[ ]*(?:[-:(\n\t]|$))")
# The number of that institution: `детско заведение (ОДЗ) №7`.
NUMBERED = re.compile(r"(?:[ ]?\([А-Я]{2,6}\))?[ ]?№[ ]?[0-9]{1,3}(?![0-9/.])")
# What is remarked of an office before its holder is told: `Експерт по езици /английски/`, `състав „Х“ (лауреат) е А`.
REMARK = re.compile(
    r"""(?:[ ]\"[^\"\n]{2,70}\")?[ ]?
    (?:\((?!(?:вакан|свобод|незает))[^()\n]{2,90}\) | /(?!(?:вакан|свобод|незает))[^/\n]{2,40}/)
    (?=[ ]*(?:\n|:|-[ ]|(?:е|са|бе|беше)[ ]))""",
    re.VERBOSE | re.IGNORECASE,
)
# Its abbreviation, and what leads to the body it is at: `синдикат (СБУ) към КНСБ`.
EXPLAINED = re.compile(r"[ ]?\([А-Я]{2,8}\)(?=[ ])")
TO_OUTER = re.compile(r"[ ](?:към|при)[ ]")
# The field of an office behind that institution: `на Община Х по устройство на територията`.
WITH_FIELD = re.compile(r"[ ]по[ ](?=[а-я])")
# The duty behind it: `заместник-кмет на Община Х с ресор „Финанси“`.
WITH_DUTY = re.compile(r',?[ ](?:с[ ])?ресор(?:и)?[ :]{1,2}"[^"\n]{2,90}"')
# Between that institution and a place.
TO_TOWN = re.compile(r"([ ]?[,-]?[ ]?(?:(?:в(?:ъв)?|от)[ ])?)(?:(?:гр\.|с\.|град|село)[ ]?)?")
# A body that no rule knows, up to the name.
_OF_SOMETHING = re.compile(
    r"""[ \n]+(?i:на|в|във|към|при|от|за|по)[ \n]+
    ((?:[^.,;:!?()\n\t]|,,){2,110}?)
    (?:[ ]в[ ]лицето[ ]на)?                     # the office is told, then who has it
    [ ]*(?:[-:(]|\n[ \n]*|\t)?[ ]*$
    """,
    re.VERBOSE,
)
# Before the name of one in a column of offices: `и.д. А`.
ACTING_FIRST = re.compile(rf"(?:\([ ]?)?({_ACTS})(?:[ ]?\))?[ -]*")
# Behind the name of one in a list or a column of offices: `А - вр.и.д.`
ACTING = re.compile(rf"[ ]?[-,(][ ]?({_ACTS})(?=[ ]*(?:[-),;\t\n]|$))")
# What may stand between a name and the office behind it: a number, also masked, and who put the person forward.
_ASIDE = r"""
    (?: [ ]?[,-]?[ ]?[(]?(?:с[ ])?(?:ЕГН|ЛНЧ)[ :№]{0,3}[0-9*XХ]{2,10}[)]? | [ ]?\t[0-9*]{4,10}(?=\t) )?
    (?: [ ]\((?:р(?:оден[а]?)?\.?[ ])?[0-9][^()\n]{2,30}\) )?                   # (р. 1965 г.), (1965 - 2012)
    (?: [ ]?[,(\t-][ ]?(?:ПП|КП|МК)[ ](?:\"[^\"\n]{2,70}\"|[А-Я]+(?:-[А-Я]+)*)[)]? )?
    (?: [ ]?(?:\([^()0-9\n]{2,40}\)|/[^/0-9\n]{2,40}/)(?=,[ ](?!кой)|[ ]?-[ ]) )? # А (ГЕРБ) - председател
    (?: [ ]от[ ](?:(?:с|гр)\.[ ]?)?[А-Я][а-я]+(?:[ ][А-Я][а-я]+)?(?=,[ ](?!кой)) )?  # А от Враца, зоотехник
"""
# What is told of who has an office now: `заема длъжността`, `ще бъде новият`.
_HOLDS = r"""(?:ще[ ])?(?:(?:заем|поем|изпълняв)[ае]|зае|пое|остава)(?:[ ](?:отново|вече|и))?
    (?:[ ](?:на[ ])?(?:длъжността|поста|функциите|мястото)(?:[ ](?:си|на))?)?"""
# `която досега бе директор`
_FOR_YEARS = r"(?:вече|от|повече[ ]от|над|близо)[ ](?:[а-я0-9-]+[ ]){1,3}(?:годин[аи]|г\.|месеца?|мандата?)"
_WHEN = rf"""(?:(?:{_FOR_YEARS}|досега|доскоро|дотогава|тогава|сега|днес|вече|в[ ]момента|преди[ ]това
    |дълги[ ]години)[ ])?"""
_DEGREE = r"(?:,[ ](?:(?i:д(?:[мбтфхсипю]|ик|пс|вм|гг)н|дм)|д\.(?:[ ]?[а-я]+\.){1,2}|PhD|MBA|МЗМ)(?![А-Яа-я]))"
# Between a name and the office behind it.
FOLLOW = re.compile(
    rf"""
    {_ASIDE} (?:{_DEGREE},(?=[ ](?:е|бе|беше|стана)[ ]))?
    (?: [ ]{_HOLDS}[ ]
      | [ ]за[ ][а-я]+[ ](?:й|му|им)[ ]като[ ]                      # за дейността й като председател
      | [ ](?:{_HOW}[ ])?(?:е[ ])?(?:встъп|работ|служ|дейст|изявя)\w+[ ]
        (?:(?:в[ ]длъжност[ ])?като[ ]|в[ ]длъжност(?:та)?[ ](?:на[ ])?)
      | [ ](?:{_HOW}[ ])?(?:(?:положи|полага|положил\w?)[ ](?:тържествена[ ])?клетва|се[ ]закле)[ ](?:като|за)[ ]
      | [ ]*(?:,[ ]*(?:който|която))?[ ]{_WHEN}(?:(?:ще[ ])?(?:е|бъде)(?:[ ]бил\w?)?|бе|беше|става|стана|остана)[ ]
        (?:{_HOW}[ ])? (?:(?:пре)?(?:избра|назначе|утвърде|определе|отстране|освободе|уволне)н\w?[ ](?:{_HOW}[ ])?
          (?:за|като|от|на)[ ](?:(?:длъжността|поста)[ ](?:на[ ])?)?)?
      | ,[ ](?:пре)?(?:избра|назначе)н\w?[ ]за[ ]
      | [ ]*(?:\n[ \n]*|\t)(?:Длъжност|ДЛЪЖНОСТ)[ ]*:?[ ]*(?:\n[ \n]*|\t)?     # the label of a card
      | (?:,|[ ]-)?[ ](?:за|като|(?:на|от)[ ]длъжност(?:та)?|в[ ]качество(?:то)?(?:[ ]\w+)?[ ]на
        |(?:действа|явява|подписва)щ[а-я]*(?:[ ]се)?[ ]като)[ ]
      | {_DEGREE}? (?:[ ]*+(?:{_SIGN_MARK}|[.…_]{{2,}}+|[/)]))*+ {_NOT_SHOWN}[ ]*,?[ ]*\n[ \n]*[/(]?(?:[Зз][Аа][ ])?
      | [ ]*+{_DOTS}[ ]*[(/]?[ ]*                                      # А ........ (председател)
      | {_DEGREE}? [ ]*(?:-|,|\(|/|\t|\|)? ) [ ]* "?
    """,
    re.VERBOSE,
)
# Behind a body or a name that stands by itself.
ENDS = re.compile(r"[ ]*(?:[,;.):/\n\t]|$|и[ ]|-[ ]|(?:гр|с)\.)")
_NOT_OF_BODY = re.compile("[.;!?)]")
# No end of a sentence: `журналистът от в. „Х“`.
_SHORTENED = re.compile(r"(?<![А-Яа-я])(?:в|сп|с|гр|кв|р)\.(?=[ \"])")
# A verb by its ending.
ORDINARY_WORD = re.compile(r"[а-я]+(?:ха|ше|ваше|аха|ват|ира)$")
# `на мястото на А`: what comes is another's.
_LEADS_ON = frozenset("на от за в във към при по с със до".split())
# `Наградата на кмета на община Х получи А`, `предлага на директора за назначаване А`: it is of whoever gives it.
_AWARDS = frozenset(
    """получи получава спечели печели взе грабна заслужи завоюва връчи поднесе прие посети поздрави награди
    назначаване избиране освобождаване награждаване утвърждаване""".split()
)
# No body is called with them: `губернатора на Х заради спасената А`.
_APART = frozenset("заради поради срещу против освен".split())
# Behind an office that has a line of its own.
REST_OF_LINE = re.compile(
    rf"""[ ]*(?: $ | [\n\t,;:(+0-9.…_-] | (?:от|към|при|в|във|със[ ]седалище|с[ ]адрес)[ ]
      | (?:гр|с)\.[ ]?[А-Я] | {_SIGN_MARK}
      | и[ ](?:председател|ръководител|директор|началник|секретар|съдия|завеждащ|член)(?![А-Яа-я])  # and another office
      | [/*][ ]?(?:[Пп]одпис|[Пп]ечат|[Нн]е[ ]се[ ]чете|[Зз]аличен)        # Кмет /не се чете/
      | [/)][ ]*(?:\n|$) )                                                   # /гл. счетоводител/
    """,
    re.VERBOSE,
)
# Words of a page, in small letters, that name a municipal council.
COUNCIL = re.compile(r"общинск\w{1,4}\sсъвет|(?<![а-я])обс(?![а-я])")


def has_plain_body(gap: str) -> bool:
    """Whether a gap is `на` and a body no rule knows, up to the name: without a verb or another clause."""
    gap = _SHORTENED.sub("", gap)
    match = None if _NOT_OF_BODY.search(gap) else _OF_SOMETHING.match(gap)
    words = match.group(1).split() if match else []
    if not 0 < len(words) <= 12 or words[-1] in _LEADS_ON | _AWARDS or not _APART.isdisjoint(words):
        return False
    return not any(ORDINARY_WORD.match(word) for word in words)
