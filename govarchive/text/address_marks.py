"""Whether a place stands in an address: a street, a postcode or a house number is beside it."""

import re
from functools import lru_cache

# What goes on from a settlement: region, municipality and mayoralty at most, then a postcode or a street.
_STREET_AFTER = re.compile(
    r"""
    (?: [ ]*,[ ]*\n? (?:(?:гр|с|общ|обл)\.[ ]?|(?:град|село|община|област|Област|Община)[ ])
        [А-ЯЍ][а-яѝА-Я]+ (?:[ ][А-ЯЍа-я][а-я]+)? ){0,4}+
    (?: (?P<postcode> (?! ,[ ]20[0-2][0-9][ ]*(?:\n|$) ) [ ]*,?[ ]*\n?[ ]*\(?(?!1[89])[0-9]{4}\)?(?![0-9./])
          (?![ ]?(?:г\.|год)) (?=[ ]*[,;)\n]|[ ]+[а-я"А-Я]|$) )   # no year
      | [ ]*[,-]?[ ]*\n?[ ]* (?:ул|бул|пл|кв|ж\.?[ ]?к|п\.?[ ]?к|бл|ет)\.?[ ]?(?=["А-ЯЍ0-9№])
      | [ ]*[,;-]?[ ]*\n?[ ]* (?:ул\.|бул\.|пл\.|площад|улица|булевард|ж\.[ ]?к|№[ ]?[0-9]) )
    """,
    re.VERBOSE,
)
_ADDRESS_BEFORE = re.compile(
    r"""
    (?: (?P<postcode> (?<![0-9/.-])(?<!/[ ])(?<!№)(?<!№[ ])               # no number of an act
          (?<![ /][0-9][ ])(?<![ /][0-9]{2}[ ])(?<![ /][0-9]{3}[ ])(?<![ /][0-9]{4}[ ])   # no end of a phone
          (?<![0-9]\)[ ])(?<![0-9]\))
          [0-9]{4}\)?[ ]*,?[ ]*
        | ^[ ]*[0-9]{4}[ ]*,?\n[ ]* )                                      # or on a line of its own
      | (?:Адрес|адрес|АДРЕС|седалище|п\.?[ ]?к\.?[ ]?[0-9]{4})[^\n.;]{0,40}[:,-][ ]*
      | (?:ул|бул|пл|ж\.?[ ]?к)\.[ ]?"?[А-ЯЍ0-9][^\n;]{0,40}(?:,|[ ]№[ ]?[0-9]{1,3}[А-Яа-я]?,?)[ ]* ) \n? \Z
    """,
    re.VERBOSE,
)
_OPENING = frozenset("0123456789,:-)(")
# What may go on from a place: behind the blank one of these, the first letters of streets among them.
_GOES_ON = frozenset(" ,;-\n(0123456789№убпкже")


# Asked twice for most places: whether it is another thing, and whether it is to be kept.
@lru_cache(maxsize=16)
def address_mark(text: str, start: int, stop: int) -> str:
    """What makes the place `[start, stop)` part of an address: `postcode`, `street` (or a word for one), or nothing.

    >>> address_mark("гр. Враца, 3000", 0, 9), address_mark("гр. Враца, ул. Демокрация", 0, 9)
    ('postcode', 'street')
    >>> address_mark("гр. Враца, 12 май", 0, 9)
    ''
    """
    before = text[start - 60 if start > 60 else 0 : start]
    match = None
    if before.rstrip()[-1:] in _OPENING:
        match = _ADDRESS_BEFORE.search(before[before.rfind("\n", 0, max(0, len(before) - 2)) + 1 :])
    if match is None and (text[stop : stop + 2].lstrip(" ")[:1] or " ") in _GOES_ON:
        match = _STREET_AFTER.match(text, stop)
    return "" if match is None else "postcode" if match["postcode"] else "street"


def in_address(text: str, start: int, stop: int) -> bool:
    """Whether the place `[start, stop)` is part of an address: a street, a postcode or a house number stands by.

    >>> in_address("гр. Враца, 3000, бул. Демокрация", 0, 9), in_address("гр. Враца, 12 май", 0, 9)
    (True, False)
    """
    return bool(address_mark(text, start, stop))
