"""What an annotator labelled: surfaces, articles, lengths, sums, what stands together, months and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.core.content import WHAT_LENGTHS_ARE, WHICH_ARTICLES, median
from annotator.ui.statistics import drills
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import bar_chart, column_chart
from annotator.ui.statistics.content_groups import fill_months, fill_pairs, fill_sources, fill_sums
from annotator.ui.statistics.content_links import Links
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.tables import Cell, Given
from annotator.ui.wording import counted, explained, name_of, number_words, plural_form, sentence, typeset

if TYPE_CHECKING:
    from annotator.app.content import Place
    from annotator.app.project import Project
    from annotator.core.content import Content, Counted, LabelContent

_KEPT = 100
"""Rows that are read of surfaces, pairs and sources."""
_MOST_PLACES = 500
"""Places of one surface that are listed."""
_BARS = 10
"""Surfaces in a chart."""
_MOST_ROWS = 10


class ContentScreen(Screen):
    """Which surfaces, in how many articles, how long, beside which others, when and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[str, str] | None = None  # label and surface whose places are listed

    def title(self) -> str:
        return self.tr("Contenu")

    def forget(self) -> None:
        self._listed = None

    def read(self, asked: Asked) -> tuple[Content, tuple[Place, ...]]:
        from annotator.app.content import content, places_of_surface

        places: Iterable[Place] = ()
        if self._listed is not None:
            label, words = self._listed
            places = places_of_surface(asked.project, asked.annotator, words, label, most=_MOST_PLACES)
        return content(asked.project, asked.annotator, rows=_KEPT, refresh=False), tuple(places)

    def fill(self, value: tuple[Content, tuple[Place, ...]]) -> None:
        found, places = value
        if self._listed is None:
            self._fill_content(found)
        else:
            self._fill_places(places, *self._listed)

    def _fill_content(self, value: Content) -> None:
        if self.asked is None or not value.spans:
            self.empty(
                self.tr(
                    "Aucune annotation n'a encore été posée ici. Dès la première, cette page montre ce qui est annoté,"
                    " où et avec quoi."
                )
            )
            return
        labels = {label.id: label for label in self.asked.project.labels()}
        self._links = Links(self.asked.project, self.asked.annotator, labels)
        self._fill_head(value)
        self._fill_labels(value)
        for each in value.labels:
            if each.spans:
                self._fill_surfaces(each)
        self._fill_numbers(value)
        self._fill_lengths(value)
        fill_sums(self, value, self._links)
        fill_pairs(self, value.pairs, self._links)
        fill_months(self, value, self._links)
        fill_sources(self, value, self._links)

    # What carries which label

    def _fill_head(self, value: Content) -> None:
        from annotator.app.content import articles_begun

        surfaces = sum(each.surfaces for each in value.labels)
        begun = plural_form(value.articles, self.tr("article commencé"), self.tr("articles commencés"))
        self.figures(
            [
                (value.spans, plural_form(value.spans, self.tr("annotation"), self.tr("annotations")), None),
                (value.articles, begun, self._links.leads(explained(value.annotator, begun), articles_begun)),
                (surfaces, plural_form(surfaces, self.tr("forme"), self.tr("formes différentes")), None),
            ]
        )
        self.note(typeset(sentence(WHICH_ARTICLES)))

    def _fill_labels(self, value: Content) -> None:
        from annotator.app.content import articles_begun

        title = self.tr("Articles par étiquette")
        self.section(title)
        heads = [
            self.tr("étiquette"),
            self.tr("annotations"),
            self.tr("articles"),
            self.tr("formes"),
            self.tr("caractères (médiane)"),
            self.tr("mots (médiane)"),
        ]
        self.table(
            title,
            heads,
            [
                [
                    self._links.name(each.label),
                    each.spans,
                    self._links.linked(
                        each.articles, self._links.name(each.label), partial(articles_begun, label=each.label)
                    ),
                    each.surfaces,
                    median(each.characters),
                    median(each.words),
                ]
                for each in value.labels
            ],
        )

    def _fill_surfaces(self, one: LabelContent) -> None:
        from annotator.app.content import articles_with_surface

        name = self._links.name(one.label)
        first = one.top[:_BARS]
        self.section(explained(self.tr("Formes"), name))
        links = [
            self._links.leads(
                explained(name, each.words), partial(articles_with_surface, words=each.words, label=one.label)
            )
            for each in one.top
        ]
        if len(first) > 1:
            self.chart(
                bar_chart(
                    explained(self.tr("Formes les plus fréquentes"), name),
                    [each.words for each in first],
                    [Series("", [each.spans for each in first], colour=self._links.labels[one.label].colour)],
                    self.tr("annotations"),
                    places_name=self.tr("forme"),
                    drills=links[:_BARS],
                )
            )
        self.table(
            explained(self.tr("Formes"), name),
            [self.tr("forme"), self.tr("annotations"), self.tr("articles")],
            [
                [
                    each.words,
                    Cell(number_words(each.spans), each.spans, partial(self._list_places, one.label, each.words)),
                    Cell(number_words(each.articles), each.articles, drill),
                ]
                for each, drill in zip(one.top, links, strict=True)
            ],
            most=_MOST_ROWS,
        )
        if one.surfaces > len(one.top):
            words = self.tr("Les {count} formes les plus fréquentes sur {all}.")
            self.note(words.format(count=number_words(len(one.top)), all=number_words(one.surfaces)))

    # The places of one surface

    def _list_places(self, label: str, words: str) -> None:
        self._listed = (label, words)
        self._renew()

    def _close_places(self) -> None:
        self._listed = None
        self._renew()

    def _renew(self) -> None:
        if self.asked is not None:
            self.refresh(self.asked)

    def _fill_places(self, places: Sequence[Place], label: str, words: str) -> None:
        labels = {label.id: label for label in self.asked.project.labels()} if self.asked is not None else {}
        title = explained(name_of(label, labels), words)
        self.section(title)
        self.button(self.tr("Retour au contenu"), self._close_places)
        rows: list[list[Given]] = [
            [Cell(each.title, None, drills.Place(each.article, each.start, each.end)), each.start] for each in places
        ]
        table = self.table(title, [self.tr("article"), self.tr("à partir du caractère")], rows)
        self.lead_to(table)
        if len(places) == _MOST_PLACES:
            self.note(self.tr("Les {count} premières annotations.").format(count=number_words(_MOST_PLACES)))

    # How many and how long

    def _fill_numbers(self, value: Content) -> None:
        from annotator.app.content import articles_with_number

        self.section(self.tr("Annotations par article"))
        self.chart(
            column_chart(
                self.tr("Articles selon leur nombre d'annotations"),
                [float(each.value) for each in value.numbers],
                [Series("", [each.articles for each in value.numbers])],
                self.tr("articles"),
                places_name=self.tr("annotations"),
                drills=[
                    self._links.leads(
                        counted(int(each.value), self.tr("annotation"), self.tr("annotations")),
                        partial(articles_with_number, label="", number=int(each.value)),
                    )
                    for each in value.numbers
                ],
            )
        )

    def _fill_lengths(self, value: Content) -> None:
        self.section(self.tr("Longueurs"), typeset(sentence(WHAT_LENGTHS_ARE)))
        for title, unit, one, many, lengths in (
            (
                self.tr("Longueur en mots"),
                "words",
                self.tr("mot"),
                self.tr("mots"),
                {each.label: each.words for each in value.labels if each.spans},
            ),
            (
                self.tr("Longueur en caractères"),
                "characters",
                self.tr("caractère"),
                self.tr("caractères"),
                {each.label: each.characters for each in value.labels if each.spans},
            ),
        ):
            places = sorted({int(each.value) for of_label in lengths.values() for each in of_label})
            self.chart(
                column_chart(
                    title,
                    [float(length) for length in places],
                    [
                        Series(self._links.name(label), _at(places, of_label), colour=self._links.labels[label].colour)
                        for label, of_label in lengths.items()
                    ],
                    self.tr("annotations"),
                    places_name=many,
                    stacked=True,
                    drills=[
                        self._links.leads(
                            counted(length, one, many), partial(_with_length, list(lengths), unit, length)
                        )
                        for length in places
                    ],
                )
            )


def _at(places: Sequence[int], lengths: Sequence[Counted]) -> list[int]:
    spans = {int(each.value): each.spans for each in lengths}
    return [spans.get(place, 0) for place in places]


def _with_length(labels: Sequence[str], unit: str, length: int, project: Project, annotator: int) -> list[int]:
    """Return the articles that have a span of one of the labels, so many characters or words long."""
    from annotator.app.content import articles_with_length

    return sorted({each for label in labels for each in articles_with_length(project, annotator, label, unit, length)})
