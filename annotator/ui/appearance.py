"""How the window looks: its theme and how the article is set; both are shown at once and remembered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.app import settings
from annotator.ui.article_view.reading import ReadingStyle
from annotator.ui.stylesheet import stylesheet
from annotator.ui.theme import (
    DARK,
    LIGHT,
    SYSTEM,
    THEMES,
    SystemTheme,
    Theme,
    palette_of,
    palette_of_ticks,
    theme_named,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.article_view import ArticleView


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chooses of how the window looks.

    Attributes:
        theme: the name of one of `annotator.ui.theme.THEMES`, or `annotator.ui.theme.SYSTEM`.
        reading: how the article is set.
    """

    theme: str = SYSTEM
    reading: ReadingStyle = field(default_factory=ReadingStyle)

    @classmethod
    def kept(cls) -> Look:
        """Return the look that is remembered."""
        window = settings.load().window
        theme = window.get("theme")
        # At first the size alone was remembered.
        reading = window.get("reading", {"points": window.get("points")})
        return cls(theme if isinstance(theme, str) and theme in THEMES else SYSTEM, ReadingStyle.from_settings(reading))

    def keep(self) -> None:
        """Remember the look, if it is not the one remembered already."""
        if self != Look.kept():
            settings.change(
                lambda kept: kept.with_window(theme=self.theme, reading=self.reading.to_settings(), points=None)
            )


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
        self._theme = SYSTEM
        self.system = SystemTheme(self)
        self.system.changed.connect(self._system_changed)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "larger": partial(self._zoom, 1),
            "smaller": partial(self._zoom, -1),
            "plain_size": lambda: self._view.set_points(ReadingStyle().points),
            "dark": self._switch,
        }

    def set_session(self, session: Session | None) -> None:
        """Nothing to do: every project looks alike."""

    def look(self) -> Look:
        """Return how the window looks now, whether that is remembered or not."""
        return Look(self._theme, self._view.reading_style())

    def show(self, look: Look) -> None:
        """Look like this; `keep` remembers it."""
        self._theme = look.theme
        self._dress(theme_named(look.theme))
        if look.reading != self._view.reading_style():
            self._view.set_reading_style(look.reading)

    def restore(self) -> None:
        """Look as the window did last."""
        self.show(Look.kept())

    def keep(self) -> None:
        """Remember how the window looks."""
        self.look().keep()

    def _switch(self, dark: bool) -> None:
        self.show(replace(self.look(), theme=(DARK if dark else LIGHT).name))
        self.keep()

    def _zoom(self, by: int) -> None:
        self._view.set_points(self._view.points() + by)

    def _system_changed(self, theme: Theme) -> None:
        if self._theme == SYSTEM:
            self._dress(theme)

    def _dress(self, theme: Theme) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(theme))
            # Its types ask for bytes, it takes text alone.
            application.setPalette(palette_of_ticks(theme), "QCheckBox")  # type: ignore[arg-type]
        self._window.setStyleSheet(stylesheet(theme))
        self._view.set_theme(theme.name)
        self.dressed.emit(theme is DARK)
