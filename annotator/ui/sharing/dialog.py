"""The dialog of sharing: who gets articles, which and how many of them in double; what comes of it is shown at once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.app.share_options import ShareOptions
from annotator.app.sharing import given_to, proposed_folder
from annotator.core.annotation import Status
from annotator.ui.language import language
from annotator.ui.sharing.copies_table import CopiesTable
from annotator.ui.sharing.words import meaning_words, names_in
from annotator.ui.wording import counted, sentence, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from annotator.app.session import Session
    from annotator.ui.exporting.article_choice import Scope
    from annotator.ui.tasks import Tasks

_ASK_AGAIN_MS = 150
_USUAL_PERCENT = 20
_NAMES_IN_SIGHT = 3
_ROWS_IN_SIGHT = 4


class ShareDialog(QDialog):
    """Asks; when it is accepted, `options` says what for. The background process deals while it is open.

    Args:
        session: whose project it is; its annotator's statuses count.
        tasks: the background work of the window.
        given: articles to choose from; the last is chosen at first.
        parent: the window.
    """

    def __init__(self, session: Session, tasks: Tasks, given: Sequence[Scope], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Partager entre annotateurs"))
        self.setObjectName("share_dialog")
        self._session = session
        self._tasks = tasks
        self._scopes = list(given)
        self._number: int | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_ASK_AGAIN_MS)
        self._later.timeout.connect(self._ask)
        self._make()
        self._place()
        self._follow()
        self._ask()

    def _make(self) -> None:
        self.names = QPlainTextEdit(", ".join(given_to(self._session.project)), self)
        self.names.setObjectName("share_names")
        self.names.setPlaceholderText(self.tr("Ana, Ben, Chloé"))
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(self.tr("Annotateurs"))
        self.names.setAccessibleDescription(self.tr("Plusieurs noms, séparés par des virgules ou un par ligne"))
        room = self.names.document().documentMargin() + self.names.frameWidth()
        self.names.setFixedHeight(int(_NAMES_IN_SIGHT * self.names.fontMetrics().lineSpacing() + 2 * room))
        self.percent = QSpinBox(self)
        self.percent.setObjectName("share_percent")
        self.percent.setRange(0, 100)
        self.percent.setSingleStep(5)
        self.percent.setSuffix("\u00a0%" if language() == "fr" else "%")
        self.percent.setValue(_USUAL_PERCENT)
        self.scope = QComboBox(self)
        for scope in self._scopes:
            self.scope.addItem(scope.words.replace("&", ""))
        self.scope.setCurrentIndex(len(self._scopes) - 1)
        self.status = QComboBox(self)
        for words, status in (
            (self.tr("quel que soit leur état"), None),
            (self.tr("seulement les nouveaux"), Status.NEW),
            (self.tr("seulement ceux en cours"), Status.IN_PROGRESS),
            (self.tr("seulement les terminés"), Status.FINISHED),
            (self.tr("seulement ceux mis de côté"), Status.SET_ASIDE),
        ):
            self.status.addItem(words, status)
        self.status.setToolTip(self.tr("L'état où vous les avez mis"))
        self.status.setAccessibleName(self.tr("État des articles"))
        self.again = QCheckBox(self.tr("&Redistribuer aussi ceux qui l'ont déjà été"), self)
        self.folder = QLineEdit(str(proposed_folder(self._session.project)), self)
        self.folder.setObjectName("share_folder")
        self.browse = QPushButton(self.tr("&Parcourir…"), self)
        self.browse.setObjectName("secondary")
        self.browse.setAutoDefault(False)
        self.said = QLabel(self)
        self.said.setObjectName("share_words")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.files = CopiesTable(self.tr("Ce que chacun reçoit"), self)
        self.take = QPushButton(self.tr("Partager"), self)
        self.take.setObjectName("primary")
        self.take.setDefault(True)
        self.leave = QPushButton(self.tr("Annuler"), self)
        self.leave.setObjectName("secondary")
        self.leave.setAutoDefault(False)

    def _place(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        who = QLabel(self.tr("&Annotateurs"), self)
        who.setBuddy(self.names)
        who.setAlignment(Qt.AlignmentFlag.AlignTop)
        who.setContentsMargins(0, self.names.frameWidth() + int(self.names.document().documentMargin()), 0, 0)
        who.setFixedHeight(self.names.height())  # or it would stand in the middle of so tall a field
        form.addRow(who, self.names)
        hint = QLabel(self.tr("Des virgules entre les noms, ou un nom par ligne."), self)
        hint.setObjectName("caption")
        form.addRow("", hint)
        which = QHBoxLayout()
        which.setSpacing(10)
        which.addWidget(self.scope)
        which.addWidget(self.status)
        which.addStretch(1)
        caption = QLabel(self.tr("Arti&cles"), self)
        caption.setBuddy(self.scope)
        form.addRow(caption, which)
        form.addRow("", self.again)
        double = QHBoxLayout()
        double.setSpacing(10)
        double.addWidget(self.percent)
        about = QLabel(self.tr("des articles vont à deux personnes"), self)
        double.addWidget(about)
        double.addStretch(1)
        head = QLabel(self.tr("En &double"), self)
        head.setBuddy(self.percent)
        form.addRow(head, double)
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        where = QLabel(self.tr("D&ossier"), self)
        where.setBuddy(self.folder)
        where.setMinimumHeight(self.browse.sizeHint().height())
        form.addRow(where, place)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(form)
        column.addSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.files, 1)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        row = self.files.verticalHeader().defaultSectionSize()
        self.files.setMinimumHeight((_ROWS_IN_SIGHT + 1) * row + 10)
        self.resize(min(112 * metrics.averageCharWidth(), 900), min(34 * metrics.lineSpacing(), 700))
        order = (self.names, self.scope, self.status, self.again, self.percent, self.folder, self.browse, self.files)
        for first, second in pairwise((*order, self.take, self.leave)):
            QWidget.setTabOrder(first, second)
        self.names.setFocus()
        self.names.moveCursor(QTextCursor.MoveOperation.End)

    def _follow(self) -> None:
        self.names.textChanged.connect(self._later.start)
        self.percent.valueChanged.connect(lambda _percent: self._later.start())
        for choice in (self.scope, self.status):
            choice.currentIndexChanged.connect(lambda _at: self._later.start())
        self.again.toggled.connect(lambda _on: self._later.start())
        self.folder.textChanged.connect(lambda _words: self._later.start())
        self.browse.clicked.connect(self._browse)
        self._tasks.previewed.connect(self._hear)
        self.finished.connect(self._stop)

    @property
    def options(self) -> ShareOptions:
        """What is chosen, as sharing takes it."""
        names = names_in(self.names.toPlainText())
        typed = self.folder.text().strip()
        return ShareOptions(
            names,
            self.percent.value() if len(names) > 1 else 0,
            Path(typed).expanduser() if typed else None,
            self._scopes[self.scope.currentIndex()].articles,
            Status(status) if (status := self.status.currentData()) else None,  # Qt keeps it as a plain text
            self._session.annotator,
            self.again.isChecked(),
        )

    def _browse(self) -> None:
        from annotator.ui import file_dialogs

        folder = file_dialogs.folder_for_copies(self, self.options.into)
        if folder is not None:
            self.folder.setText(str(folder))

    # What would come of it

    def _ask(self) -> None:
        """Let the background process deal anew."""
        self._later.stop()
        self._cancel()
        options = self.options
        self.percent.setEnabled(len(options.annotators) != 1)
        self.take.setEnabled(False)
        if options.annotators:
            self._number = self._tasks.preview_share(options)
        else:
            self._refuse(self.tr("Nommez ceux qui vont annoter : chacun recevra un fichier de projet à son nom."))

    def _hear(self, number: int, event: object) -> None:
        from annotator.app import jobs

        if number != self._number:
            return
        self._number = None
        match event:
            case jobs.Done(_, report):
                self._show(report)
            case jobs.Failed(_, reason):
                self._refuse(sentence(reason))

    def _show(self, report: Mapping[str, Any]) -> None:
        self.said.setText(typeset(meaning_words(report)))
        self.files.show_copies(report, new=bool(report["kept"]))
        self.again.setEnabled(bool(report["kept"]) or self.again.isChecked())
        files = counted(len(report["copies"]), self.tr("fichier"), self.tr("fichiers"))
        self.take.setText(self.tr("Écrire {files}").format(files=files))
        self.take.setEnabled(True)

    def _refuse(self, words: str) -> None:
        self.said.setText(typeset(words))
        self.files.fill([])
        self.take.setText(self.tr("Partager"))
        self.take.setEnabled(False)

    def _cancel(self) -> None:
        if self._number is not None:
            self._tasks.cancel_preview(self._number)
            self._number = None

    def _stop(self) -> None:
        self._later.stop()
        self._cancel()
        self._tasks.previewed.disconnect(self._hear)

    def accept(self) -> None:
        """Agree to what was shown; what has changed since is dealt first."""
        if self._later.isActive():
            self._ask()
        elif self.take.isEnabled():
            super().accept()
