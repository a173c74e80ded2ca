"""Who holds an office where, as people ask for it: in small letters, cut short, without `на`, by other names."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from making import fill, page_of, put, record_of

from govarchive.archive import open_archive
from govarchive.archive.query import find
from govarchive.commands.asked import as_query
from govarchive.commands.hints import hints
from govarchive.commands.query_ import command

PEOPLE = {
    "Перник": ("кмет", "Община Перник", {}),
    "Мездра": ("кмет", "Община Мездра", {}),
    "без община": ("кмет", None, {}),
    "Борован": ("кмет", "Кметство с. Борован", {}),
    "Чифлик": ("кмет", "Община Долни чифлик", {}),
    "Търново": ("кметица", "Община Велико Търново", {}),
    "Ново село": ("кмет", "Община Ново село, област Видин", {}),
    "Видин 1": ("областен управител", "Областна администрация – Видин", {}),
    "Видин 2": ("областна управителка", "област Видин", {}),
    "Враца": ("губернатор", "Областна управа – Враца", {}),
    "Ботев": ("директор", "ОУ „Христо Ботев“", {}),
    "Ботево": ("директор", "ОУ „Васил Левски“ – с. Ботево", {}),
    "РИОСВ": ("директор", "РИОСВ – Перник", {}),
    "ЗДУД": ("ЗДУД", "ОУ „Христо Ботев“", {}),
    "съд": ("административен ръководител - председател", "Районен съд – Мездра", {}),
    "съд 2": ("заместник-председател", "Районен съд – Мездра", {}),
    "ОбС": ("председател", "Общински съвет – Мездра", {}),
    "съветник": ("общински съветник", "Общински съвет – Мездра", {}),
    "МС": ("министър-председател", "Министерски съвет", {}),
    "МК": ("министър на културата", "Министерство на културата", {}),
    "финанси": ("заместник-кмет", "Община Видин", {"unit": "Финанси"}),
    "отдел": ("началник отдел „Култура“", "Община Видин", {}),
    "началник": ("началник", None, {}),
    "РУ": ("началник", "РУ – Мездра, ОДМВР – Враца", {}),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("архив") / "а.db"
    page = page_of("Страница с толкова букви, колкото хора има")
    records = [
        record_of(page, at, at + 1, "person", value=name, details={"role": role, **more, "institution": body})
        for at, (name, (role, body, more)) in enumerate(PEOPLE.items())
    ]
    with open_archive(str(path), create=True) as opened:
        put(opened, page, *records)
    return str(path)


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("кмет общ. перник", ["Перник"]),
        ("кмет общ.Перник", ["Перник"]),
        ("кмет община перник", ["Перник"]),
        ("кмет перник", ["Перник"]),
        ("КМЕТ ПЕРНИК", ["Перник"]),
        ("кметът на гр. перник", ["Перник"]),
        ("кмет гр. Перник", ["Перник"]),
        ("кмет гр. трън", []),
        ("кмет общ. трън", []),
        ("кмет на община мездра", ["Мездра"]),
        ("мездренският кмет", ["Мездра"]),
        ("кмет с. борован", ["Борован"]),
        ("кмет на село борован", ["Борован"]),
        ("кмет на кметство борован", ["Борован"]),
        ("кмет долни чифлик", ["Чифлик"]),
        ("кмет на общ. Д. чифлик", ["Чифлик"]),
        ("кметът на гр. в. търново", ["Търново"]),
        ("кмет ново село", ["Ново село"]),
        ("областен управител видин", ["Видин 1", "Видин 2"]),
        ("областен управител на област видин", ["Видин 1", "Видин 2"]),
        ("обл. управител на обл. видин", ["Видин 1", "Видин 2"]),
        ("видинския областен управител", ["Видин 1", "Видин 2"]),
        ("губернатор", ["Видин 1", "Видин 2", "Враца"]),
        ("областен управител на враца", ["Враца"]),
        ("директор риосв", ["РИОСВ"]),
        ("директор риосв перник", ["РИОСВ"]),
        ("директор на риосв враца", []),
        ("директор ОУ Ботев", ["Ботев"]),
        ("директор на основно училище христо ботев", ["Ботев"]),
        ("директорът на ОУ „Васил Левски“ Ботево", ["Ботево"]),
        ("зам. директор", ["ЗДУД"]),
        ("председател", ["съд", "ОбС"]),
        ("председател на районен съд", ["съд"]),
        ("председателят на РС Мездра", ["съд"]),
        ("председателят на мездренския районен съд", ["съд"]),
        ("административен ръководител", ["съд"]),
        ("съветници", ["съветник"]),
        ("премиер", ["МС"]),
        ("министър-председателя", ["МС"]),
        ("мин. на културата", ["МК"]),
        ("зам.-кмет финанси", ["финанси"]),
        ("зам.-кмет на община видин", ["финанси"]),
        ("заместник-кмет култура", []),
        ("началник отдел", ["отдел"]),
        ("началник ру мездра", ["РУ"]),
        ("кмет на общината", ["Перник", "Мездра", "без община", "Чифлик", "Търново", "Ново село"]),
    ],
)
def test_who_holds_an_office(archive: str, typed: str, met: list[str]) -> None:
    with open_archive(archive) as opened:
        assert [it.value for it in find(opened, as_query([], None, {"role": typed}))] == met


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("област видин", ["Видин 1", "Видин 2", "Ново село"]),
        ("обл. администрация Видин", ["Видин 1", "Видин 2", "Ново село"]),
        ("видинската областна управа", ["Видин 1", "Видин 2", "Ново село"]),
        ("областна управа", ["Видин 1", "Враца"]),
        ("мездренския районен съд", ["съд", "съд 2"]),
        ("гр. мездра", ["Мездра", "съд", "съд 2", "ОбС", "съветник", "РУ"]),
        ("общ. съвет мездра", ["ОбС", "съветник"]),
        ("общ. Д. чифлик", ["Чифлик"]),
        ("общинска администрация Перник", ["Перник"]),
        ("ОУ Ботев", ["Ботев", "ЗДУД"]),
        ("кметство Борован", ["Борован"]),
    ],
)
def test_who_serves_at_a_body(archive: str, typed: str, met: list[str]) -> None:
    with open_archive(archive) as opened:
        assert sorted(
            it.value for it in find(opened, as_query([], None, {"institution": typed})) if it.value
        ) == sorted(met)


def test_a_body_that_its_page_calls_by_its_kind_alone(tmp_path: Path) -> None:
    page = page_of("Общински съвет – Мездра. Председател на ОбС: А. ОбС Лом")
    told = [
        ("institution", "Общински съвет – Мездра", {"short": None}),
        ("person", "Камелия Рендова", {"role": "председател", "institution": "ОбС"}),
        ("institution", "ОбС", {"short": "ОбС", "full": "общински съвет"}),
        ("institution", "ОбС Лом", {"short": "ОбС", "full": "общински съвет"}),
    ]
    records = [record_of(page, at, at + 1, kind, value=name, details=it) for at, (kind, name, it) in enumerate(told)]
    with open_archive(str(tmp_path / "а.db"), create=True) as archive:
        put(archive, page, *records)
        for body, met in (("ОбС Мездра", [0, 1, 2]), ("общински съвет мездра", [0, 1, 2]), ("ОбС Лом", [3])):
            assert [it.start for it in find(archive, as_query([], None, {"institution": body}))] == met
        for body, met in (("общ. съвет мездра", [1]), ("ОбС Лом", [])):
            assert [it.start for it in find(archive, as_query([], None, {"role": f"председател на {body}"}))] == met


def test_a_place_that_is_not_there_is_told(archive: str) -> None:
    with open_archive(archive) as opened:
        said = list(hints(opened, (), {"role": "директор на община трън"}))
    assert said == [
        "no record meets --role; директор there is at ОУ „Васил Левски“ – с. Ботево, ОУ „Христо Ботев“, РИОСВ – Перник"
    ]


def test_a_question_that_lost_its_quotes(tmp_path: Path) -> None:
    path = fill(tmp_path / "а.db")
    done = CliRunner().invoke(command, ["--archive", str(path), "--role", "кмет", "перник"])
    assert done.exit_code == 2
    assert 'перник: no option has this; several words need quotes, as in --role "кмет перник".' in done.output
