"""Let the suggester read articles and store what it proposes."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.app.lexicon import lexicon
from annotator.app.project import Project
from annotator.core.lexicon import Lexicon
from annotator.core.suggestions import Proposal
from annotator.store import articles as stored_articles
from annotator.store import suggestions as stored_suggestions

if TYPE_CHECKING:
    from annotator.nlp.suggester import Suggester

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are; it may raise to stop, what is stored stays."""

_BATCH_ARTICLES = 50
_BATCH_CHARACTERS = 100_000  # a fraction of a second's reading, so that progress is seen and a stop is heard

_Batch = list[tuple[int, str]]
_Read = Iterator[tuple[_Batch, list[list[Proposal]]]]


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
    jobs: int = 1,
    progress: Progress | None = None,
) -> SuggestReport:
    """Propose spans in articles and store them; spans and decisions of people stay as they are.

    The project's own words and silent rules count; when they have changed, every article is read again. Work is
    stored in small transactions, between which other programs can write. A run that is broken off goes on where it
    stopped when it is started again.

    Args:
        project: where the articles are.
        articles: ids of the articles to read; by default those that this pipeline has not read yet.
        jobs: how many processes read; more than one pays from some thousand articles on.
        progress: told after each transaction.
    """
    taught = lexicon(project)
    suggester = suggester_for(taught)
    database = project.database
    if articles is None:
        wanted = stored_suggestions.articles_without(database, pipeline=suggester.pipeline)
    else:
        wanted = list(articles)
    labels: Counter[str] = Counter()
    tiers: Counter[str] = Counter()
    done = 0
    batches = _batches(project, wanted)
    for batch, proposed in _read(batches, suggester) if jobs == 1 else _read_in_processes(batches, taught, jobs):
        with database.transaction():
            for (id, _), proposals in zip(batch, proposed, strict=True):
                stored_suggestions.replace(database, id, proposals, pipeline=suggester.pipeline)
            stored_suggestions.mark_suggested(database, (id for id, _ in batch), pipeline=suggester.pipeline)
        for proposals in proposed:
            labels.update(each.label for each in proposals)
            tiers.update(each.tier.value for each in proposals)
        done += len(batch)
        if progress is not None:
            progress(done, len(wanted))
    return SuggestReport(suggester.pipeline, done, dict(sorted(labels.items())), dict(sorted(tiers.items())))


@lru_cache(maxsize=4)
def suggester_for(lexicon: Lexicon) -> Suggester:
    """Return the suggester as a project teaches it; building one takes a second or more, so the last ones are kept.

    The name of its pipeline tells lexicons apart. Silent rules that this version of the program does not have are
    silent anyway.
    """
    from annotator.nlp.rules import catalogue
    from annotator.nlp.suggester import load_suggester

    suggester = load_suggester(
        extra=[(each.form, each.label, each.note) for each in lexicon.entries],
        switched_off=sorted(lexicon.silent_rules & catalogue().keys()),
    )
    stamp = lexicon.stamp()
    if stamp:
        suggester.pipeline += f" + project {stamp}"
    return suggester


def shared_suggester() -> Suggester:
    """Return the suggester that no project has taught anything."""
    return suggester_for(Lexicon())


def _batches(project: Project, wanted: list[int]) -> Iterator[_Batch]:
    """Gather the ids and texts that one transaction will be about."""
    batch: _Batch = []
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


def _read(batches: Iterable[_Batch], suggester: Suggester) -> _Read:
    for batch in batches:
        yield batch, list(suggester.pipe(text for _, text in batch))


def _read_in_processes(batches: Iterable[_Batch], taught: Lexicon, jobs: int) -> _Read:
    """Let processes read ahead, a few batches each, and give the batches back in their order."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor

    # A fork would copy whatever locks the threads of this process hold.
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin_process, initargs=(taught,))
    ahead: deque[tuple[_Batch, Future[list[list[Proposal]]]]] = deque()
    try:
        for batch in batches:
            ahead.append((batch, pool.submit(_read_in_process, taught, [text for _, text in batch])))
            if len(ahead) > 2 * jobs:
                first, proposed = ahead.popleft()
                yield first, proposed.result()
        while ahead:
            first, proposed = ahead.popleft()
            yield first, proposed.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_process(taught: Lexicon) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    suggester_for(taught)


def _read_in_process(taught: Lexicon, texts: list[str]) -> list[list[Proposal]]:
    return list(suggester_for(taught).pipe(texts))
