"""A first day: the name is asked for once, and the window says where one is, how fast one works, what keys do."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.app.importing import import_files
from annotator.app.project import Project
from tests.e2e.desk import Desk


def test_a_name_is_asked_for_once_and_the_day_is_counted(desk: Desk, tmp_path: Path) -> None:
    desk.start("open", newcomer=True)
    desk.until(lambda: desk.state()["focus"] == "primary")
    desk.press("shift+Tab", "shift+Tab")
    desk.until(lambda: desk.state()["focus"] == "annotator_name")
    desk.press("ctrl+a")
    desk.type("Zoe")
    desk.press("Return")
    desk.until(lambda: "Votre nom d'annotateur" not in " ".join(desk.texts("welcome")).replace("&", ""))
    settings = tmp_path / "config" / "annotator" / "settings.json"
    assert json.loads(settings.read_text("utf-8"))["annotator"] == "Zoe"

    # The sample, from the last of the three buttons.
    desk.until(lambda: desk.state()["focus"] == "primary")
    desk.press("Left", "Return")
    desk.until(lambda: (state := desk.state())["article"] and not state["busy"])
    desk.use(tmp_path / "data" / "annotator" / "sample.annot")
    suggested = desk.state()["pending"]
    assert suggested > 30

    # The status line follows: where one is, what is left, what was done today, what is finished.
    desk.until(lambda: desk.label("place") == f"1/{suggested} · {suggested} à décider")
    desk.press("Return", "Return", "x")
    desk.until(lambda: desk.label("place") == f"3/{suggested - 1} · {suggested - 3} à décider")
    desk.until(lambda: (desk.label("pace") or "").startswith("2 annotations"))
    assert desk.state()["saved"].startswith("✓ Enregistré à ")
    assert desk.label("count") == "0/1 articles terminés"
    desk.press("a", "ctrl+Return")
    desk.until(lambda: desk.label("count") == "1/1 articles terminés")

    # The statistics say the same.
    desk.press("F8")
    desk.until(lambda: "Ce que deviennent les suggestions" in desk.texts())
    said = desk.texts()
    figures = dict(zip(said[1:], said, strict=False))  # each number stands before its word
    assert figures["annotations"] == str(suggested - 1)
    assert {"article", "terminé"} <= set(said)
    assert desk.buttons().count("1") >= 2  # both numbers lead to their articles
    desk.press("F8")
    desk.until(lambda: desk.state()["focus"] == "article_view")

    # What keys do, and what the program is.
    desk.press("F1")
    desk.dialog("Raccourcis clavier")
    assert {"Tout accepter", "pays", "Ctrl+Z"} <= set(desk.texts())
    desk.agree("Escape")
    assert desk.state()["focus"] == "article_view"
    desk.press("ctrl+k")
    desk.until(lambda: desk.state()["dialog"])
    desk.type("propos d")
    desk.press("Return")
    desk.dialog("À propos d'Annotator")
    desk.agree("Escape")

    # Another project, chosen by its file: nobody is asked for a name again.
    other = tmp_path / "autre.annot"
    (tmp_path / "un.txt").write_text("Rien.", "utf-8")
    with Project.create(other) as project:
        import_files(project, [tmp_path / "un.txt"])
    desk.press("ctrl+w")
    desk.until(lambda: desk.state()["focus"] == "recent_projects")
    assert "Votre nom d'annotateur" not in " ".join(desk.texts("welcome")).replace("&", "")
    desk.name_file("ctrl+o", other)
    desk.until(lambda: desk.state()["title"].startswith("autre"))
    assert desk.quit() == 0
    with Project.open(other) as project:
        assert list(project.annotators().values()) == ["Zoe"]
