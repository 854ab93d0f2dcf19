"""What is known of the focused mark: its label, who or which rule proposed it and why, and what a sum is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.language import language
from annotator.ui.wording import figure_words, origin_words, quoted, tier_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.annotation import Mark
    from annotator.core.labels import Label
    from annotator.core.suggestions import Suggestion


class Inspector(QFrame):
    """A few lines on one mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Pourquoi cette annotation"))
        self._shown: dict[str, str] = {}
        self._title = QLabel(self)
        self._title.setObjectName("inspected")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = QFormLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        self._lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_mark(
        self, text: str, mark: Mark | None, labels: Mapping[str, Label], suggestions: Mapping[int, Suggestion]
    ) -> None:
        """Show what is known of a mark of ``text``, or how to get at one."""
        self._shown.clear()
        if mark is None:
            self._title.setText(self.tr("Aucune annotation choisie"))
            self._line(self.tr("Tab"), self.tr("passe à la suivante"))
        else:
            self._describe(text, mark, labels, suggestions)
        for row in range(self._lines.rowCount()):
            self._lines.setRowVisible(row, row < len(self._shown))

    def _describe(
        self, text: str, mark: Mark, labels: Mapping[str, Label], suggestions: Mapping[int, Suggestion]
    ) -> None:
        shown = " ".join(text[mark.start : mark.end].split())
        self._title.setText(shown)
        label = labels.get(mark.label)
        self._line(self.tr("Étiquette"), label.name.in_language(language()) if label else mark.label)
        self._line(self.tr("État"), origin_words(mark))
        suggestion = mark.suggestion
        if suggestion is None and mark.span is not None and mark.span.suggestion is not None:
            suggestion = suggestions.get(mark.span.suggestion)
        if suggestion is not None:
            self._line(
                self.tr("Raison"), f"{suggestion.reason.in_language(language())} ({tier_words(suggestion.tier)})"
            )
            self._line(self.tr("Règle"), suggestion.rule)
            if (suggestion.start, suggestion.end, suggestion.label) != (mark.start, mark.end, mark.label):
                before = " ".join(text[suggestion.start : suggestion.end].split())
                named = labels.get(suggestion.label)
                self._line(
                    self.tr("Proposé"),
                    f"{quoted(before)}, {named.name.in_language(language()) if named else suggestion.label}",
                )
        if mark.label == "sum":
            from annotator.core import money

            worth = money.parse(shown)
            if worth is not None:
                self._line(self.tr("Valeur"), figure_words(worth))
        if mark.span is not None and mark.span.note:
            self._line(self.tr("Note"), mark.span.note)

    def lines(self) -> dict[str, str]:
        """Return what is shown, by the name of the line."""
        return dict(self._shown)

    def _line(self, name: str, words: str) -> None:
        """Fill the next row; rows are made once, since every step of the focus comes here."""
        row = len(self._shown)
        self._shown[name] = words
        if row == self._lines.rowCount():
            self._lines.addRow(*_empty_row())
        for role, shown in ((QFormLayout.ItemRole.LabelRole, name), (QFormLayout.ItemRole.FieldRole, words)):
            item = self._lines.itemAt(row, role)
            label = item.widget() if item is not None else None
            if isinstance(label, QLabel):
                label.setText(shown)


def _empty_row() -> tuple[QLabel, QLabel]:
    caption = QLabel()
    caption.setObjectName("caption")
    caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    value = QLabel()
    value.setWordWrap(True)
    value.setTextFormat(Qt.TextFormat.PlainText)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return caption, value
