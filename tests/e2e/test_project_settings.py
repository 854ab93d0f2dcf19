"""What a project decides, changed with keys in the real window: where words are cut, what labels are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.splits import splits
from tests.e2e.desk import Desk, project_of

TEXTS = ("Le sommet superVoïvodine, dit-on.", "Une autre superVoïvodine.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(TEXTS, tmp_path)


def spaced(words: list[str]) -> list[str]:
    """Return words with plain spaces for those that French typography asks for."""
    return [" ".join(each.split()) for each in words]


def test_a_word_is_cut_everywhere_its_part_is_labelled_and_the_label_renamed(desk: Desk, project: Path) -> None:
    desk.open(project)
    desk.press("Escape")
    desk.double_click_on("superVoïvodine")
    desk.press("c")
    desk.dialog("Couper le mot")
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
    desk.dialog("Réglages du projet")
    desk.press("alt+f", "ctrl+a")
    desk.type("chef")
    desk.press("Tab")
    desk.agree("Escape")
    with Project.open(project) as opened:
        assert [label.name.fr for label in opened.labels()][:2] == ["chef", "pays"]
    desk.reactivate()

    # The second label gets another colour, and another key twice over: labels change keys with each other.
    desk.press("ctrl+shift+p")
    desk.dialog("Réglages du projet")
    desk.press("Tab", "Down", "alt+c")
    desk.dialog("Couleur de l'étiquette")
    desk.press("alt+h", "ctrl+a")
    desk.type("#7b3f00")
    desk.press("Return")
    desk.dialog("Réglages du projet")
    desk.press("alt+t", "Down", "Down")
    desk.until(lambda: "Touches échangées : 4 pour « pays », 3 pour « arme »." in spaced(desk.texts()))
    desk.agree("Escape")
    with Project.open(project) as opened:
        labels = {label.id: label for label in opened.labels()}
    assert labels["country"].colour == "#7b3f00"
    assert [labels[id].key for id in ("alliance", "weapon", "country")] == ["2", "3", "4"]
    desk.double_click_on("sommet")
    desk.press("4")
    desk.until(lambda: ("sommet", "country") in desk.spans())


def test_a_project_learns_a_word_forgets_it_and_silences_a_rule(desk: Desk, tmp_path: Path) -> None:
    text = "Le Zorglub avance. La Pologne livre des chars. Un Zorglub recule."
    (tmp_path / "zorglub.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "zorglub.annot") as made:
        import_files(made, [tmp_path / "zorglub.txt"])
    desk.open(tmp_path / "zorglub.annot")
    suggested = desk.state()["pending"]

    # A word of no label asks for one; it is then suggested wherever it stands.
    desk.press("Escape")
    desk.double_click_on("Zorglub")
    desk.press("l")
    desk.dialog("Réglages du projet")
    desk.press("Down", "Tab", "Return")
    desk.agree("Escape")
    desk.until(lambda: desk.state()["pending"] == suggested + 2)

    # Taken out of the lexicon, it is suggested no more.
    desk.press("ctrl+l")
    desk.dialog("Réglages du projet")
    desk.press("Tab", "Tab", "Tab", "Delete")
    desk.agree("Escape")
    desk.until(lambda: desk.state()["pending"] == suggested)

    # A rule falls silent: every name of a state is passed over.
    desk.press("ctrl+l")
    desk.dialog("Réglages du projet")
    desk.press("alt+r", "space")
    desk.agree("Escape")
    desk.until(lambda: desk.state()["pending"] == suggested - 1)
    assert desk.quit() == 0
