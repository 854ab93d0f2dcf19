"""How far two or more annotators mean the same, token by token and beyond chance: Cohen's κ, Krippendorff's α."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording

Extent = tuple[int, int, str]
"""Start, end and label id of a span, in code points, half-open."""

WHY_TOKENS_DIFFER = Wording(
    "F1 counts spans; κ and α count tokens and take away what chance explains. Most tokens carry no label in either "
    "annotation, which F1 leaves aside, and a long span weighs as much as its tokens: a boundary one word off costs "
    "κ and α that word, exact F1 the whole span.",
    "La mesure F1 compte des annotations ; κ et α comptent des mots et déduisent ce que le hasard explique. La plupart "
    "des mots ne portent d'étiquette chez personne, ce que F1 laisse de côté, et une longue annotation pèse autant que "
    "ses mots : une limite décalée d'un mot coûte ce mot à κ et α, mais l'annotation entière à la mesure F1 exacte.",
)
"""Why agreement of tokens is another number than that of spans."""


@dataclass(slots=True)
class TokenCounts:
    """Labels of tokens as two or more annotators gave them; a token without a label has the label ``""``.

    Attributes:
        units: how many tokens got which labels, one of each annotator, in the order of the annotators.
    """

    units: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def add(self, grid: TokenGrid, annotations: Sequence[Sequence[Extent]]) -> None:
        """Count the tokens of one article in the annotations of two or more annotators who looked at it."""
        rows = [_labels_of_tokens(grid, spans) for spans in annotations]
        labelled = set[int]().union(*rows)
        self.units.update(tuple([row.get(token, "") for row in rows]) for token in labelled)
        self.units[("",) * len(rows)] += len(grid) - len(labelled)  # most tokens; to look at each takes far longer

    @property
    def matrix(self) -> Counter[tuple[str, str]]:
        """Of the first two annotators: how many tokens the first gave one label and the second another."""
        found = Counter[tuple[str, str]]()
        for labels, count in self.units.items():
            found[labels[0], labels[1]] += count
        return found

    @property
    def coincidences(self) -> dict[tuple[str, str], float]:
        """How often two labels met on one token, over all pairs of annotators.

        Each token weighs as much as it has annotators (Krippendorff 2011).
        """
        met: defaultdict[tuple[str, str], float] = defaultdict(float)
        for labels, count in self.units.items():
            found = Counter(labels)
            weight = count / (len(labels) - 1)
            for one, times in found.items():
                for other, others in found.items():
                    met[one, other] += times * (others - (one == other)) * weight
        return met

    @property
    def kappa(self) -> float | None:
        """Cohen's κ of the first two annotators; None where both gave every token one and the same label."""
        matrix = self.matrix
        total = sum(matrix.values())
        firsts, seconds = Counter[str](), Counter[str]()
        for (one, other), count in matrix.items():
            firsts[one] += count
            seconds[other] += count
        equal = sum(count for (one, other), count in matrix.items() if one == other)
        by_chance = sum(count * seconds[label] for label, count in firsts.items())  # times the total
        return (total * equal - by_chance) / (total**2 - by_chance) if total**2 != by_chance else None

    @property
    def alpha(self) -> float | None:
        """Krippendorff's α for nominal data; None where all gave every token one and the same label."""
        coincidences = self.coincidences
        if len({label for labels, count in self.units.items() if count for label in labels}) < 2:
            return None
        margins: defaultdict[str, float] = defaultdict(float)
        for (one, _), count in coincidences.items():
            margins[one] += count
        total = sum(margins.values())
        expected = total**2 - sum(count**2 for count in margins.values())
        differing = sum(count for (one, other), count in coincidences.items() if one != other)
        return 1 - (total - 1) * differing / expected


def _labels_of_tokens(grid: TokenGrid, spans: Iterable[Extent]) -> dict[int, str]:
    return {token: label for start, end, label in spans for token in grid.touching(start, end)}
