"""The layers of a WebAnno TSV as they are read, which of them holds the spans, and what is to be said of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.core.wording import Wording
from annotator.formats.webanno_document import Place
from annotator.formats.webanno_lines import EMPTY, NO_VALUE, Kind, Layer, Unit, Value, values_in

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_NAMES = f"{_DKPRO}ner.type."
NAMED_ENTITY = f"{_NAMES}NamedEntity"
_CUSTOM = "webanno.custom."
_LABEL_FEATURES = ("value", "label")
_IDENTIFIERS = ("identifier", "id")
_MOST_NAMED = 8


@dataclass(slots=True)
class Mention:
    """An annotation of a layer.

    Attributes:
        start: where its first unit begins.
        end: where its last unit ends.
        values: its features that have one.
    """

    start: Place
    end: Place
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class LayerReading:
    """A layer as it is read.

    Attributes:
        declared: its columns.
        mentions: its annotations, by their id or by line and rank, where they may be the spans of an article.
        links: how many links to other annotations it has.
    """

    declared: Layer
    mentions: dict[int | tuple[int, int], Mention] = field(default_factory=dict)
    links: int = 0
    _ids: set[int] = field(default_factory=set)
    _count: int = 0

    @property
    def title(self) -> str:
        """How it is named to people."""
        return self.declared.name.rpartition(".")[2]

    @property
    def size(self) -> int:
        """How many annotations it has."""
        return len(self.mentions) + len(self._ids) + self._count

    @property
    def may_hold_spans(self) -> bool:
        """Whether its annotations may be the spans of an article; what is said of words and sentences is not."""
        name = self.declared.name
        named = name.startswith(_NAMES) or not name.startswith((_DKPRO, "uima."))
        return named and self.declared.kind is Kind.SPAN

    def take(self, number: int, unit: Unit, sentence: int) -> None:
        """Take in what its columns say of a unit; what they say of one annotation stands at the same rank.

        Args:
            number: the line of the unit.
            unit: the unit, with as many columns as the layer needs.
            sentence: number of its sentence.
        """
        declared = self.declared
        columns = unit.columns[declared.first : declared.end]
        if all(column == EMPTY for column in columns):
            return
        if declared.kind is not Kind.SPAN:
            # Each relation, and each link of a chain, fills each of its columns.
            self._count += max(len(list(values_in(column))) for column in columns)
            return
        values: list[tuple[Value, ...]] = []
        for index, column in enumerate(columns):
            if index not in declared.links:
                values.append(tuple(values_in(column)))
            elif declared.features[index].startswith("ROLE_"):
                values.append(self._hosts(column, columns[index + 1] if index + 1 < len(columns) else EMPTY))
        for rank in range(max(len(column) for column in values)):
            self._take_one((number, rank), unit, sentence, [column[rank : rank + 1] for column in values])

    def _hosts(self, roles: str, targets: str) -> tuple[Value, ...]:
        """Count the links of annotations and return those: without a value, with their ids."""
        self.links += 0 if targets in (EMPTY, NO_VALUE) else targets.count(";") + targets.count("|") + 1
        return tuple(Value(None, each.id) for each in values_in(roles if roles != EMPTY else targets))

    def _take_one(self, key: tuple[int, int], unit: Unit, sentence: int, values: list[tuple[Value, ...]]) -> None:
        id = next((value.id for found in values for value in found if value.id is not None), None)
        if not self.may_hold_spans:
            if id is None:
                self._count += 1
            else:
                self._ids.add(id)
            return
        start, end = Place(sentence, unit.begin), Place(sentence, unit.end)
        mention = self.mentions.setdefault(key if id is None else id, Mention(start, end))
        mention.start, mention.end = min(mention.start, start), max(mention.end, end)
        columns = [each for index, each in enumerate(self.declared.features) if index not in self._targets()]
        for feature, found in zip(columns, values, strict=True):
            for value in found:
                if value.value:
                    mention.values[feature] = value.value

    def _targets(self) -> set[int]:
        return {index for index in self.declared.links if not self.declared.features[index].startswith("ROLE_")}

    @property
    def feature(self) -> str | None:
        """The feature that holds labels: one that is called so, else the one most often filled with words."""
        filled = Counter(
            feature
            for mention in self.mentions.values()
            for feature, value in mention.values.items()
            if value.strip()
            and not value.strip().lstrip("-").replace(".", "").isdigit()
            and value not in ("true", "false")
        )
        named = [name for name in _LABEL_FEATURES if filled[name]]
        free = [name for name, _ in filled.most_common() if name not in _IDENTIFIERS]
        return next(iter(named + free), None)


class Choice:
    """Which layer holds the spans.

    Attributes:
        taken: that layer; None where none has any.
        feature: which of its features holds the labels; None where they have none.
        notes: what to say of it and of the other layers.
    """

    def __init__(self, layers: Iterable[LayerReading]) -> None:
        """Choose among the layers of a file: named entities, then what people made up and labelled, then the rest."""
        found = [(each, each.feature) for each in layers if each.size]
        candidates = sorted((each for each in found if each[0].mentions), key=_likelihood)
        self.taken: LayerReading | None = candidates[0][0] if candidates else None
        self.feature: str | None = candidates[0][1] if candidates else None
        self.notes: list[Wording] = []
        if self.taken is not None:
            self.notes.extend(_on_taken(self.taken, self.feature))
        left = Counter({each.title: each.size for each, _ in found if each is not self.taken})
        if left:
            self.notes.append(_left_out(left))
        links = sum(each.links for each, _ in found)
        if links:
            self.notes.append(_linked(links))

    def label(self, mention: Mention) -> str:
        """Return the label of an annotation of the layer."""
        if self.taken is None:
            raise LookupError
        return mention.values.get(self.feature or "", self.taken.title)


def _likelihood(candidate: tuple[LayerReading, str | None]) -> tuple[bool, bool, bool, int, str]:
    layer, feature = candidate
    name = layer.declared.name
    return name != NAMED_ENTITY, feature is None, not name.startswith(_CUSTOM), -layer.size, name


def _on_taken(layer: LayerReading, feature: str | None) -> Iterator[Wording]:
    """Yield what is to be said of the layer that holds the spans."""
    if layer.declared.name != NAMED_ENTITY:
        yield _taken(layer, feature)
    without = sum(feature not in each.values for each in layer.mentions.values())
    if without:
        yield Wording(
            f"spans without a value: {without}; “{layer.title}” was taken for their label.",
            f"annotations sans valeur : {without} ; « {layer.title} » leur a servi d'étiquette.",
        )
    counts = Counter(name for mention in layer.mentions.values() for name in mention.values if name != feature)
    if counts:
        named = _listed(counts)
        yield Wording(
            f"features of {layer.title} left out, with how often they were filled: {named.en}.",
            f"traits de {layer.title} laissés de côté, avec le nombre de fois où ils étaient remplis : {named.fr}.",
        )


def _listed(counts: Counter[str]) -> Wording:
    most = counts.most_common(_MOST_NAMED)
    named = ", ".join(f"{name} ({count})" for name, count in most)
    rest = len(counts) - len(most)
    return Wording(f"{named} and {rest} more", f"{named} et {rest} autres") if rest else Wording(named, named)


def _left_out(counts: Counter[str]) -> Wording:
    named = _listed(counts)
    return Wording(
        f"other layers, relations and chains left out, with how much they hold: {named.en}.",
        f"autres couches, relations et chaînes laissées de côté, avec ce qu'elles contiennent : {named.fr}.",
    )


def _linked(count: int) -> Wording:
    return Wording(
        f"links from spans to others left out, as a project has none: {count}.",
        f"liens d'annotations à d'autres laissés de côté, un projet n'en ayant pas : {count}.",
    )


def _taken(layer: LayerReading, feature: str | None) -> Wording:
    of = layer.title if feature is None else f"{layer.title}.{feature}"
    return Wording(
        f"there are no named entities in the file; its spans are those of the layer {layer.title}, labels from {of}.",
        f"le fichier n'a pas d'entités nommées ; les annotations sont celles de la couche {layer.title}, étiquettes "
        f"d'après {of}.",
    )
