"""The article that is being settled and the place it is about now: read from the file, and shown on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.app.session import Way
from annotator.core.annotation import Status
from annotator.core.edits import SettledChange, Verb
from annotator.core.settlement import Choice
from annotator.core.settling import State
from annotator.ui.announcing import announce
from annotator.ui.settling.article_column import Row
from annotator.ui.settling.comparing import Compared
from annotator.ui.settling.difference_panel import DRAWN, NOBODYS, Question
from annotator.ui.settling.listing import Listing
from annotator.ui.settling.places import is_open
from annotator.ui.settling.words import decided_words, kind_words, spoken
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from annotator.app.session import Changes, Session
    from annotator.app.settling import Settling
    from annotator.core.article import Article
    from annotator.core.labels import Label
    from annotator.core.settling import Place
    from annotator.ui.settling.page import SettlingPage


_MANY = 300
"""Articles that are looked at again at once; more are listed anew, between the strokes."""


class Showing(QObject):
    """Shows one article of a project at a time, and knows which of its places it is about.

    Signals:
        turned: to another place, or another article.

    Attributes:
        work: what there is to settle; None where there are not two people.
        article: the article that is shown.
        places: those of it, in text order.
        status: how far its settling is, as somebody said.
        labels: those of the project, by id.
        compared: what was chosen to be compared.
    """

    turned = Signal()

    def __init__(self, page: SettlingPage) -> None:
        super().__init__(page)
        self._page = page
        page.comparing.chosen.connect(self.compare)
        page.way_out_asked.connect(self._find_way_out)
        page.finished.toggled.connect(self._show_finished)
        self._session: Session | None = None
        self._listing = Listing(page)
        self._names: list[str] = []
        self.compared = Compared()
        self._current: int | None = None
        self.work: Settling | None = None
        self.article: Article | None = None
        self.places: list[Place] = []
        self.status = Status.NEW
        self.labels: dict[str, Label] = {}

    @property
    def place(self) -> Place | None:
        """The place it is about now."""
        return self.places[self._current] if self._current is not None and self._current < len(self.places) else None

    # Articles

    def set_session(self, session: Session | None) -> None:
        """Settle in another project, nothing shown yet."""
        self._listing.stop()
        self._session, self.work, self.article, self._current = session, None, None, None
        self.places, self.compared = [], Compared()

    def refresh(self) -> None:
        """Read which articles there are, and show the one that was shown before, or the first to be settled."""
        session = self._session
        if session is None:
            return
        from annotator.app.settling import Settling, people

        known = people(session.project)
        wanted = self.compared.people
        if wanted is not None and len(wanted & known.keys()) < 2:  # an import that brought them was taken back
            self.compared, wanted = self.compared._replace(people=None), None
        compared = {id: name for id, name in known.items() if wanted is None or id in wanted}
        self.work = None
        if len(compared) > 1:
            self.work = Settling(session, list(compared), statuses=self.compared.statuses)
        self.labels = {label.id: label for label in session.project.labels()}
        self._page.comparing.show_compared(self.compared, known)
        self._show_finished()
        self._listing.begin(self.work, compared.values(), self.compared)
        rows = self._page.articles.rows
        listed = self.article is not None and rows.row_of(self.article.id) is not None
        here = self.article.id if listed and self.article is not None else rows.first_waiting()
        if here is not None:
            self.open(here)
        else:
            self.article, self.places, self._current = None, [], None

    def compare(self, compared: Compared) -> None:
        """Compare other people, or show other articles."""
        self.compared = compared
        self.refresh()

    def _find_way_out(self) -> None:
        """Do what the page says where nothing is shown: compare everything again, or show what is finished."""
        if self.work is None or not self._page.articles.rows.known:
            self.compare(Compared())
        else:
            self._page.finished.setChecked(True)
            self.refresh()
            self._page.view.setFocus()

    def _show_finished(self) -> None:
        """Show also the articles that are finished where that is asked for, or where articles were chosen."""
        self._page.articles.show_all(self._page.finished.isChecked() or self.compared.articles is not None)

    def open(self, article: int) -> None:
        """Show an article, at the first place that is open."""
        if self._session is None or self.work is None:
            return
        self._read(article)
        if self.article is None:
            return
        names = self._session.project.names()
        self._names = [names.get(each, "?") for each in self.work.participants(article)]
        labels = tuple(self.labels.values())
        self._page.articles.follow(article)
        self._page.show_head(self.article.title, self._names)
        self._page.panel.set_labels(labels, self._names)
        self._page.view.set_labels(labels)
        self._page.view.show_text(self.article.text, self.article.grid, self.places, lanes=len(self._names))
        self.go(self.next_open(after=-1))

    def show(self, article: int) -> bool:
        """Show an article, if two people have it and it is not shown already; return whether they have."""
        if self.work is None or len(self.work.participants(article)) < 2:
            return False
        if self.article is None or self.article.id != article:
            if not self._page.articles.rows.rows:
                self._page.finished.setChecked(True)
                self._listing.show_progress()
            self.open(article)
        return True

    def _read(self, article: int) -> None:
        if self._session is not None and self.work is not None:
            self.article = self._session.project.article(article)
            self.places = self.work.places(article)
            self.status = self.work.annotation(article).status

    def changed(self, changes: Changes) -> None:
        """Show what a change made of the article that is shown, and of the list."""
        if self.work is None or not self._page.isVisible():
            return
        if len(changes.articles) > _MANY:
            self._listing.begin(self.work, self._listing.people, self.compared)
            self._page.articles.follow(None if self.article is None else self.article.id)
        else:
            for shared in self.work.articles(changes.articles):
                self._page.articles.rows.change(Row.of(shared))
        if self.article is None:
            first = self._page.articles.rows.first_waiting()  # what was all done is so no more
            if first is not None:
                self.open(first)
                self._listing.show_progress()
            return
        back = changes.way is not Way.EDIT
        if back and self.article.id not in changes.articles and self.show(min(changes.articles)):
            point = _where(changes, self.article.id)  # where it was undone, or done again, is where to look
            if point is not None:
                self.go(self.place_at(point))
        elif self.article.id in changes.articles:
            here = self.place
            self._read(self.article.id)
            point = _where(changes, self.article.id) if back else None
            if point is None and here is not None:
                point = here.start
            self._current = self.place_at(point)
            if back and self._current is None:
                self._current = self.next_open()
            self._show()
        self._listing.show_progress()

    # Places

    def place_at(self, point: int | None) -> int | None:
        """Return the number of the place at a code point, or of the next after it."""
        if point is None:
            return None
        return next((at for at, place in enumerate(self.places) if place.end > point), None)

    def stops(self) -> list[int]:
        """Return the numbers of the places to step through: those at which annotators differ."""
        return [at for at, place in enumerate(self.places) if is_open(place) or not place.unanimous]

    def next_open(self, *, after: int | None = None) -> int | None:
        """Return the number of the next place that is open after one, by default the one it is about, going round."""
        here = (-1 if self._current is None else self._current) if after is None else after
        waiting = [at for at, place in enumerate(self.places) if is_open(place)]
        return next((at for at in waiting if at > here), waiting[0] if waiting else None)

    def step(self, by: int) -> None:
        """Turn to the next place (1) or to the one before (-1), going round."""
        stops, here = self.stops(), self._current
        if not stops:
            return
        ahead = [at for at in stops if here is None or (at > here if by > 0 else at < here)] or stops
        self.go(ahead[0] if by > 0 else ahead[-1])

    def go(self, number: int | None) -> None:
        """Turn to a place, or to none."""
        self._current = number
        self._show()
        self.turned.emit()
        if self.article is not None:
            place = self.place
            words = spoken(self.article.text, place, self._names, self.labels) if place is not None else ""
            announce(self._page.view, words or self._done_words(finished=self.status is Status.FINISHED))

    def _show(self) -> None:
        place = self.place
        self._page.view.show_places(self.places, self._current)
        left = sum(map(is_open, self.places))
        finished = self.status is Status.FINISHED
        if place is not None:
            self._page.panel.show_question(self._question(place))
        else:
            self._page.panel.show_done(self._done_words(finished=finished))
        if left:
            words = counted(left, self.tr("point"), self.tr("points"))
            self._page.show_finish(self.tr("Encore {left}").format(left=words), enabled=False)
        else:
            self._page.show_finish(
                self.tr("Article suivant") if finished else self.tr("Terminer l'article"), enabled=True
            )

    def _done_words(self, *, finished: bool) -> str:
        """Say what Enter does in an article in which nothing is open."""
        if finished:
            return self.tr("Il est terminé. Entrée mène au suivant ; J et K reviennent sur ses points.")
        agreed = sum(place.state is State.AGREED for place in self.places)
        if not agreed:
            return self.tr("Entrée le termine et mène au suivant.")
        one = self.tr("accord y sera accepté : Entrée le termine et mène au suivant.")
        return counted(agreed, one, self.tr("accords y seront acceptés : Entrée le termine et mène au suivant."))

    def _question(self, place: Place) -> Question:
        among, lane = self.stops(), None
        at = among.index(self._current) + 1 if self._current in among else 0
        settlement = place.settlement if place.state is State.SETTLED else None
        if settlement is not None and settlement.taken_from is not None:
            lane = next((at for at, side in enumerate(place.sides) if side.annotator == settlement.taken_from), None)
        elif settlement is not None:
            lane = {Choice.DRAWN: DRAWN, Choice.NEITHER: NOBODYS}.get(settlement.choice)
        return Question(
            self.article.text if self.article is not None else "",
            place,
            self.tr("Point {at} sur {count}").format(at=at, count=len(among)) if at else self.tr("Accord"),
            kind_words(place, self._names),
            lane,
            decided_words(place, self._session.project.names() if self._session is not None else {}),
            next((each.reason for each in place.settlements if each.reason), ""),
        )


def _where(changes: Changes, article: int) -> int | None:
    """Return where the place is that a change settled or opened again in an article; None of several at one stroke."""
    starts = {
        settlement.start
        for edit in changes.edits
        if edit.article == article and edit.verb is not Verb.SETTLE_ALL
        for change in edit.changes
        if isinstance(change, SettledChange)
        if (settlement := change.after or change.before) is not None
    }
    return starts.pop() if len(starts) == 1 else None
