"""A text on its way from the clipboard to an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.app.import_report import Held
from annotator.app.importing import import_records
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.corrections import set_trashed
from annotator.formats.records import Record
from annotator.ui.intake.paste import PasteDialog, iso_date, text_of

TEXT = "La Suède rejoint l'OTAN\n\nAprès deux ans d'attente\u202f: c'est fait."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        import_records(project, [Record("Déjà là.", "ici"), Record("Jeté.", "ici")])
        session = Session(project, project.add_annotator("Ada"))
        session.change_each([2], lambda annotation: set_trashed(annotation, True))
        yield session


@pytest.fixture
def paste(session: Session, qtbot: QtBot):
    def paste(text: str) -> PasteDialog:
        dialog = PasteDialog(text, session=session)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return paste


def test_enter_takes_the_text_as_it_is(paste) -> None:
    dialog = paste(TEXT)
    assert dialog.title.hasFocus()
    assert dialog.title.placeholderText() == "La Suède rejoint l'OTAN"
    assert dialog.said.text() == "11 mots, 63 caractères."
    assert dialog.take.text() == "Importer l'article"

    QTest.keyClick(dialog.title, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    record = dialog.record
    assert (record.text, record.title, record.source, record.date) == (TEXT, None, None, None)
    assert record.where == "texte collé"


def test_title_source_and_date_are_typed_in_their_order(paste) -> None:
    dialog = paste(TEXT)
    for words in ("Un titre", "AFP", "7/3/2024"):
        QTest.keyClicks(dialog.focusWidget(), words)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)

    assert dialog.text.hasFocus()
    record = dialog.record
    assert (record.title, record.source, record.date) == ("Un titre", "AFP", "2024-03-07")


@pytest.mark.parametrize("text", ["A\u2028b\u2029c\u00a0d\r\ne\u202ff", "e\u0301tat", "🚀 Sol\tair"])
def test_what_nobody_edits_comes_to_the_last_character(paste, text: str) -> None:
    assert paste(text).record.text == text


def test_what_is_edited_keeps_its_no_break_spaces(paste, qtbot: QtBot) -> None:
    dialog = paste("50\u00a0M€\u202f!\nFin")
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.text, "al")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.text, "ement")
    qtbot.waitUntil(dialog.take.isEnabled)

    assert dialog.record.text == "50\u00a0M€\u202f!\nFinal\nement"


def test_no_text_is_nothing_to_import_until_there_is_some(paste, qtbot: QtBot) -> None:
    dialog = paste(" \n")
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.isVisible()

    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, "Un texte.")
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.said.text() == "2 mots, 9 caractères."


def test_what_is_no_text_is_said(paste) -> None:
    dialog = paste("a\x00b")
    assert "U+0000" in dialog.said.text()
    assert not dialog.take.isEnabled()


def test_a_duplicate_is_said_at_once(paste) -> None:
    dialog = paste("Déjà là.")
    assert "déjà dans le projet" in dialog.said.text()
    assert dialog.take.text() == "Ouvrir cet article"
    assert (dialog.held.article, dialog.held.held) == (1, Held.HERE)

    dialog = paste("Jeté.")
    assert "corbeille" in dialog.said.text()
    assert dialog.take.text() == "Le sortir de la corbeille"
    assert (dialog.held.article, dialog.held.held) == (2, Held.TRASH)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2023-10-17", "2023-10-17"),
        ("17/10/2023", "2023-10-17"),
        (" 7.3.2024 ", "2024-03-07"),
        ("", None),
        ("31/2/2024", None),
        ("10/17/2023", None),
        ("hier", None),
    ],
)
def test_dates_are_read_as_the_french_write_them(words: str, iso: str | None) -> None:
    assert iso_date(words) == iso


def test_a_date_that_is_none_is_not_taken(paste) -> None:
    dialog = paste(TEXT)
    dialog.date.setText("hier")
    assert not dialog.take.isEnabled()
    assert "jour/mois/année" in dialog.said.text()
    dialog.date.setText("")
    assert dialog.take.isEnabled()


def test_a_page_of_a_browser_gives_its_plain_text() -> None:
    html, both, files = QMimeData(), QMimeData(), QMimeData()
    html.setHtml("<h1>Titre</h1><p>Un <b>texte</b> gras.</p>")
    both.setHtml("<p>gras</p>")
    both.setText("maigre")
    files.setUrls([QUrl("https://example.org/")])
    assert text_of(html) == "Titre\nUn texte gras."
    assert text_of(both) == "maigre"
    assert text_of(QMimeData()) == ""
