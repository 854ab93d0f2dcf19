"""What the numbers of the content lead to, and what its labels are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import name_of, number_words

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.labels import Label

Ask = Callable[["Project", int], list[int]]
"""Finds articles in a project, for an annotator."""


class Links(NamedTuple):
    """Makes the links of one reading.

    Attributes:
        project: the project file.
        annotator: id of the annotator.
        labels: the labels of the project, by id.
    """

    project: Project
    annotator: int
    labels: Mapping[str, Label]

    def name(self, label: str) -> str:
        """Return what a label is called."""
        return name_of(label, self.labels)

    def leads(self, words: str, ask: Ask) -> Articles:
        """Return a link to the articles that `ask` finds when it is followed; the words say why these."""
        return Articles(partial(ask, self.project, self.annotator), words)

    def linked(self, count: int | None, words: str, ask: Ask) -> Cell | None:
        """Return a cell with a number and, where it is not 0, the link to its articles; None for None."""
        if count is None:
            return None
        return Cell(number_words(count), count, self.leads(words, ask) if count else None)

    def of_any_label(self, ask: Callable[..., list[int]]) -> Ask:
        """Return what finds the articles that `ask` finds for one label of the project or another."""
        return partial(_of_any, ask, tuple(self.labels))


def _of_any(ask: Callable[..., list[int]], labels: tuple[str, ...], project: Project, annotator: int) -> list[int]:
    return sorted({id for label in labels for id in ask(project, annotator, label=label)})
