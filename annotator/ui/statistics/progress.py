"""Progress: how far an annotator is, what was done on which day and how fast, and when the rest will be done."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery
from annotator.core.pace import WHAT_IS_ACTIVE, WHAT_IS_FORECAST, Forecast, Pace
from annotator.core.progress import WHAT_COUNTS, Day, Unit, stretches, unit_for
from annotator.ui.dates import as_qt, date_words
from annotator.ui.language import language, locale
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import bar_chart, column_chart, line_chart
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.progress_words import long_date, rate_cell, time_cell, time_words
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.tables import Cell, Given
from annotator.ui.wording import counted, explained, name_of, number_words, plural_form, sentence

if TYPE_CHECKING:
    from annotator.core.progress import AnnotatorProgress, Progress
    from annotator.ui.statistics.drills import Drill

_MOST_ROWS = 15


class Shown(NamedTuple):
    """What the screen shows.

    Attributes:
        all: everybody's progress.
        one: that of the annotator it is about.
        has_articles: the project has any.
    """

    all: Progress
    one: AnnotatorProgress
    has_articles: bool


class ProgressScreen(Screen):
    """How far somebody is, and until when."""

    def title(self) -> str:
        return self.tr("Avancement")

    def read(self, asked: Asked) -> Shown:
        from annotator.app.progress import progress

        found = progress(asked.project, refresh=False)
        one = next(each for each in found.annotators if each.id == asked.annotator)
        return Shown(found, one, bool(sum(one.statuses.values()) + one.trashed))

    def fill(self, value: Shown) -> None:
        self._labels = self.labels()
        one = value.one
        if not value.has_articles:
            self.empty(
                self.tr("Le projet n'a pas encore d'articles."),
                (self.tr("Importer des fichiers…"), lambda: self.action_requested.emit("import")),
            )
            return
        self._fill_figures(one)
        if one.days:
            self._fill_pace(one)
            self._fill_forecast(value)
            today = max(value.all.today, one.days[-1].day)
            unit = unit_for(one.days[0].day, today)
            found = stretches(one.days, unit, until=today)
            self._fill_finished(value, found, unit)
            self._fill_spans(value, found, unit)
            self._fill_table(value, found, unit)
        else:
            self.empty(
                self.tr(
                    "Rien n'a encore été fait ici. Dès la première annotation, cette page montre les jours, "
                    "le rythme et la fin prévue."
                )
            )
        self._fill_people(value)
        if one.settled and one.shares:
            self._fill_shares(one)
        self.note(sentence(WHAT_COUNTS))

    # Where somebody is

    def _fill_figures(self, one: AnnotatorProgress) -> None:
        over, whole = one.statuses[Status.FINISHED], one.overall
        figures: list[tuple[int | str, str, Drill | None]] = [
            (
                over,
                plural_form(over, self.tr("article terminé"), self.tr("articles terminés")),
                self._of(one, Status.FINISHED),
            ),
            (
                one.left,
                plural_form(one.left, self.tr("article restant"), self.tr("articles restants")),
                self._left(one),
            ),
        ]
        if whole.days:
            words = plural_form(whole.days, self.tr("de travail en {days} jour"), self.tr("de travail en {days} jours"))
            figures.append((time_words(whole.active), words.format(days=number_words(whole.days)), None))
        self.figures(figures)
        if one.given is not None:
            one_given, many = (
                self.tr("article confié : c'est lui qui reste."),
                self.tr("articles confiés : ce sont eux qui restent."),
            )
            self.note(counted(one.given, one_given, many))

    def _of(self, one: AnnotatorProgress, *statuses: Status) -> Drill | None:
        """Return where a number of articles in some statuses leads."""
        asked = self.asked
        if asked is None or not sum(one.statuses[status] for status in statuses):
            return None
        names = ", ".join(status.wording.in_language(language()) for status in statuses)
        if one.id == asked.session.annotator:
            return Articles(ArticleQuery(statuses=frozenset(statuses)), "")
        from annotator.app.progress import articles_in

        return Articles(lambda: list(articles_in(asked.project, one.id, *statuses)), explained(one.name, names))

    def _left(self, one: AnnotatorProgress) -> Drill | None:
        asked = self.asked
        if asked is None or not one.left:
            return None
        if one.given is None:
            return self._of(one, Status.NEW, Status.IN_PROGRESS)
        from annotator.app.progress import left_of_given

        return Articles(
            partial(left_of_given, asked.project, one.id), explained(one.name, self.tr("articles restants"))
        )

    # How fast and until when

    def _fill_pace(self, one: AnnotatorProgress) -> None:
        if not one.overall.days:
            return
        title = self.tr("Rythme")
        self.section(title, sentence(WHAT_IS_ACTIVE))
        heads = [
            "",
            self.tr("temps actif"),
            self.tr("terminés"),
            self.tr("articles / h"),
            self.tr("annotations"),
            self.tr("annotations / h"),
        ]
        rows = [(self._last_days(one.recent.days), one.recent), (self.tr("depuis le début"), one.overall)]
        self.table(
            title,
            heads,
            [
                [
                    words,
                    time_cell(pace.active),
                    pace.finished,
                    rate_cell(pace.finished_per_hour),
                    pace.spans,
                    rate_cell(pace.spans_per_hour),
                ]
                for words, pace in (rows if one.overall.days > one.recent.days else rows[1:])
            ],
        )
        why = one.recent.undefined()
        if why is not None:
            self.note(sentence(why))

    def _last_days(self, count: int) -> str:
        return self.tr("les {days} derniers jours de travail").format(days=number_words(count))

    def _fill_forecast(self, value: Shown) -> None:
        self.section(self.tr("Fin prévue"))
        told = value.one.forecast(value.all.today)
        if not isinstance(told, Forecast):
            self.note(sentence(told))
            return
        self.figures(
            [
                (long_date(told.by), self._days(told), None),
                (time_words(timedelta(hours=told.hours)), self._hours(told), None),
            ]
        )
        self.note(sentence(WHAT_IS_FORECAST))

    def _days(self, told: Forecast) -> str:
        first = long_date(told.earliest)
        if told.latest is None:
            return self.tr("au plus tôt le {first} ; les jours diffèrent trop pour dire au plus tard").format(
                first=first
            )
        if told.latest == told.earliest:
            return self.tr("à ce rythme")
        return self.tr("entre le {first} et le {last}").format(first=first, last=long_date(told.latest))

    def _hours(self, told: Forecast) -> str:
        least = time_words(timedelta(hours=told.fewest))
        if told.most is None:
            return self.tr("de travail, au moins {least}").format(least=least)
        most = time_words(timedelta(hours=told.most))
        if most == least:
            return self.tr("de travail")
        return self.tr("de travail, entre {least} et {most}").format(least=least, most=most)

    # What was done when

    def _fill_finished(self, value: Shown, found: list[Day], unit: Unit) -> None:
        if len(found) < 2:
            return  # the table below says as much as one column
        self.section(self.tr("Articles dans le temps"))
        title = {
            Unit.DAY: self.tr("Articles terminés par jour"),
            Unit.WEEK: self.tr("Articles terminés par semaine"),
            Unit.MONTH: self.tr("Articles terminés par mois"),
        }[unit]
        self.chart(
            column_chart(
                title,
                [each.day for each in found],
                [Series("", [each.finished for each in found])],
                self.tr("articles"),
                places_name=self._unit(unit),
                drills=[self._finished(value.one, each, unit) for each in found],
            )
        )
        statuses = [Status.FINISHED, Status.IN_PROGRESS, Status.SET_ASIDE]
        running = {status: list(accumulate(each.statuses.get(status, 0) for each in found)) for status in statuses}
        series = [
            Series(status.wording.in_language(language()), running[status])
            for status in statuses
            if any(running[status])
        ]
        if series:
            self.chart(
                line_chart(
                    self.tr("Articles par état, au fil du temps"),
                    self._ends(value, found, unit),
                    series,
                    self.tr("articles"),
                    places_name=self._unit(unit),
                )
            )

    def _ends(self, value: Shown, found: list[Day], unit: Unit) -> list[date]:
        """Return the last days of stretches, of the one that is not over the present day."""
        return [max(each.day, min(unit.last(each.day), value.all.today)) for each in found]

    def _finished(self, one: AnnotatorProgress, stretch: Day, unit: Unit) -> Drill | None:
        if self.asked is None or not stretch.finished:
            return None
        from annotator.app.progress import finished_between

        words = explained(one.name, self.tr("terminés, {when}").format(when=self._when(stretch, unit)))
        return Articles(
            partial(finished_between, self.asked.project, one.id, stretch.day, unit.last(stretch.day)), words
        )

    def _worked(self, one: AnnotatorProgress, stretch: Day, unit: Unit, spans: int) -> Cell:
        """Return a number of spans with the articles that were worked on."""
        cell = Cell(number_words(spans), spans)
        if self.asked is None or not stretch.deeds:
            return cell
        from annotator.app.progress import worked_between

        words = explained(one.name, self._when(stretch, unit))
        ask = partial(worked_between, self.asked.project, one.id, stretch.day, unit.last(stretch.day))
        return cell._replace(drill=Articles(ask, words))

    def _when(self, stretch: Day, unit: Unit) -> str:
        if unit is Unit.MONTH:
            return locale().toString(as_qt(stretch.day), "MMMM yyyy")
        day = date_words(stretch.day.isoformat())
        return day if unit is Unit.DAY else self.tr("semaine du {day}").format(day=day)

    def _unit(self, unit: Unit) -> str:
        return {Unit.DAY: self.tr("jour"), Unit.WEEK: self.tr("semaine"), Unit.MONTH: self.tr("mois")}[unit]

    def _fill_spans(self, value: Shown, found: list[Day], unit: Unit) -> None:
        self.section(self.tr("Annotations dans le temps"))
        running: dict[str, list[int]] = {}
        for label in value.all.labels:
            more = list(accumulate(each.spans.get(label, 0) + each.brought.get(label, 0) for each in found))
            if any(more):
                running[label] = more
        if not running:
            self.note(self.tr("Aucune annotation n'a encore été posée."))
            return
        names = [name_of(label, self._labels) for label in running]
        colours = [self._labels[label].colour for label in running]
        title = self.tr("Annotations par étiquette depuis le début, imports compris")
        unit_words = self.tr("annotations")
        if len(found) > 1:
            series = [
                Series(name, numbers, colour=colour)
                for name, numbers, colour in zip(names, running.values(), colours, strict=True)
            ]
            ends = self._ends(value, found, unit)
            self.chart(line_chart(title, ends, series, unit_words, places_name=self._unit(unit)))
        else:
            whole = [Series("", [numbers[-1] for numbers in running.values()], colours=colours)]
            self.chart(bar_chart(title, names, whole, unit_words, places_name=self.tr("étiquette")))

    def _fill_table(self, value: Shown, found: list[Day], unit: Unit) -> None:
        title = {
            Unit.DAY: self.tr("Jour par jour"),
            Unit.WEEK: self.tr("Semaine par semaine"),
            Unit.MONTH: self.tr("Mois par mois"),
        }[unit]
        self.section(title)
        reopened = any(each.reopened for each in found)
        brought = any(each.brought for each in found)
        labels = value.all.labels
        heads = [self._unit(unit), self.tr("terminés")]
        heads += [self.tr("rouverts")] if reopened else []
        heads += [*(name_of(label, self._labels) for label in labels), self.tr("total")]
        heads += [self.tr("importées")] if brought else []
        heads += [self.tr("temps actif"), self.tr("par heure")]
        rows: list[list[Given]] = []
        for each in reversed(found):
            if not each.deeds and not each.brought and not each.statuses:
                continue
            spans = sum(each.spans.values())
            row: list[Given] = [self._when(each, unit)]
            row.append(Cell(number_words(each.finished), each.finished, self._finished(value.one, each, unit)))
            row += [each.reopened] if reopened else []
            row += [*(each.spans.get(label, 0) for label in labels), self._worked(value.one, each, unit, spans)]
            row += [sum(each.brought.values())] if brought else []
            row += [time_cell(each.active), rate_cell(Pace(1, each.active, spans, 0).spans_per_hour)]
            rows.append(row)
        self.table(title, heads, rows, most=_MOST_ROWS)

    # Who else

    def _fill_people(self, value: Shown) -> None:
        title = self.tr("Par annotateur")
        self.section(title)
        statuses = list(Status)
        heads = [
            self.tr("annotateur"),
            *(status.wording.in_language(language()) for status in statuses),
            self.tr("annotations"),
            self.tr("temps"),
            self.tr("annot. / h"),
            self.tr("art. / h"),
        ]
        rows: list[list[Given]] = []
        for each in value.all.annotators:
            whole = each.overall
            cells = [
                Cell(number_words(each.statuses[status]), each.statuses[status], self._of(each, status))
                for status in statuses
            ]
            rates = [rate_cell(whole.spans_per_hour), rate_cell(whole.finished_per_hour)]
            rows.append([each.name, *cells, whole.spans, time_cell(whole.active), *rates])
        self.table(title, heads, rows)

    def _fill_shares(self, one: AnnotatorProgress) -> None:
        title = self.tr("Qui a mis d'accord")
        self.section(title)
        self.table(
            title,
            [self.tr("annotateur"), self.tr("articles terminés"), self.tr("annotations"), self.tr("temps actif")],
            [[each.name, each.finished, each.spans, time_cell(each.active)] for each in one.shares],
        )
