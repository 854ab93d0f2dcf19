from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.app.suggesting import suggest
from tests.ui.oracle import Gold, work_through


def test_from_suggestions_to_gold_by_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None, shared_folder: Path
) -> None:
    gold = Gold.of(shared_folder / "gold" / "dev.jsonl", tmp_path)
    with gold.project(tmp_path / "todo") as project:
        suggest(project)
    assert work_through(tmp_path / "todo.annot", gold).keys <= 1.6 * gold.spans
