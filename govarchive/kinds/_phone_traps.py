"""What looks like a telephone number and is none: a sum, a date, the number of a document, a piece of an address."""

import re

from govarchive.text.glance import lowered

# 094/601234e-mail: the name of the next thing is glued to the number
_MORE_TEXT = r"(?! e-?mail | fax | tel[.: ] | gsm ) [@_a-z] | [.:][0-9]"
_DECIMALS = r",[0-9]{1,3}(?![ ]?[0-9/]|-[0-9]{2})"
_UNITS = r"""
    [ \t]? (?: % | € | ° | [$] )
    | [ \t]? (?: лв | лева | евро | eur | bgn | дка | кв | м2 | м² | куб | ха | год | години | година | час | часа
          | мин | бр | броя | души | км | кг | mw | mhz | мвт | мегавата | ст | млн | хил | хиляди | тона | стр | см
          | мм | (?: ет | етаж | стая ) (?! \.?[ ]?№?[ ]?[0-9]) ) (?![^\W_])   # but `стая 12` is where it rings
    | [ ]? [гчт] (?![^\W_])                     # on the next line it is an initial: Г. Рендов
"""
_MORE = re.compile(rf"{_MORE_TEXT} | {_DECIMALS}", re.VERBOSE)
_MORE_OF_WORD = re.compile(_MORE_TEXT, re.VERBOSE)
_UNIT = re.compile(_UNITS, re.VERBOSE)
_NO_END = re.compile(rf"{_MORE_TEXT} | {_DECIMALS} | {_UNITS} | \s?/\s?[0-9]{{1,2}}\.(?=\s?[0-9г])", re.VERBOSE)
_SIGN_BEFORE = re.compile(
    r"""
    (?: [№#] [^0-9\n]{0,14}                     # № РД -
      | [$€] \s?
      | \b (?: [А-ЯA-Z]{1,5} [-/.]             # РД-02-15-1842
        | (?P<letters> [А-ЯA-Z]{1,2} ) [ \t] (?P<apart> [-/] \s )?   # РД 07 00 417, РД - 02 - 15
        | [A-Z]{4} \s? )                        # a group of an IBAN
    )\Z
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(
    r"""
    \b (?: вх | изх | рег | инв | код | кодове | еик | булстат | isbn | issn | партид\w+ | дело
        | (?P<cases> дела ) (?! [ ]?: )          # `Граждански дела: 044/616411` is a room of a court
        | сметк\w+ (?! :?[ ]*\n )
        | заповед | решение | протокол | договор | сертификат | лиценз
        | разрешение | удостоверение | идентификатор\w* | имот\w* | парцел\w*
        | фактура | плащане | уин | преписка | акт | аоп | поръчка | егн | лнч | екатте | брой | бр | чл | ал | ппи
        | (?<! национален\ ) (?<! платен\ ) номер
        | п\.?\s?к | зип | каталожен | сер | серия | досие | id | версия )
    \b [.:]? \s? (?: № | номер | с )? [\s:.-]{0,3} \Z
    | \b n[or] \b \.? [^0-9\n]{0,14} \Z         # no. A-
    """,
    re.VERBOSE,
)
# `Изпратете SMS на номер 0888 112 233` is no number of a register.
_TO_CALL = re.compile(
    r"(?:обад|звън|свърж|смс|sms|съобщени|viber|вайбър|whats|пиш)[^0-9.;\n]{0,30} на номера?[ ]?[:-]?[ ]?\Z"
)
# Behind two capitals and a dash these are no numbers of a document: `„Ток“ АД - 0889401226`, `ДГ - 0361/6 51 09`.
_CALLED = re.compile(r"\(?0(?:[78]00[0-9 ]|8[789][0-9]|9[89][0-9][0-9]{5}|[2-9][0-9]{0,4}[ ]?[)/])")
# Behind letters alone: `мл. ПИ 0888 112 233`, `отдел ЛС 0350 / 6 12 02`; `ПИ 0350/61202` is a lot.
_MOBILE = re.compile(
    r"""08[789][0-9](?:[ /][0-9]{3}[ ]?[0-9]{3}|(?:[ ][0-9]{2}){3})(?![ ]?[0-9/-])
      | \(?0[3-9][0-9]{2,4}(?:[ ][/)][ ]?|[/)][ ]|[/)](?=[0-9]{1,3}[ -]))
        [2-9](?:[0-9]{3,4}|[ -]?[0-9]{2}[ -][0-9]{2}|[0-9]?[ -][0-9]{2}[ -]?[0-9]{1,2})
        (?![ ]?[0-9/]|-[0-9])""",
    re.VERBOSE,
)
# Behind `дела`, which are counted in one piece or by their year: `Граждански дела 044/61 64 11`.
_OF_COURT = re.compile(r"\(?0[2-9][0-9]{0,4}[ ]?[ /)-][ ]?[0-9]{1,3}[ -][0-9]{2,3}(?:[ -][0-9]{2,3})?(?![0-9/.-])")
_PROCUREMENT = re.compile(r"[0-9]{5}-20[0-9]{2}-[0-9]{4}(?![0-9])")
_WEB = ("@", "://", "www.", "?", "=")
_GLUED_LABELS = ("gsm", "tel", "fax", "mob")
_BLANK = frozenset(("", " ", "\n", "\t"))
_POSTCODE = re.compile(r"[ ](?:гр\.|с\.|к\.?[ ]?к\.|КК[ ]|ГР\.|[А-Я][а-я])")


def other_before(text: str, start: int) -> bool:
    """Whether the words right before digits say that they number something else.

    >>> other_before("Заповед № 02/911 22 33", 10), other_before("тел. 02/911 22 33", 5)
    (True, False)
    """
    sign = _SIGN_BEFORE.search(text, start - 16, start)
    called = sign and sign["letters"] and (_CALLED if sign["apart"] else _MOBILE).match(text, start)
    if sign and not called:
        return True
    low = lowered(text)
    word = _WORD_BEFORE.search(low, start - 40, start)
    if word is None or (word["cases"] and _OF_COURT.match(text, start)):
        return False
    return _TO_CALL.search(low, start - 60, start) is None


def is_procurement(text: str, start: int) -> bool:
    """Whether digits begin the number of a public procurement in the register.

    >>> is_procurement("04321-2014-0007", 0), is_procurement("04321-20-14", 0)
    (True, False)
    """
    return _PROCUREMENT.match(text, start) is not None


def in_word(text: str, start: int) -> bool:
    """Whether digits are part of a word, a decimal number, an address of the web or an e-mail.

    >>> in_word("mail056@primer.bg", 4), in_word("тел.056", 4)
    (True, False)
    """
    before = text[start - 1 : start]
    if before in _BLANK:
        return False
    if before in "_@=&#":
        return True
    if before.isascii() and before.isalpha():
        return before != "O" and not lowered(text).endswith(_GLUED_LABELS, 0, start)
    if before in ".,:" and text[start - 2 : start - 1].isdigit():
        return True
    floor = max(0, start - 100)
    blank = max(text.rfind(" ", floor, start), text.rfind("\n", floor, start), text.rfind("\t", floor, start))
    token = text[max(floor, blank + 1) : start]
    return any(mark in token for mark in _WEB)


def is_quantity(text: str, stop: int) -> bool:
    """Whether a unit follows the digits.

    >>> is_quantity("12 345 кв.м", 6)
    True
    """
    return _UNIT.match(lowered(text), stop) is not None


def goes_on(text: str, stop: int, whole: bool = False) -> bool:
    """Whether the digits go on as numbers do not: with a letter, an e-mail, a decimal (a `whole` number has none).

    >>> goes_on("12,50 лв.", 2), goes_on("60110,60111", 5), goes_on("056/812 345,346", 11, whole=True)
    (True, False, False)
    """
    return (_MORE_OF_WORD if whole else _MORE).match(lowered(text), stop) is not None


def ends(text: str, stop: int, size: int = 0) -> bool:
    """Whether nothing after digits without a code says that they are a sum, a date or (`size` 4) a postcode.

    >>> ends("112 лв.", 3), ends("112, 150", 3)
    (False, True)
    """
    return not (_NO_END.match(lowered(text), stop) or (size == 4 and _POSTCODE.match(text, stop)))
