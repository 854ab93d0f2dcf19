"""What a project decides, changed with keys in the real window: where words are cut, what labels are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.splits import splits
from tests.e2e.desk import Desk

TEXTS = ("Le sommet superVoïvodine, dit-on.", "Une autre superVoïvodine.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    paths = []
    for number, text in enumerate(TEXTS):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(text, "utf-8")
    with Project.create(tmp_path / "guerre.annot") as project:
        import_files(project, paths)
    return tmp_path / "guerre.annot"


def test_a_word_is_cut_everywhere_its_part_is_labelled_and_the_label_renamed(desk: Desk, project: Path) -> None:
    desk.open(project)
    desk.press("Escape")
    desk.double_click_on("superVoïvodine")
    desk.press("c")
    desk.until(lambda: desk.state()["dialog"] == "Couper le mot")
    desk.press("Left", "Right")
    desk.agree()
    desk.until(lambda: "est coupé en super + Voïvodine dans 2 articles" in desk.state()["message"])
    desk.press("2")
    desk.until(lambda: desk.spans() == [("Voïvodine", "country")])
    with Project.open(project) as opened:
        assert [each.parts for each in splits(opened)] == [("super", "Voïvodine")]
        second = opened.article(2)
        assert second.grid.holds(second.text.index("Voïvodine"), len(second.text) - 1)

    desk.press("g")
    panel = desk.until(lambda: desk.state()["guidelines"])
    assert panel.startswith("pays")
    desk.press("g")
    desk.until(lambda: desk.state()["guidelines"] is None)
    desk.reactivate()

    desk.press("ctrl+shift+p")
    desk.until(lambda: desk.state()["dialog"] == "Réglages du projet")
    desk.press("alt+f", "ctrl+a")
    desk.type("chef")
    desk.press("Tab")
    desk.agree("Escape")
    with Project.open(project) as opened:
        assert [label.name.fr for label in opened.labels()][:2] == ["chef", "pays"]
