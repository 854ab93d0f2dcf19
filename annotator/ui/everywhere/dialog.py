"""Label, relabel or remove in all articles: what is wished, the occurrences to tick, and one step for all of them."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.everywhere import Search, prepare
from annotator.core.everywhere import Act
from annotator.ui.everywhere.model import OccurrenceModel
from annotator.ui.everywhere.table import OccurrenceTable
from annotator.ui.everywhere.wish_bar import WishBar
from annotator.ui.wording import counted, number_words, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.app.everywhere import Found
    from annotator.app.session import Changes, Session
    from annotator.core.edits import Edit
    from annotator.core.everywhere import Wish
    from annotator.core.labels import Label
    from annotator.core.occurrences import Surface

MOST = 20_000
"""How many occurrences a list holds at most; a person who ticks more has not looked at them."""

_FIRST_PAGE = 60  # rows
_SHOWN_EVERY = 0.15  # seconds
_SLICE = 0.012  # seconds of work between two looks at what the person does


class EverywhereDialog(QDialog):
    """A surface in all articles of a project, one row an occurrence.

    Args:
        session: whose articles they are.
        surface: what to look for.
        wish: what to do with it, to begin with.
        labels: those of the project by id.
        parent: the window.
    """

    def __init__(
        self,
        session: Session,
        surface: Surface,
        wish: Wish,
        labels: Mapping[str, Label],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.changes: Changes | None = None
        """What was done, once the dialog is accepted."""
        self.settled = 0
        """At how many occurrences it was done."""
        self._session = session
        self._search = Search(session.project, session.annotator, surface)
        self._preparing: Iterator[list[Edit]] | None = None
        self._edits: list[Edit] = []
        self._found: list[Found] = []  # not shown yet
        self._next_showing = 0.0
        self.setObjectName("everywhere_dialog")
        self.setWindowTitle(self.tr("Dans tous les articles"))
        line, screen = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(84 * line, screen.width() * 9 // 10), min(48 * line, screen.height() * 4 // 5))
        self.model = OccurrenceModel(labels, wish, self)
        self.wishing = WishBar(labels, wish, self)
        self.filter = QLineEdit(self)
        self.table = OccurrenceTable(self.model, self)
        self.counts = QLabel(self)
        self.progress = QProgressBar(self)
        self.apply_button = QPushButton(self)
        self._place(" ".join(surface.words.split()))
        self.wishing.changed.connect(self._wish_changed)
        self.filter.textChanged.connect(self.model.set_filter)
        self.model.counted.connect(self._count)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self._count()
        self.table.setFocus()

    def _place(self, words: str) -> None:
        title = QLabel(quoted(words), self)
        title.setObjectName("inspected")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        self.counts.setObjectName("occurrence_counts")
        self.counts.setWordWrap(True)
        self.filter.setPlaceholderText(self.tr("Filtrer"))
        self.filter.setToolTip(self.tr("Filtrer par contexte ou titre"))
        self.filter.setAccessibleName(self.tr("Filtrer par contexte ou titre"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumHeight(self.wishing.sizeHint().height())
        by_article = self._button(self.tr("Cet a&rticle"), "tick_article", self.table.toggle_article)
        by_article.setToolTip(self.tr("Coche ou décoche les occurrences de l'article de la ligne (Maj+Espace)"))
        wishing = QHBoxLayout()
        wishing.setSpacing(20)
        wishing.addWidget(self.wishing)
        wishing.addWidget(self.filter, 1)
        ticking = (
            self._button(self.tr("&Tout cocher"), "tick_all", lambda: self.model.tick_all(on=True)),
            self._button(self.tr("Tout &décocher"), "tick_none", lambda: self.model.tick_all(on=False)),
            by_article,
        )
        counting = QHBoxLayout()
        counting.setSpacing(8)
        counting.addWidget(self.counts, 1)
        for button in ticking:
            counting.addWidget(button)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Avancement"))
        hint = QLabel(self.tr("Espace coche les lignes choisies, Entrée applique, Échap renonce."), self)
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        self.apply_button.setObjectName("apply_everywhere")
        self.apply_button.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for before, after in pairwise((self.filter, *ticking, self.table, self.apply_button)):
            self.setTabOrder(before, after)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(wishing)
        column.addLayout(counting)
        column.addWidget(self.table, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)

    def _button(self, words: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    # What it says

    def _wish_changed(self) -> None:
        self.model.set_wish(self.wishing.wish())

    def _count(self) -> None:
        ticked, total, shown = self.model.ticked(), self.model.total(), self.model.rowCount()
        words = self.tr("{occurrences} dans {articles}, {ticked}").format(
            occurrences=counted(total, self.tr("occurrence"), self.tr("occurrences")),
            articles=counted(self.model.articles(), self.tr("article"), self.tr("articles")),
            ticked=counted(ticked, self.tr("cochée"), self.tr("cochées")),
        )
        said = [words]
        if shown < total:
            said.append(counted(shown, self.tr("affichée"), self.tr("affichées")))
        if total >= MOST:
            said.append(self.tr("la recherche s'arrête là : appliquez, puis recommencez pour la suite"))
        elif not self._search.finished:
            looked_at = self.tr("recherche : {read} articles lus sur {total}")
            said.append(
                looked_at.format(read=number_words(self._search.looked_at), total=number_words(self._search.total))
            )
        self.counts.setText(" · ".join(said))
        if total:
            self.table.say_empty(self.tr("Aucune ligne ne convient au filtre."))
        elif self._search.finished:
            self.table.say_empty(self.tr("Ces mots ne se trouvent dans aucun article."))
        self.apply_button.setText(self._apply_words(ticked))
        self.apply_button.setEnabled(bool(ticked) and self._preparing is None)

    def _apply_words(self, ticked: int) -> str:
        match self.wishing.wish().act:
            case Act.LABEL:
                words = self.tr("Étiqueter {occurrences}")
            case Act.RELABEL:
                words = self.tr("Remplacer dans {occurrences}")
            case Act.REMOVE:
                words = self.tr("Retirer de {occurrences}")
        return words.format(occurrences=counted(ticked, self.tr("occurrence"), self.tr("occurrences")))

    # What takes time, a little at a time

    def _go_on(self) -> None:
        if self._preparing is not None:
            self._prepare_more(self._preparing)
        elif self._search.finished or self.model.total() >= MOST:
            self._timer.stop()
            self._show_found()
            self.progress.hide()
            self._count()
        else:
            self._found += self._search.go_on(_SLICE)
            if self.model.total() < _FIRST_PAGE or time.monotonic() >= self._next_showing:
                self._show_found()

    def _show_found(self) -> None:
        """Show what was found since the last time; after the first page not at every slice, which would cost more."""
        self._next_showing = time.monotonic() + _SHOWN_EVERY
        self.progress.setRange(0, self._search.total)
        self.progress.setValue(self._search.looked_at)
        self.model.add(self._found)
        self._found = []
        self._count()

    def accept(self) -> None:
        """Do what is wished at the occurrences ticked."""
        chosen = self.model.chosen()
        if not chosen or self._preparing is not None:
            return
        self.settled = self.model.ticked()
        self._preparing = prepare(self._session, self.wishing.wish(), chosen)
        self.progress.setRange(0, len(chosen))
        self.progress.setValue(0)
        self.progress.show()
        self.apply_button.setEnabled(False)
        self._timer.start()
        self._go_on()

    def _prepare_more(self, preparing: Iterator[list[Edit]]) -> None:
        until = time.monotonic() + _SLICE
        while time.monotonic() < until:
            edits = next(preparing, None)
            if edits is None:
                self._finish()
                return
            self._edits += edits
            self.progress.setValue(self.progress.value() + 1)

    def _finish(self) -> None:
        self._timer.stop()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.changes = self._session.apply(self._edits) if self._edits else None
        finally:
            QApplication.restoreOverrideCursor()
            super().accept()

    def reject(self) -> None:
        """Leave everything as it is."""
        self._timer.stop()
        super().reject()
