"""The name of the rules that find records: the version of govarchive and a digest of all that they are made of.

That is the code, the word lists and the model of the rooms that find, the register of settlements the user has loaded,
the user's own lists, and the version of the library with the numbering plans. Rules of one name find the same in the
same page; of two names, perhaps the same too, as where only a comment was changed.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from govarchive import __version__
from govarchive.data import lists
from govarchive.data.register import register_file

_ROOMS = ("text", "data", "names", "kinds", "link", "extract.py", "model.py")
_DIGITS = 10


@cache
def rules_version() -> str:
    """As `0.1.0+3f2a9c1d07`."""
    digest = sha256(version("phonenumbers").encode())
    for name in _ROOMS:
        for path, raw in _files(files("govarchive").joinpath(name)):
            digest.update(f"{path}\0{len(raw)}\0".encode() + raw)
    for own in [register_file(), *lists.files()]:
        if own.exists():
            digest.update(own.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


def _files(place: Traversable) -> Iterator[tuple[str, bytes]]:
    """The files at or below a place of the package in the order of their names, without what Python compiled."""
    if place.is_file():
        yield place.name, place.read_bytes()
    elif place.is_dir() and place.name != "__pycache__":
        for inner in sorted(place.iterdir(), key=lambda it: it.name):
            yield from _files(inner)
