"""A text from the clipboard on its way to becoming an article: its title, source and date, and what it holds."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.import_report import Held
from annotator.app.incoming import first_line
from annotator.app.previewing import find_text
from annotator.core.errors import UserError
from annotator.core.text import clean
from annotator.formats.records import Record
from annotator.ui.wording import counted, quoted, sentence

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from annotator.app.import_report import Duplicate
    from annotator.app.session import Session

_LOOK_AGAIN_MS = 120
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


class PasteDialog(QDialog):
    """Asks for a text and what is known of it. Accepted, it has a `record`, or the article that is `held` already.

    The text is that of the clipboard to the last character as long as nobody edits it here; what was edited is read
    from the document as it is, without Qt's tidying of no-break spaces.

    Args:
        text: what to begin with.
        session: where it would go.
        parent: the window.
    """

    def __init__(self, text: str, *, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste_dialog")
        self.setWindowTitle(self.tr("Coller un article"))
        self._session = session
        self._pasted = text
        self._held: Duplicate | None = None
        self.title = QLineEdit(self)
        self.source = QLineEdit(self)
        self.date = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setObjectName("caption")
        self._place()
        self.text.setPlainText(text)
        self.text.document().setModified(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self.text.textChanged.connect(self._edited)
        self.date.textChanged.connect(self._look)
        self._look()

    def _place(self) -> None:
        self.title.setPlaceholderText(self.tr("Première ligne du texte"))
        self.source.setPlaceholderText(self.tr("Facultative : Le Monde, AFP…"))
        self.date.setPlaceholderText(self.tr("Facultative : 17/10/2023"))
        self.text.setPlaceholderText(self.tr("Collez ici le texte de l'article."))
        self.text.setTabChangesFocus(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (self.tr("&Titre"), self.title),
            (self.tr("&Source"), self.source),
            (self.tr("&Date"), self.date),
        ):
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(words, field)
        caption = QLabel(self.tr("Te&xte"), self)
        caption.setBuddy(self.text)
        self.text.setAccessibleName(self.tr("Texte de l'article"))
        self.take = QPushButton(self)
        self.take.setObjectName("primary")
        leave = QPushButton(self.tr("Annuler"), self)
        leave.setObjectName("secondary")
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(caption)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        column.addSpacing(4)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(min(110 * metrics.averageCharWidth(), 900), min(38 * metrics.lineSpacing(), 800))
        for first, second in ((self.title, self.source), (self.source, self.date), (self.date, self.text)):
            QWidget.setTabOrder(first, second)
        self.title.setFocus()

    @property
    def record(self) -> Record:
        """The article as a format would hand it over."""
        return Record(
            self._raw(),
            self.tr("texte collé"),
            title=self.title.text().strip() or None,
            source=self.source.text().strip() or None,
            date=iso_date(self.date.text()),
        )

    @property
    def held(self) -> Duplicate | None:
        """The article that has this text already, if there is one."""
        return self._held

    def _raw(self) -> str:
        if not self.text.document().isModified():
            return self._pasted
        # Qt ends paragraphs with U+2029; `toPlainText` would also make blanks of no-break spaces.
        return self.text.document().toRawText().replace("\u2029", "\n")

    def _edited(self) -> None:
        self.take.setEnabled(False)  # until it has been looked at: nothing is imported that was not
        self._later.start(_LOOK_AGAIN_MS)

    def _look(self) -> None:
        """Say what the text is, and what the button would do with it."""
        raw = self._raw()
        self._held = find_text(self._session.project, raw, annotator=self._session.annotator)
        self.title.setPlaceholderText(first_line(raw) or self.tr("Première ligne du texte"))
        words, possible = self._words_of(raw)
        if self.date.text().strip() and iso_date(self.date.text()) is None:
            words, possible = self.tr("La date se lit jour/mois/année : 17/10/2023, ou 2023-10-17."), False
        self.said.setText(words)
        self.take.setEnabled(possible)
        self.take.setText(self._button_words())

    def _words_of(self, raw: str) -> tuple[str, bool]:
        """Return what there is to say of a text, and whether anything can be done with it."""
        if not raw.strip():
            return self.tr("Il n'y a pas encore de texte."), False
        try:
            text = clean(raw).text
        except UserError as error:
            return sentence(error.wording), False
        size = ", ".join(
            (
                counted(len(text.split()), self.tr("mot"), self.tr("mots")),
                counted(len(text), self.tr("caractère"), self.tr("caractères")),
            )
        )
        if self._held is None:
            return f"{size}.", True
        why = (
            self.tr("Ce texte est dans la corbeille : {title}.")
            if self._held.held is Held.TRASH
            else self.tr("Ce texte est déjà dans le projet : {title}.")
        )
        return f"{why.format(title=quoted(self._held.title))} {size}.", True

    def _button_words(self) -> str:
        if self._held is None:
            return self.tr("Importer l'article")
        if self._held.held is Held.TRASH:
            return self.tr("Le sortir de la corbeille")
        return self.tr("Ouvrir cet article")


def iso_date(words: str) -> str | None:
    """Return a date that a person wrote as ISO 8601, the day before the month, or None where it is none."""
    words = words.strip()
    written = _DAY_FIRST.fullmatch(words)
    try:
        if written is not None:
            day, month, year = (int(group) for group in written.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None


def text_of(mime: QMimeData) -> str:
    """Return the text of what is on the clipboard or dragged along; of a page that has no other, its plain text."""
    if mime.hasText():
        return mime.text()
    if mime.hasHtml():
        from PySide6.QtGui import QTextDocumentFragment

        return QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    return ""
