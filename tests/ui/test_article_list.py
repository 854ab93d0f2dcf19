"""The article list in the window: searched, filtered, sorted, and worked on many articles at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QWidget

from annotator.app import settings
from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.core.corrections import set_status, set_trashed
from annotator.core.listing import ArticleQuery, Sort
from annotator.store import articles
from annotator.store.history import undoable
from annotator.ui.article_list.model import ROW, Column, Row
from tests.strategies import new_article
from tests.ui.seat import Seat


@pytest.fixture
def listed(seat: Seat) -> Seat:
    """A window wide enough that a list beside the article has room."""
    seat.window.resize(1400, 800)
    QApplication.processEvents()
    return seat


def shown(seat: Seat) -> list[int]:
    """The ids of the articles in the list, in its order."""
    return list(seat.window.articles.table.articles.order)


def row(seat: Seat, place: int) -> Row:
    """What a row of the list shows."""
    found = seat.window.articles.table.articles.row(place)
    assert found is not None
    return found


def statuses(seat: Seat) -> list[Status]:
    """The status of each article, from the file."""
    with Project.open(seat.path) as project:
        return [project.annotation(id, 1).status for id in project.article_ids()]


def trashed(seat: Seat) -> list[int]:
    """The ids of the articles in the trash, from the file."""
    with Project.open(seat.path) as project:
        return [id for id in project.article_ids() if project.annotation(id, 1).trashed]


def type_words(seat: Seat, words: str) -> None:
    """Type into the search field, and wait until the list has followed."""
    seat.press("Ctrl+F")
    search = seat.window.articles.bar.search
    QTest.keyClicks(search, words)
    deadline = 200
    while seat.window.articles.bar.query.words != search.text() and deadline:
        QTest.qWait(10)
        deadline -= 1


def choose(seat: Seat, *rows: int) -> None:
    """Click on rows, with Ctrl from the second on."""
    table = seat.window.articles.table
    for place, each in enumerate(rows):
        spot = table.visualRect(table.model().index(each, Column.TITLE)).center()
        held = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, spot)
    QApplication.processEvents()


def in_menu(seat: Seat, words: str) -> None:
    """Choose an entry of the menu of the chosen articles."""
    seat.window.list_work.open_menu(seat.window.mapToGlobal(seat.window.rect().center()))
    menu = seat.window.findChild(QMenu, "chosen_articles_menu")
    entry = next(action for action in menu.actions() if words in action.text())
    entry.trigger()
    menu.close()
    QApplication.processEvents()


def in_filters(seat: Seat, deed: Callable[[QWidget], object]) -> None:
    """Open the filters by key, do something there, and close them."""
    seat.press("Ctrl+Shift+F")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    deed(popup)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None


def test_words_are_found_while_they_are_typed(listed: Seat) -> None:
    type_words(listed, "ukr")
    assert shown(listed) == [2]
    found = row(listed, 0).snippet
    assert found is not None
    assert [found.text[start:end] for start, end in found.found] == ["Ukraine"]
    assert listed.window.articles.bar.found.text() == "1 sur 3"
    listed.press("Escape")
    assert QApplication.focusWidget() is listed.window.workbench.view
    assert shown(listed) == [2]
    assert listed.article_open == 1


def test_return_in_the_search_field_reads_the_first_find_and_down_goes_to_the_list(listed: Seat) -> None:
    type_words(listed, "suede")
    listed.press("Return")
    assert (listed.article_open, QApplication.focusWidget()) == (3, listed.window.workbench.view)
    type_words(listed, "la")
    listed.press("Down")
    assert QApplication.focusWidget() is listed.window.articles.table
    assert shown(listed) == [2, 3]


def test_nothing_found_says_what_to_do_and_all_come_back(listed: Seat) -> None:
    type_words(listed, 'zzz" OR (')
    page = listed.window.articles
    assert "Aucun article ne correspond" in [label.text() for label in page.findChildren(QLabel)]
    listed.trigger("clear_filters")
    assert (shown(listed), page.bar.search.text()) == ([1, 2, 3], "")
    assert page.table.isVisible()


def test_filters_hold_at_once_and_are_taken_away_one_by_one(listed: Seat) -> None:
    listed.press("Ctrl+Return")

    def want_finished_without_country(popup: QWidget) -> None:
        QTest.keyClick(popup.findChild(QWidget, "filter_finished"), Qt.Key.Key_Space)
        assert shown(listed) == [1]
        popup.findChild(QComboBox, "filter_label_country").setCurrentIndex(1)
        assert shown(listed) == []
        popup.findChild(QComboBox, "filter_label_country").setCurrentIndex(2)

    in_filters(listed, want_finished_without_country)
    assert shown(listed) == [1]
    chips = [chip.text() for chip in listed.window.articles.bar.findChildren(QWidget, "filter_chip")]
    assert [words.replace("  ×", "") for words in chips] == ["Terminé", "Sans : pays"]
    listed.click("filter_chip")
    assert shown(listed) == [1, 2, 3]
    assert listed.window.articles.bar.query == ArticleQuery(without=frozenset({"country"}))
    listed.click("filter_clear")
    assert not listed.window.articles.bar.query.filters


def test_an_unfinished_date_filters_nothing_yet(listed: Seat) -> None:
    def write_dates(popup: QWidget) -> None:
        field = popup.findChild(QWidget, "filter_since")
        for words, wanted in (("20", ""), ("22", "2022"), ("-03", "2022-03")):
            QTest.keyClicks(field, words)
            QTest.keyClick(field, Qt.Key.Key_Return)
            assert listed.window.articles.bar.query.since == wanted

    in_filters(listed, write_dates)
    assert shown(listed) == []


def test_what_was_just_finished_keeps_its_row_until_the_list_is_asked_anew(listed: Seat) -> None:
    unfinished = frozenset({Status.NEW, Status.IN_PROGRESS})
    listed.window.articles.bar.show_query(ArticleQuery(statuses=unfinished))
    listed.press("Ctrl+Return")
    assert (shown(listed), listed.article_open) == ([1, 2, 3], 2)
    assert row(listed, 0).summary.status is Status.FINISHED
    listed.press("F5")
    assert (shown(listed), listed.article_open) == ([2, 3], 2)
    listed.press("Ctrl+PgUp", "Ctrl+PgDown")
    assert listed.article_open == 3


def test_the_next_article_is_that_of_the_list_as_it_is_sorted(listed: Seat) -> None:
    listed.window.articles.bar.sort_by(Sort.IMPORT)  # a second time: the other way round
    assert shown(listed) == [3, 2, 1]
    listed.press("Ctrl+PgUp")
    assert listed.article_open == 2
    listed.press("Ctrl+PgUp")
    listed.press("Ctrl+D")
    listed.press("Alt+PgDown")
    assert listed.article_open == 2
    listed.press("Alt+PgUp")
    assert listed.article_open == 1  # around the end, past the one that was set aside
    for sort, order in ((Sort.UNDECIDED, [1, 2, 3]), (Sort.DOUBTFUL, [1, 2, 3]), (Sort.TITLE, [2, 3, 1])):
        listed.window.articles.bar.show_query(ArticleQuery(sort=sort))
        assert shown(listed) == order, sort
    listed.window.articles.bar.show_query(ArticleQuery(sort=Sort.CHANGED))
    assert shown(listed)[0] == 3


def test_several_articles_get_a_status_in_one_step(listed: Seat) -> None:
    choose(listed, 0, 2)
    assert (listed.article_open, listed.window.articles.table.chosen()) == (1, [1, 3])
    listed.window.articles.table.setFocus()
    listed.press("Ctrl+Return")
    assert statuses(listed) == [Status.FINISHED, Status.NEW, Status.FINISHED]
    assert listed.window.messages.words() == "2 articles terminés."
    listed.press("Ctrl+Z")
    assert statuses(listed) == [Status.NEW] * 3
    listed.window.articles.table.setFocus()
    listed.press("Ctrl+A")
    in_menu(listed, "Poser un drapeau")
    assert [row(listed, place).summary.flagged for place in range(3)] == [True] * 3
    in_menu(listed, "Mettre de côté")
    assert statuses(listed) == [Status.SET_ASIDE] * 3
    assert listed.window.messages.act()
    assert statuses(listed) == [Status.NEW] * 3


def test_an_offer_to_take_back_takes_back_nothing_else(listed: Seat) -> None:
    choose(listed, 1, 2)
    in_menu(listed, "Marquer comme terminé")
    offer = listed.window.messages._offer
    assert offer is not None
    listed.window.session.set_flag(True)
    assert listed.window.messages.words() == ""
    offer[1]()
    assert statuses(listed)[1:] == [Status.FINISHED] * 2
    assert listed.window.session.annotation.flagged


def test_what_goes_to_the_trash_leaves_the_list_and_comes_back(listed: Seat) -> None:
    choose(listed, 0, 1)
    listed.window.articles.table.setFocus()
    listed.press("Delete")
    assert (shown(listed), trashed(listed), listed.article_open) == ([3], [1, 2], 3)
    assert listed.window.articles.bar.found.text() == "1 article"
    assert listed.window.messages.act()
    assert (shown(listed), trashed(listed)) == ([1, 2, 3], [])

    choose(listed, 1)
    listed.window.articles.table.setFocus()
    listed.press("Delete")
    listed.trigger("show_trash")
    assert (shown(listed), listed.window.articles.bar.found.text()) == ([2], "1 dans la corbeille")
    choose(listed, 0)
    listed.window.articles.table.setFocus()
    listed.press("Delete")  # it is there already
    in_menu(listed, "Sortir de la corbeille")
    assert (shown(listed), trashed(listed)) == ([], [])
    assert "La corbeille est vide" in [label.text() for label in listed.window.articles.findChildren(QLabel)]
    listed.trigger("show_trash")
    assert shown(listed) == [1, 2, 3]


def test_undo_brings_a_thrown_away_article_back_to_its_place(listed: Seat) -> None:
    listed.window.articles.table.setFocus()
    listed.press("Delete")
    assert (shown(listed), listed.article_open) == ([2, 3], 2)
    listed.press("Ctrl+Z")
    assert (shown(listed), listed.article_open) == ([1, 2, 3], 1)
    assert listed.window.articles.table.currentIndex().row() == 0


def test_chosen_articles_are_read_again_or_exported_on_request(listed: Seat) -> None:
    asked: list[tuple[str, list[int]]] = []
    work = listed.window.list_work
    for signal, name in ((work.suggestions_requested, "suggest"), (work.export_requested, "export")):
        signal.disconnect()
        signal.connect(lambda ids, name=name: asked.append((name, ids)))
    choose(listed, 2, 0)
    in_menu(listed, "Relancer les suggestions")
    in_menu(listed, "Exporter ces articles")
    assert asked == [("suggest", [1, 3]), ("export", [1, 3])]


def test_a_row_says_everything_to_those_who_hear_it(listed: Seat) -> None:
    listed.window.session.set_flag(True)
    listed.window.session.set_note("à revoir")
    listed.press("Return")
    QApplication.processEvents()
    said = listed.window.articles.table.model().index(0, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    title = "Le président Zelensky a reçu à Kiev des"
    assert said.startswith(title)
    assert said.endswith(", en cours, 2 à décider, drapeau, note : à revoir, 24/02/2022, dépêches.jsonl:1")
    assert listed.window.articles.table.model().index(1, 0).data(ROW).summary.undecided == 3


def test_what_is_undecided_is_counted_while_it_is_decided_and_after(listed: Seat) -> None:
    assert [row(listed, place).summary.undecided for place in range(3)] == [3, 3, 0]
    listed.press("Return")
    QApplication.processEvents()
    assert row(listed, 0).summary.undecided == 2
    listed.press("A")
    QApplication.processEvents()
    assert row(listed, 0).summary.undecided == 0
    listed.press("Ctrl+PgDown", "Return")
    QApplication.processEvents()
    assert [row(listed, place).summary.undecided for place in range(3)] == [0, 2, 0]
    listed.press("Ctrl+PgUp", "Ctrl+Z", "Ctrl+Z")
    QApplication.processEvents()
    assert [row(listed, place).summary.undecided for place in range(3)] == [2, 3, 0]


def test_of_many_steps_at_once_only_what_was_thrown_away_leaves_the_list(listed: Seat) -> None:
    session = listed.window.session
    assert session is not None
    session.change_each([1], lambda before: set_status(before, Status.FINISHED))
    session.change_each([2], lambda before: set_trashed(before, True))
    last = undoable(session.project.database, session.annotator)
    assert last is not None
    session.go_to(0)
    assert (shown(listed), listed.window.articles.bar.found.text()) == ([1, 2, 3], "3 articles")
    session.go_to(last.id)
    assert (shown(listed), listed.window.articles.bar.found.text()) == ([1, 3], "2 articles")
    assert row(listed, 0).summary.status is Status.FINISHED


def test_a_list_of_which_everything_is_thrown_away_offers_the_trash(listed: Seat) -> None:
    listed.window.articles.table.setFocus()
    listed.press("Ctrl+A", "Delete")
    page = listed.window.articles
    assert "Tout est dans la corbeille" in [label.text() for label in page.findChildren(QLabel)]
    next(button for button in page.findChildren(QPushButton) if button.text() == "Ouvrir la corbeille").click()
    assert shown(listed) == [1, 2, 3]


def test_home_end_and_arrows_move_and_letters_do_not(listed: Seat) -> None:
    table = listed.window.articles.table
    table.setFocus()
    listed.press("End")
    assert listed.article_open == 3
    listed.press("Home")
    assert listed.article_open == 1
    listed.press("Right", "L", "a")
    assert (listed.article_open, table.chosen()) == (1, [1])
    listed.press("Shift+Down")
    assert (listed.article_open, table.chosen()) == (1, [1, 2])


def test_the_next_article_alone_is_chosen_though_a_held_key_would_add_it(listed: Seat) -> None:
    table = listed.window.articles.table
    listed.press("Ctrl+PgDown")
    assert (listed.article_open, table.chosen()) == (2, [2])
    table.setFocus()
    listed.press("Ctrl+PgUp")
    assert (listed.article_open, table.chosen()) == (1, [1])


def test_an_undo_leaves_the_keyboard_in_the_list(listed: Seat) -> None:
    table = listed.window.articles.table
    table.setFocus()
    listed.press("Delete")
    assert shown(listed) == [2, 3]
    listed.press("Ctrl+Z")
    assert (shown(listed), listed.article_open) == ([1, 2, 3], 1)
    assert table.hasFocus()  # or the next Delete would reject a suggestion


def test_columns_come_with_the_room_and_a_choice_is_remembered(listed: Seat) -> None:
    table = listed.window.articles.table
    assert table.visible_columns() == frozenset()
    narrow = table.rowHeight(0)
    listed.window.findChild(QWidget, "main_splitter").setSizes([1100, 300])
    QApplication.processEvents()
    assert table.visible_columns() == {Column.UNDECIDED, Column.FLAG, Column.DATE, Column.SOURCE}
    assert table.rowHeight(0) < narrow  # what the second line said stands in columns
    table.show_columns({Column.DATE})
    listed.window.articles.bar.sort_by(Sort.TITLE)
    listed.window.close()
    again = Seat(listed.path).open()
    assert again.window.articles.table.visible_columns() == {Column.DATE}
    assert shown(again) == [2, 3, 1]
    again.window.close()
    settings.change(lambda kept: kept.with_window(article_list=None))


@pytest.mark.parametrize(
    "query", [ArticleQuery(), ArticleQuery("depeche 7"), ArticleQuery(sort=Sort.TITLE, reverse=True)]
)
def test_rows_are_those_of_the_query_however_far_away(listed: Seat, query: ArticleQuery) -> None:
    with Project.open(listed.path) as project, project.database.transaction():
        more = [new_article(f"Dépêche {number} sur la trêve") for number in range(2500)]
        articles.insert(
            project.database, [each._replace(source=f"s:{place}") for place, each in enumerate(more)], at=""
        )
    panel = listed.window.articles
    panel.bar.show_query(ArticleQuery(sort=Sort.SOURCE))
    panel.table.scrollToBottom()
    panel.bar.show_query(query)
    found = list(listed.window.session.project.find_articles(query, annotator=1))
    assert shown(listed) == found
    summaries = listed.window.session.project.summaries(found, annotator=1)
    assert panel.table.rowAt(0) == 0  # another list is seen from its beginning
    for place in [*range(0, len(found), 97), len(found) - 1, 0]:
        assert row(listed, place).summary == summaries[place]
        assert panel.table.model().index(place, Column.TITLE).data() == summaries[place].title


def test_articles_that_come_in_are_listed_and_the_place_is_kept(listed: Seat) -> None:
    listed.press("Ctrl+PgDown")
    with Project.open(listed.path) as project, project.database.transaction():
        articles.insert(project.database, [new_article("Une dépêche de plus")], at="")
    listed.press("F5")
    assert (shown(listed), listed.article_open) == ([1, 2, 3, 4], 2)
    assert listed.window.articles.table.currentIndex().row() == 1


def test_the_menu_of_orders_and_columns_shows_what_holds(listed: Seat) -> None:
    names: dict[str, bool] = {}

    def look() -> None:
        menu = listed.window.articles.bar.sort_button.menu()
        names.update({action.objectName(): action.isChecked() for action in menu.actions() if action.objectName()})
        next(action for action in menu.actions() if action.objectName() == "sort_title").trigger()
        menu.close()

    QTimer.singleShot(0, look)
    listed.window.articles.bar.sort_button.showMenu()
    assert [name for name, on in names.items() if on] == ["sort_import"]
    assert "column_date" in names
    assert shown(listed) == [2, 3, 1]


def test_some_articles_by_their_ids_are_a_filter_like_others(listed: Seat) -> None:
    listed.window.exports.show_in_list([1, 3])
    assert shown(listed) == [1, 3]
    assert listed.label("filter_chip").startswith("2 articles de l'export")
    listed.window.exports.show_in_list([3])
    assert shown(listed) == [3]
    listed.click("filter_clear")
    assert shown(listed) == [1, 2, 3]
