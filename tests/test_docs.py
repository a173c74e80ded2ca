"""The documents say what the code does: what is generated is fresh, what is shown was printed, what is named exists."""

import doctest
import re
from pathlib import Path
from types import ModuleType

import pytest
import readme

import docs as generator
from govarchive.commands.common import KIND_NAMES
from govarchive.kinds import BY_NAME, Kind

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("samples/*.md")])
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(#[^)]*)?\)")


@pytest.mark.parametrize("path", generator.generated(), ids=lambda path: path.name)
def test_generated_files_are_fresh(path: Path) -> None:
    # Words only: how click breaks lines is click's affair.
    wanted = generator.generated()[path].split()
    assert path.read_text(encoding="utf-8").split() == wanted, "run: make docs"


def test_every_command_page_has_its_command() -> None:
    assert set(ROOT.glob("docs/commands/*.md")) <= generator.generated().keys()


def test_the_outputs_in_the_readme_are_what_is_printed() -> None:
    page = readme.README.read_text(encoding="utf-8")
    assert readme.timeless(readme.fresh(page)) == readme.timeless(page), "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [match[1] for match in _LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_kinds_can_be_named_on_the_command_line() -> None:
    assert set(KIND_NAMES) == BY_NAME.keys()


def test_the_kind_in_contributing_works() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert code is not None
    kind = ModuleType("plate")
    exec(compile(code[1], "CONTRIBUTING.md", "exec"), vars(kind))
    wanted = {name for name in vars(Kind) if not name.startswith("_")}
    assert wanted <= vars(kind).keys()
    results = doctest.testmod(kind, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert results.attempted == 3
    assert results.failed == 0
