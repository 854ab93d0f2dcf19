"""Where somebody's work does not agree with itself: a list to work off by keys, and the places of what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from annotator.app import counting
from annotator.app.consistency import Consistency
from annotator.core.consistency import Inconsistency, Kind
from annotator.core.errors import UserError
from annotator.ui.article_list.chips import Flow
from annotator.ui.language import language
from annotator.ui.statistics.consistency_details import Details
from annotator.ui.statistics.consistency_rows import file_heads, file_rows, place_heads, place_row, work_heads, work_row
from annotator.ui.statistics.consistency_tables import FoundTable
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.wording import counted, explained, number_words, quoted, sentence

if TYPE_CHECKING:
    from annotator.app.consistency_places import Place
    from annotator.app.jobs import Event
    from annotator.core.labels import Label
    from annotator.ui.tasks import Tasks

_PLACES = 200
"""Places that are shown at first."""
_MORE_PLACES = 1000
"""And how many more each time somebody asks."""


class Shown(NamedTuple):
    """What the screen shows.

    Attributes:
        found: what is inconsistent, of all kinds.
        waiting: whether more is to be looked through than the window has time for.
        annotated: whether anything is annotated.
        kinds: the kinds that are shown.
        left: whether it is what was left alone that is shown.
        others: how many would be shown otherwise: those left alone, or those that are not.
        labels: those of the project by id.
        own: whether it is the work of the annotator at work, who may change it.
    """

    found: tuple[Inconsistency, ...]
    waiting: bool
    annotated: bool
    kinds: frozenset[Kind]
    left: bool
    others: int
    labels: dict[str, Label]
    own: bool


class ConsistencyScreen(Screen):
    """What is treated in more than one way, to be corrected or left alone by a key each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: Tasks | None = None
        self._number: int | None = None  # of the examination under way
        self._looked = False  # whether one ended and there is still much to look through
        self._watch: Consistency | None = None
        self._kinds, self._left = frozenset(Kind), False
        self._items: list[Inconsistency] = []
        self._row, self._limit = 0, _PLACES
        self._lately: list[tuple[Inconsistency, bool]] = []  # left alone, or taken up again, since one looks
        self.work: FoundTable | None = None
        self.details: Details | None = None
        self._waiting: QLabel | None = None

    def title(self) -> str:
        return self.tr("Cohérence")

    def use(self, tasks: Tasks) -> None:
        self._tasks = tasks
        tasks.previewed.connect(self._hear)
        tasks.preview_progressed.connect(self._hear_progress)

    # Reading

    def read(self, asked: Asked) -> Shown:
        watch = self._watch
        if watch is None or watch.project is not asked.project or watch.annotator != asked.annotator:
            watch = self._watch = Consistency(asked.project, asked.annotator)
            self._row, self._number, self._looked = 0, None, False
            self._lately = []
        annotated = not counting.refresh_few(asked.project) or len(watch.surfaces) > 0
        waiting = annotated and watch.much_waits()
        if not annotated:
            self._looked = False  # and nothing is to be looked through
        elif not waiting:
            watch.refresh()
            self._looked = False
        elif self._number is None and not self._looked:
            self._look_through()
        return Shown(
            tuple(watch.found(left=self._left)),
            waiting,
            annotated,
            self._kinds,
            self._left,
            len(watch.found(left=not self._left)),
            {label.id: label for label in asked.project.labels()},
            asked.annotator == asked.session.annotator,
        )

    def _look_through(self) -> None:
        if self._tasks is not None and self._watch is not None:
            self._looked = False
            self._number = self._tasks.examine(self._watch.annotator)

    def _look_again(self) -> None:
        self._look_through()
        self.renew()

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._number or isinstance(event, jobs.Found):
            return
        self._number, self._looked = None, True
        if isinstance(event, jobs.Failed):
            self.told.emit(sentence(event.reason))
        self.renew()

    def _hear_progress(self, number: int, done: int, total: int | None) -> None:
        if number == self._number and self._waiting is not None and total:
            words = self.tr("Comptage en cours : {done} articles sur {total}…")
            self._waiting.setText(words.format(done=number_words(done), total=number_words(total)))

    def renew(self) -> None:
        """Read again and show it, be it the same."""
        self._value = None
        super().renew()

    # Showing

    def fill(self, value: Shown) -> None:
        had = self.work is not None and self.work.hasFocus()
        back = self._way_back()
        among = self.details is not None and self.details.places.hasFocus()
        self.work, self.details, self._waiting = None, None, None
        if value.waiting:
            self._fill_waiting(value)
        if not value.annotated:
            if not value.waiting:
                self.empty(self.tr("Rien n'est encore annoté. Ce qui l'est de deux façons paraîtra ici."))
            return
        if not value.waiting or value.found:
            self._fill_filters(value)
        self._items = [each for each in value.found if each.kind in value.kinds]
        if not self._items:
            if not value.waiting:
                self.empty(self._nothing(value))
            if back is not None:
                self.add(back)
                self.lead_to(back)
            return
        self._fill_work(value, back)
        if self.work is not None and had:
            self.lead_to(self.work)
        elif self.details is not None and among:
            self.lead_to(self.details.places)

    def _fill_waiting(self, value: Shown) -> None:
        if self._number is not None:
            words = self.tr("Comptage en cours…")
            self._waiting = self.note(words) if value.found else self.empty(words)
        else:
            self.note(self.tr("Des articles ont changé depuis le dernier comptage."))
            self.button(self.tr("Compter maintenant"), self._look_again)

    def _nothing(self, value: Shown) -> str:
        if value.found:
            return self.tr("Rien de ce qui est choisi. D'autres sortes sont à voir.")
        if value.left:
            return self.tr("Rien n'est laissé ainsi.")
        return self.tr("Tout est cohérent\u00a0: chaque forme est traitée partout de la même façon.")

    def _fill_filters(self, value: Shown) -> None:
        held = QWidget(self.widget())
        row = Flow(held, apart=18)
        for kind in Kind:
            many = number_words(sum(each.kind is kind for each in value.found))
            words = kind.wording.in_language(language())
            box = QCheckBox(f"{words[:1].upper()}{words[1:]}\u00a0· {many}", held)
            box.setChecked(kind in value.kinds)
            box.clicked.connect(lambda on, kind=kind: self._choose_kind(kind, on))
            row.addWidget(box)
        if value.left or value.others:
            many = number_words(len(value.found) if value.left else value.others)
            left = self.tr("Laissées ainsi")
            box = QCheckBox(f"{left}\u00a0· {many}", held)
            box.setObjectName("consistency_left")
            box.setChecked(value.left)
            box.clicked.connect(self._choose_left)
            row.addWidget(box)
        self.add(held)

    def _choose_kind(self, kind: Kind, on: bool) -> None:
        self._kinds = self._kinds | {kind} if on else self._kinds - {kind}
        self._row, self._limit = 0, _PLACES
        self.renew()

    def _choose_left(self, on: bool) -> None:
        self._left, self._row, self._limit = on, 0, _PLACES
        self.renew()

    def _fill_work(self, value: Shown, back: QPushButton | None) -> None:
        name, items = self.tr("Incohérences"), self._items
        work = self.work = FoundTable(name, work_heads(), most=9, parent=self.widget())
        work.put([work_row(each, value.labels) for each in items])
        self.add(work)
        links = self.table_links(
            name, file_heads(), lambda: list(file_rows(items, value.labels)), behind=[back] if back else []
        )
        self.add(links)
        details = self.details = Details(value.labels, own=value.own, left=value.left, parent=self.widget())
        details.add_below(
            self.table_links(details.places.accessibleName(), place_heads(), self._place_rows, [details.more])
        )
        self.add(details)
        self._row = min(self._row, len(self._items) - 1)
        with QSignalBlocker(work):
            work.setCurrentCell(self._row, 0)
        self._show_places()
        work.currentCellChanged.connect(lambda row, *_: self._choose_row(row))
        for each in (work, details.places):
            each.chosen.connect(self._correct)
            each.opened.connect(self._open)
            each.left_alone.connect(self._leave)
            each.taken_back.connect(self._take_back)
        details.chosen.connect(self._correct)
        details.left_alone.connect(self._leave)
        details.more_requested.connect(self._show_more)

    def _choose_row(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self._row, self._limit = row, _PLACES
            self._show_places()

    def _show_places(self, at: int = 0) -> None:
        if self.details is not None:
            item = self._items[self._row]
            found = self._places(item, None if item.kind is Kind.TEXTS else self._limit)
            rest = 0 if item.kind is Kind.TEXTS else item.agreeing + item.deviating - len(found)
            more = min(rest, _MORE_PLACES) if len(found) == self._limit else 0  # fewer are there than were counted
            self.details.show_item(item, found, at, more=max(0, more))

    def _show_more(self) -> None:
        self._limit += _MORE_PLACES
        if self.details is not None:
            at = self.details.places.rowCount()
            self._show_places(at)
            self.details.places.setFocus()

    def _places(self, item: Inconsistency, limit: int | None = None) -> list[Place]:
        from annotator.app.consistency_places import places

        return [] if self.asked is None else places(self.asked.project, self.asked.annotator, item, limit=limit)

    def _place_rows(self) -> list[tuple[str, ...]]:
        """Return all places of what is chosen, as a file has them."""
        item, labels = self._items[self._row], self._value.labels
        return [place_row(item, each, labels) for each in self._places(item)]

    # Deeds

    def _open(self) -> None:
        place = self.details.place if self.details is not None else None
        if place is not None:
            self.article_requested.emit(place.article, place.start, place.end)

    def _correct(self, way: int, everywhere: bool) -> None:
        """Treat the chosen place, or all that deviate, in one of the ways of what is chosen."""
        from annotator.app.consistency_correcting import correct

        asked, details = self.asked, self.details
        item = self._items[self._row]
        if asked is None or details is None or way >= len(item.variants):
            return
        if asked.annotator != asked.session.annotator:
            self.told.emit(self.tr("C'est le travail d'un autre\u00a0: seul cet annotateur peut le corriger."))
            return
        if everywhere:
            chosen: list[Place] = [
                each for each in self._places(item) if item.majority is None or each.variant != item.majority
            ]
        else:
            chosen = [details.place] if details.place is not None else []
        at = details.places.currentRow()
        try:
            done = correct(asked.session, item, chosen, way)
        except UserError as error:
            self.told.emit(sentence(error.wording))
            return
        if done.changes is None and not done.left:
            self.told.emit(self.tr("C'est déjà ainsi."))
            return
        said = counted(done.corrected, self.tr("endroit corrigé"), self.tr("endroits corrigés"))
        if done.left:
            one, many = self.tr("laissé tel quel"), self.tr("laissés tels quels")
            said += f", {counted(done.left, one, many)}"
        self.told.emit(explained(quoted(item.surface), said + "."))
        self._go_on(item, at)

    def _go_on(self, item: Inconsistency, at: int) -> None:
        """Show what is left: the next place of the same, or the next row where it is settled."""
        self.renew()
        if self._go_to(item):
            self._show_places(at)

    def _go_to(self, item: Inconsistency) -> bool:
        """Choose something in the list; tell whether it is there."""
        same = [row for row, each in enumerate(self._items) if (each.kind, each.key) == (item.kind, item.key)]
        if not same or self.work is None:
            return False
        with QSignalBlocker(self.work):
            self.work.setCurrentCell(same[0], 0)
        self._row = same[0]
        return True

    # Leaving alone

    def _leave(self) -> None:
        """Leave what is chosen alone, or take it up again where it is what was left alone that is shown."""
        item, self._limit = self._items[self._row], _PLACES
        self._lately.append((item, not self._left))
        self._set_left(item, left=not self._left)
        self.renew()

    def _take_back(self) -> None:
        """Take back what was left alone, or taken up again, last."""
        if self._lately:
            item, left = self._lately.pop()
            self._set_left(item, left=not left)
            self.renew()
            if self._go_to(item):
                self._show_places()
                if self.work is not None:
                    self.work.setFocus()

    def _set_left(self, item: Inconsistency, *, left: bool) -> None:
        if self._watch is None or self.asked is None:
            return
        if left:
            self._watch.leave_alone(item, by=self.asked.session.annotator)
            said = self.tr("laissée ainsi.")
        else:
            self._watch.take_up_again(item)
            said = self.tr("à revoir de nouveau.")
        self.told.emit(explained(quoted(item.surface), said))

    def _way_back(self) -> QPushButton | None:
        """Return a link that takes back what was left alone, or taken up again, last."""
        if not self._lately:
            return None
        item, left = self._lately[-1]
        words = self.tr("Reprendre {what} (Maj+I)") if left else self.tr("Laisser {what} ainsi (Maj+I)")
        words = words.format(what=quoted(item.surface if len(item.surface) <= 40 else item.surface[:39] + "…"))
        link = self._link(words, self._page, says=words)
        link.setObjectName("consistency_back")
        link.clicked.connect(self._take_back)
        return link
