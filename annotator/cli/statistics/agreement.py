"""Agreement: the same as ``annotator agreement PROJECT``, which has more options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked


def show(project: Project, asked: Asked) -> None:
    """Print how far annotators agree."""
    from annotator.cli.agreement import tell

    tell(project, asked.annotators, labels=asked.labels, json=asked.json)
