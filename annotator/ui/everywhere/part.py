"""One decision everywhere: what the two keys mean just now, and doing it.

The rule, for both keys:

- straight after a mark was rejected or removed, they reject or remove the same words with that label elsewhere;
- straight after a mark was given another label, the same words elsewhere that carry the old one get the new one;
- otherwise the same words elsewhere get the label of the focused mark, or of the selection.

*Straight after* lasts until the annotator goes to another mark or selects something.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.app.session import Way
from annotator.core.edits import Verb
from annotator.core.everywhere import Act, Standing, Wish, done_by
from annotator.ui.language import language
from annotator.ui.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Changes, Session
    from annotator.core.everywhere import Place
    from annotator.core.labels import Label
    from annotator.core.occurrences import Surface
    from annotator.ui.correcting import Correcting
    from annotator.ui.everywhere.dialog import EverywhereDialog
    from annotator.ui.workbench import Workbench


_EVERYWHERE = (Verb.LABEL_EVERYWHERE, Verb.RELABEL_EVERYWHERE, Verb.REMOVE_EVERYWHERE)


class Everywhere(QObject):
    """Does everywhere what was done at one place.

    Signals:
        told: a sentence for the annotator, and what it offers to do (`annotator.ui.messages.bar.Offer`), or None.
        outdated: a sentence told before that holds no longer.
        undo_requested: the annotator's last step shall be taken back.
    """

    told = Signal(str, object)
    outdated = Signal(str)
    undo_requested = Signal()

    def __init__(self, bench: Workbench, correcting: Correcting, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._correcting = correcting
        self._window = window
        self._session: Session | None = None
        self._labels: dict[str, Label] = {}
        self._done: tuple[int, int, int, Wish] | None = None  # in which article what was done last, and where
        self._resting = False  # the focus has come to rest after it: whatever moves it now is the annotator
        self._said = ""  # what was told of the last change, while that can be taken back at one stroke
        bench.view.mark_focused.connect(self._moved)
        bench.view.selection_changed.connect(self._moved)
        bench.inspector.occurrences_requested.connect(self.in_all)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"everywhere_article": self.in_article, "everywhere_all": self.in_all}

    def set_session(self, session: Session | None) -> None:
        """Work in another session."""
        self._session = session
        self._done = None
        self.read_labels()
        if session is not None:
            session.watch(self._changed)

    def read_labels(self) -> None:
        """Take the labels from the project again."""
        if self._session is not None:
            self._labels = {label.id: label for label in self._session.project.labels()}

    def in_article(self) -> None:
        """Do it at every other occurrence in the open article, where nothing speaks against it."""
        meant = self._meant()
        if self._session is None or meant is None:
            return
        surface, wish = meant
        from annotator.app.everywhere import here, settle_here

        there = list(here(self._session, surface))
        chosen = [(place.start, place.end) for place in there if place.follows(wish)]
        done = settle_here(self._session, wish, chosen)
        self._tell(self._here_words(surface, wish, len(chosen), there), undo=done is not None)

    def in_all(self) -> None:
        """Show every occurrence in all articles, to choose where to do it."""
        meant = self._meant()
        if self._session is None or meant is None:
            return
        from annotator.ui.everywhere.dialog import EverywhereDialog

        surface, wish = meant
        dialog = EverywhereDialog(self._session, surface, wish, self._labels, self._window)
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: EverywhereDialog) -> None:
        changes = dialog.changes
        dialog.deleteLater()
        self._bench.view.setFocus()
        if changes is not None:
            words = self.tr("{what} dans {articles}.").format(
                what=self._done_words(dialog.wishing.wish(), dialog.settled),
                articles=counted(len(changes.articles), self.tr("article"), self.tr("articles")),
            )
            self._tell(words, undo=True)

    # What the keys mean

    def _meant(self) -> tuple[Surface, Wish] | None:
        from annotator.core.occurrences import surface_at

        article = self._session.article if self._session is not None else None
        if article is None:
            return None
        if self._done is not None and self._done[0] == article.id:
            _, start, end, wish = self._done
            return surface_at(article.text, article.grid, start, end), wish
        mark = self._bench.view.focused_mark()
        extent = self._bench.view.selection() or ((mark.start, mark.end) if mark is not None else None)
        if extent is None:
            self._tell(self.tr("Allez d'abord sur une annotation, ou sélectionnez des mots."))
            return None
        chosen = self._correcting.chosen_words()
        label = chosen[1] if chosen is not None else None
        if label is None:
            self._tell(self.tr("Donnez d'abord une étiquette à la sélection."))
            return None
        return surface_at(article.text, article.grid, *extent), Wish(Act.LABEL, label)

    def _changed(self, changes: Changes) -> None:
        """Remember what was done at one place, until something else is done."""
        if self._said:
            self.outdated.emit(self._said)
            self._said = ""
        self._resting = False
        if changes.way is not Way.EDIT or changes.edits[0].verb not in _EVERYWHERE:
            self._done = self._done_at_one_place(changes)
        QTimer.singleShot(0, self._rest)

    def _done_at_one_place(self, changes: Changes) -> tuple[int, int, int, Wish] | None:
        article = self._session.article if self._session is not None else None
        if self._session is None or article is None or changes.way is not Way.EDIT or len(changes.edits) != 1:
            return None
        done = done_by(changes.edits[0], self._session.suggestions)
        return None if done is None or changes.edits[0].article != article.id else (article.id, *done)

    def _rest(self) -> None:
        self._resting = True

    def _moved(self) -> None:
        if self._resting:
            self._done = None

    # What it says

    def _tell(self, words: str, *, undo: bool = False) -> None:
        """Tell something; with ``undo``, of the last change, and until the next one offer to take it back."""
        self.told.emit(words, (self.tr("Annuler"), self.undo_requested.emit) if undo else None)
        self._said = words if undo else ""

    def _here_words(self, surface: Surface, wish: Wish, count: int, there: Iterable[Place]) -> str:
        words = quoted(" ".join(surface.words.split()))
        if count:
            said = self.tr("{words} : {what}").format(words=words, what=self._done_words(wish, count))
        else:
            said = self.tr("{words} : rien à faire ailleurs dans cet article").format(words=words)
        left = self._left_words(wish, there)
        if left:
            said += self.tr(" ; laissées telles quelles : ") + left
        return f"{said}."

    def _done_words(self, wish: Wish, count: int) -> str:
        label = self._labels[wish.label].name.in_language(language())
        match wish.act:
            case Act.LABEL:
                words = counted(
                    count, self.tr("occurrence étiquetée {label}"), self.tr("occurrences étiquetées {label}")
                )
            case Act.RELABEL:
                words = counted(count, self.tr("occurrence passée à {label}"), self.tr("occurrences passées à {label}"))
            case Act.REMOVE:
                words = counted(
                    count, self.tr("occurrence n'est plus {label}"), self.tr("occurrences ne sont plus {label}")
                )
        return words.format(label=quoted(label))

    def _left_words(self, wish: Wish, there: Iterable[Place]) -> str:
        """Say how many occurrences were left as they are, and why; those without any mark are no surprise."""
        unsurprising = {Standing.UNMARKED, Standing.REJECTED} if wish.act is Act.REMOVE else {Standing.UNMARKED}
        left: Counter[Standing] = Counter(
            place.standing
            for place in there
            if not place.follows(wish)
            and place.standing not in unsurprising
            and not (place.is_marked and place.label == wish.label)
        )
        told: dict[Standing, tuple[str, str]] = {
            Standing.SUGGESTED: (self.tr("suggérée autrement"), self.tr("suggérées autrement")),
            Standing.MARKED: (self.tr("sous une autre étiquette"), self.tr("sous une autre étiquette")),
            Standing.REJECTED: (self.tr("rejetée"), self.tr("rejetées")),
            Standing.CROSSED: (self.tr("dans une autre annotation"), self.tr("dans une autre annotation")),
        }
        return ", ".join(counted(left[standing], *words) for standing, words in told.items() if left[standing])
