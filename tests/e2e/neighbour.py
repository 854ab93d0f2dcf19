"""Another program on the same screen: it puts a text on the clipboard, or a file can be dragged out of its window.

``python neighbour.py copy TEXT`` or ``python neighbour.py drag PATH``; it prints ``ready`` and stays until it is ended.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Handle(QLabel):
    """A small window; to drag it is to drag the file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(1450, 10, 140, 60)

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


application = QApplication(sys.argv[:1])
what, given = sys.argv[1:]
if what == "copy":
    QGuiApplication.clipboard().setText(given)
else:
    handle = Handle(given)
    handle.show()
QTimer.singleShot(100, lambda: print("ready", flush=True))
application.exec()
