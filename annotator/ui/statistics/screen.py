"""What every screen of the statistics is: a page that scrolls, of headings, figures, tables, charts and notes.

A screen says its `title`, reads a value and fills itself with it. It reads in the window, from counts that the project
keeps, and is filled anew only where the value is another one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.ui.sheet import sheet
from annotator.ui.statistics.drills import Articles, Drill, Place
from annotator.ui.statistics.tables import Given, Table, copy_rows
from annotator.ui.wording import explained, number_words, sentence

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.app.session import Session
    from annotator.core.labels import Label
    from annotator.ui.statistics.charts import ChartView
    from annotator.ui.tasks import Tasks

Action = tuple[str, Callable[[], object]]
"""Words of a button, and what it does."""

_MOST_ROWS = 100
"""Rows of a table that are shown before somebody asks for all of them."""


class Asked(NamedTuple):
    """What a screen is asked about.

    Attributes:
        project: the project file.
        annotator: id of the annotator, or of the settled layer, whose work it is about.
        session: the session of the window, for what somebody does from a screen.
    """

    project: Project
    annotator: int
    session: Session


class Screen(QScrollArea):
    """One question about the project. Subclasses give `title`, `read` and `fill`.

    Attributes:
        about_one: whether it is about the work of one annotator, who is chosen over it.

    Signals:
        articles_requested: ids of articles, or an `ArticleQuery`, to be shown in the list, and words that say why.
        article_requested: id of an article to open, and the code points where a place in it starts and ends.
        action_requested: the name of an action of the window to be done, such as ``"import"``.
        settling_requested: ids of articles to settle.
        renewed: there is something else to read.
        told: words for the message bar.
    """

    articles_requested = Signal(object, str)
    article_requested = Signal(int, int, int)
    action_requested = Signal(str)
    settling_requested = Signal(object)
    renewed = Signal()
    told = Signal(str)
    about_one = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(sheet(self))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.title())
        self.asked: Asked | None = None
        self._value: Any = None
        self._filled = False
        self._wanted: QWidget | None = None
        self._page = QWidget(self)
        self._column = QVBoxLayout(self._page)
        self.setWidget(self._page)

    # For subclasses

    @abstractmethod
    def title(self) -> str:
        """Return what the screen is called."""

    @abstractmethod
    def read(self, asked: Asked) -> Any:
        """Return the value to show, in at most 200 ms.

        Raises:
            UserError: there is nothing to show, for the reason given.
        """

    @abstractmethod
    def fill(self, value: Any) -> None:
        """Put the value on the page, with the methods below."""

    def use(self, tasks: Tasks) -> None:
        """Take the background work of the window, for screens that have something found there."""

    def forget(self) -> None:
        """Forget what was asked about another project: nothing more will be heard of it."""

    # What the page does with it

    def refresh(self, asked: Asked) -> None:
        """Read again, and show what was read where it is another value than before."""
        other = self.asked is None or asked[:2] != self.asked[:2]
        if self.asked is not None and self.asked.project is not asked.project:
            self.forget()
        self.asked = asked
        try:
            value = self.read(asked)
        except UserError as error:
            self._show(error, partial(self.empty, sentence(error.wording)), top=other)
            return
        if not self._filled or other or value != self._value:
            self._show(value, partial(self.fill, value), top=other)

    def _show(self, value: Any, fill: Callable[[], object], *, top: bool) -> None:
        place, focused = self.verticalScrollBar().value(), self._focused()
        self._page = QWidget(self)
        self._page.setObjectName("statistics_page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(36, 20, 36, 28)
        self._column.setSpacing(8)
        fill()
        self._column.addStretch(1)
        before = self.takeWidget()
        self.setWidget(self._page)
        if before is not None:
            before.deleteLater()
        self._value, self._filled = value, True
        wanted, self._wanted = self._wanted, None
        if not top:
            self._go_back(place, focused)
        if wanted is not None and focused is not None:
            wanted.setFocus()

    def _focused(self) -> tuple[int, tuple[int, int]] | None:
        """Return which of its controls has the keys, by its place among them, and the cell where it is a table."""
        for at, each in enumerate(self._controls()):
            if each.hasFocus():
                table = (each.currentRow(), each.currentColumn()) if isinstance(each, Table) else (-1, -1)
                return at, table
        return None

    def _controls(self) -> list[QWidget]:
        page = self.widget()
        found = page.findChildren(QWidget) if page is not None else []
        return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _go_back(self, place: int, focused: tuple[int, tuple[int, int]] | None) -> None:
        controls = self._controls()
        if focused is not None and focused[0] < len(controls):
            control = controls[focused[0]]
            if isinstance(control, Table):
                control.setCurrentCell(*focused[1])
            control.setFocus()
        elif focused is not None:
            self.setFocus()
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def renew(self) -> None:
        """Read again, and show it where it is something else."""
        if self.asked is not None:
            self.refresh(self.asked)

    # What a page is made of

    def labels(self) -> dict[str, Label]:
        """Return the labels of the project, by id."""
        return {} if self.asked is None else {label.id: label for label in self.asked.project.labels()}

    def add(self, widget: QWidget) -> QWidget:
        """Put any widget below what is there, and return it."""
        self._column.addWidget(widget)
        return widget

    def beside(self, *fills: Callable[[], object]) -> None:
        """Put parts side by side where there is room; each function puts one on the page."""
        from annotator.ui.statistics.beside import Beside

        held, below = Beside(self._page), self._column
        for fill in fills:
            self._column = held.add_column()
            fill()
        held.close_columns()
        self._column = below
        self._column.addWidget(held)

    def lead_to(self, widget: QWidget) -> None:
        """Let the keys be in a widget when the page is filled, where they were on the page before."""
        self._wanted = widget

    def section(self, title: str, caption: str = "") -> None:
        """Begin a part of the page: its title, and a sentence on what it means."""
        if self._column.count():
            self._column.addSpacing(16)
        label = QLabel(title, self._page)
        label.setObjectName("section_title")
        label.setWordWrap(True)
        self._column.addWidget(label)
        if caption:
            self.note(caption)

    def figures(self, figures: Sequence[tuple[int | str, str, Drill | None]]) -> None:
        """Put a row of large numbers, each with its words below and perhaps a link."""
        from annotator.ui.article_list.chips import Flow

        held = QWidget(self._page)
        row = Flow(held, apart=40)
        for value, words, drill in figures:
            row.addWidget(self._figure(number_words(value) if isinstance(value, int) else value, words, drill))
        self._column.addWidget(held)

    def _figure(self, value: str, words: str, drill: Drill | None) -> QWidget:
        held = QWidget(self._page)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if drill is None:
            number: QWidget = QLabel(value, held)
        else:
            button = QPushButton(value, held)
            button.setProperty("link", True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleName(f"{value} {words}")
            button.setFlat(True)
            button.clicked.connect(lambda: self.follow(drill))
            number = button
        number.setObjectName("figure")
        caption = QLabel(words, held)
        caption.setObjectName("caption")
        column.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(caption)
        return held

    def table(
        self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Given]], *, most: int = _MOST_ROWS
    ) -> Table:
        """Put a table, the first rows of it where it is long; its files have all.

        Args:
            name: what it is a table of; its files are named so too.
            heads: of the columns.
            rows: cells, as many in each row as there are heads.
            most: how many rows are shown before somebody asks for all of them.
        """
        table = Table(name, heads, rows[:most], self._page)
        table.followed.connect(self.follow)
        table.save_requested.connect(lambda: self._save_table(name, heads, rows))
        self._column.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)
        before = []
        if len(rows) > most:
            words = self.tr("Tout montrer ({count} lignes)").format(count=number_words(len(rows)))
            everything = self._link(words, self._page, says=explained(name, words))
            everything.clicked.connect(lambda: self._show_all(table, name, heads, rows, everything))
            before.append(everything)
        self._column.addWidget(self.table_links(name, heads, lambda: rows, before))
        return table

    def table_links(
        self,
        name: str,
        heads: Sequence[str],
        rows: Callable[[], Sequence[Sequence[Given]]],
        before: Sequence[QWidget] = (),
        behind: Sequence[QWidget] = (),
    ) -> QWidget:
        """Return a line of links to stand below rows: to copy them, and to write them to a CSV file.

        Args:
            name: what the rows tell; their file is named so too.
            heads: of their columns.
            rows: returns all of them, once somebody asks.
            before: links that stand in front.
            behind: and behind.
        """
        below = QWidget(self._page)
        line = QHBoxLayout(below)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        for each in before:
            line.addWidget(each)
        for words, deed in (
            (self.tr("Copier"), lambda: self._copy(heads, rows())),
            (self.tr("CSV…"), lambda: self._save_table(name, heads, rows())),
        ):
            button = self._link(words, below, says=explained(words.rstrip("…"), name))
            button.clicked.connect(deed)
            line.addWidget(button)
        for each in behind:
            line.addWidget(each)
        line.addStretch(1)
        return below

    def _link(self, words: str, parent: QWidget, *, says: str) -> QPushButton:
        button = QPushButton(words, parent)
        button.setProperty("link", True)
        button.setAccessibleName(says)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _show_all(
        self, table: Table, name: str, heads: Sequence[str], rows: Sequence[Sequence[Given]], link: QWidget
    ) -> None:
        whole = Table(name, heads, rows, self._page)
        whole.followed.connect(self.follow)
        whole.save_requested.connect(table.save_requested)
        among = table.parentWidget()
        layout = among.layout() if among is not None else None
        if layout is not None:
            layout.replaceWidget(table, whole)
        table.hide()
        link.hide()
        whole.setFocus()

    def _copy(self, heads: Sequence[str], rows: Sequence[Sequence[Given]]) -> None:
        copy_rows(heads, rows)
        self.told.emit(self.tr("Tableau copié."))

    def chart(self, chart: ChartView) -> ChartView:
        """Put a chart, as `annotator.ui.statistics.charts` makes it."""
        chart.followed.connect(self.follow)
        chart.save_requested.connect(partial(self._save_chart, chart))
        self._column.addWidget(chart)
        return chart

    def note(self, words: str) -> QLabel:
        """Put a sentence in small letters."""
        label = QLabel(words, self._page)
        label.setObjectName("caption")
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def empty(self, words: str, action: Action | None = None) -> QLabel:
        """Say that there is nothing to show and what to do about it, perhaps with a button that does it."""
        label = QLabel(words, self._page)
        label.setObjectName("empty_words")
        label.setWordWrap(True)
        self._column.addSpacing(8)
        self._column.addWidget(label)
        if action is not None:
            self.button(*action)
        return label

    def button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        """Put a button that does something."""
        button = QPushButton(words, self._page)
        button.setObjectName("secondary")
        button.clicked.connect(lambda: deed())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    # Links and files

    def follow(self, drill: Drill) -> None:
        """Go where a link leads."""
        if isinstance(drill, Articles):
            self.articles_requested.emit(drill.found(), drill.words)
        elif isinstance(drill, Place):
            self.article_requested.emit(*drill)
        else:
            drill()

    def _save_table(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Given]]) -> None:
        from annotator.ui.statistics.chart_export import rows_of_cells, save_rows
        from annotator.ui.statistics.tables import cell_of

        cells = [[cell_of(each) for each in row] for row in rows]
        self._save(name, ".csv", lambda path: save_rows(path, heads, rows_of_cells(cells)))

    def _save_chart(self, chart: ChartView, suffix: str) -> None:
        self._save(chart.chart.title, suffix, chart.save)

    def _save(self, title: str, suffix: str, save: Callable[[Path], None]) -> None:
        from annotator.ui import file_dialogs
        from annotator.ui.statistics.chart_export import file_name
        from annotator.ui.statistics.charts import suffix_words

        folder = self.asked.project.path.parent if self.asked is not None else Path()
        proposed = folder / file_name(title, suffix)
        path = file_dialogs.export_target(self, proposed, suffix=suffix, title=suffix_words(suffix))
        if path is not None:
            save(path if path.suffix == suffix else path.with_name(path.name + suffix))
            self.told.emit(self.tr("Enregistré : {path}").format(path=path))
