r"""E-mail addresses that sites hide from robots and browsers draw all the same: of Joomla and Cloudflare.

>>> script = b"<script>var addy7 = '&#107;met' + '&#64;'; addy7 = addy7 + 'primer' + '&#46;' + 'bg';</script>"
>>> undisguised(b'<b id="cloak7">Hidden from robots.</b>' + script).decode()
'<b id="cloak7"><a href="mailto:kmet@primer.bg">kmet@primer.bg</a></b>'
"""

import re
from base64 import b64decode
from html import escape, unescape

_SCRIPT = re.compile(rb"<script\b[^<>]*>(?P<code>(?:[^<]|<(?!/?script))*+)</script\s*>", re.IGNORECASE)
_TEXTS = r"""(?:"[^"\n]*"|'[^'\n]*')"""
# var addy123 = 'kmet' + '&#64;';  addy123 = addy123 + 'primer' + '&#46;' + 'bg';  var addy_text123 = 'Кмет';
_PIECES = re.compile(
    rf"""\baddy(?P<text>_text)?(?P<number>\w*)\s*=\s*                   # the variable
    (?: addy(?:_text)?(?P=number) \s*\+\s* )?                          # and what was in it before
    (?P<pieces> {_TEXTS} (?: \s*\+\s* {_TEXTS} ){{0,20}} ) \s*;""",
    re.VERBOSE,
)
_TEXT = re.compile(_TEXTS)
_CLOAK = re.compile(rb"""(?P<tag><[a-z][^<>]*\bid=["']?cloak(?P<number>\w+)\b[^<>]*>)(?P<text>[^<]*)""")
# The older form writes the address in its place, and a hidden element around the words for those without scripts.
_HIDING = re.compile(
    rb"""<script\b[^<>]*>\s*(?:<!--)?\s*document\.write\(\s*'<span[^<>]*display:\s*none[^<>]*>'\s*\)[^<]*</script\s*>"""
)
_SHOWING = re.compile(rb"""<script\b[^<>]*>\s*(?:<!--)?\s*document\.write\(\s*'</'?[^<]*</script\s*>""")


def undisguised(markup: bytes) -> bytes:
    """The mark-up with the links that the scripts of Joomla would write into it."""
    if b"addy" not in markup:
        return markup
    links: dict[bytes, bytes] = {}

    def told(script: re.Match[bytes]) -> bytes:
        number, link = _link(script["code"].decode("utf-8", "replace"))
        if not link:
            return script.group()
        if b"document.write" in script["code"]:
            return link
        links[number] = link
        return b""

    markup = _SCRIPT.sub(told, markup)
    markup = _SHOWING.sub(b"</span>", _HIDING.sub(b'<span style="display:none">', markup))
    return _CLOAK.sub(lambda it: it["tag"] + links.get(it["number"], it["text"]), markup)


def _link(code: str) -> tuple[bytes, bytes]:
    """The number of the address that a script puts together, and a link to it; both empty if there is none."""
    address, text, number = "", "", ""
    for found in _PIECES.finditer(code):
        said = unescape("".join(piece[1:-1] for piece in _TEXT.findall(found["pieces"])))
        if found["text"]:
            text += said
        else:
            address, number = address + said, found["number"]
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", address):
        return b"", b""
    return number.encode(), f'<a href="mailto:{escape(address)}">{escape(text or address)}</a>'.encode()


def protected_address(code: str) -> str:
    """The address that Cloudflare wrote so and a browser draws: hexadecimal bytes, the first is the key to the others.

    >>> protected_address("422302206c2025"), protected_address("")
    ('a@b.bg', '')
    """
    try:
        key, *rest = bytes.fromhex(code)
        return bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        return ""


def hidden_mail(first: str, last: str) -> str:
    """The address whose two halves Joomla wrote so, in base 64.

    >>> hidden_mail("a21ldA==", "cHJpbWVyLmJn"), hidden_mail("a21ldA==", "?")
    ('kmet@primer.bg', '')
    """
    try:
        return f"{b64decode(first, validate=True).decode()}@{b64decode(last, validate=True).decode()}"
    except ValueError:
        return ""
