"""What an annotator did to one mark, as the log has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import span_history

if TYPE_CHECKING:
    from annotator.app.session import Session
    from annotator.core.annotation import Mark
    from annotator.store.span_history import Entry


def past_of(session: Session, mark: Mark) -> list[Entry]:
    """Return what was done to a span of the open article, or decided of a suggestion, the first thing first."""
    database, article = session.project.database, session.annotation.article
    if mark.span is not None:
        return span_history.of_span(database, article, session.annotator, mark.span.id)
    if mark.suggestion is not None:
        return span_history.of_suggestion(database, article, session.annotator, mark.suggestion.id)
    return []
