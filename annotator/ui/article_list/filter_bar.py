"""What stands over the article list: the search field, filters, order, how many were found, and what filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.core.listing import ArticleQuery, Sort
from annotator.ui.article_list.wording import conditions, found_words
from annotator.ui.language import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from annotator.core.labels import Label

_TYPING_MS = 120
_ONE_LETTER_MS = 300  # what begins with one letter is in nearly all articles, takes longest and is hardly ever meant


class FilterBar(QWidget):
    """Holds the query of the list and lets a person change it.

    Signals:
        query_changed: the list is to show another query.
        list_requested: the keyboard is to go to the first row; True where its article is to be read at once.
        reading_requested: the keyboard is to go to the text.
    """

    query_changed = Signal()
    list_requested = Signal(bool)
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = ArticleQuery()
        self._why = ""
        self.labels: Mapping[str, Label] = {}
        self.annotators: Mapping[int, str] = {}
        self._chips: QWidget | None = None
        self.search = QLineEdit(self)
        self.search.setObjectName("article_search")
        self.search.setPlaceholderText(self.tr("Chercher dans les articles"))
        self.search.setAccessibleName(self.tr("Chercher dans les titres et les textes"))
        self.search.setToolTip(
            self.tr("Tous les mots, avec ou sans accents ; entre guillemets, côte à côte. Échap : retour à l'article")
        )
        self.search.installEventFilter(self)
        self.filter_button = self._button("article_filter", self.tr("Filtrer"), self.tr("Filtrer la liste"))
        self.filter_button.clicked.connect(self.open_filters)
        self.sort_button = self._button("article_sort", self.tr("Trier"), self.tr("Ordre et colonnes de la liste"))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.found = QLabel(self)
        self.found.setObjectName("articles_found")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 8, 8, 6)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.search)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._buttons.addWidget(self.filter_button)
        self._buttons.addWidget(self.sort_button)
        self._buttons.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(6)
        self._beside.addLayout(self._buttons, 1)
        self._beside.addWidget(self.found)
        self._rows.addLayout(self._beside)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._take_words)
        self.search.textChanged.connect(self._offer_clearing)
        self.search.textEdited.connect(self._wait_for_more)
        self.search.textChanged.connect(lambda text: None if text else self._take_words())

    def _wait_for_more(self, text: str) -> None:
        self._typing.start(_TYPING_MS if len(text.strip()) > 1 else _ONE_LETTER_MS)

    def _offer_clearing(self, text: str) -> None:
        # Not from the start: Qt paints the picture of the button as it makes it, and the window waits.
        if text and not self.search.isClearButtonEnabled():
            self.search.setClearButtonEnabled(True)

    def _button(self, name: str, words: str, says: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(says)
        button.setToolTip(says)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_query(self, query: ArticleQuery, *, why: str = "") -> None:
        """Take another query, and say to whom it may concern that there is one.

        Args:
            query: the query.
            why: what the articles are that it is about, where it names them one by one.
        """
        if query.among is not None and query.among == self.query.among:
            why = why or self._why  # another filter beside it, or another order
        if query == self.query and why == self._why:
            return
        self.query, self._why = query, why
        if self.search.text() != query.words:
            self.search.setText(query.words)
        self._show_conditions()
        self.query_changed.emit()

    def clear(self) -> None:
        """Filter nothing any more."""
        self._typing.stop()
        self.show_query(self.query.cleared())

    def show_found(self, shown: int, total: int) -> None:
        """Say how many articles are shown, of how many."""
        words = found_words(self.query, shown, total)
        self.found.setText(words)
        self.found.setAccessibleName(words)
        self._fit()

    def open_filters(self) -> None:
        """Let the person choose filters, each of which holds at once."""
        from annotator.ui.article_list.filter_popup import FilterPopup

        popup = FilterPopup(self.query, self.labels, self.annotators, self)
        popup.query_changed.connect(self._take_filters)
        popup.open_below(self.filter_button)

    def set_menu(self, menu: QMenu) -> None:
        """Open a menu from the button for the order."""
        self.sort_button.setMenu(menu)

    def fill_sorts(self, menu: QMenu) -> list[QAction]:
        """Put the orders into a menu, and return what stands there for each."""
        from PySide6.QtGui import QActionGroup

        group = QActionGroup(menu)
        found = []
        for sort in Sort:
            words = sort.wording.in_language(language())
            action = menu.addAction(words[:1].upper() + words[1:])
            action.setCheckable(True)
            action.setChecked(sort is self.query.sort)
            action.setObjectName(f"sort_{sort.value}")
            group.addAction(action)
            action.triggered.connect(lambda _checked, sort=sort: self.sort_by(sort))
            found.append(action)
        menu.addSeparator()
        back = menu.addAction(self.tr("Ordre inverse"))
        back.setCheckable(True)
        back.setChecked(self.query.reverse)
        back.triggered.connect(lambda checked: self.show_query(self.query._replace(reverse=checked)))
        return found

    def sort_by(self, sort: Sort) -> None:
        """Put the list into another order, or the same one the other way round."""
        turned = sort is self.query.sort and not self.query.reverse
        self.show_query(self.query._replace(sort=sort, reverse=turned))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the count has a line of its own."""
        margins = self._rows.contentsMargins()
        across = max(self._buttons.minimumSize().width(), self.found.sizeHint().width())
        return QSize(across + margins.left() + margins.right(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Say how many were found beside the buttons, or below where there is no room."""
        margins = self._rows.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._beside.spacing()
        beside = self._buttons.sizeHint().width() + self.found.sizeHint().width() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not direction:
            self._beside.setDirection(direction)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Escape:
                    self.reading_requested.emit()
                    return True
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take_words()
                    self.list_requested.emit(event.key() != Qt.Key.Key_Down)
                    return True
        return super().eventFilter(watched, event)

    def _take_words(self) -> None:
        self._typing.stop()
        self.show_query(self.query._replace(words=self.search.text()))

    def _take_filters(self, query: ArticleQuery) -> None:
        self.show_query(query._replace(words=self.query.words, sort=self.query.sort, reverse=self.query.reverse))

    def _show_conditions(self) -> None:
        """Show a chip for each filter, to be taken away with a click."""
        named = conditions(self.query, self.labels, self.annotators, why=self._why)
        self.filter_button.setText(
            self.tr("Filtrer ({count})").format(count=len(named)) if named else self.tr("Filtrer")
        )
        if self._chips is not None:
            self._chips.setParent(None)
            self._chips.deleteLater()
            self._chips = None
        if named:
            from annotator.ui.article_list.chips import Chips

            chips = Chips(named, self)
            chips.removed.connect(self.show_query)
            chips.cleared.connect(self.clear)
            self._rows.addWidget(chips)
            self._chips = chips
