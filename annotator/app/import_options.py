"""How files are to be imported, as a person chooses it; front ends, preview, import and worker hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.annotation import Status


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are to be imported.

    Attributes:
        annotator: whose the spans and statuses become, whatever the files say; None for whom the files name, and for
            an annotator named ``import`` where they name nobody.
        status: status of the annotations, where a file does not say one. Finished and set aside go to every article,
            also one without spans; in progress only to articles with spans.
        labels: what to do with labels of the files: the id of the project's label to take instead, or None to leave
            the spans out. Labels not named here go by their name; see ``create_labels`` for those that have none.
        create_labels: make a label of the project of each one it does not have; otherwise their spans stay out.
        snap: widen spans that begin or end within a token to whole tokens; otherwise they stay out.
        as_suggestions: the spans become suggestions, not annotations.
        format: name of the format of all files; None to tell by each file.
        encoding: name of the encoding of text files; None to tell by each file.
        columns: which column of a table holds what, see `annotator.formats.source.ReadOptions`.
    """

    annotator: str | None = None
    status: Status = Status.IN_PROGRESS
    labels: Mapping[str, str | None] = field(default_factory=dict)
    create_labels: bool = False
    snap: bool = False
    as_suggestions: bool = False
    format: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return it as an object of JSON, its names those of the attributes."""
        return {
            "annotator": self.annotator,
            "status": self.status.value,
            "labels": dict(self.labels),
            "create_labels": self.create_labels,
            "snap": self.snap,
            "as_suggestions": self.as_suggestions,
            "format": self.format,
            "encoding": self.encoding,
            "columns": dict(self.columns),
        }

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> ImportOptions:
        """Read what `to_json` gave."""
        return cls(**{**fields, "status": Status(fields["status"])})


NO_CHOICES = ImportOptions()
"""How files are imported where nobody chose anything."""
