r"""Words from outside - names of files, addresses, messages of programs - as a line of a terminal may hold them.

>>> on_one_line("а\nб\x1b[2J.htm"), on_one_line("Заповед № 5.htm")
('а\\nб\\x1b[2J.htm', 'Заповед № 5.htm')
"""

import re

# Would write over the terminal, turn what stands around it, or make two lines of one.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def on_one_line(said: str) -> str:
    """The words with an escape for each character that no line of output may hold."""
    return _UNPRINTABLE.sub(lambda it: it.group().encode("unicode_escape").decode(), said)
