"""The status line: proof of each save, where the annotator is, and what other work is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

if TYPE_CHECKING:
    from datetime import datetime


class StatusLine(QStatusBar):
    """Saved at, position, progress."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = QLabel(self)
        self._saved.setObjectName("saved")
        self._work = QLabel(self)
        self._work.setObjectName("work")
        self._bar = QProgressBar(self)
        self._bar.setMaximumWidth(150)
        self._bar.setMaximumHeight(12)
        self._bar.setTextVisible(False)
        self._cancel = QToolButton(self)
        self._cancel.setText("✕")
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Interrompre"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._place = QLabel(self)
        self._place.setObjectName("place")
        self._count = QLabel(self)
        self._count.setObjectName("count")
        self.addWidget(self._saved)
        for widget in (self._work, self._bar, self._cancel, self._place, self._count):
            self.addPermanentWidget(widget)
        self.show_work("")

    def show_saved(self, at: datetime, what: str) -> None:
        """Say that something is in the file, and since when."""
        clock = f"{at:%H:%M:%S},{at.microsecond // 1000:03d}"
        self._saved.setText(self.tr("✓ Enregistré à {clock} · {what}").format(clock=clock, what=what))

    def show_ready(self, words: str) -> None:
        """Say something where no edit has been saved yet."""
        self._saved.setText(words)

    def show_place(self, words: str) -> None:
        """Say where in the article the annotator is."""
        self._place.setText(words)

    def show_count(self, words: str) -> None:
        """Say how far the project is."""
        self._count.setText(words)

    def show_work(self, words: str, done: int = 0, total: int | None = None) -> None:
        """Say what other work is under way; empty words mean none."""
        self._work.setText(words)
        self._work.setVisible(bool(words))
        self._bar.setVisible(bool(words))
        self._cancel.setVisible(bool(words))
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)

    def saved_words(self) -> str:
        """Return what is said about saving."""
        return self._saved.text()
