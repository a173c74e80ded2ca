"""Domain names in running text: where one ends, and its Latin spelling; shared by e-mail and web addresses.

>>> text = "info@primer.bgТел. 5"
>>> text[5:domain_end(text, 5)]
'primer.bg'
>>> domain_end("Край на годината", 0) is None
True
"""

import re

from govarchive.text.fold import CYRILLIC_LIKE, TO_LATIN

LONGEST = 253
"""Characters of the longest domain name (RFC 1035, written out)."""

COMMON = frozenset("bg com org eu net info бг".split())
"""Top-level domains of nearly every address on Bulgarian public pages."""

_RESERVED = frozenset("example invalid test".split())
"""Top-level domains kept for examples (RFC 2606): such an address is printed as one, though nobody has it."""

_GENERIC = (
    COMMON
    | _RESERVED
    | frozenset(
        """
    academy aero africa agency app archi art asia bio biz blog careers cat center city cloud club community company
    consulting coop dev digital eco edu education email energy events expert foundation fund gle global gov green group
    health help house institute int international jobs land legal life live ltd media mil mobi museum name network news
    one online page photo press pro school science services shop site social software solutions space sport store studio
    support swiss team tech technology tel tools top tours town travel university wiki work world xyz website
    укр рф срб ею мкд
    """.split()
    )
)

_LABELS = re.compile(r"[0-9A-Za-zЀ-ӿ_-]+(?:\.[0-9A-Za-zЀ-ӿ_-]+)+")
# A Latin label and, glued to it, the beginning of the next word: bgТел, bg-тел, bgTel, bgwww, bghttp, bge-mail.
_GLUED = re.compile(
    r"([0-9a-z-]*[0-9a-z]|[0-9A-Z-]*[0-9A-Z]) -? (?= [Ѐ-ӿ] | [A-Z][a-z] | www | http | e-?mail )", re.VERBOSE
)
_TELLING = re.compile(rf"[Ѐ-ӿ](?<![{CYRILLIC_LIKE}])")
_USER = re.compile(r"[\w.%+~-]{1,64}(?::[^\s/@:,;]{0,64})?@")
_EDGE = re.compile(r"[-_]|[-_]\Z")


def host_start(text: str, start: int) -> int:
    """Where the host begins of an address whose scheme ends at `start`: behind who is to be let in, if that is told.

    >>> host_start("http://user:password@primer.bg", 7), host_start("http://primer.bg", 7)
    (21, 7)
    """
    user = _USER.match(text, start)
    # `http://primer.bg:info@primer.bg` is an address and an e-mail address.
    return user.end() if user and domain_end(text, start) is None else start


def domain_end(text: str, start: int) -> int | None:
    """Where the domain name that begins at `start` ends; None when there is none.

    It ends with the last label that is a top-level domain: what follows a full stop without a space is left out.
    """
    found = _LABELS.match(text, start, start + LONGEST)
    if found is None:
        return None
    end, at, labels = None, start, found.group().split(".")
    for place, label in enumerate(labels):
        size = len(label)
        if place:
            top = top_level_size(label)
            end = at + top if top else end
            if top and top < size:
                break
        at += size + 1
        if not label.isascii() and _TELLING.search(label) and not _TELLING.search(labels[-1]):
            break
    return end if end is not None and not _EDGE.match(text, start) else None


def top_level_size(label: str) -> int:
    """How many characters of a label are a top-level domain, what is glued to it left out; 0 for none.

    >>> top_level_size("bgТел"), top_level_size("government")
    (2, 0)
    """
    if is_top_level(label):
        return len(label)
    glued = _GLUED.match(label)
    return glued.end(1) if glued and is_top_level(glued[1]) else 0


def is_top_level(label: str) -> bool:
    """Whether a label can end a domain: two letters, one of the generic ones in use, or one of another script encoded.

    >>> is_top_level("bg"), is_top_level("БГ"), is_top_level("pdf"), is_top_level("xn--90ae")
    (True, True, False, True)
    """
    plain = label.lower()
    return plain in _GENERIC or (len(plain) == 2 and plain.isascii() and plain.isalpha()) or plain.startswith("xn--")


def latin_host(host: str) -> str:
    """A host with its labels of Cyrillic look-alikes made Latin, when its top-level domain is Latin.

    A label with other Cyrillic letters keeps all it has: `пример.bg` is a name that can be had.

    >>> latin_host("www.росарех.bg"), latin_host("росарех.бг"), latin_host("www.пример.bg")
    ('www.pocapex.bg', 'росарех.бг', 'www.пример.bg')
    """
    if host.isascii() or not host.rpartition(".")[2].isascii():
        return host
    turned = ((label, label.translate(TO_LATIN)) for label in host.split("."))
    return ".".join(latin if latin.isascii() else label for label, latin in turned)
