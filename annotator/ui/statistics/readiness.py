"""«May I train?»: a list of checks, each with a sign, what it comes to, and a link to the articles behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from annotator.core.readiness import Verdict
from annotator.ui.language import language
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.wording import counted, explained, sentence, typeset

if TYPE_CHECKING:
    from annotator.app.jobs import Event
    from annotator.core.readiness import Line, Readiness
    from annotator.ui.statistics.tables import Given
    from annotator.ui.tasks import Tasks

SIGNS = {Verdict.READY: "✓", Verdict.LOOK: "!", Verdict.UNKNOWN: "?", Verdict.NOT_YET: "✕"}
"""A sign for each verdict, that tells without colour; the word stands beside it."""


class ReadinessScreen(Screen):
    """Whether one may train on what an annotator has finished.

    What takes going through all articles is looked into in the background when the screen shows that it is not known.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: Tasks | None = None
        self._number: int | None = None  # of the examination under way
        self._examined: Readiness | None = None  # what was shown when the last one was asked for
        self._failed = ""

    def use(self, tasks: Tasks) -> None:
        self._tasks = tasks
        tasks.previewed.connect(self._hear)

    def title(self) -> str:
        return self.tr("Prêt pour l'entraînement ?")

    def forget(self) -> None:
        self._number, self._examined, self._failed = None, None, ""

    def read(self, asked: Asked) -> Readiness:
        from annotator.app.readiness import readiness

        return readiness(asked.project, asked.annotator, refresh=False)

    def fill(self, value: Readiness) -> None:
        self.section(typeset(sentence(value.wording)))
        self.note(
            self.tr(
                "Seuls les articles terminés comptent. Les seuils sont ceux que spaCy applique à des données"
                " d'entraînement (debug data), sinon les nôtres ; ils conseillent et n'empêchent rien."
            )
        )
        held = QWidget(self.widget())
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(value.lines):
            self._place(grid, row, line, held)
        self.add(held)
        heads = [self.tr("Verdict"), self.tr("Point"), self.tr("Ce qu'il en est"), self.tr("Articles")]
        self.add(self.table_links(self.title(), heads, lambda: self._rows(value)))
        if any(line.verdict is Verdict.UNKNOWN for line in value.lines):
            self._fill_unknown(value)
        self.button(self.tr("Exporter pour l'entraînement…"), lambda: self.action_requested.emit("export"))

    def _fill_unknown(self, value: Readiness) -> None:
        if self._number is None and value != self._examined:  # once for what is there, or it would never end
            self._examine(value)
        if self._number is not None:
            self.note(self.tr("Vérification en cours…"))
            return
        if self._failed:
            self.note(self._failed)
        self.button(self.tr("Vérifier maintenant"), lambda: self._examine_again(value))

    def _place(self, grid: QGridLayout, row: int, line: Line, parent: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        sign = QLabel(SIGNS[line.verdict], parent)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setAccessibleName(line.verdict.wording.in_language(language()))
        font = sign.font()
        font.setBold(line.verdict is not Verdict.READY)
        sign.setFont(font)
        verdict = QLabel(line.verdict.wording.in_language(language()), parent)
        verdict.setFont(font)
        if line.verdict is Verdict.READY:
            verdict.setObjectName("caption")
        words = QLabel(typeset(line.wording.in_language(language())), parent)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid.addWidget(sign, row, 0, top)
        grid.addWidget(verdict, row, 1, top)
        grid.addWidget(words, row, 2, top)
        drill = self._drill(line)
        if drill is not None:
            if line.query is None:
                shown = counted(len(line.articles), self.tr("article"), self.tr("articles"))
            else:
                shown = self.tr("Voir les articles")
            link = self._link(shown, parent, says=explained(shown, line.wording.in_language(language())))
            link.clicked.connect(lambda: self.follow(drill))
            grid.addWidget(link, row, 3, top | Qt.AlignmentFlag.AlignLeft)

    def _rows(self, value: Readiness) -> list[list[Given]]:
        """Return the checks as a file has them; where a filter leads to the articles, their number is not known."""
        return [
            [
                line.verdict.wording.in_language(language()),
                line.check.wording.in_language(language()),
                typeset(line.wording.in_language(language())),
                len(line.articles) if line.query is None else None,
            ]
            for line in value.lines
        ]

    def _drill(self, line: Line) -> Articles | None:
        asked, query = self.asked, line.query
        why = explained(self.title(), line.check.wording.in_language(language()))
        if line.articles:
            return Articles(list(line.articles), why)
        if query is None or asked is None:
            return None
        return Articles(lambda: list(asked.project.find_articles(query, annotator=asked.annotator)), why)

    # The examination

    def _examine(self, value: Readiness) -> None:
        self._examined, self._failed = value, ""
        if self._tasks is not None and self.asked is not None:
            self._number = self._tasks.examine(self.asked.annotator)

    def _examine_again(self, value: Readiness) -> None:
        self._examine(value)
        self._fill_again()

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._number or isinstance(event, jobs.Found):
            return
        self._number = None
        if isinstance(event, jobs.Failed):
            self._failed = sentence(event.reason)
        self._fill_again()
        self.renewed.emit()

    def _fill_again(self) -> None:
        if self.asked is not None and self._filled:
            self._show(self._value, partial(self.fill, self._value), top=False)
