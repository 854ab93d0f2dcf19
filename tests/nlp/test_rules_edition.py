"""What tells one edition of the rules from another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator import paths
from annotator.nlp import rules


def test_an_edited_word_list_makes_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("rules", "lexicons"):
        shutil.copytree(paths.resource(folder), tmp_path / folder)
    monkeypatch.setattr(rules, "resource", lambda *parts: tmp_path.joinpath(*parts))
    first = rules.edition.__wrapped__()
    assert first == rules.edition()
    with (tmp_path / "lexicons" / "weapons.tsv").open("a", encoding="utf-8") as file:
        file.write("Orechnik-9\t\tmissile\tmissile\n")
    assert rules.edition.__wrapped__() != first
    assert first.startswith(f"{rules.VERSION}-")
