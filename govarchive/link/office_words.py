"""Words that are an office and nothing else but what it is for or of.

>>> is_office_alone('Заместник-кмет "Финанси"'), is_office_of("НАЧАЛНИК НА РУО - РАЗГРАД")
(True, True)
>>> is_office_of("Директорът каза, че ще дойде"), office_at_end("обслужващия ветеринарен лекар (")
(False, 'ветеринарен лекар')
"""

import re
from functools import lru_cache

from govarchive.link.label_words import EDGE
from govarchive.names.role_phrase import role_at, role_whole, role_words

_FIELD = re.compile(r'[ ]?-?[ ]?"[^"\n]{2,90}"?[ ]*\Z')
# What an office is of: ` на РУО - РАЗГРАД`, ` отдел "Култура"`.
_OF_OFFICE = re.compile(
    r"[ -]{1,3}(?:[^\W\d_][^\W\d_.-]*|\"[^\"\n]{2,60}\"?)(?:[ -]{1,3}(?:[^\W\d_]+|\"[^\"\n]{2,60}\"?)){0,7}"
)
_LONGEST_OFFICE = 40
_MOST_WORDS = 5


def is_office_alone(words: str) -> bool:
    """Whether words are an office and nothing else but its field in quotes."""
    return role_whole(_FIELD.sub("", words)) is not None


@lru_cache(maxsize=512)
def is_office_of(words: str) -> bool:
    """Whether words are an office and what it is of: `Началник отдел "Култура"`, `НАЧАЛНИК НА РУО - РАЗГРАД`."""
    office = role_at(role_words(words, 0, _LONGEST_OFFICE), 0)
    return office is not None and _OF_OFFICE.fullmatch(words, office.stop) is not None


def office_at_end(words: str) -> str | None:
    """The office that ends the words before a name or a bracket."""
    words = words.strip(EDGE)
    near = words[words.rfind(", ") + 1 :].split()[-_MOST_WORDS:]
    offices = (" ".join(near[at:]).strip(EDGE) for at in range(len(near)))
    return next((it for it in offices if role_whole(it) or (" на " in it and is_office_of(it))), None)
