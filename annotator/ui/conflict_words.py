"""Who disagrees with a span, and how, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.language import translate
from annotator.ui.wording import explained, name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.conflicts import Conflict
    from annotator.core.labels import Label


def conflict_words(
    conflicts: Iterable[Conflict], *, text: str, labels: Mapping[str, Label], annotators: Mapping[int, str]
) -> list[str]:
    """Return a line for each annotator who decided otherwise: the name, and what that annotator has there.

    Args:
        conflicts: of one mark, as `annotator.app.session.Session.conflicts` gives them by its key.
        text: the article.
        labels: the labels of the project by id.
        annotators: names by id, as `annotator.app.project.Project.annotators` gives them.
    """
    lines = []
    for conflict in conflicts:
        there = [
            translate("conflict_words", "{passage}, {label}").format(
                passage=quoted(" ".join(text[span.start : span.end].split())),
                label=name_of(span.label, labels),
            )
            for span in conflict.spans
        ]
        lines.append(
            explained(
                annotators.get(conflict.annotator, "?"),
                translate("conflict_words", " ; ").join(there) or translate("conflict_words", "rien ici"),
            )
        )
    return lines
