"""Short numbers: 112, the old ones of the services, 116 111 and its like, which only their words tell from counts."""

import re

from govarchive.kinds._phone_kin import Found
from govarchive.kinds._phone_labels import Label
from govarchive.text.glance import lowered
from govarchive.text.layout import column_head

_EMERGENCY_BEFORE = re.compile(
    r"""
    (?:
      (?: обад | звън | позвън | сигнал | повик ) [^0-9.\n]{0,40} \b на \s     # обадете се на 112
    | \b (?: набер (?: ете | и | ем ) | набира (?: йте | й | те ) ) \s
    | спешн\w* \s (?: повикв | номер | телефон ) \w* [^0-9.\n]{0,20}
    | \b еен (?: нсп )? [ ]? [-:]? [ ]?
    | единен\w* \s (?: [а-я]+ \s ){0,2} (?: номер | телефон ) [^0-9.\n]{0,30}
    | европейск\w+ \s (?: спешен \s )? номер [^0-9.\n]{0,30}
    | крат (?: ък | кия | кият ) \s (?: телефонен \s )? номер (?: а | ът )? \s? [-:]? \s?
    | (?: спешна | бърза ) (?: \s медицинска )? \s помощ \s? [-:(,]? \s?
    | спеш[а-я]{2,4} [ ] (?: портал | център | отделение | служба | звено | случаи ) (?: [ ] \( [^()0-9\n]{2,20} \) )?
      [ \t]{0,20} [-:(,]? [ ]?
    | \b [цфр]сн?мп [ ]? \)? [ ]? [-:(,]? [ ]?
    | \b дежур [^0-9.\n]{0,50} : [ ]{0,20}
    | (?: пожарна | полиция ) (?: та )? \s? [-:(] \s?
    | (?: сигнали? | при \s (?: пожар | инцидент | бедстви | авари | опасност | спешност ) [а-я]{0,3} )
      (?: \s [^0-9.;:\n]{1,20} )? \s? [-:] \s?          # Сигнали: 112; при пожар - 112
    )\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EMERGENCY_AFTER = re.compile(r"[ ]?[-:][ ] (?:за[ ])? (?:спеш|единен|европейск)[а-я]+", re.IGNORECASE | re.VERBOSE)
_WORD_AFTER = re.compile(r"\s(?!или|и\b|за|при|се|на)[а-я]{3,}")
_EMERGENCY = re.compile(r"спешн|помощ|пожарн|полици|мвр|дежурна част", re.IGNORECASE)
_HELPLINE_BEFORE = re.compile(
    r"""
    (?: (?: сигнал | деца | дете | насилие | изчезнал | пострадал | жертв | помощ | линия ) [^0-9.;\n]{0,40}
        [ ]?[:-][ ]?
      | (?: национал | помощн | кризисн | безплатн | анонимн | горещ ) [а-я]+ [ ] (?:[а-я]+[ ])? линия (?:та)?
        (?: [ ] за [ ] [^0-9.;\n]{1,30} )? [ ] ) \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HELPLINE_AFTER = re.compile(
    r"[ ]?[-:(] [^0-9.;\n]{0,30} (?: линия | телефон | деца | дете | насилие | изчезнал | пострадал | жертв )",
    re.IGNORECASE | re.VERBOSE,
)
_ALSO = re.compile(r"\s?(?:[,;/]|и|или)\s(?:на\s|тел\.?\s)?")
_SERVICES = {"first": "150", "police": "166", "fire": "160"}
_SERVICE_NAMES = r"""(?: (?P<first> помощ | цсн?мп ) | (?P<police> полиция(?:та)? | мвр | районно[ ]управление )
  | (?P<fire> пожарна(?:та)? (?:[ ](?:служба|команда|безопасност))? | (?:рс)?пбзн ) ) (?![^\W_])"""
_SERVICE = re.compile(rf"{_SERVICE_NAMES} [ \t]?[-:(,]?[ \t]? \Z", re.IGNORECASE | re.VERBOSE)
_SERVICE_AFTER = re.compile(rf"[ \t]?-?[ ]? [^0-9.;\n]{{0,20}}? \b {_SERVICE_NAMES}", re.IGNORECASE | re.VERBOSE)
_INNER_NEAR = 60
_OCCASION = re.compile(
    r"""
    [ ]? [,;]? [ ] (?: а[ ] | или[ ] )?
    (?: нощ(?:ем|но[ ]време) | през[ ]нощта | денонощно | (?:извън|след)[ ]работно[ ]време | в[ ]почивни(?:те)?[ ]дни
      | при[ ] (?: спешност | опасност | (?:спешни|тежки)[ ]случаи | (?:бедстви|авари|пожар|инцидент)[а-я]{1,3} ) )
    [ ]? (?: [:-] | на ) [ ]                       # …, нощем - 112
    """,
    re.VERBOSE,
)


def is_named(text: str, start: int, stop: int, size: int, label: Label | None) -> bool:
    """Whether words tell that a short number of `size` digits is one and not a count."""
    if size == 3 and label is not None and _is_inner(text, start):
        return False
    if label is not None and (label.close == 2 or (label.close == 1 and size != 4)):
        return True
    if size == 6 and (_HELPLINE_BEFORE.search(text, max(0, start - 70), start) or _HELPLINE_AFTER.match(text, stop)):
        return True
    if size == 3 and text[start - 1 : start] in ("", "\n", "\t") and _EMERGENCY_AFTER.match(text, stop):
        return text.startswith("112", start)
    if size == 3 and is_of_service(text, start, stop):
        return True
    if size == 4 or _WORD_AFTER.match(text, stop):
        return False
    return _EMERGENCY_BEFORE.search(text, max(0, start - 70), start) is not None


def _is_inner(text: str, start: int) -> bool:
    """Whether three digits are of a desk inside a house: `вътр. тел. 112`, or in a column so called.

    >>> _is_inner("вътрешен телефон: 112", 18), _is_inner("телефон: 112", 9)
    (True, False)
    """
    low = lowered(text)
    return "вътр" in low[max(0, start - _INNER_NEAR) : start] or "вътр" in column_head(low, start)


def follows(text: str, previous: Found | None, start: int) -> bool:
    """Whether a short number is the next of several: `112 или 150`, `Спешно отделение: 076/ 67 91 33, 150`."""
    if previous is None:
        return False
    if text.startswith("112", start) and _OCCASION.fullmatch(text, previous.stop, start):
        return not _WORD_AFTER.match(text, start + 3)
    if not _ALSO.fullmatch(text, previous.stop, start):
        return False
    line = text[text.rfind("\n", 0, previous.start) + 1 : previous.start]
    return previous.rule == "short" or _EMERGENCY.search(line) is not None


def is_of_service(text: str, start: int, stop: int) -> bool:
    """Whether digits are the old short number of the service named right before, or after them where they begin a line.

    >>> text = "Бърза помощ 150, Пожарна 160, стая 150"
    >>> is_of_service(text, 12, 15), is_of_service(text, 25, 28), is_of_service(text, 35, 38)
    (True, True, False)
    """
    begins = text[start - 1 : start] in ("", "\n", "\t")
    match = _SERVICE_AFTER.match(text, stop) if begins else None
    if match is None and not _WORD_AFTER.match(text, stop):
        match = _SERVICE.search(text, max(0, start - 34), start)
    return match is not None and _SERVICES[match.lastgroup or ""] == text[start:stop]
