"""The projects opened lately, one a row: name and folder, how far the work is, and when each was opened."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.dates import clock_words, date_words
from annotator.ui.theme import mix
from annotator.ui.wording import counted, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from annotator.app.recents import Recent, Standing

Index = QModelIndex | QPersistentModelIndex

_BESIDE, _ABOVE, _BETWEEN = 14, 9, 3
_BAR_WIDTH, _BAR_HEIGHT = 90, 4
_STANDING = Qt.ItemDataRole.UserRole
_FOLDER = Qt.ItemDataRole.UserRole + 1
_OPENED = Qt.ItemDataRole.UserRole + 2
_PROGRESS = Qt.ItemDataRole.UserRole + 3


class RecentModel(QAbstractListModel):
    """Recent projects; how they stand becomes known later, from a thread that may wait for a slow disk."""

    _looked = Signal(int, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Recent] = []
        self._standings: dict[Path, Standing] = {}
        self._asked = 0  # counts the askings, to tell late answers
        self._looked.connect(self._take)

    def show(self, rows: Sequence[Recent]) -> None:
        """Show these projects, as far as is known without looking into them."""
        self.beginResetModel()
        self._rows = list(rows)
        self._standings = {path: known for path, known in self._standings.items() if path in {r.path for r in rows}}
        self.endResetModel()

    def look(self) -> None:
        """Find out how the projects stand."""
        self._asked += 1
        asked, listed = self._asked, list(self._rows)

        def look() -> None:
            from annotator.app.recents import standings

            for path, standing in standings(listed):
                if asked != self._asked:
                    return
                with suppress(RuntimeError):  # the window is gone
                    self._looked.emit(asked, path, standing)

        if listed:
            threading.Thread(target=look, name="recent projects", daemon=True).start()

    def _take(self, asked: int, path: Path, standing: Standing) -> None:
        if asked != self._asked:
            return
        self._standings[path] = standing
        for row, each in enumerate(self._rows):
            if each.path == path:
                self.dataChanged.emit(self.index(row), self.index(row))

    def path(self, index: Index) -> Path:
        """Return the project of a row."""
        return self._rows[index.row()].path

    def missing(self, index: Index) -> bool:
        """Tell whether the project of a row is known to be gone."""
        standing = self._standings.get(self.path(index))
        return standing is not None and not standing.there

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.path.stem
            case Qt.ItemDataRole.ToolTipRole:
                return str(row.path)
            case _ if role == _FOLDER:
                return _at_home(row.path.parent)
            case _ if role == _OPENED:
                return "" if row.opened_at is None else self._opened_words(row.opened_at.astimezone())
            case _ if role == _STANDING:
                return self._standing_words(row.path)
            case _ if role == _PROGRESS:
                standing = self._standings.get(row.path)
                return None if standing is None else standing.glance
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (row.path.stem, *(self.data(index, part) for part in (_STANDING, _OPENED, _FOLDER)))
                return ", ".join(filter(None, said))
        return None

    def _standing_words(self, path: Path) -> str:
        standing = self._standings.get(path)
        if standing is None:
            return ""
        if not standing.there:
            return self.tr("introuvable · retirer de la liste")
        if standing.glance is None:
            return ""
        if not standing.glance.articles:
            return self.tr("vide")
        articles = counted(standing.glance.articles, self.tr("article terminé"), self.tr("articles terminés"))
        return self.tr("{finished} sur {articles}").format(
            finished=number_words(standing.glance.finished), articles=articles
        )

    def _opened_words(self, at: datetime) -> str:
        days = (datetime.now().astimezone().date() - at.date()).days
        clock = clock_words(at)
        if days == 0:
            return self.tr("aujourd'hui à {clock}").format(clock=clock)
        if days == 1:
            return self.tr("hier à {clock}").format(clock=clock)
        return self.tr("le {date}").format(date=date_words(at.date().isoformat()))


class _Rows(QStyledItemDelegate):
    """Paints a project: name and standing above, folder and time below; a cross to forget one that is gone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(200, _name_metrics(option.font).height() + option.fontMetrics.height() + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        gone = isinstance(model, RecentModel) and model.missing(index)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.Text)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        inner = option.rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        name_font = _name_font(option.font)
        first = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(name_font).height())
        second = QRect(inner.left(), first.bottom() + _BETWEEN, inner.width(), option.fontMetrics.height())
        painter.setFont(option.font)
        painter.setPen(muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        standing = str(index.data(_STANDING))
        taken = option.fontMetrics.horizontalAdvance(standing) + _BESIDE
        painter.drawText(first, right, standing)
        opened = str(index.data(_OPENED))
        painter.drawText(second, right, opened)
        folder = second.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(opened) - _BESIDE, 0)
        painter.drawText(
            folder,
            Qt.AlignmentFlag.AlignVCenter,
            option.fontMetrics.elidedText(index.data(_FOLDER), Qt.TextElideMode.ElideMiddle, folder.width()),
        )
        progress = index.data(_PROGRESS)
        if progress is not None and progress.articles:
            # One below the other: as far from the edge as the longest words are wide.
            taken = _BESIDE + max(
                option.fontMetrics.horizontalAdvance(str(model.index(row, 0).data(_STANDING)))
                for row in range(model.rowCount())
                if model.index(row, 0).data(_PROGRESS) is not None
            )
            bar = QRectF(first.right() - taken - _BAR_WIDTH, first.center().y() - 1, _BAR_WIDTH, _BAR_HEIGHT)
            _paint_bar(painter, bar, progress.finished / progress.articles, palette)
            taken += _BAR_WIDTH + _BESIDE
        painter.setFont(name_font)
        painter.setPen(muted if gone else ink)
        painter.drawText(
            first.adjusted(0, 0, -taken, 0),
            Qt.AlignmentFlag.AlignVCenter,
            QFontMetrics(name_font).elidedText(index.data(), Qt.TextElideMode.ElideRight, first.width() - taken),
        )
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or under_mouse):
            return
        palette = QGuiApplication.palette()  # the list's own has nothing for a base, which lets the page through
        accent, base = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Window)
        painter.setBrush(QColor(mix(accent.name(), base.name(), 0.18 if chosen and focused else 0.08)))
        painter.setPen(accent if chosen and focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)


def _paint_bar(painter: QPainter, bar: QRectF, share: float, palette: QPalette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2, 2)


def _name_font(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.15)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def _name_metrics(font: QFont) -> QFontMetrics:
    return QFontMetrics(_name_font(font))


def _at_home(folder: Path) -> str:
    """Name a folder as people do: from their home on."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


class RecentList(QListView):
    """Recent projects: Enter or a click opens one, Delete takes it out of the list.

    Signals:
        project_chosen: path of a project to open.
        forget_requested: path of a project to list no longer.
    """

    project_chosen = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recent_projects")
        self.projects = RecentModel(self)
        self.setModel(self.projects)
        self.setItemDelegate(_Rows(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Projets récents"))
        self.clicked.connect(self._open)

    def show_projects(self, rows: Sequence[Recent]) -> None:
        """Show these projects; the first one is the current one."""
        self.projects.show(rows)
        if rows:
            self.setCurrentIndex(self.projects.index(0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self.projects.rowCount()
        return QSize(super().sizeHint().width(), max(1, rows) * max(1, self.sizeHintForRow(0)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.forget_requested.emit(self.projects.path(index))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if self.projects.missing(index):
            self.forget_requested.emit(self.projects.path(index))
        else:
            self.project_chosen.emit(self.projects.path(index))
