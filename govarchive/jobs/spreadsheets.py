r"""What spreadsheets and programs that write tables do to values: undone where nothing is lost, else told.

A column of telephones or of numbers of companies becomes a column of numbers: `0888123456` is kept as `888123456`,
written as `888123456.0` or `8.88E+08`, and dates are counted in days.

>>> as_typed("eik", "1.76520346E+08"), as_typed("eik", "513273.0"), as_typed("date", "20160512")
('176520346', '513273', '2016-05-12')
>>> [as_typed("date", it) for it in ("20160512T1540", "2016.5.12 г.", "2016 май", "5/2016")]
['2016-05-12T15:40', '2016-05-12', 'май 2016', '2016-05']
>>> as_typed("date", "Thu, 12 May 2016 15:40:00 +0300")
'12 May 2016 15:40:00'
>>> as_typed("email", "<obshtina@primer.bg>;")
'obshtina@primer.bg'
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govarchive.errors import InvalidFormat

_LENGTHS = {"phone": (), "eik": (9, 13), "egn": (10,), "lnch": (10,), "ekatte": (5,)}
"""The kinds of which a value is a row of digits, with its lengths where they are fixed."""
_COMPACT = frozenset({*_LENGTHS, "iban", "bic", "email", "url", "cadastre"})
"""The kinds of which no value has quotes around it or a mark behind it."""
_WRAPPED = re.compile(r"""[="'„“”«<\s]* (?P<value>.*?) ["'“”»>;,\s]* \.? """, re.VERBOSE | re.DOTALL)
_BRACKETED = re.compile(r"[(\[] (?P<value>[^()\[\]]+) [)\]]", re.VERBOSE)
_WHOLE = re.compile(r"(?P<digits>[0-9]+)[.,]00?")
_SCIENTIFIC = re.compile(r"(?P<first>[0-9])(?:[.,](?P<rest>[0-9]+))?E\+?(?P<exponent>[0-9]{1,2})", re.IGNORECASE)
_DAY_IN_DIGITS = re.compile(
    r"(?P<y>(?:1[89]|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ]?(?P<hour>[0-2][0-9]):?(?P<minute>[0-5][0-9])(?::?[0-5][0-9])?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DAY_UNFILLED = re.compile(r"(?P<y>[0-9]{4})(?P<mark>[-./])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})")
# 2016.05.12г.
_YEAR_MARK = re.compile(r"[ ]?(?:г|год)\.?\Z|[ ]година\Z")
_DAY_OF_MONTH = re.compile(r"(?P<d>[0-9]{1,2})[-. ](?P<m>[^\W\d_]{3,9})[-.](?P<y>[0-9]{2})")
_MONTH_UNFILLED = re.compile(r"(?P<m>0?[1-9]|1[0-2])[-./](?P<y>(?:1[89]|20)[0-9]{2})")
_YEAR_FIRST = re.compile(
    r"(?P<y>(?:1[89]|20)[0-9]{2})(?: ?г\.)?,? (?!год)(?P<m>[^\W\d_]{3,9}\.?)(?: (?P<d>[0-9]{1,2}))?"
)
# 2016.0; 1870-80, which is no month, and no season or quarter, as these end at 41
_YEARS = re.compile(r"(?P<y>(?P<century>1[89]|20)[0-9]{2})(?:[.,]00?|-(?P<last>4[2-9]|[5-9][0-9]))")
# As feeds and letters write it.
_IN_LETTER = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(?P<day>[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
    r"(?: (?:[A-Z]{1,4}|[+-][0-9]{4}))?"
)
_SERIAL = re.compile(r"(?P<days>[2-5][0-9]{4})(?:[.,][0-9]+)?")
_DAY_NOUGHT = date(1899, 12, 30)
"""So that all days since March 1900 are counted as spreadsheets do, which take 1900 for a leap year."""


def as_typed(kind: str, text: str) -> str:
    """A value of a kind as it was before a program wrote it its own way. Raises InvalidFormat where digits are lost."""
    if kind == "date":
        return _date(text.strip())
    if kind in _COMPACT and (wrapped := _WRAPPED.fullmatch(text)) and wrapped["value"]:
        text = wrapped["value"]
        if bracketed := _BRACKETED.fullmatch(text):
            text = bracketed["value"]
    if kind not in _LENGTHS:
        return text
    if whole := _WHOLE.fullmatch(text):
        return whole["digits"]
    number = _SCIENTIFIC.fullmatch(text)
    if number is None:
        return text
    digits = number["first"] + (number["rest"] or "")
    if len(digits) <= int(number["exponent"]):
        raise InvalidFormat(f"{text}: digits are lost, a spreadsheet took it for a number: fill in the column as text")
    return digits if len(digits) == int(number["exponent"]) + 1 else text


def _date(text: str) -> str:
    text = text.removeprefix("'")
    if years := _YEARS.fullmatch(text):
        return f"{years['y']}/{years['century']}{years['last']}" if years["last"] else years["y"]
    if day := _DAY_IN_DIGITS.fullmatch(text):
        at = f"T{day['hour']}:{day['minute']}" if day["hour"] else ""
        return f"{day['y']}-{day['m']}-{day['d']}{at}"
    if day := _DAY_UNFILLED.fullmatch(_YEAR_MARK.sub("", text)):
        return f"{day['y']}-{day['m']:0>2}-{day['d']:0>2}"
    if day := _DAY_OF_MONTH.fullmatch(text):
        return f"{day['d']} {day['m']} {day['y']}"
    if month := _MONTH_UNFILLED.fullmatch(text):
        return f"{month['y']}-{month['m']:0>2}"
    if sent := _IN_LETTER.fullmatch(text):
        return sent["day"]
    if named := _YEAR_FIRST.fullmatch(text):
        return f"{named['d'] or ''} {named['m']} {named['y']}".lstrip()
    return text


def guesses(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """What a value that is none may have been, each with what would then have happened to it; certain is none of them.

    >>> list(guesses("eik", "513273"))
    [('000513273', 'zeros at its beginning were lost')]
    >>> list(guesses("date", "42502"))
    [('2016-05-12', 'a spreadsheet counted the days')]
    """
    try:
        digits = as_typed(kind, text.strip())
    except InvalidFormat:
        return
    if digits.isascii() and digits.isdigit():
        yield from ((digits.zfill(it), "zeros at its beginning were lost") for it in _filled(kind, len(digits)))
    if kind == "date" and (serial := _SERIAL.fullmatch(text.strip())):
        day = _DAY_NOUGHT + timedelta(days=int(serial["days"]))
        yield day.isoformat(), "a spreadsheet counted the days"


def _filled(kind: str, length: int) -> Iterator[int]:
    """The next length that a value may have, where not more than four zeros are to be filled in."""
    return (it for it in _LENGTHS.get(kind, ()) if 0 < it - length <= 4)
