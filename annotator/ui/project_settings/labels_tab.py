"""The labels of a project: names, colours, keys and guidelines. Every change is kept as soon as it can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from annotator.app.labels import change_labels
from annotator.core.errors import UserError
from annotator.core.new_labels import no_key
from annotator.ui.colour_vision import alike
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate
from annotator.ui.project_settings.label_form import LabelForm
from annotator.ui.swatch import SWATCH, swatch
from annotator.ui.wording import quoted, sentence

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.labels import Label

_EYES = {
    "all": QT_TRANSLATE_NOOP("labels_tab", "{one} et {other} se distinguent mal."),
    "protanopia": QT_TRANSLATE_NOOP("labels_tab", "{one} et {other} se distinguent mal sans perception du rouge."),
    "deuteranopia": QT_TRANSLATE_NOOP("labels_tab", "{one} et {other} se distinguent mal sans perception du vert."),
    "tritanopia": QT_TRANSLATE_NOOP("labels_tab", "{one} et {other} se distinguent mal sans perception du bleu."),
}


class LabelsTab(QWidget):
    """The labels on the left, what is to be said of one on the right.

    Signals:
        changed: a label of the project is another one now.
    """

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._labels = list(project.labels())
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Étiquettes"))
        self.list.setIconSize(QSize(SWATCH, SWATCH))
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = LabelForm(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.colours = QLabel(self)
        self.colours.setWordWrap(True)
        self.colours.setObjectName("caption")
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(self.form)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for sheet in (scrolled.viewport(), self.form):  # the tab shines through
            sheet.setAutoFillBackground(False)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(scrolled, 1)
        beside.addWidget(self.told)
        beside.addWidget(self.colours)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(beside, 1)
        for _ in self._labels:
            self.list.addItem(QListWidgetItem())
        self._show_list()
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + 24)
        self.list.currentRowChanged.connect(self._turn_to)
        self.form.edited.connect(self._keep)
        self.form.key_chosen.connect(self._choose_key)
        self.list.setCurrentRow(0)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._keep()

    def _turn_to(self, row: int) -> None:
        if row >= 0:
            self.told.clear()
            self.form.show_label(self._labels[row])

    def _keep(self) -> None:
        """Keep the label as the form has it, or say why that cannot be."""
        row = self.list.currentRow()
        if row >= 0 and (edited := self.form.label()) != self._labels[row]:
            self._change({row: edited}, "")

    def _choose_key(self, key: str) -> None:
        """Give the label another key; one that has it already gets the label's own in exchange."""
        row = self.list.currentRow()
        mine = self._labels[row]
        if key == mine.key:
            return
        wanted = {row: replace(self.form.label(), key=key)}
        words = self.tr("La touche {key} est maintenant celle de {name}.").format(key=key, name=_name(mine))
        for at, other in enumerate(self._labels):
            if other.key == key:
                wanted[at] = replace(other, key=mine.digit or no_key(other.id))
                words = self.tr("Touches échangées : {key} pour {name}, {other_key} pour {other}.")
                if not mine.digit:
                    words = self.tr("La touche {key} est maintenant celle de {name} ; {other} n'en a plus.")
                words = words.format(key=key, name=_name(mine), other_key=mine.digit, other=_name(other))
        self._change(wanted, words)

    def _change(self, wanted: dict[int, Label], words: str) -> None:
        try:
            kept = change_labels(self._project, [wanted.get(at, label) for at, label in enumerate(self._labels)])
        except UserError as error:
            self.told.setText(sentence(error.wording))
            return
        different = list(kept) != self._labels
        self._labels = list(kept)
        self.told.setText(words)
        self.form.take(self._labels[self.list.currentRow()])
        self._show_list()
        if different:
            self.changed.emit()

    def _show_list(self) -> None:
        for row, label in enumerate(self._labels):
            item = self.list.item(row)
            item.setText(f"{label.digit}  {label.name.in_language(language())}".strip())
            item.setIcon(swatch(label.colour))
        said = [
            translate("labels_tab", _EYES[eyes]).format(one=_name(self._labels[one]), other=_name(self._labels[other]))
            for one, other, eyes in alike([label.colour for label in self._labels])
        ]
        self.colours.setText(" ".join(said) or self.tr("Ces couleurs se distinguent bien, même pour un œil daltonien."))


def _name(label: Label) -> str:
    return quoted(label.name.in_language(language()))
