"""Rows that begin with an office and end with its holder, whatever stands between: `Шофьор на автобус № 12 - А`.

What an office is of may be anything, with numbers, brackets and short words, which no rule for a body or a field reads.
"""

import re

from govarchive.link.list_marks import ITEM_MARKS
from govarchive.link.offices.laid_out.rows import Person
from govarchive.link.offices.plain_bodies import ORDINARY_WORD
from govarchive.link.offices.posts import Post
from govarchive.text.layout import line_start

# From an office over what it is of to the name, behind a dash or a colon.
_OVER = re.compile(
    r"""(?: [ ](?:на|в|във|към|при|от|за|по|с|със)[ ] | [ ]?[,(/] | [ ](?:[а-я]{2,5}\.|№|[0-9]) )
    [^:;\n\t]{0,90}? (?: (?<=[а-яА-Я0-9")/])[ ]?: | [ ]- ) [ ]?""",
    re.VERBOSE,
)
_ENDS = re.compile(r"[ ]*(?:[\n,;(/+0-9.-]|тел|моб|каб|стая|\Z)", re.IGNORECASE)


def leads_row(text: str, post: Post, person: Person) -> bool:
    """Whether the line of a person begins with an office and goes on to the name without a verb."""
    if post.plural or post.definite or not _OVER.fullmatch(text, post.stop, person.front):
        return False
    if text[line_start(text, post.start) : post.start].strip(ITEM_MARKS):
        return False
    words = text[post.stop : person.front].split()
    return _ENDS.match(text, person.it.stop) is not None and not any(map(ORDINARY_WORD.match, words))
