"""Keys per gold span, by keyboard alone: with the suggestions there are, with worse ones, and with none.

The limit here is not a time but one key for each span.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.app.suggesting import suggest
from annotator.core.annotation import Span
from annotator.core.article import Article
from annotator.core.suggestions import Proposal, Tier
from annotator.core.tokens import move_edge
from annotator.store import suggestions
from tests.strategies import REASON
from tests.ui.conftest import idle_worker, own_settings  # noqa: F401
from tests.ui.oracle import Gold, work_through


@pytest.mark.parametrize("suggested", ["as they are", "each third one wrong", "none"])
def test_keys_per_span(
    qtbot: QtBot,
    tmp_path: Path,
    own_settings: None,  # noqa: F811
    idle_worker: None,  # noqa: F811
    shared_folder: Path,
    suggested: str,
) -> None:
    gold = Gold.of(shared_folder / "gold" / "dev.jsonl", tmp_path)
    with gold.project(tmp_path / "todo") as project:
        if suggested == "as they are":
            suggest(project)
        elif suggested == "each third one wrong":
            with project.database.transaction():
                for id, right in gold.right.items():
                    article = project.article(id)
                    found = [_spoilt(article, span, number) for number, span in enumerate(right.spans, start=id)]
                    made = [each for each in found if each is not None]
                    suggestions.replace(project.database, id, made, pipeline="erring 1")
    oracle = work_through(tmp_path / "todo.annot", gold)
    per_span = oracle.keys / gold.spans
    print(f"\nsuggestions {suggested}: {per_span:.2f} keys per span ({gold.spans}), {dict(oracle.strokes)}")


def _spoilt(article: Article, span: Span, number: int) -> Proposal | None:
    """Return the suggestion of a span, or of every third one nothing, another label or other boundaries."""
    start, end, label = span.start, span.end, span.label
    match number % 9:
        case 0:
            return None
        case 3:
            label = "country" if label != "country" else "leader"
        case 6:
            start, end = move_edge(article.text, article.grid, start, end, end_by=1)
    return Proposal(start, end, label, "rule", REASON, Tier.SURE)
