"""Let the suggester read articles and store what it proposes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.app.lexicon import lexicon
from annotator.app.project import Project
from annotator.app.readers import Batch, Read, read_in_processes
from annotator.app.rereading import remember, spare
from annotator.core.lexicon import Lexicon
from annotator.store import articles as stored_articles
from annotator.store import splits as stored_splits
from annotator.store import suggestions as stored_suggestions

if TYPE_CHECKING:
    from annotator.nlp.suggester import Suggester

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are; it may raise to stop, what is stored stays."""

_BATCH_ARTICLES = 50
_BATCH_CHARACTERS = 100_000  # a fraction of a second's reading, so that progress is seen and a stop is heard
_ARTICLES_WORTH_A_PROCESS = 500  # one takes a second or two before it reads anything


@dataclass(frozen=True, slots=True)
class SuggestReport:
    """What a run of the suggester did.

    Attributes:
        pipeline: name and version of the pipeline.
        articles: how many articles it read.
        suggestions: how many suggestions it made, by label id.
        tiers: how many suggestions it made, by tier.
    """

    pipeline: str
    articles: int
    suggestions: Mapping[str, int]
    tiers: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return the report as an object: ``pipeline``, ``articles``, ``suggestions`` and ``tiers`` by name."""
        return {
            "pipeline": self.pipeline,
            "articles": self.articles,
            "suggestions": dict(self.suggestions),
            "tiers": dict(self.tiers),
        }


def suggest(
    project: Project,
    *,
    articles: Iterable[int] | None = None,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> SuggestReport:
    """Propose spans in articles and store them; spans and decisions of people stay as they are.

    The project's own words and silent rules count; when they have changed, the articles are read again in which that
    can matter. Work is stored in small transactions, between which other programs can write. A run that is broken off
    goes on where it stopped when it is started again.

    Args:
        project: where the articles are.
        articles: ids of the articles to read; by default those that this pipeline has not read yet.
        jobs: how many processes read; 1 reads in this one, None takes as many as pay.
        progress: told after each transaction.
    """
    taught = lexicon(project)
    pipeline = pipeline_for(taught)
    database = project.database
    if articles is None:
        spare(project, taught, pipeline=pipeline, edition=pipeline_for(Lexicon()), progress=progress)
    remember(project, taught, pipeline=pipeline)
    wanted = stored_suggestions.articles_without(database, pipeline=pipeline) if articles is None else list(articles)
    labels: Counter[str] = Counter()
    tiers: Counter[str] = Counter()
    done = 0
    batches = _batches(project, wanted)
    if jobs is None:
        jobs = jobs_that_pay(len(wanted))
    # Closed whatever happens, so that no process is left where the progress says stop.
    with closing(_read(batches, taught) if jobs == 1 else read_in_processes(batches, taught, jobs=jobs)) as read:
        for batch, proposed in read:
            with database.transaction():
                if stored_splits.load(database) != taught.splits:
                    break  # the tokens have just become others; what is left counts as unread
                for (id, _), proposals in zip(batch, proposed, strict=True):
                    stored_suggestions.replace(database, id, proposals, pipeline=pipeline)
                stored_suggestions.mark_suggested(database, (id for id, _ in batch), pipeline=pipeline)
            for proposals in proposed:
                labels.update(each.label for each in proposals)
                tiers.update(each.tier.value for each in proposals)
            done += len(batch)
            if progress is not None:
                progress(done, len(wanted))
    return SuggestReport(pipeline, done, dict(sorted(labels.items())), dict(sorted(tiers.items())))


@lru_cache(maxsize=4)
def suggester_for(lexicon: Lexicon) -> Suggester:
    """Return the suggester as a project teaches it; building one takes a second or more, so the last ones are kept.

    Silent rules that this version of the program does not have are silent anyway.
    """
    from annotator.nlp.rules import catalogue
    from annotator.nlp.suggester import load_suggester

    suggester = load_suggester(
        extra=[(each.form, each.label, each.note) for each in lexicon.entries],
        switched_off=sorted(lexicon.silent_rules & catalogue().keys()),
        splits=lexicon.splits,
    )
    suggester.pipeline = pipeline_for(lexicon)
    return suggester


def pipeline_for(lexicon: Lexicon) -> str:
    """Return the name of the suggester's pipeline as a project teaches it, which tells lexicons apart.

    It is known without building the suggester: where everything has been read, nothing needs to be loaded.
    """
    from annotator.nlp.rules import edition

    return " +".join(filter(None, (f"rules {edition()}", lexicon.stamp())))


def jobs_that_pay(articles: int) -> int:
    """Return how many processes are worth their start for so many articles: one less than there are cores, or fewer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores - 1, articles // _ARTICLES_WORTH_A_PROCESS))


def shared_suggester() -> Suggester:
    """Return the suggester that no project has taught anything."""
    return suggester_for(Lexicon())


def _batches(project: Project, wanted: list[int]) -> Iterator[Batch]:
    """Gather the ids and texts that one transaction will be about."""
    batch: Batch = []
    size = 0
    for id in wanted:
        # Read to the end before anything is written: a read left open can make the next write fail.
        for row in list(stored_articles.texts(project.database, [id])):
            batch.append(row)
            size += len(row[1])
        if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(batches: Iterable[Batch], lexicon: Lexicon) -> Read:
    for batch in batches:
        yield batch, list(suggester_for(lexicon).pipe(text for _, text in batch))
