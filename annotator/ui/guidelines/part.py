"""What the labels mean, one key away from the article: of the focused mark's label, or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.guidelines.panel import GuidelinesPanel
    from annotator.ui.workbench import Workbench


class Guidelines(QObject):
    """Opens the panel of the guidelines, and closes it with the same key."""

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self._session: Session | None = None
        self._panel: GuidelinesPanel | None = None
        bench.focus_moved.connect(self._follow)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"guidelines": lambda: self.toggle()}

    def set_session(self, session: Session | None) -> None:
        """Show the guidelines of another project from now on."""
        self._session = session
        if self._panel is not None:
            self._panel.close()

    def toggle(self) -> None:
        """Show the panel, or close it where it is shown."""
        if self._panel is not None:
            self._panel.close()
            return
        if self._session is None:
            return
        from annotator.ui.guidelines.panel import GuidelinesPanel

        mark = self._bench.view.focused_mark()
        panel = GuidelinesPanel(
            self._session.project.labels(), label=None if mark is None else mark.label, parent=self._window
        )
        panel.finished.connect(self._closed)
        self._panel = panel
        panel.show()

    def read_labels(self) -> None:
        """Show the guidelines as they are now, where they are shown."""
        if self._panel is not None and self._session is not None:
            self._panel.set_labels(self._session.project.labels())

    def _follow(self) -> None:
        if self._panel is not None and (mark := self._bench.view.focused_mark()) is not None:
            self._panel.show_label(mark.label)

    def _closed(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.deleteLater()
            self._bench.view.setFocus()
