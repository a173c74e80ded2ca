"""Behind: what right behind a value, or in the cell beside it, says whose it is or what for: `841 234 - каса`."""

import re
from collections.abc import Mapping, Sequence

from govarchive.link.call_words import REACHED
from govarchive.link.headings import is_account, is_detail, is_generic, is_of_names, is_person
from govarchive.link.label_words import EDGE, HOURS_BEHIND, LONGEST, WORD
from govarchive.link.labels.empty_words import told_of
from govarchive.link.labels.nearby import Nearby
from govarchive.link.labels.over import IN_SENTENCES
from govarchive.link.labels.remarks import is_remark
from govarchive.link.labels.sheet import BODIES, FAR
from govarchive.link.office_words import is_office_alone, is_office_of
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.names.lexicon import surname_weight
from govarchive.text.layout import cell_stop, cells_over, column_head, line_stop, words_above, words_below

_AFTER = re.compile(
    r"""[ ]* (?: (?:вътр\.?[ ]*[0-9]+[ ]*)? -[ ]* (?P<dash> [^\W\d] [^\n\t;|()]{0,110} )   # 056/… - централа
               | \( (?P<brackets> [^\W\d] [^()\n]{2,60} ) \)
               | / (?P<slashes> [^\W\d] [^/\n]{2,60} ) / )""",
    re.VERBOSE,
)
# From what one value is of to the next value, that of another: `- каса и 841 235 - архив`, `- каса, както и на адрес`.
_MORE = re.compile(
    r"(?:[,;]|,?[ ](?:и|както[ ]и))[ ](?:(?:на|по|чрез)[ ](?:[^,;]{3,40}[ ])?|(?:тел|моб)\w*[.:]*[ ])?\Z"
)
# Behind a value that begins its line: `841 236 Каса`, `841 237, Деловодство`.
_REST_OF_LINE = re.compile(
    r"""(?: [ ]{1,4} (?!(?:и|или|от|до|в|лв|бр)[ .]) | [ ]?,[ ](?=[А-Я]) | [ ]?[|/][ ]? )
    (?P<words> [А-Яа-я][^\n\t;|():0-9]{2,60}? ) [ ]* (?=\n|\Z|[ ]\||[ ]\([^()\n]{3,40}\)[ ]*(?:\n|\Z))""",
    re.VERBOSE,
)
# The unit behind a value with no mark between: `тел. 841 234 деловодство; 841 235 "Наеми"`.
_UNIT_BEHIND = re.compile(
    r"""[ ]{1,2} (?P<words> \"[^"\n]{3,40}\"
      | (?:централа|деловодство|приемна|каса|архив|регистратура|счетоводство|канцелария|диспечер|информация|секретар)
        [а-я]* (?:[ ][а-я]{4,}){0,2} )
    (?= [ ]? (?:;|[.,]?[ ]*(?:\n|\Z)|,[ ](?:тел|[0-9(+])) )""",
    re.VERBOSE,
)
# What one may call for, behind a number with no mark between: `телефон 841 234 за връзка с хижата`.
_ERRAND = re.compile(
    r"""[ ](?P<words>за[ ](?:(?:при[ео]м|подав|пода|получ)[а-я]*[ ]на[ ])?
      (?:връзка|контакт|информация|справки|запис|резервации|сигнали|консулт|въпроси|заявки)[а-я]*
      (?:[ ][^,;:.()\n0-9]{3,60}?)?) (?=[ ]?[,;.()\n]|\Z|[ ](?:(?:до|от|на)[ ])?[0-9])""",
    re.VERBOSE,
)
# The next of a list whose items say behind the value whose it is: `841 234 Имоти; 841 235 Превозни средства.`
_ITEM_BEHIND = re.compile(
    r"""[ ](?P<words>[А-Я][а-я]{2,}(?:[ ][^\d;:,.()\n]{2,40})?) (?:[ ]?;|[.]?[ ]*(?:\n|\Z)|[.][ ](?=[А-Я]))""",
    re.VERBOSE,
)
# The same, also with the word for the kind before it: `тел.: 841 236 Каса`.
_OPENS_LINE = re.compile(r"(?:\A|\n)[ •*-]{0,8}(?:тел(?:ефон)?[.:]*[ ]{0,2})?\Z", re.IGNORECASE)
_MOST_OPEN = 20
_BEGINS_LINE = re.compile(r"(?:\A|\n)[ •*-]{0,8}\Z")
# From the words behind a value to the next one: `841 234 (каса) и тел. 841 235`.
_TO_NEXT = re.compile(r"[ ]?[\")/]{0,2}[ ]?[,;]?[ \n]?(?:(?:и|или)[ ])?(?:(?:на[ ])?тел\w*[.:]?[ ]?)?")
# What says no more than where, behind a number: `056/ 841 234 - гр. Видин`.
_WHERE = re.compile(r"(?:гр|с|общ|обл)\.", re.IGNORECASE)
_WHOLE = re.compile(r"[)/]|[ ]*[.;]?[ ]*(?:\n|\Z)")
_MARKS_BEFORE_NAME = frozenset("-,:")
_MOST_CELLS = 10
# What a telephone is called, with no mark behind it: `Авариен телефон`, `Тел. за информация`, `Гореща линия`.
_CALLED_BELOW = re.compile(
    r"""(?: тел(?:\.|ефон) [ ] (?:за|на) [ ] [^:\n]{4,50}
      | (?:[^\W\d_]{4,}[ ]){1,3} (?:телефон|линия) (?:[ ](?:за|на)[ ][^:\n]{4,50})? )""",
    re.VERBOSE | re.IGNORECASE,
)
# In the first row of a table without a head stands a value.
_VALUE = re.compile(r"@|[0-9](?:[ /()-]{0,2}[0-9]){5}")
_LINE_ENDS = re.compile(r"[ ]*(?:\n|\Z)")
_MOST_BLANK = 4
_REACH = 30


class Behind(Nearby):
    """One page with its values, and what stands right behind them."""

    def __init__(self, text: str, kept: Sequence[Candidate], names: Mapping[str, re.Pattern[str] | None]) -> None:
        super().__init__(text, kept, names)
        # Where the words begin that a telephone above them has taken for what it is called.
        self._called: set[int] = set()

    def behind(self, it: Candidate) -> str | None:
        """The words right behind a value that say whose it is: `841 234 - каса`, `841 234 (архив)`."""
        found = _AFTER.match(self.text, it.stop)
        if it.kind == "money" and (found is None or found.lastgroup != "dash"):
            # What stands in brackets after a sum is the sum in words.
            return None if found else self.step_behind(it)
        if (
            found is None
            and it.kind == "phone"
            and _OPENS_LINE.search(self.text, max(0, it.start - _MOST_OPEN), it.start)
        ):
            found = _REST_OF_LINE.match(self.text, it.stop)
        if found is None and it.kind == "phone":
            found = _UNIT_BEHIND.match(self.text, it.stop) or self._item_behind(it) or _ERRAND.match(self.text, it.stop)
        if found is None and it.kind == "iban" and (rest := _REST_OF_LINE.match(self.text, it.stop)):
            found = rest if is_account(rest["words"]) else None
        return self._told_behind(it, found) if found else None

    def _item_behind(self, it: Candidate) -> re.Match[str] | None:
        """The words behind a value in a list of items that semicolons part."""
        found = _ITEM_BEHIND.match(self.text, it.stop)
        listed = found and (found.group().endswith(";") or self.text[max(0, it.start - 9) : it.start].count(";"))
        return found if listed else None

    def _told_behind(self, it: Candidate, found: re.Match[str]) -> str | None:
        """The words found behind a value, as far as they are of it and no other."""
        start, stop = found.span(found.lastgroup or 0)
        held = self.within(start, stop) if self.holds_values(start, stop) else ()
        if held and found.lastgroup == "dash" and (more := _MORE.search(self.text, start, held[0].start)):
            stop, held = more.start(), ()  # `841 234 - каса, 841 235 - архив`
        elif held and (person := next((other for other in held if other.kind not in BODIES), held[0])).kind == "person":
            front = before_titles(self.text, person.start)[0]
            before = self.text[start:front].strip()
            if before[-1:] in _MARKS_BEFORE_NAME or is_office_alone(before) or is_office_of(before):
                stop, held = front, ()  # `841 234 (наеми - Минка Илева)`, `841 234 - директор Минка Илева`
        if held and it.kind in REACHED and self._is_body(held, start, stop):
            held = ()  # `841 234 (дежурен в Община Видин)`
        if held or stop - start > LONGEST:
            return None
        words = HOURS_BEHIND.split(self.text[start:stop].partition(", вътр")[0])[0].strip(EDGE)
        # `841 234 - Пенева`: a surname alone is of somebody, and no word for what one calls.
        is_surname = it.kind == "phone" and words.isalpha() and surname_weight(words) > 1
        return None if is_surname or is_remark(words, it.kind) else words

    def _is_body(self, held: Sequence[Candidate], start: int, stop: int) -> bool:
        """Whether the words of `[start, stop)` hold bodies and places alone, are whole, and say more than where."""
        bodies = all(other.kind in BODIES for other in held) and _WHOLE.match(self.text, stop)
        return bool(bodies) and _WHERE.match(self.text, start) is None

    def is_told_of_each(self, number: int, after: str) -> bool:
        """Whether other words stand behind the next value of a list than `after`, behind the one looked at.

        What leads the list names all of them: `Справки: 841 234 (данъци), 841 235 (наеми)`.
        """
        it = self.kept[number]
        # In the brackets may be a unit or a name: `(отдел „Култура“)`, `(наеми - Минка Илева)`.
        following = next((other for other in self.kept[number + 1 : number + 4] if other.kind not in IN_SENTENCES), it)
        if following.kind != it.kind or following is it:
            return False
        start = self.text.find(after, it.stop, following.start)
        if start < 0:
            return False
        stop = start + len(after)
        names = [other.stop for other in self.within(stop, following.start) if other.kind == "person"]
        stop = names[-1] if names else stop
        if not _TO_NEXT.fullmatch(self.text, stop, following.start):
            return False
        told = self.behind(following)
        return told is not None and told != after

    def called_below(self, number: int, line: int) -> str | None:
        """What the line below calls a telephone that has a line to itself: `841 234`, and below it `Авариен телефон`.

        Where the line above calls it so, that below is rather of the next.
        """
        it = self.kept[number]
        if it.kind != "phone" or not self._fills_line(it, line):
            return None
        start, words = self._words_below(it.stop)
        if not _CALLED_BELOW.fullmatch(words) or self.holds_values(start, start + len(words)):
            return None
        above = self._words_above(line)
        if _CALLED_BELOW.fullmatch(above[1]) and above[0] not in self._called:
            return None
        following = self.within(start, self._words_below(start + len(words))[0] + _REACH)
        if any(other.kind == "phone" for other in following):
            stop = next(other.stop for other in following if other.kind == "phone")
            if not _CALLED_BELOW.fullmatch(self._words_below(stop)[1]):
                return None  # `841 234`, below it `Авариен телефон`, and below that `841 235`
        self._called.add(start)
        return words

    def is_next_called_below(self, line: int) -> bool:
        """Whether the words right above a line are what the telephone above them is called."""
        return self._words_above(line)[0] in self._called

    def _fills_line(self, it: Candidate, line: int) -> bool:
        alone = it.start - line < _MOST_CELLS and not self.text[line : it.start].strip(EDGE)
        return alone and _LINE_ENDS.match(self.text, it.stop) is not None

    def _words_below(self, offset: int) -> tuple[int, str]:
        """Where the words of the line below begin, a few blank ones passed over, and the words."""
        return self._told_in(words_below(self.text, offset, _MOST_BLANK))

    def _words_above(self, line: int) -> tuple[int, str]:
        """The same of the line above."""
        return self._told_in(words_above(self.text, line, _MOST_BLANK))

    def _told_in(self, span: tuple[int, int]) -> tuple[int, str]:
        """Where the words of a line begin, and the words; -1 where it has none."""
        words = self.text[slice(*span)].strip()
        return (self.text.index(words, span[0]), words) if words else (-1, "")

    def in_next_cell(self, it: Candidate) -> str | None:
        """The words of the next cell of a row that begins with a value: `841 234<TAB>Каса`."""
        start = it.stop + 1
        if self.text[it.stop : start] != "\t" or not _BEGINS_LINE.search(self.text, max(0, it.start - 10), it.start):
            return None
        stop = cell_stop(self.text, start)
        words = self.text[start:stop].strip(EDGE)
        told = WORD.search(words) and len(words) <= LONGEST and not self.holds_values(start, stop)
        return words if told else None

    def in_bars(self, number: int, line: int) -> str | None:
        """The words in the nearest cell to the left of a table drawn with bars: `Приемна | 841 234 | стая 7`."""
        start = self.starts[number]
        floor = max(line, start - FAR)
        if self.text[floor:start].rstrip(" ")[-1:] != "|":
            return None
        stop = self.text.rfind("|", floor, start)
        while stop > floor:
            start = self.text.rfind("|", floor, stop) + 1
            if not start and floor > line:
                return None  # a cell that begins further off
            start = start or line
            words = self.text[start:stop].strip(EDGE)
            told = WORD.search(words) and not is_detail(words) and told_of(words)
            if told and self._is_of_names(start, stop):
                told = None
            if told and len(words) <= LONGEST and not self.holds_values(start, stop):
                return words
            stop = start - 1
        return None

    def in_table(self, it: Candidate, line: int, cell: int) -> str | None:
        """The cell to the left, when it holds words and no record.

        One in small letters that is no office says where or how rather than whose, where another cell tells that.
        """
        stop, small, office = cell - 1, None, None
        for _ in range(_MOST_CELLS):
            start = self.text.rfind("\t", line, stop) + 1 or line
            words = self.text[start:stop].strip(EDGE)
            if held := self.office_behind(start, stop):
                office = office or held  # `Минка Илева - касиер<TAB>841 234`
            elif WORD.search(words) and not is_detail(words) and not self._is_taken(start, stop):
                if not words[0].islower() or is_office_alone(words) or is_office_of(words):
                    whose = self._whose_column(it, line) if start == line and is_generic(words) else None
                    return whose or (self.whose_cell(it, start, stop) if len(words) <= LONGEST else None)
                small = small or words[:LONGEST]
            stop = start - 1
            if stop < line:
                break
        if told := small or self._over_row(it, line) or office:
            return told
        head = column_head(self.text, it.start).strip(EDGE)
        return head if WORD.search(head) and not _VALUE.search(head) else self.place_of_row(line, cell)

    def _whose_column(self, it: Candidate, line: int) -> str | None:
        """The office at the head of a column whose rows are called by their kind, or the unit over such rows."""
        head = column_head(self.text, it.start).strip(EDGE)
        return head if is_office_alone(head) else self.unit_of_fields(it, line)

    def _over_row(self, it: Candidate, line: int) -> str | None:
        """The cell of several rows that a row without a first one is below, where a value of the kind stands there."""
        for start, stop in cells_over(self.text, line) if self.text[line] == "\t" else ():
            words = self.text[start:stop].strip(EDGE)
            alike = any(other.kind == it.kind for other in self.within(stop, line_stop(self.text, stop)))
            if alike and len(words) <= LONGEST and WORD.search(words) and not self._is_taken(start, stop):
                return None if is_detail(words) else words
        return None

    def _is_taken(self, start: int, stop: int) -> bool:
        """Whether a cell holds a value or a place, or is somebody's name."""
        held = self.within(start, stop)
        of_body = bool(held) and held[0].kind == "institution"  # `Градина „Роза“, с. Долно Поле`
        values = any((it.kind == "place" and not of_body) or it.kind not in IN_SENTENCES for it in held)
        return values or is_person(self.text, start, stop, held) or self._is_of_names(start, stop)

    def _is_of_names(self, start: int, stop: int) -> bool:
        """Whether a cell is one name or several, and little else."""
        people = [it for it in self.within(start, stop) if it.kind == "person"]
        return bool(people) and is_of_names(self.text, start, stop, people)
