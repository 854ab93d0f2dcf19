"""Agreement: how far annotators mean the same, where they differ, and why one number is not another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app import agreement_asked
from annotator.app.agreement_asked import Known, Question, Which
from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.ui.article_list.chips import Flow
from annotator.ui.dates import moment_words
from annotator.ui.language import language
from annotator.ui.statistics.agreement_list import Listing, fill_listing
from annotator.ui.statistics.agreement_pair import PairTables
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.wording import counted, explained, number_words, sentence, typeset

if TYPE_CHECKING:
    from annotator.app.jobs import Event
    from annotator.ui.tasks import Tasks

_AT_ONCE = 50
"""Differences on one page of a list."""


class Shown(NamedTuple):
    """What the screen has to show.

    Attributes:
        question: who is compared.
        known: what is known of it, however old.
        failed: why it could not be found, if it could not.
        listing: the list of differences that is open, if one is.
        people: those who may be compared, by id.
    """

    question: Question
    known: Known | None
    failed: Wording | None
    listing: Listing | None
    people: Mapping[int, str]


class AgreementScreen(Screen):
    """The agreement of annotators, found in the background; what was found last is shown at once."""

    about_one = False

    def __init__(self, parent: QWidget | None = None) -> None:
        self._question = Question()
        self._failed: Wording | None = None
        self._listing: Listing | None = None
        self._number: int | None = None
        self._waiting: QLabel | None = None
        self._tasks: Tasks | None = None
        super().__init__(parent)

    def title(self) -> str:
        return self.tr("Accord")

    def use(self, tasks: Tasks) -> None:
        self._tasks = tasks
        tasks.previewed.connect(self._hear)
        tasks.preview_progressed.connect(self._hear_progress)

    # Finding it

    def forget(self) -> None:
        self._question, self._number, self._failed, self._listing = Question(), None, None, None

    def read(self, asked: Asked) -> Shown:
        known = agreement_asked.known(asked.project, self._question)
        if (known is None or not known.current) and self._number is None and self._failed is None:
            self._ask()
        return Shown(self._question, known, self._failed, self._listing, asked.project.names())

    def _ask(self) -> None:
        if self._tasks is not None:
            self._failed = None
            self._number = self._tasks.agreement(self._question)

    def _ask_for_list(self, which: Which, words: str, begin: int = 0) -> None:
        if self._tasks is None:
            return
        self._give_up()
        self._number = self._tasks.differences(self._question, which, begin=begin, count=_AT_ONCE)
        self._listing = Listing(which, words, None)
        self.renew()

    def _give_up(self) -> None:
        if self._number is not None and self._tasks is not None:
            self._tasks.cancel_preview(self._number)
        self._number = None

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._number:
            return
        self._number = None
        match event:
            case jobs.Failed(_, reason):
                self._failed = Wording(*reason)
                self._listing = None
            case jobs.Done(_, result) if self._listing is not None and "differences" in result:
                self._listing = self._listing._replace(found=dict(result))
        self.renew()

    def _hear_progress(self, number: int, done: int, total: int) -> None:
        if number == self._number and self._waiting is not None:
            words = self.tr("Comparaison en cours : {done} articles sur {total}…")
            self._waiting.setText(typeset(words.format(done=number_words(done), total=number_words(total))))

    def compare(self, question: Question) -> None:
        """Ask another question."""
        if question != self._question:
            self._give_up()
            self._question, self._failed, self._listing = question, None, None
            self.renew()

    # Showing it

    def fill(self, value: Shown) -> None:
        self._waiting = None
        if value.listing is not None:
            self._fill_list(value.listing)
            return
        self._fill_choice(value)
        if value.failed is not None:
            self.empty(sentence(value.failed))
            self.button(self.tr("Réessayer"), self._try_again)
        elif value.known is None:
            self._waiting = self.empty(self.tr("Comparaison en cours…"))
        if value.known is not None:
            self._fill_report(value.known)

    def _try_again(self) -> None:
        self._failed = None
        self.renew()

    def _fill_choice(self, value: Shown) -> None:
        """Put what can be chosen: who, which statuses, which other project."""
        held = QWidget(self.widget())
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        shown = value.known.report["annotators"] if value.known is not None else ()
        chosen = value.question.between or [each["name"] for each in shown] or list(value.people.values())
        people = self._row(column, self.tr("Qui"))
        boxes = {
            name: self._box(name, name in chosen, people) for name in dict.fromkeys((*value.people.values(), *chosen))
        }
        for box in boxes.values():
            box.clicked.connect(partial(self._choose_people, boxes))
        statuses = self._row(column, self.tr("Articles"))
        for status in (Status.FINISHED, Status.IN_PROGRESS, Status.SET_ASIDE):
            box = self._box(status.wording.in_language(language()), status in value.question.statuses, statuses)
            box.clicked.connect(partial(self._choose_status, status, box))
        self._add_other(column, value.question)
        self.add(held)

    def _row(self, column: QVBoxLayout, words: str) -> QWidget:
        held = QWidget()
        line = QHBoxLayout()
        label = QLabel(words)
        label.setObjectName("caption")
        label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 12)
        line.addWidget(label)
        Flow(held, apart=16)
        line.addWidget(held, 1)
        column.addLayout(line)
        return held

    def _box(self, words: str, on: bool, row: QWidget) -> QCheckBox:
        box = QCheckBox(words.replace("&", "&&"), row)
        box.setChecked(on)
        layout = row.layout()
        if layout is not None:
            layout.addWidget(box)
        return box

    def _add_other(self, column: QVBoxLayout, question: Question) -> None:
        line = QHBoxLayout()
        line.setSpacing(14)
        if question.other is not None:
            line.addWidget(QLabel(explained(self.tr("Avec le projet"), question.other.name)))
            leave, words = QPushButton(self.tr("Ne plus comparer avec lui")), self.tr("Avec un autre projet…")
            leave.setProperty("link", True)
            leave.clicked.connect(lambda: self.compare(replace(question, other=None, between=None)))
        else:
            leave, words = None, self.tr("Comparer avec un autre projet…")
        choose = QPushButton(words)
        choose.setProperty("link", True)
        choose.clicked.connect(self._choose_other)
        line.addWidget(choose)
        if leave is not None:
            line.addWidget(leave)
        line.addStretch(1)
        column.addLayout(line)

    def _choose_people(self, boxes: Mapping[str, QCheckBox]) -> None:
        self.compare(replace(self._question, between=tuple(name for name, box in boxes.items() if box.isChecked())))

    def _choose_status(self, status: Status, box: QCheckBox) -> None:
        statuses = self._question.statuses
        statuses = statuses | {status} if box.isChecked() else statuses - {status}
        if statuses:
            self.compare(replace(self._question, statuses=statuses))
        else:
            self.told.emit(self.tr("Il faut au moins un état."))
            self._value = None
            self.renew()

    def _choose_other(self) -> None:
        from annotator.ui import file_dialogs

        path = file_dialogs.existing_project(self)
        if path is not None:
            self.compare(replace(self._question, other=path, between=None))

    def _fill_report(self, known: Known) -> None:
        report = known.report
        if not known.current:
            self.note(
                explained(
                    moment_words(known.at), self.tr("depuis, des annotations ont changé ; nouveau calcul en cours…")
                )
                if self._number is not None
                else explained(moment_words(known.at), self.tr("depuis, des annotations ont changé."))
            )
        count = counted(len(report["articles"]), self.tr("article comparé"), self.tr("articles comparés"))
        names = ", ".join(each["shown"] for each in report["annotators"])
        self.note(f"{explained(names, count)}.")
        if report["left_out"]:
            others = counted(report["left_out"], self.tr("autre"), self.tr("autres"))
            self.note(self.tr("{count} que seuls certains ont").format(count=others) + ".")
        if len(report["pairs"]) > 1:
            self._fill_overview(report)
        for at, pair in enumerate(report["pairs"]):
            PairTables(self, at, pair, tuple(report["articles"]), self._ask_for_list).fill()
        self.section(self.tr("Pourquoi ces nombres diffèrent"))
        self.note(report["why_tokens_differ"][language()])

    def _fill_overview(self, report: Mapping[str, Any]) -> None:
        from annotator.ui.statistics.agreement_pair import measure_cell

        title = self.tr("Deux à deux")
        alpha = self.tr("α de Krippendorff sur tous : {alpha}").format(alpha=measure_cell(report["alpha"]).text)
        self.section(title, alpha)
        self.table(
            title,
            [self.tr("premier"), self.tr("second"), self.tr("F1 exacte"), self.tr("F1 partielle"), "κ", "α"],
            [
                [
                    pair["first"],
                    pair["second"],
                    measure_cell(pair["exact"]["f1"]),
                    measure_cell(pair["partial"]["f1"]),
                    measure_cell(pair["kappa"]),
                    measure_cell(pair["alpha"]),
                ]
                for pair in report["pairs"]
            ],
        )

    def _fill_list(self, listing: Listing) -> None:
        fill_listing(
            self,
            listing,
            back=self._close_list,
            turn=lambda begin: self._ask_for_list(listing.which, listing.words, begin),
            at_once=_AT_ONCE,
        )

    def _close_list(self) -> None:
        self._give_up()
        self._listing = None
        self.renew()
