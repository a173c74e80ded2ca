"""The JSON Schema of a record, as shipped beside this module.

The kinds and their details in it are generated from the kinds' modules by `tools/docs.py`.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def record_schema() -> dict[str, Any]:
    """The schema as a mapping (JSON Schema 2020-12).

    >>> record_schema()["properties"]["schema"]
    {'const': 1}
    """
    schema: dict[str, Any] = json.loads(schema_text())
    return schema


def schema_text() -> str:
    """The schema as it is printed."""
    return files(__package__).joinpath("record.schema.json").read_text(encoding="utf-8")


def detail_names() -> list[str]:
    """The names of all details of all kinds, in the order of the schema; the flat columns of CSV."""
    kinds = record_schema()["allOf"]
    names = (name for kind in kinds for name in kind["then"]["properties"]["details"]["properties"])
    return list(dict.fromkeys(names))
