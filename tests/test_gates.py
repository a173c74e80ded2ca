"""Cheap looks before a search refuse no page that the search finds something on: both are asked of the same texts."""

import re
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import examples

from govarchive.data import table
from govarchive.kinds import bic, eik, email, iban, url
from govarchive.link import passing, titles
from govarchive.link.labels import sums_told
from govarchive.link.offices import unlisted
from govarchive.link.offices.bodies import affiliations, employers, groups, leads, pointing, reached
from govarchive.link.offices.callings import NURSE
from govarchive.link.offices.laid_out import next_in_office, plain_rows
from govarchive.names.roles.phrase import role_at, role_first, role_whole, role_words
from govarchive.names.roles.words import head_of
from govarchive.text import glance
from govarchive.text.documents import anchors as document_anchors
from govarchive.text.fold import lower
from govarchive.text.hours.hyphened import clear
from govarchive.text.needles import holds

_PIECES = """BG80 |вG 8|А B|g |GB-2|IBAN|BNBGBGSD|БИК: |swift|віс |@|(at)| [dot] | at primer dot bg|_AT_|www.|://|tp//
|бг|.bg|ECLI:BG:AD703:2016:2016.1|К|İ|№ | BG1|100 200 3|00.4|-00|8-30 до 17|24/7|²|⁰| | .|-|/|, |5|12|1234567"""
TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES.split("|")), st.text(max_size=4)), max_size=16).map("".join)


class _All(bytes):
    """As if a page held every sign and word."""

    def __contains__(self, seen: object) -> bool:
        return True


def _ungated(module: ModuleType, text: str) -> list[object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "latin", lambda _: _All())
        return _found(module, text)


def _found(module: ModuleType, text: str) -> list[object]:
    if module is document_anchors:
        return [*document_anchors.anchors(text)]
    return [*module._found.__wrapped__(text)] if module is bic else [*module.find(text)]


latin = pytest.mark.parametrize("module", [bic, eik, email, url, document_anchors], ids=lambda it: it.__name__)


@latin
@given(text=TEXTS)
def test_a_look_at_the_latin_letters_hides_nothing(module: ModuleType, text: str) -> None:
    assert _found(module, text) == _ungated(module, text)


@latin
@pytest.mark.parametrize("kind", ["bic", "eik", "email", "url", "document"])
def test_nor_does_it_in_what_the_tables_hold(module: ModuleType, kind: str) -> None:
    for row in examples(kind):
        assert _found(module, row.text) == _ungated(module, row.text)


@given(TEXTS)
def test_accounts_begin_wherever_two_letters_lead_to_a_digit(text: str) -> None:
    assert [*iban._starts(text)] == [it.start() for it in iban._ANCHOR.finditer(text)]


@given(TEXTS)
@example(" 1234567")  # a mark that joins, and nothing before it
def test_long_numbers_are_those_of_one_search(text: str) -> None:
    searched = re.finditer(r"[0-9](?:[ ./-]?[0-9]){6,}+", text)
    assert glance.long_numbers(text) == tuple(it.span() for it in searched)


@given(st.one_of(TEXTS, st.just("от 8-30 до 17-00")))
def test_hours_are_made_plain_wherever_they_are_not(text: str) -> None:
    low = lower(text)
    assert clear(low) == low or "-" in glance.numerals(text).parts


_SAID = """овчарят |овчаря |Овчарят|ОВЧАРЯТ |млад |гл.|ст. |кларинетистите |бармани |каза |на | НА |в |във |към |село
|, |. | -|- |:|\t|("""
LEADS = st.lists(st.sampled_from(_SAID.split("|")), max_size=9).map("".join)


@given(LEADS)
@example("Видя го овчарят на мандрата ")
@example("Пя кларинетистката в хор Роза ")
@example("старши огнеборец ")
def test_offices_that_no_list_has_are_those_of_one_search(lead: str) -> None:
    end = len(lead)
    callings = [it for it in unlisted._OF.finditer(lead) if (said := unlisted._calling(it["noun"])) and said.definite]
    assert unlisted._farther(lead, 0, end) == (unlisted._role(callings[-1], 0) if callings else None)
    near, first = unlisted._noun_at_end(lead), unlisted._BEFORE.search(lead)
    assert (near and near.span()) == (first and first.span())


def test_heads_of_columns_are_asked_only_where_a_noun_tells_an_office() -> None:
    for row in table("manual_roles"):
        for name in filter(None, (row["role"], row["feminine"], row["role"].capitalize())):
            line = f"Училище {name} Телефон"
            assert plain_rows._may_tell_office(line) or not any(it.role for it in plain_rows._heads(line))
    assert not plain_rows._may_tell_office("Училище Адрес Телефон")


def test_an_office_of_one_word_is_told_by_its_end() -> None:
    for row in table("manual_roles"):
        for name in filter(None, (row["role"], row["feminine"], f"зам.-{row['role']}", f"заместник-{row['role']}")):
            assert " " in name or bool(unlisted._listed(name)) == bool(role_whole(name) or head_of(name) == NURSE)


def test_a_role_is_told_by_its_first_word() -> None:
    for row in table("manual_roles"):
        for name in filter(None, (row["role"], row["feminine"], row["role"].upper(), f"вр.и.д. {row['role']}.")):
            assert role_first(name) == role_at(role_words(name), 0)
            assert role_first(f"(2) {name}") == role_at(role_words(f"(2) {name}"), 0)


_PRINTED = (
    "Заседание на | във |ВЪВ | НА|Пресцентър |ПРЕС ЦЕНТЪР на|връзки с обществеността |Източник: |комисар |ст. |инсп."
    "|мл.инсп. |подполковник|След него | го последва |сменен от |На негово място е |постa му е |, |1990 г.|2015 год|."
    "|отборът на гимназията|, в състав |ТИМ НА УЧИЛИЩЕТО В СЪСТАВ|състав на отбора| : |, За:|тел. (|8:30 - 17|a@"
    "|жалби до |ЗЛОУПОТРЕБИ |при сигнали|Спешни случаи"
    '|"|! |са |ще | Се |отиде. Той|От |общината|: |Общинския съвет| - |(|@|094 12 34 5|094 12 3'
)
PRINTED = st.lists(st.sampled_from(_PRINTED.split("|")), max_size=6).map("".join)


@given(PRINTED)
@example("Заседание на")
@example("Пресцентър на ")
@example("подполковник ")
@example(" На негово място е ")
@example("От общината: ")
@example("отборът на гимназията, в състав: ")
@example("Състав на отбора: ")
@example("Община Х, За: ")
@example("тел. (")
@example('кооперация "Х" с ')
@example("ЖУРИ ПОД РЪКОВОДСТВОТО НА ")
@example("жури с ")
@example("ЗЛОУПОТРЕБИ ")
def test_what_an_expression_needs_is_in_all_it_finds(text: str) -> None:
    assert titles._WRITES.search(text) is None or text.endswith(titles._WRITES_END)
    assert titles._PRESS.search(text) is None or holds(text, titles._OF_PRESS)
    assert employers._RANK_BEFORE.search(text) is None or text.endswith(employers._RANK_ENDS)
    assert next_in_office._FOLLOWS_HIM.fullmatch(text) is None or holds(text, next_in_office._HIM)
    assert next_in_office._SUCCEEDS.fullmatch(text) is None or holds(text, next_in_office._PLACE)
    assert affiliations._GENERAL.fullmatch(text) is None or holds(text, affiliations._ENDS_GENERAL)
    assert affiliations._FOR.search(text) is None or text.endswith(affiliations._FOR_ENDS)
    assert leads._QUOTED.search(text) is None or text.rstrip(leads._BEHIND_QUOTED).endswith('"')
    assert pointing._GROUP.search(text) is None or text.endswith(pointing._GROUP_ENDS)
    assert groups._GENERAL.search(text) is None or groups._ends_general(text, 0, len(text))
    assert reached._REACHED.search(text) is None or reached._SIGN.search(text)
    assert passing._LEADS.match(text) is None or holds(lower(text), passing._COMPLAINTS)
    assert passing._COMPLAINING.search(text) is None or holds(lower(text), passing._COMPLAINTS)


@pytest.mark.parametrize(
    "lead", ["от", "ЗА", "на стойност", "на стойност от", "в размер на", "за общо", "на обща сума"]
)
@pytest.mark.parametrize("behind", ["", " ", " съответно"])
def test_a_noun_is_asked_of_all_that_leads_to_a_sum(lead: str, behind: str) -> None:
    assert sums_told.noun_of_sum(f"Получи заем {lead}{behind}") == "заем"


_BY_PLACE = re.compile(
    r"""(?<!\.)(?<![0-9]г)(?<![0-9][ ]г)(?<![0-9]год)(?<![0-9][ ]год)[.!?;]"?\Z
      | (?-i:[а-я]{3,}\.[ ][А-Я]) | (?<!\w)(?-i:е|са|бе|ще|се|че)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


@given(st.one_of(PRINTED, st.text('есабгоДГщч. 09!?;"Я', max_size=9)))
def test_what_begins_with_a_class_finds_the_same(text: str) -> None:
    assert bool(titles._SENTENCE.search(text)) == bool(_BY_PLACE.search(text))
    assert bool(plain_rows._DIGITS.search(text)) == bool(re.search(r"[0-9](?:[ /-]{0,3}[0-9]){4}|@", text))
    hours = re.search(r"[0-9][:.][0-9]{2}[ ]?-", text)
    assert bool(plain_rows._MAY_HOLD.search(text)) == bool(plain_rows._DIGITS.search(text) or hours)
