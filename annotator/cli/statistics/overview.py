"""The overview: articles by status, spans by label, what became of the suggestions, sums by currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked


def show(project: Project, asked: Asked) -> None:
    """Print the overview."""
    from annotator.app.statistics import statistics
    from annotator.cli.render import print_json, print_statistics

    counted = statistics(project)
    if asked.json:
        print_json(counted.to_json())
    else:
        print_statistics(counted)
