"""The dialog before an import, with the real background process behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.previewing import LOOKED_AT
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.ui import language
from annotator.ui.import_preview import ImportPreview
from annotator.ui.language import Language
from annotator.ui.tasks import Tasks
from tests.ui.seat import rows_of

_PATIENCE = 20_000
HERE = "Ce texte est déjà là."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project of one article, which two people work on."""
    folder = tmp_path_factory.mktemp("projet")
    (folder / "la.txt").write_text(HERE, "utf-8")
    with Project.create(folder / "guerre.annot") as project:
        import_files(project, [folder / "la.txt"])
        for name in ("Ada", "Zoé"):
            project.add_annotator(name)
        yield project


@pytest.fixture(scope="module")
def tasks(qapp: object, project: Project) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.start(project.path)
    yield tasks
    tasks.close()


class Table:
    """One annotator before one dialog."""

    def __init__(self, dialog: ImportPreview, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.qtbot = qtbot
        qtbot.addWidget(dialog)
        dialog.show()

    def wait(self) -> Table:
        self.qtbot.waitUntil(lambda: not self.dialog.findChild(QProgressBar).isVisible(), timeout=_PATIENCE)
        return self

    def until_first_says(self, spans: str) -> None:
        """Wait until the first article has these spans."""
        self.qtbot.waitUntil(lambda: [each[1] for each in self.articles[:1]] == [spans], timeout=_PATIENCE)
        self.wait()

    @property
    def head(self) -> str:
        return self.dialog.findChild(QLabel, "preview_head").text()

    @property
    def facts(self) -> str:
        return self.dialog.findChild(QLabel, "caption").text()

    @property
    def tabs(self) -> list[str]:
        tabs = self.dialog.findings
        return [tabs.tabText(index) for index in range(tabs.count()) if tabs.isTabVisible(index)]

    @property
    def articles(self) -> list[tuple[str, ...]]:
        return rows_of(self.dialog.findings.articles)


@pytest.fixture
def look(project: Project, tasks: Tasks, qtbot: QtBot):
    def look(*paths: Path) -> Table:
        return Table(ImportPreview(paths, project=project, annotator="Ada", tasks=tasks), qtbot)

    return look


def write(folder: Path, *objects: object, name: str = "depeches.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(each) + "\n" for each in objects), "utf-8")
    return path


def test_what_will_come_and_what_will_not(look, tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 4, "label": "country"}, {"start": 1, "end": 3, "label": "country"}]
    path = write(
        tmp_path,
        {"text": "Mali et Niger\nLe reste du texte.", "spans": spans, "source": "AFP"},
        {"text": HERE, "spans": []},
        {"text": "Mali et Niger\nLe reste du texte."},
        {"text": 5},
        {"text": "Kyiv.", "date": "hier"},
    )
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")

    table = look(tmp_path).wait()

    assert table.head == "2 articles à importer"
    assert table.facts == (
        "1 fichier lu : lignes JSON · 1 annotation · 2 doublons · 1 illisible · 1 annotation laissée de côté"
    )
    assert table.tabs == ["Articles (2)", "Étiquettes (1)", "Laissés de côté (2)", "Doublons (2)", "Remarques (2)"]
    assert table.articles == [
        ("Mali et Niger", "pays 1", "32 caractères", f"AFP · {path.name}:1"),
        ("Kyiv.", "", "5 caractères", f"{path.name}:5"),
    ]
    assert (
        table.dialog.findings.articles.model().index(1, 0).data(Qt.ItemDataRole.UserRole) == ""
    )  # it has no more than its title
    first = table.dialog.findings.articles.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.UserRole) == "Le reste du texte."
    assert "pays 1" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    left_out = rows_of(table.dialog.findings.left_out)
    assert {(kind, Path(place).name) for kind, place, _ in left_out} == {
        ("Illisible", f"{path.name}:4"),
        ("Annotation", f"{path.name}:1"),
    }
    duplicates = rows_of(table.dialog.findings.duplicates.table)
    assert [(kind, Path(place).name) for kind, place, _ in duplicates] == [
        ("Doublon", f"{path.name}:2"),
        ("Doublon", f"{path.name}:3"),
    ]
    assert "déjà dans le projet" in duplicates[0][2]
    assert HERE in duplicates[0][2]
    assert {Path(place).name for _, place, _ in rows_of(table.dialog.findings.notes)} == {f"{path.name}:5", "photo.jpg"}
    assert table.dialog.take.text() == "Importer 2 articles"


def test_enter_imports_and_escape_does_not(look, tmp_path: Path) -> None:
    path = write(tmp_path, {"text": "Un article."})
    for key, outcome in (
        (Qt.Key.Key_Return, QDialog.DialogCode.Accepted),
        (Qt.Key.Key_Escape, QDialog.DialogCode.Rejected),
    ):
        dialog = look(path).wait().dialog
        QTest.keyClick(dialog.take, key)
        assert not dialog.isVisible()
        assert dialog.result() == outcome


def test_enter_need_not_wait(look, tmp_path: Path, project: Project) -> None:
    dialog = look(write(tmp_path, {"text": "Un article."})).dialog
    assert dialog.take.text() == "Tout importer"
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert len(project.article_ids()) == 1


def test_tab_goes_down_the_dialog(look, tmp_path: Path) -> None:
    dialog = look(write(tmp_path, {"text": "Un article."})).wait().dialog
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    dialog.findings.tabBar().setFocus()
    heights = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        heights.append(widget.mapTo(dialog, QPoint(0, 0)).y())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert heights == sorted(heights)
    assert len(set(heights)) == 4  # tabs, articles, options, buttons


def test_nothing_new_is_nothing_to_import(look, tmp_path: Path) -> None:
    table = look(write(tmp_path, {"text": HERE})).wait()

    assert table.head == "Aucun article à importer"
    assert not table.dialog.take.isEnabled()
    assert table.dialog.leave.isDefault()
    assert table.dialog.findings.currentWidget() is table.dialog.findings.duplicates


def test_what_lies_in_the_trash_can_come_out_of_it(look, tmp_path: Path, project: Project) -> None:
    session = Session(project, project.find_annotator("Ada"))
    session.change_each([1], lambda annotation: set_trashed(annotation, True))
    try:
        table = look(write(tmp_path, {"text": HERE})).wait()
        box = table.dialog.restore
        assert box.isVisible()
        assert "1 article" in box.text()
        assert (table.dialog.restored, table.dialog.take.isEnabled()) == ([], False)
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert (table.dialog.restored, table.dialog.take.isEnabled()) == ([1], True)
        assert table.dialog.take.text() == "Sortir de la corbeille"
        assert not table.dialog.brings_articles
        table.dialog.fields.whose.setCurrentText("Zoé")  # whose trash is another one
        table.qtbot.waitUntil(lambda: not box.isVisible(), timeout=_PATIENCE)
        assert table.dialog.restored == []
    finally:
        session.undo()


def test_whose_the_annotations_are_and_how_far_is_asked(look, tmp_path: Path) -> None:
    path = write(tmp_path, {"text": "Mali.", "spans": [{"start": 1, "end": 4, "label": "country"}]})
    table = look(path).wait()
    whose, status = table.dialog.fields.whose, table.dialog.fields.status
    assert [whose.itemText(index) for index in range(whose.count())] == ["Ada", "Zoé", "selon les fichiers"]
    assert table.dialog.options == ImportOptions(annotator="Ada")
    assert table.tabs == ["Articles (1)", "Étiquettes (1)", "Laissés de côté (1)"]

    status.setCurrentIndex(1)
    whose.setCurrentText("  Une  autre ")
    table.wait()

    assert table.dialog.options == ImportOptions(annotator="Une autre", status=Status.FINISHED)
    table.qtbot.waitUntil(lambda: len(table.tabs) == 4, timeout=_PATIENCE)  # it stays in progress: it lost a span
    whose.setCurrentText(" ")
    assert not table.dialog.take.isEnabled()


def test_a_preview_of_many_stops_and_says_so(look, tmp_path: Path) -> None:
    path = tmp_path / "beaucoup.jsonl"
    path.write_text("".join(f'{{"text": "Article {number}"}}\n' for number in range(LOOKED_AT + 20)), "utf-8")

    table = look(path)
    table.qtbot.waitUntil(lambda: 0 < table.dialog.findings.articles.model().rowCount() < LOOKED_AT, timeout=_PATIENCE)
    assert table.head.startswith("Lecture… ")
    table.wait()

    assert len(table.articles) == LOOKED_AT
    assert table.head.startswith("Plus de 5")
    assert "l'import prendra tout" in table.facts
    assert table.dialog.take.text() == "Tout importer"


def test_a_preview_of_many_without_one_article_lets_the_rest_come(look, tmp_path: Path) -> None:
    path = tmp_path / "beaucoup.jsonl"
    path.write_text("5\n" * (LOOKED_AT + 1) + '{"text": "Enfin."}\n', "utf-8")

    table = look(path).wait()

    assert table.head.startswith("Aucun article parmi les 5")
    assert table.dialog.take.isEnabled()
    assert table.dialog.take.text() == "Tout importer"


def test_files_that_have_gone_are_said(look, tmp_path: Path) -> None:
    table = look(tmp_path / "parti.txt").wait()

    assert "parti.txt" in table.facts
    assert not table.dialog.take.isEnabled()


def test_what_stays_out_can_be_copied(look, tmp_path: Path) -> None:
    table = look(write(tmp_path, {"text": 5}, {"text": 6})).wait()
    left_out = table.dialog.findings.left_out
    left_out.clearSelection()
    QTest.keyClick(left_out, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 2
    left_out.selectRow(1)
    QTest.keyClick(left_out, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    kind, where, why = QGuiApplication.clipboard().text().rstrip("\n").split("\t")
    assert (kind, where) == ("Illisible", f"{tmp_path / 'depeches.jsonl'}:2")
    assert "chaîne" in why


# What is asked


def choose(combo: QComboBox, words: str) -> None:
    """Choose an item as the mouse does."""
    index = combo.findText(words)
    assert index >= 0, [combo.itemText(each) for each in range(combo.count())]
    combo.setCurrentIndex(index)


def test_more_is_asked_where_somebody_wants_to_be_asked(look, tmp_path: Path) -> None:
    table = look(write(tmp_path, {"text": "Un article."})).wait()
    fields = table.dialog.fields
    assert not fields.folded.isVisible()
    fields.unfold.click()
    assert fields.folded.isVisible()
    assert not fields.columns.isVisible()  # there is no table among the files
    choose(fields.format, "lignes JSON")
    choose(fields.encoding, "Windows-1252 (Europe de l'Ouest)")
    fields.snap.click()
    fields.as_suggestions.click()
    choose(fields.whose, "selon les fichiers")
    assert fields.options(labels={}, create_labels=False) == ImportOptions(
        format="jsonl", encoding="cp1252", snap=True, as_suggestions=True
    )


def test_columns_of_a_table_are_chosen(look, tmp_path: Path) -> None:
    path = tmp_path / "presse.csv"
    path.write_text("id;chapeau;corps\n1;Un titre;Le Mali et le Niger se parlent.\n2;Autre;La Pologne.\n", "utf-8")
    table = look(path).wait()
    columns = table.dialog.fields.columns
    table.dialog.fields.unfold.click()
    assert columns.isVisible()
    text, title, source, date = columns.fields
    assert [each.itemText(0) for each in (text, title, source)] == ["devinée : «\u00a0corps\u00a0»", "aucune", "aucune"]
    assert [text.itemText(index) for index in range(1, text.count())] == ["id", "chapeau", "corps"]

    choose(title, "chapeau")
    choose(source, "id")
    table.qtbot.waitUntil(lambda: table.articles[:1] != [] and table.articles[0][0] == "Un titre", timeout=_PATIENCE)
    table.wait()

    assert table.dialog.options.columns == {"title": "chapeau", "source": "id"}
    assert table.articles[0][3] == "1 · presse.csv:2"
    assert title.currentText() == "chapeau"  # also after the table was read anew
    assert date.currentData() is None


def prodigy(folder: Path) -> Path:
    """Write an article as Prodigy does, with labels that are none of ours."""
    text = "Hanno Pevkur parle du Mali, de l'OTAN et du Centre."
    labels = {"Hanno Pevkur": "PER", "Mali": "country", "OTAN": "ORG", "Centre": "PARTI"}
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label}
        for words, label in labels.items()
    ]
    return write(folder, {"text": text, "spans": spans, "answer": "accept", "_view_id": "ner_manual"})


def test_labels_of_others_are_proposed_and_what_comes_of_them_is_shown(look, tmp_path: Path) -> None:
    table = look(prodigy(tmp_path))
    dialog = table.dialog
    table.qtbot.waitUntil(
        lambda: table.articles[:1] != [] and table.articles[0][1] == "dirigeant 1 · pays 1", timeout=_PATIENCE
    )
    table.wait()

    assert "Prodigy" in table.facts
    assert dialog.findings.currentWidget() is dialog.findings.labels
    assert dialog.take.hasFocus() or not dialog.isActiveWindow()
    assert [(row[0], row[1], row[2]) for row in rows_of(dialog.findings.labels.table)] == [
        ("PER", "1", "dirigeant"),
        ("country", "1", "pays"),
        ("ORG", "1", "Laisser de côté"),
        ("PARTI", "1", "Laisser de côté"),
    ]
    assert dialog.options == ImportOptions(annotator="Ada", labels={"PER": "leader", "ORG": None})
    assert [why for _, _, why in rows_of(dialog.findings.left_out)] == [
        "«\u00a0Centre\u00a0» (PARTI) : le projet n'a pas cette étiquette."
    ]
    assert "2 annotations laissées de côté" in table.facts


def test_a_choice_of_labels_is_previewed_at_once_and_keeps_its_place(look, tmp_path: Path) -> None:
    table = look(prodigy(tmp_path))
    dialog, labels = table.dialog, table.dialog.findings.labels.table
    table.qtbot.waitUntil(lambda: labels.model().rowCount() == 4, timeout=_PATIENCE)
    for row, key in ((2, "3"), (3, "+")):
        spot = labels.visualRect(labels.model().index(row, 0)).center()
        QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.keyClicks(labels, key)
    words = "dirigeant 1 · pays 1 · alliance 1 · parti 1"
    table.until_first_says(words)

    assert dialog.options.create_labels
    assert dialog.options.labels == {"PER": "leader", "ORG": "alliance"}
    assert dialog.findings.currentWidget() is dialog.findings.labels
    assert labels.currentIndex().row() == 3
    assert table.tabs == ["Articles (1)", "Étiquettes (4)"]


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_no_two_fields_have_one_letter(look, tmp_path: Path, spoken: Language) -> None:
    language.install(spoken)
    table = look(write(tmp_path, {"text": "Un article."})).wait()
    words = [each.text() for kind in (QLabel, QAbstractButton) for each in table.dialog.findChildren(kind)]
    letters = [found[1].lower() for each in words if (found := re.search(r"&(\w)", each))]
    assert len(letters) > 10
    assert sorted(letters) == sorted(set(letters))


def test_what_is_there_already_can_be_looked_at_while_the_dialog_stays(look, tmp_path: Path) -> None:
    table = look(write(tmp_path, {"text": HERE}, {"text": "Un article."})).wait()
    dialog, page = table.dialog, table.dialog.findings.duplicates
    dialog.findings.setCurrentWidget(page)
    assert not page.look.isEnabled()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.look.isEnabled()
    for way in (lambda: QTest.keyClick(page.table, Qt.Key.Key_Return), page.look.click):
        with table.qtbot.waitSignal(dialog.article_requested) as asked:
            way()
        assert asked.args == [1]
        assert dialog.isVisible()


def test_a_text_nearly_the_same_as_another_is_named_with_it(look, tmp_path: Path) -> None:
    first = "La Pologne livrera douze chars à l'Ukraine au printemps, a dit le ministre à Varsovie devant la presse."
    lines = ({"text": first, "title": "Des chars"}, {"text": first + " Le Mali a salué ce choix.", "title": "Encore"})
    table = look(write(tmp_path, *lines)).wait()
    assert "1 quasi-doublon" in table.facts
    (line,) = rows_of(table.dialog.findings.duplicates.table)
    assert line[0] == "Quasi-doublon"
    assert line[2].startswith("«\u00a0Encore\u00a0» ressemble à «\u00a0Des chars\u00a0»")
    assert not table.dialog.findings.duplicates.look.isVisible()  # the other one is no article of the project yet
