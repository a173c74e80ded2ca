r"""E-mail address (имейл, електронна поща).

Found in print, in `mailto:` links, with spaces around the `@`, broken over two lines after the `@`, a hyphen or a full
stop, with a label glued on (`E-mail:info@...`), with Cyrillic letters for Latin ones, and hidden from robots as
`[at]`, `(at)`, `(а)`, `_AT_`, `[dot]`, `at ... dot`, or with a comma for the stop before a common domain
(`@primer,bg`). The value is in small letters. Domains in Cyrillic (`.бг`) keep their letters.

Not supported: addresses a site has hidden altogether (`[email protected]`), quoted local parts, addresses at bare hosts
or IP numbers. Nothing is looked up: that an address is well formed does not mean that it exists.

Sources: RFC 5321 and 5322 as far as mail providers follow them; RFC 6531 for Cyrillic.

>>> normalise("Info (at) obshtina-primer [dot] bg")
'info@obshtina-primer.bg'
>>> validate("info@obshtina-primer.bg")
>>> validate("info@primer")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: info@primer: a name, one @ and a domain with a dot expected
>>> validate("info@primer.b")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: info@primer.b: .b is no top-level domain
>>> normalise("кабинет kmet@primer.bg")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: кабинет kmet@primer.bg: a name, one @ and a domain with a dot expected
>>> normalise("инфо@primer.bg")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: инфо@primer.bg: a name in Cyrillic before a domain in Latin letters
"""

import re
from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Any

from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, WHOSE, Near, Span
from govarchive.text.domains import COMMON, domain_end, host_start, is_top_level, latin_host
from govarchive.text.fold import CYRILLIC_LIKE, TO_LATIN, lower
from govarchive.text.glance import latin
from govarchive.text.needles import needles

NAME = "email"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?: [eе] [ -]? mail | (?:[иеe]-?)?мейл ) \s адрес
    | [eе] [ -]? mails? | mail(?:to)? | (?:[иеe]-?)?мейл(?:и|ове|ът|а)?
    | ел\.? \s? (?:поща | адрес | п\.) | електрон(?:на|ен) \s+ (?:поща | адрес) | (?:[еe]-)?поща
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {**WHOSE}

_HIDDEN_AT = r"[ ]?(?:@|at|AT|At|а|a|ат|АТ|ет|кльомба|маймун(?:ско[ ]а|ка))[ ]?[\])}>]"
# One expression for each sign it begins with, as a single one is looked for many times faster than any of several; and
# what the Latin letters and signs of a page hold, in lower case, where it may be found.
_HIDDEN = {mark: (mark.encode(), re.compile(re.escape(mark) + _HIDDEN_AT)) for mark in "[({<"} | {
    "_": (b"_at_", re.compile("_(?:AT|at)_")),
    "&": (b"&#", re.compile("&#(?:64|x40);", re.IGNORECASE)),
    " at ": (b" dot ", re.compile("[ ]at[ ](?=[0-9A-Za-z-]+[ ]dot[ ])")),
    " AT ": (b" dot ", re.compile("[ ]AT[ ](?=[0-9A-Za-z-]+[ ]DOT[ ])")),
    # The word alone is one behind a label: `e-mail: office at primer.bg`.
    "mail: ": (
        b" at ",
        re.compile(r"(?:mail|мейл|поща)[ ]?[:-][ ]?[\w.+-]{1,40}(?P<sign>[ ](?:at|AT)[ ])(?=[0-9A-Za-z-]+\.)"),
    ),
}
_AT = re.compile(rf"[\[({{<]{_HIDDEN_AT}|_(?:AT|at)_|&\#(?:64|[xX]40);|[ ](?:AT|at)[ ]")
_DOT = re.compile(r"[ ]?[\[({<_][ ]?(?:dot|DOT|точка|дот|ДОТ|\.)[ ]?[\])}>_][ ]?|[ ](?:dot|DOT)[ ]")
# What stands before a hidden full stop in a name: `ivan [dot] ivanov [at] primer.bg`.
_BEFORE_DOT = re.compile(rf"[0-9A-Za-z_-]{{1,20}}(?:{_DOT.pattern})\Z")
_SIGNS = ascii_letters + digits + "._%+-" + "".join(map(chr, range(0x400, 0x500)))
_LEADING = re.compile(r"(?:%20|[._%+-])+")
_APOSTROPHE = re.compile(r"(?<![\w.%+'-])[A-Za-z]{1,2}'\Z")
"""What begins a name as `o'neil@…`: a quotation mark has no letter before it."""
_ONE_CYRILLIC = re.compile(r"(?:\A|[^\w])[Ѐ-ӿ]\Z")
# Letters that are no look-alikes show that a Cyrillic word is glued on before the address.
_CYRILLIC_WORD = re.compile(rf".*[Ѐ-ӿ](?<![{CYRILLIC_LIKE}])[Ѐ-ӿ]*")
_GLUED_LABEL = re.compile(r"[Ee]-[Mm]ail[.-]*(?=[0-9a-z])")
_LATIN_WORD = re.compile(r"[A-Za-z] \Z")
_CALLED = re.compile(r"\b(?:[eе][ -]?)?mail[ ]\Z", re.IGNORECASE)
_HIDDEN_DOMAIN = re.compile(rf"[0-9A-Za-z-]+(?:(?:\.|{_DOT.pattern})[0-9A-Za-z-]+)+")
_BROKEN = re.compile(
    r"""
    ([0-9A-Za-z-][0-9A-Za-z.-]*)
    (?: (?<=[.-]) \n[ ]{0,3} | (?<=\.)[ ] | [ ](?=\.(?:bg|com|org|eu|net|info)(?![0-9A-Za-z])) )
    ([0-9a-z.][0-9a-z.-]*)
    """,
    re.VERBOSE,
)
# A comma for the full stop before a common domain, which ends there: `info@primer,bg`.
_COMMA = re.compile(r"(?<![0-9A-Za-z-])[0-9A-Za-z-]+,(?:bg|com|org|eu|net|info)(?![0-9A-Za-z._-]|,[0-9A-Za-z])")
_PLAIN = re.compile(r"\w\s*@\s*\w")
# In a value by itself also `&`, which on a page rather stands beside a name.
_NAME_SIGNS = "_%+'&-"
# What a link asks for beside the address: `mailto:info@primer.bg?subject=…`.
_ASKED = re.compile(r"\?[a-z]+=.*", re.IGNORECASE)
_SIGNS_ONLY = re.compile(rf"[0-9A-Za-zЀ-ӿ.{_NAME_SIGNS}]+@[0-9A-Za-zЀ-ӿ._-]+")
# A blank elsewhere than in print broken at a full stop or a hyphen parts an address from what stands beside it.
_BLANK = re.compile(r"(?<![.-])\s+(?!\.)")
_DOTS_OF_NAME = re.compile(r"\A(?:\.|[^@]*\.[.@])")
_SHAPE = re.compile(
    rf"""
    (?=[^@]{{1,64}}@) [\w{_NAME_SIGNS}]+ (?: \. [\w{_NAME_SIGNS}]+ )*       # no two full stops stand together
    @ (?: [0-9a-zЀ-ӿ](?:[0-9a-zЀ-ӿ_-]*[0-9a-zЀ-ӿ])? \. )+ (?P<top> [0-9a-zЀ-ӿ-]+ )
    """,
    re.VERBOSE,
)


def find(text: str) -> Iterator[Span]:
    last = 0
    for sign in _signs(text):
        plain = text[sign[0]] == "@"
        left, right = _bare(text, *sign)
        found = _domain(text, right, plain)
        if found is None:
            continue
        stop, rule = found
        start = _local_start(text, left, last, text[right:stop])
        while not plain and start < left and (more := _BEFORE_DOT.search(text, max(last, start - 40), start)):
            start = more.start()
        spaced = (left, right) != sign
        if start == left or (spaced and not _is_safe(text, start, stop)):
            continue
        last = stop
        yield Span(start, stop, rule if plain else "hidden")


def _signs(text: str) -> list[tuple[int, int]]:
    """Where an at sign stands, plain or hidden from robots."""
    seen = latin(text)
    forms = [form for told, form in _HIDDEN.values() if told in seen]
    hidden = {it.span(it.lastgroup or 0) for form in forms for it in form.finditer(text)}
    plain = [(at, at + 1) for at, _ in needles(text, "@")] if b"@" in seen else []
    if not hidden:
        return plain
    inside = {at for start, stop in hidden for at in range(start, stop)}
    return sorted([*hidden, *(it for it in plain if it[0] not in inside)])


def _bare(text: str, left: int, right: int) -> tuple[int, int]:
    """The sign with up to two spaces on both sides and one end of line after it."""
    while left and text[left - 1] == " " and right - left < 12:
        left -= 1
    while text[right : right + 1] in (" ", "\n") and right - left < 14:
        right += 1
    return left, right


def _domain(text: str, start: int, plain: bool) -> tuple[int, str] | None:
    """Where the domain ends and the rule that read it: as printed, with hidden dots, or broken."""
    end = domain_end(text, start)
    if end is None or text[end : end + 2].lstrip()[:1] in _HIDDEN:
        hidden = _HIDDEN_DOMAIN.match(text, start)
        if hidden and _DOT.search(hidden.group()) and is_top_level(_DOT.sub(".", hidden.group()).rpartition(".")[2]):
            return hidden.end(), "hidden"
    if end is not None:
        return end, "printed"
    if plain and (comma := _COMMA.match(text, start)):
        return comma.end(), "comma"
    broken = _BROKEN.match(text, start) if plain else None
    if broken is None:
        return None
    joined = broken[1] + broken[2]
    end = domain_end(joined, 0)
    if end is None or end <= len(broken[1]) or joined[:end].rpartition(".")[2] not in COMMON:
        return None
    return broken.start(2) + end - len(broken[1]), "broken"


def _local_start(text: str, stop: int, floor: int, domain: str) -> int:
    """Where the name before the sign begins; `stop` itself when there is none."""
    floor = max(floor, stop - 64)
    start = floor + len(text[floor:stop].rstrip(_SIGNS))
    if domain.isascii():
        word = _CYRILLIC_WORD.match(text, start, stop)
        start = word.end() if word else start
    for unwanted in (_LEADING, _GLUED_LABEL, _LEADING):
        found = unwanted.match(text, start, stop)
        start = found.end() if found else start
    scheme = text.rfind("://", max(0, stop - 132), start)
    if scheme >= 0 and host_start(text, scheme + 3) == stop + 1:
        return stop  # who is to be let in: `http://user:password@primer.bg`
    # A single letter of a Cyrillic word is one typed for its Latin neighbour: what is behind it is no whole name.
    if _ONE_CYRILLIC.search(text, max(0, start - 2), start):
        return stop
    begun = _APOSTROPHE.search(text, max(floor, start - 3), start)
    return begun.start() if begun else start


def _is_safe(text: str, start: int, stop: int) -> bool:
    """Spaces around the sign are read over only where no other Latin word stands before, and under a common domain."""
    before = text[max(0, start - 8) : start]
    latin_word = _LATIN_WORD.search(before) and not _CALLED.search(before)
    return not latin_word and re.split(r"[.\])}\s]", text[start:stop])[-1].lower() in COMMON


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    plain = raw if _PLAIN.search(raw) else _AT.sub("@", raw)
    name, sign, host = _DOT.sub(".", plain).strip().partition("@")
    value = _joined(name.rstrip(), _ASKED.sub("", host.lstrip())) if sign else ""
    if not _SIGNS_ONLY.fullmatch(value):
        raise InvalidFormat(f"{raw.strip()[:60]}: a name, one @ and a domain with a dot expected")
    name, _, host = value.partition("@")
    host = latin_host(host)
    name = name.translate(TO_LATIN) if host.isascii() else name
    if host.isascii() and not name.isascii():
        raise InvalidFormat(f"{raw.strip()[:60]}: a name in Cyrillic before a domain in Latin letters")
    return lower(f"{name}@{host}")


def _joined(name: str, host: str) -> str:
    """Name and domain with the sign between them, a broken domain put together; empty where more stands beside it."""
    whole = "".join(host.split())
    if whole != host and (_BLANK.search(host) or lower(whole.rpartition(".")[2]) not in COMMON):
        return ""
    if slip := _COMMA.search(whole):
        whole = f"{whole[: slip.start()]}{slip.group().replace(',', '.')}"
    return f"{name}@{whole}"


def validate(value: str) -> None:
    shape = _SHAPE.fullmatch(value)
    if shape is None:
        raise InvalidFormat(f"{value}: {_misshapen(value)}")
    top = shape["top"]
    if len(top) < 2 or top.isdigit() or not (top.isascii() or is_top_level(top)):
        raise InvalidComponent(f"{value}: .{top} is no top-level domain")


def _misshapen(value: str) -> str:
    if _DOTS_OF_NAME.search(value):
        return "a full stop at the edge of the name, or two together"
    return "a name, one @ and a domain with a dot expected"


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    return {}
