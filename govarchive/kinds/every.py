"""All kinds of record in the order that decides between two records of the same length at the same place."""

from govarchive.kinds import (
    Kind,
    address,
    bic,
    cadastre,
    document,
    egn,
    eik,
    ekatte,
    email,
    hours,
    iban,
    institution,
    lnch,
    money,
    person,
    phone,
    place,
    url,
)
from govarchive.kinds import date as date_

KINDS: tuple[Kind, ...] = (
    iban,
    bic,
    eik,
    egn,
    lnch,
    cadastre,
    ekatte,
    email,
    url,
    phone,
    money,
    date_,
    hours,
    document,
    address,
    institution,
    person,
    place,
)

BY_NAME: dict[str, Kind] = {kind.NAME: kind for kind in KINDS}
