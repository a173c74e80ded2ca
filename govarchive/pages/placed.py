r"""E-mail addresses of links that show other words (`пишете ни`, a name, an envelope) -> marks beside these links.

Whose such an address is tells the line that its link stands in; below the text of the page nobody could say.

>>> page = '<a href="mailto:a@b.bg?subject=x"><b>Ана</b></a>, касиер, <a href="mailto:c@d.bg">пишете ни</a>'
>>> placed(page, ["a@b.bg", "c@d.bg"])
'<a href="mailto:a@b.bg?subject=x"><b>Ана</b></a><@@a@b.bg/>, касиер, <@c@d.bg/><a href="mailto:c@d.bg">пишете ни</a>'
"""

import re
from collections.abc import Sequence

_SCHEME = "mailto:"
# It begins with what the engine can skip to; of an area of a picture it is the same.
_LINK = re.compile(
    r"""href="mailto:(?P<address>[^\s@<>"&?,;/%]+@[^\s@<>"&?,;/%]+)(?:\?[^<>"]*)?"[^<>]*?
    (?:/>|>(?P<shown>.*?)</a>)""",
    re.VERBOSE | re.DOTALL,
)
_TAG = re.compile("<[^<>]*>")
# Words that call to write and are nobody's.
_CALLS = re.compile(r"mail|мейл|поща|пиш|пра[тщ]|контакт|съобщ|връзка|тук", re.IGNORECASE)
_MOST = 200
"""Of one page: for each the page is looked through."""


def placed(markup: str, addresses: Sequence[str]) -> str:
    """The mark-up of the parser with a mark beside the first link to each address that is nowhere drawn.

    `<@…/>` before the link has it stand there, `<@@…/>` behind it at the end of the line: what a name is said to be
    stands right behind it.
    """
    told = [it for it in addresses if "@" in it] if len(addresses) <= _MOST else []
    waiting = {it for it in told if markup.count(it) == markup.count(_SCHEME + it)}
    pieces, done = [], 0
    for link in _LINK.finditer(markup) if waiting else ():
        address, shown = link["address"], _TAG.sub("", link["shown"] or "").strip()
        if address not in waiting or "@" in shown:
            continue
        waiting.remove(address)
        is_of_words = shown and not _CALLS.search(shown)
        at = link.end() if is_of_words else markup.rindex("<", done, link.start())
        pieces += [markup[done:at], f"<@@{address}/>" if is_of_words else f"<@{address}/>"]
        done = at
    return "".join((*pieces, markup[done:]))
