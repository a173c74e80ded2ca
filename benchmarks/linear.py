"""How the time of each kind grows with the page, on pages nobody should write: `1.1.1.1...`, one line of 200 KB.

usage: linear.py [--kinds date,phone,...] [--sizes 10,100,1000] [--worst]

Prints, by family and kind, the growth exponent between the smallest and the largest size (KB): 1.0 is linear, 2.0 is
quadratic. The time is that of finding alone, the best of several runs in processor seconds. --worst prints only
exponents above 1.2 whose largest time is above 10 ms per 100 KB.
"""

import argparse
import sys
from collections.abc import Sequence
from math import log
from time import process_time

from govarchive.kinds import BY_NAME, Kind
from govarchive.text.fold import shadow

FAMILIES: dict[str, str] = {
    "digits": "1234567890",
    "zeros": "0",
    "spaced digits": "0 ",
    "ones and dots": "1.",
    "days": "01.05.",
    "years": "2016-",
    "plus 359": "+359",
    "trunk": "056/81",
    "BG": "BG ",
    "BG80": "BG80BNBG",
    "labels": "тел. ЕИК IBAN ЕГН ",
    "at": "@",
    "a at": "а@",
    "hidden at": "(at) ",
    "brackets": "(",
    "spaces": " ",
    "tabs": "\t",
    "line ends": "\n",
    "letters and dots": "а.",
    "latin and dots": "a.",
    "www": "www.",
    "quotes": '"',
    "hyphens": "-",
    "words": "слово ",
    "months": "май ",
    "weekdays": "понеделник, ",
    "hours": "9-17 ",
    "clocks": "9:00-17:30, ",
    "list of days": "1, ",
    "list of months": "май, ",
    "years in words": "хиляда и ",
    "roman": "xvi",
    "cells": "1\t",
    "phones": "тел. 056/ 812345, ",
    "label first": "Деловодство ",
    "e-mails": "info@primer.bg ",
    "one long line": "Общината обяви търг за ремонт на 14.05.2015 г. с цена 1 200 лв., тел. 056/ 812345, стая 5; ",
}
"""Pieces that make a page when repeated to its size."""


def page_of(piece: str, size: int) -> str:
    """The piece repeated to `size` characters, folded as pages are."""
    return shadow((piece * (size // len(piece) + 1))[:size]).text


def seconds(kind: Kind, text: str, runs: int) -> float:
    """Processor seconds of finding everything on a page, the best of `runs`."""
    times = []
    for run in range(runs):
        # Another text each time: what is kept of the last pages must not help.
        fresh = f"{text}\n{'абв'[run]}"
        started = process_time()
        for _span in kind.find(fresh):
            pass
        times.append(process_time() - started)
    return min(times)


def exponent(kind: Kind, piece: str, sizes: Sequence[int]) -> tuple[float, float]:
    """The exponent of growth between the first and the last size, and the seconds of the last."""
    small, large = (seconds(kind, page_of(piece, size), 3 if size < 200_000 else 1) for size in (sizes[0], sizes[-1]))
    floor = 1e-6 * sizes[0] / 1000
    return log(max(large, floor) / max(small, floor)) / log(sizes[-1] / sizes[0]), large


def main() -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", default="date,hours,phone,iban,bic,eik,egn,lnch,email,url")
    parser.add_argument("--sizes", default="10,100,1000", help="in thousands of characters")
    parser.add_argument("--worst", action="store_true", help="only what grows faster than linearly and is slow")
    asked = parser.parse_args()
    kinds = [BY_NAME[name] for name in asked.kinds.split(",")]
    sizes = [int(size) * 1000 for size in asked.sizes.split(",")]
    print(f"{'family':<18}" + "".join(f"{kind.NAME:>14}" for kind in kinds))
    for family, piece in FAMILIES.items():
        grown = [exponent(kind, piece, sizes) for kind in kinds]
        slow = [power > 1.2 and time > 0.01 * sizes[-1] / 100_000 for power, time in grown]
        if any(slow) or not asked.worst:
            print(f"{family:<18}" + "".join(f"{power:>6.2f} {time:>5.2f} s" for power, time in grown), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
