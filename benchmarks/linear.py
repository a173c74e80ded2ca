"""How the time of each kind grows with the page, on pages nobody should write: `1.1.1.1...`, one line of 200 KB.

usage: linear.py [--tasks date,phone,...,extract] [--sizes 10,100,1000] [--worst]

Prints, by family and task, the growth exponent between the smallest and the largest size (KB): 1.0 is linear, 2.0 is
quadratic. A task is a kind, whose time is that of finding alone, or `extract`: a whole page with all its kinds, labels
and relations. Times are the best of several runs in processor seconds. --worst prints only the families with an
exponent above 1.2 whose largest time is above 10 ms per 100 KB.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from math import log
from time import process_time

from govarchive.errors import TooMuch
from govarchive.extract import extract
from govarchive.kinds import BY_NAME
from govarchive.model import Page
from govarchive.text.fold import shadow

Task = Callable[[str], object]
"""What is done with a folded page."""

FAMILIES: dict[str, str] = {
    "digits": "1234567890",
    "zeros": "0",
    "breaks": "\n",
    "breaks and blanks": "\n ",
    "lines set apart": "а\n\n",
    "bullets": "• ",
    "spaced digits": "0 ",
    "ones and dots": "1.",
    "days": "01.05.",
    "years": "2016-",
    "plus 359": "+359",
    "trunk": "056/81",
    "BG": "BG ",
    "BG80": "BG80BNBG",
    "labels": "тел. ЕИК IBAN ЕГН ",
    "wide gaps": "Кмет   Рунев   5\n",
    "blanks of all widths": "а  б   в    г       д ",
    "two commas": ",,Шипка ",
    "two apostrophes": "ул. ''Шипка'' 5 ",
    "trail": "Начало » Х › ",
    "wrapped lines": "Заседанието на съвета се проведе в голямата зала на общината, а\nна него ",
    "at": "@",
    "a at": "а@",
    "hidden at": "(at) ",
    "brackets": "(",
    "spaces": " ",
    "rows of one long word": f"Минка Илева   {'а' * 400} 841 234\n",
    "numbers without a word": "№ 5/2019 ",
    "heads of prices": "Цена (лв.)\n",
    "sheets of a calendar": "12\nяну\n",
    "names in capitals": "МИНКА ИЛЕВА - ",
    "days set apart": "01.02.2016\n\n",
    "a heading and blanks": f"мандат{' ' * 400}а\nМинка Илева\n",
    "tabs": "\t",
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
    "capitals": "Иван ",
    "initials": "И. ",
    "names": "Иван Петров, ",
    "offices": "кмет Иван Петров, ",
    "governors": "областен управител Иван Петров в област Видин\n",
    "bodies": "Община Долно Поле ",
    "heads of bodies": "отдел ",
    "villages": "с. Горно Поле, ",
    "kinds of village": "с. ",
    "streets": 'ул. "Шипка" № 5, ',
    "sums": "1 200,50 лв. ",
    "numbers in words": "сто двадесет и ",
    "orders": "Заповед № РД-05-12/14.05.2015 г. ",
    "decisions": "Решение № ",
    "roles in cells": "кмет\tИван Петров\n",
    "years and commas": "2016, ",
    "days and commas": "14.03, ",
    "days of this year": "14 май с.г. ",
    "chronicle": "\n1954 - а",
    "heads and numbers": "РЕШЕНИЕ\n1\n",
    "issues": "ДВ, бр. 1, ",
    "words of sums": "двеста хиляди, ",
    "mayors in one line": "Кмет Рада 0888 101 201 ",
    "councillors in one line": "Иван Петров, съветник в ОбС; Петър Илев, ",
    "rows of people and bodies": 'Иван Петров\tОУ "Шипка"\t',
    "commissions and members": "избра комисия за бюджет, по етика и ред с общ състав, член Иван Петров, ",
    "owners in general": 'директорът на градската библиотека Иван Петров и Библиотека "Шипка", ',
    "asked behind": "за справки 056/ 812345 - Иван Петров, касиер; ",
    "sums of people": "Иван Петров - 5 лв., ",
    "on behalf": "От името на Община Видин говори Иван Петров, експерт и ",
    "histories": "1905-1912  Иван Петров, избран от селото\n",
    "greetings": "До кмета\nУважаеми г-н Петров,\n\n",
    "one long line": "Общината обяви търг за ремонт на 14.05.2015 г. с цена 1 200 лв., тел. 056/ 812345, стая 5; ",
    "a body meant by its kind": "ДГ „Роза“ и директорът на детската градина Минка Илева пяха.\n\n",
    "cells below each other": "Село\nКмет\nТелефон\nГорно Поле\nМинка Илева\n0910 99 123\n",
    "mayors of villages": "кметът на селото Иван Петров откри с. Горно Поле.\n",
    "trustees": "НЧ „Искра“. Член на читалищно настоятелство: Минка Илева.\n\n",
}
"""Pieces that make a page when repeated to its size."""


def page_of(piece: str, size: int) -> str:
    """The piece repeated to `size` characters, folded as pages are."""
    return shadow((piece * (size // len(piece) + 1))[:size]).text


def tasks() -> dict[str, Task]:
    """Finding each kind, and `extract`, by name."""

    def finding(name: str) -> Task:
        return lambda text: list(BY_NAME[name].find(text))

    found = {name: finding(name) for name in BY_NAME}
    return {**found, "extract": whole}


def whole(text: str) -> None:
    """Everything that is done with a page, up to where it is refused for its number of records."""
    with suppress(TooMuch):
        extract(Page(text=text, source="", sha256="0" * 64))


_ASKED = count()


def seconds(task: Task, text: str, runs: int) -> float:
    """Processor seconds of a task on a page, the best of `runs`."""
    times = []
    for _ in range(runs):
        # Another text each time, for each task: what is kept of the last pages must not help. An equal string that is
        # not the same one would even cost: each time it is looked up it is read through.
        fresh = f"{text}\n{chr(ord('а') + next(_ASKED) % 32)}"
        started = process_time()
        task(fresh)
        times.append(process_time() - started)
    return min(times)


def exponent(task: Task, piece: str, sizes: Sequence[int]) -> tuple[float, float]:
    """The exponent of growth between the first and the last size, and the seconds of the last."""
    small, large = (seconds(task, page_of(piece, size), 3 if size < 200_000 else 1) for size in (sizes[0], sizes[-1]))
    floor = 1e-6 * sizes[0] / 1000
    return log(max(large, floor) / max(small, floor)) / log(sizes[-1] / sizes[0]), large


def main() -> int:
    """Runs the command line and returns its exit code."""
    known = tasks()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", default=",".join(known), help="kinds and `extract` (default: all)")
    parser.add_argument("--sizes", default="10,100,1000", help="in thousands of characters")
    parser.add_argument("--worst", action="store_true", help="only what grows faster than linearly and is slow")
    asked = parser.parse_args()
    names = asked.tasks.split(",")
    sizes = [int(size) * 1000 for size in asked.sizes.split(",")]
    print(f"{'family':<18}" + "".join(f"{name:>15}" for name in names))
    for family, piece in FAMILIES.items():
        grown = [exponent(known[name], piece, sizes) for name in names]
        slow = [power > 1.2 and time > 0.01 * sizes[-1] / 100_000 for power, time in grown]
        if any(slow) or not asked.worst:
            print(f"{family:<18}" + "".join(f"{power:>6.2f} {time:>6.2f} s" for power, time in grown), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
