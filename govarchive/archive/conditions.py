"""What records to look for, as a condition in SQL."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from govarchive.archive.rows import site_of
from govarchive.text.keys import key

_FAX = "факс"


@dataclass(frozen=True, slots=True)
class Query:
    """What records to look for; empty fields do not limit. Names match by whole words in any case.

    A role matches where it begins so: `кмет` finds `кмет на кметство`, but no deputies (`заместник-кмет`); or else
    `office` is held at one of the bodies `held_at` (of which an empty name stands for one that the page does not
    tell) and has the field `unit`, in one of the departments `department`. `place` is the town that alone may stand
    for such a body (`кметът на Сопот`); `field` holds the stems of the words of a field, which stand behind the
    office or in its unit. `titles` are the names of one office: where role or office begins with the first, the
    others meet it, too, and so does an office that joins it to another (`административен ръководител -
    председател`). A person's words may stand in any order with others between them; an initial (`С.`) stands for
    any word that begins so.

    `values` are normal forms of which one must be met (by a telephone number with any extension, too), or else one of
    `dates`, with which a date begins (`2014-02`), of `documents`, which may have a date behind them, or of `endings`,
    the last digits of telephone numbers. `institutions` are names of one body, of which one must be met; `…` in one
    stands for any words or none. `within` are the names of a unit and those of the body around it, which meets the unit
    of that body, too. Where a record tells no more of its body than one of `general` (`ОбС`), the first body
    that its page names so counts. `labels` has the forms of each word that the label must hold; `факс` is met by fax
    numbers with any label. `since` and `until` are dates to the year, month or day, both included, compared with the
    date that counts. Records with a score below `min_score` are left out.
    """

    kinds: Sequence[str] = ()
    values: Sequence[str] = ()
    dates: Sequence[str] = ()
    documents: Sequence[str] = ()
    endings: Sequence[str] = ()
    person: str = ""
    role: str = ""
    office: str = ""
    held_at: Sequence[str] = ()
    place: str = ""
    unit: str = ""
    department: Sequence[str] = ()
    field: Sequence[str] = ()
    titles: Sequence[str] = ()
    institutions: Sequence[str] = ()
    within: Sequence[Sequence[str]] = ()
    general: Sequence[str] = ()
    label: str = ""
    labels: Sequence[Sequence[str]] = ()
    site: str = ""
    since: str = ""
    until: str = ""
    valid: bool | None = None
    min_score: float = 0.0
    limit: int | None = None

    def where(self) -> tuple[str, list[Any]]:
        """The SQL condition and its arguments."""
        parts: list[tuple[str, list[Any]]] = []
        if self.kinds:
            parts.append((f"kind IN ({marks(self.kinds)})", list(self.kinds)))
        if self.values or self.dates:
            parts.append(self._value_condition())
        if self.person:
            parts += [("kind = 'person'", []), *_named(self.person)]
        if self.institutions:
            parts.append(_any([self._is_at(self.institutions), *map(self._is_within, self.within[:1])]))
        if self.label:
            parts.append(_has_words("label_key", self.label))
        parts += [_labelled(forms) for forms in self.labels]
        if self.min_score > 0:
            parts.append(("score >= ?", [self.min_score]))
        if self.role:
            parts.append(self._role_condition())
        parts += self._page_conditions()
        return " AND ".join(sql for sql, _ in parts) or "1", [value for _, values in parts for value in values]

    def _value_condition(self) -> tuple[str, list[Any]]:
        keys = sorted({key(value) for value in self.values} - {""})
        same = f"value IN ({marks(self.values)}) OR value_key IN ({marks(keys)})"
        begins = [("kind = 'date' AND substr(value, 1, ?) = ?", [len(it), it]) for it in self.dates]
        begins += [("kind = 'document' AND instr(value || '/', ?)", [f"{it}/"]) for it in self.documents]
        begins += [("kind = 'phone' AND substr(value, -?) = ?", [len(it), it]) for it in self.endings]
        # The same number with an extension.
        lines = [f"{it};" for it in self.values if it[:1] == "+"]
        begins += [("kind = 'phone' AND substr(value, 1, ?) = ?", [len(it), it]) for it in lines]
        return _any([(same, [*self.values, *keys]), *begins])

    def _role_condition(self) -> tuple[str, list[Any]]:
        whole = self._has_role(self.role)
        if not self.office:
            return whole
        held = [self._has_role(self.office)]
        if self.held_at:
            # `заместник-кмет финанси`: what is typed behind an office is a body or the field that it has.
            fields = () if self.unit or self.field else [_of_unit(self.held_at[0])]
            places = [_is_place(self.place)] if self.place else ()
            held.append(_any([self._is_at(self.held_at), *fields, *places]))
        held += [_any([("instr(role_key, ?)", [f" {it}"]), _of_unit(it)]) for it in self.field]
        if self.unit:
            held.append(_of_unit(self.unit))
        if self.department:
            # Without a name of its own, or in a greater one, it stays in the office: `началник отдел`.
            in_office = [("instr(role_key || ' ', ?)", [f" {key(it)} "]) for it in self.department]
            held.append(_any([self._is_at(self.department), *in_office]))
        sql, values = " AND ".join(sql for sql, _ in held), [value for _, values in held for value in values]
        return _any([whole, (f"({sql})", values)])

    def _has_role(self, role: str) -> tuple[str, list[Any]]:
        names = [role]
        if self.titles and role.startswith(self.titles[0]):
            names += [it + role.removeprefix(self.titles[0]) for it in self.titles[1:]]
        return _any([it for name in names for it in _is_office(name)])

    def _is_at(self, names: Sequence[str]) -> tuple[str, list[Any]]:
        """One of these bodies; no body at all for an empty name."""
        met = _any([_is_body("institution_key", name) for name in names if name])
        ways = [met]
        if "" in names:
            ways.append(("institution_key IS NULL", []))
        if self.general:
            it = marks(self.general)
            begins = _any([("other.institution_key LIKE ?", [f"{name} %"]) for name in self.general])
            sql = f"""{_FIRST_NAME.format("")} IN ({it}) AND (
                SELECT {met[0].replace("institution_key", "other.institution_key")} FROM record AS other
                WHERE other.page = page_number AND other.kind = 'institution' AND {begins[0]}
                    AND {_FIRST_NAME.format("other.")} NOT IN ({it}) ORDER BY other.start LIMIT 1)"""
            ways.append((f"({sql})", [*self.general, *met[1], *begins[1], *self.general]))
        return _any(ways)

    def _is_within(self, unit: Sequence[str]) -> tuple[str, list[Any]]:
        """A unit of the body around it, which its record or, where the unit itself is one, its page names."""
        is_unit, is_body = self._is_at(unit), self._is_at(self.within[1])
        named = "coalesce(around.institution_key, around.value_key)"  # `община Лом` may be a place there
        elsewhere = _any([_is_body(named, name) for name in self.within[1]])
        sql = f"""({is_unit[0]} AND ({is_body[0]} OR (kind = 'institution' AND EXISTS (
            SELECT 1 FROM record AS around
            WHERE around.page = page_number AND around.kind IN ('institution', 'place') AND {elsewhere[0]}))))"""
        return sql, [*is_unit[1], *is_body[1], *elsewhere[1]]

    def _page_conditions(self) -> Iterator[tuple[str, list[Any]]]:
        if self.site:
            site = site_of(self.site) or ""
            yield "(site = ? OR substr(site, -?) = ?)", [site, len(site) + 1, f".{site}"]
        if self.since:
            # A date known to the year alone is met by any day of that year, at both ends.
            yield "counts_on >= substr(?, 1, length(counts_on))", [self.since]
        if self.until:
            yield "substr(counts_on, 1, ?) <= ?", [len(self.until), self.until]
        if self.valid is not None:
            yield "valid IS ?", [int(self.valid)]


# Most offices have no such word inside, so that their details are not looked at.
_JOINED = "instr(role_key, ?) AND instr(replace(json_extract(details, '$.role'), '/', ' - ') || ' ', ?)"


def _is_office(name: str) -> Iterator[tuple[str, list[Any]]]:
    """An office that begins so, or of which the second half does: `административен ръководител - председател`."""
    yield "role_key || ' ' LIKE ?", [f"{key(name)} %"]
    yield _JOINED, [f" {key(name)}", f" - {name} "]


def _of_unit(name: str) -> tuple[str, list[Any]]:
    said = (name, name.lower(), name.capitalize(), name.upper())
    return _any([("instr(json_extract(details, '$.unit'), ?)", [it]) for it in dict.fromkeys(said)])


def _has_words(column: str, text: str) -> tuple[str, list[Any]]:
    """The words of `text` next to each other somewhere in the column; keys hold letters, digits and spaces only."""
    return f"instr(' ' || {column} || ' ', ?)", [f" {key(text)} "]


def _is_place(name: str) -> tuple[str, list[Any]]:
    """The town itself, of which no body is told."""
    names = [f"{mark}{key(name)}" for mark in ("", "гр ", "с ", "град ", "село ")]
    return f"institution_key IN ({marks(names)})", names


_FIRST_NAME = "substr({0}institution_key, 1, instr({0}institution_key || ' | ', ' | ') - 1)"


def _is_body(column: str, name: str) -> tuple[str, list[Any]]:
    """The words of a name next to each other, but for others where it has `…`; a mark before a town does not count."""
    words = f"' ' || {column} || ' '"
    for mark in ("гр", "с"):
        words = f"replace({words}, ' {mark} ', ' ')"
    parts = [f" {_MARKS.sub(' ', f' {key(it)} ').strip()} " for it in name.split("…")]
    # Most bodies lack the longest word, and are spared the rest.
    longest = max(" ".join(parts).split(), key=len, default=" ")
    if len(parts) == 1:
        return f"(instr({column}, ?) AND instr({words}, ?))", [longest, *parts]
    # Every word gets blanks of its own, lest two words next to each other share one.
    apart = "%" + "%".join(it.replace(" ", "  ")[1:-1] for it in parts) + "%"
    return f"(instr({column}, ?) AND replace({words}, ' ', '  ') LIKE ?)", [longest, apart]


_MARKS = re.compile(r" (?:гр|с)(?= )")

_TYPED = re.compile(r"(?P<initial>[^\W_]\b(?!['-])\.? | [^\W_]+\.) | (?P<word>[^\W_]+)", re.VERBOSE)


def _named(person: str) -> Iterator[tuple[str, list[Any]]]:
    """Every word that was typed is a word of the name, every initial the beginning of one of the others."""
    typed = list(_TYPED.finditer(person))
    rest, words = "' ' || value_key || ' '", [key(it["word"]) for it in typed if it["word"]]
    for word in words:
        yield "instr(' ' || value_key || ' ', ?)", [f" {word} "]
        rest = f"replace({rest}, ?, ' ')"
    for it in typed:
        if it["initial"]:
            yield f"instr({rest}, ?)", [*(f" {word} " for word in words), f" {key(it['initial'])}"]


def _labelled(forms: Sequence[str]) -> tuple[str, list[Any]]:
    """A label that holds one of the forms of a word; a fax number is one whatever its label."""
    by_label = [_has_words("label_key", it) for it in forms]
    return _any([*by_label, ("json_extract(details, '$.fax')", [])] if _FAX in forms else by_label)


def _any(conditions: Sequence[tuple[str, list[Any]]]) -> tuple[str, list[Any]]:
    return f"({' OR '.join(sql for sql, _ in conditions)})", [value for _, values in conditions for value in values]


def marks(values: Sequence[Any]) -> str:
    """As many question marks of SQL as there are values."""
    return ", ".join("?" * len(values))
