"""What pages say for machines, beside their visible text: JSON-LD, microdata, RDFa."""

import json
from typing import Any

import pytest
from making import page_of

from govarchive.extract import extract
from govarchive.pages.html import parse

OFFICE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "GovernmentOrganization",
    "name": "Община Русокастро",
    "telephone": "+359 56 841 234",
    "faxNumber": "+359 56 841 235",
    "email": "mailto:kmet@primer.bg",
    "openingHours": ["Mo-Fr 09:00-17:30"],
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "ул. „Александровска“ № 162",
        "postalCode": 8000,
        "addressLocality": "Бургас",
    },
}
LINES = [
    "name: Община Русокастро",
    "telephone: +359 56 841 234",
    "fax: +359 56 841 235",
    "email: kmet@primer.bg",
    "openingHours: Mo-Fr 09:00-17:30",
    "address: ул. „Александровска“ № 162, 8000 Бургас",
]


def said(markup: str) -> list[str]:
    parsed = parse(f"<p>Начало</p>{markup}")
    return [parsed.text[it.start : it.stop] for it in parsed.blocks if it.kind == "meta"]


def script(data: object, kind: str = "application/ld+json") -> str:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1)
    return f'<script type="{kind}">{text}</script>'


WHOLE = json.dumps(OFFICE, ensure_ascii=False)


@pytest.mark.parametrize(
    "data",
    [
        OFFICE,
        [OFFICE],
        {"@graph": [{"@type": "WebSite", "name": "не"}, OFFICE]},
        {"@type": "NewsArticle", "headline": "не", "publisher": OFFICE},
        json.dumps(OFFICE),
        f"\n//<![CDATA[\n{WHOLE}\n//]]>\n",
        f"/*<![CDATA[*/{WHOLE}/*]]>*/",
        f"<!--\n{WHOLE}\n-->",
        f"{WHOLE};",
        WHOLE.replace("}", ",}").replace("]", " ,\n]"),
        WHOLE.replace("Община ", "Община\n"),
        WHOLE.replace('"', "&quot;"),
        WHOLE.replace('"@type"', r'"path": "c:\сайт\x", "@type"'),
        json.dumps({f"schema:{name}": value for name, value in OFFICE.items()}),
        OFFICE | {"name": {"@language": "bg", "@value": OFFICE["name"]}},
    ],
)
def test_organisations_in_json(data: object) -> None:
    assert said(script(data)) == LINES
    assert said(script(data, "Application/LD+JSON; charset=utf-8") + script(data)) == LINES
    assert said(script(data, "application/json")) == []


def test_they_become_records() -> None:
    found = {it.kind: it for it in extract(page_of(f"<p>Начало</p>{script(OFFICE)}"))}
    assert {kind: it.value for kind, it in found.items()} == {
        "institution": "Община Русокастро",
        "phone": "+35956841235",
        "email": "kmet@primer.bg",
        "hours": "Mo-Fr 09:00-17:30",
        "address": "ул. „Александровска“ № 162, 8000 Бургас",
    }
    assert (found["phone"].label, found["phone"].details["fax"]) == ("fax", True)


def test_what_is_also_drawn_is_not_said_twice() -> None:
    drawn = (
        "<p>Община Русокастро, ул. „Александровска“ № 162, 8000 Бургас, тел. 056/ 84-12-34, факс (056) 841 235, "
        "KMET@primer.bg, Mo-Fr 09:00-17:30<a href='tel:+35956841234'>звъни</a>"
    )
    assert said(drawn + script(OFFICE)) == []
    assert said(script(OFFICE) + "<a href='tel:+35956841234'>звъни</a>") == LINES


def test_values_one_behind_the_other() -> None:
    both = '{"telephone": "056 841 234"};\n{"telephone": "056 841 235"} и още {"telephone": "056 841 236"}'
    assert said(script(both)) == ["telephone: 056 841 234", "telephone: 056 841 235"]


def test_places_where_somebody_is_to_be_found() -> None:
    desk = {"@type": "ContactPoint", "contactType": "деловодство", "telephone": ["112", "056 841 299"]}
    mayor = {"@type": "Person", "name": "Минка Илева", "jobTitle": "кмет"}
    assert said(script({"@type": "City", "contactPoint": desk, "employee": [mayor]})) == [
        "деловодство, telephone: 112",
        "деловодство, telephone: 056 841 299",
        "name: Минка Илева, кмет",
    ]
    assert said(script({"@type": "Person", "name": "admin"})) == []


def test_hours_in_parts() -> None:
    days = ["Monday", "http://schema.org/Tuesday", "Wed"]
    open_at = {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": "09:00:00", "closes": "17:30"}
    office = {"@type": "CityHall", "openingHoursSpecification": [open_at, {"opens": "09:00", "closes": "12:00"}]}
    assert said(script(office)) == ["openingHours: Mo,Tu,We 09:00-17:30"]


def test_json_beyond_repair_is_read_as_far_as_it_goes() -> None:
    broken = '{"name": "Община "Русокастро"", "telephone" : "056 841 234", "email":"kmet@primer.bg"'
    assert said(script(broken)) == ["telephone: 056 841 234", "email: kmet@primer.bg"]


@pytest.mark.parametrize("text", ["", "null", "[" * 100_000, '{"a":' * 100_000, "9" * 10_000, '{"telephone": {}}'])
def test_json_of_nothing(text: str) -> None:
    assert said(script(text)) == []


def test_microdata_and_rdfa_that_are_not_drawn() -> None:
    assert said(
        "<meta itemprop='telephone' content='056 841 234'><meta property='schema:faxNumber' content='056 841 235'>"
        "<span itemprop='email' content='kmet@primer.bg'>пиши</span><span itemprop=telephone>056 841 236</span>"
        "<time itemprop='openingHours' datetime='Sa 10:00-12:00'>събота</time><meta itemprop=email content=' '>"
        "<meta property='business:contact_data:phone_number' content='056 841 237'><meta name=x content=не>"
        "<meta itemprop='telephone faxNumber' content='056 841 238'>"
        "<link itemprop=email href='mailto:sekretar@primer.bg'>"
        "<data itemprop=telephone value='056 841 239'>звъни</data>"
    ) == [
        "telephone: 056 841 234",
        "fax: 056 841 235",
        "email: kmet@primer.bg",
        "openingHours: Sa 10:00-12:00",
        "phone: 056 841 237",
        "telephone: 056 841 238",
        "fax: 056 841 238",
        "email: sekretar@primer.bg",
        "telephone: 056 841 239",
    ]


def test_thousands_of_statements_end_somewhere() -> None:
    assert len(said(script([{"telephone": f"056 {at}"} for at in range(100_000, 103_000)]))) == 500
