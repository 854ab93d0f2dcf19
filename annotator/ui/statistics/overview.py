"""The overview: articles by status, spans by label, what became of the suggestions, sums by currency."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery
from annotator.core.suggester_report import Behind, Group, Outcome
from annotator.ui.language import language
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import bar_chart
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import (
    amount_words,
    counted,
    currency_words,
    explained,
    name_of,
    number_words,
    plural_form,
    share_words,
)

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.statistics import AnnotatorStatistics, Statistics

_CHANGED = (Outcome.BOUNDARY, Outcome.LABEL, Outcome.BOTH)


class Overview(Screen):
    """How far everybody is."""

    about_one = False

    def title(self) -> str:
        return self.tr("Vue d'ensemble")

    def read(self, asked: Asked) -> Statistics:
        from annotator.app.statistics import statistics

        return statistics(asked.project, known=True)

    def fill(self, value: Statistics) -> None:
        self._labels = self.labels()
        self._ids = {name: id for id, name in self.asked.project.names().items()} if self.asked is not None else {}
        if not value.articles:
            self.empty(
                self.tr("Le projet n'a pas encore d'articles."),
                (self.tr("Importer des fichiers…"), lambda: self.action_requested.emit("import")),
            )
            return
        finished = value.finished
        done = Articles(ArticleQuery(finished_by=frozenset(self._ids.values())), "") if finished else None
        spans, suggestions = sum(value.spans().values()), sum(value.suggestions.values())
        self.figures(
            [
                (
                    value.articles,
                    plural_form(value.articles, self.tr("article"), self.tr("articles")),
                    Articles(ArticleQuery(), ""),
                ),
                (finished, plural_form(finished, self.tr("terminé"), self.tr("terminés")), done),
                (spans, plural_form(spans, self.tr("annotation"), self.tr("annotations")), None),
                (suggestions, plural_form(suggestions, self.tr("suggestion"), self.tr("suggestions")), None),
            ]
        )
        self._fill_statuses(value)
        self._fill_labels(value)
        self._fill_suggestions(value)
        if any(each.sums.totals or each.sums.unread for each in value.annotators):
            self._fill_sums(value)

    def _fill_statuses(self, value: Statistics) -> None:
        title = self.tr("Articles par état")
        self.section(title)
        self.table(
            title,
            [self.tr("Annotateur"), *(status.wording.in_language(language()) for status in Status)],
            [
                [each.name, *(self._of_status(each, status, each.articles[status]) for status in Status)]
                for each in value.annotators
            ],
        )

    def _of_status(self, whose: AnnotatorStatistics, status: Status, count: int) -> Cell:
        query = ArticleQuery(statuses=frozenset({status}))
        return self._cell(count, whose.name, query, status.wording.in_language(language()))

    def _cell(self, count: int, whose: str, query: ArticleQuery, what: str) -> Cell:
        """Return a number with the articles that an annotator has, as that annotator would find them."""

        def found(project: Project, annotator: int) -> Collection[int]:
            return project.find_articles(query, annotator=annotator)

        return self._leads(Cell(number_words(count), count), whose, what, found)

    def _fill_labels(self, value: Statistics) -> None:
        title = self.tr("Annotations par étiquette")
        self.section(title)
        spans = value.spans()
        if any(spans.values()):
            names = [name_of(label, self._labels) for label in value.labels]
            numbers = Series(
                "",
                [spans[label] for label in value.labels],
                colours=[self._labels[label].colour for label in value.labels],
            )
            self.chart(
                bar_chart(
                    self.tr("Annotations par étiquette, de tout le monde"),
                    names,
                    [numbers],
                    self.tr("annotations"),
                    places_name=self.tr("étiquette"),
                )
            )
        else:
            self.note(self.tr("Rien n'est encore annoté ; chaque étiquette aura ici sa barre."))
        self.table(
            title,
            [
                self.tr("Annotateur"),
                *(name_of(label, self._labels) for label in value.labels),
                self.tr("total"),
            ],
            [
                [
                    each.name,
                    *(
                        self._cell(
                            each.spans[label],
                            each.name,
                            ArticleQuery(labels=frozenset({label})),
                            name_of(label, self._labels),
                        )
                        for label in value.labels
                    ),
                    self._leads(
                        Cell(number_words(sum(each.spans.values())), sum(each.spans.values())),
                        each.name,
                        self.tr("annotations"),
                        partial(_with_any, value.labels),
                    ),
                ]
                for each in value.annotators
            ],
        )

    def _fill_suggestions(self, value: Statistics) -> None:
        title = self.tr("Ce que deviennent les suggestions")
        self.section(title)
        heads = (
            self.tr("Annotateur"),
            self.tr("étiquette"),
            self.tr("acceptées"),
            self.tr("modifiées"),
            self.tr("rejetées"),
            self.tr("à décider"),
            self.tr("part acceptée"),
        )
        self.table(
            title,
            heads,
            [
                [
                    each.name,
                    name_of(label, self._labels),
                    self._decided(counts.accepted, each.name, label, self.tr("acceptées"), Outcome.ACCEPTED),
                    self._decided(counts.changed, each.name, label, self.tr("modifiées"), *_CHANGED),
                    self._decided(counts.rejected, each.name, label, self.tr("rejetées"), Outcome.REJECTED),
                    counts.pending,
                    None if counts.acceptance is None else Cell(share_words(counts.acceptance), counts.acceptance),
                ]
                for each in value.annotators
                for label, counts in each.suggestions.items()
            ],
        )

    def _decided(self, count: int, whose: str, label: str, what: str, *outcomes: Outcome) -> Cell:
        """Return a number of suggestions of a label with the articles in which they were decided so."""
        from annotator.app.suggester_quality import articles_behind

        behind = Behind(outcomes, Group.LABEL, label)
        words = f"{name_of(label, self._labels)}, {what}"
        return self._leads(Cell(number_words(count), count), whose, words, partial(articles_behind, behind=behind))

    def _leads(self, cell: Cell, whose: str, what: str, ask: Callable[[Project, int], Collection[int]]) -> Cell:
        """Return a cell with a link to the articles that `ask` finds for an annotator; nought leads nowhere."""
        asked, annotator = self.asked, self._ids.get(whose)
        if not cell.number or asked is None or annotator is None:
            return cell
        return cell._replace(drill=Articles(lambda: list(ask(asked.project, annotator)), explained(whose, what)))

    def _fill_sums(self, value: Statistics) -> None:
        from annotator.app.content import articles_with_currency

        title = self.tr("Sommes annotées, par monnaie")
        self.section(title)
        self.table(
            title,
            [self.tr("Annotateur"), self.tr("monnaie"), self.tr("annotations"), self.tr("total")],
            [
                [
                    each.name,
                    currency_words(total),
                    *(
                        self._leads(
                            cell, each.name, currency_words(total), partial(articles_with_currency, name=total.name)
                        )
                        for cell in (
                            Cell(number_words(total.spans), total.spans),
                            Cell(amount_words(total.amount), float(total.amount)),
                        )
                    ),
                ]
                for each in value.annotators
                for total in each.sums.totals
            ],
        )
        unread = sum(each.sums.unread for each in value.annotators)
        self.note(self.tr("Une fourchette compte pour son montant le plus bas.") + self._unread(unread))

    def _unread(self, count: int) -> str:
        if not count:
            return ""
        one, many = self.tr("somme n'a pas de nombre lisible."), self.tr("sommes n'ont pas de nombre lisible.")
        return " " + counted(count, one, many)


def _with_any(labels: Sequence[str], project: Project, annotator: int) -> list[int]:
    """Return the articles in which an annotator has a span of one of the labels."""
    from annotator.app.content import articles_begun

    return sorted({article for label in labels for article in articles_begun(project, annotator, label)})
