"""The project's settings in the window: what opens the dialog, and what becomes of what was changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.core.wording import Wording
    from annotator.ui.splitting.part import Splitting


class ProjectSettings(QObject):
    """Shows the settings of the open project.

    Signals:
        labels_changed: a label is another one now; whoever shows labels reads them again.
        taught: the suggester was taught something, so that articles are to be read again.
    """

    labels_changed = Signal()
    taught = Signal()

    def __init__(self, splitting: Splitting, window: QWidget) -> None:
        super().__init__(window)
        self._splitting = splitting
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"project_settings": lambda: self.open(), "lexicon": lambda: self.open("lexicon")}

    def set_session(self, session: Session | None) -> None:
        """Show the settings of another project from now on."""
        self._session = session

    def open(self, page: str = "labels", *, form: str = "") -> None:
        """Show the dialog until it is closed.

        Args:
            page: one of `annotator.ui.project_settings.dialog.PAGES`.
            form: a word to be added to the lexicon, for which only the label is missing.
        """
        if self._session is None:
            return
        from annotator.ui.project_settings.dialog import ProjectSettingsDialog

        dialog = ProjectSettingsDialog(self._session.project, page=page, form=form, parent=self._window)
        dialog.labels_changed.connect(self.labels_changed)
        dialog.splits.join_requested.connect(self._splitting.join)

        def refused(reason: Wording) -> None:
            dialog.splits.tell(sentence(reason))

        self._splitting.told.connect(dialog.splits.tell)
        self._splitting.refused.connect(refused)
        dialog.exec()
        self._splitting.told.disconnect(dialog.splits.tell)
        self._splitting.refused.disconnect(refused)
        dialog.deleteLater()
        if dialog.changed:
            self.taught.emit()
