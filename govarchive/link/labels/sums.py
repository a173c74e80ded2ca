"""Sums: what a line or a sentence calls an amount: `Депозит за участие: 50 лв.`, `... се налага глоба от 500 лв.`."""

import re

from govarchive.link.label_words import CLAUSE, EDGE, LONGEST, NUMBERING, bare_words, own_words
from govarchive.link.labels.named import REACH, name_before
from govarchive.link.labels.sums_clauses import bounded_by, is_only_sum, noun_behind, subject_before
from govarchive.link.labels.sums_told import meant_for, noun_of_sum, paid_for, sold_before, without_order
from govarchive.text.layout import line_start, line_stop, words_above, words_below
from govarchive.text.starts import without_start

# Between the noun and the figures: `глоба от 500 лв.`, `депозит в размер на 50 лв.`, `глоба в размер от 200 до 500 лв.`
_LEAD = re.compile(
    r"""[ ] (?:(?:е|са)[ ])?
    (?: от | до | за | между | на[ ]стойност | (?:в[ ])?размер(?:[ ]на)? | за[ ]общо | възлизат?[ ]на
      | (?:(?:на|в|с|за)[ ])?общ[ао]?[ ](?:размер|стойност|сума)(?:[ ]на)? )
    (?:[ ](?:от|до|между))? [ ]{0,2} \Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_LEAD = 30
# Of what a sum is a share, between its noun and the sum: `Депозит - 10 % от цената, 480 лв.`
_SHARE = re.compile(
    r"""[ ](?:(?:в[ ]размер(?:[ ]на)?|от)[ ])?+ [0-9]{1,3}(?:[.,][0-9]{1,2})?[ ]?(?:%|на[ ]сто|процента)
    (?:[ ]от[ ][^,;:()\n0-9]{3,60}?)? (?:,?[ ](?:или|т\.[ ]?е\.|-)|,) [ ]?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_SHARE = 90
# What was imposed, collected or paid, up to such a lead: `Събрани са такси`, `наложена е и 1 глоба за сметище`; of
# what adjectives are made of these words (`осигурителна вноска`) they are a part.
_LEVIED = re.compile(
    r"""(?<![^\W_])(?![а-я]+тел(?:ен|н|ск))
    (?:нал(?:аг|ож)|събра|отпусна|изплат|получ|предостав|внес|начисл|осигур|превед|дари|дарен|възстанов|присъд)
    (?![а-я]*н(?:ите|ата|ото|ият)[ ])[а-я]{0,7}
    (?:[ ](?:е|са|бе|бяха|беше))?(?:[ ](?:и|още|общо))*(?:[ ][0-9]{1,5})?(?:[ ](?:бр\.|броя))?
    [ ](?P<words>(?!(?:по|на|от|за|до|в|с)[ ])[а-я]{4,}(?:[ ][^,;:.()\n0-9]{1,90})?)
    (?:(?<=[ ])[0-9]{1,5}[ ][^,;:.()\n0-9]{1,40})?(?:[ ]?\([^()\n]{1,40}\))?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINS = re.compile(r"[ ](?:на|за|по|при|от|в|с|и|към)(?=[ ])")
# Of what the sentence before a sum says that it is of: `Таксата е 5 лв. на месец`.
_IS = re.compile(
    r"""[ ](?: (?:е|са|беше?|бяха)(?:[ ](?:от|между|до|около|над|за))? | размер(?:[ ]на)? | възлизат?[ ]на | струва
    | (?:е|са)[ ]на[ ](?:обща[ ])?стойност(?:[ ]от)? | заплаща(?:т)? | бъде )\Z""",
    re.VERBOSE,
)
# What ends an item of a list behind its sum, over what it is paid for: `5 лв.`, `5 лв. на ден,`, `5 лв.   7 лв.`.
_ITEM_ENDS = re.compile(
    r"""[ .]*+ (?: (?:годишно|месечно|дневно|седмично|еднократно|без[ ]ДДС|с[ ](?:вкл\.[ ]|включен[ ])?ДДС
          | (?:(?:на|за)[ ])?(?:ден|месец|година|час|човек|бройк?а?|бр|дете|лист|страница|кв)(?![а-я]))[ .]*+ )?
    (?: [\n\t;,|)(/] | \Z )""",
    re.VERBOSE,
)
_TOLD = re.compile(r"[ ](?:да|не|се|ще|че|са)[ ]")
# The next of several sums of a line: `Скица 25 лв., бърза поръчка 50 лв.`, `..., а за деца - от 2 до 3 лв.`
_NEXT = re.compile(
    r"""(?:[,;]|[ ]\(|\A\()[ ]? (?:[аи][ ]|в[ ]т\.[ ]?ч\.[ ]|в[ ]това[ ]число[ ]|включително[ ])?
    (?P<words> (?!(?:от|до|без|но|не|на|или|като|както|което|които|която|плюс|лв|сума)[ .])
      [а-я] (?:[^,;:.()\n] | (?<=[ ]г)\. ){2,60}? )
    (?P<mark>[ ]?[:-] | [ ](?:е|са) | ) (?:[ ](?:от|до|между|по|(?:в[ ])?размер(?:[ ]на)?|на[ ]стойност))? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# Who learns, as a noun: `учащи се и пенсионери`.
_REFLEXIVE = re.compile(r"(?<=щи)(?:те)?[ ]се(?=[ ])")
_IN_BRACKET = re.compile(r"(?<=[^\W\d_][ ])[(/](?P<words>[^\W\d_][^()/:;,.\n0-9]{2,40}?)[ ]?[:-]\Z")
# Before the first of two figures: `Глоба - от 10 до 500 лв.`
_FROM = re.compile(r"(?<=[:-])[ ](?:от|между|до|по)\Z")
# What each of several sums of a line is told for: `Депозит: за ниви - 20 лв./дка, за ливади - 10 лв./дка`.
_CASE = re.compile(r"[ .,;]{1,3}(?:а[ ])?за[ ][^:;\n]{1,60}?[-:][ ]?\Z")
# With the tax or without it, at the end of what a sum is called: `Стойност, без да се включва ДДС:`.
_TAXED = re.compile(r",[ ](?:без|с|със|включ\w+)[ ](?:[а-я]+[ ]){0,3}ДДС[ ]?[:-]?\Z")
_PRICES = re.compile(r"(?:входни[ ])?(?:цени|такси|билет|вход|абонамент|карти)", re.IGNORECASE)
_OF_CASES = re.compile(r"\W*(?:[0-9]{1,2}[.)][ ]?)?(?P<words>[^\W\d_][^:;\n]{3,60}?)[ ]?[:-][ ]?за[ ]")
# What the first of them is told for, with no preposition, and what leads to the next of them.
_CASE_WORDS = re.compile(
    r"(?!(?:от|до|без|в|на|по|с|със|около|над|под|общо|за|не)[ ])[а-яА-Я]{3,}(?:[ ,-]+[а-яА-Я]{1,20}){0,5}"
)
_MORE_SUMS = re.compile(
    r"[ .]*(?:на[ ][а-я]+)?(?:[ ]?\([^()\n]{1,40}\))?[ ]?[,;][ ][^:\n]{0,80}?[0-9][0-9., ]*(?:лв|лева|евро|€)"
)
# What was done with a sum, before the verb: `Отпуснати са`.
_DONE = re.compile(r"(?:[а-я]+[ ])?[а-я]{3,}(?:[ае]н|нат)[аои]?", re.IGNORECASE)
# `Семейна карта (може да се ползва от двама)`
_REMARK = re.compile(r"[ ](?:\([^()\n]{3,80}|/[^/\n]{3,80})[/)]?\Z")
# From a sum that ends its sentence to the next one.
_SENTENCE_ENDS = re.compile(r"(?:(?<=\.)|\.)[ ](?=[А-Я][а-я])")
# Between a sum and the next of its row: `Приходи   500 лв.   400 лв.`.
_PAIR = re.compile(r"[ .]*[ ]/?(?=[0-9][0-9., ]{0,14}(?:лв|лева|евро|€))")
# The number of a paragraph of a budget: `02-00 Други разходи   500 лв.`.
_CODE = re.compile(r"[ §]*[0-9]{2}-[0-9]{2}[ ]+(?=[А-Я])")
# A row of a list of prices.
_ROW = re.compile(r"[0-9][ ]?(?:лв|лева|евро|€)[ .;]*\Z", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_MARKS = frozenset(":-")
# The dots that lead from a service to its price.
_LEADERS = ("..", "…", "__")
_MOST_WORDS, _FEW_WORDS, _MARKED_WORDS, _LEVIED_WORDS, _ROW_WORDS = 10, 5, 8, 6, 20
_LONGEST_SUM, _SHORT_LINE = 20, 25
# What begins the second line of a name.
_GO_ON = ("на ", "и ", "или ", "по ", "с ", "със ", "в ", "във ", "при ", "към ")
_LONGEST_LEVIED = 200


def label_of_sum(
    text: str, floor: int, sum_at: tuple[int, int], opens: bool, names: re.Pattern[str], follows: bool = False
) -> tuple[str | None, str | None]:
    """The noun that names the sum at `sum_at`, and what the words since `floor` say that it is of.

    `opens` tells whether these words open a line or a sentence, `follows` whether they follow another sum that has a
    label. Those that end with neither a mark nor a verb nor such a noun are a label only in a list, where nothing goes
    on behind the sum: `Препис от решение 4 лв.`, but not `Съветът отпусна 500 лв. на читалището`.

    >>> said = "Нарушителите се наказват с парична глоба от 500 лв. за всяко дърво"
    >>> label_of_sum(said, 0, (said.index("500"), said.index(" за")), True, re.compile("(парична )?глоба"))
    ('парична глоба', 'парична глоба')
    """
    start, stop = _before_share(text, floor, sum_at[0]), sum_at[1]
    lead = _LEAD.search(text, max(floor, start - _LONGEST_LEAD), start)
    if lead and (levied := _levied(text, floor, lead.start())):
        return levied, levied
    found = name_before(text, max(floor, start - REACH), lead.start() if lead else start, names)
    name = text[slice(*found)].strip(EDGE) if found else None
    said = _FROM.sub("", text[floor:start].rstrip())
    last = _SENTENCE_ENDS.match(text, stop) is not None
    ends = last or (_ITEM_ENDS.match(text, stop) or _PAIR.match(text, stop)) is not None
    if told := _in_bracket(said) or paid_for(said) or (None if name else noun_of_sum(said)):
        return name, told
    if subject := subject_before(text[floor:start]):
        return name, subject
    if name is None:
        head = _head_of_cases(text, said, start) if follows else None
        words = head or (None if opens and not last else _of_the_next(said, follows, ends))
        first = said.partition(",")[0].strip(EDGE) if opens and ", " in said and not _TAXED.search(said) else ""
        if words or names.fullmatch(first):
            return None, words or first  # `Дневна цена, без която кошът не се пази, е 5 лв.`
    elif not opens and (words := _of_the_next(said, follows, ends)) and words.endswith(f" {name}"):
        return name, words  # `..., а добавката за помощ е в размер на 5 лв.`
    own = _listed(text, floor, (start, stop), opens, name)
    sold = sold_before(own, text[max(line_start(text, start), start - _LONGEST_LEVIED) : start]) if own else None
    if own is None or is_only_sum(own):
        own = noun_behind(text, stop, names) or own
    bounded = bounded_by(said, text[stop : stop + 4]) if opens else None
    return name, sold or own or (None if name else bounded or meant_for(text, stop))


def _in_bracket(said: str) -> str | None:
    """What a sum in a bracket is told for, inside a sentence of several.

    >>> _in_bracket("Таксите за езици (немски - 20 лв., руски -"), _in_bracket("Таксите за езици (немски -")
    (None, 'немски')
    """
    found = _IN_BRACKET.search(said) if said[-1:] in _MARKS else None
    return found["words"] if found else None


def _before_share(text: str, floor: int, start: int) -> int:
    """Where the words end that are before a sum and before that it is a share of another, `10 % от цената, `."""
    share = _SHARE.search(text, max(floor, start - _LONGEST_SHARE), start)
    return share.start() if share else start


def _listed(text: str, floor: int, sum_at: tuple[int, int], opens: bool, name: str | None) -> str | None:
    """What the item of a list calls its sum, or the clause that leads to one; the `name` of the sum if nothing more."""
    start, stop = sum_at
    said = _FROM.sub("", text[floor:start].rstrip())
    ends = (_ITEM_ENDS.match(text, stop) or _PAIR.match(text, stop)) is not None
    bare, mark = bare_words(without_order(without_start(_CODE, said)), "money")
    mark = ":" if said.endswith(_LEADERS) else mark
    if opens and (case := _first_of_list(text, bare, stop)):
        return case
    if not bare or (name and (not opens or ", " in bare)):
        return name
    listed = (not name or _PAIR.match(text, stop)) and (
        _IS.search(said) is not None or (ends and not _TOLD.search(said))
    )
    row = opens and listed and ends and _is_row(text, floor, start, stop)
    if not (mark in _MARKS or ":" in bare or listed):
        return name
    own = own_words(bare, ":" if row else mark, opens, None)
    most = _ROW_WORDS if row else _MOST_WORDS if opens else _FEW_WORDS
    own = _REMARK.sub("", own) if own else None
    if own and _DONE.fullmatch(own) and _IS.search(said):
        return name
    untaxed = _TAXED.sub("", own) if own else ""
    if own is None or len(own.split()) > most or CLAUSE.search(untaxed) or own.endswith((" с по", " получават по")):
        return name
    return _unwrapped(text, start, own) if opens and own.startswith(_GO_ON) else own


def _levied(text: str, floor: int, stop: int) -> str | None:
    """What was imposed, collected or paid, up to the lead that begins at `stop`: `наложена глоба за сметище`."""
    found = _LEVIED.search(text, max(floor, stop - _LONGEST_LEVIED), stop)
    return _first_words(found["words"].rstrip()) if found else None


def _unwrapped(text: str, start: int, own: str) -> str:
    """The words of a sum with the line above that goes on in them: `Издаване на скица`, below it `на имот 5 лв`."""
    line = line_start(text, start)
    above = text[line_start(text, max(line - 1, 0)) : max(line - 1, 0)].strip()
    first = without_start(NUMBERING, above).strip(EDGE)
    whole = above[-1:].isalpha() and first[:1].isupper() and text[line:start].lstrip(" ").startswith(own)
    return f"{first} {own}" if whole and len(first) > _SHORT_LINE and len(first) + len(own) < LONGEST else own


def _first_of_list(text: str, bare: str, stop: int) -> str | None:
    """What the first of several sums of a line is told for, behind what all are: `Вход: деца 2 лв., ученици 3 лв`."""
    head, mark, words = bare.rpartition(": ")
    case = words.removeprefix("за ") if _PRICES.match(head) else words
    if not mark or not _CASE_WORDS.fullmatch(case) or CLAUSE.search(bare) or len(head.split()) > _MARKED_WORDS:
        return None
    return words.strip(EDGE) if _MORE_SUMS.match(text, stop) else None


def _head_of_cases(text: str, said: str, start: int) -> str | None:
    """What several sums of a line are, each told for a case: `Депозит: за ниви - 20 лв., за ливади - 10 лв`.

    What one pays by a list of prices is called by its case: `Цени на билетите: за деца - 2 лв., за ученици - 3 лв`.
    """
    if _CASE.fullmatch(said) is None:
        return None
    line = line_start(text, start)
    head = _OF_CASES.match(text, line, start) if start - line < REACH * 5 else None
    if head and _PRICES.match(head["words"]):
        return said.strip(EDGE)
    return head["words"] if head else None


def _is_row(text: str, floor: int, start: int, stop: int) -> bool:
    """Whether words with figures since `floor` and the sum behind them fill a line, and one beside it ends in a sum.

    Without figures they may be a sentence: `Съветът прие отчета за миналата година с разход 300 лв.`
    """
    line, end = line_start(text, start), line_stop(text, stop)
    if floor > line or text[stop:end].strip(" .;") or not _DIGIT.search(text, floor, start):
        return False
    beside = (words_above(text, line, most=2), words_below(text, end, most=2))
    return any(_ROW.search(text, max(first, last - _LONGEST_SUM), last) for first, last in beside)


def _first_words(words: str) -> str:
    """The first of many words, up to where they go on: `санкция за замърсяване на въздуха над нормите` and more."""
    if words.count(" ") < _LEVIED_WORDS:
        return words
    few = " ".join(words.split()[:_LEVIED_WORDS])
    ends = [it.start() for it in _JOINS.finditer(f"{few} ")]
    return few[: ends[-1]] if ends and ends[-1] * 2 > len(few) else few


def _of_the_next(said: str, follows: bool, ends: bool) -> str | None:
    """What the words behind one sum say of the next: a few, with a mark or a verb, or nothing behind the sum."""
    found = _NEXT.search(said)
    if found is None or not (follows or found["mark"][1:] in ("е", "са")):
        return None
    words = found["words"].strip(" -")
    told, most = found["mark"] or ends, _MARKED_WORDS if found["mark"] else _FEW_WORDS
    clause = CLAUSE.search(_REFLEXIVE.sub("", f" {words} "))
    return words if told and len(words.split()) <= most and not clause else None
