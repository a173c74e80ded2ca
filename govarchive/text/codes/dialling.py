"""The numbering plan: which digit strings are telephone numbers, what line they lead to, how they are printed.

Bulgarian numbers are told apart by their length without any library, so that a page costs nothing; whether a number is
assigned is asked of libphonenumber (`phonenumbers`), imported on the first question and remembered.

Sources: the Bulgarian numbering plan (national numbers of 8 digits, 9 for mobile ones, since the area codes of the old
exchanges became part of the sequence) and the metadata of libphonenumber. Short numbers follow the plan's own classes,
of which the library knows only some: 112, 150, 160, 166, 116XYZ, 118XY, 10XY. It knows no numbers of nine digits in
Sofia, either, which the revenue agency prints: `02/ 9859 1112`.

>>> length_class("56812345"), length_class("2541234"), length_class("5684")
(2, 1, 0)
>>> is_assigned("+35956812345"), line_of("+35970012345"), is_short("116111")
(True, 'shared', True)
"""

import re
from collections.abc import Mapping
from functools import lru_cache

MOBILE = ("87", "88", "89", "98")
"""What national mobile numbers begin with."""
_MOBILE_SIZES = {9: 2}
_SOFIA_SIZES = {8: 2, 7: 1, 6: 1}
_STATE = "29859"
"""What the numbers of the revenue agency in Sofia begin with: `02/ 9859 1112`, a digit longer than the others there."""
_STATE_SIZES = {9: 2, **_SOFIA_SIZES}
_OTHER_SIZES = {8: 2, 7: 1}
_SHORT = re.compile(
    r"""
    112 | 150 | 160 | 166      # emergency services
    | 116 [0-9]{3}             # harmonised services of social value
    | 118 [0-9]{2}             # directory enquiries
    | 10 [0-9]{2}              # services of the operators
    """,
    re.VERBOSE,
)


def length_class(national: str) -> int:
    """2 for the length of numbers issued today, 1 for the shorter ones of old exchanges, 0 for no number at all."""
    return sizes_of(national[:5]).get(len(national), 0) if national.isdecimal() else 0


@lru_cache(maxsize=1024)
def sizes_of(beginning: str) -> Mapping[int, int]:
    """Digits -> length class of the national numbers that begin with these five digits.

    >>> sizes_of("88811"), sizes_of("56812"), sizes_of("05681")
    ({9: 2}, {8: 2, 7: 1}, {})
    """
    if beginning.startswith(MOBILE):
        return _MOBILE_SIZES
    if beginning[:1] == "2":
        return _STATE_SIZES if beginning == _STATE else _SOFIA_SIZES
    return _OTHER_SIZES if "3" <= beginning[:1] <= "9" else {}


def is_mobile(national: str) -> bool:
    """Whether a national number begins like a mobile one, whatever its length.

    >>> is_mobile("888112233")
    True
    """
    return national[:2] in MOBILE


def is_short(digits: str) -> bool:
    """Whether the digits are a short number of the plan, dialled as they stand.

    >>> is_short("112"), is_short("113")
    (True, False)
    """
    return digits[:1] == "1" and _SHORT.fullmatch(digits) is not None


def _split(value: str) -> tuple[int, int]:
    """Country code and national number of an E.164 value; (0, 0) for other texts and where no country has the code."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    digits = value[1:] if re.fullmatch(r"\+[0-9]+", value) else ""
    for length in range(1, min(len(digits), 4)):
        code = int(digits[:length])
        if code in COUNTRY_CODE_TO_REGION_CODE:
            return code, int(digits[length:])
    return 0, 0


@lru_cache(maxsize=4096)
def is_assigned(value: str) -> bool:
    """Whether the numbering plan of its country knows the E.164 value."""
    from phonenumbers import PhoneNumber, is_valid_number

    if not re.fullmatch(r"\+[0-9]{7,15}", value):
        return False
    country, national = _split(value)
    # Italy's numbers begin with a 0; elsewhere it is the trunk prefix, which no number with its country code has.
    zero = value.startswith(f"+{country}0")
    if country > 0 and is_valid_number(PhoneNumber(country, national, italian_leading_zero=zero)):
        return True
    return _is_of_state(value)


def without_trunk(number: str) -> str:
    """The digits of a foreign number without the trunk 0 printed behind its country code; as they are without one.

    >>> without_trunk("4402079460018"), without_trunk("442079460018")
    ('442079460018', '442079460018')
    """
    country, _ = _split("+" + number)
    code = str(country)
    return code + number.removeprefix(code).removeprefix("0") if country else number


def _is_of_state(value: str) -> bool:
    """Whether a value is one of the long numbers in Sofia, which the library does not know."""
    return len(value) == 13 and value.startswith("+359" + _STATE)


@lru_cache(maxsize=4096)
def line_of(value: str) -> str | None:
    """fixed, mobile, freephone, shared or premium; None where the plan does not tell or does not know the number."""
    from phonenumbers import PhoneNumber, PhoneNumberType, number_type

    if _is_of_state(value):
        return "fixed"
    country, national = _split(value)
    kinds = {
        PhoneNumberType.FIXED_LINE: "fixed",
        PhoneNumberType.MOBILE: "mobile",
        PhoneNumberType.TOLL_FREE: "freephone",
        PhoneNumberType.SHARED_COST: "shared",
        PhoneNumberType.PREMIUM_RATE: "premium",
    }
    return kinds.get(number_type(PhoneNumber(country_code=country, national_number=national)))


def foreign_print(value: str) -> str:
    """A foreign E.164 value with the blanks of the international format, as given where the country is unknown.

    >>> foreign_print("+40213121451")
    '+40 21 312 1451'
    """
    from phonenumbers import PhoneNumber, PhoneNumberFormat, format_number

    country, national = _split(value)
    if not country:
        return value
    number = PhoneNumber(country_code=country, national_number=national)
    printed = format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return printed if re.sub(r"[^0-9]", "", printed) == value[1:] else value


def national_print(national: str, area: str) -> str:
    """A Bulgarian number as printed at home: trunk 0, code, the rest in threes or twos.

    >>> national_print("56812345", "56"), national_print("888112233", "888"), national_print("36160110", "361")
    ('056 812 345', '0888 112 233', '0361 60 110')
    >>> national_print("298591112", "2")
    '02 9859 1112'
    """
    rest = national[len(area) :]
    if len(rest) == 8:
        groups = [rest[:4], rest[4:]]
    elif len(rest) == 7:
        groups = [rest[:3], rest[3:5], rest[5:]]
    elif len(rest) == 5 or len(rest) == 4:
        groups = [rest[:2], rest[2:]]
    else:
        groups = [rest[at : at + 3] for at in range(0, len(rest), 3)]
    return " ".join(["0" + area, *groups]).strip()
