"""Word lists as tables: `manual_*.tsv` are kept by hand, `generated_*.tsv` come from a tool and are never edited.

The first line of a file says where it comes from, the second names the columns. `SOURCES.md` lists them all. A user's
own lists join them (`govarchive.data.lists`).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from govarchive.data.lists import joined

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `data/<name>.tsv`, each a mapping from column to text.

    Raises FileNotFoundError for a name that is no table, ValueError for a row of the wrong width, InputError for lists
    of the user that cannot be read.

    >>> table("manual_oblasts")[0]["code"]
    'BGS'
    """
    lines = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[1].split("\t")
    rows = []
    for number, line in enumerate(lines[2:], 3):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{name}.tsv line {number}: {len(cells)} columns, expected {len(columns)}")
        rows.append(dict(zip(columns, cells, strict=True)))
    return joined(name, rows)


@cache
def words(name: str, column: str) -> frozenset[str]:
    """The distinct non-empty cells of one column of `data/<name>.tsv`."""
    return frozenset(row[column] for row in table(name) if row[column])
