"""Which articles go out, and whose annotations: rows of the form of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.export_options import Whose
from annotator.core.annotation import Status
from annotator.ui.article_list.chips import Flow
from annotator.ui.language import translate
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BETWEEN_TICKS = 18
_LINES_APART = 5


class Scope(NamedTuple):
    """Articles to choose from.

    Attributes:
        words: what they are called.
        articles: their ids; None for all of the project.
    """

    words: str
    articles: tuple[int, ...] | None


def scopes(*, total: int, listed: Sequence[int] | None, chosen: Sequence[int]) -> list[Scope]:
    """Return from which articles an export may take: all, what the list shows, and what is chosen in it.

    Args:
        total: how many articles there are.
        listed: what the list shows, where it is filtered; None otherwise.
        chosen: which articles are chosen.
    """

    def within(words: str, count: int) -> str:
        return words.format(articles=counted(count, translate("export", "article"), translate("export", "articles")))

    found = [Scope(within(translate("export", "Tout le pro&jet ({articles})"), total), None)]
    if listed is not None:
        words = within(translate("export", "Ce que montre la &liste ({articles})"), len(listed))
        found.append(Scope(words, tuple(listed)))
    if chosen:
        found.append(Scope(within(translate("export", "La &sélection ({articles})"), len(chosen)), tuple(chosen)))
    return found


class ArticleChoice(QObject):
    """Adds rows to a form, and says what is chosen in them.

    Signals:
        changed: something else is chosen now.
    """

    changed = Signal()

    def __init__(
        self,
        form: QFormLayout,
        given: Sequence[Scope],
        annotators: Mapping[int, str],
        mine: str,
        parent: QWidget,
        *,
        settled: bool = False,
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._scopes = list(given)
        self._add_scopes(form)
        self._add_statuses(form)
        self._add_ticks(form)
        self._add_annotators(form, annotators, mine, settled=settled)

    def _add_scopes(self, form: QFormLayout) -> None:
        self._buttons = QButtonGroup(self)
        box = QWidget(self._page)
        column = QVBoxLayout(box)
        # The form gives the label of something tall a box of 7/4 of its height, and puts it into the middle of that.
        above = self._page.fontMetrics().height() // 4 if len(self._scopes) > 1 else 0
        column.setContentsMargins(0, above, 0, 0)
        column.setSpacing(_LINES_APART)
        for place, scope in enumerate(self._scopes):
            button = QRadioButton(scope.words, box)
            button.setObjectName(f"export_scope_{place}")
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._buttons.addButton(button, place)
            column.addWidget(button)
        self._buttons.buttonToggled.connect(self._scope_toggled)
        if len(self._scopes) == 1:
            self._buttons.button(0).setChecked(True)
            self._buttons.button(0).hide()  # nothing to choose from
            whole = QLabel(self._scopes[0].words.replace("&", ""), box)
            whole.setToolTip(
                self.tr("Filtrez la liste, ou choisissez-y des articles, pour n'en exporter qu'une partie.")
            )
            column.addWidget(whole)
        form.addRow(self.tr("Articles"), box)

    def _scope_toggled(self, button: QAbstractButton, on: bool) -> None:
        # Tab is to reach the one that is chosen; Qt would go to the first until somebody has been there.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if on:
            self.changed.emit()

    def _add_statuses(self, form: QFormLayout) -> None:
        names = {
            Status.FINISHED: self.tr("terminés"),
            Status.IN_PROGRESS: self.tr("en cours"),
            Status.NEW: self.tr("nouveaux"),
            Status.SET_ASIDE: self.tr("mis de côté"),
        }
        box = QWidget(self._page)
        flow = Flow(box, apart=_BETWEEN_TICKS)
        self._statuses: dict[Status, QCheckBox] = {}
        for status, words in names.items():
            tick = QCheckBox(words, box)
            tick.setObjectName(f"export_{status.name.lower()}")
            tick.setAccessibleName(self.tr("Articles {status}").format(status=words))
            tick.toggled.connect(self.changed)
            flow.addWidget(tick)
            self._statuses[status] = tick
        form.addRow(self.tr("États"), box)

    def _add_ticks(self, form: QFormLayout) -> None:
        self.flagged = QCheckBox(self.tr("Aussi ceux qui portent un &drapeau"), self._page)
        self.empty = QCheckBox(self.tr("Aussi ceux qui n'ont &aucune annotation"), self._page)
        self.empty.setToolTip(self.tr("Terminés, ils apprennent qu'il n'y a rien à y trouver."))
        box = QWidget(self._page)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LINES_APART)
        for tick in (self.flagged, self.empty):
            tick.toggled.connect(self.changed)
            column.addWidget(tick)
        form.addRow("", box)

    def _add_annotators(self, form: QFormLayout, annotators: Mapping[int, str], mine: str, *, settled: bool) -> None:
        self._whose = QComboBox(self._page)
        self._whose.setObjectName("export_whose")
        self._values: list[tuple[Whose, tuple[str, ...] | None]] = []

        def add(words: str, whose: Whose, names: tuple[str, ...] | None) -> None:
            self._whose.addItem(words)
            self._values.append((whose, names))

        add(self.tr("{name} (vous)").format(name=mine), Whose.ONE, (mine,))
        others = [name for name in annotators.values() if name != mine]
        for name in others:
            add(name, Whose.ONE, (name,))
        if others:
            add(self.tr("tous, là où ils sont d'accord"), Whose.ONE, None)
            add(self.tr("tous, ce qu'une majorité a tracé"), Whose.MAJORITY, None)
            add(self.tr("chacun à part, sous son nom"), Whose.EACH, None)
            if settled:
                add(self.tr("ce qui a été réglé entre eux"), Whose.SETTLED, None)
        self._whose.currentIndexChanged.connect(self.changed)
        form.addRow(self.tr("A&nnotations de"), self._whose)
        form.setRowVisible(self._whose, bool(others))

    # What is chosen

    def show(
        self,
        *,
        scope: int,
        statuses: Sequence[Status],
        flagged: bool,
        empty: bool,
        whose: Whose,
        annotators: tuple[str, ...] | None,
    ) -> None:
        """Choose; whoever is not in the project any more gives way to the annotator."""
        self._buttons.button(min(scope, len(self._scopes) - 1)).setChecked(True)
        for status, tick in self._statuses.items():
            tick.setChecked(status in statuses)
        self.flagged.setChecked(flagged)
        self.empty.setChecked(empty)
        wanted = (whose, annotators)
        self._whose.setCurrentIndex(self._values.index(wanted) if wanted in self._values else 0)

    @property
    def articles(self) -> tuple[int, ...] | None:
        """Ids of the articles to take from; None for all."""
        return self._scopes[max(self._buttons.checkedId(), 0)].articles

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that go out."""
        return tuple(status for status, tick in self._statuses.items() if tick.isChecked())

    @property
    def whose(self) -> Whose:
        """Which of several annotators' work goes out."""
        return self._values[self._whose.currentIndex()][0]

    @property
    def annotators(self) -> tuple[str, ...] | None:
        """Names of those whose work goes out; None for all."""
        return self._values[self._whose.currentIndex()][1]
