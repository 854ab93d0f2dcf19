"""Accepting at one stroke what annotators agree on, by a rule the person chooses and sees the effect of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.app.settling import Done
from annotator.app.settling_in_bulk import Bulk
from annotator.core.errors import UserError
from annotator.core.settling_rules import Extent, Rule, RuleKind
from annotator.core.wording import Wording
from annotator.ui.wording import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.app.jobs import Event
    from annotator.app.settling import Settling
    from annotator.ui.tasks import Tasks

_INDENT = 24
_WIDTH = 476

_AT_ONCE = 2000
"""Places that are settled before anybody could wait for it; more are settled in the background."""


class _StoppedError(Exception):
    """Counting goes on no further: something else is to be counted, or nothing any more."""


class BulkDialog(QDialog):
    """Asks for a rule, and settles by it in one step.

    Args:
        work: what there is to settle.
        article: id of the article that is shown; the rule can be kept to it.
        chosen: ids of the articles to which the list is narrowed, or None.
        tasks: where many places are settled.
        parent: the window.

    Attributes:
        outcome: what was done, once it was.
    """

    def __init__(
        self,
        work: Settling,
        article: int | None,
        tasks: Tasks,
        *,
        chosen: Collection[int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._tasks = tasks
        self._number: int | None = None  # of what is settled in the background
        self._found = Done(0, (), None)
        self._busy = self._again = False
        self.outcome: Done | None = None
        self.setObjectName("settle_in_bulk")
        self.setWindowTitle(self.tr("Accepter les accords"))
        names = [work.session.project.names()[each] for each in work.annotators]
        self.exact = QRadioButton(self.tr("ce que tous ont marqué à l'&identique"), self)
        self.majority = QRadioButton(self.tr("ce que la &majorité a marqué à l'identique"), self)
        self.overlap = QRadioButton(self.tr("aussi ce qui se &recouvre, avec la même étiquette"), self)
        self.exact.setChecked(True)
        self.majority.setVisible(len(names) > 2)
        self.share = QSpinBox(self)
        self.share.setRange(10, 100)
        self.share.setSingleStep(10)
        self.share.setValue(50)
        self.share.setSuffix("\u00a0%")
        self.share.setAccessibleName(self.tr("Part commune au moins"))
        self.extent = QComboBox(self)
        self.extent.setAccessibleName(self.tr("Limites à garder"))
        self.extent.addItem(self.tr("les limites choisies par {name}").format(name=names[0]), Extent.FIRST)
        self.extent.addItem(self.tr("les limites les plus larges"), Extent.LONGER)
        self.extent.addItem(self.tr("les limites les plus étroites"), Extent.SHORTER)
        self.where = QComboBox(self)
        self.where.setAccessibleName(self.tr("Dans quels articles"))
        if chosen is not None:
            count = counted(len(chosen), self.tr("article choisi"), self.tr("articles choisis"))
            self.where.addItem(self.tr("seulement : {articles}").format(articles=count), sorted(chosen))
        self.where.addItem(self.tr("dans tous les articles annotés à plusieurs"), None)
        if article is not None:
            self.where.addItem(self.tr("dans l'article affiché seulement"), [article])
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(self.tr("Raison"))
        self.reason.setPlaceholderText(self.tr("facultative"))
        self.finish = QCheckBox(self.tr("&Terminer les articles où il ne reste rien à régler"), self)
        self._effect = QLabel(self)
        self._effect.setObjectName("bulk_effect")
        self._effect.setWordWrap(True)
        self._effect.setMinimumHeight(2 * self._effect.fontMetrics().lineSpacing() + 2)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setVisible(False)
        self._progress.setAccessibleName(self.tr("Comptage"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._accept = QPushButton(self.tr("Accepter"), self)
        self._accept.setObjectName("primary")
        self._accept.setDefault(True)
        self._buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._do)
        self._buttons.rejected.connect(self.reject)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._cancel_words = self._cancel.text()
        tasks.previewed.connect(self._hear)
        self.finished.connect(lambda: tasks.previewed.disconnect(self._hear))
        for name, field in vars(self).items():
            if isinstance(field, QRadioButton | QSpinBox | QComboBox | QLineEdit | QCheckBox):
                field.setObjectName(f"bulk_{name}")
        self._place()
        for button in (self.exact, self.majority, self.overlap):
            button.toggled.connect(self._changed)
        self.share.valueChanged.connect(self._changed)
        self.finish.toggled.connect(self._changed)
        for box in (self.extent, self.where):
            box.currentIndexChanged.connect(self._changed)
        self._changed()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        column.addWidget(QLabel(self.tr("Régler d'un coup, sans les regarder un par un :"), self))
        for button in (self.exact, self.majority, self.overlap):
            column.addWidget(button)
        by = QHBoxLayout()
        by.setContentsMargins(_INDENT, 0, 0, 0)
        by.setSpacing(8)
        by.addWidget(QLabel(self.tr("sur au moins"), self))
        by.addWidget(self.share)
        by.addWidget(QLabel(self.tr("des caractères"), self))
        by.addStretch(1)
        keeping = QHBoxLayout()
        keeping.setContentsMargins(_INDENT, 0, 0, 0)
        keeping.setSpacing(8)
        keeping.addWidget(QLabel(self.tr("en gardant"), self))
        keeping.addWidget(self.extent, 1)
        column.addLayout(by)
        column.addLayout(keeping)
        column.addSpacing(6)
        for words, field in ((self.tr("&Où"), self.where), (self.tr("Rai&son"), self.reason)):
            row = QHBoxLayout()
            row.setSpacing(10)
            caption = QLabel(words, self)
            caption.setBuddy(field)
            caption.setMinimumWidth(caption.fontMetrics().horizontalAdvance("Raison") + 6)
            row.addWidget(caption)
            row.addWidget(field, 1)
            column.addLayout(row)
        column.addWidget(self.finish)
        column.addSpacing(6)
        column.addWidget(self._effect)
        column.addWidget(self._progress)
        column.addStretch(1)
        column.addWidget(self._buttons)
        column.addStrut(_WIDTH)  # a least width of the dialog itself would stand where larger letters need more

    def rule(self) -> Rule:
        """Return the rule that is chosen."""
        if self.overlap.isChecked():
            return Rule(RuleKind.OVERLAP, overlap=self.share.value() / 100, extent=self.extent.currentData())
        return Rule(RuleKind.MAJORITY if self.majority.isChecked() else RuleKind.EXACT)

    def effect(self) -> str:
        """Return what is said of what the rule would do."""
        return self._effect.text()

    def _among(self) -> list[int] | None:
        among: list[int] | None = self.where.currentData()
        return among

    # Counting

    def _fields(self) -> tuple[QWidget, ...]:
        return self.exact, self.majority, self.overlap, self.share, self.extent, self.where, self.reason, self.finish

    def _hold_back(self) -> None:
        """Let be chosen how far spans have to overlap only where that is the rule."""
        for field in (self.share, self.extent):
            field.setEnabled(self.overlap.isChecked() and self.overlap.isEnabled())

    def _changed(self) -> None:
        self._hold_back()
        self._accept.setEnabled(False)
        self._effect.setText(self.tr("Comptage en cours…"))
        self._again = True
        if not self._busy:
            QTimer.singleShot(0, self._count)

    def _count(self) -> None:
        if self._busy or not self._again:
            return
        self._again, self._busy = False, True
        try:
            finish = self.finish.isChecked()
            found = self._work.accept(self.rule(), self._among(), finish=finish, dry_run=True, progress=self._advance)
            self._show(found)
        except _StoppedError:
            pass
        finally:
            self._busy = False
            self._progress.setVisible(False)
        if self._again and self.isVisible():
            QTimer.singleShot(0, self._count)

    def _advance(self, at: int, of: int) -> None:
        """Show how far counting is, let the person change their mind, and stop where they did."""
        if at < of:
            self._progress.setRange(0, of)
            self._progress.setValue(at)
            self._progress.setVisible(True)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            if self._again or not self.isVisible():
                raise _StoppedError

    def _show(self, found: Done) -> None:
        self._found = found
        self._accept.setEnabled(bool(found.articles))
        places = counted(found.places, self.tr("point sera réglé"), self.tr("points seront réglés"))
        words = self.tr("{places} dans {articles}.").format(
            places=places, articles=counted(len(found.articles), self.tr("article"), self.tr("articles"))
        )
        if not found.places:
            words = self.tr("Cette règle ne règle rien de plus.")
        said = [words]
        if found.finished:
            one, more = self.tr("article sera terminé."), self.tr("articles seront terminés.")
            said.append(counted(found.finished, one, more))
        if found.places:
            said.append(self.tr("Ce que quelqu'un a décidé à la main reste tel quel."))
        self._effect.setText(" ".join(said))

    # Settling

    def _do(self) -> None:
        if self._busy or self._number is not None:
            return
        reason = self.reason.text().strip() or None
        finish = self.finish.isChecked()
        if max(self._found.places, len(self._found.articles)) > _AT_ONCE:
            work, among = self._work, self._among()
            which = None if among is None else tuple(among)
            bulk = Bulk(work.session.annotator, work.annotators, work.statuses, self.rule(), which, reason, finish)
            self._number = self._tasks.settle(bulk)
            self._show_working(True)
            return
        try:
            self.outcome = self._work.accept(self.rule(), self._among(), reason=reason, finish=finish)
        except UserError as error:
            self._effect.setText(sentence(error.wording))
            return
        self.accept()

    def _show_working(self, working: bool) -> None:
        """Show that places are being settled, when all that can be done is to stop it, or that they are no more."""
        for field in self._fields():
            field.setEnabled(not working)
        self._hold_back()
        self._accept.setVisible(not working)
        self._progress.setAccessibleName(self.tr("Enregistrement") if working else self.tr("Comptage"))
        self._progress.setRange(0, 0)
        self._progress.setVisible(working)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Arrêter") if working else self._cancel_words)
        if working:
            found = counted(self._found.places, self.tr("point"), self.tr("points"))
            self._effect.setText(self.tr("{places} en cours d'enregistrement…").format(places=found))
            self._cancel.setFocus()

    def reject(self) -> None:
        """Close, or, where places are being settled, stop that."""
        if self._number is None:
            super().reject()
            return
        self._cancel.setEnabled(False)
        self._effect.setText(self.tr("Arrêt…"))
        self._tasks.stop(self._number)

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._number:
            return
        if isinstance(event, jobs.Found):
            self._progress.setRange(0, event.part["total"])
            self._progress.setValue(event.part["done"])
            return
        self._number = None
        match event:
            case jobs.Done(_, result):
                changes = self._work.session.catch_up()
                self.outcome = Done(result["places"], tuple(result["articles"]), changes, result["finished"])
                self.accept()
            case jobs.Failed(_, reason):
                self._give_up(sentence(Wording(*reason)))
            case _:
                self._give_up(self.tr("Arrêté : rien n'a changé."))

    def _give_up(self, why: str) -> None:
        """Let it be tried again, and say why it did not come to an end."""
        self._show_working(False)
        self._effect.setText(why)
        self._accept.setFocus()
