"""From the window into the dialog of an export, and back: what it offers to export, and what it shows in the list."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QRadioButton

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery
from annotator.ui.exporting.dialog import ExportDialog
from tests.ui.dialogs import in_next
from tests.ui.seat import Seat


def offered(seat: Seat) -> list[tuple[str, bool]]:
    """Press the key for an export and return from which articles it may take, and what is chosen."""
    found: list[tuple[str, bool]] = []

    def look(dialog: ExportDialog) -> None:
        buttons = dialog.findChildren(QRadioButton)
        found.extend((button.text().replace("&", ""), button.isChecked()) for button in buttons)

    in_next(ExportDialog, look)
    seat.press("Ctrl+E")
    return found


def test_what_the_list_shows_is_what_is_exported(seat: Seat) -> None:
    assert offered(seat) == [("Tout le projet (3 articles)", True)]
    seat.window.articles.bar.show_query(ArticleQuery(labels=frozenset({"country"}), words="Suède"))
    assert offered(seat)[1:] == [("Ce que montre la liste (0 article)", True)]
    seat.window.articles.bar.show_query(ArticleQuery(statuses=frozenset({Status.NEW})))
    assert offered(seat)[1:] == [("Ce que montre la liste (3 articles)", True)]
    seat.window.articles.table.selectAll()
    assert offered(seat)[2:] == [("La sélection (3 articles)", True)]


def test_articles_that_an_export_has_shown_are_not_what_is_exported(seat: Seat) -> None:
    seat.window.exports.show_in_list([2])
    assert offered(seat) == [("Tout le projet (3 articles)", True)]
    seat.trigger("clear_filters")
    seat.trigger("show_trash")
    assert offered(seat) == [("Tout le projet (3 articles)", True)]


def test_the_keyboard_goes_to_the_list_where_a_number_led(seat: Seat) -> None:
    def follow(dialog: ExportDialog) -> None:
        dialog.kinds.choose("jsonl")
        dialog.preview.articles_requested.emit([2, 3], False)
        dialog.reject()

    in_next(ExportDialog, follow)
    seat.press("Ctrl+E")
    assert list(seat.window.articles.table.articles.order) == [2, 3]
    assert seat.window.focusWidget() is seat.window.articles.table

    kinds: list[str] = []
    for _ in range(2):  # what was chosen is still there, until the dialog is left for good
        in_next(ExportDialog, lambda dialog: kinds.append(dialog.kind.name))
        seat.press("Ctrl+E")
    assert kinds == ["jsonl", "spacy"]


def test_the_list_stays_in_sight(seat: Seat) -> None:
    seat.window.resize(1300, 800)
    QApplication.processEvents()
    places: list[tuple[int, int]] = []

    def look(dialog: ExportDialog) -> None:
        articles = seat.window.articles
        room = dialog.screen().availableGeometry()
        right = articles.mapToGlobal(articles.rect().topRight()).x()
        places.append((dialog.x(), min(right, room.right() - dialog.width())))

    in_next(ExportDialog, look)
    seat.press("Ctrl+E")
    ((left, least),) = places
    assert left >= least
