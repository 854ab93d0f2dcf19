"""Lets an annotator teach the suggester a word of the article with one key; a word without a label asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.language import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.project import Project
    from annotator.app.session import Session
    from annotator.ui.correcting import Correcting
    from annotator.ui.project_settings.part import ProjectSettings


class Teaching(QObject):
    """What the window's actions for the lexicon do.

    Signals:
        taught: something has changed, so that articles are to be read again.
        told: a sentence for the annotator.
    """

    taught = Signal()
    told = Signal(str)

    def __init__(self, correcting: Correcting, settings: ProjectSettings) -> None:
        super().__init__(settings)
        self._correcting = correcting
        self._settings = settings
        self._project: Project | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"add_to_lexicon": self.add_chosen}

    def set_session(self, session: Session | None) -> None:
        """Teach for another project from now on."""
        self._project = None if session is None else session.project

    def add_chosen(self) -> None:
        """Add the selection or the focused mark to the lexicon; where its label is not known, ask for it.

        Raises:
            UserError: it is no word or phrase.
        """
        chosen = self._correcting.chosen_words()
        if self._project is None:
            return
        if chosen is None:
            self.told.emit(self.tr("Sélectionnez d'abord un mot, ou allez sur une annotation."))
            return
        from annotator.app import lexicon as lexicons
        from annotator.core.lexicon import clean_form

        words, label = chosen
        form = clean_form(words)
        if label is None:
            self._settings.open("lexicon", form=form)
            return
        name = next(each.name.in_language(language()) for each in self._project.labels() if each.id == label)
        before = next((each for each in lexicons.lexicon(self._project).entries if each.form == form), None)
        from annotator.ui.project_settings.lexicon_tab import taught_words

        if before is not None and before.label == label:
            self.told.emit(self.tr("« {form} » est déjà dans le lexique, comme {label}.").format(form=form, label=name))
            return
        lexicons.add_entry(self._project, form, label=label, note=before.note if before is not None else "")
        self.told.emit(taught_words(form, name))
        self.taught.emit()
