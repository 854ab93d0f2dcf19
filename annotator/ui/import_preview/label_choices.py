"""What is to become of the labels of files: ours, a new one, or nothing. Pure Python, no Qt.

What a person chose stays; what is guessed is a proposal until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from annotator.core.label_guesses import guesses
from annotator.core.labels import Label
from annotator.core.placement import fold_name, label_names


class Fate(Enum):
    """What becomes of the spans of a label that is none of ours."""

    LEAVE_OUT = auto()
    CREATE = auto()


Choice = str | Fate
"""The id of one of our labels, or what else becomes of the spans."""


class Reason(Enum):
    """Why a label has the choice it has."""

    NAME = auto()
    """It is called like one of ours."""
    GUESS = auto()
    """Labels of that name mostly mean this."""
    HAND = auto()
    """Somebody said so."""
    UNKNOWN = auto()
    """Nobody knows it, so that it stays out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One label of the files.

    Attributes:
        theirs: as the files write it.
        spans: how many spans have it, as far as the files have been read.
        choice: what becomes of them.
        reason: why.
    """

    theirs: str
    spans: int
    choice: Choice
    reason: Reason


class LabelChoices:
    """The labels of the files of one import, in the order they were met, and what becomes of each.

    Args:
        labels: those of the project.
    """

    def __init__(self, labels: Sequence[Label]) -> None:
        self._labels = tuple(labels)
        self._names = label_names(labels)
        self._rows: dict[str, Row] = {}

    @property
    def rows(self) -> list[Row]:
        """One for each label met."""
        return list(self._rows.values())

    @property
    def foreign(self) -> bool:
        """Whether any label is none of ours by its name."""
        return any(row.reason is not Reason.NAME for row in self._rows.values())

    def meet(self, found: Iterable[Mapping[str, Any]]) -> bool:
        """Take note of the labels of files, as a report counts them; return whether any is new.

        Args:
            found: ``{"theirs": …, "spans": …}`` each, as `annotator.app.import_report.ImportReport.to_json` gives them.
        """
        counts = {str(each["theirs"]): int(each["spans"]) for each in found}
        new = [theirs for theirs in counts if theirs not in self._rows]
        guessed = guesses(new, self._labels)
        for theirs, spans in counts.items():
            if theirs in self._rows:
                self._rows[theirs] = replace(self._rows[theirs], spans=spans)
            elif (ours := self._names.get(fold_name(theirs))) is not None:
                self._rows[theirs] = Row(theirs, spans, ours, Reason.NAME)
            elif theirs in guessed:
                self._rows[theirs] = Row(theirs, spans, guessed[theirs] or Fate.LEAVE_OUT, Reason.GUESS)
            else:
                self._rows[theirs] = Row(theirs, spans, Fate.LEAVE_OUT, Reason.UNKNOWN)
        return bool(new)

    def choose(self, theirs: str, choice: Choice) -> None:
        """Say what becomes of a label that was met."""
        self._rows[theirs] = replace(self._rows[theirs], choice=choice, reason=Reason.HAND)

    @property
    def mapping(self) -> dict[str, str | None]:
        """What is to be said of labels in `annotator.app.import_options.ImportOptions`."""
        creates = self.creates
        found: dict[str, str | None] = {}
        for theirs, row in self._rows.items():
            if isinstance(row.choice, str):
                if row.choice != self._names.get(fold_name(theirs)):
                    found[theirs] = row.choice
            elif row.choice is Fate.LEAVE_OUT and (creates or row.reason is not Reason.UNKNOWN):
                found[theirs] = None  # what nobody chose to leave out goes by its name, so that each span is told of
        return found

    @property
    def creates(self) -> bool:
        """Whether any label is to be made."""
        return any(row.choice is Fate.CREATE for row in self._rows.values())
