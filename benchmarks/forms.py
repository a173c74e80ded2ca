"""Values as the scorer compares them: two values are the same when their forms are.

Forms forgive what nobody would call an error (quotes, dashes, case, spaces, look-alike letters) and nothing else.

>>> form("institution", 'Община „Долни чифлик“') == form("institution", 'община "Долни Чифлик"')
True
>>> form("phone", "+359 56 841 234"), form("date", "--03-09"), form("money", "1 500,50 лв.")
('+35956841234', 'XXXX-03-09', '1500.50 BGN')
"""

import re
import unicodedata
from collections.abc import Callable

from govarchive.text.fold import fold

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_UNSEEN = {ord(c): None for c in "\u00ad\u200b\ufeff\"'"}
_SETTLEMENT = re.compile(r"\A(?:(?:гр|с|кв)\.|(?:град|село|квартал)\b)\s*")
_CURRENCIES = {"": "BGN", "ЛВ": "BGN", "ЛЕВА": "BGN", "ЕВРО": "EUR", "€": "EUR"}
_AMOUNT = re.compile(r"(?P<number>[0-9][0-9\s.,']*)(?P<unit>[^0-9\s.,]*)\.?")


def form(kind: str, value: str | None, text: str = "") -> str:
    """The form of a value of `kind`; without a value, and for relative dates, that of the printed text."""
    by_text = kind == "date_relative" or value is None
    return words(text) if by_text else _FORMS.get(kind, plain)(str(value))


def plain(text: str) -> str:
    """Folded, without quotes and invisible characters, in lower case, spaces single."""
    text = unicodedata.normalize("NFKC", fold(text.replace("№", " "))).translate(_UNSEEN)
    return _SPACE.sub(" ", text).strip().casefold()


def words(text: str) -> str:
    """Only the words of a text, in lower case."""
    return " ".join(_WORD.findall(plain(text)))


def _date(value: str) -> str:
    value = re.sub(r"\A--", "XXXX-", re.sub(r"/--", "/XXXX-", _SPACE.sub("", value)))
    return re.sub(r"(T[0-9]{2}:[0-9]{2}):00(\.0+)?", r"\1", value)


def _phone(value: str) -> str:
    digits = re.sub(r"[^0-9+]", "", value)
    return f"+{digits[2:]}" if re.match(r"00[1-9]", digits) else digits


def _code(value: str) -> str:
    return re.sub(r"[\W_]", "", value).upper()


def _hours(value: str) -> str:
    return re.sub(r"\s*([-,;])\s*", r"\1", _SPACE.sub(" ", fold(value)).strip())


def _place(value: str) -> str:
    return words(_SETTLEMENT.sub("", plain(value)))


def _money(value: str) -> str:
    match = _AMOUNT.fullmatch(value.strip())
    if match is None:
        return plain(value)
    number = re.sub(r"[\s']", "", match["number"])
    # The last of point and comma is the decimal one.
    whole, _, cents = number.replace(",", ".").rpartition(".") if re.search(r"[.,]", number) else (number, "", "0")
    unit = match["unit"].upper()
    return f"{float(whole.replace('.', '') + '.' + (cents or '0')):.2f} {_CURRENCIES.get(unit, unit)}"


def _document(value: str) -> str:
    value = re.sub(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", r"\3.\2.\1", plain(value))
    value = re.sub(r"([0-9])\s*(?:година|год|г)\b\.?", r"\1", value)
    return re.sub(r"[^\w/.]", "", value).strip(".")


_FORMS: dict[str, Callable[[str], str]] = {
    "date": _date,
    "phone": _phone,
    "fax": _phone,
    "iban": _code,
    "bic": _code,
    "eik": lambda value: _code(value).removeprefix("BG"),
    "egn": _code,
    "email": lambda value: value.strip().casefold(),
    "url": lambda value: value.strip().rstrip("/.,;").casefold(),
    "hours": _hours,
    "place": _place,
    "money": _money,
    "document": _document,
    "person": words,
    "institution": words,
    "address": words,
}
