"""How good the suggester is: what became of what it proposed, and what it found of the spans that were drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.suggester_report import (
    DECIDED,
    READ,
    WHAT_COUNTS,
    WHEN,
    Behind,
    Finding,
    Group,
    Outcome,
    Row,
)
from annotator.core.suggestions import Tier
from annotator.ui.dates import date_words
from annotator.ui.language import language
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import column_chart, interval_chart
from annotator.ui.statistics.drills import Articles, Drill, Place
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.tables import Cell, Given
from annotator.ui.wording import explained, name_of, number_words, sentence, share_words, tier_words, typeset

if TYPE_CHECKING:
    from annotator.core.intervals import Share
    from annotator.core.suggester_report import SuggesterReport
    from annotator.core.wording import Wording

_MOST_PLACES = 30
"""Places that are listed of what was missed."""
_OPEN = (Outcome.PENDING, Outcome.EQUAL, Outcome.COVERED)
_OTHERWISE = (Finding.BOUNDARY, Finding.LABEL, Finding.BOTH)


class _Value(NamedTuple):
    """What the screen shows."""

    report: SuggesterReport
    missed: tuple[tuple[Place, str, str], ...]  # each with its surface and its label


class SuggesterScreen(Screen):
    """Precision and recall by label, rule, tier, version and week, by the decisions of one annotator."""

    def title(self) -> str:
        return self.tr("Suggesteur")

    def read(self, asked: Asked) -> _Value:
        from annotator.app.suggester_quality import places_behind, suggester_quality

        report = suggester_quality(asked.project, asked.annotator, refresh=False)
        missed = Behind((Finding.MISSED,))
        places = places_behind(asked.project, asked.annotator, missed, most=_MOST_PLACES)
        texts = {each.id: each.text for each in asked.project.articles({spot.article for spot in places})}
        return _Value(
            report,
            tuple(
                (Place(each.article, each.start, each.end), texts[each.article][each.start : each.end], each.label)
                for each in places
                if each.article in texts
            ),
        )

    def fill(self, value: _Value) -> None:
        report = value.report
        self._labels = self.labels()
        if not any(report.all.outcomes.values()) and not report.all.recall.of:
            self.empty(
                self.tr(
                    "Aucune suggestion dans les articles commencés. Demandez des suggestions, puis acceptez-les ou"
                    " corrigez-les : la qualité du suggesteur se mesure à vos décisions."
                ),
            )
            return
        self._fill_head(report)
        self._fill_labels(report)
        self._fill_rules(report)
        self._fill_tiers(report)
        self._fill_missed(value)
        self._fill_time(report)

    def _fill_head(self, report: SuggesterReport) -> None:
        everything = report.all
        self.figures(
            [
                (
                    self._percent(everything.precision),
                    self.tr("précision"),
                    self._drill(DECIDED, self.tr("décidées")) if everything.precision.of else None,
                ),
                (
                    self._percent(everything.recall),
                    self.tr("rappel"),
                    self._drill(READ, self.tr("annotations")) if everything.recall.of else None,
                ),
                (
                    everything.precision.of,
                    self.tr("suggestions décidées"),
                    self._drill(DECIDED, self.tr("décidées")) if everything.precision.of else None,
                ),
                (
                    everything.findings[Finding.MISSED],
                    self.tr("annotations manquées"),
                    self._drill((Finding.MISSED,), self.tr("manquées"))
                    if everything.findings[Finding.MISSED]
                    else None,
                ),
            ]
        )
        self.note(typeset(WHAT_COUNTS.in_language(language())))
        for measure, why in (
            (self.tr("Précision"), everything.why_no_precision()),
            (self.tr("Rappel"), everything.why_no_recall()),
        ):
            if why is not None:
                self.note(typeset(f"{explained(measure, why.in_language(language()))}."))

    def _fill_labels(self, report: SuggesterReport) -> None:
        title = self.tr("Par étiquette")
        self.section(
            title,
            self.tr("Limites, autre étiquette, les deux : ce qui a été changé à la suggestion avant de la garder."),
        )
        rows = report.rows[Group.LABEL]
        self._intervals(
            self.tr("Précision et rappel par étiquette"),
            [name_of(row.name, self._labels) for row in rows],
            [
                (self.tr("précision"), [row.quality.precision for row in rows]),
                (self.tr("rappel"), [row.quality.recall for row in rows]),
            ],
            self.tr("étiquette"),
        )
        self._outcomes(title, Group.LABEL, rows, lambda row: name_of(row.name, self._labels))
        self._findings(self.tr("Annotations retrouvées, par étiquette"), Group.LABEL, rows)

    def _fill_rules(self, report: SuggesterReport) -> None:
        title = self.tr("Par règle")
        rows = report.rows[Group.RULE]
        if rows:
            self.section(title, self.tr("La raison est celle que montre chaque suggestion."))
            self._outcomes(title, Group.RULE, rows, lambda row: row.name, reasons=True)

    def _fill_tiers(self, report: SuggesterReport) -> None:
        title = self.tr("Par degré de confiance")
        rows = report.rows[Group.TIER]
        if rows:
            self.section(title)
            names = [tier_words(Tier(row.name)) for row in rows]
            shares = [(self.tr("précision"), [row.quality.precision for row in rows])]
            self._intervals(self.tr("Précision par degré de confiance"), names, shares, self.tr("degré"))
            self._outcomes(title, Group.TIER, rows, lambda row: tier_words(Tier(row.name)))

    def _fill_missed(self, value: _Value) -> None:
        if not value.missed:
            return
        title = self.tr("Annotations manquées")
        count = value.report.all.findings[Finding.MISSED]
        self.section(title, self.tr("Aucune suggestion n'y touche ; un mot du lexique ou une règle pourrait aider."))
        self.table(
            title,
            [self.tr("texte"), self.tr("étiquette")],
            [
                [Cell(" ".join(words.split()), None, place), name_of(label, self._labels)]
                for place, words, label in value.missed
            ],
        )
        if count > len(value.missed):
            more = self.tr("Les {count} premières de {all} ; le nombre ci-dessus mène à tous les articles.")
            self.note(more.format(count=number_words(len(value.missed)), all=number_words(count)))

    def _fill_time(self, report: SuggesterReport) -> None:
        title = self.tr("Par version")
        self.section(
            title,
            self.tr(
                "Une suggestion compte pour la version qui l'a proposée la première ; une annotation, pour celle qui a"
                " lu l'article la dernière."
            ),
        )
        self._outcomes(title, Group.VERSION, report.rows[Group.VERSION], lambda row: row.name, recall=True)
        weeks = [row for row in report.rows[Group.WEEK] if row.name]
        if not weeks:
            return
        title = self.tr("Par semaine")
        self.section(title, WHEN.in_language(language()))
        decided = [row for row in weeks if row.quality.precision.of]
        if len(decided) > 1:
            self.chart(
                column_chart(
                    self.tr("Suggestions décidées, par semaine"),
                    [date.fromisoformat(row.name) for row in decided],
                    [
                        Series(self.tr("acceptées"), [row.quality.precision.hits for row in decided]),
                        Series(
                            self.tr("changées ou rejetées"),
                            [row.quality.precision.of - row.quality.precision.hits for row in decided],
                        ),
                    ],
                    self.tr("suggestions"),
                    places_name=self.tr("semaine"),
                    stacked=True,
                )
            )
        self._outcomes(title, Group.WEEK, weeks, lambda row: date_words(row.name), recall=True)

    # Charts and tables

    def _intervals(
        self, title: str, names: Sequence[str], shares: Sequence[tuple[str, Sequence[Share]]], places_name: str
    ) -> None:
        if not any(each.of for _, listed in shares for each in listed):
            return
        series = [
            Series(
                name,
                [each.value for each in listed],
                low=[each.interval[0] if each.interval else None for each in listed],
                high=[each.interval[1] if each.interval else None for each in listed],
            )
            for name, listed in shares
            if any(each.of for each in listed)
        ]
        self.chart(interval_chart(title, names, series, places_name=places_name))

    def _outcomes(
        self,
        title: str,
        group: Group,
        rows: Sequence[Row],
        name: Callable[[Row], str],
        *,
        reasons: bool = False,
        recall: bool = False,
    ) -> None:
        """Put a table of what became of suggestions, each number with its articles."""
        columns: list[tuple[str, tuple[Outcome, ...]]] = [
            (self.tr("acceptées"), (Outcome.ACCEPTED,)),
            (self.tr("limites"), (Outcome.BOUNDARY,)),
            (self.tr("autre étiquette"), (Outcome.LABEL,)),
            (self.tr("les deux"), (Outcome.BOTH,)),
            (self.tr("rejetées"), (Outcome.REJECTED,)),
            (self.tr("à décider"), _OPEN),
        ]
        heads = [self._head(group), *(head for head, _ in columns), self.tr("précision")]
        heads += [*([self.tr("rappel")] if recall else ()), *([self.tr("raison")] if reasons else ())]
        shown: list[list[Given]] = []
        for row in rows:
            quality, called = row.quality, name(row)
            cells: list[Given] = [called]
            for head, outcomes in columns:
                many = sum(quality.outcomes[each] for each in outcomes)
                cells.append(self._number(many, outcomes, f"{called}, {head}", group, row.name))
            cells.append(_share_cell(quality.precision, quality.why_no_precision()))
            if recall:
                cells.append(_share_cell(quality.recall, quality.why_no_recall()))
            if reasons:
                cells.append(row.reason.in_language(language()) if row.reason is not None else None)
            shown.append(cells)
        self.table(title, heads, shown)

    def _findings(self, title: str, group: Group, rows: Sequence[Row]) -> None:
        """Put a table of what was found of spans."""
        columns: list[tuple[str, tuple[Finding, ...]]] = [
            (self.tr("trouvées"), (Finding.EXACT,)),
            (self.tr("trouvées autrement"), _OTHERWISE),
            (self.tr("manquées"), (Finding.MISSED,)),
        ]
        shown: list[list[Given]] = []
        for row in rows:
            called = name_of(row.name, self._labels)
            cells: list[Given] = [called]
            for head, findings in columns:
                many = sum(row.quality.findings[each] for each in findings)
                cells.append(self._number(many, findings, f"{called}, {head}", group, row.name))
            cells.append(_share_cell(row.quality.recall, row.quality.why_no_recall()))
            shown.append(cells)
        heads = [self._head(group), *(head for head, _ in columns), self.tr("rappel")]
        self.table(title, heads, shown)

    def _number(
        self,
        many: int,
        outcomes: tuple[Outcome, ...] | tuple[Finding, ...],
        words: str,
        group: Group,
        name: str,
    ) -> Cell:
        drill = self._drill(outcomes, words, group, name) if many else None
        return Cell(number_words(many), many, drill)

    def _drill(
        self,
        outcomes: tuple[Outcome, ...] | tuple[Finding, ...],
        words: str,
        group: Group | None = None,
        name: str = "",
    ) -> Drill | None:
        asked = self.asked
        if asked is None:
            return None

        def found() -> list[int]:
            from annotator.app.suggester_quality import articles_behind

            return list(articles_behind(asked.project, asked.annotator, Behind(outcomes, group, name)))

        return Articles(found, explained(self.title(), words))

    def _head(self, group: Group) -> str:
        return {
            Group.LABEL: self.tr("étiquette"),
            Group.RULE: self.tr("règle"),
            Group.TIER: self.tr("degré"),
            Group.VERSION: self.tr("version"),
            Group.WEEK: self.tr("semaine du"),
        }[group]

    def _percent(self, share: Share) -> str:
        return "–" if share.value is None else share_words(share.value)


def _share_cell(share: Share, why: Wording | None) -> Cell:
    """Return a share with its interval; where there is none, its reason when asked for."""
    if share.value is None or share.interval is None:
        return Cell("–", None, None, "" if why is None else typeset(sentence(why)))
    low, high = share.interval
    return Cell(f"{share_words(share.value)} [{round(low * 100)}–{share_words(high)}]", share.value)
