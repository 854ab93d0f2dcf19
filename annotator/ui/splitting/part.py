"""One key takes a token apart, in the open article and in all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Signal

from annotator.core.wording import Wording
from annotator.ui.splitting.drag import Drag
from annotator.ui.tasks import Job
from annotator.ui.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.core.splits import Split
    from annotator.ui.tasks import Tasks
    from annotator.ui.workbench import Workbench


_INTERRUPTED = Wording("interrupted; nothing has changed.", "Interrompu ; rien n'a été modifié.")


class Splitting(QObject):
    """Asks where to cut, has it done in the background, and shows the open article with its new tokens.

    Signals:
        done: tokens of the project are others now, so that articles are to be read again; the report of the change.
        refused: why a change was not made, as a `Wording`.
        told: a sentence for the annotator.
    """

    done = Signal(object)
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, bench: Workbench, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._tasks = tasks
        self._window = window
        self._session: Session | None = None
        self._drag = Drag(bench.view)
        self._cursor: int | None = None  # where to go once it is done
        tasks.finished.connect(self._finished)
        tasks.failed.connect(self._failed)
        tasks.cancelled.connect(lambda job: self._failed(job, _INTERRUPTED))

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"split_token": lambda: self.ask()}

    def set_session(self, session: Session | None) -> None:
        """Split in another project from now on."""
        self._session = session
        self._cursor = None

    def ask(self) -> None:
        """Ask where the token comes apart that is selected, or focused, or under the cursor, and have it done."""
        article = self._session.article if self._session is not None else None
        if article is None:
            return
        extent = self._extent()
        if extent is None:
            self.told.emit(self.tr("Allez d'abord sur le mot à couper."))
            return
        tokens = [(article.grid.starts[at], article.grid.ends[at]) for at in article.grid.touching(*extent)]
        forms = [article.text[start:end] for start, end in tokens]
        edges = [self._drag.edge_in(start, end) for start, end in tokens]
        chosen = next((at for at, edge in enumerate(edges) if edge is not None), _most_glued(forms))
        if chosen is None:
            self.told.emit(self.tr("Il n'y a rien à couper ici : {form}.").format(form=quoted("".join(forms))))
            return
        from annotator.ui.splitting.chooser import SplitChooser

        start, end = tokens[chosen]
        dialog = SplitChooser(forms[chosen], edge=edges[chosen], parent=self._window)
        place = self._bench.view.text_rect(start, end) or QRect()
        dialog.open_below(QRect(self._bench.view.viewport().mapToGlobal(place.topLeft()), place.size()))
        accepted = dialog.exec()
        split = dialog.split()
        dialog.deleteLater()
        self._bench.view.setFocus()
        if accepted:
            self._cursor = start + _likely_part(split)
            self._tasks.split(split.form, split.parts)

    def join(self, form: str) -> None:
        """Let a token be whole again in all articles."""
        self._cursor = None
        self._tasks.split(form, None)

    def _extent(self) -> tuple[int, int] | None:
        view = self._bench.view
        mark = view.focused_mark()
        return view.selection() or ((mark.start, mark.end) if mark is not None else view.cursor_word())

    def _finished(self, job: Job, report: dict[str, Any]) -> None:
        if job is not Job.SPLIT:
            return
        self._bench.read_grid(cursor=self._cursor)
        self._cursor = None
        form, parts = report["form"], report["parts"]
        articles = counted(report["articles"], self.tr("article"), self.tr("articles"))
        if report["tokens"] < 0:
            words = self.tr("{form} est de nouveau d'un seul tenant, dans {articles}.")
        elif report["articles"]:
            words = self.tr("{form} est coupé en {parts} dans {articles}.")
        else:
            words = self.tr("{form} sera coupé en {parts} ; aucun article n'est concerné pour l'instant.")
        self.told.emit(words.format(form=quoted(form), parts=" + ".join(parts), articles=articles))
        self.done.emit(report)

    def _failed(self, job: Job, reason: Wording) -> None:
        if job is Job.SPLIT:
            self._cursor = None
            self.refused.emit(reason)


def _most_glued(forms: list[str]) -> int | None:
    """Return which of some tokens most likely has to come apart, or None where none can."""
    from annotator.core.splits import LONGEST_SPLIT

    cuttable = [at for at, form in enumerate(forms) if 1 < len(form) <= LONGEST_SPLIT and not form.isspace()]

    def rank(at: int) -> tuple[int, int]:
        form = forms[at]
        mixed = not form.isalpha() and not form.isdigit()
        inside = any(not each.isalnum() for each in form[1:-1])
        return -(2 * inside + mixed), -len(form)

    return min(cuttable, key=rank, default=None)


def _likely_part(split: Split) -> int:
    """Return where the part begins that a person most likely wants to mark: the last one that is a word."""
    edges = [0, *split.cuts]
    words = [start for start, part in zip(edges, split.parts, strict=True) if any(map(str.isalnum, part))]
    return words[-1] if words else 0
