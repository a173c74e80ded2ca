"""`С. БРУСТЕН`: a village with its mark in capitals, or somebody with an initial."""

import pytest
from making import page_of, people

from govarchive.extract import extract


def places(text: str) -> list[str | None]:
    return [it.value for it in extract(page_of(text)) if it.kind == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "НЧ „ЗОРА 1912“ С. БРУСТЕН\nПредседател: Рада Илева Пенева",
        "ОСНОВНО УЧИЛИЩЕ „ПРОБУДА“, С. БРУСТЕН\nДИРЕКТОР: РАДА ПЕНЕВА",
        "1. НЧ „ЗОРА“ – С.БРУСТЕН – председател Рада Пенева\n2. НЧ „ИСКРА“ С. ГЛОЖАН – председател Цоло Ганев",
        "НАРОДНО ЧИТАЛИЩЕ „ЗОРА“\nС. БРУСТЕН\nПредседател: Рада Илева Пенева",
        "КМЕТ НА С. БРУСТЕН\nРада Илева Пенева",
        "ОБЩИНА ВИДИН, С. БРУСТЕН\nКМЕТ: Рада Илева Пенева",
        "С. БРУСТЕН\tРада Илева Пенева\t0888 101 201\nС. ГЛОЖАН\tЦоло Ганев\t0888 101 202",
        "С. БРУСТЕН\tРАДА ПЕНЕВА\t0888 101 201\nС. ГЕЛА\tЦОЛО ГАНЕВ\t0888 101 202",
        "НЧ „Зора 1912“ С. Брустен\nСекретар: Рада Пенева",
        "Населено място\tКмет\nС. Брустен\tРада Илева Пенева",
        "С. БРУСТЕНСКА, ОБЩ. ВИДИН\nКмет: Рада Илева Пенева",
        "Населено място: С. БРУСТЕН\nКмет: Рада Пенева",
        "КМЕТ С. БРУСТЕН: РАДА ПЕНЕВА",
        "КМЕТОВЕ НА КМЕТСТВА\nС. БРУСТЕН | РАДА ПЕНЕВА\nС. ЛОПЯН | ЦОЛО ГАНЕВ",
    ],
)
def test_a_village_with_its_mark_in_capitals_is_nobody(text: str) -> None:
    assert not [name for name, _, _ in people(text) if name and name.startswith("С. ")]
    assert {"Брустен", "Брустенска"} & {*places(text)}


@pytest.mark.parametrize(
    "text",
    [
        "С. ПЕНЕВА",
        "ПРИСЪСТВАЛИ:\n1. П. ДИМОВ\n2. С. БРУСТЕН\n3. К. СТОЕВА",
        "Директор: С. БРУСТЕН",
        "главен експерт\tС. БРУСТЕН\t0888 101 201",
        "С. БРУСТЕН – главен експерт",
        "ИЗГОТВИЛ:\nС. БРУСТЕН, главен експерт",
        "П. МИТЕВ, С. БРУСТЕН, В. ИЛИЕВ",
        "С. ПЕНЕВА, ОБЩИНА ВИДИН",
        "С. Брустен – юрисконсулт",
    ],
)
def test_somebody_with_that_initial_stays_one(text: str) -> None:
    assert [name for name, _, _ in people(text) if name and name.startswith("С. ")]


def test_who_governs_such_a_village_is_told_of_it() -> None:
    assert people("С. БРУСТЕН\nКмет: Рада Илева Пенева") == [("Рада Илева Пенева", "кмет", "с. Брустен")]
    assert people("РАДА ИЛЕВА ПЕНЕВА – КМЕТ НА С. БРУСТЕН")[0][1:] == ("кмет", "с. Брустен")
