"""May one train on what an annotator, or the settled layer, has finished?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from annotator.app import counting
from annotator.app.export_options import ExportOptions
from annotator.core import readiness_checks
from annotator.core.errors import UserError
from annotator.core.readiness import Examined, Facts, Readiness
from annotator.core.suggester_report import Outcome
from annotator.core.tokens import TokenGrid
from annotator.store import agreement as stored_spans
from annotator.store import readiness as stored
from annotator.store import suggester_counts

if TYPE_CHECKING:
    from annotator.app.project import Project

FEW = 300
"""In a project of so many articles all of them are gone through while somebody waits; it takes a fifth of a second."""

_AT_ONCE = 500
_TELLING = 5
_PLACES = 10
_SAMPLED = 50
"""Texts whose paragraphs are counted, to say about how many all have."""


def readiness(project: Project, annotator: int, *, refresh: bool = True) -> Readiness:
    """Judge what an annotator has finished by the counts that are kept, in no more than a moment.

    What takes going through all articles is known where `examine` has found it out and nothing has changed since; else
    those lines say that it has not been looked at. A small project is gone through at once.

    Args:
        project: the project file.
        annotator: id of the annotator, or of the settled layer.
        refresh: whether to bring the kept counts up to date first, however many wait.

    Raises:
        UserError: the counts are to be brought up to date, and the file cannot be written.
    """
    if refresh:
        counting.refresh(project)
    database = project.database
    labels = project.labels()
    spans = Counter({label.id: 0 for label in labels})
    finished = undecided = 0
    for each in suggester_counts.totals(database, annotator):
        if each.finished and each.side == "article":
            finished += each.n
        elif each.finished and each.side == "span":
            spans[each.label] += each.n
        elif each.finished and each.outcome == Outcome.PENDING:
            undecided += each.n
    examined = _known(project, annotator)
    if examined is None and len(project.article_ids()) <= FEW:
        examined = examine(project, annotator)
    wanted: dict[str, list[object]] = {"side": ["suggestion"], "outcome": [Outcome.PENDING.value], "finished": [1]}
    empty: dict[str, list[object]] = {"side": ["article"], "outcome": ["empty"], "finished": [1]}
    facts = Facts(
        finished=finished,
        paragraphs=_paragraphs(project, annotator, finished),
        for_training=1 - ExportOptions().dev,
        spans=spans,
        names={label.id: label.name for label in labels},
        without_spans=suggester_counts.articles(database, annotator, empty),
        undecided=undecided,
        undecided_in=suggester_counts.articles(database, annotator, wanted) if undecided else (),
        examined=examined,
    )
    return readiness_checks.readiness(project.names().get(annotator, ""), facts)


def _paragraphs(project: Project, annotator: int, finished: int) -> int:
    """Return about how many paragraphs the finished articles have, each an example when training."""
    if not finished:
        return 0
    ids = stored.finished(project.database, annotator)
    some = ids[:: max(1, len(ids) // _SAMPLED)]
    counted = sum(
        sum(bool(line.strip()) for line in each.text.splitlines())
        for each in stored_spans.texts(project.database, some).values()
    )
    return round(counted / len(some) * len(ids)) if some else 0


def _known(project: Project, annotator: int) -> Examined | None:
    kept = stored.load(project.database, annotator)
    if kept is None or kept[0] != _state(project, annotator):
        return None
    try:
        return Examined(**json.loads(kept[1]))
    except (ValueError, TypeError):  # kept by another version
        return None


def _state(project: Project, annotator: int) -> str:
    from annotator.nlp import similarity, tokenizer

    return f"{tokenizer.VERSION} {similarity.VERSION} {stored.state(project.database, annotator)}"


def examine(project: Project, annotator: int, *, progress: Callable[[int, int], None] | None = None) -> Examined:
    """Go through all finished articles of an annotator, and keep what is found where the file can be written.

    Signatures of texts that have none yet are made and stored. Nobody waits for the file meanwhile.

    Args:
        project: the project file, no transaction under way.
        annotator: id of the annotator.
        progress: told how many articles of how many are done; it may raise to stop.
    """
    from annotator.app.keeping_together import kinship, sign
    from annotator.app.sides import decide
    from annotator.store import exports as stored_exports

    def told() -> None:
        if progress is not None:
            progress(0, total)

    database = project.database
    total = len(stored.finished(database, annotator))
    sign(project, told=told)
    inconsistent, telling, telling_in = _inconsistent(project, annotator, progress)
    with database.snapshot():
        state = _state(project, annotator)
        finished = stored.finished(database, annotator)
        total = len(finished)
        misaligned: Counter[int] = Counter()
        for at in range(0, len(finished), _AT_ONCE):
            some = finished[at : at + _AT_ONCE]
            misaligned.update(dict(_misaligned(project, annotator, some)))
            if progress is not None:
                progress(min(at + _AT_ONCE, total), total)
        origins = {each.article: each for each in stored_exports.origins(database)}
        sides = decide(finished, origins, kinship(project, origins, told=told), ExportOptions())
        spans: dict[str, Counter[str]] = {}
        for article, label, count in stored.spans_by_label(database, annotator):
            if article in sides.of:
                spans.setdefault(label, Counter())[sides.of[article]] += count
    found = Examined(
        misaligned=sorted(misaligned),
        misaligned_spans=misaligned.total(),
        related=sorted(article for group in sides.groups for article in group),
        groups=len(sides.groups),
        largest=max(map(len, sides.groups), default=0),
        leaks=sides.leaks,
        sides=sides.counts(),
        spans={label: dict(counted) for label, counted in spans.items()},
        inconsistent=inconsistent,
        telling=telling,
        telling_in=telling_in,
    )
    with suppress(UserError), database.transaction():
        stored.save(database, annotator, state, json.dumps(asdict(found)))
    return found


def _inconsistent(
    project: Project, annotator: int, progress: Callable[[int, int], None] | None
) -> tuple[int, list[str], list[int]]:
    """Return how much was treated in more than one way, the most telling of it, and articles that have it otherwise."""
    from annotator.app.consistency import Consistency
    from annotator.app.consistency_places import places

    consistency = Consistency(project, annotator)
    consistency.refresh(progress=progress)
    found = consistency.found()
    most = found[:_TELLING]
    within: set[int] = set()
    for item in most:
        there = places(project, annotator, item, limit=_PLACES)  # those of the rarest treatment first
        within |= {each.article for each in there if item.articles or each.variant == there[0].variant}
    return len(found), [item.surface for item in most], sorted(within)


def _misaligned(project: Project, annotator: int, articles: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the articles with spans that are not made of whole tokens, each with how many such spans it has."""
    from annotator.app.splits import splits
    from annotator.nlp import tokenizer

    database = project.database
    drawn = stored_spans.spans(database, articles, annotator)
    packed = stored_spans.grids(database, list(drawn))
    stale = [id for id, (_, made_by) in packed.items() if made_by != tokenizer.VERSION]
    texts = stored_spans.texts(database, stale) if stale else {}
    apart = splits(project) if stale else ()
    for article, spans in drawn.items():
        text = texts.get(article)
        grid = TokenGrid.from_bytes(packed[article][0]) if text is None else tokenizer.grid(text.text, apart)
        off = sum(not grid.holds(start, end) for start, end, _ in spans)
        if off:
            yield article, off
