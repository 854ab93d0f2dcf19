"""What an annotator labelled: surfaces, articles, lengths, sums, what stands together, months and sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.core.content import WHICH_ARTICLES, median
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import bar_chart
from annotator.ui.statistics.content_groups import fill_months, fill_pairs, fill_sources, fill_sums
from annotator.ui.statistics.content_lengths import fill_lengths, fill_numbers
from annotator.ui.statistics.content_links import Links
from annotator.ui.statistics.content_places import fill_places
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import explained, name_of, number_words, plural_form, sentence, typeset

if TYPE_CHECKING:
    from annotator.app.content import Place
    from annotator.core.content import Content, LabelContent
    from annotator.ui.statistics.tables import Given, Table

_ROWS = 100
"""Rows that are read at first of surfaces, pairs and sources."""
_MORE_ROWS = 1000
"""And how many more each time somebody asks."""
_PLACES = 200
"""Places of one surface that are listed at first, and how many more each time."""
_BARS = 10
"""Surfaces in a chart."""
_MOST_ROWS = 10


class ContentScreen(Screen):
    """Which surfaces, in how many articles, how long, beside which others, when and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _ROWS
        self._listed: tuple[str, str] | None = None  # label and surface whose places are listed
        self._places = _PLACES
        self._tables: dict[str, Table] = {}  # of the surfaces of each label

    def title(self) -> str:
        return self.tr("Contenu")

    def forget(self) -> None:
        self._listed, self._rows = None, _ROWS

    def read(self, asked: Asked) -> Content | tuple[Place, ...] | None:
        from annotator.app.content import content, places_of_surface

        if self._listed is None:
            found = content(asked.project, asked.annotator, rows=self._rows, refresh=False)
            return found if found.articles or asked.project.article_ids() else None
        label, words = self._listed
        places = places_of_surface(asked.project, asked.annotator, words, label, most=self._places + 1)
        return tuple(places)

    def fill(self, value: Content | tuple[Place, ...] | None) -> None:
        if value is None:
            self.empty(
                self.tr("Le projet n'a pas encore d'articles."),
                (self.tr("Importer des fichiers…"), lambda: self.action_requested.emit("import")),
            )
        elif isinstance(value, tuple):
            self._fill_places(value)
        else:
            self._fill_content(value)

    def _fill_content(self, value: Content) -> None:
        if self.asked is None or not value.spans:
            self.empty(
                self.tr(
                    "Rien n'est encore annoté ici. Ouvrez un article dans la liste et annotez-le\u00a0: cette page"
                    " montre ensuite ce qui est annoté, où et avec quoi."
                )
            )
            return
        self._links = Links(self.asked.project, self.asked.annotator, self.labels())
        self._tables = {}
        self._fill_head(value)
        self._fill_labels(value)
        for each in value.labels:
            if each.spans:
                self._fill_surfaces(each)
        fill_numbers(self, value, self._links)
        fill_lengths(self, value, self._links)
        fill_sums(self, value, self._links)
        fill_pairs(self, value.pairs, self._links)
        fill_months(self, value, self._links)
        fill_sources(self, value, self._links)

    # What carries which label

    def _fill_head(self, value: Content) -> None:
        from annotator.app.content import articles_begun

        surfaces = sum(each.surfaces for each in value.labels)
        spans = plural_form(value.spans, self.tr("annotation"), self.tr("annotations"))
        begun = plural_form(value.articles, self.tr("article commencé"), self.tr("articles commencés"))
        labelled = self._links.of_any_label(articles_begun)
        self.figures(
            [
                (value.spans, spans, self._links.leads(explained(value.annotator, spans), labelled)),
                (value.articles, begun, self._links.leads(explained(value.annotator, begun), articles_begun)),
                (
                    surfaces,
                    plural_form(surfaces, self.tr("forme"), self.tr("formes différentes")),
                    partial(self._go_to_surfaces, next(each.label for each in value.labels if each.surfaces)),
                ),
            ]
        )
        self.note(typeset(sentence(WHICH_ARTICLES)))

    def _fill_labels(self, value: Content) -> None:
        from annotator.app.content import articles_begun, articles_with_length

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
        rows: list[list[Given]] = []
        for each in value.labels:
            label, name = each.label, self._links.name(each.label)
            begun = partial(articles_begun, label=label)
            half = {"characters": median(each.characters), "words": median(each.words)}
            surfaces = partial(self._go_to_surfaces, label) if each.surfaces else None
            rows.append(
                [
                    name,
                    self._links.linked(each.spans, name, begun),
                    self._links.linked(each.articles, name, begun),
                    Cell(number_words(each.surfaces), each.surfaces, surfaces),
                    *(
                        self._links.linked(
                            length,
                            explained(name, f"{number_words(length or 0)} {words}"),
                            partial(articles_with_length, label=label, unit=unit, length=length or 0),
                        )
                        for (unit, length), words in zip(
                            half.items(), (self.tr("caractères"), self.tr("mots")), strict=True
                        )
                    ),
                ]
            )
        self.table(title, heads, rows)

    def _go_to_surfaces(self, label: str) -> None:
        table = self._tables[label]
        table.setFocus()
        self.ensureWidgetVisible(table, 0, 60)

    def _fill_surfaces(self, one: LabelContent) -> None:
        from annotator.app.content import articles_with_surface

        name = self._links.name(one.label)
        title = explained(self.tr("Formes"), name)
        links = [
            self._links.leads(
                explained(name, each.words), partial(articles_with_surface, words=each.words, label=one.label)
            )
            for each in one.top
        ]
        rows: list[list[Given]] = [
            [
                each.words,
                Cell(number_words(each.spans), each.spans, partial(self._list_places, one.label, each.words)),
                Cell(number_words(each.articles), each.articles, drill),
            ]
            for each, drill in zip(one.top, links, strict=True)
        ]
        heads = [self.tr("forme"), self.tr("annotations"), self.tr("articles")]

        def put_table() -> None:
            self._tables[one.label] = self.table(title, heads, rows, most=_MOST_ROWS)

        def put_chart() -> None:
            first = one.top[:_BARS]
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

        self.section(title)
        if len(one.top) > 1:
            self.beside(put_table, put_chart)
        else:
            put_table()
        if one.surfaces > len(one.top):
            words = self.tr("Les {count} formes les plus fréquentes sur {all}.")
            self.note(words.format(count=number_words(len(one.top)), all=number_words(one.surfaces)))
            more = self.tr("En lire {count} de plus")
            rest = min(_MORE_ROWS, one.surfaces - len(one.top))
            self.button(more.format(count=number_words(rest)), self._read_more)

    def _read_more(self) -> None:
        self._rows += _MORE_ROWS
        self.renew()

    # The places of one surface

    def _list_places(self, label: str, words: str) -> None:
        self._listed, self._places = (label, words), _PLACES
        self.renew()
        self.verticalScrollBar().setValue(0)

    def _close_places(self) -> None:
        self._listed = None
        self.renew()

    def _more_places(self) -> None:
        self._places += _PLACES
        self.renew()

    def _fill_places(self, places: tuple[Place, ...]) -> None:
        if self.asked is None or self._listed is None:
            return
        label, words = self._listed
        title = explained(name_of(label, self.labels()), words)
        fill_places(self, title, places[: self._places], words, self._close_places)
        if len(places) > self._places:
            more = self.tr("En montrer {count} de plus").format(count=number_words(_PLACES))
            self.button(more, self._more_places)
