"""The sample article, worked through in the real window as an annotator does."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.demo import sample_project
from annotator.core.annotation import Status
from annotator.core.suggestions import Decision
from tests.e2e.desk import Desk


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def test_every_suggestion_is_decided_and_survives_a_power_cut(desk: Desk, sample: Path) -> None:
    desk.open(sample)
    suggested = desk.state()["pending"]
    assert suggested > 30

    # Decide one after the other: reject the third and the fifth, accept the others.
    for number in range(suggested):
        before = desk.state()["pending"]
        desk.press("x" if number in (2, 4) else "Return")
        desk.until(lambda left=before - 1: desk.state()["pending"] == left)
    decisions = list(desk.annotation().decisions.values())
    assert decisions.count(Decision.REJECTED) == 2
    assert decisions.count(Decision.ACCEPTED) == suggested - 2

    # Three spans by hand: a drag that starts inside a word, a double-click, and an armed label.
    desk.press("Escape", "Escape")
    desk.drag_over("lle de situation")
    desk.press("5")
    desk.until(lambda: ("salle de situation", "sum") in desk.spans())
    desk.double_click_on("Occident")
    desk.press("3")
    desk.until(lambda: ("Occident", "alliance") in desk.spans())
    desk.press("Escape", "Escape")
    desk.click("label_weapon")
    desk.drag_over("appel vidéo")
    desk.until(lambda: ("appel vidéo", "weapon") in desk.spans())

    # Two boundaries and one label.
    desk.press("alt+Right")
    desk.until(lambda: ("appel vidéo sécurisé", "weapon") in desk.spans())
    desk.press("alt+shift+Right")
    desk.until(lambda: ("vidéo sécurisé", "weapon") in desk.spans())
    desk.click_on("Occident")
    desk.press("2")
    desk.until(lambda: ("Occident", "country") in desk.spans())

    last = desk.annotation()
    desk.kill()
    desk.open(sample)
    assert desk.annotation() == last

    # Undo to the very start, redo to the end, in the new process.
    edits = last.revision
    desk.press(*["ctrl+z"] * edits)
    desk.until(lambda: "annulé" in desk.state()["saved"] and desk.state()["pending"] == suggested)
    start = desk.annotation()
    assert (start.spans, dict(start.decisions), start.status) == ((), {}, Status.NEW)
    desk.press("ctrl+z")
    desk.until(lambda: "plus rien à annuler" in desk.state()["message"])
    desk.press(*["ctrl+shift+z"] * edits)
    desk.until(lambda: len(desk.annotation().spans) == len(last.spans))
    end = desk.annotation()
    assert (end.spans, end.decisions, end.status) == (last.spans, last.decisions, last.status)
    assert not desk.state()["spacy"]  # suggesting runs in another process
    assert desk.quit() == 0


def test_accept_all_is_one_step(desk: Desk, sample: Path) -> None:
    desk.open(sample)
    suggested = desk.state()["pending"]
    desk.press("a")
    desk.until(lambda: len(desk.spans()) == suggested)
    assert f"{suggested} suggestions" in desk.state()["message"]
    desk.press("ctrl+z")
    desk.until(lambda: desk.state()["pending"] == suggested)
    assert desk.spans() == []


def test_finishing_goes_to_the_next_article_and_undo_comes_back(desk: Desk, sample: Path, tmp_path: Path) -> None:
    from annotator.app.importing import import_files
    from annotator.app.project import Project

    other = tmp_path / "autre.txt"
    other.write_text("L'Italie et la Pologne ont rejoint l'OTAN.", "utf-8")
    with Project.open(sample) as project:
        import_files(project, [other])
    desk.open(sample)
    first = desk.state()["article"]
    desk.press("a", "ctrl+Return")
    desk.until(lambda: desk.state()["article"] != first)
    assert desk.annotation(first).status is Status.FINISHED
    desk.press("Return")
    desk.until(lambda: desk.spans() == [("Italie", "country")])
    desk.press("ctrl+z", "ctrl+z")
    desk.until(lambda: desk.state()["article"] == first)
    assert desk.annotation(first).status is Status.IN_PROGRESS


def test_label_keys_count_by_place_on_a_french_keyboard(desk: Desk, sample: Path) -> None:
    desk.open(sample)
    desk.lay_out_keyboard("fr")
    try:
        desk.press("Escape")
        desk.drag_over("Maison Blanche")
        desk.press_key_at(11)  # marked é and 2
        desk.until(lambda: ("Maison Blanche", "country") in desk.spans())
        desk.press_key_at(14)  # marked ( and 5
        desk.until(lambda: ("Maison Blanche", "sum") in desk.spans())
    finally:
        desk.lay_out_keyboard("us")


def test_files_come_in_and_training_data_goes_out_through_the_dialogs(desk: Desk, tmp_path: Path) -> None:
    article = tmp_path / "depeche.txt"
    article.write_text("La Pologne livrera douze chars Leopard 2 à l'Ukraine, a dit l'OTAN.", "utf-8")
    desk.start("open")
    desk.name_file("ctrl+n", tmp_path / "nouveau.annot")
    desk.until(lambda: desk.state()["title"].startswith("nouveau"))
    desk.use(tmp_path / "nouveau.annot")
    desk.name_file("ctrl+i", article)
    desk.preview("1 article à importer")
    desk.agree()
    desk.until(lambda: (state := desk.state())["article"] and not state["busy"] and state["pending"] >= 3)
    desk.press("a", "ctrl+Return")
    desk.until(lambda: desk.annotation().status is Status.FINISHED)
    desk.export(tmp_path / "export")
    desk.until(lambda: not desk.state()["busy"] and "export" in desk.state()["message"].lower())
    assert (tmp_path / "export" / "train.spacy").exists()
