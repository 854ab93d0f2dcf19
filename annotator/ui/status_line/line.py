"""The status line: proof of each save, where the annotator is, how fast, and what other work is under way.

Everything on it has a long and a short form; where the line is too narrow for all, the least important are shortened
first, so that nothing is ever cut off in the middle.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from annotator.ui.language import locale
from annotator.ui.wording import counted, number_words, share_words

if TYPE_CHECKING:
    from datetime import datetime

    from annotator.app.pace import Pace

_AROUND = 26  # of a label: its padding and the space to the next


class _Item(QLabel):
    """A label that shows the longest of its forms there is room for."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._forms: tuple[str, ...] = ("",)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # or what it says would widen the window

    def say(self, *forms: str, about: str = "") -> None:
        """Have these forms, the longest first, and this explanation."""
        self._forms = forms
        self.setToolTip(about)
        self.setAccessibleName(forms[0])
        self.setAccessibleDescription(about)

    def full(self) -> str:
        """Return the longest form."""
        return self._forms[0]

    def room(self, form: int) -> int:
        """Return how many pixels a form takes; those beyond the shortest are as it."""
        words = self._form(form)
        return self.fontMetrics().horizontalAdvance(words) + _AROUND if words else 0

    def show_form(self, form: int) -> None:
        """Show a form; an empty one hides the label."""
        words = self._form(form)
        self.setText(words)
        self.setVisible(bool(words))

    def _form(self, form: int) -> str:
        return self._forms[min(form, len(self._forms) - 1)]


class StatusLine(QStatusBar):
    """Saved at, position, pace, progress.

    Signals:
        cancel_requested: the work shown is to stop.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved, self._work = _Item("saved", self), _Item("work", self)
        self._place, self._pace, self._count = _Item("place", self), _Item("pace", self), _Item("count", self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("work_bar")
        self._bar.setAccessibleName(self.tr("Avancement"))
        self._bar.setMaximumWidth(110)
        self._bar.setTextVisible(False)
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("cancel_work_button")
        self._cancel.setText("✕")
        self._cancel.setAutoRaise(True)
        self._cancel.setAccessibleName(self.tr("Interrompre"))
        self._cancel.clicked.connect(self.cancel_requested)
        self.show_cancel_keys("")
        self.addWidget(self._saved)
        for widget in (self._work, self._bar, self._cancel, self._place, self._pace, self._count):
            self.addPermanentWidget(widget)
        self.show_work("")

    def show_saved(self, at: datetime, what: str) -> None:
        """Say that something is in the file, and since when."""
        clock = f"{at:%H:%M:%S}{locale().decimalPoint()}{at.microsecond // 1000:03d}"
        self._saved.say(
            self.tr("✓ Enregistré à {clock} · {what}").format(clock=clock, what=what),
            self.tr("✓ Enregistré à {clock}").format(clock=f"{at:%H:%M:%S}"),
            f"✓ {at:%H:%M:%S}",
            about=self.tr("Chaque geste est dans le fichier avant d'être montré : il n'y a rien à enregistrer."),
        )
        self._fit()

    def show_ready(self, words: str) -> None:
        """Say something where no edit has been saved yet."""
        self._saved.say(words, "")
        self._fit()

    def show_place(self, at: int | None, count: int, *, pending: int) -> None:
        """Say where in the article the annotator is.

        Args:
            at: the number of the focused mark; None where none is.
            count: how many marks the article shows.
            pending: how many of them are suggestions to be decided.
        """
        here = f"{'–' if at is None else at}/{count}"
        self._place.say(
            self.tr("{here} · {pending} à décider").format(here=here, pending=number_words(pending)),
            f"{here} · {pending}",
            about=self.tr(
                "L'annotation où vous êtes, combien l'article en a, et les suggestions qui restent à décider"
            ),
        )
        self._fit()

    def leave_place(self) -> None:
        """Say no place: no article is in sight."""
        self._place.say("")
        self._fit()

    def show_count(self, finished: int, total: int) -> None:
        """Say how many articles of the project are finished."""
        share = f"{number_words(finished)}/{number_words(total)}"
        self._count.say(
            self.tr("{share} articles terminés").format(share=share),
            self.tr("{share} terminés").format(share=share),
            share,
            about=self.tr("Les articles que vous avez terminés, et ceux du projet"),
        )
        self._fit()

    def show_pace(self, pace: Pace) -> None:
        """Say what was done today, and how fast."""
        if not pace.annotations:
            self._pace.say("")
        else:
            today = counted(pace.annotations, self.tr("annotation"), self.tr("annotations"))
            rate = "" if pace.per_hour is None else self.tr("{count}/h").format(count=number_words(pace.per_hour))
            about = self.tr(
                "Aujourd'hui : {today} en {time} de travail. Les pauses de plus de 2 minutes ne comptent pas."
            )
            self._pace.say(
                " · ".join(filter(None, (today, rate))),
                rate,
                "",
                about=about.format(today=today, time=self._duration(pace.active)),
            )
        self._fit()

    def clear(self) -> None:
        """Say nothing: no project is open."""
        for item in (self._saved, self._place, self._pace, self._count):
            item.say("")
        self._fit()

    def show_work(self, words: str, done: int = 0, total: int | None = None, *, in_articles: bool = True) -> None:
        """Say what other work is under way; empty words mean none.

        Args:
            words: what it is.
            done: how much of it is done.
            total: how much there is, or None where that is not known.
            in_articles: these are numbers of articles; otherwise only their share tells anything.
        """
        count = f"{number_words(done)}/{number_words(total)}" if total else "…"
        if total and not in_articles:
            count = share_words(done / total)
        self._work.say(f"{words} {count}" if total else f"{words}{count}", count) if words else self._work.say("")
        self._bar.setVisible(bool(words))
        self._cancel.setVisible(bool(words))
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._fit()

    def show_cancel_keys(self, keys: str) -> None:
        """Say which keys stop the work, beside the button that does."""
        words = self.tr("Interrompre")
        self._cancel.setToolTip(f"{words} ({keys})" if keys else words)

    def saved_words(self) -> str:
        """Return what is said about saving, in full."""
        return self._saved.full()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten what matters least until all there is finds room."""
        forms = dict.fromkeys((self._saved, self._work, self._place, self._pace, self._count), 0)
        beside = 30 + sum(
            widget.sizeHint().width() + 8 for widget in (self._bar, self._cancel) if not widget.isHidden()
        )
        order = [self._saved, self._pace, self._count, self._saved, self._place, self._pace, self._count, self._work]
        while order and beside + sum(item.room(form) for item, form in forms.items()) > self.width():
            forms[order.pop(0)] += 1
        for item, form in forms.items():
            item.show_form(form)

    def _duration(self, time: timedelta) -> str:
        minutes = int(time / timedelta(minutes=1))
        if minutes < 60:
            return self.tr("{minutes} min").format(minutes=minutes)
        return self.tr("{hours} h {minutes}").format(hours=minutes // 60, minutes=f"{minutes % 60:02d}")
