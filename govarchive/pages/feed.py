r"""News feeds (RSS 0.9 to 2.0, Atom) -> the mark-up of the page that a feed reader would show.

A feed is XML whose names are in part those of HTML and mean other things there: each news has a title, a link holds its
address as text, and the news itself is mark-up that was escaped or lies in CDATA. What is for programs alone is left
out: identifiers, how often to ask, what made it.

>>> as_html("<rss><channel><title>Новини</title><item><title>Търг</title><link>http://a.bg/1</link></item></channel></rss>")
'<div><div><title>Новини</title><h1>Новини</h1><div><h2>Търг</h2><div>http://a.bg/1</div></div></div></div>'
"""

import re
from html import escape, unescape

_ROOT = re.compile(r"\s*(?:<[?!][^>]*>\s*)*<(?:rss|(?:atom:)?feed|rdf:RDF)[\s>]")
_TOKEN = re.compile(
    r"""<!\[CDATA\[ (?P<data> .*? ) (?: \]\]> | \Z )             # as it is
    | <!-- .*? (?: --> | \Z ) | <[?!] [^<>]* >                   # nothing to show
    | < (?P<end> /? ) (?P<name> [A-Za-z][\w:.-]* ) (?P<rest> [^<>]* ) >
    | (?P<text> [^<]+ | < )""",
    re.VERBOSE | re.DOTALL,
)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']+)["']""")
# To what programs ask for: how to change a news, answers to it, the feed itself.
_LEADS_ELSEWHERE = re.compile(r"""\brel\s*=\s*["'](?:edit|edit-media|self|replies|hub|service\.post)["']""")
_NEWS = frozenset({"item", "entry"})
_MARKED_UP = frozenset({"description", "summary", "content", "content:encoded", "subtitle", "tagline"})
"""What may hold mark-up; in the rest of a feed all elements are its own."""
_FOR_PROGRAMS = frozenset(
    {"guid", "id", "ttl", "language", "generator", "docs", "cloud", "hour", "day", "rdf:li", "slash:comments"}
    | {"sy:updatePeriod", "sy:updateFrequency", "sy:updateBase", "wfw:commentRss", "dc:language", "dc:format"}
)


def is_feed(markup: str) -> bool:
    """Whether a text is a feed, told by its first element."""
    return _ROOT.match(markup) is not None


def as_html(feed: str) -> str:
    """The page of a feed. Takes any text."""
    return "".join(_Drawing().drawn(feed))


class _Drawing:
    """Where in a feed one is, and what of it is drawn."""

    def __init__(self) -> None:
        self._marked_up = ""
        self._hidden = self._in_news = self._in_title = False
        self._title: list[str] = []

    def drawn(self, feed: str) -> list[str]:
        """The parts of the page, in order."""
        out: list[str] = []
        for token in _TOKEN.finditer(feed):
            if token["name"]:
                out.append(self._tag(token))
            elif not self._hidden and (said := token["data"] or token["text"]):
                out.append(self._said(said, is_data=token["data"] is not None))
        return out

    def _said(self, text: str, *, is_data: bool) -> str:
        """Text of the feed, of which mark-up was escaped once more than on a page."""
        if not is_data and (self._marked_up or self._in_title):
            text = unescape(text)
        if self._in_title and not self._in_news:
            self._title.append(text)
            return ""
        return text

    def _tag(self, token: re.Match[str]) -> str:
        name, ends = token["name"].removeprefix("atom:"), bool(token["end"])
        if self._marked_up:
            return self._inner_tag(name, token)
        self._hidden = not ends and name in _FOR_PROGRAMS
        if name in _FOR_PROGRAMS:
            return ""
        if token["rest"].endswith("/"):
            return self._link(token) if name == "link" else ""
        if name in _NEWS:
            self._in_news = not ends
        if name == "title":
            return self._title_tag(ends=ends)
        self._marked_up = name if name in _MARKED_UP and not ends else ""
        return "</div>" if ends else "<div>"

    def _inner_tag(self, name: str, token: re.Match[str]) -> str:
        """A tag in the mark-up of a news, or what ends that."""
        if not token["end"] or name != self._marked_up:
            return token[0]
        self._marked_up = ""
        return "</div>"

    def _title_tag(self, *, ends: bool) -> str:
        self._in_title = not ends
        if self._in_news:
            return "</h2>" if ends else "<h2>"
        said, self._title = "".join(self._title), []
        return f"<title>{said}</title><h1>{said}</h1>" if ends else ""

    def _link(self, token: re.Match[str]) -> str:
        """The address in an attribute, as Atom writes it."""
        found = None if _LEADS_ELSEWHERE.search(token["rest"]) else _HREF.search(token["rest"])
        return f"<div>{escape(unescape(found[1]))}</div>" if found and self._in_news else ""
