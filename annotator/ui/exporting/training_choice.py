"""What a folder to train from is to hold: rows of the form of an export, for spaCy alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.app.export_options import MOST_FOLDS, SplitBy

if TYPE_CHECKING:
    from annotator.app.export_options import ExportOptions

_USUAL_GROUP = "sc"
_LETTERS_OF_GROUP = 14
_BESIDE = 10
_LINES_APART = 5


class TrainingChoice(QObject):
    """Adds rows to a form, shows or hides them, and says what is chosen in them.

    Signals:
        changed: something else is chosen now.
    """

    changed = Signal()

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._page = parent
        self.dev, self.test = self._share("export_dev"), self._share("export_test")
        self.split_by = QComboBox(parent)
        self.split_by.setObjectName("export_split_by")
        for split, words in (
            (SplitBy.TEXT, self.tr("texte, pareil à chaque export")),
            (SplitBy.DATE, self.tr("date, les plus récents pour le test")),
            (SplitBy.SOURCE, self.tr("source, chacune d'un seul côté")),
        ):
            self.split_by.addItem(words, split)
        self.folds = QSpinBox(parent)
        self.folds.setObjectName("export_folds")
        self.folds.setRange(1, MOST_FOLDS)
        self.folds.setSpecialValueText(self.tr("aucun"))
        self.folds.setAccessibleName(self.tr("Nombre de blocs"))
        self.in_group = QCheckBox(self.tr("Aussi dans do&c.spans, groupe"), parent)
        self.group = QLineEdit(parent)
        self.group.setObjectName("export_group")
        self.group.setAccessibleName(self.tr("Nom du groupe de doc.spans"))
        self.group.setMaximumWidth(_LETTERS_OF_GROUP * self.group.fontMetrics().averageCharWidth())
        self.transformer = QCheckBox(self.tr("Aussi la configuration d'un trans&former"), parent)
        self.debug_data = QCheckBox(self.tr("Demander l'avis de spaCy (de&bug data)"), parent)
        self._rows = [self._add_split(), self.split_by, self._add_folds(), self._add_ticks()]
        for field in (self.dev, self.test, self.folds, self.group):
            field.setMinimumHeight(self.split_by.sizeHint().height())
        self._follow()

    def _share(self, name: str) -> QSpinBox:
        box = QSpinBox(self._page)
        box.setObjectName(name)
        box.setRange(0, 100)
        box.setSingleStep(5)
        box.setSuffix("\u00a0%")
        return box

    def _add_split(self) -> QWidget:
        box = QWidget(self._page)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BESIDE)
        for words, field in ((self.tr("&Évaluation (dev)"), self.dev), (self.tr("&Test"), self.test)):
            caption = QLabel(words, box)
            caption.setBuddy(field)
            caption.setMinimumWidth(caption.sizeHint().width() + 2)  # Qt forgets the room its last letter takes
            row.addWidget(caption)
            row.addWidget(field)
            row.addSpacing(_BESIDE)
        row.addStretch(1)
        self._form.addRow(self.tr("Parts"), box)
        self._form.addRow(self.tr("Répartis pa&r"), self.split_by)
        return box

    def _add_folds(self) -> QWidget:
        box = QWidget(self._page)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BESIDE)
        row.addWidget(self.folds)
        self._about_folds = QLabel(self.tr("pour une validation croisée"), box)
        self._about_folds.setObjectName("caption")
        row.addWidget(self._about_folds)
        row.addStretch(1)
        caption = QLabel(self.tr("Bl&ocs"), self._page)
        caption.setBuddy(self.folds)
        self._form.addRow(caption, box)
        return box

    def _add_ticks(self) -> QWidget:
        box = QWidget(self._page)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LINES_APART)
        row = QHBoxLayout()
        row.setSpacing(_BESIDE)
        row.addWidget(self.in_group)
        row.addWidget(self.group)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.transformer)
        column.addWidget(self.debug_data)
        self._form.addRow(self.tr("Contenu"), box)
        return box

    def _follow(self) -> None:
        for box in (self.dev, self.test, self.folds):
            box.valueChanged.connect(self._change)
        self.split_by.currentIndexChanged.connect(self._change)
        for tick in (self.in_group, self.transformer, self.debug_data):
            tick.toggled.connect(self._change)
        self.group.textChanged.connect(self._change)

    def _change(self) -> None:
        self.group.setEnabled(self.in_group.isChecked())
        self.dev.setEnabled(self.folds.value() == 1)  # each fold is the development data of one training
        self.changed.emit()

    # What is chosen

    def set_visible(self, visible: bool) -> None:
        """Show the rows, or no longer."""
        for row in self._rows:
            self._form.setRowVisible(row, visible)

    def show(self, options: ExportOptions) -> None:
        """Choose what options say."""
        self.dev.setValue(round(options.dev * 100))
        self.test.setValue(round(options.test * 100))
        self.split_by.setCurrentIndex(list(SplitBy).index(options.split_by))
        self.folds.setValue(options.folds or 1)
        self.in_group.setChecked(options.span_group is not None)
        self.group.setText(options.span_group or _USUAL_GROUP)
        self.transformer.setChecked(options.transformer)
        self.debug_data.setChecked(options.debug_data)
        self._change()

    def applied_to(self, options: ExportOptions) -> ExportOptions:
        """Return options with what is chosen here."""
        return replace(
            options,
            dev=self.dev.value() / 100,
            test=self.test.value() / 100,
            split_by=self.split_by.currentData(),
            folds=self.folds.value() if self.folds.value() > 1 else 0,
            span_group=self.group.text().strip() if self.in_group.isChecked() else None,
            transformer=self.transformer.isChecked(),
            debug_data=self.debug_data.isChecked(),
        )
