"""What becomes of the labels of files: one of the project's, a new one, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.app.import_report import LabelCount
from annotator.core.errors import UserError
from annotator.core.new_labels import new_label
from annotator.core.placement import RawSpan, fold_name, label_names

if TYPE_CHECKING:
    from annotator.app.import_options import ImportOptions
    from annotator.core.labels import Label

_MOST_NEW = 60
"""No import makes more labels: a file with more of them has something else where the labels should be."""


class LabelMapping:
    """The labels of the files of one import, counted as they are met.

    Attributes:
        names: ids of labels, by folded name, for `annotator.core.placement.place`; it grows as labels are planned.
    """

    def __init__(self, labels: Sequence[Label], options: ImportOptions) -> None:
        """Begin.

        Raises:
            UserError: a label is to become one that the project does not have.
        """
        known = label_names(labels)
        self.names: dict[str, str | None] = {**known}
        for theirs, ours in options.labels.items():
            self.names[fold_name(theirs)] = None if ours is None else _find(ours, known, labels)
        self._labels = list(labels)
        self._before = {label.id for label in labels}
        self._creates = options.create_labels
        self._counts: Counter[str] = Counter()

    def meet(self, spans: Iterable[RawSpan]) -> None:
        """Count the labels of some spans, and plan new ones where they are wanted."""
        for _, _, theirs in spans:
            if theirs not in self._counts and self._creates:
                self._plan(theirs)
            self._counts[theirs] += 1

    def _plan(self, theirs: str) -> None:
        folded = fold_name(theirs)
        if theirs in self.names or folded in self.names or len(self._labels) - len(self._before) >= _MOST_NEW:
            return
        label = new_label(theirs, self._labels)
        if label is not None:
            self._labels.append(label)
            self.names[folded] = label.id

    def created(self, used: Iterable[str]) -> list[Label]:
        """Return the new labels that any of some ids stands for, in the order they were met."""
        wanted = set(used)
        return [label for label in self._labels if label.id in wanted and label.id not in self._before]

    def counts(self, used: Iterable[str]) -> tuple[LabelCount, ...]:
        """Return what became of each label of the files; ``used`` are the ids that any span has now."""
        new = {label.id for label in self.created(used)}
        return tuple(self._count(theirs, spans, new) for theirs, spans in self._counts.items())

    def _count(self, theirs: str, spans: int, new: set[str]) -> LabelCount:
        ours = self.names.get(theirs if theirs in self.names else fold_name(theirs))
        if ours is not None and ours not in self._before and ours not in new:
            ours = None  # planned, but none of its spans could be taken in
        return LabelCount(theirs, spans, ours, created=ours in new)


def _find(ours: str, known: Mapping[str, str], labels: Sequence[Label]) -> str:
    found = next((label.id for label in labels if label.id == ours), None) or known.get(fold_name(ours))
    if found is None:
        listed = ", ".join(label.id for label in labels)
        raise UserError(
            f"the project has no label “{ours}”; its labels are {listed}.",
            f"Le projet n'a pas d'étiquette « {ours} » ; ses étiquettes sont {listed}.",
        )
    return found
