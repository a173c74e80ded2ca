"""Runs cut into pieces: at words no name contains, between two names that only a space parts, joined over a line end.

>>> [" ".join(it.text for it in piece) for piece in pieces("Отсъстваха Симеон Петров Кмет")]
['Симеон Петров']
"""

import re
from collections.abc import Iterator, Sequence

from govarchive.names.evidence import role_stands_before
from govarchive.names.lexicon import gender, word_class
from govarchive.names.runs import RUN, TOKEN, Run, Token
from govarchive.text.fold import lower

_LINE_END = re.compile(r"[ ]?\n[ ]?")
_LONGEST_END = 3
# After two names: `Вера Дочкова Гражданско дело`, `Асен Халвов Ви уведомява`.
_NO_SURNAME = re.compile(r"(?:[ое]|ен|ОЕ|ЕН)$|^\w{2}$")
_NUMBER = re.compile(r"[ ]+[0+][0-9]")
_WINDOW = 8
_BARRIERS = frozenset({"barrier"})
LONG_LINE = 40
"""A line of at least so many characters was broken by a machine, not by its author."""


def pieces(text: str) -> Iterator[list[Token]]:
    """The pieces of a folded text in order of position; a piece of one word may still be a surname alone."""
    held: list[Token] = []
    for piece in _all_pieces(text):
        if held and _continues(held, piece, text):
            held = held + piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _all_pieces(text: str) -> Iterator[list[Token]]:
    """The pieces before any is joined to the next; most runs are ordinary words only, so those are dropped first."""
    for match in RUN.finditer(text):
        words = match[0]
        if " " in words or "." in words:
            if "." in words or not _BARRIERS.issuperset(map(word_class, TOKEN.findall(words))):
                yield from _cut(Run(match.start(), match.end(), words), text)
        elif word_class(words) != "barrier":
            yield [Token(words, match.start(), match.end())]


def _continues(held: Sequence[Token], piece: Sequence[Token], text: str) -> bool:
    """Whether a name begun at the end of a long line goes on in the next: a given name there, a surname here."""
    stop, start = held[-1].stop, piece[0].start
    if start - stop > _LONGEST_END or len(held) > 2 or not _LINE_END.fullmatch(text, stop, start):
        return False
    begun = word_class(held[0].text) == "given" and (len(held) == 1 or held[-1].text.endswith("."))
    if not begun or len(piece) > 2 or word_class(piece[0].text) != "strong":
        return False
    line = text.rfind("\n", 0, held[0].start) + 1
    return held[-1].stop - line > LONG_LINE or text[line : held[0].start].rstrip().endswith(":")


def _cut(run: Run, text: str) -> Iterator[list[Token]]:
    tokens = run.tokens()
    in_capitals = run.text.isupper()
    part: list[Token] = []
    for number, token in enumerate(tokens, 1):
        kind = word_class(token.text)
        if token.text[-1] == "." and _ends_sentence(token, tokens[number : number + 1], part):
            word = Token(token.text[:-1], token.start, token.stop - 1)
            part += [word] if word_class(word.text) != "barrier" else []
        elif kind != "barrier" and not (kind == "unknown" and token.text.isupper() != in_capitals):
            part.append(token)
            continue
        if part:
            yield from _names_of(part, text)
            part = []
    if part:
        yield from _names_of(part, text)


def _ends_sentence(token: Token, following: Sequence[Token], part: Sequence[Token]) -> bool:
    """Whether a short word with a dot is no initial: `Мери Дойл. Вчера`, but `Дим. Петров`."""
    if not following or len(token.text) < 4:
        return False
    return bool(part) or word_class(following[0].text) != "strong"


def _names_of(part: list[Token], text: str) -> Iterator[list[Token]]:
    """One piece for each name in a stretch without barriers; longer ones without a given name are headings."""
    kinds = [word_class(it.text) for it in part]
    if len(kinds) == 1:
        if kinds[0] != "initial":
            yield part
        return
    if len(kinds) > 2 and kinds[1] == "strong" and _is_no_third(part, kinds[2], text):
        kinds = kinds[:2]
    while len(kinds) > 1 and kinds[-1] == "initial":
        kinds.pop()
    part = part[: len(kinds)]
    if len(kinds) > 2 and kinds[0] == "unknown" and kinds[1] == "given" and not _is_whole(part, text):
        part, kinds = part[1:], kinds[1:]
    at = 0
    while at < len(part):
        length = _length(kinds[at : at + _WINDOW])
        if not length:
            return
        yield part[at : at + length]
        at += length


def _is_no_third(part: Sequence[Token], kind: str, text: str) -> bool:
    """Whether the third word only follows a name: an adjective, a village before a phone, another gender."""
    given, family, third = (it.text for it in part[:3])
    if kind == "unknown":
        return bool(_NO_SURNAME.search(third) or _NUMBER.match(text, part[2].stop))
    other = lower(third).endswith("а") != lower(family).endswith("а")
    return kind == "strong" and other and (gender(given) == "f") == lower(family).endswith("а")


def _is_whole(part: Sequence[Token], text: str) -> bool:
    """Whether the words fill an item of a list or follow a role: then the first is no verb (`Докладва Иван Петров`)."""
    if role_stands_before(text, part[0].start):
        return True
    before = text[max(0, part[0].start - 3) : part[0].start].rstrip(" ")
    after = text[part[-1].stop : part[-1].stop + 2].lstrip(" ")
    return before[-1:] in {"", ",", ";", "\n", "\t"} and after[:1] in {"", ",", ";", "\n", "\t"}


def _length(kinds: Sequence[str]) -> int:
    """How many words the first name takes; 0 for a heading of capitalised words.

    Three at most, initials apart: what follows is a place, an office or the next name.
    """
    full = 0
    for at, kind in enumerate(kinds):
        complete = at > 1 and kinds[at - 1] == "strong" and kinds[0] != "strong"
        next_name = kind in {"given", "initial"} and at + 1 < len(kinds)
        if full == 3 or (complete and (next_name or (at > 2 and kind != "strong"))):
            return at if kinds[0] in {"given", "initial"} or "strong" in kinds[1:at] else 0
        full += kind != "initial"
    return len(kinds) if kinds[-1] != "initial" else 0
