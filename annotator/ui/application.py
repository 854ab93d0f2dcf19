"""Starting the window: first something to see, then the project, then the suggester in its own process."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.app import settings
from annotator.ui import language, swift_start
from annotator.ui.changeover import keep
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path


def run(project: Path | None, *, sample: bool = False) -> int:
    """Open the window and stay until it is closed.

    Args:
        project: the project to open; None opens the last one used, if there was any.
        sample: open the project with the sample article instead.

    Returns:
        The exit code for the process.
    """
    application = QApplication.instance()
    if application is None:
        # `QApplication.setStyle` would return the style, and the many enumerations of QStyle would be made for nothing.
        application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    if not isinstance(application, QApplication):
        raise RuntimeError("a Qt application without widgets is running already")
    application.setApplicationName("annotator")
    application.setApplicationDisplayName("Annotator")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("annotator")
    kept = settings.load()
    language.install(language.chosen(kept.language))
    _show_window(kept, project, sample=sample)
    swift_start.settle()
    return application.exec()


def _show_window(kept: settings.Settings, project: Path | None, *, sample: bool) -> None:
    path = project or next((path for path in kept.recent if path.exists()), None)
    first = sample or path is not None
    window = keep(MainWindow(expecting=first))
    window.errors.install()
    window.show()
    window.activateWindow()
    if first:
        open_first = window.projects.open_sample if sample or path is None else partial(window.projects.open, path)
        # The first frame comes before anything is read.
        QTimer.singleShot(0, lambda: window.take_first(open_first))
