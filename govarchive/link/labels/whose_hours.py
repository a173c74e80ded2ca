"""Whose hours: the labels of hours without names, and the unit or office over hours that no noun is printed for."""

from govarchive.link.label_words import EDGE
from govarchive.link.labels.errands import Errands
from govarchive.link.labels.openings import bare_opening
from govarchive.link.labels.sheet import FAR
from govarchive.link.office_words import is_office_alone, is_office_of
from govarchive.names.evidence import before_titles
from govarchive.text.layout import line_start, words_above


class WhoseHours(Errands):
    """One page with its values, and whose its hours are."""

    def whose_hours(self, number: int, label: str | None) -> str | None:
        """The label of hours without somebody's name; where it is no noun, what stands above them.

        `Кметът Минка Илева приема от 9 до 11 ч.`, `Каса`, and below it `Работи от 9 до 12 ч.`
        """
        label = self._without_name(number, label) if label else None
        if label is None or bare_opening(label):
            return self.unit_over_hours(number) or self._office_over(number) or label
        return label

    def _without_name(self, number: int, label: str) -> str | None:
        """The words of a label before somebody's name, which is none inside quotes: `Галерия „Ана Рунева“`."""
        stop = self.starts[number]
        for person in self.within(max(0, stop - FAR), stop):
            at = label.find(self.text[person.start : person.stop]) if person.kind == "person" else -1
            if at >= 0 and '"' not in label[:at]:
                title = person.start - before_titles(self.text, person.start)[0]
                return label[: max(0, at - title)].strip(EDGE) or None
        return label

    def _office_over(self, number: int) -> str | None:
        """The office of the one who has the line above hours: `Председател: А`, and below it `приема от 9 до 11 ч.`."""
        start, stop = words_above(self.text, line_start(self.text, self.starts[number]), most=2)
        people = [it.start for it in self.within(start, stop) if it.kind == "person"]
        if len(people) != 1:
            return None
        lead = self.text[start : before_titles(self.text, people[0])[0]].strip(EDGE)
        return lead if is_office_alone(lead) or is_office_of(lead) else self.office_behind(people[0], stop)
