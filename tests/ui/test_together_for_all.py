"""What shares and merges needs neither eyes nor mouse, and has room for large text."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.merge_report import Part
from annotator.ui.merging.dialog import MergeDialog
from annotator.ui.sharing.dialog import ShareDialog
from annotator.ui.sharing.written import WrittenDialog
from tests.ui import usable
from tests.ui.seat import Seat

_COPIES = ["/envois/guerre-ben.annot", "/envois/guerre-cem.annot"]
SHARED = {
    "copies": [
        {"annotator": name, "path": path, "articles": [1, 2], "new": 1, "double": 1, "characters": 12_345}
        for name, path in zip(("Ben", "Cem"), _COPIES, strict=True)
    ],
    "double": 1,
    "given": 2,
    "kept": 1,
}
_WORK = {"annotator": "Ben", "articles": [1], "added": 12, "changed": 3, "removed": 1, "decisions": 40, "others": 2}


def _span(label: str) -> dict[str, Any]:
    return {"start": 13, "end": 21, "label": label, "note": ""}


def _otherwise(part: Part, what: str, field: str, here: str | None, there: str) -> dict[str, Any]:
    return {
        "part": part.value,
        "copy": "guerre-ben.annot",
        "what": what,
        "field": field,
        "here": here,
        "there": there,
        "taken": False,
        "needed": False,
    }


def report(conflicts: int = 2) -> dict[str, Any]:
    """Return what a merge tells that has something of everything."""
    clash = {
        "article": 1,
        "title": "Le président Zelensky a reçu à Kiev",
        "annotator": "Ben",
        "copy": "guerre-ben.annot",
        "kind": "span",
        "start": 13,
        "end": 21,
        "here": _span("country"),
        "there": _span("leader"),
        "won": "there",
    }
    return {
        "copies": _COPIES,
        "articles": 1,
        "first": 4,
        "known": 3,
        "edits": 60,
        "work": [_WORK],
        "by_copy": [
            {"copy": _COPIES[0], "articles": 3, "new": 1, "edits": 60, "work": [_WORK]},
            {"copy": _COPIES[1], "articles": 3, "new": 0, "edits": 2, "work": []},
        ],
        "conflicts": [clash] * conflicts,
        "labels": [],
        "differences": [
            _otherwise(Part.LABELS, "leader", "colour", "#4d96f5", "#8a2be2"),
            _otherwise(
                Part.GUIDELINES, "leader", "guideline", "Une personne qui 😀 exerce.", "Une personne qui exerça."
            ),
            _otherwise(Part.LEXICON, "Groupe Wagner", "entry", None, "alliance (milice)"),
            _otherwise(Part.LEXICON, "country.name", "silent", None, "silent"),
            _otherwise(Part.SPLITS, "superOTAN", "parts", None, "super + OTAN"),
        ],
        "off_grid": [],
        "merge": 1,
    }


def show_sharing(seat: Seat) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ShareDialog):
            dialog.names.setPlainText("Ben, Cem")
            dialog._ask()
            dialog._show(SHARED)

    QTimer.singleShot(0, fill)
    seat.trigger("share")


def show_written(seat: Seat) -> None:
    WrittenDialog(SHARED, seat.window).exec()


def show_merge(seat: Seat) -> None:
    dialog = MergeDialog(seat.window.session.project, seat.window.tasks, [seat.path], seat.window)
    dialog.show_report(report())
    dialog.exec()
    dialog.deleteLater()


SHOWN = {"sharing": show_sharing, "written": show_written, "merge": show_merge}


pytestmark = pytest.mark.usefixtures("read_aloud")


@pytest.mark.parametrize("name", SHOWN)
def test_it_needs_neither_eyes_nor_mouse(seat: Seat, name: str) -> None:
    complaints: list[str] = []

    def look(dialog: QWidget) -> None:
        for _ in usable.each_tab(dialog):
            complaints.extend(usable.unnamed(dialog) + usable.lost_on_the_way(dialog))
        complaints.extend(usable.no_way_out(dialog))

    usable.in_whatever_opens(seat.window, lambda: SHOWN[name](seat), look)
    assert complaints == []


@pytest.mark.parametrize("name", SHOWN)
def test_large_text_has_room(seat: Seat, application_font: QFont, name: str) -> None:
    application_font.setPointSizeF(application_font.pointSizeF() * 2)
    QApplication.setFont(application_font)
    complaints: list[str] = []

    def look(dialog: QWidget) -> None:
        complaints.extend(each for _ in usable.each_tab(dialog) for each in usable.cut_off(dialog))

    usable.in_whatever_opens(seat.window, lambda: SHOWN[name](seat), look)
    assert complaints == []


def test_what_differs_is_named_in_words_and_underlined(seat: Seat) -> None:
    dialog = MergeDialog(seat.window.session.project, seat.window.tasks, [seat.path], seat.window)
    dialog.show_report(report())
    page = dialog.differences
    shown = [tuple(page.table.cell(row, column).text() for column in range(4)) for row in range(5)]
    assert shown == [
        ("Étiquettes", "dirigeant (couleur)", "#4d96f5", "#8a2be2"),
        (
            "Consignes",
            "dirigeant (consigne)",
            "«\u00a0Une personne qui 😀 exerce.\u00a0»",
            "«\u00a0Une personne qui exerça.\u00a0»",
        ),
        ("Lexique", "Groupe Wagner (entrée)", "rien", "alliance (milice)"),
        ("Lexique", "nom d'un État (règle muette)", "rien", "muette"),
        ("Coupes de mots", "superOTAN (coupe)", "rien", "super + OTAN"),
    ]
    page.table.setCurrentCell(1, 0)
    for pane, apart in ((page.here, ["😀", " exerce"]), (page.there, ["exerça"])):
        underlined = "".join(each.cursor.selectedText() for each in pane.extraSelections())
        assert underlined.replace(" ", "") == "".join(apart).replace(" ", "")
    page.table.setCurrentCell(2, 0)
    assert page.there.toPlainText() == "alliance (milice)"
    assert page.there.extraSelections() == []
    dialog.reject()


def test_more_conflicts_than_anybody_reads_are_counted_and_not_all_shown(seat: Seat) -> None:
    dialog = MergeDialog(seat.window.session.project, seat.window.tasks, [seat.path], seat.window)
    dialog.show_report(report(conflicts=2500))
    assert dialog.tabs.tabText(1) == "Conflits (2\u202f500)"
    assert dialog.conflicts.rowCount() == 2000
    assert "Chaque liste en montre 2\u202f000\u00a0; le rapport de la fusion garde tout." in dialog.said.text()
    dialog.reject()


def test_a_copy_whose_edits_do_not_stand_says_so(seat: Seat) -> None:
    dialog = MergeDialog(seat.window.session.project, seat.window.tasks, [seat.path], seat.window)
    dialog.show_report(report())
    words = [[dialog.work.cell(row, column).text() for column in range(9)] for row in range(2)]
    assert words[0] == ["guerre-ben.annot", "Ben", "1", "1", "12", "3", "1", "40", "2"]
    assert words[1][:2] == ["guerre-cem.annot", "rien qui l'emporte sur ce qui est là"]
    dialog.reject()
