"""The recogniser of names: what it finds in invented news, where it keeps still, and that its model is whole."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

import pytest
from making import ROOT

import govarchive
from govarchive.kinds import BY_NAME
from govarchive.names.decision import ENOUGH, RULE, names, paragraphs, rules
from govarchive.names.recogniser import Mention, read
from govarchive.names.sights import Sights
from govarchive.names.tagger import LABELS, VERSION, Head, Tagger, packed, shipped, unpacked, written
from govarchive.names.weigher import Totals, Weigher, shipped_weigher
from govarchive.text.fold import fold

MODEL = ROOT / "govarchive" / "names" / "model.bin"
FLOORS = json.loads((Path(__file__).parent / "names_floors.json").read_text(encoding="utf-8"))
_MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")
KINDS = ("PER", "ORG", "LOC")


class News(NamedTuple):
    """An invented text and the names in it, each by its type."""

    text: str
    names: set[tuple[str, str]]


def news() -> list[News]:
    lines = (Path(__file__).parent / "names_news.tsv").read_text(encoding="utf-8").splitlines()[2:]
    texts = [fold(line.split("\t")[0]) for line in lines]
    return [News(_MARKED.sub(r"\2", it), {(one[2], one[1]) for one in _MARKED.finditer(it)}) for it in texts]


def found_in(text: str) -> set[tuple[str, str]]:
    return {
        (text[it.start : it.stop].strip('"'), kind)
        for kind, spans in zip(KINDS, names(text), strict=True)
        for it in spans
    }


def test_there_is_enough_to_judge_by() -> None:
    assert sum(len(it.names) for it in news()) >= 60


def test_names_in_news_are_found_as_well_as_ever() -> None:
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for it in news():
        found = found_in(it.text)
        right.update(kind for _, kind in found & it.names)
        all_.update(kind for _, kind in [*found, *it.names])
    scores = {kind: round(2 * right[kind] / all_[kind], 3) for kind in KINDS}
    assert all(scores[kind] >= FLOORS[kind] for kind in KINDS), scores


def test_text_without_names_has_none() -> None:
    assert [found_in(it.text) for it in news() if not it.names] == [set(), set()]


def test_a_name_of_the_model_says_so_and_how_sure_it_is() -> None:
    text = "Авиокомпанията обяви, че председателят на борда Харалд Бьоркман се оттегля, съобщи агенция Ройтерс от Осло."
    scores = {it.text: (it.score, it.rule) for it in govarchive.extract(govarchive.page_from_text(text))}
    score, rule = scores["Ройтерс"]
    assert rule == RULE
    assert ENOUGH <= score < 1
    assert scores["Харалд Бьоркман"] == (1.0, "name")


@pytest.mark.parametrize(
    ("led", "body"),
    [
        ('на пл. "Зора"', False),
        ("на площад Зора", False),
        ("на бул. Зора", False),
        ('до "Зора"', True),
        ("на Зора", True),
    ],
)
def test_a_street_is_no_body(monkeypatch: pytest.MonkeyPatch, led: str, body: bool) -> None:
    text = f"Вчера се събраха {led} и говориха дълго за това, което ги чака, а после всички си тръгнаха по домовете."
    start = text.index("Зора")
    said = Mention(start, start + 4, "ORG", 5000, 0.95)
    monkeypatch.setattr("govarchive.names.decision.read", lambda *_, **__: [said])
    names.cache_clear()
    assert (("Зора", "ORG") in found_in(text)) is body
    names.cache_clear()


def read_in(text: str) -> set[tuple[str, str]]:
    """What the model alone says of a text."""
    return {(text[it.start : it.stop], it.type) for it in read(text, rules(text))}


def test_a_plus_behind_a_name_is_a_part_of_it() -> None:
    led = "Режисьорът ще представи новия си филм в четвъртък вечер, съобщи телевизия"
    assert ("Норд+", "ORG") in read_in(f'{led} "Норд+" в сутрешния си блок.')
    assert ("Норд", "ORG") in read_in(f'{led} "Норд" + още две в сутрешния си блок.')


def test_people_are_called_after_towns_too() -> None:
    behind = "няма да пее тази пролет. По думите на Париж Дюмон концертът ще се състои чак през есента."
    assert ("Париж Дюмон", "PER") in read_in(f"Певицата Париж Дюмон обяви, че {behind}")
    apart = read_in("Дюмон замина за Осло. Вчера в Осло Дюмон обяви, че няма да пее тази пролет в столицата.")
    assert {it for it in apart if " " in it[0]} == set()
    assert ("Осло", "LOC") in apart


def test_an_abbreviation_of_a_common_noun_is_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Според икономистите БВП ще нарасне с два процента, а МБРР смята, че това ще стане едва през лятото на идната."
    )
    said = [Mention(text.index(it), text.index(it) + len(it), "ORG", 3000, 0.8) for it in ("БВП", "МБРР")]
    monkeypatch.setattr("govarchive.names.decision.read", lambda *_, **__: said)
    names.cache_clear()
    found = found_in(text)
    names.cache_clear()
    assert found == {("МБРР", "ORG")}


@pytest.mark.parametrize(("score", "words"), [(0.45, {"Харалд Бьоркман"}), (0.55, {"Харалд Бьоркман", "Острова"})])
def test_a_person_by_one_word_must_be_surer(monkeypatch: pytest.MonkeyPatch, score: float, words: set[str]) -> None:
    text = (
        "Вчера на Острова се събраха всички, но Харалд Бьоркман така и не дойде, защото никой не го беше поканил там."
    )
    said = [
        Mention(text.index(it), text.index(it) + len(it), "PER", 900, score) for it in ("Острова", "Харалд Бьоркман")
    ]
    monkeypatch.setattr("govarchive.names.decision.read", lambda *_, **__: said)
    names.cache_clear()
    found = {name for name, kind in found_in(text) if kind == "PER"}
    names.cache_clear()
    assert found == words


def test_a_seat_of_power_is_a_place() -> None:
    found = found_in(
        "Говорителят на Кремъл отказа да отговори на въпросите, а от Белия дом казаха, че ще чакат още седмица."
    )
    assert found == {("Кремъл", "LOC"), ("Белия дом", "LOC")}


def test_rules_alone_read_lists_tables_and_orders() -> None:
    table = "Име\tДлъжност\nЛиляна Хоткова\tначалник отдел\nОгнян Дичев\tстарши експерт\nРазмисъл Кантора\tкасиер\n"
    assert paragraphs(table) == []
    assert names(table) == tuple(list(rules(table)[kind]) for kind in "PBL")


@pytest.mark.parametrize(
    ("rise", "is_article"), [("8,5", True), ("8,5 на сто, тоест 1235,40 евро на 100 души", False)]
)
def test_an_article_has_few_figures(rise: str, is_article: bool) -> None:
    text = f"Цените са с 45 на сто по-високи, а заплатите с {rise}, показва справката на Бьоркман."
    assert bool(paragraphs(text)) is is_article


MENU = "Начало\nНовини\nПо света\nПазари\nВремето\nВход\n"
FOOTER = "\nОще от деня\nХарта\nРеклама\nЗа нас\nДарина Хоткова\nВсички права запазени\n"
PARAGRAPHS = (
    'Правителството в Осло ще внесе до края на месеца нов закон за риболова, съобщи агенция "Норск Тидинг". Според '
    "премиера Ингеборг Халворсен той ще засегне над сто пристанища и ще промени начина, по който се делят квотите.",
    'Опозиционната партия "Северно утро" вече обяви, че няма да го подкрепи. Нейният водач Харалд Бьоркман нарече '
    "проекта прибързан и поиска среща с рибарите от крайбрежието, които от седмици протестират пред парламента.",
    "Халворсен отговори, че разговорите ще продължат и през лятото, но че срокът няма да се мести. По думите ѝ без "
    "нови правила запасите от треска ще намалеят наполовина, а това ще удари най-силно малките семейни стопанства.",
    'Компанията "Халибут Фиш", която изкупува по-голямата част от улова, предупреди, че цените ще се повишат още тази '
    "есен. Тя работи с три завода и търси място за четвърти, вероятно в град Вардьо, където данъците са по-ниски.",
    "Наблюдатели смятат, че Бьоркман ще използва спора в предстоящите избори. Той обаче увери пред журналисти, че "
    "партията му иска единствено повече време и честен разговор с хората, чийто поминък зависи от морето.",
)
ARTICLE = "Халворсен пред тежък избор\n" + "\n".join(PARAGRAPHS)


def test_an_article_is_read_the_same_amid_menu_and_footer() -> None:
    alone, amid = found_in(ARTICLE), found_in(MENU * 5 + ARTICLE + FOOTER * 5)
    assert {("Осло", "LOC"), ("Харалд Бьоркман", "PER"), ("Халворсен", "PER"), ("Северно утро", "ORG")} <= alone
    assert amid - alone == {("Дарина Хоткова", "PER")}
    assert alone <= amid


def test_menus_and_footers_have_the_names_of_rules_and_of_the_article() -> None:
    page = MENU + ARTICLE + FOOTER + "Снимка: Халибут Фиш\nБерген Бладет\n"
    below = page.index(FOOTER)
    heard = [page[it.start : it.stop] for kind in names(page) for it in kind if it.start > below and it.rule == RULE]
    assert heard == ["Халибут Фиш"]


def test_what_is_read_beyond_the_article_changes_nothing_in_it() -> None:
    page = MENU + ARTICLE + FOOTER + "Снимка: Халибут Фиш\nБерген Бладет\nИзбори в Осло\nИнгеборг Халворсен\n"
    part = page.index(ARTICLE), page.index(FOOTER)
    whole, near = (read(page, rules(page), part=it) for it in (None, part))
    inside = [it for it in whole if part[0] <= it.start < part[1]]
    assert [it for it in near if it.start < part[1]] == inside
    again = {page[it.start : it.stop] for it in near if it.start >= part[1]}
    assert again == {"Халибут Фиш", "Осло", "Ингеборг Халворсен"}
    assert again < {page[it.start : it.stop] for it in whole if it.start >= part[1]}


def test_the_model_says_where_a_name_begins() -> None:
    found = found_in(ARTICLE)
    assert {("Северно утро", "ORG"), ("Халибут Фиш", "ORG"), ("Вардьо", "LOC")} <= found


def test_sentences_on_a_page_of_contacts_are_left_to_the_rules() -> None:
    contacts = (
        'Община Долно Пладнище\nКмет: Лиляна Хоткова\nтел. 0888 000 000\nул. "Заря" № 5\nРаботно време: 9-17 ч.\n'
        "Снимките на страницата са предоставени от агенция Ройтерс и се ползват с писменото съгласие на автора им.\n"
        'Отдел "Местни данъци"\nстая 5\nтел. 0888 000 001\nОтдел "Канцелария"\nстая 7\nтел. 0888 000 002\n'
    )
    assert "Ройтерс" in {contacts[it.start : it.stop] for it in read(contacts, rules(contacts))}
    assert names(contacts) == tuple(list(rules(contacts)[kind]) for kind in "PBL")


def test_no_page_is_read_with_another_in_mind() -> None:
    pages = [it.text for it in news()]
    alone = {text: found_in(text) for text in pages}
    assert {text: found_in(text) for text in reversed(pages)} == alone


def test_a_name_seen_in_full_explains_itself_later() -> None:
    text = (
        "В неделя Ингеборг Халворсен заяви, че ще се кандидатира отново за поста, който заема от четири години.\n"
        "Според анализатори шансовете за победа са големи, но Халворсен ще трябва да спечели и гласовете на младите."
    )
    assert [text[it.start : it.stop] for it in names(text).people] == ["Ингеборг Халворсен", "Халворсен"]


def test_stretches_end_with_the_sentence() -> None:
    sights = Sights("Той пристигна в Осло. Вчера Бьоркман говори пред тях; там К. Линд мълча.")
    stretches = [" ".join(sights.words[at] for at in it) for it in sights.stretches]
    assert stretches == ["Той пристигна в Осло", "Вчера Бьоркман говори пред тях", "К Линд мълча"]


def tiny(weights: dict[str, list[int]]) -> Tagger:
    nothing = [[0] * len(LABELS) for _ in LABELS]
    head = Head(
        version=VERSION, features=len(weights), transitions=nothing, margins=[0, 500], scores=[0.25, 0.75], data=""
    )
    return Tagger(written(head, weights))


def test_no_name_ends_with_a_preposition() -> None:
    goes_on = [0, 0, 0, 0, 0, 0, 900, 0, 0]
    model = tiny({"w=форум": [0, 0, 900, 0, 0, 0, 0, 0, 0], "l=за": goes_on, "l=мир": goes_on, "l=в": goes_on})
    text = "Днес Форум за мир в сряда."
    assert [text[it.start : it.stop] for it in read(text, {}, Weigher(model)) if it.type == "ORG"] == ["Форум за мир"]


def test_weights_add_up_and_unknown_features_weigh_nothing() -> None:
    one, two = [5, -7, 0, 1, 0, 0, 0, 0, 2], [-9, 3, 0, 1, 0, 0, 0, 0, -2]
    tagger = tiny({"a": one, "b": two})
    together = [x + y for x, y in zip(one, two, strict=True)]
    assert tagger.weigh(["a", "b", "c"]) == packed([it - together[0] for it in together])


def test_a_word_goes_on_with_a_name_only_where_it_is_joined_to_it() -> None:
    tagger = tiny({"first": [0, 900, 0, 0, 0, 0, 0, 0, 0], "next": [0, 100, 0, 0, 0, 800, 0, 0, 0]})
    weights = [unpacked(tagger.weigh([it])) for it in ("first", "next")]
    joined = tagger.read(weights, [True, True], [False, True])
    apart = tagger.read(weights, [True, True], [False, False])
    assert [[LABELS[it] for it in labels] for labels in (joined, apart)] == [["B-PER", "I-PER"], ["B-PER", "B-PER"]]


def test_the_likeliest_of_all_readings_is_found() -> None:
    tagger, chance = shipped(), random.Random(7)
    named = 0
    for _ in range(60):
        weights = [[chance.randrange(-5000, 5000) for _ in LABELS] for _ in range(3)]
        capital = [True, *(chance.random() < 0.5 for _ in range(2))]
        joined = [False, *(chance.random() < 0.8 for _ in range(2))]
        readings = [it for it in product(range(len(LABELS)), repeat=3) if may_be(it, capital, joined)]
        found = tagger.read(weights, capital, joined)
        assert found == list(max(readings, key=lambda it: weight_of(it, weights, tagger)))
        named += any(found)
    assert 10 < named < 60


def may_be(labels: Sequence[int], capital: Sequence[bool], joined: Sequence[bool]) -> bool:
    names = [LABELS[it].partition("-") for it in labels]
    for at, (place, _, kind) in enumerate(names):
        if place == "B" and not capital[at]:
            return False
        if place == "I" and not (joined[at] and names[at - 1][2] == kind):
            return False
    return True


def weight_of(labels: Iterable[int], weights: Sequence[Sequence[int]], tagger: Tagger) -> int:
    places = list(labels)
    between = sum(tagger.head.transitions[one][two] for one, two in pairwise(places))
    return between + sum(row[it] for row, it in zip(weights, places, strict=True))


def test_a_word_alone_is_read_as_together_with_others() -> None:
    tagger, chance = shipped(), random.Random(8)
    for _ in range(50):
        weights = [chance.randrange(-5000, 5000) for _ in LABELS]
        assert [tagger.alone(weights)] == tagger.read([weights], [True], [False])


def test_a_greater_margin_makes_surer() -> None:
    assert [tiny({}).score(margin) for margin in (-3, 0, 499, 500, 9000)] == [0.25, 0.25, 0.25, 0.75, 0.75]
    scores = shipped().head.scores
    assert scores == sorted(scores)
    assert 0 <= scores[0] < scores[-1] <= 1


@pytest.mark.parametrize("raw", [b"", b"no model", b'{"version": 1}\n', MODEL.read_bytes()[:5000]])
def test_a_damaged_model_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="model of names"):
        Tagger(raw)


def test_the_model_is_read_only_where_a_name_is_asked_for() -> None:
    page, loaded = govarchive.page_from_text(ARTICLE + "\nтел. 0888 000 000"), shipped_weigher.cache_info
    names.cache_clear()
    shipped_weigher.cache_clear()
    assert [it.kind for it in govarchive.extract(page, [BY_NAME["phone"]])] == ["phone"]
    assert loaded().currsize == 0
    assert govarchive.extract(page, [BY_NAME["person"]])
    assert loaded().currsize == 1


def test_the_model_is_small_and_names_its_licence() -> None:
    assert MODEL.stat().st_size <= 6_000_000
    assert "CC BY-SA 4.0" in (MODEL.parent / "MODEL_LICENSE.md").read_text(encoding="utf-8")
    assert "model.bin" in (ROOT / "govarchive" / "data" / "SOURCES.md").read_text(encoding="utf-8")


def test_what_is_weighed_is_what_was_learned() -> None:
    for page in map(fold, (ARTICLE, "", "Осло", 'Тръмп - "Ройтерс"')):
        sights, weigher = Sights(page), shipped_weigher()
        sights.mark(rules(page))
        totals = Totals(sights, weigher)
        for at in range(len(sights.words)):
            assert totals.of(at) == sum(map(weigher.tagger.weigh, sights.groups(at)))


def shown(text: str) -> dict[str, set[str]]:
    """What is weighed of each word of a text."""
    sights = Sights(text)
    sights.mark(rules(text))
    return {word: {it for group in sights.groups(at) for it in group} for at, word in enumerate(sights.words)}


def test_words_in_quotes_are_told_from_what_somebody_says() -> None:
    marked = shown(
        'Движение "Свободен бряг" и "Осло" мълчат. "Ние няма да си тръгнем оттук, преди да ни приемат", казаха.'
    )
    assert {"QB", "QB2"} <= marked["Свободен"]
    assert {"QE", "QE2"} <= marked["бряг"]
    assert "QB1" in marked["Осло"]
    assert not [it for word in ("Движение", "и", "мълчат", "Ние") for it in marked[word] if it.startswith("Q")]


def test_words_of_names_tell_what_stands_beside_them() -> None:
    marked = shown("Вчера край остров Хвен компания Аурланд мълча.")
    assert "-1:cl=до:земя" in marked["Хвен"]
    assert {"-1:cl=до:фирма", "-2:w=хвен"} <= marked["Аурланд"]


def test_what_stands_beside_a_word_once_is_known_wherever_it_stands() -> None:
    told = {"DPcl=до:човек", "DNcl=до:казва"}
    sights = Sights("Една пътничка Ежана заяви това. После Ежана. Лодка.")
    sights.mark({})
    ezhana, later, boat = ({it for group in sights.groups(at) for it in group} for at in (2, 6, 7))
    assert told <= ezhana
    assert told <= later
    assert not told & boat


def test_what_the_rules_found_is_shown_to_the_model() -> None:
    text = "Вчера Харалд Бьоркман мълча."
    sights = Sights(text)
    sights.mark(rules(text))
    marked = {sights.words[at]: {it for group in sights.groups(at) for it in group} for at in sights.stretches[0]}
    assert "RPB=name" in marked["Харалд"]
    assert "RPI=name" in marked["Бьоркман"]
    assert not {"RPB", "RPI"} & marked["мълча"]
