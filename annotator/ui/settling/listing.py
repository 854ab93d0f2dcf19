"""Which articles are to be settled: looked for between the strokes of the window, so that it never waits for them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.annotation import Status
from annotator.ui.settling.article_column import Row
from annotator.ui.settling.comparing import Compared, status_words
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.app.settling import Settling, Shared
    from annotator.ui.settling.page import SettlingPage

_AT_FIRST_S, _AT_ONCE_S = 0.2, 0.04
"""Seconds it looks before what it found is shown, and then between two strokes."""


class Listing(QObject):
    """Fills the list of a page, and says how far all of it is.

    Attributes:
        people: the names of those who are compared.
    """

    def __init__(self, page: SettlingPage) -> None:
        super().__init__(page)
        self._page = page
        self.people: tuple[str, ...] = ()
        self._compared = Compared()
        self._coming: Iterator[Shared] | None = None  # the articles still to be listed
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(lambda: self._take_in(_AT_ONCE_S))

    def begin(self, work: Settling | None, people: Iterable[str], compared: Compared) -> None:
        """List the articles anew; those found first are there when it returns.

        Args:
            work: what there is to settle; None where there are not two people.
            people: the names of those who are compared.
            compared: what was chosen to be compared.
        """
        self.stop()
        self.people, self._compared = tuple(people), compared
        self._page.articles.rows.show(())
        self._coming = None if work is None else work.articles(compared.articles)
        self._take_in(_AT_FIRST_S)

    def stop(self) -> None:
        """Look for no more."""
        self._looking.stop()
        self._coming = None

    @property
    def complete(self) -> bool:
        """Whether all articles are listed."""
        return self._coming is None

    def _take_in(self, seconds: float) -> None:
        until, found = time.monotonic() + seconds, []
        for each in self._coming or ():
            found.append(Row.of(each))
            if time.monotonic() > until:
                break
        else:
            self.stop()
        self._page.articles.rows.add(found)
        if self._coming is not None and not self._looking.isActive():
            self._looking.start()
        rows = self._page.articles.rows
        if self.complete and rows.known and not rows.rows:
            self._page.show_nothing(*self._done_words(len(rows.known)))
        else:
            self.show_progress()

    def show_progress(self) -> None:
        """Say how many articles there are, and what is left to do in them."""
        rows = self._page.articles.rows.known
        if not rows and self.complete:
            self._page.show_nothing(*self._nothing_words(), choose=len(self.people) > 1)
            return
        shared = counted(len(rows), self.tr("article annoté à plusieurs"), self.tr("articles annotés à plusieurs"))
        left = sum(row.open for row in rows)
        waiting = sum(not row.finished for row in rows)
        if left:
            state = counted(left, self.tr("point à départager"), self.tr("points à départager"))
        elif waiting:
            state = counted(waiting, self.tr("article à terminer"), self.tr("articles à terminer"))
        else:
            state = self.tr("tout est réglé")
        self._page.show_columns(f"{shared}\n{state}" if self.complete else f"{shared} …\n{state} …")

    def _done_words(self, articles: int) -> tuple[str, str, str]:
        finished = counted(articles, self.tr("article annoté à plusieurs"), self.tr("articles annotés à plusieurs"))
        words = self.tr(
            "{articles} : tout est terminé. Ce qui est réglé s'exporte comme les annotations d'une personne ({export})."
        )
        return (
            self.tr("Tout est réglé."),
            words.format(articles=finished, export=way_to("export")),
            self.tr("Montrer les terminés"),
        )

    def _nothing_words(self) -> tuple[str, ...]:
        if len(self.people) < 2:
            return (
                self.tr("Il n'y a personne à départager."),
                self.tr(
                    "Il faut le travail de deux personnes. Importez les annotations d'une autre, ou fusionnez sa "
                    "copie du projet : les points où elles diffèrent apparaîtront ici."
                ),
            )
        if self._compared != Compared():
            words = self.tr("Comparés : {names} ; leurs articles {states}. Aucun article n'en réunit deux.")
            if self._compared.articles is not None:
                words = self.tr(
                    "Comparés : {names} ; leurs articles {states}. Aucun des articles choisis n'en réunit deux."
                )
            states = ", ".join(status_words(status) for status in Status if status in self._compared.statuses)
            return (
                self.tr("Rien à départager dans ce qui est choisi."),
                words.format(names=", ".join(self.people), states=states),
                self.tr("Tout comparer de nouveau"),
            )
        return (
            self.tr("Aucun article n'est encore terminé par deux personnes."),
            self.tr(
                "Ont travaillé dans ce projet : {names}. Dès que deux d'entre elles ont terminé le même article, les "
                "points où elles diffèrent apparaissent ici."
            ).format(names=", ".join(self.people)),
        )
