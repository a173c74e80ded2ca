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
    "Молбите се четат една след друга, както са дошли, а на когото липсва лист, му се пише докога да го донесе.",
    "Книжата се носят на ръка, пращат се по куриер или се пускат в кутията до входа, която се изпразва всяка сутрин.",
    "Гостите поговориха докъде е стигнала работата, какво я бави и с какво ще помогне тя на хората наоколо.",
    "Никой не е длъжен да носи бележка за нещо, което съседният отдел вече знае и може сам да потвърди веднага.",
    "Докато тръбите под главната улица се сменят, чешмите в долния край ще текат слабо, а понякога и никак.",
    "Който е на друго мнение, нека го напише с няколко думи и го остави на гишето, за да бъде обсъдено и то.",
    "Тримата проверяващи ще видят мястото със свои очи и ще запишат всичко, та да го прочете кой да е от съседите.",
    "Децата пяха и танцуваха до тъмно, а най-малките си тръгнаха с книжка под мишница и с пълни джобове.",
    "Завали ли силно, веселбата се мести за следващата хубава вечер, а афишите навсякъде ще бъдат сменени навреме.",
    "Да попиташ не струва нищо, плаща се единствено хартията, на която отговорът бъде отпечатан или преписан.",
    "Търсят се хора с добро училище зад гърба, които се оправят с машини и умеят да се разбират помежду си.",
    "Замислено е горите да се пазят от огън, голите склонове да се засадят наново, а деретата да се изчистят.",
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
