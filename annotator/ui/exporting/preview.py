"""What an export will take and leave out, in numbers; each number leads to the articles it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.article_list.chips import Flow
from annotator.ui.exporting import preview_words
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.exporting.preview_words import Counted

_APART = 8
_AROUND = 10
_LINES = 5
_BETWEEN_LINES = 5
_ABOVE_LINK = 2  # as the style sheet has it


class Link(QWidget):
    """A number with its words, to be clicked; a dot goes between it and the next one.

    Signals:
        followed: it was clicked.
    """

    followed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.setObjectName(f"export_link_{name}")
        self.button.setProperty("link", True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.followed)
        self.dot = QLabel("·", self)
        self.dot.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        row.addWidget(self.button)
        row.addWidget(self.dot)

    def say(self, words: str, *, leads: bool, last: bool) -> None:
        """Say something; where it leads nowhere, it is no more than a number."""
        self.button.setText(words)
        self.button.setEnabled(leads)
        self.button.setToolTip(self.tr("Montrer ces articles dans la liste") if leads else "")
        self.dot.setVisible(not last)


class Links(QWidget):
    """Some links in a row, which goes on below where the room ends.

    Signals:
        articles_requested: ids of the articles of a link, and whether they lie in the trash.
    """

    articles_requested = Signal(object, bool)

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._articles: dict[str, tuple[Sequence[int], bool]] = {}
        self._links: dict[str, Link] = {}
        flow = Flow(self, apart=_APART)
        for name in names:
            link = Link(name, self)
            link.followed.connect(lambda name=name: self.articles_requested.emit(*self._articles[name]))
            link.hide()
            flow.addWidget(link)
            self._links[name] = link

    def show_counted(self, counted: Sequence[Counted]) -> None:
        """Show these links and no others; the keyboard stays where it is."""
        shown = {each.name: each for each in counted if each.name in self._links}
        last = next(reversed([name for name in self._links if name in shown]), None)
        for name, link in self._links.items():
            each = shown.get(name)
            if each is not None:
                self._articles[name] = each.articles, each.trashed
                link.say(each.words, leads=bool(each.articles), last=name == last)
            link.setVisible(each is not None)
        self.setVisible(bool(shown))
        self.updateGeometry()


class PreviewPanel(QFrame):
    """Says what an export would take, and what not.

    Signals:
        articles_requested: ids of articles to be shown, and whether they lie in the trash.
    """

    articles_requested = Signal(object, bool)

    def __init__(self, labels: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self._labels = labels
        self._said = QLabel(self)
        self._said.setObjectName("export_said")
        self._said.setWordWrap(True)
        self._taken = Links(preview_words.TAKEN, self)
        self._left = Links(preview_words.LEFT, self)
        self._left_caption = self._caption(self.tr("Aussi laissés de côté :"))
        self._spans, self._sides, self._lost = self._caption(), self._caption(), self._caption()
        for line, name in ((self._spans, "spans"), (self._sides, "sides"), (self._lost, "lost")):
            line.setObjectName(f"export_{name}")
        self._shown = self._caption()
        self._shown.setObjectName("export_shown")
        self._left_caption.setContentsMargins(0, _ABOVE_LINK, 0, 0)
        behind = QHBoxLayout()
        behind.setSpacing(_APART)
        behind.addWidget(self._left_caption, 0, Qt.AlignmentFlag.AlignTop)
        behind.addWidget(self._left, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, _AROUND, 14, _AROUND)
        column.setSpacing(_BETWEEN_LINES)
        column.addWidget(self._said)
        column.addWidget(self._taken)
        column.addLayout(behind)
        for line in (self._spans, self._sides, self._lost, self._shown):
            column.addWidget(line)
        column.addStretch(1)
        # The same for nearly all there is to say, so that the dialog does not move while one chooses.
        self.setMinimumHeight(_LINES * (self.fontMetrics().lineSpacing() + _BETWEEN_LINES) + 2 * _AROUND)
        for links in (self._taken, self._left):
            links.articles_requested.connect(self._lead)
        self.wait()

    def _caption(self, words: str = "") -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(not words)
        return label

    def wait(self) -> None:
        """Say that the numbers are being found out; those shown before stay until then."""
        self._shown.hide()
        if self._taken.isHidden():
            self._say(self.tr("Le contenu de l'export est en train d'être compté…"))

    def forget_format(self) -> None:
        """Say no longer what was so in another format."""
        for line in (self._sides, self._lost):
            line.hide()

    def complain(self, words: str) -> None:
        """Say why nothing can be exported so."""
        self._say(words)
        for hidden in (self._taken, self._left, self._left_caption, self._spans, self._sides, self._lost):
            hidden.hide()

    def show_preview(self, preview: Mapping[str, Any], unflagged: Sequence[int]) -> None:
        """Show what was found.

        Args:
            preview: as `annotator.app.export_preview.ExportPreview.to_json` gives it.
            unflagged: ids of articles that are left out because of their flags.
        """
        self._say("" if preview["articles"] else preview_words.nothing_words(preview))
        self._taken.show_counted(preview_words.taken(preview, unflagged))
        left = preview_words.left(preview)
        self._left.show_counted(left)
        self._left_caption.setVisible(bool(left))
        for line, words in (
            (self._spans, preview_words.span_words(preview, self._labels)),
            (self._sides, preview_words.side_words(preview)),
            (self._lost, preview_words.lost_words(preview["lost"])),
        ):
            line.setText(typeset(words))
            line.setVisible(bool(words))

    def _say(self, words: str) -> None:
        self._said.setText(typeset(words))
        self._said.setVisible(bool(words))

    def _lead(self, articles: Sequence[int], trashed: bool) -> None:
        self.articles_requested.emit(articles, trashed)
        self._shown.setText(typeset(preview_words.shown_words(len(articles))))
        self._shown.show()
