r"""Where a page that lies in a file came from, by what the programs that saved it wrote into it, or by its path.

What counts: the comments of browsers, HTTrack and SingleFile; else a path with a folder named as a host, as wget and
HTTrack make them. What does not: `<link rel=canonical>` and `<base>`, which the site wrote and which on many name its
home page. Comments also get copied with a template from another site: where they contradict each other or the folder,
the folder counts.

>>> told_by_page(b"<!-- saved from url=(0024)http://www.primer.bg/a/b -->")
Told(url='http://www.primer.bg/a/b', captured_at=None)
>>> told_by_path("mirrors/www.primer.bg/novini/index.html")
'http://www.primer.bg/novini/'
"""

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from govarchive.text.domains import COMMON

_HEAD = 8192
_TAIL = 1024


class Told(NamedTuple):
    """An address, and the moment of the capture in ISO 8601 where the same program wrote it down."""

    url: str
    captured_at: str | None = None


_COMMENT = re.compile(
    rb"""<!--\s*
    (?: saved\ from\ url=\([0-9]{4}\) (?P<browser>https?://\S{1,2000}) \s*-->          # Internet Explorer, Chrome
    | Mirrored\ from\ (?P<httrack>[^\s<>]{4,2000}) \ by\ HTTrack\ Website\ Copier
        [^<>,]{0,60} (?:, \s* (?P<day>[A-Z][a-z]{2},\ [0-9]{2}\ [A-Z][a-z]{2}\ [0-9]{4}\ [0-9:]{8}\ GMT))? \s*-->
    | Page\ saved\ with\ SingleFile \s+ url:\ (?P<single>https?://\S{1,2000}) \s+      # the extension of browsers
        saved\ date:\ [A-Z][a-z]{2}\ (?P<moment>[A-Z][a-z]{2}\ [0-9]{2}\ [0-9]{4}\ [0-9:]{8})\ GMT(?P<zone>[+-][0-9]{4})
    )""",
    re.VERBOSE,
)
# The capture of an archive, saved from its calendar.
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/([0-9]{14})(?:[a-z]{2}_)?/(https?):/{1,2}(.+)")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(
    r"""(?P<name>(?:[a-zа-я0-9_](?:[a-zа-я0-9_-]{0,61}[a-zа-я0-9])?\.)+      # labels
    (?P<top>[a-zа-я]{2,24}|xn--[a-z0-9-]{2,59}))
    (?:[:+](?P<port>[0-9]{2,5}))?                         # wget writes + where a name may hold no colon""",
    re.VERBOSE,
)
_TOPS = COMMON | frozenset("edu gov int mil biz name tv xn--90ae".split())
# How `?` is written in names of files: as it is, escaped, or `@` before `key=`.
_QUERY = re.compile(r"[?]|%3F|@(?=[^@=]{1,60}=)", re.IGNORECASE)
# What wget --adjust-extension appends to the names of pages that programs make.
_APPENDED = re.compile(r"(?P<name>.+\.(?:php[0-9]?|aspx?|jspx?|cgi|cfm|do|pl))\.html?", re.IGNORECASE)
_APPENDED_TO_QUERY = re.compile(r"\.html?\Z", re.IGNORECASE)
_PACKED = re.compile(r"\.(?:gz|bz2|xz|zst)\Z", re.IGNORECASE)
_STRAY_BYTE = re.compile(r"\\x([0-9a-f]{2})")
_NOBODY = "http://internet.e-mail"
"""What was written into pages so that Internet Explorer would trust them."""
_SAFE = "/%:@!$&'()*+,;=~?"


def address_of(raw: bytes, path: str) -> Told | None:
    """The address of the page in a file, None where nothing tells; `path` may go on behind `#` in a container."""
    below = told_by_path(path)
    by_path, by_page = unwrapped(below) if below else None, told_by_page(raw)
    if by_path is None or (by_page and _host(by_page.url) == _host(by_path.url)):
        return by_page
    return by_path


def told_by_page(raw: bytes) -> Told | None:
    """What the program that saved the page wrote at its beginning or end, if that is one address."""
    told = [_told(it) for it in _COMMENT.finditer(raw[:_HEAD] + b"\n" + raw[_HEAD:][-_TAIL:])]
    known = [it for it in told if it.url.rstrip("/") != _NOBODY]
    return known[0] if len({it.url for it in known}) == 1 else None


def told_by_path(path: str) -> str | None:
    """The address of a file below a folder named as a host; of nested ones the first, of such side by side the last.

    >>> told_by_path("a.bg/www.a.bg/p.php@id=5.html"), told_by_path("pages/2018/a.html")
    ('http://www.a.bg/p.php?id=5', None)
    """
    parts = path.rpartition("#")[2].split("/")
    hosts = [_HOST.fullmatch(it.lower()) if is_host(it) else None for it in parts[:-1]]
    first = next((at for at, it in enumerate(hosts) if it), None)
    if first is None:
        return None
    last = next((at for at in range(first, len(hosts)) if hosts[at] is None), len(hosts)) - 1
    host = hosts[last]
    assert host is not None
    secure = host["port"] == "443"
    port = f":{host['port']}" if host["port"] and not secure else ""
    below = "/".join([*parts[last + 1 : -1], _file_part(parts[-1])])
    below = _STRAY_BYTE.sub(r"%\1", quote(below, _SAFE + "\\"))
    return f"http{'s' * secure}://{_ascii(host['name'])}{port}/{below}"


@lru_cache(1024)
def is_host(folder: str) -> bool:
    """Whether a folder is evidently named as a host.

    >>> is_host("www.obshtina.primer.bg"), is_host("primer.bg+8080"), is_host("2018.01"), is_host("old.bak")
    (True, True, False, False)
    """
    found = _HOST.fullmatch(folder.lower())
    return found is not None and (found["top"] in _TOPS or folder.startswith("www."))


def _file_part(name: str) -> str:
    """The end of an address by the name of its file."""
    name = _PACKED.sub("", name)
    query = _QUERY.search(name)
    if query:
        said = _APPENDED_TO_QUERY.sub("", name[query.end() :])
        return f"{_file_part(name[: query.start()])}?{said}"
    appended = _APPENDED.fullmatch(name)
    return "" if name.lower() == "index.html" else appended["name"] if appended else name


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _told(found: re.Match[bytes]) -> Told:
    url = next(it for it in found.group("browser", "httrack", "single") if it).decode("utf-8", "replace")
    if found["single"]:
        month, day, rest = found["moment"].decode().split(" ", 2)
        return Told(url, _moment(f"{day} {month} {rest} {found['zone'].decode()}"))
    if found["httrack"]:
        return Told(url if _SCHEME.match(url) else f"http://{url}", _moment((found["day"] or b"").decode()))
    return unwrapped(url)


def unwrapped(url: str) -> Told:
    """The address of a page, and its moment, where the address is that of its capture in the Wayback Machine."""
    kept = _WAYBACK.fullmatch(url)
    if kept is None:
        return Told(url)
    said = kept[1]
    return Told(f"{kept[2]}://{kept[3]}", f"{said[:4]}-{said[4:6]}-{said[6:8]}T{said[8:10]}:{said[10:12]}:{said[12:]}Z")


def _moment(said: str) -> str | None:
    """The moment of an RFC 5322 date, in UTC."""
    try:
        return f"{parsedate_to_datetime(said).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, TypeError, OverflowError):
        return None


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].lower().removeprefix("www.")
