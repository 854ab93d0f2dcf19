"""The preferences of the window: what opens the dialog, and what becomes of what was chosen there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.app import settings
from annotator.app.demo import sample_project_path
from annotator.app.name_at_work import keep_name, name_at_work
from annotator.ui.language import chosen, language
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.appearance import Appearance
    from annotator.ui.preferences.dialog import Choice


class Preferences(QObject):
    """Lets a person choose, and remembers it.

    Signals:
        language_chosen: the window is to speak this language, ``"fr"`` or ``"en"``, and speaks the other one.
        annotator_chosen: the project is to be opened anew, since another annotator is going to work on it.
        told: a sentence for the annotator, and what to offer beside it, as `MessageBar.tell` takes them.
    """

    language_chosen = Signal(str)
    annotator_chosen = Signal()
    told = Signal(str, object)

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"preferences": lambda: self.open()}

    def set_session(self, session: Session | None) -> None:
        """Offer to rename the annotator of another session."""
        self._session = session
        if session is not None and session.project.path != sample_project_path():
            self._introduce(session)

    def _introduce(self, session: Session) -> None:
        """Say once what the annotator is called, where nobody was asked: whose decisions these are matters from now."""
        if settings.load().named:
            return
        name = settings.change(lambda kept: kept.with_annotator(session.annotator_name)).annotator
        words = self.tr("Vos décisions sont gardées sous le nom {name}.").format(name=quoted(name))
        self.told.emit(words, (self.tr("Changer…"), lambda: self.open(at_name=True)))

    def open(self, *, at_name: bool = False) -> None:
        """Show the dialog until it is closed, in the field of the name or the first one.

        What is cancelled looks as it did before.
        """
        from annotator.ui.preferences.dialog import PreferencesDialog

        before = self._appearance.look()
        kept = settings.load()
        if (copied := self._name_in_copy()) is not None:
            kept = replace(kept, annotator=copied)
        names = self._session.project.annotators() if self._session is not None else {}
        at_work = names.get(self._session.annotator, "") if self._session is not None else ""
        dialog = PreferencesDialog(before, kept, annotators=list(names.values()), at_work=at_work, parent=self._window)
        dialog.look_changed.connect(self._appearance.show)
        if at_name:
            dialog.annotator.setFocus()
            dialog.annotator.selectAll()
        accepted = dialog.exec()
        choice = dialog.choice()
        dialog.deleteLater()
        if accepted:
            self._appearance.show(choice.look)
            self._keep(choice)
        else:
            self._appearance.show(before)

    def _keep(self, choice: Choice) -> None:
        self._appearance.keep()
        stays = choice.annotator == self._name_in_copy()  # what the person is called elsewhere stays as well

        def change(before: settings.Settings) -> settings.Settings:
            return replace(before if stays else before.with_annotator(choice.annotator), language=choice.language)

        kept = settings.change(change)
        if not stays:
            self._go_by(kept.annotator, rename=choice.rename)
        wanted = chosen(kept.language)
        if wanted != language():
            self.language_chosen.emit(wanted)

    def _name_in_copy(self) -> str | None:
        """Return the name of the annotator in a copy of a project that was shared; None in any other project."""
        if self._session is None or name_at_work(self._session.project).shared_with is None:
            return None
        return self._session.annotator_name

    def _go_by(self, name: str, *, rename: bool) -> None:
        """Let the annotator of the open project be called ``name``, or let whoever is so called take over."""
        if self._session is None or self._session.annotator_name == name:
            return
        keep_name(self._session.project, name)
        if rename:
            self._session.project.rename_annotator(self._session.annotator, name)
            self.told.emit(self.tr("Vous vous appelez désormais {name} dans ce projet.").format(name=name), None)
        else:
            self.annotator_chosen.emit()
            self.told.emit(self.tr("{name} annote désormais ce projet.").format(name=name), None)
