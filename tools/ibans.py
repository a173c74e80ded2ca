"""Writes the two lists the account kinds check against: IBAN structures and country codes.

Reads only what is installed, schwifty (MIT; it has the structures from the IBAN registry of SWIFT) and its dependency
pycountry (ISO 3166), and needs no network. Run from the root of a checkout: `python tools/ibans.py`.
"""

import json
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

DATA = Path(__file__).parent.parent / "govarchive" / "data"


def iban_rows() -> list[tuple[str, str, str]]:
    """Country, length and structure of every IBAN of the registry; countries that only aspire to one are left out."""
    registry = json.loads(files("schwifty").joinpath("iban_registry/generated.json").read_text(encoding="utf-8"))
    return sorted((code, str(it["iban_length"]), it["bban_spec"]) for code, it in registry.items())


def country_rows() -> list[tuple[str]]:
    """The two-letter codes of ISO 3166-1, and XK, which BICs use for Kosovo."""
    countries = json.loads(files("pycountry").joinpath("databases/iso3166-1.json").read_text(encoding="utf-8"))
    return sorted({(it["alpha_2"],) for it in countries["3166-1"]} | {("XK",)})


def write(name: str, source: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """One table of `govarchive/data`: where it comes from, the columns, the rows."""
    lines = [f"# Source: {source}; as of {date.today():%Y-%m}", "\t".join(columns), *map("\t".join, rows)]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Both lists."""
    structures = f"lengths and structures of the IBAN registry of SWIFT, from schwifty {version('schwifty')} (MIT)"
    write("generated_ibans", structures, ("country", "length", "structure"), list(iban_rows()))
    codes = f"country codes of ISO 3166-1, from pycountry {version('pycountry')} (facts), and XK, used in BICs"
    write("generated_country_codes", codes, ("code",), list(country_rows()))


if __name__ == "__main__":
    main()
