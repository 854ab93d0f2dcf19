"""The inspector: what is known of the focused mark, or of the article where none is focused.

What the mark itself tells is said at once. What has to be looked for, in the log, in the rest of the article and in
the project, follows when the focus has come to rest, so that stepping from mark to mark never waits for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.inspector.elsewhere import Elsewhere
from annotator.ui.inspector.facts import article_lines, mark_lines, tally_words
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from annotator.app.session import Session
    from annotator.core.annotation import Mark
    from annotator.core.labels import Label
    from annotator.ui.inspector.note_editor import NoteEditor

_REST_MS = 150
_MARGIN = 8  # above and below a note that is scrolled to, in pixels
_BEFORE_LINKS = 2  # where in the column a note is written


class Inspector(QFrame):
    """A few lines on one mark.

    Signals:
        occurrences_requested: the annotator wants to see where else the words of the mark stand.
        note_requested: the annotator wants to write a note.
    """

    occurrences_requested = Signal()
    note_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Pourquoi cette annotation"))
        self._session: Session | None = None
        self._labels: dict[str, Label] = {}
        self._mark: Mark | None = None
        self._at_once: list[tuple[str, str]] = []
        self._later: list[tuple[str, str]] = []
        self._past = ""
        self._elsewhere = Elsewhere(self)
        self._elsewhere.counted.connect(self._show_elsewhere)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look_around)
        self._place()

    def _place(self) -> None:
        self._title = QLabel(self)
        self._title.setObjectName("inspected")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self._occurrences = self._link(self.tr("Voir les occurrences…"), "see_occurrences")
        self._occurrences.clicked.connect(self.occurrences_requested)
        self._note = self._link(self.tr("Ajouter une note"), "write_note")
        self._note.clicked.connect(self.note_requested)
        self._editor: NoteEditor | None = None
        self._past_name, self._past_lines = self._caption(self.tr("Historique")), self._value()
        inside = QWidget(self)
        inside.setObjectName("inspector_page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self._column.addLayout(self._lines)
        links = QVBoxLayout()
        links.setSpacing(0)
        links.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        links.addWidget(self._occurrences, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(links)
        past = QVBoxLayout()
        past.setSpacing(4)
        past.addWidget(self._past_name)
        past.addWidget(self._past_lines)
        self._column.addLayout(past)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("inspector_area")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.accessibleName())
        area.setWidget(inside)
        area.verticalScrollBar().rangeChanged.connect(self._keep_note_in_sight)
        self._area = area
        self.setFocusProxy(area)
        for before, after in pairwise((area, self._note, self._occurrences)):
            self.setTabOrder(before, after)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(area)

    def _link(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setProperty("link", True)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Tell of the marks of another session."""
        self._rest.stop()
        self._elsewhere.stop()
        self._session = session
        self._mark = None
        self._labels = {} if session is None else {label.id: label for label in session.project.labels()}

    def show_mark(self, mark: Mark | None) -> None:
        """Tell of a mark of the open article, or of the article itself."""
        session = self._session
        if session is None or session.article is None:
            return
        article = session.article
        if mark is None or self._mark is None or mark.key != self._mark.key:
            self._later = []
            self._past = ""
            self._elsewhere.stop()
            self._area.verticalScrollBar().setValue(0)
            if self._editor is not None and self._editor.is_open:
                # Later, since this may be told of a change, and no other may be made meanwhile.
                QTimer.singleShot(0, self._editor.finish)
        self._mark = mark
        if mark is None:
            self._title.setText(article.title)
            self._at_once = article_lines(article, session.annotation)
            self._rest.stop()
        else:
            self._title.setText(" ".join(article.text[mark.start : mark.end].split()))
            self._at_once = mark_lines(article.text, mark, self._labels, session.suggestions)
            self._rest.start()
        note = session.annotation.note if mark is None else (mark.span.note if mark.span is not None else None)
        self._note.setText(self.tr("Modifier la note") if note else self.tr("Ajouter une note"))
        self._show_links()
        self._fill()

    def _show_links(self) -> None:
        """Offer what can be done with the mark, or the article, while no note is being written."""
        writing = self._editor is not None and self._editor.is_open
        self._note.setVisible(not writing)
        self._occurrences.setVisible(not writing and self._mark is not None)

    def lines(self) -> dict[str, str]:
        """Return what is shown, by the name of the line."""
        past = [(self._past_name.text(), self._past)] if self._past else []
        return dict(self._at_once + self._later + past)

    def settled(self) -> bool:
        """Tell whether all that had to be looked for is there."""
        return not self._rest.isActive() and not self._elsewhere.running

    def write_note(self, note: str, about: str) -> NoteEditor:
        """Let the annotator write a note in place; the editor tells what became of it.

        Args:
            note: what is there already.
            about: what the note is on.
        """
        from annotator.ui.inspector.note_editor import NoteEditor

        if self._editor is not None:
            self._editor.deleteLater()
        editor = NoteEditor(self)
        self._editor = editor
        self._column.insertWidget(_BEFORE_LINKS, editor)
        editor.closed.connect(self._show_links)
        editor.open(note, about)
        self._show_links()
        self._keep_note_in_sight()
        return editor

    def _keep_note_in_sight(self) -> None:
        """Scroll to the note being written, also when lines that come later push it down."""
        if self._editor is not None and self._editor.is_open:
            place = self._editor.geometry()  # all of it: Qt's own `ensureWidgetVisible` is content with the cursor
            for edge in (place.bottom(), place.top()):
                self._area.ensureVisible(0, edge, 0, _MARGIN)

    def finish_note(self) -> None:
        """Keep the note that is being written, if any is."""
        if self._editor is not None:
            self._editor.finish()

    # What follows when the focus rests

    def _look_around(self) -> None:
        if self._session is not None and self._mark is not None:
            self._elsewhere.start(self._session, self._mark)

    def _show_elsewhere(self) -> None:
        session, mark = self._session, self._mark
        if session is None or mark is None or session.article is None:
            return
        lines = [(self.tr("Conflit"), self._conflicts(session, mark))]
        lines.append((self.tr("Ici aussi"), tally_words(self._elsewhere.here, self._labels)))
        lines.append((self.tr("Ailleurs"), self._elsewhere_words()))
        self._later = [(name, words) for name, words in lines if words]
        self._past = self._past_words(session, mark)
        self._fill()

    def _conflicts(self, session: Session, mark: Mark) -> str:
        conflicts = session.conflicts().get(mark.key)
        if not conflicts or session.article is None:
            return ""
        from annotator.ui.conflict_words import conflict_words

        names = session.project.annotators()
        lines = conflict_words(conflicts, text=session.article.text, labels=self._labels, annotators=names)
        return "\n".join(lines)

    def _elsewhere_words(self) -> str:
        found = tally_words(self._elsewhere.in_project, self._labels)
        if self._elsewhere.running:
            return "…"
        articles = counted(self._elsewhere.articles, self.tr("article"), self.tr("articles")).replace(" ", "\u00a0")
        if not self._elsewhere.finished:
            return self.tr("au moins {found} ({articles})").format(found=found, articles=articles) if found else ""
        if not found:
            return self.tr("dans aucun autre article")
        return self.tr("{found} ({articles})").format(found=found, articles=articles)

    def _past_words(self, session: Session, mark: Mark) -> str:
        from annotator.app.looking_back import past_of
        from annotator.ui.inspector.past import past_words

        text = session.article.text if session.article is not None else ""
        return past_words(past_of(session, mark), session.annotator_name, text, self._labels)

    # Rows are made once, since every step of the focus comes here

    def _fill(self) -> None:
        lines = self._at_once + self._later
        while len(self._rows) < len(lines):
            self._add_row()
        for row, (caption, value) in enumerate(self._rows):
            shown = row < len(lines)
            if shown:
                caption.setText(lines[row][0])
                value.setText(lines[row][1])
                value.setAccessibleName(", ".join(lines[row]))
            caption.setVisible(shown)
            value.setVisible(shown)
        self._past_lines.setText(self._past)
        for label in (self._past_name, self._past_lines):
            label.setVisible(bool(self._past))

    def _add_row(self) -> None:
        caption, value = self._caption(), self._value()
        self._lines.addWidget(caption, len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(value, len(self._rows), 1)
        self._rows.append((caption, value))

    def _caption(self, words: str = "") -> QLabel:
        caption = QLabel(words, self)
        caption.setObjectName("caption")
        return caption

    def _value(self) -> QLabel:
        value = QLabel(self)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return value
