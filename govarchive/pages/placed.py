r"""E-mail addresses of links that show other words (`пишете ни`, a name, an envelope) -> marks behind these links.

Whose such an address is tells the line that its link stands in; below the text of the page nobody could say.

>>> page = '<p><a href="mailto:a@b.bg?subject=x"><b>Ана</b></a> и <a href="mailto:c@d.bg">c@d.bg</a></p>'
>>> placed(page, ["a@b.bg", "c@d.bg"])
'<p><a href="mailto:a@b.bg?subject=x"><b>Ана</b></a><@a@b.bg/> и <a href="mailto:c@d.bg">c@d.bg</a></p>'
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
_MOST = 200
"""Of one page: for each the page is looked through."""


def placed(markup: str, addresses: Sequence[str]) -> str:
    """The mark-up of the parser with a mark `<@…/>` behind the first link to each address that is nowhere drawn."""
    told = [it for it in addresses if "@" in it] if len(addresses) <= _MOST else []
    waiting = {it for it in told if markup.count(it) == markup.count(_SCHEME + it)}
    if not waiting:
        return markup

    def marked(link: re.Match[str]) -> str:
        address = link["address"]
        if address not in waiting or "@" in (link["shown"] or ""):
            return link[0]
        waiting.remove(address)
        return f"{link[0]}<@{address}/>"

    return _LINK.sub(marked, markup)
