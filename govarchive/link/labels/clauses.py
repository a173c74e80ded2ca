"""Clauses: where the words before a value begin that may be its label, behind the last sentence, item or value."""

import re

from govarchive.link.call_words import REACHED
from govarchive.link.label_words import EDGE, is_bare_name
from govarchive.link.labels.behind import Behind
from govarchive.link.labels.named import JOINT, is_same_sum
from govarchive.link.labels.over import IN_SENTENCES, Strength
from govarchive.link.labels.purposes import subject_of
from govarchive.link.labels.sheet import FAR
from govarchive.model import Candidate
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_stop
from govarchive.text.successors import replaces

_BREAK = re.compile(
    r"""[;|•·*)!.?\[]                         # one plain class first lets the engine skip to the next of them
    (?: (?<=[|•·*]) | (?<=\][ ]\[)               # [Начало] [Каса: 841 234]
      | (?<=;)(?![ ](?i:тел|т\.|факс|моб|gsm|e-?mail))               # `Директор - А; тел. 841 234`
      | (?<=\))\s*[,.]?\s(?=[А-ЯA-Z])(?!(?<=,.)(?i:тел|факс|моб|gsm|e-?mail))
      | (?<=запазени[.])\s+ | (?<=!)\s+(?=[А-ЯA-Z]) | (?<=[а-яА-Я]\"[.])\s+(?=[А-ЯA-Z])
      | (?<=[а-яa-z]{3}[.?])(?<!\b(?:арх|инж|доц|адв|бул|общ|обл|кап).)(?<!\bпроф.)\s+(?=[А-ЯA-Z])
      | (?: (?<=[%)][ ][.]) | (?<=[А-ЯA-Z]{2}[.])
          | (?<=[0-9][.]) | (?<=[0-9 ]ч[.]) | (?<=[0-9]г[.]) | (?<=[0-9][ ]г[.]) )
        # МЗМ. Приемен час, до 10.11. Таксата, до 13 ч. Таксата, на 2.1.2018 г. За въпроси
        \s+ (?=[А-Я][а-я]{2}|(?:За|На|От|По|При|До|В|С)[ ]) )
    """,
    re.VERBOSE,
)
# What parts a value from the label of the next one: `Полиция 166, Пожарна 160`.
_OPENS = re.compile(
    r"""[ ]{2,}(?=[А-ЯA-Z]) | [ \n]?[.;·|]
    | ,[ ]?(?= [А-Я][а-я]+[ :-] | [а-я]+(?:[ ][а-я]+){0,2}[ ]?[-:]
      | [а-я]{5,}(?:[ ][а-я]{4,}){0,2}[ ](?:на[ ])?(?:тел|[0-9(+]|\Z)
      | \"[^"\n]{3,40}\"[ ](?:тел|[0-9(+]|\Z) )""",
    re.VERBOSE,
)
# `Наем 120 лв. Стъпка за наддаване 12 лв.`
_NEXT_SUM = re.compile(rf"{_OPENS.pattern} | (?<=\.)[ ](?=[А-Я][а-я]) | [ ]?/[ ](?=[а-я]{{3}})", re.VERBOSE)
# What a sum is paid for each of: `12 лв./дка., за ниви - 20 лв./дка`.
_PER = re.compile(r"[ ]?/(?![ ][а-я]{3,}[ ])[ ]?(?:[а-я]{1,4}\.[ ]?)?[а-я]{1,10}(?:\.(?=,))?(?=[ ,;.\n])")

# From a telephone and what is told behind it to the hours of whoever has it.
_HOURS_OF = re.compile(
    r"(?:[^.;:\n\t]{0,60}(?:[,(:]|[ ]-)|[ ]?\n[ ]?\(|[ ]и(?=[ ](?:работи|отворен)))[ ]?(?:в|от|работи|отворен\w?)?[ ]?"
    r"(?:от[ ][0-9]{1,2}[.][0-9.]{2,8}[ ]?г\.[ ])?"
)
_ON_DAY = re.compile(r"[,;.]?\s*(?:на|от|до|след)[ ]", re.IGNORECASE)

NAMED_ONLY = frozenset({"bic", "eik", "egn", "lnch", "ekatte"})
"""The kinds whose values may be labelled with the word for the kind alone."""

EDGE_OF_NAME = EDGE.replace(".", "")
"""What may stand around the word for a kind."""


class Clauses(Behind):
    """The clause in which a value of a page stands."""

    def clause_of(self, number: int, it: Candidate, cell: int) -> tuple[int, bool, int]:
        """Where the words that may belong to the value begin, and whether they open a line, a cell or a sentence.

        They begin after the last break or the last value, whichever is nearer. The third is where the first person
        among them begins, else where the value does: the office before a name is the label.
        """
        text, opens, person = self.text, True, it.start
        start = cell if it.start - cell < FAR else it.start - FAR
        for found in _BREAK.finditer(text, start, it.start):
            start = found.end()
        place = number - 1
        while place >= 0 and self.kept[place].stop > start:
            other = self.kept[place]
            part = other.kind == "cadastre" and it.kind == "money"  # `Цената на имот 02676.9.213 е 500 лв.`
            if other.kind not in IN_SENTENCES and not part and not self._is_remark(other):
                sums = it.kind == other.kind == "money"
                unit = _PER.match(text, other.stop, it.start) if sums else None
                start = max(start, unit.end() if unit else other.stop + (text[other.stop : other.stop + 2] == "),"))
                opener = _NEXT_SUM if sums else _OPENS
                opens = start < it.start and opener.match(text, start, it.start) is not None
                break
            if other.kind == "person" and other.start >= start:
                person = before_titles(text, other.start)[0]
            place -= 1
        return start, opens, person

    def field(self, it: Candidate, line: int, cell: int) -> str | None:
        """The word for its kind that a row of two cells has before a value, and no other: `Факс<TAB>094 601 234`."""
        if not line < cell <= line + FAR or it.start - cell > FAR or "\t" in self.text[line : cell - 1]:
            return None
        if self.text[cell : it.start].strip(EDGE) or "\t" in self.text[it.stop : line_stop(self.text, it.stop)]:
            return None
        words, names = self.text[line : cell - 1].strip(EDGE_OF_NAME), self.names[it.kind]
        told = names and names.fullmatch(words.rstrip(".")) and (it.kind in NAMED_ONLY or is_bare_name(words))
        return words if told else None

    def follows_value(self, number: int, line: int) -> bool:
        """Whether another value stands before this one in its line, as the address before `тел.` in a letterhead."""
        before = self.kept[number - 1] if number else None
        return before is not None and before.start >= line and before.kind not in IN_SENTENCES

    def _is_remark(self, it: Candidate) -> bool:
        """Whether a value is all that brackets hold, and no number of another: `Диспечер (денонощно): 841 234`."""
        return (
            it.kind not in REACHED
            and self.text[it.start - 1 : it.start] == "("
            and self.text[it.stop : it.stop + 1] == ")"
        )

    def is_of_the_last(self, number: int, it: Candidate, line: int) -> bool:
        """Whether hours stand right behind the labelled telephone of whoever keeps them: `… - каса (от 9 до 17 ч.)`."""
        if not number or self.strength[number - 1] < Strength.BESIDE:
            return False
        if self.kept[number - 1].start < line and self.text[line : line + 1] != "(":
            return False
        said = self.text[max(line, it.start - FAR) : it.start]
        if self.kept[number - 1].kind == "address" and subject_of("hours", said):
            return False  # `Работно време на касата, находяща се на ул. „Роза“ 1: от 9 до 17 ч.`
        return _HOURS_OF.fullmatch(self.text, self.kept[number - 1].stop, it.start) is not None

    def continues(self, last: Candidate, it: Candidate, *, alone: bool) -> bool:
        """Whether a value is the next of a list of its kind, `alone` if no words of its own stand before it.

        Also a telephone that takes the place of the last one: `..., от 01.01.2018 г. - 841 235`.
        """
        if last.kind != it.kind or last is it:
            return False
        if it.kind == "phone" and replaces(self.text, last.stop, it.start):
            return True
        if not alone or (it.kind == "money" and is_same_sum(self.text, last, it)):
            return alone
        days = [day for day in self.within(last.stop, it.start) if day.kind == "date"]
        if len(days) == 1 and _ON_DAY.fullmatch(self.text, last.stop, days[0].start):
            return not self.text[days[0].stop : it.start].strip(" :-")  # `..., 841 234`, below `на 27.10.: 841 235`
        return JOINT.fullmatch(self.text, last.stop, it.start) is not None
