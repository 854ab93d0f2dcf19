"""Accepting at one stroke what annotators agree on, by a rule the person chooses and sees the effect of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.settling_rules import Extent, Rule, RuleKind
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from annotator.app.settling import Done, Settling

_INDENT = 24
_WIDTH = 520


class _StoppedError(Exception):
    """Counting goes on no further: something else is to be counted, or nothing any more."""


class BulkDialog(QDialog):
    """Asks for a rule, and settles by it in one step.

    Args:
        work: what there is to settle.
        article: id of the article that is shown; the rule can be kept to it.
        parent: the window.

    Attributes:
        outcome: what was done, once it was.
    """

    def __init__(self, work: Settling, article: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._article = article
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
        self.where.addItem(self.tr("dans tous les articles annotés à plusieurs"), None)
        if article is not None:
            self.where.addItem(self.tr("dans l'article affiché seulement"), article)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(self.tr("Raison"))
        self.reason.setPlaceholderText(self.tr("facultative"))
        self._effect = QLabel(self)
        self._effect.setObjectName("bulk_effect")
        self._effect.setWordWrap(True)
        self._effect.setMinimumHeight(2 * self._effect.fontMetrics().lineSpacing() + 2)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setVisible(False)
        self._progress.setAccessibleName(self.tr("Comptage"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._accept = self._buttons.addButton(self.tr("Accepter"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self._do)
        self._buttons.rejected.connect(self.reject)
        for name, field in vars(self).items():
            if isinstance(field, QRadioButton | QSpinBox | QComboBox | QLineEdit):
                field.setObjectName(f"bulk_{name}")
        self._place()
        for button in (self.exact, self.majority, self.overlap):
            button.toggled.connect(self._changed)
        self.share.valueChanged.connect(self._changed)
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
        column.addSpacing(6)
        column.addWidget(self._effect)
        column.addWidget(self._progress)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def rule(self) -> Rule:
        """Return the rule that is chosen."""
        if self.overlap.isChecked():
            return Rule(RuleKind.OVERLAP, overlap=self.share.value() / 100, extent=self.extent.currentData())
        return Rule(RuleKind.MAJORITY if self.majority.isChecked() else RuleKind.EXACT)

    def effect(self) -> str:
        """Return what is said of what the rule would do."""
        return self._effect.text()

    def _among(self) -> list[int] | None:
        article = self.where.currentData()
        return None if article is None else [article]

    # Counting

    def _changed(self) -> None:
        for field in (self.share, self.extent):
            field.setEnabled(self.overlap.isChecked())
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
            self._show(self._work.accept(self.rule(), self._among(), dry_run=True, progress=self._advance))
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
        self._accept.setEnabled(found.places > 0)
        if not found.places:
            self._effect.setText(self.tr("Cette règle ne règle rien de plus."))
            return
        words = self.tr("{places} dans {articles}. Ce que quelqu'un a décidé à la main reste tel quel.")
        self._effect.setText(
            words.format(
                places=counted(found.places, self.tr("point sera réglé"), self.tr("points seront réglés")),
                articles=counted(len(found.articles), self.tr("article"), self.tr("articles")),
            )
        )

    def _do(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            reason = self.reason.text().strip() or None
            self.outcome = self._work.accept(self.rule(), self._among(), reason=reason)
        finally:
            self._busy = False
        self.accept()
