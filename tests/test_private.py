"""A personal number leaves the tool masked, whatever else of the page it stands in, and whatever was asked for."""

import msgspec
import pytest

from govarchive.extract import extract
from govarchive.kinds import BY_NAME, KINDS
from govarchive.model import Page, Record, masked

EGN = "5032036030"

PAGES = [
    "ЕГН 5032036030\t056/841 872",
    "Лице с ЕГН 5032036030\n056/841 872",
    "Такса за ЕГН 503203/6030: 20 лв.",
    "Заместник-кмет „ЕГН 5032036030“ Рендо Дрянков",
    "Рендо Дрянков - заместник-кмет „ЕГН 5032036030“, Община Видин",
    "Началник на отдел „ЕГН 5032036030“ Рендо Дрянков",
    "Рендо Дрянков, директор на ОП „ЕГН 5032036030“",
    "Справка за ЕГН: https://www.primer.bg/lice?egn=5032036030",
    "Справка за 5032036030 – ЕГН на собственика: https://www.primer.bg/lice/5032036030",
    "Заместник-кмет „5032036030 (ЕГН)“ Рендо Дрянков",
]


def said(page: str, kinds: list[str]) -> str:
    found = extract(Page(page, "x", "0" * 64), [BY_NAME[name] for name in kinds] or KINDS)
    return msgspec.json.encode([masked(it) for it in found]).decode().replace("/", "")


@pytest.mark.parametrize("kinds", [[], ["person", "institution", "phone", "money", "url"]])
@pytest.mark.parametrize("page", PAGES)
def test_no_record_tells_the_number_of_a_person(page: str, kinds: list[str]) -> None:
    assert EGN not in said(page, kinds)


def test_only_what_holds_the_number_is_left_out() -> None:
    text = "Заместник-кмет „ЕГН 5032036030“ Рендо Дрянков\nКмет: Пенка Рендова\nДеловодство: 056/841 872"
    found: dict[str, Record] = {it.kind: it for it in extract(Page(text, "x", "0" * 64)) if it.text != "Рендо Дрянков"}
    assert found["person"].details["role"] == "кмет"
    assert found["phone"].label == "Деловодство"
    deputy = next(it for it in extract(Page(text, "x", "0" * 64)) if it.text == "Рендо Дрянков")
    assert not {"role", "unit"} & set(deputy.details)


@pytest.mark.parametrize("said_behind", ["{} (ЕГН)", "Рендо Дрянков, {} – ЕГН на собственика", "({} – ЛНЧ)"])
def test_a_wrong_number_named_behind_it_is_kept_masked(said_behind: str) -> None:
    page = Page(said_behind.format("5032036031"), "x", "0" * 64)
    wrong = next(masked(it) for it in extract(page) if it.kind in ("egn", "lnch"))
    assert (wrong.valid, wrong.text) == (False, "*" * 10)


def test_the_body_around_a_unit_that_is_left_out_is_the_institution() -> None:
    text = "Община Мездра\n\nРендо Дрянков – началник отдел „ЕГН 5032036030“"
    (it,) = (it for it in extract(Page(text, "x", "0" * 64)) if it.kind == "person")
    told = {name: it.details.get(name) for name in ("institution", "institution_inferred", "body")}
    assert told == {"institution": "Община Мездра", "institution_inferred": True, "body": None}
