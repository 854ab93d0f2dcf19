"""The keys of a window's actions: bound as the person wants them, shown on a sheet, changed in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject, Signal

from annotator.app import settings
from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.language import translate
from annotator.ui.shortcuts.bindings import Bindings
from annotator.ui.shortcuts.bound import remember
from annotator.ui.shortcuts.layouts import LAYOUTS, layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.actions import Actions
    from annotator.ui.shortcuts.layouts import Layout


class Shortcuts(QObject):
    """Binds the keys of a window's actions.

    Signals:
        told: a sentence for the annotator.
        bound: actions have other keys than before.
    """

    told = Signal(str)
    bound = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: Actions | None = None
        self._session: Session | None = None
        self._bindings = _of_layout(_layout())
        self._refused: list[str] = []

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"keys": self.show_sheet, "edit_keys": self.edit}

    def set_session(self, session: Session | None) -> None:
        """Show the label keys of another session's project from now on; say once which kept keys are of no use."""
        self._session = session
        if self._refused:
            words = self.tr("Des raccourcis enregistrés ne peuvent pas servir et sont ignorés : {keys}.")
            self.told.emit(words.format(keys=", ".join(self._refused)))
            self._refused = []

    def bind(self, actions: Actions) -> None:
        """Give the actions of the window the keys the person wants."""
        self._actions = actions
        self._bindings, self._refused = self._bindings.restored(settings.load().keys)
        self._apply()

    def bindings(self) -> Bindings:
        """Return the keys as they are now."""
        return self._bindings

    def show_sheet(self) -> None:
        """Show every key on one sheet."""
        from annotator.ui.help import KeySheet

        labels = self._session.project.labels() if self._session is not None else ()
        sheet = KeySheet(labels, self._bindings.all(), self._window)
        sheet.edit_requested.connect(self.edit)
        sheet.exec()
        sheet.deleteLater()

    def edit(self) -> None:
        """Let the person change keys; each change holds at once and is remembered."""
        from annotator.ui.shortcuts.dialog import KeysDialog

        dialog = KeysDialog(self._bindings, lambda layout: _of_layout(cast("Layout", layout)), self._window)
        dialog.changed.connect(self._change)
        dialog.exec()
        dialog.deleteLater()

    def _change(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._apply()
        settings.change(lambda kept: kept.with_window(keyboard=bindings.layout).with_keys(bindings.changed))

    def _apply(self) -> None:
        if self._actions is not None:
            self._actions.bind(self._bindings.all())
        remember(self._bindings.all())
        self.bound.emit()


def _layout() -> Layout:
    kept = settings.load().window.get("keyboard")
    return cast("Layout", kept) if kept in LAYOUTS else layout_of(QLocale.system().name())


def _of_layout(layout: Layout) -> Bindings:
    titles = (translate("actions", title) for title in MENUS.values())
    menu_keys = [f"Alt+{title[title.index('&') + 1].upper()}" for title in titles if "&" in title]
    return Bindings.of(TABLE, layout, menu_keys=menu_keys)
