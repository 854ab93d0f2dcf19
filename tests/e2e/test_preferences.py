"""The preferences under a real hand: another look, name and language, and they are still there the next day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.store import articles
from tests.e2e.desk import Desk
from tests.strategies import new_article

TEXTS = ("Le soir, des vergers sentent les pommes rouges.", "Un chemin creux mène au bord de la mer.")


@pytest.fixture
def orchard(desk: Desk) -> Path:
    """A project of two articles whose second one has a span, and the settings of the person who made it."""
    path = desk.folder / "verger.annot"
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
        session = Session(project, project.add_annotator("Ada"))
        session.open(2)
        session.draw(3, 9, label="country")
    config = desk.folder / "config" / "annotator"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"annotator": "Ada"}', encoding="utf-8")
    return path


def kept(desk: Desk) -> dict[str, object]:
    return json.loads((desk.folder / "config" / "annotator" / "settings.json").read_text("utf-8"))


def test_look_name_and_language_are_chosen_with_keys_and_last(desk: Desk, orchard: Path) -> None:
    desk.use(orchard)
    desk.start("open", str(orchard))
    desk.until(lambda: desk.state()["article"] == 1)
    desk.press("ctrl+Next")
    desk.until(lambda: desk.state()["article"] == 2)
    desk.press("Tab")
    desk.until(lambda: desk.state()["focused"])

    # What is given up leaves no trace.
    desk.press("ctrl+,")
    desk.dialog("Préférences")
    desk.press("alt+h", "End")
    desk.agree("Escape")
    assert "window" not in kept(desk) or "theme" not in kept(desk)["window"]

    desk.press("ctrl+,")
    desk.dialog("Préférences")
    narrow = desk.width("Un chemin")
    desk.press("alt+s", "space", "alt+t", "ctrl+a")
    desk.type("26")
    desk.press("alt+i", "ctrl+a")
    desk.type("1,8")
    desk.press("alt+l", "ctrl+a")
    desk.type("64")
    desk.press("Tab")
    desk.until(lambda: desk.width("Un chemin") > narrow)  # seen at once, behind the dialog
    desk.press("alt+h", "End", "alt+u", "End", "alt+n", "ctrl+a")
    desk.type("Ada L.")
    desk.press("Return")
    desk.until(lambda: desk.state()["saved"].endswith("every action is saved at once"))
    desk.reactivate()

    # The same place in the other language, ready to go on.
    state = desk.state()
    assert (state["article"], state["focused"]) == (2, [3, 9, "country", True])
    assert state["dialog"] is None
    desk.press("1")
    desk.until(lambda: desk.state()["saved"].startswith("✓ Saved at"))
    assert desk.spans() == [("chemin", "leader")]
    desk.press("ctrl+z")
    desk.until(lambda: desk.spans() == [("chemin", "country")])
    assert desk.quit() == 0

    assert (kept(desk)["annotator"], kept(desk)["language"]) == ("Ada L.", "en")
    assert kept(desk)["window"]["theme"] == "high_contrast"
    assert kept(desk)["window"]["reading"] == {"typeface": "sans", "points": 26, "line_height": 1.8, "columns": 64}
    with Project.open(orchard) as project:
        assert list(project.annotators().values()) == ["Ada L."]
    desk.start("open", str(orchard))
    desk.until(lambda: "every action is saved at once" in desk.state()["saved"])
    desk.press("ctrl+,")
    desk.dialog("Preferences")
    desk.agree("Escape")
    assert desk.quit() == 0
