"""One decision everywhere, notes and flags, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.annotation import Status
from tests.e2e.desk import Desk, project_of

TEXTS = (
    "La Voïvodine attend. En Voïvodine, rien de neuf : la VOÏVODINE se tait.",
    "Des nouvelles de Voïvodine.\nEt encore la Voïvodine.",
    "Aucune nouvelle.",
)
HERE = [("Voïvodine", "country"), ("Voïvodine", "country"), ("VOÏVODINE", "country")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(TEXTS, tmp_path)


def spans(desk: Desk, article: int) -> list[tuple[str, str]]:
    return [(TEXTS[article - 1][span.start : span.end], span.label) for span in desk.annotation(article).spans]


def test_a_label_goes_everywhere_and_comes_back_in_one_step(desk: Desk, project: Path) -> None:
    desk.open(project)
    desk.press("Escape")
    desk.double_click_on("Voïvodine")
    desk.press("2")
    desk.until(lambda: spans(desk, 1) == HERE[:1])
    desk.press("e")
    desk.until(lambda: spans(desk, 1) == HERE)
    assert "2 occurrences" in desk.state()["message"]
    desk.press("ctrl+m")  # presses the button of the message, which is to undo it
    desk.until(lambda: spans(desk, 1) == HERE[:1])

    desk.press("shift+e")
    desk.dialog("Dans tous les articles")
    desk.picture(desk.folder / "list.png")
    desk.press("Return")
    desk.until(lambda: spans(desk, 1) == HERE and spans(desk, 2) == HERE[:2])
    desk.until(lambda: not desk.state()["dialog"])
    assert "2 articles" in desk.state()["message"]
    assert desk.annotation(2).status is Status.NEW
    desk.reactivate()

    # A label changed, then taken away, at one place and everywhere.
    desk.click_on("Voïvodine")
    desk.press("3", "e")
    desk.until(lambda: [label for _, label in spans(desk, 1)] == ["alliance"] * 3)
    desk.press("x", "shift+e")
    desk.until(lambda: desk.state()["dialog"])
    desk.press("Return")
    desk.until(lambda: spans(desk, 1) == [])
    assert spans(desk, 2) == HERE[:2]  # these are countries still
    desk.until(lambda: not desk.state()["dialog"])
    desk.reactivate()
    desk.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
    desk.until(lambda: spans(desk, 1) == HERE)
    desk.press("ctrl+z")
    desk.until(lambda: spans(desk, 1) == HERE[:1] and spans(desk, 2) == [])


def test_the_last_label_a_note_and_a_flag_by_key(desk: Desk, project: Path) -> None:
    desk.open(project)
    desk.press("Escape")
    desk.double_click_on("Voïvodine")
    desk.press("4")
    desk.double_click_on("neuf")
    desk.press("r")
    desk.until(lambda: spans(desk, 1) == [("Voïvodine", "weapon"), ("neuf", "weapon")])
    desk.press("n")
    desk.until(lambda: desk.state()["focus"] == "note_editor")
    desk.type("axe, relire")
    desk.press("Return")
    desk.until(lambda: [span.note for span in desk.annotation(1).spans] == [None, "axe, relire"])
    desk.until(lambda: desk.state()["focus"] == "article_view")
    desk.press("f", "shift+n")
    desk.until(lambda: desk.state()["focus"] == "note_editor")
    desk.type("pour Bob")
    desk.press("Return")
    desk.until(lambda: desk.annotation(1).note == "pour Bob" and desk.annotation(1).flagged)
    desk.press("ctrl+z", "ctrl+z", "ctrl+z")
    desk.until(
        lambda: not desk.annotation(1).flagged and [span.note for span in desk.annotation(1).spans] == [None] * 2
    )
