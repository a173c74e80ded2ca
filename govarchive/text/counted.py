"""Numbers of things in messages."""


def counted(number: int, noun: str) -> str:
    """A number with its English noun, whose plural only adds an s.

    >>> counted(1, "record"), counted(0, "page"), counted(12, "digit")
    ('1 record', '0 pages', '12 digits')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
