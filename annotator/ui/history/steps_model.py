"""The steps of the log as rows of a list, read a page at a time; what a step did is read when its row is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.app.looking_back import content_of, steps_of
from annotator.ui.dates import moment_words
from annotator.ui.history.step_words import step_words
from annotator.ui.language import language

if TYPE_CHECKING:
    from annotator.app.session import Session
    from annotator.store.steps import LoggedStep

PAGE = 200
ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row.

    Attributes:
        step: id of the step; 0 is the start, before the first.
        words: what was done.
        about: the title of the article.
        who: the annotator, where there are several.
        at: when, as short as can be.
        stands: it holds now.
        present: it is the last that holds.
        mine: it can be gone to.
    """

    step: int
    words: str
    about: str = ""
    who: str = ""
    at: str = ""
    stands: bool = True
    present: bool = False
    mine: bool = True


class StepsModel(QAbstractListModel):
    """The steps of one annotator, or of everybody, the newest first; at the end the start."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._everybody = False
        self._steps: list[LoggedStep] = []
        self._ended = True
        self._present = 0
        self._said: dict[int, tuple[str, str]] = {}
        self._labels: dict[str, str] = {}
        self._names: dict[int, str] = {}

    def set_session(self, session: Session | None) -> None:
        """Show the log of another project, or nothing."""
        self._session = session
        self._everybody = False
        self._steps = []
        self._said.clear()
        self._names = {} if session is None else session.project.annotators()
        if session is not None:
            self._labels = {label.id: label.name.in_language(language()) for label in session.project.labels()}
        self.refresh()

    def show_everybody(self, everybody: bool) -> None:
        """List the steps of everybody, or of the annotator alone."""
        self._everybody = everybody
        self._steps = []
        self.refresh()

    def refresh(self) -> None:
        """Read anew as many rows as there were."""
        self.beginResetModel()
        limit = max(PAGE, len(self._steps))
        self._steps = self._read(None, limit)
        self._ended = len(self._steps) < limit
        self._present = next((each.id for each in self._steps if each.stands and self._is_own(each)), 0)
        self.endResetModel()

    def row_of(self, step: int) -> int | None:
        """Return the row of a step; None where it is not among those read."""
        if step == 0:
            return len(self._steps) if self._has_start() else None
        return next((row for row, each in enumerate(self._steps) if each.id == step), None)

    @property
    def present(self) -> int:
        """The last step of the annotator that holds, as far as read; 0 is the start."""
        return self._present

    @property
    def annotators(self) -> int:
        """How many people have worked in the project."""
        return len(self._names)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._steps) + self._has_start()

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._ended

    def fetchMore(self, _parent: _Index) -> None:
        page = self._read(self._steps[-1].id if self._steps else None, PAGE)
        self._ended = len(page) < PAGE
        first = len(self._steps)
        last = first + len(page) - 1 + self._has_start()
        if last >= first:
            self.beginInsertRows(QModelIndex(), first, last)
            self._steps += page
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._session is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (self.row(index.row()).words, self.row(index.row()).about)))
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(self.row(index.row()))
        return self.row(index.row()) if role == ROW else None

    def row(self, row: int) -> StepRow:
        """Return what a row shows."""
        if row == len(self._steps):
            return StepRow(0, self.tr("Début de l'historique"), present=self._present == 0)
        step = self._steps[row]
        words, about = self._content(step.id)
        return StepRow(
            step.id,
            words,
            about,
            self._names.get(step.annotator, "") if len(self._names) > 1 else "",
            moment_words(step.at),
            step.stands,
            step.id == self._present,
            self._is_own(step),
        )

    def _content(self, step: int) -> tuple[str, str]:
        if step not in self._said and self._session is not None:
            content = content_of(self._session.project, step)
            self._said[step] = (step_words(content, self._labels), content.title if content.articles == 1 else "")
        return self._said.get(step, ("", ""))

    def _told(self, row: StepRow) -> str:
        state = "" if row.stands else self.tr("annulée")
        if row.present:
            state = self.tr("étape actuelle")
        return ", ".join(filter(None, (row.at, row.words, row.about, row.who, state)))

    def _is_own(self, step: LoggedStep) -> bool:
        return self._session is not None and step.annotator == self._session.annotator

    def _has_start(self) -> bool:
        """The start is a row of its own where the annotator did anything, once all before it is read."""
        return self._ended and bool(self._steps) and not self._everybody

    def _read(self, before: int | None, limit: int) -> list[LoggedStep]:
        if self._session is None:
            return []
        who = None if self._everybody else self._session.annotator
        return steps_of(self._session.project, who, before=before, limit=limit)
