"""What an import or its preview has to tell, gathered while records are read, and the report that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.app.annotators_named import NOBODY
from annotator.app.import_report import (
    AdjustedSpan,
    Conflict,
    Duplicate,
    ImportReport,
    LeftOutSpan,
    NearDuplicate,
    Share,
)
from annotator.core.placement import Adjustment, Obstacle, Placed
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem

if TYPE_CHECKING:
    from annotator.app.annotators_named import Annotators
    from annotator.app.label_mapping import LabelMapping
    from annotator.app.sources import Source
    from annotator.core.annotation import Status
    from annotator.store.staging import Staging


@dataclass(slots=True)
class Findings:
    """What there is to tell, in the order it was met.

    Attributes:
        duplicates: texts that will not come in.
        problems: what cannot be read.
        left_out: spans that do not fit.
        trimmed: spans without the white space at their ends.
        snapped: spans widened to whole words.
        conflicts: annotations that stay out, since there are others.
        notes: what a person should know.
        unfinished: articles in progress that were to be finished, since they lost a span.
    """

    duplicates: list[Duplicate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[LeftOutSpan] = field(default_factory=list)
    trimmed: list[AdjustedSpan] = field(default_factory=list)
    snapped: list[AdjustedSpan] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)

    def tell_spans(self, where: str, title: str, found: Placed) -> None:
        """Tell which spans of an article stay out, and which have other limits now."""
        self.left_out += [
            LeftOutSpan(where, title, each)
            for each in found.refused
            if each.obstacle is not Obstacle.NOT_WANTED  # as a person chose; the labels are counted
        ]
        for each in found.adjusted:
            named = self.trimmed if each.adjustment is Adjustment.TRIMMED else self.snapped
            named.append(AdjustedSpan(where, title, each))

    def report(
        self,
        source: Source | None,
        staging: Staging,
        *,
        status: Status,
        annotators: Annotators,
        labels: LabelMapping,
        near_duplicates: Iterable[NearDuplicate],
        project: str,
        first: int | None = None,
        id: int | None = None,
    ) -> ImportReport:
        """Return what there is to tell.

        Args:
            source: the files that were read, if any.
            staging: what comes in.
            status: the status asked for.
            annotators: whose the spans become.
            labels: what became of the labels of the files.
            near_duplicates: articles that are nearly the same as others.
            project: name of the project file.
            first: id of the first new article.
            id: of the import.
        """
        articles, attached, suggestions = staging.counts()
        names = annotators.names
        shares = tuple(Share(names[who], count, spans) for who, count, spans in staging.shares())
        notes = tuple(self.notes)
        if annotators.chosen is None and any(each.annotator == NOBODY for each in shares):
            notes += (Note(project, _NOBODY_CHOSEN),)
        return ImportReport(
            files=0 if source is None else source.files,
            articles=articles,
            spans=sum(each.spans for each in shares),
            annotator=shares[0].annotator if shares else None,
            status=status,
            unfinished=tuple(self.unfinished),
            duplicates=tuple(self.duplicates),
            problems=tuple(self.problems),
            left_out=tuple(self.left_out),
            notes=notes,
            first=first,
            formats=() if source is None else source.formats,
            labels=labels.counts(staging.used_labels()),
            trimmed=tuple(self.trimmed),
            snapped=tuple(self.snapped),
            near_duplicates=tuple(near_duplicates),
            annotations=shares,
            attached=attached,
            suggestions=suggestions,
            conflicts=tuple(self.conflicts),
            id=id,
        )


_NOBODY_CHOSEN = Wording(
    f"no annotator was given, so the spans and statuses are those of an annotator named “{NOBODY}”; name one "
    "(--annotator) to give them to a person.",
    f"aucun annotateur n'a été donné : les annotations sont celles d'un annotateur nommé « {NOBODY} » ; "
    "donnez un nom (--annotator) pour les attribuer à une personne.",
)
