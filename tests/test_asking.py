"""What people type into `query` and what it meets: names in any order, dates by their beginning, abbreviations."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, fill, invoke, json_lines, page_of, put, record_of

from govarchive.archive import Query, open_archive
from govarchive.archive.query import count_by, find
from govarchive.commands.asked import as_query
from govarchive.commands.hints import hints
from govarchive.kinds import BY_NAME

RECORDS = [
    ("person", "Стоян Ангелов Дрянков", {"role": "кмет", "institution": "ОбС Козлодуй"}),
    ("person", "Дряна Стоянова", {"institution": "Национална агенция за приходите"}),
    ("date", "2014-02-27T09:30", {}),
    ("date", "2014-03", {}),
    ("institution", "ОбС, Козлодуй", None),
    ("institution", "Общински съвет – Видин", None),
    ("institution", "НАП", None),
    ("person", "Пенка Рендова", {"role": "кмет", "institution": "община Видин"}),
    ("person", "Иван Рендов", {"role": "заместник-директор"}),
    ("date", "XXXX-12-05T18:30", {}),
    ("document", "Заповед № РД-12/14.05.2015", {}),
    ("document", "Заповед № РД-12-4/14.05.2015", {}),
    ("url", "www.primer.bg/novini", {}),
    ("eik", "000612346", {}),
    ("phone", "+35943162302", {}),
    ("institution", "Средно училище „Иван Вазов“", None),
    ("institution", "РУ – Видин", None),
    ("document", "№ РД-05-7/14.05.2015", {}),
    ("person", "Симо Видинов", {"role": "министър"}),
    ("person", "Тодорка Лиленова", {"role": "заместник-кмет", "unit": "Култура", "institution": "община Мездра"}),
    ("person", "Лилен Тодорков", {"role": "заместник-кмет", "unit": "Финанси"}),
    ("person", "Вихра Лиленова", {"role": "кмет"}),
    ("phone", "+35943162245", {"fax": True}),
    ("phone", "+35943162246", {}),
    ("person", "Пенка Лиленова", {"role": "кметица", "institution": "община Лом"}),
    ("person", "Дряна Видинова", {"role": "областна управителка"}),
    ("phone", "+35943162247;ext=12", {}),
    ("money", "9744.00 BGN", {}),
    ("phone", "+35943162299", {}),
]
LABELS = {28: "Кмет на Община Лом", 14: "Сигнали за корупция", 22: "Централа", 23: "Tel."}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("архив") / "а.db"
    page = page_of("Страница с много букви, и още няколко")
    records = []
    for at, (kind, value, details) in enumerate(RECORDS):
        given = BY_NAME[kind].parts(value, value) if details is None else details
        records.append(record_of(page, at, at + 1, kind, value=value, details=given, label=LABELS.get(at)))
    with open_archive(str(path), create=True) as opened:
        put(opened, page, *records)
    return str(path)


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ({"person": "Стоян Дрянков"}, [0]),
        ({"person": "дрянков стоян"}, [0]),
        ({"person": "С. Дрянков"}, [0]),
        ({"person": "Ст. А. ДРЯНКОВ"}, [0]),
        ({"person": "д-р Стоян Дрянков"}, [0]),
        ({"person": "Дрян"}, []),
        ({"person": "Д. Дрянков"}, []),
        ({"person": "Стоян Видинов"}, []),
        ({"institution": "общински съвет"}, [0, 4, 5]),
        ({"institution": "Общински съвет Козлодуй"}, [0, 4]),
        ({"institution": "ОбС"}, [0, 4, 5]),
        ({"institution": "обс видин"}, [5]),
        ({"institution": "НАП"}, [1, 6]),
        ({"institution": "националната агенция за приходите"}, [1, 6]),
        ({"value": "2014"}, [2, 3]),
        ({"value": "2014-02"}, [2]),
        ({"value": "2014-02-27"}, [2]),
        ({"value": "27.02.2014"}, [2]),
        ({"value": "2014-02-28"}, []),
        ({"value": "март 2014"}, [3]),
        ({"value": "м. март 2014 г."}, [3]),
        ({"value": "5 декември"}, [9]),
        ({"value": "XXXX-12"}, [9]),
        ({"value": "Заповед № РД-12"}, [10]),
        ({"value": "заповед № РД-12"}, [10]),
        ({"value": "РД-12"}, [10]),
        ({"value": "РД-05-7"}, [17]),
        ({"value": "РД-12/14.05.2015"}, [10]),
        ({"value": "http://www.primer.bg/novini/"}, [12]),
        ({"value": "ЕИК 000612346"}, [13]),
        ({"value": "62302"}, [14]),
        ({"value": "6-23-02"}, [14]),
        ({"value": "62303"}, []),
        ({"role": "кметът на община Видин"}, [7]),
        ({"role": "кмет на община Мездра"}, []),
        ({"role": "зам.-директор"}, [8]),
        ({"role": "министрите"}, [18]),
        ({"role": "заместник-кмет"}, [19, 20]),
        ({"role": "заместник-кмет „Култура“"}, [19]),
        ({"role": "зам.-кмет „финанси“"}, [20]),
        ({"role": "заместник-кмет „Финанси“ на община Мездра"}, []),
        ({"role": "заместник-кметът „Култура“ на община Мездра"}, [19]),
        ({"role": "кмет на общината"}, [7, 21, 24]),
        ({"role": "кмета на Лом"}, [24]),
        ({"role": "кметицата"}, [0, 7, 21, 24]),
        ({"role": "областният управител"}, [25]),
        ({"role": "министър по списък"}, [18]),
        ({"role": "министър Симо"}, []),
        ({"institution": "СУ Иван Вазов"}, [15]),
        ({"institution": "РУ Видин"}, [16]),
        ({"institution": "районно управление Видин"}, [16]),
        ({"institution": "общ. Видин"}, [7]),
        ({"label": "сигнал"}, [14]),
        ({"label": "факса"}, [22]),
        ({"label": "fax централата"}, [22]),
        ({"label": "телефон"}, [23]),
        ({"label": "кмета"}, [28]),
        ({"label": "кмета на община лом"}, [28]),
        ({"label": "кмета на община видин"}, []),
        ({"value": "22-45"}, [22]),
        ({"value": "0431/ 6-22-47"}, [26]),
        ({"value": "9 744,00"}, [27]),
        ({"value": "9744"}, []),
        ({"value": "9744,5"}, []),
        ({"label": "корупцията"}, [14]),
        ({"institution": "районното управление във Видин"}, [16]),
        ({"label": "сигнал глоби"}, []),
    ],
)
def test_what_is_met(archive: str, typed: dict[str, str], met: list[int]) -> None:
    with open_archive(archive) as opened:
        assert [it.start for it in find(opened, as_query([], None, typed))] == met


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"role": "кмет на община Витин"}, "no record meets --role; кмет there is at община Видин"),
        ({"role": "управител на дружество"}, "no record meets --role; there is no role like it"),
        ({"institution": "Общински съвет Витин"}, "no record meets --institution; there is Общински съвет – Видин"),
        ({"person": "Стойан Дрянкоф"}, "no record meets --person; there is Стоян Ангелов Дрянков"),
        ({"label": "обяви"}, "no record meets --label; there is no label like it"),
        ({"role": "upravitel na druzhestvo"}, "no record meets --role; there is no role like it"),
        ({"institution": "Obshtinski savet Vidin"}, "no record meets --institution; there is Общински съвет – Видин"),
        ({"person": "Stoyan Dryankov"}, "no record meets --person; there is Стоян Ангелов Дрянков"),
        ({"value": "Стоян"}, "no record meets --value"),
        ({"value": "ЕИК 201789369"}, "no record meets --value; it was looked for as 201789369"),
        ({"role": "кмет", "value": "62302"}, "each condition is met, but not all by one record: --role 4 records, "),
        (
            {"role": "кмет", "value": "62302", "min_score": 0.0},
            "each condition is met, but not all by one record: --role 4 records, --value 1 record",
        ),
        (
            {"role": "кмет", "value": "62302", "min_score": 0.5},
            "each condition is met, but not all by one record: --role 4 records, --value 1 record, --min-score ",
        ),
    ],
)
def test_what_is_said_when_nothing_is_met(archive: str, typed: dict[str, Any], said: str) -> None:
    with open_archive(archive) as opened:
        assert not list(find(opened, as_query([], None, typed)))
        assert next(hints(opened, (), typed)).startswith(said)


def test_other_records_of_the_pages_of_a_body(archive: str) -> None:
    with open_archive(archive) as opened:
        *_, last = hints(opened, ("date",), {"institution": "община Видин"})
    said = "only people, bodies and contacts meet --institution; what else their pages hold: govarchive show PAGE"
    assert last == said


def test_which_days_an_archive_goes_over(tmp_path: Path) -> None:
    with open_archive(str(fill(tmp_path / "а.db"))) as opened:
        assert list(hints(opened, (), {"since": "2019"})) == [
            "no record meets --since; the dates here go from 2015-05-14 to 2018"
        ]


def test_counts_by_role_are_of_what_can_have_one(tmp_path: Path) -> None:
    with open_archive(str(fill(tmp_path / "а.db"))) as opened:
        assert [it[:2] for it in count_by(opened, Query(), "role")] == [("областен управител", 1)]
        assert [it.what for it in count_by(opened, Query(kinds=["iban"]), "role")] == [None]


def test_most_questions_load_no_rules() -> None:
    asking = (
        "import sys; from govarchive.commands.asked import as_query\n"
        "as_query(['phone'], None, {'role': 'областният управител', 'label': 'факс', 'person': 'д-р Дрянков'})\n"
        "print('govarchive.kinds' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("option", ["value", "person", "role", "institution", "label", "site"])
@pytest.mark.parametrize("typed", ["", " ", ".", "-", "_", '":"', "–", "…"])
def test_what_has_nothing_to_search_for_is_refused(archive: str, option: str, typed: str) -> None:
    refused = invoke("query", "--archive", archive, f"--{option}", typed)
    assert refused.exit_code == 2
    assert f"--{option}" in refused.output
    assert "leave it out" in refused.output


def test_a_site_is_a_host_and_no_page(tmp_path: Path) -> None:
    archive = str(fill(tmp_path / "б.db"))
    sites = [
        invoke("query", "--archive", archive, "--site", it).stdout
        for it in ("vidin.primer.bg", "http://www.Vidin.primer.bg/", "vidin.primer.bg:8080")
    ]
    assert sites[0]
    assert len(set(sites)) == 1
    refused = invoke("query", "--archive", archive, "--site", "http://vidin.primer.bg/kontakti")
    assert refused.exit_code == 2
    assert "is no host such as www.primer.bg" in refused.output


def test_a_masked_number_is_asked_for_by_its_stars(archive: str) -> None:
    assert invoke("query", "--archive", archive, "--value", "**********").exit_code == 0


def test_an_amount_without_its_currency_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("а.txt").write_text(
        "Областна администрация Видин, областен управител: Стоян Дрянков\nЦена: 1250000 лв.", encoding="utf-8"
    )
    assert invoke("import", "а.txt", "--jobs", "1", "--archive", "а.db").exit_code == 0
    assert "it is an amount here: add --kind money" in invoke("query", "--archive", "а.db", "--value", "1250000").stderr
    for option, typed in (
        ("person", "на Стоян Дрянков"),
        ("role", "управителят на област Видин"),
        ("role", "управител на област"),
        ("role", "обл управ. на видинска област"),
    ):
        found = invoke("query", "--archive", "а.db", f"--{option}", typed, "--format", "jsonl").stdout
        assert [it["value"] for it in json_lines(found)] == ["Стоян Дрянков"], typed


def test_a_name_whose_end_is_a_preposition_is_asked_for_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("а.txt").write_text("Секретар: Елена Дрянкова\nКасиер: Бойко Дрянков", encoding="utf-8")
    assert invoke("import", "а.txt", "--jobs", "1", "--archive", "а.db").exit_code == 0
    for typed in ("Елена Дрянкова", "от Елена Дрянкова"):
        found = invoke("query", "--archive", "а.db", "--person", typed, "--format", "jsonl").stdout
        assert [it["value"] for it in json_lines(found)] == ["Елена Дрянкова"], typed
