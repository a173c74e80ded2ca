"""Postal addresses in a folded text: a street with its number, and what stands before and after it in one row.

The anchor is a word for a street, square or housing estate. A number or a block must follow its name; from there the
address grows to the left (region, municipality, settlement, postcode) and to the right (block, floor, room, postcode).

>>> found = addresses('на адрес: гр. Враца, 3000, бул. "Вестител" №1, ет. 2, тел. 092 61 11 11')[0]
>>> found.place, found.postcode, found.street, found.number
('Враца', '3000', 'бул. "Вестител"', '1')
"""

import re
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from govarchive.data.areas import codes_named
from govarchive.names.places.address_parts import HOUSE, INSIDE, MORE_HOUSES, NAME, NUMBER_SIGN, PIECE, POSTCODE, TOWN
from govarchive.names.places.toponyms import town_at
from govarchive.text.landmarks import ADDRESS_LABELS, ESTATES, STREETS, landmarks
from govarchive.text.later import Later
from govarchive.text.words import words


class Address(NamedTuple):
    """One address at `[start, stop)` and its parts as printed, None for those it does not have."""

    start: int
    stop: int
    rule: str
    place: str | None = None
    postcode: str | None = None
    street: str | None = None
    number: str | None = None


_ANCHORS = STREETS | ESTATES | ADDRESS_LABELS
_UNIT = "души|деца|часа|дни|метра|мин|км|бр|лица|дка|яну|фев|март|април|май|юни|юли|авг|септ|окт|ноем|дек"
# Without its sign a number of four digits is rather a year or a postcode.
_NUMBERED = rf"""(?: (?: (?: [ ]?,? | \.(?=[ ]{HOUSE},[ ]?(?:{INSIDE}|{POSTCODE}[ ][А-Я]|гр\.|с\.)) )
      [ ]{{0,2}} (?: (?:до|срещу|при|зад|пред)[ ](?=№) )?
      | [ ]-[ ](?={HOUSE}[ ]?(?:[,;)\n]|\Z)) | [ ]?,?[ ]?\n(?=№[ ]?[0-9]) )
    (?: (?P<sign>(?P<many>№(?=№))?{NUMBER_SIGN}) | (?![0-9]{{4}}) )
    (?P<number>{HOUSE} (?(many){MORE_HOUSES}) )
    (?(sign) | (?! [.,:]?[0-9] | [ ]*(?:г\.|ч\.|лв|%|{_UNIT}) ) ) )"""
_BLOCK = r"""[ ]?,?[ ]? (?: (?:до|срещу|при|зад|пред)[ ] )?
    (?i:бл) (?:ок[ ]|\.|(?=[ ][0-9])) [ ]? (?:№[ ]?)?
    (?P<block>[0-9]{1,4}(?:[ ]?[А-Я](?![А-Яа-я.])|[а-д])?(?![а-я])|[А-Я]\b)"""
# On the roads out of a town: `Цариградско шосе, 7-ми километър`.
_KILOMETRE = r"""(?: (?<=шосе) | (?<=шосе") | (?<=път) | (?<=път") )
    [ ]?,?[ ]{1,2} (?P<kilometre> [0-9]{1,2} (?: -?[ ]?(?:ви|ри|ти|ми) )? [ ]?
      (?: километър | км )\b \.?+ (?![ ](?:от|до|в)\b) )"""
_STREET = Later(
    rf"""(?P<street> (?: (?i: улица | ул\. | булевард | бул\. | площад | пл\. )
      | (?i: ул | бул | пл ) (?=[ ]["А-Я]) ) [ ]{{0,2}} {NAME} )
    (?: {_KILOMETRE} | {_NUMBERED} | {_BLOCK} )?""",
    re.VERBOSE,
)
_ESTATE = Later(
    rf"""(?P<street> (?i: ж\.[ ]?к\.? | жк\.? | ж[ ]к[ ] | кв\. | кв-л | кварт\. | квартал | к[-/]с | комплекс )
      [ ]{{0,2}} (?: {NAME}
        | (?<!кв\.) (?<!кв\.[ ]) (?: [0-9]{{1,3}}[А-Я]? | [IVX]{{1,4}} ) (?= [ ]?,?[ ]? (?i:бл)[ .о] ) )  # ж.к. 3, бл.
      (?: [ ]?[ -][ ]?[0-9]{{1,2}}[А-Я]? (?![0-9.]) )?
      (?: [ ]?,?[ ] (?: [IVX]{{1,4}} | [0-9]{{1,2}} ) (?:[ ]?-?[ ]?(?:ви|ри|ти|ми))? [ ]
          (?: микрорайон | м-н | част )\b )? )
    (?: {_BLOCK} | [ ]?,?[ ]{{0,2}} {NUMBER_SIGN} (?P<number>{HOUSE}) )?""",
    re.VERBOSE,
)
_LEFT = Later(
    rf"(?<![А-Яа-я0-9.-]) {PIECE} (?P<joint> [ ]?[,;]?[ ]{{0,2}} \n{{0,2}} [ ]{{0,2}} | [ ]?-[ ]? ) \Z", re.VERBOSE
)
# A semicolon parts two addresses: behind it only what is indoors belongs to the one before.
_RIGHT = Later(
    rf"[ ]? (?: [,;] | [/-](?=[ ]) )? [ ]{{0,2}} (?P<inside>{INSIDE}) | [ ]?,?[ ]{{0,2}} {PIECE}", re.VERBOSE
)
# Settlement, postcode, floor or room on the line below the street.
_BELOW = Later(
    rf""",? [ ]? \n [ ]? (?: (?P<inside>{INSIDE}) | {PIECE} )
    (?= [ ]* (?: [,\n+] | \Z | {POSTCODE}[ ]*(?:[\n,+]|\Z) | България ) )""",
    re.VERBOSE,
)
_BLOCK_BEFORE = Later(
    rf"""(?<![А-Яа-я0-9.-]) (?i:бл) (?:ок[ ]|\.) [ ]? [0-9]{{1,4}}[А-Яа-д]?
    (?: [ ]?,[ ]? {INSIDE} ){{0,3}} [ ]?,?[ ]? \Z""",
    re.VERBOSE,
)
_TOWN_AFTER = Later(
    rf"""[ ]?,[ ]? (?: {PIECE} | (?P<bare> (?P<short> В\.[ ]?Търново | Ст\.[ ]?Загора | [ГД]\.[ ]?Оряховица
      | Г\.[ ]?Делчев ) | {TOWN} ) )""",
    re.VERBOSE,
)
_TOWN_BEFORE = Later(
    rf"(?: (?<=[\n\t]) | (?<=[:.…][ ]) | \A ) (?P<bare>{TOWN}) (?: [ ]?(?P<comma>,)[ ]? | [ ] ) \Z", re.VERBOSE
)
_CODE_LABEL = re.compile(r"(?i:пощ)(?:енски|\.)[ ]?код[ ]?(?:[:-][ ])?")
_QUOTED_NUMBER = re.compile(rf'{NUMBER_SIGN} (?P<number>{HOUSE}) [ ]? "', re.VERBOSE)
# `РУО - Ловеч, ул. …`: whose address it is.
_BODY_BEFORE = re.compile(
    r"""(?: [А-Я]{2,8} | администрация | дирекция | съд | прокуратура | инспекция | управление | клон | филиал
      | "(?=[ ]?-) ) [ ]?-?[ ]? \Z""",
    re.VERBOSE,
)
_END = re.compile(r"[ ]* (?: [1-9][0-9]{3}\b | [,.;)(+] | \n | \t | \Z | (?i:тел|факс) | и[ ] | - )", re.VERBOSE)
_LABEL_BEFORE = re.compile(
    r"(?:[Аа]дрес|АДРЕС|[Сс]едалище)[а-я]{0,3} (?: [ ][а-я ]{0,20} )? [ :-]{0,3} \n? [ ]? \Z", re.VERBOSE
)
_LABEL_ENDS = re.compile(r"[ ]? (?: [:–-] | на[ ]\w+ : )? \s{0,3}", re.VERBOSE)
_OF_BODY = re.compile(r"(?:\A|\n)[ ]?(?:(?:Община|ОБЩИНА)[ ][^\n]{3,30},[ ])?(?:Област|ОБЛАСТ|област)[ ][^\n]+\Z")
_ROW = Later(rf"{PIECE}", re.VERBOSE)
_LINE_ENDS = re.compile(r"[ .;]*(?:\n|\Z)")
_PLACES = ("place", "named", "city")
_POSTCODES = ("code", "inner", "joined", "postcode", "boxed")
_START = attrgetter("start")
_REACH = 70
_INDOORS = 40
_ROW_PIECES = 3


@lru_cache(maxsize=2)
def addresses(text: str) -> tuple[Address, ...]:
    """Every address of a folded text in order of position, none across another."""
    found: list[Address] = []
    page = words(text)
    rows: list[Address | None] = []
    for word in landmarks(text, _ANCHORS):
        at, floor = page.ends[word - 1], found[-1].stop if found else 0
        if page.parts[word] in ADDRESS_LABELS:
            rows.append(_row(text, page.ends[word]))
        elif at >= floor and (it := _with_street(text, at, floor)):
            found.append(it)
    free = [it for it in rows if it and not any(other.start <= it.start < other.stop for other in found)]
    return tuple(sorted([*found, *free], key=_START) if free else found)


def _with_street(text: str, at: int, floor: int) -> Address | None:
    street = _STREET.match(text, at)
    core = street or _ESTATE.match(text, at)
    if core is None:
        return None
    block = core["block"]
    begin = at
    if street is None and not (block or core["number"]):
        before = _BLOCK_BEFORE.search(text, max(floor, at - _INDOORS), at)
        if before is None:
            return None
        begin, block = before.start(), before.group()
    left = _to_the_left(text, begin, floor)
    start = _start(left[-1]) if left else begin
    right, stop = _to_the_right(text, core.end())
    pieces = [*left, *right]
    town, bare = None, ""
    if not any(it["town"] or it["coded"] or it["city"] for it in pieces):
        if town := _town_after(text, stop):
            pieces.append(town)
            bare, stop = town["bare"], town.end()
        elif led := _town_before(text, start, floor):
            bare, start = led.rstrip(" ,"), start - len(led)
    below, stop = _below(text, stop, pieces)
    pieces += below
    postcode = _first(pieces, _POSTCODES)
    number = core["number"] or (street and street["kilometre"]) or _quoted_number(core["street"])
    indoors = any(it["inside"] for it in right)
    if not (number or block or (pieces and (postcode or indoors)) or _labelled(text, start, floor)):
        return None
    place = _first(pieces, _PLACES) or bare or None
    return Address(start, stop, "street", place, _four(postcode), core["street"], number)


def _below(text: str, stop: int, pieces: list[re.Match[str]]) -> tuple[list[re.Match[str]], int]:
    """The pieces on the line below that the address lacks, and where it ends then."""
    first = _BELOW.match(text, stop)
    if first is None:
        return [], stop
    settled = any(it["town"] or it["coded"] or it["city"] for it in pieces)
    code = first["postcode"] or first["boxed"]
    lacking = first["inside"] or (code if settled else first["coded"] or first["town"] or first["city"])
    if not lacking or (code and _first(pieces, _POSTCODES)):
        return [], stop
    more, stop = _to_the_right(text, first.end())
    return [first, *more], stop


def _quoted_number(street: str) -> str | None:
    """The number of a house that stands inside the quotes: `ул. "Шипка № 5"`."""
    match = _QUOTED_NUMBER.search(street)
    return match["number"] if match else None


def _start(piece: re.Match[str]) -> int:
    """Where a piece begins; `Пощенски код - ` before a line is its label."""
    label = _CODE_LABEL.match(piece.string, piece.start())
    return label.end() if label else piece.start()


def _first(pieces: list[re.Match[str]], names: tuple[str, ...]) -> str | None:
    """The first of the named parts that a piece has; postcodes of four digits before boxes."""
    values = [it[name] for name in names for it in pieces if it[name]]
    return next((it for it in values if len(it) == 4), values[0] if values else None)


def _four(postcode: str | None) -> str | None:
    return postcode if postcode and len(postcode) == 4 else None


def _to_the_left(text: str, at: int, floor: int) -> list[re.Match[str]]:
    """The pieces before a street, from the nearest to the farthest; one line end may stand between."""
    pieces: list[re.Match[str]] = []
    lines = 0
    while match := _LEFT.search(text, max(floor, at - _REACH), at):
        lines += "\n" in match["joint"] and "," not in match["joint"]
        again = any(match[part] and any(it[part] for it in pieces) for part in ("commune", "oblast"))
        if match["country"] and text.endswith((" в ", " на "), 0, match.start()):
            break  # whose address it is: `Асоциация на парковете в България, гр. София, …`
        parted = "\n\n" in match["joint"] and (pieces or not (match["box"] or match["coded"]))
        # `10 май 2021` above `Монтана 3400, бул. …`: a year
        parted = parted or bool("\n" in match["joint"] and match["postcode"] and _first(pieces, _POSTCODES))
        if lines > 1 or again or parted or _is_heading(match, pieces):
            break
        pieces.append(match)
        at = match.start()
    if pieces and _is_body(text, pieces, floor):
        pieces.pop()
    return pieces


def _town_before(text: str, at: int, floor: int) -> str | None:
    """A listed town without `гр.` at the start of a line or behind a label; before a postcode it needs no comma."""
    match = _TOWN_BEFORE.search(text, max(floor, at - _INDOORS), at)
    if match is None or not (match["comma"] or text[at : at + 4].isdigit()):
        return None
    return match.group() if town_at(text, match.start()) == match.end("bare") else None


def _is_heading(match: re.Match[str], pieces: list[re.Match[str]]) -> bool:
    """Whether a line above is about somebody there: `ОБЩИНА X`, or a settlement where the address names its own."""
    if "\n" not in match["joint"] or "," in match["joint"]:
        return False
    # Region and municipality begin a line.
    if pieces and (pieces[-1]["commune"] or pieces[-1]["oblast"]) and not match["coded"]:
        return True
    commune = match["commune"] and not match["commune"].startswith("общ.")
    # `ОБЩИНА X, ОБЛАСТ Y` over the address of whoever writes
    region = match["oblast"] and _OF_BODY.search(match.string, max(0, match.start() - _INDOORS), match.start("joint"))
    return bool(commune or region or match["city"] or any(it["place"] or it["named"] for it in pieces))


def _is_body(text: str, pieces: list[re.Match[str]], floor: int) -> bool:
    """Whether a town or municipality tells whose address it is.

    So it does in `РУО - X, ул. …`, `Община X, ул. …` and `Община X, гр. X, …`, not in `Община X, с. Y, …`.
    """
    last = pieces[-1]
    if last["city"]:
        return _BODY_BEFORE.search(text, max(floor, last.start() - 18), last.start()) is not None
    if not last["of"] or last["commune"].startswith("общ.") or _labelled(text, last.start(), floor):
        return False
    places = {(it["place"] or it["named"] or "").lower() for it in pieces[:-1]} - {""}
    return not places or last["of"].lower() in places


def _labelled(text: str, at: int, floor: int) -> bool:
    return _LABEL_BEFORE.search(text, max(floor, at - 30), at) is not None


def _to_the_right(text: str, at: int) -> tuple[list[re.Match[str]], int]:
    """The pieces after the number of the house, and where the address ends."""
    pieces: list[re.Match[str]] = []
    while len(pieces) < 10 and (match := _RIGHT.match(text, at)):
        loose = match["postcode"] or match["city"] or match["country"] or match["coded"]
        if (loose and not _END.match(text, match.end())) or (match["commune"] or "о")[0] == "О":
            break
        pieces.append(match)
        at = match.end()
    return pieces, at


def _town_after(text: str, stop: int) -> re.Match[str] | None:
    """The settlement behind the number of a house, without `гр.`: `ул. X 9, Карнобат`."""
    match = _TOWN_AFTER.match(text, stop)
    if match is None or not _END.match(text, match.end()):
        return None
    return match if match["short"] or codes_named(match.group()) else None


def _row(text: str, at: int) -> Address | None:
    """Settlement, municipality and region after the label that ends at `at`, without a street."""
    label = _LABEL_ENDS.match(text, at)
    first = _ROW.match(text, label.end() if label else at)
    if first is None:
        return None
    pieces, stop = _to_the_right(text, first.end())
    pieces = [first, *pieces]
    place = _first(pieces, _PLACES)
    postcode = _first(pieces, _POSTCODES)
    if first["district"] and place is None and _LINE_ENDS.match(text, stop):
        return Address(first.start(), stop, "row", None, _four(postcode))
    # A settlement and its municipality only tell where somebody is.
    if place is None or (len(pieces) < _ROW_PIECES and not postcode) or not _END.match(text, stop):
        return None
    return Address(first.start(), stop, "row", place, _four(postcode))
