"""The page on which places are settled: the articles, one text, and the place it is about now; it settles nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.settling.article_column import ArticleColumn
from annotator.ui.settling.comparing import Comparing
from annotator.ui.settling.difference_panel import DifferencePanel
from annotator.ui.settling.keys import Deed, deed_of, number_of
from annotator.ui.settling.places import letter_of
from annotator.ui.settling.text_view import SettlingView
from annotator.ui.settling.title import Title
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES_ACROSS = 19
"""How wide the columns beside the text are at first, in heights of a line: larger letters take more room."""

_LETTERS_ACROSS = 20
_BESIDE_LETTERS = 60
"""How narrow they can be made: in letters, and in pixels for what stands between these."""


class SettlingPage(QWidget):
    """Three columns: articles, text, place.

    Signals:
        deed_asked: a `Deed` was asked for by its key or its button.
        number_pressed: a digit from 1 to 9 was pressed.
        escaped: what was begun shall not be done.
        bulk_asked: what annotators agree on shall be accepted at one stroke.
        way_out_asked: the button was pressed where nothing is shown.
    """

    deed_asked = Signal(object)
    number_pressed = Signal(int)
    escaped = Signal()
    bulk_asked = Signal()
    way_out_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settling_page")
        self.setAccessibleName(self.tr("Départager les annotateurs"))
        self.articles = ArticleColumn(self)
        self.view = SettlingView(self)
        self.view.setObjectName("settling_view")
        self.panel = DifferencePanel(self)
        self._columns = QStackedWidget(self)
        self._place()
        self.articles.left.connect(self.view.setFocus)
        self.panel.left.connect(self.view.setFocus)
        for listening in (self.view, self.articles):
            listening.installEventFilter(self)
        self.setFocusProxy(self.view)

    def _place(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("settling_splitter")
        splitter.setChildrenCollapsible(False)
        narrowest = self.fontMetrics().averageCharWidth() * _LETTERS_ACROSS + _BESIDE_LETTERS
        for column in (self._left(), self._middle(), self._right()):
            column.setMinimumWidth(narrowest)
            splitter.addWidget(column)
        splitter.setStretchFactor(1, 1)
        side = self.fontMetrics().height() * _LINES_ACROSS
        splitter.setSizes([round(side * 0.85), 1360 - 2 * side, side])
        self._columns.addWidget(splitter)
        self._columns.addWidget(self._nothing())
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._columns)

    def _left(self) -> QWidget:
        self.comparing = Comparing(self)
        self._progress = QLabel(self)
        self._progress.setObjectName("caption")
        self._progress.setWordWrap(True)
        self._progress.setContentsMargins(12, 10, 12, 8)
        self.bulk = QPushButton(self.tr("A&ccepter les accords…"), self)
        self.bulk.setObjectName("secondary")
        self.bulk.setAutoDefault(False)
        self.bulk.clicked.connect(self.bulk_asked)
        self.finished = QCheckBox(self.tr("Montrer les &terminés"), self)
        bare, foot = QHBoxLayout(), QHBoxLayout()
        bare.setContentsMargins(12, 8, 12, 0)
        bare.addWidget(self.finished)
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self.bulk)
        return _column(self.comparing, self._progress, self.articles, bare, foot)

    def _middle(self) -> QWidget:
        self._title = Title(self)
        self._title.setObjectName("settling_title")
        self._legend = QHBoxLayout()
        self._legend.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(20, 9, 16, 9)
        head.setSpacing(14)
        head.addWidget(self._title, 1)
        head.addLayout(self._legend)
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        rule.setObjectName("rule")
        return _column(head, rule, self.view)

    def _right(self) -> QWidget:
        self.finish = QPushButton(self)
        self.finish.setObjectName("primary")
        self.finish.setAutoDefault(False)
        self.finish.clicked.connect(lambda: self.deed_asked.emit(Deed.FINISH))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.finish)
        return _column(self.panel, foot)

    def _nothing(self) -> QWidget:
        empty = QWidget(self)
        self._empty_title, self._empty_words = QLabel(empty), QLabel(empty)
        self._empty_title.setObjectName("empty_title")
        self._empty_words.setObjectName("empty_words")
        column = QVBoxLayout(empty)
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._empty_title, self._empty_words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        self.way_out = QPushButton(empty)
        self.way_out.setObjectName("secondary")
        self.way_out.setAutoDefault(False)
        self.way_out.clicked.connect(self.way_out_asked)
        self.choose = QPushButton(self.tr("Choisir ce qui est comparé…"), empty)
        self.choose.setObjectName("secondary")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda: self.comparing.ask(self.choose))
        column.addSpacing(8)
        for button in (self.choose, self.way_out):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def panes(self) -> tuple[QWidget, ...]:
        """Return what the keys go to one after the other."""
        return self.articles, self.view, self.panel

    # What is shown

    def show_nothing(self, title: str, words: str, way_out: str = "", *, choose: bool = False) -> None:
        """Say why there is nothing to settle, and what to do.

        Args:
            title: that there is nothing.
            words: why.
            way_out: what a button does about it; none if empty.
            choose: whether something else could be compared.
        """
        self.choose.setVisible(choose)
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self._empty_title.setText(title)
        self._empty_words.setText(typeset(words))
        self._columns.setCurrentIndex(1)

    def show_columns(self, progress: str) -> None:
        """Show the three columns, and how far all of it is."""
        self._progress.setText(progress)
        self._columns.setCurrentIndex(0)

    def show_head(self, title: str, names: Sequence[str]) -> None:
        """Show the title of the article, and which letter is whose."""
        self._title.say(title)
        while (item := self._legend.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        for lane, name in enumerate(names):
            letter, words = QLabel(letter_of(lane, len(names)), self), QLabel(name, self)
            letter.setObjectName("lane_letter")
            letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setContentsMargins(0, 0, 8, 0)
            self._legend.addWidget(letter)
            self._legend.addWidget(words)

    def show_finish(self, words: str, *, enabled: bool) -> None:
        """Say what the button that finishes an article does now."""
        self.finish.setText(self.tr("{deed} (Entrée)").format(deed=words) if enabled else words)
        self.finish.setEnabled(enabled)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._press(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        deed = deed_of(event)
        if watched is self.articles:
            # The list keeps the keys that lists have: Enter leads from it to the text.
            if deed in (Deed.FINISH, None) or event.key() == Qt.Key.Key_Space:
                return False
            self.view.setFocus()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if deed is not None and not (sideways and self.cursor_wanted):
            self.deed_asked.emit(deed)
            return True
        number = number_of(event)
        if number is not None:
            self.number_pressed.emit(number)
        return number is not None

    cursor_wanted = False
    """Whether the arrows move the cursor in the text, as they do while words are selected."""


def _column(*parts: QWidget | QHBoxLayout) -> QWidget:
    """Return a column of widgets and rows, in which what can grow takes the room."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part, 0 if isinstance(part, QLabel | Comparing) or part.objectName() == "rule" else 1)
        else:
            layout.addLayout(part)
    return column
