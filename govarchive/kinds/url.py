r"""Web address (интернет адрес, сайт, URL).

The value is the address as printed: `https://...`, `www....`, or a bare domain, the host and what stands before it in
small letters; slips there are mended (`http//`, `http:/`, `htp://`, backslashes). A bare one (`primer.bg`) counts only
under a common top-level domain and where it clearly is an address: a word such as `сайт`, `портал`, `адрес` leads to
it, a path follows, it stands alone on its line or in its cell, or it has three parts or more; shortened ones
(`bit.ly/...`) are told by their path. Full stops, commas, quotes and unpaired brackets after an address are not part of
it. Cyrillic domains (`.бг`) are found, look-alike letters in Latin ones are made Latin.

Not supported: addresses broken over lines, hosts without a dot. The domain of an e-mail address is not an address of
its own. Nothing is looked up.

Sources: RFC 3986 and 3987 as far as they are followed in print.

>>> normalise("http://www.оbshtina-primer.bg/Новини")
'http://www.obshtina-primer.bg/Новини'
>>> normalise("WWW.Primer.BG/Novini")
'www.primer.bg/Novini'
>>> validate("www.obshtina-primer.bg")
>>> validate("http://primer")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: http://primer: a host with a dot expected
>>> validate("www.primer.zzz")
Traceback (most recent call last):
govarchive.errors.InvalidComponent: www.primer.zzz: www.primer.zzz has no top-level domain
>>> normalise("http//www.primer.bg/a"), normalise("http:\\www.primer.bg")
('http://www.primer.bg/a', 'http://www.primer.bg')
>>> validate("www,primer.bg")
Traceback (most recent call last):
govarchive.errors.InvalidFormat: www,primer.bg: a host with a dot expected
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from govarchive.errors import InvalidComponent, InvalidFormat
from govarchive.model import NOWHERE, Near, Span
from govarchive.text.domains import LONGEST, domain_end, host_start, is_top_level, latin_host
from govarchive.text.glance import latin, lowered
from govarchive.text.needles import holds, needles

NAME = "url"
CHECKED = True

LABEL: re.Pattern[str] | None = re.compile(
    r"""
    (?:(?:уеб|интернет|web|електронн[аи]|официал(?:ен|на|ния|ната)) [ -]?)?
        (?: сайт(?:ът|а|ове)? | страниц[аи](?:та)? | адрес(?:ът|а)? | портал(?:ът|а)? )
    | web (?:site|page)? | website | www | URL | линк | link
    """,
    re.IGNORECASE | re.VERBOSE,
)
DETAILS: dict[str, Any] = {}

# http:// https:// ftp://, and the slips http:/ http:\\ https//
_SCHEME = re.compile(r"[hf]t{1,2}ps?(?: :[/\\]{1,2} | // )", re.IGNORECASE | re.VERBOSE)
_MARKS = (b":/", b":\\", b"tp//", b"ps//", b"www.")
_TOP = re.compile(
    r"""
    \. (?: (?: bg | com | org | eu | net | info | бг | BG | COM | ORG | EU | NET | INFO ) (?![0-9a-zа-я_-])
         | (?: ly | gl | me | be | gle ) (?=/[0-9A-Za-z]) )    # short addresses, bit.ly/...
    """,
    re.VERBOSE,
)
_NUMERIC = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9.])")
_PORT = re.compile(r":[0-9]{2,5}(?![0-9])")
_PATH = re.compile(
    r"""
    [/?\#] (?: [^\s<>"\\^`{}|А-Я]      # signs that need no thought
             | (?<![0-9a-z]) [А-Я]     # a Cyrillic capital right after a Latin letter begins the next word
           ){0,2000}+                  # longer ones are no addresses, and would be walked again and again
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"[,;](?=https?:|www\.)|(?<=.)(?=https?://)(?<![/=:?&])")
_CONTEXT = re.compile(
    r"""
    (?: сайт | страниц | адрес | портал | уеб | интернет | домейн | платформ | линк | web | site | url | link | www )
    [^\n.@]{0,40}? [\s:("'>-] \Z
    | (?: сайт | страниц | адрес | портал | web | site | url ) \w{0,4} [ ]? :? \n \s* \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ALONE = re.compile(r"(?:\A|[\n\t])[ (*-]*\Z")
_MAIL_SIGN = re.compile(r"(?:@|[\[({_](?:@|at|AT|а|a)[\])}_])\s*\Z")
_HOST_SIGNS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-")
_ANY_SCHEME = re.compile(r"[A-Za-z]{3,5}:[/\\]{1,2}|https?//")
_WHOLE_SCHEME = re.compile(r"(?:https?|ftps?)://", re.IGNORECASE)
_HOST = re.compile(r"[^/?#:\s]+")
_LABEL = r"(?!-)[\w-]+(?<!-)"
_LABELS = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_PORT_SAID = re.compile(r":([0-9]+)")
_HIGHEST_PORT, _HIGHEST_OCTET = 65535, 255


def find(text: str) -> Iterator[Span]:
    marked = list(_marked(text)) if holds(latin(text), _MARKS) else []
    yield from sorted([*marked, *_bare(text, _Taken(marked))])


def _marked(text: str) -> Iterator[Span]:
    last = 0
    for start, host in sorted([*_schemes(text), *_www(text)]):
        if start < last:
            continue
        stop = _stop(text, host)
        if stop:
            last = stop
            yield Span(start, stop, "marked")


def _schemes(text: str) -> Iterator[tuple[int, int]]:
    """Where an address begins with its scheme, and where the host after it does."""
    for at, _ in needles(text, (":/", ":\\", "tp//", "ps//")):
        scheme = _SCHEME.search(text, max(0, at - 5), at + 4)
        if scheme:
            yield scheme.start(), host_start(text, scheme.end())


def _www(text: str) -> Iterator[tuple[int, int]]:
    """Where an address begins with www."""
    for at, _ in needles(lowered(text), ("www.",)):
        if not at or text[at - 1] not in "@.-/":
            yield at, at


def _stop(text: str, start: int) -> int | None:
    """Where the address ends whose host begins at `start`: host, port, path, without the punctuation after it."""
    numeric = _NUMERIC.match(text, start)
    stop = numeric.end() if numeric else domain_end(text, start)
    if stop is None:
        return None
    port = _PORT.match(text, stop)
    stop = port.end() if port else stop
    path = _PATH.match(text, stop)
    return stop + _trimmed(path.group()) if path else stop


def _trimmed(path: str) -> int:
    """The length of a path without what belongs to the sentence around it, or to the address glued on."""
    following = _NEXT.search(path)
    path = path[: following.start()] if following else path
    while path and (
        path[-1] in ".,;:!?'*"
        or path.endswith("/-")  # a dash of the sentence
        or (path[-1] in ")]" and path.count(path[-1]) > path.count(_OPEN[path[-1]]))
    ):
        path = path[:-1]
    return len(path)


_OPEN = {")": "(", "]": "["}


class _Taken:
    """The stretches of addresses already found, in rising order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._stops = [it.stop for it in spans]

    def overlaps(self, start: int, stop: int) -> bool:
        place = bisect_right(self._stops, start)
        return place < len(self._spans) and self._spans[place].start < stop


def _bare(text: str, taken: _Taken) -> Iterator[Span]:
    last = 0
    for top in _TOP.finditer(text):
        if top.start() < last or taken.overlaps(top.start(), top.end()):
            continue
        start = _host_start(text, top.start(), top.group()[1:].isascii())
        stop = domain_end(text, start) if last <= start < top.start() else None
        if stop is None or stop < top.end() or not _may_stand(text, start, stop):
            continue
        full = _stop(text, start) or stop
        if not taken.overlaps(start, full) and _is_address(text, start, stop, full):
            last = full
            yield Span(start, full, "bare")


def _may_stand(text: str, start: int, stop: int) -> bool:
    """Whether what stands around a domain lets it be an address: it is no part of a path, and of no e-mail address."""
    if text[start - 1 : start] in ("_", "/", "\\", "%") and start:
        return False
    return text[stop : stop + 1] != "@" and not _MAIL_SIGN.search(text, max(0, start - 8), start)


def _host_start(text: str, stop: int, latin: bool) -> int:
    """Where the host begins whose top-level domain is at `stop`; `stop` where it would be longer than hosts are."""
    start, floor = stop, max(0, stop - LONGEST)
    while start > floor and (text[start - 1] in _HOST_SIGNS or (not latin and "Ѐ" <= text[start - 1] <= "ӿ")):
        start -= 1
    if 0 < start == floor:
        return stop
    while start < stop and text[start] in ".-":
        start += 1
    return start


def _is_address(text: str, start: int, stop: int, full: int) -> bool:
    """Whether a bare domain is meant as an address, and not as the name of a newspaper or a company."""
    before = max(0, start - 60)
    if full > stop + 1 or _CONTEXT.search(text, before, start):
        return True
    lonely = text[full : full + 1] in ("", "\n", "\t") and _ALONE.search(text, before, start)
    return text[start:stop].islower() and bool(lonely or text.count(".", start, stop) > 1)


def normalise(raw: str, near: Near = NOWHERE) -> str | None:
    value = raw.strip()
    if not value or re.search(r"\s", value):
        raise InvalidFormat(f"{value[:60]}: an address without spaces expected")
    scheme = _ANY_SCHEME.match(value)
    host = _host(value, scheme.end() if scheme else 0)
    if host is None:
        raise InvalidFormat(f"{value[:60]}: a host with a dot expected")
    return _mended(value[: host.start()]) + latin_host(host.group()).lower() + value[host.end() :]


def _mended(scheme: str) -> str:
    """What stands before a host, a slip in it mended; what is none of those known stays."""
    plain = scheme.lower()
    if _WHOLE_SCHEME.fullmatch(plain):
        return plain
    if not _SCHEME.fullmatch(plain):
        return scheme
    return ("ftp" if plain.startswith("f") else "http") + ("s://" if "ps" in plain else "://")


def _host(value: str, start: int) -> re.Match[str] | None:
    return _HOST.match(value, host_start(value, start) if start else 0)


def validate(value: str) -> None:
    scheme = _ANY_SCHEME.match(value)
    if scheme and not _WHOLE_SCHEME.fullmatch(scheme.group()):
        raise InvalidFormat(f"{value}: http://, https:// or ftp:// expected, {scheme.group()} found")
    host = _host(value, scheme.end() if scheme else 0)
    if host is None or not _LABELS.fullmatch(host.group()):
        raise InvalidFormat(f"{value}: a host with a dot expected")
    if _NUMERIC.fullmatch(host.group()):
        if max(map(int, host.group().split("."))) > _HIGHEST_OCTET:
            raise InvalidComponent(f"{value}: numbers up to {_HIGHEST_OCTET} expected in {host.group()}")
    elif not is_top_level(host.group().rpartition(".")[2]):
        raise InvalidComponent(f"{value}: {host.group()} has no top-level domain")
    port = _PORT_SAID.match(value, host.end())
    if port and int(port[1]) > _HIGHEST_PORT:
        raise InvalidComponent(f"{value}: a port up to {_HIGHEST_PORT} expected, {port[1]} found")


def display(value: str) -> str:
    return value


def parts(value: str | None, raw: str, near: Near = NOWHERE) -> dict[str, Any]:
    return {}
