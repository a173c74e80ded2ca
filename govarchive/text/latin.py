"""Cyrillic letters in Latin ones, by the transliteration law of 2009 but for final `ия`.

>>> romanised("областен управител на Ямбол")
'oblasten upravitel na yambol'
"""

from govarchive.text.fold import lower

_LETTERS = dict(zip("абвгдезийклмнопрстуфхъьэ", "abvgdeziyklmnoprstufhaye", strict=True))
_LETTERS |= {"щ": "sht", "ш": "sh", "ч": "ch", "ж": "zh", "ц": "ts", "ю": "yu", "я": "ya"}
_TO_LATIN = str.maketrans(_LETTERS)


def romanised(text: str) -> str:
    """The text in lower case and Latin letters."""
    return lower(text).translate(_TO_LATIN)
