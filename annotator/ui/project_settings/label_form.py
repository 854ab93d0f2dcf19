"""What can be said of one label, with a sample of how it looks in an article."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Mark, Span
from annotator.core.labels import DEFAULT_LABELS, KEYS, Label
from annotator.core.suggestions import Suggestion, Tier
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.ui.article_view import ArticleView
from annotator.ui.swatch import swatch

_TYPING = 700
"""Milliseconds without a key after which what was typed is kept."""

_GUIDELINE_LINES = 8

_AROUND = 32
"""Pixels above and below the line of the sample."""


class LabelForm(QWidget):
    """Fields for the names, the key, the colour and the guidelines of a label.

    Signals:
        edited: a field has another content, which is to be kept.
        key_chosen: a key, such as ``"3"``.
    """

    edited = Signal()
    key_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = DEFAULT_LABELS[0]
        self._showing = False
        self.name_fr, self.name_en = QLineEdit(self), QLineEdit(self)
        self.key = QComboBox(self)
        self.key.addItems(list(KEYS))
        self.colour = QPushButton(self)
        self.colour.setAutoDefault(False)
        self.guideline_fr, self.guideline_en = _Paragraphs(self), _Paragraphs(self)
        self.restore = QPushButton(self.tr("&Rétablir l'étiquette d'origine"), self)
        self.restore.setAutoDefault(False)
        self.sample = _Sample(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._tell)
        self._place()
        for line in (self.name_fr, self.name_en):
            line.textEdited.connect(self._typed)
            line.editingFinished.connect(self._tell)
        for text in (self.guideline_fr, self.guideline_en):
            text.textChanged.connect(self._typed)
            text.left.connect(self._tell)
        self.key.activated.connect(lambda _index: self.key_chosen.emit(self.key.currentText()))
        self.colour.clicked.connect(self._choose_colour)
        self.restore.clicked.connect(self._restore)

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget, int, int], ...] = (
            (self.tr("Nom en &français"), self.name_fr, 0, 0),
            (self.tr("Nom en &anglais"), self.name_en, 0, 1),
            (self.tr("&Touche"), self.key, 0, 2),
            (self.tr("&Couleur"), self.colour, 0, 3),
        )
        for words, field, row, at in fields:
            _put(grid, words, field, row, at, self)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        looks = QLabel(self.tr("Dans un article : annotation et suggestion"), self)
        looks.setObjectName("caption")
        texts = QGridLayout()
        texts.setHorizontalSpacing(12)
        texts.setVerticalSpacing(4)
        _put(texts, self.tr("Consigne en f&rançais"), self.guideline_fr, 0, 0, self)
        _put(texts, self.tr("Consigne en an&glais"), self.guideline_en, 0, 1, self)
        below = QHBoxLayout()
        hint = QLabel(
            self.tr("Un paragraphe par ligne ; entre crochets, un exemple tel qu'il est annoté."),
            self,
        )
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        below.addWidget(hint, 1)
        below.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 8, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(looks)
        column.addWidget(self.sample)
        column.addLayout(texts, 1)
        column.addLayout(below)

    def show_label(self, label: Label) -> None:
        """Fill the fields with another label."""
        self._showing = True
        self._typing.stop()
        self.name_fr.setText(label.name.fr)
        self.name_en.setText(label.name.en)
        for text, words in ((self.guideline_fr, label.guideline.fr), (self.guideline_en, label.guideline.en)):
            text.setPlainText(words)
        self._showing = False
        self.take(label)

    def take(self, label: Label) -> None:
        """Show what became of the label, without a touch to what is being typed."""
        self._label = label
        self.key.setCurrentIndex(self.key.findText(label.key))  # none for a label without a key
        self.colour.setIcon(swatch(label.colour))
        self.colour.setText(label.colour)
        self.colour.setAccessibleDescription(label.colour)
        default = next((each for each in DEFAULT_LABELS if each.id == label.id), None)
        self.restore.setEnabled(default is not None and replace(default, key=label.key) != label)
        self.sample.show_label(label)

    def label(self) -> Label:
        """Return the label as the fields have it."""
        return replace(
            self._label,
            name=Wording(_tidy(self.name_en.text()), _tidy(self.name_fr.text())),
            guideline=Wording(self.guideline_en.toPlainText().strip(), self.guideline_fr.toPlainText().strip()),
        )

    def _typed(self) -> None:
        if not self._showing:
            self._typing.start()

    def _tell(self) -> None:
        self._typing.stop()
        self.edited.emit()

    def _choose_colour(self) -> None:
        dialog = QColorDialog(QColor(self._label.colour), self)
        dialog.setWindowTitle(self.tr("Couleur de l'étiquette"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.currentColorChanged.connect(self._try_colour)
        before = self._label
        accepted = dialog.exec()
        chosen = dialog.currentColor().name()
        dialog.deleteLater()
        self.sample.show_label(before)
        if accepted:
            self._label = replace(self.label(), colour=chosen)
            self._keep_from(before)

    def _try_colour(self, colour: QColor) -> None:
        self.sample.show_label(replace(self._label, colour=colour.name()))

    def _restore(self) -> None:
        default = next(each for each in DEFAULT_LABELS if each.id == self._label.id)
        before, wanted = self._label, replace(default, key=self._label.key)
        self.show_label(wanted)
        self._label = wanted
        self._keep_from(before)

    def _keep_from(self, before: Label) -> None:
        self._tell()
        if self._label is not before:
            self.sample.show_label(self._label)


class _Paragraphs(QPlainTextEdit):
    """A text of some lines that Tab leaves.

    Signals:
        left: the focus went elsewhere.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.installEventFilter(self)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _GUIDELINE_LINES)


class _Sample(ArticleView):
    """A line of an article with an annotation and a suggestion of the label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Aperçu de l'étiquette"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(self.fontMetrics().lineSpacing() + 2 * _AROUND)

    def show_label(self, label: Label) -> None:
        """Show the sample with a label's name and colour."""
        one, other = self.tr("annotation"), self.tr("suggestion")
        words = ["…", one, "…", other, "…"]
        text, tokens = "", []
        for word in words:
            tokens.append((len(text), len(text) + len(word)))
            text += f"{word}    "
        span = Span(1, *tokens[1], label.id)
        proposed = Suggestion(1, 0, *tokens[3], label.id, "", Wording("", ""), Tier.SURE, "")
        self.set_labels([label])
        self.show_article(
            text,
            TokenGrid.of(tokens),
            [Mark(*tokens[1], label.id, span=span), Mark(*tokens[3], label.id, suggestion=proposed)],
        )


def _put(grid: QGridLayout, words: str, field: QWidget, row: int, column: int, parent: QWidget) -> None:
    """Put a field under its caption."""
    caption = QLabel(words, parent)
    caption.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    grid.addWidget(caption, 2 * row, column)
    grid.addWidget(field, 2 * row + 1, column)


def _tidy(words: str) -> str:
    return " ".join(words.split())
