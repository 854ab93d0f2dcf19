"""Finding actions, giving them other keys, going back through the history and stopping work, in the real window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.app.demo import sample_project
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Status
from tests.e2e.desk import Desk


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def test_actions_are_found_rebound_and_taken_back_by_keyboard_alone(desk: Desk, sample: Path) -> None:
    desk.open(sample)
    suggested = desk.state()["pending"]

    # An action by a few letters of its words.
    desk.press("ctrl+k")
    desk.dialog("Chercher une action")
    desk.type("tout acc")
    desk.agree()
    desk.until(lambda: len(desk.spans()) == suggested)
    desk.press("ctrl+z")
    desk.until(lambda: desk.spans() == [])

    # Another key for it, which holds at once.
    desk.press("ctrl+k")
    desk.dialog("Chercher une action")
    desk.type("personnaliser")
    desk.press("Return")
    desk.dialog("Personnaliser les raccourcis")
    desk.type("tout acc")
    desk.press("Down", "Return", "F5")
    desk.until(lambda: "Actualiser la liste" in (desk.label("keys_said") or ""))  # has that key
    desk.press("F4")
    desk.agree("Escape")
    desk.press("a")
    assert desk.spans() == []
    desk.press("F4")
    desk.until(lambda: len(desk.spans()) == suggested)
    desk.press("x", "x")
    desk.until(lambda: len(desk.spans()) == suggested - 2)
    done = desk.annotation()

    # Back to the start, and forward again in a new process.
    desk.press("F7", "End", "Return")
    desk.until(lambda: desk.spans() == [])
    assert desk.annotation().status is Status.NEW
    assert "3 étapes en arrière" in desk.state()["message"]
    desk.kill()
    desk.open(sample)
    desk.press("F7", "Home", "Return")
    desk.until(lambda: len(desk.spans()) == suggested - 2)
    again = desk.annotation()
    assert (again.spans, again.decisions, again.status) == (done.spans, done.decisions, done.status)
    assert "3 étapes en avant" in desk.state()["message"]
    desk.press("Escape")
    desk.until(lambda: desk.state()["focus"] == "article_view")


def test_work_is_stopped_by_a_key_and_truly_said_to_be(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number}.txt").write_text(f"La Pologne livrera {number} chars Leopard 2 à l'Ukraine.", "utf-8")
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        import_files(project, [folder])
    desk.use(path)
    desk.start("open", str(path))
    desk.until(lambda: desk.state()["article"])
    desk.press("shift+Escape")
    message = desk.until(lambda: (said := desk.state()["message"]).startswith("Suggestions interrompues") and said)
    said = re.search(r"\d+", message.replace("\u202f", ""))
    with Project.open(path) as project:
        read = project.database.execute("SELECT count(*) FROM articles WHERE suggested_by IS NOT NULL").fetchone()[0]
    assert said is not None
    assert int(said.group()) == read < 1000
    assert not desk.state()["busy"]
    desk.press("ctrl+Page_Down")  # the window is as quick as before
    desk.until(lambda: desk.state()["article"] == 2)
    desk.press("ctrl+m")  # the message offers to go on
    desk.until(lambda: desk.state()["busy"])
    desk.press("shift+Escape")
    desk.until(lambda: not desk.state()["busy"])


def test_what_is_typed_before_the_palette_is_there_is_typed_into_it(desk: Desk, sample: Path) -> None:
    desk.open(sample)
    suggested = desk.state()["pending"]
    desk.press_at_once("ctrl+k", *"axs")  # each a deed of its own where the text has the keys
    desk.dialog("Chercher une action")
    desk.until(lambda: desk.typed() == "axs")
    desk.agree("Escape")
    assert desk.state()["pending"] == suggested
    assert desk.spans() == []
