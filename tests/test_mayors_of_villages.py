"""Several who serve villages, each behind his own in one sentence or one line."""

import pytest
from making import people


@pytest.mark.parametrize(
    "end", [" и с. Черни вир – Пепа Минева.", ", и с. Черни вир – Пепа Минева.", ", с. Черни вир – Пепа Минева."]
)
def test_each_of_several_mayors_is_of_the_village_before_the_name(end: str) -> None:
    text = f"Присъстваха кметовете на с. Горно Поле – Иво Рендов, с. Долно Поле – инж. Зара Илева{end}"
    assert people(text) == [
        ("Иво Рендов", "кмет", "с. Горно Поле"),
        ("Зара Илева", "кмет", "с. Долно Поле"),
        ("Пепа Минева", "кмет", "с. Черни вир"),
    ]


@pytest.mark.parametrize(
    ("head", "office"),
    [("Кметове на кметства", "кмет"), ("Кметове", "кмет"), ("Кметски наместници", "кметски наместник")],
)
@pytest.mark.parametrize("mark", ["", "с. "])
@pytest.mark.parametrize("apart", [", ", "; "])
def test_a_list_in_the_line_of_its_head_tells_village_and_name(head: str, office: str, mark: str, apart: str) -> None:
    text = f"{head}: {mark}Бърдово – Иво Рендов{apart}{mark}Рендово – Зара Илева"
    assert people(text) == [("Иво Рендов", office, f"{mark}Бърдово"), ("Зара Илева", office, f"{mark}Рендово")]


def test_several_mayors_of_two_villages_are_not_told_apart() -> None:
    told = people("Дойдоха кметовете на селата Бърдово и Рендово – Иво Рендов и Зара Илева.")
    assert [(name, office) for name, office, _ in told] == [("Иво Рендов", "кмет"), ("Зара Илева", "кмет")]
    assert told[0][2] != "Рендово"


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Празник в с. Телериг\nКметът на селото Рада Пенева поздрави всички.", "с. Телериг"),
        ("Клубът в село Орешец бе открит от кмета на селото Рада Пенева.", "село Орешец"),
        ("В с. Телериг и с. Орешец има празник. Кметът на селото Рада Пенева поздрави всички.", None),
        ("Кметът на селото Рада Пенева поздрави всички. Утре е празникът на с. Телериг.", None),
    ],
)
def test_the_mayor_of_the_village_that_was_told_alone(text: str, village: str | None) -> None:
    assert people(text) == [("Рада Пенева", "кмет", village)]


@pytest.mark.parametrize("apart", [" – ", ": ", ", "])
@pytest.mark.parametrize("office", [" – {}", ", {}, тел. 841 234", " ({})"])
def test_the_village_that_begins_the_line_of_who_serves_it(apart: str, office: str) -> None:
    lines = [f"с. {place}{apart}{name}" for place, name in (("Телериг", "Рада Пенева"), ("Орешец", "Цоло Ганев"))]
    text = f"Приемни в селата\n{lines[0]}{office.format('кмет')}\n{lines[1]}{office.format('кметски наместник')}\n"
    told = [("Рада Пенева", "кмет", "с. Телериг"), ("Цоло Ганев", "кметски наместник", "с. Орешец")]
    assert people(text) == told


def test_a_village_before_whoever_does_not_serve_it() -> None:
    assert people("с. Телериг – Рада Пенева, библиотекар\n") == [("Рада Пенева", "библиотекар", None)]


@pytest.mark.parametrize(
    ("office", "villages"),
    [
        ("кметовете", "с. Бърдово и с. Рендово – "),
        ("кметските наместници", "с. Бърдово и на с. Рендово: "),
        ("кметовете", "с. Бърдово и с. Рендово - г-н "),
    ],
)
def test_as_many_villages_as_names_are_told_in_turn(office: str, villages: str) -> None:
    told = people(f"Дойдоха {office} на {villages}Иво Рендов и Зара Илева.")
    assert [(name, body) for name, _, body in told] == [("Иво Рендов", "с. Бърдово"), ("Зара Илева", "с. Рендово")]


def test_fewer_villages_than_names_are_nobodys() -> None:
    told = people("Дойдоха кметовете на с. Бърдово и с. Рендово – Иво Рендов, Мая Донева и Зара Илева.")
    assert [body for _, _, body in told] == [None, None, None]


@pytest.mark.parametrize(
    ("head", "text", "body"),
    [
        ("Общински съвет – Елена", "Дойдоха Иво Рендов – кмет на общината, и кметът на с. Майско.", "Община Елена"),
        ("Община Елена", "В с. Майско чешмата откри кметът на общината Иво Рендов.", "Община Елена"),
        ("Община Елена", "В с. Майско чешмата откри кметът Иво Рендов.", None),
    ],
)
def test_the_mayor_of_the_municipality_beside_villages(head: str, text: str, body: str | None) -> None:
    assert people(f"{head}\n{text}") == [("Иво Рендов", "кмет", body)]


@pytest.mark.parametrize("village", ["с. Глашатай", "с. Капитан Андреево", "село Войвода"])
@pytest.mark.parametrize(
    ("head", "office"), [("Кметски наместници", "кметски наместник"), ("Кметове:", "кмет"), ("Кметове на села", "кмет")]
)
def test_a_village_that_is_called_as_an_office_is_none(village: str, head: str, office: str) -> None:
    told = people(f"{head}\n{village} - Рада Пенева\nс. Бърдово - Цоло Ганев")
    assert told == [("Рада Пенева", office, village), ("Цоло Ганев", office, "с. Бърдово")]
