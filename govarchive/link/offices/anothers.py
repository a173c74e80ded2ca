"""Offices of others: those that are sought, whose holder's kin is named, or who gives a prize.

`Кандидати за длъжността „деловодител“: А`, `внукът на първия председател - А`, `Награда на директора: А`.
"""

import re

from govarchive.link.offices.posts import Post
from govarchive.text.needles import holds

_ROOM = 40
# Before an office that somebody would like to have: `Кандидати за длъжността „деловодител“: А и Б`.
_SOUGHT = re.compile(
    r"[Кк]андидат(?:и|ите|ът|ка|ката)?[ ]за[ ]"
    r"(?:(?:заемане[ ]на[ ])?(?:длъжност(?:та)?|поста|мястото)[ ](?:на[ ])?)?\"?$"
)
# Before the office of another: `внучката на първия председател - А`.
_KIN = tuple("внук внучк син дъщер съпруг вдовиц сестр брат майк бащ потом наследни роднин".split())
# Before the office of who gives a prize, with a mark behind it: `Награда на директора: А`.
_PRIZE = re.compile(r"(?<![А-Яа-я])(?i:наград|купа|приз)[а-я]{0,4}[ ]на[ ]\Z")
_OF_KIN = re.compile(rf"(?i:{'|'.join(_KIN)})[а-я]*[ ]на[ ](?:[а-я]+[ ]){{0,2}}$")


def is_anothers(text: str, post: Post) -> bool:
    """Whether the words before an office tell that it is not that of the name behind it."""
    near = text[max(0, post.start - _ROOM) : post.start]
    if "андидат" in near and _SOUGHT.search(near):
        return True
    if text.startswith(":", post.stop) and _PRIZE.search(near):
        return True
    return " на " in near and holds(near.lower(), _KIN) and _OF_KIN.search(near) is not None
