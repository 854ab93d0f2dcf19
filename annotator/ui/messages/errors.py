"""What the window says when something goes wrong.

An error of the world is one sentence in the message bar. Anything else is a bug: its report can be copied, and the
work is safe either way, since every edit was in the file before it was shown.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotator import __version__
from annotator.core.errors import StaleAnnotationError, UserError
from annotator.ui.language import language

if TYPE_CHECKING:
    from types import TracebackType

    from annotator.ui.messages.bar import MessageBar


class ErrorReporter(QObject):
    """The one place where exceptions of the window end, also those raised in slots and other threads.

    Signals:
        overtaken: an edit came too late, since another window or program had changed the article.
    """

    overtaken = Signal()
    _reported = Signal(object)

    def __init__(self, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._shown: set[str] = set()
        self._reported.connect(self._show)

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        # The signal takes the error to the window's thread, whichever thread raised it.
        self._reported.emit(error.with_traceback(trace))

    def _show(self, error: BaseException) -> None:
        if isinstance(error, StaleAnnotationError):
            self.overtaken.emit()
        if isinstance(error, UserError):
            self._bar.complain(error.wording.in_language(language()))
            return
        report = bug_report(error)
        sys.stderr.write(report)
        import traceback

        from PySide6.QtWidgets import QMessageBox

        place = "".join(traceback.format_tb(error.__traceback__)[-1:])
        if place in self._shown:  # say the same thing once, not at every key press
            return
        self._shown.add(place)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Une erreur inattendue s'est produite"),
            self.tr(
                "Une action n'a pas pu être menée à bien. Votre travail est enregistré jusqu'à la dernière action."
            ),
        )
        box.setInformativeText(
            self.tr("Le rapport ci-dessous aide à corriger le logiciel ; il n'est envoyé à personne.")
        )
        box.setDetailedText(report)
        copy = box.addButton(self.tr("Copier le rapport"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.exec()


def bug_report(error: BaseException) -> str:
    """Return what somebody who mends the program needs to know."""
    import platform
    import traceback

    from PySide6.QtCore import QSysInfo, qVersion

    return (
        f"Annotator {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{QSysInfo.prettyProductName()}\n{''.join(traceback.format_exception(error))}"
    )
