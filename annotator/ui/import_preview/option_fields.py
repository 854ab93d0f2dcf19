"""How files are to be imported, as fields to choose it in: whose annotations and how far; the rest is folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.app.import_options import ImportOptions
from annotator.core.annotation import Status
from annotator.ui.import_preview.column_fields import ColumnFields
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_STATUSES = (Status.IN_PROGRESS, Status.FINISHED, Status.SET_ASIDE)
_ENCODINGS = (
    ("utf-8", QT_TRANSLATE_NOOP("option_fields", "UTF-8")),
    ("cp1252", QT_TRANSLATE_NOOP("option_fields", "Windows-1252 (Europe de l'Ouest)")),
    ("iso8859-15", QT_TRANSLATE_NOOP("option_fields", "ISO 8859-15 (Europe de l'Ouest)")),
    ("mac-roman", QT_TRANSLATE_NOOP("option_fields", "Mac OS (Europe de l'Ouest)")),
    ("cp1250", QT_TRANSLATE_NOOP("option_fields", "Windows-1250 (Europe centrale)")),
    ("cp1251", QT_TRANSLATE_NOOP("option_fields", "Windows-1251 (cyrillique)")),
    ("koi8-r", QT_TRANSLATE_NOOP("option_fields", "KOI8-R (cyrillique)")),
    ("utf-16", QT_TRANSLATE_NOOP("option_fields", "UTF-16")),
)
_BETWEEN = 14


class OptionFields(QWidget):
    """The fields; what becomes of labels is asked elsewhere.

    Args:
        annotator: whose annotations they are at first.
        others: names of the other annotators of the project.
        parent: the dialog.

    Signals:
        named: the name of the annotator is being edited.
        changed: something else was chosen.
    """

    named = Signal()
    changed = Signal()

    def __init__(self, annotator: str, others: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._by_files = self.tr("selon les fichiers")
        self.whose = self._combo(self.tr("Annotations de"))
        self.whose.setEditable(True)
        self.whose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.whose.addItems([annotator, *(each for each in others if each != annotator), self._by_files])
        self.status = self._combo(self.tr("État des articles annotés"))
        for status in _STATUSES:
            self.status.addItem(status.wording.in_language(language()), status)
        self.unfold = QToolButton(self)
        self.unfold.setText(self.tr("&Plus d'options"))
        self.unfold.setCheckable(True)
        self.unfold.setAutoRaise(True)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.folded = QWidget(self)
        self.format = self._combo(self.tr("Format"))
        self.format.addItem(self.tr("reconnu à chaque fichier"), None)
        self.encoding = self._combo(self.tr("Encodage"))
        self.encoding.addItem(self.tr("reconnu à chaque fichier"), None)
        for name, words in _ENCODINGS:
            self.encoding.addItem(translate("option_fields", words), name)
        self.snap = QCheckBox(self.tr("É&largir aux mots entiers les annotations qui coupent un mot"), self.folded)
        self.as_suggestions = QCheckBox(self.tr("Prendre les annotations comme &suggestions, à décider"), self.folded)
        self.columns = ColumnFields(self.folded)
        self._place()
        self._wire()
        self._fold(False)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo

    def _fill_formats(self) -> None:
        """Offer the formats, read only once somebody wants to see them."""
        from annotator.formats.registry import formats

        if self.format.count() > 1:
            return

        readable = [(each.title.in_language(language()), each.name) for each in formats() if each.read is not None]
        for title, name in sorted(readable, key=lambda each: each[0].casefold()):
            self.format.addItem(title, name)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("&Annotations de"), self.whose), (self.tr("&État"), self.status)):
            row.addWidget(self._caption(words, field))
            row.addWidget(field)
            row.addSpacing(_BETWEEN)
        row.addStretch(1)
        row.addWidget(self.unfold)
        grid = QGridLayout(self.folded)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, (words, field) in enumerate(
            ((self.tr("&Format"), self.format), (self.tr("Enco&dage"), self.encoding))
        ):
            grid.addWidget(self._caption(words, field), 0, 3 * column)
            grid.addWidget(field, 0, 3 * column + 1)
            grid.setColumnMinimumWidth(3 * column + 2, _BETWEEN)
        grid.setColumnStretch(5, 1)
        grid.addWidget(self.columns, 1, 0, 1, 6)
        grid.addWidget(self.snap, 2, 0, 1, 6)
        grid.addWidget(self.as_suggestions, 3, 0, 1, 6)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.setSpacing(6)
        all_of_it.addLayout(row)
        all_of_it.addWidget(self.folded)

    def _caption(self, words: str, field: QWidget) -> QLabel:
        caption = QLabel(words, self)
        caption.setBuddy(field)
        return caption

    def _wire(self) -> None:
        self.whose.currentTextChanged.connect(self.named)
        self.unfold.toggled.connect(self._fold)
        for combo in (self.status, self.format, self.encoding):
            combo.currentIndexChanged.connect(self.changed)
        for box in (self.snap, self.as_suggestions):
            box.toggled.connect(self.changed)
        self.columns.changed.connect(self.changed)

    def _fold(self, unfolded: bool) -> None:
        if unfolded:
            self._fill_formats()
        self.folded.setVisible(unfolded)
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    # What is chosen

    @property
    def in_tab_order(self) -> list[QWidget]:
        """The fields from the first to the last."""
        folded = (self.format, self.encoding, *self.columns.fields, self.snap, self.as_suggestions)
        return [self.whose, self.status, self.unfold, *folded]

    @property
    def by_files(self) -> bool:
        """Whether the annotations are those of whom the files name."""
        return self.whose.currentText() == self._by_files

    @property
    def annotator(self) -> str:
        """Whose the annotations will be; empty where nobody is named, or where the files say so."""
        return "" if self.by_files else " ".join(self.whose.currentText().split())

    def options(self, *, labels: Mapping[str, str | None], create_labels: bool) -> ImportOptions | None:
        """Return everything that is chosen; None where the name of the annotator is missing."""
        if not self.annotator and not self.by_files:
            return None
        return ImportOptions(
            annotator=None if self.by_files else self.annotator,
            status=Status(self.status.currentData()),
            labels=labels,
            create_labels=create_labels,
            snap=self.snap.isChecked(),
            as_suggestions=self.as_suggestions.isChecked(),
            format=self.format.currentData(),
            encoding=self.encoding.currentData(),
            columns=self.columns.chosen,
        )

    def offer_columns(self, headings: Sequence[str], taken: Mapping[str, str]) -> None:
        """Let the columns of a table be chosen.

        Args:
            headings: those of the table.
            taken: heading of the column that is taken for each field unless somebody says otherwise.
        """
        self.columns.offer(headings, taken)
