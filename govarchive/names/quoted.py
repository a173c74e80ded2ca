"""Quoted names: patrons of schools, companies with their form and their branches."""

import re

from govarchive.model import Span
from govarchive.names.bodies.words import COMPANY_FORMS
from govarchive.names.places.village_names import name_behind

# The quotes of a patron; inner ones (`"Св. св. "Кирил и Методий""`) close together with the outer ones.
_QUOTED = re.compile(
    r"""
    [ ]{0,3}\n?                                   # glued or on the next line
    (?: "[^"\n]{1,40}"[^"\n]{1,50}""              # quotes in quotes
      | "(?: (?![ ]и[ ]) [^"\n;,] ){1,40}[ ]"(?=\w)[^"\n;]{1,50}(?<![ ])"(?!\w)   # the outer ones not closed
      | "[ ]?[^"\n;]{1,90}"
      | '[ ]?[^'"\n;]{3,60}' (?!\w)
      | ,,[ ]?[А-ЯЍ0-9][^",;\n]{1,60}"              # two commas for the opening ones
      | "[А-ЯЍ0-9][^"\n;]{1,60}\n[ ]*[^"\n;]{1,40}(?<![ ])"(?!\w)    # closed on the next line
      # opened and never closed: the capitalised words
      | (?<!\n)"[А-ЯЍ]\w*(?:(?<!\w{5})\.)?(?:[ ](?:и|[А-ЯЍ]\w*(?:(?<!\w{5})\.)?))*
    )
    """,
    re.VERBOSE,
)
_MARKS = frozenset("\"',")
_FAR = 5
"""Within so many characters the quote opens that names a body."""
_NEVER_CLOSED = re.compile(r'[ ]?"[А-ЯЍ][\w-]*(?:[ ](?:и|[А-ЯЍ][\w-]*))*')
_COMPANY = re.compile(r"[ ]?-?[ ]?(?:ЕООД|ООД|ЕАД|АД|Ад|ДП|ЕТ|ДЗЗД|СНЦ)(?![\w])")
_BRANCH = re.compile(r"[ ]?-?[ ](?:клон|офис|финансов[ ]център)[ ](?=[А-ЯЍ\"])")


def quoted(text: str, at: int) -> re.Match[str] | None:
    """A quoted name at `at`; a quote that closes what began before is none."""
    match = None if _MARKS.isdisjoint(text[at : at + _FAR]) else _QUOTED.match(text, at)
    if match is None:
        return None
    if text[match.end() - 2 : match.end()] == ' "' and text[match.end() : match.end() + 1].isalnum():
        return _NEVER_CLOSED.match(text, at)  # what closes it opens the next name
    opening = text.find(match[0].strip()[0], at)
    opening += text[opening : opening + 2] == ",,"
    first = text[opening + 1 : opening + 3]
    if first[:1] == " " and (text[opening - 1].isspace() or _opens(text, opening, match.end())):
        first = first[1:]
    return match if first[:1].isupper() or first[:1].isdigit() else None


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a quote glued to a word opens the name behind a blank: `агенция" Автомобилна администрация"`."""
    far = max(0, at - 300)
    line = max(far, text.rfind("\n", far, at) + 1)
    return text.count('"', line, at) % 2 == 0 and text[end - 1] == '"' and text[end - 2].isalnum()


def company(text: str, start: int, stop: int, floor: int) -> Span | None:
    """A quoted name before `ООД`, `ЕАД` …, and `ЕТ` before one."""
    if text[start:stop] not in COMPANY_FORMS:
        return None
    if text[start - 2 : start].strip() == '"':
        close = text.rindex('"', 0, start)
        opening = text.rfind('"', max(floor, close - 80, text.rfind("\n", max(0, close - 80), start)), close)
        named = opening >= floor and text[opening + 1].isalnum()
        return Span(opening, after_form(text, stop), "company") if named else None
    name = quoted(text, stop)
    return Span(start, after_form(text, name.end()), "company") if name else None


def after_form(text: str, end: int) -> int:
    """The end of what follows the quotes of a name that end at `end`: the form of a company, its branch."""
    form = _COMPANY.match(text, end)
    end = form.end() if form else end
    branch = _BRANCH.match(text, end)
    if branch is None:
        return end
    name = quoted(text, branch.end())
    return name.end() if name else name_behind(text, branch.end(), end)
