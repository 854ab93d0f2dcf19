"""How the window looks: its theme and how large the article is set; both are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.app import settings
from annotator.ui.stylesheet import stylesheet
from annotator.ui.theme import DARK, LIGHT, palette_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.article_view import ArticleView


class Appearance(QObject):
    """Dresses a window and the article in it.

    Signals:
        dressed: whether the theme is dark.
    """

    dressed = Signal(bool)

    def __init__(self, view: ArticleView, window: QWidget) -> None:
        super().__init__(window)
        self._view = view
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "larger": lambda: self._view.set_points(self._view.points() + 1),
            "smaller": lambda: self._view.set_points(self._view.points() - 1),
            "dark": lambda checked: self.set_theme(dark=checked),
        }

    def set_session(self, session: Session | None) -> None:
        """Nothing to do: every project looks alike."""

    def restore(self) -> None:
        """Look as the window did last."""
        kept = settings.load().window
        self.set_theme(dark=kept.get("theme") == "dark")
        if isinstance(points := kept.get("points"), int | float):
            self._view.set_points(points)

    def keep(self) -> None:
        """Remember how the window looks."""
        if settings.load().window.get("points") != (points := self._view.points()):
            settings.change(lambda kept: kept.with_window(points=points))

    def set_theme(self, *, dark: bool) -> None:
        """Draw everything in the dark theme, or in the light one."""
        theme = DARK if dark else LIGHT
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(theme))
        self._window.setStyleSheet(stylesheet(theme))
        self._view.set_theme(theme.name)
        self.dressed.emit(dark)
        if (settings.load().window.get("theme") == "dark") != dark:
            settings.change(lambda kept: kept.with_window(theme=theme.name))
