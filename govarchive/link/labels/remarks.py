"""Remarks: words behind a value that say when, how or by whom it is reached, and not whose it is."""

import re

from govarchive.link.call_words import OPERATORS
from govarchive.link.headings import BANK_NAME
from govarchive.link.label_words import CLAUSE
from govarchive.text.calendar import WEEKDAY

# When and how one may call, not whom: `841 234 - денонощно`, `(Viber)`, `(служебен)`.
_WHEN = re.compile(
    rf"""(?i: денонощ(?:но|ен|на) | viber | sms
      | сутрин | следобед | вечер | денем | (?:през[ ])?деня | нощем | през[ ]нощта
      | (?:директ|служеб|безплат|стационар|мобил|домаш)(?:ен|на|но)
      | личен
      | (?:в|извън|след|през|при)[ ](?:раб|почив|делнич|авари).*
      | само[ ](?:(?:в|през|до|преди|след|на)[ ])?(?:[^\W\d_]+[ ]){{0,3}}(?:ден|дни|седмица|месец|час[а]?)(?![а-я]).*
      | (?:без|с|със)[ ](?:прекъсване|(?:обедна[ ])?почив).* | (?:обедна[ ])?почив(?:ка|ен|ни)(?![а-я]).*
      | (?:всек(?:и|а)[ ])?{WEEKDAY}(?:(?:[ ]?[,-][ ]?|[ ]и[ ]|[ ]){WEEKDAY})*
      | вход[а-я]{{0,3}}[ ](?:от|откъм|към|през)(?![а-я]).* | (?:на[ ]|по[ ])?(?:цената[ ]на|тарифа).*
      | (?:от|до)[ ][0-9].* )""",
    re.VERBOSE,
)
# In what state a number is, and the code one dials before it: `(временно не работи)`, `(код за София 02)`.
_STATE = re.compile(
    r"""(?: (?:вече|засега|временно|понастоящем|в[ ]момента|само)[ ] )*
    (?: не[ ](?:се[ ])?(?:работ|функционира|отговаря|действа|ползва|използва|обслужва|вдига|е[ ]актив)[а-я]*
      | (?:работи|функционира|действа|се[ ](?:из)?ползва)т?
      | (?:стар|нов|предиш|бивш|резерв|актуал|неактив|недействащ|недостъп|валид|невалид)(?:[еияа][а-я]{0,2}|н[оаи]|о)?
      | (?:закри|изключ|прекъсна|повред|спря|премахна|деактивира)[а-я]{1,4}
      | в[ ]ремонт | с[ ]повреда )
    (?:[ ](?:номер|телефон|факс|сметка|адрес|от|до|към|след|поради)(?![а-я]).*)?
    | (?:с[ ])?(?:(?:тел(?:ефонен|\.)|междуградски|междуселищен|национален|пощенски)[ ])?код(?![а-я]).*""",
    re.VERBOSE | re.IGNORECASE,
)


def is_remark(words: str, kind: str) -> bool:
    """Whether words behind a value say when or how one reaches it, by whom it is run or kept, or its state.

    >>> is_remark("временно не работи", "phone"), is_remark("ЦКБ", "iban"), is_remark("каса", "phone")
    (True, True, False)
    """
    if kind == "iban" and BANK_NAME.fullmatch(words):
        return True
    remark = _WHEN.fullmatch(words) or _STATE.fullmatch(words) or CLAUSE.search(words)
    return remark is not None or words.lower() in OPERATORS
