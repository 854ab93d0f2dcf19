"""The article under a real hand: edges dragged, the menu of a mark by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.store import articles
from tests.e2e.desk import Desk
from tests.strategies import new_article

TEXT = "Le soir, des vergers sentent les pommes rouges au bord de chemins creux."


@pytest.fixture
def orchard(tmp_path: Path) -> Path:
    """A project whose one article nobody has anything to suggest for, with two spans."""
    path = tmp_path / "verger.annot"
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(TEXT)], at="2022")
        session = Session(project, project.add_annotator("Ada"))
        session.open(1)
        for words, label in (("vergers", "sum"), ("pommes", "weapon")):
            session.draw(TEXT.index(words), TEXT.index(words) + len(words), label=label)
    return path


def test_edges_and_menus_answer_to_a_real_hand(desk: Desk, orchard: Path) -> None:
    config = desk.folder / "config" / "annotator"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"annotator": "Ada"}', encoding="utf-8")
    desk.use(orchard)
    desk.start("open", str(orchard))
    desk.until(lambda: desk.state()["article"])

    desk.drag_end("pommes", onto="rouges")
    desk.until(lambda: ("pommes rouges", "weapon") in desk.spans())
    desk.drag_end("pommes rouges", onto="bord", then="Escape")
    desk.drag_end("pommes rouges", onto="pommes")
    desk.until(lambda: ("pommes", "weapon") in desk.spans())
    desk.press("ctrl+z")
    desk.until(lambda: ("pommes rouges", "weapon") in desk.spans())

    assert desk.state()["dialog"] is None
    desk.ask_menu_of("vergers")
    desk.until(lambda: "vergers" in (desk.state()["dialog"] or ""))
    desk.press("3")
    desk.until(lambda: ("vergers", "alliance") in desk.spans())
    for keys in ("Menu", "shift+F10"):
        desk.press(keys)
        desk.until(lambda: "vergers" in (desk.state()["dialog"] or ""))
        desk.press("Escape")
        desk.until(lambda: desk.state()["dialog"] is None)
        assert desk.state()["focus"] == "article_view"
    desk.press("Menu")
    desk.until(lambda: desk.state()["dialog"])
    desk.press("Down", "Down", "Return")
    desk.until(lambda: ("vergers", "country") in desk.spans())
    assert desk.quit() == 0
