"""Raised digits of mark-up -> the letters that Unicode has for them, so that they run into no number before them.

`25<sup>00</sup> лв.` is drawn as 25 levs, and is not 2500; nor is the mark of a footnote a digit of the telephone
number it stands behind.

>>> with_raised_digits("цена 25<sup>00</sup> лв. за м<sup>2</sup>")
'цена 25⁰⁰ лв. за м²'
"""

import re

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INLINE = r"</?(?:a|abbr|b|big|em|font|i|ins|small|span|strong|u)(?:\s[^<>]*)?>"
_RAISED = re.compile(
    rf"<sup(?:\s[^<>]*)?>(?P<open>(?:{_INLINE}|\s){{0,9}})(?P<digits>[0-9]{{1,2}})(?P<close>(?:{_INLINE}|\s){{0,9}})</sup>"
)
_TAGS_BEFORE = re.compile(rf"(?:{_INLINE}){{1,9}}\Z")
_GOES_ON = re.compile(r"[^\s<>(\[]\Z|[0-9] \Z")
_LONGEST = 400
"""Characters of the tags between a number and what is raised behind it."""


def with_raised_digits(markup: str) -> str:
    """The mark-up of the parser with the digits in `sup` raised, where they stand behind something."""
    return _RAISED.sub(_raised, markup) if "<sup" in markup else markup


def _raised(it: re.Match[str]) -> str:
    before = _TAGS_BEFORE.sub("", it.string[max(0, it.start() - _LONGEST) : it.start()])
    if not _GOES_ON.search(before):
        return it[0]
    return f"{it['open'].strip()}{it['digits'].translate(_DIGITS)}{it['close']}"
