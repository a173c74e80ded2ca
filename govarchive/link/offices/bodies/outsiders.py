"""Outsiders: offices of those whom pages name without their being of the body: members of parliament, artists.

Those on a side of a case, or heard in it, are of no body at all.
"""

from functools import lru_cache

from govarchive.link.offices.posts import Post

_SIDES = frozenset(
    "ищец ответник жалбоподател заявител подател длъжник взискател обвиняем подсъдим "
    "защитник повереник свидетел".split()
)
# But for the ministers of a ministry.
OUTSIDERS = _SIDES.union(
    "депутат министър премиер посланик кандидат представител участник гост гражданин лауреат родител "
    "наблюдател редактор репортер фотограф комисар "
    "адвокат нотариус журналист писател поет художник композитор собственик наемател купувач "
    "възложител автор водач съставител лектор общественик краевед "
    "търговец земеделец производител пенсионер партия коалиция застъпник дарител спонсор "
    "победител доброволец жител ученик студент пациент читател посетител спортист състезател ветеран пострадал "
    "певец певица борец футболист волейболист шампион свещеник ходжа имам "
    "скулптор следовател кметица поетеса "
    "заявителка молител продавач ползвател наследник собственичка частен "
    "доставчик контрагент кредитор".split()
)
"""Who is named in the lists of a body without being of it."""

# Of them those whom a body may employ: below its name they are its own, as far as it has such an office.
_EMPLOYED = frozenset(
    "комисар следовател редактор репортер журналист фотограф художник композитор скулптор певец певица свещеник "
    "кметица".split()
)
_HEARD = "вещо лице"
_FOR_THEMSELVES = _SIDES.union(
    "собственик собственичка наемател ползвател купувач продавач наследник заявителка молител нотариус частен".split()
)
_CONTRACTOR = "изпълнител"  # but a bailiff, who serves a court, is `съдебен изпълнител`

DEPUTY_MINISTER = "заместник-министър"
_MINISTER, _CHAIR = "министър", "председател"
_LEADING_ARTIST = frozenset({"главен", "художник"})  # of a theatre, a town


def is_outsider(post: Post, listed: bool) -> bool:
    """Whether who has an office is not of the body whose page names him: asked first, as it takes no more than words.

    `listed` who is told in a list, where a minister is of the ministry.
    """
    words = words_of(post.name)
    if post.name in (_CONTRACTOR, _HEARD):
        return True
    return not (OUTSIDERS.isdisjoint(words) or words >= _LEADING_ARTIST or is_at_home(post, listed))


def is_guest(post: Post) -> bool:
    """Whether somebody below the name of a body is not of it: an outsider, and none whom such a body employs."""
    return is_outsider(post, listed=True) and _EMPLOYED.isdisjoint(words_of(post.name))


def is_private(post: Post) -> bool:
    """Whether somebody is told for himself: an owner, who applies, a notary; none of them serves a public body."""
    return post.name == _CONTRACTOR or not _FOR_THEMSELVES.isdisjoint(words_of(post.name))


def is_of_no_body(post: Post) -> bool:
    """Whether an office is that of a side before a court or an authority, or of whom it hears."""
    return post.name == _HEARD or not _SIDES.isdisjoint(words_of(post.name))


def is_at_home(post: Post, listed: bool) -> bool:
    """Whether an office is that of a minister on the page of a ministry."""
    words = words_of(post.name)
    own = listed or DEPUTY_MINISTER in post.name or is_minister(post)
    return own and _MINISTER in words and _CHAIR not in words


def is_minister(post: Post) -> bool:
    """Whether an office is that of the minister told of before: `Министърът А откри`."""
    return post.definite and post.name == _MINISTER


@lru_cache(maxsize=512)
def words_of(office: str) -> frozenset[str]:
    """The words of an office, those of women as of men, too: `управителка`."""
    words = office.replace("-", " ").split()
    return frozenset((*words, *(it.removesuffix("ка") for it in words)))
