"""The place to be settled now: what each annotator has there, what can be done, and what was decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.settling.choice_button import ChoiceButton
from annotator.ui.settling.places import letter_of
from annotator.ui.swatch import swatch
from annotator.ui.wording import name_of, quoted, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label
    from annotator.core.settling import Place

_LONGEST = 90
"""Characters of a passage that are shown; of a longer one, its beginning and its end."""


class Question(NamedTuple):
    """A place as the panel tells of it.

    Attributes:
        text: of the article.
        place: the place.
        head: which one of how many it is.
        kind: how the annotators differ there.
        chosen: the number of the lane whose version stands, -1 for nobody's, -2 for one drawn; None: nothing yet.
        decided: who settled it, when and how; empty where it is open.
        reason: why.
    """

    text: str
    place: Place
    head: str
    kind: str
    chosen: int | None = None
    decided: str = ""
    reason: str = ""


NOBODYS, DRAWN = -1, -2
"""What `Question.chosen` is where no annotator's version stands."""


class DifferencePanel(QFrame):
    """Tells of one place, and has a button for everything that can be done there.

    Signals:
        version_chosen: the number of the lane whose version shall stand.
        neither_chosen: nothing shall stand there.
        drawing_asked: another version is to be drawn, or, if it is being drawn, no longer.
        label_chosen: the label, by its id, of the version being drawn.
        reopening_asked: what was decided there shall be taken back.
        reason_given: why, in the words of the person.
        step_asked: the next place is to be shown (1), or the one before (-1).
        left: the keys are to go back to the text.
    """

    version_chosen = Signal(int)
    neither_chosen = Signal()
    drawing_asked = Signal()
    label_chosen = Signal(str)
    reopening_asked = Signal()
    reason_given = Signal(str)
    step_asked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference_panel")
        self._names: Sequence[str] = ()
        self._labels: Mapping[str, Label] = {}
        self._choices: list[ChoiceButton] = []
        self._draws: list[ChoiceButton] = []
        self._head = self._label("section")
        self._steps = [
            self._step("‹ K", self.tr("Point précédent"), -1),
            self._step("J ›", self.tr("Point suivant"), 1),
        ]
        self._title = self._label("inspected")
        self._kind = self._label("caption")
        self._decided = self._label("settled_words")
        self._reopen = QPushButton(self.tr("Rouvrir ce point (X)"), self)
        self._reopen.setObjectName("reopen_place")
        self._reopen.setProperty("link", True)
        self._reopen.setFlat(True)
        self._reopen.setCursor(Qt.CursorShape.PointingHandCursor)
        self._reopen.clicked.connect(self.reopening_asked)
        self._reason_name = QLabel(self.tr("Rai&son"), self)
        self._reason_name.setObjectName("caption")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("settling_reason")
        self.reason.setPlaceholderText(self.tr("facultative ; touche R"))
        self.reason.setAccessibleName(self.tr("Raison de la décision"))
        self.reason.returnPressed.connect(self._give_reason)
        self._reason_name.setBuddy(self.reason)
        self._drawing = self._label("caption")
        self._label_buttons = QVBoxLayout()
        self._label_buttons.setSpacing(4)
        self._place()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _step(self, words: str, says: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("settling_step")
        button.setText(words)
        button.setToolTip(says)
        button.setAccessibleName(says)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.step_asked.emit(by))
        return button

    def _place(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("inspector_page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._head, 1)
        for step in self._steps:
            top.addWidget(step)
        self._column.addLayout(top)
        for shown in (self._title, self._kind):
            self._column.addWidget(shown)
        self._versions = QVBoxLayout()
        self._versions.setSpacing(6)
        self._column.addSpacing(4)
        self._column.addLayout(self._versions)
        self._column.addWidget(self._drawing)
        self._column.addLayout(self._label_buttons)
        self._column.addSpacing(4)
        self._column.addWidget(self._decided)
        self._column.addWidget(self._reopen, 0, Qt.AlignmentFlag.AlignLeft)
        why = QHBoxLayout()
        why.setSpacing(8)
        why.addWidget(self._reason_name)
        why.addWidget(self.reason, 1)
        self._column.addLayout(why)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("inspector_area")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Le point à départager"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    # What is shown

    def set_labels(self, labels: Sequence[Label], names: Sequence[str]) -> None:
        """Take the labels of the project, and the names of the annotators lane by lane."""
        self._labels, self._names = {label.id: label for label in labels}, names
        _clear(self._label_buttons)
        self._draws = []
        for label in labels:
            line = name_of(label.id, self._labels), swatch(label.colour)
            button = ChoiceButton(label.digit or "·", "", [line], self)
            button.setObjectName(f"draw_{label.id}")
            button.clicked.connect(partial(self.label_chosen.emit, label.id))
            self._label_buttons.addWidget(button)
            self._draws.append(button)
        self.show_drawing(drawing=False)

    def show_done(self, words: str) -> None:
        """Say that nothing is open in the article, and what comes next."""
        self.show_question(None)
        self._title.setText(self.tr("Tout est réglé dans cet article."))
        self._kind.setText(typeset(words))
        for shown in (self._title, self._kind):
            shown.setVisible(True)

    def show_question(self, question: Question | None) -> None:
        """Tell of a place, or of none."""
        for shown in (self._head, *self._steps, self._title, self._kind, self._reason_name, self.reason):
            shown.setVisible(question is not None)
        _clear(self._versions)
        self._choices = []
        self._decided.setVisible(question is not None and bool(question.decided))
        self._reopen.setVisible(question is not None and bool(question.decided))
        if question is None:
            return
        self._head.setText(question.head)
        self._title.setText(_shortened(question.text[question.place.start : question.place.end]))
        self._kind.setText(question.kind)
        self._kind.setVisible(bool(question.kind))
        self._decided.setText(typeset(question.decided))
        if not self.reason.hasFocus():
            self.reason.setText(question.reason)
        self._add_choices(question)

    def _add_choices(self, question: Question) -> None:
        lanes = len(self._names)
        for lane, (name, side) in enumerate(zip(self._names, question.place.sides, strict=False)):
            lines = [
                (
                    self.tr("{label} · {passage}").format(
                        passage=quoted(_shortened(question.text[span.start : span.end])),
                        label=name_of(span.label, self._labels),
                    ),
                    swatch(self._labels[span.label].colour) if span.label in self._labels else None,
                )
                for span in side.spans
            ]
            button = ChoiceButton(letter_of(lane, lanes), name, lines or [(self.tr("rien ici"), None)], self)
            button.setObjectName(f"take_{lane + 1}")
            button.clicked.connect(partial(self.version_chosen.emit, lane))
            self._add(button, chosen=question.chosen == lane)
        neither = self.tr("Ni l'un ni l'autre") if lanes == 2 else self.tr("Aucun d'eux")
        button = ChoiceButton("N", neither, (), self)
        button.setObjectName("take_neither")
        button.clicked.connect(self.neither_chosen)
        self._add(button, chosen=question.chosen == NOBODYS)
        button = ChoiceButton("D", self.tr("Tracer une autre version…"), (), self)
        button.setObjectName("draw_third")
        button.clicked.connect(self.drawing_asked)
        self._add(button, chosen=question.chosen == DRAWN)

    def _add(self, button: ChoiceButton, *, chosen: bool) -> None:
        button.setChecked(chosen)
        self._versions.addWidget(button)
        self._choices.append(button)

    def show_drawing(self, *, drawing: bool, selected: str = "") -> None:
        """Show that another version is being drawn, and the labels it can have, or no longer."""
        self._drawing.setVisible(drawing)
        for button in self._draws:
            button.setVisible(drawing)
            button.setEnabled(bool(selected))
        for choice in self._choices:
            choice.setVisible(not drawing)
        if selected:
            words = self.tr("{passage} : quelle étiquette ? Échap pour renoncer.")
            self._drawing.setText(typeset(words.format(passage=quoted(_shortened(selected)))))
        else:
            self._drawing.setText(
                self.tr("Sélectionnez les mots dans le texte, puis donnez-leur une étiquette. Échap pour renoncer.")
            )

    def write_reason(self) -> None:
        """Let the keys go to the field of the reason."""
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.selectAll()

    def _give_reason(self) -> None:
        self.reason_given.emit(self.reason.text().strip())
        self.left.emit()


def _shortened(passage: str) -> str:
    words = " ".join(passage.split())
    half = _LONGEST // 2
    return words if len(words) <= _LONGEST else f"{words[:half].rstrip()} […] {words[-half:].lstrip()}"


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
