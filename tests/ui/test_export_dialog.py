"""The dialog of an export, with the real background process behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.app import settings
from annotator.app.export_options import ExportOptions, SplitBy, Whose
from annotator.app.exporting import export
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core import corrections
from annotator.core.annotation import Status
from annotator.ui import language
from annotator.ui.exporting.dialog import ExportDialog
from annotator.ui.exporting.part import open_folder
from annotator.ui.exporting.remembered import recall
from annotator.ui.exporting.report_dialog import ReportDialog
from annotator.ui.tasks import Tasks
from tests.ui import usable
from tests.ui.dialogs import type_file
from tests.ui.seat import rows_of

_PATIENCE = 60_000
TEXTS = (
    "Le Mali et le Niger se parlent.",
    "La Pologne livre des chars.",
    "La Suède rejoint l'OTAN.",
    "Rien ici.",
    "Pas encore lu.",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Five articles: Ada finished 1, 2 and 4, which is empty; 2 is flagged, 3 a draft; Zoé finished 1 as well."""
    folder = tmp_path_factory.mktemp("projet")
    lines = []
    for text in TEXTS:
        word = next((word for word in ("Mali", "Pologne", "Suède") if word in text), None)
        spans = [] if word is None else [{"start": (at := text.index(word)), "end": at + len(word), "label": "country"}]
        lines.append(json.dumps({"text": text, "spans": spans}))
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    with Project.create(folder / "guerre.annot") as project:
        import_files(project, [folder / "a.jsonl"], ImportOptions(annotator="Ada"))
        project.add_annotator("Zoé")
        ada = Session(project, 1)
        for article, status in ((1, Status.FINISHED), (2, Status.FINISHED), (4, Status.FINISHED)):
            ada.change_each([article], lambda before, status=status: corrections.set_status(before, status))
        ada.change_each([2], lambda before: corrections.set_flag(before, True))
        Session(project, 2).change_each([1], lambda before: corrections.set_status(before, Status.FINISHED))
        yield project


@pytest.fixture(scope="module")
def tasks(qapp: object, project: Project) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.start(project.path)
    yield tasks
    tasks.close()


class Table:
    """One annotator before one dialog."""

    def __init__(self, dialog: ExportDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.led: list[tuple[list[int], bool]] = []
        self._qtbot = qtbot
        dialog.articles_requested.connect(lambda articles, trashed: self.led.append((list(articles), trashed)))
        qtbot.addWidget(dialog)
        dialog.show()

    def until(self, button: str) -> Table:
        self._qtbot.waitUntil(lambda: self.dialog.take.text() == button, timeout=_PATIENCE)
        return self

    def find(self, kind: type[Any], name: str) -> Any:
        return self.dialog.findChild(kind, name)

    def tick(self, name: str) -> None:
        self.find(QCheckBox, name).click()

    @property
    def links(self) -> list[str]:
        buttons = self.dialog.preview.findChildren(QPushButton)
        return [button.text() for button in buttons if button.isVisible()]

    def label(self, name: str) -> str:
        label = self.find(QLabel, name)
        return label.text() if label.isVisible() else ""


@pytest.fixture
def look(project: Project, tasks: Tasks, qtbot: QtBot, own_settings: None) -> Callable[..., Table]:
    def look(**given: Any) -> Table:
        session = Session(project, 1)
        return Table(ExportDialog(session, tasks=tasks, total=len(TEXTS), **given), qtbot)

    return look


def test_the_numbers_say_what_goes_out_and_lead_to_the_articles(look: Callable[..., Table]) -> None:
    table = look().until("Exporter 3 articles")
    assert table.links == [
        "3 terminés",
        "1 brouillon laissé de côté",
        "1 signalé",
        "1 sans annotation",
        "1 pas commencé",
    ]
    assert table.label("export_spans") == "2 annotations\u00a0: pays 2"
    assert table.label("export_sides").startswith(("3 pour l'entraînement", "2 pour", "1 pour", "0 pour"))
    for name, articles in (("going", [1, 2, 4]), ("drafts", [3]), ("flagged", [2]), ("empty", [4])):
        link = table.find(QPushButton, f"export_link_{name}")
        link.setFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(link, key)
            assert table.led.pop() == (articles, False)
    assert table.label("export_shown") == "La liste montre cet article\u00a0; Échap pour y aller."


def test_keys_and_ears_are_enough(look: Callable[..., Table], qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        table = look(listed=[1, 2, 3, 4], chosen=[1, 2, 3]).until("Exporter 2 articles")
        table.dialog.place.path.setText(str(Path(__file__)))
        table.dialog.activateWindow()
        QTest.qWaitForWindowActive(table.dialog)
        for kind in ("spacy", "jsonl"):
            table.dialog.kinds.choose(kind)
            table.until("Exporter 2 articles")
            qtbot.waitUntil(lambda: table.dialog.take.width() >= table.dialog.take.sizeHint().width())
            assert usable.unnamed(table.dialog) + usable.lost_on_the_way(table.dialog) == []
            assert usable.cut_off(table.dialog) == []
    finally:
        QAccessible.setActive(False)


def test_what_is_chosen_changes_the_numbers(look: Callable[..., Table]) -> None:
    table = look().until("Exporter 3 articles")
    table.tick("export_in_progress")
    table.until("Exporter 4 articles")
    assert table.links[:2] == ["4 articles dont 3 terminés", "1 signalé"]
    table.dialog._articles.flagged.click()
    table.until("Exporter 3 articles")
    assert "1 signalé laissé de côté" in table.links
    assert table.dialog.options.articles == (1, 3, 4, 5)
    table.dialog._articles.empty.click()
    table.until("Exporter 2 articles")
    table.tick("export_in_progress")
    table.tick("export_finished")
    table.until("Exporter")
    assert not table.dialog.take.isEnabled()
    assert table.label("export_said").startswith("Cochez au moins un état")


def test_the_list_and_the_selection_can_be_taken_alone(look: Callable[..., Table]) -> None:
    table = look(listed=[1, 2], chosen=[4])
    words = [button.text().replace("&", "") for button in table.dialog.findChildren(QRadioButton)]
    assert words == ["Tout le projet (5 articles)", "Ce que montre la liste (2 articles)", "La sélection (1 article)"]
    table.until("Exporter 1 article")
    table.find(QRadioButton, "export_scope_1").click()
    table.until("Exporter 2 articles")
    assert table.dialog.options.articles == (1, 2)
    table.find(QRadioButton, "export_scope_0").click()
    table.until("Exporter 3 articles")
    assert table.dialog.options.articles is None


def test_an_empty_export_says_what_to_do(look: Callable[..., Table]) -> None:
    table = look(listed=[3, 5]).until("Exporter")
    table._qtbot.waitUntil(lambda: table.label("export_said").startswith("Rien à exporter"), timeout=_PATIENCE)
    assert not table.dialog.take.isEnabled()
    QTest.keyClick(table.dialog, Qt.Key.Key_Return)
    assert table.dialog.isVisible()


def test_options_of_spacy_are_there_for_spacy_alone(look: Callable[..., Table]) -> None:
    table = look().until("Exporter 3 articles")
    training = table.dialog._training
    training.test.setValue(30)
    training.split_by.setCurrentIndex(1)
    training.in_group.click()
    training.group.setText("guerre")
    training.transformer.click()
    options = table.dialog.options
    assert (options.dev, options.test, options.split_by) == (0.2, 0.3, SplitBy.DATE)
    assert (options.span_group, options.transformer, options.debug_data) == ("guerre", True, True)
    assert not table.dialog.original.isVisible()
    training.folds.setValue(3)
    assert table.dialog.options.folds == 3
    assert not training.dev.isEnabled()
    table._qtbot.waitUntil(lambda: table.label("export_sides").startswith("3 blocs"), timeout=_PATIENCE)

    table.dialog.kinds.choose("prodigy")
    assert not training.dev.isVisible()
    assert not training.transformer.isVisible()
    table.dialog.original.click()
    assert table.dialog.options.original
    table.until("Exporter 3 articles")
    assert table.label("export_sides") == ""
    table.dialog.kinds.choose("spacy")
    assert not table.dialog.options.original


def test_shares_that_do_not_add_up_are_refused_at_once(look: Callable[..., Table]) -> None:
    table = look().until("Exporter 3 articles")
    table.dialog._training.dev.setValue(60)
    table.dialog._training.test.setValue(60)
    table._qtbot.waitUntil(lambda: "dépassent 1" in table.label("export_said"))
    assert not table.dialog.take.isEnabled()
    QTest.keyClick(table.dialog, Qt.Key.Key_Return)
    assert table.dialog.isVisible()


def test_whose_annotations_go_out_is_asked_where_several_worked(look: Callable[..., Table]) -> None:
    table = look().until("Exporter 3 articles")
    whose = table.find(QComboBox, "export_whose")
    assert [whose.itemText(place) for place in range(whose.count())] == [
        "Ada (vous)",
        "Zoé",
        "tous, là où ils sont d'accord",
        "tous, ce qu'une majorité a tracé",
        "chacun à part, sous son nom",
    ]
    chosen = []
    for place in range(whose.count()):
        whose.setCurrentIndex(place)
        chosen.append((table.dialog.options.annotators, table.dialog.options.whose))
    assert chosen == [
        (("Ada",), Whose.ONE),
        (("Zoé",), Whose.ONE),
        (None, Whose.ONE),
        (None, Whose.MAJORITY),
        (None, Whose.EACH),
    ]
    whose.setCurrentIndex(1)
    table.until("Exporter 1 article")


# Where to


def test_a_place_is_proposed_for_each_kind_and_kept(
    look: Callable[..., Table], project: Project, tmp_path: Path
) -> None:
    table = look()
    folder = project.path.parent
    assert table.dialog.target == folder / "guerre-spacy"
    table.dialog.place.path.setText(str(tmp_path / "ailleurs"))
    table.dialog.kinds.choose("jsonl")
    assert table.dialog.target == folder / "guerre.jsonl"
    table.dialog.kinds.choose("prodigy")
    assert table.dialog.target == folder / "guerre-prodigy.jsonl"
    table.dialog.kinds.choose("spacy")
    assert table.dialog.target == tmp_path / "ailleurs"
    table.dialog.place.path.clear()
    assert not table.dialog.take.isEnabled()


def test_what_lies_there_is_said_and_replaced_only_if_one_says_so(look: Callable[..., Table], tmp_path: Path) -> None:
    table = look()
    table.dialog.kinds.choose("jsonl")
    (tmp_path / "la.jsonl").write_text("{}", "utf-8")
    overwrite = table.find(QCheckBox, "export_overwrite")
    assert not overwrite.isVisible()
    table.dialog.place.path.setText(str(tmp_path / "la.jsonl"))
    assert overwrite.isVisible()
    assert not table.dialog.options.overwrite
    overwrite.click()
    assert table.dialog.options.overwrite
    table.dialog.place.path.setText(str(tmp_path / "autre.jsonl"))
    assert not overwrite.isVisible()
    assert not table.dialog.options.overwrite


def test_a_place_is_chosen_in_a_file_dialog(look: Callable[..., Table], tmp_path: Path) -> None:
    table = look()
    table.dialog.kinds.choose("prodigy")
    type_file(tmp_path / "choisi")
    table.dialog.place.browse.click()
    assert table.dialog.target == tmp_path / "choisi.jsonl"


# What is remembered


def test_what_was_chosen_is_chosen_again(look: Callable[..., Table], project: Project, tmp_path: Path) -> None:
    table = look().until("Exporter 3 articles")
    table.dialog.kinds.choose("prodigy")
    table.tick("export_in_progress")
    table.dialog._articles.flagged.click()
    table.dialog.place.path.setText(str(tmp_path / "sortie.jsonl"))
    QTest.keyClick(table.dialog, Qt.Key.Key_Return)
    assert not table.dialog.isVisible()

    again = look()
    assert again.dialog.kind.name == "prodigy"
    assert again.dialog.options.statuses == (Status.FINISHED, Status.IN_PROGRESS)
    assert not again.dialog._articles.flagged.isChecked()
    assert again.dialog.target == tmp_path / "sortie.jsonl"
    again.dialog.reject()

    other = recall(tmp_path / "autre.annot", annotator="Eve")
    assert (other.options.format, other.options.annotators, other.targets) == ("prodigy", ("Eve",), {})


@pytest.mark.parametrize(
    "kept",
    [
        3,
        [None, 5],
        [{"project": "p"}],
        [{"project": "p", "options": {"format": 3}, "targets": 4}],
        [{"project": "p", "options": ExportOptions().to_json() | {"dev": 7}}],
        [{"project": "p", "options": ExportOptions().to_json() | {"statuses": "x"}, "targets": {"spacy": 1}}],
    ],
)
def test_broken_settings_count_as_none(own_settings: None, kept: object) -> None:
    settings.change(lambda before: before.with_window(exports=kept))
    assert recall(Path("p"), annotator="Ada").options == ExportOptions(annotators=("Ada",))


# Afterwards


@pytest.fixture
def report(project: Project, tmp_path: Path) -> dict[str, Any]:
    return export(project, tmp_path / "sortie", ExportOptions(annotators=("Ada",), debug_data=False)).to_json()


def test_the_report_leads_back_to_the_articles(report: dict[str, Any], project: Project, qtbot: QtBot) -> None:
    dialog = ReportDialog(report, project.labels())
    qtbot.addWidget(dialog)
    dialog.show()
    assert rows_of(dialog.labels)[0][:2] == ("Articles", "3")
    assert ("pays", "2") in [row[:2] for row in rows_of(dialog.labels)]
    assert [row[0] for row in rows_of(dialog.left_out)] == [TEXTS[2], TEXTS[4]]
    assert ("Relecture", "Relu et comparé : tout est identique.") in rows_of(dialog.checks)
    asked: list[object] = []
    dialog.article_requested.connect(asked.append)
    dialog.articles_requested.connect(asked.append)
    dialog.tabs.setCurrentIndex(1)
    dialog.left_out.setFocus()
    QTest.keyClick(dialog.left_out, Qt.Key.Key_Return)
    assert asked == [3]
    assert not dialog.isVisible()
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if "laissés de côté" in button.text()).click()
    assert asked == [3, [3, 5]]


def test_the_report_can_be_copied(report: dict[str, Any], project: Project, qtbot: QtBot) -> None:
    dialog = ReportDialog(report, project.labels())
    qtbot.addWidget(dialog)
    QTest.keyClick(dialog.labels, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "\tEn tout\tEntraînement\tÉvaluation"
    assert lines[1].startswith("Articles\t3\t")


class Opener(QObject):
    """Takes the place of the system's program for folders."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_the_folder_is_opened_by_the_system(qapp: QWidget, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        (tmp_path / "a.jsonl").touch()
        open_folder(tmp_path / "a.jsonl")
        open_folder(tmp_path)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [tmp_path, tmp_path]


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("kind", ["spacy", "jsonl"])
def test_no_two_controls_have_one_letter(look: Callable[..., Table], tmp_path: Path, spoken: str, kind: str) -> None:
    language.install(spoken)
    (tmp_path / "la").touch()
    table = look(listed=[1, 2], chosen=[1])
    table.dialog.kinds.choose(kind)
    table.dialog.place.path.setText(str(tmp_path / "la"))
    said = [each for each in table.dialog.findChildren(QLabel) if each.buddy() is not None]
    said += table.dialog.findChildren(QAbstractButton)
    letters = [match[1].lower() for each in said if each.isVisible() for match in re.finditer("&(.)", each.text())]
    assert len(letters) > 8
    assert sorted(letters) == sorted(set(letters))
