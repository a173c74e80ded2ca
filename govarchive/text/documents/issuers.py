"""Who issued a document, as told behind its number or between its type and number.

>>> issuer_after("ПМС № 5 на Министерски съвет", 7), issuer_base("директора на НИМ")
('Министерски съвет', 'директор на НИМ')
"""

import re

_ISSUER_AFTER = re.compile(
    r""",?[ ]{1,2} на [ ] (?P<issuer>
      кмета[ ]на[ ][Оо]бщина[ ][А-Я][а-я]+ (?:[ ][А-Я][а-я]+)? | директора[ ]на[ ][А-ЯЁ]{2,8} (?:[ ]?-[ ]?[А-Я][а-я]+)?
    | Министерски(?:я)?[ ]съвет | МС | областния[ ]управител
    | (?:ОбС|Общински[ ]съвет) (?:,|[ ]?-)?[ ]?[А-Я][а-я]+ (?:[ ][А-Я][а-я]+)? )
    (?![А-Яа-я])""",
    re.VERBOSE,
)
_ISSUERS = [
    (re.compile(r"Министерския(?:т)? съвет"), "Министерски съвет"),
    (re.compile(r"кмета на ([Оо]бщина [А-Я].*|район [А-Я].*)"), r"кмет на \1"),
    (re.compile(r"директора на ([А-Я]{2,8}.*)"), r"директор на \1"),
    (re.compile(r"областния управител(.*)"), r"областен управител\1"),
    (re.compile(r"(Министерски съвет|Общински съвет.*|ОбС.*|[А-Я]{2,6})"), r"\1"),
]


def issuer_after(text: str, stop: int) -> str | None:
    """Who is named right behind a document that ends at `stop`."""
    match = _ISSUER_AFTER.match(text, stop)
    return match["issuer"] if match else None


def issuer_base(printed: str) -> str | None:
    """Who issued it, in base form, where that is certain: `на кмета на община X` -> `кмет на община X`."""
    matches = ((form.fullmatch(printed), base) for form, base in _ISSUERS)
    return next((match.expand(base) for match, base in matches if match), None)
