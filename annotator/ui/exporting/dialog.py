"""The dialog of an export: what goes out, in which format and where to, with a look at it beforehand; Enter exports."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.app.export_options import SPACY, ExportOptions, Whose
from annotator.core.errors import UserError
from annotator.core.listing import ArticleQuery
from annotator.ui.exporting.article_choice import ArticleChoice, scopes
from annotator.ui.exporting.kind_list import KindList
from annotator.ui.exporting.kinds import Kind, kinds
from annotator.ui.exporting.preview import PreviewPanel
from annotator.ui.exporting.remembered import Remembered, recall, remember
from annotator.ui.exporting.target_line import TargetLine
from annotator.ui.exporting.training_choice import TrainingChoice
from annotator.ui.language import language
from annotator.ui.wording import counted, explained, sentence, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.app.session import Session
    from annotator.ui.tasks import Tasks

_ASK_AGAIN_MS = 150
_BESIDE_LIST = 16


class ExportDialog(QDialog):
    """Asks what to export; when it is accepted, `options` and `target` say it.

    What was chosen for the project before is chosen again. While it is open, the background process counts what an
    export would take.

    Args:
        session: whose project it is.
        tasks: the background work of the window, which counts.
        total: how many articles the project has.
        listed: ids of what the list shows, where it is filtered; None otherwise.
        chosen: ids of articles that are chosen.
        before: what was chosen when the dialog was left for the list; None for what was exported last.
        parent: the window.

    Signals:
        articles_requested: ids of articles to be shown in the list, and whether they lie in the trash.
    """

    articles_requested = Signal(object, bool)

    def __init__(
        self,
        session: Session,
        *,
        tasks: Tasks,
        total: int,
        listed: Sequence[int] | None = None,
        chosen: Sequence[int] = (),
        before: Remembered | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Exporter"))
        self.setObjectName("export_dialog")
        self._session = session
        self._tasks = tasks
        self.led = False  # whether a number was followed, so that the list shows what it counts
        self._number: int | None = None
        self._unflagged: tuple[int, ...] = ()
        self._before = before or recall(session.project.path, annotator=session.annotator_name)
        self._targets = dict(self._before.targets)
        self._shown: Kind | None = None
        self._count: int | None = None  # how many articles go out, as far as it is known
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_ASK_AGAIN_MS)
        self._later.timeout.connect(self._ask)
        given = scopes(total=total, listed=listed, chosen=chosen)
        self._make(given)
        self._place()
        options = self._before.options
        self._articles.show(
            scope=len(given) - 1,  # what is chosen goes before what is listed, and that before all there is
            statuses=options.statuses,
            flagged=self._before.flagged,
            empty=options.empty,
            whose=options.whose,
            annotators=options.annotators,
        )
        self._training.show(options)
        self.original.setChecked(options.original and options.format != SPACY)
        self.kinds.choose(options.format)
        self._show_kind(self.kinds.kind)
        self._follow()
        self._ask()

    def _make(self, given: Sequence[Any]) -> None:
        project = self._session.project
        labels = {label.id: label.name.in_language(language()) for label in project.labels()}
        self.kinds = KindList(kinds(), self)
        self._page = QWidget(self)
        self._page.setObjectName("export_page")
        self._title = QLabel(self._page)
        self._title.setObjectName("preview_head")
        self._cannot = QLabel(self._page)
        self._cannot.setObjectName("caption")
        self._cannot.setWordWrap(True)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(11)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._articles = ArticleChoice(
            self._form,
            given,
            project.annotators(),
            self._session.annotator_name,
            self._page,
            settled=project.settled_layer() is not None,
        )
        self._training = TrainingChoice(self._form, self._page)
        self.original = QCheckBox(self.tr("D'&origine, tels qu'avant la normalisation à l'import"), self._page)
        self._form.addRow(self.tr("Textes"), self.original)
        self.place = TargetLine(self)
        self.preview = PreviewPanel(labels, self)
        self._buttons = QDialogButtonBox(self)
        self.take = QPushButton(self.tr("Exporter"), self)
        self.take.setObjectName("primary")
        leave = QPushButton(self.tr("Annuler"), self)
        leave.setObjectName("secondary")
        self._buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.take.setDefault(True)

    def _place(self) -> None:
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(20, 14, 16, 14)
        inner.setSpacing(4)
        inner.addWidget(self._title)
        inner.addWidget(self._cannot)
        inner.addSpacing(12)
        inner.addLayout(self._form)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("export_area")
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.kinds)
        above.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(20, 12, 20, 16)
        below.setSpacing(12)
        below.addWidget(self.place)
        below.addWidget(self.preview)
        below.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above, 1)
        column.addLayout(below)
        metrics = self.fontMetrics()
        self.resize(min(164 * metrics.averageCharWidth(), 1180), min(51 * metrics.lineSpacing(), 900))
        self.kinds.setFocus()

    def _follow(self) -> None:
        self.kinds.chosen.connect(self._show_kind)
        for choice in (self._articles, self._training):
            choice.changed.connect(self._later.start)
        self.original.toggled.connect(lambda _on: self._later.start())
        self.place.changed.connect(self._show_button)
        self.preview.articles_requested.connect(self._lead)
        self._tasks.previewed.connect(self._hear)
        self.finished.connect(self._leave)

    def stand_beside(self, articles: QWidget) -> None:
        """Leave the list of articles in sight, as far as the screen has room for both."""
        room = articles.screen().availableGeometry()
        window = articles.window().frameGeometry()
        left = articles.mapToGlobal(QPoint(articles.width(), 0)).x() + _BESIDE_LIST
        left = max(room.left(), min(left, room.right() - self.width()))
        top = window.center().y() - self.height() // 2
        self.move(left, max(room.top(), min(top, room.bottom() - self.height())))

    # What is chosen

    @property
    def kind(self) -> Kind:
        """What is to be written."""
        return self.kinds.kind

    @property
    def target(self) -> Path | None:
        """Where to."""
        return self.place.target

    @property
    def options(self) -> ExportOptions:
        """What is chosen, as the export takes it."""
        articles = self._articles
        training = self.kind.name == SPACY
        options = replace(
            self._before.options,
            format=self.kind.name,
            annotators=articles.annotators,
            whose=articles.whose,
            statuses=articles.statuses,
            articles=self._without_flagged(articles.articles),
            empty=articles.empty.isChecked(),
            original=self.original.isChecked() and not training,
            overwrite=self.place.overwrite.isChecked(),
        )
        return self._training.applied_to(options)

    @property
    def chosen(self) -> Remembered:
        """What is chosen, to be given to the next dialog."""
        targets = {**self._targets, self.kind.name: self.place.path.text()}
        return Remembered(replace(self.options, articles=None), self._articles.flagged.isChecked(), targets)

    def _without_flagged(self, articles: tuple[int, ...] | None) -> tuple[int, ...] | None:
        """Leave out what whoever's work goes out has flagged, where that is asked for; note what that is."""
        self._unflagged = ()
        if self._articles.flagged.isChecked():
            return articles
        project, names = self._session.project, self._articles.annotators
        flagged: set[int] = set()
        layer = project.settled_layer()
        whose = project.annotators() if self._articles.whose is not Whose.SETTLED or layer is None else {layer: ""}
        for id, name in whose.items():
            if names is None or name in names:
                flagged.update(project.find_articles(ArticleQuery(flagged=True), annotator=id))
        among = project.article_ids() if articles is None else articles
        self._unflagged = tuple(article for article in among if article in flagged)
        return tuple(article for article in among if article not in flagged)

    def _show_kind(self, kind: Kind) -> None:
        training = kind.name == SPACY
        self._title.setText(kind.title)
        lost = ", ".join(kind.cannot_carry)
        self._cannot.setText(typeset(explained(self.tr("Ne peut pas garder"), lost)) if lost else "")
        self._cannot.setVisible(bool(lost))
        self._training.set_visible(training)
        self._form.setRowVisible(self.original, not training)
        if self._shown is not None:
            self._targets[self._shown.name] = self.place.path.text()
            self.preview.forget_format()
        self._shown = kind
        usual = str(kind.place_for(self._session.project.path))
        self.place.show_for(kind, self._targets.get(kind.name, usual))
        self._later.start()

    def _lead(self, articles: Sequence[int], trashed: bool) -> None:
        self.led = True
        self.articles_requested.emit(articles, trashed)

    # What it would bring

    def _ask(self) -> None:
        """Let the background process count anew."""
        self._later.stop()
        self._cancel()
        options = self.options
        if self._is_sound(options):
            self._count = None
            self._show_button()
            self.preview.wait()
            self._number = self._tasks.preview_export(options)

    def _is_sound(self, options: ExportOptions) -> bool:
        """Tell whether anything can be exported so, or say why not."""
        try:
            options.require_sound()
        except UserError as error:
            self._refuse(sentence(error.wording))
            return False
        if not options.statuses:
            self._refuse(self.tr("Cochez au moins un état : sinon, il n'y a rien à exporter."))
            return False
        return True

    def _hear(self, number: int, event: object) -> None:
        from annotator.app import jobs

        if number != self._number:
            return
        self._number = None
        match event:
            case jobs.Done(_, result):
                self.preview.show_preview(result, self._unflagged)
                self._count = result["articles"]
                self._show_button()
            case jobs.Failed(_, reason):
                self._refuse(sentence(reason))

    def _refuse(self, words: str) -> None:
        self.preview.complain(words)
        self._count = 0
        self._show_button()

    def _show_button(self) -> None:
        """Say what Enter does; nothing is exported where nothing is there, or nothing is said where to."""
        known = self._count
        self.take.setEnabled(known != 0 and self.target is not None)
        words = self.tr("Exporter")
        if known:
            articles = counted(known, self.tr("article"), self.tr("articles"))
            words = self.tr("Exporter {articles}").format(articles=articles)
        self.take.setText(words)

    def _cancel(self) -> None:
        if self._number is not None:
            self._tasks.cancel_preview(self._number)
            self._number = None

    def _leave(self) -> None:
        self._later.stop()
        self._cancel()
        self._tasks.previewed.disconnect(self._hear)

    def accept(self) -> None:
        """Agree, and keep what was chosen for the next time."""
        target, options = self.target, self.options
        if target is None or not self._is_sound(options):
            return
        with suppress(UserError):  # a settings folder that cannot be written keeps nobody from exporting
            remember(self._session.project.path, options, flagged=self._articles.flagged.isChecked(), target=target)
        super().accept()
