"""Finished work goes out and is read by whoever it is for: training data for spaCy, a file for Prodigy."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.app.demo import read_export
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Status
from tests.e2e.desk import Desk, project_of

TEXTS = (
    "La Pologne livre des chars.",
    "La Suède rejoint l'OTAN.",
    "Le Mali et le Niger se parlent.",
)


def test_finished_articles_go_out_in_two_formats_and_drafts_are_found(desk: Desk, tmp_path: Path) -> None:
    desk.open(project_of(TEXTS, tmp_path))
    desk.press("a", "ctrl+Return")
    desk.until(lambda: desk.annotation(1).status is Status.FINISHED)
    desk.until(lambda: desk.state()["article"] == 2 and desk.state()["pending"])
    desk.press("a")
    desk.until(lambda: desk.annotation(2).status is Status.IN_PROGRESS)

    # The numbers beforehand lead to the draft, and Escape to the list that shows it.
    desk.press("ctrl+e")
    desk.dialog("Exporter")
    desk.until(lambda: "1 brouillon laissé de côté" in desk.buttons())
    while desk.state()["focus"] != "export_link_drafts":
        desk.press("Tab")
    desk.press("Return")
    desk.until(lambda: desk.listed() == [2])
    assert desk.label("export_shown")
    desk.agree("Escape")
    desk.until(lambda: desk.state()["focus"] == "article_table")
    assert not list(tmp_path.glob("guerre-spacy*"))
    desk.press("Return")
    desk.until(lambda: desk.state()["focus"] == "article_view")
    desk.press("ctrl+Return")
    desk.until(lambda: desk.annotation(2).status is Status.FINISHED)

    # For spaCy, into the folder that is proposed; stock spaCy reads what was marked.
    desk.press("ctrl+e")
    desk.dialog("Exporter")
    desk.until(lambda: "Exporter 2 articles" in desk.buttons())
    desk.agree()
    desk.until(lambda: desk.state()["message"].startswith("2 articles exportés"))
    assert "Relu et comparé" in desk.state()["message"]
    exported = dict(read_export(tmp_path / "guerre-spacy"))
    assert set(exported) == set(TEXTS[:2])
    with Project.open(tmp_path / "guerre.annot") as project:
        for article, text in ((1, TEXTS[0]), (2, TEXTS[1])):
            assert list(exported[text]) == [
                (span.start, span.end, span.label) for span in project.annotation(article, 1).spans
            ]
    desk.click("message_action")
    desk.dialog("Détails de l'export")
    desk.agree("Escape")

    # For Prodigy, where one says; another project reads the same spans.
    desk.export(tmp_path / "pour prodigy.jsonl", kind="pro")
    desk.until(lambda: (tmp_path / "pour prodigy.jsonl").exists() and not desk.state()["busy"])
    lines = [json.loads(line) for line in (tmp_path / "pour prodigy.jsonl").read_text("utf-8").splitlines()]
    assert [line["text"] for line in lines] == list(TEXTS[:2])
    assert desk.quit() == 0
    with Project.create(tmp_path / "autre.annot") as other, Project.open(tmp_path / "guerre.annot") as project:
        import_files(other, [tmp_path / "pour prodigy.jsonl"])
        (who,) = [id for id in other.annotators() if other.annotation(1, id).spans]
        for article in (1, 2):
            assert [(span.start, span.end, span.label) for span in other.annotation(article, who).spans] == [
                (span.start, span.end, span.label) for span in project.annotation(article, 1).spans
            ]
