"""The name of the rules: another one where they may find something else."""

from pathlib import Path

import pytest

from govarchive.jobs.rules import rules_version


def test_rules_have_another_name_with_other_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "people.tsv").write_text("name\nИван Петров\n", encoding="utf-8")
    own = rules_version()
    monkeypatch.setenv("GOVARCHIVE_LISTS", str(tmp_path))
    rules_version.cache_clear()
    try:
        assert rules_version() != own
    finally:
        rules_version.cache_clear()


def test_rules_have_another_name_with_another_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = rules_version()
    monkeypatch.setenv("GOVARCHIVE_DATA", str(tmp_path))
    (tmp_path / "settlements.tsv").write_text("друг", encoding="utf-8")
    rules_version.cache_clear()
    try:
        assert rules_version().partition("+")[0] == own.partition("+")[0]
        assert rules_version() != own
    finally:
        rules_version.cache_clear()
