r"""E-mail addresses that a script puts together and writes into its place, so that no robot sees them.

>>> script = "<script>var u = 'kmet', d = 'primer.bg'; document.write('<b>' + u + '@' + d + '</b>');</script>"
>>> written(f"<p>{script}</p>".encode()).decode()
'<p><a href="mailto:kmet@primer.bg">kmet@primer.bg</a></p>'
"""

import re
from html import escape, unescape
from urllib.parse import unquote

from govarchive.pages.text import encoded

_SCRIPT = re.compile(rb"<script\b[^<>]*>(?P<code>(?:[^<]|<(?!/?script))*+)</script\s*>", re.IGNORECASE)
# The sign of an address: as it is, as an entity, escaped for an address of a page or for a script.
_SIGN = re.compile(rb"@|&#(?:64|x40);|%40|\\x40|\\u0040|\b64\b", re.IGNORECASE)
_LONGEST, _MOST = 4000, 40
_NAME = r"[A-Za-z_$][\w$]{0,40}"
_TERM = rf"""(?: "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+' | String\.fromCharCode\([0-9, ]{{1,400}}\) | {_NAME} )"""
_EXPRESSION = rf"{_TERM} (?: \s*\+\s* {_TERM} ){{0,{_MOST}}}"
_STATEMENT = re.compile(
    rf"""document\.write(?:ln)?\s*\(\s* (?P<escaped> unescape\s*\(\s* )? (?P<said> {_EXPRESSION} )
      | \b(?P<name> {_NAME} ) \s* (?P<more> \+ )?= \s* (?P<value> {_EXPRESSION} )""",
    re.VERBOSE,
)
_TERMS = re.compile(_TERM, re.VERBOSE)
_ESCAPE = re.compile(r"\\(?:x(?P<byte>[0-9a-fA-F]{2})|u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))")
_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_LINKED = re.compile(rf"mailto:\s*(?={_ADDRESS.pattern})", re.IGNORECASE)


def written(markup: bytes) -> bytes:
    """The mark-up with links to the addresses in place of the scripts that write them."""
    if b"document.write" not in markup:
        return markup
    return _SCRIPT.sub(lambda script: _link(script["code"]) or script[0], markup)


def _link(code: bytes) -> bytes:
    """A link to the address that a script writes; empty if it writes none."""
    if len(code) > _LONGEST or b"document.write" not in code or not _SIGN.search(code):
        return b""
    said = unescape(_said(code.decode("utf-8", "replace")))
    shown = " ".join(_TAG.sub(" ", said).split())
    linked = _LINKED.search(said)  # in other tags it is none: `<img src="logo@2x.png">`
    address = _ADDRESS.match(said, linked.end()) if linked else _ADDRESS.search(shown)
    if address is None:
        return b""
    return encoded(f'<a href="mailto:{escape(address[0])}">{escape(shown or address[0])}</a>')


def _said(code: str) -> str:
    """All that a script writes, of texts and of names that it gave to texts."""
    known: dict[str, str] = {}
    out = ""
    for it in _STATEMENT.finditer(code):
        value = "".join(_value(term, known) for term in _TERMS.findall(it["said"] or it["value"]))
        if it["name"]:
            known[it["name"]] = (known.get(it["name"], "") + value if it["more"] else value)[:_LONGEST]
        else:
            out += unquote(value) if it["escaped"] else value
        if len(out) + len(value) > _LONGEST:
            break
    return out


def _value(term: str, known: dict[str, str]) -> str:
    if term[0] in "\"'":
        return _ESCAPE.sub(_unescaped, term[1:-1])
    if term.startswith("String.fromCharCode"):
        return "".join(chr(int(it)) for it in re.findall("[0-9]{1,4}", term))
    return known.get(term, "")


def _unescaped(it: re.Match[str]) -> str:
    code = it["byte"] or it["code"]
    return chr(int(code, 16)) if code else it["sign"]
