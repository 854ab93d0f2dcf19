"""What somebody misses who sees badly, or not at all, or has no mouse: complaints about a screen, in words."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStatusBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")
_AGREEING = (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole)
_TALKING = (QAbstractButton, QLabel)
_ENOUGH_STEPS = 80
_BESIDE_HINT = 8  # pixels


def in_whatever_opens(window: QWidget, open_it: Callable[[], object], deed: Callable[[QWidget], object]) -> None:
    """Do something to the dialog, menu or pop-up that opens over a window, and close it."""
    patience = time.monotonic() + 3
    seen: list[QWidget] = []

    def look() -> None:
        shown = _over(window)
        if shown is None:
            if time.monotonic() < patience:
                QTimer.singleShot(5, look)
            return
        seen.append(shown)
        try:
            QTest.qWait(20)  # what it shows of itself a moment later
            shown.activateWindow()
            QApplication.processEvents()
            deed(shown)
        finally:
            if isValid(shown) and shown.isVisible():
                shown.close()

    QTimer.singleShot(0, look)
    open_it()
    while not seen and time.monotonic() < patience:
        QTest.qWait(5)
    assert seen, "nothing opened"
    window.activateWindow()
    QApplication.processEvents()


def _over(window: QWidget) -> QWidget | None:
    over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if over is not None:
        return over
    return next((each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window), None)


# What is said of it


def unnamed(root: QWidget) -> list[str]:
    """Complain about every control that a screen reader has no name or no role for."""
    complaints = []
    for control in _controls(root):
        told = QAccessible.queryAccessibleInterface(control)
        name = told.text(QAccessible.Text.Name)
        if not any(map(str.isalnum, name)):
            complaints.append(f"{_called(control)} has no name")
        if told.role() == QAccessible.Role.NoRole:
            complaints.append(f"{_called(control)} has no role")
    return complaints


def _controls(root: QWidget) -> Iterator[QWidget]:
    for each in (root, *root.findChildren(QWidget)):
        reachable = each.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(each, QAbstractItemView | QTabBar | QAbstractButton):
            reachable = True
        if each.focusProxy() is not None:
            continue
        if isinstance(each, QMenuBar | QMenu | QDialog | QStatusBar) or not each.isVisible() or _inner(each):
            continue
        if reachable:
            yield each


def _inner(widget: QWidget) -> bool:
    """Tell what Qt makes for itself inside its controls."""
    inside = widget.parent()
    return (
        widget.objectName().startswith(_INNER)
        or type(widget).__name__ == "QWidget"
        or "Header" in widget.metaObject().className()
        or "IconButton" in widget.metaObject().className()
        or isinstance(inside, QComboBox)
        or (inside is not None and inside.objectName().startswith(_INNER))
    )


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, _TALKING) else ""
    return f"{type(widget).__name__} {widget.objectName() or words!r}"


# Keys alone


def lost_on_the_way(dialog: QWidget) -> list[str]:
    """Press Tab until it is back where it began; complain about what it misses, meets twice or meets too early."""
    meant = [each for each in _controls(dialog) if _takes_tab(each)]
    if not meant:
        return []
    if dialog.focusWidget() not in meant:
        meant[0].setFocus(Qt.FocusReason.TabFocusReason)
    way = [_focused(dialog)]
    for _ in range(_ENOUGH_STEPS):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        if _focused(dialog) is way[0]:
            break
        way.append(_focused(dialog))
    else:
        return [f"Tab does not come back to {_called(way[0])}: {', '.join(map(_called, way[:12]))}"]
    complaints = [f"Tab does not reach {_called(each)}" for each in meant if each not in way]
    complaints += [f"Tab meets {_called(each)} again" for at, each in enumerate(way) if each in way[:at]]
    # It is a ring; where one begins to read it is where it makes most sense.
    return complaints + min((_jumps(way[at:] + way[:at], dialog) for at in range(len(way))), key=len)


def _jumps(way: list[QWidget], dialog: QWidget) -> list[str]:
    return [
        f"Tab goes from {_called(before)} back to {_called(after)}"
        for before, after in pairwise(way)
        if _out_of_order(_place(before, dialog), _place(after, dialog))
    ]


def _takes_tab(widget: QWidget) -> bool:
    if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(widget, QRadioButton):  # arrows go from one to the other
        return widget.isChecked()
    return not isinstance(widget, QScrollArea) or widget.verticalScrollBar().isVisible()


def _focused(dialog: QWidget) -> QWidget:
    focused = QApplication.focusWidget() or dialog
    while focused.focusProxy() is not None:
        focused = focused.focusProxy()
    return focused


def _place(widget: QWidget, dialog: QWidget) -> QRect:
    return QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size()) if widget is not dialog else widget.rect()


def _out_of_order(before: QRect, after: QRect) -> bool:
    """Tell whether one reads the second before the first: it stands above it, or before it in the same line."""
    above = after.bottom() <= before.top() and after.left() < before.right()
    same_line = after.top() < before.bottom() and before.top() < after.bottom()
    return above or (same_line and after.right() <= before.left())


def no_way_out(dialog: QWidget) -> list[str]:
    """Complain where nothing is agreed to by Enter, or Escape leaves the dialog open."""
    complaints = []
    boxes = [each for each in dialog.findChildren(QDialogButtonBox) if each.isVisible()]
    agreeing = [each for box in boxes for each in box.buttons() if box.buttonRole(each) in _AGREEING]
    if agreeing and not any(button.isDefault() for button in dialog.findChildren(QPushButton)):
        complaints.append("no button is the default one")
    popup = dialog.windowType() == Qt.WindowType.Popup  # gets every key, wherever the focus is
    QTest.keyClick(dialog if popup else QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    if isValid(dialog) and dialog.isVisible():
        complaints.append("Escape does not close it")
    return complaints


# Large text


def cut_off(root: QWidget) -> list[str]:
    """Complain about words that have less room than they need and are not told by a tooltip either."""
    complaints = []
    for each in (root, *root.findChildren(QWidget)):
        if not each.isVisible() or _inner(each) or each.toolTip():
            continue
        if isinstance(each, QLabel) and not each.pixmap().isNull():
            continue
        wanted = _wanted(each)
        if wanted is not None and (each.width() < wanted[0] or each.height() < wanted[1]):
            complaints.append(f"{_called(each)} has {each.width()}x{each.height()} and needs {wanted[0]}x{wanted[1]}")
    return complaints


def _wanted(widget: QWidget) -> tuple[int, int] | None:
    hint = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    if isinstance(widget, QAbstractButton | QLabel | QComboBox):
        return hint.width(), hint.height()
    if isinstance(widget, QLineEdit):
        metrics = widget.fontMetrics()
        return metrics.horizontalAdvance(widget.placeholderText()) + _BESIDE_HINT, metrics.height()
    if isinstance(widget, QPlainTextEdit | QTextEdit | QAbstractItemView):
        return 0, 2 * widget.fontMetrics().height()
    return None


def each_tab(dialog: QWidget) -> Iterator[None]:
    """Turn to each tab of a dialog, if it has any."""
    tabs = dialog.findChild(QTabWidget)
    for page in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(page)
            QApplication.processEvents()
        yield
