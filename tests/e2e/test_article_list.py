"""A list of articles searched, filtered, sorted and worked on, by keys and clicks on a real screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.demo import read_export
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Status
from tests.e2e.desk import Desk

TEXTS = (
    "Zelensky réclame des chars Leopard à Berlin.",
    "À Kiev, l'été des combats.",
    "Des chars Abrams pour la Pologne.",
    "La trêve tient à Odessa.",
)


@pytest.fixture
def four(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS, 1):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "quatre.annot") as project:
        import_files(project, [tmp_path / f"{number}.txt" for number in range(1, 5)])
    return tmp_path / "quatre.annot"


def proposed(path: Path) -> list[int]:
    """Return the articles that have suggestions in the file."""
    with Project.open(path) as project:
        return [id for id in project.article_ids() if project.suggestions(id)]


def test_a_day_with_the_list(desk: Desk, four: Path) -> None:
    desk.open(four)
    status = {id: lambda id=id: desk.annotation(id).status for id in range(1, 5)}

    # Search: both articles on tanks, then one, which is read and finished.
    desk.press("ctrl+f")
    desk.type("char")
    desk.until(lambda: desk.listed() == [1, 3])
    desk.type("s abr")
    desk.until(lambda: desk.listed() == [3])
    desk.press("Return")
    desk.until(lambda: desk.state()["article"] == 3)
    assert desk.state()["focus"] == "article_view"
    desk.press("ctrl+Return")
    desk.until(lambda: status[3]() is Status.FINISHED)

    # Filter: the finished ones alone, with the search taken away.
    desk.press("ctrl+f", "BackSpace")
    desk.until(lambda: desk.listed() == [1, 2, 3, 4])
    desk.press("ctrl+shift+f")
    desk.until(lambda: desk.state()["focus"] == "filter_new")
    desk.press("Tab", "Tab", "space")
    desk.until(lambda: desk.listed() == [3])
    desk.press("Escape")
    desk.until(lambda: desk.state()["dialog"] is None)
    desk.click("filter_clear")
    desk.until(lambda: desk.listed() == [1, 2, 3, 4])

    # Sort by title: «À Kiev», «Des chars», «La trêve», «Zelensky».
    desk.click("article_sort")
    desk.press("Down", "Down", "Return")
    desk.until(lambda: desk.listed() == [2, 3, 4, 1])

    # All of them are set aside at one stroke, and one stroke takes it back.
    desk.click("article_table")
    desk.press("ctrl+f", "Down", "ctrl+a", "ctrl+d")
    desk.until(lambda: [status[id]() for id in range(1, 5)] == [Status.SET_ASIDE] * 4)
    desk.press("ctrl+z")
    desk.until(lambda: status[3]() is Status.FINISHED and status[1]() is Status.NEW)

    # The first two go to the trash; undo brings them back; one goes again, and is taken out of the trash.
    desk.press("ctrl+f", "Down", "Home", "shift+Down", "Delete")
    desk.until(lambda: desk.listed() == [4, 1])
    assert desk.annotation(2).trashed
    desk.press("ctrl+z")
    desk.until(lambda: desk.listed() == [2, 3, 4, 1])
    desk.press("ctrl+f", "Down", "End", "Delete")
    desk.until(lambda: desk.listed() == [2, 3, 4])
    desk.press("ctrl+shift+f")
    desk.until(lambda: desk.state()["focus"] == "filter_new")
    desk.press("shift+Tab", "shift+Tab", "shift+Tab", "space")
    desk.until(lambda: desk.listed() == [1])
    desk.press("Escape", "ctrl+f", "Down", "Menu", "Down", "Return")
    desk.until(lambda: desk.listed() == [])
    assert not desk.annotation(1).trashed
    desk.click("filter_clear")
    desk.until(lambda: desk.listed() == [2, 3, 4, 1])

    # The next that is to be done leaves out what is finished; flags are put on and looked for.
    desk.press("ctrl+f", "Down", "Home", "Return")
    desk.until(lambda: desk.state()["article"] == 2)
    desk.press("alt+Next")
    desk.until(lambda: desk.state()["article"] == 4)  # 3 is finished
    desk.press("alt+Prior")
    desk.until(lambda: desk.state()["article"] == 2)
    desk.press("f")
    desk.until(lambda: desk.annotation(2).flagged)
    desk.press("ctrl+shift+f")
    desk.until(lambda: desk.state()["focus"] == "filter_new")
    while desk.state()["focus"] != "filter_flagged":
        desk.press("Tab")
    desk.press("Down")
    desk.until(lambda: desk.listed() == [2])
    desk.press("Escape")
    desk.until(lambda: desk.state()["dialog"] is None)
    desk.click("filter_clear")
    desk.until(lambda: desk.listed() == [2, 3, 4, 1])

    # Articles that are chosen, and no others, are read again and go out.
    with Project.open(four) as project, project.database.transaction():
        project.database.execute("DELETE FROM suggestions")
    desk.press("ctrl+f", "Down", "End", "Menu", *["Down"] * 7, "Return")
    desk.until(lambda: proposed(four) == [1] and not desk.state()["busy"])
    desk.press("ctrl+f", "Down", "Home", "Down", "Menu", *["Down"] * 8)
    desk.export(desk.folder / "choix", keys="Return")
    desk.until(lambda: "1 article exporté" in desk.state()["message"])
    assert [text for text, _ in read_export(desk.folder / "choix")] == [TEXTS[2]]
    assert desk.quit() == 0
