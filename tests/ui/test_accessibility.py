"""Every screen of the window for somebody who sees badly, or not at all, or has no mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.core.listing import ArticleQuery
from annotator.ui.exporting.report_dialog import ReportDialog
from annotator.ui.import_preview import ImportPreview
from annotator.ui.intake import report_dialog as import_report
from annotator.ui.messages.details_dialog import DetailsDialog
from annotator.ui.settling.comparing import Compared
from annotator.ui.settling.page import SettlingPage
from tests.app.two_annotators import give, spans_of
from tests.ui import usable
from tests.ui.seat import TEXTS, Seat

DIALOGS = (
    "keys",
    "palette",
    "project_settings",
    "lexicon",
    "preferences",
    "guidelines",
    "edit_keys",
    "everywhere_all",
    "split_token",
    "paste_text",
    "filter_articles",
    "mark_menu",
    "about",
    "import_preview",
    "import_options",
    "import_report",
    "imports",
    "export",
    "export_report",
    "details",
)
"""What opens over the window: by the action of that name, or as `show` knows."""

OVER_SETTLING = ("settle_in_bulk", "settling_compared")
"""What opens over the page on which places are settled, as `show` knows."""


EXPORTED = {
    "format": "prodigy",
    "target": "/sortie/guerre.jsonl",
    "verified": True,
    "articles": 2,
    "spans": 7,
    "labels": {"leader": 3, "country": 4},
    "lost": [{"trait": "title", "articles": 2, "en": "the title", "fr": "le titre"}],
    "left_out": [{"article": 3, "title": "La Suède", "annotator": None, "en": "a draft", "fr": "un brouillon"}],
    "unused": [],
    "notes": [],
}
"""What an export tells of itself."""


def _found(where: str, **more: object) -> dict[str, object]:
    return {"where": where, "title": "La Suède", "en": "a reason", "fr": "une raison", **more}


_SPAN = {"start": 3, "end": 9, "label": "PER", "text": "Suède", "to": [3, 8]}
IMPORTED = {
    "files": 1,
    "articles": 1,
    "spans": 2,
    "unfinished": ["a.jsonl:3"],
    "problems": [_found("a.jsonl:1")],
    "duplicates": [_found("a.jsonl:2", spans=2, held="here", article=1)],
    "near_duplicates": [{"where": "a.jsonl:3", "title": "Un", "of": "Deux", "article": 2, "likeness": 0.9}],
    "left_out": [_found("a.jsonl:3", **_SPAN)],
    "trimmed": [_found("a.jsonl:3", **_SPAN)],
    "snapped": [],
    "conflicts": [_found("a.jsonl:4", spans=3, annotator="Zoé", article=3)],
    "notes": [_found("a.jsonl")],
    "formats": [{"name": "prodigy", "en": "Prodigy", "fr": "Prodigy", "files": 1}],
    "labels": [{"theirs": "PER", "spans": 2, "ours": "leader", "created": False}],
    "annotations": [{"annotator": "Ada", "articles": 1, "spans": 2}],
    "import": 1,
}
"""What an import tells of itself, or its preview."""


def show_filled_preview(seat: Seat) -> None:
    """Open the dialog before an import with something in every tab, and all of its options."""
    dialog = ImportPreview(
        [seat.path],
        project=seat.window.session.project,
        annotator="Ada",
        tasks=seat.window.tasks,
        parent=seat.window,
    )
    article = {
        "where": "a.jsonl:3",
        "title": "La Suède",
        "words": "Elle a rejoint les alliés.",
        "length": 40,
        "source": "AFP",
        "spans": {"leader": 2},
    }
    dialog.findings.add(IMPORTED | {"articles": [article]})
    dialog.findings.labels.meet(IMPORTED["labels"])
    dialog.findings.show_counts()
    dialog.fields.offer_columns(["titre", "corps", "journal"], {"text": "corps"})
    dialog.fields.unfold.click()
    dialog.exec()
    dialog.deleteLater()


def show_settling(seat: Seat) -> SettlingPage:
    """Turn to the page on which places are settled between two people."""
    with Project.open(seat.path) as project:
        if len(project.annotators()) == 1:
            give(project, "Ben", [spans_of(TEXTS[0], ("Zelensky", "leader"), ("Kiev", "country"))])
            give(project, "Zoé", [spans_of(TEXTS[0], ("président Zelensky", "leader"), ("Kiev", "country"))])
    page = seat.window.findChild(SettlingPage)
    if page is None or not page.isVisible():
        seat.trigger("settle")
    found = seat.window.findChild(SettlingPage)
    assert found is not None
    return found


def settle_chosen(seat: Seat, *articles: int) -> None:
    """Narrow that page to some articles, as the statistics do."""
    show_settling(seat).comparing.chosen.emit(Compared(articles=frozenset(articles)))
    QApplication.processEvents()


def show(seat: Seat, name: str) -> None:
    """Open what one of `DIALOGS` or of `OVER_SETTLING` stands for."""
    if name == "import_preview":
        article = seat.path.with_name("dépêche.txt")
        article.write_text("La Finlande rejoint l'OTAN.", "utf-8")
        seat.window.intake.preview([article])
    elif name == "import_options":
        show_filled_preview(seat)
    elif name == "import_report":
        import_report.ReportDialog(IMPORTED, parent=seat.window).exec()
    elif name == "export_report":
        ReportDialog(EXPORTED, seat.window.session.project.labels(), seat.window).exec()
    elif name == "settle_in_bulk":
        show_settling(seat).bulk.click()
    elif name == "settling_compared":
        show_settling(seat).comparing.button.click()
    elif name == "details":
        DetailsDialog("Le travail s'est arrêté.", "OSError: le disque est plein", seat.window).exec()
    else:
        seat.trigger(name)


SCREENS: dict[str, Callable[[Seat], object]] = {
    "article": lambda seat: seat.trigger("next_mark"),
    "note": lambda seat: seat.trigger("note"),
    "message": lambda seat: (seat.press("Escape"), seat.trigger("accept_all")),
    "history": lambda seat: seat.trigger("history"),
    "numbers": lambda seat: (seat.trigger("history"), seat.trigger("statistics")),
    "filters": lambda seat: (
        seat.trigger("statistics"),
        seat.window.articles.bar.show_query(
            ArticleQuery(labels=frozenset({"country"}), flagged=True, words="Zelensky")
        ),
    ),
    "trash": lambda seat: (seat.trigger("clear_filters"), seat.trigger("show_trash")),
    "list": lambda seat: seat.trigger("clear_filters"),
    "settling": show_settling,
    "settling, drawing": lambda seat: seat.press("D"),
    "settling, decided": lambda seat: seat.press("Escape", "A", "K"),
    "settling, chosen": lambda seat: settle_chosen(seat, 1),
    "settling, nothing": lambda seat: settle_chosen(seat, 3),
    "settling, done": lambda seat: (
        settle_chosen(seat, 1),
        seat.press("Return"),
        show_settling(seat).comparing.chosen.emit(Compared()),
    ),
    "settling, finished": lambda seat: (show_settling(seat).way_out.click(), seat.trigger("settle")),
}
"""What the window itself shows, one after the other."""


pytestmark = pytest.mark.usefixtures("read_aloud")


@pytest.mark.parametrize("action", DIALOGS)
def test_a_dialog_needs_neither_eyes_nor_mouse(seat: Seat, action: str) -> None:
    complaints: list[str] = []

    def look(dialog: QWidget) -> None:
        for _ in usable.each_tab(dialog):
            complaints.extend(usable.unnamed(dialog) + usable.lost_on_the_way(dialog))
        complaints.extend(usable.no_way_out(dialog))

    view = seat.window.workbench.view
    view.setFocus()
    usable.in_whatever_opens(seat.window, lambda: show(seat, action), look)
    assert complaints == []
    assert view.hasFocus()


@pytest.mark.parametrize("name", OVER_SETTLING)
def test_what_opens_over_the_settling_page_needs_neither_eyes_nor_mouse(seat: Seat, name: str) -> None:
    complaints: list[str] = []

    def look(dialog: QWidget) -> None:
        complaints.extend(usable.unnamed(dialog) + usable.lost_on_the_way(dialog) + usable.no_way_out(dialog))

    page = show_settling(seat)
    usable.in_whatever_opens(seat.window, lambda: show(seat, name), look)
    assert complaints == []
    assert page.isAncestorOf(QApplication.focusWidget())


def test_nothing_in_the_window_is_nameless(seat: Seat) -> None:
    complaints = {}
    for name, arrange in SCREENS.items():
        arrange(seat)
        complaints[name] = usable.unnamed(seat.window)
    seat.trigger("close_project")
    complaints["first page"] = usable.unnamed(seat.window)
    assert {name: found for name, found in complaints.items() if found} == {}


@pytest.mark.parametrize("larger", [1.5, 2])
def test_large_text_has_room_everywhere(seat: Seat, application_font: QFont, larger: float) -> None:
    application_font.setPointSizeF(application_font.pointSizeF() * larger)
    QApplication.setFont(application_font)
    sitting = Seat(seat.path).open()
    complaints: dict[str, list[str]] = {}

    def look_at(action: str) -> None:
        def look(dialog: QWidget) -> None:
            complaints[action] = [each for _ in usable.each_tab(dialog) for each in usable.cut_off(dialog)]

        usable.in_whatever_opens(sitting.window, lambda: show(sitting, action), look)

    try:
        for name, arrange in SCREENS.items():
            arrange(sitting)
            complaints[name] = usable.cut_off(sitting.window)
        for action in DIALOGS:
            look_at(action)
        show_settling(sitting)
        for action in OVER_SETTLING:
            look_at(action)
        sitting.trigger("close_project")
        complaints["first page"] = usable.cut_off(sitting.window)
    finally:
        sitting.window.close()
    assert {name: found for name, found in complaints.items() if found} == {}


def test_a_note_being_written_is_in_sight_in_large_text(seat: Seat, application_font: QFont, qtbot: QtBot) -> None:
    application_font.setPointSizeF(application_font.pointSizeF() * 2)
    QApplication.setFont(application_font)
    sitting = Seat(seat.path).open()
    try:
        sitting.window.resize(1200, 640)
        sitting.trigger("note")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit)
        qtbot.waitUntil(lambda: editor.visibleRegion().boundingRect().height() == editor.height())
    finally:
        sitting.window.close()
