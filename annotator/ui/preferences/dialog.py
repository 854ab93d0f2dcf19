"""The dialog of the preferences; what it changes of the look is shown at once in the article behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.appearance import Look
from annotator.ui.article_view.reading import COLUMNS, LINE_HEIGHTS, POINTS, TYPEFACES, ReadingStyle
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.app.settings import Settings

_APART = 14
"""Pixels between the dialog and the edges of the window it stands in."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen.

    Attributes:
        look: how the window is to look.
        language: ``"fr"`` or ``"en"``; None follows the system.
        annotator: the name to go by; never blank where the dialog was accepted.
        rename: the annotator of the open project is to go by that name too.
    """

    look: Look
    language: str | None
    annotator: str
    rename: bool


class PreferencesDialog(QDialog):
    """Reading, window, annotator.

    Signals:
        look_changed: the `Look` chosen, to be shown at once; whoever cancels wants the former one back.
    """

    look_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        kept: Settings,
        *,
        annotators: Sequence[str] = (),
        at_work: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            look: how the window looks now.
            kept: what is remembered now.
            annotators: who has worked in the open project.
            at_work: who of them works in it now; empty where no project is open.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Préférences"))
        self._annotators = {name.casefold() for name in annotators}
        self._at_work = at_work
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(9)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._add_reading()
        self._add_window(kept.language)
        self._add_annotator(kept.annotator)
        self._show(look)
        self._follow()
        for field in (self.points, self.line_height, self.columns, self.annotator):
            field.setMinimumHeight(self.theme.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(18)
        column.addLayout(self._form)
        column.addWidget(self._buttons())
        self.annotator.textChanged.connect(self._check_name)
        self.rename.toggled.connect(self._check_name)
        self._check_name()

    def choice(self) -> Choice:
        """Return what is chosen now."""
        name = " ".join(self.annotator.text().split())
        return Choice(
            self._look(),
            self.language.currentData(),
            name,
            rename=self.rename.isChecked() and not self.rename.isHidden(),
        )

    # What is asked

    def _add_reading(self) -> None:
        self._section(self.tr("Lecture"))
        self.typefaces = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(18)
        for name, words in (("serif", self.tr("À &empattements")), ("sans", self.tr("&Sans empattements"))):
            button = QRadioButton(words, self)
            button.setObjectName(name)
            font = QFont(self.font())
            font.setFamilies(list(TYPEFACES[name]))
            button.setFont(font)
            self.typefaces.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._form.addRow(self.tr("Caractères"), row)
        self.points = QDoubleSpinBox(self)
        self.points.setRange(*POINTS)
        self.points.setDecimals(1)
        self.points.setSuffix(self.tr(" points"))
        self._form.addRow(self.tr("&Taille"), self.points)
        self.line_height = QDoubleSpinBox(self)
        self.line_height.setRange(*LINE_HEIGHTS)
        self.line_height.setSingleStep(0.05)
        self.line_height.setSuffix(self.tr(" × la taille"))
        self._form.addRow(self.tr("&Interligne"), self.line_height)
        self.columns = QSpinBox(self)
        self.columns.setRange(*COLUMNS)
        self.columns.setSuffix(self.tr(" caractères"))
        self._form.addRow(self.tr("&Longueur des lignes"), self.columns)

    def _add_window(self, language: str | None) -> None:
        self._section(self.tr("Fenêtre"))
        self.theme = self._choices(
            ("system", self.tr("Comme le système")),
            ("light", self.tr("Clair")),
            ("dark", self.tr("Sombre")),
            ("high_contrast", self.tr("Contraste élevé")),
        )
        self._form.addRow(self.tr("T&hème"), self.theme)
        # Each language by its own name, so that nobody is lost in one they cannot read.
        self.language = self._choices((None, self.tr("Comme le système")), ("fr", "Français"), ("en", "English"))
        self.language.setCurrentIndex(self.language.findData(language))
        self._form.addRow(self.tr("Lang&ue"), self.language)

    def _add_annotator(self, name: str) -> None:
        self._section(self.tr("Annotateur"))
        self.annotator = QLineEdit(name, self)
        self.annotator.setObjectName("annotator_name")
        self._form.addRow(self.tr("&Nom"), self.annotator)
        self.rename = QCheckBox(self.tr("Me &renommer aussi dans le projet ouvert"), self)
        self.rename.setChecked(True)
        room = self.rename.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the dialog must not grow while one types
        self.rename.setSizePolicy(room)
        self.about_name = QLabel(self)
        self.about_name.setObjectName("caption")
        self.about_name.setWordWrap(True)
        self.about_name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about_name.setMinimumHeight(2 * self.about_name.fontMetrics().lineSpacing())
        self._form.addRow("", self.rename)
        self._form.addRow("", self.about_name)

    def _section(self, words: str) -> None:
        title = QLabel(words, self)
        title.setObjectName("section")
        if self._form.rowCount():
            title.setContentsMargins(0, 12, 0, 0)
        self._form.addRow(title)

    def _choices(self, *choices: tuple[str | None, str]) -> QComboBox:
        box = QComboBox(self)
        for value, words in choices:
            box.addItem(words, value)
        return box

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok = buttons.button(standard.Ok)
        self.ok.setDefault(True)
        plain = buttons.button(standard.RestoreDefaults)
        plain.setText(self.tr("Apparence d'ori&gine"))
        plain.setAutoDefault(False)
        plain.clicked.connect(lambda: self._show(Look()))
        return buttons

    # The look

    def _show(self, look: Look) -> None:
        for button in self.typefaces.buttons():
            button.setChecked(button.objectName() == look.reading.typeface)
        self.points.setValue(look.reading.points)
        self.line_height.setValue(look.reading.line_height)
        self.columns.setValue(look.reading.columns)
        self.theme.setCurrentIndex(self.theme.findData(look.theme))

    def _follow(self) -> None:
        self.typefaces.buttonClicked.connect(self._tell)
        for box in (self.points, self.line_height, self.columns):
            box.valueChanged.connect(self._tell)
        self.theme.currentIndexChanged.connect(self._tell)

    def _look(self) -> Look:
        return Look(
            self.theme.currentData(),
            ReadingStyle(
                next(each.objectName() for each in self.typefaces.buttons() if each.isChecked()),
                self.points.value(),
                round(self.line_height.value(), 2),
                self.columns.value(),
            ),
        )

    def _tell(self) -> None:
        self.look_changed.emit(self._look())

    # The name

    def _check_name(self) -> None:
        """Say what the name means for the open project, and take no blank one."""
        name = self.choice().annotator
        self.ok.setEnabled(bool(name))
        known = name.casefold() in self._annotators
        renamed = bool(self._at_work and name) and name != self._at_work
        other = known and name.casefold() != self._at_work.casefold()
        self.rename.setVisible(renamed and not other)
        if renamed and other:
            about = self.tr("{name} a déjà travaillé dans ce projet ; vous continuez sous son nom.")
        elif not renamed:
            about = self.tr("Vos décisions sont gardées sous ce nom, séparément de celles des autres.")
        elif self.rename.isChecked():
            about = self.tr("Toutes les décisions de {before} sont désormais celles de {name}.")
        else:
            about = self.tr("{name} commence sans décision ; celles de {before} restent à part, sous son nom.")
        self.about_name.setText(typeset(about.format(name=name, before=self._at_work)))

    # Where it stands

    def showEvent(self, event: QShowEvent) -> None:
        """Stand to the right in the window, so that the article can be seen while it changes."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            corner = window.mapToGlobal(window.rect().topRight())
            self.move(corner.x() - self.frameGeometry().width() - _APART, corner.y() + 3 * _APART)
