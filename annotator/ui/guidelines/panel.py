"""The panel of the guidelines: of one label, or of all, with examples as they look in an article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from annotator.ui.language import language
from annotator.ui.swatch import swatch
from annotator.ui.theme import Theme, chip_colours, theme_of
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.labels import Label

_WIDTH, _HEIGHT = 54, 34
"""Width and height of the panel in letters and lines of the window's text."""


class GuidelinesPanel(QDialog):
    """The guidelines of a project's labels, one at a time or all.

    Args:
        labels: of the project, in their order.
        label: id of the one to begin with; all of them by default.
        parent: the window, beside whose article the panel opens.
    """

    def __init__(self, labels: Sequence[Label], *, label: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Consignes"))
        self.setObjectName("guidelines")
        self._labels: tuple[Label, ...] = ()
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Étiquettes"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.tr("Consignes"))
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self.page, 1)
        self.tabs.currentChanged.connect(self._show)
        self.set_labels(labels)
        self.show_label(label)
        self.page.setFocus()
        metrics = self.fontMetrics()
        room = self.screen().availableSize()
        wide = max(_WIDTH * metrics.horizontalAdvance("n"), self.tabs.sizeHint().width() + 32)
        self.resize(min(wide, room.width() - 40), min(_HEIGHT * metrics.lineSpacing(), room.height() - 80))

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show other labels; the one that is shown stays so."""
        shown = self.tabs.currentIndex()
        self._labels = tuple(labels)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for label in self._labels:
            self.tabs.addTab(swatch(label.colour), label.name.in_language(language()))
        self.tabs.addTab(self.tr("Toutes"))
        self.tabs.blockSignals(False)
        self.tabs.setCurrentIndex(max(shown, 0))
        self._show()

    def show_label(self, label: str | None) -> None:
        """Show the guideline of a label, or those of all."""
        ids = [each.id for each in self._labels]
        self.tabs.setCurrentIndex(ids.index(label) if label in ids else len(ids))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, last = self.tabs.currentIndex(), self.tabs.count() - 1
        if event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.close()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.tabs.setCurrentIndex(min(max(at + (1 if event.key() == Qt.Key.Key_Right else -1), 0), last))
        elif event.text().isdigit() and (found := [label.id for label in self._labels if label.key == event.text()]):
            self.show_label(found[0])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None and not event.spontaneous():
            place = window.geometry()
            self.move(place.right() - self.width() - 24, place.top() + 64)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._labels:
            self._show()

    def _show(self) -> None:
        at = self.tabs.currentIndex()
        shown = [self._labels[at]] if at < len(self._labels) else list(self._labels)
        self.page.setHtml(guidelines_html(shown, theme_of(self.palette()), language()))


def guidelines_html(labels: Sequence[Label], theme: Theme, spoken: str) -> str:
    """Return the guidelines of some labels as rich text: what is about a case bold, examples as marked in an article.

    Args:
        labels: which.
        theme: whose colours to use.
        spoken: ``"fr"`` or ``"en"``.
    """
    parts = []
    for label in labels:
        colours = chip_colours(label.colour, theme)
        name, key = escape(label.name.in_language(spoken)), label.digit
        parts.append(
            f'<p style="margin: 0 0 6px 0;"><span style="background: {colours.fill}; color: {colours.tag};'
            f' font-weight: 600;">&nbsp;{name}&nbsp;</span> <span style="color: {theme.muted};">{key}</span></p>'
        )
        for paragraph in label.guideline.in_language(spoken).splitlines():
            if paragraph.strip():
                words = _paragraph(typeset(paragraph) if spoken == "fr" else paragraph, colours.fill)
                parts.append(f'<p style="margin: 0 0 8px 0; line-height: 130%;">{words}</p>')
        parts.append('<p style="margin: 0 0 10px 0;"></p>')
    return f'<div style="color: {theme.ink};">{"".join(parts)}</div>'


def _paragraph(words: str, fill: str) -> str:
    lead, colon, rest = words.partition(":")
    is_lead = bool(colon) and len(lead) < 24 and "[" not in lead
    shown = f"<b>{escape(lead)}:</b>{escape(rest)}" if is_lead else escape(words)
    marked = f'<span style="background: {fill};">&nbsp;'
    return shown.replace("[", marked).replace("]", "&nbsp;</span>")
