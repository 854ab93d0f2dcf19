"""The numbers of two annotators: measures by label, the matrix of labels, the words by which boundaries differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.app.agreement_asked import Which
from annotator.core.agreement import Difference
from annotator.core.boundaries import Edge
from annotator.ui.language import language, locale, translate
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.tables import NOTHING, Cell
from annotator.ui.wording import explained, name_of, number_words, quoted

if TYPE_CHECKING:
    from annotator.ui.statistics.screen import Screen
    from annotator.ui.statistics.tables import Given

_MOST_WORDS = 20
_MEASURES = ("precision", "recall", "f1")
_FORMS = {"precision": "P", "recall": "R", "f1": "F1", "kappa": "κ", "alpha": "α"}


class PairTables:
    """Puts the numbers of two annotators on a screen; each leads to the places behind it.

    Args:
        screen: the screen.
        at: which pair of the report it is.
        pair: what `annotator.core.agreement_report.PairAgreement.to_json` returned.
        articles: ids of the articles that were compared.
        open_list: opens the list of some places, under a heading.
    """

    def __init__(
        self,
        screen: Screen,
        at: int,
        pair: Mapping[str, Any],
        articles: Sequence[int],
        open_list: Callable[[Which, str], object],
    ) -> None:
        self._screen = screen
        self._at = at
        self._pair = pair
        self._articles = articles
        self._open_list = open_list
        self._between = translate("agreement", "{first} et {second}").format(**pair)
        self._labels = screen.labels()
        self._why = {(each["measure"], each["label"]): each[language()] for each in pair["undefined"]}

    def fill(self) -> None:
        """Put everything on the screen."""
        pair, screen = self._pair, self._screen
        different = sum(count for kind, count in pair["places"].items() if kind != Difference.NONE.value)
        every = self._opens(Which(self._at), translate("agreement", "toutes les différences")) if different else None
        screen.section(self._between)
        screen.figures(
            [
                (measure_words(pair["exact"]["f1"]), translate("agreement", "F1 exacte"), every),
                (measure_words(pair["partial"]["f1"]), translate("agreement", "F1 partielle"), every),
                (measure_words(pair["kappa"]), translate("agreement", "κ de Cohen, par mot"), every),
                (measure_words(pair["alpha"]), translate("agreement", "α de Krippendorff, par mot"), every),
                (different, translate("agreement", "différences"), every),
                (
                    len(self._articles),
                    translate("agreement", "articles"),
                    Articles(tuple(self._articles), self._between),
                ),
            ]
        )
        self._fill_kinds()
        self._fill_labels()
        self._fill_confusion()
        self._fill_words()

    def _opens(self, which: Which, words: str) -> Callable[[], object]:
        heading = explained(self._between, words)
        return lambda: self._open_list(which, heading)

    def _number(self, count: int, which: Which, words: str, *, shade: float = 0.0) -> Cell:
        if not count:
            return Cell(number_words(0), 0)
        return Cell(number_words(count), count, self._opens(which, words), shade=shade)

    def _fill_kinds(self) -> None:
        title = translate("agreement", "Différences par genre")
        rows: list[list[Given]] = []
        for kind in Difference:
            count = self._pair["places"].get(kind.value, 0)
            words = kind.wording.in_language(language())
            rows.append([words, self._number(count, Which(self._at, frozenset({kind})), words)])
        self._screen.table(
            explained(title, self._between), [translate("agreement", "genre"), translate("agreement", "places")], rows
        )

    def _fill_labels(self) -> None:
        pair = self._pair
        title = translate("agreement", "Accord par étiquette")
        self._screen.section(
            title,
            translate(
                "agreement",
                "Exacte : début, fin et étiquette sont les mêmes. Partielle : ce qui ne fait que se recouvrir compte "
                "pour moitié, et celle de toutes ne regarde pas l'étiquette. Précision (P) et rappel (R) prennent le "
                "second pour référence.",
            ),
        )
        heads = [
            translate("agreement", "étiquette"),
            pair["first"],
            pair["second"],
            translate("agreement", "égales"),
            translate("agreement", "se recouvrent"),
            "P",
            "R",
            "F1",
            translate("agreement", "F1 partielle"),
        ]
        rows: list[list[Given]] = []
        for label, counts in pair["labels"].items():
            name = name_of(label, self._labels)
            same = frozenset({Difference.NONE})
            overlapping = Which(self._at, frozenset({Difference.BOUNDARY}), label=label)
            every = frozenset(Difference)
            rows.append(
                [
                    Cell(name, None, self._opens(Which(self._at, label=label), name)),
                    self._number(counts["first"], Which(self._at, every, first=label), name),
                    self._number(counts["second"], Which(self._at, every, second=label), name),
                    self._number(counts["equal"], Which(self._at, same, label=label), name),
                    self._number(counts["overlapping"], overlapping, name),
                    *(self._measure(counts["exact"][each], f"exact {each}", label, name) for each in _MEASURES),
                    self._measure(counts["partial"]["f1"], "partial f1", label, name),
                ]
            )
        all_labels = translate("agreement", "toutes")
        equal = self._pair["places"].get(Difference.NONE.value, 0)
        rows.append(
            [
                all_labels,
                sum(counts["first"] for counts in pair["labels"].values()),
                sum(counts["second"] for counts in pair["labels"].values()),
                self._number(equal, Which(self._at, frozenset({Difference.NONE})), all_labels),
                None,
                *(self._measure(pair["exact"][each], f"exact {each}", None, all_labels) for each in _MEASURES),
                self._measure(pair["partial"]["f1"], "partial f1", None, all_labels),
            ]
        )
        self._screen.table(explained(title, self._between), heads, rows)
        for words in self._undefined():
            self._screen.note(words)

    def _measure(self, value: float | None, measure: str, label: str | None, words: str) -> Cell:
        """Return a cell that leads to the differences which keep the measure of a label, or of all, below 1."""
        cell = measure_cell(value, self._why.get((measure, label), ""))
        if value is None or value == 1:
            return cell
        return cell._replace(drill=self._opens(Which(self._at, label=label), words))

    def _undefined(self) -> list[str]:
        """Say of each label in one line what is not defined and why."""
        found: dict[tuple[str | None, str], list[str]] = {}
        for each in self._pair["undefined"]:
            *scheme, name = each["measure"].split()
            if scheme == ["partial"]:
                continue  # where the exact one is not defined, neither is this one
            found.setdefault((each["label"], each[language()]), []).append(_FORMS[name])
        return [
            explained(
                name_of(label, self._labels) if label else translate("agreement", "toutes"),
                f"{', '.join(measures)} {why}",
            )
            for (label, why), measures in found.items()
        ]

    def _fill_confusion(self) -> None:
        title = translate("agreement", "Étiquettes de l'un et de l'autre")
        counts = {(each["first"] or "", each["second"] or ""): each["count"] for each in self._pair["confusion"]}
        known = sorted({label for both in counts for label in both if label})
        if not known:
            return
        nothing = translate("agreement", "rien")
        places = [*known, ""]
        names = [name_of(each, self._labels) if each else nothing for each in places]
        most = max((count for (one, two), count in counts.items() if one != two), default=0)
        caption = translate(
            "agreement",
            "En lignes {first}, en colonnes {second} ; plus une case est foncée, plus la confusion est fréquente.",
        )
        self._screen.section(title, caption.format(**self._pair))
        rows: list[list[Given]] = []
        for one, name in zip(places, names, strict=True):
            cells: list[Given] = [name]
            for two, other in zip(places, names, strict=True):
                count = counts.get((one, two), 0)
                if not count:
                    cells.append(Cell("", 0))
                    continue
                shade = count / most if one != two and most else 0.0
                which = Which(self._at, frozenset(Difference), labels=(one, two))
                cells.append(self._number(count, which, f"{name} → {other}", shade=shade))
            rows.append(cells)
        corner = f"{self._pair['first']} ↓ {self._pair['second']} →"
        self._screen.table(explained(title, self._between), [corner, *names], rows)

    def _fill_words(self) -> None:
        found = self._pair["edge_words"]
        if not found:
            return
        title = translate("agreement", "Mots aux limites qui diffèrent")
        self._screen.section(
            title,
            translate(
                "agreement", "Ce que l'un prend dans l'annotation et l'autre non : souvent une règle à préciser."
            ),
        )
        rows: list[list[Given]] = []
        for each in found:
            edge = Edge(each["edge"])
            words = edge.wording.in_language(language())
            which = Which(self._at, edge=edge, words=each["words"])
            rows.append(
                [words, quoted(each["words"]), self._number(each["count"], which, f"{words}, {quoted(each['words'])}")]
            )
        heads = [translate("agreement", "limite"), translate("agreement", "mots"), translate("agreement", "fois")]
        self._screen.table(explained(title, self._between), heads, rows, most=_MOST_WORDS)


def measure_words(value: float | None) -> str:
    """Write a measure with three decimals, or that it has no value."""
    return NOTHING if value is None else locale().toString(value, "f", 3)


def measure_cell(value: float | None, why: str = "") -> Cell:
    """Return a cell for a measure; one without a value says why."""
    return Cell(measure_words(value), value, None, why)
