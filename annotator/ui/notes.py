"""Notes and the flag: what an annotator remarks on a span or an article, for later or for somebody else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.corrections import set_note
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.core.annotation import Annotation
    from annotator.core.edits import Edit
    from annotator.ui.workbench import Workbench


class Notes(QObject):
    """Writes notes in the inspector, and flags the open article.

    Signals:
        told: a sentence for the annotator.
    """

    told = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._session: Session | None = None
        self._unsaved: dict[tuple[int, int | None], str] = {}  # what the file would not take, by article and span
        bench.inspector.note_requested.connect(self.note)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"note": self.note, "note_article": self.note_article, "flag": self.flag}

    def set_session(self, session: Session | None) -> None:
        """Write the notes of another session."""
        self._session = session
        self._unsaved.clear()

    def note(self) -> None:
        """Write a note on the focused span, accepting it where it is a suggestion; or, without focus, on the article.

        A note belongs to a span. Refusing one on a suggestion would let the letters of the note act as keys.
        """
        mark = self._bench.view.focused_mark()
        if mark is not None and mark.suggestion is not None and self._session is not None:
            self._session.accept([mark.suggestion])
            self.told.emit(self.tr("Suggestion acceptée, pour y mettre une note."))
            mark = self._bench.view.focused_mark()
        if mark is None or mark.span is None:
            self.note_article()
        elif self._session is not None and self._session.article is not None:
            words = " ".join(self._session.article.text[mark.start : mark.end].split())
            self._write(mark.span.note, self.tr("Note sur {words}").format(words=quoted(words)), mark.span.id)

    def note_article(self) -> None:
        """Write a note on the article."""
        if self._session is not None and self._session.article is not None:
            self._write(self._session.annotation.note, self.tr("Note sur l'article"), None)

    def flag(self) -> None:
        """Flag the open article, or take its flag away."""
        if self._session is None or self._session.article is None:
            return
        flagged = not self._session.annotation.flagged
        self._session.set_flag(flagged)
        self.told.emit(self.tr("Article signalé.") if flagged else self.tr("L'article n'est plus signalé."))

    def _write(self, note: str | None, about: str, span: int | None) -> None:
        article = self._session.annotation.article if self._session is not None else 0
        begun = self._unsaved.get((article, span), note)
        editor = self._bench.inspector.write_note(begun or "", about)
        editor.written.connect(partial(self._keep, article, span))
        editor.left.connect(self._bench.view.setFocus)

    def _keep(self, article: int, span: int | None, note: str) -> None:
        """Keep a note where it was begun, whatever is open by now."""

        def keep(annotation: Annotation) -> Edit | None:
            there = next((each for each in annotation.spans if each.id == span), None)
            return None if span is not None and there is None else set_note(annotation, note, span=there)

        if self._session is not None:
            self._unsaved[article, span] = note
            self._session.change_each([article], keep)
            del self._unsaved[article, span]
