"""Column heads: what tables of people have at the head of the columns beside those of names and offices."""

from govarchive.link.units import PARTS, any_of

NUMBERS = r"""(?: (?:Мобилен[ ])?Тел(?:ефон(?:и|ен[ ]номер)?)?\.?(?:[ ]за[ ](?:контакт|връзка)и?)? | Факс | GSM | Моб
    | E-?mail | Имейл | Ел\.[ ]?поща | Електронна[ ]поща )"""
"""How somebody is reached."""

OTHERS = rf"""(?: №(?:[ ]по[ ]ред)? | Населено[ ]място | Село | Селище | Кметство | Община | Район | Град
    | Адрес | Училище | Читалище | (?:Детска[ ])?(?:градина|ясла) | ДГ
    | Институция | Наименование | Организация | Стая | Кабинет | Етаж
    | {any_of(PARTS)} | (?:Работно|Приемно)[ ]време | Приемен[ ]ден | Интернет[ ]страница | Сайт )"""
"""Of which body or place somebody is, where and when he is there."""
