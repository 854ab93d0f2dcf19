"""The menus of the article list: what can be done with the chosen articles, and how the list is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from annotator.core.annotation import Status
from annotator.ui.article_list.model import SYMBOLS
from annotator.ui.article_list.table import OPTIONAL
from annotator.ui.article_list.wording import COLUMN_NAMES
from annotator.ui.language import translate
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.article_list.filter_bar import FilterBar
    from annotator.ui.article_list.table import ArticleTable
    from annotator.ui.article_list.work import ListWork


def chosen_menu(work: ListWork, chosen: Sequence[int], *, trashed: bool, parent: QWidget) -> QMenu:
    """Return the menu of the chosen articles; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("chosen_articles_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = menu.addAction(
        counted(
            len(chosen),
            translate("article_list", "article choisi"),
            translate("article_list", "articles choisis"),
        )
    )
    title.setEnabled(False)
    menu.addSeparator()
    if trashed:
        menu.addAction(translate("article_list", "Sortir de la corbeille")).triggered.connect(
            lambda _checked: work.restore()
        )
        return menu
    for status, words in (
        (Status.FINISHED, translate("article_list", "Marquer comme terminé")),
        (Status.IN_PROGRESS, translate("article_list", "Remettre en cours")),
        (Status.SET_ASIDE, translate("article_list", "Mettre de côté")),
        (Status.NEW, translate("article_list", "Marquer comme nouveau")),
    ):
        menu.addAction(f"{SYMBOLS[status]}  {words}").triggered.connect(
            lambda _checked, status=status: work.set_status(status)
        )
    menu.addSeparator()
    for flagged, words in (
        (True, translate("article_list", "Poser un drapeau")),
        (False, translate("article_list", "Retirer le drapeau")),
    ):
        menu.addAction(words).triggered.connect(lambda _checked, flagged=flagged: work.set_flag(flagged))
    menu.addSeparator()
    menu.addAction(translate("article_list", "Relancer les suggestions")).triggered.connect(
        lambda _checked: work.suggestions_requested.emit(list(chosen))
    )
    menu.addAction(translate("article_list", "Exporter ces articles…")).triggered.connect(
        lambda _checked: work.export_requested.emit(list(chosen))
    )
    menu.addSeparator()
    menu.addAction(translate("article_list", "Mettre à la corbeille")).triggered.connect(
        lambda _checked: work.throw_away()
    )
    return menu


def view_menu(bar: FilterBar, table: ArticleTable) -> QMenu:
    """Return the menu of the order and the columns; it is filled anew whenever it opens."""
    menu = QMenu(bar)
    menu.aboutToShow.connect(partial(_fill, menu, bar, table))
    return menu


def _fill(menu: QMenu, bar: FilterBar, table: ArticleTable) -> None:
    menu.clear()
    bar.fill_sorts(menu)
    menu.addSection(translate("article_list", "Colonnes"))
    shown = table.visible_columns()
    for column in OPTIONAL:
        action = menu.addAction(translate("article_list", COLUMN_NAMES[column]))
        action.setObjectName(f"column_{column.name.lower()}")
        action.setCheckable(True)
        action.setChecked(column in shown)
        action.triggered.connect(lambda _checked, column=column: table.show_columns(shown ^ {column}))
    by_room = menu.addAction(translate("article_list", "Selon la place"))
    by_room.setCheckable(True)
    by_room.setChecked(table.columns() is None)
    by_room.triggered.connect(lambda _checked: table.show_columns(None))
