"""Spares articles a second reading where what the project was taught since cannot matter in them.

A word added to the lexicon makes a difference in the texts that hold it and in no others. So the file remembers what
each edition of the suggester had been taught that some article was read with; what differs today names the words that
an article must hold to be read anew. Rules that fall silent, or speak again, may matter anywhere.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.app.project import Project
from annotator.core.lexicon import Lexicon, may_hold
from annotator.store import articles as stored_articles
from annotator.store import lexicon as stored_lexicon
from annotator.store import suggestions as stored_suggestions

_BATCH = 500


def spare(
    project: Project,
    taught: Lexicon,
    *,
    pipeline: str,
    edition: str,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Count articles as read by a pipeline that an earlier edition of it has read, where both read the same.

    Args:
        project: the project.
        taught: what it teaches the suggester today.
        pipeline: name of the pipeline with that.
        edition: name of the pipeline that is taught nothing; only editions of the same rules are compared.
        progress: told now and then, with nothing done; it may raise to stop.

    Returns:
        How many articles need not be read.
    """
    database = project.database
    known = {edition: Lexicon(), **stored_lexicon.remembered(database)}
    named = stored_suggestions.pipelines(database)
    spared = 0
    for name in named:
        before = known.get(name)
        if name == pipeline or before is None or name.partition(" +")[0] != edition:
            continue
        forms = taught.forms_that_differ(before)
        if forms is None:
            continue
        concerned = may_hold(forms)
        ids = stored_suggestions.articles_read_by(database, pipeline=name)
        for first in range(0, len(ids), _BATCH):
            some = list(stored_articles.texts(database, ids[first : first + _BATCH]))
            untouched = [id for id, text in some if not concerned(text)]
            with database.transaction():
                stored_suggestions.mark_suggested(database, untouched, pipeline=pipeline)
            spared += len(untouched)
            if progress is not None:
                progress(0, len(ids))
    return spared


def remember(project: Project, taught: Lexicon, *, pipeline: str) -> None:
    """Remember what a pipeline has been taught for as long as an article was read by it."""
    database = project.database
    known = stored_lexicon.remembered(database)
    if pipeline in known:
        return
    kept = {name: known[name] for name in stored_suggestions.pipelines(database) if name in known}
    with database.transaction():
        stored_lexicon.remember(database, {**kept, pipeline: taught})
