"""Labels beyond the ninth have no digit: they are shown without one, and can be given that of another label."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.ui.project_settings.labels_tab import LabelsTab
from tests.ui.seat import ADA, Seat, make_project

NAMES = ("Région", "Fleuve", "Parti", "Banque", "Journal")


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Seat]:
    """A window on a project of ten labels, five of them from a file."""
    path = make_project(tmp_path / "guerre.annot")
    spans = [{"start": 2 * place, "end": 2 * place + 1, "label": name} for place, name in enumerate(NAMES)]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "a b c d e", "spans": spans}) + "\n", "utf-8")
    with Project.open(path) as project:
        import_files(project, [tmp_path / "a.jsonl"], ImportOptions(annotator=ADA, create_labels=True))
    sitting = Seat(path).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


def test_the_bar_names_them_without_a_key(many: Seat) -> None:
    bar = many.window.workbench.label_bar
    with_key, without = (bar.findChild(QPushButton, f"label_{id}") for id in ("banque", "journal"))
    assert with_key.accessibleName() == "Étiquette Banque, touche 9"
    assert without.accessibleName() == "Étiquette Journal"
    assert without.toolTip() == "Journal"
    many.press("Escape")
    without.click()
    assert "Journal" in many.said  # ready to be given to words


def test_they_can_be_given_the_key_of_another(many: Seat, qtbot: QtBot) -> None:
    project = many.window.session.project
    tab = LabelsTab(project)
    qtbot.addWidget(tab)
    tab.show()
    assert tab.list.item(9).text() == "Journal"
    tab.list.setCurrentRow(9)
    assert tab.form.key.currentText() == ""
    tab.form.key_chosen.emit("1")
    assert tab.told.text() == (
        "La touche 1 est maintenant celle de «\u00a0Journal\u00a0» ; «\u00a0dirigeant\u00a0» n'en a plus."
    )
    labels = {label.id: label.digit for label in project.labels()}
    assert (labels["journal"], labels["leader"]) == ("1", "")
    assert tab.form.key.currentText() == "1"
    tab.list.setCurrentRow(0)
    tab.form.key_chosen.emit("1")
    assert {label.id: label.digit for label in project.labels()}["leader"] == "1"
