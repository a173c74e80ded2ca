"""Pages to measure speed on: a folder of texts, or as many as wanted mixed from the samples."""

import random
from collections.abc import Iterator
from pathlib import Path

import markup

from govarchive.model import Page
from govarchive.pages import page_from_bytes

SAMPLES = Path(__file__).parent.parent / "samples" / "pages"
_CHARACTERS = 2_400
"""The length of the text of a page of a public body, on average."""
_LINES = 6
# The samples hold twice as many records a line as real pages do; sentences without any make up for it.
_PROSE = (
    "Заявленията се разглеждат по реда на постъпването им, а при непълноти заявителят се уведомява писмено за срока.",
    "Документите могат да бъдат подадени на място, по пощата с обратна разписка или чрез лицензиран пощенски оператор.",
    "Участниците обсъдиха напредъка по проекта, трудностите при изпълнението му и следващите стъпки за жителите.",
    "За нуждите на услугата не се изискват документи, които вече са налични в друг орган на изпълнителната власт.",
    "Поради ремонт на водопроводната мрежа са възможни смущения във водоподаването по няколко улици в центъра.",
    "Гражданите могат да изразят мнения и предложения в писмен вид в деловодството или на електронната поща.",
    "Комисията ще извърши проверка на място и ще състави протокол, който се предоставя на заинтересованите лица.",
    "Децата представиха богата програма с песни и танци, а най-малките получиха книжки и лакомства за подарък.",
    "При неблагоприятни атмосферни условия събитието се отлага, за което организаторите ще уведомят своевременно.",
    "Достъпът до обществена информация е безплатен, заплащат се само разходите по нейното предоставяне на хартия.",
    "Кандидатите трябва да притежават висше образование, добра компютърна грамотност и умения за работа в екип.",
    "Планът включва мерки за опазване на горите от пожари, залесяване на ерозирали терени и почистване на деретата.",
)


def write(folder: Path, number: int) -> None:
    """Writes `number` text pages into `folder`."""
    for at, text in enumerate(texts(number)):
        (folder / f"{at:05}.txt").write_text(text, encoding="utf-8")


def texts(number: int) -> Iterator[str]:
    """The texts of `number` pages: stretches of the samples and prose in a random but fixed order.

    Words recur more than on real pages, so measure on pages of your own before quoting a figure.
    """
    stretches = list(_stretches())
    chance = random.Random(2015)
    for at in range(number):
        parts = [f"Страница {at + 1}"]
        while sum(map(len, parts)) < _CHARACTERS:
            parts += [chance.choice(stretches), "\n".join(chance.sample(_PROSE, 3))]
        yield "\n\n".join(parts) + "\n"


def _stretches() -> Iterator[str]:
    """A few lines each, from all samples."""
    for path in sorted(SAMPLES.iterdir()):
        lines = page_from_bytes(path.read_bytes(), str(path)).text.splitlines()
        for at in range(0, len(lines), _LINES):
            yield "\n".join(lines[at : at + _LINES])


def read(folder: Path, limit: int | None = None) -> list[Page]:
    """The `.txt` pages below a folder, in the order of their paths."""
    files = sorted(folder.rglob("*.txt"))[:limit]
    return [page_from_bytes(path.read_bytes(), str(path)) for path in files]


def as_html(text: str) -> bytes:
    """A text as a page of a site, with all that stands around it there; its lines stay whole and in order."""
    lines = [line for line in text.splitlines() if line.strip()]
    return markup.page_around(lines[0] if lines else "", lines).encode()
