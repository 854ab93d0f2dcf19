"""What the keys and buttons of the page do: deciding places, drawing another version, finishing articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.annotation import Status
from annotator.ui.settling.keys import Deed
from annotator.ui.settling.places import is_open
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from annotator.ui.settling.bulk_dialog import BulkDialog
    from annotator.ui.settling.page import SettlingPage
    from annotator.ui.settling.showing import Showing
    from annotator.ui.tasks import Tasks


class Deciding(QObject):
    """Decides what a page asks about.

    Signals:
        told: a sentence for the annotator.
    """

    told = Signal(str)

    def __init__(self, page: SettlingPage, showing: Showing, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._tasks = tasks
        self._showing = showing
        self._drawing = False
        page.articles.article_chosen.connect(showing.open)
        page.deed_asked.connect(self.do)
        page.number_pressed.connect(self._number)
        page.escaped.connect(self.stop_drawing)
        page.view.place_clicked.connect(showing.go)
        page.view.selection_made.connect(lambda _start, _end: self._begin_drawing())
        page.view.selection_changed.connect(self._show_drawing)
        page.view.cursor_moved.connect(self._show_drawing)
        page.bulk_asked.connect(self.accept_in_bulk)
        page.panel.step_asked.connect(showing.step)
        page.panel.version_chosen.connect(self.take)
        page.panel.neither_chosen.connect(self.neither)
        page.panel.drawing_asked.connect(self._begin_drawing)
        page.panel.reopening_asked.connect(self.reopen)
        page.panel.label_chosen.connect(self.draw)
        page.panel.reason_given.connect(self.explain)
        showing.turned.connect(self.stop_drawing)

    def do(self, deed: Deed) -> None:
        """Do what a key or a button asks for."""
        match deed:
            case Deed.TAKE_FIRST:
                self.take(0)
            case Deed.TAKE_SECOND:
                self.take(1)
            case Deed.NEITHER:
                self.neither()
            case Deed.DRAW:
                self._begin_drawing()
            case Deed.REASON:
                if self._showing.place is not None:
                    self._page.panel.write_reason()
            case Deed.REOPEN:
                self.reopen()
            case Deed.NEXT:
                self._showing.step(1)
            case Deed.PREVIOUS:
                self._showing.step(-1)
            case Deed.FINISH:
                self.finish()

    def take(self, lane: int) -> None:
        """Let what one annotator has there stand."""
        work, article, place = self._showing.work, self._showing.article, self._showing.place
        if work is None or article is None or place is None or self._drawing or lane >= len(place.sides):
            return
        work.take(article.id, place, place.sides[lane].annotator, reason=self._reason())
        self._go_on()

    def neither(self) -> None:
        """Let nothing stand there."""
        work, article, place = self._showing.work, self._showing.article, self._showing.place
        if work is None or article is None or place is None or self._drawing:
            return
        work.neither(article.id, place, reason=self._reason())
        self._go_on()

    def draw(self, label: str) -> None:
        """Let what is selected stand, with a label."""
        work, article, extent = self._showing.work, self._showing.article, self._extent()
        if work is None or article is None or extent is None:
            return
        work.draw(article.id, *extent, label=label, reason=self._reason())
        self._go_on()

    def reopen(self) -> None:
        """Take back what was decided there."""
        work, article, place = self._showing.work, self._showing.article, self._showing.place
        if work is not None and article is not None and place is not None and place.settlements:
            work.reopen(article.id, place)
            self._page.view.setFocus()

    def explain(self, reason: str) -> None:
        """Keep why what stands was decided; of a place that is open, it is kept with the decision."""
        work, article, place = self._showing.work, self._showing.article, self._showing.place
        if work is not None and article is not None and place is not None and place.settlements:
            work.explain(article.id, place, reason)

    def finish(self) -> None:
        """Say that the article is settled, what all agree on accepted with it, and show the next one."""
        work, article = self._showing.work, self._showing.article
        if work is None or article is None or self._drawing:
            return
        if any(map(is_open, self._showing.places)):
            self.told.emit(self.tr("Il reste des points à départager dans cet article."))
            if self._showing.place is None or not is_open(self._showing.place):
                self._showing.go(self._showing.next_open())
            return
        if self._showing.status is not Status.FINISHED:
            work.complete(article.id)
        following = self._page.articles.next_waiting(article.id)
        if following is not None:
            self._showing.open(following)
            self._page.view.setFocus()
        else:
            chosen = self._showing.compared.articles is not None
            self.told.emit(
                self.tr("Les articles choisis sont réglés.")
                if chosen
                else self.tr("Tout est réglé. Ce qui est réglé s'exporte comme les annotations d'une personne.")
            )

    def accept_in_bulk(self) -> None:
        """Ask by which rule places are settled at one stroke, and settle them."""
        work, article = self._showing.work, self._showing.article
        if work is None:
            return
        from annotator.ui.settling.bulk_dialog import BulkDialog

        shown, chosen = None if article is None else article.id, self._showing.compared.articles
        dialog = BulkDialog(work, shown, self._tasks, chosen=chosen, parent=self._page.window())
        dialog.finished.connect(lambda _: self._accepted(dialog))
        dialog.open()

    def _accepted(self, dialog: BulkDialog) -> None:
        outcome = dialog.outcome
        dialog.deleteLater()
        self._page.view.setFocus()
        if outcome is not None:
            here = self._showing.place
            if here is None or not is_open(here):
                self._showing.go(self._showing.next_open())
            done = self.tr("{places} dans {articles}").format(
                places=counted(outcome.places, self.tr("point réglé"), self.tr("points réglés")),
                articles=counted(len(outcome.articles), self.tr("article"), self.tr("articles")),
            )
            if outcome.finished:
                finished = counted(outcome.finished, self.tr("article terminé"), self.tr("articles terminés"))
                done = f"{done}, {finished}" if outcome.places else finished
            self.told.emit(
                self.tr("{done}, en une étape ; {undo} pour revenir.").format(done=done, undo=way_to("undo"))
            )

    def _reason(self) -> str | None:
        return self._page.panel.reason.text().strip() or None

    def _go_on(self) -> None:
        """Go on to the next place that is open."""
        self.stop_drawing()
        self._showing.go(self._showing.next_open())
        self._page.view.setFocus()

    # Drawing another version

    def _number(self, number: int) -> None:
        if not self._drawing:
            self.take(number - 1)
            return
        label = next((each for each in self._showing.labels.values() if each.digit == str(number)), None)
        if label is not None:
            self.draw(label.id)

    def _begin_drawing(self) -> None:
        place = self._showing.place
        if self._showing.article is None:
            return
        self._drawing = self._page.cursor_wanted = True
        if self._page.view.selection() is None and place is not None:
            self._page.view.put_cursor(place.start)
        self._page.view.setFocus()
        self._show_drawing()

    def stop_drawing(self) -> None:
        """Select nothing, and let the keys choose again."""
        self._drawing = self._page.cursor_wanted = False
        self._page.view.clear_selection()
        self._page.view.put_cursor(None)
        self._show_drawing()

    def _extent(self) -> tuple[int, int] | None:
        """Return what is selected to be drawn: some words, or else the one under the cursor."""
        return self._page.view.selection() or self._page.view.cursor_word()

    def _show_drawing(self) -> None:
        article, extent = self._showing.article, self._extent()
        shown = self._drawing and article is not None and extent is not None
        words = article.text[slice(*extent)] if shown and article is not None and extent is not None else ""
        self._page.view.show_drawing(self._drawing)
        self._page.panel.show_drawing(drawing=self._drawing, selected=words)
