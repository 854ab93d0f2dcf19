"""Articles on their way out: the record and the tokens that a format or spaCy is given of a chosen annotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice
from annotator.app.export_report import NO_MAJORITY, UnusedSpan
from annotator.app.splits import splits
from annotator.core.article import Article
from annotator.core.placement import Obstacle
from annotator.core.settlement import Choice as Settled
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.formats.records import Outgoing, Record
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles
from annotator.store import exports as stored_exports
from annotator.store import settlements as stored_settlements

if TYPE_CHECKING:
    from annotator.app.project import Project

Extent = tuple[int, int, str]
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Marked:
    """A chosen article with the spans of it that go out.

    Attributes:
        article: the article.
        grid: its tokens, by the project's tokenizer of today.
        spans: those that go out, in text order, on the grid, without overlaps.
        remarks: what was noted on them, by index.
        unused: those that do not go out.
    """

    article: Article
    grid: TokenGrid
    spans: list[Extent]
    remarks: Mapping[int, str]
    unused: list[UnusedSpan]


class Outlet:
    """Reads what was chosen, article by article; nothing is held longer than it is worked on.

    Attributes:
        splits: the tokens that the project takes apart.
    """

    def __init__(self, project: Project, names: Mapping[int, str]) -> None:
        self._project = project
        self._names = names
        self.splits = splits(project)

    def name_of(self, choice: Choice) -> str | None:
        """Return the name of the annotator of a choice; None where it is nobody's or several annotators'."""
        return None if choice.annotator is None else self._names[choice.annotator]

    def names_of(self, choice: Choice) -> str | None:
        """Return the names of all annotators of a choice, as a report lists them."""
        return ", ".join(self._names[each] for each in choice.annotators) or None

    def marked(self, choice: Choice, *, remarks: bool = True) -> Marked:
        """Read an article with the spans to export, on the tokens of today.

        Args:
            choice: which.
            remarks: read what was noted on spans too.
        """
        from annotator.nlp import tokenizer

        database = self._project.database
        article = stored_articles.load(database, choice.article)
        grid = article.grid
        if stored_articles.tokenizer_of(database, choice.article) != tokenizer.VERSION:
            grid = tokenizer.grid(article.text, self.splits)
        noted: dict[Extent, str] = {}
        unused: list[UnusedSpan] = []
        spans: list[Extent] = []
        if len(choice.annotators) == 1 and not remarks:
            drawn = stored_annotations.extents(database, choice.article, choice.annotators[0])
        elif choice.annotators:
            drawn, noted, outvoted = self._agreed(choice, article.text)
            unused += outvoted
        else:
            drawn = []
        for start, end, label in drawn:
            obstacle = _obstacle(article.text, grid, start, end)
            if obstacle is None:
                spans.append((start, end, label))
            else:
                unused.append(self._unused(choice, article.text, (start, end, label), obstacle.code, obstacle.value))
        by_index = {index: noted[span] for index, span in enumerate(spans) if span in noted} if noted else {}
        return Marked(article, grid, spans, by_index, unused)

    def outgoing(
        self, choice: Choice, *, original: bool = False, tokens_alone: bool = False
    ) -> tuple[Outgoing, list[UnusedSpan]] | None:
        """Return what a format is given of a choice, and the spans that do not go out.

        Args:
            choice: which.
            original: in the text as it was before it was tidied. None is returned where a span has no exact place
                there.
            tokens_alone: the format holds tokens and no text; None is returned where the original text has anything
                besides them, such as a byte order mark.
        """
        marked = self.marked(choice)
        article = marked.article
        text, grid, spans = article.text, marked.grid, tuple(marked.spans)
        if original and (before := stored_exports.original(self._project.database, choice.article)) is not None:
            text, offsets = before
            back = [(*offsets.to_original(start, end), label) for start, end, label in spans]
            if any(offsets.to_stored(*there[:2]) != here[:2] for there, here in zip(back, spans, strict=True)):
                return None
            if any(one[1] > two[0] for one, two in pairwise(back)):
                return None
            spans = tuple(back)
            grid = _joined(offsets.to_original(start, end) for start, end in zip(grid.starts, grid.ends, strict=True))
            if not all(grid.holds(start, end) for start, end, _ in spans):
                return None
            if tokens_alone and _besides(text, grid).strip():
                return None
        record = Record(
            text,
            f"{self._project.path.name}:{article.id}",
            title=article.title,
            source=article.source,
            date=article.date,
            meta=article.meta,
            spans=spans,
            annotator=self.name_of(choice),
            status=choice.status if choice.annotators else None,
            remarks=marked.remarks,
        )
        return Outgoing(article.id, record, grid), marked.unused

    def _agreed(self, choice: Choice, text: str) -> tuple[list[Extent], dict[Extent, str], list[UnusedSpan]]:
        """Return the spans that more than half of the annotators drew alike, their remarks, and the others."""
        drawn = stored_exports.labels_drawn(self._project.database, choice.article, choice.annotators)
        by: dict[Extent, list[int]] = {}
        remarks: dict[Extent, list[str]] = {}
        for start, end, label, annotator, remark in drawn:
            by.setdefault((start, end, label), []).append(annotator)
            if remark:
                remarks.setdefault((start, end, label), []).append(remark)
        if choice.annotator is not None and choice.annotator == self._project.settled_layer():
            remarks = self._decided(choice.article, choice.annotator, by)
        agreed = [span for span, annotators in by.items() if 2 * len(annotators) > len(choice.annotators)]
        outvoted = [
            self._unused(choice, text, span, NO_MAJORITY.code, NO_MAJORITY.wording, annotators)
            for span, annotators in by.items()
            if 2 * len(annotators) <= len(choice.annotators)
        ]
        return agreed, {span: "; ".join(dict.fromkeys(said)) for span, said in remarks.items()}, outvoted

    def _decided(self, article: int, layer: int, spans: Iterable[Extent]) -> dict[Extent, list[str]]:
        """Return why spans were settled, and by whom; of what all agreed on only the reason, if there is one."""
        settled = stored_settlements.of_annotation(self._project.database, article, layer)
        said: dict[Extent, list[str]] = {}
        for span in spans:
            for each in settled:
                if each.start <= span[0] < each.end and (each.reason or each.choice is not Settled.AGREED):
                    by = self._names[each.by]
                    said[span] = [f"{each.reason} ({by})" if each.reason else by]
        return said

    def _unused(
        self,
        choice: Choice,
        text: str,
        span: Extent,
        reason: str,
        wording: Wording,
        annotators: Sequence[int] | None = None,
    ) -> UnusedSpan:
        start, end, label = span
        whose = choice.annotators if annotators is None else annotators
        names = ", ".join(self._names[each] for each in whose)
        shown = text[start : min(end, start + _SHOWN)]
        return UnusedSpan(choice.article, choice.title, names, start, end, label, shown, reason, wording)


def _obstacle(text: str, grid: TokenGrid, start: int, end: int) -> Obstacle | None:
    shown = text[start:end]
    if shown.strip() != shown:
        return Obstacle.WHITE_SPACE
    return None if grid.holds(start, end) else Obstacle.OFF_THE_GRID


def _besides(text: str, grid: TokenGrid) -> str:
    """Return what of a text is in no token."""
    return "".join(text[end:start] for end, start in zip((0, *grid.ends), (*grid.starts, len(text)), strict=True))


def _joined(tokens: Iterable[tuple[int, int]]) -> TokenGrid:
    """Return a grid in which tokens that share a character of the original text are one."""
    apart: list[tuple[int, int]] = []
    for start, end in tokens:
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        elif end > start:
            apart.append((start, end))
    return TokenGrid.of(apart)
