"""Arithmetic of check digits, shared by the kinds; it judges nothing and knows no kind.

Sources: ISO 7064 (mod 97-10); the weights themselves stand with the kinds that use them.
"""

from collections.abc import Sequence
from operator import mul
from string import ascii_letters

_IN_BASE_36 = str.maketrans({letter: str(int(letter, 36)) for letter in ascii_letters})


def mod_97(text: str) -> int:
    """The remainder by 97 of digits and Latin letters, each letter read as its place in base 36 (A = 10).

    Raises ValueError for anything else and for an empty text.

    >>> mod_97("BNBG96611020345678BG80")
    1
    """
    return int(text.translate(_IN_BASE_36)) % 97


def weighted_sum(digits: str, weights: Sequence[int]) -> int:
    """The sum of digits times weights; raises ValueError when there are not as many of both.

    >>> weighted_sum("123", (1, 2, 3))
    14
    """
    if len(digits) != len(weights):
        raise ValueError(f"{len(digits)} digits for {len(weights)} weights")
    return sum(map(mul, map(int, digits), weights))


def two_step_digit(digits: str, first: Sequence[int], second: Sequence[int]) -> int:
    """The check digit modulo 11 of Bulgarian registers: with other weights when it would be 10, then 0 for 10.

    >>> two_step_digit("00012345", (1, 2, 3, 4, 5, 6, 7, 8), (3, 4, 5, 6, 7, 8, 9, 10))
    1
    """
    digit = weighted_sum(digits, first) % 11
    if digit == 10:
        digit = weighted_sum(digits, second) % 11 % 10
    return digit
