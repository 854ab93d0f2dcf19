"""The screens on the suggester and on readiness: what they show, and where their links lead."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app import jobs
from annotator.app import readiness as asking
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.store import counting
from annotator.ui.statistics.drills import Articles, Place
from annotator.ui.statistics.readiness import ReadinessScreen
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.suggester import SuggesterScreen
from annotator.ui.statistics.tables import Table

TEXT = "La Russie, l'OTAN et l'Ukraine ont parlé ; la Pologne aussi."


@pytest.fixture
def session(tmp_path: Path):
    """One article in which a country was accepted, one rejected, one left and a word drawn; finished."""
    (tmp_path / "war.txt").write_text(TEXT, "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "war.txt"])
        yield Session(project, project.add_annotator("Zoé"))


def work(session: Session) -> None:
    suggest(session.project)
    session.open(1)
    marks = {TEXT[each.start : each.end]: each for each in session.marks()}
    session.accept([marks["Russie"].suggestion])
    session.remove(marks["Ukraine"])
    session.draw(TEXT.index("parlé"), TEXT.index("parlé") + 5, label="weapon")
    session.set_status(Status.FINISHED)
    counting.refresh(session.project.database)


def shown(screen: Screen, session: Session, qtbot: QtBot) -> Screen:
    qtbot.addWidget(screen)
    screen.refresh(Asked(session.project, session.annotator, session))
    screen.show()
    return screen


def words(screen: Screen) -> str:
    return "\n".join(label.text() for label in screen.widget().findChildren(QLabel)).replace("\u00a0", " ")


def row(screen: Screen, table: str, name: str) -> dict[str, object]:
    (found,) = [each for each in screen.widget().findChildren(Table) if each.name == table]
    (cells,) = [cells for cells in found.cells if cells[0].text == name]
    return dict(zip(found.heads, cells, strict=True))


def test_numbers_of_the_suggester_lead_to_their_articles(session: Session, qtbot: QtBot) -> None:
    work(session)
    screen = shown(SuggesterScreen(), session, qtbot)
    country = row(screen, "Par étiquette", "pays")
    assert [country[head].number for head in ("acceptées", "limites", "rejetées", "à décider")] == [1, 0, 1, 1]
    assert country["précision"].text.replace("\u00a0", " ") == "50 % [9–91 %]"
    assert country["limites"].drill is None
    drill = country["rejetées"].drill
    assert isinstance(drill, Articles)
    with qtbot.waitSignal(screen.articles_requested) as asked:
        screen.follow(drill)
    assert asked.args == [[1], "Suggesteur : pays, rejetées"]
    weapon = row(screen, "Par étiquette", "arme")
    assert weapon["précision"].text == "–"
    assert "aucune suggestion" in weapon["précision"].tip


def test_what_was_missed_is_listed_and_opens_at_its_place(session: Session, qtbot: QtBot) -> None:
    work(session)
    screen = shown(SuggesterScreen(), session, qtbot)
    missed = row(screen, "Annotations manquées", "parlé")
    assert missed["texte"].drill == Place(1, TEXT.index("parlé"), TEXT.index("parlé") + 5)


def test_without_suggestions_the_screen_says_what_to_do(session: Session, qtbot: QtBot) -> None:
    screen = shown(SuggesterScreen(), session, qtbot)
    assert "Demandez des suggestions" in words(screen)
    assert not screen.widget().findChildren(Table)


def test_readiness_is_a_list_of_signs_words_and_links(session: Session, qtbot: QtBot) -> None:
    work(session)
    screen = shown(ReadinessScreen(), session, qtbot)
    said = words(screen)
    assert "Pas encore : il manque certaines choses." in said
    assert "2 suggestions à décider dans 1 article terminé" in said
    assert {"✓", "!", "✕"} <= set(said.splitlines())
    (link,) = [each for each in screen.widget().findChildren(QPushButton) if each.text() == "1 article"]
    with qtbot.waitSignal(screen.articles_requested) as asked:
        link.click()
    assert asked.args[0] == [1]
    every = [each for each in screen.widget().findChildren(QPushButton) if each.text() == "Voir les articles"]
    with qtbot.waitSignal(screen.articles_requested) as asked:
        every[0].click()
    assert asked.args[0] == [1]


def test_the_list_of_readiness_is_copied_with_its_verdicts(session: Session, qtbot: QtBot) -> None:
    work(session)
    screen = shown(ReadinessScreen(), session, qtbot)
    (copying,) = [each for each in screen.widget().findChildren(QPushButton) if each.text() == "Copier"]
    copying.click()
    heads, *lines = QApplication.clipboard().text().split("\n")
    assert heads.split("\t") == ["Verdict", "Point", "Ce qu'il en est", "Articles"]
    assert len(lines) == len(screen.read(Asked(session.project, session.annotator, session)).lines)
    (undecided,) = [line.split("\t") for line in lines if "2 suggestions à décider" in line]
    assert (undecided[0], undecided[3]) == ("à regarder", "1")


class Asking(QObject):
    """Takes requests as the window's background work does."""

    previewed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def examine(self, annotator: int) -> int:
        self.asked.append(annotator)
        return len(self.asked)


def test_what_takes_long_is_looked_into_once_in_the_background(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FEW", 0)
    work(session)
    tasks, screen = Asking(), ReadinessScreen()
    screen.use(tasks)
    shown(screen, session, qtbot)
    assert tasks.asked == [session.annotator]
    assert "Vérification en cours…" in words(screen)
    asked = Asked(session.project, session.annotator, session)
    tasks.previewed.emit(1, jobs.Failed(1, SimpleNamespace(in_language=lambda _: "le disque est plein")))
    screen.refresh(asked)
    assert tasks.asked == [session.annotator]  # not again for the same, or it would never end
    assert "Le disque est plein" in words(screen)
    (again,) = [each for each in screen.widget().findChildren(QPushButton) if each.text() == "Vérifier maintenant"]
    again.click()
    assert len(tasks.asked) == 2
    asking.examine(session.project, session.annotator)
    with qtbot.waitSignal(screen.renewed):
        tasks.previewed.emit(2, jobs.Done(2, {}))
    screen.refresh(asked)
    assert "Toutes les annotations ont des limites de mot." in words(screen)
    assert "Vérification en cours…" not in words(screen)
