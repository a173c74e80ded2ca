"""Tags that browsers draw as signs -> the signs: raised digits and quotation marks.

`25<sup>00</sup> лв.` is drawn as 25 levs, and is not 2500; nor is the mark of a footnote a digit of the telephone
number it stands behind. Unicode has letters for both, which run into no number. Two letters O raised are noughts.

>>> with_signs("цена 25<sup>00</sup> лв. за м<sup>2</sup> в <q>Тракия</q>")
'цена 25⁰⁰ лв. за м² в <q>„Тракия“</q>'
>>> with_signs("от 8<sup>оо</sup> до 17<sup>3о</sup> ч., CO<sub>2</sub>, 5<sup>о</sup>")
'от 8⁰⁰ до 17³⁰ ч., CO<sub>2</sub>, 5<sup>о</sup>'
>>> with_signs("през 2018<sup>1)</sup> и 2019<sup>2, 3</sup>")
'през 2018¹⁾ и 2019², ³'
"""

import re

_DIGITS = str.maketrans("0123456789)oOоО", "⁰¹²³⁴⁵⁶⁷⁸⁹⁾⁰⁰⁰⁰")
_INLINE = r"</?(?:a|abbr|b|big|em|font|i|ins|small|span|strong|u)(?:\s[^<>]*)?>"
_RAISED = re.compile(
    rf"<sup(?:\s[^<>]*)?>(?P<open>(?:{_INLINE}|\s){{0,9}})(?P<digits>[0-5oOоО][oOоО]"
    rf"|[0-9]{{1,2}}(?:,\s?[0-9]{{1,2}}){{0,4}}\)?)"
    rf"(?P<close>(?:{_INLINE}|\s){{0,9}})</sup>"
)
_TAGS_BEFORE = re.compile(rf"(?:{_INLINE}){{1,9}}\Z")
_GOES_ON = re.compile(r"[^\s<>(\[]\Z|[0-9] \Z")
_QUOTE_OPENS = re.compile(r"(<q(?:\s[^<>]*)?(?<!/)>)(?![„\"«“])")
_QUOTE_CLOSES = re.compile(r"(?<![”\"»“])</q>")
_LONGEST = 400
"""Characters of the tags between a number and what is raised behind it."""


def with_signs(markup: str) -> str:
    """The mark-up of the parser with the digits in `sup` raised, where they stand behind something, and `q` quoted."""
    if "</q>" in markup:
        markup = _QUOTE_CLOSES.sub("“</q>", _QUOTE_OPENS.sub(r"\1„", markup))
    return _RAISED.sub(_raised, markup) if "<sup" in markup else markup


def _raised(it: re.Match[str]) -> str:
    before = _TAGS_BEFORE.sub("", it.string[max(0, it.start() - _LONGEST) : it.start()])
    if not _GOES_ON.search(before):
        return it[0]
    return f"{it['open'].strip()}{it['digits'].translate(_DIGITS)}{it['close']}"
