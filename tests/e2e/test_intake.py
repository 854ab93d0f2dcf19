"""From the first page to the first articles: chosen, dropped and pasted, as a person brings them in."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.app.project import Project
from tests.e2e.desk import Desk


def test_the_first_hour(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    texts = ("Le Mali et le Niger se parlent.", "La Pologne livre des chars.", "Le Mali et le Niger se parlent.")
    lines = [json.dumps({"text": text}) for text in texts]
    (folder / "depeches.jsonl").write_text("\n".join([*lines, "rien"]), "utf-8")
    (folder / "photo.txt").write_bytes(b"\x89PNG\0")

    # A project, from the page to begin from.
    desk.start("open")
    desk.until(lambda: desk.state()["focus"] == "primary")
    desk.name_file("Return", tmp_path / "guerre.annot")
    desk.until(lambda: desk.state()["title"].startswith("guerre"))

    # A folder, with a look at what will come, and at what did not.
    desk.name_file("ctrl+shift+i", folder)
    desk.preview("2 articles à importer")
    desk.agree()
    desk.until(lambda: (state := desk.state())["article"] and not state["busy"])
    assert desk.state()["message"].startswith("2 articles importés. 1 doublon refusé. 2 fichiers ou lignes illisibles")
    desk.click("message_action")
    desk.dialog("Détails de l'import")
    desk.agree("Escape")

    # A text from another program, which is opened.
    before = desk.state()["article"]
    with desk.clipboard("La Suède rejoint l'OTAN."):
        desk.press("ctrl+shift+v")
        desk.dialog("Coller un article")
        desk.type("Titre")
        desk.agree()
    desk.until(lambda: desk.state()["article"] not in (before, None))
    desk.use(tmp_path / "guerre.annot")
    assert (desk.article().title, desk.article().text) == ("Titre", "La Suède rejoint l'OTAN.")
    desk.until(lambda: not desk.state()["busy"])

    # A file dropped on the article.
    (tmp_path / "tombe.txt").write_text("L'ONU se réunit.", "utf-8")
    desk.drop(tmp_path / "tombe.txt", onto="article_view")
    desk.preview("1 article à importer")
    desk.agree()
    desk.until(lambda: "1 article importé" in desk.state()["message"])

    # Away from the project, and back to it.
    desk.until(lambda: not desk.state()["busy"])
    desk.press("ctrl+w")
    desk.until(lambda: desk.state()["title"] == "Annotator" and desk.state()["focus"] == "recent_projects")
    desk.press("Return")
    desk.until(lambda: desk.state()["title"].startswith("guerre"))
    assert desk.quit() == 0
    with Project.open(tmp_path / "guerre.annot") as project:
        assert [article.title for article in project.articles(project.article_ids())] == [
            "Le Mali et le Niger se parlent.",
            "La Pologne livre des chars.",
            "Titre",
            "L'ONU se réunit.",
        ]


def test_a_project_is_dropped_on_the_first_page(desk: Desk, tmp_path: Path) -> None:
    with Project.create(tmp_path / "autre.annot"):
        pass
    desk.start("open")
    desk.drop(tmp_path / "autre.annot", onto="welcome_page")
    desk.until(lambda: desk.state()["title"].startswith("autre"))


def test_labels_of_others_become_ours_and_the_import_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    text = "Hanno Pevkur a vu des obusiers au Centre."
    labels = {"Hanno Pevkur": "PER", "obusiers": "MATERIEL", "Centre": "PARTI"}
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label}
        for words, label in labels.items()
    ]
    line = {"text": text, "spans": spans, "answer": "accept", "_view_id": "ner_manual", "_session_id": "x-alex"}
    (tmp_path / "prodigy.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    with Project.create(tmp_path / "guerre.annot"):
        pass
    desk.use(tmp_path / "guerre.annot")
    desk.start("open", str(tmp_path / "guerre.annot"))
    desk.until(lambda: not desk.state()["busy"])

    # One label is proposed, one is chosen by its key, one is made.
    desk.name_file("ctrl+i", tmp_path / "prodigy.jsonl")
    desk.preview("1 article à importer")
    desk.dialog("Aperçu de l'import")
    desk.press("Tab", "Tab", "Tab")
    desk.until(lambda: desk.state()["focus"] == "import_labels")
    desk.press("Down", "4", "Down")
    desk.type("+")
    desk.preview("1 article à importer")
    desk.agree("Return")
    desk.until(lambda: (state := desk.state())["article"] and not state["busy"])
    assert desk.state()["message"].startswith("1 article importé, 3 annotations")
    assert desk.spans() == [("Hanno Pevkur", "leader"), ("obusiers", "weapon"), ("Centre", "parti")]

    # The import is taken back as a whole, the new label with it.
    desk.click("message_action")
    desk.dialog("Annuler un import")
    desk.press("Tab")
    desk.agree("space")
    desk.until(lambda: (state := desk.state())["article"] is None and not state["busy"])
    with Project.open(tmp_path / "guerre.annot") as project:
        assert project.article_ids() == []
        assert [label.id for label in project.labels()] == ["leader", "country", "alliance", "weapon", "sum"]
    assert desk.quit() == 0
