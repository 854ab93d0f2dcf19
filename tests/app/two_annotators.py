"""Projects in which several annotators worked on the same articles, and one repeats another's work with mistakes."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.agreement import Difference, Labelled
from annotator.core.annotation import Status
from annotator.core.tokens import TokenGrid

LABELS = ("leader", "country", "alliance", "weapon", "sum")
Lines = Sequence[tuple[str, Sequence[Labelled]]]


def spans_of(text: str, *wanted: tuple[str, str]) -> tuple[str, list[Labelled]]:
    """Return a text with spans at the first place of some words, each with its label."""
    return text, [(text.index(words), text.index(words) + len(words), label) for words, label in wanted]


def give(project: Project, name: str, lines: Lines, status: Status = Status.FINISHED) -> None:
    """Import texts with spans as those of an annotator."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.jsonl"
        rows = [
            {"text": text, "spans": [{"start": start, "end": end, "label": label} for start, end, label in spans]}
            for text, spans in lines
        ]
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        report = import_files(project, [path], ImportOptions(annotator=name, status=status))
    assert report.problems == ()
    assert not report.left_out


def _moved(span: Labelled, grid: TokenGrid, taken: set[int], chance: random.Random) -> Labelled | None:
    """Return a span with one of its edges moved by a token, or None where that cannot be."""
    start, end, label = span
    tokens = grid.touching(start, end)
    ways = []
    if len(tokens) > 1:
        ways += [(grid.starts[tokens.start + 1], end), (start, grid.ends[tokens.stop - 2])]
    if tokens.start > 0 and tokens.start - 1 not in taken:
        ways.append((grid.starts[tokens.start - 1], end))
    if tokens.stop < len(grid) and tokens.stop not in taken:
        ways.append((start, grid.ends[tokens.stop]))
    return (*chance.choice(ways), label) if ways else None


def with_mistakes(
    text: str, grid: TokenGrid, spans: Sequence[Labelled], chance: random.Random
) -> Iterator[tuple[Difference, Labelled | None, Labelled | None]]:
    """Yield what is at each place where somebody repeats the work of another with mistakes."""
    taken = {token for start, end, _ in spans for token in grid.touching(start, end)}
    for span in spans:
        kind = chance.choices(
            [Difference.NONE, Difference.LABEL, Difference.BOUNDARY, Difference.BOTH, Difference.ONLY_FIRST],
            [70, 10, 10, 5, 10],
        )[0]
        other = chance.choice([label for label in LABELS if label != span[2]])
        made: Labelled | None = span
        if kind is Difference.LABEL:
            made = (*span[:2], other)
        elif kind is Difference.ONLY_FIRST:
            made = None
        elif kind in (Difference.BOUNDARY, Difference.BOTH):
            made = _moved(span, grid, taken, chance)
            if made is None or text[made[0] : made[1]].strip() != text[made[0] : made[1]]:
                kind, made = Difference.NONE, span
            elif kind is Difference.BOTH:
                made = (*made[:2], other)
        if made is not None:
            taken.update(grid.touching(*made[:2]))
        yield kind, span, made
    for token in range(len(grid)):
        start, end = grid.starts[token], grid.ends[token]
        if token not in taken and text[start:end].isalpha() and chance.random() < 0.002:
            yield Difference.ONLY_SECOND, None, (start, end, chance.choice(LABELS))
