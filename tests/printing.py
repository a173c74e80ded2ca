"""Strategies that print valid values as Bulgarian pages do, each in a sentence of its own.

Numbers are made up: check digits are computed, births lie before 1870, the accounts of banks that exist are nobody's.
"""

from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st

from govarchive.data import table
from govarchive.text.codes.checksums import mod_97, two_step_digit, weighted_sum

MONTHS = "януари февруари март април май юни юли август септември октомври ноември декември".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
WEEKDAYS = "понеделник вторник сряда четвъртък петък събота неделя".split()
SHORT_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ORDINALS = "първи втори трети четвърти пети шести седми осми девети десети единадесети дванадесети".split()


class Said(NamedTuple):
    """A sentence and the values of its records, all of one kind."""

    kind: str
    sentence: str
    values: tuple[str, ...]


def _digits(size: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=size, max_size=size)


def _said(kind: str, sentences: str, printed: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[Said]:
    """One of the sentences (a line each, `{}` for the value) with one of the printed values, several joined by `|`."""
    frames = st.sampled_from([line.strip() for line in sentences.strip().splitlines()])
    return st.builds(lambda frame, it: Said(kind, frame.format(it[0]), tuple(it[1].split("|"))), frames, printed)


def _day(at: date, style: str) -> str:
    """A day in one of the styles of `_DAYS`."""
    month, ending = MONTHS[at.month - 1], {1: "ви", 2: "ри", 7: "ми", 8: "ми"}.get(at.day % 10, "ти")
    ending = "ти" if 10 < at.day < 20 else ending
    return style.format(
        d=at.day, m=at.month, y=at.year, yy=at.year % 100, month=month, MONTH=month.upper(), roman=ROMAN[at.month - 1],
        th=ending, weekday=WEEKDAYS[at.weekday()], Weekday=WEEKDAYS[at.weekday()].capitalize(),
    )  # fmt: skip


_DAYS = (
    """
{d:02}.{m:02}.{y} г.|{d:02}.{m:02}.{y}г.|{d}.{m}.{y} год.|{d:02}.{m:02}.{y}|{d:02}. {m:02}. {y} г.|{d:02}/{m:02}/{y} г.
{d:02}-{m:02}-{y}|{y}-{m:02}-{d:02}|{d:02}.{m:02}.{yy:02} г.|{d:02}.{m:02}.{yy:02}г.|{d} {month} {y} г.
{d} {month} {y} година|{d} {MONTH} {y} ГОДИНА|{d}-{th} {month} {y} г.|{d} {month}, {y} г.|{d:02} {month} {y}г.
{d}.{roman}.{y} г.|{d}/{roman}/{y} г.|{Weekday}, {d} {month} {y} г.|{weekday}, {d:02}.{m:02}.{y} г.
„{d}“ {month} {y} г.|„{d:02}“ {m:02}. {y} г.|{d} {month} {y} г. ({weekday})|{d:02}.{m:02}.{y} г., {weekday}
""".strip()
    .replace("\n", "|")
    .split("|")
)
_TIMED = """
{} от {}:{} ч.|{}, {}:{}|{} в {}.{} часа|{} {}:{} часа|{} начало {}:{} ч.|{}/{}.{}ч./
""".strip().split("|")
_MOMENTS = ("{1}:{2} ч. на {0}", "{1}.{2} часа на {0}", "{1}:{2}ч. на {0}")
_DATE_FRAMES = """
    Съветът заседава на {}
    Решението беше взето на {} от комисията
    Публикувано на {}
    Дата: {}
    Търгът (обявен на {}) отпадна
    „Обявено на {}“
    Подписан на {}, влязъл в сила веднага
"""
# From 1941: two digits of a year stand for 1941 to 2040.
_ANY_DAY = st.dates(date(1941, 1, 1), date(2040, 12, 31))
_CLOCKS = st.tuples(st.integers(8, 19), st.sampled_from(["00", "15", "30", "45"]))


def _of_day(at: date, style: str) -> tuple[str, str]:
    return _day(at, style), at.isoformat()


def _of_moment(day: tuple[str, str], time: tuple[int, str], style: str) -> tuple[str, str]:
    hour, minutes = f"{time[0]:02}", time[1]
    return style.format(day[0], hour, minutes), f"{day[1]}T{hour}:{minutes}"


def _of_interval(first: date, days: int, style: str) -> tuple[str, str]:
    last = date.fromordinal(first.toordinal() + days)
    if first.month == last.month and "|" in style:
        short, whole = style.split("|")
        return f"{_day(first, short)}{_day(last, whole)}", f"{first}/{last}"
    return f"{_day(first, '{d:02}.{m:02}.{y}')} - {_day(last, '{d:02}.{m:02}.{y} г.')}", f"{first}/{last}"


DAYS = st.builds(_of_day, _ANY_DAY, st.sampled_from(_DAYS))
_PLAIN_DAYS = st.builds(
    _of_day, _ANY_DAY, st.sampled_from([style for style in _DAYS if "weekday" not in style.lower()])
)
_WITH_TIME = st.builds(_of_moment, _PLAIN_DAYS, _CLOCKS, st.sampled_from([*_TIMED[:5], *_MOMENTS]))
_INTERVALS = st.builds(
    _of_interval,
    _ANY_DAY,
    st.integers(1, 9),
    st.sampled_from(["{d}-|{d} {month} {y} г.", "{d} до |{d} {month} {y} г.", "{d:02} - |{d:02}.{m:02}.{y} г.", ""]),
)
_YEARS = st.integers(1900, 2040)
_LONGER = st.one_of(
    st.builds(
        lambda y, m: (
            f"{MONTHS[m]}, {MONTHS[m + 1]} и {MONTHS[m + 2]} {y} г.",
            "|".join(f"{y}-{m + n:02}" for n in (1, 2, 3)),
        ),
        _YEARS,
        st.integers(0, 9),
    ),
    st.builds(
        lambda n, m: (f"{n}-{n + m} век", f"{n - 1:02}XX/{n + m - 1:02}XX"), st.integers(9, 19), st.integers(1, 2)
    ),
    st.builds(lambda n: (f"{ROMAN[n - 1]} век", f"{n - 1:02}XX"), st.integers(4, 12)),
    st.builds(lambda y, m: (f"{MONTHS[m - 1]} {y} г.", f"{y}-{m:02}"), _YEARS, st.integers(1, 12)),
    st.builds(lambda y, n: (f"{ROMAN[n - 1]} тримесечие на {y} г.", f"{y}-{32 + n}"), _YEARS, st.integers(1, 4)),
    st.builds(lambda y: (f"{y} година", f"{y}"), _YEARS),
    st.builds(lambda y: (f"{y}/{y + 1} г.", f"{y}/{y + 1}"), _YEARS),
    st.builds(lambda d, m: (f"{ORDINALS[d]} {MONTHS[m]}", f"XXXX-{m + 1:02}-{d + 1:02}"), *[st.integers(0, 11)] * 2),
)
DATES = st.one_of(
    _said("date", _DATE_FRAMES, st.one_of(DAYS, _WITH_TIME)),
    _said("date", "Изложбата е от {}\nОтсъства в периода {} поради отпуск", _INTERVALS),
    _said("date", "Отчет за {} на читалището\nПриходите през {} намаляха", _LONGER),
)


def _fixed(code: str, rest: str, style: int) -> tuple[str, str]:
    """A number of eight national digits whose own part does not begin with 0 or 1."""
    own = rest[: 8 - len(code)]
    own = f"{max(int(own[0]), 2)}{own[1:]}"
    twos = " ".join(own[at : at + 2] for at in range(0, len(own), 2))
    threes = f"{own[:3]} {own[3:]}"
    printed = (
        f"0{code}/{own}", f"0{code}/ {twos}", f"(0{code}) {threes}", f"0{code} {threes}", f"+359 {code} {threes}",
        f"0{code}-{own}", f"+359{code}{own}", f"00359 {code} {twos}", f"(+359 {code}) {threes}", f"0{code} / {twos}",
        f"0{code}{own}", f"+359 ({code}) {own}", f"0{code}/{own[:2]}-{own[2:4]}-{own[4:]}", f"+359 (0){code} {threes}",
    )  # fmt: skip
    return printed[style % len(printed)], f"+359{code}{own}"


def _mobile(head: str, rest: str, style: int) -> tuple[str, str]:
    whole = head + rest
    printed = (
        f"0{whole}", f"0{head} {rest[:3]} {rest[3:]}", f"0{head}/{rest}", f"+359 {head} {rest[:3]} {rest[3:]}",
        f"0{head} {rest[:2]} {rest[2:4]} {rest[4:]}", f"+359{whole}", f"0{head}-{rest[:3]}-{rest[3:]}", f"00359{whole}",
        f"(0{head}) {rest[:2]} {rest[2:4]} {rest[4:]}", f"0{head}/{rest[:3]} {rest[3:]}", f"(+359) {head} {rest}",
    )  # fmt: skip
    return printed[style % len(printed)], f"+359{whole}"


def _special(head: str, rest: str, style: int) -> tuple[str, str]:
    printed = (f"0{head} {rest[:2]} {rest[2:]}", f"0{head}{rest}", f"0{head} {rest}", f"0{head}/{rest[:3]} {rest[3:]}")
    return printed[style % len(printed)], f"+359{head}{rest}"


def _listed(code: str, rest: str, next_: int, style: int) -> tuple[str, str]:
    """Two numbers that share their area code, the second printed without it or by its last digits."""
    whole, value = _fixed(code, rest[:-2] + f"{next_:02}", 1)
    own = value[4 + len(code) :]
    second = f"{own[:-2]}{next_ + 1:02}"
    twos = " ".join(second[at : at + 2] for at in range(0, len(second), 2))
    printed = (f"{whole}; {twos}", f"{whole}/{second[-2:]}", f"{whole}, {twos}", f"{whole} - {second[-2:]}")
    return printed[style % len(printed)], f"{value}|+359{code}{second}"


def _extended(number: tuple[str, str], extension: int, style: int) -> tuple[str, str]:
    mark = (", вътр. {}", " вътр. {}", " (вътр. {})", ", вн. {}", " доп. {}")[style % 5]
    return number[0] + mark.format(extension), f"{number[1]};ext={extension}"


_STYLES = st.integers(0, 200)
_FIXED = st.builds(_fixed, st.sampled_from("2 32 42 52 56 64 73 76 84 92 94".split()), _digits(7), _STYLES)
_MOBILE = st.builds(_mobile, st.sampled_from("877 878 882 886 888 889 897 898 988".split()), _digits(6), _STYLES)
_SPECIAL = st.builds(_special, st.sampled_from(["700", "800"]), _digits(5), _STYLES)
_EXTENDED = st.builds(_extended, _FIXED, st.integers(10, 999), _STYLES)
_LISTED = st.builds(_listed, st.sampled_from("32 42 52 56 64".split()), _digits(7), st.integers(10, 98), _STYLES)
_SHORT = st.sampled_from([("112", "112"), ("116 111", "116111"), ("150", "150"), ("166", "166")])
PHONES = _said(
    "phone",
    """
    тел. {}
    Телефон: {}
    Тел/факс: {}
    За справки: тел.: {}, всеки делничен ден
    (тел. {})
    Деловодство – тел. {}
    GSM {}
    """,
    st.one_of(_FIXED, _MOBILE, _SPECIAL, _SHORT, _LISTED, _EXTENDED),
)


def _iban(bank: str, branch: str, kind: str, account: str, style: int) -> tuple[str, str]:
    body = f"{bank}{branch}{kind}{account}"
    value = f"BG{98 - mod_97(body + 'BG00'):02}{body}"
    fours = " ".join(value[at : at + 4] for at in range(0, 22, 4))
    odd = f"{value[:2]} {value[2:4]} {value[4:8]} {value[8:12]} {value[12:14]} {value[14:]}"
    alike = fours.translate(str.maketrans("BCAT", "ВСАТ"))
    printed = (fours, value, odd, fours.replace(" ", "-"), " ".join(value), alike, fours.replace(" ", "\n", 1))
    return printed[style % len(printed)], value


_BANKS = [row["bank_code"] for row in table("manual_banks")]
IBANS = _said(
    "iban",
    """
    IBAN: {}
    Сметка {} при банката
    по банкова сметка: {}, основание такса
    IBAN:{}
    (IBAN {})
    """,
    st.builds(
        _iban, st.sampled_from(_BANKS), _digits(4), st.sampled_from(["84", "33", "31", "10"]), _digits(8), _STYLES
    ),
)
BICS = _said(
    "bic",
    "BIC: {}\nSWIFT код: {}\nBIC {}, валута лева",
    st.sampled_from([(row["bic"], row["bic"]) for row in table("manual_banks")]),
)


def _eik(first: str, branch: str, style: int) -> tuple[str, str]:
    nine = first + str(two_step_digit(first, range(1, 9), range(3, 11)))
    whole = f"{nine}{branch}{two_step_digit(nine[8] + branch, (2, 7, 3, 5), (4, 9, 5, 7))}"
    groups = f"{nine[:3]} {nine[3:6]} {nine[6:]}"
    return ((nine, nine), (whole, whole), (groups, nine), (f"BG{nine}", nine), (f"BG {nine}", nine))[style % 5]


EIKS = _said(
    "eik",
    "ЕИК {}\nБулстат: {}\nЕИК по БУЛСТАТ {}, с адрес на управление\nЕИК: {}\nИН по ЗДДС: {}\n(БУЛСТАТ {})",
    st.builds(_eik, _digits(8).filter(lambda it: it.strip("0") != ""), _digits(3), _STYLES),  # noughts are nobody's
)


def _egn(born: date, serial: str) -> tuple[str, str]:
    first = f"{born.year % 100:02}{born.month + 20:02}{born.day:02}{serial}"
    value = f"{first}{weighted_sum(first, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10}"
    return value, value


def _lnch(first: str) -> tuple[str, str]:
    value = f"{first}{weighted_sum(first, (21, 19, 17, 13, 11, 9, 7, 3, 1)) % 10}"
    return value, value


EGNS = _said(
    "egn", "ЕГН {}\nс ЕГН: {}\nЕГН: {}", st.builds(_egn, st.dates(date(1800, 1, 1), date(1869, 12, 31)), _digits(3))
)
LNCHS = _said("lnch", "ЛНЧ {}\nс ЛНЧ: {}", st.builds(_lnch, _digits(9)))


def _email(name: str, host: str, style: int) -> tuple[str, str]:
    value = f"{name}@{host}"
    printed = (value, value.upper(), f"{name} @ {host}", f"{name}(at){host}", f"{name} [at] {host}", f"mailto:{value}")
    return printed[style % len(printed)], value


_NAMES = st.from_regex(r"[a-z][a-z0-9]{1,8}([._-][a-z]{2,8})?", fullmatch=True)
_HOSTS = st.builds(
    "{}.{}".format, st.from_regex(r"[a-z]{3,9}(-[a-z]{3,8})?", fullmatch=True), st.sampled_from(["bg", "com", "eu"])
)
EMAILS = _said(
    "email",
    "e-mail: {}\nел. поща {}\nПишете ни на {}\nE-mail {}, деловодство\n(имейл: {})",
    st.builds(_email, _NAMES, _HOSTS, _STYLES),
)


def _url(host: str, path: str, style: int) -> tuple[str, str]:
    value = (f"https://{host}{path}", f"http://www.{host}{path}", f"www.{host}{path}")[style % 3]
    return value, value


URLS = _said(
    "url",
    "Сайт: {}\nПовече на адрес {}\n({})\nвж. {} за подробности",
    st.builds(_url, _HOSTS, st.sampled_from(["", "/", "/novini", "/bg/2016/05?id=7&p=2", "/Новини"]), _STYLES),
)


def _hours(days: tuple[int, int], times: tuple[int, int], lunch: bool, style: int) -> tuple[str, str]:
    (first, last), (opens, closes) = days, times
    names, osm = (WEEKDAYS[first], WEEKDAYS[last]), f"{SHORT_DAYS[first]}-{SHORT_DAYS[last]}"
    hours = f"{opens:02}:00-{closes:02}:30"
    printed = (
        f"{names[0]} - {names[1]}: {opens}:00 - {closes}:30",
        f"от {names[0]} до {names[1]} от {opens:02}.00 до {closes:02}.30 часа",
        f"{names[0]}-{names[1]} {opens:02}:00-{closes:02}:30 ч.",
        f"{names[0]} – {names[1]}, от {opens} ч. до {closes}:30 ч.",
    )[style % 4]
    if lunch and style % 4 < 2:
        printed += " с обедна почивка от 12:15 до 12:45 ч."
        hours = f"{opens:02}:00-12:15,12:45-{closes:02}:30"
    if last < 5 and style > 100:
        printed, hours = f"{printed}; събота и неделя - почивни дни", f"{hours}|Sa-Su off"
    return printed, f"{osm} {hours}"


HOURS = _said(
    "hours",
    "Работно време: {}\nПрием на граждани: {}",
    st.builds(
        _hours,
        st.sampled_from([(0, 4), (0, 3), (1, 5), (0, 5), (2, 4)]),
        st.tuples(st.integers(8, 10), st.integers(14, 19)),
        st.booleans(),
        _STYLES,
    ),
)
BY_KIND = {
    "date": DATES, "phone": PHONES, "iban": IBANS, "bic": BICS, "eik": EIKS, "egn": EGNS, "lnch": LNCHS,
    "email": EMAILS, "url": URLS, "hours": HOURS,
}  # fmt: skip
